/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same contract as ReviewField, for words that may have line breaks: Enter begins a line, so only the leaving focus
 * makes what was typed the value. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-note.h"

#include <glib/gi18n.h>

struct _ReviewNote
{
  AdwBin parent_instance;

  GtkWidget *view;
  char *value; /* never NULL */
};

G_DEFINE_FINAL_TYPE (ReviewNote, review_note, ADW_TYPE_BIN)

static guint commit_signal;

static char *
dup_typed (ReviewNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  g_autofree char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return g_strdup (g_strstrip (text));
}

static gboolean
is_dirty (ReviewNote *self)
{
  g_autofree char *typed = dup_typed (self);

  return g_strcmp0 (typed, self->value) != 0;
}

/* The view claims the keys of undo and redo whether or not it has anything to undo: it may have them while somebody types. */
static void
claim_undo (ReviewNote *self,
            gboolean is_claimed)
{
  gtk_widget_action_set_enabled (self->view, "text.undo", is_claimed);
  gtk_widget_action_set_enabled (self->view, "text.redo", is_claimed);
}

static void
changed_cb (ReviewNote *self)
{
  claim_undo (self, TRUE);
}

/* Forgets the typing that led to the value: Ctrl+Z is the corpus's undo again. */
static void
forget_typing (ReviewNote *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  claim_undo (self, FALSE);
}

static void
show_value (ReviewNote *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), self->value, -1);
  forget_typing (self);
}

static void
set_value (ReviewNote *self,
           const char *value)
{
  g_autofree char *old = self->value;

  self->value = g_strdup (value != NULL ? value : "");
}

static gboolean
key_pressed_cb (ReviewNote *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers)
{
  if (keyval != GDK_KEY_Escape || !is_dirty (self))
    return GDK_EVENT_PROPAGATE;
  show_value (self);
  return GDK_EVENT_STOP;
}

static void
leave_cb (ReviewNote *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    review_note_commit (self);
}

static gboolean
review_note_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REVIEW_NOTE (widget)->view);
}

static void
review_note_finalize (GObject *object)
{
  g_free (REVIEW_NOTE (object)->value);

  G_OBJECT_CLASS (review_note_parent_class)->finalize (object);
}

static void
review_note_class_init (ReviewNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_note_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = review_note_grab_focus;
  commit_signal = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "note");
}

static void
review_note_init (ReviewNote *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ ("Note"));

  self->value = g_strdup ("");
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_size_request (self->view, -1, 56);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, -1);
  gtk_box_append (GTK_BOX (box), self->view);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb), self);
  claim_undo (self, FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->view, focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * review_note_new:
 *
 * Returns: (transfer floating): an empty note
 */
GtkWidget *
review_note_new (void)
{
  return g_object_new (REVIEW_TYPE_NOTE, NULL);
}

/**
 * review_note_load:
 * @self: a note
 * @value: (nullable): the remark
 *
 * Shows the remark of another subject. What is being typed is dropped.
 */
void
review_note_load (ReviewNote *self,
                  const char *value)
{
  g_return_if_fail (REVIEW_IS_NOTE (self));

  set_value (self, value);
  show_value (self);
}

/**
 * review_note_update:
 * @self: a note
 * @value: (nullable): the remark
 *
 * Shows what has become of the remark of the same subject. What is being typed stays.
 */
void
review_note_update (ReviewNote *self,
                    const char *value)
{
  gboolean was_dirty;

  g_return_if_fail (REVIEW_IS_NOTE (self));

  if (g_strcmp0 (value != NULL ? value : "", self->value) == 0)
    return;
  was_dirty = is_dirty (self);
  set_value (self, value);
  if (!was_dirty)
    show_value (self);
}

/**
 * review_note_commit:
 * @self: a note
 *
 * Makes what was typed the remark, and emits "commit" where that changes it.
 */
void
review_note_commit (ReviewNote *self)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (REVIEW_IS_NOTE (self));

  if (!is_dirty (self))
    return;
  typed = dup_typed (self);
  set_value (self, typed);
  forget_typing (self);
  g_signal_emit (self, commit_signal, 0, *typed != '\0' ? typed : NULL);
}

/**
 * review_note_get_view:
 * @self: a note
 *
 * Returns: (transfer none): the #GtkTextView
 */
GtkWidget *
review_note_get_view (ReviewNote *self)
{
  g_return_val_if_fail (REVIEW_IS_NOTE (self), NULL);
  return self->view;
}
