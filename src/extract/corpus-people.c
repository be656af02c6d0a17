/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of people: 记者 宋遥 通讯员 葛小满 邹立言; 共享联盟·云岭 潘小鱼; By Anna Whitlock and Tom Ferrars.
 *
 * A list is words that say a role, each followed by the names it holds for. Names are parted by spaces or commas; two
 * single characters next to each other are one name that was padded to the width of three (杨  昊). What is neither a
 * role word nor a name makes the list no list, so that a sentence that begins like one is left alone. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-people.h"

#include "extract/corpus-lexicon.h"
#include "text/corpus-width.h"

static const struct
{
  const char *word;
  CorpusCreditRole role;
} role_words[] = {
  /* Longer before shorter where one contains the other. */
  { "特约通讯员", CORPUS_CREDIT_CORRESPONDENT },
  { "通讯员", CORPUS_CREDIT_CORRESPONDENT },
  { "摄影记者", CORPUS_CREDIT_PHOTOGRAPHER },
  { "记者", CORPUS_CREDIT_REPORTER },
  { "评论员", CORPUS_CREDIT_REPORTER },
  { "实习生", CORPUS_CREDIT_REPORTER },
  { "撰文", CORPUS_CREDIT_REPORTER },
  { "摄影", CORPUS_CREDIT_PHOTOGRAPHER },
  { "拍摄", CORPUS_CREDIT_PHOTOGRAPHER },
  { "责任编辑", CORPUS_CREDIT_EDITOR },
  { "编辑", CORPUS_CREDIT_EDITOR },
  { "编译", CORPUS_CREDIT_TRANSLATOR },
  { "翻译", CORPUS_CREDIT_TRANSLATOR },
};

/* What may stand between an affiliation and the role word. */
static const char *const role_prefixes[] = { "首席", "见习", "实习", "特派", "特约",
                                             "全媒体", "融媒体", "驻京", "高级", "资深",
                                             "主任", "新闻", NULL };

/* Affiliations that name people without a role word: a paper's partners in the counties. */
static const char *const partner_words[] = { "共享联盟", "融媒体中心", "融媒中心", "传媒集团", "传媒中心", NULL };

static gboolean
is_separator (gunichar c)
{
  return corpus_width_is_space (c) || c == 0x3001 /* 、 */ || c == ',' || c == ';' || c == '/' ||
         c == ':' || c == '|';
}

/* The role word that ends a token, and where it begins. */
static gboolean
ends_in_role (const CorpusReading *reading,
              CorpusSpan token,
              CorpusCreditRole *role,
              gint64 *begin)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_words); i++)
    {
      *begin = corpus_reading_match_before (reading, token.start, token.end, role_words[i].word);
      if (*begin >= 0)
        {
          gint64 before;

          *role = role_words[i].role;
          while ((before = corpus_reading_match_any_before (reading, token.start, *begin,
                                                            role_prefixes)) >= 0)
            *begin = before;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_partner (const CorpusReading *reading,
            CorpusSpan token)
{
  for (guint i = 0; partner_words[i] != NULL; i++)
    if (corpus_reading_find (reading, token.start, token.end, partner_words[i]) >= 0)
      return TRUE;
  return FALSE;
}

/* Two to four Han characters, or parts joined by middle dots. */
static gboolean
is_name (const CorpusReading *reading,
         CorpusSpan token)
{
  gint64 n_han = 0;
  gboolean has_dot = FALSE;

  for (gint64 i = token.start; i < token.end; i++)
    {
      if (reading->chars[i] == 0xb7)
        has_dot = TRUE;
      else if (corpus_char_is_han (reading->chars[i]))
        n_han++;
      else
        return FALSE;
    }
  if (n_han == 1 && reading->chars[token.start] == 0x6444) /* 摄 */
    return FALSE;
  return n_han >= 1 && n_han <= (has_dot ? 14 : 4);
}

static gboolean
is_affiliation (const CorpusReading *reading,
                CorpusSpan token)
{
  static const char *const words[] = { "本报", "本社", "本网", "社", "报", "网",
                                       "台", "中心", "客户端", "潮新闻", NULL };

  return corpus_reading_match_any_before (reading, token.start, token.end, words) >= 0;
}

/* A role word glued to the first name: 记者宋遥. */
static gboolean
begins_with_role (const CorpusReading *reading,
                  CorpusSpan token,
                  CorpusCreditRole *role,
                  CorpusSpan *affiliation,
                  gint64 *name)
{
  gint64 at = token.start;

  /* The affiliation in front is short: 本报, 新华社, 晨报. */
  for (gint64 skip = 0; skip <= 6 && at + skip < token.end; skip++)
    for (guint i = 0; i < G_N_ELEMENTS (role_words); i++)
      {
        gint64 end = corpus_reading_match (reading, at + skip, token.end, role_words[i].word);
        CorpusSpan front = { at, at + skip };
        gint64 before;

        if (end < 0)
          continue;
        while ((before = corpus_reading_match_any_before (reading, front.start, front.end,
                                                          role_prefixes)) >= 0)
          front.end = before;
        if (front.end > front.start && !is_affiliation (reading, front))
          return FALSE;
        *role = role_words[i].role;
        *affiliation = front;
        *name = end;
        return TRUE;
      }
  return FALSE;
}

static CorpusSpan
next_token (const CorpusReading *reading,
            gint64 at,
            gint64 end)
{
  CorpusSpan token;

  while (at < end && is_separator (reading->chars[at]))
    at++;
  token.start = at;
  while (at < end && !is_separator (reading->chars[at]))
    at++;
  token.end = at;
  return token;
}

/* 王利通讯员郭如亮: where the next role word begins inside a token, its end where there is none. */
static gint64
find_next_role (const CorpusReading *reading,
                CorpusSpan token)
{
  for (gint64 at = token.start + 2; at < token.end; at++)
    for (guint i = 0; i < G_N_ELEMENTS (role_words); i++)
      if (corpus_reading_match (reading, at, token.end, role_words[i].word) > 0)
        return at;
  return token.end;
}

/* 郭如亮刘丽叶: where the second of two names begins that were set without a space, -1 where there is one name. */
static gint64
find_second_name (const CorpusReading *reading,
                  CorpusSpan token)
{
  gint64 length = token.end - token.start;

  if (length < 5 || length > 6)
    return -1;
  for (gint64 at = token.end - 3; at <= token.end - 2; at++)
    if (at - token.start >= 2 && at - token.start <= 3 &&
        corpus_lexicon_match (corpus_lexicon_get (), CORPUS_LEXICON_MASK (CORPUS_LEXICON_SURNAME),
                              reading->chars, at, token.end, NULL) > 0)
      return at;
  return -1;
}

static void
add_person (GArray *people,
            CorpusSpan span,
            CorpusCreditRole role,
            CorpusSpan affiliation)
{
  CorpusPerson person = { span, role, affiliation };

  g_array_append_val (people, person);
}

static gboolean
parse_chinese (const CorpusReading *reading,
               CorpusSpan span,
               GArray *people)
{
  guint n_before = people->len;
  CorpusCreditRole role = CORPUS_CREDIT_REPORTER;
  CorpusSpan affiliation = { span.start, span.start };
  gboolean has_role = FALSE, is_single = FALSE;

  for (CorpusSpan token = next_token (reading, span.start, span.end); token.start < token.end;
       token = next_token (reading, token.end, span.end))
    {
      CorpusSpan front;
      gint64 begin;

      if (ends_in_role (reading, token, &role, &begin))
        {
          front = (CorpusSpan){ token.start, begin };
          if (front.end > front.start && !is_affiliation (reading, front) &&
              !is_partner (reading, front) && front.end - front.start > 8)
            goto no_list;
          affiliation = front;
          has_role = TRUE;
          is_single = FALSE;
        }
      else if (begins_with_role (reading, token, &role, &affiliation, &begin))
        {
          gint64 second;

          token.start = begin;
          token.end = find_next_role (reading, token);
          second = find_second_name (reading, token);
          has_role = TRUE;
          is_single = FALSE;
          if (second > 0)
            add_person (people, (CorpusSpan){ token.start, second }, role, affiliation);
          else if (!is_name (reading, token))
            goto no_list;
          add_person (people, (CorpusSpan){ second > 0 ? second : token.start, token.end }, role,
                      affiliation);
        }
      else if (is_partner (reading, token) ||
               (has_role && token.end - token.start > 4 && is_affiliation (reading, token)))
        {
          role = CORPUS_CREDIT_CORRESPONDENT;
          affiliation = token;
          has_role = TRUE;
          is_single = FALSE;
        }
      else if (has_role && is_name (reading, token))
        {
          if (token.end - token.start == 1 && is_single)
            {
              g_array_index (people, CorpusPerson, people->len - 1).span.end = token.end;
              is_single = FALSE;
            }
          else
            {
              add_person (people, token, role, affiliation);
              is_single = token.end - token.start == 1;
            }
        }
      else if (!has_role && (is_affiliation (reading, token) || token.end - token.start <= 1))
        {
          affiliation = token;
        }
      else
        {
          goto no_list;
        }
    }
  if (has_role && people->len > n_before)
    return TRUE;

no_list:
  g_array_set_size (people, n_before);
  return FALSE;
}

/* By Anna Whitlock and Tom Ferrars. */
static gboolean
parse_english_byline (const CorpusReading *reading,
                      CorpusSpan span,
                      GArray *people)
{
  static const char *const openings[] = { "By ", "BY ", "by ", NULL };
  gint64 at = corpus_reading_match_any (reading, span.start, span.end, openings);
  CorpusSpan none = { span.start, span.start }, name;

  if (at < 0 || span.end - span.start > 120)
    return FALSE;
  name.start = at;
  for (gint64 i = at; i <= span.end; i++)
    {
      gint64 next = -1;

      if (i == span.end)
        next = span.end;
      else if ((next = corpus_reading_match (reading, i, span.end, " and ")) < 0)
        next = corpus_reading_match (reading, i, span.end, ", ");
      if (next < 0)
        {
          gunichar c = reading->chars[i];

          if (!corpus_char_is_latin (c) && c != ' ' && c != '-' && c != '.' && c != '\'' &&
              c != 0x2019)
            return FALSE;
          continue;
        }
      name.end = i;
      if (name.end - name.start < 3 || !g_unichar_isupper (reading->chars[name.start]))
        return FALSE;
      add_person (people, name, CORPUS_CREDIT_REPORTER, none);
      name.start = next;
      i = MAX (next - 1, i);
      if (next == span.end)
        break;
    }
  return TRUE;
}

/**
 * corpus_people_parse:
 * @reading: a text
 * @span: a range that may be a list of people
 * @people: (element-type CorpusPerson): where to append them
 *
 * Reads a list of people, Chinese or English.
 *
 * Returns: whether the whole range is such a list, with a role word in it; if not, nothing is appended
 */
gboolean
corpus_people_parse (const CorpusReading *reading,
                     CorpusSpan span,
                     GArray *people)
{
  guint n_before = people->len;

  if (parse_chinese (reading, span, people) || parse_english_byline (reading, span, people))
    return TRUE;
  g_array_set_size (people, n_before);
  return FALSE;
}

/**
 * corpus_people_is_byline:
 * @reading: a text
 * @span: a line
 *
 * Returns: whether the line says who wrote the story and nothing else
 */
gboolean
corpus_people_is_byline (const CorpusReading *reading,
                         CorpusSpan span)
{
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));

  if (span.end - span.start > 120)
    return FALSE;
  return corpus_people_parse (reading, span, people);
}

/**
 * corpus_people_find_photo_credit:
 * @reading: a text
 * @span: a caption or a line
 *
 * Finds the credit that ends a caption: `新华社记者 白鹭 摄`, `新华社发(林志豪 摄)`, `Photograph: Leo Marchetti`.
 *
 * Returns: where it begins, -1 where the range does not end with one
 */
gint64
corpus_people_find_photo_credit (const CorpusReading *reading,
                                 CorpusSpan span)
{
  static const char *const endings[] = { "摄影报道", "摄影", "摄", "供图", "制图", "图", NULL };
  static const char *const english[] = { "Photograph: ", "Photograph by ", "Photo: ",
                                         "Photo by ", "Picture: ", NULL };
  gint64 at = span.end, verb, limit;

  /* From the end back over at most 60 characters, to the sentence before. */
  limit = MAX (span.start, span.end - 60);
  for (gint64 i = span.end - 1; i >= limit; i--)
    {
      gint64 found = corpus_reading_match_any (reading, i, span.end, english);

      if (found >= 0 && found < span.end)
        return i;
    }
  if (at > span.start && reading->chars[at - 1] == 0x3002)
    at--;
  if (at > span.start && reading->chars[at - 1] == ')')
    at--;
  verb = corpus_reading_match_any_before (reading, span.start, at, endings);
  if (verb < 0)
    return -1;
  for (gint64 i = verb - 1; i >= limit; i--)
    {
      gunichar c = reading->chars[i];
      gboolean is_name_part = corpus_char_is_han (c) || corpus_width_is_space (c) || c == 0xb7 ||
                              c == '(' || c == 0x3001 || c == '/';

      if (corpus_char_is_sentence_end (c) || c == ')' || c == '\n' || c == 0x201d)
        return verb - i - 1 >= 2 ? corpus_reading_skip_space (reading, i + 1, span.end) : -1;
      if (!is_name_part)
        return -1;
    }
  /* Nothing but the credit: then it must begin like one, or 他们常来拍摄 would be one. */
  if (limit == span.start && verb - span.start >= 2)
    {
      g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (CorpusPerson));
      CorpusSpan list = { span.start, verb };

      if (corpus_width_is_space (reading->chars[verb - 1]) ||
          corpus_people_parse (reading, list, people))
        return span.start;
    }
  return -1;
}

/**
 * corpus_people_parse_photo_credit:
 * @reading: a text
 * @span: a credit that corpus_people_find_photo_credit() found
 * @people: (element-type CorpusPerson): where to append the photographers
 *
 * Reads who took a picture.
 */
void
corpus_people_parse_photo_credit (const CorpusReading *reading,
                                  CorpusSpan span,
                                  GArray *people)
{
  static const char *const endings[] = { "摄影报道", "摄影", "摄", "供图", "制图", "图", NULL };
  guint n_before = people->len;
  gint64 colon = corpus_reading_find (reading, span.start, span.end, ": "), bracket, verb;
  CorpusSpan affiliation = { span.start, span.start };

  if (colon >= 0 && corpus_char_is_latin (reading->chars[span.start]))
    {
      CorpusSpan name = { colon + 2, span.end };

      name = corpus_reading_trim (reading, name);
      while (name.end > name.start &&
             (reading->chars[name.end - 1] == '.' || reading->chars[name.end - 1] == ')'))
        name.end--;
      if (name.end > name.start)
        add_person (people, name, CORPUS_CREDIT_PHOTOGRAPHER, affiliation);
      return;
    }
  while (span.end > span.start &&
         (reading->chars[span.end - 1] == ')' || reading->chars[span.end - 1] == 0x3002))
    span.end--;
  verb = corpus_reading_match_any_before (reading, span.start, span.end, endings);
  if (verb >= 0)
    span.end = verb;
  bracket = corpus_reading_find (reading, span.start, span.end, "(");
  if (bracket >= 0)
    {
      affiliation = (CorpusSpan){ span.start, bracket };
      span.start = bracket + 1;
    }
  if (!corpus_people_parse (reading, span, people))
    for (CorpusSpan token = next_token (reading, span.start, span.end); token.start < token.end;
         token = next_token (reading, token.end, span.end))
      if (is_name (reading, token) && token.end - token.start >= 2)
        add_person (people, token, CORPUS_CREDIT_PHOTOGRAPHER, affiliation);
  for (guint i = n_before; i < people->len; i++)
    g_array_index (people, CorpusPerson, i).role = CORPUS_CREDIT_PHOTOGRAPHER;
}

/**
 * corpus_people_dup_name:
 * @reading: a text
 * @span: a name
 *
 * Returns: (transfer full): the name without the padding between its characters
 */
char *
corpus_people_dup_name (const CorpusReading *reading,
                        CorpusSpan span)
{
  GString *name = g_string_new (NULL);
  gunichar last = 0;

  for (gint64 i = span.start; i < span.end; i++)
    if (!corpus_width_is_space (reading->chars[i]))
      g_string_append_unichar (name, last = reading->chars[i]);
    else if (!corpus_char_is_han (last) && last != ' ')
      g_string_append_c (name, (char) (last = ' '));
  return g_string_free (name, FALSE);
}
