/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-template-column.h"

G_BEGIN_DECLS

/* What a column of a source holds: a #GeoatField, or one of these. */
typedef int GeoatSourceColumn;
enum
{
  GEOAT_SOURCE_COLUMN_OTHER = GEOAT_FIELD_NONE, /* something that the template does not have */
  GEOAT_SOURCE_COLUMN_LEVEL = GEOAT_N_FIELDS,
  GEOAT_SOURCE_COLUMN_NUMBER,
  GEOAT_SOURCE_COLUMN_REASON,
  GEOAT_SOURCE_COLUMN_MEAN,
  GEOAT_SOURCE_COLUMN_SCOPE, /* of a score */
  GEOAT_N_SOURCE_COLUMNS
};

/* What one of the eight columns of the template holds. */
static inline GeoatSourceColumn
geoat_source_column_of_template (guint column)
{
  return column == GEOAT_COLUMN_LEVEL ? (int) GEOAT_SOURCE_COLUMN_LEVEL
                                      : (int) geoat_template_column_get_field (column);
}

/* Which of the eight columns it is, from 0; -1: none of them. */
static inline int
geoat_source_column_get_position (GeoatSourceColumn kind)
{
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (geoat_source_column_of_template (i) == kind)
      return (int) i;
  return -1;
}

/* Whether it is one of an activity. */
static inline gboolean
geoat_source_column_is_of_action (GeoatSourceColumn kind)
{
  return kind > GEOAT_BEFORE_ACTION_FIELDS && kind < GEOAT_AFTER_ACTION_FIELDS;
}

/**
 * GeoatHeadingMatch:
 * @GEOAT_HEADING_NONE: it is no heading that we know
 * @GEOAT_HEADING_GUESSED: it is like one, or has words of one
 * @GEOAT_HEADING_PARTLY: it is one, and says something else beside
 * @GEOAT_HEADING_WHOLE: it is one
 *
 * How sure it is what a heading heads.
 */
typedef enum
{
  GEOAT_HEADING_NONE,
  GEOAT_HEADING_GUESSED,
  GEOAT_HEADING_PARTLY,
  GEOAT_HEADING_WHOLE,
} GeoatHeadingMatch;

typedef struct _GeoatImportWords GeoatImportWords;

GeoatImportWords *geoat_import_words_new (GeoatFramework *framework); /* full */
void geoat_import_words_free (GeoatImportWords *self);

GeoatSourceColumn geoat_import_words_read_heading (GeoatImportWords *self,
                                                   const char *heading,
                                                   gboolean thorough,
                                                   GeoatHeadingMatch *match);
int geoat_import_words_find_key_element (GeoatImportWords *self, const char *text);
int geoat_import_words_find_heading (GeoatImportWords *self, const char *text);
gboolean geoat_import_words_is_principle (GeoatImportWords *self,
                                          const char *text,
                                          int *principle,
                                          gboolean *doubtful);
gboolean geoat_import_words_find_level (GeoatImportWords *self,
                                        const char *text,
                                        GeoatLevel *level,
                                        gboolean *doubtful);
char *geoat_import_words_find_reason (GeoatImportWords *self,
                                      const char *text,
                                      GeoatLevel *level); /* full */
gboolean geoat_import_words_is_own (GeoatImportWords *self, const char *text);
gboolean
geoat_import_words_find_status (GeoatImportWords *self, const char *text, GeoatStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatImportWords, geoat_import_words_free)

G_END_DECLS
