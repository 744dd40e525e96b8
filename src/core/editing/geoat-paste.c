/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying rows and cells of the template, and pasting them.
 *
 * How it works: a paste is worked out before anything is done, as a list of steps, so that the
 * window can tell what would happen and what cannot be placed. Steps speak of items: those of the
 * plan, or new ones that are filled in beforehand and only have to be put into the plan. Applying
 * it goes through the history like everything else. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-paste.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-private.h"
#include "geoat-fold.h"
#include "geoat-item-private.h"
#include "geoat-level-parse.h"
#include "geoat-template-column.h"

/* One thing to do: a new entry, a new action of an entry, a text, or with NONE a level. */
typedef struct
{
  GeoatItem *item;
  GeoatEntry *owner; /* of a new action */
  GeoatField field;
  char *text;
  GeoatLevel level;
  gboolean is_new;
} Step;

struct _GeoatPaste
{
  GeoatPlan *plan;
  GeoatClipboardTable *table;
  GPtrArray *steps;
  GPtrArray *entries;
  GPtrArray *problems;
  guint first_column; /* of the template, in which the first of the clipboard goes */
  guint position;     /* of the first new entry, G_MAXUINT: at the end */
  guint n_actions;
  guint n_cells;
  gboolean applied;
};

static void
step_free (Step *step)
{
  g_object_unref (step->item);
  g_clear_object (&step->owner);
  g_free (step->text);
  g_free (step);
}

static void
problem_free (GeoatPasteProblem *problem)
{
  g_free (problem->text);
  g_free (problem->message);
  g_free (problem);
}

static GeoatPaste *
create (GeoatPlan *plan, GeoatClipboardTable *table)
{
  GeoatPaste *self = g_new0 (GeoatPaste, 1);

  self->plan = g_object_ref (plan);
  self->table = geoat_clipboard_table_ref (table);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->position = G_MAXUINT;
  return self;
}

static Step *
add_step (GeoatPaste *self, gpointer item)
{
  Step *step = g_new0 (Step, 1);

  step->item = g_object_ref (item);
  g_ptr_array_add (self->steps, step);
  return step;
}

static const char *
get_cell (GeoatPaste *self, guint row, guint column)
{
  return geoat_clipboard_table_get_cell (self->table, row, column);
}

/* What a row of the clipboard has for a column of the template. */
static const char *
get_template_cell (GeoatPaste *self, guint row, guint column)
{
  return column < self->first_column ? "" : get_cell (self, row, column - self->first_column);
}

static void
add_problem (GeoatPaste *self, guint row, guint column, const char *message)
{
  GeoatPasteProblem *problem = g_new0 (GeoatPasteProblem, 1);

  problem->row = row;
  problem->column = column;
  problem->text = g_strdup (get_cell (self, row, column));
  problem->message = g_strdup (message);
  g_ptr_array_add (self->problems, problem);
}

/* Of any entry that is new, or of one that is there. */
static gboolean
can_rate (GeoatPaste *self, GeoatEntry *entry)
{
  return geoat_plan_can_rate (self->plan) &&
         (geoat_item_get_owner (GEOAT_ITEM (entry)) == NULL ||
          geoat_entry_is_in_round (entry, geoat_plan_get_last_round (self->plan)));
}

static void
add_level (GeoatPaste *self, GeoatEntry *entry, guint row, guint column)
{
  const char *text = get_cell (self, row, column);
  GeoatLevel level;

  if (!geoat_level_parse (geoat_plan_get_framework (self->plan),
                          geoat_plan_get_language (self->plan), text, &level))
    add_problem (self, row, column, _ ("This is not a level of the GEOAT evaluation scale."));
  else if (can_rate (self, entry))
    {
      add_step (self, entry)->level = level;
      self->n_cells++;
    }
  else if (level != GEOAT_LEVEL_NOT_ASSESSED)
    add_problem (self, row, column, _ ("The round is closed: levels cannot be changed."));
}

static void
add_text (GeoatPaste *self, gpointer item, GeoatField field, const char *text)
{
  Step *step = add_step (self, item);

  step->field = field;
  step->text = g_strdup (text);
  self->n_cells++;
}

/* Filled in already: it only has to be put in. */
static void
fill_new (GeoatPaste *self, gpointer item, guint column, const char *text)
{
  if (*text == '\0')
    return;

  geoat_item_set_text (item, geoat_template_column_get_field (column), text);
  self->n_cells++;
}

static gboolean
is_empty (GeoatPaste *self, guint row, guint first, guint last)
{
  for (guint column = first; column <= last; column++)
    if (*get_template_cell (self, row, column) != '\0')
      return FALSE;

  return TRUE;
}

static gboolean
repeats (GeoatPaste *self, guint row, guint earlier)
{
  for (guint column = 0; column < GEOAT_FIRST_ACTION_COLUMN; column++)
    if (!g_str_equal (get_template_cell (self, row, column),
                      get_template_cell (self, earlier, column)))
      return FALSE;

  return TRUE;
}

static gboolean
is_heading (GeoatPaste *self, guint column, const char *folded)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  const char *languages[] = { NULL, geoat_plan_get_language (self->plan) };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *heading =
          geoat_fold_text (geoat_framework_get_column_heading (framework, column, languages[i]));

      if (g_str_equal (folded, heading))
        return TRUE;
    }
  return FALSE;
}

/* The template's headings were copied with the rows: most of the cells are headings. */
static gboolean
has_headings (GeoatPaste *self)
{
  guint n_headings = 0;
  guint n_cells = 0;

  for (guint column = 0; column < GEOAT_N_COLUMNS; column++)
    {
      g_autofree char *text = g_strstrip (g_strdup (get_cell (self, 0, column)));
      g_autofree char *folded = geoat_fold_text (text);

      if (*text == '\0')
        continue;
      n_cells++;
      if (is_heading (self, column, folded))
        n_headings++;
    }
  return n_headings > 0 && 2 * n_headings > n_cells;
}

/* A new action with what a row of the clipboard has for columns 5 to 8; NULL: nothing. */
static GeoatAction *
create_action (GeoatPaste *self, guint row)
{
  GeoatAction *action;

  if (is_empty (self, row, GEOAT_FIRST_ACTION_COLUMN, GEOAT_N_COLUMNS - 1))
    return NULL;

  action = geoat_action_new ();
  for (guint column = GEOAT_FIRST_ACTION_COLUMN; column < GEOAT_N_COLUMNS; column++)
    fill_new (self, action, column, get_template_cell (self, row, column));
  self->n_actions++;
  return action;
}

static void
add_new_action (GeoatPaste *self, GeoatEntry *entry, guint row)
{
  g_autoptr (GeoatAction) action = create_action (self, row);

  if (action != NULL)
    geoat_item_append (GEOAT_ITEM (entry), GEOAT_ITEM (action));
}

/* An action for an entry that is in the plan. */
static void
put_action (GeoatPaste *self, GeoatEntry *entry, GeoatAction *action)
{
  Step *step = add_step (self, action);

  step->owner = g_object_ref (entry);
  step->is_new = TRUE;
}

static GeoatEntry *
add_new_entry (GeoatPaste *self, const char *key_element, guint row)
{
  GeoatEntry *entry = geoat_entry_new (key_element, NULL, NULL);

  g_ptr_array_add (self->entries, entry);
  add_step (self, entry)->is_new = TRUE;
  for (guint column = 0; column < GEOAT_FIRST_ACTION_COLUMN; column++)
    if (column != GEOAT_COLUMN_LEVEL)
      fill_new (self, entry, column, get_template_cell (self, row, column));
    else if (*get_template_cell (self, row, column) != '\0')
      add_level (self, entry, row, column - self->first_column);
  return entry;
}

static void
add_row (GeoatPaste *self, const char *key_element, guint row, GeoatEntry **entry, guint *first)
{
  guint n_columns = geoat_clipboard_table_get_n_columns (self->table);
  gboolean has_action;

  for (guint column = GEOAT_N_COLUMNS - self->first_column; column < n_columns; column++)
    if (*get_cell (self, row, column) != '\0')
      add_problem (self, row, column, _ ("The template has no more than eight columns."));

  if (is_empty (self, row, 0, GEOAT_N_COLUMNS - 1))
    return;

  has_action = !is_empty (self, row, GEOAT_FIRST_ACTION_COLUMN, GEOAT_N_COLUMNS - 1);
  if (*entry == NULL || !(is_empty (self, row, 0, GEOAT_FIRST_ACTION_COLUMN - 1) ||
                          (has_action && repeats (self, row, *first))))
    {
      *entry = add_new_entry (self, key_element, row);
      *first = row;
    }
  add_new_action (self, *entry, row);
}

/* What has been put into a column of an entry by this paste, where an entry has several rows. */
static gboolean
is_second_row (GHashTable *done, GeoatEntry *entry, guint column)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (done, entry)) & (1u << column);
}

static void
place_cell (GeoatPaste *self,
            GHashTable *done,
            const GeoatRowTarget *target,
            GeoatAction **new_action,
            guint target_column,
            guint row,
            guint column)
{
  const char *text = get_cell (self, row, column);
  GeoatField field;

  if (target_column >= GEOAT_N_COLUMNS)
    {
      if (*text != '\0')
        add_problem (self, row, column, _ ("The template has no more than eight columns."));
      return;
    }

  field = geoat_template_column_get_field (target_column);
  if (target_column >= GEOAT_FIRST_ACTION_COLUMN)
    {
      if (target->action != NULL)
        add_text (self, target->action, field, text);
      else if (*text != '\0')
        {
          if (*new_action == NULL)
            *new_action = geoat_action_new ();
          fill_new (self, *new_action, target_column, text);
        }
      return;
    }

  if (is_second_row (done, target->entry, target_column))
    {
      if (*text != '\0' && (row == 0 || !g_str_equal (text, get_cell (self, row - 1, column))))
        add_problem (self, row, column,
                     _ ("This row belongs to the indicator above, which has its text already."));
      return;
    }

  g_hash_table_insert (
      done, target->entry,
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (done, target->entry)) |
                        (1u << target_column)));
  if (target_column == GEOAT_COLUMN_LEVEL)
    add_level (self, target->entry, row, column);
  else if (!geoat_entry_keeps_wording (target->entry, geoat_plan_get_last_round (self->plan),
                                       field))
    add_text (self, target->entry, field, text);
  else if (!g_str_equal (text, geoat_item_get_text (GEOAT_ITEM (target->entry), field)))
    add_problem (self, row, column, _ ("The round is closed: its wording cannot be changed."));
}

static void
place_row (GeoatPaste *self,
           GHashTable *done,
           const GeoatRowTarget *target,
           guint first_column,
           guint n_columns,
           guint row)
{
  g_autoptr (GeoatAction) new_action = NULL;
  gboolean is_fill = geoat_clipboard_table_get_n_rows (self->table) == 1 &&
                     geoat_clipboard_table_get_n_columns (self->table) == 1;

  for (guint i = 0; i < n_columns; i++)
    place_cell (self, done, target, &new_action, first_column + i, row, is_fill ? 0 : i);

  if (new_action != NULL)
    {
      put_action (self, target->entry, new_action);
      self->n_actions++;
    }
}

/* A row below the last one: a new entry, or one more action of the entry above it when it has
 * nothing for columns 1 to 4. */
static void
grow (GeoatPaste *self,
      const char *key_element,
      GeoatEntry *above,
      guint row,
      GeoatEntry **entry,
      guint *first)
{
  if (*entry == NULL && above != NULL && is_empty (self, row, 0, GEOAT_FIRST_ACTION_COLUMN - 1))
    {
      g_autoptr (GeoatAction) action = create_action (self, row);

      if (action != NULL)
        put_action (self, above, action);
    }
  else
    add_row (self, key_element, row, entry, first);
}

static void
apply_step (GeoatPaste *self, GeoatHistory *history, Step *step)
{
  if (step->is_new && step->owner != NULL)
    geoat_history_add_action (history, step->owner, GEOAT_ACTION (step->item), G_MAXUINT);
  else if (step->is_new)
    {
      geoat_history_add_entry (history, GEOAT_ENTRY (step->item), self->position);
      if (self->position != G_MAXUINT)
        self->position++;
    }
  else if (step->field != GEOAT_FIELD_NONE)
    geoat_history_set_text (history, step->item, step->field, step->text);
  else
    geoat_history_set_level (history, GEOAT_ENTRY (step->item), step->level);
}

static const char *
get_level_text (GeoatEntry *entry, GeoatRound *round)
{
  GeoatLevel level = geoat_entry_get_level (entry, round);

  return level == GEOAT_LEVEL_NOT_APPLICABLE ? "N/A" : geoat_level_to_string (level);
}

/**
 * geoat_clipboard_table_copy:
 * @plan: a plan
 * @round: the round that is shown
 * @rows: the rows to copy, as they follow each other on the screen
 * @n_rows: how many
 * @first_column: 0 to 7
 * @last_column: @first_column to 7
 *
 * Returns: (transfer full): the cells, as geoat_paste_new_rows() understands them: columns 1 to 4
 *   of an entry only stand in its first row
 */
GeoatClipboardTable *
geoat_clipboard_table_copy (GeoatPlan *plan,
                            GeoatRound *round,
                            const GeoatRowTarget *rows,
                            guint n_rows,
                            guint first_column,
                            guint last_column)
{
  GeoatClipboardTable *table;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);
  g_return_val_if_fail (first_column <= last_column && last_column < GEOAT_N_COLUMNS, NULL);

  table = geoat_clipboard_table_new ();
  for (guint i = 0; i < n_rows; i++)
    {
      gboolean is_first = i == 0 || rows[i - 1].entry != rows[i].entry;

      geoat_clipboard_table_add_row (table);
      for (guint column = first_column; column <= last_column; column++)
        {
          GeoatField field = geoat_template_column_get_field (column);
          const char *text = "";

          if (column >= GEOAT_FIRST_ACTION_COLUMN)
            text = rows[i].action == NULL
                       ? ""
                       : geoat_item_get_text (GEOAT_ITEM (rows[i].action), field);
          else if (is_first)
            text = column == GEOAT_COLUMN_LEVEL
                       ? get_level_text (rows[i].entry, round)
                       : geoat_entry_get_wording (rows[i].entry, round, field);
          geoat_clipboard_table_add_cell (table, text);
        }
    }
  return table;
}

/**
 * geoat_paste_free:
 * @self: (transfer full): a paste
 */
void
geoat_paste_free (GeoatPaste *self)
{
  g_object_unref (self->plan);
  geoat_clipboard_table_unref (self->table);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

/**
 * geoat_paste_new_rows:
 * @plan: a plan
 * @table: what is on the clipboard
 * @key_element: the id of the key element that gets the entries
 * @position: where in the plan, before the entry that is there; %G_MAXUINT: after the last of the
 *   key element
 *
 * Rows of the template become new entries. A first row with the headings of the columns is left
 * out, and so are empty rows. A row whose columns 1 to 4 are empty, or the same as in the row
 * before, is another action of the same entry.
 *
 * Returns: (transfer full): what would be done
 */
GeoatPaste *
geoat_paste_new_rows (GeoatPlan *plan,
                      GeoatClipboardTable *table,
                      const char *key_element,
                      guint position)
{
  GeoatPaste *self;
  GeoatEntry *entry = NULL;
  guint first = 0;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (key_element != NULL, NULL);

  self = create (plan, table);
  self->position = position;
  for (guint row = has_headings (self) ? 1 : 0; row < geoat_clipboard_table_get_n_rows (table);
       row++)
    add_row (self, key_element, row, &entry, &first);
  return self;
}

/**
 * geoat_paste_new_cells:
 * @plan: a plan
 * @table: what is on the clipboard
 * @rows: all rows that are shown, as they follow each other on the screen
 * @n_rows: how many
 * @first_row: the row of the cursor, or the first of the selection
 * @first_column: its column, 0 to 7
 * @last_row: the last row of the selection, or @first_row
 * @last_column: its last column, or @first_column
 * @key_element: (nullable): the id of the key element that grows with the rows that go past the
 *   last one; %NULL: there is no place for them
 *
 * Cells go to the right and down from the cursor; one single cell fills the selection. In a row
 * without an action, columns 5 to 8 make one. A row past the last one becomes a new entry behind
 * the last of @key_element, or another action when it has columns 5 to 8 alone. @first_row may be
 * @n_rows: all rows are new then. What goes past the last column, a level that is none, or a second
 * text for the same indicator is a problem.
 *
 * Returns: (transfer full): what would be done
 */
GeoatPaste *
geoat_paste_new_cells (GeoatPlan *plan,
                       GeoatClipboardTable *table,
                       const GeoatRowTarget *rows,
                       guint n_rows,
                       guint first_row,
                       guint first_column,
                       guint last_row,
                       guint last_column,
                       const char *key_element)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  GeoatEntry *above = n_rows > first_row ? rows[n_rows - 1].entry : NULL;
  GeoatEntry *entry = NULL;
  guint first = 0;
  GeoatPaste *self;
  guint n_table_rows;
  guint n_table_columns;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (first_row <= last_row, NULL);
  g_return_val_if_fail (last_row < n_rows || (key_element != NULL && first_row == n_rows), NULL);
  g_return_val_if_fail (first_column <= last_column && last_column < GEOAT_N_COLUMNS, NULL);

  self = create (plan, table);
  self->first_column = first_column;
  n_table_rows = geoat_clipboard_table_get_n_rows (table);
  n_table_columns = geoat_clipboard_table_get_n_columns (table);

  if (n_table_rows == 1 && n_table_columns == 1 && first_row < n_rows)
    {
      for (guint i = first_row; i <= last_row; i++)
        place_row (self, done, &rows[i], first_column, last_column - first_column + 1, 0);
      return self;
    }

  for (guint row = 0; row < n_table_rows; row++)
    if (first_row + row < n_rows)
      place_row (self, done, &rows[first_row + row], first_column, n_table_columns, row);
    else if (key_element != NULL)
      grow (self, key_element, above, row, &entry, &first);
    else
      for (guint column = 0; column < n_table_columns; column++)
        if (*get_cell (self, row, column) != '\0')
          add_problem (self, row, column, _ ("There is no row for this in the table."));
  return self;
}

/**
 * geoat_paste_get_n_entries:
 * @self: a paste
 *
 * Returns: how many entries would be new
 */
guint
geoat_paste_get_n_entries (GeoatPaste *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

/**
 * geoat_paste_get_n_actions:
 * @self: a paste
 *
 * Returns: how many actions would be new, with those of new entries
 */
guint
geoat_paste_get_n_actions (GeoatPaste *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_actions;
}

/**
 * geoat_paste_get_n_cells:
 * @self: a paste
 *
 * Returns: how many cells have a place
 */
guint
geoat_paste_get_n_cells (GeoatPaste *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_cells;
}

/**
 * geoat_paste_get_problems:
 * @self: a paste
 *
 * Returns: (transfer none) (element-type GeoatPasteProblem): what could not be placed, and why
 */
GPtrArray *
geoat_paste_get_problems (GeoatPaste *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->problems;
}

/**
 * geoat_paste_apply:
 * @self: a paste that was not applied yet
 * @history: the history of its plan, which has not changed since
 *
 * Does it, as one step of undo.
 */
void
geoat_paste_apply (GeoatPaste *self, GeoatHistory *history)
{
  g_return_if_fail (self != NULL && !self->applied);
  g_return_if_fail (geoat_history_get_plan (history) == self->plan);

  self->applied = TRUE;
  geoat_history_break (history);
  geoat_history_begin (history, _ ("Paste"));
  for (guint i = 0; i < self->steps->len; i++)
    apply_step (self, history, g_ptr_array_index (self->steps, i));
  geoat_history_end (history);
}

/**
 * geoat_paste_get_entries:
 * @self: a paste
 *
 * Returns: (transfer none) (element-type GeoatEntry): the new entries, in the plan once it was
 *   applied
 */
GPtrArray *
geoat_paste_get_entries (GeoatPaste *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}
