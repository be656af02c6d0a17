/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/review-desk.h"

G_BEGIN_DECLS

/* A real corpus with one small article in a folder that goes away, a real desk on it, and a window to put a pane in. */
typedef struct
{
  char *folder;
  char *path; /* of the corpus */
  ReviewDesk *desk;
  GtkWidget *window;
  gint64 person_id;
  gint64 place_id;
  gint64 amount_id; /* the indicator */
  guint n_changes;  /* how often the store confirmed an edit */
} PaneFixture;

#define N_ENTITIES 3

void pane_test_init (int *argc,
                     char ***argv);
void pane_fixture_set_up (PaneFixture *self,
                          gconstpointer data);
void pane_fixture_tear_down (PaneFixture *self,
                             gconstpointer data);
void pane_fixture_show (PaneFixture *self,
                        GtkWidget *pane);
void pane_fixture_wait_saved (PaneFixture *self,
                              guint n_changes);
CorpusArticle *pane_fixture_reload (PaneFixture *self) G_GNUC_WARN_UNUSED_RESULT;

/* Runs the main loop until a condition holds; a test that waits in vain fails. */
#define pane_wait_until(condition)                                              \
  G_STMT_START                                                                  \
  {                                                                             \
    gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;            \
    while (!(condition) && g_get_monotonic_time () < deadline)                  \
      {                                                                         \
        guint wake_up = g_timeout_add (50, G_SOURCE_FUNC (pane_wake_up), NULL); \
        g_main_context_iteration (NULL, TRUE);                                  \
        g_source_remove (wake_up);                                              \
      }                                                                         \
    g_assert_true (condition);                                                  \
  }                                                                             \
  G_STMT_END
gboolean pane_wake_up (gpointer data);

/* What hands do */
GtkWidget *pane_find (GtkWidget *root,
                      GType type,
                      guint nth);
GtkWidget *pane_find_field (GtkWidget *root,
                            const char *title);
GtkWidget *pane_find_button (GtkWidget *root,
                             const char *label);
void pane_type (GtkWidget *field,
                const char *text);
void pane_press_enter (GtkWidget *field);
gboolean pane_press_key (GtkWidget *widget,
                         guint keyval,
                         GdkModifierType modifiers);

G_END_DECLS
