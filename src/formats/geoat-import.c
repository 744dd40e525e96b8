/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the tables of a filled template to indicators, activities and the working group.
 *
 * How it works: a table is the template when one of its rows has the heading of the indicator and
 * at least two more of the eight. The rows below are taken one by one. The key element of a row
 * stands in a column of its own, or in a row of its own above, or is what the table is called.
 * A row that repeats columns 1 to 4 of the one above, or leaves the indicator blank, holds another
 * activity of the same indicator.
 *
 * Behind the template our own exports have tables of what it has no columns for: they are known by
 * their headings too, and complete what the template has said.
 *
 * Every cell that is not empty ends in the list of cells, with what became of it. What a plan has
 * no place for, but belongs to an indicator, is kept in its notes, under its heading. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/geoat-date.h"
#include "core/geoat-error.h"
#include "geoat-import-words.h"

#define NEEDED_HEADINGS 3 /* of the eight, that of the indicator included */

/* What the headings of a table say that it is. */
typedef enum
{
  TABLE_NONE,
  TABLE_TEMPLATE,
  TABLE_ACTIVITIES, /* all activities, with lead, dates, status, progress */
  TABLE_REMARKS,    /* reasons and notes */
  TABLE_MEMBERS,    /* the working group */
  TABLE_SCORES,     /* follows from the levels */
} Table;

typedef struct
{
  char *texts[GEOAT_N_COLUMN_KINDS]; /* by kind of column; NULL: none */
  GeoatStatus status;
  gboolean completed; /* a row of the activities was about it */
} Action;

typedef struct
{
  int key_element;
  char *first[GEOAT_COLUMN_CURRENT_ACTIVITIES + 1]; /* columns 1 to 4 as they stood there */
  GeoatLevel level;
  char *reason;
  GString *notes;
  GPtrArray *actions; /* of Action */
  gboolean completed; /* a row of the remarks was about it */
} Entry;

struct _GeoatImport
{
  GeoatFramework *framework;
  GPtrArray *entries; /* of Entry */
  GPtrArray *members; /* of GeoatMember */
  GPtrArray *cells;   /* of GeoatImportCell */
  int key_element;    /* of rows that do not say it, or -1 */

  GeoatWords *words;

  /* the table that is being read */
  const GeoatSheet *sheet;
  GeoatColumnKind *kinds;
  char **headings;
  guint n_columns;
  int context; /* the key element that the rows belong to, or -1 */
};

static void
action_free (Action *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (action->texts); i++)
    g_free (action->texts[i]);
  g_free (action);
}

static void
entry_free (Entry *entry)
{
  for (gsize i = 0; i < G_N_ELEMENTS (entry->first); i++)
    g_free (entry->first[i]);
  g_free (entry->reason);
  g_string_free (entry->notes, TRUE);
  g_ptr_array_unref (entry->actions);
  g_free (entry);
}

static void
cell_free (GeoatImportCell *cell)
{
  g_free (cell->sheet);
  g_free (cell->text);
  g_free (cell->reason);
  g_free (cell);
}

/* Records what became of a cell; nothing for one that is empty. @reason is copied. */
static void
record (GeoatImport *self, guint row, guint column, GeoatImportState state, const char *reason)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  GeoatImportCell *cell;

  if (*cells[column] == '\0')
    return;

  cell = g_new0 (GeoatImportCell, 1);
  cell->sheet = g_strdup (self->sheet->name);
  cell->row = g_array_index (self->sheet->numbers, guint, row);
  cell->column = column + 1;
  cell->text = g_strdup (cells[column]);
  cell->state = state;
  cell->reason = g_strdup (reason);
  g_ptr_array_add (self->cells, cell);
}

static void
record_row (GeoatImport *self, guint row, GeoatImportState state, const char *reason)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    record (self, row, i, state, reason);
}

/* The key element that a text names, or -1. */
static int
find_key_element (GeoatImport *self, const char *text)
{
  return geoat_words_find_key_element (self->words, text);
}

/* What a table with these columns is. */
static Table
find_table (const gboolean seen[GEOAT_N_COLUMN_KINDS])
{
  guint n_known = 0;

  for (guint i = GEOAT_COLUMN_INDICATOR; i <= GEOAT_COLUMN_TARGETS; i++)
    n_known += seen[i] ? 1 : 0;

  if (seen[GEOAT_COLUMN_INDICATOR] && n_known >= NEEDED_HEADINGS)
    return TABLE_TEMPLATE;
  if (seen[GEOAT_COLUMN_KEY_ELEMENT] && seen[GEOAT_COLUMN_ACTIVITY] && seen[GEOAT_COLUMN_STATUS])
    return TABLE_ACTIVITIES;
  if (seen[GEOAT_COLUMN_KEY_ELEMENT] && seen[GEOAT_COLUMN_INDICATOR] &&
      (seen[GEOAT_COLUMN_REASON] || seen[GEOAT_COLUMN_NOTES]))
    return TABLE_REMARKS;
  if (seen[GEOAT_COLUMN_MEMBER_NAME] && seen[GEOAT_COLUMN_MEMBER_ROLE])
    return TABLE_MEMBERS;
  return seen[GEOAT_COLUMN_MEAN] ? TABLE_SCORES : TABLE_NONE;
}

/* Takes the headings from a row; TABLE_NONE, and nothing changed, when it has none. */
static Table
take_headings (GeoatImport *self, guint row)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  guint n = g_strv_length (cells);
  g_autofree GeoatColumnKind *kinds = g_new0 (GeoatColumnKind, n + 1);
  gboolean seen[GEOAT_N_COLUMN_KINDS] = { FALSE };
  Table table;

  for (guint i = 0; i < n; i++)
    {
      GeoatColumnKind kind = geoat_words_find_column (self->words, cells[i]);

      /* Of two columns with the same heading the first one is meant. */
      if (seen[kind])
        kind = GEOAT_COLUMN_OTHER;
      seen[kind] = TRUE;
      kinds[i] = kind;
    }
  table = find_table (seen);
  if (table == TABLE_NONE)
    return TABLE_NONE;

  g_free (self->kinds);
  g_strfreev (self->headings);
  self->kinds = g_steal_pointer (&kinds);
  self->headings = g_strdupv (cells);
  self->n_columns = n;
  return table;
}

/* The one text of a row whose other cells are empty or the same: a heading between rows. */
static const char *
get_only_text (char **cells)
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

static const char *
get_cell (GeoatImport *self, char **cells, GeoatColumnKind kind)
{
  for (guint i = 0; i < self->n_columns && cells[i] != NULL; i++)
    if (self->kinds[i] == kind)
      return cells[i];
  return "";
}

static void
add_note (Entry *entry, const char *heading, const char *text)
{
  if (entry->notes->len > 0)
    g_string_append_c (entry->notes, '\n');
  if (*heading != '\0')
    g_string_append_printf (entry->notes, "%s: ", heading);
  g_string_append (entry->notes, text);
}

/* The entry that a row continues, or NULL when it begins one. */
static Entry *
find_continued (GeoatImport *self, char **cells, int key_element)
{
  const char *number = get_cell (self, cells, GEOAT_COLUMN_NUMBER);
  Entry *last;

  if (self->entries->len == 0 || g_str_equal (number, "1"))
    return NULL;

  last = g_ptr_array_index (self->entries, self->entries->len - 1);
  if (last->key_element != key_element)
    return NULL;
  if (*get_cell (self, cells, GEOAT_COLUMN_INDICATOR) == '\0')
    return last;
  for (guint i = GEOAT_COLUMN_INDICATOR; i <= GEOAT_COLUMN_CURRENT_ACTIVITIES; i++)
    if (!g_str_equal (last->first[i], get_cell (self, cells, (GeoatColumnKind) i)))
      return NULL;
  return last;
}

static Entry *
begin_entry (GeoatImport *self, char **cells, int key_element)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->key_element = key_element;
  entry->level = GEOAT_LEVEL_NOT_ASSESSED;
  entry->notes = g_string_new (NULL);
  entry->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) action_free);
  for (guint i = GEOAT_COLUMN_INDICATOR; i <= GEOAT_COLUMN_CURRENT_ACTIVITIES; i++)
    entry->first[i] = g_strdup (get_cell (self, cells, (GeoatColumnKind) i));
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/* Takes a level or a date; what it is not is kept in the notes. */
static void
take_level (GeoatImport *self, Entry *entry, guint row, guint column, const char *text)
{
  gboolean doubtful;

  if (!geoat_words_find_level (self->words, text, &entry->level, &doubtful))
    {
      add_note (entry, self->headings[column], text);
      record (self, row, column, GEOAT_IMPORT_UNPLACED,
              _ ("this is no level; it is kept in the notes"));
    }
  else if (doubtful)
    {
      add_note (entry, self->headings[column], text);
      record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
              _ ("number and name do not agree; the number counts, the cell is kept in the notes"));
    }
  else
    record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
}

/* Takes a cell of columns 5 to 8 and of those behind them. */
static void
take_action_cell (
    GeoatImport *self, Entry *entry, Action *action, guint row, guint column, const char *text)
{
  GeoatColumnKind kind = self->kinds[column];

  if ((kind == GEOAT_COLUMN_START || kind == GEOAT_COLUMN_DUE || kind == GEOAT_COLUMN_COMPLETED) &&
      *text != '\0' && !geoat_date_is_valid (text))
    {
      add_note (entry, self->headings[column], text);
      record (self, row, column, GEOAT_IMPORT_UNPLACED,
              _ ("this is no date such as 2026-03-08; it is kept in the notes"));
      return;
    }
  if (kind == GEOAT_COLUMN_STATUS && *text != '\0' &&
      !geoat_words_find_status (self->words, text, &action->status))
    {
      add_note (entry, self->headings[column], text);
      record (self, row, column, GEOAT_IMPORT_UNPLACED,
              _ ("this is no status; it is kept in the notes"));
      return;
    }
  if (*text != '\0')
    {
      g_free (action->texts[kind]);
      action->texts[kind] = g_strdup (text);
    }
  record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
}

/* Whether a row has something in the columns of an activity. */
static gboolean
has_action (GeoatImport *self, char **cells)
{
  static const GeoatColumnKind kinds[] = {
    GEOAT_COLUMN_ACTIVITY,  GEOAT_COLUMN_UNITS,    GEOAT_COLUMN_TIMELINE, GEOAT_COLUMN_TARGETS,
    GEOAT_COLUMN_STATUS,    GEOAT_COLUMN_LEAD,     GEOAT_COLUMN_START,    GEOAT_COLUMN_DUE,
    GEOAT_COLUMN_COMPLETED, GEOAT_COLUMN_PROGRESS,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (*get_cell (self, cells, kinds[i]) != '\0')
      return TRUE;
  return FALSE;
}

static void
take_other (GeoatImport *self, Entry *entry, guint row, guint column, const char *text)
{
  if (*text == '\0')
    return;
  add_note (entry, column < self->n_columns ? self->headings[column] : "", text);
  record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
          _ ("the template has no such column; it is kept in the notes"));
}

/* A reason belongs to a rating; without one it is a note. */
static void
take_remark (GeoatImport *self, Entry *entry, guint row, guint column, const char *text)
{
  if (*text == '\0')
    return;
  if (self->kinds[column] == GEOAT_COLUMN_REASON && entry->level != GEOAT_LEVEL_NOT_ASSESSED)
    {
      g_free (entry->reason);
      entry->reason = g_strdup (text);
    }
  else
    add_note (entry, self->kinds[column] == GEOAT_COLUMN_NOTES ? "" : self->headings[column], text);
  record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
}

/* One cell of a row of the template. @begins: the row begins the entry; @action may be NULL. */
static void
take_cell (
    GeoatImport *self, Entry *entry, Action *action, gboolean begins, guint row, guint column)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  GeoatColumnKind kind = column < self->n_columns ? self->kinds[column] : GEOAT_COLUMN_OTHER;
  const char *text = cells[column];
  /* Of a row without an indicator the other first columns can only be a remark. */
  gboolean repeats = begins || *get_cell (self, cells, GEOAT_COLUMN_INDICATOR) != '\0';

  switch (kind)
    {
    case GEOAT_COLUMN_LEVEL:
      if (begins)
        {
          take_level (self, entry, row, column, text);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case GEOAT_COLUMN_INDICATOR:
    case GEOAT_COLUMN_ALIGNMENT:
    case GEOAT_COLUMN_CURRENT_ACTIVITIES:
      if (repeats)
        record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
      else
        take_other (self, entry, row, column, text);
      break;
    case GEOAT_COLUMN_KEY_ELEMENT:
    case GEOAT_COLUMN_NUMBER:
      record (self, row, column, GEOAT_IMPORT_MATCHED, NULL);
      break;
    case GEOAT_COLUMN_REASON:
    case GEOAT_COLUMN_NOTES:
      take_remark (self, entry, row, column, text);
      break;
    case GEOAT_COLUMN_ACTIVITY:
    case GEOAT_COLUMN_UNITS:
    case GEOAT_COLUMN_TIMELINE:
    case GEOAT_COLUMN_TARGETS:
    case GEOAT_COLUMN_STATUS:
    case GEOAT_COLUMN_LEAD:
    case GEOAT_COLUMN_START:
    case GEOAT_COLUMN_DUE:
    case GEOAT_COLUMN_COMPLETED:
    case GEOAT_COLUMN_PROGRESS:
      if (action != NULL)
        take_action_cell (self, entry, action, row, column, text);
      break;
    case GEOAT_COLUMN_OTHER:
    case GEOAT_COLUMN_MEMBER_NAME:
    case GEOAT_COLUMN_MEMBER_UNIT:
    case GEOAT_COLUMN_MEMBER_ROLE:
    case GEOAT_COLUMN_MEAN:
    case GEOAT_N_COLUMN_KINDS:
    default:
      take_other (self, entry, row, column, text);
    }
}

/* A row of the template whose key element is known. */
static void
take_row (GeoatImport *self, guint row, int key_element)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  Entry *entry = find_continued (self, cells, key_element);
  gboolean begins = entry == NULL;
  Action *action = NULL;

  if (begins && *get_cell (self, cells, GEOAT_COLUMN_INDICATOR) == '\0')
    {
      record_row (self, row, GEOAT_IMPORT_UNPLACED, _ ("there is no indicator in this row"));
      return;
    }
  if (begins)
    entry = begin_entry (self, cells, key_element);
  if (has_action (self, cells))
    {
      action = g_new0 (Action, 1);
      g_ptr_array_add (entry->actions, action);
    }
  for (guint i = 0; cells[i] != NULL; i++)
    take_cell (self, entry, action, begins, row, i);
}

/* The next activity with that text in the key element which no row has been about; *@entry is whose
 * it is. */
static Action *
find_action (GeoatImport *self, int key_element, const char *text, Entry **entry)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      *entry = g_ptr_array_index (self->entries, i);
      for (guint j = 0; (*entry)->key_element == key_element && j < (*entry)->actions->len; j++)
        {
          Action *action = g_ptr_array_index ((*entry)->actions, j);
          const char *activity = action->texts[GEOAT_COLUMN_ACTIVITY];

          if (!action->completed && g_str_equal (activity ? activity : "", text))
            return action;
        }
    }
  return NULL;
}

static Entry *
find_entry (GeoatImport *self, int key_element, const char *indicator)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (!entry->completed && entry->key_element == key_element &&
          g_str_equal (entry->first[GEOAT_COLUMN_INDICATOR], indicator))
        return entry;
    }
  return NULL;
}

/* A row about an activity, or about an indicator, that the template has told of. */
static void
take_completion (GeoatImport *self, guint row, Table table, int key_element)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  Entry *entry = NULL;
  Action *action = NULL;

  if (table == TABLE_REMARKS)
    entry = find_entry (self, key_element, get_cell (self, cells, GEOAT_COLUMN_INDICATOR));
  else
    action = find_action (self, key_element, get_cell (self, cells, GEOAT_COLUMN_ACTIVITY), &entry);
  if (table == TABLE_REMARKS ? entry == NULL : action == NULL)
    {
      record_row (self, row, GEOAT_IMPORT_UNPLACED, _ ("the template does not tell of this"));
      return;
    }

  if (action != NULL)
    action->completed = TRUE;
  else
    entry->completed = TRUE;
  for (guint i = 0; cells[i] != NULL; i++)
    take_cell (self, entry, action, FALSE, row, i);
}

static void
take_member (GeoatImport *self, guint row)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);

  for (guint i = 0; cells[i] != NULL; i++)
    if (i < self->n_columns && self->kinds[i] >= GEOAT_COLUMN_MEMBER_NAME &&
        self->kinds[i] <= GEOAT_COLUMN_MEMBER_ROLE)
      record (self, row, i, GEOAT_IMPORT_MATCHED, NULL);
    else
      record (self, row, i, GEOAT_IMPORT_UNPLACED, _ ("the working group has no such column"));
  g_ptr_array_add (self->members,
                   geoat_member_new (get_cell (self, cells, GEOAT_COLUMN_MEMBER_NAME),
                                     get_cell (self, cells, GEOAT_COLUMN_MEMBER_UNIT),
                                     get_cell (self, cells, GEOAT_COLUMN_MEMBER_ROLE)));
}

/* A row below the headings of a table. */
static void
take_row_of (GeoatImport *self, guint row, Table table)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  const char *said = get_cell (self, cells, GEOAT_COLUMN_KEY_ELEMENT);
  int key_element = *said != '\0' ? find_key_element (self, said) : self->context;

  if (key_element < 0)
    key_element = self->key_element;
  if (table == TABLE_MEMBERS)
    take_member (self, row);
  else if (table == TABLE_SCORES)
    record_row (self, row, GEOAT_IMPORT_MATCHED, NULL);
  else if (key_element < 0)
    record_row (self, row, GEOAT_IMPORT_UNPLACED, _ ("it is not said which key element this is"));
  else if (table == TABLE_TEMPLATE)
    take_row (self, row, key_element);
  else
    take_completion (self, row, table, key_element);
}

/* The key element that the name of a table names, in one of its lines; the last one counts. */
static int
find_context (GeoatImport *self, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (name, "\n", -1);
  int context = -1;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      int found = find_key_element (self, lines[i]);

      context = found >= 0 ? found : context;
    }
  return context;
}

static void
take_sheet (GeoatImport *self, const GeoatSheet *sheet)
{
  int context = find_context (self, sheet->name);
  Table table = TABLE_NONE;

  self->sheet = sheet;
  if (context >= 0 || !sheet->follows)
    self->context = context;
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const char *only = get_only_text (g_ptr_array_index (sheet->rows, i));
      Table begun = TABLE_NONE;

      if (only != NULL && find_key_element (self, only) >= 0)
        {
          self->context = find_key_element (self, only);
          record_row (self, i, GEOAT_IMPORT_MATCHED, NULL);
        }
      else if ((begun = take_headings (self, i)) != TABLE_NONE)
        {
          table = begun;
          record_row (self, i, GEOAT_IMPORT_MATCHED, NULL);
        }
      else if (table == TABLE_NONE)
        record_row (self, i, GEOAT_IMPORT_UNPLACED, _ ("this does not belong to the template"));
      else
        take_row_of (self, i, table);
    }
}

/**
 * geoat_import_new:
 * @framework: the framework of the plan that it is for
 * @sheets: an array of #GeoatSheet: the tables of the source
 * @key_element: (nullable): the id of the key element of rows that do not say it
 * @error: return location for a #GError
 *
 * Finds out what the tables of a filled template say.
 *
 * Returns: (transfer full): what was found; %NULL with %GEOAT_ERROR_INVALID when there is no
 *   indicator in them
 */
GeoatImport *
geoat_import_new (GeoatFramework *framework,
                  GPtrArray *sheets,
                  const char *key_element,
                  GError **error)
{
  g_autoptr (GeoatImport) self = g_new0 (GeoatImport, 1);

  self->framework = g_object_ref (framework);
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  self->members = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = geoat_words_new (framework);
  self->context = -1;
  self->key_element = key_element ? geoat_framework_find_key_element (framework, key_element) : -1;

  for (guint i = 0; i < sheets->len; i++)
    take_sheet (self, g_ptr_array_index (sheets, i));
  if (self->entries->len == 0)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("there is no filled template in it: no table has the headings of the "
                              "template and an indicator with its key element"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
geoat_import_free (GeoatImport *self)
{
  g_object_unref (self->framework);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->members);
  geoat_words_free (self->words);
  g_free (self->kinds);
  g_strfreev (self->headings);
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
 * Returns: how many indicators there are
 */
guint
geoat_import_get_n_entries (GeoatImport *self)
{
  return self->entries->len;
}

static void
set_text (GeoatHistory *history, gpointer item, GeoatField field, const char *text)
{
  if (text != NULL && *text != '\0')
    geoat_history_set_text (history, GEOAT_ITEM (item), field, text);
}

static void
add_action (GeoatHistory *history, GeoatEntry *entry, const Action *found)
{
  char *const *texts = found->texts;
  g_autoptr (GeoatAction) action =
      geoat_action_new_with_text (texts[GEOAT_COLUMN_ACTIVITY] ? texts[GEOAT_COLUMN_ACTIVITY] : "",
                                  texts[GEOAT_COLUMN_UNITS] ? texts[GEOAT_COLUMN_UNITS] : "",
                                  texts[GEOAT_COLUMN_TIMELINE] ? texts[GEOAT_COLUMN_TIMELINE] : "",
                                  texts[GEOAT_COLUMN_TARGETS] ? texts[GEOAT_COLUMN_TARGETS] : "");

  geoat_history_add_action (history, entry, action, G_MAXUINT);
  set_text (history, action, GEOAT_FIELD_LEAD, texts[GEOAT_COLUMN_LEAD]);
  set_text (history, action, GEOAT_FIELD_START, texts[GEOAT_COLUMN_START]);
  set_text (history, action, GEOAT_FIELD_DUE, texts[GEOAT_COLUMN_DUE]);
  set_text (history, action, GEOAT_FIELD_COMPLETED, texts[GEOAT_COLUMN_COMPLETED]);
  set_text (history, action, GEOAT_FIELD_PROGRESS, texts[GEOAT_COLUMN_PROGRESS]);
  geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS, (int) found->status);
}

/**
 * geoat_import_add_to:
 * @self: what was found
 * @history: the history of a plan whose last round is open
 *
 * Adds the indicators, with their levels in the last round, and the working group, as one undo
 * step.
 */
void
geoat_import_add_to (GeoatImport *self, GeoatHistory *history)
{
  g_return_if_fail (geoat_plan_can_rate (geoat_history_get_plan (history)));

  geoat_history_begin (history, _ ("Import"));
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *found = g_ptr_array_index (self->entries, i);
      g_autoptr (GeoatEntry) entry = geoat_entry_new (
          geoat_framework_get_key_element_id (self->framework, (guint) found->key_element), "",
          found->first[GEOAT_COLUMN_INDICATOR]);

      geoat_history_add_entry (history, entry, G_MAXUINT);
      set_text (history, entry, GEOAT_FIELD_ALIGNMENT, found->first[GEOAT_COLUMN_ALIGNMENT]);
      set_text (history, entry, GEOAT_FIELD_CURRENT_ACTIVITIES,
                found->first[GEOAT_COLUMN_CURRENT_ACTIVITIES]);
      set_text (history, entry, GEOAT_FIELD_NOTES, found->notes->str);
      geoat_history_set_level (history, entry, found->level);
      if (found->reason != NULL)
        geoat_history_set_reason (history, entry, found->reason);
      for (guint j = 0; j < found->actions->len; j++)
        add_action (history, entry, g_ptr_array_index (found->actions, j));
    }
  for (guint i = 0; i < self->members->len; i++)
    geoat_history_add_member (history, g_ptr_array_index (self->members, i), G_MAXUINT);
  geoat_history_end (history);
}
