/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema: schema.sql, compiled in. A file is believed only where it holds exactly these tables and indexes: no
 * trigger, view or virtual table of somebody else's runs inside this program. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-schema.h"

#include "store/corpus-statement.h"
#include "store/corpus-store-error.h"
#include "store/corpus-store-resources.h"

#define SCHEMA_PATH "/io/github/corpusreview/store/schema.sql"

static gboolean
run_schema (CorpusDb *db,
            GError **error)
{
  g_autoptr (GBytes) sql = g_resource_lookup_data (corpus_store_get_resource (), SCHEMA_PATH,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL && corpus_db_exec (db, g_bytes_get_data (sql, NULL), "make the corpus", error);
}

/* Lays out an empty database, inside the transaction that the caller has begun. */
gboolean
corpus_schema_create (CorpusDb *db,
                      GError **error)
{
  g_autofree char *pragmas =
      g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                       CORPUS_SCHEMA_APPLICATION_ID, CORPUS_SCHEMA_VERSION);

  return run_schema (db, error) && corpus_db_exec (db, pragmas, "make the corpus", error);
}

/* The text of a statement without differences in white space. */
static char *
normalise (const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = sql; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');
  return g_strdup (text->str);
}

/* What a database consists of: "table entity" -> its statement. What SQLite makes for itself is left out. */
static GHashTable *
list_schema (CorpusDb *db,
             GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (
      db,
      "SELECT type, name, sql FROM sqlite_schema "
      "WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      "read the layout of the corpus");
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CorpusStep step;

  while ((step = corpus_statement_step (statement, error)) == CORPUS_STEP_ROW)
    {
      g_autofree char *type = corpus_statement_dup_text (statement);
      g_autofree char *name = corpus_statement_dup_text (statement);
      const char *sql = corpus_statement_get_text (statement);

      g_hash_table_insert (schema, g_strdup_printf ("%s %s", type, name),
                           normalise (sql != NULL ? sql : ""));
    }
  return step == CORPUS_STEP_DONE ? g_steal_pointer (&schema) : NULL;
}

/* Compares the schema of an open file with the expected one. */
gboolean
corpus_schema_check (CorpusDb *db,
                     GError **error)
{
  g_autoptr (CorpusDb) model = corpus_db_new (":memory:");
  g_autoptr (GHashTable) expected = NULL, found = NULL;
  GHashTableIter iter;
  gpointer name, sql;

  if (!corpus_db_open (model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, FALSE, error) ||
      !run_schema (model, error))
    return FALSE;
  expected = list_schema (model, error);
  found = expected != NULL ? list_schema (db, error) : NULL;
  if (found == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (!g_hash_table_contains (expected, name))
      {
        g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_FOREIGN,
                     "“%s” holds something that Corpus Review did not put there (%s). "
                     "It was not opened; go back to a copy that you trust",
                     db->path, (char *) name);
        return FALSE;
      }
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    if (g_strcmp0 (g_hash_table_lookup (found, name), sql) != 0)
      {
        g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DAMAGED,
                     "“%s” is damaged: its layout is not what it should be (%s). Go back to a copy of it",
                     db->path, (char *) name);
        return FALSE;
      }
  return TRUE;
}
