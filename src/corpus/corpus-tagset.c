/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-tagset.h"

G_DEFINE_BOXED_TYPE (CorpusTagset, corpus_tagset, corpus_tagset_ref, corpus_tagset_unref)

static gpointer
copy_label (gconstpointer label,
            gpointer data)
{
  return corpus_label_copy (label);
}

static void
tagset_clear (gpointer data)
{
  CorpusTagset *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->labels);
  g_free (self->attributes);
  g_free (self->relations);
  g_free (self->guidelines);
  g_free (self->extra);
}

/**
 * corpus_tagset_new:
 * @name: of the tag set
 * @version: counts up with each change
 *
 * Returns: (transfer full): a tag set without labels
 */
CorpusTagset *
corpus_tagset_new (const char *name, int version)
{
  CorpusTagset *self = g_atomic_rc_box_new0 (CorpusTagset);

  self->name = g_strdup (name);
  self->version = version;
  self->labels = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_label_free);
  self->attributes = g_strdup ("[]");
  self->relations = g_strdup ("[]");
  self->guidelines = g_strdup ("");
  return self;
}

/**
 * corpus_tagset_copy:
 * @self: a tagset
 *
 * Returns: (transfer full): a copy with the same id, to be changed and put in the place of @self
 */
CorpusTagset *
corpus_tagset_copy (CorpusTagset *self)
{
  CorpusTagset *copy = g_atomic_rc_box_new0 (CorpusTagset);

  copy->name = g_strdup (self->name);
  copy->version = self->version;
  copy->labels = g_ptr_array_copy (self->labels, copy_label, NULL);
  g_ptr_array_set_free_func (copy->labels, (GDestroyNotify) corpus_label_free);
  copy->attributes = g_strdup (self->attributes);
  copy->relations = g_strdup (self->relations);
  copy->guidelines = g_strdup (self->guidelines);
  copy->extra = g_strdup (self->extra);
  return copy;
}

/**
 * corpus_tagset_ref:
 * @self: a tagset
 *
 * Returns: (transfer full): @self
 */
CorpusTagset *
corpus_tagset_ref (CorpusTagset *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * corpus_tagset_unref:
 * @self: (transfer full) (nullable): a tagset
 */
void
corpus_tagset_unref (CorpusTagset *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, tagset_clear);
}

/**
 * corpus_tagset_new_default:
 *
 * Returns: (transfer full): the tag set a new corpus begins with. The colours are the darker steps of the GNOME palette,
 *   apart in hue and in lightness.
 */
CorpusTagset *
corpus_tagset_new_default (void)
{
  static const struct
  {
    const char *name, *title, *colour, *key, *description;
  } labels[] = {
    { "PERSON", "Person", "#1a5fb4", "1", "A person by name, without titles." },
    { "ORG", "Organisation", "#813d9c", "2",
      "A named body: party, government, department, firm, school, paper." },
    { "LOC", "Place", "#26a269", "3",
      "A country, province, city, district, region, named facility or building." },
    { "POSITION", "Position", "#865e3c", "4",
      "A job title, with the body it names when the two are written as one." },
    { "EVENT", "Event", "#a51d2d", "5", "A named meeting, fair, exhibition or campaign." },
    { "POLICY", "Policy", "#0b7285", "6",
      "A named programme, strategy, plan, or a slogan used as a name." },
    { "DATE", "Date", "#5e5c64", "7",
      "A calendar expression with a number, or one that fixes a period." },
  };
  CorpusTagset *self = corpus_tagset_new ("news", 1);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_ptr_array_add (self->labels,
                     corpus_label_new (labels[i].name, labels[i].title, labels[i].colour,
                                       labels[i].key, labels[i].description));
  return self;
}

/**
 * corpus_tagset_find_label:
 * @self: a tag set
 * @name: the name of a label
 *
 * Returns: (transfer none) (nullable): the label of that name
 */
CorpusLabel *
corpus_tagset_find_label (CorpusTagset *self,
                          const char *name)
{
  for (guint i = 0; i < self->labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (self->labels, i);

      if (g_str_equal (label->name, name))
        return label;
    }
  return NULL;
}
