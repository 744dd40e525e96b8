/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-import-words.h"

G_BEGIN_DECLS

/**
 * GeoatRowChoice:
 * @GEOAT_ROW_FREE: nobody has said what it is
 * @GEOAT_ROW_HEADINGS: it has the headings of the columns below
 * @GEOAT_ROW_INDICATOR: an indicator begins in it
 * @GEOAT_ROW_ACTIVITY: it is another activity of the indicator above it
 * @GEOAT_ROW_SKIP: it is no indicator
 *
 * What somebody has said that a row of a table is.
 */
typedef enum
{
  GEOAT_ROW_FREE,
  GEOAT_ROW_HEADINGS,
  GEOAT_ROW_INDICATOR,
  GEOAT_ROW_ACTIVITY,
  GEOAT_ROW_SKIP,
} GeoatRowChoice;

/**
 * GeoatImportChoices:
 *
 * What somebody has said about the columns and rows of a file, and what is then not guessed.
 */
typedef struct _GeoatImportChoices GeoatImportChoices;

GeoatImportChoices *geoat_import_choices_new (GeoatFramework *framework); /* full */
void geoat_import_choices_free (GeoatImportChoices *self);

gboolean
geoat_import_choices_add_column (GeoatImportChoices *self, const char *text, GError **error);
gboolean geoat_import_choices_add_rows (GeoatImportChoices *self, const char *text, GError **error);
void
geoat_import_choices_set_column (GeoatImportChoices *self, guint column, GeoatSourceColumn kind);
void geoat_import_choices_set_rows (
    GeoatImportChoices *self, guint first, guint last, GeoatRowChoice choice, int key_element);

gboolean geoat_import_choices_has_columns (const GeoatImportChoices *self);
gboolean geoat_import_choices_get_column (const GeoatImportChoices *self,
                                          guint column,
                                          GeoatSourceColumn *kind);
GeoatRowChoice
geoat_import_choices_get_row (const GeoatImportChoices *self, guint row, int *key_element);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatImportChoices, geoat_import_choices_free)

G_END_DECLS
