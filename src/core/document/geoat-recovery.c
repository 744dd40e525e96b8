/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Never a word lost: a file beside the work, at most two seconds behind the typing.
 *
 * How it works: the first change starts a timer of one second; further typing does not put it off.
 * When it fires, a snapshot of the plan is taken (geoat-plan-snapshot.c: that costs next to
 * nothing) and a thread writes it: header, plan, fsync, rename. There is at most one write under
 * way; what changed meanwhile is written right after it. What failed is tried again. The thread is
 * one of its own, and stands back for the one that types.
 *
 * The thread knows the file (geoat-recovery-file.c) and the snapshot, never this object: that comes
 * and goes in the main thread. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-recovery-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-document-private.h"
#include "geoat-plan-snapshot.h"
#include "geoat-posix.h"
#include "geoat-recovery-file.h"
#include "geoat-versions.h"

#define DELAY 1000
#define RETRY_DELAY 5000

struct _GeoatRecovery
{
  GObject parent_instance;

  GeoatDocument *document;
  GeoatPlanSnapshot *snapshot;
  GeoatRecoveryFile *file;
  guint delay;       /* milliseconds from the first change to the write */
  guint retry_delay; /* milliseconds from a failed write to the next attempt */
  guint timer;
  gboolean changed; /* since the last snapshot */
  gboolean writing; /* a thread is at it */
  gboolean closed;  /* discarded: nothing is written any more */
  gboolean failed;  /* and has been reported */
};

/* One snapshot on its way to the disk. */
typedef struct
{
  GeoatRecoveryFile *file;
  GeoatKeptPlan kept;
  GPtrArray *parts;
  guint64 number;
} Work;

enum
{
  WRITTEN,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GeoatRecovery, geoat_recovery, G_TYPE_OBJECT)

static void schedule (GeoatRecovery *self, guint delay);

static void
work_free (Work *work)
{
  geoat_recovery_file_unref (work->file);
  geoat_kept_plan_clear (&work->kept);
  g_ptr_array_unref (work->parts);
  g_free (work);
}

static Work *
create_work (GeoatRecovery *self)
{
  Work *work = g_new0 (Work, 1);
  GFile *file = geoat_document_get_file (self->document);

  work->parts = geoat_plan_snapshot_take (self->snapshot);
  geoat_kept_plan_describe (&work->kept, geoat_document_get_plan (self->document));
  geoat_kept_plan_count (&work->kept, geoat_document_get_plan (self->document));
  work->kept.uri = file == NULL ? NULL : g_file_get_uri (file);
  work->kept.name = geoat_document_get_name (self->document);
  work->kept.written = g_get_real_time ();
  geoat_document_get_file_state (self->document, &work->kept.based_on);

  work->file = geoat_recovery_file_ref (self->file);
  work->number = geoat_recovery_file_take_number (self->file);
  self->changed = FALSE;
  return work;
}

/* In any thread. */
static gboolean
write_work (Work *work, GError **error)
{
  return geoat_recovery_file_write (work->file, work->number, &work->kept, work->parts, error);
}

static gpointer
write_thread (gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  geoat_posix_stand_back ();
  if (write_work (g_task_get_task_data (task), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  return NULL;
}

static void
remove_file (GeoatRecovery *self)
{
  g_autoptr (GError) error = NULL;
  gboolean existed;

  if (!geoat_recovery_file_remove (self->file, &existed, &error))
    g_message ("%s", error->message);

  self->changed = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (existed)
    g_signal_emit (self, signals[WRITTEN], 0);
}

static void
report (GeoatRecovery *self, const GError *error)
{
  g_autofree char *message = NULL;

  if (error == NULL)
    {
      self->failed = FALSE;
      g_signal_emit (self, signals[WRITTEN], 0);
      return;
    }

  self->changed = TRUE;
  if (self->failed)
    return;

  self->failed = TRUE;
  message = g_strdup_printf (
      _ ("The recovery file cannot be written, so save often until this is solved: %s"),
      error->message);
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* @data is a weak reference: the thread may be the last to know of a recovery that has gone. */
static void
write_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatRecovery) self = g_weak_ref_get (data);
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (data);
  g_free (data);
  g_task_propagate_boolean (G_TASK (result), &error);
  if (self == NULL)
    return;

  self->writing = FALSE;
  if (self->closed)
    return;

  if (!geoat_document_get_modified (self->document))
    {
      remove_file (self);
      return;
    }

  report (self, error);
  if (self->changed)
    schedule (self, error == NULL ? self->delay / 4 : self->retry_delay);
}

static gboolean
timer_cb (gpointer data)
{
  GeoatRecovery *self = data;
  GWeakRef *weak;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->writing || !geoat_document_get_modified (self->document))
    return G_SOURCE_REMOVE;

  self->writing = TRUE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, write_cb, weak);
  g_task_set_source_tag (task, timer_cb);
  g_task_set_task_data (task, create_work (self), (GDestroyNotify) work_free);
  g_thread_unref (g_thread_new ("recovery", write_thread, g_steal_pointer (&task)));
  return G_SOURCE_REMOVE;
}

static void
schedule (GeoatRecovery *self, guint delay)
{
  if (self->timer == 0 && !self->writing)
    self->timer = g_timeout_add (delay, timer_cb, self);
}

static void
changed_cb (GeoatRecovery *self)
{
  if (self->closed)
    return;

  self->changed = TRUE;
  schedule (self, self->failed ? self->retry_delay : self->delay);
}

/* Saved, or undone back to what was saved. */
static void
modified_cb (GeoatRecovery *self)
{
  if (!self->closed && !geoat_document_get_modified (self->document))
    remove_file (self);
}

/* Saving while somebody went on typing: the recovery file is then based on another state of the
 * plan's file. */
static void
busy_cb (GeoatRecovery *self)
{
  if (!geoat_document_get_busy (self->document) && geoat_document_get_modified (self->document))
    changed_cb (self);
}

/* What a thread is about to write might never be written: it is written here. */
static void
geoat_recovery_dispose (GObject *object)
{
  GeoatRecovery *self = GEOAT_RECOVERY (object);

  if (self->document != NULL && !self->closed && (self->changed || self->writing))
    geoat_recovery_flush (self, NULL);
  self->closed = TRUE;
  if (self->file != NULL)
    geoat_recovery_file_close (self->file);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->snapshot, geoat_plan_snapshot_free);
  g_clear_pointer (&self->file, geoat_recovery_file_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (geoat_recovery_parent_class)->dispose (object);
}

static void
geoat_recovery_class_init (GeoatRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = geoat_recovery_dispose;

  /**
   * GeoatRecovery::written:
   * @self: the recovery
   *
   * The recovery file was brought up to date, or removed.
   */
  signals[WRITTEN] = g_signal_new ("written", GEOAT_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  /**
   * GeoatRecovery::failed:
   * @self: the recovery
   * @message: what happened, translated
   *
   * The recovery file cannot be written, on a full disk for example. Told once, until it could be
   * written again; it is tried again every few seconds. The plan itself is unharmed.
   */
  signals[FAILED] = g_signal_new ("failed", GEOAT_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
geoat_recovery_init (GeoatRecovery *self)
{
  self->delay = DELAY;
  self->retry_delay = RETRY_DELAY;
}

/**
 * geoat_recovery_new:
 * @document: a document
 *
 * From now on, changes of the document are in a recovery file at most two seconds later.
 *
 * Returns: (transfer full): the recovery of the document
 */
GeoatRecovery *
geoat_recovery_new (GeoatDocument *document)
{
  g_autoptr (GeoatRecoveryFile) file = NULL;
  GeoatRecovery *self;

  g_return_val_if_fail (GEOAT_IS_DOCUMENT (document), NULL);

  file = geoat_recovery_file_new ();
  self = geoat_recovery_new_for_file (document, file);
  if (geoat_document_get_modified (document))
    changed_cb (self);
  return self;
}

/**
 * geoat_recovery_get_document:
 * @self: a recovery
 *
 * Returns: (transfer none): its document
 */
GeoatDocument *
geoat_recovery_get_document (GeoatRecovery *self)
{
  g_return_val_if_fail (GEOAT_IS_RECOVERY (self), NULL);

  return self->document;
}

/**
 * geoat_recovery_flush:
 * @self: a recovery
 * @error: return location for a #GError
 *
 * Brings the file up to date now and waits for that: when the session ends.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
geoat_recovery_flush (GeoatRecovery *self, GError **error)
{
  Work *work;
  gboolean written;

  g_return_val_if_fail (GEOAT_IS_RECOVERY (self), FALSE);

  if (self->closed || !geoat_document_get_modified (self->document))
    return TRUE;

  work = create_work (self);
  written = write_work (work, error);
  self->changed = !written;
  work_free (work);
  return written;
}

/**
 * geoat_recovery_discard:
 * @self: a recovery
 *
 * The document is closed without saving: what was not saved becomes a saved version, and the
 * recovery file goes. Should the version not be written, the recovery file stays, up to date where
 * that is possible, and is offered at the next start.
 */
void
geoat_recovery_discard (GeoatRecovery *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (GEOAT_IS_RECOVERY (self));

  if (self->closed)
    return;

  if (geoat_document_get_modified (self->document) &&
      !geoat_versions_keep (geoat_document_get_plan (self->document),
                            geoat_document_get_file (self->document), GEOAT_VERSION_DISCARDED, NULL,
                            &error))
    {
      g_message ("%s", error->message);
      geoat_recovery_flush (self, NULL);
    }
  else
    remove_file (self);

  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
}

void
geoat_recovery_set_delays (GeoatRecovery *self, guint delay, guint retry_delay)
{
  self->delay = delay;
  self->retry_delay = retry_delay;
}

GeoatRecovery *
geoat_recovery_new_for_file (GeoatDocument *document, GeoatRecoveryFile *file)
{
  GeoatRecovery *self = g_object_new (GEOAT_TYPE_RECOVERY, NULL);
  GeoatPlan *plan = geoat_document_get_plan (document);

  self->document = g_object_ref (document);
  self->file = geoat_recovery_file_ref (file);
  self->snapshot = geoat_plan_snapshot_new (plan);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
