/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a row of a filled template: what each says, and what becomes of it. What it is not,
 * a level, a date or a status, and what the template has no column for, is kept. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-date.h"
#include "geoat-import-places.h"
#include "geoat-import-private.h"

/* Whether a text outside of tables names what the rows below it belong to; *@doubtful: it says more
 * than that. */
static gboolean
is_heading (GeoatImport *self, const char *text, gboolean *doubtful)
{
  GeoatPlace place;
  int principle;

  geoat_import_words_read_place (self->words, text, self->principle, &place);
  *doubtful = !place.is_whole;
  if (place.key_element >= 0 && place.is_alone && !place.is_number)
    return TRUE;
  return geoat_import_words_is_principle (self->words, text, &principle, doubtful);
}

/* What becomes of what stands in no cell, by its kind; of text that depends on what it says. */
static const struct
{
  GeoatImportState state;
  const char *reason;
} aside_fates[] = {
  [GEOAT_ASIDE_TEXT] = { GEOAT_IMPORT_UNPLACED, N_ ("this stands outside of the tables") },
  [GEOAT_ASIDE_COMMENT] = { GEOAT_IMPORT_UNPLACED,
                            N_ ("this is a comment, which a plan has no place for") },
  [GEOAT_ASIDE_APART] = { GEOAT_IMPORT_UNPLACED,
                          N_ ("this stands in a header, footer, note or text box") },
  [GEOAT_ASIDE_MISSING] = { GEOAT_IMPORT_UNPLACED,
                            N_ ("the file is damaged: the text of this cell is missing in it") },
  [GEOAT_ASIDE_QUOTE] = { GEOAT_IMPORT_DOUBTFUL,
                          N_ ("a quotation mark is in the wrong place; it is taken for text") },
  [GEOAT_ASIDE_PICTURE] = { GEOAT_IMPORT_UNPLACED,
                            N_ ("there is a picture here, which a plan cannot hold") },
  [GEOAT_ASIDE_OBJECT] = { GEOAT_IMPORT_UNPLACED, N_ ("there is a chart, drawing or file here, "
                                                      "which a plan cannot hold") },
  [GEOAT_ASIDE_LINK] = { GEOAT_IMPORT_UNPLACED, N_ ("a link in this text leads here") },
  [GEOAT_ASIDE_HIDDEN] = { GEOAT_IMPORT_UNPLACED, N_ ("this is hidden in the file") },
  [GEOAT_ASIDE_STRUCK] = { GEOAT_IMPORT_DOUBTFUL,
                           N_ ("this is struck through in the file; it is taken as it stands") },
  [GEOAT_ASIDE_DELETED] = { GEOAT_IMPORT_UNPLACED,
                            N_ ("this has been deleted in the file, with tracked changes") },
  [GEOAT_ASIDE_SHOWN] = { GEOAT_IMPORT_DOUBTFUL,
                          N_ ("the file shows more of this cell than its text") },
  [GEOAT_ASIDE_LOST] = { GEOAT_IMPORT_UNPLACED, N_ ("the file is damaged: nothing in it leads to "
                                                    "this part, which is not read") },
  [GEOAT_ASIDE_UNSEEN] = { GEOAT_IMPORT_DOUBTFUL,
                           N_ ("this is hidden in the file, and is taken like the rest") },
  [GEOAT_ASIDE_SHIFTED] = { GEOAT_IMPORT_DOUBTFUL,
                            N_ ("the cells of this row do not stand below those of the other rows; "
                                "they are taken in their order") },
  [GEOAT_ASIDE_SIGN] = { GEOAT_IMPORT_UNPLACED, N_ ("this has a sign that only its font knows") },
  [GEOAT_ASIDE_PROMPT] = { GEOAT_IMPORT_UNPLACED,
                           N_ ("this is shown to whoever fills in the cell") },
  [GEOAT_ASIDE_CAPTION] = { GEOAT_IMPORT_UNPLACED,
                            N_ ("this is the title or description of a table") },
  [GEOAT_ASIDE_CONTENTS] = { GEOAT_IMPORT_UNPLACED, N_ ("this is a table of contents") },
  [GEOAT_ASIDE_INSERTED] = { GEOAT_IMPORT_UNPLACED,
                             N_ ("another file is inserted here, which is not read: open this one "
                                 "in Word and save it again") },
};

/* Finds out what becomes of something that stands in no cell; FALSE: it is a heading. */
static gboolean
judge (GeoatImport *self, const GeoatAside *aside, GeoatImportState *state, const char **reason)
{
  gboolean doubtful = FALSE;

  *state = aside_fates[aside->kind].state;
  *reason = _ (aside_fates[aside->kind].reason);
  if (aside->kind != GEOAT_ASIDE_TEXT || !is_heading (self, aside->text, &doubtful))
    return TRUE;
  *state = GEOAT_IMPORT_DOUBTFUL;
  *reason = _ ("this is taken for the heading of the rows below");
  return doubtful;
}

/* Records something that stands in no cell of the present table. @row: what it is beside; or 0. */
static void
record_aside (GeoatImport *self,
              const char *text,
              guint row,
              guint column,
              GeoatImportState state,
              const char *reason)
{
  GeoatImportCell *cell = g_new0 (GeoatImportCell, 1);

  cell->sheet = row > 0 ? g_ref_string_acquire (self->sheet_name) : g_ref_string_new ("");
  cell->row = row;
  cell->column = column;
  cell->is_aside = TRUE;
  cell->text = g_strdup (text);
  cell->entry = cell->action = G_MAXUINT;
  cell->state = state;
  cell->reason = reason;
  g_ptr_array_add (self->cells, cell);
}

void
geoat_import_record_text (GeoatImport *self,
                          const char *text,
                          GeoatImportState state,
                          const char *reason)
{
  record_aside (self, text, 0, 0, state, reason);
}

void
geoat_import_record_asides (GeoatImport *self, gboolean texts)
{
  GPtrArray *asides = self->sheet->asides;

  if (self->sheet->encoding != NULL)
    record_aside (self, self->sheet->encoding, 0, 0, GEOAT_IMPORT_DOUBTFUL,
                  _ ("the file does not say its encoding; it is read as this one"));
  for (guint i = 0; i < asides->len && geoat_import_goes_on (self); i++)
    {
      const GeoatAside *aside = g_ptr_array_index (asides, i);
      GeoatImportState state;
      const char *reason;

      if ((texts || aside->kind != GEOAT_ASIDE_TEXT) && judge (self, aside, &state, &reason))
        record_aside (self, aside->text, aside->row, aside->column, state, reason);
    }
}

const char *
geoat_import_get_cell (GeoatImport *self, char **cells, GeoatSourceColumn kind)
{
  for (guint i = 0; i < self->n_columns && cells[i] != NULL; i++)
    if (self->kinds[i] == kind)
      return cells[i];
  return "";
}

gboolean
geoat_import_has_column (GeoatImport *self, GeoatSourceColumn kind)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->kinds[i] == kind)
      return TRUE;
  return FALSE;
}

void
geoat_import_add_line (GString *lines, const char *heading, const char *text)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  if (*heading != '\0')
    g_string_append_printf (lines, "%s: ", heading);
  g_string_append (lines, text);
}

/* Keeps what has no place of its own. */
static void
keep (GeoatFound *entry, const char *heading, const char *text)
{
  geoat_import_add_line (entry->kept, heading, text);
}

/* Takes a reason; @heading is that of its column. */
static void
add_reason (GeoatFound *entry, const char *heading, const char *reason)
{
  g_free (entry->reason_heading);
  entry->reason_heading = g_strdup (heading);
  geoat_import_add_line (entry->reason, "", reason);
}

/* Takes a level, with its reason when one stands behind it; what it is not is kept in the notes. */
static void
take_level (GeoatImport *self, GeoatFound *entry, guint row, guint column, const char *text)
{
  gboolean doubtful;
  gboolean found = geoat_import_words_find_level (self->words, text, &entry->level, &doubtful);
  g_autofree char *reason =
      !found || doubtful ? geoat_import_words_find_reason (self->words, text, &entry->level) : NULL;

  if (reason != NULL)
    {
      add_reason (entry, self->headings[column], reason);
      geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                           _ ("what stands behind the level is taken for its reason"));
    }
  else if (!found)
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (self, row, column, GEOAT_IMPORT_UNPLACED,
                           _ ("this is no level; it is kept in the notes"));
    }
  else if (doubtful)
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                           _ ("it is not sure that this is the level; it counts, and the cell is "
                              "kept in the notes"));
    }
  else
    geoat_import_claim (self, row, column, GEOAT_CLAIM_LEVEL);
}

/* Takes a cell of columns 5 to 8 and of those behind them. */
static void
take_action_cell (GeoatImport *self,
                  GeoatFound *entry,
                  GeoatFoundAction *action,
                  guint row,
                  guint column,
                  const char *text)
{
  GeoatField field = (GeoatField) self->kinds[column];
  GeoatFieldKind kind = geoat_field_get_info (field)->kind;
  char **place = &action->texts[field - GEOAT_BEFORE_ACTION_FIELDS - 1];

  if (kind == GEOAT_FIELD_KIND_DATE && *text != '\0' && !geoat_date_is_valid (text))
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (self, row, column, GEOAT_IMPORT_UNPLACED,
                           _ ("this is no date such as 2026-03-08; it is kept in the notes"));
      return;
    }
  if (*text != '\0' && *place != NULL && !g_str_equal (*place, text))
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (
          self, row, column, GEOAT_IMPORT_DOUBTFUL,
          _ ("another row says something else, which counts; this is kept in the notes"));
      return;
    }
  if (kind == GEOAT_FIELD_KIND_STATUS && *text != '\0' &&
      !geoat_import_words_find_status (self->words, text, &action->status))
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (self, row, column, GEOAT_IMPORT_UNPLACED,
                           _ ("this is no status; it is kept in the notes"));
      return;
    }
  if (kind == GEOAT_FIELD_KIND_STATUS && *text != '\0')
    action->has_status = TRUE;
  if (*text != '\0')
    {
      g_free (*place);
      *place = g_strdup (text);
    }
  geoat_import_claim (self, row, column,
                      kind == GEOAT_FIELD_KIND_STATUS ? GEOAT_CLAIM_STATUS : GEOAT_CLAIM_TEXT);
}

static void
take_other (GeoatImport *self, GeoatFound *entry, guint row, guint column, const char *text)
{
  if (*text == '\0')
    return;
  if (column >= self->n_inside)
    {
      geoat_import_record (self, row, column, GEOAT_IMPORT_UNPLACED,
                           _ ("this stands beside the table"));
      return;
    }
  keep (entry, column < self->n_columns ? self->headings[column] : "", text);
  if (column < self->n_columns)
    self->used[column] = TRUE;
  geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                       _ ("the template has no such column; it is kept in the notes"));
}

static void
take_remark (GeoatImport *self, GeoatFound *entry, guint row, guint column, const char *text)
{
  if (*text == '\0')
    return;
  if (self->kinds[column] == GEOAT_FIELD_NOTES)
    geoat_import_add_line (entry->notes, "", text);
  else
    add_reason (entry, self->headings[column], text);
  geoat_import_claim (self, row, column, GEOAT_CLAIM_TEXT);
}

/* One of columns 1 to 4. What is the same as in the row above says nothing new; of a row without
 * an indicator the others can only be a remark. */
static void
take_first_cell (GeoatImport *self,
                 GeoatFound *entry,
                 gboolean begins,
                 guint row,
                 guint column,
                 const char *text)
{
  GeoatSourceColumn kind = self->kinds[column];

  if (!begins && g_str_equal (entry->first[geoat_source_column_get_position (kind)], text))
    geoat_import_claim (self, row, column, GEOAT_CLAIM_REPEATED);
  else if (!begins)
    take_other (self, entry, row, column, text);
  else if (kind == GEOAT_SOURCE_COLUMN_LEVEL)
    take_level (self, entry, row, column, text);
  else if (kind == GEOAT_FIELD_INDICATOR && self->is_assumed)
    geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                         _ ("its key element is not said; it is taken from the row above"));
  else if (kind == GEOAT_FIELD_INDICATOR && self->is_numbered)
    geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                         _ ("its key element is not said; it is taken from its number"));
  else
    geoat_import_claim (self, row, column, GEOAT_CLAIM_TEXT);
}

/* The key element of a row. Words beside it are told; where it cannot be told they are kept. */
static void
take_key_element (GeoatImport *self, GeoatFound *entry, guint row, guint column, const char *text)
{
  GeoatPlace place;

  if (*text == '\0')
    return;
  geoat_import_words_read_place (self->words, text, self->principle, &place);
  if (place.is_whole)
    geoat_import_claim (self, row, column, GEOAT_CLAIM_PLACE);
  else if (place.n_codes > 1)
    geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                         _ ("there is more than one key element in it; the first one counts"));
  else if (place.key_element >= 0)
    geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                         _ ("this is taken for the key element; what else it says is not kept"));
  else
    {
      keep (entry, self->headings[column], text);
      geoat_import_record (self, row, column, GEOAT_IMPORT_DOUBTFUL,
                           _ ("there is no key element of that name; it is kept in the notes"));
    }
}

/* One cell of a row of the template. @begins: the row begins the entry; @action may be NULL. */
void
geoat_import_take_cell (GeoatImport *self,
                        GeoatFound *entry,
                        GeoatFoundAction *action,
                        gboolean begins,
                        guint row,
                        guint column)
{
  GeoatSourceColumn kind =
      column < self->n_columns ? self->kinds[column] : GEOAT_SOURCE_COLUMN_OTHER;
  const char *text = self->row[column];

  switch (kind)
    {
    case GEOAT_FIELD_INDICATOR:
    case GEOAT_FIELD_ALIGNMENT:
    case GEOAT_SOURCE_COLUMN_LEVEL:
    case GEOAT_FIELD_CURRENT_ACTIVITIES:
      take_first_cell (self, entry, begins, row, column, text);
      break;
    case GEOAT_FIELD_KEY_ELEMENT:
      take_key_element (self, entry, row, column, text);
      break;
    case GEOAT_SOURCE_COLUMN_NUMBER:
      geoat_import_claim (self, row, column, GEOAT_CLAIM_NUMBER);
      break;
    case GEOAT_SOURCE_COLUMN_REASON:
    case GEOAT_FIELD_NOTES:
      take_remark (self, entry, row, column, text);
      break;
    default:
      if (!geoat_source_column_is_of_action (kind))
        take_other (self, entry, row, column, text);
      else if (action != NULL)
        take_action_cell (self, entry, action, row, column, text);
    }
}
