/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-store.h"

G_BEGIN_DECLS

/* What the tests of the store share: a folder of their own, a page with two articles made by hand, and dumps of
 * articles and of whole files that can be compared. */
typedef struct
{
  char *folder;
  char *path; /* of a corpus that does not exist yet */
} StoreFixture;

void store_fixture_set_up (StoreFixture *self,
                           gconstpointer data);
void store_fixture_tear_down (StoreFixture *self,
                              gconstpointer data);
CorpusStore *store_fixture_open (StoreFixture *self);
void store_fixture_close (CorpusStore *store);

CorpusPage *store_fixture_page (guint number);
CorpusPage *store_fixture_small_page (const char *name,
                                      const char *text);
CorpusArticle *store_fixture_article (CorpusPage *page,
                                      guint number);
GPtrArray *store_fixture_loose_blocks (CorpusPage *page);
void store_fixture_import (CorpusStore *store,
                           guint n_pages);
gint64 store_fixture_article_id (CorpusStore *store,
                                 guint index);
CorpusEntity *store_fixture_entity (CorpusStore *store,
                                    CorpusPage *page,
                                    const char *words,
                                    const char *label);

char *store_fixture_dump_article (CorpusArticle *article);
char *store_fixture_dump_file (const char *path,
                               gboolean is_recorded_only);
void store_fixture_assert_verified (CorpusStore *store);

G_END_DECLS
