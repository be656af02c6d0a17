/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which encoding a page file is in.
 *
 * A byte order mark decides. Without one, a file that is valid UTF-8 is UTF-8: other encodings of Chinese
 * are almost never valid UTF-8 by chance. Then UTF-16 without a mark, told by which byte order
 * reads as newspapers do, and last GB18030, which contains GBK and GB2312. What none of them reads is no text. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-decode.h"

#include <string.h>

#include "text/corpus-text-error.h"

static CorpusChars *
convert (const guint8 *bytes,
         gsize n_bytes,
         const char *charset,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *utf8 = NULL;
  gsize n_read = 0, n_written = 0;

  utf8 = g_convert ((const char *) bytes, (gssize) n_bytes, "UTF-8", charset, &n_read, &n_written,
                    &local_error);
  if (utf8 == NULL || n_read < n_bytes)
    {
      g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_ENCODING,
                   "byte %" G_GSIZE_FORMAT " is not valid %s", n_read, charset);
      return NULL;
    }
  return corpus_chars_new (utf8, (gssize) n_written, error);
}

/* Whether newspapers are made of such code units: ASCII, the common Han characters, the punctuation and
 * full-width forms that go with them, and the surrogates of rarer characters. */
static gboolean
is_common_unit (guint unit)
{
  return (unit >= 0x20 && unit < 0x7f) || unit == '\n' || unit == '\r' || unit == '\t' ||
         (unit >= 0x3000 && unit < 0x3040) || (unit >= 0x4e00 && unit < 0xa000) ||
         (unit >= 0xd800 && unit < 0xe000) || unit >= 0xff00;
}

/* UTF-16 without a mark: read in the right byte order nearly all of it is common, in the wrong one little is. */
static const char *
guess_utf16 (const guint8 *bytes,
             gsize n_bytes)
{
  gsize n_units = MIN (n_bytes, 65536) / 2, n_little = 0, n_big = 0;

  if (n_bytes % 2 != 0)
    return NULL;
  for (gsize i = 0; i < n_units; i++)
    {
      n_little += is_common_unit (bytes[2 * i] | (guint) bytes[2 * i + 1] << 8);
      n_big += is_common_unit ((guint) bytes[2 * i] << 8 | bytes[2 * i + 1]);
    }
  if (n_little > n_big && n_little * 2 > n_units)
    return "UTF-16LE";
  if (n_big > n_little && n_big * 2 > n_units)
    return "UTF-16BE";
  return NULL;
}

/* A UTF-8 file into which NUL bytes have strayed: without them it is valid UTF-8, and they are few. (UTF-16 that
 * is all ASCII is valid without them as well, but then every second byte is one.) */
static gboolean
is_utf8_with_nul (const guint8 *bytes,
                  gsize n_bytes)
{
  g_autofree char *rest = g_malloc (n_bytes + 1);
  gsize n_rest = 0;

  for (gsize i = 0; i < n_bytes; i++)
    if (bytes[i] != 0)
      rest[n_rest++] = (char) bytes[i];
  return n_rest < n_bytes && (n_bytes - n_rest) * 3 < n_bytes &&
         g_utf8_validate_len (rest, n_rest, NULL);
}

/* A wrong guess mostly reads as control characters; a right one never does. */
static gboolean
looks_like_text (CorpusChars *chars)
{
  const char *utf8 = corpus_chars_get_utf8 (chars, NULL);

  for (const char *p = utf8; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && !strchr ("\t\n\v\f\r\x1a", (int) c)) || (c >= 0xe000 && c < 0xf900))
        return FALSE;
    }
  return TRUE;
}

/**
 * corpus_decode:
 * @bytes: (array length=n_bytes): a file as it is
 * @n_bytes: its length
 * @encoding: (out) (optional) (transfer none): the encoding found: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `GB18030`
 * @error: return location for an error
 *
 * Recognises the encoding of a page file and decodes it. A byte order mark is not
 * part of the text; carriage returns are. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL with
 *   %CORPUS_TEXT_ERROR_EMPTY, %CORPUS_TEXT_ERROR_NUL (a binary file) or
 *   %CORPUS_TEXT_ERROR_ENCODING
 */
CorpusChars *
corpus_decode (const guint8 *bytes,
               gsize n_bytes,
               const char **encoding,
               GError **error)
{
  g_autoptr (GError) utf8_error = NULL;
  g_autoptr (CorpusChars) chars = NULL;
  const char *found = NULL, *utf16 = NULL;

  if (n_bytes >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      found = "UTF-8";
      chars = corpus_chars_new ((const char *) bytes + 3, (gssize) n_bytes - 3, error);
    }
  else if (n_bytes >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    {
      found = "UTF-16LE";
      chars = convert (bytes + 2, n_bytes - 2, found, error);
    }
  else if (n_bytes >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    {
      found = "UTF-16BE";
      chars = convert (bytes + 2, n_bytes - 2, found, error);
    }
  else
    {
      found = "UTF-8";
      chars = corpus_chars_new ((const char *) bytes, (gssize) n_bytes, &utf8_error);
      if (chars == NULL)
        {
          if (!is_utf8_with_nul (bytes, n_bytes))
            utf16 = guess_utf16 (bytes, n_bytes);
          found = utf16 != NULL ? utf16 : "GB18030";
          /* Only UTF-16 may hold zero bytes. */
          if (utf16 != NULL || memchr (bytes, 0, n_bytes) == NULL)
            chars = convert (bytes, n_bytes, found, NULL);
          if (chars != NULL && !looks_like_text (chars))
            g_clear_pointer (&chars, corpus_chars_unref);
          if (chars == NULL && memchr (bytes, 0, n_bytes) != NULL)
            g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_NUL,
                         "it is not a text file (byte %" G_GSIZE_FORMAT " is a NUL character)",
                         (gsize) ((const guint8 *) memchr (bytes, 0, n_bytes) - bytes));
          else if (chars == NULL)
            g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_ENCODING,
                         "%s, and it reads neither as UTF-16 nor as GB18030", utf8_error->message);
        }
    }

  if (chars == NULL)
    return NULL;
  if (corpus_chars_get_length (chars) == 0)
    {
      g_set_error_literal (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_EMPTY, "the file is empty");
      return NULL;
    }
  if (encoding != NULL)
    *encoding = found;
  return g_steal_pointer (&chars);
}
