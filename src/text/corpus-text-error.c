/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-text-error.h"

G_DEFINE_QUARK (corpus - text - error - quark, corpus_text_error)
