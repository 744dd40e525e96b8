/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-level.h"

G_BEGIN_DECLS

/**
 * GeoatRating:
 *
 * The level given to an entry in one round, with what was said about it. Immutable and shared by
 * reference counting: a change of a rating is another rating.
 */
typedef struct _GeoatRating GeoatRating;

#define GEOAT_TYPE_RATING (geoat_rating_get_type ())
GType geoat_rating_get_type (void) G_GNUC_CONST;

GeoatRating *geoat_rating_new (GeoatLevel level, const char *reason, gboolean carried);
GeoatRating *geoat_rating_ref (GeoatRating *self);
void geoat_rating_unref (GeoatRating *self);

/* Copies with one thing changed; unknown members of the file are kept. */
GeoatRating *geoat_rating_with_level (const GeoatRating *self,
                                      GeoatLevel level); /* no longer carried */
GeoatRating *geoat_rating_with_reason (const GeoatRating *self,
                                       const char *reason); /* no longer carried */
GeoatRating *geoat_rating_with_carried (const GeoatRating *self, gboolean carried);
GeoatRating *geoat_rating_with_wording (const GeoatRating *self,
                                        const char *indicator,
                                        const char *current_activities);

GeoatLevel geoat_rating_get_level (const GeoatRating *self);
const char *geoat_rating_get_reason (const GeoatRating *self); /* "" when none */
gboolean geoat_rating_get_carried (const GeoatRating *self);
const char *
geoat_rating_get_indicator (const GeoatRating *self); /* wording at closing; NULL when not kept */
const char *geoat_rating_get_current_activities (const GeoatRating *self); /* the same */
gboolean geoat_rating_equal (const GeoatRating *a, const GeoatRating *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatRating, geoat_rating_unref)

G_END_DECLS
