/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a plan in another format, in a thread of its own. The plan is a copy that was made for
 * this; the file is put in its place whole, or not at all: see geoat_file_write(). */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-export-task.h"

#include "geoat-file.h"

typedef struct
{
  const GeoatFormat *format;
  GeoatPlan *plan;
  GeoatExportOptions options;
  GDate today;
  char *path;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->plan);
  g_free (export->path);
  g_free (export);
}

static gboolean
write_plan (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;

  return export->format->export(export->plan, &export->options, stream, cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Export *export = data;
  GError *error = NULL;

  if (geoat_file_write (export->path, GEOAT_FILE_REPLACE, NULL, write_plan, export, NULL,
                        cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * geoat_export_async:
 * @format: a format that can be written
 * @plan: the plan, a copy that nobody else uses until the work has ended
 * @options: the round of @plan, the day, charts, paper
 * @path: the file; one that is there is replaced when the new one is whole
 * @cancellable: (nullable): to stop it
 * @callback: called when it has ended
 * @data: for @callback
 *
 * Writes @plan in @format.
 */
void
geoat_export_async (const GeoatFormat *format,
                    GeoatPlan *plan,
                    const GeoatExportOptions *options,
                    const char *path,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Export *export;

  g_return_if_fail (format != NULL && format->export != NULL);
  g_return_if_fail (GEOAT_IS_PLAN (plan));
  g_return_if_fail (path != NULL);

  export = g_new0 (Export, 1);
  export->format = format;
  export->plan = g_object_ref (plan);
  export->path = g_strdup (path);
  export->today = *options->today;
  export->options = *options;
  export->options.today = &export->today;

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, geoat_export_async);
  /* Cancelled or not, what counts is whether the file is there. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, export, (GDestroyNotify) export_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * geoat_export_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE when the file is there; otherwise nothing has changed
 */
gboolean
geoat_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, geoat_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
