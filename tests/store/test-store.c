/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* Reading back what was written */

static void
test_round_trip (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CorpusStore *store = store_fixture_open (fixture);

  store_fixture_import (store, 2);
  for (guint reopened = 0; reopened < 2; reopened++)
    {
      for (guint i = 0; i < 4; i++)
        {
          g_autoptr (CorpusPage) page = store_fixture_page (i / 2 + 1);
          g_autoptr (CorpusArticle) expected = store_fixture_article (page, i % 2);
          g_autoptr (CorpusArticle) found = corpus_store_load_article (store, store_fixture_article_id (store, i), &error);
          g_autofree char *expected_dump = store_fixture_dump_article (expected);
          g_autofree char *found_dump = NULL;

          g_assert_no_error (error);
          found_dump = store_fixture_dump_article (found);
          g_assert_cmpstr (found_dump, ==, expected_dump);
        }
      store_fixture_assert_verified (store);
      store_fixture_close (store);
      store = store_fixture_open (fixture);
    }
  store_fixture_close (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/store/store/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("round-trip", test_round_trip);

  return g_test_run ();
}
