/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Never a word lost: a file beside the work, at most two seconds behind the typing.
 *
 * How it works: the first change starts a timer of one second; further typing does not put it off.
 * When it fires, a snapshot of the plan is taken (geoat-plan-snapshot.c: that costs next to
 * nothing) and a thread writes it: header, plan, fsync, rename. There is at most one write under
 * way; what changed meanwhile is written right after it. What failed is tried again.
 *
 * Each document has a recovery file of its own, named by chance, and beside it a lock file that the
 * process holds for as long as it runs. The system lets go of the lock when the process ends, in
 * whatever way; so a recovery file whose lock can be had is one that nobody looks after any more.
 */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-recovery-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geoat-document-private.h"
#include "geoat-error.h"
#include "geoat-id.h"
#include "geoat-kept-plan.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-snapshot.h"
#include "geoat-posix.h"
#include "geoat-versions.h"

#define SUFFIX ".recovery"
#define LOCK_SUFFIX ".lock"

#define DELAY 1000
#define REMAINDER_AGE (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)
#define RETRY_DELAY 5000

struct _GeoatRecovery
{
  GObject parent_instance;

  GeoatDocument *document;
  GeoatPlanSnapshot *snapshot;
  char *id;
  char *path;
  guint delay;       /* milliseconds from the first change to the write */
  guint retry_delay; /* milliseconds from a failed write to the next attempt */
  guint timer;
  gboolean changed; /* since the last snapshot */
  gboolean writing; /* a thread is at it */
  gboolean closed;  /* discarded: nothing is written any more */
  gboolean failed;  /* and has been reported */

  /* Shared with the thread that writes. */
  GMutex mutex;
  guint64 taken;   /* number of the last snapshot */
  guint64 written; /* number of the one in the file */
  gboolean exists; /* there is a file */
  int lock;        /* -1: not held */
};

/* One snapshot on its way to the disk. */
typedef struct
{
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
  geoat_kept_plan_clear (&work->kept);
  g_ptr_array_unref (work->parts);
  g_free (work);
}

static char *
get_path (const char *id, const char *suffix)
{
  g_autofree char *folder = geoat_kept_plan_get_folder ("recovery");
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (folder, name, NULL);
}

/* 0 or an errno: EWOULDBLOCK when somebody has it. */
static int
take_lock (const char *id, int *lock)
{
  g_autofree char *folder = geoat_kept_plan_get_folder ("recovery");
  g_autofree char *path = get_path (id, LOCK_SUFFIX);
  int code;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return errno;

  code = geoat_posix_lock (path, lock);
  if (code != 0)
    *lock = -1;
  return code;
}

static void
drop_lock (const char *id, int lock, gboolean remove)
{
  g_autofree char *path = get_path (id, LOCK_SUFFIX);

  geoat_posix_unlock (lock, remove ? path : NULL);
}

static gboolean
is_recovery_name (const char *name, char **id)
{
  if (!g_str_has_suffix (name, SUFFIX))
    return FALSE;

  *id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  if (geoat_id_is_valid (*id) && **id != '.')
    return TRUE;

  g_clear_pointer (id, g_free);
  return FALSE;
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

  g_mutex_lock (&self->mutex);
  work->number = ++self->taken;
  g_mutex_unlock (&self->mutex);
  self->changed = FALSE;
  return work;
}

/* In any thread. A snapshot that comes too late, behind a newer one, is left. */
static gboolean
write_work (GeoatRecovery *self, Work *work, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  int code;

  if (work->number <= self->written)
    return TRUE;

  code = self->lock < 0 ? take_lock (self->id, &self->lock) : 0;
  if (code != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", self->path,
                   g_strerror (code));
      return FALSE;
    }

  if (!geoat_kept_plan_write (&work->kept, GEOAT_KEPT_RECOVERY, work->parts, self->path, error))
    return FALSE;

  self->written = work->number;
  self->exists = TRUE;
  return TRUE;
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_work (source, data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* What is on its way to the disk counts as written: it must not come after this. */
static void
remove_file (GeoatRecovery *self)
{
  gboolean existed;

  g_mutex_lock (&self->mutex);
  self->written = self->taken;
  existed = self->exists;
  if (existed && g_unlink (self->path) != 0 && errno != ENOENT)
    g_message ("%s cannot be removed: %s", self->path, g_strerror (errno));
  self->exists = FALSE;
  g_mutex_unlock (&self->mutex);

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

static void
write_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GeoatRecovery *self = GEOAT_RECOVERY (source);
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  self->writing = FALSE;
  if (self->closed || self->document == NULL)
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
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->writing || !geoat_document_get_modified (self->document))
    return G_SOURCE_REMOVE;

  self->writing = TRUE;
  task = g_task_new (self, NULL, write_cb, NULL);
  g_task_set_source_tag (task, timer_cb);
  g_task_set_task_data (task, create_work (self), (GDestroyNotify) work_free);
  g_task_run_in_thread (task, write_in_thread);
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

static GeoatRecovery *
create (GeoatDocument *document, char *id)
{
  GeoatRecovery *self = g_object_new (GEOAT_TYPE_RECOVERY, NULL);
  GeoatPlan *plan = geoat_document_get_plan (document);

  self->document = g_object_ref (document);
  self->id = id;
  self->path = get_path (id, SUFFIX);
  self->snapshot = geoat_plan_snapshot_new (plan);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
geoat_recovery_dispose (GObject *object)
{
  GeoatRecovery *self = GEOAT_RECOVERY (object);

  if (self->document != NULL && !self->closed && self->changed)
    geoat_recovery_flush (self, NULL);
  self->closed = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->snapshot, geoat_plan_snapshot_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (geoat_recovery_parent_class)->dispose (object);
}

static void
geoat_recovery_finalize (GObject *object)
{
  GeoatRecovery *self = GEOAT_RECOVERY (object);

  if (self->lock >= 0)
    drop_lock (self->id, self->lock, !self->exists);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->id);

  G_OBJECT_CLASS (geoat_recovery_parent_class)->finalize (object);
}

static void
geoat_recovery_class_init (GeoatRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = geoat_recovery_dispose;
  object_class->finalize = geoat_recovery_finalize;

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
  g_mutex_init (&self->mutex);
  self->delay = DELAY;
  self->retry_delay = RETRY_DELAY;
  self->lock = -1;
}

static GeoatRecoveryInfo *
create_info (const char *id, GeoatKeptPlan *kept)
{
  GeoatRecoveryInfo *info = g_new0 (GeoatRecoveryInfo, 1);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (kept->written / G_USEC_PER_SEC);

  info->id = g_strdup (id);
  info->name = g_steal_pointer (&kept->name);
  info->title = g_steal_pointer (&kept->title);
  info->administration = g_steal_pointer (&kept->administration);
  info->file = kept->uri == NULL ? NULL : g_file_new_for_uri (kept->uri);
  info->written = g_date_time_to_local (utc);
  info->n_entries = kept->n_entries;
  info->n_ratings = kept->n_ratings;
  info->n_actions = kept->n_actions;
  if (info->file != NULL)
    {
      g_autofree char *path = g_file_get_path (info->file);

      info->changed_outside = path != NULL && !geoat_file_is_unchanged (path, &kept->based_on);
    }
  return info;
}

/* A file that nobody looks after, with its lock for as long as it is dealt with. FALSE: somebody
 * does, or it is gone. */
static gboolean
open_orphan (const char *id, int *lock, GError **error)
{
  g_autofree char *path = get_path (id, SUFFIX);
  int code = take_lock (id, lock);

  if (code == EWOULDBLOCK)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                         _ ("This plan has been restored in another window."));
  else if (code != 0)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path,
                 g_strerror (code));
  if (code != 0)
    return FALSE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  drop_lock (id, *lock, TRUE);
  *lock = -1;
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                       _ ("This recovery file is not there any more."));
  return FALSE;
}

static GeoatPlan *
read_plan (const char *id, GeoatKeptPlan *kept, GError **error)
{
  g_autofree char *path = get_path (id, SUFFIX);
  g_autoptr (GBytes) bytes = NULL;
  GeoatPlan *plan;

  if (!geoat_kept_plan_read (kept, GEOAT_KEPT_RECOVERY, path, &bytes, error))
    return NULL;

  plan = geoat_plan_read (bytes, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", path);
  return plan;
}

static gboolean
unlink_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("%s cannot be removed: %s"),
               path, g_strerror (errno));
  return FALSE;
}

/* What a write that was killed left, see geoat-file.c: it holds texts of a plan as well. */
static void
remove_remainder (const char *folder, const char *name, gint64 written_before)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (*name == '.' && g_str_has_suffix (name, ".tmp"))
    geoat_posix_remove_stale (path, written_before);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const GeoatRecoveryInfo *first = *(const GeoatRecoveryInfo *const *) a;
  const GeoatRecoveryInfo *second = *(const GeoatRecoveryInfo *const *) b;

  return g_date_time_compare (second->written, first->written);
}

/**
 * geoat_recovery_info_free:
 * @info: (transfer full): what can be restored
 */
void
geoat_recovery_info_free (GeoatRecoveryInfo *info)
{
  g_free (info->id);
  g_free (info->name);
  g_free (info->title);
  g_free (info->administration);
  g_clear_object (&info->file);
  g_date_time_unref (info->written);
  g_free (info);
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
  GeoatRecovery *self;

  g_return_val_if_fail (GEOAT_IS_DOCUMENT (document), NULL);

  self = create (document, geoat_id_generate ());
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
  written = write_work (self, work, error);
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

/**
 * geoat_recovery_list:
 * @problems: (out) (optional) (transfer full) (element-type utf8): a message for each file that is
 *   damaged and was left out
 *
 * What sessions that ended left: for the start. Recovery files that a running program looks after
 * are not in it.
 *
 * Returns: (transfer full) (element-type GeoatRecoveryInfo): what can be restored, newest first
 */
GPtrArray *
geoat_recovery_list (GPtrArray **problems)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_recovery_info_free);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = geoat_kept_plan_get_folder ("recovery");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_auto (GeoatKeptPlan) kept = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int lock;

      remove_remainder (folder, name, (g_get_real_time () - REMAINDER_AGE) * 1000);
      if (!is_recovery_name (name, &id) || !open_orphan (id, &lock, NULL))
        continue;

      if (geoat_kept_plan_read (&kept, GEOAT_KEPT_RECOVERY, path, NULL, &error))
        g_ptr_array_add (list, create_info (id, &kept));
      else
        g_ptr_array_add (messages, g_strdup (error->message));
      drop_lock (id, lock, TRUE);
    }

  g_ptr_array_sort (list, compare_newest_first);
  if (problems != NULL)
    *problems = g_steal_pointer (&messages);
  return list;
}

/**
 * geoat_recovery_restore:
 * @info: one of geoat_recovery_list()
 * @error: return location for a #GError
 *
 * Makes the document again. It is modified and has its file; saving finds out when that was changed
 * meanwhile. The recovery file stays until then.
 *
 * Returns: (transfer full): the recovery of the document, see geoat_recovery_get_document(), or
 *   %NULL; %GEOAT_ERROR_NOT_FOUND when another window has it
 */
GeoatRecovery *
geoat_recovery_restore (const GeoatRecoveryInfo *info, GError **error)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatDocument) document = NULL;
  GeoatRecovery *self;
  int lock;

  g_return_val_if_fail (info != NULL, NULL);

  if (!open_orphan (info->id, &lock, error))
    return NULL;

  plan = read_plan (info->id, &kept, error);
  if (plan == NULL)
    {
      drop_lock (info->id, lock, FALSE);
      return NULL;
    }

  document = geoat_document_new_restored (plan, info->file, &kept.based_on);
  self = create (document, g_strdup (info->id));
  self->lock = lock;
  self->exists = TRUE;
  return self;
}

/**
 * geoat_recovery_decline:
 * @info: one of geoat_recovery_list()
 *
 * It is not to be restored: it becomes a saved version. When that cannot be written, the recovery
 * file stays.
 */
void
geoat_recovery_decline (const GeoatRecoveryInfo *info)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int lock;

  g_return_if_fail (info != NULL);

  if (!open_orphan (info->id, &lock, &error))
    return;

  path = get_path (info->id, SUFFIX);
  plan = read_plan (info->id, &kept, &error);
  if (plan == NULL ||
      !geoat_versions_keep (plan, info->file, GEOAT_VERSION_DISCARDED, info->written, &error) ||
      !unlink_file (path, &error))
    g_message ("%s", error->message);
  drop_lock (info->id, lock, TRUE);
}

/**
 * geoat_recovery_delete:
 * @info: one of geoat_recovery_list()
 * @error: return location for a #GError
 *
 * Deletes it for good.
 *
 * Returns: %FALSE when that was not possible
 */
gboolean
geoat_recovery_delete (const GeoatRecoveryInfo *info, GError **error)
{
  g_autofree char *path = NULL;
  gboolean removed;
  int lock;

  g_return_val_if_fail (info != NULL, FALSE);

  if (!open_orphan (info->id, &lock, error))
    return FALSE;

  path = get_path (info->id, SUFFIX);
  removed = unlink_file (path, error);
  drop_lock (info->id, lock, TRUE);
  return removed;
}

/**
 * geoat_recovery_clear:
 * @error: return location for a #GError
 *
 * Deletes for good all that nobody looks after, damaged files too.
 *
 * Returns: %FALSE when one of them could not be deleted
 */
gboolean
geoat_recovery_clear (GError **error)
{
  g_autofree char *folder = geoat_kept_plan_get_folder ("recovery");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean all = TRUE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int lock;

      remove_remainder (folder, name, G_MAXINT64);
      if (!is_recovery_name (name, &id) || !open_orphan (id, &lock, NULL))
        continue;
      if (!unlink_file (path, all ? error : NULL))
        all = FALSE;
      drop_lock (id, lock, TRUE);
    }

  return all;
}

void
geoat_recovery_set_delays (GeoatRecovery *self, guint delay, guint retry_delay)
{
  self->delay = delay;
  self->retry_delay = retry_delay;
}
