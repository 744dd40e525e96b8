/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies in a scrolled window.
 *
 * How it works: a scrolled window asks what is in it for its height at no certain width, and makes
 * no use of the answer unless it is to grow with it. A form works the answer out for its natural
 * width, so that after each key that adds a line its texts are laid out for that width, and then
 * again for the one they have. Here the answer is that no height is needed; the real one is asked
 * for later, with the width. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-scroll-layout.h"

struct _GeoatScrollLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatScrollLayout, geoat_scroll_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
geoat_scroll_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
geoat_scroll_layout_measure (GtkLayoutManager *manager,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  if (child == NULL || (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0))
    return;
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
geoat_scroll_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
geoat_scroll_layout_class_init (GeoatScrollLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = geoat_scroll_layout_get_request_mode;
  manager_class->measure = geoat_scroll_layout_measure;
  manager_class->allocate = geoat_scroll_layout_allocate;
}

static void
geoat_scroll_layout_init (GeoatScrollLayout *self)
{
}
