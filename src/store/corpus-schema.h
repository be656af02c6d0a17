/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/corpus-db.h"

G_BEGIN_DECLS

#define CORPUS_SCHEMA_APPLICATION_ID 0x43525657 /* "CRVW", at offset 68 of the file */
#define CORPUS_SCHEMA_VERSION 1                 /* user_version, at offset 60 */

gboolean corpus_schema_create (CorpusDb *db,
                               GError **error);
gboolean corpus_schema_check (CorpusDb *db,
                              GError **error);

G_END_DECLS
