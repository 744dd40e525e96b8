/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The saved versions of a plan. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-chosen-file.h"
#include "geoat-accessible.h"
#include "geoat-message.h"
#include "geoat-toast.h"
#include "geoat-versions-window.h"

#include "geoat-history-restore.h"
#include "geoat-file-task.h"
#include "geoat-versions.h"

#include <glib/gi18n.h>

struct _GeoatVersionsWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;

  GeoatDocument *document;
  GPtrArray *versions;
};

G_DEFINE_FINAL_TYPE (GeoatVersionsWindow, geoat_versions_window, ADW_TYPE_WINDOW)

static const char *
get_reason (GeoatVersionReason reason)
{
  switch (reason)
    {
    case GEOAT_VERSION_AUTOSAVED:
      return _ ("Saved automatically");
    case GEOAT_VERSION_DISCARDED:
      return _ ("Closed without saving");
    case GEOAT_VERSION_REPLACED:
      return _ ("Before the file was read again");
    case GEOAT_VERSION_OUTSIDE:
      return _ ("Changed by someone else, before yours was saved");
    case GEOAT_VERSION_SAVED:
    default:
      return _ ("Saved");
    }
}

static void
show_toast (GeoatVersionsWindow *self, const char *text, gboolean undo)
{
  adw_toast_overlay_add_toast (
      self->toasts, undo ? geoat_toast_new_with_undo (text, "versions.undo",
                                                      geoat_document_get_plan (self->document))
                         : geoat_toast_new (text));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatVersionsWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = geoat_file_write_finish (result, &error);

  /* The window may have gone meanwhile. */
  if (self->document == NULL)
    return;
  if (done)
    show_toast (self, _ ("Saved a copy"), FALSE);
  else
    geoat_message_show (GTK_WINDOW (self), _ ("The copy was not saved"), error->message);
}

static void
file_chosen_cb (GeoatVersionsWindow *self, int response, GtkNativeDialog *chooser)
{
  const GeoatVersion *version = g_object_get_data (G_OBJECT (chooser), "version");
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    geoat_version_save_copy_async (version, file, copied_cb, g_object_ref (self));

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/* What the plan cannot be turned into can be had as a file. */
static void
save_copy (GeoatVersionsWindow *self, const GeoatVersion *version)
{
  g_autofree char *day = g_date_time_format (version->written, "%Y-%m-%d %H.%M");
  /* Translators: the name of a file with a version of a plan; %s is a date and a time */
  g_autofree char *name = g_strdup_printf (_ ("Version of %s.geoat"), day);
  GtkFileChooserNative *chooser = geoat_chosen_file_create_chooser (
      GTK_WINDOW (self), _ ("Save a Copy"), name, geoat_document_get_file (self->document));

  g_object_set_data_full (G_OBJECT (chooser), "versions", g_ptr_array_ref (self->versions),
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (chooser), "version", (gpointer) version);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
copy_cb (GtkButton *button, GeoatVersionsWindow *self)
{
  save_copy (self, g_object_get_data (G_OBJECT (button), "version"));
}

static void
cannot_restore_cb (GeoatVersionsWindow *self, const char *response, GtkWidget *dialog)
{
  if (g_str_equal (response, "copy"))
    save_copy (self, g_object_get_data (G_OBJECT (dialog), "version"));
}

static void
show_cannot_restore (GeoatVersionsWindow *self, const GeoatVersion *version, const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("This version cannot be restored"), error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "copy",
                                    _ ("Save a _Copy…"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_object_set_data_full (G_OBJECT (dialog), "versions", g_ptr_array_ref (self->versions),
                          (GDestroyNotify) g_ptr_array_unref);
  g_object_set_data (G_OBJECT (dialog), "version", (gpointer) version);
  g_signal_connect_object (dialog, "response", G_CALLBACK (cannot_restore_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_cb (GtkButton *button, GeoatVersionsWindow *self)
{
  const GeoatVersion *version = g_object_get_data (G_OBJECT (button), "version");
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) plan = geoat_version_read (version, &error);
  g_autofree char *when = g_date_time_format (version->written, _ ("%-d %B %Y, %H:%M"));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  /* Translators: the name of an undo step; %s is a date and a time */
  name = g_strdup_printf (_ ("Restore version of %s"), when);
  if (plan == NULL ||
      !geoat_history_restore (geoat_document_get_history (self->document), plan, name, &error))
    {
      show_cannot_restore (self, version, error);
      return;
    }

  text = g_strdup_printf (_ ("The plan is as it was on %s"), when);
  show_toast (self, text, TRUE);
}

/* Why it was kept, and what it holds. */
static char *
describe (const GeoatVersion *version)
{
  g_autofree char *indicators = g_strdup_printf (
      ngettext ("%u indicator", "%u indicators", version->n_entries), version->n_entries);

  if (version->title == NULL)
    /* Translators: why a version was kept, and that nothing is known of what it holds */
    return g_strdup_printf (_ ("%s · it cannot be read as a plan"), get_reason (version->reason));

  /* Translators: why a version was kept, and what it holds: "Saved · 104 indicators, 96 assessed,
   * 41 activities" */
  return g_strdup_printf (_ ("%s · %s, %u assessed, %u activities"), get_reason (version->reason),
                          indicators, version->n_ratings, version->n_actions);
}

static GtkWidget *
create_row (GeoatVersionsWindow *self, GeoatVersion *version)
{
  /* Translators: date and time of a version: "Tuesday 24 November 2026, 14:05" */
  g_autofree char *when = g_date_time_format (version->written, _ ("%A %-d %B %Y, %H:%M"));
  g_autofree char *subtitle = describe (version);
  g_autofree char *name = NULL;
  gboolean is_plan = version->title != NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (is_plan ? _ ("_Restore") : _ ("Save a _Copy…"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  /* Translators: a button for a screen reader; %s is a date and a time */
  name = g_strdup_printf (
      is_plan ? _ ("Restore the version of %s") : _ ("Save a copy of the version of %s"), when);
  geoat_accessible_set_name (button, name);
  geoat_accessible_set_description (button, subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "version", version);
  g_signal_connect (button, "clicked", is_plan ? G_CALLBACK (restore_cb) : G_CALLBACK (copy_cb),
                    self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

static void
update (GeoatVersionsWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  g_clear_pointer (&self->versions, g_ptr_array_unref);
  self->versions = geoat_versions_list (geoat_document_get_plan (self->document),
                                        geoat_document_get_file (self->document), NULL);
  for (guint i = 0; i < self->versions->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->versions, i)));

  gtk_stack_set_visible_child_name (self->stack, self->versions->len > 0 ? "list" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.clear", self->versions->len > 0);
}

static void
clear_response_cb (GeoatVersionsWindow *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "clear"))
    return;

  if (!geoat_versions_clear (geoat_document_get_plan (self->document),
                             geoat_document_get_file (self->document), &error))
    show_toast (self, error->message, FALSE);
  update (self);
}

static void
clear_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *dialog = geoat_message_new_question (
      GTK_WINDOW (widget), _ ("Delete the saved versions of this plan?"),
      _ ("The plan itself and its file stay as they are. The versions cannot be brought back."),
      "clear", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE);

  g_signal_connect_object (dialog, "response", G_CALLBACK (clear_response_cb), widget,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_undo (geoat_document_get_history (GEOAT_VERSIONS_WINDOW (widget)->document));
}

static void
geoat_versions_window_dispose (GObject *object)
{
  GeoatVersionsWindow *self = GEOAT_VERSIONS_WINDOW (object);

  g_clear_object (&self->document);

  G_OBJECT_CLASS (geoat_versions_window_parent_class)->dispose (object);
}

static void
geoat_versions_window_finalize (GObject *object)
{
  g_clear_pointer (&GEOAT_VERSIONS_WINDOW (object)->versions, g_ptr_array_unref);

  G_OBJECT_CLASS (geoat_versions_window_parent_class)->finalize (object);
}

static void
geoat_versions_window_class_init (GeoatVersionsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_versions_window_dispose;
  object_class->finalize = geoat_versions_window_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-versions-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatVersionsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GeoatVersionsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatVersionsWindow, list);
  gtk_widget_class_install_action (widget_class, "versions.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "versions.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

/* In the capture phase: a toast that has the focus would take Escape for itself. */
static void
add_close_key (GeoatVersionsWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, (GdkModifierType) 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
geoat_versions_window_init (GeoatVersionsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_close_key (self);
}

/**
 * geoat_versions_window_new:
 * @document: a document
 *
 * Returns: (transfer none): a window with the saved versions of @document
 */
GtkWidget *
geoat_versions_window_new (GeoatDocument *document)
{
  GeoatVersionsWindow *self = g_object_new (GEOAT_TYPE_VERSIONS_WINDOW, NULL);

  self->document = g_object_ref (document);
  update (self);

  return GTK_WIDGET (self);
}
