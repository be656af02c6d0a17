/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-indicator.h"

G_BEGIN_DECLS

/* The parts of an indicator that are typed. */
typedef enum
{
  REVIEW_INDICATOR_NUMBER,
  REVIEW_INDICATOR_NUMBER_MAX,
  REVIEW_INDICATOR_UNIT,
  REVIEW_INDICATOR_PERIOD_ISO,
  REVIEW_INDICATOR_PERIOD_START,
  REVIEW_INDICATOR_PERIOD_END,
} ReviewIndicatorValue;
#define REVIEW_N_INDICATOR_VALUES 6

/* The parts that are chosen from a vocabulary of the model. */
typedef enum
{
  REVIEW_INDICATOR_CMP,
  REVIEW_INDICATOR_KIND,
  REVIEW_INDICATOR_DIRECTION,
  REVIEW_INDICATOR_BASIS,
  REVIEW_INDICATOR_STATUS,
  REVIEW_INDICATOR_PERIOD_ROLE,
} ReviewIndicatorChoice;
#define REVIEW_N_INDICATOR_CHOICES 6

const char *review_indicator_value_title (ReviewIndicatorValue value);
char **review_indicator_value (CorpusIndicator *indicator,
                               ReviewIndicatorValue value);
const char *review_indicator_choice_title (ReviewIndicatorChoice choice);
guint review_indicator_choice_n_words (ReviewIndicatorChoice choice);
const char *review_indicator_choice_word (ReviewIndicatorChoice choice,
                                          guint value);
guint review_indicator_get_choice (CorpusIndicator *indicator,
                                   ReviewIndicatorChoice choice);
void review_indicator_set_choice (CorpusIndicator *indicator,
                                  ReviewIndicatorChoice choice,
                                  guint value);
gboolean review_indicator_is_anchored (CorpusIndicator *indicator,
                                       CorpusSlot slot);

G_END_DECLS
