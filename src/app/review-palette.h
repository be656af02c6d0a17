/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/**
 * ReviewPalette:
 * @paper: the background of the text
 * @ink: the text
 * @faint: what stands back
 * @accent: what is selected
 * @indicator: the hue of indicators
 *
 * The colours an article is shown in, on light or on dark paper. Any thread.
 */
typedef struct
{
  GdkRGBA paper;
  GdkRGBA ink;
  GdkRGBA faint;
  GdkRGBA accent;
  GdkRGBA indicator;
} ReviewPalette;

void review_palette_init (ReviewPalette *self,
                          gboolean is_dark);
GdkRGBA review_palette_adapt (const ReviewPalette *self,
                              const char *colour);
GdkRGBA review_palette_tint (const ReviewPalette *self,
                             const GdkRGBA *hue);
double review_palette_contrast (const GdkRGBA *a,
                                const GdkRGBA *b);

G_END_DECLS
