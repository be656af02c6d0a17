/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-import.h"

#include "exchange/corpus-csv.h"
#include "exchange/corpus-exchange-error.h"
#include "project/corpus-file.h"
#include "text/corpus-decode.h"

typedef enum
{
  COLUMN_FILE,
  COLUMN_PUBLICATION,
  COLUMN_DATE,
  COLUMN_EDITION,
  COLUMN_PAGE,
  COLUMN_SECTION,
} Column;
#define N_COLUMNS 6

static const char *const column_names[N_COLUMNS] = { "file", "publication", "date",
                                                     "edition", "page", "section" };

static gboolean
fail (GError **error,
      guint64 line,
      const char *reason)
{
  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT,
               "line %" G_GUINT64_FORMAT ": %s", line, reason);
  return FALSE;
}

/* Finds where each column stands, -1 where it does not. */
static gboolean
read_header (char **cells,
             guint64 line,
             int *places,
             GError **error)
{
  for (int i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  for (int place = 0; cells[place] != NULL; place++)
    for (int i = 0; i < N_COLUMNS; i++)
      if (g_ascii_strcasecmp (g_strstrip (cells[place]), column_names[i]) == 0)
        places[i] = place;
  if (places[COLUMN_FILE] < 0)
    return fail (
        error, line,
        "there is no column “file”; the first line names the columns: file,publication,date,edition,page,section");
  return TRUE;
}

/* NULL where the column is not there or the cell is empty. */
static char *
dup_cell (char **cells,
          guint n_cells,
          const int *places,
          Column column)
{
  const char *cell =
      places[column] >= 0 && (guint) places[column] < n_cells ? cells[places[column]] : NULL;

  return cell != NULL && *cell != '\0' ? g_strdup (cell) : NULL;
}

static CorpusImportItem *
read_row (char **cells,
          guint64 line,
          const int *places,
          guint n_columns,
          const char *folder,
          GError **error)
{
  guint n_cells = g_strv_length (cells);
  g_autofree char *file = dup_cell (cells, n_cells, places, COLUMN_FILE);
  g_autofree char *path = NULL;
  g_autoptr (CorpusImportItem) item = NULL;

  if (n_cells > n_columns)
    {
      fail (
          error, line,
          "it has more cells than the first line has columns; a cell with a comma stands in quotation marks");
      return NULL;
    }
  if (file == NULL)
    {
      fail (error, line, "the name of the file is missing");
      return NULL;
    }
  path = g_path_is_absolute (file) ? g_strdup (file) : g_build_filename (folder, file, NULL);
  item = corpus_import_item_new (path);
  item->publication = dup_cell (cells, n_cells, places, COLUMN_PUBLICATION);
  item->date = dup_cell (cells, n_cells, places, COLUMN_DATE);
  item->edition = dup_cell (cells, n_cells, places, COLUMN_EDITION);
  item->number = dup_cell (cells, n_cells, places, COLUMN_PAGE);
  item->section = dup_cell (cells, n_cells, places, COLUMN_SECTION);
  if (item->date != NULL && !corpus_import_is_day (item->date))
    {
      fail (error, line, "the date is not a day in the form 2025-04-15");
      return NULL;
    }
  return g_steal_pointer (&item);
}

static GPtrArray *
read_rows (CorpusChars *chars,
           const char *folder,
           GError **error)
{
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_import_item_free);
  gsize n_bytes;
  const char *utf8 = corpus_chars_get_utf8 (chars, &n_bytes);
  g_autoptr (CorpusCsvReader) reader = corpus_csv_reader_new (utf8, n_bytes);
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) header = NULL;
  int places[N_COLUMNS];
  guint64 line = 1;

  header = corpus_csv_reader_next (reader, &line, &local_error);
  if (header != NULL && !read_header (header, line, places, error))
    return NULL;
  if (header == NULL && local_error == NULL)
    {
      fail (error, 1, "it has no lines");
      return NULL;
    }
  while (local_error == NULL)
    {
      g_auto (GStrv) cells = corpus_csv_reader_next (reader, &line, &local_error);
      CorpusImportItem *item;

      if (cells == NULL)
        break;
      item = read_row (cells, line, places, g_strv_length (header), folder, &local_error);
      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&items);
}

/**
 * corpus_import_read_manifest:
 * @path: a CSV file with the columns `file`, `publication`, `date`, `edition`, `page`, `section` in any order, in one of
 *   the encodings of pages
 * @error: return location for an error
 *
 * Reads a manifest: one item a row, paths relative to the manifest. `file` is
 * needed, columns of another name are passed over. May be called from any thread.
 *
 * Returns: (transfer full) (nullable) (element-type CorpusImportItem): the items, or %NULL with an error that names file
 *   and line
 */
GPtrArray *
corpus_import_read_manifest (const char *path,
                             GError **error)
{
  g_autoptr (GBytes) bytes = corpus_file_read (path, error);
  g_autoptr (CorpusChars) chars = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (path);

  if (bytes != NULL)
    chars = corpus_decode (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, error);
  if (chars != NULL)
    items = read_rows (chars, folder, error);
  if (items == NULL)
    g_prefix_error (error, "%s: ", name);
  return g_steal_pointer (&items);
}
