/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents out of files and standard input, one in memory at a time: the front half of the filters `extract`
 * and `recognize`. What fails is named with its file and line, and the rest is done. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli-input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "project/corpus-file.h"
#include "project/corpus-import.h"
#include "text/corpus-json.h"

typedef struct
{
  CliInputKind kind;
  const CliDocument *defaults;
  CliDocumentFunc func;
  gpointer data;
  gboolean has_failed;
} Run;

/**
 * cli_input_kind_from_string:
 * @word: (nullable): `page`, `lines` or `jsonl`
 * @kind: (out): what it means
 *
 * Returns: %FALSE where the word is none of them
 */
gboolean
cli_input_kind_from_string (const char *word,
                            CliInputKind *kind)
{
  static const char *const words[] = { "page", "lines", "jsonl" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      {
        *kind = (CliInputKind) i;
        return TRUE;
      }
  return FALSE;
}

static void
complain (Run *run,
          const char *path,
          guint64 line,
          const char *reason)
{
  g_autofree char *where = NULL;

  if (line > 0)
    where = g_strdup_printf ("line %" G_GUINT64_FORMAT ": %s", line, reason);
  cli_complain_file (strcmp (path, "-") == 0 ? "standard input" : path,
                     where != NULL ? where : reason);
  run->has_failed = TRUE;
}

static void
pass_on (Run *run,
         const CliDocument *document)
{
  g_autoptr (GError) error = NULL;

  if (!run->func (document, run->data, &error))
    complain (run, document->path, document->line, error->message);
}

/* What a member of a document says; a number counts as its digits, so that `"page": 3` does. */
static const char *
get_member (const CorpusJson *object,
            const char *name,
            const char *otherwise)
{
  const CorpusJson *member = corpus_json_find (object, name);
  const char *value = corpus_json_get_string (member, NULL);

  if (value == NULL)
    value = corpus_json_get_number (member);
  return value != NULL ? value : otherwise;
}

static void
run_object (Run *run,
            CliDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusJson) object =
      corpus_json_parse (document->bytes, (gssize) document->n_bytes, &error);
  g_autofree char *day = NULL;
  const char *date;

  if (object == NULL)
    {
      complain (run, document->path, document->line, error->message);
      return;
    }
  document->bytes = corpus_json_get_string (corpus_json_find (object, "text"), &document->n_bytes);
  document->id = get_member (object, "id", NULL);
  document->publication = get_member (object, "publication", document->publication);
  date = get_member (object, "date", document->date);
  document->date = day = date != NULL ? corpus_import_dup_day (date) : NULL;
  document->edition = get_member (object, "edition", document->edition);
  document->number = get_member (object, "page", document->number);
  document->section = get_member (object, "section", document->section);
  if (document->bytes == NULL)
    {
      complain (run, document->path, document->line,
                "the object has no member “text” that is a string");
      return;
    }
  /* A document is answered for all that: its date is only needed for words such as “last month”. */
  if (date != NULL && day == NULL)
    complain (run, document->path, document->line, "its “date” is no date; it is read without one");
  pass_on (run, document);
}

static void
run_lines (Run *run,
           const char *path,
           FILE *stream)
{
  g_autofree char *buffer = NULL; /* freed with free(): GLib's allocator is that of the C library */
  size_t n_buffer = 0;
  ssize_t n_read;

  for (guint64 line = 1; (errno = 0, n_read = getline (&buffer, &n_buffer, stream)) >= 0; line++)
    {
      CliDocument document = *run->defaults;

      if (n_read > 0 && buffer[n_read - 1] == '\n')
        n_read--;
      if (n_read > 0 && buffer[n_read - 1] == '\r')
        n_read--;
      document.path = path;
      document.line = line;
      document.bytes = buffer;
      document.n_bytes = (gsize) n_read;
      if (line == 1 && n_read >= 3 && memcmp (buffer, "\xef\xbb\xbf", 3) == 0)
        {
          document.bytes += 3;
          document.n_bytes -= 3;
        }
      if (run->kind == CLI_INPUT_LINES)
        pass_on (run, &document);
      else if (document.n_bytes > 0)
        run_object (run, &document);
      if (!cli_flush ())
        return;
    }
  if (ferror (stream))
    complain (run, path, 0, corpus_file_explain (errno));
}

static void
run_page (Run *run,
          const char *path,
          FILE *stream)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  CliDocument document = *run->defaults;
  size_t n_read;

  do
    {
      guint at = bytes->len;

      if (at > G_MAXINT32 - (1 << 20))
        {
          complain (run, path, 0, "it is larger than 2 GB, which no page is");
          return;
        }
      g_byte_array_set_size (bytes, at + (1 << 20));
      errno = 0;
      n_read = fread (bytes->data + at, 1, 1 << 20, stream);
      g_byte_array_set_size (bytes, at + (guint) n_read);
    }
  while (n_read > 0);

  if (ferror (stream))
    {
      complain (run, path, 0, corpus_file_explain (errno));
      return;
    }
  document.path = path;
  document.bytes = (const char *) bytes->data;
  document.n_bytes = bytes->len;
  pass_on (run, &document);
}

/**
 * cli_input_run:
 * @paths: (array zero-terminated=1): files, `-` for standard input
 * @kind: what a document is
 * @defaults: what holds for every document that does not say otherwise
 * @func: deals with one
 * @data: for @func
 *
 * Goes through the documents of all files in order.
 *
 * Returns: %CLI_DONE, or %CLI_FAILED where a file or document failed or the result could not be written
 */
int
cli_input_run (const char *const *paths,
               CliInputKind kind,
               const CliDocument *defaults,
               CliDocumentFunc func,
               gpointer data)
{
  Run run = { kind, defaults, func, data, FALSE };

  for (guint i = 0; paths[i] != NULL && cli_flush (); i++)
    {
      gboolean is_standard_input = strcmp (paths[i], "-") == 0;
      FILE *stream = is_standard_input ? stdin : fopen (paths[i], "rbe");

      if (stream == NULL)
        {
          complain (&run, paths[i], 0, corpus_file_explain (errno));
          continue;
        }
      if (kind == CLI_INPUT_PAGE)
        run_page (&run, paths[i], stream);
      else
        run_lines (&run, paths[i], stream);
      if (!is_standard_input)
        fclose (stream);
    }
  return cli_flush () && !run.has_failed ? CLI_DONE : CLI_FAILED;
}
