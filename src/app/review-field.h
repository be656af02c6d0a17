/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-check.h"

G_BEGIN_DECLS

/* One value of a form: its title, the words, where they come from, and what is wrong with them. What is typed becomes the value on
 * Enter or when the focus leaves; Escape brings back what was; Ctrl+Z undoes typing until then.
 *
 * Properties: "title" (string), "key" (string: a key that fills it from the selection, shown as a hint).
 * Signals:    "commit" (string, NULL: emptied): the user changed the value; "reset": the user gives it back. */
#define REVIEW_TYPE_FIELD (review_field_get_type ())
G_DECLARE_FINAL_TYPE (ReviewField, review_field, REVIEW, FIELD, GtkWidget)

GtkWidget *review_field_new (const char *title) G_GNUC_WARN_UNUSED_RESULT;
const char *review_field_get_value (ReviewField *self);
void review_field_load (ReviewField *self,
                        const char *value);
void review_field_update (ReviewField *self,
                          const char *value);
gboolean review_field_commit (ReviewField *self);
gboolean review_field_is_wrong (ReviewField *self);
void review_field_set_title (ReviewField *self,
                             const char *title);
void review_field_set_key (ReviewField *self,
                           const char *key);
void review_field_set_source (ReviewField *self,
                              const char *source,
                              gboolean can_reset);
void review_field_set_reset_tooltip (ReviewField *self,
                                     const char *icon_name,
                                     const char *tooltip);
void review_field_set_check (ReviewField *self,
                             ReviewCheckFunc check,
                             gpointer data);
void review_field_set_editable (ReviewField *self,
                                gboolean is_editable);
void review_field_add_suffix (ReviewField *self,
                              GtkWidget *widget);
GtkWidget *review_field_get_text (ReviewField *self);

G_END_DECLS
