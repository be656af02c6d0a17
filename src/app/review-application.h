/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: its windows, its command line, and the actions that belong to no window. */
#define REVIEW_TYPE_APPLICATION (review_application_get_type ())
G_DECLARE_FINAL_TYPE (ReviewApplication, review_application, REVIEW, APPLICATION, AdwApplication)

ReviewApplication *review_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
