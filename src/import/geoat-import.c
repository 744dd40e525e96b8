/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tables of a filled template to indicators, activities and the working group.
 *
 * How it works: a table is the template when one of its rows has the heading of the indicator and
 * at least two more of the eight; the headings may be spread over two rows. The rows below are
 * taken one by one. The key element of a row stands in a column of its own, there or in a row
 * further up, or in a row of its own above, or is what the table is called.
 * A row that repeats columns 1 to 4 of the one above, or leaves the indicator blank, holds another
 * activity of the same indicator. Rows that have no place are kept too, so that someone can give
 * them one.
 *
 * Behind the template our own exports have tables of what it has no columns for: they are known by
 * their headings too, and complete what the template has said.
 *
 * Every cell that is not empty ends in the list of cells, with what became of it; so do comments,
 * and text outside of the tables that is no heading. What a plan has no place for, but belongs to
 * an indicator, is kept in its notes, under its heading. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-hash.h"
#include "geoat-import-places.h"
#include "geoat-import-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"

#define MAX_FOUND 100000 /* indicators, and rows without a place: ten times the largest plan */
#define MAX_FOUND_CELLS 2000000

static void
action_free (GeoatFoundAction *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (action->texts); i++)
    g_free (action->texts[i]);
  g_free (action);
}

static void
found_free (GeoatFound *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entry->first); i++)
    g_free (entry->first[i]);
  g_free (entry->reason_heading);
  g_string_free (entry->reason, TRUE);
  g_string_free (entry->notes, TRUE);
  g_string_free (entry->kept, TRUE);
  g_ptr_array_unref (entry->actions);
  g_free (entry);
}

static void
cell_free (GeoatImportCell *cell)
{
  g_ref_string_release (cell->sheet);
  g_free (cell->text);
  g_free (cell);
}

const char *
geoat_import_get_only_text (char **cells)
{
  const char *only = NULL;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (*cells[i] == '\0')
        continue;
      if (only != NULL && !g_str_equal (only, cells[i]))
        return NULL;
      only = cells[i];
    }
  return only;
}

/* Whether a row has something in the columns of an activity. */
static gboolean
has_action (GeoatImport *self, char **cells)
{
  for (guint i = 0; i < self->n_columns && cells[i] != NULL; i++)
    if (geoat_source_column_is_of_action (self->kinds[i]) && *cells[i] != '\0')
      return TRUE;
  return FALSE;
}

/* The entry that a row continues, or NULL when it begins one. Where the file shows by merged cells
 * what belongs together, that is how it is; else the same four columns with activities behind them
 * do. */
static GeoatFound *
find_continued (GeoatImport *self, char **row, char **cells, int key_element)
{
  gboolean merged = g_hash_table_contains (self->sheet->merged, row);
  const char *number = geoat_import_get_cell (self, cells, GEOAT_SOURCE_COLUMN_NUMBER);
  GeoatFound *last;

  if (self->found->len == 0 || g_str_equal (number, "1"))
    return NULL;

  last = g_ptr_array_index (self->found, self->found->len - 1);
  if (last->key_element != key_element || last->loose == GEOAT_LOOSE_ROW ||
      last->skip_reason != NULL)
    return NULL;
  if (*geoat_import_get_cell (self, cells, GEOAT_FIELD_INDICATOR) == '\0')
    return last;
  for (guint i = 0; i < G_N_ELEMENTS (last->first); i++)
    {
      const char *text = geoat_import_get_cell (self, cells, geoat_source_column_of_template (i));

      /* Some merge the indicator alone, and leave blank what stands beside it. */
      if (!g_str_equal (last->first[i], text) && !(merged && *text == '\0'))
        return NULL;
    }
  if (!merged && (g_hash_table_size (self->sheet->merged) > 0 || last->actions->len == 0 ||
                  !has_action (self, cells)))
    return *number != '\0' ? last : NULL;
  return last;
}

GeoatFound *
geoat_import_add_found (GeoatImport *self, int key_element)
{
  GeoatFound *entry = g_new0 (GeoatFound, 1);

  entry->key_element = key_element;
  entry->level = GEOAT_LEVEL_NOT_ASSESSED;
  entry->reason = g_string_new (NULL);
  entry->notes = g_string_new (NULL);
  entry->kept = g_string_new (NULL);
  entry->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) action_free);
  g_ptr_array_add (self->found, entry);
  return entry;
}

static GeoatFound *
begin_entry (GeoatImport *self, char **cells, int key_element)
{
  GeoatFound *entry = geoat_import_add_found (self, key_element);

  for (guint i = 0; i < G_N_ELEMENTS (entry->first); i++)
    entry->first[i] =
        g_strdup (geoat_import_get_cell (self, cells, geoat_source_column_of_template (i)));
  entry->is_numbered = geoat_import_has_column (self, GEOAT_SOURCE_COLUMN_NUMBER) ||
                       g_hash_table_size (self->sheet->merged) > 0;
  if (*entry->first[GEOAT_FIRST_INDICATOR] == '\0')
    {
      entry->loose = GEOAT_LOOSE_NO_INDICATOR;
      entry->loose_reason = _ ("there is no indicator in this row");
    }
  else if (key_element < 0)
    {
      entry->loose = GEOAT_LOOSE_NO_KEY_ELEMENT;
      entry->loose_reason = _ ("it is not said which key element this is");
    }
  return entry;
}

gboolean
geoat_import_is_blank (char **cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

void
geoat_import_begin_cells (GeoatImport *self, gboolean in_action)
{
  const GeoatFound *last;

  self->entry = self->found->len - 1;
  last = g_ptr_array_index (self->found, self->entry);
  self->action = in_action ? last->actions->len - 1 : G_MAXUINT;
}

void
geoat_import_end_cells (GeoatImport *self)
{
  self->entry = G_MAXUINT;
  self->action = G_MAXUINT;
}

/* A row that belongs nowhere: what is in it can become an indicator, if someone says so. */
static void
take_loose_row (GeoatImport *self, guint row, const char *reason)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  g_autoptr (GString) text = g_string_new (NULL);
  GeoatFound *entry;

  if (geoat_import_is_blank (cells))
    return;

  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      geoat_import_add_line (text, "", cells[i]);
  entry = geoat_import_add_found (self, -1);
  entry->loose = GEOAT_LOOSE_ROW;
  entry->loose_reason = reason;
  for (guint i = 1; i < G_N_ELEMENTS (entry->first); i++)
    entry->first[i] = g_strdup ("");
  entry->first[GEOAT_FIRST_INDICATOR] = g_strdup (text->str);
  geoat_import_begin_cells (self, FALSE);
  geoat_import_record_row (self, row, GEOAT_IMPORT_UNPLACED, reason);
  geoat_import_end_cells (self);
}

static void
queue_free (GQueue *queue)
{
  g_queue_free_full (queue, g_free);
}

static GHashTable *
create_places (void)
{
  return g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, (GDestroyNotify) queue_free);
}

static char *
make_place_key (int key_element, const char *text)
{
  return g_strdup_printf ("%d %s", key_element, text != NULL ? text : "");
}

/* Remembers what was found last, or its last activity, for a row that completes it. */
static void
remember_place (GeoatImport *self, GHashTable *places, const char *text, gboolean is_action)
{
  const GeoatFound *last = g_ptr_array_index (self->found, self->found->len - 1);
  g_autofree char *key = make_place_key (last->key_element, text);
  GeoatFoundPlace *place = g_new (GeoatFoundPlace, 1);
  GQueue *queue = g_hash_table_lookup (places, key);

  place->entry = self->found->len - 1;
  place->action = is_action ? last->actions->len - 1 : G_MAXUINT;
  if (queue == NULL)
    {
      queue = g_queue_new ();
      g_hash_table_insert (places, g_steal_pointer (&key), queue);
    }
  g_queue_push_tail (queue, place);
}

/* The next place with that text in the key element which no row has been about, full, or NULL. */
static GeoatFoundPlace *
take_place (GHashTable *places, int key_element, const char *text)
{
  g_autofree char *key = make_place_key (key_element, text);
  GQueue *queue = g_hash_table_lookup (places, key);

  return queue != NULL ? g_queue_pop_head (queue) : NULL;
}

/* Adds a text to one that it goes on from. */
static void
join (char **text, const char *more)
{
  char *both =
      *text != NULL && **text != '\0' ? g_strconcat (*text, " ", more, NULL) : g_strdup (more);

  g_free (*text);
  *text = both;
}

/* A row that only goes on with the sentences of the one above, as at the end of a page. */
static void
take_rest (GeoatImport *self, guint row)
{
  GeoatFound *last = g_ptr_array_index (self->found, self->found->len - 1);
  GeoatFoundAction *action =
      last->actions->len > 0 ? g_ptr_array_index (last->actions, last->actions->len - 1) : NULL;

  geoat_import_begin_cells (self, FALSE);
  for (guint i = 0; self->row[i] != NULL; i++)
    {
      GeoatSourceColumn kind = i < self->n_columns ? self->kinds[i] : GEOAT_SOURCE_COLUMN_OTHER;

      if (*self->row[i] == '\0')
        continue;
      if (geoat_source_column_is_of_action (kind) && action != NULL)
        join (&action->texts[kind - GEOAT_BEFORE_ACTION_FIELDS - 1], self->row[i]);
      else if (!geoat_source_column_is_of_action (kind))
        join (&last->first[geoat_source_column_get_position (kind)], self->row[i]);
      else
        continue;
      geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                           _ ("this seems to go on from the row above, and is joined to it"));
    }
  geoat_import_end_cells (self);
}

/* A row of the template whose key element is known. */
static void
take_row (GeoatImport *self, guint row, int key_element)
{
  char **cells = self->row;
  char **source = g_ptr_array_index (self->sheet->rows, row);
  int said;
  GeoatRowChoice choice =
      geoat_import_choices_get_row (self->choices, geoat_import_get_number (self, row), &said);
  const char *reason = choice == GEOAT_ROW_FREE ? geoat_import_judge_row (self, row) : NULL;
  GeoatFound *last =
      self->found->len > 0 ? g_ptr_array_index (self->found, self->found->len - 1) : NULL;
  GeoatFound *entry = NULL;
  gboolean begins;
  GeoatFoundAction *action = NULL;

  if (reason == NULL && choice == GEOAT_ROW_FREE && geoat_import_goes_on_from (self, last))
    {
      take_rest (self, row);
      return;
    }
  if (choice == GEOAT_ROW_ACTIVITY && last != NULL && last->loose != GEOAT_LOOSE_ROW)
    entry = last;
  else if (reason == NULL && choice != GEOAT_ROW_INDICATOR)
    entry = find_continued (self, source, cells, key_element);
  begins = entry == NULL;
  if (begins)
    entry = begin_entry (self, cells, key_element);
  if (begins)
    entry->skip_reason = reason;
  if (has_action (self, cells))
    {
      action = g_new0 (GeoatFoundAction, 1);
      g_ptr_array_add (entry->actions, action);
    }
  geoat_import_begin_cells (self, action != NULL);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (!g_str_equal (cells[i], source[i]))
        geoat_import_record (self, row, i, GEOAT_IMPORT_DOUBTFUL,
                             _ ("this stands for the text above it"));
      geoat_import_take_cell (self, entry, action, begins, row, i);
    }
  geoat_import_end_cells (self);
  if (begins)
    remember_place (self, self->entries, entry->first[GEOAT_FIRST_INDICATOR], FALSE);
  if (action != NULL)
    remember_place (self, self->activities,
                    geoat_found_action_get_text (action, GEOAT_FIELD_ACTIVITY), TRUE);
}

/* A row about an activity, or about an indicator, that the template has told of. */
static void
take_completion (GeoatImport *self, guint row, GeoatSourceTable table, int key_element)
{
  char **cells = self->row;
  gboolean remarks = table == GEOAT_TABLE_REMARKS;
  g_autofree GeoatFoundPlace *place = take_place (
      remarks ? self->entries : self->activities, key_element,
      geoat_import_get_cell (self, cells, remarks ? GEOAT_FIELD_INDICATOR : GEOAT_FIELD_ACTIVITY));
  GeoatFound *entry;
  GeoatFoundAction *action;

  if (place == NULL)
    {
      take_loose_row (self, row, _ ("the template does not tell of this"));
      return;
    }

  self->entry = place->entry;
  self->action = place->action;
  entry = g_ptr_array_index (self->found, place->entry);
  action = remarks ? NULL : g_ptr_array_index (entry->actions, place->action);
  for (guint i = 0; cells[i] != NULL; i++)
    geoat_import_take_cell (self, entry, action, FALSE, row, i);
  geoat_import_end_cells (self);
}

static void
take_member (GeoatImport *self, guint row)
{
  char **cells = self->row;

  g_ptr_array_add (self->members,
                   geoat_member_new (geoat_import_get_cell (self, cells, GEOAT_FIELD_MEMBER_NAME),
                                     geoat_import_get_cell (self, cells, GEOAT_FIELD_MEMBER_UNIT),
                                     geoat_import_get_cell (self, cells, GEOAT_FIELD_MEMBER_ROLE)));
  for (guint i = 0; cells[i] != NULL; i++)
    if (i < self->n_columns && self->kinds[i] > GEOAT_BEFORE_MEMBER_FIELDS &&
        self->kinds[i] < GEOAT_AFTER_MEMBER_FIELDS)
      geoat_import_claim (self, row, i, GEOAT_CLAIM_TEXT);
    else
      geoat_import_record (self, row, i, GEOAT_IMPORT_UNPLACED,
                           _ ("the working group has no such column"));
}

/* More than this nobody has written. */
static gboolean
is_full (GeoatImport *self)
{
  return self->found->len > MAX_FOUND || self->members->len > MAX_FOUND ||
         self->cells->len > MAX_FOUND_CELLS;
}

gboolean
geoat_import_goes_on (GeoatImport *self)
{
  return !is_full (self) && !g_cancellable_is_cancelled (self->cancellable);
}

/* Whether a row without a key element has that of the row above: where they stand on the left, they
 * are said once for several rows. In a column behind the template a blank one was forgotten, unless
 * the row is another activity of the indicator above it, and says no more than that. */
static gboolean
is_grouped (GeoatImport *self, char **cells)
{
  if (*geoat_import_get_cell (self, cells, GEOAT_FIELD_INDICATOR) == '\0')
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->kinds[i] == GEOAT_FIELD_KEY_ELEMENT || self->kinds[i] == GEOAT_FIELD_INDICATOR)
      return self->kinds[i] == GEOAT_FIELD_KEY_ELEMENT;
  return FALSE;
}

/* The key element of a row: the one in its own column, -1 when there is none of that name, or that
 * of the row above; @otherwise when neither is said. */
int
geoat_import_find_said (GeoatImport *self, char **cells, int otherwise)
{
  const char *said = geoat_import_get_cell (self, cells, GEOAT_FIELD_KEY_ELEMENT);
  GeoatPlace place;

  self->is_assumed = *said == '\0' && self->said >= 0 && is_grouped (self, cells);
  if (*said != '\0')
    {
      geoat_import_words_read_place (self->words, said, self->principle, &place);
      self->said = place.key_element;
    }
  return *said != '\0' || self->is_assumed ? self->said : otherwise;
}

/* The key element in the number of a row, in its own column or before the indicator: "1A.03"; or
 * -1. */
static int
find_numbered (GeoatImport *self, char **cells)
{
  static const GeoatSourceColumn kinds[] = { GEOAT_SOURCE_COLUMN_NUMBER, GEOAT_FIELD_INDICATOR };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GeoatPlace place;

      geoat_import_words_read_place (self->words, geoat_import_get_cell (self, cells, kinds[i]), -1,
                                     &place);
      if (place.key_element >= 0 && place.is_alone && !place.is_guess)
        return place.key_element;
    }
  return -1;
}

/* A row below the headings of a table. */
static void
take_row_of (GeoatImport *self, guint row, GeoatSourceTable table)
{
  int key_element = geoat_import_find_said (self, self->row, self->context);
  int said;

  geoat_import_choices_get_row (self->choices, geoat_import_get_number (self, row), &said);
  if (said >= 0)
    key_element = said;
  self->is_numbered = FALSE;
  if (key_element < 0 && table == GEOAT_TABLE_TEMPLATE)
    {
      key_element = find_numbered (self, self->row);
      self->is_numbered = key_element >= 0;
    }
  if (key_element < 0)
    key_element = self->key_element;
  if (table == GEOAT_TABLE_MEMBERS)
    take_member (self, row);
  else if (table == GEOAT_TABLE_SCORES)
    geoat_import_claim_row (self, row, GEOAT_CLAIM_FIGURE);
  else if (table == GEOAT_TABLE_TEMPLATE)
    take_row (self, row, key_element);
  else if (key_element < 0)
    take_loose_row (self, row, _ ("it is not said which key element this is"));
  else
    take_completion (self, row, table, key_element);
}

/* Whether a name of a sheet says nothing: it is one of ours, or that of a new sheet: "Sheet1". */
static gboolean
is_plain_name (GeoatImport *self, const char *name)
{
  g_autoptr (GArray) words = geoat_normal_split (name);
  guint n = geoat_phrases_begin (GEOAT_PHRASE_SHEET, words, 0);

  for (guint i = n; n > 0 && i < words->len; i++)
    if (!g_ascii_isdigit (g_array_index (words, GeoatNormalWord, i).normal[0]))
      n = 0;
  return n > 0 || words->len == 0 || geoat_import_words_is_own (self->words, name);
}

/* Reads the lines of the name of a table: what they say about where its rows belong; the last one
 * counts. What a name says beside that is told, when nothing else tells it. */
static void
read_name (GeoatImport *self, const GeoatSheet *sheet)
{
  g_auto (GStrv) lines = g_strsplit (sheet->name, "\n", -1);
  gboolean says = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      GeoatPlace place;
      int principle;
      gboolean doubtful;

      geoat_import_words_read_place (self->words, lines[i], self->principle, &place);
      if (place.key_element >= 0 && !place.is_guess && !place.is_number &&
          (place.is_alone || !sheet->name_is_text))
        {
          self->context = place.key_element;
          self->principle = (int) geoat_framework_get_key_element_principle (
              self->framework, (guint) place.key_element);
          says = TRUE;
          if (!place.is_whole && !sheet->name_is_text)
            geoat_import_record_text (self, lines[i], GEOAT_IMPORT_DOUBTFUL,
                                      _ ("this name of a table is taken for a key element"));
        }
      else if (geoat_import_words_is_principle (self->words, lines[i], &principle, &doubtful))
        {
          self->principle = principle;
          self->context = -1;
          says = TRUE;
        }
    }
  if (!says && !sheet->follows)
    self->context = -1;
  if (!says && !sheet->name_is_text && !is_plain_name (self, sheet->name))
    geoat_import_record_text (self, sheet->name, GEOAT_IMPORT_UNPLACED,
                              _ ("this is the name of a table"));
}

void
geoat_import_begin_sheet (GeoatImport *self, const GeoatSheet *sheet)
{
  const char *line = sheet->name_is_text ? strrchr (sheet->name, '\n') : NULL;
  g_autofree char *label = geoat_import_make_label (line != NULL ? line + 1 : sheet->name);

  geoat_import_open_account (self, sheet);
  g_clear_pointer (&self->sheet_name, g_ref_string_release);
  self->sheet_name = g_ref_string_new (label);
  if (!sheet->follows)
    self->principle = -1;
  read_name (self, sheet);
  self->said = -1;
  self->in_tail = FALSE;
  self->behind_gap = FALSE;
  self->n_alone = self->n_full = 0;
  self->heading_rows = 0;
}

void
geoat_import_end_sheet (GeoatImport *self)
{
  geoat_import_end_columns (self);
  geoat_import_close_account (self);
}

/* The rows below @row belong to @key_element. @doubtful: it says more than that. */
void
geoat_import_take_context (GeoatImport *self, guint row, int key_element, gboolean doubtful)
{
  self->context = key_element;
  self->principle =
      (int) geoat_framework_get_key_element_principle (self->framework, (guint) key_element);
  self->said = -1;
  self->in_tail = FALSE;
  if (doubtful)
    geoat_import_record_row (self, row, GEOAT_IMPORT_DOUBTFUL,
                             _ ("this is taken for the key element of the rows below"));
  else
    geoat_import_claim_row (self, row, GEOAT_CLAIM_PLACE);
}

/* A row with that one text: whether it names a principle. Which key element the rows below belong
 * to is then not said any more. */
gboolean
geoat_import_take_principle (GeoatImport *self, guint row, const char *only)
{
  gboolean doubtful;
  int principle;

  if (!geoat_import_words_is_principle (self->words, only, &principle, &doubtful))
    return FALSE;
  self->context = -1;
  self->principle = principle;
  self->said = -1;
  self->in_tail = FALSE;
  if (doubtful)
    geoat_import_record_row (self, row, GEOAT_IMPORT_DOUBTFUL,
                             _ ("this is taken for the heading of a principle"));
  else
    geoat_import_claim_row (self, row, GEOAT_CLAIM_PLACE);
  return TRUE;
}

/* A row that names the key element of those below, in its own words too; those of an indicator that
 * begins with the code of the present one are no heading. */
static gboolean
take_context (GeoatImport *self, guint row)
{
  const char *only = geoat_import_get_only_text (g_ptr_array_index (self->sheet->rows, row));
  GeoatPlace place;

  if (only == NULL)
    return FALSE;
  geoat_import_words_read_place (self->words, only, self->principle, &place);
  if (place.key_element < 0 || !place.is_alone || place.is_number || place.is_guess ||
      (!place.is_whole && place.key_element == self->context))
    return geoat_import_take_principle (self, row, only);
  geoat_import_take_context (self, row, place.key_element, !place.is_whole);
  return TRUE;
}

/* The headings of a row, by what was said or what it says; where a table has none, those that stand
 * outside of it, or what was said about its columns. *@n_rows: how many rows they take. */
static GeoatSourceTable
take_headings (GeoatImport *self, guint row, gboolean first, guint *n_rows)
{
  int said;
  GeoatRowChoice choice =
      geoat_import_choices_get_row (self->choices, geoat_import_get_number (self, row), &said);
  GeoatSourceTable table =
      choice == GEOAT_ROW_FREE || choice == GEOAT_ROW_HEADINGS
          ? geoat_import_take_headings (self, row, first || choice == GEOAT_ROW_HEADINGS, n_rows)
          : GEOAT_TABLE_NONE;

  if (table != GEOAT_TABLE_NONE || !first)
    return table;
  *n_rows = 0;
  if ((self->margin != NULL && geoat_import_take_outer_headings (self, row, self->margin)) ||
      (geoat_import_choices_has_columns (self->choices) &&
       geoat_import_take_outer_headings (self, row, NULL)))
    return GEOAT_TABLE_TEMPLATE;
  return GEOAT_TABLE_NONE;
}

/* Whether somebody has said that a row is to be skipped; then it is told. */
static gboolean
take_skipped (GeoatImport *self, guint row)
{
  int said;

  if (geoat_import_choices_get_row (self->choices, geoat_import_get_number (self, row), &said) !=
      GEOAT_ROW_SKIP)
    return FALSE;
  geoat_import_end_cells (self);
  geoat_import_record_row (self, row, GEOAT_IMPORT_UNPLACED,
                           _ ("this row is skipped, as was said"));
  return TRUE;
}

/* Some rows of the present table, from its headings on. */
static void
take_rows (GeoatImport *self, guint first, guint end)
{
  GeoatSourceTable table = GEOAT_TABLE_NONE;

  for (guint i = first; i < end && geoat_import_goes_on (self); i++)
    {
      GeoatSourceTable begun = GEOAT_TABLE_NONE;
      guint n_rows;

      if (geoat_import_is_blank (g_ptr_array_index (self->sheet->rows, i)))
        {
          self->behind_gap = TRUE;
          continue;
        }
      if (take_skipped (self, i) || take_context (self, i))
        continue;
      begun = take_headings (self, i, table == GEOAT_TABLE_NONE, &n_rows);
      if (begun != GEOAT_TABLE_NONE && n_rows == 0)
        table = begun;
      else if (begun != GEOAT_TABLE_NONE)
        {
          table = begun;
          self->said = -1;
          self->in_tail = FALSE;
          geoat_import_begin_row (self, i, FALSE);
          i += n_rows - 1;
          continue;
        }
      geoat_import_begin_row (self, i, table != GEOAT_TABLE_NONE);
      if (table == GEOAT_TABLE_NONE)
        take_loose_row (self, i, _ ("this does not belong to the template"));
      else
        take_row_of (self, i, table);
    }
  geoat_import_end_columns (self);
}

static void
take_sheet (GeoatImport *self, const GeoatSheet *sheet)
{
  geoat_import_begin_sheet (self, sheet);
  geoat_import_record_asides (self, TRUE);
  if (!geoat_import_take_forms (self, take_rows))
    take_rows (self, 0, sheet->rows->len);
  geoat_import_end_sheet (self);
}

/* Whether there was a table with the headings of the template, and an indicator in it. */
static gboolean
has_template (GeoatImport *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const GeoatFound *entry = g_ptr_array_index (self->found, i);

      if (entry->loose == GEOAT_LOOSE_NOT || entry->loose == GEOAT_LOOSE_NO_KEY_ELEMENT)
        return TRUE;
    }
  return FALSE;
}

/* Says which headings were found, and what is missing. */
static void
fail_without_template (GeoatImport *self, GError **error)
{
  if (self->n_best == 0 && self->best_unknown != NULL)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("there is no filled template in it: no row has the headings of the template; "
                    "these are none: %s"),
                 self->best_unknown);
  else if (self->n_best == 0)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("there is no filled template in it: no row has the headings of the "
                            "template, such as “GEOAT indicator”, with indicators below"));
  else if (*self->best_unknown == '\0')
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("there is no filled template in it: of its headings only %s were found, or "
                    "there is no indicator below them"),
                 self->best_known);
  else
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("there is no filled template in it: of its headings only %s were found; these "
                    "were not recognised: %s"),
                 self->best_known, self->best_unknown);
}

GeoatImport *
geoat_import_create (GeoatFramework *framework, const char *key_element, GCancellable *cancellable)
{
  GeoatImport *self = g_new0 (GeoatImport, 1);

  self->framework = g_object_ref (framework);
  g_set_object (&self->cancellable, cancellable);
  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = geoat_import_words_new (framework);
  self->entries = create_places ();
  self->activities = create_places ();
  self->accounted = g_array_new (FALSE, TRUE, sizeof (guint8));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint));
  self->turned = G_MAXUINT;
  self->context = -1;
  self->principle = -1;
  self->said = -1;
  geoat_import_end_cells (self);
  self->key_element = key_element ? geoat_framework_find_key_element (framework, key_element) : -1;
  return self;
}

gboolean
geoat_import_check (GeoatImport *self, GError **error)
{
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error) &&
         (!is_full (self) || geoat_sheet_fail_too_large (error));
}

/* Reads all tables, full. @margin: (transfer full): the headings of tables that have none. */
static GeoatImport *
read_sheets (GeoatFramework *framework,
             GPtrArray *sheets,
             const char *key_element,
             const GeoatImportChoices *choices,
             char **margin,
             GCancellable *cancellable)
{
  GeoatImport *self = geoat_import_create (framework, key_element, cancellable);

  self->choices = choices;
  self->margin = margin;
  for (guint i = 0; i < sheets->len; i++)
    take_sheet (self, g_ptr_array_index (sheets, i));
  self->choices = NULL;
  return self;
}

/**
 * geoat_import_new:
 * @framework: the framework of the plan that it is for
 * @sheets: an array of #GeoatSheet: the tables of the source
 * @key_element: (nullable): the id of the key element of rows that do not say it
 * @choices: (nullable): what was said about columns and rows
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Finds out what the tables of a filled template say.
 *
 * Returns: (transfer full): what was found; %NULL with %GEOAT_ERROR_INVALID when there is no
 *   indicator in them, %GEOAT_ERROR_TOO_LARGE when there is more than a plan can mean, and
 *   %G_IO_ERROR_CANCELLED when it was stopped
 */
GeoatImport *
geoat_import_new (GeoatFramework *framework,
                  GPtrArray *sheets,
                  const char *key_element,
                  const GeoatImportChoices *choices,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GeoatImport) self =
      read_sheets (framework, sheets, key_element, choices, NULL, cancellable);
  char **margin = NULL;

  if (!geoat_import_check (self, error))
    return NULL;
  if (!has_template (self))
    margin = geoat_import_find_outer_headings (self, sheets);
  if (margin != NULL)
    {
      geoat_import_free (self);
      self = read_sheets (framework, sheets, key_element, choices, margin, cancellable);
      if (!geoat_import_check (self, error))
        return NULL;
    }
  if (!has_template (self))
    {
      fail_without_template (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
geoat_import_free (GeoatImport *self)
{
  g_object_unref (self->framework);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->members);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->activities);
  geoat_import_words_free (self->words);
  g_free (self->kinds);
  g_strfreev (self->headings);
  g_strfreev (self->row);
  g_strfreev (self->above);
  g_free (self->used);
  g_array_unref (self->accounted);
  g_array_unref (self->offsets);
  g_strfreev (self->margin);
  g_free (self->best_known);
  g_free (self->best_unknown);
  g_clear_pointer (&self->sheet_name, g_ref_string_release);
  g_free (self);
}

/**
 * geoat_import_get_cells:
 * @self: what was found
 *
 * Returns: (transfer none): an array of #GeoatImportCell: every cell that is not empty, and what
 *   became of it
 */
GPtrArray *
geoat_import_get_cells (GeoatImport *self)
{
  return self->cells;
}

/**
 * geoat_import_get_n_entries:
 * @self: what was found
 *
 * Returns: how many indicators there are whose key element is known
 */
guint
geoat_import_get_n_entries (GeoatImport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      const GeoatFound *entry = g_ptr_array_index (self->found, i);

      n += entry->loose == GEOAT_LOOSE_NOT && entry->skip_reason == NULL;
    }
  return n;
}

/**
 * geoat_import_is_list:
 * @self: what was found
 *
 * Returns: whether it is a list of indicators, and not a filled template
 */
gboolean
geoat_import_is_list (GeoatImport *self)
{
  return self->is_list;
}

GeoatFramework *
geoat_import_get_framework (GeoatImport *self)
{
  return self->framework;
}

GPtrArray *
geoat_import_get_found (GeoatImport *self)
{
  return self->found;
}

GPtrArray *
geoat_import_get_members (GeoatImport *self)
{
  return self->members;
}
