/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "corpus/corpus-credit.h"

G_BEGIN_DECLS

/* A person who is credited: name, what the person did, where the person works.
 *
 * Signals: "changed" (CorpusCredit): a copy with what the user wrote; the id is 0 where the credit is new;
 *          "remove": the user takes it away. */
#define REVIEW_TYPE_CREDIT_ROW (review_credit_row_get_type ())
G_DECLARE_FINAL_TYPE (ReviewCreditRow, review_credit_row, REVIEW, CREDIT_ROW, AdwPreferencesRow)

GtkWidget *review_credit_row_new (CorpusCredit *credit) G_GNUC_WARN_UNUSED_RESULT; /* NULL: one to be filled in */
gint64 review_credit_row_get_id (ReviewCreditRow *self);                           /* 0: new */
void review_credit_row_update (ReviewCreditRow *self,
                               CorpusCredit *credit);
gboolean review_credit_row_commit (ReviewCreditRow *self);

G_END_DECLS
