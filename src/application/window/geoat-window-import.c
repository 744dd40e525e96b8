/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing a filled template, or a list of indicators, into the plan of a window. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-announce.h"
#include "geoat-import-window.h"

static void
imported_cb (GeoatWindow *self, const char *text)
{
  geoat_announce_with_undo (GTK_WIDGET (self), text);
}

static void
present (GeoatWindow *self, GtkWidget *window)
{
  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
chosen_cb (GFile *file, gpointer data)
{
  GeoatWindow *self = data;

  if (self->document != NULL && geoat_plan_can_rate (geoat_document_get_plan (self->document)))
    present (self, geoat_import_window_new (self->document, file));
}

static void
list_chosen_cb (GFile *file, gpointer data)
{
  GeoatWindow *self = data;
  const char *page = geoat_sidebar_get_page (self->sidebar);

  if (self->document != NULL && geoat_framework_find_key_element (
                                    geoat_perspective_get_framework (self->perspective), page) >= 0)
    present (self, geoat_import_window_new_list (self->document, file, page));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_import_choose_file (GTK_WINDOW (widget), chosen_cb, G_OBJECT (widget));
}

static void
import_list_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_import_choose_list (GTK_WINDOW (widget), list_chosen_cb, G_OBJECT (widget));
}

/* Importing a template rates: the last round has to be open. */
void
geoat_window_import_update (GeoatWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-list", self->document != NULL);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "win.import",
      self->document != NULL && geoat_plan_can_rate (geoat_document_get_plan (self->document)));
}

void
geoat_window_import_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-list", NULL, import_list_action);
}
