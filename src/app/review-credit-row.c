/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A credit in the form. Every change of one of its three parts is a whole new credit, as a value of the model is; an empty name
 * takes it away. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-credit-row.h"

#include <glib/gi18n.h>

#include "app/review-field.h"
#include "app/review-words.h"

struct _ReviewCreditRow
{
  AdwPreferencesRow parent_instance;

  GtkWidget *name;
  GtkWidget *role;
  GtkWidget *affiliation;

  CorpusCredit *credit; /* NULL: new */
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (ReviewCreditRow, review_credit_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
changed_cb (ReviewCreditRow *self)
{
  const char *name = review_field_get_value (REVIEW_FIELD (self->name));
  g_autoptr (CorpusCredit) credit = NULL;

  if (self->is_refreshing)
    return;
  if (name == NULL)
    {
      if (self->credit != NULL)
        g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
      return;
    }

  credit = self->credit != NULL ? corpus_credit_copy (self->credit) : corpus_credit_new (0, CORPUS_CREDIT_REPORTER, name);
  g_free (credit->name);
  credit->name = g_strdup (name);
  credit->role = (CorpusCreditRole) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->role));
  g_free (credit->affiliation);
  credit->affiliation = g_strdup (review_field_get_value (REVIEW_FIELD (self->affiliation)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, credit);
}

static void
remove_cb (ReviewCreditRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static gboolean
review_credit_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REVIEW_CREDIT_ROW (widget)->name);
}

static void
review_credit_row_finalize (GObject *object)
{
  g_clear_pointer (&REVIEW_CREDIT_ROW (object)->credit, corpus_credit_unref);

  G_OBJECT_CLASS (review_credit_row_parent_class)->finalize (object);
}

static void
review_credit_row_class_init (ReviewCreditRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_credit_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = review_credit_row_grab_focus;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, CORPUS_TYPE_CREDIT);
  signals[SIGNAL_REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
review_credit_row_init (ReviewCreditRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkStringList *roles = gtk_string_list_new (NULL);
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");

  for (guint i = CORPUS_CREDIT_REPORTER; i <= CORPUS_CREDIT_TRANSLATOR; i++)
    gtk_string_list_append (roles, review_words_credit_role (i));
  self->role = gtk_drop_down_new (G_LIST_MODEL (roles), NULL);
  gtk_widget_add_css_class (self->role, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the person did"), -1);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "circular");
  gtk_widget_set_tooltip_text (remove, _ ("Remove this person"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove this person"), -1);

  self->name = review_field_new (_ ("Name"));
  review_field_add_suffix (REVIEW_FIELD (self->name), self->role);
  self->affiliation = review_field_new (_ ("Affiliation"));
  review_field_add_suffix (REVIEW_FIELD (self->affiliation), remove);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->affiliation);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  g_signal_connect_swapped (self->name, "commit", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->affiliation, "commit", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->role, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
}

/**
 * review_credit_row_new:
 * @credit: (nullable): who is credited; %NULL for one to be filled in
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
review_credit_row_new (CorpusCredit *credit)
{
  ReviewCreditRow *self = g_object_new (REVIEW_TYPE_CREDIT_ROW, NULL);

  if (credit != NULL)
    review_credit_row_update (self, credit);
  return GTK_WIDGET (self);
}

/**
 * review_credit_row_get_id:
 * @self: a row
 *
 * Returns: the credit it shows, 0 where it is new
 */
gint64
review_credit_row_get_id (ReviewCreditRow *self)
{
  g_return_val_if_fail (REVIEW_IS_CREDIT_ROW (self), 0);
  return self->credit != NULL ? self->credit->id : 0;
}

/**
 * review_credit_row_update:
 * @self: a row
 * @credit: what has become of its credit
 */
void
review_credit_row_update (ReviewCreditRow *self,
                          CorpusCredit *credit)
{
  g_return_if_fail (REVIEW_IS_CREDIT_ROW (self));

  if (self->credit == credit)
    return;

  self->is_refreshing = TRUE;
  corpus_credit_ref (credit);
  corpus_credit_unref (self->credit);
  self->credit = credit;
  review_field_update (REVIEW_FIELD (self->name), credit->name);
  review_field_update (REVIEW_FIELD (self->affiliation), credit->affiliation);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->role), credit->role);
  review_field_set_source (REVIEW_FIELD (self->affiliation), review_words_origin (credit->provenance.origin), FALSE);
  self->is_refreshing = FALSE;
}

/**
 * review_credit_row_commit:
 * @self: a row
 *
 * Makes what is being typed the value.
 *
 * Returns: whether nothing wrong is left
 */
gboolean
review_credit_row_commit (ReviewCreditRow *self)
{
  g_return_val_if_fail (REVIEW_IS_CREDIT_ROW (self), TRUE);
  return review_field_commit (REVIEW_FIELD (self->name)) && review_field_commit (REVIEW_FIELD (self->affiliation));
}
