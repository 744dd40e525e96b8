/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the tables of a source are, and what their columns hold, by their headings.
 *
 * How it works: a row has the headings of the template when that of the indicator and two more of
 * the eight are in it. Where a table has none so far, headings in other words count too, as long as
 * most cells of the row can be told; a column without a heading of its own is then known by its
 * place among the eight, or by the levels in it, and the first one holds the indicators when
 * nothing else does. Whatever was guessed is told with its reason. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-import-places.h"
#include "geoat-import-private.h"

#define NEEDED_HEADINGS 3 /* of the eight, that of the indicator included */
#define MAX_LABEL 120     /* characters of a heading, or name, that is told with many cells */
#define MAX_UNKNOWN 5     /* cells at the beginning of a row of headings that say nothing */
#define LOOKED_AT 20      /* rows below headings in which levels are looked for */

/* Why a heading is doubtful, by what it was taken for. */
static const char *const guesses[GEOAT_N_SOURCE_COLUMNS] = {
  [GEOAT_FIELD_INDICATOR] = N_ ("this is taken for the heading of the indicators"),
  [GEOAT_FIELD_ALIGNMENT] = N_ ("this is taken for the heading of the alignment"),
  [GEOAT_SOURCE_COLUMN_LEVEL] = N_ ("this is taken for the heading of the levels"),
  [GEOAT_FIELD_CURRENT_ACTIVITIES] = N_ ("this is taken for the heading of the current activities"),
  [GEOAT_FIELD_ACTIVITY] = N_ ("this is taken for the heading of the forward activities"),
  [GEOAT_FIELD_UNITS] = N_ ("this is taken for the heading of the units and resources"),
  [GEOAT_FIELD_TIMELINE] = N_ ("this is taken for the heading of the timeline"),
  [GEOAT_FIELD_TARGETS] = N_ ("this is taken for the heading of the targets"),
};

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
  return seen[GEOAT_SOURCE_COLUMN_MEAN] && seen[GEOAT_SOURCE_COLUMN_SCOPE] ? GEOAT_TABLE_SCORES
                                                                           : GEOAT_TABLE_NONE;
}

/* What the columns hold when a row has their headings, full; the first of each kind is @seen. */
GeoatSourceColumn *
geoat_import_find_columns (GeoatImport *self, char **cells, gboolean seen[GEOAT_N_SOURCE_COLUMNS])
{
  guint n = g_strv_length (cells);
  GeoatSourceColumn *kinds = g_new0 (GeoatSourceColumn, n + 1);
  guint n_unknown = 0;

  for (guint i = 0; i < n; i++)
    {
      GeoatHeadingMatch match;
      GeoatSourceColumn kind =
          geoat_import_words_read_heading (self->words, cells[i], FALSE, &match);

      /* Of two columns with the same heading the first one is meant. */
      if (seen[kind])
        kind = GEOAT_SOURCE_COLUMN_OTHER;
      seen[kind] = TRUE;
      kinds[i] = kind;
      /* Most rows are none of headings, and none of their first cells is one. */
      n_unknown += kind == GEOAT_SOURCE_COLUMN_OTHER && *cells[i] != '\0' ? 1 : 0;
      if (n_unknown == i + 1 && n_unknown > MAX_UNKNOWN)
        break;
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
  g_free (self->used);
  self->kinds = kinds;
  self->n_columns = g_strv_length (cells);
  self->headings = g_new0 (char *, self->n_columns + 1);
  self->used = g_new0 (gboolean, self->n_columns + 1);
  self->n_inside = G_MAXUINT;
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

/* Whether the cells below a heading are levels, and more than one number that counts them. */
static gboolean
has_levels (GeoatImport *self, guint row, guint column)
{
  GPtrArray *rows = self->sheet->rows;
  guint n_levels = 0, n_texts = 0, n_counted = 0;

  for (guint i = row; i < MIN (rows->len, row + LOOKED_AT); i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      GeoatLevel level;
      gboolean doubtful;

      if (column >= g_strv_length (cells) || *cells[column] == '\0')
        continue;
      n_texts++;
      if (!geoat_import_words_find_level (self->words, cells[column], &level, &doubtful) ||
          level == GEOAT_LEVEL_NOT_ASSESSED)
        continue;
      n_levels++;
      n_counted += (int) level == (int) n_texts ? 1 : 0;
    }
  return n_levels > 0 && 2 * n_levels > n_texts && (n_counted < n_levels || n_levels == 1);
}

/* A row of headings that is being looked at. */
typedef struct
{
  char **cells;
  guint n;
  guint n_texts; /* cells that are not blank */
  guint n_sure;  /* of the eight */
  guint n_known; /* of the eight, guesses included */
  GeoatSourceColumn *kinds;
  GeoatHeadingMatch *matches;
  gboolean seen[GEOAT_N_SOURCE_COLUMNS];
} Headings;

static void
headings_clear (Headings *self)
{
  g_free (self->kinds);
  g_free (self->matches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Headings, headings_clear)

static void
set_kind (Headings *self, guint column, GeoatSourceColumn kind, GeoatHeadingMatch match)
{
  gboolean of_eight = geoat_source_column_get_position (kind) >= 0;

  self->kinds[column] = kind;
  self->matches[column] = match;
  self->seen[kind] = TRUE;
  self->n_known += of_eight ? 1 : 0;
  self->n_sure += of_eight && match >= GEOAT_HEADING_PARTLY ? 1 : 0;
}

/* Of several headings in other words for the levels, say of two years, nobody can tell which one is
 * meant. */
static void
drop_rival_levels (Headings *self, const GeoatSourceColumn *guessed)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    n += guessed[i] == GEOAT_SOURCE_COLUMN_LEVEL ? 1 : 0;
  for (guint i = 0; i < self->n && n > 1; i++)
    if (self->kinds[i] == GEOAT_SOURCE_COLUMN_LEVEL && self->matches[i] < GEOAT_HEADING_WHOLE)
      {
        self->kinds[i] = GEOAT_SOURCE_COLUMN_OTHER;
        self->seen[GEOAT_SOURCE_COLUMN_LEVEL] = FALSE;
        self->n_known--;
        self->n_sure -= self->matches[i] == GEOAT_HEADING_PARTLY ? 1 : 0;
        self->matches[i] = GEOAT_HEADING_NONE;
      }
}

/* Finds out what each heading says; those that are sure have the first choice. */
static void
read_headings (GeoatImport *self, Headings *headings)
{
  g_autofree GeoatSourceColumn *kinds = g_new0 (GeoatSourceColumn, headings->n + 1);
  g_autofree GeoatHeadingMatch *matches = g_new0 (GeoatHeadingMatch, headings->n + 1);

  for (guint i = 0; i < headings->n; i++)
    {
      kinds[i] =
          geoat_import_words_read_heading (self->words, headings->cells[i], TRUE, &matches[i]);
      headings->n_texts += *headings->cells[i] != '\0' ? 1 : 0;
    }
  for (int match = GEOAT_HEADING_WHOLE; match > GEOAT_HEADING_NONE; match--)
    for (guint i = 0; i < headings->n; i++)
      if ((int) matches[i] == match && kinds[i] != GEOAT_SOURCE_COLUMN_OTHER &&
          headings->kinds[i] == GEOAT_SOURCE_COLUMN_OTHER && !headings->seen[kinds[i]])
        set_kind (headings, i, kinds[i], (GeoatHeadingMatch) match);
  drop_rival_levels (headings, kinds);
}

/* What was said about columns counts more than their headings. */
static void
apply_choices (GeoatImport *self, Headings *headings)
{
  for (guint i = 0; i < headings->n && self->turned == G_MAXUINT; i++)
    {
      GeoatSourceColumn kind;

      if (!geoat_import_choices_get_column (self->choices, i + 1, &kind))
        continue;
      for (guint j = 0; j < headings->n; j++)
        if (headings->kinds[j] != GEOAT_SOURCE_COLUMN_OTHER &&
            (j == i || headings->kinds[j] == kind))
          {
            headings->n_known -= geoat_source_column_get_position (headings->kinds[j]) >= 0 ? 1 : 0;
            headings->seen[headings->kinds[j]] = FALSE;
            headings->kinds[j] = GEOAT_SOURCE_COLUMN_OTHER;
            headings->matches[j] = GEOAT_HEADING_NONE;
          }
      if (kind != GEOAT_SOURCE_COLUMN_OTHER)
        set_kind (headings, i, kind, GEOAT_HEADING_GUESSED);
    }
}

/* Where headings stand in the order of the eight, one that is not known is what its place says. */
static void
guess_by_order (Headings *self)
{
  int first = G_MAXINT;

  for (guint i = 0; i < self->n; i++)
    {
      int position = geoat_source_column_get_position (self->kinds[i]);
      int offset = (int) i - position;

      if (position < 0)
        continue;
      if (first != G_MAXINT && first != offset)
        return;
      first = offset;
    }
  if (first == G_MAXINT || first < 0 || self->n_known < NEEDED_HEADINGS ||
      (guint) first + GEOAT_N_COLUMNS > self->n)
    return;
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (self->kinds[(guint) first + i] == GEOAT_SOURCE_COLUMN_OTHER &&
        *self->cells[(guint) first + i] != '\0')
      set_kind (self, (guint) first + i, geoat_source_column_of_template (i),
                GEOAT_HEADING_GUESSED);
}

/* The one column of unknown heading that has levels below it holds them. */
static void
guess_by_content (GeoatImport *self, Headings *headings, guint row)
{
  guint found = G_MAXUINT;

  if (headings->seen[GEOAT_SOURCE_COLUMN_LEVEL])
    return;
  for (guint i = 0; i < headings->n; i++)
    if (headings->kinds[i] == GEOAT_SOURCE_COLUMN_OTHER && has_levels (self, row, i))
      {
        if (found != G_MAXUINT)
          return;
        found = i;
      }
  if (found != G_MAXUINT)
    set_kind (headings, found, GEOAT_SOURCE_COLUMN_LEVEL, GEOAT_HEADING_GUESSED);
}

/* Where no heading is that of the indicators, they stand in the first column that has no other. */
static void
guess_indicator (Headings *self)
{
  if (self->seen[GEOAT_FIELD_INDICATOR] ||
      !(self->seen[GEOAT_SOURCE_COLUMN_LEVEL] || self->seen[GEOAT_FIELD_ALIGNMENT] ||
        self->seen[GEOAT_FIELD_CURRENT_ACTIVITIES]))
    return;
  for (guint i = 0; i < self->n; i++)
    if (self->kinds[i] == GEOAT_SOURCE_COLUMN_OTHER)
      {
        set_kind (self, i, GEOAT_FIELD_INDICATOR, GEOAT_HEADING_GUESSED);
        return;
      }
    else if (geoat_source_column_get_position (self->kinds[i]) > 0)
      return;
}

/* Whether what was told of a row, guesses included, is enough for the headings of the template. */
static gboolean
is_template (const Headings *self, const GeoatImportChoices *choices)
{
  if (geoat_import_choices_has_columns (choices))
    return self->seen[GEOAT_FIELD_INDICATOR] && self->n_known > 1 && self->n_texts > 1;
  return self->seen[GEOAT_FIELD_INDICATOR] && self->n_known >= NEEDED_HEADINGS &&
         (self->n_sure > 0 || self->n_known > NEEDED_HEADINGS) &&
         2 * self->n_known >= self->n_texts;
}

/* The key element that stands where the heading of the indicators should: its position, or -1. */
static int
find_named (GeoatImport *self, const Headings *headings)
{
  GeoatPlace place;

  for (guint i = 0; i < headings->n; i++)
    if (headings->kinds[i] == GEOAT_FIELD_INDICATOR)
      {
        if (headings->matches[i] != GEOAT_HEADING_GUESSED)
          return -1;
        geoat_import_words_read_place (self->words, headings->cells[i], self->principle, &place);
        return place.is_alone && !place.is_number ? place.key_element : -1;
      }
  return -1;
}

/* Records what became of the headings in one of the rows that have them. Columns that the template
 * does not have wait until it is known whether something stands in them. */
static void
record_headings (
    GeoatImport *self, guint row, const Headings *headings, int named, GeoatClaim claim)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      GeoatSourceColumn kind = i < headings->n ? headings->kinds[i] : GEOAT_SOURCE_COLUMN_OTHER;

      if (i >= headings->n || !g_str_equal (cells[i], headings->cells[i]))
        geoat_import_claim (self, row, i, claim);
      else if (kind == GEOAT_FIELD_INDICATOR && named >= 0)
        geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                             _ ("this is taken for the key element of the rows below"));
      else if (headings->matches[i] == GEOAT_HEADING_GUESSED)
        geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                             guesses[kind] != NULL
                                 ? _ (guesses[kind])
                                 : _ ("this is taken for a heading in other words"));
      else if (headings->matches[i] == GEOAT_HEADING_PARTLY)
        geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                             _ ("the heading says more than is taken"));
      else if (kind != GEOAT_SOURCE_COLUMN_OTHER || claim == GEOAT_CLAIM_FIGURE)
        geoat_import_claim (self, row, i, claim);
    }
}

/* Whether a row for which the columns were said has a level where its heading should be. */
static gboolean
has_chosen_levels (GeoatImport *self, const Headings *headings)
{
  GeoatLevel level;
  gboolean doubtful;

  for (guint i = 0; i < headings->n && geoat_import_choices_has_columns (self->choices); i++)
    if (headings->kinds[i] == GEOAT_SOURCE_COLUMN_LEVEL &&
        (*headings->cells[i] == '\0' ||
         geoat_import_words_find_level (self->words, headings->cells[i], &level, &doubtful)))
      return TRUE;
  return FALSE;
}

/* Takes the headings from a row with guesses; @below: the first row below them. FALSE, and nothing
 * changed: there are not enough. */
static gboolean
take_guessed (GeoatImport *self, guint row, char **cells, guint n_rows)
{
  g_auto (Headings) headings = { .cells = cells, .n = g_strv_length (cells) };
  int named;

  headings.kinds = g_new0 (GeoatSourceColumn, headings.n + 1);
  headings.matches = g_new0 (GeoatHeadingMatch, headings.n + 1);
  read_headings (self, &headings);
  apply_choices (self, &headings);
  if (headings.n_known == 0 && (headings.n_texts < NEEDED_HEADINGS || self->best_known != NULL))
    return FALSE;
  geoat_import_note_headings (self, cells, headings.kinds, headings.n_known);
  if (headings.n_known < 2)
    return FALSE;
  guess_by_order (&headings);
  guess_indicator (&headings);
  guess_by_content (self, &headings, row + n_rows);
  if (!is_template (&headings, self->choices) || (has_chosen_levels (self, &headings)))
    return FALSE;

  named = find_named (self, &headings);
  if (named >= 0)
    self->context = named;
  geoat_import_take_columns (self, cells, g_steal_pointer (&headings.kinds));
  headings.kinds = g_memdup2 (self->kinds, (headings.n + 1) * sizeof *headings.kinds);
  for (guint i = 0; i < n_rows; i++)
    record_headings (self, row + i, &headings, named, GEOAT_CLAIM_HEADING);
  return TRUE;
}

/* Takes the headings of one of the tables that the headings say without a guess. */
static void
take_known (GeoatImport *self,
            guint row,
            char **cells,
            guint n_rows,
            GeoatSourceColumn *kinds,
            GeoatClaim claim)
{
  g_auto (Headings) headings = { .cells = cells, .n = g_strv_length (cells) };

  headings.matches = g_new0 (GeoatHeadingMatch, headings.n + 1);
  headings.kinds = g_memdup2 (kinds, (headings.n + 1) * sizeof *kinds);
  for (guint i = 0; i < headings.n; i++)
    if (kinds[i] != GEOAT_SOURCE_COLUMN_OTHER)
      geoat_import_words_read_heading (self->words, cells[i], FALSE, &headings.matches[i]);
  geoat_import_take_columns (self, cells, kinds);
  for (guint i = 0; i < n_rows; i++)
    record_headings (self, row + i, &headings, -1, claim);
}

/* Whether what follows a column that is blank from the headings on stands beside the table. */
static void
find_inside (GeoatImport *self, guint row)
{
  GPtrArray *rows = self->sheet->rows;
  guint last = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->kinds[i] != GEOAT_SOURCE_COLUMN_OTHER)
      last = i;
  for (guint column = last + 1; column < self->n_columns && self->n_inside == G_MAXUINT; column++)
    {
      gboolean blank = *self->headings[column] == '\0';

      for (guint i = row; blank && i < rows->len; i++)
        {
          char **cells = g_ptr_array_index (rows, i);

          blank = column >= g_strv_length (cells) || *cells[column] == '\0';
        }
      if (blank)
        self->n_inside = column;
    }
}

/* Takes the headings from a row, or from it and the next one, and passes over a row below that
 * numbers the columns. *@n_rows: how many rows that were; GEOAT_TABLE_NONE, and nothing changed,
 * when it has none. @first: there were none so far, and they may be guessed. */
GeoatSourceTable
geoat_import_take_headings (GeoatImport *self, guint row, gboolean first, guint *n_rows)
{
  GPtrArray *rows = self->sheet->rows;
  char **cells = g_ptr_array_index (rows, row);
  gboolean seen[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
  g_autofree GeoatSourceColumn *kinds = geoat_import_find_columns (self, cells, seen);
  GeoatSourceTable table = find_table (seen);
  gboolean guessed = first && table != GEOAT_TABLE_MEMBERS && table != GEOAT_TABLE_SCORES;
  g_auto (GStrv) both = NULL;

  *n_rows = 1;
  if (table != GEOAT_TABLE_NONE)
    geoat_import_end_columns (self);
  if (table == GEOAT_TABLE_NONE && seen[GEOAT_FIELD_INDICATOR] && row + 1 < rows->len)
    {
      gboolean seen_below[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
      g_autofree GeoatSourceColumn *below = NULL;

      both = combine_rows (cells, g_ptr_array_index (rows, row + 1));
      below = geoat_import_find_columns (self, both, seen_below);
      if (seen_below[GEOAT_FIELD_INDICATOR] && find_table (seen_below) != GEOAT_TABLE_NONE)
        {
          geoat_import_end_columns (self);
          table = find_table (seen_below);
          g_free (kinds);
          kinds = g_steal_pointer (&below);
          cells = both;
          *n_rows = 2;
        }
    }
  if (guessed && (table == GEOAT_TABLE_NONE || table == GEOAT_TABLE_TEMPLATE) &&
      take_guessed (self, row, cells, *n_rows))
    table = GEOAT_TABLE_TEMPLATE;
  else if (table != GEOAT_TABLE_NONE)
    take_known (self, row, cells, *n_rows, g_steal_pointer (&kinds),
                table == GEOAT_TABLE_SCORES ? GEOAT_CLAIM_FIGURE : GEOAT_CLAIM_HEADING);
  if (table == GEOAT_TABLE_NONE)
    return table;

  if (row + *n_rows < rows->len && is_numbering (g_ptr_array_index (rows, row + *n_rows)))
    {
      geoat_import_claim_row (self, row + *n_rows, GEOAT_CLAIM_NUMBER);
      ++*n_rows;
    }
  self->heading_row = row;
  self->heading_rows = *n_rows;
  if (table == GEOAT_TABLE_TEMPLATE)
    find_inside (self, row + *n_rows);
  return table;
}

/* Keeps the headings of a row for saying what was found, when more are known than of any other. */
void
geoat_import_note_headings (GeoatImport *self,
                            char **cells,
                            const GeoatSourceColumn *kinds,
                            guint n_known)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  if (n_known <= self->n_best && self->best_known != NULL)
    return;
  for (guint i = 0; cells[i] != NULL; i++)
    {
      GString *lines = kinds[i] != GEOAT_SOURCE_COLUMN_OTHER ? known : unknown;
      g_autofree char *label = geoat_import_make_label (cells[i]);

      g_strdelimit (label, "\n\r\t", ' ');
      if (*label != '\0')
        g_string_append_printf (lines, _ ("%s“%s”"), lines->len > 0 ? ", " : "", label);
    }
  self->n_best = n_known;
  g_free (self->best_known);
  g_free (self->best_unknown);
  self->best_known = g_strdup (known->str);
  self->best_unknown = g_strdup (unknown->str);
}

/* The same columns end: those that the template does not have, and nothing was kept of, are told.
 */
void
geoat_import_end_columns (GeoatImport *self)
{
  char **cells;

  if (self->kinds == NULL || self->heading_rows == 0)
    return;
  geoat_import_end_cells (self);
  for (guint row = self->heading_row; row < self->heading_row + self->heading_rows; row++)
    {
      cells = g_ptr_array_index (self->sheet->rows, row);
      for (guint i = 0; cells[i] != NULL; i++)
        if (i < self->n_columns && self->used[i] && g_str_equal (self->headings[i], cells[i]))
          geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                               _ ("the template has no such column; what stands in it is kept in "
                                  "the notes"));
        else
          geoat_import_record (self, row, i, GEOAT_IMPORT_UNPLACED,
                               _ ("the template has no such column"));
    }
  self->heading_rows = 0;
}

gboolean
geoat_import_take_outer_headings (GeoatImport *self, guint row, char **cells)
{
  guint n = g_strv_length (g_ptr_array_index (self->sheet->rows, row));
  g_auto (GStrv) blank = g_new0 (char *, n + 1);
  g_auto (Headings) headings = { .cells = cells != NULL ? cells : blank, .n = n };

  for (guint i = 0; i < n; i++)
    blank[i] = g_strdup ("");
  if (cells != NULL && g_strv_length (cells) != n)
    return FALSE;
  headings.kinds = g_new0 (GeoatSourceColumn, n + 1);
  headings.matches = g_new0 (GeoatHeadingMatch, n + 1);
  read_headings (self, &headings);
  apply_choices (self, &headings);
  if (!headings.seen[GEOAT_FIELD_INDICATOR] || headings.n_known < 2)
    return FALSE;
  geoat_import_take_columns (self, headings.cells, g_steal_pointer (&headings.kinds));
  self->heading_rows = 0;
  return TRUE;
}

/* Adds those of the parts of a text, or the text, that can be headings. */
static void
add_outer_headings (GeoatImport *self, GPtrArray *headings, const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "\t|", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GeoatHeadingMatch match;

      if (geoat_import_words_read_heading (self->words, parts[i], TRUE, &match) !=
              GEOAT_SOURCE_COLUMN_OTHER &&
          match >= GEOAT_HEADING_PARTLY)
        g_ptr_array_add (headings, g_strstrip (g_strdup (parts[i])));
    }
}

char **
geoat_import_find_outer_headings (GeoatImport *self, GPtrArray *sheets)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  gboolean seen[GEOAT_N_SOURCE_COLUMNS] = { FALSE };
  g_autofree GeoatSourceColumn *kinds = NULL;

  for (guint i = 0; i < sheets->len; i++)
    {
      const GeoatSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint j = 0; j < sheet->asides->len; j++)
        {
          const GeoatAside *aside = g_ptr_array_index (sheet->asides, j);

          if (aside->kind == GEOAT_ASIDE_APART || aside->kind == GEOAT_ASIDE_TEXT)
            add_outer_headings (self, headings, aside->text);
        }
    }
  g_ptr_array_add (headings, NULL);
  kinds = geoat_import_find_columns (self, (char **) headings->pdata, seen);
  if (find_table (seen) != GEOAT_TABLE_TEMPLATE)
    return NULL;
  return (char **) g_ptr_array_free (g_steal_pointer (&headings), FALSE);
}
