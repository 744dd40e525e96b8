/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Offers what was not saved when the application ended without warning. What is neither restored
 * nor declined is offered again at the next start. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-accessible.h"
#include "geoat-recovery-window.h"
#include "geoat-toast.h"

#include <glib/gi18n.h>

struct _GeoatRecoveryWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkListBox *list;

  GPtrArray *infos;
};

G_DEFINE_FINAL_TYPE (GeoatRecoveryWindow, geoat_recovery_window, ADW_TYPE_WINDOW)

enum
{
  RESTORED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_row (GeoatRecoveryWindow *self, GtkWidget *row)
{
  gtk_list_box_remove (self->list, row);
  if (gtk_list_box_get_row_at_index (self->list, 0) == NULL)
    gtk_window_close (GTK_WINDOW (self));
}

static void
restore (GeoatRecoveryWindow *self, GtkWidget *row)
{
  const GeoatRecoveryInfo *info = g_object_get_data (G_OBJECT (row), "info");
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatRecovery) recovery = geoat_recovery_restore (info, &error);

  if (recovery == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, geoat_toast_new (error->message));
      return;
    }

  g_signal_emit (self, signals[RESTORED], 0, recovery);
  remove_row (self, row);
}

static void
restore_cb (GtkButton *button, GeoatRecoveryWindow *self)
{
  restore (self, gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW));
}

static void
decline_cb (GtkButton *button, GeoatRecoveryWindow *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  geoat_recovery_decline (g_object_get_data (G_OBJECT (row), "info"));
  remove_row (self, row);
}

static GtkWidget *
create_button (GeoatRecoveryWindow *self,
               const char *label,
               const char *name_format,
               const GeoatRecoveryInfo *info,
               GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autoptr (GString) name = g_string_new (name_format);

  g_string_replace (name, "%s", info->name, 1);
  geoat_accessible_set_name (button, name->str);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", callback, self);

  return button;
}

static char *
describe (const GeoatRecoveryInfo *info)
{
  /* Translators: date and time: "Tuesday 24 November 2026, 14:05" */
  g_autofree char *when = g_date_time_format (info->written, _ ("%A %-d %B %Y, %H:%M"));
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: what a recovery file holds: "Tuesday 24 November 2026, 14:05 · 104 indicators, 96
   * assessed, 41 activities" */
  g_string_append_printf (text, _ ("%s · %u indicators, %u assessed, %u activities"), when,
                          info->n_entries, info->n_ratings, info->n_actions);
  if (info->file == NULL)
    g_string_append_printf (text, "\n%s", _ ("It was never saved to a file."));
  else if (info->changed_outside)
    g_string_append_printf (text, "\n%s", _ ("Its file was changed or removed since."));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (GeoatRecoveryWindow *self, GeoatRecoveryInfo *info)
{
  g_autofree char *subtitle = describe (info);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), info->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data (G_OBJECT (row), "info", info);

  button = create_button (self, _ ("_Discard"), _ ("Discard what was not saved of “%s”"), info,
                          G_CALLBACK (decline_cb));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  button = create_button (self, _ ("_Restore"), _ ("Restore “%s”"), info, G_CALLBACK (restore_cb));
  gtk_widget_add_css_class (button, "suggested-action");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
geoat_recovery_window_finalize (GObject *object)
{
  g_clear_pointer (&GEOAT_RECOVERY_WINDOW (object)->infos, g_ptr_array_unref);

  G_OBJECT_CLASS (geoat_recovery_window_parent_class)->finalize (object);
}

static void
geoat_recovery_window_class_init (GeoatRecoveryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = geoat_recovery_window_finalize;

  signals[RESTORED] = g_signal_new ("restored", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, GEOAT_TYPE_RECOVERY);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-recovery-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatRecoveryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GeoatRecoveryWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
geoat_recovery_window_init (GeoatRecoveryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_recovery_window_new:
 * @infos: (element-type GeoatRecoveryInfo): what can be restored, at least one
 *
 * Returns: (transfer none): a window that offers it
 */
GtkWidget *
geoat_recovery_window_new (GPtrArray *infos)
{
  GeoatRecoveryWindow *self = g_object_new (GEOAT_TYPE_RECOVERY_WINDOW, NULL);

  self->infos = g_ptr_array_ref (infos);
  for (guint i = 0; i < infos->len; i++)
    add_row (self, g_ptr_array_index (infos, i));

  return GTK_WIDGET (self);
}
