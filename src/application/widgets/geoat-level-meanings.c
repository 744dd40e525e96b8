/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The meanings of all seven levels in one popover. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-screen-text.h"
#include "geoat-level-meanings.h"
#include "geoat-perspective.h"

/* Pixels: of the list of meanings, and of what a popover has around it. */
#define MIN_HEIGHT 160
#define MAX_HEIGHT 480
#define FRAME 48

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 52);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
append_level (GtkGrid *grid, int row, GeoatFramework *framework, GeoatLevel level)
{
  const char *language = geoat_perspective_get_screen_language ();
  g_autofree char *level_class = NULL;
  GtkWidget *chip = gtk_label_new (geoat_screen_text_for_level (level));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  level_class = level == GEOAT_LEVEL_NOT_APPLICABLE ? g_strdup ("level-na")
                                                    : g_strdup_printf ("level-%d", level);
  gtk_widget_add_css_class (chip, "level-chip");
  gtk_widget_add_css_class (chip, level_class);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_grid_attach (grid, chip, 0, row, 1, 1);
  gtk_box_append (
      GTK_BOX (texts),
      create_text (geoat_framework_get_level_name (framework, level, language), "level-name"));
  gtk_box_append (
      GTK_BOX (texts),
      create_text (geoat_framework_get_level_meaning (framework, level, language), "caption"));
  gtk_grid_attach (grid, texts, 1, row, 1, 1);
}

/* The room above or below @button in its window, whichever is more: a popover that is higher is cut
 * off at the edge of a small screen. */
static int
get_room (GtkWidget *button)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (button));
  graphene_rect_t bounds;
  double above, below;

  if (!gtk_widget_compute_bounds (button, root, &bounds))
    return MAX_HEIGHT;
  above = bounds.origin.y;
  below = gtk_widget_get_height (root) - above - bounds.size.height;
  return (int) MAX (above, below) - FRAME;
}

/**
 * geoat_level_meanings_popup:
 * @button: the button that was clicked
 * @framework: whose levels
 *
 * Shows the meanings of all levels at the button, the highest first as in the GEOAT.
 */
void
geoat_level_meanings_popup (GtkWidget *button, GeoatFramework *framework)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *window = gtk_scrolled_window_new ();
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (int level = GEOAT_LEVEL_MAX; level >= GEOAT_LEVEL_0; level--)
    append_level (GTK_GRID (grid), row++, framework, level);
  append_level (GTK_GRID (grid), row, framework, GEOAT_LEVEL_NOT_APPLICABLE);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window),
                                              CLAMP (get_room (button), MIN_HEIGHT, MAX_HEIGHT));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), grid);
  gtk_popover_set_child (GTK_POPOVER (popover), window);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Meanings of the levels"), -1);
  gtk_widget_set_parent (popover, button);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  g_signal_connect_object (button, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}
