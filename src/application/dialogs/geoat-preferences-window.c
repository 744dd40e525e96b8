/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user can choose for all plans. The windows follow the settings by themselves. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-message.h"
#include "geoat-preferences-window.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-toast.h"

#include "geoat-recovery.h"
#include "geoat-versions.h"

#include <glib/gi18n.h>

struct _GeoatPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  AdwComboRow *view;
  AdwComboRow *text_size;
  AdwActionRow *autosave_row;
  GtkSwitch *autosave;
  AdwComboRow *fiscal_year;
  AdwActionRow *kept;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (GeoatPreferencesWindow, geoat_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* In percent, in the order of the choices in the .ui file. */
static const int text_sizes[] = { 90, 100, 115, 130, 150, 200 };

static gboolean
get_view (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_uint (value, g_str_equal (g_variant_get_string (variant, NULL), "table") ? 1 : 0);

  return TRUE;
}

static GVariant *
set_view (const GValue *value, const GVariantType *type, gpointer data)
{
  return g_variant_new_string (g_value_get_uint (value) == 1 ? "table" : "form");
}

static gboolean
get_text_size (GValue *value, GVariant *variant, gpointer data)
{
  int size = g_variant_get_int32 (variant);
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (text_sizes); i++)
    if (ABS (text_sizes[i] - size) < ABS (text_sizes[best] - size))
      best = i;
  g_value_set_uint (value, best);

  return TRUE;
}

static GVariant *
set_text_size (const GValue *value, const GVariantType *type, gpointer data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (text_sizes) ? g_variant_new_int32 (text_sizes[position]) : NULL;
}

static gboolean
get_month (GValue *value, GVariant *variant, gpointer data)
{
  g_value_set_uint (value, g_variant_get_int32 (variant));

  return TRUE;
}

static GVariant *
set_month (const GValue *value, const GVariantType *type, gpointer data)
{
  guint month = g_value_get_uint (value);

  return month <= 12 ? g_variant_new_int32 (month) : NULL;
}

static void
update_kept (GeoatPreferencesWindow *self)
{
  g_autofree char *size = g_format_size (geoat_versions_get_size ());
  g_autofree char *text = g_strdup_printf (_ ("%s on this computer, readable by you alone"), size);

  adw_action_row_set_subtitle (self->kept, text);
}

static void
clear_response_cb (GeoatPreferencesWindow *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "clear"))
    return;

  if (!geoat_versions_clear (NULL, NULL, &error) || !geoat_recovery_clear (&error))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                      geoat_toast_new (error->message));
  update_kept (self);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = geoat_message_new_question (
      GTK_WINDOW (widget), _ ("Delete what is kept of all plans?"),
      _ ("Saved versions, and unsaved work that an earlier session left, are deleted for good. "
         "Your plans, and what is open now, stay as they are."),
      "clear", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (dialog, "response", G_CALLBACK (clear_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
geoat_preferences_window_dispose (GObject *object)
{
  g_clear_object (&GEOAT_PREFERENCES_WINDOW (object)->settings);

  G_OBJECT_CLASS (geoat_preferences_window_parent_class)->dispose (object);
}

static void
geoat_preferences_window_class_init (GeoatPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_preferences_window_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, view);
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, text_size);
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, autosave_row);
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, autosave);
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, fiscal_year);
  gtk_widget_class_bind_template_child (widget_class, GeoatPreferencesWindow, kept);
  gtk_widget_class_install_action (widget_class, "preferences.clear", NULL, clear_action);
}

static void
geoat_preferences_window_init (GeoatPreferencesWindow *self)
{
  g_autoptr (GListModel) months = geoat_screen_text_list_months ();

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_combo_row_set_model (self->fiscal_year, months);
  update_kept (self);
  geoat_accessible_describe_rows (GTK_WIDGET (self));
  geoat_accessible_check_row (self->autosave_row);
}

/**
 * geoat_preferences_window_new:
 * @settings: what the application remembers
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
geoat_preferences_window_new (GSettings *settings)
{
  GeoatPreferencesWindow *self = g_object_new (GEOAT_TYPE_PREFERENCES_WINDOW, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind_with_mapping (settings, "key-element-view", self->view, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_view, set_view, NULL, NULL);
  g_settings_bind_with_mapping (settings, "form-text-size", self->text_size, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_text_size, set_text_size, NULL, NULL);
  g_settings_bind_with_mapping (settings, "fiscal-year-start", self->fiscal_year, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_month, set_month, NULL, NULL);
  g_settings_bind (settings, "autosave", self->autosave, "active", G_SETTINGS_BIND_DEFAULT);

  return GTK_WIDGET (self);
}
