/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Templates with their headings on the left: a form for each indicator, or a table on its side.
 *
 * How it works: a form is turned, so that its headings are a row, and read like any other table. It
 * ends where the heading of the indicator stands again. What is told has the places of the file. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import-private.h"

#define NEEDED_HEADINGS 3

static GeoatSourceColumn
find_kind (GeoatImport *self, guint row)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  GeoatHeadingMatch match;
  GeoatSourceColumn kind =
      cells[0] != NULL && cells[1] != NULL
          ? geoat_import_words_read_heading (self->words, cells[0], TRUE, &match)
          : GEOAT_SOURCE_COLUMN_OTHER;

  return kind != GEOAT_SOURCE_COLUMN_OTHER && match >= GEOAT_HEADING_PARTLY
             ? kind
             : GEOAT_SOURCE_COLUMN_OTHER;
}

/* Whether a table has headings in its first column, and none in a row. */
static gboolean
has_forms (GeoatImport *self)
{
  gboolean seen[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
  guint n_known = 0;

  for (guint i = 0; i < self->sheet->rows->len; i++)
    {
      char **cells = g_ptr_array_index (self->sheet->rows, i);
      GeoatSourceColumn kind = find_kind (self, i);
      guint n_beside = 0;

      if (kind == GEOAT_SOURCE_COLUMN_OTHER || seen[kind])
        continue;
      for (guint j = 1; cells[j] != NULL; j++)
        {
          GeoatHeadingMatch match;

          if (geoat_import_words_read_heading (self->words, cells[j], FALSE, &match) !=
              GEOAT_SOURCE_COLUMN_OTHER)
            n_beside++;
        }
      if (n_beside > 1)
        return FALSE;
      seen[kind] = TRUE;
      n_known += geoat_source_column_get_position (kind) >= 0 ? 1 : 0;
    }
  return seen[GEOAT_FIELD_INDICATOR] && n_known >= NEEDED_HEADINGS;
}

/* The rows of a form as the columns of a table, full. */
static GeoatSheet *
turn (const GeoatSheet *sheet, guint first, guint end)
{
  GeoatSheet *turned = geoat_sheet_new (sheet->name);
  guint n_columns = 0;

  for (guint i = first; i < end; i++)
    n_columns = MAX (n_columns, g_strv_length (g_ptr_array_index (sheet->rows, i)));
  for (guint column = 0; column < n_columns; column++)
    {
      char **cells = g_new0 (char *, end - first + 1);

      for (guint i = first; i < end; i++)
        {
          char **row = g_ptr_array_index (sheet->rows, i);
          gboolean has = column < g_strv_length (row);
          gboolean merged = has && column > 1 && g_str_equal (row[column], row[column - 1]);

          cells[i - first] = g_strdup (has && !merged ? row[column] : "");
        }
      geoat_sheet_take_row (turned, cells, column + 1);
    }
  return turned;
}

/* Where the form ends that begins in a row: before the next one. */
static guint
find_end (GeoatImport *self, guint first)
{
  guint end = first + 1;

  while (end < self->sheet->rows->len && find_kind (self, end) != GEOAT_FIELD_INDICATOR)
    end++;
  return end;
}

gboolean
geoat_import_take_forms (GeoatImport *self, GeoatImportRowsFunc take_rows)
{
  const GeoatSheet *source = self->sheet;
  guint first = 0;

  if (!has_forms (self))
    return FALSE;
  while (find_kind (self, first) != GEOAT_FIELD_INDICATOR)
    first++;
  take_rows (self, 0, first);
  while (first < source->rows->len)
    {
      guint end = find_end (self, first);
      g_autoptr (GeoatSheet) turned = turn (source, first, end);

      self->sheet = turned;
      self->turned = first;
      take_rows (self, 0, turned->rows->len);
      self->sheet = source;
      self->turned = G_MAXUINT;
      first = end;
    }
  return TRUE;
}
