/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is shown = the text + insertions. An insertion stands before the code point `offset` of the text. The table is sorted,
 * and each entry knows how much was put in before it, so that either way is a binary search. A text of 2 million
 * characters in one paragraph has some five thousand insertions.
 *
 * Two ways lead from an offset to the display, because an insertion lies between two of its positions: a range
 * begins behind what is put in (to_display) and ends before it (end_to_display). */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-layout-map.h"

#include <string.h>

/* A break is looked for between this many characters and the longest line. */
#define MIN_LINE 350

typedef struct
{
  gint64 offset; /* code point of the text it stands before */
  gint64 length; /* of what is put in */
  gint64 before; /* how much was put in before it */
  char *words;
} Insertion;

struct _ReviewLayoutMap
{
  CorpusChars *chars;
  gint64 shown_length; /* code points of the text that are shown */
  GArray *insertions;  /* Insertion, by offset */
  GArray *spans;       /* CorpusSpan of the display, made with it */
  char *display;       /* NULL until it is asked for; then nothing is put in any more */
};

G_DEFINE_BOXED_TYPE (ReviewLayoutMap, review_layout_map, review_layout_map_ref, review_layout_map_unref)

static void
clear_insertion (gpointer data)
{
  g_free (((Insertion *) data)->words);
}

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2029 || c == 0x2028;
}

/* How good it is to break after @c, before @next: 0 not at all, 3 at the end of a sentence. */
static int
rate_break (gunichar c,
            gunichar next)
{
  GUnicodeBreakType type;

  if (g_unichar_iszerowidth (next) || g_unichar_ismark (next) || c == 0x200d || (c == '\r' && next == '\n'))
    return 0;
  type = g_unichar_break_type (next);
  if (type == G_UNICODE_BREAK_CLOSE_PUNCTUATION || type == G_UNICODE_BREAK_CLOSE_PARANTHESIS ||
      type == G_UNICODE_BREAK_EXCLAMATION || type == G_UNICODE_BREAK_QUOTATION || type == G_UNICODE_BREAK_EMOJI_MODIFIER ||
      (type == G_UNICODE_BREAK_REGIONAL_INDICATOR && g_unichar_break_type (c) == G_UNICODE_BREAK_REGIONAL_INDICATOR))
    return 0;
  switch (c)
    {
    case 0x3002: /* 。 */
    case 0xff01: /* ！ */
    case 0xff1f: /* ？ */
      return 3;
    case 0xff0c: /* ， */
    case 0xff1b: /* ； */
    case 0x3001: /* 、 */
    case ',':
    case ';':
      return 2;
    default:
      return g_unichar_isspace (c) ? 2 : 1;
    }
}

static void
add_insertion (ReviewLayoutMap *self,
               gint64 offset,
               const char *words)
{
  Insertion insertion = { .offset = offset, .length = g_utf8_strlen (words, -1), .words = g_strdup (words) };
  guint at = self->insertions->len;

  while (at > 0 && g_array_index (self->insertions, Insertion, at - 1).offset > offset)
    at--;
  g_array_insert_val (self->insertions, at, insertion);
}

/* Goes through the text once and breaks what is longer than a line may be. */
static void
break_paragraphs (ReviewLayoutMap *self)
{
  const char *p = corpus_chars_get_utf8 (self->chars, NULL);
  gint64 line_start = 0, best = 0;
  int best_rate = 0;

  for (gint64 i = 0; i < self->shown_length; i++)
    {
      gunichar c = g_utf8_get_char (p);
      gint64 length = i + 1 - line_start;

      p = g_utf8_next_char (p);
      if (is_line_end (c))
        {
          line_start = i + 1;
          best_rate = 0;
          continue;
        }
      if (length >= MIN_LINE && i + 1 < self->shown_length)
        {
          gunichar next = g_utf8_get_char (p);
          int rate = is_line_end (next) ? 0 : rate_break (c, next);

          if (rate >= best_rate && rate > 0)
            {
              best_rate = rate;
              best = i + 1;
            }
        }
      if (length >= REVIEW_LAYOUT_MAX_LINE && i + 1 < self->shown_length && !is_line_end (g_utf8_get_char (p)))
        {
          /* Nothing but marks for hundreds of characters is no writing: it is cut where it stands. */
          gint64 at = best_rate > 0 ? best : i + 1;
          Insertion insertion = { .offset = at, .length = 1, .words = g_strdup ("\n") };

          g_array_append_val (self->insertions, insertion);
          line_start = at;
          best_rate = 0;
        }
    }
}

/**
 * review_layout_map_new:
 * @chars: the text of an article
 * @max_chars: how many code points to show at most, 0 for all
 *
 * Lays a text out for display: breaks paragraphs that are too long for one line of
 * the view, never inside a grapheme, at the end of a sentence where there is one.
 *
 * Returns: (transfer full): a map to which words may still be added
 */
ReviewLayoutMap *
review_layout_map_new (CorpusChars *chars,
                       gint64 max_chars)
{
  ReviewLayoutMap *self = g_atomic_rc_box_new0 (ReviewLayoutMap);
  gint64 length = corpus_chars_get_length (chars);

  self->chars = corpus_chars_ref (chars);
  self->shown_length = max_chars > 0 ? MIN (length, max_chars) : length;
  self->insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  g_array_set_clear_func (self->insertions, clear_insertion);
  break_paragraphs (self);
  return self;
}

/**
 * review_layout_map_ref:
 * @self: a map
 *
 * Returns: (transfer full): @self
 */
ReviewLayoutMap *
review_layout_map_ref (ReviewLayoutMap *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
layout_map_clear (gpointer data)
{
  ReviewLayoutMap *self = data;

  corpus_chars_unref (self->chars);
  g_array_unref (self->insertions);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self->display);
}

/**
 * review_layout_map_unref:
 * @self: (transfer full) (nullable): a map
 */
void
review_layout_map_unref (ReviewLayoutMap *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, layout_map_clear);
}

/**
 * review_layout_map_insert:
 * @self: a map whose display nobody has asked for yet
 * @offset: a code point of the text, or its length
 * @words: what to show before it
 *
 * Puts in words that are no part of the text. At one offset, what is put in first stands first.
 */
void
review_layout_map_insert (ReviewLayoutMap *self,
                          gint64 offset,
                          const char *words)
{
  g_return_if_fail (self->display == NULL);

  if (offset <= self->shown_length && *words != '\0')
    add_insertion (self, offset, words);
}

static void
make_display (ReviewLayoutMap *self)
{
  const char *utf8 = corpus_chars_get_utf8 (self->chars, NULL);
  GString *display = g_string_sized_new (corpus_chars_get_byte (self->chars, self->shown_length));
  gsize at_byte = 0;
  gint64 before = 0;

  self->spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));
  for (guint i = 0; i < self->insertions->len; i++)
    {
      Insertion *insertion = &g_array_index (self->insertions, Insertion, i);
      gsize byte = corpus_chars_get_byte (self->chars, insertion->offset);
      CorpusSpan span = { insertion->offset + before, insertion->offset + before + insertion->length };

      g_string_append_len (display, utf8 + at_byte, (gssize) (byte - at_byte));
      g_string_append (display, insertion->words);
      insertion->before = before;
      before += insertion->length;
      at_byte = byte;
      g_array_append_val (self->spans, span);
    }
  g_string_append_len (display, utf8 + at_byte,
                       (gssize) (corpus_chars_get_byte (self->chars, self->shown_length) - at_byte));
  self->display = g_string_free (display, FALSE);
}

/**
 * review_layout_map_get_display:
 * @self: a map
 *
 * Returns: (transfer none): what is shown, as UTF-8
 */
const char *
review_layout_map_get_display (ReviewLayoutMap *self)
{
  if (self->display == NULL)
    make_display (self);
  return self->display;
}

/**
 * review_layout_map_get_shown_length:
 * @self: a map
 *
 * Returns: how many code points of the text are shown
 */
gint64
review_layout_map_get_shown_length (ReviewLayoutMap *self)
{
  return self->shown_length;
}

/* How much is put in before an offset of the text; at it as well where @is_inclusive. */
static gint64
count_before (ReviewLayoutMap *self,
              gint64 offset,
              gboolean is_inclusive)
{
  guint low = 0, high = self->insertions->len;
  const Insertion *last;

  review_layout_map_get_display (self);
  while (low < high)
    {
      guint middle = (low + high) / 2;
      gint64 at = g_array_index (self->insertions, Insertion, middle).offset;

      if (at < offset || (is_inclusive && at == offset))
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return 0;
  last = &g_array_index (self->insertions, Insertion, low - 1);
  return last->before + last->length;
}

/**
 * review_layout_map_to_display:
 * @self: a map
 * @offset: a code point of the text
 *
 * Returns: where it is shown; behind what was put in before it. What is not shown is at the end of the display.
 */
gint64
review_layout_map_to_display (ReviewLayoutMap *self,
                              gint64 offset)
{
  offset = CLAMP (offset, 0, self->shown_length);
  return offset + count_before (self, offset, TRUE);
}

/**
 * review_layout_map_end_to_display:
 * @self: a map
 * @offset: one past the last code point of a range of the text
 *
 * Returns: one past where the last one is shown
 */
gint64
review_layout_map_end_to_display (ReviewLayoutMap *self,
                                  gint64 offset)
{
  offset = CLAMP (offset, 0, self->shown_length);
  return offset + count_before (self, offset, FALSE);
}

/**
 * review_layout_map_to_text:
 * @self: a map
 * @position: a code point of the display, or its length
 *
 * Returns: the code point of the text that is shown there; of something put in the one that follows it
 */
gint64
review_layout_map_to_text (ReviewLayoutMap *self,
                           gint64 position)
{
  guint low = 0, high = self->insertions->len;
  const Insertion *last;

  review_layout_map_get_display (self);
  /* The first insertion that begins behind the position. */
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Insertion *insertion = &g_array_index (self->insertions, Insertion, middle);

      if (insertion->offset + insertion->before <= position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return CLAMP (position, 0, self->shown_length);
  last = &g_array_index (self->insertions, Insertion, low - 1);
  if (position < last->offset + last->before + last->length)
    return last->offset;
  return MIN (position - last->before - last->length, self->shown_length);
}

/**
 * review_layout_map_get_insertions:
 * @self: a map
 *
 * Returns: (transfer none) (element-type CorpusSpan): the ranges of the display that are no part of the text
 */
GArray *
review_layout_map_get_insertions (ReviewLayoutMap *self)
{
  review_layout_map_get_display (self);
  return self->spans;
}
