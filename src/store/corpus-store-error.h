/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CORPUS_STORE_ERROR (corpus_store_error_quark ())

/**
 * CorpusStoreError:
 * @CORPUS_STORE_ERROR_FAILED: SQLite said no for a reason that has no code of its own
 * @CORPUS_STORE_ERROR_NOT_FOUND: there is no such file, article or edit
 * @CORPUS_STORE_ERROR_FOREIGN: the file is no corpus
 * @CORPUS_STORE_ERROR_NEWER: the corpus was written by a newer version of the program
 * @CORPUS_STORE_ERROR_DAMAGED: the file is truncated or damaged
 * @CORPUS_STORE_ERROR_BUSY: another program holds the file, and waiting was cancelled or in vain
 * @CORPUS_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @CORPUS_STORE_ERROR_FULL: the disk is full
 * @CORPUS_STORE_ERROR_ANCHOR: an annotation does not match the text of its page
 * @CORPUS_STORE_ERROR_CONFLICT: an undo or redo would undo what a later edit is built on
 * @CORPUS_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @CORPUS_STORE_ERROR_DUPLICATE: the page is in the corpus already
 * @CORPUS_STORE_ERROR_PERMISSION: the file may not be read
 */
typedef enum
{
  CORPUS_STORE_ERROR_FAILED,
  CORPUS_STORE_ERROR_NOT_FOUND,
  CORPUS_STORE_ERROR_FOREIGN,
  CORPUS_STORE_ERROR_NEWER,
  CORPUS_STORE_ERROR_DAMAGED,
  CORPUS_STORE_ERROR_BUSY,
  CORPUS_STORE_ERROR_READ_ONLY,
  CORPUS_STORE_ERROR_FULL,
  CORPUS_STORE_ERROR_ANCHOR,
  CORPUS_STORE_ERROR_CONFLICT,
  CORPUS_STORE_ERROR_NOTHING,
  CORPUS_STORE_ERROR_DUPLICATE,
  CORPUS_STORE_ERROR_PERMISSION,
} CorpusStoreError;

GQuark corpus_store_error_quark (void);

G_END_DECLS
