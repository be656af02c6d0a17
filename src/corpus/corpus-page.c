/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-page.h"

#include "text/corpus-decode.h"
#include "text/corpus-id.h"

G_DEFINE_BOXED_TYPE (CorpusPage, corpus_page, corpus_page_ref, corpus_page_unref)

static void
page_clear (gpointer data)
{
  CorpusPage *self = data;

  g_free (self->sha256);
  g_free (self->file);
  g_free (self->encoding);
  g_free (self->publication);
  g_free (self->date);
  g_free (self->edition);
  g_free (self->number);
  g_free (self->section);
  g_clear_pointer (&self->chars, corpus_chars_unref);
  g_free (self->extra);
}

/**
 * corpus_page_new:
 * @id: its id
 * @chars: its text
 * @sha256: (nullable): of the bytes it was decoded from; %NULL takes that of its text as UTF-8
 *
 * Returns: (transfer full): a page without any metadata
 */
CorpusPage *
corpus_page_new (gint64 id, CorpusChars *chars, const char *sha256)
{
  CorpusPage *self = g_atomic_rc_box_new0 (CorpusPage);

  self->id = id;
  self->chars = corpus_chars_ref (chars);
  self->encoding = g_strdup ("UTF-8");
  self->file = g_strdup ("");
  if (sha256 != NULL)
    {
      self->sha256 = g_strdup (sha256);
    }
  else
    {
      gsize n_bytes;
      const char *utf8 = corpus_chars_get_utf8 (chars, &n_bytes);

      self->sha256 =
          g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) utf8, n_bytes);
    }
  return self;
}

/**
 * corpus_page_copy:
 * @self: a page
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusPage *
corpus_page_copy (CorpusPage *self)
{
  CorpusPage *copy = g_atomic_rc_box_new0 (CorpusPage);

  copy->id = self->id;
  copy->sha256 = g_strdup (self->sha256);
  copy->file = g_strdup (self->file);
  copy->encoding = g_strdup (self->encoding);
  copy->publication = g_strdup (self->publication);
  copy->date = g_strdup (self->date);
  copy->edition = g_strdup (self->edition);
  copy->number = g_strdup (self->number);
  copy->section = g_strdup (self->section);
  copy->chars = corpus_chars_ref (self->chars);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_page_ref:
 * @self: a page
 *
 * Returns: (transfer full): @self
 */
CorpusPage *
corpus_page_ref (CorpusPage *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_page_unref:
 * @self: (transfer full) (nullable): a page
 */
void
corpus_page_unref (CorpusPage *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, page_clear);
}

/**
 * corpus_page_new_from_bytes:
 * @bytes: (array length=n_bytes): a page file as it is
 * @n_bytes: its length
 * @file: the name to remember it by
 * @error: return location for an error
 *
 * Makes a page of a file: hashes the bytes, decodes them and derives the page's id from the hash. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the page, or %NULL with a #CorpusTextError
 */
CorpusPage *
corpus_page_new_from_bytes (const guint8 *bytes,
                            gsize n_bytes,
                            const char *file,
                            GError **error)
{
  const char *encoding = NULL;
  g_autoptr (CorpusChars) chars = corpus_decode (bytes, n_bytes, &encoding, error);
  g_autofree char *sha256 = NULL;
  CorpusIdSource ids;
  CorpusPage *self;

  if (chars == NULL)
    return NULL;

  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, n_bytes);
  corpus_id_source_init_seeded (&ids, sha256);
  self = corpus_page_new (corpus_id_source_next (&ids), chars, sha256);
  corpus_id_source_clear (&ids);
  g_free (self->file);
  self->file = g_strdup (file);
  g_free (self->encoding);
  self->encoding = g_strdup (encoding);
  return self;
}
