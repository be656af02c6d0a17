/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A native JSON Lines file into a corpus.
 *
 * A page is written when the articles on it have been read: at the next page after an article. Pages without an article
 * of their own wait for that moment, because an article that lies on several pages stands after the last of them.
 * A bad line is told and the rest is read. */

#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-import-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/corpus-native-reader.h"
#include "project/corpus-file.h"

/* So many pages wait at most, and so many bad lines of a file are told one by one. */
#define MAX_WAITING 256
#define MAX_TOLD 100

typedef struct
{
  CorpusPage *page;
  GPtrArray *blocks;
  GPtrArray *articles;
  guint64 line;
} Waiting;

typedef struct
{
  CorpusImporter *importer;
  const char *path;
  GPtrArray *waiting;    /* Waiting, in the order of the file */
  gboolean has_articles; /* one of them has */
  GHashTable *skipped;   /* SHA-256 of the pages that the corpus had before */
  guint64 line;
  guint n_failed;
} Native;

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  corpus_page_unref (waiting->page);
  g_clear_pointer (&waiting->blocks, g_ptr_array_unref);
  g_ptr_array_unref (waiting->articles);
  g_free (waiting);
}

static void
fail (Native *self,
      const char *reason)
{
  g_autofree char *words = g_strdup_printf ("line %" G_GUINT64_FORMAT ": %s", self->line, reason);

  if (self->n_failed++ < MAX_TOLD)
    corpus_importer_fail (self->importer, self->path, words);
}

/* The page of that hash among those that wait, else in the corpus. */
static CorpusPage *
find_page (const char *sha256,
           gpointer data)
{
  Native *self = data;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (self->waiting, i);

      if (g_str_equal (waiting->page->sha256, sha256))
        return corpus_page_ref (waiting->page);
    }
  return corpus_store_find_page (self->importer->store, sha256, NULL);
}

static gboolean
flush (Native *self,
       GError **error)
{
  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (self->waiting, i);

      if (!corpus_importer_add_page (self->importer, self->path, waiting->line, waiting->page,
                                     waiting->blocks, waiting->articles, error))
        return FALSE;
    }
  g_ptr_array_set_size (self->waiting, 0);
  self->has_articles = FALSE;
  return TRUE;
}

static Waiting *
add_waiting (Native *self,
             CorpusPage *page,
             GPtrArray *blocks)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->page = corpus_page_ref (page);
  waiting->line = self->line;
  waiting->blocks = blocks != NULL ? g_ptr_array_ref (blocks) : NULL;
  waiting->articles = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->waiting, waiting);
  return waiting;
}

static gboolean
is_waiting (Native *self,
            const char *sha256)
{
  for (guint i = 0; i < self->waiting->len; i++)
    if (g_str_equal (((Waiting *) g_ptr_array_index (self->waiting, i))->page->sha256, sha256))
      return TRUE;
  return FALSE;
}

static gboolean
take_page (Native *self,
           CorpusNativeLine *line,
           GError **error)
{
  gboolean is_known;

  if ((self->has_articles || self->waiting->len >= MAX_WAITING) && !flush (self, error))
    return FALSE;
  if (line->page == NULL)
    {
      g_autofree char *words = g_strdup_printf ("line %" G_GUINT64_FORMAT
                                                ": the text of the page “%s” is not in the file; "
                                                "its articles are anchored in their own text",
                                                self->line, line->file != NULL ? line->file : "");

      corpus_importer_notice (self->importer, self->path, words);
      return TRUE;
    }
  if (is_waiting (self, line->sha256))
    {
      fail (self, "the page stands in the file twice");
      return TRUE;
    }
  if (!corpus_importer_check_known (self->importer, line->sha256, self->path, &is_known, error))
    return FALSE;
  if (is_known)
    g_hash_table_add (self->skipped, g_strdup (line->sha256));
  else
    add_waiting (self, line->page, line->blocks);
  return TRUE;
}

/* An article whose page was made of its own text. */
static gboolean
take_own_page (Native *self,
               CorpusNativeLine *line,
               GError **error)
{
  gboolean is_known;

  if (is_waiting (self, line->page->sha256))
    {
      self->importer->report->n_known++;
      return TRUE;
    }
  if (!corpus_importer_check_known (self->importer, line->page->sha256, self->path, &is_known,
                                    error))
    return FALSE;
  if (!is_known)
    {
      Waiting *waiting = add_waiting (self, line->page, NULL);

      g_ptr_array_add (waiting->articles, g_object_ref (line->article));
      self->has_articles = TRUE;
    }
  return self->waiting->len < MAX_WAITING || flush (self, error);
}

/* Whether an annotation begins in a block of the article, which is what makes it belong there. */
static gboolean
begins_in_article (CorpusArticle *article,
                   GArray *pieces)
{
  const CorpusPiece *first = pieces->len > 0 ? corpus_piece_at (pieces, 0) : NULL;
  GPtrArray *blocks = corpus_article_get_blocks (article);

  for (guint i = 0; first != NULL && i < blocks->len; i++)
    {
      GArray *ranges = ((CorpusBlock *) g_ptr_array_index (blocks, i))->pieces;

      for (guint j = 0; j < ranges->len; j++)
        {
          const CorpusPiece *range = corpus_piece_at (ranges, j);

          if (range->page_id == first->page_id && range->start <= first->start &&
              first->start < range->end)
            return TRUE;
        }
    }
  return first == NULL;
}

/* An annotation that lies in no block of its article is kept, but belongs to none: that has to be said. */
static void
notice_strays (Native *self,
               CorpusArticle *article)
{
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);
  g_autofree char *words = NULL;
  guint n_strays = 0;

  for (guint i = 0; i < entities->len; i++)
    n_strays +=
        !begins_in_article (article, ((CorpusEntity *) g_ptr_array_index (entities, i))->pieces);
  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusFiller *value =
          corpus_indicator_get_filler (g_ptr_array_index (indicators, i), CORPUS_SLOT_VALUE);

      n_strays += value != NULL && !begins_in_article (article, value->pieces);
    }
  if (n_strays == 0)
    return;
  words = g_strdup_printf ("line %" G_GUINT64_FORMAT
                           ": %u annotations lie in no block of the article and so belong to none",
                           self->line, n_strays);
  corpus_importer_notice (self->importer, self->path, words);
}

/* Puts an article to the last of its pages that waits; one that lies on no page to the last that waits at all. */
static void
take_article (Native *self,
              CorpusArticle *article)
{
  GPtrArray *pages = corpus_article_get_pages (article);
  Waiting *last = NULL;
  guint n_skipped = 0;

  for (guint i = 0; i < pages->len; i++)
    n_skipped += g_hash_table_contains (self->skipped,
                                        ((CorpusPage *) g_ptr_array_index (pages, i))->sha256);
  if (n_skipped == pages->len && (n_skipped > 0 || self->waiting->len == 0))
    return;
  if (n_skipped > 0)
    {
      fail (self, "some of the article’s pages were in the corpus before and some were not");
      return;
    }
  for (guint i = 0; i < self->waiting->len; i++)
    {
      Waiting *waiting = g_ptr_array_index (self->waiting, i);

      if (corpus_article_find_page (article, waiting->page->id) != NULL || pages->len == 0)
        last = waiting;
    }
  if (last == NULL)
    {
      fail (
          self,
          "the article stands too far behind its page; it has to follow before the articles of the next page end");
      return;
    }
  notice_strays (self, article);
  g_ptr_array_add (last->articles, g_object_ref (article));
  self->has_articles = TRUE;
}

static gboolean
take_corpus (Native *self,
             CorpusNativeLine *line,
             GError **error)
{
  CorpusImporter *importer = self->importer;

  if (!corpus_importer_begin (importer, error))
    return FALSE;
  /* A corpus that has pages keeps its own title and tag set. */
  if (importer->is_new)
    return corpus_store_set_corpus (importer->store, importer->batch_id, line->title, line->tagset,
                                    line->people, line->extra, error);
  return corpus_store_set_corpus (importer->store, importer->batch_id, NULL, NULL, line->people,
                                  NULL, error);
}

static gboolean
take_line (Native *self,
           CorpusNativeReader *reader,
           const char *text,
           gsize n_bytes,
           GError **error)
{
  g_autoptr (GError) line_error = NULL;
  g_autoptr (CorpusNativeLine) line =
      corpus_native_reader_read (reader, text, n_bytes, &line_error);

  if (line == NULL)
    {
      fail (self, line_error->message);
      return TRUE;
    }
  switch (line->kind)
    {
    case CORPUS_NATIVE_LINE_CORPUS:
      return take_corpus (self, line, error);
    case CORPUS_NATIVE_LINE_PAGE:
      return take_page (self, line, error);
    case CORPUS_NATIVE_LINE_ARTICLE:
      if (line->page != NULL)
        return take_own_page (self, line, error);
      take_article (self, line->article);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_lines (Native *self,
            FILE *stream,
            GError **error)
{
  g_autoptr (CorpusNativeReader) reader = corpus_native_reader_new (find_page, self);
  g_autofree char *buffer = NULL; /* GLib's allocator is that of the C library */
  size_t n_buffer = 0;
  ssize_t n_read;

  for (self->line = 1; (errno = 0, n_read = getline (&buffer, &n_buffer, stream)) >= 0;
       self->line++)
    {
      const char *text = buffer;

      if (g_cancellable_set_error_if_cancelled (self->importer->cancellable, error))
        return FALSE;
      while (n_read > 0 && (text[n_read - 1] == '\n' || text[n_read - 1] == '\r'))
        n_read--;
      if (self->line == 1 && n_read >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
        {
          text += 3;
          n_read -= 3;
        }
      if (n_read > 0 && !take_line (self, reader, text, (gsize) n_read, error))
        return FALSE;
    }
  if (ferror (stream))
    corpus_importer_fail (self->importer, self->path, corpus_file_explain (errno));
  else if (self->line == 1)
    corpus_importer_fail (self->importer, self->path, "the file is empty");
  return flush (self, error);
}

/**
 * corpus_importer_read_native:
 * @self: an import
 * @path: a native JSON Lines file
 * @error: return location for an error
 *
 * Imports a native JSON Lines file, one line in memory at a time.
 *
 * Returns: %FALSE with a #CorpusStoreError or %G_IO_ERROR_CANCELLED
 */
gboolean
corpus_importer_read_native (CorpusImporter *self,
                             const char *path,
                             GError **error)
{
  Native native = { .importer = self, .path = path };
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  FILE *stream = fd >= 0 ? fdopen (fd, "rb") : NULL;
  struct stat info;
  gboolean is_ok;

  if (stream == NULL || fstat (fd, &info) < 0 || S_ISDIR (info.st_mode))
    {
      corpus_importer_fail (
          self, path,
          corpus_file_explain (stream != NULL && S_ISDIR (info.st_mode) ? EISDIR : errno));
      if (stream != NULL)
        fclose (stream);
      return TRUE;
    }

  native.waiting = g_ptr_array_new_with_free_func (waiting_free);
  native.skipped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is_ok = read_lines (&native, stream, error);
  if (native.n_failed > MAX_TOLD)
    {
      g_autofree char *words =
          g_strdup_printf ("and %u more lines that cannot be read", native.n_failed - MAX_TOLD);

      corpus_importer_fail (self, path, words);
    }
  fclose (stream);
  g_ptr_array_unref (native.waiting);
  g_hash_table_unref (native.skipped);
  return is_ok;
}
