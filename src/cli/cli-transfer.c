/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `import` and `export`: between files and a corpus.
 *
 * The work runs on a thread of its own, so that this one can show progress and hear an interrupt: an import that is
 * interrupted leaves no trace, an export leaves the old file. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli.h"

#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "project/corpus-export.h"

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  GAsyncResult *result;
  gboolean has_shown; /* a line of progress stands on the terminal */
} Work;

static gboolean
interrupt_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  Work *work = data;

  work->result = g_object_ref (result);
  g_main_loop_quit (work->loop);
}

static void
progress_cb (guint done,
             guint total,
             const char *path,
             gpointer data)
{
  Work *work = data;
  g_autofree char *name = g_filename_display_basename (path);

  if (!isatty (STDERR_FILENO))
    return;
  fprintf (stderr, "\r%u/%u %s\033[K", done, total, name);
  fflush (stderr);
  work->has_shown = TRUE;
}

static void
work_init (Work *self)
{
  *self = (Work){ .loop = g_main_loop_new (NULL, FALSE), .cancellable = g_cancellable_new () };
}

/* Waits for the end of what was begun. */
static void
work_wait (Work *self)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupt_cb, self->cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, interrupt_cb, self->cancellable);

  g_main_loop_run (self->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (self->has_shown)
    fputs ("\r\033[K", stderr);
}

static void
work_clear (Work *self)
{
  g_main_loop_unref (self->loop);
  g_object_unref (self->cancellable);
  g_clear_object (&self->result);
}

/* What is said of a file where a manifest or the name of the file says nothing or something else. */
typedef struct
{
  char *publication;
  char *date;
  char *edition;
  char *number;
  char *section;
  char *format;
  char *pattern;
  char *manifest;
  gboolean no_guess;
} ImportOptions;

static void
import_options_clear (ImportOptions *self)
{
  g_free (self->publication);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->number);
  g_free (self->section);
  g_free (self->format);
  g_free (self->pattern);
  g_free (self->manifest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static void
override (char **value,
          const char *given)
{
  if (given == NULL)
    return;
  g_free (*value);
  *value = g_strdup (given);
}

/* FALSE where the pattern does not fit. */
static gboolean
describe_item (CorpusImportItem *item,
               const ImportOptions *options)
{
  if (options->pattern != NULL && !corpus_import_item_apply_pattern (item, options->pattern))
    return FALSE;
  if (options->pattern == NULL && !options->no_guess)
    corpus_import_item_guess (item);
  return TRUE;
}

/* The items of manifest and arguments, in this order; %NULL where the manifest cannot be read. */
static GPtrArray *
collect_items (const ImportOptions *options,
               char **paths,
               int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_import_item_free);

  if (options->manifest != NULL)
    {
      g_clear_pointer (&items, g_ptr_array_unref);
      items = corpus_import_read_manifest (options->manifest, &error);
      if (items == NULL)
        {
          cli_complain ("%s", error->message);
          return NULL;
        }
    }
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (CorpusImportItem) item = corpus_import_item_new (paths[i]);

      if (describe_item (item, options))
        {
          g_ptr_array_add (items, g_steal_pointer (&item));
        }
      else
        {
          cli_complain_file (paths[i], "its name does not fit the pattern");
          *status = CLI_FAILED;
        }
    }
  for (guint i = 0; i < items->len; i++)
    {
      CorpusImportItem *item = g_ptr_array_index (items, i);

      override (&item->publication, options->publication);
      override (&item->date, options->date);
      override (&item->edition, options->edition);
      override (&item->number, options->number);
      override (&item->section, options->section);
      override (&item->format, options->format);
    }
  return g_steal_pointer (&items);
}

/* Tells what came of it: what failed and what else is to be known as messages, the totals as the result. */
static int
tell_report (const CorpusImportReport *report)
{
  for (guint i = 0; i < report->notices->len; i++)
    cli_complain ("%s", (const char *) g_ptr_array_index (report->notices, i));
  for (guint i = 0; i < report->failures->len; i++)
    {
      const CorpusImportFailure *failure = g_ptr_array_index (report->failures, i);

      cli_complain_file (failure->path, failure->reason);
    }
  cli_print (
      "imported pages: %u\nimported articles: %u\nimported entities: %u\nimported indicators: %u\nknown pages: %u\n",
      report->n_pages, report->n_articles, report->n_entities, report->n_indicators,
      report->n_known);
  return report->failures->len > 0 ? CLI_FAILED : CLI_DONE;
}

static int
run_import (const char *corpus_path,
            GPtrArray *items)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusImportReport) report = NULL;
  Work work;

  work_init (&work);
  corpus_import_async (corpus_path, items, progress_cb, &work, work.cancellable, done_cb, &work);
  work_wait (&work);
  report = corpus_import_finish (work.result, &error);
  work_clear (&work);
  if (report != NULL)
    return tell_report (report);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cli_complain ("interrupted; the corpus is as it was");
  else
    cli_complain ("%s", error->message);
  return CLI_FAILED;
}

/**
 * cli_import:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_import (int argc,
            char **argv)
{
  g_auto (ImportOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "manifest", 0, 0, G_OPTION_ARG_FILENAME, &options.manifest,
      "A CSV file that names the files: file,publication,date,edition,page,section", "FILE" },
    { "pattern", 0, 0, G_OPTION_ARG_STRING, &options.pattern,
      "What the names of the files say, such as {publication}_{date}_p{page}", "PATTERN" },
    { "no-guess", 0, 0, G_OPTION_ARG_NONE, &options.no_guess,
      "Do not read anything from the names of the files", NULL },
    { "publication", 0, 0, G_OPTION_ARG_STRING, &options.publication, "The newspaper", "NAME" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, "The day of the issue: 2025-04-15",
      "DATE" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &options.edition, "The edition", "NAME" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &options.number, "The page number as printed", "NUMBER" },
    { "section", 0, 0, G_OPTION_ARG_STRING, &options.section, "The section of the page", "NAME" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format,
      "page or jsonl; otherwise told by the name of the file", "FORMAT" },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments = cli_parse_options (argc, argv, entries, "CORPUS FILE…",
                                                "Imports page files (.txt, .md) and native JSON Lines into a corpus, which is made where it\n"
                                                "does not exist. A page that the corpus has already is passed over.",
                                                &status);
  g_autoptr (GPtrArray) items = NULL;

  if (arguments == NULL)
    return status;
  if (arguments[0] == NULL || (arguments[1] == NULL && options.manifest == NULL))
    {
      cli_complain ("import needs a corpus and at least one file or --manifest");
      return CLI_USAGE;
    }
  if (options.format != NULL && strcmp (options.format, "page") != 0 &&
      strcmp (options.format, "jsonl") != 0)
    {
      cli_complain ("--format is page or jsonl, not “%s”", options.format);
      return CLI_USAGE;
    }
  if (!cli_check_date (options.date))
    {
      cli_complain ("--date takes a day such as 2025-04-15, not “%s”", options.date);
      return CLI_USAGE;
    }

  status = CLI_DONE;
  items = collect_items (&options, arguments + 1, &status);
  if (items == NULL)
    return CLI_FAILED;
  if (items->len == 0)
    {
      if (status == CLI_DONE)
        cli_complain ("there is nothing to import");
      return CLI_FAILED;
    }
  /* Files whose names did not fit have failed already. */
  return run_import (arguments[0], items) == CLI_DONE ? status : CLI_FAILED;
}

static int
run_export (const char *corpus_path,
            const char *output,
            const CorpusExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  CorpusExportReport report;
  Work work;
  gboolean is_ok;

  work_init (&work);
  corpus_export_async (corpus_path, output, options, progress_cb, &work, work.cancellable, done_cb,
                       &work);
  work_wait (&work);
  is_ok = corpus_export_finish (work.result, &report, &error);
  work_clear (&work);
  if (is_ok)
    return CLI_DONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    cli_complain ("interrupted; nothing was written");
  else
    cli_complain ("%s", error->message);
  return CLI_FAILED;
}

/**
 * cli_export:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_export (int argc,
            char **argv)
{
  g_autofree char *format = NULL, *output = NULL, *only = NULL;
  CorpusExportOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      "jsonl, csv-articles, csv-entities or csv-indicators", "FORMAT" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "The file to write, - for standard output",
      "PATH" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Which articles: reviewed, changed or all",
      "reviewed|changed|all" },
    { "bom", 0, 0, G_OPTION_ARG_NONE, &options.with_bom,
      "Begin CSV with a byte order mark, for spreadsheets that need one", NULL },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments =
      cli_parse_options (argc, argv, entries, "CORPUS --format FORMAT --output PATH",
                         "Writes a corpus, or a part of it, into a file.", &status);

  if (arguments == NULL)
    return status;
  if (arguments[0] == NULL || arguments[1] != NULL || format == NULL || output == NULL)
    {
      cli_complain ("export needs one corpus, --format and --output");
      return CLI_USAGE;
    }
  if (!corpus_format_from_string (format, &options.format))
    {
      cli_complain ("--format is jsonl, csv-articles, csv-entities or csv-indicators, not “%s”",
                    format);
      return CLI_USAGE;
    }
  if (!cli_parse_only (only, &options.only))
    return CLI_USAGE;
  return run_export (arguments[0], strcmp (output, "-") == 0 ? "/dev/stdout" : output, &options);
}
