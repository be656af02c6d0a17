/* SPDX-License-Identifier: GPL-3.0-or-later */

/* `extract`: page text in, native JSON Lines out. A filter that keeps no state. */

#define G_LOG_DOMAIN "corpus-cli"

#include "cli/cli-input.h"

#include "exchange/corpus-native-writer.h"
#include "extract/corpus-extractor.h"
#include "text/corpus-id.h"

typedef struct
{
  CliInputKind kind;
  CorpusJsonWriter *writer;
} Extract;

static void
put_blocks (CorpusArticle *article,
            GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);

      /* The first block of an article goes on from nothing. */
      if (i == 0 && block->joins)
        {
          g_autoptr (CorpusBlock) copy = corpus_block_copy (block);

          copy->joins = FALSE;
          corpus_article_put_block (article, copy);
        }
      else
        {
          corpus_article_put_block (article, block);
        }
    }
}

/* A line or an object is one document and gets one answer, whatever extraction found in it: the articles become one,
 * and what was taken for the furniture of a page comes last. */
static CorpusArticle *
unite (CorpusPage *page,
       CorpusExtraction *extraction,
       const char *id)
{
  g_autoptr (CorpusHead) head = NULL;
  CorpusArticle *united;

  if (extraction->articles->len > 0)
    {
      head =
          corpus_head_copy (corpus_article_get_head (g_ptr_array_index (extraction->articles, 0)));
    }
  else
    {
      CorpusIdSource ids;
      g_autofree char *seed = g_strconcat (page->sha256, "/document", NULL);

      corpus_id_source_init_seeded (&ids, seed);
      head = corpus_head_new (corpus_id_source_next (&ids));
      corpus_id_source_clear (&ids);
    }
  if (id != NULL)
    {
      gboolean is_foreign;

      head->id = corpus_id_from_string (id, &is_foreign);
      g_free (head->foreign_id);
      head->foreign_id = is_foreign ? g_strdup (id) : NULL;
    }

  united = corpus_article_new (head);
  corpus_article_add_page (united, page);
  for (guint i = 0; i < extraction->articles->len; i++)
    {
      CorpusArticle *article = g_ptr_array_index (extraction->articles, i);
      GPtrArray *members;

      put_blocks (united, corpus_article_get_blocks (article));
      if (corpus_article_get_dateline (united) == NULL)
        corpus_article_set_dateline (united, corpus_article_get_dateline (article));
      members = corpus_article_get_credits (article);
      for (guint j = 0; j < members->len; j++)
        corpus_article_put_credit (united, g_ptr_array_index (members, j));
      members = corpus_article_get_entities (article);
      for (guint j = 0; j < members->len; j++)
        corpus_article_put_entity (united, g_ptr_array_index (members, j));
      members = corpus_article_get_indicators (article);
      for (guint j = 0; j < members->len; j++)
        corpus_article_put_indicator (united, g_ptr_array_index (members, j));
      members = corpus_article_get_relations (article);
      for (guint j = 0; j < members->len; j++)
        corpus_article_put_relation (united, g_ptr_array_index (members, j));
    }
  put_blocks (united, extraction->blocks);
  return united;
}

static gboolean
write_article (Extract *self,
               CorpusArticle *article)
{
  const char *line;
  gsize n_bytes;

  corpus_json_writer_clear (self->writer);
  corpus_native_write_article (self->writer, article);
  line = corpus_json_writer_peek (self->writer, &n_bytes);
  return cli_write (line, n_bytes) && cli_write ("\n", 1);
}

static CorpusPage *
make_page (const CliDocument *document,
           CliInputKind kind,
           GError **error)
{
  g_autofree char *name = g_path_get_basename (document->path);
  g_autofree char *file = g_filename_display_name (name);
  CorpusPage *page;

  if (kind == CLI_INPUT_PAGE)
    {
      page = corpus_page_new_from_bytes ((const guint8 *) document->bytes, document->n_bytes, file,
                                         error);
      if (page == NULL)
        return NULL;
    }
  else
    {
      g_autoptr (CorpusChars) chars =
          corpus_chars_new (document->bytes, (gssize) document->n_bytes, error);
      CorpusIdSource ids;

      if (chars == NULL)
        return NULL;
      page = corpus_page_new (1, chars, NULL);
      corpus_id_source_init_seeded (&ids, page->sha256);
      page->id = corpus_id_source_next (&ids);
      corpus_id_source_clear (&ids);
      g_free (page->file);
      page->file = g_strdup (file);
    }
  page->publication = g_strdup (document->publication);
  page->date = g_strdup (document->date);
  page->edition = g_strdup (document->edition);
  page->number = g_strdup (document->number);
  page->section = g_strdup (document->section);
  return page;
}

static gboolean
extract_document (const CliDocument *document,
                  gpointer data,
                  GError **error)
{
  Extract *self = data;
  g_autoptr (CorpusPage) page = make_page (document, self->kind, error);
  g_autoptr (CorpusExtraction) extraction =
      page != NULL ? corpus_extract_page (page, NULL, error) : NULL;

  if (extraction == NULL)
    return FALSE;
  if (self->kind == CLI_INPUT_PAGE)
    {
      for (guint i = 0; i < extraction->articles->len; i++)
        if (!write_article (self, g_ptr_array_index (extraction->articles, i)))
          break;
    }
  else
    {
      g_autoptr (CorpusArticle) united = unite (page, extraction, document->id);

      write_article (self, united);
    }
  return TRUE;
}

/**
 * cli_extract:
 * @argc: number of arguments
 * @argv: the name of the command and its arguments
 *
 * Returns: the exit status
 */
int
cli_extract (int argc,
             char **argv)
{
  g_autofree char *publication = NULL, *date = NULL, *edition = NULL, *number = NULL,
                  *section = NULL, *input = NULL;
  const GOptionEntry entries[] = {
    { "publication", 0, 0, G_OPTION_ARG_STRING, &publication, "The newspaper", "NAME" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, "The day of the issue: 2025-04-15", "DATE" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &edition, "The edition", "NAME" },
    { "page", 0, 0, G_OPTION_ARG_STRING, &number, "The page number as printed", "NUMBER" },
    { "section", 0, 0, G_OPTION_ARG_STRING, &section, "The section of the page", "NAME" },
    { "input", 0, 0, G_OPTION_ARG_STRING, &input,
      "What a document is: a file (page), a line (lines), an object a line with “text” (jsonl)", "page|lines|jsonl" },
    { NULL },
  };
  int status;
  g_auto (GStrv) paths = cli_parse_options (argc, argv, entries, "FILE…|-",
                                            "Writes the articles of page texts as native JSON Lines, in input order.", &status);
  g_autoptr (CorpusJsonWriter) writer = corpus_json_writer_new ();
  CliDocument defaults = { .publication = publication,
                           .date = date,
                           .edition = edition,
                           .number = number,
                           .section = section };
  Extract extract = { CLI_INPUT_PAGE, writer };

  if (paths == NULL)
    return status;
  if (paths[0] == NULL)
    {
      cli_complain ("extract needs at least one file, or - for standard input");
      return CLI_USAGE;
    }
  if (input != NULL && !cli_input_kind_from_string (input, &extract.kind))
    {
      cli_complain ("--input is page, lines or jsonl, not “%s”", input);
      return CLI_USAGE;
    }
  if (!cli_check_date (date))
    {
      cli_complain ("--date takes a day such as 2025-04-15, not “%s”", date);
      return CLI_USAGE;
    }
  return cli_input_run ((const char *const *) paths, extract.kind, &defaults, extract_document,
                        &extract);
}
