/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which table belongs to which kind of thing. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-member.h"

/* All recorded tables: a session is attached to each of them by name. */
const char *const corpus_recorded_tables[] = {
  "corpus", "person", "tagset", "label",
  "page", "article", "field", "review",
  "block", "block_piece", "correction", "credit",
  "credit_piece", "dateline", "dateline_piece", "entity",
  "entity_piece", "indicator", "filler", "filler_piece",
  "relation", NULL
};

static const struct
{
  const char *table;
  CorpusMember kind;
} kinds[] = {
  { "page", CORPUS_MEMBER_PAGE },
  { "article", CORPUS_MEMBER_ARTICLE },
  { "field", CORPUS_MEMBER_ARTICLE },
  { "review", CORPUS_MEMBER_ARTICLE },
  { "block", CORPUS_MEMBER_BLOCK },
  { "block_piece", CORPUS_MEMBER_BLOCK },
  { "correction", CORPUS_MEMBER_CORRECTION },
  { "credit", CORPUS_MEMBER_CREDIT },
  { "credit_piece", CORPUS_MEMBER_CREDIT },
  { "dateline", CORPUS_MEMBER_DATELINE },
  { "dateline_piece", CORPUS_MEMBER_DATELINE },
  { "entity", CORPUS_MEMBER_ENTITY },
  { "entity_piece", CORPUS_MEMBER_ENTITY },
  { "indicator", CORPUS_MEMBER_INDICATOR },
  { "filler", CORPUS_MEMBER_INDICATOR },
  { "filler_piece", CORPUS_MEMBER_INDICATOR },
  { "relation", CORPUS_MEMBER_RELATION },
  { "tagset", CORPUS_MEMBER_TAGSET },
  { "label", CORPUS_MEMBER_TAGSET },
  { "corpus", CORPUS_MEMBER_CORPUS },
  { "person", CORPUS_MEMBER_CORPUS },
};

/**
 * corpus_member_get_table:
 * @kind: a kind
 *
 * Returns: (transfer none): the table that has one row for each thing of that kind
 */
const char *
corpus_member_get_table (CorpusMember kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return kinds[i].table;
  g_return_val_if_reached (NULL);
}

/**
 * corpus_member_of_table:
 * @table: a recorded table
 * @kind: (out): what its rows are part of
 *
 * Returns: %FALSE where there is no such table
 */
gboolean
corpus_member_of_table (const char *table,
                        CorpusMember *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].table, table))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }
  return FALSE;
}
