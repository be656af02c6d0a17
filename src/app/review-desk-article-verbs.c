/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reviewer does to an article as a whole: metadata, credits, review status, flag and note. */

#define G_LOG_DOMAIN "corpus-app"

#include "app/review-desk-private.h"

#include <glib/gi18n.h>

static gboolean
is_given (const char *string)
{
  return string != NULL && *string != '\0';
}

/* By the reviewer, and now. */
static void
sign (ReviewDesk *self,
      CorpusProvenance *provenance)
{
  g_autofree char *now = desk_dup_now ();

  provenance->origin = CORPUS_ORIGIN_REVIEWER;
  corpus_provenance_decide (provenance, CORPUS_STATE_ACCEPTED, corpus_worker_get_reviewer_id (self->worker), now);
  provenance->tagset_version = self->tagset->version;
}

static char *
dup_field_verb (CorpusFieldName name,
                const char *value)
{
  static const char *const words[CORPUS_N_FIELDS] = {
    N_ ("kicker"),
    N_ ("headline"),
    N_ ("subhead"),
    N_ ("column"),
    N_ ("section"),
    N_ ("agency"),
    N_ ("continuation"),
    N_ ("page it continues from"),
    N_ ("genre"),
  };
  g_autofree char *quote = is_given (value) ? desk_dup_short (value) : NULL;

  if (quote != NULL)
    /* Translators: a value such as “headline”, what it is set to */
    return g_strdup_printf (_ ("Set %s to %s"), _ (words[name]), quote);
  return g_strdup_printf (_ ("Empty %s"), _ (words[name]));
}

static void
put_field (ReviewDesk *self,
           const char *verb,
           CorpusFieldName name,
           CorpusField *field) /* transfer full */
{
  g_autoptr (CorpusEdit) edit = desk_begin_edit (self, verb, CORPUS_TASK_METADATA);
  g_autoptr (CorpusHead) head = corpus_head_copy (corpus_article_get_head (self->article));

  corpus_head_set_field (head, name, field);
  desk_put_head (self, edit, head);
  desk_apply (self, edit);
}

/**
 * review_desk_set_field:
 * @self: a desk
 * @name: which value
 * @value: (nullable): what it is; %NULL or empty says that the article has no such value
 *
 * Sets a value of the article, over what its blocks say.
 */
void
review_desk_set_field (ReviewDesk *self,
                       CorpusFieldName name,
                       const char *value)
{
  g_autofree char *old = NULL, *verb = NULL;
  CorpusField *field;

  if (!desk_can_edit (self))
    return;
  old = corpus_article_dup_value (self->article, name);
  if (g_strcmp0 (is_given (old) ? old : NULL, is_given (value) ? value : NULL) == 0)
    return;
  verb = dup_field_verb (name, value);
  field = corpus_field_new (is_given (value) ? value : NULL);
  sign (self, &field->provenance);
  put_field (self, verb, name, field);
}

/**
 * review_desk_reset_field:
 * @self: a desk
 * @name: which value
 *
 * Gives a value back to the blocks it is read off.
 */
void
review_desk_reset_field (ReviewDesk *self,
                         CorpusFieldName name)
{
  if (!desk_can_edit (self) || corpus_article_get_head (self->article)->fields[name] == NULL)
    return;
  put_field (self, _ ("Give a value back to the page"), name, NULL);
}

/**
 * review_desk_set_dateline:
 * @self: a desk
 * @place: (nullable): as printed
 * @date: (nullable): ISO 8601
 *
 * Sets where and when the story was filed; with neither it has no dateline.
 */
void
review_desk_set_dateline (ReviewDesk *self,
                          const char *place,
                          const char *date)
{
  CorpusDateline *old = desk_can_edit (self) ? corpus_article_get_dateline (self->article) : NULL;
  g_autoptr (CorpusDateline) dateline = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (!desk_can_edit (self) || (old == NULL && !is_given (place) && !is_given (date)))
    return;
  if (old != NULL && g_strcmp0 (old->place, is_given (place) ? place : NULL) == 0 &&
      g_strcmp0 (old->date, is_given (date) ? date : NULL) == 0)
    return;

  edit = desk_begin_edit (self, _ ("Set place and date"), CORPUS_TASK_METADATA);
  if (!is_given (place) && !is_given (date))
    {
      corpus_edit_remove_dateline (edit, old->id);
      corpus_article_set_dateline (self->article, NULL);
    }
  else
    {
      if (old != NULL)
        {
          dateline = corpus_dateline_copy (old);
        }
      else
        {
          dateline = corpus_dateline_new (corpus_worker_new_id (self->worker));
          dateline->article_id = corpus_article_get_id (self->article);
        }
      g_free (dateline->place);
      dateline->place = is_given (place) ? g_strdup (place) : NULL;
      g_free (dateline->date);
      dateline->date = is_given (date) ? g_strdup (date) : NULL;
      sign (self, &dateline->provenance);
      corpus_article_set_dateline (self->article, dateline);
      corpus_edit_put_dateline (edit, dateline);
    }
  desk_apply (self, edit);
}

/**
 * review_desk_put_credit:
 * @self: a desk
 * @credit: a changed copy, or a new one, that nobody else holds yet; an id of 0 is not allowed
 *
 * Puts a credit in the place of the one with the same id.
 */
void
review_desk_put_credit (ReviewDesk *self,
                        CorpusCredit *credit)
{
  g_autofree char *verb = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  g_return_if_fail (credit->id > 0);
  if (!desk_can_edit (self))
    return;
  /* Translators: %s is a name */
  verb = g_strdup_printf (_ ("Credit %s"), credit->name);
  edit = desk_begin_edit (self, verb, CORPUS_TASK_METADATA);
  if (credit->pieces->len == 0)
    credit->article_id = corpus_article_get_id (self->article);
  sign (self, &credit->provenance);
  corpus_article_put_credit (self->article, credit);
  corpus_edit_put_credit (edit, credit);
  desk_apply (self, edit);
}

/**
 * review_desk_remove_credit:
 * @self: a desk
 * @id: a credit
 *
 * Removes a credit.
 */
void
review_desk_remove_credit (ReviewDesk *self,
                           gint64 id)
{
  CorpusCredit *credit = desk_can_edit (self) ? corpus_article_find_credit (self->article, id) : NULL;
  g_autofree char *verb = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (credit == NULL)
    return;
  verb = g_strdup_printf (_ ("Remove %s"), credit->name);
  edit = desk_begin_edit (self, verb, CORPUS_TASK_METADATA);
  corpus_edit_remove_credit (edit, id);
  corpus_article_remove (self->article, id);
  desk_apply (self, edit);
}

/**
 * review_desk_set_review:
 * @self: a desk
 * @task: a task
 * @status: how far it is
 *
 * Says how far a task of the article is.
 */
void
review_desk_set_review (ReviewDesk *self,
                        CorpusTask task,
                        CorpusReviewStatus status)
{
  static const char *const verbs[CORPUS_N_TASKS] = {
    N_ ("Mark structure"),
    N_ ("Mark metadata"),
    N_ ("Mark entities"),
    N_ ("Mark indicators"),
  };
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autofree char *now = NULL;

  if (!desk_can_edit (self) || corpus_article_get_head (self->article)->reviews[task].status == status)
    return;
  now = desk_dup_now ();
  head = corpus_head_copy (corpus_article_get_head (self->article));
  corpus_head_set_review (head, task, status, corpus_worker_get_reviewer_id (self->worker), now);
  edit = corpus_edit_new (_ (verbs[task]), head->id);
  desk_put_head (self, edit, head);
  desk_apply (self, edit);
}

/**
 * review_desk_finish:
 * @self: a desk
 * @accept_rest: whether to accept what is still suggested
 *
 * Marks all tasks of the article done, in one edit, and opens the next article with something to review. While
 * suggestions are left and @accept_rest is %FALSE it asks by a message instead and goes to the first of them.
 */
void
review_desk_finish (ReviewDesk *self,
                    gboolean accept_rest)
{
  guint n_to_check = review_desk_count_to_check (self);
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  g_autofree char *now = NULL;

  if (!desk_can_edit (self))
    return;
  if (n_to_check > 0 && !accept_rest)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u still to check", "%u still to check", n_to_check), n_to_check);

      review_desk_say (self, words, "paper.finish-accepting", _ ("Accept the Rest and Finish"));
      if (review_desk_get_check_place (self) == 0)
        review_desk_select_to_check (self, 1);
      return;
    }

  now = desk_dup_now ();
  head = corpus_head_copy (corpus_article_get_head (self->article));
  for (guint i = 0; i < CORPUS_N_TASKS; i++)
    if (head->reviews[i].status != CORPUS_REVIEW_DONE)
      corpus_head_set_review (head, i, CORPUS_REVIEW_DONE, corpus_worker_get_reviewer_id (self->worker), now);
  edit = corpus_edit_new (_ ("Finish the article"), head->id);
  desk_put_head (self, edit, head);
  desk_accept_all (self, edit);
  desk_apply (self, edit);
  if (!review_desk_open_unreviewed (self))
    review_desk_say (self, _ ("Every article is reviewed"), NULL, NULL);
}

/**
 * review_desk_set_flagged:
 * @self: a desk
 * @is_flagged: whether the article is to be marked for another look
 *
 * Flags the article, or takes all its flags away.
 */
void
review_desk_set_flagged (ReviewDesk *self,
                         gboolean is_flagged)
{
  CorpusHead *old = desk_can_edit (self) ? corpus_article_get_head (self->article) : NULL;
  static const char *const flags[] = { "flagged", NULL };
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusEdit) edit = NULL;
  gboolean was_flagged;

  if (old == NULL)
    return;
  was_flagged = old->flags != NULL && old->flags[0] != NULL;
  if (was_flagged == is_flagged)
    return;
  head = corpus_head_copy (old);
  g_clear_pointer (&head->flags, g_strfreev);
  if (is_flagged)
    head->flags = g_strdupv ((char **) flags);
  edit = corpus_edit_new (is_flagged ? _ ("Flag the article") : _ ("Remove the flag"), head->id);
  desk_put_head (self, edit, head);
  desk_apply (self, edit);
}

/**
 * review_desk_set_excluded:
 * @self: a desk
 * @is_excluded: whether the article stays out of datasets
 *
 * Leaves the article out of datasets, or takes it in again.
 */
void
review_desk_set_excluded (ReviewDesk *self,
                          gboolean is_excluded)
{
  CorpusHead *old = desk_can_edit (self) ? corpus_article_get_head (self->article) : NULL;
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (old == NULL || old->excluded == is_excluded)
    return;
  head = corpus_head_copy (old);
  head->excluded = is_excluded;
  edit = corpus_edit_new (is_excluded ? _ ("Leave the article out") : _ ("Take the article in"), head->id);
  desk_put_head (self, edit, head);
  desk_apply (self, edit);
}

/**
 * review_desk_set_note:
 * @self: a desk
 * @note: (nullable): a remark on the article
 *
 * Sets the note of the article.
 */
void
review_desk_set_note (ReviewDesk *self,
                      const char *note)
{
  CorpusHead *old = desk_can_edit (self) ? corpus_article_get_head (self->article) : NULL;
  g_autoptr (CorpusHead) head = NULL;
  g_autoptr (CorpusEdit) edit = NULL;

  if (old == NULL || g_strcmp0 (old->note, is_given (note) ? note : NULL) == 0)
    return;
  head = corpus_head_copy (old);
  g_free (head->note);
  head->note = is_given (note) ? g_strdup (note) : NULL;
  edit = corpus_edit_new (_ ("Write a note"), head->id);
  desk_put_head (self, edit, head);
  desk_apply (self, edit);
}
