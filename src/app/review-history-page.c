/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits of the article, read from the store whenever one is made, undone or redone. While the page is not seen nothing
 * is read: it catches up when it is opened. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-history-page.h"

#include <glib/gi18n.h>

#include "app/review-words.h"

/* So many edits of an article are shown. */
#define MAX_LINES 500

/* A line of the history as an object, for the list. */
#define REVIEW_TYPE_HISTORY_ITEM (review_history_item_get_type ())
G_DECLARE_FINAL_TYPE (ReviewHistoryItem, review_history_item, REVIEW, HISTORY_ITEM, GObject)

struct _ReviewHistoryItem
{
  GObject parent_instance;

  CorpusHistoryLine *line;
};

G_DEFINE_FINAL_TYPE (ReviewHistoryItem, review_history_item, G_TYPE_OBJECT)

static void
review_history_item_finalize (GObject *object)
{
  g_clear_pointer (&REVIEW_HISTORY_ITEM (object)->line, corpus_history_line_free);

  G_OBJECT_CLASS (review_history_item_parent_class)->finalize (object);
}

static void
review_history_item_class_init (ReviewHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_history_item_finalize;
}

static void
review_history_item_init (ReviewHistoryItem *self)
{
}

struct _ReviewHistoryPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *empty;
  GListStore *lines; /* ReviewHistoryItem */

  ReviewDesk *desk;
  CorpusWorker *worker; /* the one whose changes are listened to, NULL: none */
  gulong changed_id;
  GCancellable *loading; /* NULL: nothing is being read */
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (ReviewHistoryPage, review_history_page, GTK_TYPE_WIDGET)

static void
show_lines (ReviewHistoryPage *self,
            GPtrArray *lines)
{
  guint n_lines = lines != NULL ? lines->len : 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_lines; i++)
    {
      ReviewHistoryItem *item = g_object_new (REVIEW_TYPE_HISTORY_ITEM, NULL);

      item->line = g_steal_pointer (&g_ptr_array_index (lines, i));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->lines, 0, g_list_model_get_n_items (G_LIST_MODEL (self->lines)), items->pdata, items->len);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), n_lines > 0 ? self->list : self->empty);
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (ReviewHistoryPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = corpus_worker_load_history_finish (CORPUS_WORKER (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->loading);
  if (self->desk == NULL)
    return;

  if (error != NULL)
    gtk_label_set_label (GTK_LABEL (self->empty), error->message);
  else
    gtk_label_set_label (GTK_LABEL (self->empty), _ ("Nothing has been changed in this article yet. Whatever you do to it will be listed here."));
  /* The lines pass over to the items of the list. */
  if (lines != NULL)
    g_ptr_array_set_free_func (lines, NULL);
  show_lines (self, lines);
}

static void
reload (ReviewHistoryPage *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }
  self->is_stale = FALSE;
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (article == NULL || self->worker == NULL)
    {
      show_lines (self, NULL);
      return;
    }
  self->loading = g_cancellable_new ();
  corpus_worker_load_history_async (self->worker, corpus_article_get_id (article), MAX_LINES, self->loading, loaded_cb,
                                    g_object_ref (self));
}

static void
changed_cb (ReviewHistoryPage *self,
            CorpusChange *change)
{
  CorpusArticle *article = review_desk_get_article (self->desk);

  if (article != NULL && (change->is_everything || corpus_change_touches (change, corpus_article_get_id (article))))
    reload (self);
}

static void
worker_cb (ReviewHistoryPage *self)
{
  CorpusWorker *worker = review_desk_get_worker (self->desk);

  if (self->worker != NULL)
    g_clear_signal_handler (&self->changed_id, self->worker);
  g_set_object (&self->worker, worker);
  if (worker != NULL)
    self->changed_id = g_signal_connect_object (worker, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
map_cb (ReviewHistoryPage *self)
{
  if (self->is_stale)
    reload (self);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *details = new_label ("caption");

  gtk_widget_add_css_class (details, "dim-label");
  gtk_widget_add_css_class (box, "history");
  gtk_box_append (GTK_BOX (box), new_label (NULL));
  gtk_box_append (GTK_BOX (box), details);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  ReviewHistoryItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *verb = gtk_widget_get_first_child (box);
  GtkWidget *parent = gtk_widget_get_parent (box);
  g_autofree char *time = review_words_dup_time (item->line->at);
  g_autofree char *details = NULL;
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  if (g_strcmp0 (item->line->kind, "undo") == 0)
    /* Translators: an entry of the history: an edit was undone; the edit follows */
    words = g_strdup_printf (_ ("Undo: %s"), item->line->verb);
  else if (g_strcmp0 (item->line->kind, "redo") == 0)
    words = g_strdup_printf (_ ("Redo: %s"), item->line->verb);
  else
    words = g_strdup (item->line->verb);

  if (item->line->by != NULL && item->line->is_undone)
    /* Translators: who made an edit and when, and that it was undone since */
    details = g_strdup_printf (_ ("%1$s · %2$s · undone"), item->line->by, time);
  else if (item->line->by != NULL)
    details = g_strdup_printf ("%s · %s", item->line->by, time);
  else
    details = g_strdup (time);

  gtk_label_set_label (GTK_LABEL (verb), words);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (verb)), details);
  if (item->line->is_undone)
    gtk_widget_add_css_class (box, "undone");
  else
    gtk_widget_remove_css_class (box, "undone");
  spoken = g_strdup_printf ("%s, %s", words, details);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
review_history_page_dispose (GObject *object)
{
  ReviewHistoryPage *self = REVIEW_HISTORY_PAGE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (self->worker != NULL)
    g_clear_signal_handler (&self->changed_id, self->worker);
  g_clear_object (&self->worker);
  g_clear_object (&self->desk);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (review_history_page_parent_class)->dispose (object);
}

static void
review_history_page_class_init (ReviewHistoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_history_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
review_history_page_init (ReviewHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *model;
  GtkWidget *view;

  self->lines = g_list_store_new (REVIEW_TYPE_HISTORY_ITEM);
  model = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_widget_add_css_class (view, "annotations");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("History"), -1);
  self->list = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->list), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->list), view);

  self->empty = gtk_label_new (_ ("Whatever you do to an article will be listed here."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "empty-place");

  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_stack_add_child (GTK_STACK (self->stack), self->list);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/**
 * review_history_page_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the history of its article
 */
GtkWidget *
review_history_page_new (ReviewDesk *desk)
{
  ReviewHistoryPage *self = g_object_new (REVIEW_TYPE_HISTORY_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::worker", G_CALLBACK (worker_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  worker_cb (self);
  return GTK_WIDGET (self);
}
