/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists of words in a column: a JSON array of strings, so that any tool can read them (SQLite's own json_each() too). */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-strings.h"

#include <string.h>

static void
append_string (GString *json,
               const char *string)
{
  g_string_append_c (json, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (json, "\\%c", *p);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (json, *p);
    }
  g_string_append_c (json, '"');
}

/* Writes a list; NULL and an empty list are NULL. */
char *
corpus_strings_to_json (char **strings)
{
  GString *json;

  if (strings == NULL || strings[0] == NULL)
    return NULL;
  json = g_string_new ("[");
  for (guint i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (json, ',');
      append_string (json, strings[i]);
    }
  g_string_append_c (json, ']');
  return g_string_free (json, FALSE);
}

/* Reads an escape after its backslash; returns where it ends, NULL where it is none. */
static const char *
read_escape (const char *p,
             GString *string)
{
  static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
  const char *letter = *p != '\0' ? strchr (letters, *p) : NULL;
  gunichar c = 0;

  if (*p == '"' || *p == '\\' || *p == '/')
    {
      g_string_append_c (string, *p);
      return p + 1;
    }
  if (letter != NULL)
    {
      g_string_append_c (string, meanings[letter - letters]);
      return p + 1;
    }
  if (*p != 'u')
    return NULL;
  for (int i = 1; i <= 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return NULL;
      c = c << 4 | (gunichar) g_ascii_xdigit_value (p[i]);
    }
  g_string_append_unichar (string, c != 0 && g_unichar_validate (c) ? c : 0xfffd);
  return p + 5;
}

/* Reads what corpus_strings_to_json() wrote; NULL where there is nothing or something else. */
char **
corpus_strings_from_json (const char *json)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  const char *p = json;

  if (p == NULL || *p != '[')
    return NULL;
  do
    {
      g_autoptr (GString) string = g_string_new (NULL);

      if (*++p != '"')
        return NULL;
      for (p++; *p != '"';)
        {
          if (*p == '\0')
            return NULL;
          if (*p != '\\')
            g_string_append_c (string, *p++);
          else if ((p = read_escape (p + 1, string)) == NULL)
            return NULL;
        }
      g_strv_builder_add (strings, string->str);
    }
  while (*++p == ',');
  return *p == ']' ? g_strv_builder_end (strings) : NULL;
}
