/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last saved versions of each plan, in the state folder of the user.
 *
 * How it works: each plan in each file has a folder, named by a hash of both, so that no name of a
 * file shows there and two copies of a plan do not mix. In it each version is one file, see
 * geoat-kept-plan.c, named by the time it was written: the names alone tell order and age. After
 * each new one the oldest go: over ten in its folder, then over the size of all folders, but never
 * the one just written.
 *
 * What somebody else had written to the file when it was saved over may be nowhere else. It is kept
 * byte for byte, be it a plan or not, its name tells what it is, and for thirty days nothing pushes
 * it out. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-versions.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file-task.h"
#include "geoat-kept-plan.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-snapshot.h"
#include "geoat-posix.h"

#define SUFFIX ".version"
#define OUTSIDE_SUFFIX ".outside" SUFFIX

static const char *const reasons[] = { "saved", "autosaved", "discarded", "replaced", "outside" };

/* A file in one of the folders, known by its name only. */
typedef struct
{
  char *path;
  gint64 written; /* microseconds since 1970 */
  guint64 size;
  gboolean outside;
} VersionFile;

/* What a thread needs to keep a version. */
typedef struct
{
  GeoatKeptPlan kept;
  GPtrArray *parts; /* of the plan's file */
  GeoatVersionReason reason;
} Work;

static void
version_file_free (VersionFile *self)
{
  g_free (self->path);
  g_free (self);
}

static void
work_free (Work *self)
{
  geoat_kept_plan_clear (&self->kept);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static char *
get_plan_folder (const char *plan_id, const char *uri)
{
  g_autofree char *base = geoat_kept_plan_get_folder ("versions");
  g_autofree char *both = g_strconcat (plan_id, "\n", uri, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  hash[32] = '\0';
  return g_build_filename (base, hash, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const VersionFile *first = *(const VersionFile *const *) a;
  const VersionFile *second = *(const VersionFile *const *) b;

  return first->written > second->written ? -1 : first->written < second->written;
}

static void
scan_folder (const char *folder, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      VersionFile *file;
      GStatBuf info;
      char *end;
      gint64 written = g_ascii_strtoll (name, &end, 10);
      g_autofree char *path = NULL;

      if (end == name || (!g_str_equal (end, SUFFIX) && !g_str_equal (end, OUTSIDE_SUFFIX)))
        continue;
      path = g_build_filename (folder, name, NULL);
      if (g_lstat (path, &info) != 0)
        continue;

      file = g_new0 (VersionFile, 1);
      file->path = g_steal_pointer (&path);
      file->written = written;
      file->size = (guint64) info.st_size;
      file->outside = g_str_equal (end, OUTSIDE_SUFFIX);
      g_ptr_array_add (files, file);
    }
}

/* Those in one folder, or with NULL in all of them; newest first. */
static GPtrArray *
scan (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) version_file_free);

  if (folder != NULL)
    scan_folder (folder, files);
  else
    {
      g_autofree char *base = geoat_kept_plan_get_folder ("versions");
      g_autoptr (GDir) dir = g_dir_open (base, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (base, name, NULL);

          scan_folder (path, files);
        }
    }

  g_ptr_array_sort (files, compare_newest_first);
  return files;
}

/* The folder goes when its last version does. */
static gboolean
remove_file (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_unlink (path) != 0 && errno != ENOENT)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _ ("%s cannot be removed: %s"),
                   path, g_strerror (errno));
      return FALSE;
    }

  g_rmdir (folder);
  return TRUE;
}

static gboolean
must_stay (const VersionFile *file, gint64 now)
{
  return file->outside && now - file->written < GEOAT_VERSIONS_OUTSIDE_DAYS * G_TIME_SPAN_DAY;
}

static void
remove_oldest (const char *folder, const char *newest, gint64 now)
{
  g_autoptr (GPtrArray) files = scan (folder);
  g_autoptr (GPtrArray) all = NULL;
  guint n_files = 0;
  guint64 size = 0;

  for (guint i = 0; i < files->len; i++)
    {
      VersionFile *file = g_ptr_array_index (files, i);

      if (!must_stay (file, now) && ++n_files > GEOAT_VERSIONS_MAX)
        remove_file (file->path, NULL);
    }

  all = scan (NULL);
  for (guint i = 0; i < all->len; i++)
    {
      VersionFile *file = g_ptr_array_index (all, i);

      size += file->size;
      if (size > GEOAT_VERSIONS_MAX_SIZE && !g_str_equal (file->path, newest) &&
          !must_stay (file, now))
        {
          size -= file->size;
          remove_file (file->path, NULL);
        }
    }
}

static gboolean
is_same (const VersionFile *file, GBytes *plan)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  g_autoptr (GBytes) other = NULL;

  return geoat_kept_plan_read (&kept, GEOAT_KEPT_VERSION, file->path, &other, NULL) &&
         g_bytes_equal (plan, other);
}

/* Reads and writes nothing but the state folder: runs in any thread. */
static gboolean
keep (Work *work, GError **error)
{
  g_autofree char *folder =
      get_plan_folder (work->kept.plan_id, work->kept.uri == NULL ? "" : work->kept.uri);
  g_autoptr (GPtrArray) files = scan (folder);
  g_autoptr (GBytes) bytes = NULL;
  const gboolean outside = work->reason == GEOAT_VERSION_OUTSIDE;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  bytes = geoat_plan_join_parts (work->parts);
  if (files->len > 0)
    {
      VersionFile *newest = g_ptr_array_index (files, 0);
      gint64 age = ABS (work->kept.written - newest->written);

      if (work->reason == GEOAT_VERSION_AUTOSAVED &&
          age < GEOAT_VERSIONS_AUTOMATIC_INTERVAL * G_USEC_PER_SEC)
        return TRUE;
      /* The same text, but as somebody else's it stays longer and is called so. */
      if ((newest->outside || !outside) && is_same (newest, bytes))
        return TRUE;
      /* A clock that was put back must not make the new one the oldest. */
      work->kept.written = MAX (work->kept.written, newest->written + 1);
    }

  name = g_strdup_printf ("%020" G_GINT64_FORMAT "%s", work->kept.written,
                          outside ? OUTSIDE_SUFFIX : SUFFIX);
  path = g_build_filename (folder, name, NULL);
  if (!geoat_kept_plan_write (&work->kept, GEOAT_KEPT_VERSION, work->parts, path, error))
    return FALSE;

  remove_oldest (folder, path, work->kept.written);
  return TRUE;
}

/* Without what is to be kept. */
static Work *
create_work (GFile *file, GeoatVersionReason reason, GDateTime *now)
{
  Work *work = g_new0 (Work, 1);

  work->kept.uri = file == NULL ? NULL : g_file_get_uri (file);
  work->kept.reason = g_strdup (reasons[reason]);
  work->kept.written =
      now == NULL ? g_get_real_time ()
                  : g_date_time_to_unix (now) * G_USEC_PER_SEC + g_date_time_get_microsecond (now);
  work->reason = reason;
  return work;
}

static Work *
create_plan_work (GeoatPlan *plan, GFile *file, GeoatVersionReason reason, GDateTime *now)
{
  Work *work = create_work (file, reason, now);

  geoat_kept_plan_describe (&work->kept, plan);
  geoat_kept_plan_count (&work->kept, plan);
  work->parts = geoat_plan_take_parts (plan);
  return work;
}

static void
keep_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (keep (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GeoatVersionReason
parse_reason (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (text, reasons[i]) == 0)
      return (GeoatVersionReason) i;

  return GEOAT_VERSION_SAVED;
}

static GeoatVersion *
load_version (const VersionFile *file, GError **error)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  GeoatVersion *version;
  g_autoptr (GDateTime) utc = NULL;

  if (!geoat_kept_plan_read (&kept, GEOAT_KEPT_VERSION, file->path, NULL, error))
    return NULL;

  utc = g_date_time_new_from_unix_utc (kept.written / G_USEC_PER_SEC);
  version = g_new0 (GeoatVersion, 1);
  version->path = g_strdup (file->path);
  version->plan_id = g_steal_pointer (&kept.plan_id);
  version->file = kept.uri == NULL ? NULL : g_file_new_for_uri (kept.uri);
  version->title = g_steal_pointer (&kept.title);
  version->administration = g_steal_pointer (&kept.administration);
  version->written = g_date_time_to_local (utc);
  version->reason = parse_reason (kept.reason);
  version->size = file->size;
  version->n_entries = kept.n_entries;
  version->n_ratings = kept.n_ratings;
  version->n_actions = kept.n_actions;
  return version;
}

static GPtrArray *
scan_for (GeoatPlan *plan, GFile *file)
{
  g_autofree char *uri = file == NULL ? g_strdup ("") : g_file_get_uri (file);
  g_autofree char *folder =
      plan == NULL ? NULL : get_plan_folder (geoat_item_get_id (GEOAT_ITEM (plan)), uri);

  return scan (folder);
}

/**
 * geoat_version_free:
 * @version: (transfer full): a version
 */
void
geoat_version_free (GeoatVersion *version)
{
  g_free (version->path);
  g_free (version->plan_id);
  g_clear_object (&version->file);
  g_free (version->title);
  g_free (version->administration);
  g_date_time_unref (version->written);
  g_free (version);
}

/**
 * geoat_versions_keep:
 * @plan: a plan, as it was saved
 * @file: (nullable): the file that it was saved in
 * @reason: why
 * @now: (nullable): the time, %NULL: the present
 * @error: return location for a #GError
 *
 * Keeps the plan as a version, unless the newest one is the same, or it is an automatic one less
 * than ten minutes after the newest. The oldest versions go when there are more than ten of this
 * plan in this file, or more than 50 MiB of all plans; what geoat_versions_keep_outside() has kept
 * in the last thirty days stays.
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
geoat_versions_keep (
    GeoatPlan *plan, GFile *file, GeoatVersionReason reason, GDateTime *now, GError **error)
{
  Work *work;
  gboolean kept;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), FALSE);

  work = create_plan_work (plan, file, reason, now);
  kept = keep (work, error);
  work_free (work);
  return kept;
}

/**
 * geoat_versions_keep_async:
 * @plan: a plan, as it was saved
 * @file: (nullable): the file that it was saved in
 * @reason: why
 * @now: (nullable): the time, %NULL: the present
 * @callback: (nullable): called when it is done
 * @data: for @callback
 *
 * The same as geoat_versions_keep(), written in a thread; the plan may change meanwhile.
 */
void
geoat_versions_keep_async (GeoatPlan *plan,
                           GFile *file,
                           GeoatVersionReason reason,
                           GDateTime *now,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_return_if_fail (GEOAT_IS_PLAN (plan));

  g_task_set_source_tag (task, geoat_versions_keep_async);
  g_task_set_task_data (task, create_plan_work (plan, file, reason, now),
                        (GDestroyNotify) work_free);
  g_task_run_in_thread (task, keep_in_thread);
}

/**
 * geoat_versions_keep_finish:
 * @result: the result
 * @error: return location for a #GError
 *
 * Returns: %FALSE when it could not be written
 */
gboolean
geoat_versions_keep_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * geoat_versions_keep_outside:
 * @plan_id: id of the plan that is about to replace it
 * @file: the file
 * @content: what is in the file, or was: a plan, a part of one, or anything else
 * @now: (nullable): the time, %NULL: the present
 * @error: return location for a #GError
 *
 * Keeps what somebody else has written to the file of a plan, byte for byte, as a version of that
 * plan, and for thirty days at least. Nothing is kept of an empty file. Can be called in any
 * thread.
 *
 * Returns: %FALSE when it could not be written, or is more than 50 MiB: #GEOAT_ERROR_TOO_LARGE
 */
gboolean
geoat_versions_keep_outside (
    const char *plan_id, GFile *file, GBytes *content, GDateTime *now, GError **error)
{
  g_autoptr (GeoatPlan) plan = NULL;
  Work *work;
  gboolean kept;

  g_return_val_if_fail (plan_id != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  if (g_bytes_get_size (content) == 0)
    return TRUE;
  if (g_bytes_get_size (content) > GEOAT_VERSIONS_MAX_SIZE)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                           _ ("it is larger than 50 MB"));
      return FALSE;
    }

  work = create_work (file, GEOAT_VERSION_OUTSIDE, now);
  plan = geoat_plan_read (content, NULL);
  if (plan != NULL)
    {
      geoat_kept_plan_describe (&work->kept, plan);
      geoat_kept_plan_count (&work->kept, plan);
    }
  /* Somebody may have put another plan there: it belongs to the one that takes its place. */
  g_free (work->kept.plan_id);
  work->kept.plan_id = g_strdup (plan_id);
  work->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (work->parts, g_bytes_ref (content));

  kept = keep (work, error);
  work_free (work);
  return kept;
}

/* What a write that was killed left, see geoat-file.c: it holds texts of a plan as well. */
static void
remove_remainders (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name == '.' && g_str_has_suffix (name, ".tmp"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        geoat_posix_remove_stale (path, G_MAXINT64);
      }
}

/**
 * geoat_versions_list:
 * @plan: (nullable): a plan; %NULL: the versions of all plans
 * @file: (nullable): its file
 * @problems: (out) (optional) (transfer full) (element-type utf8): a message for each file that is
 *   damaged and was left out
 *
 * Returns: (transfer full) (element-type GeoatVersion): the versions, newest first
 */
GPtrArray *
geoat_versions_list (GeoatPlan *plan, GFile *file, GPtrArray **problems)
{
  g_autoptr (GPtrArray) files = scan_for (plan, file);
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_version_free);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (GError) error = NULL;
      GeoatVersion *version = load_version (g_ptr_array_index (files, i), &error);

      if (version != NULL)
        g_ptr_array_add (versions, version);
      else
        g_ptr_array_add (messages, g_strdup (error->message));
    }

  if (problems != NULL)
    *problems = g_steal_pointer (&messages);
  return versions;
}

/**
 * geoat_version_read:
 * @version: a version
 * @error: return location for a #GError
 *
 * Reads it: to look at, or for geoat_history_restore().
 *
 * Returns: (transfer full): the plan as it was, or %NULL
 */
GeoatPlan *
geoat_version_read (const GeoatVersion *version, GError **error)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  GeoatPlan *plan;

  g_return_val_if_fail (version != NULL, NULL);

  if (!geoat_kept_plan_read (&kept, GEOAT_KEPT_VERSION, version->path, &bytes, error))
    return NULL;

  plan = geoat_plan_read (bytes, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", version->path);
  return plan;
}

static gboolean
write_kept (GOutputStream *stream, gpointer path, GCancellable *cancellable, GError **error)
{
  g_auto (GeoatKeptPlan) kept = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  return geoat_kept_plan_read (&kept, GEOAT_KEPT_VERSION, path, &bytes, error) &&
         geoat_file_write_bytes (stream, bytes, cancellable, error);
}

/**
 * geoat_version_save_copy_async:
 * @version: a version
 * @file: where to
 * @callback: (scope async): called when it is done, with a result for geoat_file_write_finish()
 * @data: for @callback
 *
 * Writes what was kept to a file of its own, byte for byte, over what may be there, off the main
 * thread: the way out for a version that the plan cannot be turned into.
 */
void
geoat_version_save_copy_async (const GeoatVersion *version,
                               GFile *file,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (version != NULL);

  geoat_file_write_async (file, write_kept, g_strdup (version->path), g_free, NULL, callback, data);
}

/**
 * geoat_versions_clear:
 * @plan: (nullable): a plan; %NULL: all plans
 * @file: (nullable): its file
 * @error: return location for a #GError
 *
 * Deletes the versions for good.
 *
 * Returns: %FALSE when one of them could not be deleted; the others are gone all the same
 */
gboolean
geoat_versions_clear (GeoatPlan *plan, GFile *file, GError **error)
{
  g_autoptr (GPtrArray) files = scan_for (plan, file);
  gboolean all = TRUE;

  for (guint i = 0; i < files->len; i++)
    {
      const VersionFile *version = g_ptr_array_index (files, i);
      g_autofree char *folder = g_path_get_dirname (version->path);

      remove_remainders (folder);
      if (!remove_file (version->path, all ? error : NULL))
        all = FALSE;
    }

  return all;
}

/**
 * geoat_versions_get_size:
 *
 * Returns: bytes on disk of all versions of all plans
 */
guint64
geoat_versions_get_size (void)
{
  g_autoptr (GPtrArray) files = scan (NULL);
  guint64 size = 0;

  for (guint i = 0; i < files->len; i++)
    size += ((VersionFile *) g_ptr_array_index (files, i))->size;

  return size;
}
