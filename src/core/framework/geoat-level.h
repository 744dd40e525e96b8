/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define GEOAT_LEVEL_MAX 5
#define GEOAT_N_LEVELS (GEOAT_LEVEL_MAX + 1)

/**
 * GeoatLevel:
 * @GEOAT_LEVEL_NOT_ASSESSED: nobody has rated the indicator in this round
 * @GEOAT_LEVEL_NOT_APPLICABLE: N/A, the indicator is not relevant to the administration
 * @GEOAT_LEVEL_0: Non-existent: a real result
 * @GEOAT_LEVEL_1: Ad hoc arrangements
 * @GEOAT_LEVEL_2: Beginning implementation
 * @GEOAT_LEVEL_3: Moderate implementation
 * @GEOAT_LEVEL_4: Advanced implementation
 * @GEOAT_LEVEL_5: Full implementation
 *
 * A value of the GEOAT evaluation scale, or none. A level from 0 to 5 has its own number as value.
 */
typedef enum
{
  GEOAT_LEVEL_NOT_ASSESSED = -2,
  GEOAT_LEVEL_NOT_APPLICABLE = -1,
  GEOAT_LEVEL_0 = 0,
  GEOAT_LEVEL_1,
  GEOAT_LEVEL_2,
  GEOAT_LEVEL_3,
  GEOAT_LEVEL_4,
  GEOAT_LEVEL_5,
} GeoatLevel;

#define GEOAT_TYPE_LEVEL (geoat_level_get_type ())
GType geoat_level_get_type (void) G_GNUC_CONST;

gboolean geoat_level_is_valid (int level);
gboolean geoat_level_is_rated (GeoatLevel level);
const char *geoat_level_to_string (GeoatLevel level);
gboolean geoat_level_from_string (const char *text, GeoatLevel *level);
const char *geoat_level_get_mark (GeoatLevel level);

G_END_DECLS
