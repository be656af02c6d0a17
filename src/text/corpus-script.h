/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean corpus_script_is_cjk (gunichar c);

G_END_DECLS
