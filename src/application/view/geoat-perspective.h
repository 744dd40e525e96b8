/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-document.h"
#include "geoat-scores.h"

G_BEGIN_DECLS

/**
 * GeoatPerspective:
 *
 * What a window looks at: a document, the round that is shown, the round it is compared with, the
 * scores of the shown round, and today. Every page of a window shares one.
 *
 * Properties: `document` (construct-only), `round` (notify; never NULL; follows the plan: when the
 * last round was shown and another is opened, that one is shown; when the shown one goes, the
 * last), `compare` (notify; a round or NULL; the one before the shown one at first), `scores`
 * (notify; of the shown round), `can-edit` (notify: the shown round is the last: texts and actions
 * can be changed), `can-rate` (notify: and it is open).
 */
#define GEOAT_TYPE_PERSPECTIVE (geoat_perspective_get_type ())
G_DECLARE_FINAL_TYPE (GeoatPerspective, geoat_perspective, GEOAT, PERSPECTIVE, GObject)

GeoatPerspective *geoat_perspective_new (GeoatDocument *document);
GeoatDocument *geoat_perspective_get_document (GeoatPerspective *self);
GeoatPlan *geoat_perspective_get_plan (GeoatPerspective *self);
GeoatHistory *geoat_perspective_get_history (GeoatPerspective *self);
GeoatFramework *geoat_perspective_get_framework (GeoatPerspective *self);
GeoatRound *geoat_perspective_get_round (GeoatPerspective *self);
void geoat_perspective_set_round (GeoatPerspective *self, GeoatRound *round);
GeoatRound *geoat_perspective_get_compare (GeoatPerspective *self);
void geoat_perspective_set_compare (GeoatPerspective *self, GeoatRound *round);
GeoatRound *geoat_perspective_get_round_before (
    GeoatPerspective *self); /* the shown one's predecessor, or NULL */
GeoatScores *geoat_perspective_get_scores (GeoatPerspective *self);
void geoat_perspective_get_today (GeoatPerspective *self, GDate *today);
gboolean geoat_perspective_get_can_edit (GeoatPerspective *self);
gboolean geoat_perspective_get_can_rate (GeoatPerspective *self);
gboolean
geoat_perspective_can_edit_field (GeoatPerspective *self, GeoatItem *item, GeoatField field);

void geoat_perspective_fix_today (const GDate *today);
const char *geoat_perspective_get_screen_language (void);

G_END_DECLS
