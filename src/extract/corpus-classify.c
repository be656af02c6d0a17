/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stage 1b: the blocks of a page get their roles.
 *
 * First by what each says alone (a byline, a credit, a record of a list, a line of the masthead), then by what stands
 * next to it (a caption stands before its credit, a signature before its date). Lines that may be headlines are all
 * called headline here: which of them is the kicker and which the subhead is decided when stories are put together. */

#define G_LOG_DOMAIN "corpus-extract"

#include "corpus/corpus-role.h"
#include "extract/corpus-draft.h"
#include "extract/corpus-people.h"
#include "extract/corpus-story.h"
#include "text/corpus-numeral.h"
#include "text/corpus-width.h"

/* A line that may be a headline is no longer than this. */
#define MAX_HEADLINE 64
#define MAX_ENGLISH_HEADLINE 140

/* Names of pages and parts of a paper, as they are printed above them. */
static const char *const sections[] = {
  "要闻", "综合新闻", "综合", "国内", "国际", "国内新闻", "国际新闻", "本地", "本地新闻", "时政", "时政新闻", "民生", "民生新闻", "社会", "社会新闻", "经济",
  "经济新闻", "财经", "文化", "文化新闻", "体育", "体育新闻", "教育", "科技", "健康", "评论", "理论", "副刊", "专题", "专版", "特刊", "县市", "区县", "地方新闻", "深度",
  "法治", "三农", "视点", "焦点", "头版", "广告", "生活", "旅游", "都市", "浙江新闻", "要闻·综合", "News", "Business", "Sport", "Sports", "World",
  "Local", "Opinion", NULL
};

static gboolean
equals_any (const CorpusReading *page,
            CorpusSpan span,
            const char *const *words)
{
  if (span.end - span.start > 40)
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (corpus_reading_equals_spaced (page, span, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
contains_any (const CorpusReading *page,
              CorpusSpan span,
              const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (corpus_reading_find (page, span.start, span.end, words[i]) >= 0)
      return TRUE;
  return FALSE;
}

/* 东州日报 2026年3月18日 星期三 今日8版: what stands on every page. */
static gboolean
is_furniture (const CorpusReading *page,
              CorpusSpan span)
{
  static const char *const editors[] = { "责任编辑", "责编", "美编", "版式",
                                         "校对", "本版编辑", "编辑:", "邮箱:",
                                         "新闻热线", "电话:", "印刷:", NULL };
  static const char *const dates[] = { "星期", "农历", "Monday", "Tuesday", "Wednesday",
                                       "Thursday", "Friday", "Saturday", "Sunday", NULL };
  static const char *const issues[] = { "年", "期", "版", "No.", "Vol.", "No ", NULL };
  gint64 length = span.end - span.start;
  gboolean is_number = length <= 5;

  if (length > 110 || corpus_reading_find (page, span.start, span.end, "。") >= 0)
    return FALSE;
  /* 3, A03, 第3版. */
  for (gint64 i = span.start; i < span.end && is_number; i++)
    is_number = corpus_char_is_digit (page->chars[i]) ||
                (page->chars[i] >= 'A' && page->chars[i] <= 'D') || page->chars[i] == 0x7248 ||
                page->chars[i] == 0x7b2c || corpus_numeral_digit (page->chars[i]) >= 0;
  if (is_number)
    return TRUE;
  if (contains_any (page, span, dates) && contains_any (page, span, issues))
    return TRUE;
  if (contains_any (page, span, dates) && length < 40 &&
      corpus_char_is_digit (page->chars[span.end - 1]))
    return TRUE;
  /* An editors' line has two of them, or a weekday. */
  for (guint i = 0, n = 0; editors[i] != NULL; i++)
    if (corpus_reading_find (page, span.start, span.end, editors[i]) >= 0 &&
        (++n == 2 || contains_any (page, span, dates) || i == 5))
      return TRUE;
  return FALSE;
}

/* A03 民生. */
static gboolean
is_section (const CorpusReading *page,
            CorpusSpan span)
{
  gint64 at = span.start, digits;

  if (span.end - span.start > 16)
    return FALSE;
  if (at < span.end && page->chars[at] >= 'A' && page->chars[at] <= 'Z')
    at++;
  digits = at;
  while (at < span.end && corpus_char_is_digit (page->chars[at]))
    at++;
  if (at == digits)
    return equals_any (page, span, sections);
  return at < span.end && at - digits <= 2 &&
         equals_any (page, corpus_reading_trim (page, (CorpusSpan){ at, span.end }), sections);
}

/* 严松涛,男,汉族,1974年9月生. */
static gboolean
is_record (const CorpusReading *page,
           CorpusSpan span)
{
  for (gint64 i = span.start + 1; i + 2 < span.end && i <= span.start + 8; i++)
    if ((page->chars[i] == ',' || page->chars[i] == 0x3001) &&
        (page->chars[i + 1] == 0x7537 || page->chars[i + 1] == 0x5973) &&
        (page->chars[i + 2] == ',' || page->chars[i + 2] == 0x3001))
      return TRUE;
  return FALSE;
}

/* 2026年3月19日 alone on a line. */
static gboolean
is_date_line (const CorpusReading *page,
              CorpusSpan span)
{
  static const char *const units = "年月日";
  gint64 at = span.start;
  guint n_units = 0;

  for (const char *unit = units; *unit != '\0'; unit = g_utf8_next_char (unit), n_units++)
    {
      gint64 begin = at;

      while (at < span.end &&
             (corpus_char_is_digit (page->chars[at]) ||
              corpus_numeral_digit (page->chars[at]) >= 0 || page->chars[at] == 0x5341 ||
              corpus_width_is_space (page->chars[at])))
        at++;
      if (at == begin || at >= span.end || page->chars[at] != g_utf8_get_char (unit))
        return FALSE;
      at++;
    }
  return at == span.end;
}

/* 3、联系方式; 一、公示时间. */
static gboolean
is_item (const CorpusReading *page,
         CorpusSpan span)
{
  gint64 at = span.start;

  while (at < span.end && at < span.start + 3 &&
         (corpus_char_is_digit (page->chars[at]) || corpus_numeral_digit (page->chars[at]) > 0 ||
          page->chars[at] == 0x5341))
    at++;
  return at > span.start && at < span.end &&
         (page->chars[at] == 0x3001 ||
          (page->chars[at] == '.' && !corpus_char_is_digit (page->chars[at + 1])));
}

/* Whether a block is short enough for a headline and ends like one. */
static gboolean
is_headline_like (const CorpusReading *page,
                  CorpusDraft *draft)
{
  CorpusSpan extent = corpus_draft_get_extent (draft);
  gint64 length = corpus_draft_get_length (draft);
  gunichar last = page->chars[extent.end - 1],
           before = extent.end - extent.start > 1 ? page->chars[extent.end - 2] : 0;
  gboolean is_english = corpus_char_is_latin (page->chars[extent.start]) &&
                        corpus_char_is_latin (page->chars[(extent.start + extent.end) / 2]);
  gboolean is_marked = draft->mark == CORPUS_MARK_HASH || draft->mark == CORPUS_MARK_BOLD;
  guint n_commas = 0;

  if (draft->has_dateline || draft->is_cut ||
      length > (is_english ? MAX_ENGLISH_HEADLINE : MAX_HEADLINE) || draft->spans->len > 3)
    return FALSE;
  if (last == 0x3002 || last == ';' || last == ',' || last == 0x3001 || (last == ':' && !is_marked))
    return FALSE;
  if (last == '.' && is_english)
    return FALSE;
  if (is_marked)
    return TRUE;
  if (draft->is_labelled || is_item (page, extent))
    return FALSE;
  if ((last == 0x201d || last == ')') && corpus_char_is_sentence_end (before))
    return FALSE;
  /* Sentences inside are text, and so is a line that goes on as one. */
  if (corpus_reading_find (page, extent.start, extent.end, "。") >= 0 || draft->begins_inside)
    return FALSE;
  /* 记者:一艘船的成本不低,怎么解决? is said by somebody. */
  if (last == '?' || last == '!')
    for (gint64 i = extent.start; i < extent.end && i < extent.start + 6; i++)
      if (page->chars[i] == ':')
        return FALSE;
  for (gint64 i = extent.start; i < extent.end; i++)
    n_commas += page->chars[i] == ',';
  if (!is_english && n_commas >= 2 && length > 30)
    return FALSE;
  if (is_english && corpus_reading_find (page, extent.start, extent.end, ". ") >= 0)
    return FALSE;
  return TRUE;
}

static const char *
classify_alone (const CorpusReading *page,
                CorpusDraft *draft,
                double *confidence)
{
  static const char *const notes[] = { "编者按", "编者的话", "开栏语", "开栏的话",
                                       "Editor's note", "EDITOR'S NOTE", NULL };
  static const char *const teasers[] = { "INSIDE:", "Inside:", "导读", "今日导读",
                                         "今日看点", "(详见", "详见", NULL };
  static const char *const captions[] = { "图为", "(图片说明)", "图片说明", "上图", "下图",
                                          "左图", "右图", "题图", NULL };
  CorpusSpan extent = corpus_draft_get_extent (draft);
  gint64 length = extent.end - extent.start, credit;

  *confidence = 0.95;
  if (draft->role != CORPUS_ROLE_BODY)
    return draft->role;
  if (draft->mark != CORPUS_MARK_SQUARE && is_section (page, extent))
    return CORPUS_ROLE_SECTION;
  if (is_furniture (page, extent))
    return CORPUS_ROLE_FURNITURE;
  credit = corpus_people_find_photo_credit (page, extent);
  if (credit == extent.start && length <= 60)
    return CORPUS_ROLE_CREDIT;
  /* 记者调查 begins like a byline. */
  if (corpus_headline_is_column (page, draft))
    return CORPUS_ROLE_HEADLINE;
  if (corpus_people_is_byline (page, extent))
    return CORPUS_ROLE_BYLINE;
  /* □ 田不语: a comment is signed with a name alone. */
  if (draft->mark == CORPUS_MARK_SQUARE && length <= 4)
    {
      gboolean is_name = length >= 2;

      for (gint64 i = extent.start; i < extent.end; i++)
        is_name = is_name && corpus_char_is_han (page->chars[i]);
      if (is_name && corpus_reading_find (page, extent.start, extent.end, "图") < 0)
        {
          *confidence = 0.8;
          return CORPUS_ROLE_BYLINE;
        }
    }
  if (credit > extent.start && length <= 400 && !draft->has_dateline)
    return CORPUS_ROLE_CAPTION;
  if (corpus_reading_match_any (page, extent.start, extent.end, notes) >= 0)
    return CORPUS_ROLE_EDITOR_NOTE;
  if (corpus_reading_match_any (page, extent.start, extent.end, teasers) >= 0 && length <= 120)
    return CORPUS_ROLE_TEASER;
  if (corpus_reading_match_any (page, extent.start, extent.end, captions) >= 0 && length <= 300)
    {
      *confidence = 0.8;
      return CORPUS_ROLE_CAPTION;
    }
  if (is_record (page, extent))
    return CORPUS_ROLE_LIST;
  if (is_date_line (page, extent))
    return CORPUS_ROLE_SIGNATURE;
  if (is_headline_like (page, draft))
    {
      *confidence = draft->mark == CORPUS_MARK_HASH ? 0.9 : draft->mark == CORPUS_MARK_BOLD ? 0.8
                                                                                            : 0.65;
      return CORPUS_ROLE_HEADLINE;
    }
  *confidence = 0.9;
  return CORPUS_ROLE_BODY;
}

/* Everything above the line of the masthead that bears the date is masthead. */
static void
classify_masthead (GPtrArray *drafts)
{
  for (guint i = 1; i < drafts->len && i < 4; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i);

      if (draft->role != CORPUS_ROLE_FURNITURE || corpus_draft_get_length (draft) < 8)
        continue;
      for (guint j = 0; j < i; j++)
        {
          CorpusDraft *above = g_ptr_array_index (drafts, j);

          if (above->role == CORPUS_ROLE_HEADLINE && corpus_draft_get_length (above) <= 40)
            above->role = CORPUS_ROLE_FURNITURE;
        }
      return;
    }
}

static gboolean
is_picture (CorpusDraft *draft)
{
  return draft->role == CORPUS_ROLE_CAPTION || draft->role == CORPUS_ROLE_CREDIT;
}

/* A short line without a mark between two paragraphs may be a headline, or the last words before a column break. It is
 * the latter where it reads like a sentence (it has a comma) or the text below begins in mid-sentence, nothing marks
 * it though the page marks its headlines and a picture stands below, and what follows, pictures aside, is text without a dateline. */
static void
recover_broken_lines (const CorpusReading *page,
                      GPtrArray *drafts)
{
  gboolean is_marked = FALSE;

  for (guint i = 0; i < drafts->len && !is_marked; i++)
    is_marked = ((CorpusDraft *) g_ptr_array_index (drafts, i))->mark == CORPUS_MARK_HASH;
  for (guint i = 1; i + 1 < drafts->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i),
                  *above = g_ptr_array_index (drafts, i - 1);
      CorpusDraft *next = g_ptr_array_index (drafts, i + 1);
      CorpusSpan extent;

      if (draft->role != CORPUS_ROLE_HEADLINE || draft->mark != CORPUS_MARK_NONE ||
          above->role != CORPUS_ROLE_BODY ||
          !(is_picture (next) || ((is_marked || next->begins_inside) &&
                                  next->role == CORPUS_ROLE_BODY && !next->has_dateline)))
        continue;
      for (guint j = i + 1; is_picture (next) && j < drafts->len && j < i + 8; j++)
        next = g_ptr_array_index (drafts, j);
      if (next->role != CORPUS_ROLE_BODY || next->has_dateline)
        continue;
      extent = corpus_draft_get_extent (draft);
      if (corpus_headline_is_column (page, draft))
        continue;
      if (!next->begins_inside && !(is_marked && is_picture (g_ptr_array_index (drafts, i + 1))) &&
          corpus_reading_find (page, extent.start, extent.end, ",") < 0 &&
          corpus_reading_find (page, extent.start, extent.end, "、") < 0)
        continue;
      draft->role = CORPUS_ROLE_BODY;
      draft->confidence = 0.7;
    }
}

/**
 * corpus_blocks_classify:
 * @page: a page
 * @drafts: (element-type CorpusDraft): its blocks, as corpus_blocks_cut() made them
 *
 * Gives each block its role and says how sure it is. May be called from any thread.
 */
void
corpus_blocks_classify (const CorpusReading *page,
                        GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i);

      draft->role = classify_alone (page, draft, &draft->confidence);
    }
  classify_masthead (drafts);

  for (guint i = 0; i < drafts->len; i++)
    {
      CorpusDraft *draft = g_ptr_array_index (drafts, i);
      CorpusDraft *above = i > 0 ? g_ptr_array_index (drafts, i - 1) : NULL;

      /* A text directly above a photographer's line is the caption. */
      if (draft->role == CORPUS_ROLE_CREDIT && above != NULL &&
          (above->role == CORPUS_ROLE_BODY || above->role == CORPUS_ROLE_HEADLINE) &&
          corpus_draft_get_length (above) <= 300 && !above->has_dateline &&
          (!draft->gap || corpus_draft_get_length (above) <= 120))
        {
          above->role = CORPUS_ROLE_CAPTION;
          above->confidence = 0.9;
        }
      /* A short line directly above a date is the body that signs. */
      if (draft->role == CORPUS_ROLE_SIGNATURE && above != NULL &&
          above->role == CORPUS_ROLE_HEADLINE && above->mark == CORPUS_MARK_NONE)
        {
          above->role = CORPUS_ROLE_SIGNATURE;
          above->confidence = 0.9;
        }
    }
  recover_broken_lines (page, drafts);
}
