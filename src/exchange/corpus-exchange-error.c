/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/corpus-exchange-error.h"

G_DEFINE_QUARK (corpus - exchange - error - quark, corpus_exchange_error)
