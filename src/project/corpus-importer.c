/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What both kinds of import need: the batch, the pages that are known, the words of the report. */

#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-import-private.h"

/**
 * corpus_importer_fail:
 * @self: an import
 * @path: a file
 * @reason: why it, or a line of it, could not be imported
 *
 * Tells of a failure; the import goes on.
 */
void
corpus_importer_fail (CorpusImporter *self,
                      const char *path,
                      const char *reason)
{
  CorpusImportFailure *failure = g_new0 (CorpusImportFailure, 1);

  failure->path = g_strdup (path);
  failure->reason = g_strdup (reason);
  g_ptr_array_add (self->report->failures, failure);
}

/**
 * corpus_importer_notice:
 * @self: an import
 * @path: a file
 * @words: what is to be said of it
 *
 * Tells of something that is no failure.
 */
void
corpus_importer_notice (CorpusImporter *self,
                        const char *path,
                        const char *words)
{
  g_autofree char *name = g_filename_display_name (path);

  g_ptr_array_add (self->report->notices, g_strdup_printf ("%s: %s", name, words));
}

/**
 * corpus_importer_begin:
 * @self: an import
 * @error: return location for an error
 *
 * Begins the batch, where it has not begun: an import that adds nothing leaves none.
 *
 * Returns: %FALSE with a #CorpusStoreError
 */
gboolean
corpus_importer_begin (CorpusImporter *self,
                       GError **error)
{
  g_autofree char *verb = NULL;

  if (self->batch_id != 0)
    return TRUE;
  verb = self->n_files == 1 ? g_strdup ("Import of 1 file")
                            : g_strdup_printf ("Import of %u files", self->n_files);
  self->batch_id = corpus_store_begin_batch (self->store, verb, error);
  return self->batch_id != 0;
}

/**
 * corpus_importer_check_known:
 * @self: an import
 * @sha256: of a page
 * @path: the file it comes from
 * @is_known: (out): whether the corpus has it
 * @error: return location for an error
 *
 * Looks whether the corpus has a page already, and says so in the report.
 *
 * Returns: %FALSE with a #CorpusStoreError
 */
gboolean
corpus_importer_check_known (CorpusImporter *self,
                             const char *sha256,
                             const char *path,
                             gboolean *is_known,
                             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (CorpusPage) known = corpus_store_find_page (self->store, sha256, &local_error);
  g_autofree char *words = NULL;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *is_known = known != NULL;
  if (known == NULL)
    return TRUE;
  self->report->n_known++;
  if (g_hash_table_contains (self->added, sha256))
    words = g_strdup_printf ("the same page was imported just before, as “%s”", known->file);
  else
    words = g_strdup_printf ("the page is in the corpus already, as “%s”", known->file);
  corpus_importer_notice (self, path, words);
  return TRUE;
}

/* What a newspaper calls a page; NULL where too little is known of it. */
static char *
dup_reading (const char *publication,
             const char *date,
             const char *edition,
             const char *number)
{
  if (date == NULL || number == NULL)
    return NULL;
  return g_strjoin ("\t", publication != NULL ? publication : "", date,
                    edition != NULL ? edition : "", number, NULL);
}

/* The readings the corpus had before, found when the first page wants to be added. */
static gboolean
load_readings (CorpusImporter *self,
               GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (self->readings != NULL)
    return TRUE;
  rows = corpus_store_list_articles (self->store, CORPUS_ONLY_ALL, NULL, self->cancellable, error);
  if (rows == NULL)
    return FALSE;
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < rows->len; i++)
    {
      const CorpusRow *row = g_ptr_array_index (rows, i);
      char *reading = dup_reading (row->publication, row->date, row->edition, row->number);

      if (reading != NULL)
        g_hash_table_replace (self->readings, reading, NULL);
    }
  return TRUE;
}

static void
notice_reading (CorpusImporter *self,
                const char *path,
                CorpusPage *page)
{
  g_autofree char *reading =
      dup_reading (page->publication, page->date, page->edition, page->number);
  g_autofree char *words = NULL;
  gpointer file;

  if (reading == NULL)
    return;
  if (g_hash_table_lookup_extended (self->readings, reading, NULL, &file))
    {
      words =
          g_strdup_printf ("this is a new reading of page %s of %s%s%s%s; the corpus now has both",
                           page->number, page->date, page->publication != NULL ? " of " : "",
                           page->publication != NULL ? page->publication : "",
                           file != NULL ? ", which this import has read before" : "");
      corpus_importer_notice (self, path, words);
    }
  g_hash_table_replace (self->readings, g_steal_pointer (&reading), g_strdup (path));
}

static void
count (CorpusImportReport *report,
       CorpusArticle *article)
{
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);

  report->n_articles++;
  for (guint i = 0; i < entities->len; i++)
    report->n_entities += ((CorpusEntity *) g_ptr_array_index (entities, i))->provenance.state !=
                          CORPUS_STATE_REJECTED;
  for (guint i = 0; i < indicators->len; i++)
    report->n_indicators +=
        ((CorpusIndicator *) g_ptr_array_index (indicators, i))->provenance.state !=
        CORPUS_STATE_REJECTED;
}

/**
 * corpus_importer_add_page:
 * @self: an import
 * @path: the file it comes from
 * @line: the line of a native file, 0 where the file is the page and the articles were extracted from it
 * @page: a page that the corpus does not have
 * @loose_blocks: (nullable) (element-type CorpusBlock): its blocks of no article
 * @articles: (nullable) (element-type CorpusArticle): its articles
 * @error: return location for an error
 *
 * Writes a page with its articles.
 *
 * Returns: %FALSE with a #CorpusStoreError or %G_IO_ERROR_CANCELLED
 */
gboolean
corpus_importer_add_page (CorpusImporter *self,
                          const char *path,
                          guint64 line,
                          CorpusPage *page,
                          GPtrArray *loose_blocks,
                          GPtrArray *articles,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean is_added;

  if (!load_readings (self, error) || !corpus_importer_begin (self, error))
    return FALSE;
  is_added = line > 0
                 ? corpus_store_add_page (self->store, self->batch_id, page, loose_blocks, articles,
                                          self->cancellable, &local_error)
                 : corpus_store_add_extracted_page (self->store, self->batch_id, page, loose_blocks,
                                                    articles, self->cancellable, &local_error);
  if (!is_added)
    {
      /* What one page suffers from is told of that page; what they all will ends the import. */
      if (g_error_matches (local_error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR) ||
          g_error_matches (local_error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE))
        {
          g_autofree char *words = line > 0 ? g_strdup_printf ("line %" G_GUINT64_FORMAT
                                                               ", the page and its articles: %s",
                                                               line, local_error->message)
                                            : g_strdup (local_error->message);

          corpus_importer_fail (self, path, words);
          return TRUE;
        }
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  notice_reading (self, path, page);
  g_hash_table_add (self->added, g_strdup (page->sha256));
  self->report->n_pages++;
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    count (self->report, g_ptr_array_index (articles, i));
  return TRUE;
}
