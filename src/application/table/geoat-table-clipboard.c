/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying from and pasting into the table, as LibreOffice Calc and Excel do it. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-paste.h"

static void
say (GeoatTable *self, const char *action, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", text);
}

static GeoatHistory *
get_history (GeoatTable *self)
{
  return geoat_perspective_get_history (self->perspective);
}

/* The rows from @first to @last; only the first of each indicator when the columns up to
 * @last_column span its rows, so that nothing empty is copied or pasted between indicators. */
static GArray *
list_rows (GeoatTable *self, guint first, guint last, guint last_column)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GeoatRowTarget));
  GeoatEntry *entry = NULL;

  for (guint i = first; i <= last; i++)
    {
      GeoatRowTarget *row = geoat_table_rows_get_row (self->rows, i);

      if (!geoat_table_column_is_shared (last_column) || row->entry != entry)
        g_array_append_vals (rows, row, 1);
      entry = row->entry;
    }
  return rows;
}

void
geoat_table_copy (GeoatTable *self)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GeoatClipboardTable) table = NULL;
  g_autofree char *text = NULL;
  guint first_row, last_row, first_column, last_column;

  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  rows = list_rows (self, first_row, last_row, last_column);
  table = geoat_clipboard_table_copy (geoat_perspective_get_plan (self->perspective),
                                      geoat_perspective_get_round (self->perspective),
                                      (const GeoatRowTarget *) (void *) rows->data, rows->len,
                                      first_column, last_column);
  text = geoat_clipboard_table_to_text (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* Empties the selected cells in one step: texts become empty, levels not yet assessed. */
void
geoat_table_clear (GeoatTable *self)
{
  guint first_row, last_row, first_column, last_column;

  if (!geoat_perspective_get_can_edit (self->perspective))
    return;
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  geoat_history_begin (get_history (self), _ ("Empty cells"));
  for (guint row = first_row; row <= last_row; row++)
    for (guint column = first_column; column <= last_column; column++)
      {
        GeoatItem *item = geoat_table_get_item (self, row, column);
        GeoatField field = self->fields[column];

        if (item == NULL)
          continue;
        if (field != GEOAT_FIELD_NONE)
          geoat_history_set_text (get_history (self), item, field, "");
        else if (geoat_perspective_get_can_rate (self->perspective))
          geoat_history_set_level (get_history (self), GEOAT_ENTRY (item),
                                   GEOAT_LEVEL_NOT_ASSESSED);
      }
  geoat_history_end (get_history (self));
}

void
geoat_table_cut (GeoatTable *self)
{
  geoat_table_copy (self);
  geoat_table_clear (self);
}

static void
paste_text (GeoatTable *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatClipboardTable) table = geoat_clipboard_table_parse (text, -1, &error);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) selected = NULL;
  g_autoptr (GeoatPaste) paste = NULL;
  guint first_row, last_row, first_column, last_column;
  guint pasted_to;
  guint n_problems;

  if (table == NULL)
    {
      say (self, "page.tell", error->message);
      return;
    }
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  pasted_to = MAX (last_column, first_column + geoat_clipboard_table_get_n_columns (table) - 1);
  rows = list_rows (self, first_row, geoat_table_rows_get_n_rows (self->rows) - 1, pasted_to);
  selected = list_rows (self, first_row, last_row, pasted_to);
  paste = geoat_paste_new_cells (geoat_perspective_get_plan (self->perspective), table,
                                 (const GeoatRowTarget *) (void *) rows->data, rows->len, 0,
                                 first_column, selected->len - 1, last_column);
  n_problems = geoat_paste_get_problems (paste)->len;
  geoat_history_break (get_history (self));
  geoat_paste_apply (paste, get_history (self));
  if (n_problems > 0)
    {
      g_autofree char *message = g_strdup_printf (
          ngettext ("%u cell did not fit. Ctrl+Shift+V pastes rows as new indicators.",
                    "%u cells did not fit. Ctrl+Shift+V pastes rows as new indicators.",
                    n_problems),
          n_problems);
      say (self, "page.announce", message);
    }
}

static void
read_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatTable) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && self->rows != NULL && geoat_table_rows_get_n_rows (self->rows) > 0 &&
      geoat_perspective_get_can_edit (self->perspective))
    paste_text (self, text);
}

void
geoat_table_paste (GeoatTable *self)
{
  if (geoat_perspective_get_can_edit (self->perspective))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, read_text_cb,
                                   g_object_ref (self));
}
