/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The roles of a block. A role is an interned string, so that a role this version does not know is kept as it is;
 * roles made by corpus_role() may be compared as pointers with these. */
#define CORPUS_ROLE_SECTION (corpus_role ("section"))
#define CORPUS_ROLE_COLUMN (corpus_role ("column"))
#define CORPUS_ROLE_KICKER (corpus_role ("kicker"))
#define CORPUS_ROLE_HEADLINE (corpus_role ("headline"))
#define CORPUS_ROLE_SUBHEAD (corpus_role ("subhead"))
#define CORPUS_ROLE_CROSSHEAD (corpus_role ("crosshead"))
#define CORPUS_ROLE_BYLINE (corpus_role ("byline"))
#define CORPUS_ROLE_BODY (corpus_role ("body"))
#define CORPUS_ROLE_CAPTION (corpus_role ("caption"))
#define CORPUS_ROLE_CREDIT (corpus_role ("credit"))
#define CORPUS_ROLE_EDITOR_NOTE (corpus_role ("editor_note"))
#define CORPUS_ROLE_JUMP (corpus_role ("jump"))
#define CORPUS_ROLE_CONTINUED (corpus_role ("continued"))
#define CORPUS_ROLE_JUMP_HEADLINE (corpus_role ("jump_headline"))
#define CORPUS_ROLE_NOTICE (corpus_role ("notice"))
#define CORPUS_ROLE_SIGNATURE (corpus_role ("signature"))
#define CORPUS_ROLE_LIST (corpus_role ("list"))
#define CORPUS_ROLE_TABLE (corpus_role ("table"))
#define CORPUS_ROLE_TEASER (corpus_role ("teaser"))
#define CORPUS_ROLE_ADVERTISEMENT (corpus_role ("advertisement"))
#define CORPUS_ROLE_FURNITURE (corpus_role ("furniture"))
#define CORPUS_ROLE_OTHER (corpus_role ("other"))

const char *corpus_role (const char *word);
gboolean corpus_role_is_in_text (const char *role);

G_END_DECLS
