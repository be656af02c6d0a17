/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 1a: a page is cut into blocks.
 *
 * A block is a paragraph: lines with no blank line between them. Lines of one paragraph that are marked differently, or
 * that are short lines of their own, are blocks of their own; lines that the converter wrapped at a width are one. The
 * width is measured on the page: where most lines that others follow are nearly equally long, they were wrapped. */

#define G_LOG_DOMAIN "corpus-extract"

#include "corpus/corpus-role.h"
#include "extract/corpus-dateline-head.h"
#include "extract/corpus-draft.h"
#include "extract/corpus-people.h"
#include "text/corpus-script.h"
#include "text/corpus-width.h"

typedef struct
{
  CorpusSpan span; /* trimmed, without marks */
  CorpusMark mark;
  int level;
  int width; /* in cells: a CJK character takes two */
  gboolean gap;
} Line;

/* Widths beyond this are not told apart: no printed column is that wide. */
#define MAX_WIDTH 240

static gboolean
is_line_end (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* Takes Markdown's marks and leading squares off a line. */
static void
strip_marks (const CorpusReading *page,
             Line *line)
{
  const gunichar *chars = page->chars;
  CorpusSpan *span = &line->span;

  while (span->start < span->end && chars[span->start] == '#' && line->level < 6)
    {
      line->level++;
      line->mark = CORPUS_MARK_HASH;
      span->start++;
    }
  *span = corpus_reading_trim (page, *span);
  if (span->end - span->start > 4 && chars[span->start] == '*' && chars[span->start + 1] == '*' &&
      chars[span->end - 1] == '*' && chars[span->end - 2] == '*')
    {
      if (line->mark == CORPUS_MARK_NONE)
        line->mark = CORPUS_MARK_BOLD;
      span->start += 2;
      span->end -= 2;
    }
  *span = corpus_reading_trim (page, *span);
  while (span->start < span->end && (chars[span->start] == 0x25a0 || chars[span->start] == 0x25a1 ||
                                     chars[span->start] == 0x25cf || chars[span->start] == 0x25cb ||
                                     chars[span->start] == 0x25c6 || chars[span->start] == 0x25b2 ||
                                     chars[span->start] == 0x25b6 || chars[span->start] == 0x25bc))
    {
      if (line->mark == CORPUS_MARK_NONE)
        line->mark = CORPUS_MARK_SQUARE;
      span->start++;
      *span = corpus_reading_trim (page, *span);
    }
}

static int
measure (const CorpusReading *page,
         CorpusSpan span)
{
  int width = 0;

  for (gint64 i = span.start; i < span.end && width < MAX_WIDTH; i++)
    width += corpus_script_is_cjk (page->chars[i]) || page->chars[i] >= 0x2018 ? 2 : 1;
  return width;
}

static GArray *
take_lines (const CorpusReading *page)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  gboolean gap = TRUE;

  for (gint64 at = 0; at < page->length;)
    {
      Line line = { .gap = gap };
      gint64 end = at;

      while (end < page->length && !is_line_end (page->chars[end]))
        end++;
      line.span = corpus_reading_trim (page, (CorpusSpan){ at, end });
      /* CR LF is one line end. */
      at = end + (end + 1 < page->length && page->chars[end] == '\r' && page->chars[end + 1] == '\n'
                      ? 2
                      : 1);
      if (line.span.start == line.span.end)
        {
          gap = TRUE;
          continue;
        }
      strip_marks (page, &line);
      if (line.span.start == line.span.end)
        continue;
      line.width = measure (page, line.span);
      g_array_append_val (lines, line);
      gap = FALSE;
    }
  return lines;
}

/* The width at which the page was wrapped, 0 where it was not. */
static int
find_wrap_width (GArray *lines)
{
  guint counts[MAX_WIDTH + 2] = { 0 }, n_inner = 0, n_below = 0, n_full = 0;
  int wrap;

  for (guint i = 0; i + 1 < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i), *next = &g_array_index (lines, Line, i + 1);

      if (!next->gap && line->mark == CORPUS_MARK_NONE && next->mark == CORPUS_MARK_NONE)
        {
          counts[line->width]++;
          n_inner++;
        }
    }
  if (n_inner < 4)
    return 0;
  for (wrap = 0; wrap <= MAX_WIDTH && (n_below + counts[wrap]) * 10 < n_inner * 9; wrap++)
    n_below += counts[wrap];
  for (int width = wrap * 80 / 100; width <= MAX_WIDTH; width++)
    n_full += counts[width];
  return wrap >= 16 && wrap < MAX_WIDTH && n_full * 2 > n_inner ? wrap : 0;
}

/* Whether a text stops where a sentence may stop: with its mark, or with a mark inside a closing quote or bracket. */
static gboolean
ends_whole (const CorpusReading *page,
            CorpusSpan span)
{
  gint64 at = span.end - 1;
  gunichar c = page->chars[at];

  while (at > span.start &&
         (page->chars[at] == 0x201d || page->chars[at] == 0x2019 || page->chars[at] == ')' ||
          page->chars[at] == '"' || page->chars[at] == '\''))
    at--;
  if (corpus_char_is_sentence_end (page->chars[at]) || page->chars[at] == ':' ||
      page->chars[at] == ';' || page->chars[at] == 0x2014)
    return TRUE;
  if (page->chars[at] == '.')
    return at == span.start || !corpus_char_is_digit (page->chars[at - 1]) ||
           corpus_char_is_latin (page->chars[span.start]);
  return c == ')' && span.end - span.start < 40;
}

/* Whether @next is the same paragraph as @line, which stands directly above it. */
static gboolean
is_wrapped (const CorpusReading *page,
            Line *line,
            Line *next,
            int wrap)
{
  if (next->gap || next->mark != CORPUS_MARK_NONE || line->mark == CORPUS_MARK_HASH ||
      line->mark == CORPUS_MARK_BOLD)
    return FALSE;
  if (corpus_people_is_byline (page, line->span) || corpus_people_is_byline (page, next->span))
    return FALSE;
  if (next->span.end - next->span.start <= 40 &&
      corpus_people_find_photo_credit (page, next->span) == next->span.start)
    return FALSE;
  if (wrap > 0)
    {
      if (line->width * 100 >=
          wrap * (corpus_char_is_latin (page->chars[line->span.end - 1]) ? 75 : 88))
        return TRUE;
      return line->width * 100 >= wrap * 60 && !ends_whole (page, line->span);
    }
  return line->width >= 60 && !ends_whole (page, line->span);
}

/* 受理电话:0000-1234567: a short label, a colon, and a short text. */
static gboolean
is_labelled (const CorpusReading *page,
             CorpusSpan span)
{
  if (span.end - span.start > 90 || corpus_reading_find (page, span.start, span.end, "。") >= 0)
    return FALSE;
  for (gint64 i = span.start; i + 1 < span.end && i <= span.start + 8; i++)
    if (page->chars[i] == ':')
      return i > span.start + 1;
    else if (!corpus_char_is_han (page->chars[i]))
      return FALSE;
  return FALSE;
}

/* What a draft says about where its sentences begin and end. */
static void
inspect (const CorpusReading *page,
         CorpusDraft *draft)
{
  CorpusSpan last = g_array_index (draft->spans, CorpusSpan, draft->spans->len - 1);
  CorpusSpan extent = corpus_draft_get_extent (draft);
  CorpusDatelineHead head;
  gunichar first = page->chars[extent.start];
  int depth = 0;

  draft->is_labelled = is_labelled (page, extent);
  draft->is_open = !ends_whole (page, last) && !draft->is_labelled;
  draft->has_dateline = corpus_dateline_head_parse (page, extent, &head);
  for (gint64 i = extent.start; i < extent.end; i++)
    {
      if (page->chars[i] == 0x201c)
        {
          depth++;
        }
      else if (page->chars[i] == 0x201d)
        {
          if (depth == 0)
            draft->begins_inside = TRUE;
          else
            depth--;
        }
    }
  draft->has_open_quote = depth > 0;
  if (first == ',' || first == 0x3001 || first == 0x3002 || first == ';' || first == ')' ||
      (first >= 'a' && first <= 'z'))
    draft->begins_inside = TRUE;
  /* 范。: a sentence of one or two characters is the end of one. */
  for (gint64 i = extent.start; i < extent.end && i <= extent.start + 2; i++)
    if (page->chars[i] == 0x3002 && extent.end - i > 4)
      draft->begins_inside = TRUE;
}

/* Jump lines: (下转第三版), (上接第一版), (Continued on Page 4). Where one begins that ends at @end; -1 for none. */
static gint64
find_bracket_line (const CorpusReading *page,
                   CorpusSpan span,
                   gboolean at_end,
                   const char *const *words,
                   gint64 *line_end)
{
  gint64 open = span.start, close = span.end - 1;

  if (at_end)
    {
      while (close > span.start &&
             (page->chars[close] == 0x3002 || corpus_width_is_space (page->chars[close])))
        close--;
      if (page->chars[close] != ')' && page->chars[close] != 0x3011 && page->chars[close] != ']')
        return -1;
      for (open = close; open > span.start && close - open < 40 && page->chars[open] != '(' &&
                         page->chars[open] != 0x3010 && page->chars[open] != '[';)
        open--;
    }
  else
    {
      for (close = open; close < span.end - 1 && close - open < 40 && page->chars[close] != ')' &&
                         page->chars[close] != 0x3011 && page->chars[close] != ']';)
        close++;
    }
  if (page->chars[open] != '(' && page->chars[open] != 0x3010 && page->chars[open] != '[')
    return -1;
  *line_end = at_end ? span.end : close + 1;
  return corpus_reading_match_any (page, corpus_reading_skip_space (page, open + 1, span.end),
                                   span.end, words) >= 0
             ? open
             : -1;
}

static const char *const jump_words[] = { "下转", "紧转", "转第", "转", "Continued on",
                                          "continued on", "See ", "Turn to", NULL };
static const char *const continued_words[] = {
  "上接", "紧接", "接第", "Continued from", "continued from", "From Page", NULL
};

static void
add_draft (const CorpusReading *page,
           GPtrArray *drafts,
           CorpusDraft *draft)
{
  if (draft->spans->len == 0)
    {
      corpus_draft_free (draft);
      return;
    }
  inspect (page, draft);
  g_ptr_array_add (drafts, draft);
}

/* Puts one paragraph into the list, its jump lines as blocks of their own. */
static void
add_paragraph (const CorpusReading *page,
               GPtrArray *drafts,
               Line *lines,
               guint n_lines)
{
  CorpusDraft *draft = corpus_draft_new (CORPUS_ROLE_BODY, 0.5), *jump = NULL;
  CorpusSpan *first, *last;
  gint64 at, end = 0;

  draft->mark = lines[0].mark;
  draft->level = lines[0].level;
  draft->gap = lines[0].gap;
  for (guint i = 0; i < n_lines; i++)
    corpus_draft_add_span (draft, lines[i].span);

  first = &g_array_index (draft->spans, CorpusSpan, 0);
  at = find_bracket_line (page, *first, FALSE, continued_words, &end);
  if (at == first->start)
    {
      CorpusDraft *continued = corpus_draft_new (CORPUS_ROLE_CONTINUED, 0.97);

      continued->gap = draft->gap;
      draft->gap = FALSE;
      draft->is_cut = TRUE;
      corpus_draft_add_span (continued, (CorpusSpan){ at, end });
      add_draft (page, drafts, continued);
      *first = corpus_reading_trim (page, (CorpusSpan){ end, first->end });
      if (first->start == first->end)
        g_array_remove_index (draft->spans, 0);
    }
  if (draft->spans->len > 0)
    {
      last = &g_array_index (draft->spans, CorpusSpan, draft->spans->len - 1);
      at = find_bracket_line (page, *last, TRUE, jump_words, &end);
      if (at >= 0)
        {
          jump = corpus_draft_new (CORPUS_ROLE_JUMP, 0.97);
          jump->gap = at == last->start && draft->spans->len == 1 ? draft->gap : FALSE;
          jump->is_cut = at > last->start;
          corpus_draft_add_span (jump, corpus_reading_trim (page, (CorpusSpan){ at, end }));
          *last = corpus_reading_trim (page, (CorpusSpan){ last->start, at });
          if (last->start == last->end)
            g_array_set_size (draft->spans, draft->spans->len - 1);
        }
    }
  add_draft (page, drafts, draft);
  if (jump != NULL)
    add_draft (page, drafts, jump);
}

/* Contact lines stand together. A label and a colon in a paragraph alone is the head of one: 云岭:茶园拍出溢价. */
static void
settle_labels (const CorpusReading *page,
               GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i);
      CorpusDraft *next = i + 1 < drafts->len ? g_ptr_array_index (drafts, i + 1) : NULL;

      if (!draft->is_labelled || !draft->gap || (next != NULL && !next->gap))
        continue;
      draft->is_labelled = FALSE;
      draft->is_open =
          !ends_whole (page, g_array_index (draft->spans, CorpusSpan, draft->spans->len - 1));
    }
}

/**
 * corpus_blocks_cut:
 * @page: a page
 *
 * Cuts a page into paragraphs and lines of their own. Together they hold every
 * character of the page but white space and marks. May be called from any thread.
 *
 * Returns: (transfer full) (element-type CorpusDraft): the blocks in page order; their roles are body, jump or continued
 */
GPtrArray *
corpus_blocks_cut (const CorpusReading *page)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_draft_free);
  g_autoptr (GArray) lines = take_lines (page);
  int wrap = find_wrap_width (lines);

  for (guint i = 0; i < lines->len;)
    {
      Line *first = &g_array_index (lines, Line, i);
      guint n = 1;

      while (i + n < lines->len && is_wrapped (page, first + n - 1, first + n, wrap))
        n++;
      add_paragraph (page, drafts, first, n);
      i += n;
    }
  settle_labels (page, drafts);
  return drafts;
}
