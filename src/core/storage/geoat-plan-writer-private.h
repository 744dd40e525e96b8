/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan-writer.h"

G_BEGIN_DECLS

/* For geoat-plan-snapshot.c: the file of a plan in pieces. Head, the entries with commas between
 * them, and tail put together are what geoat_plan_to_bytes() gives. */
void geoat_plan_frame_to_bytes (GeoatPlan *plan, GBytes **head, GBytes **tail); /* full */
GBytes *geoat_plan_entry_to_bytes (GeoatEntry *entry);                          /* full */

G_END_DECLS
