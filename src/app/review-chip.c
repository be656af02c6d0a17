/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same box and hue as on the paper, so that a list and the text are read as one. The name is always written out:
 * the colour only helps to find it. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-chip.h"

#include <adwaita.h>

#include "app/review-palette.h"

/* Between the name and the border, in pixels. */
#define PADDING 5

struct _ReviewChip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *colour;
};

G_DEFINE_FINAL_TYPE (ReviewChip, review_chip, GTK_TYPE_WIDGET)

static GdkRGBA
get_hue (ReviewChip *self,
         ReviewPalette *palette)
{
  review_palette_init (palette, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  return review_palette_adapt (palette, self->colour);
}

static void
colour_text (ReviewChip *self)
{
  ReviewPalette palette;
  GdkRGBA hue;
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (self->colour == NULL)
    return;
  hue = get_hue (self, &palette);
  pango_attr_list_insert (attributes, pango_attr_foreground_new ((guint16) (hue.red * 65535), (guint16) (hue.green * 65535),
                                                                 (guint16) (hue.blue * 65535)));
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

static void
review_chip_snapshot (GtkWidget *widget,
                      GtkSnapshot *snapshot)
{
  ReviewChip *self = REVIEW_CHIP (widget);
  ReviewPalette palette;
  GdkRGBA hue, tint;
  GskRoundedRect outline;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));

  if (self->colour != NULL)
    {
      hue = get_hue (self, &palette);
      tint = review_palette_tint (&palette, &hue);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, 3);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &tint, &bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ hue, hue, hue, hue });
    }
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
review_chip_dispose (GObject *object)
{
  g_clear_pointer (&REVIEW_CHIP (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (review_chip_parent_class)->dispose (object);
}

static void
review_chip_finalize (GObject *object)
{
  g_free (REVIEW_CHIP (object)->colour);

  G_OBJECT_CLASS (review_chip_parent_class)->finalize (object);
}

static void
review_chip_class_init (ReviewChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = review_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = review_chip_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = review_chip_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chip");
}

static void
review_chip_init (ReviewChip *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_margin_start (self->label, PADDING);
  gtk_widget_set_margin_end (self->label, PADDING);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (colour_text), self, G_CONNECT_SWAPPED);
}

/**
 * review_chip_new:
 *
 * Returns: (transfer floating): a chip without a name
 */
GtkWidget *
review_chip_new (void)
{
  return g_object_new (REVIEW_TYPE_CHIP, NULL);
}

/**
 * review_chip_set:
 * @self: a chip
 * @name: the name of the label
 * @colour: (nullable): its colour on light paper, `#rrggbb`
 *
 * Sets what the chip says.
 */
void
review_chip_set (ReviewChip *self,
                 const char *name,
                 const char *colour)
{
  g_autofree char *old = NULL;

  g_return_if_fail (REVIEW_IS_CHIP (self));

  gtk_label_set_label (GTK_LABEL (self->label), name);
  old = self->colour;
  self->colour = g_strdup (colour);
  colour_text (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
