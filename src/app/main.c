/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-app"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/review-application.h"
#include "config.h"

int
main (int argc, char *argv[])
{
  g_autoptr (ReviewApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = review_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
