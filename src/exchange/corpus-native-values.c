/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-values.h"

#include <string.h>

#include "corpus/corpus-page.h"
#include "exchange/corpus-exchange-error.h"
#include "text/corpus-id.h"

static gboolean
fail (GError **error,
      const char *name,
      const char *reason)
{
  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER, "%s: %s", name, reason);
  return FALSE;
}

static gboolean
is_absent (const CorpusJson *member)
{
  return corpus_json_get_kind (member) == CORPUS_JSON_NULL;
}

/**
 * corpus_native_get_text:
 * @object: an object
 * @name: the name of a member
 * @value: (inout): a string that is replaced
 * @error: return location for an error
 *
 * Takes a string; a number counts as its digits.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is another thing
 */
gboolean
corpus_native_get_text (const CorpusJson *object,
                        const char *name,
                        char **value,
                        GError **error)
{
  const CorpusJson *member = corpus_json_find (object, name);
  const char *text;
  gsize n_bytes = 0;

  if (is_absent (member))
    return TRUE;
  text = corpus_json_get_string (member, &n_bytes);
  if (text != NULL && strlen (text) < n_bytes)
    return fail (error, name, "it holds a NUL character");
  if (text == NULL)
    text = corpus_json_get_number (member);
  if (text == NULL)
    return fail (error, name, "it is not a string");
  g_free (*value);
  *value = g_strdup (text);
  return TRUE;
}

/**
 * corpus_native_need_text:
 * @object: an object
 * @name: the name of a member
 * @value: (inout): a string that is replaced
 * @error: return location for an error
 *
 * Takes a string that has to be there and not to be empty.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER
 */
gboolean
corpus_native_need_text (const CorpusJson *object,
                         const char *name,
                         char **value,
                         GError **error)
{
  if (!corpus_native_get_text (object, name, value, error))
    return FALSE;
  if (*value == NULL || **value == '\0')
    return fail (error, name, "it is missing");
  return TRUE;
}

/**
 * corpus_native_get_boolean:
 * @object: an object
 * @name: the name of a member
 * @value: (inout): its value
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is neither true nor false
 */
gboolean
corpus_native_get_boolean (const CorpusJson *object,
                           const char *name,
                           gboolean *value,
                           GError **error)
{
  const CorpusJson *member = corpus_json_find (object, name);
  CorpusJsonKind kind = corpus_json_get_kind (member);

  if (is_absent (member))
    return TRUE;
  if (kind != CORPUS_JSON_TRUE && kind != CORPUS_JSON_FALSE)
    return fail (error, name, "it is neither true nor false");
  *value = kind == CORPUS_JSON_TRUE;
  return TRUE;
}

/**
 * corpus_native_get_array:
 * @object: an object
 * @name: the name of a member
 * @array: (out) (transfer none) (nullable): the array, %NULL where it is not there
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is another thing
 */
gboolean
corpus_native_get_array (const CorpusJson *object,
                         const char *name,
                         const CorpusJson **array,
                         GError **error)
{
  const CorpusJson *member = corpus_json_find (object, name);

  *array = is_absent (member) ? NULL : member;
  if (*array != NULL && corpus_json_get_kind (member) != CORPUS_JSON_ARRAY)
    return fail (error, name, "it is not a list");
  return TRUE;
}

/**
 * corpus_native_get_objects:
 * @object: an object
 * @name: the name of a member
 * @array: (out) (transfer none) (nullable): the list, %NULL where it is not there
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is not a list of objects
 */
gboolean
corpus_native_get_objects (const CorpusJson *object,
                           const char *name,
                           const CorpusJson **array,
                           GError **error)
{
  if (!corpus_native_get_array (object, name, array, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (*array); i++)
    if (corpus_json_get_kind (corpus_json_get_at (*array, i)) != CORPUS_JSON_OBJECT)
      {
        g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
                     "%s[%u]: it is not an object", name, i);
        return FALSE;
      }
  return TRUE;
}

/**
 * corpus_native_get_object:
 * @object: an object
 * @name: the name of a member
 * @member: (out) (transfer none) (nullable): the object, %NULL where it is not there
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is another thing
 */
gboolean
corpus_native_get_object (const CorpusJson *object,
                          const char *name,
                          const CorpusJson **member,
                          GError **error)
{
  const CorpusJson *found = corpus_json_find (object, name);

  *member = is_absent (found) ? NULL : found;
  if (*member != NULL && corpus_json_get_kind (found) != CORPUS_JSON_OBJECT)
    return fail (error, name, "it is not an object");
  return TRUE;
}

/**
 * corpus_native_get_strings:
 * @object: an object
 * @name: the name of a member
 * @values: (inout): a list that is replaced; %NULL where there are none
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is not a list of strings
 */
gboolean
corpus_native_get_strings (const CorpusJson *object,
                           const char *name,
                           char ***values,
                           GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const CorpusJson *array;

  if (!corpus_native_get_array (object, name, &array, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (array); i++)
    {
      gsize n_bytes = 0;
      const char *text = corpus_json_get_string (corpus_json_get_at (array, i), &n_bytes);

      if (text == NULL || strlen (text) < n_bytes)
        return fail (error, name, "it is not a list of strings");
      g_strv_builder_add (builder, text);
    }
  g_strfreev (*values);
  *values = corpus_json_get_length (array) > 0 ? g_strv_builder_end (builder) : NULL;
  return TRUE;
}

/**
 * corpus_native_get_id:
 * @object: an object
 * @name: the name of a member
 * @id: (inout): the row id that stands for it
 * @foreign_id: (inout) (optional): the string itself, where another program made it
 * @error: return location for an error
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER where it is no string
 */
gboolean
corpus_native_get_id (const CorpusJson *object,
                      const char *name,
                      gint64 *id,
                      char **foreign_id,
                      GError **error)
{
  g_autofree char *text = NULL;
  gboolean is_foreign;

  if (!corpus_native_get_text (object, name, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  if (*text == '\0')
    return fail (error, name, "it is empty");
  *id = corpus_id_from_string (text, &is_foreign);
  if (is_foreign && foreign_id != NULL)
    {
      g_free (*foreign_id);
      *foreign_id = g_steal_pointer (&text);
    }
  return TRUE;
}

/**
 * corpus_native_bad_word:
 * @object: an object
 * @name: the name of a member
 * @error: return location for an error
 *
 * Says that a member holds a word that its vocabulary does not have.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER
 */
gboolean
corpus_native_bad_word (const CorpusJson *object,
                        const char *name,
                        GError **error)
{
  const char *word = corpus_json_get_string (corpus_json_find (object, name), NULL);

  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_MEMBER,
               "%s: “%s” is not one of its words", name, word != NULL ? word : "?");
  return FALSE;
}

/**
 * corpus_native_get_provenance:
 * @object: an object
 * @provenance: what is filled in
 * @error: return location for an error
 *
 * Takes `origin`, `state`, `confidence`, `by`, `at` and `was`.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER
 */
gboolean
corpus_native_get_provenance (const CorpusJson *object,
                              CorpusProvenance *provenance,
                              GError **error)
{
  const CorpusJson *confidence = corpus_json_find (object, "confidence");
  const CorpusJson *was = corpus_json_find (object, "was");

  provenance->origin = CORPUS_ORIGIN_IMPORT;
  if (!corpus_native_get_word (object, "origin", corpus_origin_from_string, &provenance->origin,
                               error) ||
      !corpus_native_get_word (object, "state", corpus_state_from_string, &provenance->state,
                               error) ||
      !corpus_native_get_text (object, "by", &provenance->by, error) ||
      !corpus_native_get_text (object, "at", &provenance->at, error))
    return FALSE;
  if (!is_absent (confidence))
    {
      const char *number = corpus_json_get_number (confidence);
      double value = number != NULL ? g_ascii_strtod (number, NULL) : -1;

      if (!(value >= 0 && value <= 1))
        return fail (error, "confidence", "it is not a number from 0 to 1");
      provenance->confidence = value;
    }
  if (!is_absent (was))
    provenance->was = corpus_json_to_text (was);
  return TRUE;
}

static gboolean
get_int_at (const CorpusJson *array,
            guint index,
            gint64 *value)
{
  return corpus_json_get_int (corpus_json_get_at (array, index), value);
}

/**
 * corpus_native_get_source:
 * @object: an object
 * @pages: (element-type CorpusPage): what the first number of a piece counts
 * @with_text: whether the pieces are to know their text
 * @pieces: (element-type CorpusPiece): where the pieces are added
 * @error: return location for an error
 *
 * Takes `source`, a list of `[page, start, end]`.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER or %CORPUS_EXCHANGE_ERROR_RANGE
 */
gboolean
corpus_native_get_source (const CorpusJson *object,
                          GPtrArray *pages,
                          gboolean with_text,
                          GArray *pieces,
                          GError **error)
{
  const CorpusJson *array;

  if (!corpus_native_get_array (object, "source", &array, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (array); i++)
    {
      const CorpusJson *piece = corpus_json_get_at (array, i);
      gint64 index, start, end;
      CorpusPage *page;

      if (corpus_json_get_kind (piece) != CORPUS_JSON_ARRAY ||
          corpus_json_get_length (piece) != 3 || !get_int_at (piece, 0, &index) ||
          !get_int_at (piece, 1, &start) || !get_int_at (piece, 2, &end))
        return fail (error, "source", "a piece is not [page, start, end]");
      if (index < 0 || index >= pages->len)
        {
          g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_RANGE,
                       "source[%u]: there is no page %" G_GINT64_FORMAT " (of %u, counted from 0)", i, index, pages->len);
          return FALSE;
        }
      page = g_ptr_array_index (pages, index);
      if (start < 0 || start >= end || end > corpus_chars_get_length (page->chars))
        {
          g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_RANGE,
                       "source[%u]: [%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                       ") is no range of the page, which has %" G_GINT64_FORMAT " characters",
                       i, start, end, corpus_chars_get_length (page->chars));
          return FALSE;
        }
      if (with_text)
        corpus_pieces_add_page (pieces, page, start, end);
      else
        corpus_pieces_add (pieces, page->id, start, end, NULL);
    }
  return TRUE;
}

/**
 * corpus_native_get_spans:
 * @object: an object
 * @length: of the text, in characters
 * @spans: (element-type CorpusSpan): where the spans are added
 * @error: return location for an error
 *
 * Takes `spans`, a list of `[start, end]`.
 *
 * Returns: %FALSE with %CORPUS_EXCHANGE_ERROR_MEMBER or %CORPUS_EXCHANGE_ERROR_RANGE
 */
gboolean
corpus_native_get_spans (const CorpusJson *object,
                         gint64 length,
                         GArray *spans,
                         GError **error)
{
  const CorpusJson *array;

  if (!corpus_native_get_array (object, "spans", &array, error))
    return FALSE;
  for (guint i = 0; i < corpus_json_get_length (array); i++)
    {
      const CorpusJson *item = corpus_json_get_at (array, i);
      CorpusSpan span;

      if (corpus_json_get_kind (item) != CORPUS_JSON_ARRAY || corpus_json_get_length (item) != 2 ||
          !get_int_at (item, 0, &span.start) || !get_int_at (item, 1, &span.end))
        return fail (error, "spans", "a span is not [start, end]");
      if (span.start < 0 || span.start >= span.end || span.end > length)
        {
          g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_RANGE,
                       "spans[%u]: [%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
                       ") is no range of the text, which has %" G_GINT64_FORMAT " characters",
                       i, span.start, span.end, length);
          return FALSE;
        }
      g_array_append_val (spans, span);
    }
  return TRUE;
}

static void
begin_extra (CorpusNativeExtra *self)
{
  if (self->writer != NULL)
    return;
  self->writer = corpus_json_writer_new ();
  corpus_json_writer_begin_object (self->writer);
}

/**
 * corpus_native_extra_add_others:
 * @self: what is kept
 * @object: an object
 * @known: (array zero-terminated=1): the names of the members that are known
 *
 * Keeps the members of an object that are not known.
 */
void
corpus_native_extra_add_others (CorpusNativeExtra *self,
                                const CorpusJson *object,
                                const char *const *known)
{
  for (guint i = 0;
       corpus_json_get_kind (object) == CORPUS_JSON_OBJECT && i < corpus_json_get_length (object);
       i++)
    {
      gsize n_name;
      const char *name = corpus_json_get_name (object, i, &n_name);

      if (n_name == strlen (name) && g_strv_contains (known, name))
        continue;
      begin_extra (self);
      corpus_json_writer_add_name_len (self->writer, name, n_name);
      corpus_json_writer_add_value (self->writer, corpus_json_get_at (object, i));
    }
}

/**
 * corpus_native_extra_add_nested:
 * @self: what is kept
 * @name: the name of an object inside
 * @json: (transfer full) (nullable): what is kept of it
 *
 * Keeps what an object inside has to be kept.
 */
void
corpus_native_extra_add_nested (CorpusNativeExtra *self,
                                const char *name,
                                char *json)
{
  g_autofree char *owned = json;

  if (owned == NULL)
    return;
  begin_extra (self);
  corpus_json_writer_add_name (self->writer, name);
  corpus_json_writer_add_json (self->writer, owned);
}

/**
 * corpus_native_extra_end:
 * @self: what is kept
 *
 * Returns: (transfer full) (nullable): it as a JSON object, %NULL where there is nothing; @self is empty then
 */
char *
corpus_native_extra_end (CorpusNativeExtra *self)
{
  char *json;

  if (self->writer == NULL)
    return NULL;
  corpus_json_writer_end_object (self->writer);
  json = g_strdup (corpus_json_writer_peek (self->writer, NULL));
  g_clear_pointer (&self->writer, corpus_json_writer_free);
  return json;
}
