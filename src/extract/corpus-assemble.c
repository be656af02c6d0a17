/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 2: blocks become stories.
 *
 * One pass over the page, in its order. A story begins at a dateline head, at a continuation line, or at the text that
 * follows a headline; what follows without either goes on with the story before. A picture with its caption never ends a
 * story that stopped in mid-sentence. Then what the columns displaced is brought home: a headline that stands behind its
 * story, told by the words the two share; the first half of a story that stands behind the second, told by an open
 * quotation that a closing one elsewhere waits for, and by the word that the two make where they meet. */

#define G_LOG_DOMAIN "corpus-extract"

#include "corpus/corpus-role.h"
#include "extract/corpus-story.h"

/* How many stories on either side are looked at for the other half of a story: a page has some ten or twenty. */
#define MAX_CANDIDATES 64
/* How much of a story is compared with a headline. */
#define MAX_COMPARED 1500
/* How far around a seam its word is looked for, and how many lines a headline may have: a page is smaller than both. */
#define MAX_SEARCHED 20000
#define MAX_HEADLINES 12

typedef struct
{
  const CorpusReading *page;
  GPtrArray *drafts;
  GPtrArray *stories; /* CorpusStory */
  GPtrArray *loose;
  GPtrArray *pending; /* headline lines that wait for their story */
  CorpusDraft *continued;
  CorpusStory *current;
} Assembly;

static CorpusDraft *
draft_at (GPtrArray *drafts,
          guint index)
{
  return index < drafts->len ? g_ptr_array_index (drafts, index) : NULL;
}

/* How many pairs of characters of some lines a story's text has as well, for each pair the lines have. */
static double
measure_affinity (const CorpusReading *page,
                  GPtrArray *lines,
                  guint first,
                  guint end,
                  CorpusStory *story)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  gint64 n_left = MAX_COMPARED;
  guint n_pairs, n_shared = 0;

  for (guint i = first; i < end; i++)
    {
      CorpusSpan extent = corpus_draft_get_extent (g_ptr_array_index (lines, i));

      for (gint64 j = extent.start; j + 1 < extent.end; j++)
        if (corpus_char_is_han (page->chars[j]) && corpus_char_is_han (page->chars[j + 1]))
          g_hash_table_add (pairs, GUINT_TO_POINTER ((page->chars[j] & 0xffff) << 16 |
                                                     (page->chars[j + 1] & 0xffff)));
    }
  n_pairs = g_hash_table_size (pairs);
  for (guint i = 0; i < story->bodies->len && n_left > 0; i++)
    {
      CorpusSpan extent = corpus_draft_get_extent (g_ptr_array_index (story->bodies, i));

      for (gint64 j = extent.start; j + 1 < extent.end && n_left > 0; j++, n_left--)
        if (g_hash_table_remove (pairs, GUINT_TO_POINTER ((page->chars[j] & 0xffff) << 16 |
                                                          (page->chars[j + 1] & 0xffff))))
          n_shared++;
    }
  return n_pairs > 0 ? (double) n_shared / n_pairs : 0;
}

static gboolean
is_hash (CorpusDraft *draft)
{
  return draft->mark == CORPUS_MARK_HASH;
}

/* Headline lines have come and a story that has none stands before them: how many of the lines are that story's? Lines
 * set as one group stay together; between groups, the first is the old story's. */
static guint
count_lines_behind (Assembly *self,
                    CorpusStory *next)
{
  guint boundary = 0;
  double before, after;

  if (self->current == NULL || self->current->heads->len > 0 || self->current->continued != NULL ||
      !corpus_story_has_dateline (self->current))
    return 0;
  for (guint i = 1; i < self->pending->len && boundary == 0; i++)
    {
      CorpusDraft *a = g_ptr_array_index (self->pending, i - 1),
                  *b = g_ptr_array_index (self->pending, i);

      if (b->gap && is_hash (a) != is_hash (b))
        boundary = i;
    }
  if (next == NULL)
    return boundary > 0 ? boundary : self->pending->len;
  if (boundary > 0)
    return boundary;
  before = measure_affinity (self->page, self->pending, 0, self->pending->len, self->current);
  after = measure_affinity (self->page, self->pending, 0, self->pending->len, next);
  return before > after + 0.15 ? self->pending->len : 0;
}

/* Gives the waiting headline lines to the story before, as far as they are its, and the rest to @next. */
static void
settle_pending (Assembly *self,
                CorpusStory *next)
{
  guint n_behind = count_lines_behind (self, next);

  for (guint i = 0; i < self->pending->len; i++)
    {
      CorpusDraft *line = g_ptr_array_index (self->pending, i);

      if (i < n_behind)
        {
          corpus_draft_add_doubt (line, "headline after its story");
          line->confidence = MIN (line->confidence, 0.7);
          g_ptr_array_add (self->current->heads, line);
        }
      else if (next != NULL)
        {
          g_ptr_array_add (next->heads, line);
        }
    }
  if (next == NULL && n_behind < self->pending->len)
    {
      CorpusStory *story = corpus_story_new ();

      for (guint i = n_behind; i < self->pending->len; i++)
        {
          corpus_draft_add_doubt (g_ptr_array_index (self->pending, i), "headline without a story");
          g_ptr_array_add (story->heads, g_ptr_array_index (self->pending, i));
        }
      g_ptr_array_add (self->stories, story);
    }
  g_ptr_array_set_size (self->pending, 0);
}

static CorpusStory *
begin_story (Assembly *self,
             CorpusDraft *body)
{
  CorpusStory *story = corpus_story_new ();

  if (body != NULL)
    g_ptr_array_add (story->bodies, body);
  settle_pending (self, story);
  story->continued = self->continued;
  self->continued = NULL;
  g_ptr_array_add (self->stories, story);
  self->current = story;
  return story;
}

static void
append_body (CorpusStory *story,
             CorpusDraft *body)
{
  /* Lines that stand directly below one another and were not wrapped are lines of their own. */
  body->joins = corpus_story_is_open (story) && (body->gap || body->is_cut) &&
                (body->role == CORPUS_ROLE_BODY || body->role == CORPUS_ROLE_LIST);
  /* The rest of a record that a column break cut. */
  if (body->joins && body->role == CORPUS_ROLE_BODY &&
      ((CorpusDraft *) g_ptr_array_index (story->bodies, story->bodies->len - 1))->role ==
          CORPUS_ROLE_LIST)
    body->role = CORPUS_ROLE_LIST;
  g_ptr_array_add (story->bodies, body);
}

/* What the blocks behind a headline line are about: the first that is no headline line itself. */
static CorpusDraft *
look_past_headlines (Assembly *self,
                     guint index)
{
  CorpusDraft *draft;
  guint limit = index + MAX_HEADLINES;

  while ((draft = draft_at (self->drafts, index)) != NULL && draft->role == CORPUS_ROLE_HEADLINE &&
         index < limit)
    index++;
  return draft;
}

/* A small headline inside a story: one line, smaller than the story's own headline, with plain text before and after. */
static gboolean
is_crosshead (Assembly *self,
              guint index)
{
  CorpusDraft *draft = g_ptr_array_index (self->drafts, index),
              *next = draft_at (self->drafts, index + 1), *head;
  CorpusStory *story = self->current;

  if (self->pending->len > 0 || story == NULL || story->is_closed || story->is_photo ||
      story->bodies->len == 0 || story->heads->len == 0)
    return FALSE;
  if (next == NULL || next->role != CORPUS_ROLE_BODY || next->has_dateline ||
      corpus_headline_is_column (self->page, draft))
    return FALSE;
  head = g_ptr_array_index (story->heads, 0);
  if (draft->mark == CORPUS_MARK_BOLD)
    return head->mark != CORPUS_MARK_BOLD;
  if (draft->mark == CORPUS_MARK_HASH)
    {
      for (guint i = 0; i < story->heads->len; i++)
        {
          head = g_ptr_array_index (story->heads, i);
          if (head->mark != CORPUS_MARK_HASH || head->level >= draft->level)
            return FALSE;
        }
      return TRUE;
    }
  return FALSE;
}

static void
take_headline (Assembly *self,
               guint index)
{
  CorpusDraft *draft = g_ptr_array_index (self->drafts, index);
  CorpusDraft *next = look_past_headlines (self, index);

  if (is_crosshead (self, index))
    {
      draft->role = CORPUS_ROLE_CROSSHEAD;
      g_ptr_array_add (self->current->bodies, draft);
      return;
    }
  /* A label over a picture that was set into a story. */
  if (self->pending->len == 0 && self->current != NULL && corpus_story_is_open (self->current) &&
      next != NULL && (next->role == CORPUS_ROLE_CAPTION || next->role == CORPUS_ROLE_CREDIT) &&
      (corpus_headline_is_column (self->page, draft) || draft->mark == CORPUS_MARK_SQUARE))
    {
      draft->role = CORPUS_ROLE_CAPTION;
      draft->confidence = 0.6;
      g_ptr_array_add (self->current->pictures, draft);
      return;
    }
  g_ptr_array_add (self->pending, draft);
}

static void
take_body (Assembly *self,
           CorpusDraft *draft)
{
  CorpusStory *story = self->current;

  /* Headline and byline came before: this is what they wait for. */
  if (story != NULL && story->bodies->len == 0 && story->pictures->len == 0 &&
      story->jumps->len == 0 && self->pending->len == 0 && self->continued == NULL)
    {
      append_body (story, draft);
      return;
    }
  if (draft->has_dateline || self->continued != NULL)
    {
      begin_story (self, draft);
      return;
    }
  if (self->pending->len > 0)
    {
      begin_story (self, draft);
      return;
    }
  /* A paragraph with a square in front of it is a brief of its own. */
  if (draft->mark == CORPUS_MARK_SQUARE && !(story != NULL && corpus_story_is_open (story)))
    {
      begin_story (self, draft);
      return;
    }
  if (story != NULL && !story->is_closed)
    {
      append_body (story, draft);
      return;
    }
  /* The story before is over: this is a part of one that was broken off, or the rest of one whose head is elsewhere. */
  for (guint i = self->stories->len; i-- > 0 && i + MAX_CANDIDATES > self->stories->len;)
    {
      CorpusStory *broken = g_ptr_array_index (self->stories, i);

      if (corpus_story_is_open (broken))
        {
          append_body (broken, draft);
          self->current = broken;
          return;
        }
    }
  begin_story (self, draft);
}

static void
take_byline (Assembly *self,
             CorpusDraft *draft)
{
  CorpusStory *story = self->current;

  if (self->pending->len > 0)
    story = begin_story (self, NULL);
  else if (story == NULL || story->is_closed)
    story = begin_story (self, NULL);
  g_ptr_array_add (story->bylines, draft);
}

static void
take_picture (Assembly *self,
              CorpusDraft *draft)
{
  CorpusStory *story = self->current;

  if (self->pending->len > 0)
    {
      CorpusStory *interrupted = story != NULL && corpus_story_is_open (story) ? story : NULL;

      story = begin_story (self, NULL);
      story->is_photo = TRUE;
      /* Text that follows goes on with what the picture interrupted. */
      if (interrupted != NULL)
        self->current = interrupted;
      story->is_closed = TRUE;
    }
  else if (draft->role == CORPUS_ROLE_CREDIT)
    {
      /* A credit belongs to the caption before it, wherever that went. */
      for (guint i = self->stories->len; i-- > 0 && i + MAX_CANDIDATES > self->stories->len;)
        {
          CorpusStory *candidate = g_ptr_array_index (self->stories, i);
          CorpusDraft *caption =
              candidate->pictures->len > 0
                  ? g_ptr_array_index (candidate->pictures, candidate->pictures->len - 1)
                  : NULL;

          if (caption != NULL && (story == NULL || corpus_draft_get_extent (caption).start >
                                                       corpus_story_get_start (story)))
            {
              story = candidate;
              break;
            }
        }
    }
  if (story == NULL)
    {
      story = begin_story (self, NULL);
      story->is_photo = TRUE;
    }
  g_ptr_array_add (story->pictures, draft);
}

static void
take_block (Assembly *self,
            guint index)
{
  CorpusDraft *draft = g_ptr_array_index (self->drafts, index);
  const char *role = draft->role;

  if (role == CORPUS_ROLE_SECTION || role == CORPUS_ROLE_FURNITURE || role == CORPUS_ROLE_TEASER)
    {
      g_ptr_array_add (self->loose, draft);
    }
  else if (role == CORPUS_ROLE_HEADLINE)
    {
      take_headline (self, index);
    }
  else if (role == CORPUS_ROLE_BYLINE)
    {
      take_byline (self, draft);
    }
  else if (role == CORPUS_ROLE_CAPTION || role == CORPUS_ROLE_CREDIT)
    {
      take_picture (self, draft);
    }
  else if (role == CORPUS_ROLE_CONTINUED)
    {
      /* One line after another: the first continues nothing. */
      if (self->continued != NULL)
        g_ptr_array_add (self->loose, self->continued);
      self->continued = draft;
    }
  else if (role == CORPUS_ROLE_JUMP)
    {
      if (self->current == NULL || self->pending->len > 0)
        begin_story (self, NULL);
      g_ptr_array_add (self->current->jumps, draft);
      self->current->is_closed = TRUE;
    }
  else if (role == CORPUS_ROLE_EDITOR_NOTE && self->pending->len == 0 && self->current != NULL &&
           self->current->bodies->len > 0)
    {
      g_ptr_array_add (self->current->bodies, draft);
    }
  else
    {
      take_body (self, draft);
    }
}

/* How often two characters stand side by side around a place of the page: whether the end of one piece and the start of
 * another make a word that the page knows. */
static guint
count_pair (const CorpusReading *page,
            gint64 around,
            gunichar a,
            gunichar b)
{
  gint64 end = MIN (page->length - 1, around + MAX_SEARCHED);
  guint n = 0;

  for (gint64 i = MAX (around - MAX_SEARCHED, 0); i < end && n < 40; i++)
    n += page->chars[i] == a && page->chars[i + 1] == b;
  return n;
}

/* Whether a story's headline is at most the label of a column, so that its text may be the half of another's. */
static gboolean
has_no_headline (const CorpusReading *page,
                 CorpusStory *story)
{
  CorpusDraft *head;

  if (story->heads->len == 0)
    return TRUE;
  if (story->heads->len > 1 || story->bylines->len > 0)
    return FALSE;
  head = g_ptr_array_index (story->heads, 0);
  return corpus_draft_get_length (head) <= 12 || corpus_headline_is_column (page, head);
}

static void
move_all (GPtrArray *from,
          GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_size (from, 0);
}

/* Puts the first half of a story, found elsewhere, in front of the second. */
static void
merge_halves (CorpusStory *first,
              CorpusStory *second)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new (), heads = g_ptr_array_new ();
  CorpusDraft *seam = g_ptr_array_index (second->bodies, 0);
  gboolean has_headline = second->heads->len > 0;

  seam->joins = TRUE;
  corpus_draft_add_doubt (seam, "its first half stood elsewhere on the page");
  seam->confidence = MIN (seam->confidence, 0.75);
  for (guint i = 0; i < first->heads->len; i++)
    {
      CorpusDraft *head = g_ptr_array_index (first->heads, i);

      if (has_headline)
        {
          head->role = CORPUS_ROLE_COLUMN;
          head->confidence = 0.7;
          corpus_draft_add_doubt (head, "stood away from its headline");
        }
    }
  move_all (first->heads, heads);
  move_all (second->heads, heads);
  move_all (heads, second->heads);
  move_all (first->bodies, bodies);
  move_all (second->bodies, bodies);
  move_all (bodies, second->bodies);
  move_all (first->bylines, second->bylines);
  move_all (first->pictures, second->pictures);
  move_all (first->jumps, second->jumps);
}

/* Finds for stories that begin in mid-sentence the story that stops in mid-sentence and waits for them. */
static void
join_halves (Assembly *self)
{
  for (guint i = 0; i < self->stories->len; i++)
    {
      CorpusStory *second = g_ptr_array_index (self->stories, i), *best = NULL;
      CorpusDraft *start = second->bodies->len > 0 ? g_ptr_array_index (second->bodies, 0) : NULL;
      guint best_score = 0, low = i > MAX_CANDIDATES ? i - MAX_CANDIDATES : 0;

      if (start == NULL || start->has_dateline || second->continued != NULL ||
          !start->begins_inside)
        continue;
      for (guint j = low; j < self->stories->len && j < i + MAX_CANDIDATES; j++)
        {
          CorpusStory *first = g_ptr_array_index (self->stories, j);
          CorpusDraft *end;
          guint score;

          if (first == second || first->bodies->len == 0 || !corpus_story_is_open (first) ||
              !(has_no_headline (self->page, first) || second->heads->len == 0))
            continue;
          end = g_ptr_array_index (first->bodies, first->bodies->len - 1);
          score = 1 + (end->has_open_quote ? 50 : 0) +
                  count_pair (self->page, corpus_draft_get_extent (start).start,
                              self->page->chars[corpus_draft_get_extent (end).end - 1],
                              self->page->chars[corpus_draft_get_extent (start).start]);
          if (score > best_score)
            {
              best_score = score;
              best = first;
            }
        }
      if (best != NULL)
        merge_halves (best, second);
    }
}

/* Roles that only the whole story tells: numbered items of a public notice, the headline over a continuation. */
static void
finish_story (const CorpusReading *page,
              CorpusStory *story)
{
  static const char *const notices[] = { "公示", "公告", "通告", "启事", "声明", "招标", "通知", "公示通告", NULL };
  gboolean is_notice = FALSE, has_items = FALSE;

  for (guint i = 0; i < story->heads->len; i++)
    {
      CorpusDraft *head = g_ptr_array_index (story->heads, i);
      g_autofree char *text = corpus_reading_dup (page, corpus_draft_get_extent (head).start,
                                                  corpus_draft_get_extent (head).end);
      g_auto (GStrv) words = g_strsplit_set (text, " \t", -1);
      g_autofree char *joined = g_strjoinv ("", words);

      for (guint j = 0; notices[j] != NULL; j++)
        is_notice = is_notice || g_str_has_suffix (joined, notices[j]);
      if (story->continued != NULL)
        {
          head->role = CORPUS_ROLE_JUMP_HEADLINE;
          head->confidence = 0.9;
        }
    }
  if (story->heads->len == 0 && story->continued == NULL && story->bodies->len > 0)
    corpus_draft_add_doubt (g_ptr_array_index (story->bodies, 0), "no headline was found");
  if (story->bodies->len > 0)
    {
      CorpusDraft *first = g_ptr_array_index (story->bodies, 0);

      if (first->begins_inside && !first->joins && story->continued == NULL)
        corpus_draft_add_doubt (first, "begins in mid-sentence, the part before was not found");
      if (corpus_story_is_open (story))
        corpus_draft_add_doubt (g_ptr_array_index (story->bodies, story->bodies->len - 1),
                                "breaks off in mid-sentence, the rest was not found");
    }
  if (!is_notice)
    return;
  for (guint i = 0; i < story->bodies->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (story->bodies, i);
      CorpusSpan extent = corpus_draft_get_extent (draft);
      gunichar second = extent.end - extent.start > 1 ? page->chars[extent.start + 1] : 0;

      if (draft->role != CORPUS_ROLE_BODY)
        continue;
      /* 一、 and 1. begin the items; what follows them belongs to them. */
      has_items = has_items || ((second == 0x3001 || second == '.') &&
                                (corpus_char_is_digit (page->chars[extent.start]) ||
                                 corpus_char_is_han (page->chars[extent.start])));
      if (has_items)
        draft->role = CORPUS_ROLE_NOTICE;
    }
}

static int
compare_stories (gconstpointer a,
                 gconstpointer b)
{
  gint64 x = corpus_story_get_start (*(CorpusStory *const *) a),
         y = corpus_story_get_start (*(CorpusStory *const *) b);

  return (x > y) - (x < y);
}

/**
 * corpus_assemble:
 * @page: a page
 * @drafts: (element-type CorpusDraft): its blocks with their roles; may grow by blocks that are cut in two
 * @loose: (element-type CorpusDraft): where to put the blocks of no story
 *
 * Puts the blocks of a page together to stories. May be called from any thread.
 *
 * Returns: (transfer full) (element-type CorpusStory): the stories, in page order
 */
GPtrArray *
corpus_assemble (const CorpusReading *page,
                 GPtrArray *drafts,
                 GPtrArray *loose)
{
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();
  Assembly self = {
    .page = page,
    .drafts = drafts,
    .loose = loose,
    .pending = pending,
    .stories = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_story_free),
  };
  guint n_drafts = drafts->len;

  for (guint i = 0; i < n_drafts; i++)
    take_block (&self, i);
  if (pending->len > 0 || self.continued != NULL)
    {
      CorpusDraft *continued = g_steal_pointer (&self.continued);

      settle_pending (&self, NULL);
      if (continued != NULL)
        g_ptr_array_add (loose, continued);
    }
  join_halves (&self);
  for (guint i = self.stories->len; i-- > 0;)
    if (corpus_story_get_start (g_ptr_array_index (self.stories, i)) == G_MAXINT64)
      g_ptr_array_remove_index (self.stories, i);
  g_ptr_array_sort (self.stories, compare_stories);
  for (guint i = 0; i < self.stories->len; i++)
    {
      CorpusStory *story = g_ptr_array_index (self.stories, i);

      if (story->continued == NULL)
        corpus_headline_arrange (page, story, drafts);
      finish_story (page, story);
    }
  return self.stories;
}
