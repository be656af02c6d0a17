/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Native JSON Lines: what is written, that it reads back to the same bytes, and what the reader refuses. */

#include <string.h>

#include "exchange/corpus-native-reader.h"
#include "exchange/corpus-native-writer.h"
#include "text/corpus-id.h"

typedef struct
{
  GHashTable *pages; /* sha256 -> CorpusPage */
  CorpusNativeReader *reader;
  CorpusJsonWriter *writer;
} Fixture;

static CorpusPage *
find_page (const char *sha256,
           gpointer data)
{
  CorpusPage *page = g_hash_table_lookup (data, sha256);

  return page != NULL ? corpus_page_ref (page) : NULL;
}

static void
fixture_set_up (Fixture *self,
                gconstpointer data)
{
  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) corpus_page_unref);
  self->reader = corpus_native_reader_new (find_page, self->pages);
  self->writer = corpus_json_writer_new ();
}

static void
fixture_tear_down (Fixture *self,
                   gconstpointer data)
{
  g_hash_table_unref (self->pages);
  corpus_native_reader_free (self->reader);
  corpus_json_writer_free (self->writer);
}

static CorpusNativeLine *
read_line (Fixture *self,
           const char *text,
           GError **error)
{
  CorpusNativeLine *line = corpus_native_reader_read (self->reader, text, strlen (text), error);

  if (line != NULL && line->kind == CORPUS_NATIVE_LINE_PAGE && line->page != NULL)
    g_hash_table_insert (self->pages, g_strdup (line->sha256), corpus_page_ref (line->page));
  return line;
}

static const char *
write_article (Fixture *self,
               CorpusArticle *article)
{
  corpus_json_writer_clear (self->writer);
  corpus_native_write_article (self->writer, article);
  return corpus_json_writer_peek (self->writer, NULL);
}

static const char *
write_page (Fixture *self,
            CorpusPage *page,
            GPtrArray *blocks)
{
  corpus_json_writer_clear (self->writer);
  corpus_native_write_page (self->writer, page, blocks);
  return corpus_json_writer_peek (self->writer, NULL);
}

static CorpusPage *
make_page (gint64 id,
           const char *text)
{
  g_autoptr (CorpusChars) chars = corpus_chars_new (text, -1, NULL);

  return corpus_page_new (id, chars, NULL);
}

static void
put_block (CorpusArticle *article,
           gint64 id,
           const char *role,
           CorpusPage *page,
           gint64 start,
           gint64 end,
           gboolean joins)
{
  g_autoptr (CorpusBlock) block = corpus_block_new (id, corpus_role (role));

  block->article_id = corpus_article_get_id (article);
  block->joins = joins;
  block->provenance.confidence = 0.9;
  corpus_pieces_add (block->pieces, page->id, start, end, NULL);
  corpus_article_put_block (article, block);
}

/* A page as a converter leaves it: a headline, a body cut by a column break, a jump mark. */
static CorpusArticle *
make_article (CorpusPage **page_out)
{
  g_autoptr (CorpusPage) page = make_page (1, "港口新开航线\n货运量增长一成\n\n其余见\n下转第三版");
  g_autoptr (CorpusHead) head = corpus_head_new (0x10);
  CorpusArticle *article;
  g_autoptr (CorpusEntity) entity = corpus_entity_new (0x11, "LOC");
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (0x12);
  CorpusFiller *filler;

  g_free (page->file);
  page->file = g_strdup ("p1.txt");
  page->date = g_strdup ("2026-03-18");
  page->number = g_strdup ("1");
  corpus_head_set_field (head, CORPUS_FIELD_GENRE, corpus_field_new ("report"));
  article = corpus_article_new (head);
  corpus_article_add_page (article, page);
  put_block (article, 2, "headline", page, 0, 6, FALSE);
  put_block (article, 3, "body", page, 7, 12, FALSE);
  put_block (article, 4, "body", page, 12, 14, TRUE);
  put_block (article, 5, "jump", page, 20, 25, FALSE);

  corpus_pieces_add_page (entity->pieces, page, 0, 2);
  entity->provenance.confidence = 0.93;
  corpus_article_put_entity (article, entity);

  filler = corpus_indicator_add_filler (indicator, CORPUS_SLOT_VALUE, "一成");
  corpus_pieces_add_page (filler->pieces, page, 12, 14);
  corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, "全港");
  indicator->number = g_strdup ("10");
  indicator->unit = g_strdup ("percent");
  indicator->kind = CORPUS_KIND_CHANGE;
  indicator->direction = CORPUS_DIRECTION_UP;
  corpus_provenance_decide (&indicator->provenance, CORPUS_STATE_REJECTED, "r1", "2026-03-20T08:00:00Z");
  corpus_article_put_indicator (article, indicator);
  corpus_article_sort (article);
  if (page_out != NULL)
    *page_out = corpus_page_ref (page);
  return article;
}

static void
test_writer_form (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (CorpusArticle) article = make_article (NULL);
  const char *expected =
      "{\"format\":\"corpus-review/article\",\"version\":1,\"id\":\"0000000000000010\","
      "\"pages\":[{\"sha256\":\"%s\",\"file\":\"p1.txt\",\"publication\":null,\"date\":\"2026-03-18\",\"edition\":null,\"number\":\"1\"}],"
      "\"metadata\":{\"kicker\":null,\"headline\":\"港口新开航线\",\"subhead\":null,\"column\":null,\"section\":null,\"agency\":null,"
      "\"dateline\":null,\"credits\":[],\"jump\":{\"to\":\"3\",\"from\":null},\"genre\":\"report\"},"
      "\"text\":\"港口新开航线\\n货运量增长一成\",\"blocks\":["
      "{\"role\":\"headline\",\"start\":0,\"end\":6,\"source\":[[0,0,6]],\"joins\":false,\"corrections\":[],"
      "\"origin\":\"rule\",\"state\":\"suggested\",\"confidence\":0.9,\"doubts\":[]},"
      "{\"role\":\"body\",\"start\":7,\"end\":12,\"source\":[[0,7,12]],\"joins\":false,\"corrections\":[],"
      "\"origin\":\"rule\",\"state\":\"suggested\",\"confidence\":0.9,\"doubts\":[]},"
      "{\"role\":\"body\",\"start\":12,\"end\":14,\"source\":[[0,12,14]],\"joins\":true,\"corrections\":[],"
      "\"origin\":\"rule\",\"state\":\"suggested\",\"confidence\":0.9,\"doubts\":[]},"
      "{\"role\":\"jump\",\"start\":14,\"end\":14,\"source\":[[0,20,25]],\"joins\":false,\"corrections\":[],"
      "\"origin\":\"rule\",\"state\":\"suggested\",\"confidence\":0.9,\"doubts\":[]}],"
      "\"entities\":[{\"id\":\"0000000000000011\",\"label\":\"LOC\",\"spans\":[[0,2]],\"source\":[[0,0,2]],\"text\":\"港口\",\"norm\":null,"
      "\"ref\":[],\"attributes\":{},\"origin\":\"rule\",\"state\":\"suggested\",\"confidence\":0.93,\"by\":null,\"at\":null,\"was\":null,"
      "\"note\":null}],"
      "\"indicators\":[{\"id\":\"0000000000000012\",\"slots\":{\"value\":[{\"spans\":[[12,14]],\"source\":[[0,12,14]],\"text\":\"一成\"}],"
      "\"name\":[],\"subject\":[{\"spans\":[],\"source\":[],\"text\":\"全港\"}],\"period\":[],\"comparator\":[],\"basis\":[],\"base\":[]},"
      "\"number\":\"10\",\"number_max\":null,\"unit\":\"percent\",\"unit_text\":null,\"cmp\":\"eq\",\"kind\":\"change\",\"direction\":\"up\","
      "\"basis\":\"none\",\"status\":\"actual\",\"period\":null,\"of\":null,\"same_as\":null,\"series\":null,\"origin\":\"rule\","
      "\"state\":\"rejected\",\"confidence\":null,\"by\":\"r1\",\"at\":\"2026-03-20T08:00:00Z\",\"was\":null,\"note\":null}],"
      "\"relations\":[],\"review\":{\"structure\":{\"status\":\"todo\",\"by\":null,\"at\":null},"
      "\"metadata\":{\"status\":\"todo\",\"by\":null,\"at\":null},\"entities\":{\"status\":\"todo\",\"by\":null,\"at\":null},"
      "\"indicators\":{\"status\":\"todo\",\"by\":null,\"at\":null},\"flags\":[],\"excluded\":false,\"note\":null}}";
  g_auto (GStrv) parts = g_strsplit (expected, "%s", 2);
  CorpusPage *page = g_ptr_array_index (corpus_article_get_pages (article), 0);
  g_autofree char *wanted = g_strconcat (parts[0], page->sha256, parts[1], NULL);

  g_assert_cmpstr (write_article (self, article), ==, wanted);
}

/* ----- The way there and back, over articles made at random ----- */

static const char *const alphabet[] = { "省", "港", "，", "。", "1", "2", "a", "B", " ", "\n", "\r\n", "\t", "\"", "\\", "/",
                                        "　", "\xc2\xa0", "😀", "👩🏽", "𠀀", "𪚥", "é", "e\xcc\x81", "\xe2\x80\xa8", "\x7f", "％" };
static const char *const foreign_ids[] = { "T1", "实体-7", "a\"b\\c", "00000000-0000", "😀" };
static const char *const extras[] = { "{\"x_new\":1}", "{\"z\":[1.50,\"a\\u0000b\",{\"k\":null}],\"a\":12345678901234567890}",
                                      "{\"emoji\":\"😀\",\"e\":1E5}" };

static char *
random_text (guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))]);
  return g_strdup (text->str);
}

static char *
maybe_text (void)
{
  return g_test_rand_bit () ? random_text ((guint) g_test_rand_int_range (1, 9)) : NULL;
}

static char *
maybe_extra (void)
{
  return g_test_rand_int_range (0, 4) == 0 ? g_strdup (extras[g_test_rand_int_range (0, G_N_ELEMENTS (extras))]) : NULL;
}

static void
random_provenance (CorpusProvenance *provenance,
                   gboolean is_decided)
{
  provenance->origin = (CorpusOrigin) g_test_rand_int_range (0, 4);
  provenance->state = (CorpusState) g_test_rand_int_range (0, 3);
  provenance->confidence = g_test_rand_bit () ? -1 : g_test_rand_bit () ? g_test_rand_int_range (0, 101) / 100.0
                                                                        : g_test_rand_double ();
  if (!is_decided)
    return;
  provenance->by = maybe_text ();
  provenance->at = g_test_rand_bit () ? g_strdup ("2026-03-20T08:00:00Z") : NULL;
  provenance->was = g_test_rand_bit () ? g_strdup ("{\"label\":\"ORG\",\"confidence\":0.50}") : NULL;
}

/* One to three ranges anywhere on the pages of an article: nested, crossing, apart, on several pages, some of them in
 * no block at all. */
static void
random_pieces (CorpusArticle *article,
               GArray *pieces)
{
  GPtrArray *pages = corpus_article_get_pages (article);
  int n_pieces = g_test_rand_int_range (1, 4);

  for (int i = 0; i < n_pieces; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, g_test_rand_int_range (0, (int) pages->len));
      int length = (int) corpus_chars_get_length (page->chars);
      int start = g_test_rand_int_range (0, length);
      int end = g_test_rand_int_range (start + 1, MIN (length, start + 12) + 1);

      corpus_pieces_add_page (pieces, page, start, end);
    }
}

static void
random_blocks (CorpusArticle *article,
               gint64 *id)
{
  static const char *const roles[] = { "headline", "kicker", "body", "body", "body", "caption", "jump", "furniture", "sidebar_2" };
  GPtrArray *pages = corpus_article_get_pages (article);
  g_autoptr (CorpusBlock) block = NULL;

  for (guint i = 0; i < pages->len; i++)
    {
      CorpusPage *page = g_ptr_array_index (pages, i);
      int length = (int) corpus_chars_get_length (page->chars);

      for (int at = 0; at < length;)
        {
          int start = at + g_test_rand_int_range (0, 3);
          int end = start + g_test_rand_int_range (1, 15);

          if (end > length)
            break;
          if (block == NULL || g_test_rand_int_range (0, 3) > 0)
            {
              if (block != NULL)
                corpus_article_put_block (article, block);
              g_clear_pointer (&block, corpus_block_unref);
              block = corpus_block_new ((*id)++, corpus_role (roles[g_test_rand_int_range (0, G_N_ELEMENTS (roles))]));
              block->joins = g_test_rand_bit ();
              block->extra = maybe_extra ();
              if (g_test_rand_bit ())
                block->doubts = g_strsplit ("orphan headline|no end", "|", -1);
              random_provenance (&block->provenance, FALSE);
            }
          corpus_pieces_add (block->pieces, page->id, start, end, NULL);
          if (g_test_rand_int_range (0, 4) == 0)
            {
              int from = g_test_rand_int_range (start, end + 1);
              g_autofree char *text = random_text ((guint) g_test_rand_int_range (0, 4));
              g_autoptr (CorpusCorrection) correction =
                  corpus_correction_new ((*id)++, page->id, from, g_test_rand_int_range (from, end + 1), text);

              correction->extra = maybe_extra ();
              corpus_article_put_correction (article, correction);
            }
          at = end;
        }
    }
  if (block != NULL)
    corpus_article_put_block (article, block);
}

static void
random_annotations (CorpusArticle *article,
                    gint64 *id)
{
  gint64 last = 0;

  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    {
      g_autoptr (CorpusEntity) entity = corpus_entity_new ((*id)++, g_test_rand_bit () ? "ORG" : "自定义");

      if (g_test_rand_int_range (0, 3) == 0)
        {
          gboolean is_foreign;

          entity->foreign_id = g_strdup_printf ("%s%d", foreign_ids[g_test_rand_int_range (0, G_N_ELEMENTS (foreign_ids))], i);
          entity->id = corpus_id_from_string (entity->foreign_id, &is_foreign);
        }
      random_pieces (article, entity->pieces);
      entity->norm = maybe_text ();
      entity->refs = g_test_rand_bit () ? g_strsplit ("Q881,Q148", ",", -1) : NULL;
      entity->attributes = g_test_rand_bit () ? g_strdup ("{\"gender\":\"f\",\"n\":1.0}") : NULL;
      entity->note = maybe_text ();
      entity->extra = maybe_extra ();
      random_provenance (&entity->provenance, TRUE);
      corpus_article_put_entity (article, entity);
      last = entity->id;
    }
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      g_autoptr (CorpusIndicator) indicator = corpus_indicator_new ((*id)++);

      for (CorpusSlot slot = 0; slot < CORPUS_N_SLOTS; slot++)
        for (int n = g_test_rand_int_range (0, 3); n > 0; n--)
          {
            g_autofree char *words = random_text (3);
            CorpusFiller *filler = corpus_indicator_add_filler (indicator, slot, words);

            if (g_test_rand_bit ())
              random_pieces (article, filler->pieces);
            filler->extra = maybe_extra ();
          }
      indicator->number = g_strdup ("12345678901234567890.10");
      indicator->number_max = maybe_text ();
      indicator->unit = maybe_text ();
      indicator->unit_text = maybe_text ();
      indicator->cmp = (CorpusCmp) g_test_rand_int_range (0, 7);
      indicator->kind = (CorpusKind) g_test_rand_int_range (0, 5);
      indicator->direction = (CorpusDirection) g_test_rand_int_range (0, 3);
      indicator->basis = (CorpusBasis) g_test_rand_int_range (0, 8);
      indicator->status = (CorpusStatus) g_test_rand_int_range (0, 3);
      indicator->period_role = (CorpusPeriodRole) g_test_rand_int_range (0, 5);
      indicator->period_iso = g_test_rand_bit () ? g_strdup ("2026-Q1") : NULL;
      indicator->of = g_test_rand_bit () ? last : 0;
      indicator->same_as = g_test_rand_bit () ? 0x7777 : 0;
      indicator->series = maybe_text ();
      indicator->note = maybe_text ();
      indicator->extra = g_test_rand_bit () ? g_strdup ("{\"period\":{\"tz\":\"+08\"},\"slots\":{\"place\":[]},\"q\":1}") : NULL;
      random_provenance (&indicator->provenance, TRUE);
      corpus_article_put_indicator (article, indicator);
      if (last != 0)
        {
          g_autoptr (CorpusRelation) relation = corpus_relation_new ((*id)++, "part of", last, indicator->id);

          relation->provenance.by = g_strdup ("r1");
          relation->extra = maybe_extra ();
          corpus_article_put_relation (article, relation);
        }
    }
  for (int i = g_test_rand_int_range (0, 3); i > 0; i--)
    {
      g_autoptr (CorpusCredit) credit = corpus_credit_new ((*id)++, (CorpusCreditRole) g_test_rand_int_range (0, 5), "林远舟");

      if (g_test_rand_bit ())
        random_pieces (article, credit->pieces);
      credit->affiliation = maybe_text ();
      credit->extra = maybe_extra ();
      corpus_article_put_credit (article, credit);
    }
  if (g_test_rand_bit ())
    {
      g_autoptr (CorpusDateline) dateline = corpus_dateline_new ((*id)++);

      dateline->place = maybe_text ();
      random_pieces (article, dateline->pieces);
      dateline->extra = maybe_extra ();
      corpus_article_set_dateline (article, dateline);
    }
}

static CorpusArticle *
random_article (GPtrArray *pages,
                gint64 *id)
{
  g_autoptr (CorpusHead) head = corpus_head_new ((*id)++);
  CorpusArticle *article;

  if (g_test_rand_bit ())
    {
      gboolean is_foreign;

      head->foreign_id = g_strdup_printf ("doc/%" G_GINT64_FORMAT, *id);
      head->id = corpus_id_from_string (head->foreign_id, &is_foreign);
    }
  for (CorpusFieldName name = 0; name < CORPUS_N_FIELDS; name++)
    if (g_test_rand_bit ())
      {
        g_autofree char *value = maybe_text ();

        corpus_head_set_field (head, name, corpus_field_new (value));
      }
  for (CorpusTask task = 0; task < CORPUS_N_TASKS; task++)
    corpus_head_set_review (head, task, (CorpusReviewStatus) g_test_rand_int_range (0, 4), g_test_rand_bit () ? "r1" : NULL, NULL);
  head->flags = g_test_rand_bit () ? g_strsplit ("look,later", ",", -1) : NULL;
  head->excluded = g_test_rand_bit ();
  head->note = maybe_text ();
  if (g_test_rand_bit ())
    head->extra = g_strdup ("{\"pages\":{},\"metadata\":{\"jump\":{\"via\":2},\"topic\":\"港\"},"
                            "\"review\":{\"entities\":{\"round\":2},\"style\":{}},\"license\":\"CC0\"}");

  article = corpus_article_new (head);
  for (guint i = 0; i < pages->len; i++)
    corpus_article_add_page (article, g_ptr_array_index (pages, i));
  random_blocks (article, id);
  random_annotations (article, id);
  corpus_article_sort (article);
  return article;
}

static void
round_trip (Fixture *self)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_page_unref);
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusNativeLine) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  gint64 id = 0x1000;

  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    {
      g_autofree char *text = random_text ((guint) g_test_rand_int_range (1, 200));
      CorpusPage *page = make_page (i, text);
      g_autoptr (CorpusNativeLine) line = NULL;
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) corpus_block_unref);
      CorpusBlock *block = corpus_block_new (id++, CORPUS_ROLE_FURNITURE);
      g_autofree char *written = NULL;

      corpus_pieces_add (block->pieces, page->id, 0, 1, NULL);
      block->extra = maybe_extra ();
      g_ptr_array_add (blocks, block);
      page->section = maybe_text ();
      page->edition = maybe_text ();
      page->extra = maybe_extra ();
      g_ptr_array_add (pages, page);
      written = g_strdup (write_page (self, page, blocks));
      line = read_line (self, written, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (write_page (self, line->page, line->blocks), ==, written);
    }

  article = random_article (pages, &id);
  first = g_strdup (write_article (self, article));
  read = read_line (self, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->kind, ==, CORPUS_NATIVE_LINE_ARTICLE);
  g_assert_null (read->page);
  g_assert_cmpstr (write_article (self, read->article), ==, first);
}

static void
test_round_trip (Fixture *self,
                 gconstpointer data)
{
  for (int i = 0; i < 600; i++)
    round_trip (self);
}

/* Whatever a line says, the reader answers with an error or with something that can be written. */
static void
test_mutation (Fixture *self,
               gconstpointer data)
{
  g_autoptr (CorpusPage) page = NULL;
  g_autoptr (CorpusArticle) article = make_article (&page);
  g_autofree char *page_line = g_strdup (write_page (self, page, NULL));
  g_autoptr (CorpusNativeLine) known = read_line (self, page_line, NULL);
  g_autofree char *line = g_strdup (write_article (self, article));
  static const char *const values[] = { "null", "true", "[]", "{}", "-1", "999999", "\"x\"", "[null]", "[[0,0,1]]", "1e400" };
  guint n_errors = 0;

  g_assert_nonnull (known);
  for (int i = 0; i < 1500; i++)
    {
      g_autoptr (GString) text = g_string_new (line);
      g_autoptr (CorpusNativeLine) read = NULL;
      g_autoptr (GError) error = NULL;
      int at = g_test_rand_int_range (0, (int) text->len - 40);
      gsize n_word;

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (1, 256);
          break;
        case 1:
          g_string_erase (text, at, g_test_rand_int_range (1, 40));
          break;
        default:
          /* Another value behind the next name, as far as a comma. */
          at = (int) (strstr (text->str + MIN (at, (int) text->len - 200), "\":") + 2 - text->str);
          n_word = strcspn (text->str + at, ",");
          g_string_erase (text, at, (gssize) n_word);
          g_string_insert (text, at, values[g_test_rand_int_range (0, G_N_ELEMENTS (values))]);
          break;
        }
      read = corpus_native_reader_read (self->reader, text->str, text->len, &error);
      n_errors += error != NULL;
      g_assert_true ((read == NULL) == (error != NULL));
      if (read != NULL && read->article != NULL)
        write_article (self, read->article);
    }
  g_assert_cmpuint (n_errors, >, 0);
}

static void
test_corpus_line (Fixture *self,
                  gconstpointer data)
{
  const char *line = "{\"format\":\"corpus-review/corpus\",\"version\":1,\"title\":\"港\",\"tagset\":{\"name\":\"news\",\"version\":3,"
                     "\"labels\":[{\"name\":\"ORG\",\"title\":\"机构\",\"colour\":\"#813d9c\",\"key\":null,\"description\":\"\",\"parent\":null,\"icon\":1}],"
                     "\"attributes\":[{\"name\":\"n\",\"max\":1.50}],\"relations\":[],\"guidelines\":\"g\",\"owner\":\"x\"},"
                     "\"people\":[{\"id\":\"r1\",\"name\":\"林\",\"role\":\"lead\"}],\"producer\":\"p\",\"license\":{\"id\":\"CC0\"}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusNativeLine) read = read_line (self, line, &error);

  g_assert_no_error (error);
  g_assert_cmpint (read->kind, ==, CORPUS_NATIVE_LINE_CORPUS);
  corpus_native_write_corpus (self->writer, read->title, read->tagset, read->people, "p", read->extra);
  g_assert_cmpstr (corpus_json_writer_peek (self->writer, NULL), ==, line);
}

/* What `extract` writes has no page lines: the article is then anchored in its own text. */
static void
test_article_alone (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (CorpusArticle) article = make_article (NULL);
  g_autofree char *line = g_strdup (write_article (self, article));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusNativeLine) read = read_line (self, line, &error);
  CorpusEntity *entity;
  CorpusPiece *piece;
  g_autofree char *jump = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (read->page);
  g_assert_cmpstr (corpus_chars_get_utf8 (read->page->chars, NULL), ==, "港口新开航线\n货运量增长一成");
  g_assert_cmpstr (read->page->date, ==, "2026-03-18");
  g_assert_cmpuint (corpus_article_get_blocks (read->article)->len, ==, 3);
  entity = corpus_article_find_entity (read->article, 0x11);
  piece = corpus_piece_at (entity->pieces, 0);
  g_assert_cmpint (piece->page_id, ==, read->page->id);
  g_assert_cmpstr (piece->text, ==, "港口");
  jump = corpus_article_dup_value (read->article, CORPUS_FIELD_JUMP_TO);
  g_assert_cmpstr (jump, ==, "3");
}

static void
test_values_of_blocks_are_not_kept (Fixture *self,
                                    gconstpointer data)
{
  g_autoptr (CorpusPage) page = NULL;
  g_autoptr (CorpusArticle) article = make_article (&page);
  g_autoptr (CorpusNativeLine) page_line = read_line (self, write_page (self, page, NULL), NULL);
  g_autoptr (CorpusNativeLine) read = read_line (self, write_article (self, article), NULL);
  CorpusHead *head = corpus_article_get_head (read->article);

  g_assert_nonnull (page_line);
  g_assert_null (head->fields[CORPUS_FIELD_HEADLINE]);
  g_assert_null (head->fields[CORPUS_FIELD_KICKER]);
  g_assert_null (head->fields[CORPUS_FIELD_JUMP_TO]);
  g_assert_cmpstr (head->fields[CORPUS_FIELD_GENRE]->value, ==, "report");
  g_assert_cmpint (head->fields[CORPUS_FIELD_GENRE]->provenance.origin, ==, CORPUS_ORIGIN_IMPORT);
}

/* ----- What is refused ----- */

typedef struct
{
  const char *from; /* in the line of make_article() */
  const char *to;
  const char *message; /* what the error says among other things */
  int code;
} BadLine;

static const BadLine bad_lines[] = {
  { "\"version\":1", "\"version\":2", "update the program", CORPUS_EXCHANGE_ERROR_NEWER },
  { "corpus-review/article", "corpus-review/song", "no kind of line", CORPUS_EXCHANGE_ERROR_FORMAT },
  { "corpus-review/article", "conll", "format", CORPUS_EXCHANGE_ERROR_FORMAT },
  { "\"source\":[[0,0,2]]", "\"source\":[[0,0,200]]", "entities[0].source[0]", CORPUS_EXCHANGE_ERROR_RANGE },
  { "\"source\":[[0,0,2]]", "\"source\":[[1,0,2]]", "there is no page 1", CORPUS_EXCHANGE_ERROR_RANGE },
  { "\"source\":[[0,0,2]]", "\"source\":[[0,2,2]]", "entities[0].source[0]", CORPUS_EXCHANGE_ERROR_RANGE },
  { "\"source\":[[0,0,2]]", "\"source\":[[0,1,3]]", "“口新”", CORPUS_EXCHANGE_ERROR_MISMATCH },
  { "\"spans\":[[0,2]]", "\"spans\":[[0,99]]", "entities[0].spans[0]", CORPUS_EXCHANGE_ERROR_RANGE },
  { "\"spans\":[[0,2]]", "\"spans\":[[1,3]]", "entities[0].text", CORPUS_EXCHANGE_ERROR_MISMATCH },
  { "\"text\":\"港口\"", "\"text\":\"口岸\"", "entities[0].text", CORPUS_EXCHANGE_ERROR_MISMATCH },
  { "一成\",\"blocks\"", "二成\",\"blocks\"", "text: from character 12", CORPUS_EXCHANGE_ERROR_MISMATCH },
  { "\"start\":0,\"end\":6", "\"start\":1,\"end\":7", "blocks[0]", CORPUS_EXCHANGE_ERROR_MISMATCH },
  { "\"start\":0,\"end\":6", "\"start\":6,\"end\":0", "blocks[0]", CORPUS_EXCHANGE_ERROR_RANGE },
  { "\"cmp\":\"eq\"", "\"cmp\":\"about\"", "indicators[0].cmp: “about”", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"confidence\":0.93", "\"confidence\":7", "entities[0].confidence", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"label\":\"LOC\"", "\"label\":null", "entities[0].label", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"id\":\"0000000000000011\"", "\"id\":\"\"", "entities[0].id", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"id\":\"0000000000000012\"", "\"id\":\"0000000000000011\"", "indicators[0].id", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"entities\":[", "\"entities\":7,\"e\":[", "entities: it is not a list", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"state\":\"rejected\"", "\"state\":7", "indicators[0].state", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"status\":\"todo\"", "\"status\":\"soon\"", "review.structure.status", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"note\":null}],\"indicators\"", "\"note\":\"a\\u0000\"}],\"indicators\"", "NUL", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"value\":[", "\"value\":[[1],", "slots.value[0]: it is not an object", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"pages\":[", "\"pages\":[null,", "pages[0]: it is not an object", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"blocks\":[", "\"blocks\":[\"x\",", "blocks[0]: it is not an object", CORPUS_EXCHANGE_ERROR_MEMBER },
  { "\"sha256\":\"", "\"sha256\":\"x", "pages[0].sha256", CORPUS_EXCHANGE_ERROR_MEMBER },
};

static void
test_bad_line (Fixture *self,
               gconstpointer data)
{
  g_autoptr (CorpusPage) page = NULL;
  g_autoptr (CorpusArticle) article = make_article (&page);
  g_autoptr (CorpusNativeLine) page_line = read_line (self, write_page (self, page, NULL), NULL);
  g_autofree char *good = g_strdup (write_article (self, article));

  g_assert_nonnull (page_line);
  for (guint i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      const BadLine *bad = &bad_lines[i];
      const char *at = strstr (good, bad->from);
      g_autofree char *line = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (CorpusNativeLine) read = NULL;

      g_assert_nonnull (at);
      line = g_strdup_printf ("%.*s%s%s", (int) (at - good), good, bad->to, at + strlen (bad->from));
      read = read_line (self, line, &error);
      g_assert_null (read);
      g_assert_error (error, CORPUS_EXCHANGE_ERROR, bad->code);
      if (strstr (error->message, bad->message) == NULL)
        g_error ("“%s” does not say “%s”", error->message, bad->message);
    }
}

static void
test_page_without_text (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (CorpusPage) page = make_page (1, "港口");
  g_autofree char *line = g_strdup (write_page (self, page, NULL));
  char *text = strstr (line, "\"港口\"");
  g_autofree char *without = g_strdup_printf ("%.*snull%s", (int) (text - line), line, text + strlen ("\"港口\""));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusNativeLine) read = read_line (self, without, &error);

  g_assert_no_error (error);
  g_assert_null (read->page);
  g_assert_cmpstr (read->sha256, ==, page->sha256);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/exchange/native-writer/form", test_writer_form);
  ADD ("/exchange/native/round-trip", test_round_trip);
  ADD ("/exchange/native-reader/mutation", test_mutation);
  ADD ("/exchange/native/corpus-line", test_corpus_line);
  ADD ("/exchange/native-reader/article-alone", test_article_alone);
  ADD ("/exchange/native-reader/values-of-blocks-are-not-kept", test_values_of_blocks_are_not_kept);
  ADD ("/exchange/native-reader/bad-line", test_bad_line);
  ADD ("/exchange/native-reader/page-without-text", test_page_without_text);
  return g_test_run ();
}
