/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs while the table of a whole plan of 2,000 indicators scrolls, with its texts
 * wrapped.
 *
 * It is compared with a GtkColumnView of as many rows and columns, each cell a label of one line:
 * the columns are as wide, the list is as large, in a window of the same size and process. They
 * take turns, first of notches of the wheel, then from the start of pages as by the scroll bar.
 * `--short` takes fewer turns. Fails when the median or the 99th percentile of the times until the
 * frame is drawn is more than that of the column view. */

#include "config.h"

#include "geoat-table.h"

#include "bench-window.h"

#define N_INDICATORS 2000
#define N_TURNS 12
#define N_SHORT_TURNS 3
#define N_NOTCHES 20
#define N_PAGES 8

#define MAX_RATIO 1.0

/* A list that scrolls. */
typedef struct
{
  BenchWindow *window;
  GtkAdjustment *adjustment;
  GArray *notches;
  GArray *pages;
} Side;

static Side
side_new (GtkWindow *window, int x)
{
  Side side = { bench_window_new (window, x), NULL, g_array_new (FALSE, FALSE, sizeof (double)),
                g_array_new (FALSE, FALSE, sizeof (double)) };

  return side;
}

static void
side_set_list (Side *side, GtkScrolledWindow *list)
{
  side->adjustment = gtk_scrolled_window_get_vadjustment (list);
  bench_window_watch (side->window, side->adjustment, "value-changed");
}

static gboolean
is_table (GtkWidget *widget)
{
  return GEOAT_IS_TABLE (widget);
}

static gboolean
is_whole_plan (GtkWidget *widget)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Whole Plan") == 0;
}

static GtkWidget *
find_widget (GtkWidget *root, gboolean (*is_wanted) (GtkWidget *widget))
{
  GtkWidget *found = is_wanted (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, is_wanted);
  return found;
}

/* Returns the table of the whole plan. */
static GtkWidget *
show_whole_plan (GtkWindow *window)
{
  bench_reveal (window, 0, GEOAT_FIELD_INDICATOR);
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (find_widget (GTK_WIDGET (window), is_whole_plan)), TRUE);
  bench_wait (500);
  return find_widget (GTK_WIDGET (window), is_table);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Of both. */
static const int column_widths[] = { 190, 140, 76, 200, 200, 140, 104, 164 };

static GtkWidget *
create_column_view (GVariant *widths)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < N_INDICATORS; i++)
    gtk_string_list_take (
        list, g_strdup_printf ("Indicator %u is written down, known to all and followed.", i));
  view = gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)))));
  for (gsize i = 0; i < g_variant_n_children (widths); i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);
      int width;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      g_variant_get_child (widths, i, "i", &width);
      gtk_column_view_column_set_fixed_width (column, width);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }
  return view;
}

static Side
create_column_view_side (GtkWidget *table, int x)
{
  GtkWidget *like = gtk_widget_get_ancestor (table, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_scrolled_window_new ();
  g_autoptr (GVariant) widths = NULL;
  Side side;

  widths = g_variant_ref_sink (g_variant_new_fixed_array (
      G_VARIANT_TYPE_INT32, column_widths, G_N_ELEMENTS (column_widths), sizeof (int)));
  g_object_set (table, "column-widths", widths, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (list), create_column_view (widths));
  gtk_widget_set_size_request (list, gtk_widget_get_width (like), gtk_widget_get_height (like));
  gtk_widget_set_halign (list, GTK_ALIGN_END);
  gtk_widget_set_valign (list, GTK_ALIGN_END);
  gtk_window_set_child (GTK_WINDOW (window), list);
  side = side_new (GTK_WINDOW (window), x);
  side_set_list (&side, GTK_SCROLLED_WINDOW (list));
  return side;
}

static void
turn_wheel (Side *side)
{
  bench_window_focus (side->window, TRUE);
  bench_window_turn_wheel (side->window, N_NOTCHES, TRUE, side->notches);
}

static void
turn_pages (Side *side)
{
  bench_window_focus (side->window, FALSE);
  for (guint i = 0; i < N_PAGES; i++)
    bench_window_move (side->window, side->adjustment,
                       gtk_adjustment_get_page_size (side->adjustment), side->pages);
}

static gboolean
compare (const char *how, GArray *table, GArray *column_view)
{
  g_autofree char *median = g_strconcat (how, ", median, times the column view's", NULL);
  g_autofree char *slowest = g_strconcat (how, ", 99th percentile, times the column view's", NULL);
  g_autofree char *table_name = g_strconcat ("table ", how, NULL);
  g_autofree char *column_view_name = g_strconcat ("column view ", how, NULL);
  gboolean good;

  bench_print_times (table_name, table);
  bench_print_times (column_view_name, column_view);
  good = bench_check (median, bench_get_time (table, 0.5) / bench_get_time (column_view, 0.5),
                      MAX_RATIO);
  return bench_check (slowest, bench_get_time (table, 0.99) / bench_get_time (column_view, 0.99),
                      MAX_RATIO) &&
         good;
}

int
main (int argc, char *argv[])
{
  guint n_turns = argc > 1 && g_str_equal (argv[1], "--short") ? N_SHORT_TURNS : N_TURNS;
  GtkWindow *window;
  GtkWidget *table;
  Side ours, theirs;
  gboolean good;

  bench_start ();
  window = bench_open_plan (N_INDICATORS, "table");
  ours = side_new (window, 0);
  table = show_whole_plan (window);
  side_set_list (&ours,
                 GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (table, GTK_TYPE_SCROLLED_WINDOW)));
  theirs = create_column_view_side (table, gtk_widget_get_width (GTK_WIDGET (window)) + 100);

  for (guint i = 0; i < n_turns; i++)
    {
      turn_wheel (&ours);
      turn_wheel (&theirs);
    }
  gtk_adjustment_set_value (ours.adjustment, 0);
  gtk_adjustment_set_value (theirs.adjustment, 0);
  for (guint i = 0; i < n_turns; i++)
    {
      turn_pages (&ours);
      turn_pages (&theirs);
    }
  good = compare ("by the wheel", ours.notches, theirs.notches);
  return compare ("by pages", ours.pages, theirs.pages) && good ? 0 : 1;
}
