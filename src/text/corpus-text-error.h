/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CORPUS_TEXT_ERROR (corpus_text_error_quark ())

/**
 * CorpusTextError:
 * @CORPUS_TEXT_ERROR_EMPTY: there is nothing in the input but white space
 * @CORPUS_TEXT_ERROR_NUL: the input holds a NUL character, so it is no text
 * @CORPUS_TEXT_ERROR_ENCODING: no known encoding reads the input without error
 * @CORPUS_TEXT_ERROR_SYNTAX: the input breaks the grammar of its format (JSON)
 * @CORPUS_TEXT_ERROR_RANGE: a position lies outside the text
 */
typedef enum
{
  CORPUS_TEXT_ERROR_EMPTY,
  CORPUS_TEXT_ERROR_NUL,
  CORPUS_TEXT_ERROR_ENCODING,
  CORPUS_TEXT_ERROR_SYNTAX,
  CORPUS_TEXT_ERROR_RANGE,
} CorpusTextError;

GQuark corpus_text_error_quark (void);

G_END_DECLS
