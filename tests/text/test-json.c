/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON: nothing is lost between reading and writing, and what is no JSON is refused at its byte. */

#include <string.h>

#include "text/corpus-json-writer.h"
#include "text/corpus-text-error.h"

static void
test_same_text (void)
{
  static const char *const texts[] = {
    "null", "true", "false", "0", "-0", "0.930", "1E400", "12345678901234567890", "\"\"", "[]", "{}",
    "\"\\u0000a\\u0001\\n\\t\\\"\\\\/\"", "\"省😀𠀀\xe2\x80\xa8\x7f\"",
    "{\"b\":1,\"a\":[1,{\"x\":null}],\"\":false}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusJson) value = corpus_json_parse (texts[i], -1, &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = corpus_json_to_text (value);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_escapes (void)
{
  g_autoptr (CorpusJson) value = corpus_json_parse (" [ \"\\ud83d\\ude00\\u00e9\\/\\\\ud800\" , 1 ] ", -1, NULL);
  gsize n_bytes;

  g_assert_cmpuint (corpus_json_get_length (value), ==, 2);
  g_assert_cmpstr (corpus_json_get_string (corpus_json_get_at (value, 0), &n_bytes), ==, "😀é/\\ud800");
  g_assert_cmpuint (n_bytes, ==, strlen ("😀é/\\ud800"));
  g_assert_null (corpus_json_get_string (corpus_json_get_at (value, 1), NULL));
}

static void
test_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":1,\"b\":2,\"a\":3");
  g_autoptr (CorpusJson) value = NULL;
  const char *const known[] = { "b", NULL };
  g_autofree char *others = NULL;
  gint64 number;

  /* Enough members for an index. */
  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, ",\"m%d\":%d", i % 50, i);
  g_string_append (text, "}");
  value = corpus_json_parse (text->str, -1, NULL);
  g_assert_cmpuint (corpus_json_get_length (value), ==, 52);
  g_assert_cmpstr (corpus_json_get_name (value, 0, NULL), ==, "a");
  g_assert_true (corpus_json_get_int (corpus_json_find (value, "a"), &number));
  g_assert_cmpint (number, ==, 3);
  g_assert_true (corpus_json_get_int (corpus_json_find (value, "m49"), &number));
  g_assert_cmpint (number, ==, 99);
  g_assert_null (corpus_json_find (value, "c"));
  g_assert_null (corpus_json_find (corpus_json_find (value, "a"), "c"));
  others = corpus_json_dup_others (value, known);
  g_assert_true (g_str_has_prefix (others, "{\"a\":3,\"m0\":50,"));
}

static void
test_integers (void)
{
  g_autoptr (CorpusJson) value = corpus_json_parse ("[9223372036854775807,9223372036854775808,1.0,\"1\",-5]", -1, NULL);
  gint64 number;

  g_assert_true (corpus_json_get_int (corpus_json_get_at (value, 0), &number));
  g_assert_cmpint (number, ==, G_MAXINT64);
  g_assert_false (corpus_json_get_int (corpus_json_get_at (value, 1), &number));
  g_assert_false (corpus_json_get_int (corpus_json_get_at (value, 2), &number));
  g_assert_false (corpus_json_get_int (corpus_json_get_at (value, 3), &number));
  g_assert_true (corpus_json_get_int (corpus_json_get_at (value, 4), &number));
  g_assert_cmpint (number, ==, -5);
}

static void
test_errors (void)
{
  static const struct
  {
    const char *text;
    gssize n_bytes;
    int code;
    const char *message;
  } bad[] = {
    { "", 0, CORPUS_TEXT_ERROR_SYNTAX, "byte 0" },
    { "[1,", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte 3" },
    { "{\"a\" 1}", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte" },
    { "1 2", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte" },
    { "[01]", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte" },
    { "nul", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte" },
    { "/* no */ 1", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte" },
    { "\"\t\"", -1, CORPUS_TEXT_ERROR_SYNTAX, "byte 1" },
    { "\"a\0b\"", 5, CORPUS_TEXT_ERROR_SYNTAX, "byte 2" },
    { "\"ab\xff\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 3" },
    { "\"\xc0\x80\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 1" },
    { "\"\xed\xa0\x80\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 1" },
    { "\"ab\\ud83dx\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 3" },
    { "\"\\ud83d\\u0041\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 1" },
    { "\"\\ude00\"", -1, CORPUS_TEXT_ERROR_ENCODING, "byte 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusJson) value = corpus_json_parse (bad[i].text, bad[i].n_bytes, &error);

      g_assert_null (value);
      g_assert_error (error, CORPUS_TEXT_ERROR, bad[i].code);
      if (strstr (error->message, bad[i].message) == NULL)
        g_error ("“%s” does not name %s", error->message, bad[i].message);
    }
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *allowed = g_strconcat ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                                          "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusJson) value = corpus_json_parse (deep, -1, &error);
  g_autoptr (CorpusJson) shallow = corpus_json_parse (allowed, -1, NULL);

  g_assert_null (value);
  g_assert_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "nesting"));
  g_assert_nonnull (shallow);
}

static void
test_doubles (void)
{
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();

  corpus_json_writer_begin_array (writer);
  corpus_json_writer_add_double (writer, 0.93);
  corpus_json_writer_add_double (writer, 1);
  corpus_json_writer_add_double (writer, 0.1 + 0.2);
  corpus_json_writer_add_double (writer, 1e-7);
  corpus_json_writer_add_double (writer, G_MAXDOUBLE * 2);
  corpus_json_writer_end_array (writer);
  g_assert_cmpstr (corpus_json_writer_peek (writer, NULL), ==, "[0.93,1,0.30000000000000004,1e-07,null]");

  for (int i = 0; i < 10000; i++)
    {
      double value = g_test_rand_double_range (-1e9, 1e9), read_back;

      corpus_json_writer_clear (writer);
      corpus_json_writer_add_double (writer, value);
      read_back = g_ascii_strtod (corpus_json_writer_peek (writer, NULL), NULL);
      g_assert_cmpmem (&read_back, sizeof read_back, &value, sizeof value);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/json/same-text", test_same_text);
  g_test_add_func ("/text/json/escapes", test_escapes);
  g_test_add_func ("/text/json/members", test_members);
  g_test_add_func ("/text/json/integers", test_integers);
  g_test_add_func ("/text/json/errors", test_errors);
  g_test_add_func ("/text/json/depth", test_depth);
  g_test_add_func ("/text/json/doubles", test_doubles);
  return g_test_run ();
}
