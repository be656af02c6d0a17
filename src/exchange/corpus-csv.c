/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-exchange"

#include "exchange/corpus-csv.h"

#include <string.h>

#include "exchange/corpus-exchange-error.h"

struct _CorpusCsvReader
{
  const char *at; /* borrowed */
  const char *end;
  guint64 line;
};

/**
 * corpus_csv_append_row:
 * @csv: where to write
 * @cells: (array length=n_cells): UTF-8, %NULL for nothing
 * @n_cells: how many
 *
 * Writes a row with its line end. Every cell comes out of a reader as it went in:
 * nothing is put before what a spreadsheet would take for a formula.
 */
void
corpus_csv_append_row (GString *csv,
                       const char *const *cells,
                       guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = cells[i] != NULL ? cells[i] : "";
      gboolean is_quoted = strpbrk (cell, ",\"\r\n") != NULL || *cell == ' ';

      if (i > 0)
        g_string_append_c (csv, ',');
      if (is_quoted)
        g_string_append_c (csv, '"');
      for (const char *p = cell; *p != '\0';)
        {
          gsize n_plain = is_quoted ? strcspn (p, "\"") : strlen (p);

          g_string_append_len (csv, p, (gssize) n_plain);
          p += n_plain;
          if (*p == '"')
            {
              g_string_append (csv, "\"\"");
              p++;
            }
        }
      if (is_quoted)
        g_string_append_c (csv, '"');
    }
  g_string_append (csv, "\r\n");
}

/**
 * corpus_csv_reader_new:
 * @text: (scope notified): UTF-8 with or without a byte order mark, which has to outlive the reader
 * @n_bytes: its length
 *
 * Returns: (transfer full): a reader before the first row
 */
CorpusCsvReader *
corpus_csv_reader_new (const char *text,
                       gsize n_bytes)
{
  CorpusCsvReader *self = g_new0 (CorpusCsvReader, 1);

  self->at = text;
  self->end = text + n_bytes;
  self->line = 1;
  if (n_bytes >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  return self;
}

/**
 * corpus_csv_reader_free:
 * @self: (transfer full) (nullable): a reader
 */
void
corpus_csv_reader_free (CorpusCsvReader *self)
{
  g_free (self);
}

static gboolean
ends_cell (char c)
{
  return c == ',' || c == '\r' || c == '\n';
}

/* Takes the line end at the place of reading, be it LF, CRLF or CR. */
static gboolean
take_line_end (CorpusCsvReader *self)
{
  if (self->at == self->end || (*self->at != '\n' && *self->at != '\r'))
    return FALSE;
  if (*self->at == '\r' && self->at + 1 < self->end && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
  return TRUE;
}

static gboolean
take_quoted (CorpusCsvReader *self,
             GString *cell,
             GError **error)
{
  guint64 first_line = self->line;

  self->at++;
  while (self->at < self->end)
    {
      if (*self->at == '"' && (self->at + 1 == self->end || self->at[1] != '"'))
        {
          self->at++;
          if (self->at == self->end || ends_cell (*self->at))
            return TRUE;
          g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT,
                       "line %" G_GUINT64_FORMAT ": text follows a closing quotation mark; "
                       "a quotation mark inside a cell is written twice",
                       self->line);
          return FALSE;
        }
      if (*self->at == '"')
        self->at++;
      if (*self->at == '\n')
        self->line++;
      g_string_append_c (cell, *self->at++);
    }
  g_set_error (error, CORPUS_EXCHANGE_ERROR, CORPUS_EXCHANGE_ERROR_FORMAT,
               "line %" G_GUINT64_FORMAT ": a quotation mark is opened and never closed", first_line);
  return FALSE;
}

/**
 * corpus_csv_reader_next:
 * @self: a reader
 * @line: (out) (optional): the line on which the row begins, counted from 1
 * @error: return location for an error
 *
 * Takes the next row; empty lines are passed over.
 *
 * Returns: (transfer full) (nullable): its cells; %NULL at the end, or with %CORPUS_EXCHANGE_ERROR_FORMAT
 */
GStrv
corpus_csv_reader_next (CorpusCsvReader *self,
                        guint64 *line,
                        GError **error)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();

  while (take_line_end (self))
    ;
  if (self->at == self->end)
    return NULL;
  if (line != NULL)
    *line = self->line;
  for (;;)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (self->at < self->end && *self->at == '"')
        {
          if (!take_quoted (self, cell, error))
            return NULL;
        }
      else
        {
          while (self->at < self->end && !ends_cell (*self->at))
            g_string_append_c (cell, *self->at++);
        }
      g_strv_builder_add (cells, cell->str);
      if (self->at < self->end && *self->at == ',')
        {
          self->at++;
          continue;
        }
      take_line_end (self);
      return g_strv_builder_end (cells);
    }
}
