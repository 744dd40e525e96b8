/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What ended sessions left, and what becomes of it: restored, declined or deleted. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-recovery-private.h"

#include "geoat-document-private.h"
#include "geoat-plan-reader.h"
#include "geoat-posix.h"
#include "geoat-versions.h"

/* Microseconds after which what looks like a remainder of a write is one. */
#define REMAINDER_AGE (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

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

static GeoatPlan *
read_plan (GeoatRecoveryFile *file, GeoatKeptPlan *kept, GError **error)
{
  const char *path = geoat_recovery_file_get_path (file);
  g_autoptr (GBytes) bytes = NULL;
  GeoatPlan *plan;

  if (!geoat_kept_plan_read (kept, GEOAT_KEPT_RECOVERY, path, &bytes, error))
    return NULL;

  plan = geoat_plan_read (bytes, error);
  if (plan == NULL)
    g_prefix_error (error, "%s: ", path);
  return plan;
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
  g_autofree char *folder = geoat_recovery_file_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_auto (GeoatKeptPlan) kept = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *id = geoat_recovery_file_parse_name (name);
      g_autoptr (GeoatRecoveryFile) file = NULL;

      remove_remainder (folder, name, (g_get_real_time () - REMAINDER_AGE) * 1000);
      file = id == NULL ? NULL : geoat_recovery_file_open (id, NULL);
      if (file == NULL)
        continue;

      if (geoat_kept_plan_read (&kept, GEOAT_KEPT_RECOVERY, geoat_recovery_file_get_path (file),
                                NULL, &error))
        g_ptr_array_add (list, create_info (id, &kept));
      else
        g_ptr_array_add (messages, g_strdup (error->message));
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
  g_autoptr (GeoatRecoveryFile) file = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatDocument) document = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  file = geoat_recovery_file_open (info->id, error);
  if (file == NULL)
    return NULL;
  plan = read_plan (file, &kept, error);
  if (plan == NULL)
    return NULL;

  document = geoat_document_new_restored (plan, info->file, &kept.based_on);
  return geoat_recovery_new_for_file (document, file);
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
  g_autoptr (GeoatRecoveryFile) file = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (info != NULL);

  file = geoat_recovery_file_open (info->id, NULL);
  if (file == NULL)
    return;

  plan = read_plan (file, &kept, &error);
  if (plan == NULL ||
      !geoat_versions_keep (plan, info->file, GEOAT_VERSION_DISCARDED, info->written, &error) ||
      !geoat_recovery_file_remove (file, NULL, &error))
    g_message ("%s", error->message);
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
  g_autoptr (GeoatRecoveryFile) file = NULL;

  g_return_val_if_fail (info != NULL, FALSE);

  file = geoat_recovery_file_open (info->id, error);
  return file != NULL && geoat_recovery_file_remove (file, NULL, error);
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
  g_autofree char *folder = geoat_recovery_file_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean all = TRUE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = geoat_recovery_file_parse_name (name);
      g_autoptr (GeoatRecoveryFile) file = NULL;

      remove_remainder (folder, name, G_MAXINT64);
      file = id == NULL ? NULL : geoat_recovery_file_open (id, NULL);
      if (file != NULL && !geoat_recovery_file_remove (file, NULL, all ? error : NULL))
        all = FALSE;
    }

  return all;
}
