/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of an indicator by number, so that its form is made of two loops and each change of it by one function. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-indicator-parts.h"

#include <glib/gi18n.h>

#include "app/review-words.h"

static const char *const value_titles[REVIEW_N_INDICATOR_VALUES] = {
  N_ ("Number"),
  /* Translators: the second number of a range */
  N_ ("Upper end of the range"),
  N_ ("Unit"),
  N_ ("Period"),
  N_ ("First day"),
  N_ ("Last day"),
};

static const struct
{
  const char *title;
  guint n_words;
} choice_rows[REVIEW_N_INDICATOR_CHOICES] = {
  { N_ ("Meant as"), CORPUS_CMP_RANGE + 1 },
  { N_ ("Kind"), CORPUS_KIND_RANK + 1 },
  { N_ ("Direction"), CORPUS_DIRECTION_DOWN + 1 },
  { N_ ("Measured against"), CORPUS_BASIS_PEER + 1 },
  { N_ ("Status"), CORPUS_STATUS_FORECAST + 1 },
  { N_ ("Period is meant as"), CORPUS_PERIOD_PER + 1 },
};

/**
 * review_indicator_value_title:
 * @value: a part that is typed
 *
 * Returns: (transfer none): what the form calls it
 */
const char *
review_indicator_value_title (ReviewIndicatorValue value)
{
  return _ (value_titles[value]);
}

/**
 * review_indicator_choice_title:
 * @choice: a part that is chosen
 *
 * Returns: (transfer none): what the form calls it
 */
const char *
review_indicator_choice_title (ReviewIndicatorChoice choice)
{
  return _ (choice_rows[choice].title);
}

/**
 * review_indicator_choice_n_words:
 * @choice: a part that is chosen
 *
 * Returns: how many words its vocabulary has; they are numbered from 0
 */
guint
review_indicator_choice_n_words (ReviewIndicatorChoice choice)
{
  return choice_rows[choice].n_words;
}

/**
 * review_indicator_choice_word:
 * @choice: a part that is chosen
 * @value: one of its vocabulary
 *
 * Returns: (transfer none): the word for it
 */
const char *
review_indicator_choice_word (ReviewIndicatorChoice choice,
                              guint value)
{
  switch (choice)
    {
    case REVIEW_INDICATOR_CMP:
      return review_words_cmp (value);
    case REVIEW_INDICATOR_KIND:
      return review_words_kind (value);
    case REVIEW_INDICATOR_DIRECTION:
      return review_words_direction (value);
    case REVIEW_INDICATOR_BASIS:
      return review_words_basis (value);
    case REVIEW_INDICATOR_STATUS:
      return review_words_status (value);
    case REVIEW_INDICATOR_PERIOD_ROLE:
      return review_words_period_role (value);
    default:
      g_assert_not_reached ();
    }
}

/**
 * review_indicator_get_choice:
 * @indicator: an indicator
 * @choice: which part of it
 *
 * Returns: what was chosen, a value of its vocabulary
 */
guint
review_indicator_get_choice (CorpusIndicator *indicator,
                             ReviewIndicatorChoice choice)
{
  switch (choice)
    {
    case REVIEW_INDICATOR_CMP:
      return indicator->cmp;
    case REVIEW_INDICATOR_KIND:
      return indicator->kind;
    case REVIEW_INDICATOR_DIRECTION:
      return indicator->direction;
    case REVIEW_INDICATOR_BASIS:
      return indicator->basis;
    case REVIEW_INDICATOR_STATUS:
      return indicator->status;
    case REVIEW_INDICATOR_PERIOD_ROLE:
      return indicator->period_role;
    default:
      g_assert_not_reached ();
    }
}

/**
 * review_indicator_set_choice:
 * @indicator: an indicator that nobody else holds yet
 * @choice: which part of it
 * @value: a value of its vocabulary
 *
 * Chooses.
 */
void
review_indicator_set_choice (CorpusIndicator *indicator,
                             ReviewIndicatorChoice choice,
                             guint value)
{
  switch (choice)
    {
    case REVIEW_INDICATOR_CMP:
      indicator->cmp = value;
      break;
    case REVIEW_INDICATOR_KIND:
      indicator->kind = value;
      break;
    case REVIEW_INDICATOR_DIRECTION:
      indicator->direction = value;
      break;
    case REVIEW_INDICATOR_BASIS:
      indicator->basis = value;
      break;
    case REVIEW_INDICATOR_STATUS:
      indicator->status = value;
      break;
    case REVIEW_INDICATOR_PERIOD_ROLE:
      indicator->period_role = value;
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * review_indicator_value:
 * @indicator: an indicator
 * @value: which part of it
 *
 * Returns: (transfer none): the member that holds it; to be written only where nobody else holds the indicator yet
 */
char **
review_indicator_value (CorpusIndicator *indicator,
                        ReviewIndicatorValue value)
{
  switch (value)
    {
    case REVIEW_INDICATOR_NUMBER:
      return &indicator->number;
    case REVIEW_INDICATOR_NUMBER_MAX:
      return &indicator->number_max;
    case REVIEW_INDICATOR_UNIT:
      return &indicator->unit;
    case REVIEW_INDICATOR_PERIOD_ISO:
      return &indicator->period_iso;
    case REVIEW_INDICATOR_PERIOD_START:
      return &indicator->period_start;
    case REVIEW_INDICATOR_PERIOD_END:
      return &indicator->period_end;
    default:
      g_assert_not_reached ();
    }
}

/**
 * review_indicator_is_anchored:
 * @indicator: an indicator
 * @slot: a slot
 *
 * Returns: whether the article says what stands in it; else it was concluded, or there is nothing
 */
gboolean
review_indicator_is_anchored (CorpusIndicator *indicator,
                              CorpusSlot slot)
{
  for (guint i = 0; i < indicator->slots[slot]->len; i++)
    if (((CorpusFiller *) g_ptr_array_index (indicator->slots[slot], i))->pieces->len > 0)
      return TRUE;
  return FALSE;
}
