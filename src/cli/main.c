/* SPDX-License-Identifier: GPL-3.0-or-later */

/* corpus-review-cli: the work of Corpus Review without a display. */

#define G_LOG_DOMAIN "corpus-cli"

#include "config.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>

#include "cli/cli.h"

static const struct
{
  const char *name;
  CliCommandFunc run;
  const char *summary;
} commands[] = {
  { "extract", cli_extract, "Write the articles of page texts as JSON Lines" },
  { "recognize", cli_recognize, "Write the quantities and dates of texts as JSON Lines" },
  { "import", cli_import, "Put pages into a corpus" },
  { "export", cli_export, "Write a corpus as JSON Lines or CSV" },
  { "list", cli_list, "List the articles of a corpus" },
  { "stats", cli_stats, "Count what is in a corpus" },
  { "search", cli_search, "Find articles by their words" },
  { "verify", cli_verify, "Check a corpus" },
  { "undo", cli_undo, "Take back the last edit" },
  { "redo", cli_redo, "Do it again" },
  { "history", cli_history, "List what was done to a corpus" },
};

static void
print_help (void)
{
  cli_print ("Usage:\n  corpus-review-cli COMMAND [OPTION…] …\n\nCommands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    cli_print ("  %-10s %s\n", commands[i].name, commands[i].summary);
  cli_print ("\n“corpus-review-cli COMMAND --help” tells what a command takes.\n"
             "Exit status: 0 done, 1 some input failed (each is named, the rest is done), 2 wrong usage.\n");
}

static int
run (int argc,
     char **argv)
{
  if (argc < 2)
    {
      cli_complain ("name a command; “corpus-review-cli --help” lists them");
      return CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 ||
      strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return CLI_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      cli_print ("corpus-review-cli %s\n", PACKAGE_VERSION);
      return CLI_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);

  cli_complain ("there is no command “%s”; “corpus-review-cli --help” lists them", argv[1]);
  return CLI_USAGE;
}

int
main (int argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  /* Without a locale the words of the options are UTF-8 all the same, as the results are. */
  if (strcmp (nl_langinfo (CODESET), "ANSI_X3.4-1968") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  g_set_prgname ("corpus-review-cli");
  /* A reader that has gone is an error to be told, not a silent death. */
  signal (SIGPIPE, SIG_IGN);
  /* So is a file that may not grow. */
  signal (SIGXFSZ, SIG_IGN);

  status = run (argc, argv);
  if (!cli_flush () && status == CLI_DONE)
    status = CLI_FAILED;
  return status;
}
