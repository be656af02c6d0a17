/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct _CorpusOutput
{
  FILE *stream;
  char *path;      /* what it will be, links followed */
  char *temporary; /* NULL where it is written in place: a pipe, a device */
};

static void
set_error (GError **error,
           const char *path,
           int code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "“%s” cannot be written: %s", name,
               code == EISDIR ? "it is a folder" : g_strerror (code));
}

/* The file that @path leads to; @path itself where there is none yet. */
static char *
follow_links (const char *path)
{
  char *real = realpath (path, NULL);

  return real != NULL ? real : g_strdup (path);
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf x, y;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/**
 * corpus_output_open:
 * @path: the file to be written
 * @corpus_path: the corpus it comes from, which it must not be
 * @error: return location for an error
 *
 * Begins to write a file. What is no ordinary file (a pipe, a device) is written
 * in place.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with a #GIOErrorEnum
 */
CorpusOutput *
corpus_output_open (const char *path,
                    const char *corpus_path,
                    GError **error)
{
  g_autoptr (CorpusOutput) self = g_new0 (CorpusOutput, 1);
  GStatBuf info;
  int fd;

  self->path = follow_links (path);
  if (is_same_file (self->path, corpus_path))
    {
      g_set_error_literal (
          error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
          "the export would take the place of the corpus itself; give it another name");
      return NULL;
    }
  if (g_stat (self->path, &info) == 0 && !S_ISREG (info.st_mode))
    {
      fd = g_open (self->path, O_WRONLY | O_CLOEXEC, 0);
    }
  else
    {
      self->temporary = g_strconcat (self->path, ".XXXXXX", NULL);
      fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666);
      if (fd < 0)
        g_clear_pointer (&self->temporary, g_free);
    }
  if (fd < 0)
    {
      set_error (error, path, errno);
      return NULL;
    }
  self->stream = fdopen (fd, "wb");
  return g_steal_pointer (&self);
}

/**
 * corpus_output_write:
 * @self: a file
 * @bytes: (array length=n_bytes): what comes next
 * @n_bytes: how much
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
corpus_output_write (CorpusOutput *self,
                     const char *bytes,
                     gsize n_bytes,
                     GError **error)
{
  if (fwrite (bytes, 1, n_bytes, self->stream) == n_bytes)
    return TRUE;
  set_error (error, self->path, errno);
  return FALSE;
}

/**
 * corpus_output_close:
 * @self: (transfer full): a file
 * @error: return location for an error
 *
 * Brings the file to the disk and puts it in the place of the old one.
 *
 * Returns: %FALSE with a #GIOErrorEnum, and then the old file is as it was
 */
gboolean
corpus_output_close (CorpusOutput *self,
                     GError **error)
{
  g_autoptr (CorpusOutput) owned = self;
  FILE *stream = owned->stream;
  gboolean is_ok =
      fflush (stream) == 0 && (self->temporary == NULL || fsync (fileno (stream)) == 0);
  int code = errno;

  self->stream = NULL;
  if (fclose (stream) != 0 && is_ok)
    {
      code = errno;
      is_ok = FALSE;
    }
  if (is_ok && self->temporary != NULL)
    {
      is_ok = g_rename (self->temporary, self->path) == 0;
      code = errno;
      if (is_ok)
        g_clear_pointer (&self->temporary, g_free);
    }
  if (!is_ok)
    set_error (error, self->path, code);
  return is_ok;
}

/**
 * corpus_output_abandon:
 * @self: (transfer full) (nullable): a file
 *
 * Leaves the old file as it was.
 */
void
corpus_output_abandon (CorpusOutput *self)
{
  if (self == NULL)
    return;
  if (self->stream != NULL)
    fclose (self->stream);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}
