/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-framework.h"
#include "geoat-import-choices.h"
#include "geoat-sheet.h"

G_BEGIN_DECLS

/**
 * GeoatImportState:
 * @GEOAT_IMPORT_MATCHED: it is clear where it belongs
 * @GEOAT_IMPORT_DOUBTFUL: it has been given a place that may be wrong
 * @GEOAT_IMPORT_UNPLACED: it has no place in the plan
 */
typedef enum
{
  GEOAT_IMPORT_MATCHED,
  GEOAT_IMPORT_DOUBTFUL,
  GEOAT_IMPORT_UNPLACED,
} GeoatImportState;

/**
 * GeoatImportCell:
 * @sheet: (a reference counted string) the name of its table; "" when it has none
 * @row: where its row stands in the file, from 1; 0: it is no cell, but text outside of the tables,
 *   or a comment on that
 * @column: its column, from 1; or 0
 * @is_aside: it does not stand in the cell itself: a comment on it, say
 * @text: what is in it
 * @state: what became of it
 * @reason: (a translated constant) why, when that is not matched: a sentence without a full stop;
 * else %NULL
 * @kind: what its column holds
 * @entry: what it belongs to: a position among what was found; %G_MAXUINT: nothing
 * @action: the activity of that which it belongs to; %G_MAXUINT: none
 *
 * A cell of the source that is not empty, or something that stands beside the cells. Each of them
 * is in the list.
 */
typedef struct
{
  char *sheet;
  guint row;
  guint column;
  gboolean is_aside;
  char *text;
  GeoatImportState state;
  const char *reason;
  GeoatSourceColumn kind;
  guint entry;
  guint action;
} GeoatImportCell;

/**
 * GeoatImport:
 *
 * What was found in a filled template: indicators with what was written about them, and what became
 * of every cell. Nothing has changed yet.
 */
typedef struct _GeoatImport GeoatImport;

/* @key_element: that of rows which do not say it; NULL: none. @choices: what was said about columns
 * and rows; NULL: nothing. */
GeoatImport *geoat_import_new (GeoatFramework *framework,
                               GPtrArray *sheets,
                               const char *key_element,
                               const GeoatImportChoices *choices,
                               GCancellable *cancellable,
                               GError **error); /* full */
/* A list of indicators; @key_element as above. */
GeoatImport *geoat_import_new_list (GeoatFramework *framework,
                                    GPtrArray *sheets,
                                    const char *key_element,
                                    GCancellable *cancellable,
                                    GError **error); /* full */
void geoat_import_free (GeoatImport *self);
GPtrArray *geoat_import_get_cells (GeoatImport *self); /* none; of GeoatImportCell */
guint geoat_import_get_n_entries (GeoatImport *self);
gboolean geoat_import_is_list (GeoatImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatImport, geoat_import_free)

G_END_DECLS
