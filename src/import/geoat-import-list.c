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
 * several activities, are one indicator. Where most lines begin with a number or a sign, as lists
 * do, that is not part of the indicator; and a line that begins in lower case where the one above
 * it breaks off is the rest of that. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-import-places.h"
#include "geoat-import-private.h"

#define SHORTEST_LINE 25   /* bytes of a line that was broken because a page ended there */
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

/* The text behind the sign of a list that it begins with: "1. ", "2) ", "(c) ", "1.1. ", "- ", "•
 * "; NULL: it begins with none. */
static const char *
skip_marker (const char *text)
{
  const char *at = text + strspn (text, " \t(");
  gsize n_digits = strspn (at, "0123456789.");
  const char *rest;

  if (n_digits > 0 && at[n_digits] == ' ' &&
      g_utf8_strchr ("-–—:", -1, g_utf8_get_char (at + n_digits + 1)) != NULL)
    {
      rest = g_utf8_next_char (at + n_digits + 1);
      return *rest == ' ' && rest[1] != '\0' ? rest + 1 : NULL;
    }
  if (n_digits > 0)
    at += n_digits;
  else if (g_ascii_isalpha (at[0]) && at[1] != '\0' && strchr (".)", at[1]) != NULL)
    at++;
  else if (g_utf8_strchr ("-–—•·*▪◦●○■□☐→>", -1, g_utf8_get_char (at)) == NULL || *at == '\0')
    return NULL;
  else
    {
      rest = g_utf8_next_char (at);
      at = rest + strspn (rest, " \t");
      return at > rest && *at != '\0' ? at : NULL;
    }
  if (at[-1] != '.' && strchr (".)", *at) == NULL)
    return NULL;
  rest = at + strspn (at, ".)");
  at = rest + strspn (rest, " \t");
  return at > rest && *at != '\0' ? at : NULL;
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

/* The key element that a row is the heading of, or -1; *@doubtful: it says more than that. */
static int
find_context (GeoatImport *self, const char *only, gboolean headed, gboolean *doubtful)
{
  GeoatPlace place;
  int code;

  geoat_import_words_read_place (self->words, only, self->principle, &place);
  *doubtful = !place.is_whole;
  if (place.key_element < 0 || !place.is_alone || place.is_number || place.is_guess)
    return -1;
  if (*doubtful &&
      (headed ? place.key_element == self->context : skip_code (self, only, &code) != NULL))
    return -1;
  return place.key_element;
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

/* The cells of a row that was taken, or said nothing. */
static void
record_cells (GeoatImport *self, guint row, const char *said)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      GeoatSourceColumn kind = i < self->n_columns ? self->kinds[i] : GEOAT_SOURCE_COLUMN_OTHER;
      GeoatPlace place;

      if (kind == GEOAT_FIELD_KEY_ELEMENT)
        {
          geoat_import_words_read_place (self->words, cells[i], self->principle, &place);
          if (!place.is_whole)
            geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                                 _ ("this is taken for the key element; what else it says is not "
                                    "kept"));
          geoat_import_claim (self, row, i, GEOAT_CLAIM_PLACE);
        }
      else if (kind != GEOAT_FIELD_INDICATOR)
        geoat_import_record (self, row, i, GEOAT_IMPORT_UNPLACED,
                             _ ("of a list only indicators and key elements are taken"));
      else if (said != NULL)
        geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL, said);
      else
        geoat_import_claim (self, row, i, GEOAT_CLAIM_ITEM);
    }
}

/* Whether a line without a sign of its own only goes on from the one above; then it is added. */
static gboolean
take_rest (GeoatImport *self, guint row, const char *indicator)
{
  GeoatFound *last =
      self->found->len > 0 ? g_ptr_array_index (self->found, self->found->len - 1) : NULL;
  char **text = last != NULL ? &last->first[GEOAT_FIRST_INDICATOR] : NULL;
  char *both;

  if (last == NULL || !self->is_running || strlen (*text) < SHORTEST_LINE ||
      !geoat_import_text_goes_on (*text, indicator))
    return FALSE;
  both = g_strconcat (*text, " ", indicator, NULL);
  g_free (*text);
  *text = both;
  geoat_import_begin_cells (self, FALSE);
  record_cells (self, row, _ ("this seems to go on from the row above, and is joined to it"));
  geoat_import_end_cells (self);
  return TRUE;
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
  else if (self->has_markers && (rest = skip_marker (indicator)) != NULL)
    indicator = rest;
  else if (!headed && take_rest (self, row, indicator))
    return;
  if (*indicator == '\0')
    {
      geoat_import_record_row (self, row, GEOAT_IMPORT_UNPLACED,
                               _ ("there is no indicator in this row"));
      return;
    }
  if (!is_last (self, indicator, key_element))
    add_indicator (self, indicator, key_element, reason);
  self->is_running = TRUE;

  geoat_import_begin_cells (self, FALSE);
  record_cells (self, row,
                self->is_assumed ? _ ("its key element is not said; it is taken from the row above")
                                 : NULL);
  geoat_import_end_cells (self);
}

/* Whether most texts of a table begin with a number or a sign, as those of lists do. */
static gboolean
has_markers (GeoatImport *self, const GeoatSheet *sheet)
{
  guint n_marked = 0, n_texts = 0;

  for (guint i = 0; i < sheet->rows->len; i++)
    {
      char **cells = g_ptr_array_index (sheet->rows, i);
      const char *only = geoat_import_get_only_text (cells);
      gboolean marked = FALSE;
      gboolean doubtful;
      int principle;

      if (only != NULL &&
          (geoat_import_words_find_heading (self->words, only) >= 0 ||
           geoat_import_words_is_principle (self->words, only, &principle, &doubtful)))
        continue;
      for (guint j = 0; cells[j] != NULL; j++)
        marked = marked || skip_marker (cells[j]) != NULL;
      n_marked += marked ? 1 : 0;
      n_texts += geoat_import_is_blank (cells) ? 0 : 1;
    }
  return n_marked > 1 && 2 * n_marked >= n_texts;
}

/* The headings of a list; those of other columns are told. */
static void
take_list_headings (GeoatImport *self, guint row, GeoatSourceColumn *kinds)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  geoat_import_take_columns (self, cells, kinds);
  for (guint i = 0; cells[i] != NULL; i++)
    if (kinds[i] == GEOAT_FIELD_INDICATOR || kinds[i] == GEOAT_FIELD_KEY_ELEMENT)
      {
        GeoatHeadingMatch match;

        geoat_import_words_read_heading (self->words, cells[i], TRUE, &match);
        if (match == GEOAT_HEADING_WHOLE)
          geoat_import_claim (self, row, i, GEOAT_CLAIM_HEADING);
        else
          geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                               _ ("this is taken for the heading of the indicators"));
      }
    else
      geoat_import_record (self, row, i, GEOAT_IMPORT_UNPLACED,
                           _ ("of a list only indicators and key elements are taken"));
}

/* @headed: there are headings in the file. */
static void
take_sheet (GeoatImport *self, const GeoatSheet *sheet, gboolean headed)
{
  gboolean below = FALSE; /* headings of this table */

  geoat_import_begin_sheet (self, sheet);
  geoat_import_record_asides (self, headed);
  self->has_markers = has_markers (self, sheet);
  self->is_running = FALSE;
  for (guint i = 0; i < sheet->rows->len && geoat_import_goes_on (self); i++)
    {
      char **cells = g_ptr_array_index (sheet->rows, i);
      const char *only = geoat_import_get_only_text (cells);
      gboolean doubtful = FALSE;
      int context = only != NULL ? find_context (self, only, headed, &doubtful) : -1;
      g_autofree GeoatSourceColumn *kinds = headed ? find_headings (self, i) : NULL;

      if (geoat_import_is_blank (cells))
        continue;
      if (context >= 0 || (only != NULL && geoat_import_take_principle (self, i, only)))
        {
          if (context >= 0)
            geoat_import_take_context (self, i, context, doubtful);
          self->is_running = FALSE;
        }
      else if (kinds != NULL)
        {
          take_list_headings (self, i, g_steal_pointer (&kinds));
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
  geoat_import_end_sheet (self);
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
