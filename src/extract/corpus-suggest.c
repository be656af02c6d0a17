/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-suggest.h"

#include "extract/corpus-extractor.h"
#include "text/corpus-calendar.h"

/* Makes a thing a suggestion of these rules. */
void
corpus_suggest (CorpusProvenance *provenance,
                double confidence)
{
  corpus_provenance_clear (provenance);
  corpus_provenance_init (provenance, CORPUS_ORIGIN_RULE, CORPUS_STATE_SUGGESTED,
                          CLAMP (confidence, 0, 1));
  provenance->producer = g_strdup (CORPUS_EXTRACT_PRODUCER);
}

/* Whether rules suggested a thing and nobody has decided on it, so that it may be suggested anew. */
gboolean
corpus_suggest_is_ours (const CorpusProvenance *provenance)
{
  return provenance->origin == CORPUS_ORIGIN_RULE && provenance->state == CORPUS_STATE_SUGGESTED;
}

/* From the first to the last place at which a text shows some pieces; empty where it shows none. */
CorpusSpan
corpus_suggest_span (CorpusText *text,
                     GArray *pieces)
{
  g_autoptr (GArray) spans = corpus_text_map_pieces (text, pieces, NULL);

  if (spans->len == 0)
    return (CorpusSpan){ 0, 0 };
  return (CorpusSpan){ g_array_index (spans, CorpusSpan, 0).start,
                       g_array_index (spans, CorpusSpan, spans->len - 1).end };
}

/* The day an article was printed. */
gboolean
corpus_suggest_get_date (CorpusArticle *article,
                         GDate *date)
{
  GPtrArray *pages = corpus_article_get_pages (article);

  g_date_clear (date, 1);
  return pages->len > 0 &&
         corpus_calendar_read_iso (((CorpusPage *) g_ptr_array_index (pages, 0))->date, date);
}
