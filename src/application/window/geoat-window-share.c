/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sharing, as seen from the window: opening the dialog, and saying where the file went. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-announce.h"
#include "geoat-application.h"
#include "geoat-screen-text.h"
#include "geoat-share-window.h"

#include <glib/gi18n.h>

static void
shared_cb (GeoatWindow *self, GFile *file)
{
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *title = g_strdup_printf (_ ("Saved as “%s”"), name);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder);
  g_autofree char *action =
      g_action_print_detailed_name ("win.open-folder", g_variant_new_string (uri));

  geoat_announce_with_button (GTK_WIDGET (self), title, _ ("_Open Folder"), action);
}

/* A window larger than the screen would hide its buttons. */
static void
fit_to_screen (GtkWindow *window, GtkWidget *parent)
{
  GtkNative *native = gtk_widget_get_native (parent);
  GdkSurface *surface = native == NULL ? NULL : gtk_native_get_surface (native);
  GdkMonitor *monitor =
      surface == NULL
          ? NULL
          : gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle screen;
  int width, height;

  if (monitor == NULL)
    return;

  gdk_monitor_get_geometry (monitor, &screen);
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, MIN (width, screen.width), MIN (height, screen.height));
}

static void
share_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GSettings *settings = geoat_application_get_settings (GEOAT_APPLICATION (application));
  g_autofree char *file_name = geoat_window_suggest_file_name (self);
  GtkWidget *window = geoat_share_window_new (self->perspective, settings, file_name);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  fit_to_screen (GTK_WINDOW (window), widget);
  g_signal_connect_object (window, "shared", G_CALLBACK (shared_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
open_folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (g_variant_get_string (parameter, NULL), NULL, &error))
    geoat_window_show_error (GEOAT_WINDOW (widget), _ ("The folder cannot be shown"),
                             error->message);
}

/* With no plan there is nothing to share. */
void
geoat_window_share_update (GeoatWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.share", self->document != NULL);
}

void
geoat_window_share_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.share", NULL, share_action);
  gtk_widget_class_install_action (widget_class, "win.open-folder", "s", open_folder_action);
}
