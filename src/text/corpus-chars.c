/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that is addressed by code point and kept as UTF-8.
 *
 * A sample of the byte offset is kept for every STRIDE code points, so that a position is found by one
 * look-up and a walk of at most STRIDE characters, and a byte by one binary search and the same walk. For
 * Chinese (three bytes a character) the samples cost 8 / (3 * 64) = 4 % of the text. Pure ASCII keeps
 * none. Pages run from 1 000 to 100 000 characters; a file of one 100 MB line is the extreme that is
 * tested. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-chars.h"

#include <string.h>

#include "text/corpus-text-error.h"

#define STRIDE 64

struct _CorpusChars
{
  char *utf8;
  gsize n_bytes;
  gint64 n_chars;
  gsize *samples; /* byte offset of code point i * STRIDE; NULL where a byte is a code point */
};

G_DEFINE_BOXED_TYPE (CorpusChars, corpus_chars, corpus_chars_ref, corpus_chars_unref)

static void
take_samples (CorpusChars *self)
{
  const char *end = self->utf8 + self->n_bytes;
  gint64 position = 0;

  self->n_chars = g_utf8_strlen (self->utf8, (gssize) self->n_bytes);
  if ((gsize) self->n_chars == self->n_bytes)
    return;

  self->samples = g_new (gsize, self->n_chars / STRIDE + 1);
  for (const char *p = self->utf8; p < end; p = g_utf8_next_char (p), position++)
    if (position % STRIDE == 0)
      self->samples[position / STRIDE] = (gsize) (p - self->utf8);
}

/**
 * corpus_chars_new:
 * @utf8: (array length=n_bytes): the text
 * @n_bytes: its length, or -1 where it ends with a NUL
 * @error: return location for an error
 *
 * Copies a text after checking it. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with
 *   %CORPUS_TEXT_ERROR_NUL or %CORPUS_TEXT_ERROR_ENCODING
 */
CorpusChars *
corpus_chars_new (const char *utf8,
                  gssize n_bytes,
                  GError **error)
{
  gsize length = n_bytes < 0 ? strlen (utf8) : (gsize) n_bytes;
  const char *valid_end = NULL;

  g_return_val_if_fail (utf8 != NULL, NULL);

  /* g_utf8_validate_len() refuses NUL as well. */
  if (!g_utf8_validate_len (utf8, length, &valid_end))
    {
      gsize at = (gsize) (valid_end - utf8);

      if (*valid_end == '\0' && at < length)
        g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_NUL,
                     "byte %" G_GSIZE_FORMAT " is a NUL character", at);
      else
        g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_ENCODING,
                     "byte %" G_GSIZE_FORMAT " is not valid UTF-8", at);
      return NULL;
    }

  return corpus_chars_new_take (g_strndup (utf8, length), length);
}

/**
 * corpus_chars_new_take:
 * @utf8: (transfer full) (array length=n_bytes): valid UTF-8 without NUL, with a NUL after its last byte
 * @n_bytes: its length
 *
 * Takes over a text that is known to be valid. May be called from any thread.
 *
 * Returns: (transfer full): the text
 */
CorpusChars *
corpus_chars_new_take (char *utf8,
                       gsize n_bytes)
{
  CorpusChars *self = g_atomic_rc_box_new0 (CorpusChars);

  self->utf8 = utf8;
  self->n_bytes = n_bytes;
  take_samples (self);

  return self;
}

/**
 * corpus_chars_ref:
 * @self: a text
 *
 * Returns: (transfer full): @self
 */
CorpusChars *
corpus_chars_ref (CorpusChars *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
corpus_chars_clear (gpointer data)
{
  CorpusChars *self = data;

  g_free (self->utf8);
  g_free (self->samples);
}

/**
 * corpus_chars_unref:
 * @self: (transfer full) (nullable): a text
 */
void
corpus_chars_unref (CorpusChars *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, corpus_chars_clear);
}

/**
 * corpus_chars_get_length:
 * @self: a text
 *
 * Returns: the number of code points
 */
gint64
corpus_chars_get_length (CorpusChars *self)
{
  return self->n_chars;
}

/**
 * corpus_chars_get_utf8:
 * @self: a text
 * @n_bytes: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the text as UTF-8 that ends with a NUL
 */
const char *
corpus_chars_get_utf8 (CorpusChars *self,
                       gsize *n_bytes)
{
  if (n_bytes != NULL)
    *n_bytes = self->n_bytes;
  return self->utf8;
}

/**
 * corpus_chars_get_byte:
 * @self: a text
 * @position: a code point, from 0 to the length of the text
 *
 * Returns: the byte at which the code point begins
 */
gsize
corpus_chars_get_byte (CorpusChars *self,
                       gint64 position)
{
  const char *p;

  g_return_val_if_fail (position >= 0 && position <= self->n_chars, self->n_bytes);

  if (self->samples == NULL)
    return (gsize) position;
  if (position == self->n_chars)
    return self->n_bytes;

  p = self->utf8 + self->samples[position / STRIDE];
  for (gint64 rest = position % STRIDE; rest > 0; rest--)
    p = g_utf8_next_char (p);
  return (gsize) (p - self->utf8);
}

/**
 * corpus_chars_get_position:
 * @self: a text
 * @byte: a byte of it, from 0 to its length in bytes
 *
 * Returns: the code point that the byte belongs to
 */
gint64
corpus_chars_get_position (CorpusChars *self,
                           gsize byte)
{
  gint64 low = 0, high = self->n_chars / STRIDE;
  const char *p;
  gint64 position;

  g_return_val_if_fail (byte <= self->n_bytes, self->n_chars);

  if (self->samples == NULL)
    return (gint64) byte;
  if (byte == self->n_bytes)
    return self->n_chars;

  /* The last sample slot is unset where the length is a multiple of the stride. */
  if (self->n_chars % STRIDE == 0)
    high--;
  while (low < high)
    {
      gint64 middle = (low + high + 1) / 2;

      if (self->samples[middle] <= byte)
        low = middle;
      else
        high = middle - 1;
    }

  position = low * STRIDE;
  p = self->utf8 + self->samples[low];
  while ((gsize) (g_utf8_next_char (p) - self->utf8) <= byte)
    {
      p = g_utf8_next_char (p);
      position++;
    }
  return position;
}

/**
 * corpus_chars_get_char:
 * @self: a text
 * @position: a code point
 *
 * Returns: the character there, 0 at and after the end
 */
gunichar
corpus_chars_get_char (CorpusChars *self,
                       gint64 position)
{
  if (position < 0 || position >= self->n_chars)
    return 0;
  return g_utf8_get_char (self->utf8 + corpus_chars_get_byte (self, position));
}

/**
 * corpus_chars_dup_range:
 * @self: a text
 * @start: first code point
 * @end: one past the last, not beyond the length of the text
 *
 * Returns: (transfer full): the characters between as UTF-8
 */
char *
corpus_chars_dup_range (CorpusChars *self,
                        gint64 start,
                        gint64 end)
{
  gsize start_byte, end_byte;

  g_return_val_if_fail (start >= 0 && start <= end && end <= self->n_chars, NULL);

  start_byte = corpus_chars_get_byte (self, start);
  end_byte = corpus_chars_get_byte (self, end);
  return g_strndup (self->utf8 + start_byte, end_byte - start_byte);
}

/**
 * corpus_chars_range_equals:
 * @self: a text
 * @start: first code point
 * @end: one past the last
 * @utf8: what is expected there
 *
 * The check that every anchor passes before it is written. A range that does not
 * lie in the text is simply not equal.
 *
 * Returns: whether the range says exactly @utf8
 */
gboolean
corpus_chars_range_equals (CorpusChars *self,
                           gint64 start,
                           gint64 end,
                           const char *utf8)
{
  gsize start_byte, end_byte;

  if (start < 0 || start > end || end > self->n_chars)
    return FALSE;

  start_byte = corpus_chars_get_byte (self, start);
  end_byte = corpus_chars_get_byte (self, end);
  return strlen (utf8) == end_byte - start_byte &&
         memcmp (self->utf8 + start_byte, utf8, end_byte - start_byte) == 0;
}

/**
 * corpus_chars_dup_ucs4:
 * @self: a text
 *
 * Returns: (transfer full): the characters as an array of the text's length, with a 0 after the last
 */
gunichar *
corpus_chars_dup_ucs4 (CorpusChars *self)
{
  return g_utf8_to_ucs4_fast (self->utf8, (glong) self->n_bytes, NULL);
}
