/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of the paper. They live in a shortcut controller of the view, in the bubble phase, never as accelerators of the
 * application: those fire while one types into a field. Each runs one action, of the group "paper" where no other is named; a key whose
 * action is disabled falls through to the view. Keys that decide ignore auto-repeat, so that a key held too long
 * does not accept a page; whether a press is a repeat is known from the key that is down already. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-paper-private.h"

typedef struct
{
  const char *trigger;
  const char *action;
  const char *parameter; /* NULL: the action takes none */
  gboolean decides;      /* ignores auto-repeat */
  gboolean fills_slots;  /* only while slots are filled */
} Key;

static const Key keys[] = {
  { "j", "next", NULL, FALSE, FALSE },
  { "k", "previous", NULL, FALSE, FALSE },
  { "space|Return|KP_Enter", "accept", NULL, TRUE, FALSE },
  { "x", "reject", NULL, TRUE, FALSE },
  { "BackSpace", "undecide", NULL, TRUE, FALSE },
  { "Delete|KP_Delete", "remove", NULL, TRUE, FALSE },
  { "1|KP_1", "label", "1", TRUE, FALSE },
  { "2|KP_2", "label", "2", TRUE, FALSE },
  { "3|KP_3", "label", "3", TRUE, FALSE },
  { "4|KP_4", "label", "4", TRUE, FALSE },
  { "5|KP_5", "label", "5", TRUE, FALSE },
  { "6|KP_6", "label", "6", TRUE, FALSE },
  { "7|KP_7", "label", "7", TRUE, FALSE },
  { "8|KP_8", "label", "8", TRUE, FALSE },
  { "9|KP_9", "label", "9", TRUE, FALSE },
  { "0|KP_0", "indicator", NULL, TRUE, FALSE },
  { "bracketleft", "move-end", "start-left", FALSE, FALSE },
  { "bracketright", "move-end", "start-right", FALSE, FALSE },
  { "braceleft", "move-end", "end-left", FALSE, FALSE },
  { "braceright", "move-end", "end-right", FALSE, FALSE },
  { "<Control>bracketleft", "move-end", "start-left-word", FALSE, FALSE },
  { "<Control>bracketright", "move-end", "start-right-word", FALSE, FALSE },
  { "<Control>braceleft", "move-end", "end-left-word", FALSE, FALSE },
  { "<Control>braceright", "move-end", "end-right-word", FALSE, FALSE },
  { "Tab", NULL, NULL, FALSE, FALSE }, /* stacked annotations */
  { "i", "fill-slots", NULL, TRUE, FALSE },
  { "v", "slot", "value", TRUE, TRUE },
  { "n", "slot", "name", TRUE, TRUE },
  { "s", "slot", "subject", TRUE, TRUE },
  { "p", "slot", "period", TRUE, TRUE },
  { "c", "slot", "comparator", TRUE, TRUE },
  { "b", "slot", "basis", TRUE, TRUE },
  { "d", "slot", "base", TRUE, TRUE },
  { "Escape", "leave", NULL, FALSE, FALSE },
  { "f", "flag", NULL, TRUE, FALSE },
  { "e", "win.edit", NULL, TRUE, FALSE },
  { "question", "win.show-help-overlay", NULL, TRUE, FALSE },
  { "<Control>Page_Down|<Control>KP_Page_Down", "next-article", NULL, FALSE, FALSE },
  { "<Control>Page_Up|<Control>KP_Page_Up", "previous-article", NULL, FALSE, FALSE },
  { "<Control>Return|<Control>KP_Enter", "finish", NULL, TRUE, FALSE },
};

static gboolean
key_cb (GtkWidget *widget,
        GVariant *args,
        gpointer data)
{
  ReviewPaper *self = REVIEW_PAPER (widget);
  const Key *key = data;

  if (key->fills_slots && !self->is_filling_slots)
    return GDK_EVENT_PROPAGATE;
  if (key->decides && self->is_repeat)
    return GDK_EVENT_STOP;
  /* Where nothing is stacked at the caret, Tab leaves the paper as everywhere. */
  if (key->action == NULL)
    return self->map != NULL && paper_cycle (self);
  if (g_str_has_prefix (key->action, "win."))
    return gtk_widget_activate_action (widget, key->action, NULL);
  if (!g_action_group_get_action_enabled (self->actions, key->action))
    return GDK_EVENT_PROPAGATE;
  g_action_group_activate_action (self->actions, key->action,
                                  key->parameter != NULL ? g_variant_new_string (key->parameter) : NULL);
  return GDK_EVENT_STOP;
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint keyval,
            guint keycode,
            GdkModifierType state,
            ReviewPaper *self)
{
  self->is_repeat = self->held_key == keycode;
  self->held_key = keycode;
  return GDK_EVENT_PROPAGATE;
}

static void
released_cb (GtkEventControllerKey *controller,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             ReviewPaper *self)
{
  if (self->held_key == keycode)
    self->held_key = 0;
}

static void
leave_cb (GtkEventControllerFocus *controller,
          ReviewPaper *self)
{
  self->held_key = 0;
}

/* Gives the paper its keys. */
void
paper_add_keys (ReviewPaper *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();
  GtkEventController *watch = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                                                            gtk_callback_action_new (key_cb, (gpointer) &keys[i], NULL)));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_BUBBLE);
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);

  gtk_event_controller_set_propagation_phase (watch, GTK_PHASE_CAPTURE);
  g_signal_connect (watch, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (watch, "key-released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), watch);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
