/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as newspapers print them: plain decimals of any length, as strings, so that what is stored is
 * exactly what was printed. A decimal is digits, and optionally a point and more digits. */

gboolean corpus_decimal_is_valid (const char *decimal);
char *corpus_decimal_shift (const char *decimal,
                            int places) G_GNUC_WARN_UNUSED_RESULT;
char *corpus_decimal_add (const char *a,
                          const char *b) G_GNUC_WARN_UNUSED_RESULT;
int corpus_decimal_compare (const char *a,
                            const char *b);

G_END_DECLS
