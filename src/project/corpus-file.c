/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* No page comes near: a guard against reading a disk image into memory. */
#define MAX_BYTES (1024 * 1024 * 1024)

/**
 * corpus_file_explain:
 * @code: a value of `errno` after a file was opened or read
 *
 * Returns: (transfer none): what is the matter with the file, in words
 */
const char *
corpus_file_explain (int code)
{
  switch (code)
    {
    case ENOENT:
      return "there is no such file";
    case EACCES:
    case EPERM:
      return "you have no permission to read it";
    case EISDIR:
      return "it is a folder; name the page files in it";
    case ENOTDIR:
      return "there is no such file (a part of its path is not a folder)";
    case ELOOP:
      return "it is a link that leads back to itself";
    default:
      return g_strerror (code);
    }
}

static void
set_error (GError **error,
           int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), corpus_file_explain (code));
}

/**
 * corpus_file_read:
 * @path: a file
 * @error: return location for an error
 *
 * Reads a whole file of at most 1 GB. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with a #GIOErrorEnum whose message says why, without the path
 */
GBytes *
corpus_file_read (const char *path,
                  GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat info;
  g_autofree guint8 *bytes = NULL;
  gsize n_bytes = 0, n_wanted;

  if (fd < 0 || fstat (fd, &info) < 0)
    {
      set_error (error, errno);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    {
      if (S_ISDIR (info.st_mode))
        set_error (error, EISDIR);
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             S_ISREG (info.st_mode) ? "it is larger than 1 GB, which no page is"
                                                    : "it is not a file with a text in it");
      close (fd);
      return NULL;
    }

  n_wanted = (gsize) info.st_size;
  bytes = g_try_malloc (n_wanted + 1);
  while (bytes != NULL && n_bytes < n_wanted)
    {
      ssize_t n_read = read (fd, bytes + n_bytes, n_wanted - n_bytes);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read < 0)
        {
          set_error (error, errno);
          close (fd);
          return NULL;
        }
      if (n_read == 0)
        break;
      n_bytes += (gsize) n_read;
    }
  close (fd);
  if (bytes == NULL)
    {
      set_error (error, ENOMEM);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&bytes), n_bytes);
}
