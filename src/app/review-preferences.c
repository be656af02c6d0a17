/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-preferences.h"

#include "config.h"

struct _ReviewPreferences
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkEditable *reviewer;
  GtkAdjustment *font_size;
  GtkSwitch *show_chips;
  AdwComboRow *color_scheme;
  AdwComboRow *suggestion_order;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (ReviewPreferences, review_preferences, ADW_TYPE_WINDOW)

/* The words of the settings in the order of the rows that choose them. */
static const char *const color_schemes[] = { "default", "light", "dark", NULL };
static const char *const suggestion_orders[] = { "reading", "doubt", NULL };

static gboolean
word_to_position (GValue *value,
                  GVariant *variant,
                  gpointer data)
{
  const char *const *words = data;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], g_variant_get_string (variant, NULL)))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }
  return FALSE;
}

static GVariant *
position_to_word (const GValue *value,
                  const GVariantType *type,
                  gpointer data)
{
  const char *const *words = data;
  guint position = g_value_get_uint (value);

  return position < g_strv_length ((char **) words) ? g_variant_new_string (words[position]) : NULL;
}

static gboolean
int_to_double (GValue *value,
               GVariant *variant,
               gpointer data)
{
  g_value_set_double (value, g_variant_get_int32 (variant));
  return TRUE;
}

static GVariant *
double_to_int (const GValue *value,
               const GVariantType *type,
               gpointer data)
{
  return g_variant_new_int32 ((int) g_value_get_double (value));
}

/* The name is taken when it is whole: half-typed ones would each become a person of the corpus. */
static void
reviewer_cb (ReviewPreferences *self)
{
  g_settings_set_string (self->settings, "reviewer-name", gtk_editable_get_text (self->reviewer));
}

static void
review_preferences_dispose (GObject *object)
{
  ReviewPreferences *self = REVIEW_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), REVIEW_TYPE_PREFERENCES);

  G_OBJECT_CLASS (review_preferences_parent_class)->dispose (object);
}

static void
review_preferences_class_init (ReviewPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = review_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corpusreview/CorpusReview/review-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, ReviewPreferences, reviewer);
  gtk_widget_class_bind_template_child (widget_class, ReviewPreferences, font_size);
  gtk_widget_class_bind_template_child (widget_class, ReviewPreferences, show_chips);
  gtk_widget_class_bind_template_child (widget_class, ReviewPreferences, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, ReviewPreferences, suggestion_order);
  gtk_widget_class_bind_template_callback (widget_class, reviewer_cb);
}

static void
review_preferences_init (ReviewPreferences *self)
{
  g_autofree char *reviewer = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APPLICATION_ID);

  reviewer = g_settings_get_string (self->settings, "reviewer-name");
  gtk_editable_set_text (self->reviewer, reviewer);
  g_settings_bind (self->settings, "show-chips", self->show_chips, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (self->settings, "text-font-size", self->font_size, "value", G_SETTINGS_BIND_DEFAULT,
                                int_to_double, double_to_int, NULL, NULL);
  g_settings_bind_with_mapping (self->settings, "color-scheme", self->color_scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                word_to_position, position_to_word, (gpointer) color_schemes, NULL);
  g_settings_bind_with_mapping (self->settings, "suggestion-order", self->suggestion_order, "selected",
                                G_SETTINGS_BIND_DEFAULT, word_to_position, position_to_word,
                                (gpointer) suggestion_orders, NULL);
}

/**
 * review_preferences_present:
 * @parent: the window it belongs to
 *
 * Shows the preferences.
 */
void
review_preferences_present (GtkWindow *parent)
{
  gtk_window_present (g_object_new (REVIEW_TYPE_PREFERENCES, "transient-for", parent, NULL));
}
