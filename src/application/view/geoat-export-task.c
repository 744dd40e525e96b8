/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a plan in another format, in a thread of its own. The plan is a copy that was made for
 * this. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-export-task.h"

#include "geoat-file-task.h"

typedef struct
{
  const GeoatFormat *format;
  GeoatPlan *plan;
  GeoatExportOptions options;
  GDate today;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->plan);
  g_free (export);
}

static gboolean
write_plan (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;

  return export->format->export(export->plan, &export->options, stream, cancellable, error);
}

/**
 * geoat_export_async:
 * @format: a format that can be written
 * @plan: the plan, a copy that nobody else uses until the work has ended
 * @options: the round of @plan, the day, charts, paper
 * @file: where to; a file that is there is replaced when the new one is whole
 * @cancellable: (nullable): to stop it
 * @callback: called when it has ended
 * @data: for @callback
 *
 * Writes @plan in @format; end with geoat_file_write_finish().
 */
void
geoat_export_async (const GeoatFormat *format,
                    GeoatPlan *plan,
                    const GeoatExportOptions *options,
                    GFile *file,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  Export *export;

  g_return_if_fail (format != NULL && format->export != NULL);
  g_return_if_fail (GEOAT_IS_PLAN (plan));

  export = g_new0 (Export, 1);
  export->format = format;
  export->plan = g_object_ref (plan);
  export->today = *options->today;
  export->options = *options;
  export->options.today = &export->today;

  geoat_file_write_async (file, write_plan, export, export_free, cancellable, callback, data);
}
