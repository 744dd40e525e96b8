/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What another program put on the clipboard: a table keeps its cells when it is written and parsed
 * again, and pasting it makes a valid plan. */

#include "config.h"

#include "geoat-paste.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "fuzz-import.h"

static void
check_cells (GeoatClipboardTable *table)
{
  g_autofree char *text = geoat_clipboard_table_to_text (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatClipboardTable) again = geoat_clipboard_table_parse (text, -1, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < geoat_clipboard_table_get_n_rows (table); i++)
    for (guint j = 0; j < geoat_clipboard_table_get_n_columns (table); j++)
      g_assert_cmpstr (geoat_clipboard_table_get_cell (again, i, j), ==,
                       geoat_clipboard_table_get_cell (table, i, j));
}

static void
paste (GeoatClipboardTable *table)
{
  GDate today;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatPlan) copy = NULL;
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPaste) pasted = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", "", "", "Review", &today);
  history = geoat_history_new (plan);
  pasted = geoat_paste_new_rows (plan, table, "1A", G_MAXUINT);
  geoat_paste_apply (pasted, history);
  written = geoat_plan_to_bytes (plan);
  copy = geoat_plan_read (written, &error);
  g_assert_no_error (error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatClipboardTable) table =
      geoat_clipboard_table_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  if (table == NULL)
    return 0;
  check_cells (table);
  paste (table);
  return 0;
}
