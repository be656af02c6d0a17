/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A .corpus file: opening, closing, transactions.
 *
 * At rest a corpus is one file in rollback mode, which opens read-only anywhere. While it is open it is in WAL mode
 * with synchronous=FULL, so that a committed edit is on the disk; the last to close folds the log back in and returns
 * to rollback mode. So a file found in WAL mode either is open elsewhere or was not closed: SQLite tells which, because only
 * a connection that is alone can change the mode. A file that was not closed is checked before it is used.
 *
 * Opening is suspicious: the first bytes are read without SQLite, so that a foreign, newer or cut-off file stays
 * untouched; then the schema is compared. POSIX locks belong to a process, and closing any descriptor of a file
 * drops them all: so these bytes are only read while this program has the file open nowhere else, and a table of open
 * files, kept under a lock, knows that. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/corpus-schema.h"

G_DEFINE_FINAL_TYPE (CorpusStore, corpus_store, G_TYPE_OBJECT)

#define INTENT_OPEN "open the corpus"
#define INTENT_CREATE "make the corpus"
#define HEADER_SIZE 100

/* The files that this program has open: file key -> how many times. */
static GMutex open_files_lock;
static GHashTable *open_files;

static guint
count_open (const char *key)
{
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return GPOINTER_TO_UINT (g_hash_table_lookup (open_files, key));
}

static void
set_open (const char *key,
          guint count)
{
  if (count > 0)
    g_hash_table_insert (open_files, g_strdup (key), GUINT_TO_POINTER (count));
  else
    g_hash_table_remove (open_files, key);
}

static void
close_db (CorpusStore *self)
{
  if (self->db == NULL)
    return;
  g_mutex_lock (&open_files_lock);
  g_clear_pointer (&self->db, corpus_db_free);
  if (self->file_key != NULL)
    set_open (self->file_key, count_open (self->file_key) - 1);
  g_mutex_unlock (&open_files_lock);
}

static void
corpus_store_finalize (GObject *object)
{
  CorpusStore *self = CORPUS_STORE (object);

  corpus_store_close (self, NULL);
  g_free (self->path);
  g_free (self->file_key);
  g_free (self->reviewer);
  g_free (self->reviewer_id);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->inserts);
  g_hash_table_unref (self->puts);
  corpus_id_source_clear (&self->ids);

  G_OBJECT_CLASS (corpus_store_parent_class)->finalize (object);
}

static void
corpus_store_class_init (CorpusStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = corpus_store_finalize;
}

static void
corpus_store_init (CorpusStore *self)
{
  corpus_id_source_init_random (&self->ids);
  self->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) corpus_chars_unref);
  self->inserts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->puts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

/* Looking at the file before SQLite does */

static gboolean
refuse (CorpusStore *self,
        CorpusStoreError code,
        GError **error,
        const char *format,
        ...) G_GNUC_PRINTF (4, 5);

static gboolean
refuse (CorpusStore *self,
        CorpusStoreError code,
        GError **error,
        const char *format,
        ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, CORPUS_STORE_ERROR, code, "“%s” %s", self->path, what);
  return FALSE;
}

/* Asks for the effective user, as the kernel will when the file is opened. */
static gboolean
may_write (const char *path)
{
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

static gboolean
has_sibling (CorpusStore *self,
             const char *ending)
{
  g_autofree char *path = g_strconcat (self->path, ending, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static guint32
big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* Judges the first bytes of a file. */
static gboolean
check_header (CorpusStore *self,
              const guint8 *header,
              gsize n_bytes,
              goffset file_size,
              GError **error)
{
  guint32 page_size, n_pages, version;

  if (n_bytes < 16 || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (self, CORPUS_STORE_ERROR_FOREIGN, error,
                   "is not a corpus. Open a .corpus file, or import this one into a corpus");
  if (n_bytes < HEADER_SIZE)
    return refuse (self, CORPUS_STORE_ERROR_DAMAGED, error,
                   "is damaged: it was cut off after %" G_GSIZE_FORMAT " bytes. Go back to a copy of it", n_bytes);
  if (big_endian (header + 68) != CORPUS_SCHEMA_APPLICATION_ID)
    return refuse (self, CORPUS_STORE_ERROR_FOREIGN, error,
                   "is a database of another program, not a corpus. It was left as it is");
  version = big_endian (header + 60);
  if (version > CORPUS_SCHEMA_VERSION)
    return refuse (self, CORPUS_STORE_ERROR_NEWER, error,
                   "was written by a newer version of Corpus Review (layout %u, this version knows up to %d). "
                   "Update the program to open it; the file was left as it is",
                   version, CORPUS_SCHEMA_VERSION);
  if (version < 1)
    return refuse (self, CORPUS_STORE_ERROR_DAMAGED, error,
                   "is damaged: it has no layout version. Go back to a copy of it");

  /* The size in the header is only sure where the same change wrote it, and where no log waits to be folded in. */
  page_size = (guint32) header[16] << 8 | header[17];
  if (page_size == 1)
    page_size = 65536;
  n_pages = big_endian (header + 28);
  if (big_endian (header + 24) == big_endian (header + 92) && !has_sibling (self, "-wal") &&
      !has_sibling (self, "-journal") && (goffset) n_pages * page_size > file_size)
    return refuse (self, CORPUS_STORE_ERROR_DAMAGED, error,
                   "is damaged: it was cut off, %" G_GOFFSET_FORMAT " bytes of %" G_GOFFSET_FORMAT " are there. Go back to a copy of it",
                   file_size, (goffset) n_pages * page_size);
  return TRUE;
}

/* What the look at a file came to. */
typedef struct
{
  gboolean is_new;      /* there is no file, or an empty one, and one may be made */
  gboolean is_in_wal;   /* it was left in WAL mode */
  gboolean is_unclean;  /* it was not closed, or is open elsewhere */
  gboolean is_writable; /* as far as permissions tell */
} Look;

static gboolean
look_at_missing (CorpusStore *self,
                 Look *look,
                 GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if ((self->flags & CORPUS_STORE_CREATE) == 0 || (self->flags & CORPUS_STORE_READ_ONLY) != 0)
    return refuse (self, CORPUS_STORE_ERROR_NOT_FOUND, error,
                   "does not exist. Check the name, or make a new corpus");
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse (self, CORPUS_STORE_ERROR_NOT_FOUND, error,
                   "cannot be made: there is no folder “%s”", folder);
  if (!may_write (folder))
    return refuse (self, CORPUS_STORE_ERROR_READ_ONLY, error,
                   "cannot be made: the folder “%s” cannot be written. Choose another folder", folder);
  look->is_new = TRUE;
  return TRUE;
}

static gboolean
look_at_bytes (CorpusStore *self,
               goffset size,
               Look *look,
               GError **error)
{
  guint8 header[HEADER_SIZE];
  int fd = g_open (self->path, O_RDONLY | O_CLOEXEC, 0);
  gssize n_read;

  if (fd < 0)
    return refuse (self,
                   errno == EACCES || errno == EPERM ? CORPUS_STORE_ERROR_PERMISSION
                                                     : CORPUS_STORE_ERROR_FAILED,
                   error, "cannot be read: %s. Ask its owner for permission", g_strerror (errno));
  do
    n_read = read (fd, header, sizeof header);
  while (n_read < 0 && errno == EINTR);
  close (fd);
  if (n_read < 0)
    return refuse (self, CORPUS_STORE_ERROR_FAILED, error, "cannot be read: %s",
                   g_strerror (errno));

  if (size == 0 && (self->flags & CORPUS_STORE_CREATE) != 0 && look->is_writable)
    {
      look->is_new = TRUE;
      return TRUE;
    }
  if (size == 0)
    return refuse (self, CORPUS_STORE_ERROR_FOREIGN, error, "is empty: it is not a corpus");
  if (!check_header (self, header, (gsize) n_read, size, error))
    return FALSE;
  look->is_in_wal = header[18] == 2;
  look->is_unclean =
      look->is_in_wal || has_sibling (self, "-wal") || has_sibling (self, "-journal");
  return TRUE;
}

static gboolean
look_at_file (CorpusStore *self,
              Look *look,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  struct stat info;

  if (stat (self->path, &info) != 0)
    {
      if (errno == ENOENT)
        return look_at_missing (self, look, error);
      return refuse (self,
                     errno == EACCES ? CORPUS_STORE_ERROR_PERMISSION : CORPUS_STORE_ERROR_NOT_FOUND,
                     error, "cannot be reached: %s", g_strerror (errno));
    }
  if (S_ISDIR (info.st_mode))
    return refuse (self, CORPUS_STORE_ERROR_FOREIGN, error,
                   "is a folder, not a corpus. Choose a .corpus file");
  if (!S_ISREG (info.st_mode))
    return refuse (self, CORPUS_STORE_ERROR_FOREIGN, error,
                   "is not an ordinary file, so it cannot be a corpus");

  look->is_writable = may_write (self->path) && may_write (folder);
  self->file_key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                    (guint64) info.st_dev, (guint64) info.st_ino);
  if (count_open (self->file_key) == 0 && !look_at_bytes (self, info.st_size, look, error))
    return FALSE;
  if (!look->is_writable && (self->flags & CORPUS_STORE_READ_ONLY) == 0)
    return refuse (self, CORPUS_STORE_ERROR_READ_ONLY, error,
                   "or its folder cannot be written. Copy the corpus to a folder of your own, or open it for reading only");
  return TRUE;
}

/* Opening */

/* Lays out an empty file that is open. */
static gboolean
lay_out (CorpusStore *self,
         GError **error)
{
  g_autoptr (CorpusTagset) tagset = corpus_tagset_new_default ();
  g_autofree char *title = g_path_get_basename (self->path);
  const CorpusPut how = { 0 };

  if (g_str_has_suffix (title, ".corpus") && !g_str_equal (title, ".corpus"))
    title[strlen (title) - strlen (".corpus")] = '\0';
  if (!corpus_db_exec (self->db, "PRAGMA auto_vacuum = NONE", INTENT_CREATE, error) ||
      !corpus_db_begin (self->db, INTENT_CREATE, error))
    return FALSE;
  return corpus_schema_create (self->db, error) &&
         corpus_store_put_value (self, "title", title, error) &&
         corpus_store_put (self, CORPUS_MEMBER_TAGSET, tagset, &how, error) &&
         corpus_db_commit (self->db, INTENT_CREATE, error);
}

/* Makes the file, under another name until it is whole: whoever is stopped half-way leaves no half corpus. Where somebody
 * else made one meanwhile, that one counts; an empty file that stood there is replaced. */
static gboolean
create_corpus (CorpusStore *self,
               gboolean is_there,
               GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.new-%08x", self->path, g_random_int ());
  gboolean is_made;

  self->db = corpus_db_new (path);
  is_made = corpus_db_open (self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, FALSE, error);
  if (is_made)
    {
      /* Errors are about the file that was asked for. */
      g_free (self->db->path);
      self->db->path = g_strdup (self->path);
      is_made = lay_out (self, error);
      corpus_db_rollback (self->db);
    }
  g_clear_pointer (&self->db, corpus_db_free);

  if (is_made && !is_there && link (path, self->path) != 0 && errno != EEXIST)
    is_there = TRUE; /* not every file system has links */
  if (is_made && is_there && g_rename (path, self->path) != 0)
    is_made =
        refuse (self, CORPUS_STORE_ERROR_FAILED, error, "cannot be made: %s", g_strerror (errno));
  g_unlink (path);
  return is_made;
}

/* Whether SQLite finds the file whole. */
static gboolean
check_pages (CorpusStore *self,
             GError **error)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "PRAGMA quick_check (1)", "check the corpus");
  CorpusStep step = corpus_statement_step (statement, error);
  const char *answer = step == CORPUS_STEP_ROW ? corpus_statement_get_text (statement) : NULL;

  if (step == CORPUS_STEP_FAILED)
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    {
      corpus_store_set_damaged (self, error, "%s", answer);
      return FALSE;
    }
  return TRUE;
}

/* Leaves WAL mode, which SQLite lets only a connection do that is alone: FALSE where others have the file open. */
static gboolean
leave_wal (CorpusStore *self)
{
  g_autoptr (CorpusStatement) statement =
      corpus_db_prepare (self->db, "PRAGMA journal_mode = DELETE", "fold the log in");
  gint64 deadline = self->db->deadline;
  gboolean is_left;

  self->db->deadline = 0;
  is_left = corpus_statement_step (statement, NULL) == CORPUS_STEP_ROW &&
            g_strcmp0 (corpus_statement_get_text (statement), "delete") == 0;
  self->db->deadline = deadline;
  return is_left;
}

/* Makes a connection ready that has the right file open. */
static gboolean
settle (CorpusStore *self,
        const Look *look,
        gboolean is_first,
        GError **error)
{
  gboolean is_read_only = (self->flags & CORPUS_STORE_READ_ONLY) != 0;

  if (!corpus_schema_check (self->db, error))
    return FALSE;
  self->is_alone = is_first && !is_read_only && (!look->is_unclean || leave_wal (self));
  if (look->is_unclean && (self->is_alone || is_read_only) && !check_pages (self, error))
    return FALSE;
  if (is_read_only)
    return TRUE;
  if (self->is_alone && !look->is_new && !corpus_batch_settle_orphans (self, error))
    return FALSE;
  return corpus_db_exec (
      self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON",
      INTENT_OPEN, error);
}

static gboolean
open_file (CorpusStore *self,
           GCancellable *cancellable,
           GError **error)
{
  Look look = { 0 };
  gboolean is_first;
  int flags;

  if (!look_at_file (self, &look, error))
    return FALSE;
  if (look.is_new)
    {
      if (!create_corpus (self, self->file_key != NULL, error))
        return FALSE;
      g_clear_pointer (&self->file_key, g_free);
    }
  is_first = self->file_key == NULL || count_open (self->file_key) == 0;
  flags =
      (self->flags & CORPUS_STORE_READ_ONLY) != 0 ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  self->db = corpus_db_new (self->path);
  corpus_db_set_cancellable (self->db, cancellable);
  /* A file left in WAL mode with its log folded in cannot be opened where nothing can be written, unless SQLite is told
   * that nobody writes to it. */
  if (!corpus_db_open (self->db, flags,
                       look.is_in_wal && !look.is_writable && !has_sibling (self, "-wal"), error) ||
      !settle (self, &look, is_first, error))
    {
      g_clear_pointer (&self->db, corpus_db_free);
      return FALSE;
    }
  corpus_db_set_cancellable (self->db, NULL);

  if (self->file_key == NULL)
    {
      struct stat info;

      if (stat (self->path, &info) == 0)
        self->file_key = g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
                                          (guint64) info.st_dev, (guint64) info.st_ino);
    }
  if (self->file_key != NULL)
    set_open (self->file_key, count_open (self->file_key) + 1);
  return TRUE;
}

/**
 * corpus_store_open:
 * @path: a .corpus file
 * @flags: whether to make it or only to read it
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Opens a corpus. A file that is refused is left as it is.
 *
 * Returns: (transfer full) (nullable): the open store, or %NULL with %CORPUS_STORE_ERROR_NOT_FOUND, %CORPUS_STORE_ERROR_FOREIGN,
 *   %CORPUS_STORE_ERROR_NEWER, %CORPUS_STORE_ERROR_DAMAGED, %CORPUS_STORE_ERROR_READ_ONLY, %CORPUS_STORE_ERROR_PERMISSION,
 *   %CORPUS_STORE_ERROR_BUSY, %CORPUS_STORE_ERROR_FULL and others
 */
CorpusStore *
corpus_store_open (const char *path,
                   CorpusStoreFlags flags,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (CorpusStore) self = NULL;
  gboolean is_open;

  g_return_val_if_fail (path != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_object_new (CORPUS_TYPE_STORE, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->flags = flags;
  corpus_store_set_reviewer (self, NULL);

  g_mutex_lock (&open_files_lock);
  is_open = open_file (self, cancellable, error);
  g_mutex_unlock (&open_files_lock);
  return is_open ? g_steal_pointer (&self) : NULL;
}

/**
 * corpus_store_close:
 * @self: a store
 * @error: return location for an error
 *
 * Closes the file. The last one to do so leaves a single file. A store that is closed can only be freed.
 *
 * Returns: %FALSE where the log could not be folded in: nothing is lost, but the file has to be kept together with the
 *   `-wal` file beside it
 */
gboolean
corpus_store_close (CorpusStore *self,
                    GError **error)
{
  gboolean is_folded = TRUE;

  if (self->db == NULL)
    return TRUE;
  if ((self->flags & CORPUS_STORE_READ_ONLY) == 0)
    {
      corpus_db_rollback (self->db);
      /* Others that have it open will fold the log in when they close. */
      if (!leave_wal (self))
        {
          int rc = sqlite3_extended_errcode (self->db->handle);

          is_folded = rc == SQLITE_OK || (rc & 0xff) == SQLITE_BUSY || (rc & 0xff) == SQLITE_LOCKED;
          if (!is_folded)
            g_set_error (
                error, CORPUS_STORE_ERROR,
                corpus_db_is_full (self->db, rc) ? CORPUS_STORE_ERROR_FULL
                                                 : CORPUS_STORE_ERROR_FAILED,
                "“%s” is saved, but could not be put together into one file (%s). Keep “%s-wal” beside it; "
                "make room on the disk and open the corpus once more",
                self->path, sqlite3_errmsg (self->db->handle), self->path);
        }
    }
  close_db (self);
  return is_folded;
}

/**
 * corpus_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of the file
 */
const char *
corpus_store_get_path (CorpusStore *self)
{
  return self->path;
}

/* The reviewer */

/* The name of a reviewer; NULL stands for the user of the account. */
char *
corpus_store_clean_reviewer (const char *name)
{
  if (name == NULL || name[0] == '\0')
    name = g_strcmp0 (g_get_real_name (), "Unknown") != 0 ? g_get_real_name () : g_get_user_name ();
  return g_utf8_make_valid (name, -1);
}

/* The id of a person the corpus does not know yet: it follows from the name, so that copies of a corpus agree on it. */
char *
corpus_store_derive_person_id (const char *name)
{
  char *id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

  id[16] = '\0';
  return id;
}

/**
 * corpus_store_set_reviewer:
 * @self: a store
 * @name: (nullable): who edits from now on; %NULL takes the name of the user's account
 */
void
corpus_store_set_reviewer (CorpusStore *self,
                           const char *name)
{
  g_free (self->reviewer);
  self->reviewer = corpus_store_clean_reviewer (name);
  g_clear_pointer (&self->reviewer_id, g_free);
}

/**
 * corpus_store_get_reviewer_id:
 * @self: a store
 *
 * The id that decisions of the reviewer carry: that of the person of that name or, for somebody new, one that
 * follows from the name.
 *
 * Returns: (transfer none): the id, good until the reviewer changes
 */
const char *
corpus_store_get_reviewer_id (CorpusStore *self)
{
  if (self->reviewer_id == NULL && self->db != NULL)
    {
      g_autoptr (CorpusStatement) statement = corpus_db_prepare (
          self->db, "SELECT id FROM person WHERE name = ? ORDER BY id", "look for a person");

      corpus_statement_bind_text (statement, self->reviewer);
      if (corpus_statement_step (statement, NULL) == CORPUS_STEP_ROW)
        self->reviewer_id = corpus_statement_dup_text (statement);
    }
  if (self->reviewer_id == NULL)
    self->reviewer_id = corpus_store_derive_person_id (self->reviewer);
  return self->reviewer_id;
}

/**
 * corpus_store_new_id:
 * @self: a store
 *
 * Returns: an id that nothing in any copy of the corpus has
 */
gint64
corpus_store_new_id (CorpusStore *self)
{
  return corpus_id_source_next (&self->ids);
}

/* Transactions */

/* Begins a transaction that writes, and lets @cancellable stop what is done in it. */
gboolean
corpus_store_begin_write (CorpusStore *self,
                          const char *intent,
                          GCancellable *cancellable,
                          GError **error)
{
  if (self->db == NULL || (self->flags & CORPUS_STORE_READ_ONLY) != 0)
    {
      g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_READ_ONLY,
                   "Could not %s: “%s” is open for reading only", intent, self->path);
      return FALSE;
    }
  corpus_db_set_cancellable (self->db, cancellable);
  if (corpus_db_begin (self->db, intent, error))
    return TRUE;
  corpus_db_set_cancellable (self->db, NULL);
  return FALSE;
}

/* Commits. Once that has begun it is not cancelled any more. On an error the caller rolls back. */
gboolean
corpus_store_commit (CorpusStore *self,
                     const char *intent,
                     GError **error)
{
  corpus_db_set_cancellable (self->db, NULL);
  return corpus_db_commit (self->db, intent, error);
}

/* Takes back the open transaction. */
void
corpus_store_rollback (CorpusStore *self)
{
  corpus_db_set_cancellable (self->db, NULL);
  corpus_db_rollback (self->db);
}

/* Begins a transaction that only reads, so that several queries see one state; FALSE where one is open already. */
gboolean
corpus_store_begin_read (CorpusStore *self)
{
  if (!sqlite3_get_autocommit (self->db->handle))
    return FALSE;
  corpus_db_be_patient (self->db);
  return sqlite3_exec (self->db->handle, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
}

/* Ends a read that corpus_store_begin_read() began. */
void
corpus_store_end_read (CorpusStore *self,
                       gboolean began)
{
  if (began)
    corpus_db_rollback (self->db);
}
