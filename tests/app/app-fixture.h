/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/review-desk.h"

G_BEGIN_DECLS

/* What the window tests share: a folder of their own, in it a corpus of one page with two articles, and a desk. */
typedef struct
{
  char *folder;
  char *path;
  ReviewDesk *desk;
} AppFixture;

typedef gboolean (*AppFixtureFunc) (gpointer data);

void app_fixture_init (int *argc,
                       char ***argv);
void app_fixture_set_up (AppFixture *self,
                         gconstpointer data);
void app_fixture_tear_down (AppFixture *self,
                            gconstpointer data);
void app_fixture_open (AppFixture *self);
void app_fixture_close (AppFixture *self);

/* Turns the main loop until a thing is so; fails after ten seconds. */
void app_fixture_wait (AppFixtureFunc is_so,
                       gpointer data);
/* Until every edit is durable and everything that follows from it has been read. */
void app_fixture_settle (AppFixture *self);

CorpusSpan app_fixture_find (AppFixture *self,
                             const char *words); /* in the article on the paper */
gint64 app_fixture_find_entity (AppFixture *self,
                                const char *words);
gint64 app_fixture_find_indicator (AppFixture *self,
                                   const char *words);
gint64 app_fixture_add_lines (AppFixture *self,
                              const char *const *roles, /* of the lines of @text, NULL at the end */
                              const char *text);        /* another page, with one article; before it is opened */
gint64 app_fixture_add_article (AppFixture *self,
                                const char *body); /* another page, with one article of one paragraph; before it is opened */

G_END_DECLS
