/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-field.h"
#include "geoat-framework.h"

G_BEGIN_DECLS

/* The eight columns of the template and the fields behind them. */
#define GEOAT_COLUMN_LEVEL 2
#define GEOAT_FIRST_ACTION_COLUMN 4

/* NONE for the level, which belongs to a round. */
static inline GeoatField
geoat_template_column_get_field (guint column)
{
  static const GeoatField fields[GEOAT_N_COLUMNS] = {
    GEOAT_FIELD_INDICATOR,          GEOAT_FIELD_ALIGNMENT, GEOAT_FIELD_NONE,
    GEOAT_FIELD_CURRENT_ACTIVITIES, GEOAT_FIELD_ACTIVITY,  GEOAT_FIELD_UNITS,
    GEOAT_FIELD_TIMELINE,           GEOAT_FIELD_TARGETS,
  };

  return fields[column];
}

G_END_DECLS
