/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The boxes around annotations, their chips, and what the selected one shows beyond.
 *
 * Everything is in buffer coordinates. The pass below the text finds the marks of the visible lines and cuts each into
 * fragments, one a display line; it draws tints and borders. The pass above the text draws what may not be hidden by a
 * selection: the outline of the selected annotation, slots, chips. Drawing never changes buffer or model.
 *
 * Heights come from the line, not from the glyphs: a box is as high around Latin as around Chinese letters. Above the box, in
 * the leading, lie up to two further steps of nesting and one row of chips. Chips of a nest are set above its tallest
 * box, side by side; each gets the room up to the next one and says its whole name, a short one, or nothing. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-paper-private.h"

#include <math.h>
#include <string.h>

/* Steps of nesting that are drawn. */
#define MAX_DEPTH 2

static float
step_up (ReviewPaper *self)
{
  return (float) MAX (2.5, self->em * 0.15);
}

static float
step_down (ReviewPaper *self)
{
  return (float) MAX (1.5, self->em * 0.08);
}

static void
get_iter (ReviewPaper *self,
          gint64 position,
          GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), iter, (int) position);
}

static GdkRectangle
get_location (ReviewPaper *self,
              gint64 position)
{
  GtkTextIter iter;
  GdkRectangle location;

  get_iter (self, position, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &location);
  return location;
}

static gboolean
is_same_line (const GdkRectangle *a,
              const GdkRectangle *b)
{
  return abs ((2 * a->y + a->height) - (2 * b->y + b->height)) < MAX (a->height, b->height);
}

/* The last position before @end that stands on the display line of @first, by halving: a wrapped line has no end one could ask for
 * without laying the paragraph out once more. */
static gint64
find_last_on_line (ReviewPaper *self,
                   gint64 start,
                   gint64 end,
                   const GdkRectangle *first)
{
  gint64 low = start, high = end - 1;

  while (low < high)
    {
      gint64 middle = (low + high + 1) / 2;
      GdkRectangle location = get_location (self, middle);

      if (is_same_line (first, &location))
        low = middle;
      else
        high = middle - 1;
    }
  return low;
}

/* A fragment ends with a letter: line breaks and blanks at its end are not drawn. */
static gint64
skip_blanks_back (ReviewPaper *self,
                  gint64 start,
                  gint64 last)
{
  GtkTextIter iter;

  get_iter (self, last, &iter);
  while (last > start && g_unichar_isspace (gtk_text_iter_get_char (&iter)) && gtk_text_iter_backward_char (&iter))
    last--;
  return last;
}

/* Cuts a mark into one fragment a display line. */
void
paper_append_fragments (ReviewPaper *self,
                        const Mark *mark,
                        GArray *fragments)
{
  guint depth = MIN (mark->depth, MAX_DEPTH), height = MIN (mark->height, MAX_DEPTH);
  gint64 at = mark->span.start;

  while (at < mark->span.end)
    {
      GdkRectangle first = get_location (self, at);
      gint64 last = mark->span.end - 1;
      GdkRectangle end = get_location (self, last);
      Fragment fragment = { .mark = mark };
      float left, right, middle, half;

      if (!is_same_line (&first, &end))
        {
          last = find_last_on_line (self, at, mark->span.end, &first);
          end = get_location (self, last);
        }
      fragment.is_open_left = at > mark->span.start;
      fragment.is_open_right = last < mark->span.end - 1;
      if (skip_blanks_back (self, at, last) < last)
        {
          GdkRectangle letter = get_location (self, skip_blanks_back (self, at, last));

          if (is_same_line (&first, &letter))
            end = letter;
        }

      left = MIN (MIN (first.x, first.x + first.width), MIN (end.x, end.x + end.width));
      right = MAX (MAX (first.x, first.x + first.width), MAX (end.x, end.x + end.width));
      middle = (float) first.y + (float) first.height / 2.f;
      half = (float) first.height * 0.43f;
      fragment.em_top = middle - half;
      fragment.nest_top = fragment.em_top - (float) height * step_up (self);
      graphene_rect_init (&fragment.box, left, fragment.em_top - (float) depth * step_up (self), right - left,
                          2 * half + (float) depth * (step_up (self) + step_down (self)));
      if (right > left)
        g_array_append_val (fragments, fragment);
      at = last + 1;
    }
}

typedef struct
{
  ReviewPaper *self;
  gint64 selected_id;
} Collector;

static void
collect_mark (guint span_index,
              gpointer data)
{
  Collector *collector = data;
  const Mark *mark = &g_array_index (collector->self->marks, Mark, span_index);

  if (mark->depth <= MAX_DEPTH || mark->id == collector->selected_id)
    paper_append_fragments (collector->self, mark, collector->self->fragments);
}

static int
compare_fragments (gconstpointer a,
                   gconstpointer b)
{
  const Fragment *x = a, *y = b;
  float x_line = x->em_top, y_line = y->em_top;

  if (fabsf (x_line - y_line) > 4.f)
    return x_line < y_line ? -1 : 1;
  if (fabsf (x->box.origin.x - y->box.origin.x) > 0.5f)
    return x->box.origin.x < y->box.origin.x ? -1 : 1;
  return (x->mark->depth < y->mark->depth) - (x->mark->depth > y->mark->depth);
}

/* The lines in sight. */
static CorpusSpan
find_visible (ReviewPaper *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  gtk_text_view_get_line_at_y (view, &end, visible.y + visible.height, NULL);
  gtk_text_iter_forward_to_line_end (&end);
  return (CorpusSpan){ gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) + 1 };
}

/* Finds what the visible lines show. */
static void
collect_visible (ReviewPaper *self)
{
  Collector collector = { self, review_desk_get_selected_id (self->desk) };
  CorpusSpan visible = find_visible (self);

  g_array_set_size (self->fragments, 0);
  review_span_index_find (self->index, visible.start, visible.end, collect_mark, &collector);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Mark *mark = &g_array_index (self->slots, Mark, i);

      if (corpus_span_overlaps (mark->span, visible))
        paper_append_fragments (self, mark, self->fragments);
    }
  g_array_sort (self->fragments, compare_fragments);
}

/* The outline of a fragment; sides at which it goes on in another line stay open. */
static void
add_outline (cairo_t *cr,
             const graphene_rect_t *box,
             double radius,
             gboolean is_open_left,
             gboolean is_open_right)
{
  double x = box->origin.x, y = box->origin.y, w = box->size.width, h = box->size.height;
  double r = MIN (radius, MIN (w, h) / 2);

  cairo_new_path (cr);
  if (!is_open_left && !is_open_right)
    {
      cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
      cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
      cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
      cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
      return;
    }
  if (is_open_left && is_open_right)
    {
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + w, y);
      cairo_move_to (cr, x, y + h);
      cairo_line_to (cr, x + w, y + h);
      return;
    }
  if (is_open_left)
    {
      cairo_move_to (cr, x, y);
      cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
      cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
      cairo_line_to (cr, x, y + h);
      return;
    }
  cairo_move_to (cr, x + w, y);
  cairo_arc_negative (cr, x + r, y + r, r, -G_PI_2, -G_PI);
  cairo_arc_negative (cr, x + r, y + h - r, r, G_PI, G_PI_2);
  cairo_line_to (cr, x + w, y + h);
}

static double
get_radius (const Fragment *fragment)
{
  return fragment->mark->kind == MARK_VALUE ? MIN (fragment->box.size.height / 2.6, 7) : 3;
}

static void
draw_dotted (cairo_t *cr,
             const Fragment *fragment,
             double y,
             double width)
{
  const double dots[] = { 0, width * 2.2 };

  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, dots, 2, 0);
  cairo_move_to (cr, fragment->box.origin.x + 1, y);
  cairo_line_to (cr, fragment->box.origin.x + fragment->box.size.width - 1, y);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

static void
draw_box (ReviewPaper *self,
          cairo_t *cr,
          const Fragment *fragment)
{
  const double dashes[] = { 3.5, 2.5 };
  const Mark *mark = fragment->mark;
  GdkRGBA tint = mark->hue;
  graphene_rect_t inner;

  gdk_cairo_set_source_rgba (cr, &mark->hue);
  if (mark->state == CORPUS_STATE_REJECTED)
    {
      tint.alpha = 0.6f;
      gdk_cairo_set_source_rgba (cr, &tint);
      draw_dotted (cr, fragment, fragment->box.origin.y + fragment->box.size.height, 1.3);
      return;
    }

  /* A hair wider than the letters, so that none is cut. */
  graphene_rect_inset_r (&fragment->box, -0.7f, 0.5f, &inner);
  tint.alpha = 0.13f;
  cairo_new_path (cr);
  if (fragment->is_open_left || fragment->is_open_right)
    cairo_rectangle (cr, inner.origin.x, inner.origin.y, inner.size.width, inner.size.height);
  else
    add_outline (cr, &inner, get_radius (fragment), FALSE, FALSE);
  gdk_cairo_set_source_rgba (cr, &tint);
  cairo_fill (cr);

  gdk_cairo_set_source_rgba (cr, &mark->hue);
  cairo_set_line_width (cr, 1.2);
  if (mark->state == CORPUS_STATE_SUGGESTED)
    cairo_set_dash (cr, dashes, 2, 0);
  add_outline (cr, &inner, get_radius (fragment), fragment->is_open_left, fragment->is_open_right);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static PangoLayout *
get_layout (ReviewPaper *self,
            const char *words)
{
  PangoLayout *layout = g_hash_table_lookup (self->chip_layouts, words);

  if (layout == NULL)
    {
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
      pango_layout_set_font_description (layout, self->chip_font);
      g_hash_table_insert (self->chip_layouts, g_strdup (words), layout);
    }
  return layout;
}

/* Layouts are made for one font and one screen. */
void
paper_forget_layouts (ReviewPaper *self)
{
  g_hash_table_remove_all (self->chip_layouts);
}

/* The longest of a name, its first three letters and its first one that fits; NULL where none does. */
static PangoLayout *
fit_name (ReviewPaper *self,
          const char *name,
          float room)
{
  const int lengths[] = { -1, 3, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *words = NULL;
      PangoLayout *layout;
      int width;

      if (lengths[i] > 0 && g_utf8_strlen (name, -1) <= lengths[i])
        continue;
      words = lengths[i] > 0 ? g_utf8_substring (name, 0, lengths[i]) : g_strdup (name);
      layout = get_layout (self, words);
      pango_layout_get_pixel_size (layout, &width, NULL);
      if ((float) width <= room)
        return layout;
    }
  return NULL;
}

static gboolean
has_chip (ReviewPaper *self,
          const Fragment *fragment)
{
  const Mark *mark = fragment->mark;

  if (fragment->is_open_left || !mark->is_first || mark->state == CORPUS_STATE_REJECTED)
    return FALSE;
  return self->shows_chips || mark->kind == MARK_SLOT || mark->id == review_desk_get_selected_id (self->desk);
}

/* Who goes first where two want the same room. */
static int
get_rank (ReviewPaper *self,
          const Mark *mark)
{
  if (mark->id != review_desk_get_selected_id (self->desk))
    return 2;
  return mark->kind == MARK_SLOT ? 1 : 0;
}

/* Puts the chips of one display line side by side. */
static void
place_line (ReviewPaper *self,
            GArray *fragments,
            guint first,
            guint end,
            GArray *chips)
{
  guint first_chip = chips->len;
  float line_end = (float) gtk_widget_get_width (GTK_WIDGET (self)) -
                   (float) gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self)) + (float) self->em;

  for (int rank = 0; rank <= 2; rank++)
    for (guint i = first; i < end; i++)
      {
        const Fragment *fragment = &g_array_index (fragments, Fragment, i);
        float x = fragment->box.origin.x + 1, limit = line_end;
        PangoLayout *layout;
        Chip chip;
        int width, height;

        if (get_rank (self, fragment->mark) != rank || !has_chip (self, fragment))
          continue;
        /* Behind what stands there already, and before what stands or wants to stand further on. */
        for (guint j = first_chip; j < chips->len; j++)
          {
            const graphene_rect_t *other = &g_array_index (chips, Chip, j).area;

            if (other->origin.x <= x + 0.5f && other->origin.x + other->size.width > x - 3)
              x = other->origin.x + other->size.width + 4;
          }
        for (guint j = first_chip; j < chips->len; j++)
          {
            const graphene_rect_t *other = &g_array_index (chips, Chip, j).area;

            if (other->origin.x > x)
              limit = MIN (limit, other->origin.x);
          }
        for (guint j = first; j < end; j++)
          {
            const Fragment *other = &g_array_index (fragments, Fragment, j);

            if (other->box.origin.x > fragment->box.origin.x + 0.5f && has_chip (self, other) &&
                get_rank (self, other->mark) <= rank)
              limit = MIN (limit, MAX (other->box.origin.x, x));
          }
        layout = fit_name (self, fragment->mark->name, limit - x - 3);
        if (layout == NULL || (x > fragment->box.origin.x + fragment->box.size.width && rank > 0))
          continue;

        pango_layout_get_pixel_size (layout, &width, &height);
        chip.layout = layout;
        chip.colour = fragment->mark->hue;
        graphene_rect_init (&chip.area, x, fragment->nest_top - (float) height + (rank == 0 ? -1.5f : 0.5f), (float) width, (float) height);
        g_array_append_val (chips, chip);
      }
}

/* Where the chips of these fragments go, which are sorted by line and place. */
GArray *
paper_place_chips (ReviewPaper *self,
                   GArray *fragments)
{
  GArray *chips = g_array_new (FALSE, TRUE, sizeof (Chip));

  for (guint first = 0; first < fragments->len;)
    {
      guint end = first + 1;

      while (end < fragments->len && fabsf (g_array_index (fragments, Fragment, end).em_top -
                                            g_array_index (fragments, Fragment, first).em_top) <= 4.f)
        end++;
      place_line (self, fragments, first, end, chips);
      first = end;
    }
  return chips;
}

static void
draw_chips (ReviewPaper *self,
            GtkSnapshot *snapshot)
{
  g_autoptr (GArray) chips = paper_place_chips (self, self->fragments);

  for (guint i = 0; i < chips->len; i++)
    {
      const Chip *chip = &g_array_index (chips, Chip, i);

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &chip->area.origin);
      gtk_snapshot_append_layout (snapshot, chip->layout, &chip->colour);
      gtk_snapshot_restore (snapshot);
    }
}

/* A question mark in a small disc at the upper right corner. */
static void
draw_doubt (ReviewPaper *self,
            GtkSnapshot *snapshot,
            const Fragment *fragment)
{
  PangoLayout *layout = get_layout (self, "?");
  float radius = (float) (self->em * 0.3);
  float x = fragment->box.origin.x + fragment->box.size.width - radius * 0.2f, y = fragment->box.origin.y + radius * 0.1f;
  graphene_rect_t area;
  GskRoundedRect disc;
  int width, height;

  graphene_rect_init (&area, x - radius, y - radius, 2 * radius, 2 * radius);
  gsk_rounded_rect_init_from_rect (&disc, &area, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &fragment->mark->hue, &area);
  gtk_snapshot_pop (snapshot);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x - (float) width / 2.f, y - (float) height / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette.paper);
  gtk_snapshot_restore (snapshot);
}

/* Ties two pieces of the selected annotation: below the text where they share a line, through the margins where they do not. */
static void
draw_tie (ReviewPaper *self,
          cairo_t *cr,
          const Fragment *from,
          const Fragment *to)
{
  double from_x = from->box.origin.x + from->box.size.width, from_y = from->box.origin.y + from->box.size.height + 3.5;
  double to_x = to->box.origin.x, to_y = to->box.origin.y + to->box.size.height + 3.5;
  double right = gtk_widget_get_width (GTK_WIDGET (self)) - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self));
  double left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));

  cairo_move_to (cr, from_x - 4, from_y - 2);
  cairo_line_to (cr, from_x, from_y);
  if (fabsf (from->em_top - to->em_top) <= 4.f)
    {
      cairo_line_to (cr, to_x, to_y);
      cairo_line_to (cr, to_x + 4, to_y - 2);
    }
  else
    {
      cairo_line_to (cr, MAX (right, from_x + 6), from_y);
      cairo_stroke (cr);
      cairo_move_to (cr, MIN (left, to_x - 6), to_y);
      cairo_line_to (cr, to_x, to_y);
      cairo_line_to (cr, to_x + 4, to_y - 2);
    }
  cairo_stroke (cr);
}

static void
draw_selected (ReviewPaper *self,
               cairo_t *cr)
{
  gint64 selected_id = review_desk_get_selected_id (self->desk);
  const double dots[] = { 1.5, 3 };
  const Fragment *last = NULL;

  if (selected_id == 0)
    return;
  for (guint i = 0; i < self->fragments->len; i++)
    {
      const Fragment *fragment = &g_array_index (self->fragments, Fragment, i);
      graphene_rect_t outer;

      if (fragment->mark->id != selected_id)
        continue;
      if (fragment->mark->kind == MARK_SLOT)
        {
          gdk_cairo_set_source_rgba (cr, &fragment->mark->hue);
          draw_dotted (cr, fragment, fragment->em_top + fragment->box.size.height + 2, 2);
          continue;
        }
      gdk_cairo_set_source_rgba (cr, &self->palette.accent);
      if (last != NULL && last->mark != fragment->mark)
        {
          cairo_set_line_width (cr, 1.5);
          cairo_set_dash (cr, dots, 2, 0);
          draw_tie (self, cr, last, fragment);
          cairo_set_dash (cr, NULL, 0, 0);
        }
      last = fragment;
      graphene_rect_inset_r (&fragment->box, -1.5f, -1.5f, &outer);
      cairo_set_line_width (cr, 2.5);
      add_outline (cr, &outer, get_radius (fragment) + 1.5, fragment->is_open_left, fragment->is_open_right);
      cairo_stroke (cr);
    }
}

static void
draw_words (ReviewPaper *self,
            GtkSnapshot *snapshot,
            const char *words,
            gboolean is_right)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("sans-serif");
  float margin = (float) (self->em * 2.4);
  float x = margin;
  int width;

  pango_font_description_set_absolute_size (font, self->em * 0.68 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (is_right)
    x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - margin - (float) width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (-self->em * 1.2)));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette.faint);
  gtk_snapshot_restore (snapshot);
}

/* What stands on the sheet beside the article: where it was printed, and a line under its head. */
static void
draw_sheet (ReviewPaper *self,
            GtkSnapshot *snapshot,
            const GdkRectangle *visible)
{
  GdkRGBA line = self->palette.faint;
  float margin = (float) (self->em * 2.4);

  if (visible->y < 0 && self->folio != NULL)
    draw_words (self, snapshot, self->folio, FALSE);
  if (visible->y < 0 && self->folio_end != NULL)
    draw_words (self, snapshot, self->folio_end, TRUE);
  if (self->rule_position >= 0)
    {
      GtkTextIter iter;
      int y, height;

      get_iter (self, self->rule_position, &iter);
      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
      line.alpha = 0.35f;
      if (y < visible->y + visible->height && y + height > visible->y)
        gtk_snapshot_append_color (snapshot, &line,
                                   &GRAPHENE_RECT_INIT (margin, (float) y + (float) (self->em * 0.8),
                                                        (float) gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin, 1));
    }
}

static gboolean
redraw_cb (gpointer data)
{
  ReviewPaper *self = data;

  self->redraw_idle = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static gboolean
have_moved (GArray *was,
            GArray *now)
{
  if (was->len != now->len)
    return TRUE;
  for (guint i = 0; i < now->len; i++)
    if (!graphene_rect_equal (&g_array_index (was, Fragment, i).box, &g_array_index (now, Fragment, i).box))
      return TRUE;
  return FALSE;
}

/* The text view measures lines between the two passes where it had not done so before. What the first pass drew lies elsewhere
 * then: the second looks again, and another frame is needed, which cannot be asked for while this one is made. */
static void
collect_again (ReviewPaper *self)
{
  g_autoptr (GArray) was = g_array_copy (self->fragments);

  collect_visible (self);
  if (have_moved (was, self->fragments) && self->redraw_idle == 0)
    self->redraw_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, redraw_cb, self, NULL);
}

/* The vfunc of the text view, called once below and once above the text. */
void
paper_draw (GtkTextView *view,
            GtkTextViewLayer layer,
            GtkSnapshot *snapshot)
{
  ReviewPaper *self = REVIEW_PAPER (view);
  GdkRectangle visible;
  graphene_rect_t area;
  cairo_t *cr;

  if (self->map == NULL)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  graphene_rect_init (&area, (float) visible.x - 8, (float) visible.y - 8, (float) visible.width + 16, (float) visible.height + 16);
  gtk_snapshot_save (snapshot);
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    {
      draw_sheet (self, snapshot, &visible);
      collect_visible (self);
      if (self->fragments->len > 0)
        {
          cr = gtk_snapshot_append_cairo (snapshot, &area);
          for (guint i = 0; i < self->fragments->len; i++)
            if (g_array_index (self->fragments, Fragment, i).mark->kind != MARK_SLOT)
              draw_box (self, cr, &g_array_index (self->fragments, Fragment, i));
          cairo_destroy (cr);
        }
    }
  else
    {
      collect_again (self);
      if (self->fragments->len > 0 && review_desk_get_selected_id (self->desk) != 0)
        {
          cr = gtk_snapshot_append_cairo (snapshot, &area);
          draw_selected (self, cr);
          cairo_destroy (cr);
        }
      draw_chips (self, snapshot);
      for (guint i = 0; i < self->fragments->len; i++)
        {
          const Fragment *fragment = &g_array_index (self->fragments, Fragment, i);

          if (fragment->mark->is_doubtful && !fragment->is_open_right)
            draw_doubt (self, snapshot, fragment);
        }
    }
  gtk_snapshot_restore (snapshot);
}
