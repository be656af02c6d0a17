/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a page comes from three places: from the name of its file by a pattern, from a manifest, and from the
 * keyboard. A pattern that is changed fills anew what it filled before, but never what somebody typed or a manifest said. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-import-row.h"

#include "app/review-check.h"

struct _ReviewImportRow
{
  GObject parent_instance;

  char *path;
  char *values[REVIEW_N_IMPORT_COLUMNS]; /* never NULL */
  gboolean is_typed[REVIEW_N_IMPORT_COLUMNS];
};

G_DEFINE_FINAL_TYPE (ReviewImportRow, review_import_row, G_TYPE_OBJECT)

static guint changed_signal;

static char **
item_member (CorpusImportItem *item,
             ReviewImportColumn column)
{
  char **members[REVIEW_N_IMPORT_COLUMNS] = { &item->publication, &item->date, &item->edition, &item->number, &item->section };

  return members[column];
}

static gboolean
set_value (ReviewImportRow *self,
           ReviewImportColumn column,
           const char *value)
{
  g_autofree char *old = NULL;

  if (value == NULL)
    value = "";
  if (g_str_equal (value, self->values[column]))
    return FALSE;
  old = self->values[column];
  self->values[column] = g_strdup (value);
  return TRUE;
}

static void
review_import_row_finalize (GObject *object)
{
  ReviewImportRow *self = REVIEW_IMPORT_ROW (object);

  g_free (self->path);
  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    g_free (self->values[i]);

  G_OBJECT_CLASS (review_import_row_parent_class)->finalize (object);
}

static void
review_import_row_class_init (ReviewImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = review_import_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
review_import_row_init (ReviewImportRow *self)
{
  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    self->values[i] = g_strdup ("");
}

/**
 * review_import_row_new:
 * @path: a file
 *
 * Returns: (transfer full): a row of which nothing is said yet
 */
ReviewImportRow *
review_import_row_new (const char *path)
{
  ReviewImportRow *self = g_object_new (REVIEW_TYPE_IMPORT_ROW, NULL);

  self->path = g_strdup (path);
  return self;
}

/**
 * review_import_row_get_path:
 * @self: a row
 *
 * Returns: (transfer none): the file
 */
const char *
review_import_row_get_path (ReviewImportRow *self)
{
  return self->path;
}

/**
 * review_import_row_get_value:
 * @self: a row
 * @column: what of it
 *
 * Returns: (transfer none): what is said, empty where nothing is
 */
const char *
review_import_row_get_value (ReviewImportRow *self,
                             ReviewImportColumn column)
{
  return self->values[column];
}

/**
 * review_import_row_type:
 * @self: a row
 * @column: what of it
 * @value: what somebody typed
 *
 * Sets a value that no pattern replaces; an empty one is open to patterns again.
 */
void
review_import_row_type (ReviewImportRow *self,
                        ReviewImportColumn column,
                        const char *value)
{
  if (!set_value (self, column, value))
    return;
  self->is_typed[column] = *value != '\0';
  g_signal_emit (self, changed_signal, 0);
}

/**
 * review_import_row_fill:
 * @self: a row
 * @pattern: (nullable): how file names are written; %NULL tries the patterns in common use
 *
 * Reads what it can off the name of the file, for what nobody typed.
 *
 * Returns: whether the name fits; where it does not, nothing is changed
 */
gboolean
review_import_row_fill (ReviewImportRow *self,
                        const char *pattern)
{
  g_autoptr (CorpusImportItem) item = corpus_import_item_new (self->path);
  gboolean is_changed = FALSE;

  if (pattern != NULL ? !corpus_import_item_apply_pattern (item, pattern) : !corpus_import_item_guess (item))
    return FALSE;
  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    if (!self->is_typed[i])
      is_changed = set_value (self, i, *item_member (item, i)) || is_changed;
  if (is_changed)
    g_signal_emit (self, changed_signal, 0);
  return TRUE;
}

/**
 * review_import_row_take:
 * @self: a row
 * @item: what a manifest says of the file
 *
 * Takes over what is said there, as if it had been typed.
 */
void
review_import_row_take (ReviewImportRow *self,
                        const CorpusImportItem *item)
{
  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    {
      const char *value = *item_member ((CorpusImportItem *) item, i);

      if (value != NULL && *value != '\0')
        {
          set_value (self, i, value);
          self->is_typed[i] = TRUE;
        }
    }
  g_signal_emit (self, changed_signal, 0);
}

/**
 * review_import_row_is_wrong:
 * @self: a row
 *
 * Returns: whether its date is none
 */
gboolean
review_import_row_is_wrong (ReviewImportRow *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (self->values[REVIEW_IMPORT_DATE]));
  g_autofree char *message = NULL;
  g_autofree char *date = *typed != '\0' ? review_check_date (typed, NULL, &message) : NULL;

  return *typed != '\0' && date == NULL;
}

/**
 * review_import_row_dup_item:
 * @self: a row
 *
 * Returns: (transfer full): what the importer is told; what is empty is %NULL there
 */
CorpusImportItem *
review_import_row_dup_item (ReviewImportRow *self)
{
  CorpusImportItem *item = corpus_import_item_new (self->path);

  for (guint i = 0; i < REVIEW_N_IMPORT_COLUMNS; i++)
    {
      g_autofree char *value = g_strstrip (g_strdup (self->values[i]));
      char **member = item_member (item, i);

      g_free (*member);
      *member = NULL;
      if (*value == '\0')
        continue;
      if (i == REVIEW_IMPORT_DATE)
        {
          g_autofree char *message = NULL;

          *member = review_check_date (value, NULL, &message);
        }
      else
        {
          *member = g_steal_pointer (&value);
        }
    }
  return item;
}
