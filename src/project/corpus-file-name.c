/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the name of a page file says: newspaper, date, edition, page, section.
 *
 * A pattern is turned into a regular expression. Dates are taken in the forms archives use and made ISO; page numbers
 * lose leading zeros, letters in them become capital. */

#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-import.h"

#include <stdlib.h>
#include <string.h>

/* In the order they are tried: the more a pattern says, the earlier. */
static const char *const common_patterns[] = {
  "{publication}_{date}_{edition}_p{page}",
  "{publication}_{date}_p{page}",
  "{publication}-{date}-p{page}",
  "{publication}_{date}_{page}",
  "{publication}-{date}-{page}",
  "{publication}*{date}*第{page}版*",
  "{publication}_{date}",
  "{publication}-{date}",
  "{date}_p{page}",
  "{date}-p{page}",
  "{date}_{page}",
  "{date}-{page}",
  "{date}*第{page}版*",
  "{date}",
};

static const struct
{
  const char *field;
  const char *expression;
} fields[] = {
  { "publication", "(?<publication>.+?)" },
  { "date",
    "(?<date>\\d{4}-\\d{1,2}-\\d{1,2}|\\d{4}\\.\\d{1,2}\\.\\d{1,2}|\\d{4}_\\d{1,2}_\\d{1,2}|\\d{8}|\\d{4}年\\d{1,2}月\\d{1,2}日)" },
  { "edition", "(?<edition>.+?)" },
  { "page", "(?<page>[A-Za-z]{0,2}\\d{1,3}[A-Za-z]?)" },
  { "section", "(?<section>.+?)" },
};

/* NULL where the pattern names a field that is none. */
static GRegex *
compile (const char *pattern)
{
  g_autoptr (GString) expression = g_string_new ("^");

  for (const char *p = pattern; *p != '\0';)
    {
      gsize n_plain = strcspn (p, "{*");
      g_autofree char *plain = g_regex_escape_string (p, (int) n_plain);
      const char *end;
      guint i;

      g_string_append (expression, plain);
      p += n_plain;
      if (*p == '*')
        {
          g_string_append (expression, ".*?");
          p++;
        }
      else if (*p == '{')
        {
          end = strchr (p, '}');
          for (i = 0; end != NULL && i < G_N_ELEMENTS (fields); i++)
            if (strlen (fields[i].field) == (gsize) (end - p - 1) &&
                strncmp (fields[i].field, p + 1, (gsize) (end - p - 1)) == 0)
              break;
          if (end == NULL || i == G_N_ELEMENTS (fields))
            return NULL;
          g_string_append (expression, fields[i].expression);
          p = end + 1;
        }
    }
  g_string_append_c (expression, '$');
  return g_regex_new (expression->str, G_REGEX_CASELESS, 0, NULL);
}

/**
 * corpus_import_is_day:
 * @date: a text
 *
 * Returns: whether it is a day in the form 2025-04-15
 */
gboolean
corpus_import_is_day (const char *date)
{
  if (strlen (date) != 10 || strspn (date, "0123456789") != 4 || date[4] != '-' ||
      strspn (date + 5, "0123456789") != 2 || date[7] != '-' ||
      strspn (date + 8, "0123456789") != 2)
    return FALSE;
  return g_date_valid_dmy ((GDateDay) atoi (date + 8), (GDateMonth) atoi (date + 5),
                           (GDateYear) atoi (date));
}

/**
 * corpus_import_dup_day:
 * @text: a date as file names and other programs write it: 2025-04-15, 2025/4/15, 20250415, 2025年4月15日, also with
 *   a time of day after it
 *
 * Returns: (transfer full) (nullable): the day in the form 2025-04-15, %NULL where there is no such day
 */
char *
corpus_import_dup_day (const char *text)
{
  int parts[3] = { 0 };
  int part = 0;
  gboolean was_digit = FALSE;

  if (strlen (text) == 8 && strspn (text, "0123456789") == 8)
    {
      parts[2] = atoi (text + 6);
      parts[1] = atoi (text + 4) / 100;
      parts[0] = atoi (text) / 10000;
    }
  else
    {
      for (const char *p = text; *p != '\0' && part < 3; p++)
        {
          if (g_ascii_isdigit (*p))
            parts[part] = parts[part] * 10 + g_ascii_digit_value (*p);
          else if (was_digit)
            part++;
          was_digit = g_ascii_isdigit (*p);
          if (part < 3 && parts[part] > 9999)
            return NULL;
        }
    }
  if (parts[1] > 12 || parts[2] > 31 ||
      !g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", parts[0], parts[1], parts[2]);
}

static char *
normalise_page (const char *text)
{
  gsize n_letters = strcspn (text, "0123456789");

  if (n_letters == 0)
    while (text[0] == '0' && g_ascii_isdigit (text[1]))
      text++;
  return g_ascii_strup (text, -1);
}

/* The name of a file without folder and ending. */
static char *
dup_stem (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *stem = g_filename_display_name (base);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';
  return stem;
}

static void
take (GMatchInfo *match,
      const char *field,
      char **value)
{
  g_autofree char *found = g_match_info_fetch_named (match, field);

  if (found == NULL || *found == '\0')
    return;
  g_free (*value);
  *value = g_strstrip (g_steal_pointer (&found));
}

/**
 * corpus_import_item_apply_pattern:
 * @self: an item
 * @pattern: such as `{publication}_{date}_p{page}`
 *
 * Fills an item from the name of its file, without folder and ending. Fields are
 * `publication`, `date`, `edition`, `page`, `section`, and `*` for anything.
 *
 * Returns: %FALSE where the name does not fit, and then nothing is changed
 */
gboolean
corpus_import_item_apply_pattern (CorpusImportItem *self,
                                  const char *pattern)
{
  g_autoptr (GRegex) regex = compile (pattern);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *stem = dup_stem (self->path);
  g_autofree char *raw_date = NULL, *raw_page = NULL, *date = NULL;

  if (regex == NULL || !g_regex_match (regex, stem, 0, &match))
    return FALSE;
  take (match, "date", &raw_date);
  if (raw_date != NULL)
    {
      date = corpus_import_dup_day (raw_date);
      if (date == NULL)
        return FALSE;
      g_free (self->date);
      self->date = g_steal_pointer (&date);
    }
  take (match, "page", &raw_page);
  if (raw_page != NULL)
    {
      g_free (self->number);
      self->number = normalise_page (raw_page);
    }
  take (match, "publication", &self->publication);
  take (match, "edition", &self->edition);
  take (match, "section", &self->section);
  return TRUE;
}

/**
 * corpus_import_item_guess:
 * @self: an item
 *
 * Tries the patterns in common use and applies the first that fits.
 *
 * Returns: %FALSE where none fits, and then nothing is changed
 */
gboolean
corpus_import_item_guess (CorpusImportItem *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (common_patterns); i++)
    if (corpus_import_item_apply_pattern (self, common_patterns[i]))
      return TRUE;
  return FALSE;
}
