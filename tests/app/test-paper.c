/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <adwaita.h>

#include "app/review-layout-map.h"
#include "app/review-paper-private.h"

typedef struct
{
  AppFixture base;
  GtkWidget *window;
  ReviewPaper *paper;
} PaperFixture;

static void
set_up (PaperFixture *self,
        gconstpointer data)
{
  app_fixture_set_up (&self->base, data);
}

/* A paper in a window, laid out and drawn once. */
static void
show (PaperFixture *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  app_fixture_open (&self->base);
  self->paper = REVIEW_PAPER (review_paper_new (self->base.desk));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 700);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->paper));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_window_set_child (GTK_WINDOW (self->window), scrolled);
  gtk_widget_insert_action_group (self->window, "paper", review_paper_get_actions (self->paper));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
tear_down (PaperFixture *self,
           gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  app_fixture_tear_down (&self->base, data);
}

static GdkRectangle
get_rect (PaperFixture *self,
          gint64 id)
{
  g_autoptr (GArray) rects = review_paper_get_box_rects (self->paper, id);

  g_assert_cmpuint (rects->len, >, 0);
  return g_array_index (rects, GdkRectangle, 0);
}

static GdkTexture *
render (PaperFixture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (self->paper));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self->paper)));

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (self->paper)),
                          gtk_widget_get_height (GTK_WIDGET (self->paper)));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  return gsk_renderer_render_texture (renderer, node, NULL);
}

/* How many pixels of two pictures differ inside a rectangle of the buffer. */
static guint
count_differences (PaperFixture *self,
                   GdkTexture *a,
                   GdkTexture *b,
                   const GdkRectangle *area)
{
  int width = MIN (gdk_texture_get_width (a), gdk_texture_get_width (b));
  int height = MIN (gdk_texture_get_height (a), gdk_texture_get_height (b));
  g_autofree guint32 *p = g_new0 (guint32, (gsize) gdk_texture_get_width (a) * (gsize) gdk_texture_get_height (a));
  g_autofree guint32 *q = g_new0 (guint32, (gsize) gdk_texture_get_width (b) * (gsize) gdk_texture_get_height (b));
  guint n = 0;
  int x0, y0;

  gdk_texture_download (a, (guchar *) p, (gsize) gdk_texture_get_width (a) * 4);
  gdk_texture_download (b, (guchar *) q, (gsize) gdk_texture_get_width (b) * 4);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->paper), GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &x0, &y0);
  for (int y = MAX (y0, 0); y < MIN (y0 + area->height, height); y++)
    for (int x = MAX (x0, 0); x < MIN (x0 + area->width, width); x++)
      if (p[y * gdk_texture_get_width (a) + x] != q[y * gdk_texture_get_width (b) + x])
        n++;
  return n;
}

static void
activate (PaperFixture *self,
          const char *action,
          const char *parameter)
{
  g_action_group_activate_action (review_paper_get_actions (self->paper), action,
                                  parameter != NULL ? g_variant_new_string (parameter) : NULL);
}

static void
test_boxes_lie_on_the_words (PaperFixture *self,
                             gconstpointer data)
{
  GdkRectangle person, inner, outer, location;
  GtkTextIter iter;
  CorpusSpan span;

  show (self);
  person = get_rect (self, app_fixture_find_entity (&self->base, "何远舟"));
  span = app_fixture_find (&self->base, "何远舟");
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper)), &iter, (int) span.start);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->paper), &iter, &location);
  g_assert_cmpint (person.x, ==, location.x);
  g_assert_cmpint (person.width, >=, 3 * location.width - 2);
  g_assert_cmpint (person.width, <=, 3 * location.width + 2);

  /* The outer one is a step taller. */
  span = app_fixture_find (&self->base, "白鹭湾港集团");
  outer = get_rect (self, app_fixture_find_entity (&self->base, "白鹭湾港集团"));
  inner = get_rect (self, review_desk_add_entity (self->base.desk, "LOC", span.start, span.start + 3));
  g_assert_cmpint (inner.x, ==, outer.x);
  outer = get_rect (self, app_fixture_find_entity (&self->base, "白鹭湾港集团"));
  g_assert_cmpint (outer.y, <, inner.y);
  g_assert_cmpint (outer.y + outer.height, >, inner.y + inner.height);
  app_fixture_settle (&self->base);
}

static void
test_boxes_are_drawn (PaperFixture *self,
                      gconstpointer data)
{
  g_autoptr (GdkTexture) suggested = NULL, rejected = NULL;
  GdkRectangle area;
  gint64 id;

  show (self);
  id = app_fixture_find_entity (&self->base, "何远舟");
  review_desk_select (self->base.desk, 0);
  gtk_test_widget_wait_for_draw (self->window);
  area = get_rect (self, id);
  suggested = render (self);
  review_desk_decide (self->base.desk, id, CORPUS_STATE_REJECTED);
  gtk_test_widget_wait_for_draw (self->window);
  rejected = render (self);
  /* The tint covers all of it but the letters. */
  g_assert_cmpuint (count_differences (self, suggested, rejected, &area), >, (guint) (area.width * area.height) / 3);
}

static void
test_states_look_different (PaperFixture *self,
                            gconstpointer data)
{
  g_autoptr (GdkTexture) suggested = NULL, accepted = NULL;
  GdkRectangle area;
  gint64 id;

  show (self);
  id = app_fixture_find_entity (&self->base, "何远舟");
  review_desk_select (self->base.desk, 0);
  gtk_test_widget_wait_for_draw (self->window);
  area = get_rect (self, id);
  suggested = render (self);
  review_desk_decide (self->base.desk, id, CORPUS_STATE_ACCEPTED);
  gtk_test_widget_wait_for_draw (self->window);
  accepted = render (self);
  g_assert_cmpuint (count_differences (self, suggested, accepted, &area), >, 20);
}

static void
test_nothing_moves_when_boxes_change (PaperFixture *self,
                                      gconstpointer data)
{
  GdkRectangle before, after;
  gint64 id;

  show (self);
  id = app_fixture_find_entity (&self->base, "何远舟");
  before = get_rect (self, id);
  review_desk_decide (self->base.desk, app_fixture_find_entity (&self->base, "白鹭湾港集团"), CORPUS_STATE_REJECTED);
  review_desk_decide (self->base.desk, app_fixture_find_entity (&self->base, "白鹭湾港"), CORPUS_STATE_ACCEPTED);
  gtk_test_widget_wait_for_draw (self->window);
  after = get_rect (self, id);
  g_assert_true (gdk_rectangle_equal (&before, &after));
}

static void
test_chips_never_collide (PaperFixture *self,
                          gconstpointer data)
{
  CorpusChars *chars;
  gint64 length;
  g_autoptr (GArray) chips = NULL;

  show (self);
  chars = corpus_text_get_chars (corpus_article_get_text (review_desk_get_article (self->base.desk)));
  length = corpus_chars_get_length (chars);
  /* A mention at every other character, some in others: far more names than room. */
  for (gint64 i = 15; i + 5 < length; i += 2)
    review_desk_add_entity (self->base.desk, "ORG", i, i + (i % 3 == 0 ? 5 : 2));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (self->paper->fragments->len, >, 20);
  chips = paper_place_chips (self->paper, self->paper->fragments);
  g_assert_cmpuint (chips->len, >, 5);
  for (guint i = 0; i < chips->len; i++)
    for (guint j = i + 1; j < chips->len; j++)
      {
        graphene_rect_t a = g_array_index (chips, Chip, i).area, b = g_array_index (chips, Chip, j).area;

        if (ABS (a.origin.y - b.origin.y) < 8)
          g_assert_true (a.origin.x + a.size.width <= b.origin.x || b.origin.x + b.size.width <= a.origin.x);
      }
  app_fixture_settle (&self->base);
}

static void
test_hit_finds_the_innermost (PaperFixture *self,
                              gconstpointer data)
{
  gint64 inner_id, outer_id;
  GdkRectangle inner;
  CorpusSpan span;
  int x, y;

  show (self);
  span = app_fixture_find (&self->base, "白鹭湾港集团");
  outer_id = app_fixture_find_entity (&self->base, "白鹭湾港集团");
  inner_id = review_desk_add_entity (self->base.desk, "LOC", span.start, span.start + 3);
  gtk_test_widget_wait_for_draw (self->window);
  inner = get_rect (self, inner_id);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->paper), GTK_TEXT_WINDOW_WIDGET,
                                         inner.x + inner.width / 2, inner.y + inner.height / 2, &x, &y);
  g_assert_cmpint (review_paper_find_at (self->paper, x, y), ==, inner_id);
  g_assert_cmpint (review_paper_find_at (self->paper, x + inner.width, y), ==, outer_id);
  g_assert_cmpint (review_paper_find_at (self->paper, 4, 4), ==, 0);
  app_fixture_settle (&self->base);
}

static void
test_tab_goes_through_the_stack (PaperFixture *self,
                                 gconstpointer data)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  CorpusSpan span;
  gint64 outer_id, inner_id;

  show (self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  span = app_fixture_find (&self->base, "白鹭湾港集团");
  outer_id = app_fixture_find_entity (&self->base, "白鹭湾港集团");
  inner_id = review_desk_add_entity (self->base.desk, "LOC", span.start, span.start + 3);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) span.start + 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (paper_cycle (self->paper));
  g_assert_cmpint (review_desk_get_selected_id (self->base.desk), ==, outer_id);
  g_assert_true (paper_cycle (self->paper));
  g_assert_cmpint (review_desk_get_selected_id (self->base.desk), ==, inner_id);
  /* Nothing is stacked here: Tab is left to the window. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) app_fixture_find (&self->base, "航线").start);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_false (paper_cycle (self->paper));
  app_fixture_settle (&self->base);
}

static void
test_digit_labels_the_selection (PaperFixture *self,
                                 gconstpointer data)
{
  CorpusSpan span;
  gint64 id;

  show (self);
  span = app_fixture_find (&self->base, "三条航线");
  review_paper_select_range (self->paper, span.start, span.end);
  activate (self, "label", "5");
  id = app_fixture_find_entity (&self->base, "三条航线");
  g_assert_cmpint (id, >, 0);
  g_assert_cmpstr (review_desk_get_selected_entity (self->base.desk)->label, ==, "EVENT");
  /* Nothing is selected in the text any more, so that the next digit relabels. */
  activate (self, "label", "6");
  g_assert_cmpstr (review_desk_get_selected_entity (self->base.desk)->label, ==, "POLICY");
  app_fixture_settle (&self->base);
}

static void
test_ends_move_by_a_grapheme (PaperFixture *self,
                              gconstpointer data)
{
  gint64 id;

  show (self);
  id = app_fixture_find_entity (&self->base, "何远舟");
  review_desk_select (self->base.desk, id);
  activate (self, "move-end", "start-left");
  g_assert_cmpint (app_fixture_find_entity (&self->base, "长何远舟"), ==, id);
  activate (self, "move-end", "start-right");
  activate (self, "move-end", "end-left");
  g_assert_cmpint (app_fixture_find_entity (&self->base, "何远"), ==, id);
  activate (self, "move-end", "end-right");
  g_assert_cmpint (app_fixture_find_entity (&self->base, "何远舟"), ==, id);
  app_fixture_settle (&self->base);
}

static void
test_slots_from_the_selection (PaperFixture *self,
                               gconstpointer data)
{
  CorpusIndicator *indicator;
  CorpusSpan span;
  gint64 id;
  gboolean is_filling;

  show (self);
  id = app_fixture_find_indicator (&self->base, "486万标准箱");
  review_desk_select (self->base.desk, id);
  activate (self, "fill-slots", NULL);
  g_object_get (self->paper, "is-filling-slots", &is_filling, NULL);
  g_assert_true (is_filling);
  span = app_fixture_find (&self->base, "集装箱吞吐量");
  review_paper_select_range (self->paper, span.start, span.end);
  activate (self, "slot", "name");
  indicator = review_desk_get_selected_indicator (self->base.desk);
  g_assert_cmpstr (corpus_indicator_get_filler (indicator, CORPUS_SLOT_NAME)->text, ==, "集装箱吞吐量");
  activate (self, "leave", NULL);
  g_object_get (self->paper, "is-filling-slots", &is_filling, NULL);
  g_assert_false (is_filling);
  app_fixture_settle (&self->base);
}

static void
test_accept_goes_on (PaperFixture *self,
                     gconstpointer data)
{
  gint64 first;

  show (self);
  first = review_desk_get_selected_id (self->base.desk);
  activate (self, "accept", NULL);
  g_assert_cmpint (review_desk_get_selected_id (self->base.desk), !=, first);
  g_assert_cmpuint (review_desk_count_to_check (self->base.desk), ==, 4);
  activate (self, "reject", NULL);
  g_assert_cmpuint (review_desk_count_to_check (self->base.desk), ==, 3);
  app_fixture_settle (&self->base);
}

static gboolean
shows_two_headlines (gpointer data)
{
  PaperFixture *self = data;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  g_autofree char *shown = NULL;

  g_object_get (buffer, "text", &shown, NULL);
  return strstr (shown, "补贴标准随之调整") != NULL;
}

/* Lines of one role that follow each other are set alike, and every line is as high as it is drawn: GTK took the style of the second
 * headline line from the kicker, and all boxes below it stood beside their words. */
static void
test_lines_of_one_role_are_set_alike (PaperFixture *self,
                                      gconstpointer data)
{
  static const char *const roles[] = { "kicker", "headline", "headline", "byline", "body", NULL };
  gint64 article_id = app_fixture_add_lines (&self->base, roles,
                                             "渔港新事\n今年休渔期延长十天\n补贴标准随之调整\n本报记者 沈帆\n休渔期延长到五月底。");
  GtkTextView *view;
  GdkRectangle first, second;
  GtkTextIter iter;
  int y, height, expected = 0;

  show (self);
  view = GTK_TEXT_VIEW (self->paper);
  review_desk_open_article (self->base.desk, article_id);
  app_fixture_wait (shows_two_headlines, self);
  gtk_test_widget_wait_for_draw (self->window);

  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, 1);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, 2);
  gtk_text_view_get_iter_location (view, &iter, &second);
  g_assert_cmpint (first.height, ==, second.height);
  for (int line = 0; line < 5; line++)
    {
      GdkRectangle last;

      gtk_text_buffer_get_iter_at_line (gtk_text_view_get_buffer (view), &iter, line);
      gtk_text_view_get_line_yrange (view, &iter, &y, &height);
      g_assert_cmpint (y, ==, expected);
      gtk_text_iter_forward_to_line_end (&iter);
      gtk_text_view_get_iter_location (view, &iter, &last);
      g_assert_cmpint (last.y + last.height, ==, y + height);
      expected = y + height;
    }
  app_fixture_settle (&self->base);
}

static gboolean
shows_long_text (gpointer data)
{
  PaperFixture *self = data;

  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper))) > 100000;
}

/* One paragraph of 200 000 characters: broken for the eye, whole in the model. */
static void
test_long_paragraph (PaperFixture *self,
                     gconstpointer data)
{
  GString *text = g_string_new (NULL);
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  gint64 article_id, id;
  GdkRectangle rect;

  while (text->len < 600000)
    g_string_append (text, "汽笛声里又一艘货轮离开码头驶向远方的海面,岸上的人们挥手送别。");
  article_id = app_fixture_add_article (&self->base, text->str);
  g_string_free (text, TRUE);
  show (self);
  review_desk_open_article (self->base.desk, article_id);
  app_fixture_wait (shows_long_text, self);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->paper));
  gtk_text_buffer_get_start_iter (buffer, &iter);
  do
    g_assert_cmpint (gtk_text_iter_get_chars_in_line (&iter), <=, REVIEW_LAYOUT_MAX_LINE + 1);
  while (gtk_text_iter_forward_line (&iter));

  id = review_desk_add_entity (self->base.desk, "LOC", 100000, 100004);
  rect = get_rect (self, id);
  g_assert_cmpint (rect.width, >, 10);
  app_fixture_settle (&self->base);
  g_assert_null (review_desk_get_failure (self->base.desk));
}

static void
test_accessible (PaperFixture *self,
                 gconstpointer data)
{
  show (self);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (self->paper), GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
}

/* Letters are keys here also where an input method is on: nothing may take them before the paper's own shortcuts. */
static void
test_has_no_input_method (PaperFixture *self,
                          gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  guint n_keys = 0;

  show (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->paper));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->paper));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_assert_null (gtk_event_controller_key_get_im_context (GTK_EVENT_CONTROLLER_KEY (controller)));
      n_keys++;
    }
  g_assert_cmpuint (n_keys, >, 0);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->paper)));
}

#define ADD(path, func) g_test_add ("/app/paper/" path, PaperFixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  app_fixture_init (&argc, &argv);
  ADD ("boxes-lie-on-the-words", test_boxes_lie_on_the_words);
  ADD ("boxes-are-drawn", test_boxes_are_drawn);
  ADD ("states-look-different", test_states_look_different);
  ADD ("nothing-moves-when-boxes-change", test_nothing_moves_when_boxes_change);
  ADD ("chips-never-collide", test_chips_never_collide);
  ADD ("hit-finds-the-innermost", test_hit_finds_the_innermost);
  ADD ("tab-goes-through-the-stack", test_tab_goes_through_the_stack);
  ADD ("digit-labels-the-selection", test_digit_labels_the_selection);
  ADD ("ends-move-by-a-grapheme", test_ends_move_by_a_grapheme);
  ADD ("slots-from-the-selection", test_slots_from_the_selection);
  ADD ("accept-goes-on", test_accept_goes_on);
  ADD ("lines-of-one-role-are-set-alike", test_lines_of_one_role_are_set_alike);
  ADD ("long-paragraph", test_long_paragraph);
  ADD ("has-no-input-method", test_has_no_input_method);
  ADD ("accessible", test_accessible);
  return g_test_run ();
}
