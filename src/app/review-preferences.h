/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The reviewer's name and how the window looks, bound to the settings. */
#define REVIEW_TYPE_PREFERENCES (review_preferences_get_type ())
G_DECLARE_FINAL_TYPE (ReviewPreferences, review_preferences, REVIEW, PREFERENCES, AdwWindow)

void review_preferences_present (GtkWindow *parent);

G_END_DECLS
