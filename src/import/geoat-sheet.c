/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that someone else's program has written: what the readers of other formats give. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"

#define MAX_SIZE ((gsize) 128 << 20) /* of all tables of a file: ten times the largest plan */
#define CELL_SIZE 40                 /* what a cell takes beside its text */

static void
aside_free (GeoatAside *aside)
{
  g_free (aside->text);
  g_free (aside);
}

/**
 * geoat_sheet_new:
 * @name: what it is called; "" when it has no name
 *
 * Returns: (transfer full): a table without rows
 */
GeoatSheet *
geoat_sheet_new (const char *name)
{
  GeoatSheet *self = g_new0 (GeoatSheet, 1);

  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  self->merged = g_hash_table_new (NULL, NULL);
  self->asides = g_ptr_array_new_with_free_func ((GDestroyNotify) aside_free);
  return self;
}

/**
 * geoat_sheet_new_from_lines:
 * @text: a text, UTF-8
 * @size: (inout): see geoat_sheet_reserve()
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): a table without a name: a row of one cell for each line that is not
 *   blank, in which the white space around the text is gone; %NULL when it does not fit, or was
 *   stopped
 */
GeoatSheet *
geoat_sheet_new_from_lines (const char *text,
                            gsize *size,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GeoatSheet) self = geoat_sheet_new ("");
  const char *end;

  for (guint number = 1; *text != '\0'; text = end + (*end == '\n'), number++)
    {
      g_autofree char *line = NULL;
      char **cells;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      end = text + strcspn (text, "\n");
      line = g_strstrip (g_strndup (text, (gsize) (end - text)));
      if (*line == '\0')
        continue;
      if (!geoat_sheet_reserve (size, strlen (line) + GEOAT_SHEET_ROW_SIZE))
        {
          geoat_sheet_fail_too_large (error);
          return NULL;
        }
      cells = g_new0 (char *, 2);
      cells[0] = g_steal_pointer (&line);
      geoat_sheet_take_row (self, cells, number);
    }
  return g_steal_pointer (&self);
}

void
geoat_sheet_free (GeoatSheet *self)
{
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->numbers);
  g_hash_table_unref (self->merged);
  g_ptr_array_unref (self->asides);
  g_free (self);
}

/**
 * geoat_sheet_take_row:
 * @self: the table
 * @cells: (transfer full) (array zero-terminated=1): the cells of a row
 * @number: where it stands in the file, from 1
 *
 * Adds a row at the end.
 */
void
geoat_sheet_take_row (GeoatSheet *self, char **cells, guint number)
{
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->numbers, number);
}

/**
 * geoat_sheet_add_aside:
 * @self: the table
 * @kind: what it is
 * @row: the number of the row that it is beside; or 0
 * @column: the column, from 1; or 0
 * @text: what it says
 * @size: (inout): see geoat_sheet_reserve()
 *
 * Adds what stands in no cell.
 *
 * Returns: whether it still fits; when not, nothing is added
 */
gboolean
geoat_sheet_add_aside (
    GeoatSheet *self, GeoatAsideKind kind, guint row, guint column, const char *text, gsize *size)
{
  GeoatAside *aside;

  if (!geoat_sheet_reserve (size, strlen (text) + sizeof *aside))
    return FALSE;
  aside = g_new (GeoatAside, 1);
  aside->kind = kind;
  aside->row = row;
  aside->column = column;
  aside->text = g_strdup (text);
  g_ptr_array_add (self->asides, aside);
  return TRUE;
}

/**
 * geoat_sheet_reserve:
 * @size: (inout): how many bytes the tables of a file take so far; 0 at first
 * @length: how long the text of another cell is; of a row or table, what it takes itself
 *
 * Counts what is about to be added. A few bytes of a file can stand for a great many cells, or for
 * the same long text again and again.
 *
 * Returns: whether it still fits; when not, the file is not read
 */
gboolean
geoat_sheet_reserve (gsize *size, gsize length)
{
  *size += length + CELL_SIZE;
  return *size <= MAX_SIZE;
}

/**
 * geoat_sheet_fail_too_large:
 * @error: return location for a #GError
 *
 * Says that a file has more than fits.
 *
 * Returns: %FALSE, with %GEOAT_ERROR_TOO_LARGE
 */
gboolean
geoat_sheet_fail_too_large (GError **error)
{
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                       _ ("it has more rows and cells than any plan"));
  return FALSE;
}
