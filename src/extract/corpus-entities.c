/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 4: entities.
 *
 * One pass of the lexicons over the article's text, then the rules of each label in an order in which each may lean on
 * those before it: places before bodies, bodies before titles, titles before names. What was found is then weighed: of two
 * mentions that cross, the surer and longer one stays; a body, a place or a person inside a longer name stays as nested. */

#define G_LOG_DOMAIN "corpus-extract"

#include <string.h>

#include "extract/corpus-dateline-head.h"
#include "extract/corpus-extractor.h"
#include "extract/corpus-mentions.h"
#include "extract/corpus-people.h"
#include "extract/corpus-suggest.h"

static const char *const label_names[] = { "DATE", "POLICY", "EVENT", "POSITION",
                                           "PERSON", "ORG", "LOC" };

#define SCANNED                                                                                      \
  (CORPUS_LEXICON_MASK (CORPUS_LEXICON_PLACE_SUFFIX) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_ORG) |    \
   CORPUS_LEXICON_MASK (CORPUS_LEXICON_ORG_SUFFIX) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_POSITION) | \
   CORPUS_LEXICON_MASK (CORPUS_LEXICON_EVENT_SUFFIX) | CORPUS_LEXICON_MASK (CORPUS_LEXICON_POLICY))

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const CorpusLexiconMatch *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

/* Bylines, credits and dateline heads are metadata, not entities. Returns the place of the dateline. */
static CorpusSpan
mark_out (CorpusArticle *article,
          CorpusText *text,
          const CorpusReading *reading,
          guint8 *is_out)
{
  CorpusSpan home = { 0, 0 };
  GPtrArray *blocks = corpus_article_get_blocks (article);
  gboolean has_body = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusSpan span = corpus_text_get_block_span (text, i), out = { 0, 0 };
      CorpusDatelineHead head;

      if (span.start == span.end)
        continue;
      if (block->role == CORPUS_ROLE_BYLINE || block->role == CORPUS_ROLE_CREDIT)
        {
          out = span;
        }
      else if (block->role == CORPUS_ROLE_CAPTION)
        {
          gint64 credit = corpus_people_find_photo_credit (reading, span);

          if (credit >= 0)
            out = (CorpusSpan){ credit, span.end };
        }
      else if (block->role == CORPUS_ROLE_BODY && !has_body)
        {
          has_body = TRUE;
          if (corpus_dateline_head_parse (reading, span, &head))
            {
              out = head.span;
              home = head.place;
            }
        }
      if (out.end > out.start)
        memset (is_out + out.start, 1, (gsize) (out.end - out.start));
    }
  return home;
}

/* The surer of two mentions first: by confidence and length together, then by place. */
static int
compare_weight (gconstpointer a,
                gconstpointer b)
{
  const CorpusMention *x = *(const CorpusMention *const *) a,
                      *y = *(const CorpusMention *const *) b;
  gint64 n = x->span.end - x->span.start, m = y->span.end - y->span.start;

  /* A longer name holds the shorter one, whatever the shorter one is. */
  if (n != m)
    return n > m ? -1 : 1;
  if (x->confidence < y->confidence || x->confidence > y->confidence)
    return x->confidence > y->confidence ? -1 : 1;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (int) x->label - (int) y->label;
}

/* Whether a mention may stand inside another. */
static gboolean
may_nest (CorpusMentionLabel outer,
          CorpusMentionLabel inner)
{
  if (inner == outer || inner == CORPUS_MENTION_DATE || inner == CORPUS_MENTION_POLICY ||
      inner == CORPUS_MENTION_EVENT)
    return FALSE;
  return outer == CORPUS_MENTION_ORG || outer == CORPUS_MENTION_POSITION ||
         outer == CORPUS_MENTION_EVENT || outer == CORPUS_MENTION_POLICY;
}

/* Which mentions stay. @owner holds for each place 1 + the index of the innermost one that was kept there. */
static GPtrArray *
choose (GArray *found,
        gint64 length)
{
  GPtrArray *kept = g_ptr_array_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_sized_new (found->len);
  g_autofree guint32 *owner = g_new0 (guint32, length + 1);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (order, &g_array_index (found, CorpusMention, i));
  g_ptr_array_sort (order, compare_weight);
  for (guint i = 0; i < order->len; i++)
    {
      CorpusMention *mention = g_ptr_array_index (order, i), *outer = NULL;
      guint32 first = owner[mention->span.start];
      gboolean is_free = TRUE;

      for (gint64 at = mention->span.start; at < mention->span.end && is_free; at++)
        is_free = owner[at] == first;
      if (!is_free)
        continue;
      if (first > 0)
        {
          outer = g_ptr_array_index (kept, first - 1);
          if (!may_nest (outer->label, mention->label) || mention->confidence < 0.7 ||
              (outer->span.start == mention->span.start && outer->span.end == mention->span.end))
            continue;
        }
      g_ptr_array_add (kept, mention);
      for (gint64 at = mention->span.start; at < mention->span.end; at++)
        owner[at] = kept->len;
    }
  return kept;
}

/* Takes out what was suggested before, and marks what people decided on: nothing is suggested over it. */
static void
clear_old (CorpusArticle *article,
           CorpusText *text,
           guint8 *is_out)
{
  GPtrArray *entities = corpus_article_get_entities (article);
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);

      if (corpus_suggest_is_ours (&entity->provenance))
        {
          g_array_append_val (old, entity->id);
        }
      else
        {
          CorpusSpan span = corpus_suggest_span (text, entity->pieces);

          memset (is_out + span.start, 1, (gsize) (span.end - span.start));
        }
    }
  for (guint i = old->len; i-- > 0;)
    corpus_article_remove (article, g_array_index (old, gint64, i));
}

static void
put_entity (CorpusArticle *article,
            CorpusText *text,
            CorpusIdSource *ids,
            const CorpusMention *mention)
{
  g_autoptr (CorpusEntity) entity =
      corpus_entity_new (corpus_id_source_next (ids), label_names[mention->label]);

  g_array_unref (entity->pieces);
  entity->pieces = corpus_text_anchor (text, mention->span.start, mention->span.end);
  if (entity->pieces->len == 0)
    return;
  if (mention->norm[0] != '\0')
    entity->norm = g_strdup (mention->norm);
  corpus_suggest (&entity->provenance, mention->confidence);
  corpus_article_put_entity (article, entity);
}

/* Mentions in text order, so that ids follow the text. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const CorpusMention *x = *(const CorpusMention *const *) a,
                      *y = *(const CorpusMention *const *) b;

  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

/**
 * corpus_extract_entities:
 * @article: an article with its blocks
 * @ids: where new ids come from
 *
 * Finds people, bodies, places, titles, events, programmes and dates. May be called
 * from the thread that the article belongs to.
 */
void
corpus_extract_entities (CorpusArticle *article,
                         CorpusIdSource *ids)
{
  g_autoptr (CorpusText) text = corpus_text_ref (corpus_article_get_text (article));
  g_auto (CorpusReading) reading = { 0 };
  g_autofree guint8 *is_out = NULL;
  g_autofree guint32 *starts = NULL, *ends = NULL;
  g_autoptr (GArray) words = NULL, found = g_array_new (FALSE, FALSE, sizeof (CorpusMention));
  g_autoptr (GPtrArray) kept = NULL;
  CorpusMentions mentions;
  CorpusSpan home;
  gboolean has_date;
  GDate today;

  corpus_reading_init (&reading, corpus_text_get_chars (text));
  is_out = g_new0 (guint8, reading.length + 1);
  starts = g_new0 (guint32, reading.length + 1);
  ends = g_new0 (guint32, reading.length + 1);
  home = mark_out (article, text, &reading, is_out);
  clear_old (article, text, is_out);
  words = corpus_lexicon_scan (corpus_lexicon_get (), SCANNED, reading.chars, 0, reading.length);
  g_array_sort (words, compare_words);
  mentions =
      (CorpusMentions){ &reading, corpus_lexicon_get (), words, found, starts, ends, is_out, home };
  has_date = corpus_suggest_get_date (article, &today);

  corpus_mentions_find_dates (&mentions, has_date ? &today : NULL);
  corpus_mentions_find_places (&mentions);
  corpus_mentions_find_bodies (&mentions);
  corpus_mentions_find_positions (&mentions);
  corpus_mentions_find_people (&mentions);
  corpus_mentions_find_events (&mentions);
  corpus_mentions_find_policies (&mentions);
  corpus_mentions_find_english (&mentions);

  kept = choose (found, reading.length);
  g_ptr_array_sort (kept, compare_places);
  for (guint i = 0; i < kept->len; i++)
    put_entity (article, text, ids, g_ptr_array_index (kept, i));
}
