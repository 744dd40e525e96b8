/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatMove:
 * @GEOAT_MOVE_ROSE: rated in both rounds, higher now
 * @GEOAT_MOVE_FELL: rated in both rounds, lower now
 * @GEOAT_MOVE_NEW: assessed now, not in the earlier round
 * @GEOAT_MOVE_SWITCHED: N/A in one of the two rounds, rated in the other
 * @GEOAT_MOVE_SAME: looked at again, and the same
 * @GEOAT_MOVE_CARRIED: only carried forward, nobody has looked at it yet
 * @GEOAT_MOVE_OPEN: not assessed now
 *
 * What happened to an indicator between two rounds; exactly one of these.
 */
typedef enum
{
  GEOAT_MOVE_ROSE,
  GEOAT_MOVE_FELL,
  GEOAT_MOVE_NEW,
  GEOAT_MOVE_SWITCHED,
  GEOAT_MOVE_SAME,
  GEOAT_MOVE_CARRIED,
  GEOAT_MOVE_OPEN,
} GeoatMove;

GeoatMove geoat_move_get (GeoatEntry *entry, GeoatRound *from, GeoatRound *to);

/* The current activities as they were worded in a round; NULL when nobody knows any more. */
const char *geoat_move_get_wording (GeoatEntry *entry, GeoatRound *round);
/* Whether they are known in both rounds, and differ. */
gboolean geoat_move_changes_wording (GeoatEntry *entry, GeoatRound *from, GeoatRound *to);

G_END_DECLS
