/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pane-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/review-field.h"
#include "app/review-init.h"
#include "store/corpus-store.h"

static const char TEXT[] = "春茶开采\n"
                           "岚桥镇茶园迎来好年景\n"
                           "本报记者 顾言\n"
                           "3月5日清晨,岚桥镇茶农上山采茶。今年一季度,全镇茶叶产量为320.5吨,同比增长8.2%。\n"
                           "镇长沈岳说,新茶已销往临湖市。";

void
pane_test_init (int *argc,
                char ***argv)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autoptr (GStrvBuilder) mime_folders = g_strv_builder_new ();
  g_auto (GStrv) mime_dirs = NULL;

  /* GTK tells an SVG icon by the MIME types of the system, which the tests lose sight of with all its folders. */
  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], "mime", NULL);

      g_strv_builder_add (mime_folders, folder);
    }
  mime_dirs = g_strv_builder_end (mime_folders);
  g_content_type_set_mime_dirs ((const char *const *) mime_dirs);

  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_disable_setlocale ();
  review_init ();
}

gboolean
pane_wake_up (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Where the page says these words. */
static GArray *
anchor (CorpusPage *page,
        const char *words)
{
  GArray *pieces = corpus_pieces_new ();
  const char *found = strstr (TEXT, words);
  gint64 start;

  g_assert_nonnull (found);
  start = g_utf8_pointer_to_offset (TEXT, found);
  corpus_pieces_add_page (pieces, page, start, start + g_utf8_strlen (words, -1));
  return pieces;
}

static gint64
add_entity (CorpusStore *store,
            CorpusArticle *article,
            CorpusPage *page,
            const char *label,
            const char *words)
{
  g_autoptr (CorpusEntity) entity = corpus_entity_new (corpus_store_new_id (store), label);

  g_array_unref (entity->pieces);
  entity->pieces = anchor (page, words);
  corpus_article_put_entity (article, entity);
  return entity->id;
}

static void
fill_slot (CorpusIndicator *indicator,
           CorpusPage *page,
           CorpusSlot slot,
           const char *words)
{
  CorpusFiller *filler = corpus_indicator_add_filler (indicator, slot, words);

  g_array_unref (filler->pieces);
  filler->pieces = anchor (page, words);
}

static gint64
add_indicator (CorpusStore *store,
               CorpusArticle *article,
               CorpusPage *page)
{
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (corpus_store_new_id (store));

  fill_slot (indicator, page, CORPUS_SLOT_VALUE, "320.5吨");
  fill_slot (indicator, page, CORPUS_SLOT_NAME, "茶叶产量");
  fill_slot (indicator, page, CORPUS_SLOT_SUBJECT, "全镇");
  fill_slot (indicator, page, CORPUS_SLOT_PERIOD, "今年一季度");
  indicator->number = g_strdup ("320.5");
  indicator->unit = g_strdup ("tonne");
  indicator->period_iso = g_strdup ("2026-Q1");
  indicator->period_start = g_strdup ("2026-01-01");
  indicator->period_end = g_strdup ("2026-03-31");
  corpus_article_put_indicator (article, indicator);
  return indicator->id;
}

static void
add_blocks (CorpusStore *store,
            CorpusArticle *article,
            CorpusPage *page)
{
  static const char *const roles[] = { "kicker", "headline", "byline", "body", "body" };
  g_auto (GStrv) lines = g_strsplit (TEXT, "\n", -1);
  gint64 start = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (CorpusBlock) block = corpus_block_new (corpus_store_new_id (store), corpus_role (roles[i]));
      gint64 end = start + g_utf8_strlen (lines[i], -1);

      corpus_pieces_add (block->pieces, page->id, start, end, NULL);
      block->article_id = corpus_article_get_id (article);
      block->rank = 1000 * (i + 1);
      corpus_article_put_block (article, block);
      start = end + 1;
    }
}

static void
make_corpus (PaneFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusStore) store = corpus_store_open (self->path, CORPUS_STORE_CREATE, NULL, &error);
  g_autoptr (CorpusPage) page = NULL;
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusCredit) credit = NULL;
  g_autoptr (GPtrArray) articles = g_ptr_array_new ();
  gint64 batch;

  g_assert_no_error (error);
  page = corpus_page_new_from_bytes ((const guint8 *) TEXT, strlen (TEXT), "lanqiao_2026-03-06_p2.txt", &error);
  g_assert_no_error (error);
  page->id = corpus_store_new_id (store);
  page->publication = g_strdup ("岚桥报");
  page->date = g_strdup ("2026-03-06");
  page->number = g_strdup ("2");

  head = corpus_head_new (corpus_store_new_id (store));
  head->rank = 1000;
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);
  add_blocks (store, article, page);
  credit = corpus_credit_new (corpus_store_new_id (store), CORPUS_CREDIT_REPORTER, "顾言");
  g_array_unref (credit->pieces);
  credit->pieces = anchor (page, "顾言");
  corpus_article_put_credit (article, credit);
  add_entity (store, article, page, "DATE", "3月5日清晨");
  self->person_id = add_entity (store, article, page, "PERSON", "沈岳");
  self->place_id = add_entity (store, article, page, "LOC", "临湖市");
  self->amount_id = add_indicator (store, article, page);
  corpus_article_sort (article);
  g_ptr_array_add (articles, article);

  batch = corpus_store_begin_batch (store, "Import", &error);
  g_assert_no_error (error);
  corpus_store_add_page (store, batch, page, NULL, articles, NULL, &error);
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch, &error);
  g_assert_no_error (error);
  corpus_store_close (store, &error);
  g_assert_no_error (error);
}

static void
result_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
changed_cb (PaneFixture *self)
{
  self->n_changes++;
}

void
pane_fixture_set_up (PaneFixture *self,
                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  self->folder = g_dir_make_tmp ("corpus-review-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.corpus", NULL);
  make_corpus (self);

  self->desk = review_desk_new ();
  review_desk_open_async (self->desk, self->path, FALSE, result_cb, &result);
  pane_wait_until (result != NULL);
  review_desk_open_finish (self->desk, result, &error);
  g_assert_no_error (error);
  if (review_desk_get_article (self->desk) == NULL)
    {
      GListModel *rows = review_desk_get_rows (self->desk);

      pane_wait_until (g_list_model_get_n_items (rows) > 0 || review_desk_get_article (self->desk) != NULL);
      if (review_desk_get_article (self->desk) == NULL)
        review_desk_open_neighbour (self->desk, 1);
      pane_wait_until (review_desk_get_article (self->desk) != NULL);
    }
  g_signal_connect_swapped (review_desk_get_worker (self->desk), "changed", G_CALLBACK (changed_cb), self);

  self->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 400, 800);
}

void
pane_fixture_tear_down (PaneFixture *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  gtk_window_destroy (GTK_WINDOW (self->window));
  review_desk_close_async (self->desk, result_cb, &result);
  pane_wait_until (result != NULL);
  review_desk_close_finish (self->desk, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_finalize_object (self->desk);

  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* Puts a pane into the window and waits until it is drawn. */
void
pane_fixture_show (PaneFixture *self,
                   GtkWidget *pane)
{
  adw_window_set_content (ADW_WINDOW (self->window), pane);
  gtk_window_present (GTK_WINDOW (self->window));
  pane_wait_until (gtk_widget_get_mapped (pane) && gtk_widget_get_height (pane) > 0);
}

/* Waits until the store has confirmed so many edits in all. */
void
pane_fixture_wait_saved (PaneFixture *self,
                         guint n_changes)
{
  pane_wait_until (self->n_changes >= n_changes && corpus_worker_get_pending (review_desk_get_worker (self->desk)) == 0);
  g_assert_cmpuint (self->n_changes, ==, n_changes);
}

/* The article as the file has it. */
CorpusArticle *
pane_fixture_reload (PaneFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusStore) store = corpus_store_open (self->path, CORPUS_STORE_READ_ONLY, NULL, &error);
  CorpusArticle *article;

  g_assert_no_error (error);
  article = corpus_store_load_article (store, corpus_article_get_id (review_desk_get_article (self->desk)), &error);
  g_assert_no_error (error);
  corpus_store_close (store, &error);
  g_assert_no_error (error);
  return article;
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType type,
          guint *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The widget of a type that comes nth, from 0. */
GtkWidget *
pane_find (GtkWidget *root,
           GType type,
           guint nth)
{
  return find_nth (root, type, &nth);
}

GtkWidget *
pane_find_field (GtkWidget *root,
                 const char *title)
{
  GtkWidget *field;

  for (guint i = 0; (field = pane_find (root, REVIEW_TYPE_FIELD, i)) != NULL; i++)
    {
      g_autofree char *found = NULL;

      g_object_get (field, "title", &found, NULL);
      if (g_str_equal (found, title))
        return field;
    }
  g_assert_not_reached ();
}

GtkWidget *
pane_find_button (GtkWidget *root,
                  const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = pane_find (root, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      return button;
  g_assert_not_reached ();
}

void
pane_type (GtkWidget *field,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (review_field_get_text (REVIEW_FIELD (field))), text);
}

void
pane_press_enter (GtkWidget *field)
{
  g_signal_emit_by_name (review_field_get_text (REVIEW_FIELD (field)), "activate");
}

/* Gives a key to the controllers of a widget, as GTK does once the input method has let it through. */
gboolean
pane_press_key (GtkWidget *widget,
                guint keyval,
                GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &is_handled);
      if (is_handled)
        return TRUE;
    }
  return FALSE;
}
