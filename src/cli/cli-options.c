/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli.h"

#include <string.h>

#include "project/corpus-import.h"

/* Nothing is as good as not given. */
static void
clear_empty_strings (const GOptionEntry *entries)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      char **value = entry->arg == G_OPTION_ARG_STRING ? entry->arg_data : NULL;

      if (value != NULL && *value != NULL && **value == '\0')
        g_clear_pointer (value, g_free);
    }
}

/**
 * cli_parse_options:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 * @entries: its options
 * @parameters: what stands behind them, for the help
 * @summary: what the command does
 * @status: (out): what to exit with where this returns %NULL: 0 after `--help`, 2 after wrong usage
 *
 * Takes the options out of the arguments of a command.
 *
 * Returns: (transfer full) (nullable): the other arguments
 */
GStrv
cli_parse_options (int argc,
                   char **argv,
                   const GOptionEntry *entries,
                   const char *parameters,
                   const char *summary,
                   int *status)
{
  g_autofree char *usage = g_strconcat (argv[0], " ", parameters, NULL);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("corpus-review-cli ", argv[0], NULL);
  g_auto (GStrv) arguments = g_new0 (char *, argc + 1);
  gboolean wants_help = FALSE;
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "Show this help and exit", NULL },
    { NULL },
  };

  arguments[0] = g_strdup (program);
  for (int i = 1; i < argc; i++)
    arguments[i] = g_strdup (argv[i]);

  /* GOption's own help exits by itself, without looking whether the text could be written. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, help, NULL);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      cli_complain ("%s; “%s --help” tells what it takes", error->message, program);
      *status = CLI_USAGE;
      return NULL;
    }
  if (wants_help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
      const char *options = strstr (text, "\n");

      cli_print ("Usage:\n  corpus-review-cli %s%s", usage,
                 options != NULL ? strstr (options + 1, "\n") : "\n");
      *status = CLI_DONE;
      return NULL;
    }

  clear_empty_strings (entries);
  g_free (arguments[0]);
  for (guint i = 0; arguments[i] != NULL; i++)
    arguments[i] = arguments[i + 1];
  /* What stands behind `--` is a file, whatever it is called. */
  if (arguments[0] != NULL && strcmp (arguments[0], "--") == 0)
    {
      g_free (arguments[0]);
      for (guint i = 0; arguments[i] != NULL; i++)
        arguments[i] = arguments[i + 1];
    }
  return g_steal_pointer (&arguments);
}

/**
 * cli_check_date:
 * @date: (nullable): what was given as a date
 *
 * Returns: whether it is absent or a day in the form 2025-04-15
 */
gboolean
cli_check_date (const char *date)
{
  return date == NULL || corpus_import_is_day (date);
}
