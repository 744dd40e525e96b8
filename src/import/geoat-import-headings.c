/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables of a source are, and what their columns hold, by their headings. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-import-private.h"

#define NEEDED_HEADINGS 3 /* of the eight, that of the indicator included */
#define MAX_LABEL 120     /* characters of a heading, or name, that is told with many cells */

/* What a table with these columns is. */
static GeoatSourceTable
find_table (const gboolean seen[GEOAT_N_SOURCE_COLUMNS])
{
  guint n_known = 0;

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    n_known += seen[geoat_source_column_of_template (i)] ? 1 : 0;

  if (seen[GEOAT_FIELD_INDICATOR] && n_known >= NEEDED_HEADINGS)
    return GEOAT_TABLE_TEMPLATE;
  if (seen[GEOAT_FIELD_KEY_ELEMENT] && seen[GEOAT_FIELD_ACTIVITY] && seen[GEOAT_FIELD_STATUS])
    return GEOAT_TABLE_ACTIVITIES;
  if (seen[GEOAT_FIELD_KEY_ELEMENT] && seen[GEOAT_FIELD_INDICATOR] &&
      (seen[GEOAT_SOURCE_COLUMN_REASON] || seen[GEOAT_FIELD_NOTES]))
    return GEOAT_TABLE_REMARKS;
  if (seen[GEOAT_FIELD_MEMBER_NAME] && seen[GEOAT_FIELD_MEMBER_ROLE])
    return GEOAT_TABLE_MEMBERS;
  return seen[GEOAT_SOURCE_COLUMN_MEAN] ? GEOAT_TABLE_SCORES : GEOAT_TABLE_NONE;
}

/* What the columns hold when a row has their headings, full; the first of each kind is @seen. */
GeoatSourceColumn *
geoat_import_find_columns (GeoatImport *self, char **cells, gboolean seen[GEOAT_N_SOURCE_COLUMNS])
{
  guint n = g_strv_length (cells);
  GeoatSourceColumn *kinds = g_new0 (GeoatSourceColumn, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GeoatSourceColumn kind = geoat_import_words_find_column (self->words, cells[i]);

      /* Of two columns with the same heading the first one is meant. */
      if (seen[kind])
        kind = GEOAT_SOURCE_COLUMN_OTHER;
      seen[kind] = TRUE;
      kinds[i] = kind;
    }
  return kinds;
}

/* What stands beside many cells, full: not more of it than says which it is. */
char *
geoat_import_make_label (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MAX_LABEL && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
}

/* From here on the rows have the columns whose headings are in @cells. @kinds is taken. */
void
geoat_import_take_columns (GeoatImport *self, char **cells, GeoatSourceColumn *kinds)
{
  g_free (self->kinds);
  g_strfreev (self->headings);
  self->kinds = kinds;
  self->n_columns = g_strv_length (cells);
  self->headings = g_new0 (char *, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->headings[i] = geoat_import_make_label (cells[i]);
}

/* The headings in two rows, full: those of the lower one, and of the upper one above blank cells.
 */
static char **
combine_rows (char **upper, char **lower)
{
  guint n_upper = g_strv_length (upper);
  guint n_lower = g_strv_length (lower);
  char **cells = g_new0 (char *, MAX (n_upper, n_lower) + 1);

  for (guint i = 0; i < MAX (n_upper, n_lower); i++)
    cells[i] = g_strdup (i < n_lower && (*lower[i] != '\0' || i >= n_upper) ? lower[i] : upper[i]);
  return cells;
}

/* Whether a row numbers the columns above it. */
static gboolean
is_numbering (char **cells)
{
  guint n = 0;

  for (; cells[n] != NULL; n++)
    {
      g_autofree char *number = g_strdup_printf ("%u", n + 1);
      const char *text = cells[n] + strspn (cells[n], " (");

      if (!g_str_has_prefix (text, number) ||
          text[strlen (number) + strspn (text + strlen (number), " ).")] != '\0')
        return FALSE;
    }
  return n >= NEEDED_HEADINGS;
}

/* Takes the headings from a row, or from it and the next one, and passes over a row below that
 * numbers the columns. *@n_rows: how many rows that were; GEOAT_TABLE_NONE, and nothing changed,
 * when it has none. */
GeoatSourceTable
geoat_import_take_headings (GeoatImport *self, guint row, guint *n_rows)
{
  GPtrArray *rows = self->sheet->rows;
  char **cells = g_ptr_array_index (rows, row);
  gboolean seen[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
  g_autofree GeoatSourceColumn *kinds = geoat_import_find_columns (self, cells, seen);
  GeoatSourceTable table = find_table (seen);
  g_auto (GStrv) both = NULL;

  *n_rows = 1;
  if (table == GEOAT_TABLE_NONE && seen[GEOAT_FIELD_INDICATOR] && row + 1 < rows->len)
    {
      gboolean seen_below[GEOAT_N_SOURCE_COLUMNS] = { FALSE };

      both = combine_rows (cells, g_ptr_array_index (rows, row + 1));
      g_free (kinds);
      kinds = geoat_import_find_columns (self, both, seen_below);
      table = seen_below[GEOAT_FIELD_INDICATOR] ? find_table (seen_below) : GEOAT_TABLE_NONE;
      cells = both;
      *n_rows = 2;
    }
  if (table == GEOAT_TABLE_NONE)
    return table;

  geoat_import_take_columns (self, cells, g_steal_pointer (&kinds));
  if (row + *n_rows < rows->len && is_numbering (g_ptr_array_index (rows, row + *n_rows)))
    ++*n_rows;
  return table;
}
