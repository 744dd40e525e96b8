/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reordering by dragging: a handle that drags an item, and widgets that say before or behind which
 * of them it is dropped. Alt with an arrow does the same from the keyboard. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-reorder.h"

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GeoatItem *item)
{
  return gdk_content_provider_new_typed (G_OBJECT_TYPE (item), item);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
show_place (GtkWidget *widget, const char *css_class)
{
  gtk_widget_remove_css_class (widget, "drop-before");
  gtk_widget_remove_css_class (widget, "drop-behind");
  if (css_class != NULL)
    gtk_widget_add_css_class (widget, css_class);
}

static gboolean
is_behind (GtkWidget *widget, double y)
{
  return y > gtk_widget_get_height (widget) / 2.0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, GtkWidget *widget)
{
  show_place (widget, is_behind (widget, y) ? "drop-behind" : "drop-before");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, GtkWidget *widget)
{
  show_place (widget, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *widget)
{
  GeoatReorderFunc dropped = g_object_get_data (G_OBJECT (target), "dropped");

  show_place (widget, NULL);
  dropped (widget, g_value_get_object (value), is_behind (widget, y));
  return TRUE;
}

/**
 * geoat_reorder_add_handle:
 * @handle: the widget to drag by
 * @widget: what is dragged, for the picture under the pointer
 * @item: what it stands for; it must live as long as @handle
 */
void
geoat_reorder_add_handle (GtkWidget *handle, GtkWidget *widget, GeoatItem *item)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), item, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (begin_cb), widget, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
}

/**
 * geoat_reorder_add_target:
 * @widget: a widget to drop on
 * @type: the type of the items that it takes
 * @dropped: (scope forever): moves the item
 */
void
geoat_reorder_add_target (GtkWidget *widget, GType type, GeoatReorderFunc dropped)
{
  GtkDropTarget *target = gtk_drop_target_new (type, GDK_ACTION_MOVE);

  g_object_set_data (G_OBJECT (target), "dropped", dropped);
  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), widget, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), widget, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), widget, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
