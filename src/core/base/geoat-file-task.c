/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a file in a thread of its own: whole, or not at all. Until the work has ended, an
 * application goes on, even without a window: nothing half written is left when it ends. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-file-task.h"

typedef struct
{
  GFile *file;
  GeoatFileWriter writer;
  gpointer data;
  GDestroyNotify free_data;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  if (writing->free_data != NULL)
    writing->free_data (writing->data);
  g_object_unref (writing->file);
  g_free (writing);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Writing *writing = data;
  GError *error = NULL;
  g_autofree char *path = geoat_file_get_path (writing->file, &error);

  if (path != NULL && geoat_file_write (path, GEOAT_FILE_REPLACE, NULL, writing->writer,
                                        writing->data, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
release_cb (GApplication *application)
{
  g_application_release (application);
}

/**
 * geoat_file_write_async:
 * @file: where to; a file that is there is replaced when the new one is whole
 * @writer: writes the content, in another thread
 * @writer_data: for @writer; nobody else uses it until the work has ended
 * @free_writer_data: (nullable): frees @writer_data
 * @cancellable: (nullable): to stop it
 * @callback: (scope async): called when it has ended
 * @data: for @callback
 *
 * geoat_file_write() off the main thread.
 */
void
geoat_file_write_async (GFile *file,
                        GeoatFileWriter writer,
                        gpointer writer_data,
                        GDestroyNotify free_writer_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = NULL;
  GApplication *application = g_application_get_default ();
  Writing *writing;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (writer != NULL);

  writing = g_new0 (Writing, 1);
  writing->file = g_object_ref (file);
  writing->writer = writer;
  writing->data = writer_data;
  writing->free_data = free_writer_data;

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, geoat_file_write_async);
  /* Cancelled or not, what counts is whether the file is there. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, writing, writing_free);
  if (application != NULL)
    {
      g_application_hold (application);
      g_signal_connect_object (task, "notify::completed", G_CALLBACK (release_cb), application,
                               G_CONNECT_SWAPPED);
    }
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * geoat_file_write_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE when the file is there; otherwise nothing has changed
 */
gboolean
geoat_file_write_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, geoat_file_write_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
