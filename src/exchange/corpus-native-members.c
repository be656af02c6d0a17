/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The members that many objects of the native format have in common. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-members.h"

#include <string.h>

#include "exchange/corpus-native.h"
#include "text/corpus-id.h"

/* A member whose value is a string; NULL is null. */
void
corpus_native_add_string (CorpusNativeWriter *self,
                          const char *name,
                          const char *value)
{
  corpus_json_writer_add_name (self->json, name);
  corpus_json_writer_add_string (self->json, value);
}

/* `format` and `version`. */
void
corpus_native_add_format (CorpusNativeWriter *self,
                          const char *format)
{
  corpus_native_add_string (self, "format", format);
  corpus_json_writer_add_name (self->json, "version");
  corpus_json_writer_add_int (self->json, CORPUS_NATIVE_VERSION);
}

/* A member whose value is a list of strings; NULL is empty. */
void
corpus_native_add_strings (CorpusNativeWriter *self,
                           const char *name,
                           char **values)
{
  corpus_json_writer_add_name (self->json, name);
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    corpus_json_writer_add_string (self->json, values[i]);
  corpus_json_writer_end_array (self->json);
}

/* @extra as it was kept; NULL where there is nothing. */
CorpusJson *
corpus_native_parse_extra (const char *extra)
{
  return extra != NULL ? corpus_json_parse (extra, -1, NULL) : NULL;
}

/* The members that stand in the object itself: those of a known name belong to the objects inside. */
void
corpus_native_add_others (CorpusNativeWriter *self,
                          const CorpusJson *extra,
                          const char *const *known)
{
  for (guint i = 0; i < corpus_json_get_length (extra); i++)
    {
      gsize n_name;
      const char *name = corpus_json_get_name (extra, i, &n_name);

      if (n_name == strlen (name) && g_strv_contains (known, name))
        continue;
      corpus_json_writer_add_name_len (self->json, name, n_name);
      corpus_json_writer_add_value (self->json, corpus_json_get_at (extra, i));
    }
}

/* As corpus_native_add_others(), of an object kept as text. */
void
corpus_native_add_extra (CorpusNativeWriter *self,
                         const char *extra,
                         const char *const *known)
{
  g_autoptr (CorpusJson) value = corpus_native_parse_extra (extra);

  corpus_native_add_others (self, value, known);
}

/* An id, in the form it came in; 0 is null. */
void
corpus_native_add_id (CorpusNativeWriter *self,
                      const char *name,
                      gint64 id)
{
  g_autofree char *own = NULL;
  const char *foreign = id != 0 ? g_hash_table_lookup (self->foreign_ids, &id) : NULL;

  if (foreign == NULL && id != 0)
    own = corpus_id_to_string (id);
  corpus_native_add_string (self, name, foreign != NULL ? foreign : own);
}

/* `source`: the pieces of an anchor, by page. */
void
corpus_native_add_source (CorpusNativeWriter *self,
                          GArray *pieces)
{
  corpus_json_writer_add_name (self->json, "source");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < pieces->len; i++)
    {
      const CorpusPiece *piece = corpus_piece_at (pieces, i);

      for (guint j = 0; j < self->pages->len; j++)
        {
          if (((CorpusPage *) g_ptr_array_index (self->pages, j))->id != piece->page_id)
            continue;
          corpus_json_writer_begin_array (self->json);
          corpus_json_writer_add_int (self->json, j);
          corpus_json_writer_add_int (self->json, piece->start);
          corpus_json_writer_add_int (self->json, piece->end);
          corpus_json_writer_end_array (self->json);
        }
    }
  corpus_json_writer_end_array (self->json);
}

/* `spans`, `source`, `text`; @inferred is what a filler says that has no source. */
void
corpus_native_add_anchor (CorpusNativeWriter *self,
                          GArray *pieces,
                          const char *inferred)
{
  g_autoptr (GArray) spans = corpus_text_map_pieces (self->text, pieces, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  corpus_json_writer_add_name (self->json, "spans");
  corpus_json_writer_begin_array (self->json);
  for (guint i = 0; i < spans->len; i++)
    {
      const CorpusSpan span = g_array_index (spans, CorpusSpan, i);
      g_autofree char *part =
          corpus_chars_dup_range (corpus_text_get_chars (self->text), span.start, span.end);

      g_string_append (words, part);
      corpus_json_writer_begin_array (self->json);
      corpus_json_writer_add_int (self->json, span.start);
      corpus_json_writer_add_int (self->json, span.end);
      corpus_json_writer_end_array (self->json);
    }
  corpus_json_writer_end_array (self->json);
  corpus_native_add_source (self, pieces);
  corpus_native_add_string (self, "text", pieces->len == 0 ? inferred : words->str);
}

/* `origin`, `state`, `confidence`. */
void
corpus_native_add_provenance (CorpusNativeWriter *self,
                              const CorpusProvenance *provenance)
{
  corpus_native_add_string (self, "origin", corpus_origin_to_string (provenance->origin));
  corpus_native_add_string (self, "state", corpus_state_to_string (provenance->state));
  corpus_json_writer_add_name (self->json, "confidence");
  if (provenance->confidence >= 0)
    corpus_json_writer_add_double (self->json, provenance->confidence);
  else
    corpus_json_writer_add_null (self->json);
}

/* `origin`, `state`, `confidence`, `by`, `at`. */
void
corpus_native_add_decision (CorpusNativeWriter *self,
                            const CorpusProvenance *provenance)
{
  corpus_native_add_provenance (self, provenance);
  corpus_native_add_string (self, "by", provenance->by);
  corpus_native_add_string (self, "at", provenance->at);
}

/* `was`, `note`. */
void
corpus_native_add_was_and_note (CorpusNativeWriter *self,
                                const CorpusProvenance *provenance,
                                const char *note)
{
  corpus_json_writer_add_name (self->json, "was");
  corpus_json_writer_add_json (self->json, provenance->was);
  corpus_native_add_string (self, "note", note);
}
