/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper: a text view that cannot be typed into. It has a caret, so that everything can be reached and selected with the
 * keyboard, and no input method, so that letters stay keys. It observes the desk and calls its verbs.
 *
 * Cut by concern: -typeset makes text, tags and marks of an article; -draw draws the marks; -actions has the verbs; -keys
 * the keys. This file ties them to the desk, finds what lies under the pointer, and scrolls. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-paper-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* A press that moved farther than this is a drag. */
#define DRAG_DISTANCE 5
/* The layout of a long text settles within so many frames. */
#define MAX_REVEAL_FRAMES 24

enum
{
  PROP_0,
  PROP_DESK,
  PROP_IS_FILLING_SLOTS,
  PROP_SHOWS_REJECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (ReviewPaper, review_paper, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (ReviewPaper *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static gboolean
is_text_same (ReviewPaper *self,
              CorpusArticle *article)
{
  CorpusChars *chars = corpus_text_get_chars (corpus_article_get_text (article));
  const char *old_utf8, *utf8;
  gsize n_old_bytes, n_bytes;

  if (self->article == NULL || self->chars == NULL ||
      corpus_article_get_id (self->article) != corpus_article_get_id (article))
    return FALSE;
  if (chars == self->chars)
    return TRUE;
  old_utf8 = corpus_chars_get_utf8 (self->chars, &n_old_bytes);
  utf8 = corpus_chars_get_utf8 (chars, &n_bytes);
  return n_old_bytes == n_bytes && memcmp (old_utf8, utf8, n_bytes) == 0;
}

static void
article_changed_cb (ReviewDesk *desk,
                    ReviewPaper *self)
{
  CorpusArticle *article = review_desk_get_article (desk);
  gboolean is_other = article == NULL || self->article == NULL ||
                      corpus_article_get_id (article) != corpus_article_get_id (self->article);

  if (article != NULL && is_text_same (self, article))
    {
      g_set_object (&self->article, article);
      paper_set_marks (self);
    }
  else
    {
      g_set_object (&self->article, article);
      paper_set_text (self);
      if (is_other)
        {
          GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
          GtkTextIter start;

          gtk_text_buffer_get_start_iter (get_buffer (self), &start);
          gtk_text_buffer_place_cursor (get_buffer (self), &start);
          if (adjustment != NULL)
            gtk_adjustment_set_value (adjustment, 0);
          self->reveal_prefers_top = TRUE;
          paper_set_filling_slots (self, FALSE);
        }
    }
  paper_update_actions (self);
}

/* The first position of an annotation on the display, -1 where it is not shown. */
static gint64
find_position (ReviewPaper *self,
               gint64 id)
{
  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).id == id)
      return g_array_index (self->marks, Mark, i).span.start;
  return -1;
}

static void
selected_id_cb (ReviewDesk *desk,
                GParamSpec *pspec,
                ReviewPaper *self)
{
  gint64 id = review_desk_get_selected_id (desk);

  if (review_desk_get_selected_indicator (desk) == NULL)
    paper_set_filling_slots (self, FALSE);
  paper_set_slots (self);
  paper_update_actions (self);
  if (id == 0 || self->is_selecting)
    return;
  if (find_position (self, id) >= 0)
    {
      GtkTextIter iter;

      gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, (int) find_position (self, id));
      gtk_text_buffer_place_cursor (get_buffer (self), &iter);
    }
  review_paper_reveal (self, id);
}

static void
tagset_cb (ReviewDesk *desk,
           GParamSpec *pspec,
           ReviewPaper *self)
{
  paper_set_marks (self);
}

static void
dark_cb (AdwStyleManager *manager,
         GParamSpec *pspec,
         ReviewPaper *self)
{
  paper_update_colours (self);
}

static void
settings_cb (GSettings *settings,
             const char *key,
             ReviewPaper *self)
{
  if (g_str_equal (key, "text-font-size") || g_str_equal (key, "show-chips"))
    paper_update_metrics (self);
}

/* Every mark under a place of the display, innermost first. */
typedef struct
{
  ReviewPaper *self;
  GArray *indices; /* guint */
} Hits;

static void
collect_hit (guint span_index,
             gpointer data)
{
  Hits *hits = data;

  g_array_prepend_val (hits->indices, span_index);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  ReviewPaper *self = data;
  CorpusSpan x = g_array_index (self->marks, Mark, *(const guint *) a).span;
  CorpusSpan y = g_array_index (self->marks, Mark, *(const guint *) b).span;

  if (x.end - x.start != y.end - y.start)
    return x.end - x.start < y.end - y.start ? -1 : 1;
  return 0;
}

static GArray *
find_hits (ReviewPaper *self,
           gint64 start,
           gint64 end)
{
  Hits hits = { self, g_array_new (FALSE, FALSE, sizeof (guint)) };

  if (self->index != NULL)
    review_span_index_find (self->index, start, end, collect_hit, &hits);
  g_array_sort_with_data (hits.indices, compare_hits, self);
  return hits.indices;
}

/**
 * review_paper_find_at:
 * @self: a paper
 * @x: in widget coordinates
 * @y: in widget coordinates
 *
 * Returns: the innermost annotation there, 0 where there is none
 */
gint64
review_paper_find_at (ReviewPaper *self,
                      double x,
                      double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (GArray) hits = NULL;
  GtkTextIter iter;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (self->map == NULL || !gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y))
    return 0;
  hits = find_hits (self, gtk_text_iter_get_offset (&iter), gtk_text_iter_get_offset (&iter) + 1);
  for (guint i = 0; i < hits->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, g_array_index (hits, guint, i));
      g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));

      paper_append_fragments (self, mark, fragments);
      for (guint j = 0; j < fragments->len; j++)
        {
          graphene_rect_t box;

          graphene_rect_inset_r (&g_array_index (fragments, Fragment, j).box, -2, -4, &box);
          if (graphene_rect_contains_point (&box, &GRAPHENE_POINT_INIT ((float) buffer_x, (float) buffer_y)))
            return mark->id;
        }
    }
  return 0;
}

/* The next of the annotations stacked at the caret; FALSE where no other is. */
gboolean
paper_cycle (ReviewPaper *self)
{
  GtkTextIter iter;
  g_autoptr (GArray) hits = NULL;
  gint64 selected_id = review_desk_get_selected_id (self->desk), at;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  at = gtk_text_iter_get_offset (&iter);
  hits = find_hits (self, at, at + 1);
  for (guint i = 0; i < hits->len; i++)
    {
      guint next = g_array_index (hits, guint, (i + 1) % hits->len);

      if (g_array_index (self->marks, Mark, g_array_index (hits, guint, i)).id != selected_id)
        continue;
      if (g_array_index (self->marks, Mark, next).id == selected_id)
        return FALSE;
      self->is_selecting = TRUE;
      review_desk_select (self->desk, g_array_index (self->marks, Mark, next).id);
      self->is_selecting = FALSE;
      return TRUE;
    }
  if (hits->len == 0)
    return FALSE;
  self->is_selecting = TRUE;
  review_desk_select (self->desk, g_array_index (self->marks, Mark, g_array_index (hits, guint, 0)).id);
  self->is_selecting = FALSE;
  return TRUE;
}

/* A click selects what lies under it. The view's own gestures place the caret and drag the selection, so this one only
 * looks on. */
static gboolean
pointer_cb (GtkEventControllerLegacy *controller,
            GdkEvent *event,
            ReviewPaper *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x, y, native_x, native_y, here_x, here_y;
  graphene_point_t here;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE) || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY ||
      self->desk == NULL || native == NULL || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  gtk_native_get_surface_transform (native, &native_x, &native_y);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT ((float) (x - native_x), (float) (y - native_y)), &here))
    return GDK_EVENT_PROPAGATE;
  here_x = here.x;
  here_y = here.y;

  if (type == GDK_BUTTON_PRESS)
    {
      self->press_x = here_x;
      self->press_y = here_y;
    }
  else if (ABS (here_x - self->press_x) < DRAG_DISTANCE && ABS (here_y - self->press_y) < DRAG_DISTANCE &&
           !gtk_text_buffer_get_has_selection (get_buffer (self)))
    {
      gint64 id = review_paper_find_at (self, here_x, here_y);

      self->is_selecting = TRUE;
      if (id != 0)
        review_desk_select (self->desk, id);
      self->is_selecting = FALSE;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
reveal_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer data)
{
  ReviewPaper *self = REVIEW_PAPER (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));
  double page, value, top, bottom;
  GdkRectangle location;
  GtkTextIter iter;

  if (adjustment == NULL)
    {
      self->reveal_tick = 0;
      return G_SOURCE_REMOVE;
    }
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &iter, (int) self->reveal_position);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  page = gtk_adjustment_get_page_size (adjustment);
  value = gtk_adjustment_get_value (adjustment);
  /* Buffer coordinates begin below the top margin; the decision bar covers the foot of the page. */
  top = location.y + gtk_text_view_get_top_margin (GTK_TEXT_VIEW (self));
  bottom = top + location.height;
  if (self->reveal_prefers_top && page > 0 && bottom <= page - 8 * self->em)
    {
      if (value > 0)
        gtk_adjustment_set_value (adjustment, 0);
    }
  else if (page > 0 && (top < value + 3 * self->em || bottom > value + page - 8 * self->em))
    {
      gtk_adjustment_set_value (adjustment, top - page * 0.35);
      self->reveal_frames = MAX (self->reveal_frames, MAX_REVEAL_FRAMES / 2);
    }
  if (self->reveal_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->reveal_prefers_top = FALSE;
  self->reveal_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * review_paper_reveal:
 * @self: a paper
 * @id: an annotation
 *
 * Scrolls to an annotation where it is not in sight. The lines of a long text get their heights little by little, so the goal is
 * looked at again until it stays where it is.
 */
void
review_paper_reveal (ReviewPaper *self,
                     gint64 id)
{
  gint64 position = find_position (self, id);

  if (position < 0)
    return;
  self->reveal_position = position;
  self->reveal_frames = 4;
  if (self->reveal_tick == 0)
    self->reveal_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_cb, NULL, NULL);
}

static void
review_paper_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  ReviewPaper *self = REVIEW_PAPER (widget);

  GTK_WIDGET_CLASS (review_paper_parent_class)->size_allocate (widget, width, height, baseline);
  g_array_set_size (self->fragments, 0);
  /* Lines break elsewhere now; what one looks at stays in sight. */
  if (self->desk != NULL && self->width != 0 && self->width != width && review_desk_get_selected_id (self->desk) != 0)
    review_paper_reveal (self, review_desk_get_selected_id (self->desk));
  self->width = width;
}

static void
review_paper_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (review_paper_parent_class)->root (widget);
  paper_update_metrics (REVIEW_PAPER (widget));
  paper_update_colours (REVIEW_PAPER (widget));
}

static void
review_paper_css_changed (GtkWidget *widget,
                          GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (review_paper_parent_class)->css_changed (widget, change);
  paper_forget_layouts (REVIEW_PAPER (widget));
}

static void
review_paper_system_setting_changed (GtkWidget *widget,
                                     GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (review_paper_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME ||
      setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    paper_update_metrics (REVIEW_PAPER (widget));
}

static void
review_paper_get_property (GObject *object,
                           guint property_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  ReviewPaper *self = REVIEW_PAPER (object);

  switch (property_id)
    {
    case PROP_DESK:
      g_value_set_object (value, self->desk);
      break;
    case PROP_IS_FILLING_SLOTS:
      g_value_set_boolean (value, self->is_filling_slots);
      break;
    case PROP_SHOWS_REJECTED:
      g_value_set_boolean (value, self->shows_rejected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
review_paper_set_property (GObject *object,
                           guint property_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  ReviewPaper *self = REVIEW_PAPER (object);

  switch (property_id)
    {
    case PROP_DESK:
      review_paper_set_desk (self, g_value_get_object (value));
      break;
    case PROP_SHOWS_REJECTED:
      if (self->shows_rejected == g_value_get_boolean (value))
        break;
      self->shows_rejected = g_value_get_boolean (value);
      paper_set_marks (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
review_paper_dispose (GObject *object)
{
  ReviewPaper *self = REVIEW_PAPER (object);

  if (self->reveal_tick != 0)
    {
      gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->reveal_tick);
      self->reveal_tick = 0;
    }
  g_clear_handle_id (&self->redraw_idle, g_source_remove);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
  g_clear_object (&self->article);
  g_clear_object (&self->settings);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (review_paper_parent_class)->dispose (object);
}

static void
review_paper_finalize (GObject *object)
{
  ReviewPaper *self = REVIEW_PAPER (object);

  g_clear_pointer (&self->chars, corpus_chars_unref);
  g_clear_pointer (&self->map, review_layout_map_unref);
  g_clear_pointer (&self->index, review_span_index_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->fragments, g_array_unref);
  g_clear_pointer (&self->chip_layouts, g_hash_table_unref);
  g_clear_pointer (&self->chip_font, pango_font_description_free);
  g_free (self->folio);
  g_free (self->folio_end);

  G_OBJECT_CLASS (review_paper_parent_class)->finalize (object);
}

static void
review_paper_class_init (ReviewPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = review_paper_get_property;
  object_class->set_property = review_paper_set_property;
  object_class->dispose = review_paper_dispose;
  object_class->finalize = review_paper_finalize;
  widget_class->size_allocate = review_paper_size_allocate;
  widget_class->root = review_paper_root;
  widget_class->css_changed = review_paper_css_changed;
  widget_class->system_setting_changed = review_paper_system_setting_changed;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = paper_draw;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, REVIEW_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_FILLING_SLOTS] = g_param_spec_boolean ("is-filling-slots", NULL, NULL, FALSE,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_SHOWS_REJECTED] = g_param_spec_boolean ("shows-rejected", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
review_paper_init (ReviewPaper *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *pointer = gtk_event_controller_legacy_new ();
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->slots = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));
  self->chip_layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->rule_position = -1;
  self->shows_chips = TRUE;

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "review-paper");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article"), -1);

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "io.github.corpusreview.CorpusReview", TRUE);
  if (schema != NULL)
    {
      self->settings = g_settings_new_full (schema, NULL, NULL);
      g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_cb), self, 0);
    }
  review_palette_init (&self->palette, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  paper_init_tags (self);
  self->actions = paper_make_actions (self);
  paper_add_keys (self);
  g_signal_connect (pointer, "event", G_CALLBACK (pointer_cb), self);
  gtk_event_controller_set_propagation_phase (pointer, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), pointer);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb), self, 0);
}

/**
 * review_paper_new:
 * @desk: whose article is shown
 *
 * Returns: (transfer floating): a paper
 */
GtkWidget *
review_paper_new (ReviewDesk *desk)
{
  return g_object_new (REVIEW_TYPE_PAPER, "desk", desk, NULL);
}

/**
 * review_paper_set_desk:
 * @self: a paper
 * @desk: (nullable): whose article is shown
 */
void
review_paper_set_desk (ReviewPaper *self,
                       ReviewDesk *desk)
{
  if (self->desk == desk)
    return;
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_set_object (&self->desk, desk);
  if (desk != NULL)
    {
      g_signal_connect (desk, "article-changed", G_CALLBACK (article_changed_cb), self);
      g_signal_connect (desk, "notify::selected-id", G_CALLBACK (selected_id_cb), self);
      g_signal_connect (desk, "notify::tagset", G_CALLBACK (tagset_cb), self);
      article_changed_cb (desk, self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DESK]);
}

/**
 * review_paper_get_actions:
 * @self: a paper
 *
 * Returns: (transfer none): its verbs, to be put into a window under the name “paper”
 */
GActionGroup *
review_paper_get_actions (ReviewPaper *self)
{
  return self->actions;
}

void
paper_set_filling_slots (ReviewPaper *self,
                         gboolean is_filling)
{
  if (self->is_filling_slots == is_filling)
    return;
  self->is_filling_slots = is_filling;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_FILLING_SLOTS]);
}

/**
 * review_paper_get_selection:
 * @self: a paper
 * @span: (out): the selected range of the article's text, without white space at its ends
 *
 * Returns: whether anything is selected
 */
gboolean
review_paper_get_selection (ReviewPaper *self,
                            CorpusSpan *span)
{
  GtkTextIter start, end;

  if (self->map == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return FALSE;
  span->start = review_layout_map_to_text (self->map, gtk_text_iter_get_offset (&start));
  span->end = review_layout_map_to_text (self->map, gtk_text_iter_get_offset (&end));
  while (span->start < span->end && g_unichar_isspace (corpus_chars_get_char (self->chars, span->start)))
    span->start++;
  while (span->start < span->end && g_unichar_isspace (corpus_chars_get_char (self->chars, span->end - 1)))
    span->end--;
  return span->start < span->end;
}

/**
 * review_paper_select_range:
 * @self: a paper
 * @start: first code point of the article's text
 * @end: one past the last
 *
 * Selects a range, the caret at its end.
 */
void
review_paper_select_range (ReviewPaper *self,
                           gint64 start,
                           gint64 end)
{
  GtkTextIter from, to;

  if (self->map == NULL)
    return;
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &from, (int) review_layout_map_to_display (self->map, start));
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &to, (int) review_layout_map_end_to_display (self->map, end));
  gtk_text_buffer_select_range (get_buffer (self), &to, &from);
}

/**
 * review_paper_get_box_rects:
 * @self: a paper
 * @id: an annotation
 *
 * Returns: (transfer full) (element-type GdkRectangle): where its boxes are, in buffer coordinates: one for each piece and
 *   display line; none where it is not shown
 */
GArray *
review_paper_get_box_rects (ReviewPaper *self,
                            gint64 id)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  g_autoptr (GArray) fragments = g_array_new (FALSE, FALSE, sizeof (Fragment));

  for (guint i = 0; i < self->marks->len; i++)
    if (g_array_index (self->marks, Mark, i).id == id)
      paper_append_fragments (self, &g_array_index (self->marks, Mark, i), fragments);
  for (guint i = 0; i < fragments->len; i++)
    {
      const graphene_rect_t *box = &g_array_index (fragments, Fragment, i).box;
      GdkRectangle rect = { (int) box->origin.x, (int) box->origin.y, (int) box->size.width, (int) box->size.height };

      g_array_append_val (rects, rect);
    }
  return rects;
}

/**
 * review_paper_get_measure:
 * @self: a paper
 *
 * Returns: how wide it is at most, in pixels: 42 Chinese characters and its margins
 */
int
review_paper_get_measure (ReviewPaper *self)
{
  return (int) (self->em * (42 + 4.8) + 1);
}
