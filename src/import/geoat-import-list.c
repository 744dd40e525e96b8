/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From tables, or lines of text, to a list of indicators.
 *
 * How it works: where a row has the heading of the indicator, or of the key element and another
 * one, the columns below it are known, and nothing else in the file is an indicator. A file
 * without such a row is a list as it stands: in each row the longest text is the indicator and a
 * text that names a key element is its key element; of a document the lines of its text count too.
 * A row that has a key element alone, or the name of a table, says it for the rows that follow. So
 * does a text that begins with its code, but that is an indicator too: it may be the name of a key
 * element in other words than ours, or one of many lines that all begin with a code. Below headings
 * a text with a code that stands alone is a key element in other words, and a doubtful one; the
 * number of an indicator says its key element too.
 *
 * Rows that say the same as the one above them, which is how templates write an indicator with
 * several activities, are one indicator. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-import-private.h"

#define MAX_ROWS_ABOVE 100 /* between the top of a table and its headings */

/* The columns of a table when a row has their headings, full; NULL: it has none. */
static GeoatSourceColumn *
find_headings (GeoatImport *self, guint row)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  gboolean seen[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
  g_autofree GeoatSourceColumn *kinds = geoat_import_find_columns (self, cells, seen);

  for (guint i = 0; seen[GEOAT_FIELD_KEY_ELEMENT] && !seen[GEOAT_FIELD_INDICATOR] && cells[i]; i++)
    if (kinds[i] == GEOAT_SOURCE_COLUMN_OTHER && *cells[i] != '\0')
      {
        kinds[i] = GEOAT_FIELD_INDICATOR;
        seen[GEOAT_FIELD_INDICATOR] = TRUE;
      }
  return seen[GEOAT_FIELD_INDICATOR] ? g_steal_pointer (&kinds) : NULL;
}

/* Whether any of the tables has headings. */
static gboolean
has_headings (GeoatImport *self, GPtrArray *sheets)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const GeoatSheet *sheet = g_ptr_array_index (sheets, i);

      self->sheet = sheet;
      for (guint row = 0; row < MIN (sheet->rows->len, MAX_ROWS_ABOVE); row++)
        {
          g_autofree GeoatSourceColumn *kinds = find_headings (self, row);

          if (kinds != NULL)
            return TRUE;
        }
    }
  return FALSE;
}

/* The columns of a row that has no headings above it, full. */
static GeoatSourceColumn *
guess_columns (GeoatImport *self, char **cells)
{
  GeoatSourceColumn *kinds = g_new0 (GeoatSourceColumn, g_strv_length (cells) + 1);
  gboolean known = FALSE;
  glong longest = 0;
  guint indicator = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (cells[i], -1);

      if (!known && geoat_import_words_find_key_element (self->words, cells[i]) >= 0)
        {
          kinds[i] = GEOAT_FIELD_KEY_ELEMENT;
          known = TRUE;
        }
      else if (length > longest)
        {
          longest = length;
          indicator = i;
        }
    }
  if (longest > 0)
    kinds[indicator] = GEOAT_FIELD_INDICATOR;
  return kinds;
}

/* The text behind the code of a key element that it begins with, "1A: " or "1A.03 ", and which that
 * is; NULL: it begins with none. */
static const char *
skip_code (GeoatImport *self, const char *text, int *key_element)
{
  gsize length = 0;
  g_autofree char *code = NULL;

  while (g_ascii_isalnum (text[length]))
    length++;
  code = g_strndup (text, length);
  *key_element = geoat_framework_find_key_element (self->framework, code);
  if (*key_element < 0)
    return NULL;

  if (text[length] == '.')
    length += 1 + strspn (text + length + 1, "0123456789");
  length += strspn (text + length, " \t:.)-");
  return text[length] != '\0' ? text + length : NULL;
}

/* The key element in the number of an indicator, which stands in a column of its own: "1A.03"; or
 * -1. */
static int
find_number (GeoatImport *self, char **cells)
{
  int key_element;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      const char *rest = strpbrk (cells[i], ".-/ ");

      if (rest != NULL && rest[strspn (rest, "0123456789.-/ ")] == '\0' &&
          (skip_code (self, cells[i], &key_element) != NULL || key_element >= 0))
        return key_element;
    }
  return -1;
}

/* The key element of a row, or -1 with the reason: a translated constant. */
static int
find_key_element (GeoatImport *self, char **cells, const char **reason)
{
  int otherwise = find_number (self, cells);

  if (otherwise < 0)
    otherwise = self->context >= 0 ? self->context : self->key_element;
  *reason = *geoat_import_get_cell (self, cells, GEOAT_FIELD_KEY_ELEMENT) != '\0'
                ? _ ("there is no key element of that name")
                : _ ("it is not said which key element this is");
  return geoat_import_find_said (self, cells, otherwise);
}

/* The key element that a row is the heading of, or -1; *@doubtful: in words of its own. */
static int
find_context (GeoatImport *self, const char *only, gboolean headed, gboolean *doubtful)
{
  int context = geoat_import_words_find_key_element (self->words, only);
  int code;

  *doubtful = context < 0;
  if (context < 0)
    context = geoat_import_words_find_heading (self->words, only);
  if (*doubtful && (headed ? context == self->context : skip_code (self, only, &code) != NULL))
    return -1;
  return context;
}

/* Whether that is what was found last. */
static gboolean
is_last (GeoatImport *self, const char *indicator, int key_element)
{
  const GeoatFound *last;

  if (self->found->len == 0)
    return FALSE;
  last = g_ptr_array_index (self->found, self->found->len - 1);
  return last->key_element == key_element &&
         g_str_equal (last->first[GEOAT_FIRST_INDICATOR], indicator);
}

static void
add_indicator (GeoatImport *self, const char *indicator, int key_element, const char *reason)
{
  GeoatFound *entry = geoat_import_add_found (self, key_element);

  for (guint i = 1; i < G_N_ELEMENTS (entry->first); i++)
    entry->first[i] = g_strdup ("");
  entry->first[GEOAT_FIRST_INDICATOR] = g_strdup (indicator);
  if (key_element < 0)
    {
      entry->loose = GEOAT_LOOSE_NO_KEY_ELEMENT;
      entry->loose_reason = reason;
    }
}

/* A row whose columns are known. */
static void
take_row (GeoatImport *self, guint row, gboolean headed)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  g_autofree char *text = g_strdup (geoat_import_get_cell (self, cells, GEOAT_FIELD_INDICATOR));
  const char *indicator = g_strstrip (text);
  const char *reason, *rest;
  int key_element = find_key_element (self, cells, &reason);
  int code;

  if (!headed && (rest = skip_code (self, indicator, &code)) != NULL)
    {
      indicator = rest;
      key_element = self->context = code;
    }
  if (*indicator == '\0')
    {
      geoat_import_record_row (self, row, GEOAT_IMPORT_UNPLACED,
                               _ ("there is no indicator in this row"));
      return;
    }
  if (!is_last (self, indicator, key_element))
    add_indicator (self, indicator, key_element, reason);

  geoat_import_begin_cells (self, FALSE);
  for (guint i = 0; cells[i] != NULL; i++)
    if (i < self->n_columns && self->kinds[i] == GEOAT_FIELD_INDICATOR && self->is_assumed)
      geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                           _ ("its key element is not said; it is taken from the row above"));
    else if (i < self->n_columns &&
             (self->kinds[i] == GEOAT_FIELD_INDICATOR || self->kinds[i] == GEOAT_FIELD_KEY_ELEMENT))
      geoat_import_record (self, row, i, GEOAT_IMPORT_MATCHED, NULL);
    else
      geoat_import_record (self, row, i, GEOAT_IMPORT_UNPLACED,
                           _ ("of a list only indicators and key elements are taken"));
  geoat_import_end_cells (self);
}

/* @headed: there are headings in the file. */
static void
take_sheet (GeoatImport *self, const GeoatSheet *sheet, gboolean headed)
{
  gboolean below = FALSE; /* headings of this table */

  geoat_import_begin_sheet (self, sheet);
  geoat_import_record_asides (self, headed);
  for (guint i = 0; i < sheet->rows->len && geoat_import_goes_on (self); i++)
    {
      char **cells = g_ptr_array_index (sheet->rows, i);
      const char *only = geoat_import_get_only_text (cells);
      gboolean doubtful = FALSE;
      int context = only != NULL ? find_context (self, only, headed, &doubtful) : -1;
      g_autofree GeoatSourceColumn *kinds = headed ? find_headings (self, i) : NULL;

      if (geoat_import_is_blank (cells))
        continue;
      if (context >= 0)
        geoat_import_take_context (self, i, context, doubtful);
      else if (only != NULL && geoat_import_take_principle (self, i, only))
        continue;
      else if (kinds != NULL)
        {
          geoat_import_take_columns (self, cells, g_steal_pointer (&kinds));
          geoat_import_record_row (self, i, GEOAT_IMPORT_MATCHED, NULL);
          below = TRUE;
        }
      else if (headed && !below)
        geoat_import_record_row (self, i, GEOAT_IMPORT_UNPLACED,
                                 _ ("this does not belong to the list"));
      else
        {
          if (!headed)
            geoat_import_take_columns (self, cells, guess_columns (self, cells));
          take_row (self, i, headed);
        }
    }
}

/**
 * geoat_import_new_list:
 * @framework: the framework of the plan that it is for
 * @sheets: an array of #GeoatSheet: the tables of the source
 * @key_element: (nullable): the id of the key element of rows that do not say it
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Finds the indicators of a list: the official ones, say, that somebody has in a file.
 *
 * Returns: (transfer full): what was found; %NULL with %GEOAT_ERROR_INVALID when there is no
 *   indicator in them, %GEOAT_ERROR_TOO_LARGE when there is more than a plan can mean, and
 *   %G_IO_ERROR_CANCELLED when it was stopped
 */
GeoatImport *
geoat_import_new_list (GeoatFramework *framework,
                       GPtrArray *sheets,
                       const char *key_element,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GeoatImport) self = geoat_import_create (framework, key_element, cancellable);
  gboolean headed = has_headings (self, sheets);
  gsize size = 0;

  self->is_list = TRUE;
  for (guint i = 0; i < sheets->len; i++)
    {
      const GeoatSheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr (GeoatSheet) lines = NULL;

      if (!headed && sheet->name_is_text)
        {
          lines = geoat_sheet_new_from_lines (sheet->name, &size, cancellable, error);
          if (lines == NULL)
            return NULL;
          lines->follows = sheet->follows;
          take_sheet (self, lines, headed);
        }
      take_sheet (self, sheet, headed);
    }
  if (!geoat_import_check (self, error))
    return NULL;
  if (self->found->len == 0)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("there is no indicator in it"));
      return NULL;
    }
  return g_steal_pointer (&self);
}
