/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window shows while no corpus is open: what the program is for, the ways in, and the corpora opened last. */
#define REVIEW_TYPE_WELCOME (review_welcome_get_type ())
G_DECLARE_FINAL_TYPE (ReviewWelcome, review_welcome, REVIEW, WELCOME, AdwBin)

GtkWidget *review_welcome_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
