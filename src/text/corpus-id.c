/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Row ids, and how they are written.
 *
 * An id is 63 bits: a 40-bit prefix, drawn at random for each writing session or derived from a page's SHA-256
 * for what import makes, and a 23-bit counter. So ids of copies that were edited apart do not meet, two copies
 * that import one page agree, and rows made together lie together in the file. Written, an id is 16 hexadecimal
 * digits. A string of another form, out of another program's file, maps to 63 bits of its SHA-256: references
 * between rows then need no look-up, and the string itself is kept beside the row. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-id.h"

#include <string.h>

#define COUNTER_BITS 23
#define COUNTER_LIMIT (1u << COUNTER_BITS)
#define ID_MASK G_MAXINT64

static gint64
hash_63 (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n_digest = sizeof digest;
  guint64 value = 0;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &n_digest);
  for (int i = 0; i < 8; i++)
    value = value << 8 | digest[i];
  return (gint64) (value & (guint64) ID_MASK);
}

static void
draw_prefix (CorpusIdSource *self)
{
  guint64 bits = (guint64) g_random_int () << 32 | g_random_int ();

  self->prefix = (gint64) (bits & (guint64) ID_MASK & ~(guint64) (COUNTER_LIMIT - 1));
  self->counter = 1;
}

static void
derive_prefix (CorpusIdSource *self)
{
  self->prefix = hash_63 (self->seed) & ~(gint64) (COUNTER_LIMIT - 1);
  self->counter = 1;
}

/**
 * corpus_id_source_init_random:
 * @self: a source
 *
 * Begins a source for one writing session.
 */
void
corpus_id_source_init_random (CorpusIdSource *self)
{
  self->seed = NULL;
  draw_prefix (self);
}

/**
 * corpus_id_source_init_seeded:
 * @self: a source
 * @seed: what the ids follow from: the SHA-256 of a page, in hexadecimal digits
 *
 * Begins a source whose ids are the same wherever the same page is imported.
 */
void
corpus_id_source_init_seeded (CorpusIdSource *self,
                              const char *seed)
{
  self->seed = g_strdup (seed);
  derive_prefix (self);
}

/**
 * corpus_id_source_clear:
 * @self: a source
 */
void
corpus_id_source_clear (CorpusIdSource *self)
{
  g_clear_pointer (&self->seed, g_free);
}

/**
 * corpus_id_source_next:
 * @self: a source
 *
 * Returns: an id above 0 that this source has not given before
 */
gint64
corpus_id_source_next (CorpusIdSource *self)
{
  if (self->counter == COUNTER_LIMIT)
    {
      if (self->seed == NULL)
        {
          draw_prefix (self);
        }
      else
        {
          char *next = g_strconcat (self->seed, "+", NULL);

          g_free (self->seed);
          self->seed = next;
          derive_prefix (self);
        }
    }
  return self->prefix | self->counter++;
}

/**
 * corpus_id_to_string:
 * @id: an id above 0
 *
 * Returns: (transfer full): its 16 hexadecimal digits
 */
char *
corpus_id_to_string (gint64 id)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", (guint64) id);
}

/**
 * corpus_id_from_string:
 * @string: an id out of a file
 * @is_foreign: (out): whether another program made it, so that the string has to be kept
 *
 * Returns: the row id that stands for the string, above 0
 */
gint64
corpus_id_from_string (const char *string,
                       gboolean *is_foreign)
{
  guint64 value;

  if (strlen (string) == 16 && strspn (string, "0123456789abcdef") == 16)
    {
      value = g_ascii_strtoull (string, NULL, 16);
      if (value > 0 && value <= (guint64) ID_MASK)
        {
          *is_foreign = FALSE;
          return (gint64) value;
        }
    }
  *is_foreign = TRUE;
  return MAX (hash_63 (string), 1);
}
