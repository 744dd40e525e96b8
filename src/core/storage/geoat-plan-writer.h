/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/* Streams the plan in its canonical form. */
gboolean geoat_plan_write (GeoatPlan *plan,
                           GOutputStream *stream,
                           GCancellable *cancellable,
                           GError **error);
GBytes *geoat_plan_to_bytes (GeoatPlan *plan); /* full */

G_END_DECLS
