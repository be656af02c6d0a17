/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-inspector.h"

#include <glib/gi18n.h>

#include "app/review-entities-page.h"
#include "app/review-history-page.h"
#include "app/review-indicators-page.h"
#include "app/review-metadata-page.h"

struct _ReviewInspector
{
  AdwBin parent_instance;

  /* Children */
  GtkStack *pages;
  ReviewMetadataPage *metadata;
  ReviewEntitiesPage *entities;
  ReviewIndicatorsPage *indicators;

  ReviewDesk *desk;
};

G_DEFINE_FINAL_TYPE (ReviewInspector, review_inspector, ADW_TYPE_BIN)

static void
set_title (ReviewInspector *self,
           GtkWidget *page,
           const char *title,
           guint n_items)
{
  GtkStackPage *stack_page = gtk_stack_get_page (self->pages, page);
  g_autofree char *with_count = n_items > 0 ? g_strdup_printf ("%s %u", title, n_items) : g_strdup (title);

  gtk_stack_page_set_title (stack_page, with_count);
}

static void
refresh_titles (ReviewInspector *self)
{
  set_title (self, GTK_WIDGET (self->entities), _ ("Entities"),
             review_annotation_list_get_n_items (review_entities_page_get_list (self->entities)));
  set_title (self, GTK_WIDGET (self->indicators), _ ("Indicators"),
             review_annotation_list_get_n_items (review_indicators_page_get_list (self->indicators)));
}

/* What is selected in the text is shown on the page it belongs to; somebody who is filling in the metadata is left alone. */
static void
selected_cb (ReviewInspector *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  if (g_strcmp0 (page, "entities") == 0 && review_desk_get_selected_indicator (self->desk) != NULL)
    gtk_stack_set_visible_child_name (self->pages, "indicators");
  else if (g_strcmp0 (page, "indicators") == 0 && review_desk_get_selected_entity (self->desk) != NULL)
    gtk_stack_set_visible_child_name (self->pages, "entities");
}

static void
review_inspector_dispose (GObject *object)
{
  g_clear_object (&REVIEW_INSPECTOR (object)->desk);

  G_OBJECT_CLASS (review_inspector_parent_class)->dispose (object);
}

static void
review_inspector_class_init (ReviewInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_inspector_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "inspector");
  /* Here and not only in the window: a toast would take the key, and what is meant for the paper be typed into a field. */
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "win.focus-paper", NULL);
}

static void
review_inspector_init (ReviewInspector *self)
{
}

/**
 * review_inspector_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the pane beside the paper
 */
GtkWidget *
review_inspector_new (ReviewDesk *desk)
{
  ReviewInspector *self = g_object_new (REVIEW_TYPE_INSPECTOR, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *history = review_history_page_new (desk);

  self->desk = g_object_ref (desk);
  self->metadata = REVIEW_METADATA_PAGE (review_metadata_page_new (desk));
  self->entities = REVIEW_ENTITIES_PAGE (review_entities_page_new (desk));
  self->indicators = REVIEW_INDICATORS_PAGE (review_indicators_page_new (desk));

  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->metadata), "metadata", _ ("Metadata"));
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->entities), "entities", _ ("Entities"));
  gtk_stack_add_titled (self->pages, GTK_WIDGET (self->indicators), "indicators", _ ("Indicators"));
  gtk_stack_add_titled (self->pages, history, "history", _ ("History"));
  /* As wide as the page needs: a stack of one width and many heights asks for the natural width of its widest page. */
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->pages);

  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (review_entities_page_get_list (self->entities), "notify::n-items", G_CALLBACK (refresh_titles),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (review_indicators_page_get_list (self->indicators), "notify::n-items",
                           G_CALLBACK (refresh_titles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::selected-id", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  refresh_titles (self);
  return GTK_WIDGET (self);
}

/**
 * review_inspector_show_page:
 * @self: the inspector
 * @page: "metadata", "entities", "indicators" or "history"
 */
void
review_inspector_show_page (ReviewInspector *self,
                            const char *page)
{
  g_return_if_fail (REVIEW_IS_INSPECTOR (self));
  gtk_stack_set_visible_child_name (self->pages, page);
}

/**
 * review_inspector_focus_selected:
 * @self: the inspector
 *
 * Goes to the page of the selected annotation and gives the focus to what is mended most there; with nothing selected, to the
 * page that is open.
 *
 * Returns: whether anything took the focus
 */
gboolean
review_inspector_focus_selected (ReviewInspector *self)
{
  g_return_val_if_fail (REVIEW_IS_INSPECTOR (self), FALSE);

  if (review_desk_get_selected_entity (self->desk) != NULL)
    {
      review_inspector_show_page (self, "entities");
      return review_entities_page_focus_selected (self->entities);
    }
  if (review_desk_get_selected_indicator (self->desk) != NULL)
    {
      review_inspector_show_page (self, "indicators");
      return review_indicators_page_focus_selected (self->indicators);
    }
  return gtk_widget_child_focus (gtk_stack_get_visible_child (self->pages), GTK_DIR_TAB_FORWARD);
}

/**
 * review_inspector_commit:
 * @self: the inspector
 *
 * Makes what is being typed anywhere in it the value. To be called before the desk goes to another article, before an
 * undo, and before the window closes, when the focus may still be in a field.
 *
 * Returns: whether nothing wrong is left; what is wrong shows its error and is not written
 */
gboolean
review_inspector_commit (ReviewInspector *self)
{
  gboolean is_right;

  g_return_val_if_fail (REVIEW_IS_INSPECTOR (self), TRUE);

  is_right = review_metadata_page_commit (self->metadata);
  is_right = review_entities_page_commit (self->entities) && is_right;
  return review_indicators_page_commit (self->indicators) && is_right;
}
