/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of one indicator.
 *
 * Every change is a copy of the indicator with one thing different, put by the desk under a verb in words; the form then shows what the
 * desk says. The rows come out of the vocabularies of the model, so there is no template: a slot or a word that is added
 * there has its row here. A slot that is typed is inferred: its words are no longer anchored in the text. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-indicator-editor.h"

#include <glib/gi18n.h>

#include "app/review-field.h"
#include "app/review-indicator-parts.h"
#include "app/review-words.h"

/* So many pixels stay visible above and below the field that has the focus. */
#define FOCUS_MARGIN 48

/* So many frames it may take until a page that was opened has its layout. */
#define SCROLL_FRAMES 3

struct _ReviewIndicatorEditor
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GtkWidget *none;
  GtkWidget *form;
  GtkWidget *sentence;
  GtkWidget *accept;
  GtkWidget *reject;
  ReviewField *slots[CORPUS_N_SLOTS];
  ReviewField *values[REVIEW_N_INDICATOR_VALUES];
  AdwComboRow *choices[REVIEW_N_INDICATOR_CHOICES];
  GtkWidget *unit_popover;

  ReviewDesk *desk;
  gint64 shown_id; /* 0: none */
  guint n_frames;  /* drawn since the focus was asked for */
  gboolean is_refreshing;
};

G_DEFINE_FINAL_TYPE (ReviewIndicatorEditor, review_indicator_editor, GTK_TYPE_WIDGET)

/* What the menu beside the unit proposes before the units of the article itself. */
static const char *const common_units[] = {
  "CNY",
  "USD",
  "EUR",
  "percent",
  "percentage_point",
  "person",
  "household",
  "TEU",
  "tonne",
  "hectare",
  "mu",
};

static CorpusIndicator *
shown_indicator (ReviewIndicatorEditor *self)
{
  CorpusArticle *article = review_desk_get_article (self->desk);

  return article != NULL ? corpus_article_find_indicator (article, self->shown_id) : NULL;
}

/* Puts the changed copy. Where nothing of it is anchored any more, it says itself which article it is of. */
static void
put (ReviewIndicatorEditor *self,
     const char *verb,
     CorpusIndicator *copy)
{
  copy->article_id = corpus_article_get_id (review_desk_get_article (self->desk));
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    if (review_indicator_is_anchored (copy, slot))
      copy->article_id = 0;
  review_desk_put_indicator (self->desk, verb, copy);
}

static char *
dup_verb (const char *title,
          const char *value)
{
  if (value == NULL)
    /* Translators: an entry of the history: a part of an indicator was emptied */
    return g_strdup_printf (_ ("Empty an indicator’s “%s”"), title);
  /* Translators: an entry of the history: a part of an indicator was set to a value */
  return g_strdup_printf (_ ("Set an indicator’s “%1$s” to %2$s"), title, value);
}

static void
slot_commit_cb (ReviewIndicatorEditor *self,
                const char *value,
                ReviewField *field)
{
  CorpusIndicator *indicator = shown_indicator (self);

  for (guint slot = 0; indicator != NULL && slot < CORPUS_N_SLOTS; slot++)
    if (self->slots[slot] == field)
      {
        g_autoptr (CorpusIndicator) copy = corpus_indicator_copy (indicator);
        g_autofree char *verb = dup_verb (review_words_slot (slot), value);

        corpus_indicator_clear_slot (copy, slot);
        if (value != NULL)
          corpus_indicator_add_filler (copy, slot, value);
        put (self, verb, copy);
        return;
      }
}

static void
slot_clear_cb (ReviewIndicatorEditor *self,
               ReviewField *field)
{
  review_field_load (field, NULL);
  slot_commit_cb (self, NULL, field);
}

static void
value_commit_cb (ReviewIndicatorEditor *self,
                 const char *value,
                 ReviewField *field)
{
  CorpusIndicator *indicator = shown_indicator (self);
  g_autoptr (CorpusIndicator) copy = NULL;
  g_autofree char *verb = NULL;
  char **member;
  guint which = 0;

  if (indicator == NULL)
    return;
  while (self->values[which] != field)
    which++;

  copy = corpus_indicator_copy (indicator);
  member = review_indicator_value (copy, which);
  g_free (*member);
  *member = g_strdup (value);
  if (which == REVIEW_INDICATOR_NUMBER_MAX)
    {
      /* An upper end makes a range, and without one there is none. */
      if (value != NULL)
        copy->cmp = CORPUS_CMP_RANGE;
      else if (copy->cmp == CORPUS_CMP_RANGE)
        copy->cmp = CORPUS_CMP_EQ;
    }
  if (which == REVIEW_INDICATOR_PERIOD_ISO)
    {
      g_clear_pointer (&copy->period_start, g_free);
      g_clear_pointer (&copy->period_end, g_free);
      if (value != NULL)
        review_check_period_days (value, &copy->period_start, &copy->period_end);
    }
  verb = dup_verb (review_indicator_value_title (which), value);
  put (self, verb, copy);
}

static void
choice_cb (ReviewIndicatorEditor *self,
           GParamSpec *pspec,
           AdwComboRow *row)
{
  CorpusIndicator *indicator = shown_indicator (self);
  guint selected = adw_combo_row_get_selected (row);
  guint which = 0;

  if (self->is_refreshing || indicator == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  while (self->choices[which] != row)
    which++;
  if (review_indicator_get_choice (indicator, which) != selected)
    {
      g_autoptr (CorpusIndicator) copy = corpus_indicator_copy (indicator);
      g_autofree char *verb = dup_verb (review_indicator_choice_title (which), review_indicator_choice_word (which, selected));

      review_indicator_set_choice (copy, which, selected);
      put (self, verb, copy);
    }
}

static char *
check_number (const char *text,
              gpointer data,
              char **message)
{
  ReviewIndicatorEditor *self = data;
  g_autofree char *number = review_check_decimal (text, NULL, message);
  const char *upper = review_field_get_value (self->values[REVIEW_INDICATOR_NUMBER_MAX]);

  if (number == NULL || upper == NULL || g_ascii_strtod (number, NULL) <= g_ascii_strtod (upper, NULL))
    return g_steal_pointer (&number);
  *message = g_strdup (_ ("This is above the upper end of the range"));
  return NULL;
}

static char *
check_number_max (const char *text,
                  gpointer data,
                  char **message)
{
  ReviewIndicatorEditor *self = data;
  g_autofree char *number = review_check_decimal (text, NULL, message);
  const char *lower = review_field_get_value (self->values[REVIEW_INDICATOR_NUMBER]);

  if (number == NULL || lower == NULL || g_ascii_strtod (lower, NULL) <= g_ascii_strtod (number, NULL))
    return g_steal_pointer (&number);
  *message = g_strdup (_ ("The upper end of a range is not below its number"));
  return NULL;
}

static char *
check_start (const char *text,
             gpointer data,
             char **message)
{
  ReviewIndicatorEditor *self = data;
  g_autofree char *day = review_check_date (text, NULL, message);
  const char *end = review_field_get_value (self->values[REVIEW_INDICATOR_PERIOD_END]);

  if (day == NULL || end == NULL || strcmp (day, end) <= 0)
    return g_steal_pointer (&day);
  *message = g_strdup (_ ("The first day comes after the last one"));
  return NULL;
}

static char *
check_end (const char *text,
           gpointer data,
           char **message)
{
  ReviewIndicatorEditor *self = data;
  g_autofree char *day = review_check_date (text, NULL, message);
  const char *start = review_field_get_value (self->values[REVIEW_INDICATOR_PERIOD_START]);

  if (day == NULL || start == NULL || strcmp (start, day) <= 0)
    return g_steal_pointer (&day);
  *message = g_strdup (_ ("The last day comes before the first one"));
  return NULL;
}

static void
show_field (ReviewField *field,
            const char *value,
            gboolean is_other)
{
  if (is_other)
    review_field_load (field, value);
  else
    review_field_update (field, value);
}

static void
refresh (ReviewIndicatorEditor *self)
{
  CorpusIndicator *indicator = review_desk_get_selected_indicator (self->desk);
  gint64 id = indicator != NULL ? indicator->id : 0;
  gboolean is_other = id != self->shown_id;
  g_autofree char *sentence = NULL;

  self->shown_id = id;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), indicator != NULL ? self->form : self->none);
  if (indicator == NULL)
    return;

  self->is_refreshing = TRUE;
  sentence = review_words_dup_sentence (indicator);
  gtk_label_set_markup (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_sensitive (self->accept, indicator->provenance.state != CORPUS_STATE_ACCEPTED);
  gtk_widget_set_sensitive (self->reject, indicator->provenance.state != CORPUS_STATE_REJECTED);

  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    {
      g_autofree char *words = review_words_dup_slot (indicator, slot);
      gboolean is_in_text = review_indicator_is_anchored (indicator, slot);
      /* Translators: where the words of a slot come from: they stand in the article, or somebody concluded them */
      const char *source = is_in_text ? _ ("in the text") : _ ("inferred");

      if (words != NULL)
        g_strdelimit (words, "\r\n", ' ');
      show_field (self->slots[slot], words, is_other);
      review_field_set_source (self->slots[slot], words != NULL ? source : NULL, words != NULL && slot != CORPUS_SLOT_VALUE);
      if (slot == CORPUS_SLOT_VALUE)
        review_field_set_editable (self->slots[slot], !is_in_text);
    }
  for (guint i = 0; i < REVIEW_N_INDICATOR_VALUES; i++)
    show_field (self->values[i], *review_indicator_value (indicator, i), is_other);
  for (guint i = 0; i < REVIEW_N_INDICATOR_CHOICES; i++)
    adw_combo_row_set_selected (self->choices[i], review_indicator_get_choice (indicator, i));
  self->is_refreshing = FALSE;
}

static void
accept_cb (ReviewIndicatorEditor *self)
{
  review_desk_decide (self->desk, self->shown_id, CORPUS_STATE_ACCEPTED);
}

static void
reject_cb (ReviewIndicatorEditor *self)
{
  review_desk_decide (self->desk, self->shown_id, CORPUS_STATE_REJECTED);
}

static void
remove_cb (ReviewIndicatorEditor *self)
{
  review_desk_remove (self->desk, self->shown_id);
}

static void
unit_activated_cb (ReviewIndicatorEditor *self,
                   GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);

  gtk_popover_popdown (GTK_POPOVER (self->unit_popover));
  gtk_editable_set_text (GTK_EDITABLE (review_field_get_text (self->values[REVIEW_INDICATOR_UNIT])), gtk_label_get_label (GTK_LABEL (label)));
  review_field_commit (self->values[REVIEW_INDICATOR_UNIT]);
}

static void
append_unit (GtkListBox *list,
             GHashTable *seen,
             const char *unit)
{
  GtkWidget *label;

  if (unit == NULL || *unit == '\0' || !g_hash_table_add (seen, (gpointer) unit))
    return;
  label = gtk_label_new (unit);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_append (list, label);
}

/* The units of the article first: they are what is most likely meant. */
static void
fill_units_cb (GtkMenuButton *button,
               gpointer data)
{
  ReviewIndicatorEditor *self = data;
  CorpusArticle *article = review_desk_get_article (self->desk);
  GPtrArray *indicators = article != NULL ? corpus_article_get_indicators (article) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; indicators != NULL && i < indicators->len; i++)
    append_unit (GTK_LIST_BOX (list), seen, ((CorpusIndicator *) g_ptr_array_index (indicators, i))->unit);
  for (guint i = 0; i < G_N_ELEMENTS (common_units); i++)
    append_unit (GTK_LIST_BOX (list), seen, common_units[i]);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (unit_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Units"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  self->unit_popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->unit_popover), scroller);
  gtk_menu_button_set_popover (button, self->unit_popover);
}

static void
add_field (AdwPreferencesGroup *group,
           ReviewField *field)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), GTK_WIDGET (field));
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
add_group (ReviewIndicatorEditor *self,
           GtkWidget *box)
{
  GtkWidget *group = adw_preferences_group_new ();

  gtk_box_append (GTK_BOX (box), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
add_choice (ReviewIndicatorEditor *self,
            AdwPreferencesGroup *group,
            ReviewIndicatorChoice choice)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  for (guint i = 0; i < review_indicator_choice_n_words (choice); i++)
    {
      g_autofree char *glyph_and_word = NULL;

      if (choice == REVIEW_INDICATOR_CMP)
        glyph_and_word = g_strdup_printf ("%s  %s", review_words_cmp_glyph (i), review_words_cmp (i));
      else if (choice == REVIEW_INDICATOR_DIRECTION && i != CORPUS_DIRECTION_NONE)
        glyph_and_word = g_strdup_printf ("%s  %s", review_words_direction_glyph (i), review_words_direction (i));
      gtk_string_list_append (words, glyph_and_word != NULL ? glyph_and_word : review_indicator_choice_word (choice, i));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), review_indicator_choice_title (choice));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  self->choices[choice] = ADW_COMBO_ROW (row);
  adw_preferences_group_add (group, row);
}

static void
add_value (ReviewIndicatorEditor *self,
           AdwPreferencesGroup *group,
           ReviewIndicatorValue value,
           ReviewCheckFunc check)
{
  self->values[value] = REVIEW_FIELD (review_field_new (review_indicator_value_title (value)));
  review_field_set_check (self->values[value], check, self);
  g_signal_connect_object (self->values[value], "commit", G_CALLBACK (value_commit_cb), self, G_CONNECT_SWAPPED);
  add_field (group, self->values[value]);
}

static void
add_button (ReviewIndicatorEditor *self,
            GtkWidget *box,
            GtkWidget **button,
            const char *label,
            const char *tooltip,
            GCallback callback)
{
  GtkWidget *widget = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (widget, tooltip);
  g_signal_connect_object (widget, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), widget);
  if (button != NULL)
    *button = widget;
}

static void
build_form (ReviewIndicatorEditor *self,
            GtkWidget *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *units = gtk_menu_button_new ();
  AdwPreferencesGroup *group;

  self->sentence = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sentence), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_widget_add_css_class (self->sentence, "card");
  gtk_widget_add_css_class (self->sentence, "sentence");
  gtk_box_append (GTK_BOX (box), self->sentence);

  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  add_button (self, buttons, &self->accept, _ ("Accept"), _ ("Accept (in the text: Enter)"), G_CALLBACK (accept_cb));
  add_button (self, buttons, &self->reject, _ ("Reject"), _ ("Reject (in the text: X)"), G_CALLBACK (reject_cb));
  add_button (self, buttons, NULL, _ ("Remove"),
              _ ("Remove what a reviewer made; a suggestion is rejected (in the text: Delete)"), G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (box), buttons);

  group = add_group (self, box);
  for (guint slot = 0; slot < CORPUS_N_SLOTS; slot++)
    {
      self->slots[slot] = REVIEW_FIELD (review_field_new (review_words_slot (slot)));
      review_field_set_key (self->slots[slot], review_words_slot_key (slot));
      review_field_set_reset_tooltip (self->slots[slot], "edit-clear-symbolic", _ ("Clear this slot"));
      g_signal_connect_object (self->slots[slot], "commit", G_CALLBACK (slot_commit_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->slots[slot], "reset", G_CALLBACK (slot_clear_cb), self, G_CONNECT_SWAPPED);
      add_field (group, self->slots[slot]);
    }

  group = add_group (self, box);
  add_value (self, group, REVIEW_INDICATOR_NUMBER, check_number);
  add_value (self, group, REVIEW_INDICATOR_NUMBER_MAX, check_number_max);
  add_value (self, group, REVIEW_INDICATOR_UNIT, NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (units), "pan-down-symbolic");
  gtk_widget_add_css_class (units, "flat");
  gtk_widget_set_tooltip_text (units, _ ("Choose a unit"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (units), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose a unit"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (units), fill_units_cb, self, NULL);
  review_field_add_suffix (self->values[REVIEW_INDICATOR_UNIT], units);

  for (ReviewIndicatorChoice choice = REVIEW_INDICATOR_CMP; choice <= REVIEW_INDICATOR_STATUS; choice++)
    add_choice (self, group, choice);

  group = add_group (self, box);
  add_value (self, group, REVIEW_INDICATOR_PERIOD_ISO, review_check_period);
  add_value (self, group, REVIEW_INDICATOR_PERIOD_START, check_start);
  add_value (self, group, REVIEW_INDICATOR_PERIOD_END, check_end);
  add_choice (self, group, REVIEW_INDICATOR_PERIOD_ROLE);
}

/* Brings the field that has the focus into view. On a page that was just opened nothing has its place yet, and GTK begins a smooth
 * scroll to nowhere: setting the value ends it. */
static gboolean
scroll_to_focus_cb (GtkWidget *widget,
                    GdkFrameClock *clock,
                    gpointer data)
{
  ReviewIndicatorEditor *self = REVIEW_INDICATOR_EDITOR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->form));
  GtkWidget *box = gtk_widget_get_first_child (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->form)));
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (focus != NULL && gtk_widget_is_ancestor (focus, box) && gtk_widget_compute_bounds (focus, box, &bounds))
    {
      double top = (double) bounds.origin.y - FOCUS_MARGIN;
      double bottom = (double) (bounds.origin.y + bounds.size.height) + FOCUS_MARGIN;

      value = MAX (value, bottom - gtk_adjustment_get_page_size (adjustment));
      gtk_adjustment_set_value (adjustment, MIN (value, top));
    }
  return ++self->n_frames < SCROLL_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The number is what is mended most. */
static gboolean
review_indicator_editor_grab_focus (GtkWidget *widget)
{
  ReviewIndicatorEditor *self = REVIEW_INDICATOR_EDITOR (widget);

  if (self->shown_id == 0 || !gtk_widget_grab_focus (GTK_WIDGET (self->values[REVIEW_INDICATOR_NUMBER])))
    return FALSE;
  self->n_frames = 0;
  gtk_widget_add_tick_callback (widget, scroll_to_focus_cb, NULL, NULL);
  return TRUE;
}

static void
review_indicator_editor_dispose (GObject *object)
{
  ReviewIndicatorEditor *self = REVIEW_INDICATOR_EDITOR (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (review_indicator_editor_parent_class)->dispose (object);
}

static void
review_indicator_editor_class_init (ReviewIndicatorEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_indicator_editor_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = review_indicator_editor_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
review_indicator_editor_init (ReviewIndicatorEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->none = gtk_label_new (_ ("Choose an indicator in the list or in the text to see it as a sentence"));
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->none), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_add_css_class (self->none, "empty-place");

  gtk_widget_add_css_class (box, "form");
  build_form (self, box);
  self->form = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->form), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->form), box);

  self->stack = gtk_stack_new ();
  gtk_stack_add_child (GTK_STACK (self->stack), self->none);
  gtk_stack_add_child (GTK_STACK (self->stack), self->form);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

/**
 * review_indicator_editor_new:
 * @desk: what the window is about
 *
 * Returns: (transfer floating): the form of the selected indicator
 */
GtkWidget *
review_indicator_editor_new (ReviewDesk *desk)
{
  ReviewIndicatorEditor *self = g_object_new (REVIEW_TYPE_INDICATOR_EDITOR, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "notify::article", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "article-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::selected-id", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * review_indicator_editor_commit:
 * @self: a form
 *
 * Makes what is being typed the value.
 *
 * Returns: whether nothing wrong is left
 */
gboolean
review_indicator_editor_commit (ReviewIndicatorEditor *self)
{
  gboolean is_right = TRUE;

  g_return_val_if_fail (REVIEW_IS_INDICATOR_EDITOR (self), TRUE);

  for (guint i = 0; self->shown_id != 0 && i < CORPUS_N_SLOTS; i++)
    is_right = review_field_commit (self->slots[i]) && is_right;
  for (guint i = 0; self->shown_id != 0 && i < REVIEW_N_INDICATOR_VALUES; i++)
    is_right = review_field_commit (self->values[i]) && is_right;
  return is_right;
}
