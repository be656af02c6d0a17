/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

typedef enum
{
  CLI_INPUT_PAGE,  /* a file is a page */
  CLI_INPUT_LINES, /* a line is a document */
  CLI_INPUT_JSONL, /* a line is an object with `text` */
} CliInputKind;

/**
 * CliDocument:
 * @path: the file it comes from, `-` for standard input
 * @line: its line, counted from 1; 0 of a page
 * @bytes: (array length=n_bytes): a page as it is in the file, or the text of the document as UTF-8
 * @n_bytes: its length
 * @id: (nullable): the id it brought along
 * @publication: (nullable): the newspaper
 * @date: (nullable): ISO 8601
 * @edition: (nullable): the edition
 * @number: (nullable): the page number
 * @section: (nullable): the section
 */
typedef struct
{
  const char *path;
  guint64 line;
  const char *bytes;
  gsize n_bytes;
  const char *id;
  const char *publication;
  const char *date;
  const char *edition;
  const char *number;
  const char *section;
} CliDocument;

/* Deals with a document; FALSE and an error where it cannot be read. */
typedef gboolean (*CliDocumentFunc) (const CliDocument *document,
                                     gpointer data,
                                     GError **error);

gboolean cli_input_kind_from_string (const char *word,
                                     CliInputKind *kind);
int cli_input_run (const char *const *paths,
                   CliInputKind kind,
                   const CliDocument *defaults,
                   CliDocumentFunc func,
                   gpointer data);

G_END_DECLS
