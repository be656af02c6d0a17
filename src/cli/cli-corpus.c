/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `list`, `stats`, `search`, `verify`, `undo`, `redo` and `history`: about one corpus. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli.h"

#include <string.h>

#include "text/corpus-id.h"

/* The corpus that is the only argument, opened; NULL after a message. */
static CorpusStore *
open_only (const char *command,
           char **arguments,
           CorpusStoreFlags flags,
           int *status)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store;

  if (arguments[0] == NULL || arguments[1] != NULL)
    {
      cli_complain ("%s needs one corpus", command);
      *status = CLI_USAGE;
      return NULL;
    }
  store = corpus_store_open (arguments[0], flags, NULL, &error);
  if (store == NULL)
    {
      cli_complain ("%s", error->message);
      *status = CLI_FAILED;
    }
  return store;
}

/* Closes what was opened; @error is what went wrong before, if anything did. */
static int
end (CorpusStore *store,
     GError *error)
{
  g_autoptr (GError) close_error = NULL;

  if (error != NULL)
    cli_complain ("%s", error->message);
  if (!corpus_store_close (store, &close_error) && error == NULL)
    {
      cli_complain ("%s", close_error->message);
      return CLI_FAILED;
    }
  return error == NULL ? CLI_DONE : CLI_FAILED;
}

/* What stands in a cell of a line: tabs and line ends would break it. */
static char *
dup_cell (const char *value)
{
  char *cell = g_strdup (value != NULL ? value : "");

  return g_strdelimit (cell, "\t\r\n", ' ');
}

/* id, publication, date, edition, page, genre, tasks, entities, indicators, to check, headline */
static gboolean
print_row (const CorpusRow *row)
{
  g_autofree char *id = corpus_id_to_string (row->article_id);
  g_autofree char *publication = dup_cell (row->publication);
  g_autofree char *edition = dup_cell (row->edition);
  g_autofree char *number = dup_cell (row->number);
  g_autofree char *headline = dup_cell (row->headline);

  return cli_print ("%s\t%s\t%s\t%s\t%s\t%s\t%s/%s/%s/%s\t%u\t%u\t%u\t%s\n", id, publication,
                    row->date != NULL ? row->date : "", edition, number,
                    row->genre != NULL ? row->genre : "",
                    corpus_review_to_string (row->reviews[CORPUS_TASK_STRUCTURE]),
                    corpus_review_to_string (row->reviews[CORPUS_TASK_METADATA]),
                    corpus_review_to_string (row->reviews[CORPUS_TASK_ENTITIES]),
                    corpus_review_to_string (row->reviews[CORPUS_TASK_INDICATORS]), row->n_entities,
                    row->n_indicators, row->n_to_check, headline);
}

static int
print_rows (CorpusStore *store,
            CorpusOnly only,
            const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = corpus_store_list_articles (store, only, query, NULL, &error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!print_row (g_ptr_array_index (rows, i)))
      break;
  return end (store, error);
}

#define ROW_HELP "one a line, parted by tabs:\nid, publication, date, edition, page, genre, tasks (structure/metadata/entities/indicators),\n" \
                 "entities, indicators, suggestions to check, headline."

/**
 * cli_parse_only:
 * @word: (nullable): `reviewed`, `changed` or `all`
 * @only: (out): what it means; all where there is no word
 *
 * Returns: %FALSE after a message, where the word is none of them
 */
gboolean
cli_parse_only (const char *word,
                CorpusOnly *only)
{
  *only = CORPUS_ONLY_ALL;
  if (word == NULL || strcmp (word, "all") == 0)
    return TRUE;
  if (strcmp (word, "reviewed") == 0)
    *only = CORPUS_ONLY_REVIEWED;
  else if (strcmp (word, "changed") == 0)
    *only = CORPUS_ONLY_CHANGED;
  else
    {
      cli_complain ("--only is reviewed, changed or all, not “%s”", word);
      return FALSE;
    }
  return TRUE;
}

/**
 * cli_list:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_list (int argc,
          char **argv)
{
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
    { "only", 0, 0, G_OPTION_ARG_STRING, &word, "Which articles: reviewed, changed or all",
      "reviewed|changed|all" },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments =
      cli_parse_options (argc, argv, entries, "CORPUS", "Lists the articles, " ROW_HELP, &status);
  g_autoptr (CorpusStore) store = NULL;
  CorpusOnly only;

  if (arguments == NULL)
    return status;
  if (!cli_parse_only (word, &only))
    return CLI_USAGE;
  store = open_only (argv[0], arguments, CORPUS_STORE_READ_ONLY, &status);
  return store != NULL ? print_rows (store, only, NULL) : status;
}

/**
 * cli_search:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_search (int argc,
            char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  int status;
  g_auto (GStrv) arguments = cli_parse_options (argc, argv, entries, "CORPUS WORD…",
                                                "Finds the articles whose headline and text have all the words, " ROW_HELP, &status);
  g_autoptr (CorpusStore) store = NULL;
  g_autofree char *query = NULL;
  char *only_corpus[2] = { NULL };

  if (arguments == NULL)
    return status;
  if (arguments[0] == NULL || arguments[1] == NULL)
    {
      cli_complain ("search needs a corpus and what to look for");
      return CLI_USAGE;
    }
  query = g_strjoinv (" ", arguments + 1);
  only_corpus[0] = arguments[0];
  store = open_only (argv[0], only_corpus, CORPUS_STORE_READ_ONLY, &status);
  return store != NULL ? print_rows (store, CORPUS_ONLY_ALL, query) : status;
}

/**
 * cli_stats:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_stats (int argc,
           char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  int status;
  g_auto (GStrv) arguments = cli_parse_options (
      argc, argv, entries, "CORPUS", "Counts what is in a corpus, one number a line.", &status);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  CorpusStats stats;

  if (arguments == NULL)
    return status;
  store = open_only (argv[0], arguments, CORPUS_STORE_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (corpus_store_get_stats (store, &stats, &error))
    cli_print ("pages: %" G_GINT64_FORMAT "\narticles: %" G_GINT64_FORMAT
               "\nreviewed: %" G_GINT64_FORMAT "\nentities: %" G_GINT64_FORMAT
               "\nindicators: %" G_GINT64_FORMAT "\nto check: %" G_GINT64_FORMAT
               "\nedits: %" G_GINT64_FORMAT "\n",
               stats.n_pages, stats.n_articles, stats.n_reviewed, stats.n_entities,
               stats.n_indicators, stats.n_to_check, stats.n_edits);
  return end (store, error);
}

/**
 * cli_verify:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status: 1 also where something was found
 */
int
cli_verify (int argc,
            char **argv)
{
  gboolean wants_rebuild = FALSE;
  const GOptionEntry entries[] = {
    { "rebuild", 0, 0, G_OPTION_ARG_NONE, &wants_rebuild, "First make lists and search index anew",
      NULL },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments = cli_parse_options (argc, argv, entries, "CORPUS",
                                                "Checks a corpus: the file, the anchors of all annotations, the journal.", &status);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (arguments == NULL)
    return status;
  store = open_only (argv[0], arguments, wants_rebuild ? 0 : CORPUS_STORE_READ_ONLY, &status);
  if (store == NULL)
    return status;
  if (!wants_rebuild || corpus_store_rebuild_derived (store, NULL, &error))
    findings = corpus_store_verify (store, NULL, &error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    cli_print ("%s\n", (const char *) g_ptr_array_index (findings, i));
  if (findings != NULL && findings->len == 0)
    cli_print ("all is well\n");
  status = end (store, error);
  return findings != NULL && findings->len > 0 ? CLI_FAILED : status;
}

static int
take_back (int argc,
           char **argv,
           gboolean is_undo)
{
  g_autofree char *reviewer = NULL;
  const GOptionEntry entries[] = {
    { "reviewer", 0, 0, G_OPTION_ARG_STRING, &reviewer, "Whose edit; otherwise yours", "NAME" },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments =
      cli_parse_options (argc, argv, entries, "CORPUS",
                         is_undo ? "Takes back the last edit of a reviewer."
                                 : "Does again the edit that was taken back last.",
                         &status);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusChange) change = NULL;
  g_autofree char *verb = NULL;

  if (arguments == NULL)
    return status;
  store = open_only (argv[0], arguments, 0, &status);
  if (store == NULL)
    return status;
  if (reviewer != NULL)
    corpus_store_set_reviewer (store, reviewer);
  verb = is_undo ? corpus_store_dup_undo_verb (store) : corpus_store_dup_redo_verb (store);
  change =
      is_undo ? corpus_store_undo (store, NULL, &error) : corpus_store_redo (store, NULL, &error);
  if (change != NULL)
    cli_print ("%s: %s\n", is_undo ? "undone" : "redone", verb != NULL ? verb : "");
  return end (store, error);
}

/**
 * cli_undo:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_undo (int argc,
          char **argv)
{
  return take_back (argc, argv, TRUE);
}

/**
 * cli_redo:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_redo (int argc,
          char **argv)
{
  return take_back (argc, argv, FALSE);
}

static gboolean
print_history_line (const CorpusHistoryLine *line)
{
  g_autofree char *id =
      line->article_id != 0 ? corpus_id_to_string (line->article_id) : g_strdup ("");
  g_autofree char *by = dup_cell (line->by);
  g_autofree char *verb = dup_cell (line->verb);

  return cli_print ("%s\t%s\t%s\t%s\t%s\t%s\n", line->at, by, line->kind, id,
                    line->is_undone ? "undone" : "", verb);
}

/**
 * cli_history:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_history (int argc,
             char **argv)
{
  g_autofree char *article = NULL;
  int limit = 0;
  const GOptionEntry entries[] = {
    { "article", 0, 0, G_OPTION_ARG_STRING, &article, "Of one article only", "ID" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "At most so many, the newest", "NUMBER" },
    { NULL },
  };
  int status;
  g_auto (GStrv) arguments = cli_parse_options (argc, argv, entries, "CORPUS",
                                                "Lists what was done to a corpus, the newest first, one a line, parted by tabs:\n"
                                                "time, reviewer, kind, article, whether it is undone, what was done.",
                                                &status);
  g_autoptr (CorpusStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gboolean is_foreign;

  if (arguments == NULL)
    return status;
  if (limit < 0)
    {
      cli_complain ("--limit takes a number above 0, not %d", limit);
      return CLI_USAGE;
    }
  store = open_only (argv[0], arguments, CORPUS_STORE_READ_ONLY, &status);
  if (store == NULL)
    return status;
  lines = corpus_store_list_history (
      store, article != NULL ? corpus_id_from_string (article, &is_foreign) : 0,
      limit > 0 ? (guint) limit : G_MAXINT, &error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (!print_history_line (g_ptr_array_index (lines, i)))
      break;
  return end (store, error);
}
