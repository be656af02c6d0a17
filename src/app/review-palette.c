/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A tag set names one colour a label, for light paper. Whatever it is, the letters of a chip have to be read and the border of a
 * box has to be seen: a hue that stands out too little is moved towards black on light paper and towards white on dark
 * paper until it does. Contrast as WCAG 2 defines it. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-palette.h"

#include <math.h>

/* Letters of a chip against the paper. */
#define MIN_CONTRAST 4.5
/* How much of its hue fills a box. */
#define TINT 0.13f

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static GdkRGBA
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     float share)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share,
                    a->blue + (b->blue - a->blue) * share, 1.f };
}

/**
 * review_palette_contrast:
 * @a: a colour
 * @b: another
 *
 * Returns: their contrast, from 1 to 21
 */
double
review_palette_contrast (const GdkRGBA *a,
                         const GdkRGBA *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

/**
 * review_palette_init:
 * @self: (out caller-allocates): where to write
 * @is_dark: whether the paper is dark
 *
 * Chooses the colours for light or dark paper.
 */
void
review_palette_init (ReviewPalette *self,
                     gboolean is_dark)
{
  gdk_rgba_parse (&self->paper, is_dark ? "#1e1e1e" : "#ffffff");
  gdk_rgba_parse (&self->ink, is_dark ? "#f0f0ef" : "#1d1d20");
  gdk_rgba_parse (&self->faint, is_dark ? "#a3a3a8" : "#68686e");
  gdk_rgba_parse (&self->accent, is_dark ? "#78aeed" : "#1c71d8");
  self->indicator = review_palette_adapt (self, "#c64600");
}

/**
 * review_palette_adapt:
 * @self: a palette
 * @colour: (nullable): a hue as a tag set names it, `#rrggbb`
 *
 * Returns: the hue, darker or lighter where it would not be read on this paper; the faint colour where it is none
 */
GdkRGBA
review_palette_adapt (const ReviewPalette *self,
                      const char *colour)
{
  static const GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };
  const GdkRGBA *goal = luminance (&self->paper) > 0.5 ? &black : &white;
  GdkRGBA hue, adapted;

  if (colour == NULL || !gdk_rgba_parse (&hue, colour))
    return self->faint;
  hue.alpha = 1;
  adapted = hue;
  for (int i = 1; i <= 20; i++)
    {
      GdkRGBA tint = review_palette_tint (self, &adapted);

      if (review_palette_contrast (&adapted, &self->paper) >= MIN_CONTRAST &&
          review_palette_contrast (&adapted, &tint) >= 3.0)
        break;
      adapted = mix (&hue, goal, (float) i / 20.f);
    }
  return adapted;
}

/**
 * review_palette_tint:
 * @self: a palette
 * @hue: an adapted hue
 *
 * Returns: what a box of this hue is filled with
 */
GdkRGBA
review_palette_tint (const ReviewPalette *self,
                     const GdkRGBA *hue)
{
  return mix (&self->paper, hue, TINT);
}
