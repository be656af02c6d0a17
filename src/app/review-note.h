/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A remark of several lines. What is typed becomes the remark when the focus leaves; Escape brings back what was.
 *
 * Signals: "commit" (string, NULL: emptied). */
#define REVIEW_TYPE_NOTE (review_note_get_type ())
G_DECLARE_FINAL_TYPE (ReviewNote, review_note, REVIEW, NOTE, AdwBin)

GtkWidget *review_note_new (void) G_GNUC_WARN_UNUSED_RESULT;
void review_note_load (ReviewNote *self,
                       const char *value);
void review_note_update (ReviewNote *self,
                         const char *value);
void review_note_commit (ReviewNote *self);
GtkWidget *review_note_get_view (ReviewNote *self);

G_END_DECLS
