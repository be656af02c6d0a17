/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text/corpus-id.h"

/* Two copies that import one page agree on every id. */
static void
test_seeded (void)
{
  CorpusIdSource a, b, other;

  corpus_id_source_init_seeded (&a, "5f1d");
  corpus_id_source_init_seeded (&b, "5f1d");
  corpus_id_source_init_seeded (&other, "5f1e");
  for (int i = 0; i < 1000; i++)
    {
      gint64 id = corpus_id_source_next (&a);

      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, ==, corpus_id_source_next (&b));
      g_assert_cmpint (id, !=, corpus_id_source_next (&other));
    }
  corpus_id_source_clear (&a);
  corpus_id_source_clear (&b);
  corpus_id_source_clear (&other);
}

/* A page may need more ids than a counter holds: the next prefix follows from the seed as well. */
static void
test_many (void)
{
  CorpusIdSource a, b;
  gint64 last = 0;

  corpus_id_source_init_seeded (&a, "seed");
  corpus_id_source_init_seeded (&b, "seed");
  for (guint i = 1; i < (1u << 23); i++)
    last = corpus_id_source_next (&a);
  a.counter = b.counter = 1u << 23;
  g_assert_cmpint (corpus_id_source_next (&a), ==, corpus_id_source_next (&b));
  g_assert_cmpint (a.prefix, !=, last & ~(gint64) ((1 << 23) - 1));
  corpus_id_source_clear (&a);
  corpus_id_source_clear (&b);
}

static void
test_random (void)
{
  CorpusIdSource a, b;

  corpus_id_source_init_random (&a);
  corpus_id_source_init_random (&b);
  g_assert_cmpint (a.prefix, !=, b.prefix);
  g_assert_cmpint (corpus_id_source_next (&a), >, 0);
  corpus_id_source_clear (&a);
  corpus_id_source_clear (&b);
}

static void
test_strings (void)
{
  static const gint64 ids[] = { 1, 0x7fffffffffffffff, 0x123456789abcdef };
  gboolean is_foreign;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *string = corpus_id_to_string (ids[i]);

      g_assert_cmpint (corpus_id_from_string (string, &is_foreign), ==, ids[i]);
      g_assert_false (is_foreign);
    }
}

/* Ids of other programs keep their form and always mean the same row. */
static void
test_foreign (void)
{
  static const char *const strings[] = { "T1", "", "article-7", "ffffffffffffffff", "0000000000000000",
                                         "0000000000000001 ", "000000000000000A", "号1" };
  gboolean is_foreign;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      gint64 id = corpus_id_from_string (strings[i], &is_foreign);

      g_assert_true (is_foreign);
      g_assert_cmpint (id, >, 0);
      g_assert_cmpint (id, ==, corpus_id_from_string (strings[i], &is_foreign));
      for (guint j = 0; j < i; j++)
        g_assert_cmpint (id, !=, corpus_id_from_string (strings[j], &is_foreign));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/id/seeded", test_seeded);
  g_test_add_func ("/text/id/many", test_many);
  g_test_add_func ("/text/id/random", test_random);
  g_test_add_func ("/text/id/strings", test_strings);
  g_test_add_func ("/text/id/foreign", test_foreign);
  return g_test_run ();
}
