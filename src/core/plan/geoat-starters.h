/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/* The positions of the starter indicators of a key element that are not in @round; of guint. */
GArray *
geoat_starters_list_unused (GeoatPlan *plan, GeoatRound *round, guint key_element); /* full */

G_END_DECLS
