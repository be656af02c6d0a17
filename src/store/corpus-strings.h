/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *corpus_strings_to_json (char **strings) G_GNUC_WARN_UNUSED_RESULT;
char **corpus_strings_from_json (const char *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
