/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatMatch:
 *
 * One place in a text of the plan that was found.
 */
#define GEOAT_TYPE_MATCH (geoat_match_get_type ())
G_DECLARE_FINAL_TYPE (GeoatMatch, geoat_match, GEOAT, MATCH, GObject)

GeoatItem *geoat_match_get_item (GeoatMatch *self);   /* none; plan, member, round, entry, action */
GeoatField geoat_match_get_field (GeoatMatch *self);  /* NONE: the reason of a rating */
GeoatRound *geoat_match_get_round (GeoatMatch *self); /* none; of the rating; NULL for a field */
GeoatEntry *geoat_match_get_entry (GeoatMatch *self); /* none; entry or that of the action; NULL */
gsize geoat_match_get_start (GeoatMatch *self);       /* bytes into the text */
gsize geoat_match_get_length (GeoatMatch *self);      /* bytes */
char *geoat_match_get_text (GeoatMatch *self);        /* full; the whole text it is in */
gboolean geoat_match_can_replace (GeoatMatch *self);  /* not in what belongs to a closed round */

/* One line of text around the place, with "…" where it was cut; @start and @length (may be NULL):
 * bytes in it. */
char *geoat_match_get_snippet (GeoatMatch *self, gsize *start, gsize *length); /* full */

G_END_DECLS
