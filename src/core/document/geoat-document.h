/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-history.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatDocument:
 *
 * A plan with its history and its file. Loading and saving run off the main thread, on a snapshot
 * of the plan. Properties: `plan`, `history` (both constant), `file` (GFile, NULL for a new plan),
 * `modified` (notify), `busy` (loading or saving; notify). Signal: `outside-kept`, after a save
 * that replaced what somebody else had written. Errors are whole sentences with the name of the
 * file.
 */
#define GEOAT_TYPE_DOCUMENT (geoat_document_get_type ())
G_DECLARE_FINAL_TYPE (GeoatDocument, geoat_document, GEOAT, DOCUMENT, GObject)

GeoatDocument *geoat_document_new (GeoatPlan *plan); /* a plan that has no file yet */
GeoatDocument *geoat_document_load (GFile *file, GCancellable *cancellable, GError **error);
void geoat_document_load_async (GFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
GeoatDocument *geoat_document_load_finish (GAsyncResult *result, GError **error);

GeoatPlan *geoat_document_get_plan (GeoatDocument *self);
GeoatHistory *geoat_document_get_history (GeoatDocument *self);
GFile *geoat_document_get_file (GeoatDocument *self); /* none; NULL: none yet */
char *geoat_document_get_name (
    GeoatDocument *self); /* for the title: the file's display name, else the plan's title; full */
gboolean geoat_document_get_modified (GeoatDocument *self);
gboolean geoat_document_get_busy (GeoatDocument *self);

/* To @file, or to its own when NULL. Fails with CHANGED_OUTSIDE when the file is not as it was read
 * or saved last, unless @overwrite: what somebody else has written there is then kept among the
 * versions first. Editing may go on meanwhile: `modified` is then still TRUE afterwards. */
gboolean geoat_document_save (GeoatDocument *self,
                              GFile *file,
                              gboolean overwrite,
                              GCancellable *cancellable,
                              GError **error);
void geoat_document_save_async (GeoatDocument *self,
                                GFile *file,
                                gboolean overwrite,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean geoat_document_save_finish (GeoatDocument *self, GAsyncResult *result, GError **error);
/* Writes a copy; the document keeps its file and its modified state. */
void geoat_document_save_copy_async (GeoatDocument *self,
                                     GFile *file,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer data); /* end with geoat_file_write_finish() */

/* TRUE when the file on disk is not what was last read or saved (or is gone). Cheap: for when the
 * window gets the focus. */
gboolean geoat_document_is_changed_outside (GeoatDocument *self);

G_END_DECLS
