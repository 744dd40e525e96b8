/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

#define GEOAT_VERSIONS_MAX 10                                   /* of one plan in one file */
#define GEOAT_VERSIONS_MAX_SIZE (G_GUINT64_CONSTANT (50) << 20) /* bytes, of all plans together */
#define GEOAT_VERSIONS_AUTOMATIC_INTERVAL 600                   /* seconds */
#define GEOAT_VERSIONS_OUTSIDE_DAYS 30                          /* that other people's text stays */

/**
 * GeoatVersionReason:
 * @GEOAT_VERSION_SAVED: somebody saved
 * @GEOAT_VERSION_AUTOSAVED: saved automatically: kept when the newest version is ten minutes old
 * @GEOAT_VERSION_DISCARDED: not saved: what a window was closed with
 * @GEOAT_VERSION_REPLACED: not saved: what was there before the file was reloaded
 * @GEOAT_VERSION_OUTSIDE: what somebody else had written to the file before it was saved over
 *
 * How a version came about.
 */
typedef enum
{
  GEOAT_VERSION_SAVED,
  GEOAT_VERSION_AUTOSAVED,
  GEOAT_VERSION_DISCARDED,
  GEOAT_VERSION_REPLACED,
  GEOAT_VERSION_OUTSIDE,
} GeoatVersionReason;

/**
 * GeoatVersion:
 * @path: where it is kept
 * @plan_id: id of the plan
 * @file: the file that it was saved in; %NULL when the plan had none
 * @title: the plan's title; %NULL when what somebody else wrote cannot be read as a plan
 * @administration: the administration
 * @written: when, local time
 * @reason: why
 * @size: bytes on disk
 * @n_entries: indicators in it
 * @n_ratings: ratings in its last round
 * @n_actions: actions in it
 *
 * One saved version of a plan. They are in the state folder of the user, private (0600).
 */
typedef struct
{
  char *path;
  char *plan_id;
  GFile *file;
  char *title;
  char *administration;
  GDateTime *written;
  GeoatVersionReason reason;
  guint64 size;
  guint n_entries;
  guint n_ratings;
  guint n_actions;
} GeoatVersion;

void geoat_version_free (GeoatVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatVersion, geoat_version_free)

/* After each save. @now is local time, NULL: the present. TRUE as well when nothing had to be kept:
 * the newest version is the same, or it is too early for an automatic one. The asynchronous form
 * takes its snapshot at once and writes in a thread. */
gboolean geoat_versions_keep (
    GeoatPlan *plan, GFile *file, GeoatVersionReason reason, GDateTime *now, GError **error);
void geoat_versions_keep_async (GeoatPlan *plan,
                                GFile *file,
                                GeoatVersionReason reason,
                                GDateTime *now,
                                GAsyncReadyCallback callback,
                                gpointer data);
gboolean geoat_versions_keep_finish (GAsyncResult *result, GError **error);

/* What somebody else has written to @file, before it is replaced. Can be called in any thread. */
gboolean geoat_versions_keep_outside (
    const char *plan_id, GFile *file, GBytes *content, GDateTime *now, GError **error);

/* Newest first. @plan NULL: those of all plans. @problems (may be NULL) gets a message for each
 * file that is damaged. */
GPtrArray *geoat_versions_list (GeoatPlan *plan, GFile *file, GPtrArray **problems); /* full */
GeoatPlan *geoat_version_read (const GeoatVersion *version, GError **error);         /* full */
void geoat_version_save_copy_async (const GeoatVersion *version,
                                    GFile *file,
                                    GAsyncReadyCallback callback,
                                    gpointer data); /* end with geoat_file_write_finish() */

/* @plan NULL: those of all plans. */
gboolean geoat_versions_clear (GeoatPlan *plan, GFile *file, GError **error);
guint64 geoat_versions_get_size (void); /* bytes on disk of all of them */

G_END_DECLS
