/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window remembers from one time to the next, and what it does on its own: its size, the
 * page that was shown last of each plan and the card that was open, the size of the text in forms,
 * saving automatically. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-application.h"

/* Of how many plans the last page is remembered. */
#define N_PLACES 50

/* Long enough not to write in the middle of a sentence, short enough to be forgotten about. */
#define AUTOSAVE_DELAY 5

static GSettings *
get_settings (GeoatWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return GEOAT_IS_APPLICATION (application)
             ? geoat_application_get_settings (GEOAT_APPLICATION (application))
             : NULL;
}

static void
update_text_size (GeoatWindow *self)
{
  static const int sizes[] = { 90, 100, 115, 130, 150, 200 };
  int size = g_settings_get_int (get_settings (self), "form-text-size");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *name = g_strdup_printf ("text-size-%d", sizes[i]);

      if (sizes[i] == size)
        gtk_widget_add_css_class (GTK_WIDGET (self->key_elements), name);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->key_elements), name);
    }
}

static void
remember_place (GeoatWindow *self, GSettings *settings)
{
  const char *id = geoat_item_get_id (GEOAT_ITEM (geoat_document_get_plan (self->document)));
  g_autoptr (GVariant) places = g_settings_get_value (settings, "last-places");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *plan, *page, *entry;
  const char *place = geoat_page_get_place (self->key_elements);
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  g_variant_builder_add (&builder, "(sss)", id, geoat_sidebar_get_page (self->sidebar),
                         place != NULL ? place : "");
  g_variant_iter_init (&iter, places);
  while (n < N_PLACES && g_variant_iter_next (&iter, "(&s&s&s)", &plan, &page, &entry))
    if (!g_str_equal (plan, id))
      {
        g_variant_builder_add (&builder, "(sss)", plan, page, entry);
        n++;
      }

  g_settings_set_value (settings, "last-places", g_variant_builder_end (&builder));
}

static gboolean
autosave_cb (gpointer data)
{
  GeoatWindow *self = data;

  self->autosave_source = 0;
  geoat_window_autosave (self);

  return G_SOURCE_REMOVE;
}

/* Gives a new window the size of the last one, and lets it follow the preferences. */
void
geoat_window_follow_settings (GeoatWindow *self)
{
  GSettings *settings = get_settings (self);

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_signal_connect_object (settings, "changed::form-text-size", G_CALLBACK (update_text_size), self,
                           G_CONNECT_SWAPPED);
  update_text_size (self);
  g_signal_connect_object (settings, "changed::autosave", G_CALLBACK (geoat_window_queue_autosave),
                           self, G_CONNECT_SWAPPED);
}

/* Remembers the size of the window, and the page of its plan. */
void
geoat_window_remember (GeoatWindow *self)
{
  GSettings *settings = get_settings (self);
  int width, height;

  if (settings == NULL)
    return;

  /* The default size is the one that the window has, or had before it was maximized. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));

  if (self->document != NULL)
    remember_place (self, settings);
}

/* The page of @plan that was shown last, or NULL when it is not known; @place: for
 * geoat_page_restore_place(), full. */
char *
geoat_window_recall_page (GeoatWindow *self, GeoatPlan *plan, char **place)
{
  GSettings *settings = get_settings (self);
  const char *id = geoat_item_get_id (GEOAT_ITEM (plan));
  g_autoptr (GVariant) places = NULL;
  GVariantIter iter;
  const char *other, *page, *entry;

  *place = NULL;
  if (settings == NULL)
    return NULL;

  places = g_settings_get_value (settings, "last-places");
  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &other, &page, &entry))
    if (g_str_equal (other, id))
      {
        *place = g_strdup (entry);
        return g_strdup (page);
      }

  return NULL;
}

/* The plan has changed: saves it in a while, when the user wants that. */
void
geoat_window_queue_autosave (GeoatWindow *self)
{
  GSettings *settings = get_settings (self);

  g_clear_handle_id (&self->autosave_source, g_source_remove);
  if (settings != NULL && self->document != NULL && g_settings_get_boolean (settings, "autosave"))
    self->autosave_source = g_timeout_add_seconds (AUTOSAVE_DELAY, autosave_cb, self);
}
