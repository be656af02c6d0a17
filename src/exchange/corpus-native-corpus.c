/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines, version 1: the reader of the corpus line. */

#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-native-parts.h"
#include "exchange/corpus-native-values.h"
#include "exchange/corpus-native.h"

static gboolean
read_label (const CorpusJson *object,
            CorpusTagset *tagset,
            GError **error)
{
  g_autoptr (CorpusLabel) label = g_new0 (CorpusLabel, 1);

  if (!corpus_native_need_text (object, "name", &label->name, error) ||
      !corpus_native_get_text (object, "title", &label->title, error) ||
      !corpus_native_get_text (object, "colour", &label->colour, error) ||
      !corpus_native_get_text (object, "key", &label->key, error) ||
      !corpus_native_get_text (object, "description", &label->description, error) ||
      !corpus_native_get_text (object, "parent", &label->parent, error))
    return FALSE;
  label->extra = corpus_json_dup_others (object, corpus_native_label_members);
  g_ptr_array_add (tagset->labels, g_steal_pointer (&label));
  return TRUE;
}

static CorpusTagset *
read_tagset (const CorpusJson *object,
             GError **error)
{
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new ("", 1);
  const CorpusJson *labels, *attributes, *relations;
  gint64 version = 1;

  if (!corpus_native_get_text (object, "name", &tagset->name, error) ||
      !corpus_native_get_objects (object, "labels", &labels, error) ||
      !corpus_native_get_array (object, "attributes", &attributes, error) ||
      !corpus_native_get_objects (object, "relations", &relations, error) ||
      !corpus_native_get_text (object, "guidelines", &tagset->guidelines, error))
    return NULL;
  if (corpus_json_get_int (corpus_json_find (object, "version"), &version) && version > 0 &&
      version <= G_MAXINT)
    tagset->version = (int) version;
  for (guint i = 0; i < corpus_json_get_length (labels); i++)
    if (!read_label (corpus_json_get_at (labels, i), tagset, error))
      {
        g_prefix_error (error, "labels[%u].", i);
        return NULL;
      }
  if (attributes != NULL)
    {
      g_free (tagset->attributes);
      tagset->attributes = corpus_json_to_text (attributes);
    }
  if (relations != NULL)
    {
      g_free (tagset->relations);
      tagset->relations = corpus_json_to_text (relations);
    }
  tagset->extra = corpus_json_dup_others (object, corpus_native_tagset_members);
  return g_steal_pointer (&tagset);
}

/**
 * corpus_native_read_corpus:
 * @object: a corpus line
 * @line: where what it says is put
 * @error: return location for an error
 *
 * Returns: %FALSE with a #CorpusExchangeError
 */
gboolean
corpus_native_read_corpus (const CorpusJson *object,
                           CorpusNativeLine *line,
                           GError **error)
{
  const CorpusJson *people, *tagset;
  CorpusNativeExtra extra = { 0 }, inner = { 0 };

  line->people = g_ptr_array_new_with_free_func (g_free);
  if (!corpus_native_get_text (object, "title", &line->title, error) ||
      !corpus_native_get_object (object, "tagset", &tagset, error) ||
      !corpus_native_get_objects (object, "people", &people, error))
    return FALSE;
  if (tagset != NULL)
    {
      line->tagset = read_tagset (tagset, error);
      if (line->tagset == NULL)
        {
          g_prefix_error (error, "tagset.");
          return FALSE;
        }
    }
  for (guint i = 0; i < corpus_json_get_length (people); i++)
    {
      const CorpusJson *person = corpus_json_get_at (people, i);
      g_autofree char *id = NULL, *name = NULL;

      if (!corpus_native_need_text (person, "id", &id, error) ||
          !corpus_native_get_text (person, "name", &name, error))
        {
          g_prefix_error (error, "people[%u].", i);
          g_free (corpus_native_extra_end (&inner));
          return FALSE;
        }
      corpus_native_extra_add_nested (
          &inner, id, corpus_json_dup_others (person, corpus_native_person_members));
      g_ptr_array_add (line->people, g_steal_pointer (&id));
      g_ptr_array_add (line->people, name != NULL ? g_steal_pointer (&name) : g_strdup (""));
    }
  corpus_native_extra_add_nested (&extra, "people", corpus_native_extra_end (&inner));
  corpus_native_extra_add_others (&extra, object, corpus_native_corpus_members);
  line->extra = corpus_native_extra_end (&extra);
  return TRUE;
}
