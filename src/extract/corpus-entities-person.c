/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of people: first where the context tells (beside a title, before a verb of speech, at the head of a record, in a
 * list of names), then everywhere in the article.
 *
 * A Chinese name is a surname of one or two characters and one or two more. How many is told by what follows: a name
 * ends before punctuation, a title, a verb or a function word; where both lengths would do, by which of the two strings
 * the article uses more often, and by whether the third character is one that names are made of. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-mentions.h"
#include "text/corpus-literal.h"
#include "text/corpus-width.h"

#define MASK(kind) CORPUS_LEXICON_MASK (CORPUS_LEXICON_##kind)

typedef struct
{
  CorpusMentions *mentions;
  const CorpusReading *reading;
  GHashTable *names; /* utf8 -> itself */
} People;

static gunichar
char_at (People *self,
         gint64 at)
{
  return at >= 0 && at < self->reading->length ? self->reading->chars[at] : 0;
}

static gint64
word_at (People *self,
         guint kinds,
         gint64 at,
         gint64 max)
{
  return corpus_lexicon_match (self->mentions->lexicon, kinds, self->reading->chars, at,
                               MIN (self->reading->length, at + max), NULL);
}

/* Whether a name may well end before a position: 2 certainly, 1 perhaps, 0 not by anything seen. */
static int
rate_end (People *self,
          gint64 at)
{
  gunichar c = char_at (self, at);

  if (c == 0 || !corpus_char_is_han (c))
    return 2;
  if (word_at (self, MASK (SPEECH) | MASK (WORD) | MASK (POSITION), at, 6) >= at + 2)
    return 2;
  return word_at (self, MASK (SPEECH) | MASK (WORD), at, 1) > at ? 1 : 0;
}

/* The end of the name whose surname begins at a position, -1 where none begins. */
static gint64
name_end (People *self,
          gint64 at,
          gboolean is_certain)
{
  gint64 surname = word_at (self, MASK (SURNAME), at, 2), two, three;
  gboolean has_three;

  if (surname < 0 || !corpus_char_is_han (char_at (self, surname)))
    return -1;
  two = surname + 1;
  three = surname + 2;
  /* The given name's first character: any where a title stands beside it, else one that names are made of. */
  if (word_at (self, MASK (GIVEN), surname, 1) < 0 && !is_certain)
    return -1;
  if (word_at (self, MASK (BREAK), surname, 1) > 0 && word_at (self, MASK (GIVEN), surname, 1) < 0)
    return -1;
  has_three = corpus_char_is_han (char_at (self, two));
  if (has_three && word_at (self, MASK (SPEECH) | MASK (WORD) | MASK (POSITION), two, 6) >= two + 2)
    has_three = FALSE;
  else if (has_three && word_at (self, MASK (GIVEN), two, 1) < 0)
    has_three = is_certain && rate_end (self, two) == 0 && rate_end (self, three) == 2;
  else if (has_three && word_at (self, MASK (WORD) | MASK (BREAK), two, 1) > 0)
    has_three = rate_end (self, three) == 2 && rate_end (self, two) < 2 &&
                word_at (self, MASK (BREAK), two, 1) < 0;
  if (has_three && rate_end (self, two) == 1 && rate_end (self, three) == 0)
    has_three = FALSE;
  return has_three ? three : two;
}

/* Whether the characters are a word rather than a name: 高度, 方案, 江苏. */
static gboolean
is_word (People *self,
         gint64 start,
         gint64 end)
{
  if (word_at (self, MASK (WORD) | MASK (BREAK) | MASK (POLICY), start, 4) >= start + 2)
    return TRUE;
  return word_at (self, MASK (PROVINCE) | MASK (CITY) | MASK (COUNTRY) | MASK (REGION), start, 6) >=
             end ||
         (corpus_mentions_at (self->mentions, start) != NULL &&
          corpus_mentions_at (self->mentions, start)->span.end > end);
}

static void
add_name (People *self,
          gint64 start,
          gint64 end,
          double confidence)
{
  char *name;

  if (start < 0 || end <= start || is_word (self, start, end))
    return;
  corpus_mentions_add (self->mentions, start, end, CORPUS_MENTION_PERSON, confidence);
  if (self->mentions->is_out[start])
    return;
  name = corpus_reading_dup (self->reading, start, end);
  if (!g_hash_table_add (self->names, name))
    return;
}

/* 阿兹兰·哈希姆: parts of Han characters joined by dots. Where it ends, or -1. */
static gint64
foreign_name_end (People *self,
                  gint64 at)
{
  gint64 i = at, n_parts = 1, n_chars = 0;

  while (i < self->reading->length && i < at + 24)
    {
      if (corpus_char_is_han (char_at (self, i)))
        {
          if (n_parts > 1 && n_chars >= 2 && rate_end (self, i) > 0)
            break;
          n_chars++;
        }
      else if (char_at (self, i) == 0xb7 && n_chars >= 1 && n_chars <= 6)
        {
          n_parts++;
          n_chars = 0;
        }
      else
        {
          break;
        }
      i++;
    }
  return n_parts >= 2 && n_chars >= 1 && n_chars <= 6 ? i : -1;
}

/* A name before a position: 林嘉树 in 林嘉树市长. Where it begins, or -1. */
static gint64
name_before (People *self,
             gint64 end)
{
  for (gint64 n = 4; n >= 2; n--)
    {
      gint64 start = end - n, surname;
      gunichar before = char_at (self, start - 1);

      if (start < 0 || !corpus_char_is_han (char_at (self, start)))
        continue;
      surname = word_at (self, MASK (SURNAME), start, 2);
      if (surname < 0 || end - surname < 1 || end - surname > 2 || (n == 4 && surname != start + 2))
        continue;
      if (word_at (self, MASK (BREAK), surname, 1) > 0 ||
          word_at (self, MASK (GIVEN), end - 1, 1) < 0 || is_word (self, start, end))
        continue;
      /* What stands before the name ends there. */
      if (!corpus_char_is_han (before) ||
          word_at (self, MASK (WORD) | MASK (BREAK) | MASK (SPEECH), start - 1, 1) > 0 ||
          word_at (self, MASK (WORD) | MASK (BREAK) | MASK (SPEECH), start - 2, 2) == start ||
          word_at (self, MASK (POSITION), start - 2, 2) == start)
        return start;
    }
  return -1;
}

static void
find_beside_titles (People *self)
{
  guint n_found = self->mentions->found->len;

  for (guint i = 0; i < n_found; i++)
    {
      CorpusMention title = g_array_index (self->mentions->found, CorpusMention, i);
      gint64 after = title.span.end, end, start;

      if (title.label != CORPUS_MENTION_POSITION)
        continue;
      /* 主任、 and (左) stand between. */
      if (char_at (self, after) == ' ')
        after++;
      end = foreign_name_end (self, after);
      if (end < 0)
        end = name_end (self, after, TRUE);
      if (end > 0 && (rate_end (self, end) > 0 || end - after >= 3))
        add_name (self, after, end, rate_end (self, end) == 2 ? 0.92 : 0.75);
      start = title.span.end - title.span.start <= 5 ? name_before (self, title.span.start) : -1;
      if (start >= 0)
        add_name (self, start, title.span.start, 0.85);
    }
}

/* Whether a clause or a name may begin at a position. */
static gboolean
is_fresh (People *self,
          gint64 at)
{
  gunichar before = char_at (self, at - 1);

  return at == 0 || (!corpus_char_is_han (before) && !corpus_char_is_digit (before) &&
                     !corpus_char_is_latin (before) && before != 0xb7);
}

/* 林嘉树强调; 苏远帆说. */
static void
find_before_speech (People *self)
{
  for (gint64 at = 0; at < self->reading->length; at++)
    {
      gint64 end, speech;

      if (!corpus_char_is_han (char_at (self, at)) || !is_fresh (self, at))
        continue;
      end = foreign_name_end (self, at);
      if (end > 0 && char_at (self, at - 1) != 0x201c && char_at (self, at - 1) != 0x300a)
        {
          add_name (self, at, end, 0.7);
          continue;
        }
      end = name_end (self, at, FALSE);
      if (end < 0)
        continue;
      speech = word_at (self, MASK (SPEECH), end, 4);
      if (speech >= end + 2 || (speech == end + 1 && (char_at (self, end) == 0x8bf4 /* 说 */ ||
                                                      char_at (self, end) == 0x79f0 /* 称 */)))
        add_name (self, at, end, 0.75);
      /* 严松涛,男,汉族. */
      else if ((char_at (self, end) == ',' || char_at (self, end) == 0x3001) &&
               (char_at (self, end + 1) == 0x7537 || char_at (self, end + 1) == 0x5973) &&
               (char_at (self, end + 2) == ',' || char_at (self, end + 2) == 0x3001))
        add_name (self, at, end, 0.97);
    }
}

/* Surnames that are hardly ever anything else, so that three characters that make a name are one without a title. */
static gboolean
is_plain_surname (gunichar c)
{
  static const char surnames[] = "王李张刘陈杨赵吴徐孙胡朱郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾魏薛阎潘杜戴汪姜姚谭廖邹熊陆郝崔邱秦顾侯邵孟尹黎贺赖龚";

  for (const char *p = surnames; *p != '\0';)
    if (corpus_literal_next (&p) == c)
      return TRUE;
  return FALSE;
}

/* A surname and two characters of given names, cut off on both sides. */
static void
find_whole_names (People *self)
{
  for (gint64 at = 0; at + 3 <= self->reading->length; at++)
    {
      gint64 end = at + 3;

      if (!corpus_char_is_han (char_at (self, at)) || !is_plain_surname (char_at (self, at)) ||
          word_at (self, MASK (GIVEN), at + 1, 1) < 0 ||
          word_at (self, MASK (GIVEN), at + 2, 1) < 0 ||
          word_at (self, MASK (BREAK) | MASK (WORD), at + 1, 2) == end ||
          word_at (self, MASK (BREAK), at + 1, 1) > 0 ||
          word_at (self, MASK (BREAK), at + 2, 1) > 0)
        continue;
      if (!is_fresh (self, at) && word_at (self, MASK (BREAK) | MASK (SPEECH), at - 1, 1) != at &&
          (at < 2 || word_at (self, MASK (BREAK) | MASK (WORD) | MASK (SPEECH) | MASK (POSITION),
                              at - 2, 2) != at))
        continue;
      if (rate_end (self, end) > 0)
        add_name (self, at, end, 0.6);
    }
}

/* In 欧阳慧、汪知远等 one known name makes its neighbours names. */
static void
find_in_lists (People *self)
{
  for (guint i = 0; i < self->mentions->found->len; i++)
    {
      CorpusMention known = g_array_index (self->mentions->found, CorpusMention, i);
      gint64 next, end, before;

      if (known.label != CORPUS_MENTION_PERSON)
        continue;
      next = known.span.end;
      if (char_at (self, next) == 0x3001 || char_at (self, next) == ' ' ||
          char_at (self, next) == 0x548c)
        {
          end = name_end (self, next + 1, FALSE);
          if (end > 0 && rate_end (self, end) > 0 && !self->mentions->is_out[next + 1])
            {
              g_autofree char *name = corpus_reading_dup (self->reading, next + 1, end);

              if (!g_hash_table_contains (self->names, name))
                add_name (self, next + 1, end, 0.75);
            }
        }
      before = known.span.start - 1;
      if (char_at (self, before) == 0x3001)
        {
          gint64 start = name_before (self, before);

          if (start >= 0)
            {
              g_autofree char *name = corpus_reading_dup (self->reading, start, before);

              if (!g_hash_table_contains (self->names, name))
                add_name (self, start, before, 0.75);
            }
        }
    }
}

/* 周砚秋、林嘉树等: two names before 等 in a list that nothing else tells. */
static void
find_lists (People *self)
{
  for (gint64 at = 2; at < self->reading->length; at++)
    {
      gint64 start, first;

      if (char_at (self, at) != 0x7b49 /* 等 */)
        continue;
      start = name_before (self, at);
      if (start < 3 || char_at (self, start - 1) != 0x3001)
        continue;
      first = name_before (self, start - 1);
      if (first < 0)
        continue;
      add_name (self, start, at, 0.7);
      add_name (self, first, start - 1, 0.7);
    }
}

/* A name found once is a name wherever it stands. */
static void
spread (People *self)
{
  g_autoptr (CorpusLexicon) lexicon = corpus_lexicon_new ();
  g_autoptr (GString) text = g_string_new ("[surname]\n");
  g_autoptr (GArray) matches = NULL;
  GHashTableIter iter;
  gpointer name;

  if (g_hash_table_size (self->names) == 0)
    return;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_string_append (text, name);
      g_string_append_c (text, '\n');
    }
  if (!corpus_lexicon_add_text (lexicon, text->str, NULL))
    return;
  corpus_lexicon_close (lexicon);
  matches =
      corpus_lexicon_scan (lexicon, MASK (SURNAME), self->reading->chars, 0, self->reading->length);
  for (guint i = 0; i < matches->len; i++)
    {
      CorpusLexiconMatch *match = &g_array_index (matches, CorpusLexiconMatch, i);

      corpus_mentions_add (self->mentions, match->start, match->end, CORPUS_MENTION_PERSON, 0.85);
    }
}

void
corpus_mentions_find_people (CorpusMentions *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  People people = { self, self->reading, names };

  find_beside_titles (&people);
  find_before_speech (&people);
  find_lists (&people);
  find_whole_names (&people);
  find_in_lists (&people);
  spread (&people);
}
