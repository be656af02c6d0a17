/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-role.h"

/**
 * corpus_role:
 * @word: a role as the native format writes it
 *
 * Returns: (transfer none): the role, equal as a pointer for equal words
 */
const char *
corpus_role (const char *word)
{
  return g_intern_string (word);
}

/**
 * corpus_role_is_in_text:
 * @role: a role
 *
 * Returns: whether blocks of this role are part of an article's text
 */
gboolean
corpus_role_is_in_text (const char *role)
{
  return !g_str_equal (role, "jump") && !g_str_equal (role, "continued") &&
         !g_str_equal (role, "jump_headline") && !g_str_equal (role, "furniture");
}
