/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which line of a headline is which.
 *
 * A Chinese headline has up to three parts: above the main line a smaller one that introduces it, below it smaller ones
 * that add to it, and over all of them perhaps the name of a column. The converter's marks give the sizes, though not
 * always in the order of Markdown: # is the largest, bold comes between # and ##, what has no mark beside marked lines
 * is small. Where nothing is marked, the order and the words decide. */

#define G_LOG_DOMAIN "corpus-extract"

#include "corpus/corpus-role.h"
#include "extract/corpus-story.h"
#include "text/corpus-width.h"

/* Labels that papers put over a story; a column's own name is known by its place only. */
static const char *const column_words[] = {
  "图片新闻", "新闻图片", "现场图", "简讯", "短讯", "快讯", "要闻简报", "记者调查", "早知道", "新闻速递", "一线传真", "一周热点", "时评", "今日论语", "新华时评", "人民时评", "记者手记",
  "深度观察", "特别报道", "独家报道", "本报时评", "评论员观察", "新闻特写", "PHOTO OF THE DAY", "IN BRIEF", "NEWS IN BRIEF", "PICTURE OF THE DAY", NULL
};

/* What ends a line that tells of an occasion: the news it brought stands in the next. */
static const char *const occasion_endings[] = {
  "召开", "举行", "开幕", "闭幕", "启动", "举办", "会谈", "会见", "强调", "指出", "要求", "揭晓", "出炉", "印发", "发布", "座谈", "调研", "主持召开", "致辞", "致信", "贺信",
  "在京召开", NULL
};

/* Whether a line is the label of a column by its words. */
gboolean
corpus_headline_is_column (const CorpusReading *page,
                           CorpusDraft *draft)
{
  CorpusSpan extent = corpus_draft_get_extent (draft);

  if (extent.end - extent.start > 24)
    return FALSE;
  for (guint i = 0; column_words[i] != NULL; i++)
    if (corpus_reading_equals_spaced (page, extent, column_words[i]))
      return TRUE;
  /* 潮声时评, 望海观察. */
  if (extent.end - extent.start <= 6)
    {
      static const char *const endings[] = { "时评", "观察", "视点", "聚焦", "专栏", "论坛版",
                                             "手记", "调查", "快评", "热评", "评论", NULL };

      return corpus_reading_match_any_before (page, extent.start, extent.end, endings) >= 0;
    }
  return FALSE;
}

/* The size of a line, larger for larger type; lines without a mark are small only beside marked ones. */
static int
size_of (CorpusDraft *draft,
         gboolean is_marked_group)
{
  switch (draft->mark)
    {
    case CORPUS_MARK_HASH:
      return 10 - 2 * MIN (draft->level, 4);
    case CORPUS_MARK_BOLD:
      return 7;
    case CORPUS_MARK_NONE:
    case CORPUS_MARK_SQUARE:
    default:
      return is_marked_group ? 1 : 5;
    }
}

/* The spaces of a line that part it: outside quotations and brackets, between Han characters. */
static guint
find_parts (const CorpusReading *page,
            CorpusSpan span,
            gint64 *gap)
{
  guint n_parts = 1;
  int depth = 0;

  for (gint64 i = span.start; i < span.end; i++)
    {
      gunichar c = page->chars[i];

      if (c == 0x201c || c == 0x2018 || c == '(' || c == 0x300a)
        depth++;
      else if (c == 0x201d || c == 0x2019 || c == ')' || c == 0x300b)
        depth--;
      else if (corpus_width_is_space (c) && depth <= 0 && i > span.start &&
               !corpus_width_is_space (page->chars[i - 1]) &&
               !corpus_char_is_latin (page->chars[i - 1]))
        {
          if (n_parts == 1)
            *gap = i;
          n_parts++;
        }
    }
  return n_parts;
}

/* Cuts a line into the part that introduces and the part that is the news, where it has two such parts: couplets, whose
 * parts are equally long, and short labels stay whole. Returns the new draft of the news, owned by @drafts. */
static CorpusDraft *
split_kicker (const CorpusReading *page,
              CorpusDraft *draft,
              GPtrArray *drafts)
{
  static const char *const dependents[] = { "为", "以", "和", "与", "让", "助", NULL };
  static const char *const openings[] = { "以", "围绕", "从", "聚焦", NULL };
  CorpusSpan span = corpus_draft_get_extent (draft), first, second;
  CorpusDraft *news;
  gint64 gap = 0, n_first, n_second;
  gboolean is_occasion;

  if (draft->spans->len != 1 || find_parts (page, span, &gap) != 2)
    return NULL;
  first = (CorpusSpan){ span.start, gap };
  second = corpus_reading_trim (page, (CorpusSpan){ gap, span.end });
  n_first = first.end - first.start;
  n_second = second.end - second.start;
  is_occasion =
      corpus_reading_match_any_before (page, first.start, first.end, occasion_endings) >= 0 ||
      corpus_reading_match_any (page, first.start, first.end, openings) >= 0;
  if (!corpus_char_is_han (page->chars[second.end - 1]) &&
      !corpus_char_is_digit (page->chars[second.end - 1]))
    return NULL;
  if (!is_occasion && (n_first < 9 || n_second < 8 || n_first == n_second ||
                       corpus_reading_match_any (page, second.start, second.end, dependents) >= 0))
    return NULL;
  if (is_occasion && (n_first < 6 || n_second < 6))
    return NULL;

  news = corpus_draft_new (CORPUS_ROLE_HEADLINE, is_occasion ? 0.85 : 0.65);
  news->mark = draft->mark;
  news->level = draft->level;
  corpus_draft_add_span (news, second);
  g_array_index (draft->spans, CorpusSpan, 0) = first;
  draft->role = CORPUS_ROLE_KICKER;
  draft->confidence = news->confidence;
  if (!is_occasion)
    corpus_draft_add_doubt (news, "kicker and headline stood on one line");
  g_ptr_array_add (drafts, news);
  return news;
}

static gboolean
is_subhead (const CorpusReading *page,
            CorpusDraft *draft)
{
  /* Who took part is added below the news. */
  static const char *const endings[] = { "主持", "出席", "讲话", "发言", "参加", "陪同", "致辞", NULL };
  CorpusSpan extent = corpus_draft_get_extent (draft);

  if (extent.end - extent.start <= 24 &&
      corpus_reading_match_any_before (page, extent.start, extent.end, endings) >= 0)
    return TRUE;
  return page->chars[extent.start] == 0x2014 ||
         corpus_reading_match (page, extent.start, extent.end, "--") >= 0;
}

/* Lines of one size, none of them marked: by their order and words. */
static void
arrange_unmarked (const CorpusReading *page,
                  GPtrArray *lines)
{
  guint first = 0, n = lines->len;

  while (n > 1 && is_subhead (page, g_ptr_array_index (lines, n - 1)))
    ((CorpusDraft *) g_ptr_array_index (lines, --n))->role = CORPUS_ROLE_SUBHEAD;
  if (n == 1 && corpus_headline_is_column (page, g_ptr_array_index (lines, 0)))
    ((CorpusDraft *) g_ptr_array_index (lines, 0))->role = CORPUS_ROLE_COLUMN;
  /* A short line without a mark of punctuation over a longer one is the column's name. */
  if (n > 1)
    {
      CorpusDraft *top = g_ptr_array_index (lines, 0), *next = g_ptr_array_index (lines, 1);
      CorpusSpan extent = corpus_draft_get_extent (top);

      if (corpus_headline_is_column (page, top) ||
          (extent.end - extent.start <= 12 &&
           corpus_draft_get_length (next) > extent.end - extent.start && top->gap && next->gap &&
           corpus_reading_match_any_before (page, extent.start, extent.end, occasion_endings) < 0))
        {
          top->role = CORPUS_ROLE_COLUMN;
          top->confidence = MIN (top->confidence, 0.75);
          first = 1;
        }
    }
  if (n - first >= 2)
    {
      CorpusDraft *top = g_ptr_array_index (lines, first);
      CorpusSpan extent = corpus_draft_get_extent (top);

      if (corpus_reading_match_any_before (page, extent.start, extent.end, occasion_endings) >= 0 ||
          n - first >= 3)
        {
          top->role = CORPUS_ROLE_KICKER;
          first++;
        }
    }
  for (guint i = first + 1; i < n; i++)
    ((CorpusDraft *) g_ptr_array_index (lines, i))->role = CORPUS_ROLE_SUBHEAD;
}

static void
arrange_marked (const CorpusReading *page,
                GPtrArray *lines,
                int largest)
{
  gboolean is_above = TRUE, is_below = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      CorpusDraft *line = g_ptr_array_index (lines, i);
      gboolean is_largest = size_of (line, TRUE) == largest;

      if (i == 0 && corpus_headline_is_column (page, line))
        {
          line->role = CORPUS_ROLE_COLUMN;
          continue;
        }
      if (is_subhead (page, line) && !is_above)
        is_below = TRUE;
      if (is_above && is_largest)
        is_above = FALSE;
      else if (!is_above && !is_largest)
        is_below = TRUE;
      line->role = is_above ? CORPUS_ROLE_KICKER : is_below ? CORPUS_ROLE_SUBHEAD
                                                            : CORPUS_ROLE_HEADLINE;
      line->confidence = MAX (line->confidence, 0.85);
    }
}

/**
 * corpus_headline_arrange:
 * @page: a page
 * @story: a story whose headline lines stand in the order they are read
 * @drafts: (element-type CorpusDraft): what owns the drafts; a line that is cut in two adds one
 *
 * Tells column, kicker, headline and subhead apart. May be called from any thread.
 */
void
corpus_headline_arrange (const CorpusReading *page,
                         CorpusStory *story,
                         GPtrArray *drafts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  gboolean has_marks = FALSE, has_kicker = FALSE;
  int largest = 0;
  CorpusDraft *only = NULL;
  guint n_headlines = 0;

  /* The name of the column that a displaced piece brought along is settled already. */
  for (guint i = 0; i < story->heads->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (story->heads, i);

      if (draft->role == CORPUS_ROLE_HEADLINE)
        g_ptr_array_add (lines, draft);
      has_marks = has_marks || draft->mark == CORPUS_MARK_HASH || draft->mark == CORPUS_MARK_BOLD;
    }
  if (lines->len == 0)
    return;
  for (guint i = 0; i < lines->len; i++)
    largest = MAX (largest, size_of (g_ptr_array_index (lines, i), has_marks));

  if (has_marks)
    arrange_marked (page, lines, largest);
  else
    arrange_unmarked (page, lines);

  for (guint i = 0; i < lines->len; i++)
    {
      CorpusDraft *line = g_ptr_array_index (lines, i);

      has_kicker = has_kicker || line->role == CORPUS_ROLE_KICKER;
      if (line->role == CORPUS_ROLE_HEADLINE)
        {
          n_headlines++;
          only = line;
        }
    }
  if (n_headlines == 1 && !has_kicker)
    {
      CorpusDraft *news = split_kicker (page, only, drafts);
      guint index;

      if (news != NULL && g_ptr_array_find (story->heads, only, &index))
        g_ptr_array_insert (story->heads, (int) index + 1, news);
    }
}
