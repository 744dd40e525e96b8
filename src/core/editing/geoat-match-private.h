/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-match.h"

G_BEGIN_DECLS

/* For GeoatFind only. */
GeoatMatch *geoat_match_new (
    GeoatItem *item, GeoatField field, GeoatRound *round, gsize start, gsize length); /* full */

/* The text of a field, or with NONE the reason of the rating in @round. */
const char *geoat_match_peek_text (GeoatItem *item, GeoatField field, GeoatRound *round);

G_END_DECLS
