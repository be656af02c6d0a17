/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of the native format (DESIGN.md section 8) and their values. Store, exchange and command line all
 * read and write these words; nothing else writes them out. */

#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-enums.h"

static const char *const origin_words[] = { "rule", "model", "import", "reviewer" };
static const char *const state_words[] = { "suggested", "accepted", "rejected" };
static const char *const cmp_words[] = { "eq", "gt", "ge", "lt", "le", "approx", "range" };
static const char *const kind_words[] = { "level", "change", "share", "ratio", "rank" };
static const char *const direction_words[] = { "none", "up", "down" };
static const char *const basis_words[] = { "none", "yoy", "mom", "qoq",
                                           "avg_annual", "fixed", "plan", "peer" };
static const char *const status_words[] = { "actual", "target", "forecast" };
static const char *const period_role_words[] = { "during", "as_of", "by", "since", "per" };
static const char *const slot_words[] = { "value", "name", "subject", "period",
                                          "comparator", "basis", "base" };
static const char *const task_words[] = { "structure", "metadata", "entities", "indicators" };
static const char *const review_words[] = { "todo", "doing", "done", "recheck" };
static const char *const credit_role_words[] = { "reporter", "correspondent", "photographer",
                                                 "editor", "translator" };
static const char *const field_words[] = { "kicker", "headline", "subhead", "column", "section",
                                           "agency", "jump_to", "jump_from", "genre" };

G_STATIC_ASSERT (G_N_ELEMENTS (slot_words) == CORPUS_N_SLOTS);
G_STATIC_ASSERT (G_N_ELEMENTS (task_words) == CORPUS_N_TASKS);
G_STATIC_ASSERT (G_N_ELEMENTS (field_words) == CORPUS_N_FIELDS);

static gboolean
find_word (const char *const *words,
           guint n_words,
           const char *word,
           guint *found)
{
  for (guint i = 0; word != NULL && i < n_words; i++)
    if (g_str_equal (words[i], word))
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

/* Each vocabulary gets its pair of functions: the word of a value, and the value of a word (FALSE and untouched
 * where the word is none of them). */
#define DEFINE_VOCABULARY(Type, name)                                         \
  const char *                                                                \
      corpus_##name##_to_string (Type value)                                  \
  {                                                                           \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (name##_words), NULL); \
    return name##_words[value];                                               \
  }                                                                           \
                                                                              \
  gboolean                                                                    \
      corpus_##name##_from_string (const char *word, Type *value)             \
  {                                                                           \
    guint found;                                                              \
                                                                              \
    if (!find_word (name##_words, G_N_ELEMENTS (name##_words), word, &found)) \
      return FALSE;                                                           \
    *value = (Type) found;                                                    \
    return TRUE;                                                              \
  }

DEFINE_VOCABULARY (CorpusOrigin, origin)
DEFINE_VOCABULARY (CorpusState, state)
DEFINE_VOCABULARY (CorpusCmp, cmp)
DEFINE_VOCABULARY (CorpusKind, kind)
DEFINE_VOCABULARY (CorpusDirection, direction)
DEFINE_VOCABULARY (CorpusBasis, basis)
DEFINE_VOCABULARY (CorpusStatus, status)
DEFINE_VOCABULARY (CorpusPeriodRole, period_role)
DEFINE_VOCABULARY (CorpusSlot, slot)
DEFINE_VOCABULARY (CorpusTask, task)
DEFINE_VOCABULARY (CorpusReviewStatus, review)
DEFINE_VOCABULARY (CorpusCreditRole, credit_role)
DEFINE_VOCABULARY (CorpusFieldName, field)
