/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-framework.h"
#include "geoat-field.h"

G_BEGIN_DECLS

/* What a column of a source holds. */
typedef enum
{
  GEOAT_COLUMN_OTHER, /* something that the template does not have */
  GEOAT_COLUMN_INDICATOR,
  GEOAT_COLUMN_ALIGNMENT,
  GEOAT_COLUMN_LEVEL,
  GEOAT_COLUMN_CURRENT_ACTIVITIES,
  GEOAT_COLUMN_ACTIVITY,
  GEOAT_COLUMN_UNITS,
  GEOAT_COLUMN_TIMELINE,
  GEOAT_COLUMN_TARGETS,
  GEOAT_COLUMN_KEY_ELEMENT,
  GEOAT_COLUMN_NUMBER,
  GEOAT_COLUMN_STATUS,
  GEOAT_COLUMN_LEAD,
  GEOAT_COLUMN_START,
  GEOAT_COLUMN_DUE,
  GEOAT_COLUMN_COMPLETED,
  GEOAT_COLUMN_PROGRESS,
  GEOAT_COLUMN_REASON,
  GEOAT_COLUMN_NOTES,
  GEOAT_COLUMN_MEMBER_NAME,
  GEOAT_COLUMN_MEMBER_UNIT,
  GEOAT_COLUMN_MEMBER_ROLE,
  GEOAT_COLUMN_MEAN,
  GEOAT_N_COLUMN_KINDS
} GeoatColumnKind;

typedef struct _GeoatWords GeoatWords;

GeoatWords *geoat_words_new (GeoatFramework *framework); /* full */
void geoat_words_free (GeoatWords *self);

GeoatColumnKind geoat_words_find_column (GeoatWords *self, const char *heading);
int geoat_words_find_key_element (GeoatWords *self, const char *text);
int geoat_words_find_heading (GeoatWords *self, const char *text);
gboolean geoat_words_is_principle (GeoatWords *self, const char *text, gboolean *doubtful);
gboolean
geoat_words_find_level (GeoatWords *self, const char *text, GeoatLevel *level, gboolean *doubtful);
char *geoat_words_find_reason (GeoatWords *self, const char *text, GeoatLevel *level); /* full */
gboolean geoat_words_find_status (GeoatWords *self, const char *text, GeoatStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatWords, geoat_words_free)

G_END_DECLS
