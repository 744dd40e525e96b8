/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody has said about the columns and rows of a file. Columns and rows count from 1, as
 * they do in what is told; what is said last about one of them counts. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import-choices.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-phrases.h"

#define MAX_NUMBER 9999999

typedef struct
{
  guint first;
  guint last;
  GeoatRowChoice choice;
  int key_element; /* or -1 */
} Rows;

struct _GeoatImportChoices
{
  GeoatFramework *framework;
  GHashTable *columns; /* number → kind */
  GArray *rows;        /* of Rows */
};

static const struct
{
  const char *name;
  GeoatRowChoice choice;
} row_choices[] = {
  { "headings", GEOAT_ROW_HEADINGS },
  { "indicator", GEOAT_ROW_INDICATOR },
  { "activity", GEOAT_ROW_ACTIVITY },
  { "skip", GEOAT_ROW_SKIP },
};

/**
 * geoat_import_choices_new:
 * @framework: the framework of the plan
 *
 * Returns: (transfer full): choices that say nothing
 */
GeoatImportChoices *
geoat_import_choices_new (GeoatFramework *framework)
{
  GeoatImportChoices *self = g_new0 (GeoatImportChoices, 1);

  self->framework = g_object_ref (framework);
  self->columns = g_hash_table_new (NULL, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Rows));
  return self;
}

void
geoat_import_choices_free (GeoatImportChoices *self)
{
  g_object_unref (self->framework);
  g_hash_table_unref (self->columns);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * geoat_import_choices_set_column:
 * @self: the choices
 * @column: a column, from 1
 * @kind: what it holds; %GEOAT_SOURCE_COLUMN_OTHER: nothing that the template has
 *
 * Says what a column holds, in each table of the file.
 */
void
geoat_import_choices_set_column (GeoatImportChoices *self, guint column, GeoatSourceColumn kind)
{
  g_hash_table_insert (self->columns, GUINT_TO_POINTER (column), GINT_TO_POINTER (kind));
}

/**
 * geoat_import_choices_set_rows:
 * @self: the choices
 * @first: a row, from 1
 * @last: the last row that this is about
 * @choice: what they are
 * @key_element: the position of the key element that they belong to; -1: nothing is said about that
 *
 * Says what some rows are, in each table of the file.
 */
void
geoat_import_choices_set_rows (
    GeoatImportChoices *self, guint first, guint last, GeoatRowChoice choice, int key_element)
{
  Rows rows = { first, last, choice, key_element };

  g_array_append_val (self->rows, rows);
}

/* Reads a number from 1; *@text stands behind it then. */
static gboolean
read_number (const char **text, guint *number)
{
  guint64 value = 0;

  if (!g_ascii_isdigit (**text))
    return FALSE;
  for (; g_ascii_isdigit (**text) && value <= MAX_NUMBER; ++*text)
    value = value * 10 + (guint64) (**text - '0');
  *number = (guint) value;
  return value >= 1 && value <= MAX_NUMBER;
}

/**
 * geoat_import_choices_add_column:
 * @self: the choices
 * @text: "3:level", "4:skip"
 * @error: return location for a #GError
 *
 * Returns: whether it says what a column holds; if not, %GEOAT_ERROR_INVALID
 */
gboolean
geoat_import_choices_add_column (GeoatImportChoices *self, const char *text, GError **error)
{
  const char *at = text;
  guint column;
  GeoatSourceColumn kind;

  if (read_number (&at, &column) && *at == ':')
    {
      g_autofree char *name = g_strdelimit (g_strdup (at + 1), "-", '_');

      kind = geoat_phrases_find_column (name);
      if (kind != GEOAT_SOURCE_COLUMN_OTHER || g_str_equal (name, "skip"))
        {
          geoat_import_choices_set_column (self, column, kind);
          return TRUE;
        }
    }
  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
               _ ("“%s” does not say what a column holds: write “3:level”, for example; others are "
                  "%s and skip"),
               text, geoat_phrases_get_columns ());
  return FALSE;
}

/**
 * geoat_import_choices_add_rows:
 * @self: the choices
 * @text: "2-8:1A", "9:skip"
 * @error: return location for a #GError
 *
 * Returns: whether it says what rows are; if not, %GEOAT_ERROR_INVALID
 */
gboolean
geoat_import_choices_add_rows (GeoatImportChoices *self, const char *text, GError **error)
{
  const char *at = text;
  guint first = 0, last = 0;
  gboolean known = read_number (&at, &first);

  last = first;
  if (known && *at == '-')
    {
      at++;
      known = read_number (&at, &last) && last >= first;
    }
  if (known && *at == ':')
    {
      int key_element = geoat_framework_find_key_element (self->framework, at + 1);

      if (key_element >= 0)
        {
          geoat_import_choices_set_rows (self, first, last, GEOAT_ROW_FREE, key_element);
          return TRUE;
        }
      for (gsize i = 0; i < G_N_ELEMENTS (row_choices); i++)
        if (g_str_equal (row_choices[i].name, at + 1))
          {
            geoat_import_choices_set_rows (self, first, last, row_choices[i].choice, -1);
            return TRUE;
          }
    }
  g_set_error (
      error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
      _ ("“%s” does not say what rows are: write “2-8:1A” or “9:skip”, for example; others "
         "are headings, indicator and activity"),
      text);
  return FALSE;
}

/**
 * geoat_import_choices_has_columns:
 * @self: (nullable): the choices
 *
 * Returns: whether something is said about a column
 */
gboolean
geoat_import_choices_has_columns (const GeoatImportChoices *self)
{
  return self != NULL && g_hash_table_size (self->columns) > 0;
}

/**
 * geoat_import_choices_get_column:
 * @self: (nullable): the choices
 * @column: a column, from 1
 * @kind: (out): what it holds
 *
 * Returns: whether that is said
 */
gboolean
geoat_import_choices_get_column (const GeoatImportChoices *self,
                                 guint column,
                                 GeoatSourceColumn *kind)
{
  gpointer found;

  if (self == NULL ||
      !g_hash_table_lookup_extended (self->columns, GUINT_TO_POINTER (column), NULL, &found))
    return FALSE;
  *kind = GPOINTER_TO_INT (found);
  return TRUE;
}

/**
 * geoat_import_choices_get_row:
 * @self: (nullable): the choices
 * @row: a row, from 1
 * @key_element: (out): the position of its key element, or -1
 *
 * Returns: what the row is
 */
GeoatRowChoice
geoat_import_choices_get_row (const GeoatImportChoices *self, guint row, int *key_element)
{
  GeoatRowChoice choice = GEOAT_ROW_FREE;

  *key_element = -1;
  for (guint i = 0; self != NULL && i < self->rows->len; i++)
    {
      const Rows *rows = &g_array_index (self->rows, Rows, i);

      if (row < rows->first || row > rows->last)
        continue;
      if (rows->key_element >= 0)
        *key_element = rows->key_element;
      else
        choice = rows->choice;
    }
  return choice;
}
