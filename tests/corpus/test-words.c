/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/corpus-enums.h"
#include "corpus/corpus-role.h"

/* The words are those of the native format; a change here breaks every file there is. */
static void
test_fixed (void)
{
  g_assert_cmpstr (corpus_origin_to_string (CORPUS_ORIGIN_REVIEWER), ==, "reviewer");
  g_assert_cmpstr (corpus_state_to_string (CORPUS_STATE_SUGGESTED), ==, "suggested");
  g_assert_cmpstr (corpus_cmp_to_string (CORPUS_CMP_RANGE), ==, "range");
  g_assert_cmpstr (corpus_kind_to_string (CORPUS_KIND_RANK), ==, "rank");
  g_assert_cmpstr (corpus_direction_to_string (CORPUS_DIRECTION_DOWN), ==, "down");
  g_assert_cmpstr (corpus_basis_to_string (CORPUS_BASIS_AVG_ANNUAL), ==, "avg_annual");
  g_assert_cmpstr (corpus_status_to_string (CORPUS_STATUS_TARGET), ==, "target");
  g_assert_cmpstr (corpus_period_role_to_string (CORPUS_PERIOD_AS_OF), ==, "as_of");
  g_assert_cmpstr (corpus_slot_to_string (CORPUS_SLOT_BASE), ==, "base");
  g_assert_cmpstr (corpus_task_to_string (CORPUS_TASK_INDICATORS), ==, "indicators");
  g_assert_cmpstr (corpus_review_to_string (CORPUS_REVIEW_RECHECK), ==, "recheck");
  g_assert_cmpstr (corpus_credit_role_to_string (CORPUS_CREDIT_TRANSLATOR), ==, "translator");
  g_assert_cmpstr (corpus_field_to_string (CORPUS_FIELD_GENRE), ==, "genre");
}

static void
test_both_ways (void)
{
  CorpusSlot slot = CORPUS_SLOT_VALUE;

  for (guint i = 0; i < CORPUS_N_SLOTS; i++)
    {
      g_assert_true (corpus_slot_from_string (corpus_slot_to_string (i), &slot));
      g_assert_cmpuint (slot, ==, i);
    }
  g_assert_false (corpus_slot_from_string ("colour", &slot));
  g_assert_false (corpus_slot_from_string (NULL, &slot));
  g_assert_cmpuint (slot, ==, CORPUS_N_SLOTS - 1);
}

static void
test_roles (void)
{
  g_autofree char *word = g_strdup ("body");

  g_assert_true (corpus_role (word) == CORPUS_ROLE_BODY);
  g_assert_true (corpus_role_is_in_text ("caption"));
  g_assert_true (corpus_role_is_in_text ("a role of the future"));
  g_assert_false (corpus_role_is_in_text ("jump"));
  g_assert_false (corpus_role_is_in_text ("continued"));
  g_assert_false (corpus_role_is_in_text ("jump_headline"));
  g_assert_false (corpus_role_is_in_text ("furniture"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/words/fixed", test_fixed);
  g_test_add_func ("/corpus/words/both-ways", test_both_ways);
  g_test_add_func ("/corpus/words/roles", test_roles);
  return g_test_run ();
}
