/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of the paper as actions: what keys, buttons and menus run. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-paper-private.h"

#include <glib/gi18n.h>
#include <string.h>

static gint64
get_selected_id (ReviewPaper *self)
{
  return review_desk_get_selected_id (self->desk);
}

/* What was decided is behind us. */
static void
go_on (ReviewPaper *self)
{
  if (!review_desk_select_to_check (self->desk, 1) && review_desk_count_to_check (self->desk) == 0)
    review_desk_say (self->desk, _ ("Nothing left to check in this article"), "paper.finish", _ ("Finish"));
}

static void
accept_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  ReviewPaper *self = data;

  review_desk_decide (self->desk, get_selected_id (self), CORPUS_STATE_ACCEPTED);
  go_on (self);
}

static void
reject_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  ReviewPaper *self = data;
  gint64 id = get_selected_id (self);

  /* The queue goes on from the place of what is rejected, so it has to be decided first and left then. */
  review_desk_decide (self->desk, id, CORPUS_STATE_REJECTED);
  go_on (self);
}

static void
undecide_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  ReviewPaper *self = data;

  review_desk_decide (self->desk, get_selected_id (self), CORPUS_STATE_SUGGESTED);
}

static void
remove_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  ReviewPaper *self = data;

  review_desk_remove (self->desk, get_selected_id (self));
}

static void
next_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  ReviewPaper *self = data;

  if (!review_desk_select_to_check (self->desk, 1))
    {
      if (review_desk_count_to_check (self->desk) == 0)
        review_desk_say (self->desk, _ ("Nothing left to check in this article"), "paper.finish", _ ("Finish"));
      review_paper_reveal (self, get_selected_id (self));
    }
}

static void
previous_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  ReviewPaper *self = data;

  if (!review_desk_select_to_check (self->desk, -1))
    review_paper_reveal (self, get_selected_id (self));
}

/* The selection has become an annotation: the caret stays, the selection goes. */
static void
drop_selection (ReviewPaper *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_place_cursor (buffer, &iter);
}

static const char *
find_label (ReviewPaper *self,
            const char *key)
{
  GPtrArray *labels = review_desk_get_tagset (self->desk)->labels;

  for (guint i = 0; i < labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (labels, i);

      if (g_strcmp0 (label->key, key) == 0 || g_str_equal (label->name, key))
        return label->name;
    }
  return NULL;
}

static void
label_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  ReviewPaper *self = data;
  const char *label = find_label (self, g_variant_get_string (parameter, NULL));
  CorpusSpan span;

  if (label == NULL)
    {
      review_desk_say (self->desk, _ ("No label has this key"), NULL, NULL);
    }
  else if (review_paper_get_selection (self, &span))
    {
      self->is_selecting = TRUE;
      if (review_desk_add_entity (self->desk, label, span.start, span.end) != 0)
        drop_selection (self);
      self->is_selecting = FALSE;
    }
  else if (review_desk_get_selected_entity (self->desk) != NULL)
    {
      review_desk_relabel (self->desk, get_selected_id (self), label);
    }
  else
    {
      review_desk_say (self->desk, _ ("Select some words or an entity first"), NULL, NULL);
    }
}

static void
indicator_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer data)
{
  ReviewPaper *self = data;
  CorpusSpan span;

  if (!review_paper_get_selection (self, &span))
    {
      review_desk_say (self->desk, _ ("Select the number with its unit first"), NULL, NULL);
      return;
    }
  self->is_selecting = TRUE;
  if (review_desk_add_indicator (self->desk, span.start, span.end) != 0)
    drop_selection (self);
  self->is_selecting = FALSE;
}

/* Moves a position of the display by a grapheme or a word, over what is no part of the text. */
static gint64
move_offset (ReviewPaper *self,
             gint64 offset,
             gboolean is_end,
             gboolean is_forward,
             gboolean is_word)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gint64 position = is_end ? review_layout_map_end_to_display (self->map, offset)
                           : review_layout_map_to_display (self->map, offset);
  gint64 moved = offset;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) position);
  while (moved == offset)
    {
      gboolean has_moved;

      if (is_word)
        has_moved = is_forward ? gtk_text_iter_forward_word_end (&iter) : gtk_text_iter_backward_word_start (&iter);
      else
        has_moved = is_forward ? gtk_text_iter_forward_cursor_position (&iter) : gtk_text_iter_backward_cursor_position (&iter);
      moved = review_layout_map_to_text (self->map, gtk_text_iter_get_offset (&iter));
      if (!has_moved)
        break;
    }
  return moved;
}

static void
move_end_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer data)
{
  ReviewPaper *self = data;
  const char *how = g_variant_get_string (parameter, NULL);
  gint64 id = get_selected_id (self);
  CorpusSpan extent = review_desk_get_extent (self->desk, id);
  gboolean is_end = g_str_has_prefix (how, "end");
  gboolean is_forward = strstr (how, "right") != NULL;
  gboolean is_word = g_str_has_suffix (how, "word");

  if (id == 0 || extent.start == extent.end)
    return;
  if (is_end)
    extent.end = move_offset (self, extent.end, TRUE, is_forward, is_word);
  else
    extent.start = move_offset (self, extent.start, FALSE, is_forward, is_word);
  if (extent.start < extent.end)
    review_desk_set_extent (self->desk, id, extent.start, extent.end);
}

static void
fill_slots_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer data)
{
  ReviewPaper *self = data;

  if (review_desk_get_selected_indicator (self->desk) == NULL)
    review_desk_say (self->desk, _ ("Select an indicator first, or select a number and press 0"), NULL, NULL);
  else
    paper_set_filling_slots (self, !self->is_filling_slots);
}

static void
slot_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  ReviewPaper *self = data;
  CorpusSlot slot;
  CorpusSpan span;

  if (review_desk_get_selected_indicator (self->desk) == NULL ||
      !corpus_slot_from_string (g_variant_get_string (parameter, NULL), &slot))
    return;
  if (!review_paper_get_selection (self, &span))
    {
      review_desk_say (self->desk, _ ("Select the words that belong there first"), NULL, NULL);
      return;
    }
  review_desk_set_slot (self->desk, get_selected_id (self), slot, span.start, span.end);
  drop_selection (self);
}

static void
leave_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer data)
{
  ReviewPaper *self = data;

  if (self->is_filling_slots)
    paper_set_filling_slots (self, FALSE);
  else if (gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))))
    drop_selection (self);
  else
    review_desk_select (self->desk, 0);
}

static void
flag_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer data)
{
  ReviewPaper *self = data;
  CorpusHead *head = corpus_article_get_head (self->article);

  review_desk_set_flagged (self->desk, head->flags == NULL || head->flags[0] == NULL);
}

static void
next_article_cb (GSimpleAction *action,
                 GVariant *parameter,
                 gpointer data)
{
  ReviewPaper *self = data;

  review_desk_open_neighbour (self->desk, 1);
}

static void
previous_article_cb (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer data)
{
  ReviewPaper *self = data;

  review_desk_open_neighbour (self->desk, -1);
}

static void
finish_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer data)
{
  ReviewPaper *self = data;

  review_desk_finish (self->desk, FALSE);
  /* From wherever it was called: what comes next is checked on the paper. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
finish_accepting_cb (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer data)
{
  ReviewPaper *self = data;

  review_desk_finish (self->desk, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_rejected_cb (GSimpleAction *action,
                  GVariant *state,
                  gpointer data)
{
  g_simple_action_set_state (action, state);
  g_object_set (data, "shows-rejected", g_variant_get_boolean (state), NULL);
}

/* Makes the actions of a paper. They live in the group that the window inserts, so that buttons anywhere reach them. */
GActionGroup *
paper_make_actions (ReviewPaper *self)
{
  static const GActionEntry entries[] = {
    { "accept", accept_cb },
    { "reject", reject_cb },
    { "undecide", undecide_cb },
    { "remove", remove_cb },
    { "next", next_cb },
    { "previous", previous_cb },
    { "label", label_cb, "s" },
    { "indicator", indicator_cb },
    { "move-end", move_end_cb, "s" },
    { "fill-slots", fill_slots_cb },
    { "slot", slot_cb, "s" },
    { "leave", leave_cb },
    { "flag", flag_cb },
    { "next-article", next_article_cb },
    { "previous-article", previous_article_cb },
    { "finish", finish_cb },
    { "finish-accepting", finish_accepting_cb },
    { "show-rejected", NULL, NULL, "false", show_rejected_cb },
  };
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  return G_ACTION_GROUP (group);
}

/* Says which verbs make sense now. */
void
paper_update_actions (ReviewPaper *self)
{
  static const char *const need_annotation[] = { "accept", "reject", "undecide", "remove", "move-end" };
  static const char *const need_article[] = { "next", "previous", "label", "indicator", "fill-slots", "slot", "leave",
                                              "flag", "next-article", "previous-article", "finish", "finish-accepting" };
  gboolean has_article = self->article != NULL;
  gboolean has_annotation = has_article && get_selected_id (self) != 0;

  for (guint i = 0; i < G_N_ELEMENTS (need_annotation); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), need_annotation[i])),
                                 has_annotation);
  for (guint i = 0; i < G_N_ELEMENTS (need_article); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), need_article[i])),
                                 has_article);
}
