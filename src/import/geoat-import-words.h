/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-framework.h"
#include "geoat-field.h"

G_BEGIN_DECLS

/* What a column of a source holds. */
typedef enum
{
  GEOAT_SOURCE_COLUMN_OTHER, /* something that the template does not have */
  GEOAT_SOURCE_COLUMN_INDICATOR,
  GEOAT_SOURCE_COLUMN_ALIGNMENT,
  GEOAT_SOURCE_COLUMN_LEVEL,
  GEOAT_SOURCE_COLUMN_CURRENT_ACTIVITIES,
  GEOAT_SOURCE_COLUMN_ACTIVITY,
  GEOAT_SOURCE_COLUMN_UNITS,
  GEOAT_SOURCE_COLUMN_TIMELINE,
  GEOAT_SOURCE_COLUMN_TARGETS,
  GEOAT_SOURCE_COLUMN_KEY_ELEMENT,
  GEOAT_SOURCE_COLUMN_NUMBER,
  GEOAT_SOURCE_COLUMN_STATUS,
  GEOAT_SOURCE_COLUMN_LEAD,
  GEOAT_SOURCE_COLUMN_START,
  GEOAT_SOURCE_COLUMN_DUE,
  GEOAT_SOURCE_COLUMN_COMPLETED,
  GEOAT_SOURCE_COLUMN_PROGRESS,
  GEOAT_SOURCE_COLUMN_REASON,
  GEOAT_SOURCE_COLUMN_NOTES,
  GEOAT_SOURCE_COLUMN_MEMBER_NAME,
  GEOAT_SOURCE_COLUMN_MEMBER_UNIT,
  GEOAT_SOURCE_COLUMN_MEMBER_ROLE,
  GEOAT_SOURCE_COLUMN_MEAN,
  GEOAT_N_SOURCE_COLUMNS
} GeoatSourceColumn;

typedef struct _GeoatImportWords GeoatImportWords;

GeoatImportWords *geoat_import_words_new (GeoatFramework *framework); /* full */
void geoat_import_words_free (GeoatImportWords *self);

GeoatSourceColumn geoat_import_words_find_column (GeoatImportWords *self, const char *heading);
int geoat_import_words_find_key_element (GeoatImportWords *self, const char *text);
int geoat_import_words_find_heading (GeoatImportWords *self, const char *text);
gboolean
geoat_import_words_is_principle (GeoatImportWords *self, const char *text, gboolean *doubtful);
gboolean geoat_import_words_find_level (GeoatImportWords *self,
                                        const char *text,
                                        GeoatLevel *level,
                                        gboolean *doubtful);
char *geoat_import_words_find_reason (GeoatImportWords *self,
                                      const char *text,
                                      GeoatLevel *level); /* full */
gboolean
geoat_import_words_find_status (GeoatImportWords *self, const char *text, GeoatStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatImportWords, geoat_import_words_free)

G_END_DECLS
