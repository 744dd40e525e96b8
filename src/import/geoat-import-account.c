/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The accounts of an import: every text of the source ends in the plan, or is told.
 *
 * How it works: a step that takes a cell says so in one of two ways. It records it with a reason,
 * and the cell is told. Or it claims that all of it is in the plan; then it says how, and it is
 * looked at here whether that is so, whatever the step believes: a text has to stand in what was
 * found, a level has to be one and nothing else. A claim that does not hold is told. At the end of
 * a table whatever no step has recorded is told as well. So a step that forgets a cell, or half of
 * one, cannot lose it. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-import-places.h"
#include "geoat-import-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"

#define LONGEST_NUMBER 2 /* letters of a word that may number something: "No", "a" */

/* Where a cell of the present table stands in the source's. */
static void
find_origin (GeoatImport *self, guint row, guint column, guint *origin_row, guint *origin_column)
{
  gboolean turned = self->turned != G_MAXUINT;

  *origin_row = turned ? self->turned + column : row;
  *origin_column = turned ? row : column;
}

static guint8 *
get_mark (GeoatImport *self, guint row, guint column)
{
  guint origin_row, origin_column;

  find_origin (self, row, column, &origin_row, &origin_column);
  return &g_array_index (self->accounted, guint8,
                         g_array_index (self->offsets, guint, origin_row) + origin_column);
}

guint
geoat_import_get_number (GeoatImport *self, guint row)
{
  return g_array_index (self->sheet->numbers, guint, row);
}

gboolean
geoat_import_is_recorded (GeoatImport *self, guint row, guint column)
{
  return *get_mark (self, row, column) != 0;
}

/* Records what became of a cell; nothing for one that is empty. @reason is a translated constant.
 */
void
geoat_import_record (
    GeoatImport *self, guint row, guint column, GeoatImportState state, const char *reason)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  GeoatImportCell *cell;
  guint origin_row, origin_column;

  if (*cells[column] == '\0' || geoat_import_is_recorded (self, row, column))
    return;

  find_origin (self, row, column, &origin_row, &origin_column);
  *get_mark (self, row, column) = 1;
  cell = g_new0 (GeoatImportCell, 1);
  cell->sheet = g_ref_string_acquire (self->sheet_name);
  cell->row = g_array_index (self->source->numbers, guint, origin_row);
  cell->column = origin_column + 1;
  cell->text = g_strdup (cells[column]);
  cell->entry = self->entry;
  cell->action = self->action;
  if (self->entry != G_MAXUINT && column < self->n_columns)
    cell->kind = self->kinds[column];
  cell->state = state;
  cell->reason = reason;
  g_ptr_array_add (self->cells, cell);
}

void
geoat_import_record_row (GeoatImport *self, guint row, GeoatImportState state, const char *reason)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    geoat_import_record (self, row, i, state, reason);
}

static gboolean
has_text (const char *text, const char *wanted)
{
  return text != NULL && strstr (text, wanted) != NULL;
}

/* Whether a text stands in what was found last: in the activity, the indicator or a member. */
static gboolean
is_in_plan (GeoatImport *self, const char *text)
{
  const GeoatFound *entry;
  const GeoatFoundAction *action;

  if (self->entry == G_MAXUINT)
    {
      GeoatItem *member =
          self->members->len > 0 ? g_ptr_array_index (self->members, self->members->len - 1) : NULL;

      for (guint i = GEOAT_FIELD_MEMBER_NAME; member != NULL && i < GEOAT_AFTER_MEMBER_FIELDS; i++)
        if (g_str_equal (geoat_item_get_text (member, (GeoatField) i), text))
          return TRUE;
      return FALSE;
    }
  entry = g_ptr_array_index (self->found, self->entry);
  action = self->action != G_MAXUINT ? g_ptr_array_index (entry->actions, self->action) : NULL;
  for (guint i = 0; action != NULL && i < G_N_ELEMENTS (action->texts); i++)
    if (has_text (action->texts[i], text))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (entry->first); i++)
    if (i != GEOAT_FIRST_LEVEL && has_text (entry->first[i], text))
      return TRUE;
  return has_text (entry->reason->str, text) || has_text (entry->notes->str, text) ||
         has_text (entry->kept->str, text);
}

/* Whether a text only numbers what stands beside it: "3", "a)", "No. 3", "1A.03". */
static gboolean
is_number (GeoatImport *self, const char *text)
{
  g_autoptr (GArray) words = geoat_normal_split (text);
  guint n_letters = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const char *normal = g_array_index (words, GeoatNormalWord, i).normal;

      if (strspn (normal, "0123456789") == strlen (normal) ||
          geoat_import_words_find_key_element (self->words, normal) >= 0)
        continue;
      n_letters++;
      if (g_utf8_strlen (normal, -1) > LONGEST_NUMBER)
        return FALSE;
    }
  return n_letters <= 1 && geoat_normal_is_short (text);
}

/* Whether a text follows from the levels: figures, or what a table of ours calls them. */
static gboolean
is_figure (GeoatImport *self, const char *text)
{
  g_autoptr (GArray) words = geoat_normal_split (text);
  GeoatLevel level;
  gboolean doubtful;
  guint n_figures = 0;

  if (*text == '=' || geoat_import_words_is_own (self->words, text))
    return TRUE; /* a formula whose value the file does not have, or our words */
  for (guint i = 0; i < words->len; i++)
    {
      const char *normal = g_array_index (words, GeoatNormalWord, i).normal;

      if (strspn (normal, "0123456789") == strlen (normal))
        n_figures++;
      else if (geoat_phrases_begin (GEOAT_PHRASE_OF, words, i) != 1)
        return geoat_import_words_find_level (self->words, text, &level, &doubtful) && !doubtful;
    }
  return (words->len == 0 || n_figures > 0) && geoat_normal_is_short (text);
}

static gboolean
is_place (GeoatImport *self, const char *text)
{
  GeoatPlace place;
  int principle;
  gboolean doubtful;

  geoat_import_words_read_place (self->words, text, self->principle, &place);
  if (place.is_whole)
    return TRUE;
  return geoat_import_words_is_principle (self->words, text, &principle, &doubtful) && !doubtful;
}

/* Whether a heading says nothing that is not in our words, and has not to be told. */
static gboolean
is_heading (GeoatImport *self, const char *text)
{
  GeoatHeadingMatch match;

  return geoat_import_words_is_own (self->words, text) ||
         (geoat_import_words_read_heading (self->words, text, TRUE, &match) !=
              GEOAT_SOURCE_COLUMN_OTHER &&
          match == GEOAT_HEADING_WHOLE);
}

/* Whether what was found has the level of a text, and there is no more in it. */
static gboolean
is_level (GeoatImport *self, const char *text)
{
  const GeoatFound *entry = g_ptr_array_index (self->found, self->entry);
  GeoatLevel level;
  gboolean doubtful;

  return geoat_import_words_find_level (self->words, text, &level, &doubtful) && !doubtful &&
         (level == GEOAT_LEVEL_NOT_ASSESSED || level == entry->level);
}

/* Whether a text says what stands in the same column above it. */
static gboolean
is_repeated (GeoatImport *self, guint column, const char *text)
{
  const GeoatFound *entry = g_ptr_array_index (self->found, self->entry);
  GeoatSourceColumn kind =
      column < self->n_columns ? self->kinds[column] : GEOAT_SOURCE_COLUMN_OTHER;

  int position = geoat_source_column_get_position (kind);

  return position >= 0 && position < (int) G_N_ELEMENTS (entry->first) &&
         entry->first[position] != NULL && g_str_equal (entry->first[position], text);
}

/* Whether a text ends in that of the indicator, and numbers it at most in front of that. */
static gboolean
is_item (GeoatImport *self, const char *text)
{
  const GeoatFound *entry = g_ptr_array_index (self->found, self->entry);
  const char *indicator = entry->first[GEOAT_FIRST_INDICATOR];
  g_autofree char *tidy = g_strstrip (g_strdup (text));
  g_autofree char *front = NULL;

  if (!g_str_has_suffix (tidy, indicator))
    return FALSE;
  front = g_strndup (tidy, strlen (tidy) - strlen (indicator));
  return is_number (self, front) || is_place (self, front);
}

static gboolean
holds (GeoatImport *self, guint column, const char *text, GeoatClaim claim)
{
  GeoatStatus status;

  switch (claim)
    {
    case GEOAT_CLAIM_REPEATED:
      return is_repeated (self, column, text);
    case GEOAT_CLAIM_HEADING:
      return is_heading (self, text);
    case GEOAT_CLAIM_PLACE:
      return is_place (self, text);
    case GEOAT_CLAIM_LEVEL:
      return is_level (self, text);
    case GEOAT_CLAIM_STATUS:
      return geoat_import_words_find_status (self->words, text, &status);
    case GEOAT_CLAIM_NUMBER:
      return is_number (self, text);
    case GEOAT_CLAIM_FIGURE:
      return is_figure (self, text) || is_place (self, text);
    case GEOAT_CLAIM_ITEM:
      return is_item (self, text);
    case GEOAT_CLAIM_TEXT:
    default:
      return is_in_plan (self, text);
    }
}

void
geoat_import_claim (GeoatImport *self, guint row, guint column, GeoatClaim claim)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  if (*cells[column] == '\0')
    return;
  if (holds (self, column, cells[column], claim))
    geoat_import_record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
  else
    geoat_import_record (self, row, column, GEOAT_IMPORT_UNPLACED,
                         _ ("a plan has no place for this"));
}

void
geoat_import_claim_row (GeoatImport *self, guint row, GeoatClaim claim)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    geoat_import_claim (self, row, i, claim);
}

/* The table @sheet begins, with nothing recorded. */
void
geoat_import_open_account (GeoatImport *self, const GeoatSheet *sheet)
{
  guint n = 0;

  self->n_recorded = self->cells->len;
  self->sheet = self->source = sheet;
  self->turned = G_MAXUINT;
  g_array_set_size (self->offsets, 0);
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      g_array_append_val (self->offsets, n);
      n += g_strv_length (g_ptr_array_index (sheet->rows, i));
    }
  g_array_set_size (self->accounted, 0);
  g_array_set_size (self->accounted, n);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GeoatImportCell *first = *(const GeoatImportCell *const *) a;
  const GeoatImportCell *second = *(const GeoatImportCell *const *) b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;
  return first->column < second->column ? -1 : first->column > second->column;
}

/* The table ends: what nothing has recorded is told. Then the cells stand in the order of the file:
 * headings are recorded when their columns end. */
void
geoat_import_close_account (GeoatImport *self)
{
  geoat_import_end_cells (self);
  for (guint i = 0; i < self->sheet->rows->len && geoat_import_goes_on (self); i++)
    geoat_import_record_row (self, i, GEOAT_IMPORT_UNPLACED, _ ("a plan has no place for this"));
  while (self->n_recorded < self->cells->len &&
         ((GeoatImportCell *) g_ptr_array_index (self->cells, self->n_recorded))->is_aside)
    self->n_recorded++;
  if (self->cells->len > self->n_recorded) /* an array that is empty has no place in memory */
    qsort (self->cells->pdata + self->n_recorded, self->cells->len - self->n_recorded,
           sizeof (gpointer), compare_places);
}
