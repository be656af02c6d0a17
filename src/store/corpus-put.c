/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all puts have in common: statements made of the names of a table and its columns, and the columns that many share. */

#define G_LOG_DOMAIN "corpus-store"

#include "store/corpus-put.h"

#include "store/corpus-strings.h"

static char *
dup_sql (const CorpusTable *table,
         gboolean is_new)
{
  g_auto (GStrv) columns = g_strsplit (table->columns, ", ", -1);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (%s) VALUES (", table->name, table->columns);
  for (guint i = 0; columns[i] != NULL; i++)
    g_string_append (sql, i == 0 ? "?" : ", ?");
  g_string_append_c (sql, ')');
  if (!is_new)
    {
      g_string_append (sql, " ON CONFLICT (");
      for (int i = 0; i < table->n_keys; i++)
        g_string_append_printf (sql, "%s%s", i == 0 ? "" : ", ", columns[i]);
      g_string_append (sql, ") DO UPDATE SET ");
      for (guint i = (guint) table->n_keys; columns[i] != NULL; i++)
        g_string_append_printf (sql, "%s%s = excluded.%s", i == (guint) table->n_keys ? "" : ", ",
                                columns[i], columns[i]);
    }
  return g_string_free (sql, FALSE);
}

/* Prepares the statement that inserts a row or, unless it has to be new, updates the one with the same key. An update
 * writes what is there already where nothing changed: the session then records nothing. */
CorpusStatement *
corpus_put_prepare (CorpusStore *self,
                    const CorpusTable *table,
                    gboolean is_new)
{
  GHashTable *known = is_new ? self->inserts : self->puts;
  char *sql = g_hash_table_lookup (known, table);

  if (sql == NULL)
    {
      sql = dup_sql (table, is_new);
      g_hash_table_insert (known, (gpointer) table, sql);
    }
  return corpus_db_prepare (self->db, sql, CORPUS_PUT_INTENT);
}

/* Runs a put; a row that should have been new and is there already gets words of its own. */
gboolean
corpus_put_run (CorpusStore *self,
                CorpusStatement *statement,
                const CorpusTable *table,
                gint64 id,
                GError **error)
{
  g_autoptr (GError) local = NULL;

  if (corpus_statement_run (statement, &local))
    return TRUE;
  switch (sqlite3_extended_errcode (self->db->handle))
    {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      {
        g_autofree char *name = corpus_id_to_string (id);

        if (g_str_equal (table->name, "label"))
          g_set_error_literal (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE,
                               "The tag set has two labels of the same name: give each a name of its own");
        else
          g_set_error (error, CORPUS_STORE_ERROR, CORPUS_STORE_ERROR_DUPLICATE,
                       "The corpus has a thing of that id already (%s %s): each id may be used once",
                       table->name, name);
        break;
      }
    default:
      g_propagate_error (error, g_steal_pointer (&local));
      break;
    }
  return FALSE;
}

/* Binds the columns of a provenance. */
void
corpus_put_bind_provenance (CorpusStatement *statement,
                            const CorpusProvenance *provenance)
{
  corpus_statement_bind_text (statement, corpus_origin_to_string (provenance->origin));
  corpus_statement_bind_text (statement, corpus_state_to_string (provenance->state));
  if (provenance->confidence >= 0)
    corpus_statement_bind_double (statement, provenance->confidence);
  else
    corpus_statement_bind_null (statement);
  corpus_statement_bind_text (statement, provenance->producer);
  corpus_statement_bind_text (statement, provenance->by);
  corpus_statement_bind_text (statement, provenance->at);
  corpus_statement_bind_id (statement, provenance->tagset_version);
  corpus_statement_bind_text (statement, provenance->was);
}

/* Binds a list of strings, as JSON; an empty one is NULL. */
void
corpus_put_bind_strings (CorpusStatement *statement,
                         char **strings)
{
  g_autofree char *json = corpus_strings_to_json (strings);

  corpus_statement_bind_text (statement, json);
}

/* Deletes the rows of @table that the conditions name. */
gboolean
corpus_put_delete (CorpusStore *self,
                   const char *sql,
                   gint64 first,
                   gint64 second,
                   gint64 third,
                   gint64 fourth,
                   GError **error)
{
  g_autoptr (CorpusStatement) statement = corpus_db_prepare (self->db, sql, CORPUS_PUT_INTENT);
  const gint64 values[] = { first, second, third, fourth };
  int n_wanted = statement->stmt != NULL ? sqlite3_bind_parameter_count (statement->stmt) : 0;

  for (int i = 0; i < n_wanted; i++)
    corpus_statement_bind_int (statement, values[i]);
  return corpus_statement_run (statement, error);
}
