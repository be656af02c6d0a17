/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines, version 1: the reader of lines.
 *
 * An article is put together from the pages that stand before it and is held against what its line says: its text has to
 * be what its blocks say, and each annotation what stands where it points to. A file of articles alone (what `extract`
 * writes) has no pages; each article then becomes a page of its own text, anchored by the offsets in that text. Blocks
 * have no id in the file: theirs follow from the article's, so that two copies which read one file agree. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-reader.h"

#include <string.h>

#include "exchange/corpus-native-parts.h"
#include "exchange/corpus-native-values.h"
#include "exchange/corpus-native.h"

struct _CorpusNativeReader
{
  CorpusNativeFindPage find_page;
  gpointer data;
  gint64 n_articles;
  gboolean
      has_pages;        /* the file has page lines, so that every article has to stand on some of them */
  GHashTable *textless; /* SHA-256 of the pages whose text is not in the file */
};

/**
 * corpus_native_reader_new:
 * @find_page: (scope notified): finds a page by its SHA-256 among those read before
 * @data: for @find_page
 *
 * Returns: (transfer full): a reader at the beginning of a file
 */
CorpusNativeReader *
corpus_native_reader_new (CorpusNativeFindPage find_page,
                          gpointer data)
{
  CorpusNativeReader *self = g_new0 (CorpusNativeReader, 1);

  self->find_page = find_page;
  self->data = data;
  self->textless = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * corpus_native_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
corpus_native_reader_free (CorpusNativeReader *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->textless);
  g_free (self);
}

/**
 * corpus_native_line_free:
 * @line: (transfer full) (nullable): a line
 */
void
corpus_native_line_free (CorpusNativeLine *line)
{
  if (line == NULL)
    return;
  g_free (line->title);
  corpus_tagset_unref (line->tagset);
  g_clear_pointer (&line->people, g_ptr_array_unref);
  corpus_page_unref (line->page);
  g_free (line->sha256);
  g_free (line->file);
  g_clear_pointer (&line->blocks, g_ptr_array_unref);
  g_clear_object (&line->article);
  g_free (line->extra);
  g_free (line);
}

static gboolean
get_sha256 (const CorpusJson *object,
            char **sha256,
            GError **error)
{
  if (!corpus_native_need_text (object, "sha256", sha256, error))
    return FALSE;
  if (strlen (*sha256) == 64 && strspn (*sha256, "0123456789abcdef") == 64)
    return TRUE;
  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
               "sha256: “%s” is not 64 hexadecimal digits", *sha256);
  return FALSE;
}

static gboolean
get_page_members (const CorpusJson *object,
                  CorpusPage *page,
                  GError **error)
{
  return corpus_native_get_text (object, "file", &page->file, error) &&
         corpus_native_get_text (object, "encoding", &page->encoding, error) &&
         corpus_native_get_text (object, "publication", &page->publication, error) &&
         corpus_native_get_text (object, "date", &page->date, error) &&
         corpus_native_get_text (object, "edition", &page->edition, error) &&
         corpus_native_get_text (object, "number", &page->number, error);
}

/* A page of a text; without a SHA-256 it gets that of the text. Its id follows from it, as with a page file. */
static CorpusPage *
make_page (const char *utf8,
           gsize n_bytes,
           const char *sha256,
           GError **error)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new (utf8, (gssize) n_bytes, error);
  CorpusIdSource ids;
  CorpusPage *page;

  if (chars == NULL)
    return NULL;
  page = corpus_page_new (1, chars, sha256);
  corpus_id_source_init_seeded (&ids, page->sha256);
  page->id = corpus_id_source_next (&ids);
  corpus_id_source_clear (&ids);
  return page;
}

static gboolean
read_page (const CorpusJson *object,
           CorpusNativeLine *line,
           GError **error)
{
  const CorpusJson *member = corpus_json_find (object, "text"), *blocks;
  g_autoptr (GPtrArray) pages = g_ptr_array_new ();
  g_autofree char *seed = NULL;
  CorpusIdSource ids;
  const char *text;
  gsize n_bytes;
  gboolean is_ok = TRUE;

  line->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  if (!get_sha256 (object, &line->sha256, error) ||
      !corpus_native_get_text (object, "file", &line->file, error) ||
      !corpus_native_get_objects (object, "blocks", &blocks, error))
    return FALSE;
  if (corpus_json_get_kind (member) == CORPUS_JSON_NULL)
    return TRUE;
  text = corpus_json_get_string (member, &n_bytes);
  if (text == NULL)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                           "text: it is not a string");
      return FALSE;
    }

  line->page = make_page (text, n_bytes, line->sha256, error);
  if (line->page == NULL)
    {
      g_prefix_error (error, "text: ");
      return FALSE;
    }
  if (!get_page_members (object, line->page, error) ||
      !corpus_native_get_text (object, "section", &line->page->section, error))
    return FALSE;
  line->page->extra = corpus_json_dup_others (object, corpus_native_page_members);

  g_ptr_array_add (pages, line->page);
  seed = g_strconcat (line->sha256, "/blocks", NULL);
  corpus_id_source_init_seeded (&ids, seed);
  for (guint i = 0; is_ok && i < corpus_json_get_length (blocks); i++)
    {
      CorpusBlock *block =
          corpus_native_read_block (corpus_json_get_at (blocks, i), pages, &ids, error);

      if (block != NULL)
        {
          block->rank = (i + 1) * CORPUS_NATIVE_RANK_STEP;
          g_ptr_array_add (line->blocks, block);
        }
      else
        {
          g_prefix_error (error, "blocks[%u].", i);
          is_ok = FALSE;
        }
    }
  corpus_id_source_clear (&ids);
  return is_ok;
}

static gboolean
read_review (const CorpusJson *line,
             CorpusHead *head,
             CorpusNativeExtra *extra,
             GError **error)
{
  const CorpusJson *review;
  CorpusNativeExtra inner = { 0 };

  if (!corpus_native_get_object (line, "review", &review, error))
    return FALSE;
  for (CorpusTask task = 0; task < CORPUS_N_TASKS; task++)
    {
      const char *name = corpus_task_to_string (task);
      const CorpusJson *object;
      g_autofree char *by = NULL, *at = NULL;
      CorpusReviewStatus status = CORPUS_REVIEW_TODO;

      if (!corpus_native_get_object (review, name, &object, error) ||
          !corpus_native_get_word (object, "status", corpus_review_from_string, &status, error) ||
          !corpus_native_get_text (object, "by", &by, error) ||
          !corpus_native_get_text (object, "at", &at, error))
        {
          g_prefix_error (error, "review.%s.", name);
          g_free (corpus_native_extra_end (&inner));
          return FALSE;
        }
      corpus_head_set_review (head, task, status, by, at);
      corpus_native_extra_add_nested (&inner, name,
                                      corpus_json_dup_others (object, corpus_native_task_members));
    }
  corpus_native_extra_add_others (&inner, review, corpus_native_review_members);
  corpus_native_extra_add_nested (extra, "review", corpus_native_extra_end (&inner));
  if (corpus_native_get_strings (review, "flags", &head->flags, error) &&
      corpus_native_get_boolean (review, "excluded", &head->excluded, error) &&
      corpus_native_get_text (review, "note", &head->note, error))
    return TRUE;
  g_prefix_error (error, "review.");
  return FALSE;
}

/* What a version to come says in objects that have no value of their own in the model. */
static void
keep_unknown (const CorpusJson *line,
              CorpusNativeExtra *extra)
{
  const CorpusJson *metadata = corpus_json_find (line, "metadata"),
                   *refs = corpus_json_find (line, "pages");
  CorpusNativeExtra inner = { 0 };

  corpus_native_extra_add_nested (
      &inner, "jump",
      corpus_json_dup_others (corpus_json_find (metadata, "jump"), corpus_native_jump_members));
  corpus_native_extra_add_others (&inner, metadata, corpus_native_metadata_members);
  corpus_native_extra_add_nested (extra, "metadata", corpus_native_extra_end (&inner));
  for (guint i = 0; i < corpus_json_get_length (refs); i++)
    {
      const CorpusJson *ref = corpus_json_get_at (refs, i);
      const char *sha256 = corpus_json_get_string (corpus_json_find (ref, "sha256"), NULL);

      if (sha256 != NULL)
        corpus_native_extra_add_nested (
            &inner, sha256, corpus_json_dup_others (ref, corpus_native_page_ref_members));
    }
  corpus_native_extra_add_nested (extra, "pages", corpus_native_extra_end (&inner));
  corpus_native_extra_add_others (extra, line, corpus_native_article_members);
}

/* A page made of the article's own text, for a file that has no pages. */
static CorpusPage *
make_own_page (const CorpusJson *line,
               GError **error)
{
  const CorpusJson *refs = corpus_json_find (line, "pages");
  const CorpusJson *ref = corpus_json_get_length (refs) > 0 ? corpus_json_get_at (refs, 0) : NULL;
  gsize n_bytes = 0;
  const char *text = corpus_json_get_string (corpus_json_find (line, "text"), &n_bytes);
  g_autoptr (CorpusPage) page = NULL;

  if (text == NULL)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_PAGE,
                           "pages: the file has neither the page of this article nor its text");
      return NULL;
    }
  page = make_page (text, n_bytes, NULL, error);
  if (page == NULL || !get_page_members (ref, page, error) ||
      !corpus_native_get_text (corpus_json_find (line, "metadata"), "section", &page->section,
                               error))
    return NULL;
  g_free (page->encoding);
  page->encoding = g_strdup ("UTF-8");
  return g_steal_pointer (&page);
}

/* Finds the pages of an article, or makes one. */
static gboolean
collect_pages (CorpusNativeReader *self,
               const CorpusJson *object,
               CorpusArticle *article,
               CorpusPage **own_page,
               GError **error)
{
  const CorpusJson *refs;
  guint n_found = 0, n_textless = 0;

  if (!corpus_native_get_objects (object, "pages", &refs, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (refs); i++)
    {
      g_autofree char *sha256 = NULL;
      g_autoptr (CorpusPage) page = NULL;

      if (!get_sha256 (corpus_json_get_at (refs, i), &sha256, error))
        {
          g_prefix_error (error, "pages[%u].", i);
          return FALSE;
        }
      page = self->find_page (sha256, self->data);
      n_textless += g_hash_table_contains (self->textless, sha256);
      if (page != NULL)
        {
          corpus_article_add_page (article, page);
          n_found++;
        }
    }
  if (n_found < corpus_json_get_length (refs) &&
      (n_found > 0 || (self->has_pages && n_textless == 0)))
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_PAGE,
                           "pages: not all of them stand in the file before the article");
      return FALSE;
    }
  /* An article that has lost its last block lies on no page. */
  if (n_found == 0 && !(self->has_pages && refs != NULL && corpus_json_get_length (refs) == 0))
    {
      *own_page = make_own_page (object, error);
      if (*own_page == NULL)
        return FALSE;
      corpus_article_add_page (article, *own_page);
    }
  return TRUE;
}

static gboolean
read_article_members (const CorpusJson *object,
                      CorpusArticle *article,
                      CorpusPage *own_page,
                      GError **error)
{
  g_autofree char *seed = g_strdup_printf ("%016" G_GINT64_MODIFIER "x/parts",
                                           (guint64) corpus_article_get_id (article));
  CorpusIdSource ids;
  gboolean is_ok;

  corpus_id_source_init_seeded (&ids, seed);
  is_ok = corpus_native_read_blocks (object, article, own_page, &ids, error) &&
          (own_page != NULL || corpus_native_check_text (object, article, error)) &&
          corpus_native_read_metadata (object, article, own_page != NULL, &ids, error) &&
          corpus_native_read_annotations (object, article, own_page != NULL, error);
  corpus_id_source_clear (&ids);
  return is_ok;
}

static gboolean
read_article (CorpusNativeReader *self,
              const CorpusJson *object,
              CorpusNativeLine *line,
              GError **error)
{
  g_autoptr (CorpusHead) head = corpus_head_new (0);
  CorpusNativeExtra extra = { 0 };
  gboolean is_ok;

  is_ok = corpus_native_get_id (object, "id", &head->id, &head->foreign_id, error) &&
          read_review (object, head, &extra, error);
  if (is_ok && head->id == 0)
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                           "id: it is missing");
      is_ok = FALSE;
    }
  keep_unknown (object, &extra);
  head->extra = corpus_native_extra_end (&extra);
  if (!is_ok)
    return FALSE;

  head->rank = ++self->n_articles * CORPUS_NATIVE_RANK_STEP;
  line->article = corpus_article_new (head);
  return collect_pages (self, object, line->article, &line->page, error) &&
         read_article_members (object, line->article, line->page, error);
}

/**
 * corpus_native_reader_read:
 * @self: a reader
 * @line: a line without its end
 * @n_bytes: its length
 * @error: return location for an error
 *
 * Reads one line. The error says which member is wrong; who calls knows file and
 * line. After an error the next line can be read.
 *
 * Returns: (transfer full) (nullable): what the line says, or %NULL with a #CorpusExchangeError or #CorpusTextError
 */
CorpusNativeLine *
corpus_native_reader_read (CorpusNativeReader *self,
                           const char *line,
                           gsize n_bytes,
                           GError **error)
{
  g_autoptr (CorpusJson) object = corpus_json_parse (line, (gssize) n_bytes, error);
  g_autoptr (CorpusNativeLine) result = g_new0 (CorpusNativeLine, 1);
  const char *format;
  gint64 version = 0;
  gboolean is_ok;

  if (object == NULL)
    return NULL;
  format = corpus_json_get_string (corpus_json_find (object, "format"), NULL);
  if (format == NULL || !g_str_has_prefix (format, "corpus-review/") ||
      !corpus_json_get_int (corpus_json_find (object, "version"), &version))
    {
      g_set_error_literal (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT,
                           "it is not a line of Corpus Review’s JSON Lines (“format” and “version” are missing)");
      return NULL;
    }
  if (version > CORPUS_NATIVE_VERSION)
    {
      g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_NEWER,
                   "it is of version %" G_GINT64_FORMAT " of the format; this program reads version %d: "
                   "please update the program",
                   version, CORPUS_NATIVE_VERSION);
      return NULL;
    }

  if (g_str_equal (format, CORPUS_NATIVE_CORPUS))
    {
      result->kind = CORPUS_NATIVE_LINE_CORPUS;
      is_ok = corpus_native_read_corpus (object, result, error);
    }
  else if (g_str_equal (format, CORPUS_NATIVE_PAGE))
    {
      result->kind = CORPUS_NATIVE_LINE_PAGE;
      self->has_pages = TRUE;
      is_ok = read_page (object, result, error);
      if (is_ok && result->page == NULL)
        g_hash_table_add (self->textless, g_strdup (result->sha256));
    }
  else if (g_str_equal (format, CORPUS_NATIVE_ARTICLE))
    {
      result->kind = CORPUS_NATIVE_LINE_ARTICLE;
      is_ok = read_article (self, object, result, error);
    }
  else
    {
      g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT,
                   "“%s” is no kind of line this program knows", format);
      is_ok = FALSE;
    }
  return is_ok ? g_steal_pointer (&result) : NULL;
}
