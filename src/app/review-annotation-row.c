/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-annotation-row.h"

#include <glib/gi18n.h>

#include "app/review-chip.h"
#include "app/review-words.h"

/* Below this a suggestion is marked as doubtful, as on the paper. */
#define DOUBTFUL 0.5

struct _ReviewAnnotationRow
{
  GtkWidget parent_instance;

  GtkWidget *glyph;
  GtkWidget *chip;
  GtkWidget *text;
  GtkWidget *details;
  GtkWidget *aside;

  ReviewAnnotationItem *item;
  gulong changed_id;
  CorpusTagset *tagset;
};

G_DEFINE_FINAL_TYPE (ReviewAnnotationRow, review_annotation_row, GTK_TYPE_WIDGET)

/* What stands at the end of the row: of an entity how often it is named, of an indicator how the number is meant. */
static char *
dup_aside (ReviewAnnotationItem *item)
{
  CorpusIndicator *indicator = review_annotation_item_get_indicator (item);
  guint count = review_annotation_item_get_count (item);

  if (indicator == NULL)
    /* Translators: how often an entity is named in the article */
    return count > 1 ? g_strdup_printf (_ ("×%u"), count) : g_strdup ("");
  if (indicator->direction != CORPUS_DIRECTION_NONE)
    return g_strdup_printf ("%s %s %s", indicator->cmp == CORPUS_CMP_EQ ? "" : review_words_cmp_glyph (indicator->cmp),
                            review_words_direction_glyph (indicator->direction), review_words_basis_short (indicator->basis));
  return g_strdup (review_words_cmp_glyph (indicator->cmp));
}

static void
refresh (ReviewAnnotationRow *self)
{
  CorpusEntity *entity = review_annotation_item_get_entity (self->item);
  CorpusIndicator *indicator = review_annotation_item_get_indicator (self->item);
  const CorpusProvenance *provenance = entity != NULL ? &entity->provenance : &indicator->provenance;
  g_autofree char *text = review_annotation_item_dup_text (self->item);
  g_autofree char *details = review_annotation_item_dup_details (self->item);
  g_autofree char *aside = dup_aside (self->item);
  g_autofree char *spoken = review_annotation_item_dup_spoken (self->item);
  gboolean is_doubtful = provenance->state == CORPUS_STATE_SUGGESTED && provenance->confidence >= 0 &&
                         provenance->confidence < DOUBTFUL;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_label_set_label (GTK_LABEL (self->glyph), is_doubtful ? "?" : review_words_state_glyph (provenance->state));
  gtk_widget_set_tooltip_text (self->glyph, is_doubtful ? _ ("doubtful") : review_words_state (provenance->state));
  gtk_label_set_label (GTK_LABEL (self->text), text);
  gtk_widget_set_tooltip_text (self->text, text);
  gtk_label_set_label (GTK_LABEL (self->details), details != NULL ? details : "");
  gtk_widget_set_visible (self->details, details != NULL);
  gtk_label_set_label (GTK_LABEL (self->aside), aside);
  gtk_widget_set_visible (self->chip, entity != NULL);
  if (entity != NULL)
    {
      CorpusLabel *label = self->tagset != NULL ? corpus_tagset_find_label (self->tagset, entity->label) : NULL;

      review_chip_set (REVIEW_CHIP (self->chip), entity->label, label != NULL ? label->colour : NULL);
    }
  if (provenance->state == CORPUS_STATE_REJECTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rejected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rejected");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* The list gives the focus to its own widget around the row, which has no name of its own before GTK 4.12. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
review_annotation_row_dispose (GObject *object)
{
  ReviewAnnotationRow *self = REVIEW_ANNOTATION_ROW (object);
  GtkWidget *child;

  review_annotation_row_bind (self, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (review_annotation_row_parent_class)->dispose (object);
}

static void
review_annotation_row_class_init (ReviewAnnotationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_annotation_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "annotation");
}

static void
review_annotation_row_init (ReviewAnnotationRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->glyph = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->glyph, "glyph");
  gtk_label_set_width_chars (GTK_LABEL (self->glyph), 2);
  gtk_widget_set_valign (self->glyph, GTK_ALIGN_START);
  gtk_widget_set_parent (self->glyph, GTK_WIDGET (self));

  self->chip = review_chip_new ();
  gtk_box_append (GTK_BOX (first), self->chip);
  self->text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->text, "text");
  gtk_label_set_xalign (GTK_LABEL (self->text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_box_append (GTK_BOX (first), self->text);
  gtk_box_append (GTK_BOX (words), first);

  self->details = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->details, "caption");
  gtk_widget_add_css_class (self->details, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->details), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->details), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (words), self->details);
  gtk_widget_set_parent (words, GTK_WIDGET (self));

  self->aside = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->aside, "numeric");
  gtk_widget_set_valign (self->aside, GTK_ALIGN_START);
  gtk_widget_set_parent (self->aside, GTK_WIDGET (self));
}

/**
 * review_annotation_row_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
review_annotation_row_new (void)
{
  return g_object_new (REVIEW_TYPE_ANNOTATION_ROW, NULL);
}

/**
 * review_annotation_row_bind:
 * @self: a row
 * @item: (nullable): what it shows from now on
 * @tagset: (nullable): where the colours of labels come from
 */
void
review_annotation_row_bind (ReviewAnnotationRow *self,
                            ReviewAnnotationItem *item,
                            CorpusTagset *tagset)
{
  g_return_if_fail (REVIEW_IS_ANNOTATION_ROW (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->changed_id, self->item);
  g_set_object (&self->item, item);
  g_clear_pointer (&self->tagset, corpus_tagset_unref);
  if (item == NULL)
    return;

  self->tagset = tagset != NULL ? corpus_tagset_ref (tagset) : NULL;
  self->changed_id = g_signal_connect_swapped (item, "changed", G_CALLBACK (refresh), self);
  refresh (self);
}
