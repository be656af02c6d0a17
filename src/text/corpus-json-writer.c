/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON written compactly, by yajl: it sets the commas, escapes strings and refuses what is no JSON. Text that is
 * beyond ASCII stays as it is. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-json-writer.h"

#include <math.h>
#include <string.h>
#include <yajl/yajl_gen.h>

struct _CorpusJsonWriter
{
  yajl_gen generator;
};

/**
 * corpus_json_writer_new:
 *
 * Returns: (transfer full): a writer that has written nothing yet
 */
CorpusJsonWriter *
corpus_json_writer_new (void)
{
  CorpusJsonWriter *self = g_new0 (CorpusJsonWriter, 1);

  self->generator = yajl_gen_alloc (NULL);
  return self;
}

/**
 * corpus_json_writer_free:
 * @self: (transfer full) (nullable): a writer
 */
void
corpus_json_writer_free (CorpusJsonWriter *self)
{
  if (self == NULL)
    return;
  yajl_gen_free (self->generator);
  g_free (self);
}

/* A generator says no to what would be no JSON (a value without a name, more than 127 levels): that is a mistake
 * of the caller. */
static void
check (yajl_gen_status status)
{
  if (status != yajl_gen_status_ok)
    g_critical ("what is written would be no JSON (yajl says %d)", status);
}

/**
 * corpus_json_writer_begin_object:
 * @self: a writer
 */
void
corpus_json_writer_begin_object (CorpusJsonWriter *self)
{
  check (yajl_gen_map_open (self->generator));
}

/**
 * corpus_json_writer_end_object:
 * @self: a writer
 */
void
corpus_json_writer_end_object (CorpusJsonWriter *self)
{
  check (yajl_gen_map_close (self->generator));
}

/**
 * corpus_json_writer_begin_array:
 * @self: a writer
 */
void
corpus_json_writer_begin_array (CorpusJsonWriter *self)
{
  check (yajl_gen_array_open (self->generator));
}

/**
 * corpus_json_writer_end_array:
 * @self: a writer
 */
void
corpus_json_writer_end_array (CorpusJsonWriter *self)
{
  check (yajl_gen_array_close (self->generator));
}

/**
 * corpus_json_writer_add_name:
 * @self: a writer inside an object
 * @name: the name of the member whose value comes next
 */
void
corpus_json_writer_add_name (CorpusJsonWriter *self,
                             const char *name)
{
  corpus_json_writer_add_name_len (self, name, strlen (name));
}

/**
 * corpus_json_writer_add_name_len:
 * @self: a writer inside an object
 * @name: the name of the member whose value comes next
 * @n_bytes: its length
 */
void
corpus_json_writer_add_name_len (CorpusJsonWriter *self,
                                 const char *name,
                                 gsize n_bytes)
{
  check (yajl_gen_string (self->generator, (const unsigned char *) name, n_bytes));
}

/**
 * corpus_json_writer_add_string:
 * @self: a writer
 * @string: (nullable): valid UTF-8; %NULL writes `null`
 */
void
corpus_json_writer_add_string (CorpusJsonWriter *self,
                               const char *string)
{
  if (string == NULL)
    corpus_json_writer_add_null (self);
  else
    corpus_json_writer_add_string_len (self, string, strlen (string));
}

/**
 * corpus_json_writer_add_string_len:
 * @self: a writer
 * @string: valid UTF-8, which may hold NUL characters
 * @n_bytes: its length
 */
void
corpus_json_writer_add_string_len (CorpusJsonWriter *self,
                                   const char *string,
                                   gsize n_bytes)
{
  check (yajl_gen_string (self->generator, (const unsigned char *) string, n_bytes));
}

/**
 * corpus_json_writer_add_int:
 * @self: a writer
 * @value: a number
 */
void
corpus_json_writer_add_int (CorpusJsonWriter *self,
                            gint64 value)
{
  check (yajl_gen_integer (self->generator, value));
}

/**
 * corpus_json_writer_add_double:
 * @self: a writer
 * @value: a number; one that is not finite is written as `null`
 *
 * Writes a number with as few digits as read back to the same number.
 */
void
corpus_json_writer_add_double (CorpusJsonWriter *self,
                               double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE], format[] = "%.15g";
  double read_back;

  if (!isfinite (value))
    {
      corpus_json_writer_add_null (self);
      return;
    }
  for (int precision = 1; precision <= 17; precision++)
    {
      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (text, sizeof text, format, value);
      read_back = g_ascii_strtod (text, NULL);
      if (memcmp (&read_back, &value, sizeof value) == 0)
        break;
    }
  check (yajl_gen_number (self->generator, text, strlen (text)));
}

/**
 * corpus_json_writer_add_boolean:
 * @self: a writer
 * @value: what to write
 */
void
corpus_json_writer_add_boolean (CorpusJsonWriter *self,
                                gboolean value)
{
  check (yajl_gen_bool (self->generator, value));
}

/**
 * corpus_json_writer_add_null:
 * @self: a writer
 */
void
corpus_json_writer_add_null (CorpusJsonWriter *self)
{
  check (yajl_gen_null (self->generator));
}

/**
 * corpus_json_writer_add_value:
 * @self: a writer
 * @value: (nullable): a value that was read; numbers are written as they stood there
 */
void
corpus_json_writer_add_value (CorpusJsonWriter *self,
                              const CorpusJson *value)
{
  const char *text;
  gsize n_bytes;

  switch (corpus_json_get_kind (value))
    {
    case CORPUS_JSON_FALSE:
    case CORPUS_JSON_TRUE:
      corpus_json_writer_add_boolean (self, corpus_json_get_kind (value) == CORPUS_JSON_TRUE);
      break;
    case CORPUS_JSON_NUMBER:
      text = corpus_json_get_number (value);
      check (yajl_gen_number (self->generator, text, strlen (text)));
      break;
    case CORPUS_JSON_STRING:
      text = corpus_json_get_string (value, &n_bytes);
      corpus_json_writer_add_string_len (self, text, n_bytes);
      break;
    case CORPUS_JSON_ARRAY:
      corpus_json_writer_begin_array (self);
      for (guint i = 0; i < corpus_json_get_length (value); i++)
        corpus_json_writer_add_value (self, corpus_json_get_at (value, i));
      corpus_json_writer_end_array (self);
      break;
    case CORPUS_JSON_OBJECT:
      corpus_json_writer_begin_object (self);
      for (guint i = 0; i < corpus_json_get_length (value); i++)
        {
          text = corpus_json_get_name (value, i, &n_bytes);
          corpus_json_writer_add_name_len (self, text, n_bytes);
          corpus_json_writer_add_value (self, corpus_json_get_at (value, i));
        }
      corpus_json_writer_end_object (self);
      break;
    case CORPUS_JSON_NULL:
    default:
      corpus_json_writer_add_null (self);
      break;
    }
}

/**
 * corpus_json_writer_add_json:
 * @self: a writer
 * @json: (nullable): JSON that is kept as text; %NULL writes `null`
 *
 * Writes JSON that lies somewhere as text, in the same compact form as all else.
 */
void
corpus_json_writer_add_json (CorpusJsonWriter *self,
                             const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusJson) value = json != NULL ? corpus_json_parse (json, -1, &error) : NULL;

  if (error != NULL)
    g_critical ("what should be JSON is none: %s", error->message);
  corpus_json_writer_add_value (self, value);
}

/**
 * corpus_json_writer_peek:
 * @self: a writer
 * @n_bytes: (out) (optional): its length
 *
 * Returns: (transfer none): what was written since the last corpus_json_writer_clear(); it ends with a NUL
 */
const char *
corpus_json_writer_peek (CorpusJsonWriter *self,
                         gsize *n_bytes)
{
  const unsigned char *text;
  size_t length;

  check (yajl_gen_get_buf (self->generator, &text, &length));
  if (n_bytes != NULL)
    *n_bytes = length;
  return (const char *) text;
}

/**
 * corpus_json_writer_clear:
 * @self: a writer
 *
 * Forgets what was written, so that the next value can be.
 */
void
corpus_json_writer_clear (CorpusJsonWriter *self)
{
  yajl_gen_clear (self->generator);
  yajl_gen_reset (self->generator, NULL);
}
