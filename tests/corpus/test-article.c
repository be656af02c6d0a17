/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/corpus-article.h"

#define PAGE "海上牧场\n渔业增收\n本报记者 于航\n今年一季度，北滩镇养殖扇贝1200吨。\n(下转第四版)"

/* The code points that follow the n-th line break. */
static CorpusArticle *
make_article (void)
{
  static const char *const roles[] = { "kicker", "headline", "byline", "body", "jump" };
  g_autoptr (CorpusChars) chars = corpus_chars_new (PAGE, -1, NULL);
  g_autoptr (CorpusPage) page = corpus_page_new (1, chars, NULL);
  g_autoptr (CorpusHead) head = corpus_head_new (7);
  CorpusArticle *article = corpus_article_new (head);
  gint64 start = 0, length = corpus_chars_get_length (chars);

  g_free (page->section);
  page->section = g_strdup ("经济");
  corpus_article_add_page (article, page);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (CorpusBlock) block = corpus_block_new (10 + i, roles[i]);
      gint64 end = start;

      while (end < length && corpus_chars_get_char (chars, end) != '\n')
        end++;
      block->rank = 1024 * (i + 1);
      block->article_id = 7;
      corpus_pieces_add (block->pieces, 1, start, end, NULL);
      corpus_article_put_block (article, block);
      start = end + 1;
    }
  return article;
}

static void
put_entity (CorpusArticle *article,
            gint64 id,
            const char *label,
            gint64 start,
            gint64 end)
{
  g_autoptr (CorpusEntity) entity = corpus_entity_new (id, label);
  g_autoptr (GArray) pieces = corpus_text_anchor (corpus_article_get_text (article), start, end);

  g_array_unref (entity->pieces);
  entity->pieces = g_steal_pointer (&pieces);
  corpus_article_put_entity (article, entity);
}

/* Values are read off the blocks until someone types another, and can be given back. */
static void
test_values (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  g_autoptr (CorpusHead) typed = corpus_head_copy (corpus_article_get_head (article));
  g_autoptr (CorpusHead) given_back = NULL;
  static const struct
  {
    CorpusFieldName name;
    const char *value;
  } cases[] = {
    { CORPUS_FIELD_KICKER, "海上牧场" },
    { CORPUS_FIELD_HEADLINE, "渔业增收" },
    { CORPUS_FIELD_SUBHEAD, NULL },
    { CORPUS_FIELD_SECTION, "经济" },
    { CORPUS_FIELD_JUMP_TO, "4" },
    { CORPUS_FIELD_JUMP_FROM, NULL },
    { CORPUS_FIELD_GENRE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = corpus_article_dup_value (article, cases[i].name);

      g_assert_cmpstr (value, ==, cases[i].value);
    }

  corpus_head_set_field (typed, CORPUS_FIELD_HEADLINE, corpus_field_new ("渔民增收"));
  corpus_head_set_field (typed, CORPUS_FIELD_KICKER, corpus_field_new (NULL));
  corpus_article_set_head (article, typed);
  {
    g_autofree char *headline = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);
    g_autofree char *kicker = corpus_article_dup_value (article, CORPUS_FIELD_KICKER);

    g_assert_cmpstr (headline, ==, "渔民增收");
    g_assert_null (kicker);
  }

  given_back = corpus_head_copy (typed);
  corpus_head_set_field (given_back, CORPUS_FIELD_HEADLINE, NULL);
  corpus_article_set_head (article, given_back);
  {
    g_autofree char *headline = corpus_article_dup_value (article, CORPUS_FIELD_HEADLINE);

    g_assert_cmpstr (headline, ==, "渔业增收");
  }
}

/* A changed copy takes the place of the old value, which whoever holds it may go on reading. */
static void
test_put_and_remove (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  g_autoptr (CorpusEntity) old = NULL, changed = NULL;

  put_entity (article, 50, "LOC", 24, 27);
  put_entity (article, 51, "DATE", 18, 23);
  old = corpus_entity_ref (corpus_article_find_entity (article, 50));
  changed = corpus_entity_copy (old);
  g_free (changed->label);
  changed->label = g_strdup ("ORG");
  corpus_article_put_entity (article, changed);

  g_assert_cmpuint (corpus_article_get_entities (article)->len, ==, 2);
  g_assert_true (g_ptr_array_index (corpus_article_get_entities (article), 0) == changed);
  g_assert_cmpstr (old->label, ==, "LOC");
  g_assert_null (corpus_article_find_indicator (article, 50));

  g_assert_true (corpus_article_remove (article, 50));
  g_assert_false (corpus_article_remove (article, 50));
  g_assert_null (corpus_article_find_entity (article, 50));
  g_assert_cmpuint (corpus_article_get_entities (article)->len, ==, 1);
}

/* The text follows its blocks, and annotations follow the text without being touched. */
static void
test_move_block (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  g_autoptr (CorpusBlock) body = NULL;
  CorpusSpan before, after;

  put_entity (article, 50, "LOC", 24, 27);
  before = corpus_article_get_extent (article, corpus_article_find_entity (article, 50)->pieces);
  body = corpus_block_copy (g_ptr_array_index (corpus_article_get_blocks (article), 3));
  body->rank = 1;
  corpus_article_put_block (article, body);
  corpus_article_sort (article);
  after = corpus_article_get_extent (article, corpus_article_find_entity (article, 50)->pieces);

  g_assert_true (g_ptr_array_index (corpus_article_get_blocks (article), 0) == body);
  g_assert_cmpint (before.start, ==, 24);
  g_assert_cmpint (after.start, ==, 6);
  {
    CorpusChars *chars = corpus_text_get_chars (corpus_article_get_text (article));

    g_assert_true (corpus_chars_range_equals (chars, after.start, after.end, "北滩镇"));
  }
}

static void
test_sort (void)
{
  g_autoptr (CorpusArticle) article = make_article ();
  static const gint64 expected[] = { 62, 61, 63, 60 };
  GPtrArray *entities;

  put_entity (article, 60, "LOC", 24, 27);
  put_entity (article, 61, "DATE", 18, 20);
  put_entity (article, 62, "DATE", 18, 23);
  put_entity (article, 63, "DATE", 20, 23);
  corpus_article_sort (article);
  entities = corpus_article_get_entities (article);
  for (guint i = 0; i < entities->len; i++)
    g_assert_cmpint (((CorpusEntity *) g_ptr_array_index (entities, i))->id, ==, expected[i]);
}

static void
test_indicator_copy (void)
{
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (5), copy = NULL;

  corpus_indicator_add_filler (indicator, CORPUS_SLOT_VALUE, "1200吨");
  corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, "北滩镇");
  indicator->number = g_strdup ("1200");
  corpus_provenance_decide (&indicator->provenance, CORPUS_STATE_ACCEPTED, "p1", "2026-03-18T08:00:00Z");
  copy = corpus_indicator_copy (indicator);
  corpus_indicator_clear_slot (copy, CORPUS_SLOT_SUBJECT);

  g_assert_null (corpus_indicator_get_filler (copy, CORPUS_SLOT_SUBJECT));
  g_assert_cmpstr (corpus_indicator_get_filler (indicator, CORPUS_SLOT_SUBJECT)->text, ==, "北滩镇");
  g_assert_cmpstr (copy->number, ==, "1200");
  g_assert_cmpstr (copy->provenance.by, ==, "p1");
  g_assert_cmpint (copy->id, ==, 5);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/article/values", test_values);
  g_test_add_func ("/corpus/article/put-and-remove", test_put_and_remove);
  g_test_add_func ("/corpus/article/move-block", test_move_block);
  g_test_add_func ("/corpus/article/sort", test_sort);
  g_test_add_func ("/corpus/article/indicator-copy", test_indicator_copy);
  return g_test_run ();
}
