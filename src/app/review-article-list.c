/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-article-list.h"

#include <glib/gi18n.h>

#include "app/review-article-model.h"
#include "app/review-article-row.h"

struct _ReviewArticleList
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list_view;

  /* Owned */
  ReviewDesk *desk;
  GtkSingleSelection *selection;

  gboolean is_following; /* the selection follows the desk, not the reviewer */
  gboolean wants_first;  /* Enter was pressed in the search: the first hit is opened when the hits are known */
};

enum
{
  PROP_0,
  PROP_DESK,
  N_PROPS
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReviewArticleList, review_article_list, ADW_TYPE_BIN)

/* Selects the article of the desk and brings it into sight. */
static void
follow_desk (ReviewArticleList *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);
  ReviewArticleModel *rows = REVIEW_ARTICLE_MODEL (review_desk_get_rows (self->desk));
  ReviewArticleItem *item = article != NULL ? review_article_model_find (rows, corpus_article_get_id (article)) : NULL;
  guint position = item != NULL ? review_article_item_get_position (item) : GTK_INVALID_LIST_POSITION;

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->is_following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_following = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

static void
article_cb (ReviewDesk *desk,
            GParamSpec *pspec,
            ReviewArticleList *self)
{
  follow_desk (self);
}

static void
open_first (ReviewArticleList *self)
{
  g_autoptr (ReviewArticleItem) first = g_list_model_get_item (review_desk_get_rows (self->desk), 0);

  self->wants_first = FALSE;
  if (first == NULL)
    return;
  review_desk_open_article (self->desk, review_article_item_get_id (first));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
rows_changed_cb (ReviewDesk *desk,
                 ReviewArticleList *self)
{
  guint n = g_list_model_get_n_items (review_desk_get_rows (desk));
  const char *page = "list";
  CorpusStats stats;

  if (n == 0)
    page = review_desk_get_query (desk) != NULL ? "nothing" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
  if (review_desk_get_stats (desk, &stats))
    {
      g_autofree char *words = g_strdup_printf (ngettext ("Search %" G_GINT64_FORMAT " article",
                                                          "Search %" G_GINT64_FORMAT " articles", (gulong) stats.n_articles),
                                                stats.n_articles);

      g_object_set (self->search, "placeholder-text", words, NULL);
    }
  follow_desk (self);
  if (self->wants_first)
    open_first (self);
}

static void
query_cb (ReviewDesk *desk,
          GParamSpec *pspec,
          ReviewArticleList *self)
{
  const char *query = review_desk_get_query (desk);

  if (query == NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
selected_cb (GtkSingleSelection *selection,
             GParamSpec *pspec,
             ReviewArticleList *self)
{
  ReviewArticleItem *item = gtk_single_selection_get_selected_item (selection);

  if (!self->is_following && item != NULL)
    review_desk_open_article (self->desk, review_article_item_get_id (item));
}

static void
search_changed_cb (ReviewArticleList *self)
{
  review_desk_set_query (self->desk, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (ReviewArticleList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  review_desk_set_query (self->desk, NULL);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

/* Enter in the search goes to the first hit. */
static void
search_activate_cb (ReviewArticleList *self)
{
  g_autofree char *old = g_strdup (review_desk_get_query (self->desk));

  review_desk_set_query (self->desk, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->wants_first = g_strcmp0 (old, review_desk_get_query (self->desk)) != 0;
  if (!self->wants_first)
    open_first (self);
}

static void
activate_cb (ReviewArticleList *self,
             guint position)
{
  g_autoptr (ReviewArticleItem) item = g_list_model_get_item (review_desk_get_rows (self->desk), position);

  if (item != NULL)
    review_desk_open_article (self->desk, review_article_item_get_id (item));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             ReviewArticleList *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *list_item,
          gpointer data)
{
  gtk_list_item_set_child (list_item, review_article_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *list_item,
         gpointer data)
{
  review_article_row_bind (REVIEW_ARTICLE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem *list_item,
           gpointer data)
{
  review_article_row_bind (REVIEW_ARTICLE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
review_article_list_get_property (GObject *object,
                                  guint property_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_DESK)
    g_value_set_object (value, REVIEW_ARTICLE_LIST (object)->desk);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
review_article_list_set_property (GObject *object,
                                  guint property_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (property_id == PROP_DESK)
    review_article_list_set_desk (REVIEW_ARTICLE_LIST (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
review_article_list_dispose (GObject *object)
{
  ReviewArticleList *self = REVIEW_ARTICLE_LIST (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_ARTICLE_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_article_list_parent_class)->dispose (object);
}

static void
review_article_list_class_init (ReviewArticleListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = review_article_list_get_property;
  object_class->set_property = review_article_list_set_property;
  object_class->dispose = review_article_list_dispose;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, REVIEW_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-article-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleList, search);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleList, stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewArticleList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
review_article_list_init (ReviewArticleList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));
}

/**
 * review_article_list_new:
 * @desk: whose articles are listed
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
review_article_list_new (ReviewDesk *desk)
{
  return g_object_new (REVIEW_TYPE_ARTICLE_LIST, "desk", desk, NULL);
}

/**
 * review_article_list_set_desk:
 * @self: a list
 * @desk: whose articles are listed; a list keeps its first desk
 */
void
review_article_list_set_desk (ReviewArticleList *self,
                              ReviewDesk *desk)
{
  if (desk == NULL || self->desk != NULL)
    return;
  self->desk = g_object_ref (desk);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, review_desk_get_rows (desk));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  g_signal_connect (desk, "notify::article", G_CALLBACK (article_cb), self);
  g_signal_connect (desk, "notify::query", G_CALLBACK (query_cb), self);
  g_signal_connect (desk, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  rows_changed_cb (desk, self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESK]);
}

/**
 * review_article_list_focus_search:
 * @self: a list
 *
 * Puts the caret into the search, its words selected.
 */
void
review_article_list_focus_search (ReviewArticleList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
