/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `recognize`: the quantity and calendar grammar alone, one JSON line a document. A filter that keeps no state. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli-input.h"

#include "extract/corpus-quantity.h"
#include "text/corpus-calendar.h"
#include "text/corpus-chars.h"
#include "text/corpus-json-writer.h"
#include "text/corpus-numeral.h"

static void
add_string (CorpusJsonWriter *writer,
            const char *name,
            const char *value)
{
  corpus_json_writer_add_name (writer, name);
  corpus_json_writer_add_string (writer, value);
}

/* `start`, `end`, `text`. */
static void
add_range (CorpusJsonWriter *writer,
           CorpusChars *chars,
           gint64 start,
           gint64 end)
{
  g_autofree char *text = corpus_chars_dup_range (chars, start, end);

  corpus_json_writer_add_name (writer, "start");
  corpus_json_writer_add_int (writer, start);
  corpus_json_writer_add_name (writer, "end");
  corpus_json_writer_add_int (writer, end);
  add_string (writer, "text", text);
}

static void
write_quantities (CorpusJsonWriter *writer,
                  CorpusChars *chars,
                  const GDate *today)
{
  gsize n_bytes;
  const char *utf8 = corpus_chars_get_utf8 (chars, &n_bytes);
  g_autoptr (GArray) quantities = corpus_quantity_scan (utf8, (gssize) n_bytes, today);

  corpus_json_writer_add_name (writer, "quantities");
  corpus_json_writer_begin_array (writer);
  for (guint i = 0; i < quantities->len; i++)
    {
      const CorpusQuantity *quantity = corpus_quantity_at (quantities, i);
      g_autofree char *number_text =
          corpus_chars_dup_range (chars, quantity->number_span.start, quantity->number_span.end);

      corpus_json_writer_begin_object (writer);
      add_range (writer, chars, quantity->value.start, quantity->value.end);
      add_string (writer, "number_text", number_text);
      add_string (writer, "number", quantity->number);
      add_string (writer, "unit", quantity->unit);
      add_string (writer, "cmp", corpus_cmp_to_string (quantity->cmp));
      add_string (writer, "kind",
                  quantity->unit != NULL ? corpus_kind_to_string (quantity->kind) : "number");
      corpus_json_writer_end_object (writer);
    }
  corpus_json_writer_end_array (writer);
}

/* Where the next expression begins: past a number that is no date, so that none is found in its middle. */
static gint64
pass_number (const gunichar *chars,
             gint64 length,
             gint64 at)
{
  g_auto (CorpusNumeral) numeral = { 0 };

  return corpus_numeral_parse (chars, length, at, &numeral) ? MAX (numeral.end, at + 1) : at + 1;
}

static void
write_dates (CorpusJsonWriter *writer,
             CorpusChars *chars,
             const GDate *today)
{
  g_autofree gunichar *text = corpus_chars_dup_ucs4 (chars);
  gint64 length = corpus_chars_get_length (chars);

  corpus_json_writer_add_name (writer, "dates");
  corpus_json_writer_begin_array (writer);
  for (gint64 at = 0; at < length;)
    {
      CorpusCalendar calendar;

      if ((!corpus_calendar_parse (text, length, at, today, &calendar) &&
           !corpus_calendar_parse_english (text, length, at, today, &calendar)) ||
          calendar.end <= at)
        {
          at = pass_number (text, length, at);
          continue;
        }
      corpus_json_writer_begin_object (writer);
      add_range (writer, chars, calendar.start, calendar.end);
      add_string (writer, "iso", calendar.iso[0] != '\0' ? calendar.iso : NULL);
      corpus_json_writer_end_object (writer);
      at = calendar.end;
    }
  corpus_json_writer_end_array (writer);
}

static gboolean
recognize_document (const CliDocument *document,
                    gpointer data,
                    GError **error)
{
  CorpusJsonWriter *writer = data;
  g_autoptr (CorpusChars) chars =
      corpus_chars_new (document->bytes, (gssize) document->n_bytes, error);
  GDate date;
  const GDate *today = NULL;
  const char *line;
  gsize n_bytes;

  if (chars == NULL)
    return FALSE;
  if (document->date != NULL && corpus_calendar_read_iso (document->date, &date))
    today = &date;

  corpus_json_writer_clear (writer);
  corpus_json_writer_begin_object (writer);
  corpus_json_writer_add_name (writer, "line");
  corpus_json_writer_add_int (writer, (gint64) document->line);
  write_quantities (writer, chars, today);
  write_dates (writer, chars, today);
  corpus_json_writer_end_object (writer);
  line = corpus_json_writer_peek (writer, &n_bytes);
  if (cli_write (line, n_bytes))
    cli_write ("\n", 1);
  return TRUE;
}

/**
 * cli_recognize:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_recognize (int argc,
               char **argv)
{
  g_autofree char *date = NULL, *input = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date,
      "The day of printing, which dates are resolved by: 2025-04-15", "DATE" },
    { "input", 0, 0, G_OPTION_ARG_STRING, &input,
      "What a document is: a line (lines), an object a line with “text” (jsonl)", "lines|jsonl" },
    { NULL },
  };
  int status;
  g_auto (GStrv) paths = cli_parse_options (argc, argv, entries, "FILE…|-",
                                            "Writes the quantities and dates of each document as a line of JSON, in input order.", &status);
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();
  CliDocument defaults = { .date = date };
  CliInputKind kind = CLI_INPUT_LINES;

  if (paths == NULL)
    return status;
  if (paths[0] == NULL)
    {
      cli_complain ("recognize needs at least one file, or - for standard input");
      return CLI_USAGE;
    }
  if (input != NULL && (!cli_input_kind_from_string (input, &kind) || kind == CLI_INPUT_PAGE))
    {
      cli_complain ("--input is lines or jsonl, not “%s”", input);
      return CLI_USAGE;
    }
  if (!cli_check_date (date))
    {
      cli_complain ("--date takes a day such as 2025-04-15, not “%s”", date);
      return CLI_USAGE;
    }
  return cli_input_run ((const char *const *) paths, kind, &defaults, recognize_document, writer);
}
