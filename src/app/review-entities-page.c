/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-entities-page.h"

#include <glib/gi18n.h>

#include "app/review-field.h"
#include "app/review-task-bar.h"

struct _ReviewEntitiesPage
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkDropDown *label_filter;
  GtkDropDown *state_filter;
  AdwBin *list_bin;
  GtkRevealer *revealer;
  AdwComboRow *label;
  ReviewField *norm;
  GtkWidget *accept;
  GtkWidget *reject;
  GtkWidget *tasks;

  ReviewAnnotationList *list; /* borrowed */
  ReviewDesk *desk;
  gint64 shown_id; /* the entity below the list, 0: none */
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (ReviewEntitiesPage, review_entities_page, GTK_TYPE_WIDGET)

static const char *
label_at (ReviewEntitiesPage *self,
          guint index)
{
  CorpusTagset *tagset = review_desk_get_tagset (self->desk);

  if (tagset == NULL || index >= tagset->labels->len)
    return NULL;
  return ((CorpusLabel *) g_ptr_array_index (tagset->labels, index))->name;
}

/* The labels of the tag set, in the list to choose from and in the filter. */
static void
refresh_labels (ReviewEntitiesPage *self)
{
  CorpusTagset *tagset = review_desk_get_tagset (self->desk);
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) filters = gtk_string_list_new (NULL);

  gtk_string_list_append (filters, _ ("All labels"));
  for (guint i = 0; tagset != NULL && i < tagset->labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (tagset->labels, i);
      g_autofree char *choice = label->key != NULL ? g_strdup_printf ("%s  %s", label->key, label->name) : g_strdup (label->name);

      gtk_string_list_append (choices, choice);
      gtk_string_list_append (filters, label->name);
    }

  self->is_refreshing = TRUE;
  adw_combo_row_set_model (self->label, G_LIST_MODEL (choices));
  gtk_drop_down_set_model (self->label_filter, G_LIST_MODEL (filters));
  self->is_refreshing = FALSE;
}

static void
refresh_selected (ReviewEntitiesPage *self)
{
  CorpusEntity *entity = review_desk_get_selected_entity (self->desk);
  CorpusTagset *tagset = review_desk_get_tagset (self->desk);
  gint64 id = entity != NULL ? entity->id : 0;
  guint selected = GTK_INVALID_LIST_POSITION;

  gtk_revealer_set_reveal_child (self->revealer, entity != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), entity != NULL);
  if (id != self->shown_id)
    review_field_load (self->norm, entity != NULL ? entity->norm : NULL);
  else if (entity != NULL)
    review_field_update (self->norm, entity->norm);
  self->shown_id = id;
  if (entity == NULL)
    return;

  for (guint i = 0; tagset != NULL && i < tagset->labels->len; i++)
    if (g_strcmp0 (label_at (self, i), entity->label) == 0)
      selected = i;
  self->is_refreshing = TRUE;
  adw_combo_row_set_selected (self->label, selected);
  self->is_refreshing = FALSE;
  gtk_widget_set_sensitive (self->accept, entity->provenance.state != CORPUS_STATE_ACCEPTED);
  gtk_widget_set_sensitive (self->reject, entity->provenance.state != CORPUS_STATE_REJECTED);
}

static void
tagset_cb (ReviewEntitiesPage *self)
{
  refresh_labels (self);
  refresh_selected (self);
}

static void
filter_cb (ReviewEntitiesPage *self)
{
  guint label = gtk_drop_down_get_selected (self->label_filter);
  guint state = gtk_drop_down_get_selected (self->state_filter);

  /* The drop-downs also speak while the template is being built, before there is a list. */
  if (self->list == NULL || self->is_refreshing)
    return;
  review_annotation_list_set_filter (self->list,
                                     label > 0 && label != GTK_INVALID_LIST_POSITION ? label_at (self, label - 1) : NULL,
                                     state != GTK_INVALID_LIST_POSITION ? (int) state - 1 : -1);
}

static void
label_cb (ReviewEntitiesPage *self)
{
  const char *label = label_at (self, adw_combo_row_get_selected (self->label));

  if (!self->is_refreshing && self->shown_id != 0 && label != NULL)
    review_desk_relabel (self->desk, self->shown_id, label);
}

static void
norm_cb (ReviewEntitiesPage *self,
         const char *norm)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  CorpusEntity *entity = article != NULL ? corpus_article_find_entity (article, self->shown_id) : NULL;
  g_autoptr (CorpusEntity) copy = NULL;

  if (entity == NULL)
    return;
  copy = corpus_entity_copy (entity);
  g_free (copy->norm);
  copy->norm = g_strdup (norm);
  /* Translators: an entry of the history */
  review_desk_put_entity (self->desk, norm != NULL ? _ ("Set a canonical form") : _ ("Empty a canonical form"), copy);
}

static void
accept_cb (ReviewEntitiesPage *self)
{
  review_desk_decide (self->desk, self->shown_id, CORPUS_STATE_ACCEPTED);
}

static void
reject_cb (ReviewEntitiesPage *self)
{
  review_desk_decide (self->desk, self->shown_id, CORPUS_STATE_REJECTED);
}

static void
remove_cb (ReviewEntitiesPage *self)
{
  review_desk_remove (self->desk, self->shown_id);
}

static void
review_entities_page_dispose (GObject *object)
{
  ReviewEntitiesPage *self = REVIEW_ENTITIES_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->desk);
  self->list = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_ENTITIES_PAGE);
  /* That takes only the children that have a name here. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (review_entities_page_parent_class)->dispose (object);
}

static void
review_entities_page_class_init (ReviewEntitiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_entities_page_dispose;

  g_type_ensure (REVIEW_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corpusreview/CorpusReview/review-entities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, label_filter);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, state_filter);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, revealer);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, label);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, norm);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, accept);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, reject);
  gtk_widget_class_bind_template_child (widget_class, ReviewEntitiesPage, tasks);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, label_cb);
  gtk_widget_class_bind_template_callback (widget_class, norm_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, reject_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
review_entities_page_init (ReviewEntitiesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * review_entities_page_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the entities of its article
 */
GtkWidget *
review_entities_page_new (ReviewDesk *desk)
{
  ReviewEntitiesPage *self = g_object_new (REVIEW_TYPE_ENTITIES_PAGE, NULL);

  self->desk = g_object_ref (desk);
  self->list = REVIEW_ANNOTATION_LIST (review_annotation_list_new (desk, REVIEW_ANNOTATIONS_ENTITIES));
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->tasks), review_task_bar_new (desk, CORPUS_TASK_ENTITIES));
  g_signal_connect_object (desk, "notify::tagset", G_CALLBACK (tagset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (refresh_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "article-changed", G_CALLBACK (refresh_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::selected-id", G_CALLBACK (refresh_selected), self, G_CONNECT_SWAPPED);
  tagset_cb (self);
  return GTK_WIDGET (self);
}

/**
 * review_entities_page_commit:
 * @self: a page
 *
 * Makes what is being typed the value.
 *
 * Returns: whether nothing wrong is left
 */
gboolean
review_entities_page_commit (ReviewEntitiesPage *self)
{
  g_return_val_if_fail (REVIEW_IS_ENTITIES_PAGE (self), TRUE);
  return review_field_commit (self->norm);
}

/**
 * review_entities_page_focus_selected:
 * @self: a page
 *
 * Gives the focus to what can be mended of the selected entity, or to the list.
 *
 * Returns: whether anything took it
 */
gboolean
review_entities_page_focus_selected (ReviewEntitiesPage *self)
{
  g_return_val_if_fail (REVIEW_IS_ENTITIES_PAGE (self), FALSE);

  if (self->shown_id != 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->norm));
  return review_annotation_list_focus_selected (self->list);
}

/**
 * review_entities_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): its list
 */
ReviewAnnotationList *
review_entities_page_get_list (ReviewEntitiesPage *self)
{
  g_return_val_if_fail (REVIEW_IS_ENTITIES_PAGE (self), NULL);
  return self->list;
}
