/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a command says, and where.
 *
 * Results go to standard output, messages to standard error, never mixed. A result that could not be written (the
 * disk is full, the program behind the pipe has gone) is a failure that is said once; after it nothing more is written, and
 * a command that streams stops. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static gboolean is_output_broken;

/**
 * cli_complain:
 * @format: a message without a line end, as for printf()
 *
 * Says on standard error what went wrong.
 */
void
cli_complain (const char *format,
              ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, "corpus-review-cli: %s\n", message);
}

/**
 * cli_complain_file:
 * @path: a file
 * @reason: what is the matter with it
 *
 * Names an input that failed.
 */
void
cli_complain_file (const char *path,
                   const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  cli_complain ("%s: %s", name, reason);
}

static void
break_output (void)
{
  if (!is_output_broken)
    cli_complain ("the result could not be written to standard output: %s", g_strerror (errno));
  is_output_broken = TRUE;
}

/**
 * cli_write:
 * @text: a piece of the result
 * @n_bytes: its length
 *
 * Returns: %FALSE where the result cannot be written (any more)
 */
gboolean
cli_write (const char *text,
           gsize n_bytes)
{
  if (!is_output_broken && fwrite (text, 1, n_bytes, stdout) < n_bytes)
    break_output ();
  return !is_output_broken;
}

/**
 * cli_print:
 * @format: a piece of the result, as for printf()
 *
 * Returns: %FALSE where the result cannot be written (any more)
 */
gboolean
cli_print (const char *format,
           ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return cli_write (text, strlen (text));
}

/**
 * cli_flush:
 *
 * Returns: %FALSE where not all of the result was written
 */
gboolean
cli_flush (void)
{
  if (!is_output_broken && (fflush (stdout) != 0 || ferror (stdout)))
    break_output ();
  return !is_output_broken;
}
