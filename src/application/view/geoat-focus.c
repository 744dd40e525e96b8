/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tab through a widget that passes the focus on to one of its children when it is to take it. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-focus.h"

/**
 * geoat_focus_children:
 * @widget: a widget that cannot have the focus itself
 * @direction: where to
 *
 * What the class of a widget with a `grab_focus` of its own has for `focus`. That of #GtkWidget
 * calls `grab_focus` when Tab comes into the widget, so that everything before the child which
 * takes the focus is left out, and again when Shift+Tab would leave it, so that it never does. This
 * one goes from child to child, in their order.
 *
 * Returns: %FALSE when the focus leaves the widget
 */
gboolean
geoat_focus_children (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (!back && direction != GTK_DIR_TAB_FORWARD)
    {
      GtkWidgetClass *klass = g_type_class_peek (GTK_TYPE_WIDGET);

      return klass->focus (widget, direction);
    }
  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL;
       child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;
  return FALSE;
}

struct _GeoatFocusBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatFocusBox, geoat_focus_box, GTK_TYPE_BOX)

static void
geoat_focus_box_class_init (GeoatFocusBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = geoat_focus_children;
}

static void
geoat_focus_box_init (GeoatFocusBox *self)
{
}
