/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "corpus/corpus-indicator.h"

G_BEGIN_DECLS

gboolean corpus_normalise_indicator (CorpusIndicator *indicator,
                                     const char *words);

G_END_DECLS
