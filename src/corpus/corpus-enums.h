/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The closed vocabularies of the native format. Each has its words in corpus-enums.c, in this order. */

/* Who proposed a thing. */
typedef enum
{
  CORPUS_ORIGIN_RULE,
  CORPUS_ORIGIN_MODEL,
  CORPUS_ORIGIN_IMPORT,
  CORPUS_ORIGIN_REVIEWER,
} CorpusOrigin;

/* What a person decided about it. */
typedef enum
{
  CORPUS_STATE_SUGGESTED,
  CORPUS_STATE_ACCEPTED,
  CORPUS_STATE_REJECTED,
} CorpusState;

typedef enum
{
  CORPUS_CMP_EQ,
  CORPUS_CMP_GT,
  CORPUS_CMP_GE,
  CORPUS_CMP_LT,
  CORPUS_CMP_LE,
  CORPUS_CMP_APPROX,
  CORPUS_CMP_RANGE,
} CorpusCmp;

typedef enum
{
  CORPUS_KIND_LEVEL,
  CORPUS_KIND_CHANGE,
  CORPUS_KIND_SHARE,
  CORPUS_KIND_RATIO,
  CORPUS_KIND_RANK,
} CorpusKind;

typedef enum
{
  CORPUS_DIRECTION_NONE,
  CORPUS_DIRECTION_UP,
  CORPUS_DIRECTION_DOWN,
} CorpusDirection;

/* What a change is measured against. */
typedef enum
{
  CORPUS_BASIS_NONE,
  CORPUS_BASIS_YOY,
  CORPUS_BASIS_MOM,
  CORPUS_BASIS_QOQ,
  CORPUS_BASIS_AVG_ANNUAL,
  CORPUS_BASIS_FIXED,
  CORPUS_BASIS_PLAN,
  CORPUS_BASIS_PEER,
} CorpusBasis;

typedef enum
{
  CORPUS_STATUS_ACTUAL,
  CORPUS_STATUS_TARGET,
  CORPUS_STATUS_FORECAST,
} CorpusStatus;

typedef enum
{
  CORPUS_PERIOD_DURING,
  CORPUS_PERIOD_AS_OF,
  CORPUS_PERIOD_BY,
  CORPUS_PERIOD_SINCE,
  CORPUS_PERIOD_PER,
} CorpusPeriodRole;

typedef enum
{
  CORPUS_SLOT_VALUE,
  CORPUS_SLOT_NAME,
  CORPUS_SLOT_SUBJECT,
  CORPUS_SLOT_PERIOD,
  CORPUS_SLOT_COMPARATOR,
  CORPUS_SLOT_BASIS,
  CORPUS_SLOT_BASE,
} CorpusSlot;
#define CORPUS_N_SLOTS 7

/* The tasks an article is reviewed by. */
typedef enum
{
  CORPUS_TASK_STRUCTURE,
  CORPUS_TASK_METADATA,
  CORPUS_TASK_ENTITIES,
  CORPUS_TASK_INDICATORS,
} CorpusTask;
#define CORPUS_N_TASKS 4

typedef enum
{
  CORPUS_REVIEW_TODO,
  CORPUS_REVIEW_DOING,
  CORPUS_REVIEW_DONE,
  CORPUS_REVIEW_RECHECK,
} CorpusReviewStatus;

typedef enum
{
  CORPUS_CREDIT_REPORTER,
  CORPUS_CREDIT_CORRESPONDENT,
  CORPUS_CREDIT_PHOTOGRAPHER,
  CORPUS_CREDIT_EDITOR,
  CORPUS_CREDIT_TRANSLATOR,
} CorpusCreditRole;

/* Values of an article that are one string each. */
typedef enum
{
  CORPUS_FIELD_KICKER,
  CORPUS_FIELD_HEADLINE,
  CORPUS_FIELD_SUBHEAD,
  CORPUS_FIELD_COLUMN,
  CORPUS_FIELD_SECTION,
  CORPUS_FIELD_AGENCY,
  CORPUS_FIELD_JUMP_TO,
  CORPUS_FIELD_JUMP_FROM,
  CORPUS_FIELD_GENRE,
} CorpusFieldName;
#define CORPUS_N_FIELDS 9

/* The words of the vocabularies, any thread. to_string: the word of a value, owned by the library. from_string: whether
 * @word (nullable) is one of them; if so @value is set, else it is left alone. */
const char *corpus_origin_to_string (CorpusOrigin value);
gboolean corpus_origin_from_string (const char *word,
                                    CorpusOrigin *value);
const char *corpus_state_to_string (CorpusState value);
gboolean corpus_state_from_string (const char *word,
                                   CorpusState *value);
const char *corpus_cmp_to_string (CorpusCmp value);
gboolean corpus_cmp_from_string (const char *word,
                                 CorpusCmp *value);
const char *corpus_kind_to_string (CorpusKind value);
gboolean corpus_kind_from_string (const char *word,
                                  CorpusKind *value);
const char *corpus_direction_to_string (CorpusDirection value);
gboolean corpus_direction_from_string (const char *word,
                                       CorpusDirection *value);
const char *corpus_basis_to_string (CorpusBasis value);
gboolean corpus_basis_from_string (const char *word,
                                   CorpusBasis *value);
const char *corpus_status_to_string (CorpusStatus value);
gboolean corpus_status_from_string (const char *word,
                                    CorpusStatus *value);
const char *corpus_period_role_to_string (CorpusPeriodRole value);
gboolean corpus_period_role_from_string (const char *word,
                                         CorpusPeriodRole *value);
const char *corpus_slot_to_string (CorpusSlot value);
gboolean corpus_slot_from_string (const char *word,
                                  CorpusSlot *value);
const char *corpus_task_to_string (CorpusTask value);
gboolean corpus_task_from_string (const char *word,
                                  CorpusTask *value);
const char *corpus_review_to_string (CorpusReviewStatus value);
gboolean corpus_review_from_string (const char *word,
                                    CorpusReviewStatus *value);
const char *corpus_credit_role_to_string (CorpusCreditRole value);
gboolean corpus_credit_role_from_string (const char *word,
                                         CorpusCreditRole *value);
const char *corpus_field_to_string (CorpusFieldName value);
gboolean corpus_field_from_string (const char *word,
                                   CorpusFieldName *value);

G_END_DECLS
