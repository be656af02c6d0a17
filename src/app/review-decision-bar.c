/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-decision-bar.h"

#include <glib/gi18n.h>

#include "app/review-chip.h"
#include "app/review-words.h"

struct _ReviewDecisionBar
{
  AdwBin parent_instance;

  /* Template widgets */
  ReviewChip *chip;
  GtkLabel *words;
  GtkLabel *origin;
  GtkLabel *amount;
  GtkStack *stack;
  GtkWidget *slots_button;
  GtkWidget *undecide;
  GMenu *labels;

  /* Owned */
  ReviewDesk *desk;
  ReviewPaper *paper;
  GSignalGroup *width_signals; /* of the adjustment that knows how wide the paper is */
  GPtrArray *keycaps;          /* borrowed from the template */

  int room; /* how wide the paper is; 0: not known yet */
  guint fit_idle;
};

G_DEFINE_FINAL_TYPE (ReviewDecisionBar, review_decision_bar, ADW_TYPE_BIN)

/* "rule · suggested · 0.91 · 3 of 7 to check" */
static char *
dup_origin (ReviewDecisionBar *self,
            const CorpusProvenance *provenance,
            const char *note)
{
  GString *words = g_string_new (review_words_origin (provenance->origin));
  guint n_to_check = review_desk_count_to_check (self->desk);

  if (provenance->origin != CORPUS_ORIGIN_REVIEWER)
    g_string_append_printf (words, " · %s", review_words_state (provenance->state));
  if (provenance->state == CORPUS_STATE_SUGGESTED && provenance->confidence >= 0)
    g_string_append_printf (words, " · %.2f", provenance->confidence);
  if (note != NULL)
    g_string_append_printf (words, " · %s", note);
  if (n_to_check > 0)
    {
      guint place = review_desk_get_check_place (self->desk);
      g_autofree char *left = place > 0 ? g_strdup_printf (_ ("%u of %u to check"), place, n_to_check)
                                        : g_strdup_printf (ngettext ("%u to check", "%u to check", n_to_check), n_to_check);

      g_string_append_printf (words, " · %s", left);
    }
  return g_string_free (words, FALSE);
}

static void
show_entity (ReviewDecisionBar *self,
             CorpusEntity *entity)
{
  CorpusLabel *label = corpus_tagset_find_label (review_desk_get_tagset (self->desk), entity->label);
  g_autofree char *text = corpus_pieces_dup_text (entity->pieces);
  g_autofree char *origin = dup_origin (self, &entity->provenance, NULL);

  review_chip_set (self->chip, entity->label, label != NULL ? label->colour : "#5e5c64");
  gtk_label_set_text (self->words, text);
  gtk_label_set_text (self->origin, origin);
  gtk_label_set_text (self->amount, entity->norm != NULL ? entity->norm : "");
}

static void
show_indicator (ReviewDecisionBar *self,
                CorpusIndicator *indicator)
{
  CorpusFiller *value = corpus_indicator_get_filler (indicator, CORPUS_SLOT_VALUE);
  g_autofree char *amount = review_words_dup_amount (indicator);
  g_autofree char *name = review_words_dup_slot (indicator, CORPUS_SLOT_NAME);
  g_autofree char *origin = dup_origin (self, &indicator->provenance, name);

  review_chip_set (self->chip, _ ("INDICATOR"), "#c64600");
  gtk_label_set_text (self->words, value != NULL ? value->text : _ ("No value"));
  gtk_label_set_text (self->origin, origin);
  gtk_label_set_text (self->amount, amount != NULL ? amount : _ ("no number yet"));
}

static void
show_keycaps (ReviewDecisionBar *self,
              gboolean shows)
{
  for (guint i = 0; i < self->keycaps->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->keycaps, i), shows);
}

/* Where the paper has no room for them, the buttons of the moment go without their keys. */
static void
fit (ReviewDecisionBar *self)
{
  int width;

  if (self->room <= 0)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
  show_keycaps (self, TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width <= self->room)
    return;
  show_keycaps (self, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
}

static void
update (ReviewDecisionBar *self)
{
  CorpusEntity *entity = review_desk_get_selected_entity (self->desk);
  CorpusIndicator *indicator = review_desk_get_selected_indicator (self->desk);
  const CorpusProvenance *provenance = NULL;
  gboolean is_filling = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self), review_desk_get_article (self->desk) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), entity != NULL || indicator != NULL);
  if (entity != NULL)
    {
      provenance = &entity->provenance;
      show_entity (self, entity);
    }
  else if (indicator != NULL)
    {
      provenance = &indicator->provenance;
      show_indicator (self, indicator);
    }
  else
    {
      guint n_to_check = review_desk_count_to_check (self->desk);
      g_autofree char *left = NULL;

      if (n_to_check > 0)
        left = g_strdup_printf (ngettext ("%u to check: J goes there", "%u to check: J goes to the next", n_to_check),
                                n_to_check);
      else
        left = g_strdup (_ ("everything is decided"));

      gtk_label_set_text (self->words, _ ("Nothing selected"));
      gtk_label_set_text (self->origin, left);
      gtk_label_set_text (self->amount, "");
    }
  g_object_get (self->paper, "is-filling-slots", &is_filling, NULL);
  gtk_stack_set_visible_child_name (self->stack, is_filling ? "slots" : "verbs");
  gtk_widget_set_visible (self->slots_button, indicator != NULL);
  gtk_widget_set_visible (self->undecide, provenance != NULL && provenance->state != CORPUS_STATE_SUGGESTED &&
                                              provenance->origin != CORPUS_ORIGIN_REVIEWER);
  fit (self);
}

static void
update_labels (ReviewDecisionBar *self)
{
  GPtrArray *labels = review_desk_get_tagset (self->desk)->labels;

  g_menu_remove_all (self->labels);
  for (guint i = 0; i < labels->len; i++)
    {
      CorpusLabel *label = g_ptr_array_index (labels, i);
      g_autofree char *words = label->key != NULL ? g_strdup_printf ("%s  %s", label->name, label->key) : g_strdup (label->name);
      g_autoptr (GMenuItem) item = g_menu_item_new (words, NULL);

      g_menu_item_set_action_and_target (item, "paper.label", "s", label->name);
      g_menu_append_item (self->labels, item);
    }
  /* Translators: 0 is the key */
  g_menu_append (self->labels, _ ("INDICATOR  0"), "paper.indicator");
}

static void
article_changed_cb (ReviewDesk *desk,
                    ReviewDecisionBar *self)
{
  update (self);
}

static void
selected_id_cb (ReviewDesk *desk,
                GParamSpec *pspec,
                ReviewDecisionBar *self)
{
  update (self);
}

static void
tagset_cb (ReviewDesk *desk,
           GParamSpec *pspec,
           ReviewDecisionBar *self)
{
  update_labels (self);
  update (self);
}

static void
filling_cb (ReviewPaper *paper,
            GParamSpec *pspec,
            ReviewDecisionBar *self)
{
  update (self);
}

static gboolean
fit_cb (gpointer data)
{
  ReviewDecisionBar *self = data;

  self->fit_idle = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

static void
width_cb (GtkAdjustment *adjustment,
          ReviewDecisionBar *self)
{
  int room = (int) gtk_adjustment_get_page_size (adjustment);

  if (room == self->room)
    return;
  self->room = room;
  /* Not while the widgets are being given their places. */
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
collect_keycaps (ReviewDecisionBar *self,
                 GtkWidget *widget)
{
  if (gtk_widget_has_css_class (widget, "keycap"))
    g_ptr_array_add (self->keycaps, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_keycaps (self, child);
}

static void
review_decision_bar_dispose (GObject *object)
{
  ReviewDecisionBar *self = REVIEW_DECISION_BAR (object);

  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  if (self->paper != NULL)
    g_signal_handlers_disconnect_by_data (self->paper, self);
  g_clear_handle_id (&self->fit_idle, g_source_remove);
  g_clear_object (&self->width_signals);
  g_clear_pointer (&self->keycaps, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_DECISION_BAR);
  g_clear_object (&self->paper);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_decision_bar_parent_class)->dispose (object);
}

static void
review_decision_bar_class_init (ReviewDecisionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_decision_bar_dispose;

  g_type_ensure (REVIEW_TYPE_CHIP);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corpusreview/CorpusReview/review-decision-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, chip);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, words);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, origin);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, amount);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, stack);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, slots_button);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, undecide);
  gtk_widget_class_bind_template_child (widget_class, ReviewDecisionBar, labels);
}

static void
review_decision_bar_init (ReviewDecisionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->keycaps = g_ptr_array_new ();
  collect_keycaps (self, GTK_WIDGET (self));
  self->width_signals = g_signal_group_new (GTK_TYPE_ADJUSTMENT);
  g_signal_group_connect (self->width_signals, "changed", G_CALLBACK (width_cb), self);
}

/**
 * review_decision_bar_new:
 * @desk: whose selected annotation it speaks of
 * @paper: whose verbs it offers
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
review_decision_bar_new (ReviewDesk *desk,
                         ReviewPaper *paper)
{
  GtkWidget *self = g_object_new (REVIEW_TYPE_DECISION_BAR, NULL);

  review_decision_bar_set_up (REVIEW_DECISION_BAR (self), desk, paper);
  return self;
}

/**
 * review_decision_bar_set_up:
 * @self: a bar that has no desk yet
 * @desk: whose selected annotation it speaks of
 * @paper: whose verbs it offers
 *
 * Ties a bar that a template made to its desk.
 */
void
review_decision_bar_set_up (ReviewDecisionBar *self,
                            ReviewDesk *desk,
                            ReviewPaper *paper)
{
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->paper = g_object_ref (paper);
  g_signal_connect (desk, "article-changed", G_CALLBACK (article_changed_cb), self);
  g_signal_connect (desk, "notify::selected-id", G_CALLBACK (selected_id_cb), self);
  g_signal_connect (desk, "notify::tagset", G_CALLBACK (tagset_cb), self);
  g_signal_connect (paper, "notify::is-filling-slots", G_CALLBACK (filling_cb), self);
  g_object_bind_property (paper, "hadjustment", self->width_signals, "target", G_BINDING_SYNC_CREATE);
  update_labels (self);
  update (self);
}
