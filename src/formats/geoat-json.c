/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan itself: for those who work with GEOAT Planner too, or with programs of their own. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-json.h"

#include "geoat-plan-writer.h"

/**
 * geoat_json_export:
 * @plan: the plan
 * @options: not used: the file holds every round
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the plan in its own format. What should not leave has been left out of @plan before.
 *
 * Returns: whether it worked
 */
gboolean
geoat_json_export (GeoatPlan *plan,
                   const GeoatExportOptions *options,
                   GOutputStream *stream,
                   GCancellable *cancellable,
                   GError **error)
{
  return geoat_plan_write (plan, stream, cancellable, error);
}
