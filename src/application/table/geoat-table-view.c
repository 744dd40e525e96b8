/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows are looked at: sorted by a column, or only those of some levels. The plan keeps its
 * own order. A row that no longer fits, because it was just rated, stays until the rows are listed
 * again. The headings say by a mark what is on. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"
#include "geoat-template-column.h"

#include <glib/gi18n-lib.h>

static GtkAccessibleSort
get_sort (GeoatTable *self, guint column)
{
  if (self->view.sort_column != (int) column)
    return GTK_ACCESSIBLE_SORT_NONE;
  return self->view.descending ? GTK_ACCESSIBLE_SORT_DESCENDING : GTK_ACCESSIBLE_SORT_ASCENDING;
}

static void
show_heading (GeoatTable *self, guint column)
{
  static const char *const marks[] = {
    [GTK_ACCESSIBLE_SORT_NONE] = "",
    [GTK_ACCESSIBLE_SORT_ASCENDING] = " ▲",
    [GTK_ACCESSIBLE_SORT_DESCENDING] = " ▼",
  };
  GtkAccessibleSort sort = get_sort (self, column);
  gboolean filtered = column == GEOAT_COLUMN_LEVEL && self->view.levels != 0;
  g_autofree char *text =
      g_strconcat (geoat_table_get_heading (self, column), marks[sort], filtered ? " ⧩" : "", NULL);

  gtk_label_set_text (GTK_LABEL (self->headers[column]), text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->headers[column]), GTK_ACCESSIBLE_PROPERTY_LABEL,
      geoat_table_get_heading (self, column), GTK_ACCESSIBLE_PROPERTY_SORT, sort, -1);
  gtk_widget_set_tooltip_text (
      self->headers[column],
      filtered ? _ ("Only some levels are shown")
               : geoat_framework_get_column_prompt (self->framework, column,
                                                    geoat_perspective_get_screen_language ()));
}

/* The headings, with the marks of what they are sorted and filtered by. */
void
geoat_table_show_headings (GeoatTable *self)
{
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      self->fields[i] = geoat_table_column_get_field (self->framework, i);
      show_heading (self, i);
    }
}

/* Sorts by a column; -1: as in the plan. */
void
geoat_table_sort (GeoatTable *self, int column, gboolean descending)
{
  self->view.sort_column = column;
  self->view.descending = descending;
  geoat_table_show_headings (self);
  geoat_table_update (self);
}

/* Shows only some levels, by their bits; 0: all. */
void
geoat_table_show_levels (GeoatTable *self, guint levels)
{
  if (self->view.levels == levels)
    return;
  self->view.levels = levels;
  geoat_table_show_headings (self);
  geoat_table_update (self);
}

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint32 column;
  gboolean descending;

  g_variant_get (parameter, "(ib)", &column, &descending);
  geoat_table_sort (GEOAT_TABLE (widget), column, descending);
}

static void
show_level_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatTable *self = GEOAT_TABLE (widget);

  /* once more: not any longer */
  geoat_table_show_levels (self, self->view.levels ^ g_variant_get_uint32 (parameter));
}

static void
show_all_levels_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_table_show_levels (GEOAT_TABLE (widget), 0);
}

void
geoat_table_view_class_init (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.sort", "(ib)", sort_cb);
  gtk_widget_class_install_action (widget_class, "table.show-level", "u", show_level_cb);
  gtk_widget_class_install_action (widget_class, "table.show-all-levels", NULL, show_all_levels_cb);
}
