/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the reader and the writer of native JSON Lines share (DESIGN.md section 8): the kinds of line, and the members of each
 * object in their order, so that one list says both what is written and what is not kept as unknown. */

#define CORPUS_NATIVE_VERSION 1
#define CORPUS_NATIVE_CORPUS "corpus-review/corpus"
#define CORPUS_NATIVE_PAGE "corpus-review/page"
#define CORPUS_NATIVE_ARTICLE "corpus-review/article"

extern const char *const corpus_native_corpus_members[];
extern const char *const corpus_native_person_members[];
extern const char *const corpus_native_tagset_members[];
extern const char *const corpus_native_label_members[];
extern const char *const corpus_native_page_members[];
extern const char *const corpus_native_article_members[];
extern const char *const corpus_native_page_ref_members[];
extern const char *const corpus_native_metadata_members[];
extern const char *const corpus_native_dateline_members[];
extern const char *const corpus_native_credit_members[];
extern const char *const corpus_native_jump_members[];
extern const char *const corpus_native_block_members[];
extern const char *const corpus_native_correction_members[];
extern const char *const corpus_native_entity_members[];
extern const char *const corpus_native_indicator_members[];
extern const char *const corpus_native_slots_members[];
extern const char *const corpus_native_filler_members[];
extern const char *const corpus_native_period_members[];
extern const char *const corpus_native_relation_members[];
extern const char *const corpus_native_review_members[];
extern const char *const corpus_native_task_members[];

G_END_DECLS
