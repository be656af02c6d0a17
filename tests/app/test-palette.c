/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/review-palette.h"

#include "corpus/corpus-tagset.h"

static void
assert_legible (const ReviewPalette *palette,
                const char *colour)
{
  GdkRGBA hue = review_palette_adapt (palette, colour);
  GdkRGBA tint = review_palette_tint (palette, &hue);

  g_assert_cmpfloat (review_palette_contrast (&hue, &palette->paper), >=, 4.5);
  g_assert_cmpfloat (review_palette_contrast (&hue, &tint), >=, 3.0);
  g_assert_cmpfloat (review_palette_contrast (&palette->ink, &tint), >=, 7.0);
}

static void
test_labels_are_legible (gconstpointer is_dark)
{
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new_default ();
  ReviewPalette palette;

  review_palette_init (&palette, GPOINTER_TO_INT (is_dark));
  for (guint i = 0; i < tagset->labels->len; i++)
    assert_legible (&palette, ((CorpusLabel *) g_ptr_array_index (tagset->labels, i))->colour);
  g_assert_cmpfloat (review_palette_contrast (&palette.indicator, &palette.paper), >=, 4.5);
  g_assert_cmpfloat (review_palette_contrast (&palette.faint, &palette.paper), >=, 4.5);
  g_assert_cmpfloat (review_palette_contrast (&palette.accent, &palette.paper), >=, 3.0);
}

/* A tag set of another tool may name any colour. */
static void
test_any_colour_becomes_legible (gconstpointer is_dark)
{
  const char *const colours[] = { "#ffffff", "#000000", "#ffff00", "#00ff00", "#0000ff", "#808080", "#fffffe" };
  ReviewPalette palette;

  review_palette_init (&palette, GPOINTER_TO_INT (is_dark));
  for (guint i = 0; i < G_N_ELEMENTS (colours); i++)
    assert_legible (&palette, colours[i]);
}

static void
test_no_colour_is_faint (void)
{
  ReviewPalette palette;
  GdkRGBA hue;

  review_palette_init (&palette, FALSE);
  hue = review_palette_adapt (&palette, "no colour");
  g_assert_true (gdk_rgba_equal (&hue, &palette.faint));
  hue = review_palette_adapt (&palette, NULL);
  g_assert_true (gdk_rgba_equal (&hue, &palette.faint));
}

static void
test_contrast_is_that_of_wcag (void)
{
  GdkRGBA black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (review_palette_contrast (&black, &white), 21, 0.001);
  g_assert_cmpfloat_with_epsilon (review_palette_contrast (&white, &white), 1, 0.001);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/app/palette/labels-are-legible/light", GINT_TO_POINTER (FALSE), test_labels_are_legible);
  g_test_add_data_func ("/app/palette/labels-are-legible/dark", GINT_TO_POINTER (TRUE), test_labels_are_legible);
  g_test_add_data_func ("/app/palette/any-colour-becomes-legible/light", GINT_TO_POINTER (FALSE), test_any_colour_becomes_legible);
  g_test_add_data_func ("/app/palette/any-colour-becomes-legible/dark", GINT_TO_POINTER (TRUE), test_any_colour_becomes_legible);
  g_test_add_func ("/app/palette/no-colour-is-faint", test_no_colour_is_faint);
  g_test_add_func ("/app/palette/contrast-is-that-of-wcag", test_contrast_is_that_of_wcag);
  return g_test_run ();
}
