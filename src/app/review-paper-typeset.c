/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How an article is set: one text tag a role, and the marks that are drawn around it. Tags carry type, never boxes: a tag
 * belongs to the buffer and hides what lies inside it. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-paper-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/review-words.h"

/* More than this of an article is not shown: a view of it would take seconds to make. */
#define MAX_SHOWN 2000000

#define SERIF "Noto Serif CJK SC, Source Han Serif SC, Source Han Serif CN, Songti SC, SimSun, serif"
#define SANS "Noto Sans CJK SC, Source Han Sans SC, sans-serif"

/* Below this a suggestion is doubtful. */
#define DOUBT 0.5

static const struct
{
  const char *role;
  double scale;
  int weight;
  gboolean is_faint;
  gboolean is_sans;
  double indent; /* em of the body */
  double margin; /* em of the body */
  GtkJustification justification;
} roles[] = {
  { "section", 0.72, 600, TRUE, TRUE, 0, 0, GTK_JUSTIFY_LEFT },
  { "column", 0.78, 600, TRUE, TRUE, 0, 0, GTK_JUSTIFY_LEFT },
  { "kicker", 0.94, 400, TRUE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "headline", 1.6, 700, FALSE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "subhead", 1.06, 400, FALSE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "crosshead", 1.06, 700, FALSE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "byline", 0.86, 400, TRUE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "body", 1, 400, FALSE, FALSE, 2, 0, GTK_JUSTIFY_LEFT },
  { "caption", 0.82, 400, TRUE, TRUE, 0, 2, GTK_JUSTIFY_LEFT },
  { "credit", 0.82, 400, TRUE, TRUE, 0, 2, GTK_JUSTIFY_LEFT },
  { "editor_note", 0.94, 400, TRUE, FALSE, 2, 2, GTK_JUSTIFY_LEFT },
  { "jump", 0.82, 400, TRUE, FALSE, 0, 0, GTK_JUSTIFY_LEFT },
  { "notice", 0.94, 400, FALSE, TRUE, 0, 0, GTK_JUSTIFY_LEFT },
  { "signature", 0.94, 400, FALSE, FALSE, 0, 2, GTK_JUSTIFY_RIGHT },
  { "list", 1, 400, FALSE, FALSE, 0, 1, GTK_JUSTIFY_LEFT },
  { "table", 0.86, 400, FALSE, TRUE, 0, 1, GTK_JUSTIFY_LEFT },
  { "teaser", 0.86, 400, TRUE, TRUE, 0, 0, GTK_JUSTIFY_LEFT },
  { "advertisement", 0.86, 400, TRUE, TRUE, 0, 0, GTK_JUSTIFY_LEFT },
};

static GtkTextTag *
find_tag (ReviewPaper *self,
          const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
}

/* Makes the tags; what they look like is said by paper_update_metrics() and paper_update_colours(). */
void
paper_init_tags (ReviewPaper *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  self->base_tag = gtk_text_buffer_create_tag (buffer, "base", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    gtk_text_buffer_create_tag (buffer, roles[i].role,
                                "family", roles[i].is_sans ? SANS : SERIF,
                                "weight", roles[i].weight,
                                "justification", roles[i].justification,
                                NULL);
  /* The first line of a display paragraph that only continues the one above it. */
  gtk_text_buffer_create_tag (buffer, "continued", "indent", 0, NULL);
  gtk_text_buffer_create_tag (buffer, "after-head", NULL);
  gtk_text_buffer_create_tag (buffer, "odd", NULL);
  gtk_text_buffer_create_tag (buffer, "inserted", NULL);
  self->value_tag = gtk_text_buffer_create_tag (buffer, "value", "weight", 600, NULL);
}

/* Sizes, from the font size in the settings and the resolution of the screen. */
void
paper_update_metrics (ReviewPaper *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int points = self->settings != NULL ? g_settings_get_int (self->settings, "text-font-size") : 14;
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  double resolution = pango_cairo_context_get_resolution (context);
  GtkWidget *clamp = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_CLAMP_SCROLLABLE);
  int margin;

  self->em = points * (resolution > 0 ? resolution : 96) / 72.;
  self->lead = (int) (self->em * 0.76 + 0.5);
  margin = (int) (self->em * 2.4 + 0.5);
  self->shows_chips = self->settings == NULL || g_settings_get_boolean (self->settings, "show-chips");

  g_object_set (self->base_tag, "family", SERIF, "size-points", (double) points, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_object_set (find_tag (self, roles[i].role),
                  "size-points", points * roles[i].scale,
                  "indent", (int) (roles[i].indent * self->em),
                  "left-margin", margin + (int) (roles[i].margin * self->em),
                  "right-margin", margin + (int) (roles[i].margin * self->em),
                  NULL);
  g_object_set (find_tag (self, "after-head"), "pixels-above-lines", self->lead + (int) (self->em * 1.1), NULL);
  g_object_set (find_tag (self, "inserted"), "size-points", points * 0.82, NULL);
  gtk_text_view_set_pixels_above_lines (view, self->lead);
  gtk_text_view_set_pixels_inside_wrap (view, self->lead);
  gtk_text_view_set_left_margin (view, margin);
  gtk_text_view_set_right_margin (view, margin);
  gtk_text_view_set_top_margin (view, (int) (self->em * 2.6));
  gtk_text_view_set_bottom_margin (view, (int) (self->em * 9));

  g_clear_pointer (&self->chip_font, pango_font_description_free);
  self->chip_font = pango_font_description_from_string ("sans-serif Bold");
  pango_font_description_set_absolute_size (self->chip_font, self->em * 0.48 * PANGO_SCALE);
  paper_forget_layouts (self);
  if (clamp != NULL)
    adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), review_paper_get_measure (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Colours, for light or dark paper. */
void
paper_update_colours (ReviewPaper *self)
{
  review_palette_init (&self->palette, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  g_object_set (self->base_tag, "foreground-rgba", &self->palette.ink, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (roles[i].is_faint)
      g_object_set (find_tag (self, roles[i].role), "foreground-rgba", &self->palette.faint, NULL);
  g_object_set (find_tag (self, "inserted"), "foreground-rgba", &self->palette.faint, NULL);
  paper_set_marks (self);
}

static char *
dup_folio (CorpusArticle *article)
{
  GPtrArray *pages = corpus_article_get_pages (article);
  CorpusPage *page = pages->len > 0 ? g_ptr_array_index (pages, 0) : NULL;
  g_autofree char *section = corpus_article_dup_value (article, CORPUS_FIELD_SECTION);
  GString *folio = g_string_new (NULL);

  if (page == NULL)
    return g_string_free (folio, FALSE);
  if (page->publication != NULL)
    g_string_append (folio, page->publication);
  if (page->date != NULL)
    g_string_append_printf (folio, "%s%s", folio->len > 0 ? "  " : "", page->date);
  if (page->number != NULL)
    {
      g_autofree char *number = g_strdup_printf (_ ("p. %s"), page->number);

      g_string_append_printf (folio, "%s%s", folio->len > 0 ? "  " : "", number);
    }
  if (section != NULL && *section != '\0')
    g_string_append_printf (folio, "%s%s", folio->len > 0 ? " · " : "", section);
  return g_string_free (folio, FALSE);
}

static char *
dup_folio_end (CorpusArticle *article)
{
  g_autofree char *to = corpus_article_dup_value (article, CORPUS_FIELD_JUMP_TO);
  g_autofree char *from = corpus_article_dup_value (article, CORPUS_FIELD_JUMP_FROM);

  if (to != NULL)
    /* Translators: %s is the number of a newspaper page */
    return g_strdup_printf (_ ("continues on p. %s"), to);
  if (from != NULL)
    return g_strdup_printf (_ ("continued from p. %s"), from);
  return NULL;
}

static gboolean
is_head (const char *role)
{
  return g_str_equal (role, "section") || g_str_equal (role, "column") || g_str_equal (role, "kicker") ||
         g_str_equal (role, "headline") || g_str_equal (role, "subhead");
}

/* What the pages say in a block that is no part of the text. */
static char *
dup_block_words (CorpusArticle *article,
                 CorpusBlock *block)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < block->pieces->len; i++)
    {
      CorpusPiece *piece = corpus_piece_at (block->pieces, i);
      CorpusPage *page = corpus_article_find_page (article, piece->page_id);
      g_autofree char *part = page != NULL ? corpus_chars_dup_range (page->chars, piece->start, piece->end) : NULL;

      g_string_append (words, part != NULL ? part : "");
    }
  g_strdelimit (words->str, "\r\n", ' ');
  g_strstrip (words->str);
  return g_string_free (words, FALSE);
}

/* Lines that send the reader to another page stand where they stood, set apart from the text. */
static void
insert_jumps (ReviewPaper *self,
              CorpusText *text)
{
  GPtrArray *blocks = corpus_article_get_blocks (self->article);

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *words = NULL, *shown = NULL;

      if (!g_str_equal (block->role, "jump") && !g_str_equal (block->role, "continued"))
        continue;
      words = dup_block_words (self->article, block);
      shown = g_strdup_printf (" %s ", words);
      review_layout_map_insert (self->map, corpus_text_get_block_span (text, i).start, shown);
    }
}

static void
apply_tag (ReviewPaper *self,
           GtkTextTag *tag,
           CorpusSpan span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) span.end);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static void
apply_roles (ReviewPaper *self,
             CorpusText *text)
{
  GPtrArray *blocks = corpus_article_get_blocks (self->article);
  GArray *insertions = review_layout_map_get_insertions (self->map);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  const char *previous = NULL;
  gboolean is_odd = FALSE;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, self->base_tag, &start, &end);
  self->rule_position = -1;
  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusSpan span = corpus_text_get_block_span (text, i);
      GtkTextTag *tag = find_tag (self, block->role);
      CorpusSpan shown;

      if (span.start == span.end || span.start >= review_layout_map_get_shown_length (self->map))
        continue;
      shown.start = review_layout_map_to_display (self->map, span.start);
      /* With the newline, so that the last line of the paragraph is set like the others. */
      shown.end = MIN (review_layout_map_end_to_display (self->map, span.end) + 1, gtk_text_buffer_get_char_count (buffer));
      if (tag != NULL)
        apply_tag (self, tag, shown);
      /* Two blocks of one role would make one stretch of its tag. The text view then takes the style of a line from whichever line
       * it happened to lay out before, for it looks anew only where a tag begins or ends: so one does, at every block. */
      if (is_odd)
        apply_tag (self, find_tag (self, "odd"), shown);
      is_odd = !is_odd;
      if (previous != NULL && is_head (previous) && !is_head (block->role) && self->rule_position < 0)
        {
          self->rule_position = shown.start;
          apply_tag (self, find_tag (self, "after-head"), (CorpusSpan){ shown.start, shown.start + 1 });
        }
      previous = block->role;
    }
  for (guint i = 0; i < insertions->len; i++)
    {
      CorpusSpan inserted = g_array_index (insertions, CorpusSpan, i);

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) inserted.start);
      if (inserted.end - inserted.start == 1 && gtk_text_iter_get_char (&start) == '\n')
        {
          gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) inserted.end);
          gtk_text_iter_forward_to_line_end (&end);
          apply_tag (self, find_tag (self, "continued"), (CorpusSpan){ inserted.end, gtk_text_iter_get_offset (&end) });
        }
      else
        {
          apply_tag (self, find_tag (self, "inserted"), inserted);
        }
    }
}

/* Fills the buffer with the article; where only annotations changed it stays as it is. */
void
paper_set_text (ReviewPaper *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  CorpusText *text = self->article != NULL ? corpus_article_get_text (self->article) : NULL;
  CorpusChars *chars = text != NULL ? corpus_text_get_chars (text) : NULL;

  g_clear_pointer (&self->chars, corpus_chars_unref);
  g_clear_pointer (&self->map, review_layout_map_unref);
  g_clear_pointer (&self->folio, g_free);
  g_clear_pointer (&self->folio_end, g_free);
  /* Their tags go with the old text. */
  g_array_set_size (self->marks, 0);
  self->rule_position = -1;
  if (chars == NULL)
    {
      gtk_text_buffer_set_text (buffer, "", 0);
      paper_set_marks (self);
      return;
    }

  self->chars = corpus_chars_ref (chars);
  self->map = review_layout_map_new (chars, MAX_SHOWN);
  self->folio = dup_folio (self->article);
  self->folio_end = dup_folio_end (self->article);
  insert_jumps (self, text);
  if (review_layout_map_get_shown_length (self->map) < corpus_chars_get_length (chars))
    {
      g_autofree char *words = g_strdup_printf (_ ("\nOnly the first %d characters of this article are shown."), MAX_SHOWN);

      review_layout_map_insert (self->map, review_layout_map_get_shown_length (self->map), words);
    }
  /* In one call: a CRLF that comes in two is counted as two lines. */
  gtk_text_buffer_set_text (buffer, review_layout_map_get_display (self->map), -1);
  apply_roles (self, text);
  paper_set_marks (self);
}

static void
append_mark (ReviewPaper *self,
             GArray *marks,
             GArray *spans,
             Mark mark)
{
  gint64 shown_length = review_layout_map_get_shown_length (self->map);

  for (guint i = 0; i < spans->len; i++)
    {
      CorpusSpan span = g_array_index (spans, CorpusSpan, i);

      if (span.start >= shown_length || span.start >= span.end)
        continue;
      mark.span.start = review_layout_map_to_display (self->map, span.start);
      mark.span.end = review_layout_map_end_to_display (self->map, span.end);
      mark.is_first = i == 0;
      g_array_append_val (marks, mark);
    }
}

static gboolean
is_doubtful (const CorpusProvenance *provenance)
{
  return provenance->state == CORPUS_STATE_SUGGESTED && provenance->confidence >= 0 && provenance->confidence < DOUBT;
}

static void
append_entity_marks (ReviewPaper *self,
                     CorpusText *text)
{
  GPtrArray *entities = corpus_article_get_entities (self->article);
  CorpusTagset *tagset = review_desk_get_tagset (self->desk);

  for (guint i = 0; i < entities->len; i++)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, i);
      CorpusLabel *label = corpus_tagset_find_label (tagset, entity->label);
      g_autoptr (GArray) spans = NULL;
      Mark mark = { .id = entity->id, .kind = MARK_ENTITY, .state = entity->provenance.state };

      if (mark.state == CORPUS_STATE_REJECTED && !self->shows_rejected)
        continue;
      mark.name = g_intern_string (entity->label);
      mark.hue = review_palette_adapt (&self->palette, label != NULL ? label->colour : NULL);
      mark.is_doubtful = is_doubtful (&entity->provenance);
      spans = corpus_text_map_pieces (text, entity->pieces, NULL);
      append_mark (self, self->marks, spans, mark);
    }
}

static void
append_value_marks (ReviewPaper *self,
                    CorpusText *text)
{
  GPtrArray *indicators = corpus_article_get_indicators (self->article);

  for (guint i = 0; i < indicators->len; i++)
    {
      CorpusIndicator *indicator = g_ptr_array_index (indicators, i);
      CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);
      g_autoptr (GArray) spans = NULL;
      Mark mark = { .id = indicator->id, .kind = MARK_VALUE, .state = indicator->provenance.state };

      if (value == NULL || (mark.state == CORPUS_STATE_REJECTED && !self->shows_rejected))
        continue;
      /* Translators: the chip above the value of an indicator */
      mark.name = g_intern_string (_ ("INDICATOR"));
      mark.hue = self->palette.indicator;
      mark.is_doubtful = is_doubtful (&indicator->provenance);
      spans = corpus_text_map_pieces (text, value->pieces, NULL);
      append_mark (self, self->marks, spans, mark);
    }
}

/* Values are set semibold; tags are touched only where that changes, because it lays paragraphs out again. */
static void
update_value_tags (ReviewPaper *self,
                   GArray *old_marks)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autoptr (GHashTable) old = g_hash_table_new (g_int64_hash, g_int64_equal);

  /* By start: values do not overlap, and one that moved only its end is set anew. */
  for (guint i = 0; i < old_marks->len; i++)
    {
      Mark *mark = &g_array_index (old_marks, Mark, i);

      if (mark->kind == MARK_VALUE)
        g_hash_table_insert (old, &mark->span.start, mark);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      const Mark *before = mark->kind == MARK_VALUE ? g_hash_table_lookup (old, &mark->span.start) : NULL;

      if (before != NULL && before->span.end == mark->span.end)
        g_hash_table_remove (old, &mark->span.start);
    }
  if (g_hash_table_size (old) > 0)
    {
      GHashTableIter iter;
      gpointer value;

      g_hash_table_iter_init (&iter, old);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        {
          const Mark *mark = value;
          GtkTextIter start, end;

          gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) mark->span.start);
          gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) mark->span.end);
          gtk_text_buffer_remove_tag (buffer, self->value_tag, &start, &end);
        }
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);
      GtkTextIter start;

      if (mark->kind != MARK_VALUE)
        continue;
      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) mark->span.start);
      if (!gtk_text_iter_starts_tag (&start, self->value_tag))
        apply_tag (self, self->value_tag, mark->span);
      else
        {
          GtkTextIter end = start;

          gtk_text_iter_forward_to_tag_toggle (&end, self->value_tag);
          if (gtk_text_iter_get_offset (&end) < mark->span.end)
            apply_tag (self, self->value_tag, mark->span);
        }
    }
}

/* Reads the annotations of the article anew. */
void
paper_set_marks (ReviewPaper *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->marks);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CorpusSpan));

  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_clear_pointer (&self->index, review_span_index_unref);
  g_array_set_size (self->fragments, 0);
  if (self->map != NULL && self->desk != NULL)
    {
      CorpusText *text = corpus_article_get_text (self->article);

      append_entity_marks (self, text);
      append_value_marks (self, text);
      update_value_tags (self, old);
    }
  for (guint i = 0; i < self->marks->len; i++)
    g_array_append_val (spans, g_array_index (self->marks, Mark, i).span);
  self->index = review_span_index_new ((const CorpusSpan *) spans->data, spans->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      Mark *mark = &g_array_index (self->marks, Mark, i);

      mark->depth = review_span_index_get_depth (self->index, i);
      mark->height = review_span_index_get_height (self->index, i);
    }
  paper_set_slots (self);
}

/* The slots of an indicator show only while it is selected. */
void
paper_set_slots (ReviewPaper *self)
{
  CorpusIndicator *indicator = self->desk != NULL && self->map != NULL ? review_desk_get_selected_indicator (self->desk) : NULL;

  g_array_set_size (self->slots, 0);
  g_array_set_size (self->fragments, 0);
  for (guint slot = CORPUS_SLOT_NAME; indicator != NULL && slot < CORPUS_N_SLOTS; slot++)
    for (guint i = 0; i < indicator->slots[slot]->len; i++)
      {
        CorpusFiller *filler = g_ptr_array_index (indicator->slots[slot], i);
        g_autoptr (GArray) spans = corpus_text_map_pieces (corpus_article_get_text (self->article), filler->pieces, NULL);
        Mark mark = { .id = indicator->id, .kind = MARK_SLOT, .state = CORPUS_STATE_ACCEPTED, .hue = self->palette.indicator };

        mark.name = g_intern_string (review_words_slot (slot));
        append_mark (self, self->slots, spans, mark);
      }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
