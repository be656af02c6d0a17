/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The kinds of things an edit puts or removes. Each has a table of its own name; tables of its parts name it first. */
typedef enum
{
  CORPUS_MEMBER_PAGE,
  CORPUS_MEMBER_ARTICLE,
  CORPUS_MEMBER_BLOCK,
  CORPUS_MEMBER_CORRECTION,
  CORPUS_MEMBER_CREDIT,
  CORPUS_MEMBER_DATELINE,
  CORPUS_MEMBER_ENTITY,
  CORPUS_MEMBER_INDICATOR,
  CORPUS_MEMBER_RELATION,
  CORPUS_MEMBER_TAGSET,
  CORPUS_MEMBER_CORPUS, /* what is said of the corpus as a whole: title, people */
} CorpusMember;
#define CORPUS_N_MEMBERS 11

const char *corpus_member_get_table (CorpusMember kind);
gboolean corpus_member_of_table (const char *table,
                                 CorpusMember *kind);
extern const char *const corpus_recorded_tables[];

G_END_DECLS
