/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-article.h"

G_BEGIN_DECLS

/* The closed vocabularies of the model in the user's language. Strings belong to the program; any thread. */
const char *review_words_state (CorpusState value);
const char *review_words_state_glyph (CorpusState value);
const char *review_words_origin (CorpusOrigin value);
const char *review_words_cmp (CorpusCmp value);
const char *review_words_cmp_glyph (CorpusCmp value); /* "=", ">", …; of a range "–" */
const char *review_words_kind (CorpusKind value);
const char *review_words_direction (CorpusDirection value);
const char *review_words_direction_glyph (CorpusDirection value); /* "▲", "▼" or "" */
const char *review_words_basis (CorpusBasis value);
const char *review_words_basis_short (CorpusBasis value); /* "yoy", or "" */
const char *review_words_status (CorpusStatus value);
const char *review_words_period_role (CorpusPeriodRole value);
const char *review_words_slot (CorpusSlot value);
const char *review_words_slot_key (CorpusSlot value); /* the letter that fills it after I */
const char *review_words_task (CorpusTask value);
const char *review_words_review (CorpusReviewStatus value);
const char *review_words_credit_role (CorpusCreditRole value);
const char *review_words_field (CorpusFieldName value);

char *review_words_dup_number (const char *number) G_GNUC_WARN_UNUSED_RESULT;         /* "10070000" as "10 070 000" */
char *review_words_dup_amount (CorpusIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT; /* "= 10 070 000 TEU"; NULL: no number */
char *review_words_dup_slot (CorpusIndicator *indicator,
                             CorpusSlot slot) G_GNUC_WARN_UNUSED_RESULT;                /* its fillers; NULL: empty */
char *review_words_dup_sentence (CorpusIndicator *indicator) G_GNUC_WARN_UNUSED_RESULT; /* Pango markup */
char *review_words_dup_time (const char *iso) G_GNUC_WARN_UNUSED_RESULT;                /* UTC to local, as people write it */

G_END_DECLS
