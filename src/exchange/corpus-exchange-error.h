/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CORPUS_EXCHANGE_ERROR (corpus_exchange_error_quark ())

/**
 * CorpusExchangeError:
 * @CORPUS_EXCHANGE_ERROR_FORMAT: the line or file is not of the format it should be
 * @CORPUS_EXCHANGE_ERROR_NEWER: it was written by a newer version of the program
 * @CORPUS_EXCHANGE_ERROR_MEMBER: a member is missing or says what it cannot say
 * @CORPUS_EXCHANGE_ERROR_RANGE: a position lies outside its text
 * @CORPUS_EXCHANGE_ERROR_MISMATCH: what an annotation says is not what stands where it points to
 * @CORPUS_EXCHANGE_ERROR_PAGE: a page that is needed is not there
 */
typedef enum
{
  CORPUS_EXCHANGE_ERROR_FORMAT,
  CORPUS_EXCHANGE_ERROR_NEWER,
  CORPUS_EXCHANGE_ERROR_MEMBER,
  CORPUS_EXCHANGE_ERROR_RANGE,
  CORPUS_EXCHANGE_ERROR_MISMATCH,
  CORPUS_EXCHANGE_ERROR_PAGE,
} CorpusExchangeError;

GQuark corpus_exchange_error_quark (void);

G_END_DECLS
