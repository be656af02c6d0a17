/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include "app/review-init.h"

#include <adwaita.h>

#include "review-resources.h"

/**
 * review_init:
 *
 * Makes GTK, libadwaita, the templates and the style sheet ready for the widgets
 * of this room. The application and the window tests call it before they make one; a
 * second call does nothing. Main thread only.
 */
void
review_init (void)
{
  static gboolean is_done = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (is_done)
    return;
  is_done = TRUE;

  adw_init ();
  /* A static library drops what nobody names, the constructor of the resource as well. */
  g_resources_register (review_get_resource ());
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/io/github/corpusreview/CorpusReview/review.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}
