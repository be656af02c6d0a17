/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-normalise.h"

#include "extract/corpus-quantity.h"

static void
set_string (char **place,
            const char *value)
{
  g_free (*place);
  *place = g_strdup (value);
}

/**
 * corpus_normalise_indicator:
 * @indicator: an indicator that nobody else holds yet
 * @words: its value as written, UTF-8: `近400名`
 *
 * Reads a value by the grammar that extraction uses and sets number, unit and comparison. What sort of figure it is
 * is set as well, unless the text around it has said more (a change, a rank). Where the words hold no quantity
 * the indicator stays as it is. Any thread.
 *
 * Returns: whether the words hold a quantity
 */
gboolean
corpus_normalise_indicator (CorpusIndicator *indicator,
                            const char *words)
{
  g_autoptr (GArray) quantities = corpus_quantity_scan (words, -1, NULL);
  const CorpusQuantity *quantity;

  if (quantities->len == 0)
    return FALSE;
  quantity = corpus_quantity_at (quantities, 0);
  set_string (&indicator->number, quantity->number);
  set_string (&indicator->number_max, quantity->number_max);
  set_string (&indicator->unit, quantity->unit);
  set_string (&indicator->unit_text, quantity->unit_text);
  indicator->cmp = quantity->cmp;
  if (indicator->kind != CORPUS_KIND_CHANGE && indicator->kind != CORPUS_KIND_RANK)
    indicator->kind = quantity->kind;
  return TRUE;
}
