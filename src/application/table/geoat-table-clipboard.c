/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copying from and pasting into the table, as LibreOffice Calc and Excel do it. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-announce.h"
#include "geoat-paste.h"

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

      if (row->entry != NULL &&
          (!geoat_table_column_is_shared (last_column) || row->entry != entry))
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

void
geoat_table_cut (GeoatTable *self)
{
  geoat_table_copy (self);
  geoat_table_clear (self);
}

/* The key element that grows with what is pasted below the last row. */
static const char *
get_growing (GeoatTable *self)
{
  guint n = geoat_table_rows_get_n_rows (self->rows);

  if (self->key_element != NULL)
    return self->key_element;
  return geoat_entry_get_key_element (geoat_table_rows_get_row (self->rows, n - 1)->entry);
}

/* Says what the paste did beyond the rows that were there. */
static void
announce_paste (GeoatTable *self, GeoatPaste *paste, guint n_replaced, guint n_pasted)
{
  guint n_added = n_pasted - n_replaced;
  guint n_problems = geoat_paste_get_problems (paste)->len;
  g_autofree char *message = NULL;

  if (n_problems > 0 && n_added > 0)
    message = g_strdup_printf (_ ("Rows replaced: %u · added: %u · cells that did not fit: %u"),
                               n_replaced, n_added, n_problems);
  else if (n_problems > 0)
    message = g_strdup_printf (
        ngettext ("%u cell did not fit. Ctrl+Shift+V pastes rows as new indicators.",
                  "%u cells did not fit. Ctrl+Shift+V pastes rows as new indicators.", n_problems),
        n_problems);
  else if (n_added > 0)
    message = g_strdup_printf (_ ("Rows replaced: %u · added: %u"), n_replaced, n_added);
  if (message != NULL)
    geoat_announce_with_undo (GTK_WIDGET (self), message);
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
  guint pasted_to, n_pasted;

  if (table == NULL)
    {
      geoat_announce (GTK_WIDGET (self), error->message);
      return;
    }
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  pasted_to = MAX (last_column, first_column + geoat_clipboard_table_get_n_columns (table) - 1);
  rows = list_rows (self, first_row, geoat_table_rows_get_n_rows (self->rows) - 1, pasted_to);
  selected = list_rows (self, first_row, last_row, pasted_to);
  paste = geoat_paste_new_cells (geoat_perspective_get_plan (self->perspective), table,
                                 (const GeoatRowTarget *) (void *) rows->data, rows->len, 0,
                                 first_column, MAX (selected->len, 1) - 1, last_column,
                                 get_growing (self));
  geoat_history_break (get_history (self));
  geoat_paste_apply (paste, get_history (self));
  n_pasted = geoat_clipboard_table_get_n_rows (table);
  announce_paste (self, paste, MIN (rows->len, n_pasted), n_pasted);
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
