/* SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON read into a small tree, by yajl.
 *
 * yajl reads strictly, hands numbers over as they are written and strings with their length. What it lets pass
 * is looked for before: bytes that are not UTF-8 (overlong forms, coded surrogates), and escapes of a surrogate
 * without its partner, which it would turn into a question mark. Of two members with one name the last counts,
 * in the place of the first, as most readers have it. Errors name the byte. */

#define G_LOG_DOMAIN "corpus-text"

#include "text/corpus-json.h"

#include <string.h>
#include <yajl/yajl_parse.h>

#include "text/corpus-json-writer.h"
#include "text/corpus-text-error.h"

/* The writer's own limit lies above. */
#define MAX_DEPTH 100

/* From so many members on an object gets an index. */
#define INDEX_FROM 16

struct _CorpusJson
{
  CorpusJsonKind kind;
  char *name; /* where it is the member of an object */
  gsize n_name;
  char *text; /* of a string or number; ends with a NUL that is not part of it */
  gsize n_text;
  GPtrArray *items;  /* CorpusJson, of an array or object */
  GHashTable *index; /* CorpusJson by its name, of an object with many members */
};

typedef struct
{
  CorpusJson *root;
  GPtrArray *open; /* borrowed: the arrays and objects around the place of reading */
  char *name;
  gsize n_name;
  gboolean is_too_deep;
} Reader;

/**
 * corpus_json_free:
 * @self: (transfer full) (nullable): a value that stands in no other
 */
void
corpus_json_free (CorpusJson *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

static guint
name_hash (gconstpointer key)
{
  const CorpusJson *member = key;
  guint hash = 5381;

  for (gsize i = 0; i < member->n_name; i++)
    hash = hash * 33 + (guchar) member->name[i];
  return hash;
}

static gboolean
name_equal (gconstpointer a,
            gconstpointer b)
{
  const CorpusJson *x = a, *y = b;

  return x->n_name == y->n_name && memcmp (x->name, y->name, x->n_name) == 0;
}

static CorpusJson *
find_member (const CorpusJson *self,
             const char *name,
             gsize n_name)
{
  const CorpusJson key = { .name = (char *) name, .n_name = n_name };

  if (self->index != NULL)
    return g_hash_table_lookup (self->index, &key);
  for (guint i = 0; i < self->items->len; i++)
    if (name_equal (&key, g_ptr_array_index (self->items, i)))
      return g_ptr_array_index (self->items, i);
  return NULL;
}

static void
add_member (CorpusJson *object,
            CorpusJson *member)
{
  CorpusJson *old = find_member (object, member->name, member->n_name);
  guint place;

  if (old != NULL && g_ptr_array_find (object->items, old, &place))
    {
      if (object->index != NULL)
        g_hash_table_remove (object->index, old);
      g_ptr_array_index (object->items, place) = member;
      corpus_json_free (old);
    }
  else
    {
      g_ptr_array_add (object->items, member);
    }

  if (object->index != NULL)
    {
      g_hash_table_add (object->index, member);
    }
  else if (object->items->len >= INDEX_FROM)
    {
      object->index = g_hash_table_new (name_hash, name_equal);
      for (guint i = 0; i < object->items->len; i++)
        g_hash_table_add (object->index, g_ptr_array_index (object->items, i));
    }
}

static CorpusJson *
add_value (Reader *reader,
           CorpusJsonKind kind,
           const char *text,
           gsize n_text)
{
  CorpusJson *value = g_new0 (CorpusJson, 1);
  CorpusJson *parent =
      reader->open->len > 0 ? g_ptr_array_index (reader->open, reader->open->len - 1) : NULL;

  value->kind = kind;
  if (text != NULL)
    {
      value->text = g_malloc (n_text + 1);
      memcpy (value->text, text, n_text);
      value->text[n_text] = '\0';
      value->n_text = n_text;
    }
  if (kind == CORPUS_JSON_ARRAY || kind == CORPUS_JSON_OBJECT)
    value->items = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_json_free);

  if (parent == NULL)
    {
      reader->root = value;
    }
  else if (parent->kind == CORPUS_JSON_ARRAY)
    {
      g_ptr_array_add (parent->items, value);
    }
  else
    {
      value->name = g_steal_pointer (&reader->name);
      value->n_name = reader->n_name;
      add_member (parent, value);
    }
  return value;
}

static int
null_cb (void *data)
{
  add_value (data, CORPUS_JSON_NULL, NULL, 0);
  return 1;
}

static int
boolean_cb (void *data,
            int value)
{
  add_value (data, value ? CORPUS_JSON_TRUE : CORPUS_JSON_FALSE, NULL, 0);
  return 1;
}

static int
number_cb (void *data,
           const char *text,
           size_t n_text)
{
  add_value (data, CORPUS_JSON_NUMBER, text, n_text);
  return 1;
}

static int
string_cb (void *data,
           const unsigned char *text,
           size_t n_text)
{
  add_value (data, CORPUS_JSON_STRING, (const char *) text, n_text);
  return 1;
}

static int
name_cb (void *data,
         const unsigned char *text,
         size_t n_text)
{
  Reader *reader = data;

  g_free (reader->name);
  reader->name = g_malloc (n_text + 1);
  memcpy (reader->name, text, n_text);
  reader->name[n_text] = '\0';
  reader->n_name = n_text;
  return 1;
}

static int
begin (Reader *reader,
       CorpusJsonKind kind)
{
  if (reader->open->len == MAX_DEPTH)
    {
      reader->is_too_deep = TRUE;
      return 0;
    }
  g_ptr_array_add (reader->open, add_value (reader, kind, NULL, 0));
  return 1;
}

static int
begin_array_cb (void *data)
{
  return begin (data, CORPUS_JSON_ARRAY);
}

static int
begin_object_cb (void *data)
{
  return begin (data, CORPUS_JSON_OBJECT);
}

static int
end_cb (void *data)
{
  Reader *reader = data;

  g_ptr_array_set_size (reader->open, (int) reader->open->len - 1);
  return 1;
}

static const yajl_callbacks callbacks = {
  .yajl_null = null_cb,
  .yajl_boolean = boolean_cb,
  .yajl_number = number_cb,
  .yajl_string = string_cb,
  .yajl_start_map = begin_object_cb,
  .yajl_map_key = name_cb,
  .yajl_end_map = end_cb,
  .yajl_start_array = begin_array_cb,
  .yajl_end_array = end_cb,
};

/* The code unit of the escape `\uXXXX` that @p begins, -1 where there is none. */
static int
read_unit (const char *p,
           const char *end)
{
  int unit = 0;

  if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
    return -1;
  for (int i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (p[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

/* The first escape of a surrogate that has no partner. */
static const char *
find_lone_surrogate (const char *text,
                     gsize n_bytes)
{
  const char *end = text + n_bytes;
  const char *p = text;

  while ((p = memchr (p, '\\', (gsize) (end - p))) != NULL)
    {
      int unit = read_unit (p, end);

      if (unit >= 0xd800 && unit < 0xdc00)
        {
          int low = read_unit (p + 6, end);

          if (low < 0xdc00 || low > 0xdfff)
            return p;
          p += 12;
        }
      else if (unit >= 0xdc00 && unit <= 0xdfff)
        {
          return p;
        }
      else if (end - p < 2)
        {
          break;
        }
      else
        {
          p += 2;
        }
    }
  return NULL;
}

/**
 * corpus_json_parse:
 * @text: JSON
 * @n_bytes: its length, -1 where it ends with a NUL
 * @error: return location for an error
 *
 * Reads one JSON value and nothing behind it. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with
 *   %CORPUS_TEXT_ERROR_ENCODING or %CORPUS_TEXT_ERROR_SYNTAX and the byte in the message
 */
CorpusJson *
corpus_json_parse (const char *text,
                   gssize n_bytes,
                   GError **error)
{
  gsize length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;
  Reader reader = { 0 };
  yajl_handle parser;
  yajl_status status;
  const char *bad;
  gsize at;

  if (!g_utf8_validate_len (text, length, &bad))
    {
      g_set_error (error, CORPUS_TEXT_ERROR,
                   *bad == '\0' ? CORPUS_TEXT_ERROR_SYNTAX : CORPUS_TEXT_ERROR_ENCODING,
                   *bad == '\0' ? "byte %" G_GSIZE_FORMAT " is a NUL character"
                                : "byte %" G_GSIZE_FORMAT " is not valid UTF-8",
                   (gsize) (bad - text));
      return NULL;
    }
  bad = find_lone_surrogate (text, length);
  if (bad != NULL)
    {
      g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_ENCODING,
                   "the escape %.6s at byte %" G_GSIZE_FORMAT " is half a character", bad, (gsize) (bad - text));
      return NULL;
    }

  reader.open = g_ptr_array_new ();
  parser = yajl_alloc (&callbacks, NULL, &reader);
  status = yajl_parse (parser, (const unsigned char *) text, length);
  at = status != yajl_status_ok ? MIN (yajl_get_bytes_consumed (parser), length) : length;
  if (status == yajl_status_ok)
    status = yajl_complete_parse (parser);
  if (status != yajl_status_ok)
    {

      if (reader.is_too_deep)
        {
          g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_SYNTAX,
                       "not read: more than %d levels of nesting at byte %" G_GSIZE_FORMAT, MAX_DEPTH, at);
        }
      else
        {
          unsigned char *message = yajl_get_error (parser, 0, (const unsigned char *) text, length);
          g_autofree char *words = g_strstrip (g_strdup ((const char *) message));

          g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_SYNTAX,
                       "not valid JSON at byte %" G_GSIZE_FORMAT " (%s)", at, words);
          yajl_free_error (parser, message);
        }
      g_clear_pointer (&reader.root, corpus_json_free);
    }
  yajl_free (parser);
  g_ptr_array_unref (reader.open);
  g_free (reader.name);
  return reader.root;
}

/**
 * corpus_json_get_kind:
 * @self: (nullable): a value
 *
 * Returns: what it is; of %NULL, a value that is not there, %CORPUS_JSON_NULL
 */
CorpusJsonKind
corpus_json_get_kind (const CorpusJson *self)
{
  return self != NULL ? self->kind : CORPUS_JSON_NULL;
}

/**
 * corpus_json_get_string:
 * @self: (nullable): a value
 * @n_bytes: (out) (optional): its length; it may hold NUL characters
 *
 * Returns: (transfer none) (nullable): what a string says, %NULL where it is no string
 */
const char *
corpus_json_get_string (const CorpusJson *self,
                        gsize *n_bytes)
{
  if (self == NULL || self->kind != CORPUS_JSON_STRING)
    return NULL;
  if (n_bytes != NULL)
    *n_bytes = self->n_text;
  return self->text;
}

/**
 * corpus_json_get_number:
 * @self: (nullable): a value
 *
 * Returns: (transfer none) (nullable): a number as it was written, %NULL where it is no number
 */
const char *
corpus_json_get_number (const CorpusJson *self)
{
  return self != NULL && self->kind == CORPUS_JSON_NUMBER ? self->text : NULL;
}

/**
 * corpus_json_get_int:
 * @self: (nullable): a value
 * @value: (out): the number
 *
 * Returns: %FALSE where it is no integer of 64 bits
 */
gboolean
corpus_json_get_int (const CorpusJson *self,
                     gint64 *value)
{
  const char *number = corpus_json_get_number (self);

  return number != NULL &&
         g_ascii_string_to_signed (number, 10, G_MININT64, G_MAXINT64, value, NULL);
}

/**
 * corpus_json_get_length:
 * @self: (nullable): a value
 *
 * Returns: how many elements or members it has, 0 where it is neither array nor object
 */
guint
corpus_json_get_length (const CorpusJson *self)
{
  return self != NULL && self->items != NULL ? self->items->len : 0;
}

/**
 * corpus_json_get_at:
 * @self: an array or object
 * @index: below its length
 *
 * Returns: (transfer none): the element or the value of the member
 */
const CorpusJson *
corpus_json_get_at (const CorpusJson *self,
                    guint index)
{
  g_return_val_if_fail (index < corpus_json_get_length (self), NULL);

  return g_ptr_array_index (self->items, index);
}

/**
 * corpus_json_get_name:
 * @self: an object
 * @index: below its length
 * @n_bytes: (out) (optional): the length of the name
 *
 * Returns: (transfer none): the name of a member
 */
const char *
corpus_json_get_name (const CorpusJson *self,
                      guint index,
                      gsize *n_bytes)
{
  const CorpusJson *member = corpus_json_get_at (self, index);

  if (n_bytes != NULL)
    *n_bytes = member->n_name;
  return member->name;
}

/**
 * corpus_json_find:
 * @self: (nullable): a value
 * @name: the name of a member
 *
 * Returns: (transfer none) (nullable): the value of the member, %NULL where there is none
 */
const CorpusJson *
corpus_json_find (const CorpusJson *self,
                  const char *name)
{
  if (self == NULL || self->kind != CORPUS_JSON_OBJECT)
    return NULL;
  return find_member (self, name, strlen (name));
}

/**
 * corpus_json_to_text:
 * @self: a value
 *
 * Returns: (transfer full): it as compact JSON
 */
char *
corpus_json_to_text (const CorpusJson *self)
{
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();

  corpus_json_writer_add_value (writer, self);
  return g_strdup (corpus_json_writer_peek (writer, NULL));
}

/**
 * corpus_json_dup_others:
 * @self: (nullable): a value
 * @known: (array zero-terminated=1): names of members
 *
 * What an object says beyond the members that a reader knows: kept, so that it
 * can be written again.
 *
 * Returns: (transfer full) (nullable): the other members as an object, %NULL where there are none
 */
char *
corpus_json_dup_others (const CorpusJson *self,
                        const char *const *known)
{
  g_autoptr (CorpusJsonWriter) writer = NULL;

  if (corpus_json_get_kind (self) != CORPUS_JSON_OBJECT)
    return NULL;
  for (guint i = 0; i < corpus_json_get_length (self); i++)
    {
      const CorpusJson *member = corpus_json_get_at (self, i);

      if (member->n_name == strlen (member->name) && g_strv_contains (known, member->name))
        continue;
      if (writer == NULL)
        {
          writer = corpus_json_writer_new ();
          corpus_json_writer_begin_object (writer);
        }
      corpus_json_writer_add_name_len (writer, member->name, member->n_name);
      corpus_json_writer_add_value (writer, member);
    }
  if (writer == NULL)
    return NULL;
  corpus_json_writer_end_object (writer);
  return g_strdup (corpus_json_writer_peek (writer, NULL));
}
