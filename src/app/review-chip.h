/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The name of a label in a small box of its colour. */
#define REVIEW_TYPE_CHIP (review_chip_get_type ())
G_DECLARE_FINAL_TYPE (ReviewChip, review_chip, REVIEW, CHIP, GtkWidget)

GtkWidget *review_chip_new (void) G_GNUC_WARN_UNUSED_RESULT;
void review_chip_set (ReviewChip *self,
                      const char *name,
                      const char *colour); /* `#rrggbb` on light paper */

G_END_DECLS
