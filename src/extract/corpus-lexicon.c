/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lexicons, and finding their words in a text.
 *
 * All words lie in one automaton after Aho and Corasick: a trie whose nodes know the longest proper suffix that is a
 * node too, so that one pass over a text finds every word of every section, in time linear in the text. Some ten
 * thousand nodes; the steps from node to node lie in one hash table with open addressing. Built once from files that
 * are compiled into the program, and never changed afterwards: any number of threads read it.
 *
 * A file is lines of words parted by spaces; a tab parts words from what is said about them; `[name]` begins a
 * section; `#` begins a comment. */

#define G_LOG_DOMAIN "corpus-extract"

#include "extract/corpus-lexicon.h"

#include <string.h>

#include <gio/gio.h>

#include "corpus-lexicons.h"
#include "text/corpus-text-error.h"

/* By CorpusLexiconKind. */
static const char *const section_names[] = {
  "surname",
  "given",
  "word",
  "speech",
  "country",
  "province",
  "city",
  "county",
  "region",
  "country-letter",
  "place-suffix",
  "org",
  "org-suffix",
  "position",
  "event-suffix",
  "policy",
  "policy-suffix",
  "unit",
  "measure",
  "before",
  "after",
  "name-head",
  "basis",
  "break",
};
G_STATIC_ASSERT (G_N_ELEMENTS (section_names) == CORPUS_N_LEXICON_KINDS);

typedef struct
{
  guint32 fail; /* the node of the longest proper suffix */
  guint32
      output;    /* the nearest node along the suffixes that ends a word, this one included; 0: none */
  guint32 entry; /* its first entry + 1; 0: none */
  guint32 depth; /* in characters */
} Node;

typedef struct
{
  CorpusLexiconKind kind;
  guint32 next; /* the next entry of the same word + 1; 0: none */
  char *value;
} Entry;

typedef struct
{
  guint64 key; /* node << 21 | character; 0: free */
  guint32 target;
} Step;

struct _CorpusLexicon
{
  GArray *nodes;
  GArray *entries;
  Step *steps;
  gsize n_steps;
  gsize n_slots; /* a power of two */
};

static guint64
step_key (guint32 node,
          gunichar c)
{
  return (guint64) node << 21 | c;
}

static gsize
step_slot (const CorpusLexicon *self,
           guint64 key)
{
  return (gsize) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 20) & (self->n_slots - 1);
}

static guint32
find_step (const CorpusLexicon *self,
           guint32 node,
           gunichar c)
{
  guint64 key = step_key (node, c);

  for (gsize slot = step_slot (self, key);; slot = (slot + 1) & (self->n_slots - 1))
    {
      if (self->steps[slot].key == key)
        return self->steps[slot].target;
      if (self->steps[slot].key == 0)
        return 0;
    }
}

static void
put_step (CorpusLexicon *self,
          guint64 key,
          guint32 target)
{
  gsize slot = step_slot (self, key);

  while (self->steps[slot].key != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  self->steps[slot] = (Step){ key, target };
}

static void
grow_steps (CorpusLexicon *self)
{
  g_autofree Step *old = self->steps;
  gsize n_old = self->n_slots;

  self->n_slots *= 2;
  self->steps = g_new0 (Step, self->n_slots);
  for (gsize i = 0; i < n_old; i++)
    if (old[i].key != 0)
      put_step (self, old[i].key, old[i].target);
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->value);
}

/**
 * corpus_lexicon_new:
 *
 * Returns: (transfer full): a lexicon without words
 */
CorpusLexicon *
corpus_lexicon_new (void)
{
  CorpusLexicon *self = g_new0 (CorpusLexicon, 1);
  Node root = { 0 };

  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_append_val (self->nodes, root);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->n_slots = 1024;
  self->steps = g_new0 (Step, self->n_slots);
  return self;
}

/**
 * corpus_lexicon_free:
 * @self: (transfer full) (nullable): a lexicon
 */
void
corpus_lexicon_free (CorpusLexicon *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nodes);
  g_array_unref (self->entries);
  g_free (self->steps);
  g_free (self);
}

static void
add_word (CorpusLexicon *self,
          const char *word,
          gsize n_bytes,
          CorpusLexiconKind kind,
          const char *value)
{
  Entry entry = { .kind = kind, .value = g_strdup (value) };
  guint32 node = 0, depth = 0;

  for (const char *p = word; p < word + n_bytes; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      guint32 next = find_step (self, node, c);

      depth++;
      if (next == 0)
        {
          Node fresh = { .depth = depth };

          next = self->nodes->len;
          g_array_append_val (self->nodes, fresh);
          if (++self->n_steps * 2 > self->n_slots)
            grow_steps (self);
          put_step (self, step_key (node, c), next);
        }
      node = next;
    }
  entry.next = g_array_index (self->nodes, Node, node).entry;
  g_array_append_val (self->entries, entry);
  g_array_index (self->nodes, Node, node).entry = self->entries->len;
}

/**
 * corpus_lexicon_add_text:
 * @self: a lexicon that is not closed yet
 * @text: a lexicon file
 * @error: return location for an error
 *
 * Adds the words of a file.
 *
 * Returns: whether it could be read; if not, %CORPUS_TEXT_ERROR_SYNTAX
 */
gboolean
corpus_lexicon_add_text (CorpusLexicon *self,
                         const char *text,
                         GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int kind = -1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i], *tab;
      const char *p;

      if (line[0] == '#' || line[0] == '\0')
        continue;
      if (line[0] == '[')
        {
          char *close = strchr (line, ']');

          kind = -1;
          if (close != NULL)
            *close = '\0';
          for (guint j = 0; j < G_N_ELEMENTS (section_names); j++)
            if (g_str_equal (section_names[j], line + 1))
              kind = (int) j;
          if (kind >= 0)
            continue;
        }
      if (kind < 0)
        {
          g_set_error (error, CORPUS_TEXT_ERROR, CORPUS_TEXT_ERROR_SYNTAX,
                       "line %u of a lexicon stands in no known section", i + 1);
          return FALSE;
        }
      tab = strchr (line, '\t');
      if (tab != NULL)
        *tab++ = '\0';
      for (p = line; *p != '\0';)
        {
          gsize n = strcspn (p, " ");

          if (n > 0)
            add_word (self, p, n, (CorpusLexiconKind) kind, tab);
          p += n;
          p += strspn (p, " ");
        }
    }
  return TRUE;
}

/**
 * corpus_lexicon_close:
 * @self: a lexicon with all its words
 *
 * Links each node to its longest suffix. After this the lexicon may be searched, by
 * any number of threads, and is not changed any more.
 */
void
corpus_lexicon_close (CorpusLexicon *self)
{
  g_autofree guint32 *parents = g_new0 (guint32, self->nodes->len);
  g_autofree gunichar *letters = g_new0 (gunichar, self->nodes->len);
  g_autofree guint32 *order = g_new0 (guint32, self->nodes->len);
  guint counts[256] = { 0 };

  for (gsize i = 0; i < self->n_slots; i++)
    if (self->steps[i].key != 0)
      {
        parents[self->steps[i].target] = (guint32) (self->steps[i].key >> 21);
        letters[self->steps[i].target] = (gunichar) (self->steps[i].key & 0x1fffff);
      }
  /* By depth: a node's suffixes are shorter than it is. */
  for (guint i = 0; i < self->nodes->len; i++)
    counts[MIN (g_array_index (self->nodes, Node, i).depth + 1, 255)]++;
  for (guint i = 1; i < 256; i++)
    counts[i] += counts[i - 1];
  for (guint i = 0; i < self->nodes->len; i++)
    order[counts[MIN (g_array_index (self->nodes, Node, i).depth, 254)]++] = i;

  for (guint i = 0; i < self->nodes->len; i++)
    {
      guint32 index = order[i];
      Node *node = &g_array_index (self->nodes, Node, index);

      if (node->depth > 1)
        {
          guint32 suffix = g_array_index (self->nodes, Node, parents[index]).fail, next;

          while ((next = find_step (self, suffix, letters[index])) == 0 && suffix != 0)
            suffix = g_array_index (self->nodes, Node, suffix).fail;
          node->fail = next;
        }
      node->output = node->entry > 0 ? index : g_array_index (self->nodes, Node, node->fail).output;
    }
}

static void
load_lexicons (CorpusLexicon *self)
{
  const char *folder = "/io/github/corpusreview/lexicons";
  g_auto (GStrv) names = NULL;
  GResource *resource;

  /* By hand: the constructor that would do it stands in a file of its own, which the linker takes out of a static
   * library only when something there is called. */
  corpus_lexicons_register_resource ();
  resource = corpus_lexicons_get_resource ();
  names = g_resource_enumerate_children (resource, folder, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s", folder, names[i]);
      g_autoptr (GBytes) bytes =
          g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GError) error = NULL;

      /* They are part of the program, and a test reads each. */
      if (!corpus_lexicon_add_text (self, text, &error))
        g_critical ("%s: %s", names[i], error->message);
    }
  corpus_lexicon_close (self);
}

/**
 * corpus_lexicon_get:
 *
 * The lexicons that are part of the program, read when first asked for. May be
 * called from any thread.
 *
 * Returns: (transfer none): the lexicons
 */
const CorpusLexicon *
corpus_lexicon_get (void)
{
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    {
      CorpusLexicon *self = corpus_lexicon_new ();

      load_lexicons (self);
      g_once_init_leave (&lexicon, (gsize) self);
    }
  return (const CorpusLexicon *) lexicon;
}

static const Entry *
find_entry (const CorpusLexicon *self,
            guint32 node,
            guint kinds)
{
  for (guint32 i = g_array_index (self->nodes, Node, node).entry; i > 0;
       i = g_array_index (self->entries, Entry, i - 1).next)
    if (kinds & CORPUS_LEXICON_MASK (g_array_index (self->entries, Entry, i - 1).kind))
      return &g_array_index (self->entries, Entry, i - 1);
  return NULL;
}

/**
 * corpus_lexicon_match:
 * @self: a closed lexicon
 * @kinds: the sections to look in, a sum of CORPUS_LEXICON_MASK()
 * @chars: a folded text
 * @at: where the word begins
 * @end: where it ends at the latest
 * @match: (out caller-allocates) (optional): the word
 *
 * Finds the longest word that begins at a position.
 *
 * Returns: one past its last character, -1 where no word begins
 */
gint64
corpus_lexicon_match (const CorpusLexicon *self,
                      guint kinds,
                      const gunichar *chars,
                      gint64 at,
                      gint64 end,
                      CorpusLexiconMatch *match)
{
  guint32 node = 0;
  gint64 found = -1;

  for (gint64 i = at; i < end; i++)
    {
      const Entry *entry;

      node = find_step (self, node, chars[i]);
      if (node == 0)
        break;
      entry = find_entry (self, node, kinds);
      if (entry != NULL)
        {
          found = i + 1;
          if (match != NULL)
            *match = (CorpusLexiconMatch){ at, found, entry->kind, entry->value };
        }
    }
  return found;
}

/**
 * corpus_lexicon_scan:
 * @self: a closed lexicon
 * @kinds: the sections to look in, a sum of CORPUS_LEXICON_MASK()
 * @chars: a folded text
 * @start: where to begin
 * @end: where to end
 *
 * Finds every word of a text, those inside others too.
 *
 * Returns: (transfer full) (element-type CorpusLexiconMatch): the words, by their ends and the longer of two that end
 *   together first
 */
GArray *
corpus_lexicon_scan (const CorpusLexicon *self,
                     guint kinds,
                     const gunichar *chars,
                     gint64 start,
                     gint64 end)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (CorpusLexiconMatch));
  guint32 node = 0;

  for (gint64 i = start; i < end; i++)
    {
      guint32 next;

      while ((next = find_step (self, node, chars[i])) == 0 && node != 0)
        node = g_array_index (self->nodes, Node, node).fail;
      node = next;
      for (guint32 out = g_array_index (self->nodes, Node, node).output; out != 0;
           out = g_array_index (self->nodes, Node, g_array_index (self->nodes, Node, out).fail)
                     .output)
        {
          guint32 depth = g_array_index (self->nodes, Node, out).depth;

          for (guint32 e = g_array_index (self->nodes, Node, out).entry; e > 0;
               e = g_array_index (self->entries, Entry, e - 1).next)
            {
              const Entry *entry = &g_array_index (self->entries, Entry, e - 1);
              CorpusLexiconMatch match = { i + 1 - depth, i + 1, entry->kind, entry->value };

              if (kinds & CORPUS_LEXICON_MASK (entry->kind))
                g_array_append_val (matches, match);
            }
        }
    }
  return matches;
}
