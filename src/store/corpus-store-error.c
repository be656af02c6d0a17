/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-error.h"

G_DEFINE_QUARK (corpus - store - error - quark, corpus_store_error)
