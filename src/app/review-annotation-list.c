/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list behind two pages of the inspector.
 *
 * A refresh keeps the item objects of the annotations that are still there and replaces only the stretch of the list that differs, so
 * that neither the selection nor the place it is scrolled to is lost. The selection is a mirror of the desk's: it is set
 * from there with is_syncing up, and only a choice made while that is down goes to the desk. A filter that hides the
 * selected row does not unselect it on the desk. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-annotation-list.h"

#include <glib/gi18n.h>

#include "app/review-annotation-row.h"

struct _ReviewAnnotationList
{
  AdwBin parent_instance;

  GtkWidget *view;
  GtkWidget *empty;
  GtkWidget *stack;

  ReviewDesk *desk;
  ReviewAnnotations which;
  GListStore *items;
  GtkFilter *filter;
  GtkSingleSelection *selection;

  char *label; /* NULL: every label */
  int state;   /* -1: every state */
  guint n_items;
  gint64 article_id;
  guint scroll_tick; /* 0: none */
  gboolean is_syncing;
};

G_DEFINE_FINAL_TYPE (ReviewAnnotationList, review_annotation_list, ADW_TYPE_BIN)

enum
{
  PROP_N_ITEMS = 1,
};

static GParamSpec *props[PROP_N_ITEMS + 1];

static gboolean
matches (gpointer item,
         gpointer data)
{
  ReviewAnnotationList *self = data;
  CorpusEntity *entity = review_annotation_item_get_entity (item);

  if (self->label != NULL && (entity == NULL || g_strcmp0 (entity->label, self->label) != 0))
    return FALSE;
  return self->state < 0 || (int) review_annotation_item_get_state (item) == self->state;
}

static void
show_selected (ReviewAnnotationList *self)
{
  gint64 id = review_desk_get_selected_id (self->desk);
  GListModel *shown = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; id != 0 && i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (ReviewAnnotationItem) item = g_list_model_get_item (shown, i);

      if (review_annotation_item_get_id (item) == id)
        position = i;
    }

  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      self->is_syncing = TRUE;
      gtk_single_selection_set_selected (self->selection, position);
      self->is_syncing = FALSE;
      if (position != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (self->view))
        gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
    }
}

static void
selected_cb (ReviewAnnotationList *self)
{
  ReviewAnnotationItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->is_syncing && item != NULL)
    review_desk_select (self->desk, review_annotation_item_get_id (item));
}

/* Brings the selected row into view when the page is opened. */
static void
map_cb (ReviewAnnotationList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static gboolean
scroll_cb (GtkWidget *view,
           GdkFrameClock *clock,
           gpointer data)
{
  ReviewAnnotationList *self = data;

  self->scroll_tick = 0;
  map_cb (self);
  return G_SOURCE_REMOVE;
}

/* The selected row stays in view when the list gets another height: its page was opened only now, or the editor below it was. */
static void
page_size_cb (ReviewAnnotationList *self)
{
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (self->view, scroll_cb, self, NULL);
}

/* Words and label of an entity in one string, to count its mentions by. */
static char *
dup_key (CorpusEntity *entity)
{
  g_autofree char *text = corpus_pieces_dup_text (entity->pieces);

  return g_strconcat (entity->label, "\n", text, NULL);
}

static GHashTable *
count_mentions (GPtrArray *entities)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      char *key;
      guint count;

      if (entity->provenance.state == CORPUS_STATE_REJECTED)
        continue;
      key = dup_key (entity);
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_replace (counts, key, GUINT_TO_POINTER (count + 1));
    }
  return counts;
}

typedef struct
{
  gint64 id;
  gpointer value;
  CorpusSpan extent;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->extent.start != second->extent.start)
    return first->extent.start < second->extent.start ? -1 : 1;
  /* The outer one of two that begin together comes first. */
  if (first->extent.end != second->extent.end)
    return first->extent.end > second->extent.end ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GArray *
pieces_of (ReviewAnnotationList *self,
           gpointer value)
{
  CorpusIndicator *indicator = value;

  if (self->which == REVIEW_ANNOTATIONS_ENTITIES)
    return ((CorpusEntity *) value)->pieces;
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    for (guint i = 0; i < indicator->slots[slot]->len; i++)
      {
        CorpusFiller *filler = g_ptr_array_index (indicator->slots[slot], i);

        if (filler->pieces->len > 0)
          return filler->pieces;
      }
  return NULL;
}

/* The annotations of the article in the order they are read. */
static GArray *
list_entries (ReviewAnnotationList *self,
              CorpusArticle *article)
{
  GPtrArray *members = self->which == REVIEW_ANNOTATIONS_ENTITIES ? corpus_article_get_entities (article)
                                                                  : corpus_article_get_indicators (article);
  GArray *entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), members->len);

  for (guint i = 0; i < members->len; i++)
    {
      gpointer value = g_ptr_array_index (members, i);
      GArray *pieces = pieces_of (self, value);
      Entry entry = { *(gint64 *) value, value, { G_MAXINT64, G_MAXINT64 } };

      if (pieces != NULL)
        entry.extent = corpus_article_get_extent (article, pieces);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static gint64
id_at (ReviewAnnotationList *self,
       guint position)
{
  g_autoptr (ReviewAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return review_annotation_item_get_id (item);
}

/* Makes the list have the ids of @entries in their order, touching only what differs. */
static void
splice_items (ReviewAnnotationList *self,
              GArray *entries)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_new = entries->len;
  guint n_head = 0, n_tail = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (n_head < MIN (n_old, n_new) && id_at (self, n_head) == g_array_index (entries, Entry, n_head).id)
    n_head++;
  while (n_tail < MIN (n_old, n_new) - n_head &&
         id_at (self, n_old - 1 - n_tail) == g_array_index (entries, Entry, n_new - 1 - n_tail).id)
    n_tail++;
  if (n_head == n_old && n_head == n_new)
    return;

  for (guint i = n_head; i < n_new - n_tail; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      ReviewAnnotationItem *item = review_annotation_item_new (entry->id);

      if (self->which == REVIEW_ANNOTATIONS_ENTITIES)
        review_annotation_item_set (item, entry->value, NULL, i + 1, n_new, 1);
      else
        review_annotation_item_set (item, NULL, entry->value, i + 1, n_new, 1);
      g_ptr_array_add (added, item);
    }
  g_list_store_splice (self->items, n_head, n_old - n_head - n_tail, added->pdata, added->len);
}

static void
refresh (ReviewAnnotationList *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  gint64 article_id = article != NULL ? corpus_article_get_id (article) : 0;
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GHashTable) counts = NULL;
  guint n_items = 0;

  self->is_syncing = TRUE;
  if (article_id != self->article_id)
    g_list_store_remove_all (self->items);
  self->article_id = article_id;

  if (article != NULL)
    {
      entries = list_entries (self, article);
      counts = count_mentions (corpus_article_get_entities (article));
      splice_items (self, entries);
    }
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      g_autoptr (ReviewAnnotationItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      gpointer value = g_array_index (entries, Entry, i).value;

      if (self->which == REVIEW_ANNOTATIONS_ENTITIES)
        {
          g_autofree char *key = dup_key (value);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

          review_annotation_item_set (item, value, NULL, i + 1, entries->len, count);
        }
      else
        {
          review_annotation_item_set (item, NULL, value, i + 1, entries->len, 1);
        }
      if (review_annotation_item_get_state (item) != CORPUS_STATE_REJECTED)
        n_items++;
    }
  if (self->label != NULL || self->state >= 0)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->is_syncing = FALSE;
  show_selected (self);

  if (self->n_items != n_items)
    {
      self->n_items = n_items;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_ITEMS]);
    }
}

static void
update_empty (ReviewAnnotationList *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  const char *words = _ ("Nothing matches");

  if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0)
    words = self->which == REVIEW_ANNOTATIONS_ENTITIES
                ? _ ("No entities yet. Select words in the text and press 1 to 9.")
                : _ ("No indicators yet. Select a figure in the text and press 0.");
  gtk_label_set_label (GTK_LABEL (self->empty), words);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), is_empty ? self->empty : gtk_widget_get_parent (self->view));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, review_annotation_row_new ());
}

static void
bind_cb (ReviewAnnotationList *self,
         GtkListItem *list_item)
{
  review_annotation_row_bind (REVIEW_ANNOTATION_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item), review_desk_get_tagset (self->desk));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item)
{
  review_annotation_row_bind (REVIEW_ANNOTATION_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
review_annotation_list_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_N_ITEMS)
    g_value_set_uint (value, REVIEW_ANNOTATION_LIST (object)->n_items);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
review_annotation_list_dispose (GObject *object)
{
  ReviewAnnotationList *self = REVIEW_ANNOTATION_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (self->view, self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_annotation_list_parent_class)->dispose (object);
}

static void
review_annotation_list_finalize (GObject *object)
{
  ReviewAnnotationList *self = REVIEW_ANNOTATION_LIST (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_free (self->label);

  G_OBJECT_CLASS (review_annotation_list_parent_class)->finalize (object);
}

static void
review_annotation_list_class_init (ReviewAnnotationListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = review_annotation_list_get_property;
  object_class->dispose = review_annotation_list_dispose;
  object_class->finalize = review_annotation_list_finalize;

  props[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
review_annotation_list_init (ReviewAnnotationList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;

  self->state = -1;
  self->items = g_list_store_new (REVIEW_TYPE_ANNOTATION_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (filtered));
  g_object_unref (filtered);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->view, "annotations");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->empty), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_add_css_class (self->empty, "empty-place");
  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), scroller);
  gtk_stack_add_child (GTK_STACK (self->stack), self->empty);
  gtk_widget_set_vexpand (self->stack, TRUE);
  adw_bin_set_child (ADW_BIN (self), self->stack);

  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->selection, "items-changed", G_CALLBACK (update_empty), self);
  g_signal_connect_swapped (self->view, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "notify::page-size",
                           G_CALLBACK (page_size_cb), self, G_CONNECT_SWAPPED);
}

/**
 * review_annotation_list_new:
 * @desk: what the window is about
 * @which: what the list shows
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
review_annotation_list_new (ReviewDesk *desk,
                            ReviewAnnotations which)
{
  ReviewAnnotationList *self = g_object_new (REVIEW_TYPE_ANNOTATION_LIST, NULL);

  self->desk = g_object_ref (desk);
  self->which = which;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  which == REVIEW_ANNOTATIONS_ENTITIES ? _ ("Entities") : _ ("Indicators"), -1);
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::selected-id", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  refresh (self);
  update_empty (self);
  return GTK_WIDGET (self);
}

/**
 * review_annotation_list_set_filter:
 * @self: a list
 * @label: (nullable): only entities of this label
 * @state: only those of this #CorpusState, -1 for all
 */
void
review_annotation_list_set_filter (ReviewAnnotationList *self,
                                   const char *label,
                                   int state)
{
  g_autofree char *old = NULL;

  g_return_if_fail (REVIEW_IS_ANNOTATION_LIST (self));

  old = self->label;
  self->label = g_strdup (label);
  self->state = state;
  self->is_syncing = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->is_syncing = FALSE;
  show_selected (self);
  update_empty (self);
}

/**
 * review_annotation_list_get_model:
 * @self: a list
 *
 * Returns: (transfer none): the rows that are shown, #ReviewAnnotationItem, and which is selected
 */
GtkSelectionModel *
review_annotation_list_get_model (ReviewAnnotationList *self)
{
  g_return_val_if_fail (REVIEW_IS_ANNOTATION_LIST (self), NULL);
  return GTK_SELECTION_MODEL (self->selection);
}

/**
 * review_annotation_list_get_n_items:
 * @self: a list
 *
 * Returns: how many the article has that were not rejected, whatever the filter
 */
guint
review_annotation_list_get_n_items (ReviewAnnotationList *self)
{
  g_return_val_if_fail (REVIEW_IS_ANNOTATION_LIST (self), 0);
  return self->n_items;
}

/**
 * review_annotation_list_focus_selected:
 * @self: a list
 *
 * Gives the focus to the list, at the selected row.
 *
 * Returns: whether it took it
 */
gboolean
review_annotation_list_focus_selected (ReviewAnnotationList *self)
{
  guint position;

  g_return_val_if_fail (REVIEW_IS_ANNOTATION_LIST (self), FALSE);

  position = gtk_single_selection_get_selected (self->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  return gtk_widget_grab_focus (self->view);
}
