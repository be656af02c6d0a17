/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "app/review-annotation-list.h"
#include "app/review-article-list.h"
#include "app/review-decision-bar.h"
#include "app/review-import-dialog.h"
#include "app/review-import-table.h"
#include "app/review-paper.h"
#include "app/review-status-bar.h"
#include "app/review-welcome.h"
#include "app/review-window.h"

typedef struct
{
  AppFixture base;
  ReviewWindow *window;
} WindowFixture;

static gboolean
shows_article (gpointer data)
{
  return review_desk_get_article (review_window_get_desk (((WindowFixture *) data)->window)) != NULL;
}

static void
set_up (WindowFixture *self,
        gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
  self->window = review_window_new (NULL);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 760);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
show_corpus (WindowFixture *self)
{
  review_window_open_corpus (self->window, self->base.path, FALSE);
  app_fixture_wait (shows_article, self);
  /* From here on the fixture looks at the desk of the window. */
  g_set_object (&self->base.desk, review_window_get_desk (self->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
}

static gboolean
is_gone (gpointer data)
{
  return ((WindowFixture *) data)->window == NULL;
}

static void
tear_down (WindowFixture *self,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  app_fixture_wait (is_gone, self);
  app_fixture_tear_down (&self->base, data);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_label (GtkWidget *widget,
           const char *words)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, words))
      return TRUE;
  return FALSE;
}

static void
test_begins_with_the_welcome (WindowFixture *self,
                              gconstpointer data)
{
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Corpus Review");
  g_assert_false (gtk_widget_get_mapped (find_child (GTK_WIDGET (self->window), REVIEW_TYPE_PAPER)));
}

static void
test_shows_a_corpus (WindowFixture *self,
                     gconstpointer data)
{
  GtkWidget *list, *paper;

  show_corpus (self);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "湾");
  list = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_ARTICLE_LIST);
  paper = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_PAPER);
  g_assert_true (has_label (list, "白鹭湾港上半年吞吐量再创新高"));
  g_assert_true (has_label (list, "白鹭湾日报 · 2026-07-15 · p. 1"));
  g_assert_true (has_label (list, "5 to check · 3 entities · 2 indicators"));
  /* One can begin with the keys at once. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == paper);
}

static void
test_saved_tells_the_truth (WindowFixture *self,
                            gconstpointer data)
{
  GtkWidget *status;

  show_corpus (self);
  status = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_STATUS_BAR);
  g_assert_true (has_label (status, "All changes saved"));
  g_assert_true (has_label (status, "0 of 2 reviewed"));
  review_desk_decide (self->base.desk, app_fixture_find_entity (&self->base, "何远舟"), CORPUS_STATE_ACCEPTED);
  g_assert_true (has_label (status, "Saving…"));
  g_assert_false (has_label (status, "All changes saved"));
  app_fixture_settle (&self->base);
  g_assert_true (has_label (status, "All changes saved"));
}

static void
test_undo_is_an_action (WindowFixture *self,
                        gconstpointer data)
{
  gint64 id;

  show_corpus (self);
  id = app_fixture_find_entity (&self->base, "何远舟");
  review_desk_decide (self->base.desk, id, CORPUS_STATE_ACCEPTED);
  app_fixture_settle (&self->base);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL));
  app_fixture_settle (&self->base);
  g_assert_cmpint (corpus_article_find_entity (review_desk_get_article (self->base.desk), id)->provenance.state, ==,
                   CORPUS_STATE_SUGGESTED);
}

static void
test_inspector_folds (WindowFixture *self,
                      gconstpointer data)
{
  gboolean shows_inspector;

  show_corpus (self);
  g_object_get (self->window, "shows-inspector", &shows_inspector, NULL);
  g_assert_true (shows_inspector);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.inspector", NULL);
  g_object_get (self->window, "shows-inspector", &shows_inspector, NULL);
  g_assert_false (shows_inspector);
}

static void
stretch_cb (ReviewDesk *desk,
            GParamSpec *pspec,
            GtkWidget *scrolled)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));

  gtk_adjustment_set_upper (adjustment, gtk_adjustment_get_upper (adjustment) + 200);
}

/* A corpus that opens before the welcome has got its last place: GTK warns of what it is made to draw without one. */
static void
test_the_welcome_goes_at_once (WindowFixture *self,
                               gconstpointer data)
{
  GtkWidget *welcome;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 300);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  welcome = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_WELCOME);
  g_signal_connect (review_window_get_desk (self->window), "notify::worker", G_CALLBACK (stretch_cb),
                    find_child (welcome, GTK_TYPE_SCROLLED_WINDOW));
  show_corpus (self);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_false (gtk_widget_get_mapped (welcome));
  g_signal_handlers_disconnect_by_func (self->base.desk, stretch_cb, find_child (welcome, GTK_TYPE_SCROLLED_WINDOW));
}

static gboolean
list_is_scrolled (gpointer data)
{
  WindowFixture *self = data;
  GtkWidget *list = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_ANNOTATION_LIST);
  GtkWidget *scrolled = find_child (list, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_widget_get_mapped (scrolled) &&
         gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))) > 0;
}

/* In a narrow window the inspector opens only with E: the row of what is selected is in view there, however far down it is. */
static void
test_edit_brings_the_row_into_view (WindowFixture *self,
                                    gconstpointer data)
{
  g_autoptr (GString) body = g_string_new (NULL);
  gint64 article_id, id = 0;

  for (guint i = 0; i < 40; i++)
    g_string_append (body, "渡口村的老船工每天清晨把船摆过河去,河水不急,船也不急。");
  article_id = app_fixture_add_article (&self->base, body->str);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1024, 700);
  show_corpus (self);
  review_desk_open_article (self->base.desk, article_id);
  app_fixture_settle (&self->base);
  for (guint i = 0; i < 40; i++)
    id = review_desk_add_entity (self->base.desk, "LOC", i * 27, i * 27 + 3);
  app_fixture_settle (&self->base);
  review_desk_select (self->base.desk, id);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit", NULL);
  app_fixture_wait (list_is_scrolled, self);
}

/* Lets go of a file above a widget, as the pointer would. */
static gboolean
drop_file (GtkWidget *widget,
           const char *path)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GSList files = { file, NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 10., 10., &is_taken);
    }
  return is_taken;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (REVIEW_IS_IMPORT_DIALOG (window))
        return window;
    }
  return NULL;
}

static guint
count_pages (void)
{
  GtkWidget *table = find_child (find_dialog (), REVIEW_TYPE_IMPORT_TABLE);

  return g_list_model_get_n_items (review_import_table_get_rows (REVIEW_IMPORT_TABLE (table)));
}

static gboolean
has_pages (gpointer data)
{
  return count_pages () == GPOINTER_TO_UINT (data);
}

static void
test_takes_dropped_files (WindowFixture *self,
                          gconstpointer data)
{
  g_autofree char *first = g_build_filename (self->base.folder, "first.txt", NULL);
  g_autofree char *second = g_build_filename (self->base.folder, "second.txt", NULL);

  g_assert_true (g_file_set_contents (first, "渡口村", -1, NULL));
  g_assert_true (g_file_set_contents (second, "柳浪街", -1, NULL));
  g_assert_true (drop_file (GTK_WIDGET (self->window), self->base.path));
  app_fixture_wait (shows_article, self);
  g_set_object (&self->base.desk, review_window_get_desk (self->window));
  g_assert_null (find_dialog ());

  g_assert_true (drop_file (GTK_WIDGET (self->window), first));
  app_fixture_wait (has_pages, GUINT_TO_POINTER (1));
  g_assert_true (drop_file (find_dialog (), second));
  app_fixture_wait (has_pages, GUINT_TO_POINTER (2));
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

static void
assert_bar_fits (WindowFixture *self)
{
  GtkWidget *bar = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_DECISION_BAR);
  GtkWidget *paper = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_PAPER);
  int width;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, gtk_widget_get_width (paper));
}

/* With every button it can have, the bar at the foot stays on the paper. */
static void
test_decision_bar_fits (WindowFixture *self,
                        gconstpointer data)
{
  const int widths[] = { 1380, 1280, 1170, 1024 };
  gint64 id;

  show_corpus (self);
  id = app_fixture_find_indicator (&self->base, "486万标准箱");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 760);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      review_desk_select (self->base.desk, app_fixture_find_entity (&self->base, "何远舟"));
      assert_bar_fits (self);
      review_desk_select (self->base.desk, id);
      review_desk_decide (self->base.desk, id, i % 2 == 0 ? CORPUS_STATE_REJECTED : CORPUS_STATE_ACCEPTED);
      review_desk_select (self->base.desk, id);
      assert_bar_fits (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "paper.fill-slots", NULL);
      assert_bar_fits (self);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "paper.leave", NULL);
    }
  app_fixture_settle (&self->base);
}

/* Whoever finishes an article from a field goes on with the keys of the paper. */
static void
test_finish_goes_to_the_paper (WindowFixture *self,
                               gconstpointer data)
{
  GtkWidget *paper;

  show_corpus (self);
  paper = find_child (GTK_WIDGET (self->window), REVIEW_TYPE_PAPER);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.edit", NULL);
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (self->window)) == paper);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "paper.finish-accepting", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == paper);
  app_fixture_settle (&self->base);
}

#define ADD(path, func) g_test_add ("/app/window/" path, WindowFixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  ADD ("begins-with-the-welcome", test_begins_with_the_welcome);
  ADD ("the-welcome-goes-at-once", test_the_welcome_goes_at_once);
  ADD ("shows-a-corpus", test_shows_a_corpus);
  ADD ("saved-tells-the-truth", test_saved_tells_the_truth);
  ADD ("undo-is-an-action", test_undo_is_an_action);
  ADD ("takes-dropped-files", test_takes_dropped_files);
  ADD ("decision-bar-fits", test_decision_bar_fits);
  ADD ("finish-goes-to-the-paper", test_finish_goes_to_the_paper);
  ADD ("inspector-folds", test_inspector_folds);
  ADD ("edit-brings-the-row-into-view", test_edit_brings_the_row_into_view);
  return g_test_run ();
}
