/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReviewCheckFunc:
 * @text: what was typed, without white space at its ends; never empty
 * @data: what whoever asked for the check gave with it
 * @message: (out) (transfer full): what is wrong with it, in words that say what to do; set where the result is %NULL
 *
 * Looks at what was typed before it becomes a value.
 *
 * Returns: (transfer full) (nullable): the value in its plain form, %NULL where it is wrong
 */
typedef char *(*ReviewCheckFunc) (const char *text,
                                  gpointer data,
                                  char **message);

char *review_check_decimal (const char *text,
                            gpointer data,
                            char **message) G_GNUC_WARN_UNUSED_RESULT;
char *review_check_date (const char *text,
                         gpointer data,
                         char **message) G_GNUC_WARN_UNUSED_RESULT;
char *review_check_period (const char *text,
                           gpointer data,
                           char **message) G_GNUC_WARN_UNUSED_RESULT;
gboolean review_check_period_days (const char *period,
                                   char **start,
                                   char **end);

G_END_DECLS
