/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-file.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/* Private to src/core: what recovery files and saved versions have in common. */

#define GEOAT_KEPT_RECOVERY "geoat-recovery"
#define GEOAT_KEPT_VERSION "geoat-version"

/* What the first line of such a file says of the plan behind it. All texts are owned; NULL: not
 * said. */
typedef struct
{
  char *plan_id;
  char *uri;  /* of the file the plan belongs to */
  char *name; /* what the window called it */
  char *title;
  char *administration;
  char *reason;    /* of a version */
  gint64 written;  /* microseconds since 1970 */
  guint n_entries; /* how much is in it */
  guint n_ratings;
  guint n_actions;
  GeoatFileState based_on; /* the file as it was read or saved last */
} GeoatKeptPlan;

void geoat_kept_plan_clear (GeoatKeptPlan *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GeoatKeptPlan, geoat_kept_plan_clear)

/* Fills in what the plan itself says: id, title, administration. */
void geoat_kept_plan_describe (GeoatKeptPlan *self, GeoatPlan *plan);
/* And the numbers, by going through the plan once. */
void geoat_kept_plan_count (GeoatKeptPlan *self, GeoatPlan *plan);

/* $XDG_STATE_HOME/geoat-planner/NAME */
char *geoat_kept_plan_get_folder (const char *name); /* full */

/* @parts: GBytes that make the plan's file when put one after the other. Private, atomic. Can be
 * called in any thread. */
gboolean geoat_kept_plan_write (const GeoatKeptPlan *self,
                                const char *format,
                                GPtrArray *parts,
                                const char *path,
                                GError **error);
/* @plan (may be NULL) gets the bytes of the plan's file, which are not checked yet but are as they
 * were written. */
gboolean geoat_kept_plan_read (
    GeoatKeptPlan *self, const char *format, const char *path, GBytes **plan, GError **error);

G_END_DECLS
