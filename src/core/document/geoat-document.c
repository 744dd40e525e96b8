/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan with its history and its file.
 *
 * How it works: the plan belongs to the main thread. Loading builds one in another thread that
 * nobody else knows yet, and hands it over whole. Saving turns the plan into the bytes of its file
 * first (a few milliseconds for a plan of thousands of indicators), remembers the number of the
 * history's state at that moment, and gives the bytes to another thread; editing may go on. What is
 * on disk afterwards is that state, wherever the history has got to by then. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-document-private.h"
#include "geoat-error.h"
#include "geoat-file-task.h"
#include "geoat-history-private.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-snapshot.h"
#include "geoat-plan-writer.h"
#include "geoat-versions.h"

struct _GeoatDocument
{
  GObject parent_instance;

  GeoatPlan *plan;
  GeoatHistory *history;
  GFile *file;          /* NULL: none yet */
  GeoatFileState state; /* of the file, as it was last read or saved */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (GeoatDocument, geoat_document, G_TYPE_OBJECT)

enum
{
  PROP_PLAN = 1,
  PROP_HISTORY,
  PROP_FILE,
  PROP_MODIFIED,
  PROP_BUSY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  OUTSIDE_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  GeoatPlan *plan;
  GeoatFileState state;
} Load;

/* What is saved, and what of it. */
typedef struct
{
  GFile *file;
  char *path;
  GPtrArray *parts; /* of the file */
  guint64 history_state;
  gboolean own;     /* it is the document's file, which must be as @expected */
  gboolean replace; /* unless what is there is kept first */
  char *plan_id;
  GeoatFileState expected;
  GeoatFileState written;
  gboolean outside_kept;
} Save;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_clear_object (&load->plan);
  g_free (load);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_object (&save->file);
  g_clear_pointer (&save->parts, g_ptr_array_unref);
  g_free (save->path);
  g_free (save->plan_id);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Load *
load_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Load) load = g_new0 (Load, 1);
  g_autofree char *path = geoat_file_get_path (file, error);
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return NULL;

  bytes = geoat_file_read (path, &load->state, cancellable, error);
  if (bytes == NULL)
    return NULL;

  load->plan = geoat_plan_read (bytes, error);
  if (load->plan != NULL)
    return g_steal_pointer (&load);

  name = g_filename_display_basename (path);
  /* Translators: "Could not open “plan.geoat”: " and then why */
  g_prefix_error (error, _ ("Could not open “%s”: "), name);
  return NULL;
}

static void
modified_cb (GeoatDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static GeoatDocument *
new_from_load (GFile *file, Load *load)
{
  GeoatDocument *self = geoat_document_new (load->plan);

  self->file = g_object_ref (file);
  self->state = load->state;
  return self;
}

static void
set_busy (GeoatDocument *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Whether saving there is saving to the document's own file, by whatever name. */
static gboolean
is_own (GeoatDocument *self, GFile *file)
{
  const char *own = self->file == NULL ? NULL : g_file_peek_path (self->file);

  return self->file != NULL && (g_file_equal (self->file, file) ||
                                (own != NULL && geoat_file_is_same (own, g_file_peek_path (file))));
}

/* What there is to save, as it is now; NULL when it cannot be saved there. */
static Save *
save_new (GeoatDocument *self, GFile *file, gboolean overwrite, GError **error)
{
  g_autoptr (Save) save = g_new0 (Save, 1);

  if (self->busy)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PENDING,
                           _ ("The plan is being saved already."));
      return NULL;
    }

  save->file = g_object_ref (file);
  save->path = geoat_file_get_path (file, error);
  if (save->path == NULL)
    return NULL;

  save->parts = geoat_plan_take_parts (self->plan);
  save->history_state = geoat_history_get_state (self->history);
  save->own = is_own (self, file);
  save->replace = overwrite;
  save->plan_id = g_strdup (geoat_item_get_id (GEOAT_ITEM (self->plan)));
  save->expected = self->state;
  return g_steal_pointer (&save);
}

/* What somebody else has written to the document's file becomes a version. From then on the file
 * must be that: what comes later is not known and may not be replaced. */
static gboolean
keep_outside (Save *save, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) problem = NULL;
  GeoatFileState found = { 0 };

  if (geoat_file_is_unchanged (save->path, &save->expected))
    return TRUE;

  content = geoat_file_read (save->path, &found, cancellable, &problem);
  if (content == NULL && g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      save->expected = found;
      return TRUE;
    }
  if (content == NULL ||
      !geoat_versions_keep_outside (save->plan_id, save->file, content, NULL, &problem))
    {
      g_propagate_prefixed_error (error, g_steal_pointer (&problem), "%s ",
                                  /* Translators: and then why */
                                  _ ("What someone else has written to the file cannot be kept, "
                                     "and was not replaced:"));
      return FALSE;
    }

  save->expected = found;
  save->outside_kept = TRUE;
  return TRUE;
}

/* In any thread. */
static gboolean
save_run (Save *save, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_plan_join_parts (save->parts);

  if (save->own && save->replace && !keep_outside (save, cancellable, error))
    return FALSE;

  return geoat_file_write (save->path, GEOAT_FILE_REPLACE, save->own ? &save->expected : NULL,
                           geoat_file_write_bytes, bytes, &save->written, cancellable, error);
}

/* Back in the main thread. What is there now is ours, even if it could not be brought to the disk
 * for certain: only then is the plan not taken for saved. */
static void
save_finish (GeoatDocument *self, const Save *save, gboolean ok)
{
  if (!save->written.exists)
    return;

  if (ok || save->own)
    self->state = save->written;
  if (!ok)
    return;

  if (g_set_object (&self->file, save->file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  geoat_history_mark_saved_state (self->history, save->history_state);
  if (save->outside_kept)
    g_signal_emit (self, signals[OUTSIDE_KEPT], 0);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  Load *load = load_file (data, cancellable, &error);

  if (load != NULL)
    g_task_return_pointer (task, load, load_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (save_run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* @data is the task of the caller. It alone holds the document: the task of the thread may be let
 * go of there last, where a document must not end. */
static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GeoatDocument *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  save_finish (self, g_task_get_task_data (G_TASK (result)), ok);
  set_busy (self, FALSE);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
geoat_document_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  GeoatDocument *self = GEOAT_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, geoat_document_get_modified (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
geoat_document_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  GeoatDocument *self = GEOAT_DOCUMENT (object);

  switch (property_id)
    {
    case PROP_PLAN:
      self->plan = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
geoat_document_constructed (GObject *object)
{
  GeoatDocument *self = GEOAT_DOCUMENT (object);

  G_OBJECT_CLASS (geoat_document_parent_class)->constructed (object);

  self->history = geoat_history_new (self->plan);
  g_signal_connect_object (self->history, "notify::modified", G_CALLBACK (modified_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
geoat_document_finalize (GObject *object)
{
  GeoatDocument *self = GEOAT_DOCUMENT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (geoat_document_parent_class)->finalize (object);
}

static void
geoat_document_class_init (GeoatDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = geoat_document_get_property;
  object_class->set_property = geoat_document_set_property;
  object_class->constructed = geoat_document_constructed;
  object_class->finalize = geoat_document_finalize;

  /**
   * GeoatDocument:plan:
   *
   * The plan.
   */
  properties[PROP_PLAN] =
      g_param_spec_object ("plan", NULL, NULL, GEOAT_TYPE_PLAN,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * GeoatDocument:history:
   *
   * Its history, through which alone it is changed.
   */
  properties[PROP_HISTORY] =
      g_param_spec_object ("history", NULL, NULL, GEOAT_TYPE_HISTORY, read_only);
  /**
   * GeoatDocument:file:
   *
   * Its file; %NULL while it has none.
   */
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, read_only);
  /**
   * GeoatDocument:modified:
   *
   * Whether there is something to save.
   */
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, read_only);
  /**
   * GeoatDocument:busy:
   *
   * Whether it is being saved.
   */
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read_only);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * GeoatDocument::outside-kept:
   *
   * It was saved over what somebody else had written to its file, which is a version of the plan
   * now.
   */
  signals[OUTSIDE_KEPT] = g_signal_new ("outside-kept", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
geoat_document_init (GeoatDocument *self)
{
}

/**
 * geoat_document_new:
 * @plan: a plan that has no file yet
 *
 * Returns: (transfer full): a document with a new history
 */
GeoatDocument *
geoat_document_new (GeoatPlan *plan)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  return g_object_new (GEOAT_TYPE_DOCUMENT, "plan", plan, NULL);
}

/**
 * geoat_document_load:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Opens a plan, all or nothing.
 *
 * Returns: (transfer full): the document; %NULL and a sentence that names file and place otherwise
 */
GeoatDocument *
geoat_document_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (Load) load = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  load = load_file (file, cancellable, error);
  return load != NULL ? new_from_load (file, load) : NULL;
}

/**
 * geoat_document_load_async:
 * @file: a file
 * @cancellable: (nullable): to stop it
 * @callback: (scope async): called when it is done
 * @data: for @callback
 *
 * geoat_document_load() off the main thread.
 */
void
geoat_document_load_async (GFile *file,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, geoat_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

/**
 * geoat_document_load_finish:
 * @result: the result
 * @error: return location for an error
 *
 * Returns: (transfer full): what geoat_document_load() returns
 */
GeoatDocument *
geoat_document_load_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (Load) load = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, geoat_document_load_async), NULL);

  load = g_task_propagate_pointer (G_TASK (result), error);
  return load != NULL ? new_from_load (g_task_get_task_data (G_TASK (result)), load) : NULL;
}

/**
 * geoat_document_get_plan:
 * @self: a document
 *
 * Returns: (transfer none): its plan
 */
GeoatPlan *
geoat_document_get_plan (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), NULL);

  return self->plan;
}

/**
 * geoat_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its history
 */
GeoatHistory *
geoat_document_get_history (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * geoat_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its file; %NULL while it has none
 */
GFile *
geoat_document_get_file (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * geoat_document_get_name:
 * @self: a document
 *
 * What to call it in a title: the name of its file, or the title of the plan while it has none.
 *
 * Returns: (transfer full): the name, never empty
 */
char *
geoat_document_get_name (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), NULL);

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      return g_filename_display_name (name);
    }
  if (*geoat_plan_get_title (self->plan) != '\0')
    return g_strdup (geoat_plan_get_title (self->plan));
  return g_strdup (_ ("New plan"));
}

/**
 * geoat_document_get_modified:
 * @self: a document
 *
 * Returns: whether there is something to save
 */
gboolean
geoat_document_get_modified (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), FALSE);

  return geoat_history_get_modified (self->history);
}

/**
 * geoat_document_get_busy:
 * @self: a document
 *
 * Returns: whether it is being saved
 */
gboolean
geoat_document_get_busy (GeoatDocument *self)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), FALSE);

  return self->busy;
}

/**
 * geoat_document_save:
 * @self: a document
 * @file: (nullable): where to; %NULL is its own file, which it must have
 * @overwrite: whether to save even when someone else has changed its file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Saves the plan atomically and durably; @file is its file from then on. What someone else has
 * written to its own file is replaced with @overwrite only, and not before it has been kept with
 * geoat_versions_keep_outside().
 *
 * Returns: %TRUE when it is saved; otherwise the file is as it was: #GEOAT_ERROR_CHANGED_OUTSIDE
 *   when it is not as it was read or saved last, with @overwrite when it has changed once more, or
 *   any error of geoat_file_read(), geoat_versions_keep_outside() or geoat_file_write()
 */
gboolean
geoat_document_save (
    GeoatDocument *self, GFile *file, gboolean overwrite, GCancellable *cancellable, GError **error)
{
  g_autoptr (Save) save = NULL;
  gboolean ok;

  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (file != NULL || self->file != NULL, FALSE);

  save = save_new (self, file != NULL ? file : self->file, overwrite, error);
  if (save == NULL)
    return FALSE;

  ok = save_run (save, cancellable, error);
  save_finish (self, save, ok);
  return ok;
}

/**
 * geoat_document_save_async:
 * @self: a document
 * @file: (nullable): where to; %NULL is its own file, which it must have
 * @overwrite: whether to save even when someone else has changed its file
 * @cancellable: (nullable): to stop it
 * @callback: (scope async): called when it is done
 * @data: for @callback
 *
 * geoat_document_save() off the main thread, of the plan as it is now. Editing may go on; saving
 * once more before it is done fails with #G_IO_ERROR_PENDING.
 */
void
geoat_document_save_async (GeoatDocument *self,
                           GFile *file,
                           gboolean overwrite,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) thread_task = NULL;
  g_autoptr (GError) error = NULL;
  Save *save;

  g_return_if_fail (GEOAT_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, geoat_document_save_async);
  /* A file that has been replaced has been saved, whatever was asked for after that. */
  g_task_set_check_cancellable (task, FALSE);

  save = save_new (self, file != NULL ? file : self->file, overwrite, &error);
  if (save == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  set_busy (self, TRUE);
  thread_task = g_task_new (NULL, cancellable, save_cb, g_steal_pointer (&task));
  g_task_set_check_cancellable (thread_task, FALSE);
  g_task_set_task_data (thread_task, save, save_free);
  g_task_run_in_thread (thread_task, save_thread);
}

/**
 * geoat_document_save_finish:
 * @self: a document
 * @result: the result
 * @error: return location for an error
 *
 * Returns: what geoat_document_save() returns
 */
gboolean
geoat_document_save_finish (GeoatDocument *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gboolean
write_parts (GOutputStream *stream, gpointer parts, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_plan_join_parts (parts);

  return geoat_file_write_bytes (stream, bytes, cancellable, error);
}

/**
 * geoat_document_save_copy_async:
 * @self: a document
 * @file: where to
 * @cancellable: (nullable): to stop it
 * @callback: (scope async): called when it is done, with a result for geoat_file_write_finish()
 * @data: for @callback
 *
 * Writes a copy of the plan as it is now, over what may be there, off the main thread. The document
 * keeps its own file and what is to be saved.
 */
void
geoat_document_save_copy_async (GeoatDocument *self,
                                GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_return_if_fail (GEOAT_IS_DOCUMENT (self));

  geoat_file_write_async (file, write_parts, geoat_plan_take_parts (self->plan),
                          (GDestroyNotify) g_ptr_array_unref, cancellable, callback, data);
}

/**
 * geoat_document_is_changed_outside:
 * @self: a document
 *
 * Whether the file on disk is not what was last read or saved, or is gone. It costs little while it
 * is: size and time are compared first.
 *
 * Returns: %TRUE when it is not; %FALSE while there is no file, or it is being saved
 */
gboolean
geoat_document_is_changed_outside (GeoatDocument *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (GEOAT_IS_DOCUMENT (self), FALSE);

  if (self->file == NULL || self->busy)
    return FALSE;

  path = g_file_get_path (self->file);
  return path != NULL && !geoat_file_is_unchanged (path, &self->state);
}

GeoatDocument *
geoat_document_new_restored (GeoatPlan *plan, GFile *file, const GeoatFileState *state)
{
  GeoatDocument *self = geoat_document_new (plan);

  g_set_object (&self->file, file);
  self->state = *state;
  geoat_history_mark_unsaved (self->history);
  return self;
}

void
geoat_document_get_file_state (GeoatDocument *self, GeoatFileState *state)
{
  *state = self->state;
}
