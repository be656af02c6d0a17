/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-field.h"
#include "pane-fixture.h"

/* A field in a window, with another entry for the focus to go to. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *field;
  GtkWidget *other;
  guint n_commits;
  char *committed;
} Fixture;

static void
commit_cb (Fixture *self,
           const char *value)
{
  self->n_commits++;
  g_free (self->committed);
  self->committed = g_strdup (value);
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->window = gtk_window_new ();
  self->field = review_field_new ("Number");
  self->other = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), self->field);
  gtk_box_append (GTK_BOX (box), self->other);
  gtk_window_set_child (GTK_WINDOW (self->window), box);
  g_signal_connect_swapped (self->field, "commit", G_CALLBACK (commit_cb), self);
  review_field_load (REVIEW_FIELD (self->field), "1");
  gtk_window_present (GTK_WINDOW (self->window));
  pane_wait_until (gtk_widget_get_mapped (self->field));
  gtk_widget_grab_focus (self->field);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->committed);
}

static const char *
shown (Fixture *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (review_field_get_text (REVIEW_FIELD (self->field))));
}

static void
test_enter (Fixture *self,
            gconstpointer data)
{
  pane_type (self->field, "  25 ");
  g_assert_cmpuint (self->n_commits, ==, 0);
  pane_press_enter (self->field);
  g_assert_cmpuint (self->n_commits, ==, 1);
  g_assert_cmpstr (self->committed, ==, "25");
  g_assert_cmpstr (shown (self), ==, "25");

  pane_press_enter (self->field);
  gtk_widget_grab_focus (self->other);
  g_assert_cmpuint (self->n_commits, ==, 1);
}

static void
test_leave (Fixture *self,
            gconstpointer data)
{
  pane_type (self->field, "25");
  gtk_widget_grab_focus (self->other);
  g_assert_cmpuint (self->n_commits, ==, 1);
  g_assert_cmpstr (self->committed, ==, "25");
}

static void
test_empty (Fixture *self,
            gconstpointer data)
{
  pane_type (self->field, "  ");
  pane_press_enter (self->field);
  g_assert_cmpuint (self->n_commits, ==, 1);
  g_assert_null (self->committed);
  g_assert_null (review_field_get_value (REVIEW_FIELD (self->field)));
}

static void
test_escape (Fixture *self,
             gconstpointer data)
{
  pane_type (self->field, "25");
  g_assert_true (pane_press_key (self->field, GDK_KEY_Escape, 0));
  g_assert_cmpstr (shown (self), ==, "1");
  g_assert_cmpuint (self->n_commits, ==, 0);
  /* With nothing to bring back, Escape is the window's. */
  g_assert_false (pane_press_key (self->field, GDK_KEY_Escape, 0));
}

/* Ctrl+PgDn goes to another article without the focus leaving: what was typed belongs to this one. */
static void
test_going_on (Fixture *self,
               gconstpointer data)
{
  pane_type (self->field, "25");
  g_assert_false (pane_press_key (self->field, GDK_KEY_Page_Down, 0));
  g_assert_cmpuint (self->n_commits, ==, 0);
  g_assert_false (pane_press_key (self->field, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_cmpuint (self->n_commits, ==, 1);
}

static void
test_wrong (Fixture *self,
            gconstpointer data)
{
  ReviewField *field = REVIEW_FIELD (self->field);

  review_field_set_check (field, review_check_decimal, NULL);
  pane_type (self->field, "12,5");
  pane_press_enter (self->field);
  g_assert_cmpuint (self->n_commits, ==, 0);
  g_assert_true (review_field_is_wrong (field));
  g_assert_cmpstr (review_field_get_value (field), ==, "1");
  g_assert_cmpstr (shown (self), ==, "12,5");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (review_field_get_text (field)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_widget_grab_focus (self->other);
  g_assert_cmpuint (self->n_commits, ==, 0);

  pane_type (self->field, "12.5");
  g_assert_false (review_field_is_wrong (field));
  pane_press_enter (self->field);
  g_assert_cmpuint (self->n_commits, ==, 1);
  g_assert_cmpstr (self->committed, ==, "12.5");
}

/* A refresh does not take words from under the fingers; another subject does. */
static void
test_refresh (Fixture *self,
              gconstpointer data)
{
  ReviewField *field = REVIEW_FIELD (self->field);

  pane_type (self->field, "25");
  review_field_update (field, "7");
  g_assert_cmpstr (shown (self), ==, "25");
  g_assert_cmpstr (review_field_get_value (field), ==, "7");
  review_field_load (field, "8");
  g_assert_cmpstr (shown (self), ==, "8");
  g_assert_true (review_field_commit (field));
  g_assert_cmpuint (self->n_commits, ==, 0);
}

/* Typing can be undone until it has become the value; then Ctrl+Z is the corpus's undo. */
static void
test_undo_typing (Fixture *self,
                  gconstpointer data)
{
  GtkWidget *text = review_field_get_text (REVIEW_FIELD (self->field));
  int position = 1;

  gtk_editable_insert_text (GTK_EDITABLE (text), "2", -1, &position);
  g_assert_cmpstr (shown (self), ==, "12");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (shown (self), ==, "1");

  /* Typed, kept, and typed again: both times it is the typing that goes. */
  position = 1;
  gtk_editable_insert_text (GTK_EDITABLE (text), "3", -1, &position);
  pane_press_enter (self->field);
  g_assert_cmpstr (self->committed, ==, "13");
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (shown (self), ==, "13");

  position = 2;
  gtk_editable_insert_text (GTK_EDITABLE (text), "4", -1, &position);
  gtk_widget_activate_action (text, "text.undo", NULL);
  g_assert_cmpstr (shown (self), ==, "13");
}

int
main (int argc, char *argv[])
{
  pane_test_init (&argc, &argv);
  g_test_add ("/app/field/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/app/field/leave", Fixture, NULL, set_up, test_leave, tear_down);
  g_test_add ("/app/field/empty", Fixture, NULL, set_up, test_empty, tear_down);
  g_test_add ("/app/field/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/app/field/going-on", Fixture, NULL, set_up, test_going_on, tear_down);
  g_test_add ("/app/field/wrong", Fixture, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/app/field/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/app/field/undo-typing", Fixture, NULL, set_up, test_undo_typing, tear_down);
  return g_test_run ();
}
