/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store.h"

G_BEGIN_DECLS

/* What the command line promises: see DESIGN.md section 9. */
#define CLI_DONE 0
#define CLI_FAILED 1 /* some input failed; each was named, the rest is done */
#define CLI_USAGE 2  /* wrong usage */

/* Each command gets the arguments behind its name, and its name as the first. */
typedef int (*CliCommandFunc) (int argc,
                               char **argv);

int cli_extract (int argc,
                 char **argv);
int cli_recognize (int argc,
                   char **argv);
int cli_import (int argc,
                char **argv);
int cli_export (int argc,
                char **argv);
int cli_list (int argc,
              char **argv);
int cli_stats (int argc,
               char **argv);
int cli_search (int argc,
                char **argv);
int cli_verify (int argc,
                char **argv);
int cli_undo (int argc,
              char **argv);
int cli_redo (int argc,
              char **argv);
int cli_history (int argc,
                 char **argv);

/* cli-output.c: the one way to standard output and standard error */
void cli_complain (const char *format,
                   ...) G_GNUC_PRINTF (1, 2);
void cli_complain_file (const char *path,
                        const char *reason);
gboolean cli_write (const char *text,
                    gsize n_bytes);
gboolean cli_print (const char *format,
                    ...) G_GNUC_PRINTF (1, 2);
gboolean cli_flush (void);

/* cli-options.c */
GStrv cli_parse_options (int argc,
                         char **argv,
                         const GOptionEntry *entries,
                         const char *parameters,
                         const char *summary,
                         int *status) G_GNUC_WARN_UNUSED_RESULT;
gboolean cli_check_date (const char *date);
gboolean cli_parse_only (const char *word,
                         CorpusOnly *only);

G_END_DECLS
