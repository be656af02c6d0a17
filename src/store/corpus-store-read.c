/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads pages, and what is said of the corpus as a whole. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"
#include "store/corpus-strings.h"

/* So many bytes of page text are kept for the checks and articles to come; then all are forgotten. */
#define MAX_TEXT_BYTES (64 * 1024 * 1024)

/* Says in @error that a row cannot be what this program wrote. */
void
corpus_store_set_damaged (CorpusStore *self,
                          GError **error,
                          const char *format,
                          ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED,
               "“%s” is damaged: %s. Go back to a copy of it", self->path, what);
}

/* Reads the columns of a provenance. */
gboolean
corpus_store_read_provenance (CorpusStore *self,
                              CorpusStatement *statement,
                              CorpusProvenance *provenance,
                              GError **error)
{
  const char *origin = corpus_statement_get_text (statement);
  const char *state = corpus_statement_get_text (statement);

  if (!corpus_origin_from_string (origin, &provenance->origin) ||
      !corpus_state_from_string (state, &provenance->state))
    {
      corpus_store_set_damaged (self, error, "a row has the origin “%s” and the state “%s”", origin,
                                state);
      return FALSE;
    }
  provenance->confidence = corpus_statement_is_null (statement) ? -1 : 0;
  if (provenance->confidence < 0)
    statement->column++;
  else
    provenance->confidence = corpus_statement_get_double (statement);
  provenance->producer = corpus_statement_dup_text (statement);
  provenance->by = corpus_statement_dup_text (statement);
  provenance->at = corpus_statement_dup_text (statement);
  provenance->tagset_version = (int) corpus_statement_get_int (statement);
  provenance->was = corpus_statement_dup_text (statement);
  return TRUE;
}

/* Pages */

/* Makes the text in the current column one of the texts that are kept. */
static CorpusChars *
take_text (CorpusStore *self,
           CorpusStatement *statement,
           gint64 page_id,
           GError **error)
{
  const char *utf8 = corpus_statement_get_text (statement);
  int n_bytes = sqlite3_column_bytes (statement->stmt, statement->column - 1);
  g_autoptr (GError) local = NULL;
  CorpusChars *chars = utf8 != NULL ? corpus_chars_new (utf8, n_bytes, &local) : NULL;
  gint64 *key;

  if (chars == NULL)
    {
      corpus_store_set_damaged (self, error, "the text of a page cannot be read (%s)",
                                local != NULL ? local->message : "it is missing");
      return NULL;
    }
  if (self->n_text_bytes + (gsize) n_bytes > MAX_TEXT_BYTES)
    corpus_store_forget_texts (self);
  self->n_text_bytes += (gsize) n_bytes;
  key = g_new (gint64, 1);
  *key = page_id;
  g_hash_table_replace (self->texts, key, chars);
  return chars;
}

/* Forgets the texts that are kept: pages were removed. */
void
corpus_store_forget_texts (CorpusStore *self)
{
  g_hash_table_remove_all (self->texts);
  self->n_text_bytes = 0;
}

/* The text of a page; good until the next page is read. An error where there is no such page. */
CorpusChars *
corpus_store_peek_text (CorpusStore *self,
                        gint64 page_id,
                        GError **error)
{
  CorpusChars *chars = g_hash_table_lookup (self->texts, &page_id);
  g_autoptr (CorpusStatement) statement = NULL;
  CorpusStep step;

  if (chars != NULL)
    return chars;
  statement =
      corpus_db_prepare (self->db, "SELECT text FROM page_text WHERE page = ?", "read a page");
  corpus_statement_bind_int (statement, page_id);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_ROW)
    return take_text (self, statement, page_id, error);
  if (step == CORPUS_STEP_DONE)
    {
      g_autofree char *name = corpus_id_to_string (page_id);

      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR,
                   "the corpus has no page %s", name);
    }
  return NULL;
}

/* Reads a page whose text follows its own columns; the text is only fetched where it is not kept. */
CorpusPage *
corpus_store_read_page (CorpusStore *self,
                        CorpusStatement *statement,
                        GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  g_autofree char *sha256 = corpus_statement_dup_text (statement);
  g_autofree char *file = corpus_statement_dup_text (statement);
  g_autofree char *encoding = corpus_statement_dup_text (statement);
  g_autofree char *publication = corpus_statement_dup_text (statement);
  g_autofree char *date = corpus_statement_dup_text (statement);
  g_autofree char *edition = corpus_statement_dup_text (statement);
  g_autofree char *number = corpus_statement_dup_text (statement);
  g_autofree char *section = corpus_statement_dup_text (statement);
  g_autofree char *extra = corpus_statement_dup_text (statement);
  CorpusChars *chars = g_hash_table_lookup (self->texts, &id);
  CorpusPage *page;

  if (chars == NULL)
    chars = take_text (self, statement, id, error);
  if (chars == NULL)
    return NULL;

  page = corpus_page_new (id, chars, sha256);
  g_free (page->file);
  page->file = g_steal_pointer (&file);
  g_free (page->encoding);
  page->encoding = g_steal_pointer (&encoding);
  page->publication = g_steal_pointer (&publication);
  page->date = g_steal_pointer (&date);
  page->edition = g_steal_pointer (&edition);
  page->number = g_steal_pointer (&number);
  page->section = g_steal_pointer (&section);
  page->extra = g_steal_pointer (&extra);
  return page;
}

/* Reads a block, without its pieces. */
CorpusBlock *
corpus_store_read_block (CorpusStore *self,
                         CorpusStatement *statement,
                         GError **error)
{
  gint64 id = corpus_statement_get_int (statement);
  gint64 article_id = corpus_statement_get_int (statement);
  gint64 rank = corpus_statement_get_int (statement);
  g_autofree char *role = corpus_statement_dup_text (statement);
  g_autoptr (CorpusBlock) block = corpus_block_new (id, corpus_role (role));

  block->article_id = article_id;
  block->rank = rank;
  block->joins = corpus_statement_get_int (statement) != 0;
  g_strfreev (block->doubts);
  block->doubts = corpus_strings_from_json (corpus_statement_get_text (statement));
  block->extra = corpus_statement_dup_text (statement);
  if (!corpus_store_read_provenance (self, statement, &block->provenance, error))
    return NULL;
  return g_steal_pointer (&block);
}

#define PAGE_WITH_TEXT "SELECT " CORPUS_PAGE_COLUMNS ", text FROM page JOIN page_text ON page_text.page = page.id "

/* What the order of a page goes by. */
typedef struct
{
  gint64 id;
  char *publication;
  char *date;
  char *edition;
  char *number_key;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;
  int order = g_strcmp0 (x->publication, y->publication);

  if (order == 0)
    order = g_strcmp0 (x->date, y->date);
  if (order == 0)
    order = g_strcmp0 (x->edition, y->edition);
  if (order == 0)
    order = g_strcmp0 (x->number_key, y->number_key);
  if (order == 0)
    order = (x->id > y->id) - (x->id < y->id);
  return order;
}

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_free (place->publication);
  g_free (place->date);
  g_free (place->edition);
  g_free (place->number_key);
}

/**
 * corpus_store_list_page_ids:
 * @self: a store
 * @error: return location for an error
 *
 * Reads which pages there are, without their texts: all of them together may be larger than the memory.
 *
 * Returns: (transfer full) (element-type gint64): the ids by publication, date, edition and number, or %NULL
 */
GArray *
corpus_store_list_page_ids (CorpusStore *self,
                            GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT id, publication, date, edition, number FROM page",
      "list the pages");
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *ids = NULL;
  CorpusStep step;

  g_array_set_clear_func (places, place_clear);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      Place place = { .id = corpus_statement_get_int (statement) };

      place.publication = corpus_statement_dup_text (statement);
      place.date = corpus_statement_dup_text (statement);
      place.edition = corpus_statement_dup_text (statement);
      place.number_key = corpus_derived_number_key (corpus_statement_get_text (statement));
      g_array_append_val (places, place);
    }
  if (step == CORPUS_STEP_FAILED)
    return NULL;

  g_array_sort (places, compare_places);
  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), places->len);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (ids, g_array_index (places, Place, i).id);
  return ids;
}

/**
 * corpus_store_load_page:
 * @self: a store
 * @page_id: a page
 * @error: return location for an error
 *
 * Reads a page with its text.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with %CORPUS_STORE_ERROR_NOT_FOUND and others
 */
CorpusPage *
corpus_store_load_page (CorpusStore *self,
                        gint64 page_id,
                        GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, PAGE_WITH_TEXT "WHERE id = ?", "read a page");
  CorpusStep step;

  corpus_statement_bind_int (statement, page_id);
  step = corpus_statement_step (statement, error);
  if (step == CORPUS_STEP_DONE)
    g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOT_FOUND,
                         "The corpus has no such page any more");
  return step == CORPUS_STEP_ROW ? corpus_store_read_page (self, statement, error) : NULL;
}

/**
 * corpus_store_list_pages:
 * @self: a store
 * @error: return location for an error
 *
 * Reads all pages, with their texts.
 *
 * Returns: (transfer full) (element-type CorpusPage): the pages by publication, date, edition and number, or %NULL
 */
GPtrArray *
corpus_store_list_pages (CorpusStore *self,
                         GError **error)
{
  g_autoptr (GArray) ids = corpus_store_list_page_ids (self, error);
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_page_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      CorpusPage *page = corpus_store_load_page (self, g_array_index (ids, gint64, i), error);

      if (page == NULL)
        return NULL;
      g_ptr_array_add (pages, page);
    }
  return ids != NULL ? g_steal_pointer (&pages) : NULL;
}

/**
 * corpus_store_find_page:
 * @self: a store
 * @sha256: of the bytes of a page file
 * @error: return location for an error
 *
 * Looks for the page that a file was imported as.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL, without an error where there is none
 */
CorpusPage *
corpus_store_find_page (CorpusStore *self,
                        const char *sha256,
                        GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, PAGE_WITH_TEXT "WHERE sha256 = ?", "look for a page");

  corpus_statement_bind_text (statement, sha256);
  if (corpus_statement_step (statement, error) != CORPUS_STEP_ROW)
    return NULL;
  return corpus_store_read_page (self, statement, error);
}

/**
 * corpus_store_load_loose_blocks:
 * @self: a store
 * @page_id: a page
 * @error: return location for an error
 *
 * Reads the blocks of a page that belong to no article.
 *
 * Returns: (transfer full) (element-type CorpusBlock): the blocks by rank, or %NULL
 */
GPtrArray *
corpus_store_load_loose_blocks (CorpusStore *self,
                                gint64 page_id,
                                GError **error)
{
#define LOOSE "SELECT id FROM block WHERE article IS NULL AND " \
              "id IN (SELECT block FROM block_piece WHERE page = ?1)"
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT " CORPUS_BLOCK_COLUMNS " FROM block WHERE id IN (" LOOSE ") ORDER BY rank, id",
      "read the blocks of a page");
  g_autoptr (CorpusStatement) pieces = corpus_db_prepare (
      self->db,
      "SELECT block, page, start_char, end_char FROM block_piece "
      "WHERE block IN (" LOOSE ") ORDER BY block, n",
      "read the blocks of a page");
  g_autoptr (GPtrArray) blocks =
      g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean began = corpus_store_begin_read (self);
  CorpusStep step;

  corpus_statement_bind_int (statement, page_id);
  corpus_statement_bind_int (pieces, page_id);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      CorpusBlock *block = corpus_store_read_block (self, statement, error);

      if (block == NULL)
        {
          step = CORPUS_STEP_FAILED;
          break;
        }
      g_ptr_array_add (blocks, block);
      g_hash_table_insert (by_id, &block->id, block);
    }
  while (step != CORPUS_STEP_FAILED &&
         (step = corpus_statement_step (pieces, error)) == CORPUS_STEP_ROW)
    {
      gint64 id = corpus_statement_get_int (pieces);
      CorpusBlock *block = g_hash_table_lookup (by_id, &id);
      gint64 page = corpus_statement_get_int (pieces);
      gint64 start = corpus_statement_get_int (pieces);
      gint64 end = corpus_statement_get_int (pieces);

      CorpusChars *chars = corpus_store_peek_text (self, page, error);

      if (chars == NULL || start < 0 || start >= end || end > corpus_chars_get_length (chars))
        {
          g_clear_error (error);
          corpus_store_set_damaged (self, error, "a block lies outside its page");
          step = CORPUS_STEP_FAILED;
          break;
        }
      if (block != NULL)
        corpus_pieces_add (block->pieces, page, start, end, NULL);
    }
  corpus_store_end_read (self, began);
  return step == CORPUS_STEP_DONE ? g_steal_pointer (&blocks) : NULL;
}

/* The corpus as a whole */

static char *
dup_value (CorpusStore *self,
           const char *key,
           GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db, "SELECT value FROM corpus WHERE key = ?", "read what is said of the corpus");

  corpus_statement_bind_text (statement, key);
  return corpus_statement_step (statement, error) == CORPUS_STEP_ROW
             ? corpus_statement_dup_text (statement)
             : NULL;
}

/**
 * corpus_store_dup_title:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the title of the corpus, or %NULL, without an error where it has none
 */
char *
corpus_store_dup_title (CorpusStore *self,
                        GError **error)
{
  return dup_value (self, "title", error);
}

/**
 * corpus_store_dup_extra:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): members of the corpus line that this version does not know, a JSON object, or %NULL,
 *   without an error where there are none
 */
char *
corpus_store_dup_extra (CorpusStore *self,
                        GError **error)
{
  return dup_value (self, "extra", error);
}

static gboolean
load_labels (CorpusStore *self,
             CorpusTagset *tagset,
             GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT name, title, colour, key, description, parent, extra "
      "FROM label WHERE tagset = ? ORDER BY rank, name",
      "read the tag set");
  CorpusStep step;

  corpus_statement_bind_int (statement, tagset->version);
  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      g_autofree char *name = corpus_statement_dup_text (statement);
      g_autofree char *title = corpus_statement_dup_text (statement);
      g_autofree char *colour = corpus_statement_dup_text (statement);
      g_autofree char *key = corpus_statement_dup_text (statement);
      g_autofree char *description = corpus_statement_dup_text (statement);
      CorpusLabel *label = corpus_label_new (name, title, colour, key, description);

      g_free (label->parent);
      label->parent = corpus_statement_dup_text (statement);
      g_free (label->extra);
      label->extra = corpus_statement_dup_text (statement);
      g_ptr_array_add (tagset->labels, label);
    }
  return step == CORPUS_STEP_DONE;
}

/**
 * corpus_store_load_tagset:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the current tag set, or %NULL with an error
 */
CorpusTagset *
corpus_store_load_tagset (CorpusStore *self,
                          GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      self->db,
      "SELECT " CORPUS_TAGSET_COLUMNS " FROM tagset ORDER BY version DESC LIMIT 1",
      "read the tag set");
  g_autoptr (CorpusTagset) tagset = NULL;
  CorpusStep step = corpus_statement_step (statement, error);
  g_autofree char *name = NULL;
  int version;

  if (step == CORPUS_STEP_FAILED)
    return NULL;
  if (step == CORPUS_STEP_DONE)
    return corpus_tagset_new_default ();

  version = (int) corpus_statement_get_int (statement);
  name = corpus_statement_dup_text (statement);
  tagset = corpus_tagset_new (name, version);
  g_free (tagset->attributes);
  tagset->attributes = corpus_statement_dup_text (statement);
  g_free (tagset->relations);
  tagset->relations = corpus_statement_dup_text (statement);
  g_free (tagset->guidelines);
  tagset->guidelines = corpus_statement_dup_text (statement);
  tagset->extra = corpus_statement_dup_text (statement);
  return load_labels (self, tagset, error) ? g_steal_pointer (&tagset) : NULL;
}

/**
 * corpus_store_list_people:
 * @self: a store
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type utf8): id and name of each person in turn, by id, or %NULL
 */
GPtrArray *
corpus_store_list_people (CorpusStore *self,
                          GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "SELECT id, name FROM person ORDER BY id", "read the people");
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_free);
  CorpusStep step;

  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      g_ptr_array_add (people, corpus_statement_dup_text (statement));
      g_ptr_array_add (people, corpus_statement_dup_text (statement));
    }
  return step == CORPUS_STEP_DONE ? g_steal_pointer (&people) : NULL;
}
