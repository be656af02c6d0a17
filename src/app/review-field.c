/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A value of a form, and the one place that knows when what is typed becomes one.
 *
 * The value and what stands in the entry are two things: they differ while somebody types, and for as long as what was
 * typed is wrong. A refresh of the pane (another edit was made, an undo) brings a new value, but never takes words from under the
 * fingers: review_field_update() keeps what is being typed, review_field_load() is for another subject and does not.
 * Commit is idempotent: Enter and the leaving focus after it make one edit, not two. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-field.h"

#include <glib/gi18n.h>

#include "app/review-compat.h"

struct _ReviewField
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *error;
  GtkWidget *suffixes;
  GtkWidget *source;
  GtkWidget *key;
  GtkWidget *reset;

  char *value; /* NULL: none */
  ReviewCheckFunc check;
  gpointer check_data;
};

G_DEFINE_FINAL_TYPE (ReviewField, review_field, GTK_TYPE_WIDGET)

enum
{
  PROP_TITLE = 1,
  PROP_KEY,
};

static GParamSpec *props[PROP_KEY + 1];

enum
{
  SIGNAL_COMMIT,
  SIGNAL_RESET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_error (ReviewField *self,
            const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
  if (message != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
    }
}

static gboolean
is_dirty (ReviewField *self)
{
  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->text)), self->value != NULL ? self->value : "") != 0;
}

/* An entry claims the keys of undo and redo whether or not it has anything to undo: it may have them while somebody types. */
static void
claim_undo (ReviewField *self,
            gboolean is_claimed)
{
  gtk_widget_action_set_enabled (self->text, "text.undo", is_claimed);
  gtk_widget_action_set_enabled (self->text, "text.redo", is_claimed);
}

/* Shows the value, and forgets the typing that led to it: Ctrl+Z is the corpus's undo again. */
static void
show_value (ReviewField *self)
{
  show_error (self, NULL);
  if (is_dirty (self))
    gtk_editable_set_text (GTK_EDITABLE (self->text), self->value != NULL ? self->value : "");
  if (gtk_editable_get_enable_undo (GTK_EDITABLE (self->text)))
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
      claim_undo (self, FALSE);
    }
}

static void
set_value (ReviewField *self,
           const char *value)
{
  g_autofree char *old = self->value;

  self->value = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static void
changed_cb (ReviewField *self)
{
  show_error (self, NULL);
  claim_undo (self, TRUE);
}

static void
reset_cb (ReviewField *self)
{
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static void
pressed_cb (ReviewField *self)
{
  if (!gtk_widget_has_focus (self->text))
    gtk_widget_grab_focus (self->text);
}

/* The whole value, where the entry is too narrow for it. */
static gboolean
query_tooltip_cb (ReviewField *self,
                  int x,
                  int y,
                  gboolean is_keyboard,
                  GtkTooltip *tooltip)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, self->value);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (self->value == NULL || width <= gtk_widget_get_width (self->text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->value);
  return TRUE;
}

static gboolean
key_pressed_cb (ReviewField *self,
                guint keyval,
                guint keycode,
                GdkModifierType modifiers)
{
  /* These keys of the window go to another article, or finish this one, and leave the focus here. */
  if ((modifiers & GDK_CONTROL_MASK) != 0 &&
      (keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down || keyval == GDK_KEY_Page_Up ||
       keyval == GDK_KEY_KP_Page_Up || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    review_field_commit (self);
  if (keyval != GDK_KEY_Escape || !is_dirty (self))
    return GDK_EVENT_PROPAGATE;

  show_value (self);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
  return GDK_EVENT_STOP;
}

static void
leave_cb (ReviewField *self)
{
  /* A field that is taken away also loses the focus: then nobody waits for its value any more. */
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    review_field_commit (self);
}

static gboolean
review_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (REVIEW_FIELD (widget)->text);
}

static void
review_field_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  ReviewField *self = REVIEW_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_KEY:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->key)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
review_field_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  ReviewField *self = REVIEW_FIELD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      review_field_set_title (self, g_value_get_string (value));
      break;
    case PROP_KEY:
      review_field_set_key (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
review_field_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (review_field_parent_class)->dispose (object);
}

static void
review_field_finalize (GObject *object)
{
  g_free (REVIEW_FIELD (object)->value);

  G_OBJECT_CLASS (review_field_parent_class)->finalize (object);
}

static void
review_field_class_init (ReviewFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = review_field_get_property;
  object_class->set_property = review_field_set_property;
  object_class->dispose = review_field_dispose;
  object_class->finalize = review_field_finalize;
  widget_class->grab_focus = review_field_grab_focus;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  signals[SIGNAL_COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
}

static GtkWidget *
new_caption (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "caption");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static void
review_field_init (ReviewField *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->title = new_caption ("dim-label");
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  self->text = gtk_text_new ();
  gtk_widget_set_hexpand (self->text, TRUE);
  self->error = new_caption ("error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->text);
  gtk_box_append (GTK_BOX (words), self->error);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (words, GTK_WIDGET (self));

  self->source = new_caption ("dim-label");
  gtk_widget_set_visible (self->source, FALSE);
  gtk_widget_set_parent (self->source, GTK_WIDGET (self));

  self->suffixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (self->suffixes, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->suffixes, GTK_WIDGET (self));

  self->reset = gtk_button_new ();
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_add_css_class (self->reset, "circular");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->reset, FALSE);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_widget_set_parent (self->reset, GTK_WIDGET (self));
  review_field_set_reset_tooltip (self, "edit-undo-symbolic", _ ("Give back: take what the page says again"));

  self->key = new_caption ("keycap");
  gtk_widget_set_valign (self->key, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->key, FALSE);
  gtk_widget_set_parent (self->key, GTK_WIDGET (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->title, NULL, -1);

  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_set_has_tooltip (self->text, TRUE);
  g_signal_connect_swapped (self->text, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (review_field_commit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (words, GTK_EVENT_CONTROLLER (click));
}

/**
 * review_field_new:
 * @title: what the value is, in words
 *
 * Returns: (transfer floating): an empty field
 */
GtkWidget *
review_field_new (const char *title)
{
  return g_object_new (REVIEW_TYPE_FIELD, "title", title, NULL);
}

/**
 * review_field_get_value:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): its value, whatever is being typed
 */
const char *
review_field_get_value (ReviewField *self)
{
  g_return_val_if_fail (REVIEW_IS_FIELD (self), NULL);
  return self->value;
}

/**
 * review_field_load:
 * @self: a field
 * @value: (nullable): its value
 *
 * Shows a value of another subject. What is being typed is dropped.
 */
void
review_field_load (ReviewField *self,
                   const char *value)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));

  set_value (self, value);
  show_value (self);
}

/**
 * review_field_update:
 * @self: a field
 * @value: (nullable): its value
 *
 * Shows what has become of the value of the same subject. What is being typed stays, and becomes the value when it is committed.
 */
void
review_field_update (ReviewField *self,
                     const char *value)
{
  gboolean was_dirty;

  g_return_if_fail (REVIEW_IS_FIELD (self));

  was_dirty = is_dirty (self);
  if (!was_dirty && g_strcmp0 (value, self->value) == 0)
    return;
  set_value (self, value);
  if (!was_dirty)
    show_value (self);
}

/**
 * review_field_commit:
 * @self: a field
 *
 * Makes what was typed the value, and emits "commit" where that changes it. Where it is wrong it says so, and the value stays.
 *
 * Returns: whether nothing wrong is left in the field
 */
gboolean
review_field_commit (ReviewField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (REVIEW_IS_FIELD (self), TRUE);

  if (!is_dirty (self))
    return TRUE;

  typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  if (*typed != '\0' && self->check != NULL)
    {
      g_autofree char *plain = self->check (typed, self->check_data, &message);

      if (plain == NULL)
        {
          show_error (self, message);
          review_compat_announce (self->text, message);
          return FALSE;
        }
      g_free (typed);
      typed = g_steal_pointer (&plain);
    }
  if (*typed == '\0')
    g_clear_pointer (&typed, g_free);

  if (g_strcmp0 (typed, self->value) == 0)
    {
      show_value (self);
      return TRUE;
    }

  set_value (self, typed);
  show_value (self);
  g_signal_emit (self, signals[SIGNAL_COMMIT], 0, self->value);
  return TRUE;
}

/**
 * review_field_is_wrong:
 * @self: a field
 *
 * Returns: whether it shows an error
 */
gboolean
review_field_is_wrong (ReviewField *self)
{
  g_return_val_if_fail (REVIEW_IS_FIELD (self), FALSE);
  return gtk_widget_get_visible (self->error);
}

/**
 * review_field_set_title:
 * @self: a field
 * @title: what the value is, in words
 */
void
review_field_set_title (ReviewField *self,
                        const char *title)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));
  gtk_label_set_label (GTK_LABEL (self->title), title);
}

/**
 * review_field_set_key:
 * @self: a field
 * @key: (nullable): the key that fills it from the selection
 */
void
review_field_set_key (ReviewField *self,
                      const char *key)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (REVIEW_IS_FIELD (self));

  if (key != NULL)
    /* Translators: a letter of the keyboard, pressed after the letter I */
    tooltip = g_strdup_printf (_ ("In the text, select words and press I, then %s"), key);
  gtk_label_set_label (GTK_LABEL (self->key), key != NULL ? key : "");
  gtk_widget_set_visible (self->key, key != NULL);
  gtk_widget_set_tooltip_text (self->key, tooltip);
}

/**
 * review_field_set_source:
 * @self: a field
 * @source: (nullable): where the value comes from, in one or two words
 * @can_reset: whether there is something to give back or to clear
 */
void
review_field_set_source (ReviewField *self,
                         const char *source,
                         gboolean can_reset)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->source), source != NULL ? source : "");
  gtk_widget_set_visible (self->source, source != NULL);
  gtk_widget_set_visible (self->reset, can_reset);
}

/**
 * review_field_set_reset_tooltip:
 * @self: a field
 * @icon_name: what the button beside the value shows
 * @tooltip: what it does, for a person and a screen reader
 */
void
review_field_set_reset_tooltip (ReviewField *self,
                                const char *icon_name,
                                const char *tooltip)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));

  gtk_button_set_icon_name (GTK_BUTTON (self->reset), icon_name);
  gtk_widget_set_tooltip_text (self->reset, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
}

/**
 * review_field_set_check:
 * @self: a field
 * @check: (nullable) (scope forever): looks at what was typed before it becomes the value
 * @data: for @check; outlives the field
 */
void
review_field_set_check (ReviewField *self,
                        ReviewCheckFunc check,
                        gpointer data)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));
  self->check = check;
  self->check_data = data;
}

/**
 * review_field_set_editable:
 * @self: a field
 * @is_editable: whether anything can be typed
 */
void
review_field_set_editable (ReviewField *self,
                           gboolean is_editable)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));
  gtk_editable_set_editable (GTK_EDITABLE (self->text), is_editable);
}

/**
 * review_field_add_suffix:
 * @self: a field
 * @widget: goes beside the value
 */
void
review_field_add_suffix (ReviewField *self,
                         GtkWidget *widget)
{
  g_return_if_fail (REVIEW_IS_FIELD (self));
  gtk_box_append (GTK_BOX (self->suffixes), widget);
}

/**
 * review_field_get_text:
 * @self: a field
 *
 * Returns: (transfer none): the entry, a #GtkText
 */
GtkWidget *
review_field_get_text (ReviewField *self)
{
  g_return_val_if_fail (REVIEW_IS_FIELD (self), NULL);
  return self->text;
}
