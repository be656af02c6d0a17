/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of an article that are one string each: typed, set by rule, or read off its blocks. */

#define G_LOG_DOMAIN "corpus-model"

#include "corpus/corpus-article.h"
#include "corpus/corpus-jump.h"

/* What the blocks of a role say, one after the other with a space between, unless one joins the other. */
static char *
dup_block_text (CorpusArticle *self,
                const char *role)
{
  CorpusText *text = corpus_article_get_text (self);
  GPtrArray *blocks = corpus_article_get_blocks (self);
  g_autoptr (GString) value = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      CorpusBlock *block = g_ptr_array_index (blocks, i);
      CorpusSpan span = corpus_text_get_block_span (text, i);
      g_autofree char *words = NULL;

      if (!g_str_equal (block->role, role))
        continue;
      if (span.start < span.end)
        {
          words = corpus_chars_dup_range (corpus_text_get_chars (text), span.start, span.end);
        }
      else
        {
          g_autoptr (GString) raw = g_string_new (NULL);

          for (guint j = 0; j < block->pieces->len; j++)
            {
              CorpusPiece *piece = corpus_piece_at (block->pieces, j);
              CorpusPage *page = corpus_article_find_page (self, piece->page_id);
              g_autofree char *part =
                  page != NULL ? corpus_chars_dup_range (page->chars, piece->start, piece->end)
                               : NULL;

              g_string_append (raw, part != NULL ? part : "");
            }
          words = g_strdup (raw->str);
        }
      if (value == NULL)
        value = g_string_new (NULL);
      else if (!block->joins)
        g_string_append_c (value, ' ');
      g_string_append (value, words);
    }
  return value != NULL ? g_strdup (value->str) : NULL;
}

static char *
dup_jump_page (CorpusArticle *self,
               const char *role)
{
  g_autofree char *text = dup_block_text (self, role);

  return text != NULL ? corpus_jump_parse_page (text) : NULL;
}

/**
 * corpus_article_dup_value:
 * @self: an article
 * @name: which value
 *
 * A value of the article: what was typed or set by rule, else what its blocks say.
 *
 * Returns: (transfer full) (nullable): the value, %NULL where the article has none
 */
char *
corpus_article_dup_value (CorpusArticle *self,
                          CorpusFieldName name)
{
  GPtrArray *pages = corpus_article_get_pages (self);
  CorpusField *field = corpus_article_get_head (self)->fields[name];

  if (field != NULL)
    return g_strdup (field->value);

  switch (name)
    {
    case CORPUS_FIELD_KICKER:
      return dup_block_text (self, "kicker");
    case CORPUS_FIELD_HEADLINE:
      return dup_block_text (self, "headline");
    case CORPUS_FIELD_SUBHEAD:
      return dup_block_text (self, "subhead");
    case CORPUS_FIELD_COLUMN:
      return dup_block_text (self, "column");
    case CORPUS_FIELD_SECTION:
      if (pages->len > 0)
        return g_strdup (((CorpusPage *) g_ptr_array_index (pages, 0))->section);
      return NULL;
    case CORPUS_FIELD_JUMP_TO:
      return dup_jump_page (self, "jump");
    case CORPUS_FIELD_JUMP_FROM:
      return dup_jump_page (self, "continued");
    case CORPUS_FIELD_AGENCY:
    case CORPUS_FIELD_GENRE:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}
