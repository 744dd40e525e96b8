/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart shows, as a table: a chart is never the only way to a number. The table shows the
 * numbers of the moment at which it was opened. Each row is a GtkStringList. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-chart-numbers-window.h"

#include <glib/gi18n.h>

struct _GeoatChartNumbersWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkColumnView *table;
  GtkLabel *description;

  GeoatChartNumbers *numbers;
};

G_DEFINE_FINAL_TYPE (GeoatChartNumbersWindow, geoat_chart_numbers_window, ADW_TYPE_WINDOW)

static void
setup_text_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
setup_number_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkStringList *row = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_list_get_string (row, GPOINTER_TO_UINT (data)));
}

/* A column has text when anything in it does not begin as a number does. */
static gboolean
has_text (GeoatChartNumbersWindow *self, guint position)
{
  for (guint i = 0; i < self->numbers->rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (self->numbers->rows, i);
      gunichar first = g_utf8_get_char (row[position]);

      if (g_unichar_isalpha (first))
        return TRUE;
    }

  return FALSE;
}

static void
add_column (GeoatChartNumbersWindow *self, guint position)
{
  gboolean text = has_text (self, position);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup",
                    text ? G_CALLBACK (setup_text_cb) : G_CALLBACK (setup_number_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (position));
  column = gtk_column_view_column_new (self->numbers->columns[position], factory);
  gtk_column_view_column_set_expand (column, text);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->table, column);
}

static void
fill (GeoatChartNumbersWindow *self)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint i = 0; i < g_strv_length (self->numbers->columns); i++)
    add_column (self, i);

  for (guint i = 0; i < self->numbers->rows->len; i++)
    {
      g_autoptr (GtkStringList) row =
          gtk_string_list_new ((const char *const *) g_ptr_array_index (self->numbers->rows, i));

      g_list_store_append (rows, row);
    }

  gtk_column_view_set_model (self->table,
                             GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))));
}

/* Tab-separated, so that it can be pasted into a spreadsheet. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatChartNumbersWindow *self = GEOAT_CHART_NUMBERS_WINDOW (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *heading = g_strjoinv ("\t", self->numbers->columns);

  g_string_append_printf (text, "%s\n", heading);
  for (guint i = 0; i < self->numbers->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("\t", g_ptr_array_index (self->numbers->rows, i));

      g_string_append_printf (text, "%s\n", row);
    }

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
geoat_chart_numbers_window_finalize (GObject *object)
{
  g_clear_pointer (&GEOAT_CHART_NUMBERS_WINDOW (object)->numbers, geoat_chart_numbers_free);

  G_OBJECT_CLASS (geoat_chart_numbers_window_parent_class)->finalize (object);
}

static void
geoat_chart_numbers_window_class_init (GeoatChartNumbersWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = geoat_chart_numbers_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-chart-numbers-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatChartNumbersWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatChartNumbersWindow, table);
  gtk_widget_class_bind_template_child (widget_class, GeoatChartNumbersWindow, description);
  gtk_widget_class_install_action (widget_class, "numbers.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
geoat_chart_numbers_window_init (GeoatChartNumbersWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_chart_numbers_window_new:
 * @chart: a chart
 *
 * Returns: (transfer none): a window with the numbers that @chart shows now
 */
GtkWidget *
geoat_chart_numbers_window_new (GeoatChart *chart)
{
  GeoatChartNumbersWindow *self;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  g_return_val_if_fail (GEOAT_IS_CHART (chart), NULL);

  self = g_object_new (GEOAT_TYPE_CHART_NUMBERS_WINDOW, NULL);
  title = geoat_chart_get_title (chart);
  description = geoat_chart_describe (chart);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  gtk_label_set_text (self->description, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  self->numbers = geoat_chart_get_numbers (chart);
  fill (self);

  return GTK_WIDGET (self);
}
