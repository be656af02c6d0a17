/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "corpus-project"

#include "project/corpus-progress.h"

#define FRAME_MS 16

struct _CorpusProgress
{
  gpointer data;
  GMainContext *context;
  GMutex mutex; /* guards what follows */
  CorpusProgressFunc func;
  GSource *source; /* NULL while nothing is on its way */
  guint done;
  guint total;
  char *path;
};

/**
 * corpus_progress_new:
 * @func: (nullable): is called on the main context of this thread
 * @data: for @func
 *
 * Returns: (transfer full): a carrier
 */
CorpusProgress *
corpus_progress_new (CorpusProgressFunc func,
                     gpointer data)
{
  CorpusProgress *self = g_atomic_rc_box_new0 (CorpusProgress);

  self->func = func;
  self->data = data;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  return self;
}

static void
progress_clear (gpointer data)
{
  CorpusProgress *self = data;

  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
}

/**
 * corpus_progress_unref:
 * @self: (transfer full) (nullable): a carrier
 */
void
corpus_progress_unref (CorpusProgress *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, progress_clear);
}

static gboolean
deliver_cb (gpointer data)
{
  CorpusProgress *self = data;
  g_autofree char *path = NULL;
  CorpusProgressFunc func;
  guint done, total;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->source, g_source_unref);
  func = self->func;
  done = self->done;
  total = self->total;
  path = g_strdup (self->path);
  g_mutex_unlock (&self->mutex);
  if (func != NULL)
    func (done, total, path, self->data);
  return G_SOURCE_REMOVE;
}

/**
 * corpus_progress_report:
 * @done: how many files
 * @total: of so many
 * @path: the one at work
 * @progress: a #CorpusProgress
 *
 * Takes progress from any thread. Is a #CorpusProgressFunc.
 */
void
corpus_progress_report (guint done,
                        guint total,
                        const char *path,
                        gpointer progress)
{
  CorpusProgress *self = progress;

  g_mutex_lock (&self->mutex);
  self->done = done;
  self->total = total;
  g_free (self->path);
  self->path = g_strdup (path);
  if (self->source == NULL && self->func != NULL)
    {
      self->source = g_timeout_source_new (FRAME_MS);
      g_source_set_callback (self->source, deliver_cb, g_atomic_rc_box_acquire (self),
                             (GDestroyNotify) corpus_progress_unref);
      g_source_attach (self->source, self->context);
    }
  g_mutex_unlock (&self->mutex);
}

/**
 * corpus_progress_stop:
 * @self: a carrier
 *
 * Lets nothing arrive any more, so that no progress comes after the end.
 */
void
corpus_progress_stop (CorpusProgress *self)
{
  g_mutex_lock (&self->mutex);
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  self->func = NULL;
  g_mutex_unlock (&self->mutex);
}
