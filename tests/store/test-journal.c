/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

#include "store/corpus-store-private.h"

/* Edits, undo and redo. Pages and articles are those of the fixture. */

static CorpusChange *
apply (CorpusStore *store,
       CorpusEdit *edit)
{
  g_autoptr (GError) error = NULL;
  CorpusChange *change = corpus_store_apply (store, edit, NULL, &error);

  g_assert_no_error (error);
  return change;
}

static void
undo (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusChange) change = corpus_store_undo (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static void
redo (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusChange) change = corpus_store_redo (store, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static CorpusArticle *
load (CorpusStore *store,
      gint64 article_id)
{
  g_autoptr (GError) error = NULL;
  CorpusArticle *article = corpus_store_load_article (store, article_id, &error);

  g_assert_no_error (error);
  return article;
}

static char *
dump (CorpusStore *store,
      gint64 article_id)
{
  g_autoptr (CorpusArticle) article = load (store, article_id);

  return store_fixture_dump_article (article);
}

static CorpusChange *
relabel (CorpusStore *store,
         gint64 article_id,
         guint index,
         const char *label)
{
  g_autoptr (CorpusArticle) article = load (store, article_id);
  g_autoptr (CorpusEntity) entity = corpus_entity_copy (g_ptr_array_index (corpus_article_get_entities (article), index));
  g_autofree char *verb = g_strdup_printf ("Relabel as %s", label);
  g_autoptr (CorpusEdit) edit = corpus_edit_new (verb, article_id);

  g_free (entity->label);
  entity->label = g_strdup (label);
  corpus_provenance_decide (&entity->provenance, CORPUS_STATE_ACCEPTED, corpus_store_get_reviewer_id (store), "2026-03-05T00:00:00Z");
  corpus_edit_put_entity (edit, entity);
  return apply (store, edit);
}

static gint64
count_edits (CorpusStore *store)
{
  g_autoptr (GPtrArray) lines = corpus_store_list_history (store, 0, 0, NULL);
  gint64 n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += !g_str_equal (((CorpusHistoryLine *) g_ptr_array_index (lines, i))->kind, "batch");
  return n;
}

static void
test_undo_over_restart (StoreFixture *fixture,
                        gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  gint64 article_id;
  g_autofree char *before = NULL, *once = NULL, *twice = NULL;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  before = dump (store, article_id);
  corpus_change_unref (relabel (store, article_id, 0, "LOC"));
  once = dump (store, article_id);
  corpus_change_unref (relabel (store, article_id, 0, "EVENT"));
  twice = dump (store, article_id);
  store_fixture_close (store);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *verb = NULL, *found = NULL;

      store = store_fixture_open (fixture);
      verb = corpus_store_dup_undo_verb (store);
      g_assert_cmpstr (verb, ==, i == 0 ? "Relabel as EVENT" : "Relabel as LOC");
      undo (store);
      found = dump (store, article_id);
      g_assert_cmpstr (found, ==, i == 0 ? once : before);
      store_fixture_assert_verified (store);
      store_fixture_close (store);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *found = NULL;

      store = store_fixture_open (fixture);
      redo (store);
      found = dump (store, article_id);
      g_assert_cmpstr (found, ==, i == 0 ? once : twice);
      store_fixture_close (store);
    }
  store = store_fixture_open (fixture);
  g_assert_null (corpus_store_dup_redo_verb (store));
  store_fixture_close (store);
}

static void
test_nothing (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, 1);
  g_assert_null (corpus_store_dup_undo_verb (store));
  g_assert_null (corpus_store_undo (store, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_null (corpus_store_redo (store, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING);
  store_fixture_close (store);
}

static void
test_new_edit_clears_redo (StoreFixture *fixture,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *verb = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  corpus_change_unref (relabel (store, article_id, 0, "LOC"));
  undo (store);
  verb = corpus_store_dup_redo_verb (store);
  g_assert_cmpstr (verb, ==, "Relabel as LOC");
  corpus_change_unref (relabel (store, article_id, 0, "EVENT"));
  g_assert_null (corpus_store_dup_redo_verb (store));
  g_assert_null (corpus_store_redo (store, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_NOTHING);

  /* Undo skips what is undone already. */
  undo (store);
  g_assert_null (corpus_store_dup_undo_verb (store));
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* An edit that says what is there already is none. */
static void
test_empty_edit (StoreFixture *fixture,
                 gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusChange) change = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  article = load (store, article_id);
  edit = corpus_edit_new ("Nothing", article_id);
  corpus_edit_put_head (edit, corpus_article_get_head (article));
  corpus_edit_put_dateline (edit, corpus_article_get_dateline (article));
  for (guint i = 0; i < corpus_article_get_blocks (article)->len; i++)
    corpus_edit_put_block (edit, g_ptr_array_index (corpus_article_get_blocks (article), i));
  for (guint i = 0; i < corpus_article_get_entities (article)->len; i++)
    corpus_edit_put_entity (edit, g_ptr_array_index (corpus_article_get_entities (article), i));
  for (guint i = 0; i < corpus_article_get_indicators (article)->len; i++)
    corpus_edit_put_indicator (edit, g_ptr_array_index (corpus_article_get_indicators (article), i));
  for (guint i = 0; i < corpus_article_get_credits (article)->len; i++)
    corpus_edit_put_credit (edit, g_ptr_array_index (corpus_article_get_credits (article), i));
  corpus_edit_remove_entity (edit, 99);
  change = apply (store, edit);
  g_assert_cmpint (change->edit_id, ==, 0);
  g_assert_cmpuint (change->article_ids->len, ==, 0);
  g_assert_false (change->is_everything);
  g_assert_cmpint (count_edits (store), ==, 0);
  store_fixture_close (store);
}

/* Every kind of member can be removed, and comes back whole. */
static void
test_remove (StoreFixture *fixture,
             gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) article = NULL, after = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusChange) change = NULL;
  g_autofree char *before = NULL, *back = NULL;
  CorpusIndicator *volume, *growth;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  article = load (store, article_id);
  before = store_fixture_dump_article (article);
  edit = corpus_edit_new ("Clear", article_id);
  for (guint i = 0; i < corpus_article_get_entities (article)->len; i++)
    corpus_edit_remove_entity (edit, ((CorpusEntity *) g_ptr_array_index (corpus_article_get_entities (article), i))->id);
  for (guint i = 0; i < corpus_article_get_credits (article)->len; i++)
    corpus_edit_remove_credit (edit, ((CorpusCredit *) g_ptr_array_index (corpus_article_get_credits (article), i))->id);
  corpus_edit_remove_dateline (edit, corpus_article_get_dateline (article)->id);
  corpus_edit_remove_correction (edit, ((CorpusCorrection *) g_ptr_array_index (corpus_article_get_corrections (article), 0))->id);
  volume = g_ptr_array_index (corpus_article_get_indicators (article), 0);
  growth = g_ptr_array_index (corpus_article_get_indicators (article), 1);
  g_assert_cmpint (growth->of, ==, volume->id);
  corpus_edit_remove_indicator (edit, volume->id);
  change = apply (store, edit);
  g_assert_cmpint (change->edit_id, >, 0);

  after = load (store, article_id);
  g_assert_cmpuint (corpus_article_get_entities (after)->len, ==, 0);
  g_assert_cmpuint (corpus_article_get_credits (after)->len, ==, 0);
  g_assert_cmpuint (corpus_article_get_corrections (after)->len, ==, 0);
  g_assert_null (corpus_article_get_dateline (after));
  g_assert_cmpuint (corpus_article_get_indicators (after)->len, ==, 1);
  /* What named the removed ones is gone with them. */
  g_assert_cmpuint (corpus_article_get_relations (after)->len, ==, 0);
  growth = g_ptr_array_index (corpus_article_get_indicators (after), 0);
  g_assert_cmpint (growth->of, ==, 0);
  g_assert_cmpint (growth->same_as, ==, 0);
  store_fixture_assert_verified (store);

  undo (store);
  back = dump (store, article_id);
  g_assert_cmpstr (back, ==, before);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_relation_removed (StoreFixture *fixture,
                       gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) article = NULL, after = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusChange) change = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  article = load (store, article_id);
  edit = corpus_edit_new ("Untie", article_id);
  corpus_edit_remove_relation (edit, ((CorpusRelation *) g_ptr_array_index (corpus_article_get_relations (article), 0))->id);
  change = apply (store, edit);
  g_assert_true (corpus_change_touches (change, article_id));
  after = load (store, article_id);
  g_assert_cmpuint (corpus_article_get_relations (after)->len, ==, 0);
  store_fixture_close (store);
}

/* Fewer pieces, fewer fillers, other slots: what is not there any more is gone. */
static void
test_shrink (StoreFixture *fixture,
             gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusIndicator) indicator = NULL;
  g_autoptr (CorpusEntity) entity = NULL;
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusChange) change = NULL;
  g_autofree char *before = NULL, *expected = NULL, *found = NULL, *back = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  article = load (store, article_id);
  before = store_fixture_dump_article (article);
  edit = corpus_edit_new ("Shrink", article_id);

  indicator = corpus_indicator_copy (g_ptr_array_index (corpus_article_get_indicators (article), 0));
  corpus_indicator_clear_slot (indicator, CORPUS_SLOT_NAME);
  g_ptr_array_remove_index (indicator->slots[CORPUS_SLOT_SUBJECT], 0);
  corpus_edit_put_indicator (edit, indicator);
  entity = corpus_entity_copy (g_ptr_array_index (corpus_article_get_entities (article), 1));
  g_assert_cmpuint (entity->pieces->len, ==, 2);
  g_array_set_size (entity->pieces, 1);
  corpus_edit_put_entity (edit, entity);
  head = corpus_head_copy (corpus_article_get_head (article));
  corpus_head_set_field (head, CORPUS_FIELD_GENRE, NULL);
  corpus_head_set_review (head, CORPUS_TASK_ENTITIES, CORPUS_REVIEW_TODO, NULL, NULL);
  g_clear_pointer (&head->flags, g_strfreev);
  corpus_edit_put_head (edit, head);
  change = apply (store, edit);

  corpus_article_put_indicator (article, indicator);
  corpus_article_put_entity (article, entity);
  corpus_article_set_head (article, head);
  expected = store_fixture_dump_article (article);
  found = dump (store, article_id);
  g_assert_cmpstr (found, ==, expected);
  store_fixture_assert_verified (store);
  undo (store);
  back = dump (store, article_id);
  g_assert_cmpstr (back, ==, before);
  store_fixture_close (store);
}

/* Anchors */

static void
assert_refused (CorpusStore *store,
                CorpusEdit *edit,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  gint64 before = count_edits (store);

  g_assert_null (corpus_store_apply (store, edit, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_ANCHOR);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
  g_assert_cmpint (count_edits (store), ==, before);
}

static void
refuse_entity (CorpusStore *store,
               gint64 page_id,
               gint64 start,
               gint64 end,
               const char *text,
               const char *words)
{
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Add", 0);
  g_autoptr (CorpusEntity) entity = corpus_entity_new (corpus_store_new_id (store), "ORG");

  if (page_id != 0)
    corpus_pieces_add (entity->pieces, page_id, start, end, text);
  corpus_edit_put_entity (edit, entity);
  assert_refused (store, edit, words);
}

static void
test_anchors_refused (StoreFixture *fixture,
                      gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusPage) other_text = NULL;
  g_autoptr (CorpusChars) chars = corpus_chars_new ("别的", -1, NULL);
  g_autoptr (CorpusEdit) block_edit = corpus_edit_new ("Add", 0), correction_edit = corpus_edit_new ("Add", 0);
  g_autoptr (CorpusEdit) indicator_edit = corpus_edit_new ("Add", 0), credit_edit = corpus_edit_new ("Add", 0);
  g_autoptr (CorpusEdit) dateline_edit = corpus_edit_new ("Add", 0), page_edit = corpus_edit_new ("Add", 0);
  g_autoptr (CorpusBlock) block = corpus_block_new (5, CORPUS_ROLE_BODY);
  g_autoptr (CorpusCorrection) correction = corpus_correction_new (6, page->id, 3, 99999, "x");
  g_autoptr (CorpusIndicator) indicator = corpus_indicator_new (7);
  g_autoptr (CorpusCredit) credit = corpus_credit_new (8, CORPUS_CREDIT_REPORTER, "A");
  g_autoptr (CorpusDateline) dateline = corpus_dateline_new (9);
  gint64 length = corpus_chars_get_length (page->chars);
  g_autofree char *before = NULL, *after = NULL;

  store_fixture_import (store, 1);
  before = store_fixture_dump_file (fixture->path, FALSE);
  refuse_entity (store, page->id, 3, 6, "不对的", "青澜港");
  refuse_entity (store, page->id, 3, 6, "青澜", "does not match");
  refuse_entity (store, page->id, 3, 3, NULL, "empty");
  refuse_entity (store, page->id, 6, 3, NULL, "outside");
  refuse_entity (store, page->id, -1, 3, NULL, "outside");
  refuse_entity (store, page->id, length - 1, length + 1, NULL, "outside");
  refuse_entity (store, page->id + 1, 0, 1, NULL, "no page");
  refuse_entity (store, 0, 0, 0, NULL, "anchored nowhere");

  corpus_edit_put_block (block_edit, block);
  assert_refused (store, block_edit, "anchored nowhere");
  corpus_pieces_add (block->pieces, page->id, 0, length + 1, NULL);
  assert_refused (store, block_edit, "outside");
  corpus_edit_put_correction (correction_edit, correction);
  assert_refused (store, correction_edit, "outside");
  corpus_pieces_add (corpus_indicator_add_filler (indicator, CORPUS_SLOT_BASE, "x")->pieces, page->id, 3, 6, "不对的");
  corpus_edit_put_indicator (indicator_edit, indicator);
  assert_refused (store, indicator_edit, "does not match");
  corpus_edit_put_credit (credit_edit, credit);
  assert_refused (store, credit_edit, "anchored nowhere");
  corpus_pieces_add (dateline->pieces, page->id, 3, 6, "不对的");
  corpus_edit_put_dateline (dateline_edit, dateline);
  assert_refused (store, dateline_edit, "does not match");
  other_text = corpus_page_new (page->id, chars, page->sha256);
  corpus_edit_put_page (page_edit, other_text);
  assert_refused (store, page_edit, "never changes");

  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_close (store);
}

/* One wrong anchor takes the whole edit back. */
static void
test_edit_is_atomic (StoreFixture *fixture,
                     gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Add two", 0);
  g_autoptr (CorpusEntity) right = NULL;
  g_autoptr (CorpusEntity) wrong = corpus_entity_new (77, "ORG");
  g_autofree char *before = NULL, *after = NULL;

  store_fixture_import (store, 1);
  before = store_fixture_dump_file (fixture->path, FALSE);
  right = store_fixture_entity (store, page, "杜若", "PERSON");
  corpus_pieces_add (wrong->pieces, page->id, 3, 6, "不对的");
  corpus_edit_put_entity (edit, right);
  corpus_edit_put_entity (edit, wrong);
  assert_refused (store, edit, "does not match");
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_close (store);
}

/* What an edit changes elsewhere */

static void
test_change_names_articles (StoreFixture *fixture,
                            gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) library = NULL;
  g_autoptr (CorpusBlock) moved = NULL;
  g_autoptr (CorpusEdit) edit = NULL, page_edit = corpus_edit_new ("Date the page", 0);
  g_autoptr (CorpusChange) change = NULL, page_change = NULL;
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusRow) from = NULL, to = NULL;
  gint64 port_id, library_id;

  store_fixture_import (store, 1);
  port_id = store_fixture_article_id (store, 0);
  library_id = store_fixture_article_id (store, 1);

  /* A block goes to the other article, and its entities with it. */
  library = load (store, library_id);
  moved = corpus_block_copy (g_ptr_array_index (corpus_article_get_blocks (library), 1));
  moved->article_id = port_id;
  moved->rank = 60;
  edit = corpus_edit_new ("Move a paragraph", library_id);
  corpus_edit_put_block (edit, moved);
  change = apply (store, edit);
  g_assert_cmpuint (change->article_ids->len, ==, 2);
  g_assert_true (corpus_change_touches (change, port_id));
  g_assert_true (corpus_change_touches (change, library_id));
  from = corpus_store_load_row (store, library_id, NULL);
  to = corpus_store_load_row (store, port_id, NULL);
  g_assert_cmpuint (from->n_entities, ==, 0);
  g_assert_cmpuint (to->n_entities, ==, 4);
  store_fixture_assert_verified (store);
  undo (store);
  g_clear_pointer (&from, corpus_row_unref);
  from = corpus_store_load_row (store, library_id, NULL);
  g_assert_cmpuint (from->n_entities, ==, 2);

  /* The date of a page is that of all its articles. */
  g_free (page->date);
  page->date = g_strdup ("2026-04-01");
  corpus_edit_put_page (page_edit, page);
  page_change = apply (store, page_edit);
  g_assert_true (page_change->is_everything);
  g_clear_pointer (&from, corpus_row_unref);
  from = corpus_store_load_row (store, library_id, NULL);
  g_assert_cmpstr (from->date, ==, "2026-04-01");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* An entity whose second piece ends up in another article is detached; the list counts it. */
static void
test_detached (StoreFixture *fixture,
               gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) port = NULL;
  g_autoptr (CorpusBlock) block = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autoptr (CorpusChange) change = NULL;
  g_autoptr (CorpusRow) row = NULL, back = NULL;
  gint64 port_id, library_id;

  store_fixture_import (store, 1);
  port_id = store_fixture_article_id (store, 0);
  library_id = store_fixture_article_id (store, 1);
  port = load (store, port_id);
  block = corpus_block_copy (g_ptr_array_index (corpus_article_get_blocks (port), 3));
  g_assert_cmpuint (block->pieces->len, ==, 2);
  g_array_set_size (block->pieces, 1);
  edit = corpus_edit_new ("Cut the paragraph", port_id);
  corpus_edit_put_block (edit, block);
  change = apply (store, edit);
  row = corpus_store_load_row (store, port_id, NULL);
  g_assert_cmpuint (row->n_detached, ==, 1);
  g_assert_false (corpus_change_touches (change, library_id));
  store_fixture_assert_verified (store);
  undo (store);
  back = corpus_store_load_row (store, port_id, NULL);
  g_assert_cmpuint (back->n_detached, ==, 0);
  store_fixture_close (store);
}

static void
test_tagset (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusTagset) old = corpus_store_load_tagset (store, &error);
  g_autoptr (CorpusTagset) next = corpus_tagset_copy (old);
  g_autoptr (CorpusTagset) found = NULL, back = NULL;
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Add a label", 0);
  g_autoptr (CorpusChange) change = NULL;

  next->version++;
  g_ptr_array_add (next->labels, corpus_label_new ("SHIP", "Ship", "#123456", "8", "A vessel."));
  corpus_edit_put_tagset (edit, next);
  change = apply (store, edit);
  g_assert_true (change->is_everything);
  found = corpus_store_load_tagset (store, &error);
  g_assert_cmpint (found->version, ==, old->version + 1);
  g_assert_nonnull (corpus_tagset_find_label (found, "SHIP"));
  undo (store);
  back = corpus_store_load_tagset (store, &error);
  g_assert_cmpint (back->version, ==, old->version);
  store_fixture_assert_verified (store);

  g_ptr_array_add (next->labels, corpus_label_new ("SHIP", "Ship again", "#123456", "9", "A vessel."));
  g_assert_null (corpus_store_apply (store, edit, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE);
  store_fixture_close (store);
}

/* Two reviewers */

static void
test_reviewers_undo_their_own (StoreFixture *fixture,
                               gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *verb = NULL, *other_verb = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  corpus_change_unref (relabel (store, article_id, 0, "LOC"));
  corpus_store_set_reviewer (store, "杜若");
  g_assert_null (corpus_store_dup_undo_verb (store));
  corpus_change_unref (relabel (store, article_id, 1, "EVENT"));
  verb = corpus_store_dup_undo_verb (store);
  g_assert_cmpstr (verb, ==, "Relabel as EVENT");
  corpus_store_set_reviewer (store, "穆川");
  other_verb = corpus_store_dup_undo_verb (store);
  g_assert_cmpstr (other_verb, ==, "Relabel as LOC");
  undo (store);
  g_assert_null (corpus_store_dup_undo_verb (store));
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
assert_conflict (CorpusStore *store,
                 gboolean is_redo,
                 const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorpusChange) change = is_redo ? corpus_store_redo (store, NULL, &error) : corpus_store_undo (store, NULL, &error);

  g_assert_null (change);
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_CONFLICT);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

/* What somebody else built on an edit stands in the way of its undo, until it is undone itself. */
static void
test_conflict (StoreFixture *fixture,
               gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autofree char *before = NULL, *found = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  before = dump (store, article_id);
  corpus_change_unref (relabel (store, article_id, 0, "LOC"));
  corpus_store_set_reviewer (store, "杜若");
  corpus_change_unref (relabel (store, article_id, 0, "EVENT"));

  corpus_store_set_reviewer (store, "穆川");
  assert_conflict (store, FALSE, "“Relabel as EVENT” (杜若");
  corpus_store_set_reviewer (store, "杜若");
  undo (store);
  corpus_store_set_reviewer (store, "穆川");
  undo (store);
  found = dump (store, article_id);
  g_assert_cmpstr (found, ==, before);

  /* The later edit cannot come back before the one it was built on. */
  corpus_store_set_reviewer (store, "杜若");
  assert_conflict (store, TRUE, "the undo of “Relabel as LOC” (穆川");
  corpus_store_set_reviewer (store, "穆川");
  redo (store);
  corpus_store_set_reviewer (store, "杜若");
  redo (store);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* Columns alone would not tell: the relation names the entity, whose addition is to be undone. */
static void
test_conflict_by_reference (StoreFixture *fixture,
                            gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusEdit) add = NULL, relate = NULL;
  g_autoptr (CorpusEntity) entity = NULL;
  g_autoptr (CorpusRelation) relation = NULL;
  g_autoptr (CorpusChange) added = NULL, related = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 0);
  entity = store_fixture_entity (store, page, "杜若", "PERSON");
  add = corpus_edit_new ("Add 杜若", article_id);
  corpus_edit_put_entity (add, entity);
  added = apply (store, add);

  corpus_store_set_reviewer (store, "杜若");
  relation = corpus_relation_new (corpus_store_new_id (store), "heads", entity->id, article_id + 10);
  relate = corpus_edit_new ("Relate", article_id);
  corpus_edit_put_relation (relate, relation);
  related = apply (store, relate);

  corpus_store_set_reviewer (store, "穆川");
  assert_conflict (store, FALSE, "“Relate”");
  corpus_store_set_reviewer (store, "杜若");
  undo (store);
  corpus_store_set_reviewer (store, "穆川");
  undo (store);
  corpus_store_set_reviewer (store, "杜若");
  assert_conflict (store, TRUE, "the undo of “Add 杜若”");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* Edits of different things do not stand in each other's way. */
static void
test_no_conflict (StoreFixture *fixture,
                  gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusArticle) article = NULL;
  g_autoptr (CorpusHead) genre = NULL, review = NULL;
  g_autoptr (CorpusEdit) genre_edit = NULL, review_edit = NULL;
  g_autoptr (CorpusChange) first = NULL, second = NULL;
  gint64 article_id;

  store_fixture_import (store, 1);
  article_id = store_fixture_article_id (store, 1);
  article = load (store, article_id);
  genre = corpus_head_copy (corpus_article_get_head (article));
  corpus_head_set_field (genre, CORPUS_FIELD_GENRE, corpus_field_new ("notice"));
  genre_edit = corpus_edit_new ("Set the genre", article_id);
  corpus_edit_put_head (genre_edit, genre);
  first = apply (store, genre_edit);

  corpus_store_set_reviewer (store, "杜若");
  review = corpus_head_copy (genre);
  corpus_head_set_review (review, CORPUS_TASK_METADATA, CORPUS_REVIEW_DONE, "x", "2026-03-05T00:00:00Z");
  review_edit = corpus_edit_new ("Done", article_id);
  corpus_edit_put_head (review_edit, review);
  second = apply (store, review_edit);

  corpus_store_set_reviewer (store, "穆川");
  undo (store);
  g_clear_object (&article);
  article = load (store, article_id);
  g_assert_null (corpus_article_get_head (article)->fields[CORPUS_FIELD_GENRE]);
  g_assert_cmpint (corpus_article_get_head (article)->reviews[CORPUS_TASK_METADATA].status, ==, CORPUS_REVIEW_DONE);
  store_fixture_close (store);
}

static void
test_history (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) all = NULL, own = NULL, last = NULL;
  CorpusHistoryLine *line;
  gint64 port_id, library_id;

  store_fixture_import (store, 1);
  port_id = store_fixture_article_id (store, 0);
  library_id = store_fixture_article_id (store, 1);
  corpus_change_unref (relabel (store, port_id, 0, "LOC"));
  corpus_change_unref (relabel (store, library_id, 0, "EVENT"));
  undo (store);

  all = corpus_store_list_history (store, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 4);
  line = g_ptr_array_index (all, 0);
  g_assert_cmpstr (line->kind, ==, "undo");
  g_assert_cmpstr (line->verb, ==, "Relabel as EVENT");
  g_assert_cmpstr (line->by, ==, "穆川");
  g_assert_cmpint (line->article_id, ==, library_id);
  g_assert_true (g_str_has_suffix (line->at, "Z"));
  line = g_ptr_array_index (all, 1);
  g_assert_cmpstr (line->kind, ==, "edit");
  g_assert_true (line->is_undone);
  line = g_ptr_array_index (all, 2);
  g_assert_false (line->is_undone);
  line = g_ptr_array_index (all, 3);
  g_assert_cmpstr (line->kind, ==, "batch");
  g_assert_cmpstr (line->verb, ==, "Import pages");

  own = corpus_store_list_history (store, port_id, 0, &error);
  g_assert_cmpuint (own->len, ==, 1);
  line = g_ptr_array_index (own, 0);
  g_assert_cmpstr (line->verb, ==, "Relabel as LOC");
  last = corpus_store_list_history (store, 0, 2, &error);
  g_assert_cmpuint (last->len, ==, 2);
  store_fixture_close (store);
}

/* Many edits at random */

static void
random_edit (CorpusStore *store,
             GPtrArray *ids,
             guint number)
{
  static const char *const words[] = { "青澜", "吞吐量", "杜若", "滨河路", "市文化局", "八十万册", "泊" };
  gint64 article_id = *(gint64 *) g_ptr_array_index (ids, (guint) g_test_rand_int_range (0, (int) ids->len));
  g_autoptr (CorpusArticle) article = load (store, article_id);
  g_autofree char *verb = g_strdup_printf ("Edit %u", number);
  g_autoptr (CorpusEdit) edit = corpus_edit_new (verb, article_id);
  GPtrArray *entities = corpus_article_get_entities (article);
  GPtrArray *indicators = corpus_article_get_indicators (article);
  GPtrArray *blocks = corpus_article_get_blocks (article);
  CorpusPage *page = g_ptr_array_index (corpus_article_get_pages (article), 0);
  int what = g_test_rand_int_range (0, 8);

  if (what <= 1 || (what <= 3 && entities->len == 0) || (what == 4 && indicators->len == 0))
    {
      g_autoptr (CorpusEntity) entity = store_fixture_entity (store, page, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))], "ORG");

      corpus_edit_put_entity (edit, entity);
    }
  else if (what == 2)
    {
      CorpusEntity *entity = g_ptr_array_index (entities, (guint) g_test_rand_int_range (0, (int) entities->len));

      corpus_edit_remove_entity (edit, entity->id);
    }
  else if (what == 3)
    {
      g_autoptr (CorpusEntity) entity = corpus_entity_copy (g_ptr_array_index (entities, (guint) g_test_rand_int_range (0, (int) entities->len)));
      CorpusPiece *piece = corpus_piece_at (entity->pieces, 0);

      piece->end++;
      g_clear_pointer (&piece->text, g_free);
      g_free (entity->label);
      entity->label = g_strdup_printf ("L%u", number);
      corpus_edit_put_entity (edit, entity);
    }
  else if (what == 4)
    {
      g_autoptr (CorpusIndicator) indicator = corpus_indicator_copy (g_ptr_array_index (indicators, (guint) g_test_rand_int_range (0, (int) indicators->len)));

      g_free (indicator->number);
      indicator->number = g_strdup_printf ("%u", number);
      corpus_indicator_add_filler (indicator, CORPUS_SLOT_SUBJECT, verb);
      if (number % 3 == 0)
        corpus_indicator_clear_slot (indicator, CORPUS_SLOT_SUBJECT);
      corpus_edit_put_indicator (edit, indicator);
    }
  else if (what == 5)
    {
      g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (article));

      corpus_head_set_field (head, CORPUS_FIELD_HEADLINE, number % 2 == 0 ? corpus_field_new (verb) : NULL);
      corpus_head_set_review (head, CORPUS_TASK_ENTITIES, number % 4, "x", "2026-03-05T00:00:00Z");
      corpus_edit_put_head (edit, head);
    }
  else if (what == 6 && blocks->len > 1)
    {
      g_autoptr (CorpusBlock) block = corpus_block_copy (g_ptr_array_index (blocks, (guint) g_test_rand_int_range (0, (int) blocks->len)));

      block->article_id = *(gint64 *) g_ptr_array_index (ids, (guint) g_test_rand_int_range (0, (int) ids->len));
      block->rank = 1000 + number;
      corpus_edit_put_block (edit, block);
    }
  else
    {
      g_autoptr (CorpusCorrection) correction = corpus_correction_new (corpus_store_new_id (store), page->id, 20 + number % 7, 20 + number % 7, verb);

      corpus_edit_put_correction (edit, correction);
    }
  corpus_change_unref (apply (store, edit));
}

/* Makes the reviewer known to the corpus, as the first edit would: its undo does not take that back. */
static void
introduce_reviewer (CorpusStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  gint64 batch_id = corpus_store_begin_batch (store, "People", &error);

  g_assert_no_error (error);
  g_ptr_array_add (people, (gpointer) corpus_store_get_reviewer_id (store));
  g_ptr_array_add (people, (gpointer) "穆川");
  corpus_store_set_corpus (store, batch_id, NULL, NULL, people, NULL, &error);
  g_assert_no_error (error);
  corpus_store_end_batch (store, batch_id, &error);
  g_assert_no_error (error);
}

/* Undoing all and redoing all goes through the same states. */
static void
test_random_edits (StoreFixture *fixture,
                   gconstpointer data)
{
  const guint n_edits = 300;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = NULL, states = g_ptr_array_new_with_free_func (g_free);
  guint n_done;

  store_fixture_import (store, 2);
  introduce_reviewer (store);
  rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, g_memdup2 (&((CorpusRow *) g_ptr_array_index (rows, i))->article_id, sizeof (gint64)));

  g_ptr_array_add (states, store_fixture_dump_file (fixture->path, FALSE));
  for (guint i = 1; i <= n_edits; i++)
    {
      g_autofree char *state = NULL;

      random_edit (store, ids, i);
      state = store_fixture_dump_file (fixture->path, FALSE);
      if (g_strcmp0 (state, g_ptr_array_index (states, states->len - 1)) != 0)
        g_ptr_array_add (states, g_steal_pointer (&state));
    }
  n_done = states->len - 1;
  g_assert_cmpint (count_edits (store), ==, n_done);
  store_fixture_assert_verified (store);

  for (guint i = n_done; i > 0; i--)
    {
      g_autofree char *state = NULL;

      undo (store);
      state = store_fixture_dump_file (fixture->path, FALSE);
      g_assert_true (g_str_equal (state, g_ptr_array_index (states, i - 1)));
      if (i % 100 == 0)
        {
          store_fixture_close (store);
          store = store_fixture_open (fixture);
        }
    }
  g_assert_null (corpus_store_dup_undo_verb (store));
  store_fixture_assert_verified (store);
  for (guint i = 1; i <= n_done; i++)
    {
      g_autofree char *state = NULL;

      redo (store);
      state = store_fixture_dump_file (fixture->path, FALSE);
      g_assert_true (g_str_equal (state, g_ptr_array_index (states, i)));
    }
  g_assert_null (corpus_store_dup_redo_verb (store));
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* A bulk action is one edit, and one undo takes it back. */
static void
test_bulk (StoreFixture *fixture,
           gconstpointer data)
{
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Relabel all", 0);
  g_autoptr (CorpusChange) change = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *before = NULL, *between = NULL, *after = NULL, *verb = NULL;

  store_fixture_import (store, 50);
  introduce_reviewer (store);
  before = store_fixture_dump_file (fixture->path, FALSE);
  rows = corpus_store_list_articles (store, CORPUS_ONLY_ALL, NULL, NULL, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (CorpusArticle) article = load (store, ((CorpusRow *) g_ptr_array_index (rows, i))->article_id);

      for (guint j = 0; j < corpus_article_get_entities (article)->len; j++)
        {
          g_autoptr (CorpusEntity) entity = corpus_entity_copy (g_ptr_array_index (corpus_article_get_entities (article), j));

          g_free (entity->label);
          entity->label = g_strdup ("THING");
          corpus_edit_put_entity (edit, entity);
        }
    }
  change = apply (store, edit);
  g_assert_cmpuint (change->article_ids->len, ==, 100);
  g_assert_cmpint (count_edits (store), ==, 1);
  between = store_fixture_dump_file (fixture->path, TRUE);
  g_assert_cmpstr (between, !=, before);
  undo (store);
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  verb = corpus_store_dup_redo_verb (store);
  g_assert_cmpstr (verb, ==, "Relabel all");
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

/* Two connections of one program to one file. */
static void
test_two_stores (StoreFixture *fixture,
                 gconstpointer data)
{
  CorpusStore *first = store_fixture_open (fixture), *second;
  g_autofree char *by_first = NULL, *by_second = NULL;
  gint64 article_id;

  store_fixture_import (first, 1);
  article_id = store_fixture_article_id (first, 0);
  second = store_fixture_open (fixture);
  for (guint i = 0; i < 20; i++)
    {
      corpus_change_unref (relabel (first, article_id, 0, i % 2 == 0 ? "A" : "B"));
      corpus_change_unref (relabel (second, article_id, 1, i % 2 == 0 ? "C" : "D"));
    }
  by_first = dump (first, article_id);
  by_second = dump (second, article_id);
  g_assert_cmpstr (by_first, ==, by_second);
  g_assert_cmpint (count_edits (first), ==, 40);
  store_fixture_close (first);
  corpus_change_unref (relabel (second, article_id, 0, "E"));
  store_fixture_assert_verified (second);
  store_fixture_close (second);
}

/* A writer in the way is waited for, unless that is cancelled. */
static void
test_busy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Note", 0);
  g_autoptr (CorpusHead) head = NULL;
  sqlite3 *other = NULL;

  store_fixture_import (store, 1);
  head = corpus_head_new (store_fixture_article_id (store, 1));
  corpus_edit_put_head (edit, head);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_cancellable_cancel (cancellable);
  g_assert_null (corpus_store_apply (store, edit, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  /* Nor is it waited for for ever. */
  g_clear_error (&error);
  store->db->patience = 20 * G_TIME_SPAN_MILLISECOND;
  g_assert_null (corpus_store_apply (store, edit, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  corpus_change_unref (apply (store, edit));
  store_fixture_close (store);
}

/* What SQLite itself refuses (a block of an article that does not exist) fails in words and changes nothing. */
static void
test_failed (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusPage) page = store_fixture_page (1);
  g_autoptr (CorpusBlock) block = corpus_block_new (5, CORPUS_ROLE_BODY);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Move", 0);
  g_autofree char *before = NULL, *after = NULL;

  store_fixture_import (store, 1);
  before = store_fixture_dump_file (fixture->path, FALSE);
  block->article_id = 4711;
  corpus_pieces_add (block->pieces, page->id, 0, 2, NULL);
  corpus_edit_put_block (edit, block);
  g_assert_null (corpus_store_apply (store, edit, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "Could not save the edit"));
  after = store_fixture_dump_file (fixture->path, FALSE);
  g_assert_cmpstr (after, ==, before);
  store_fixture_assert_verified (store);
  store_fixture_close (store);
}

static void
test_read_only (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);
  g_autoptr (CorpusEdit) edit = corpus_edit_new ("Note", 0);
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusArticle) article = NULL;

  store_fixture_import (store, 1);
  head = corpus_head_new (store_fixture_article_id (store, 1));
  corpus_edit_put_head (edit, head);
  store_fixture_close (store);
  store = corpus_store_open (fixture->path, CORPUS_STORE_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  article = load (store, head->id);
  g_assert_null (corpus_store_apply (store, edit, NULL, &error));
  g_assert_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_READ_ONLY);
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/journal/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("undo-over-restart", test_undo_over_restart);
  ADD ("nothing", test_nothing);
  ADD ("new-edit-clears-redo", test_new_edit_clears_redo);
  ADD ("empty-edit", test_empty_edit);
  ADD ("remove", test_remove);
  ADD ("relation-removed", test_relation_removed);
  ADD ("shrink", test_shrink);
  ADD ("anchors-refused", test_anchors_refused);
  ADD ("edit-is-atomic", test_edit_is_atomic);
  ADD ("change-names-articles", test_change_names_articles);
  ADD ("detached", test_detached);
  ADD ("tagset", test_tagset);
  ADD ("reviewers-undo-their-own", test_reviewers_undo_their_own);
  ADD ("conflict", test_conflict);
  ADD ("conflict-by-reference", test_conflict_by_reference);
  ADD ("no-conflict", test_no_conflict);
  ADD ("history", test_history);
  ADD ("random-edits", test_random_edits);
  ADD ("bulk", test_bulk);
  ADD ("two-stores", test_two_stores);
  ADD ("busy", test_busy);
  ADD ("failed", test_failed);
  ADD ("read-only", test_read_only);

  return g_test_run ();
}
