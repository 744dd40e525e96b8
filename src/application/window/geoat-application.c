/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: its windows, and the plans that they show. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-application.h"

#include "geoat-date.h"
#include "geoat-document.h"
#include "geoat-plan-reader.h"

#include "geoat-help-window.h"
#include "geoat-screen-text.h"
#include "geoat-new-plan-window.h"
#include "geoat-perspective.h"
#include "geoat-application-resource.h"
#include "geoat-preferences-window.h"
#include "geoat-recovery-window.h"
#include "geoat-window.h"

#include <glib/gi18n.h>

#define RESOURCE_PATH "/io/github/geoat_planner/GeoatPlanner"

struct _GeoatApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  gboolean recovery_offered;
};

G_DEFINE_FINAL_TYPE (GeoatApplication, geoat_application, ADW_TYPE_APPLICATION)

/* A window that waits for a plan, else a new one. */
static GeoatWindow *
get_free_window (GeoatApplication *self)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (GEOAT_IS_WINDOW (link->data) && geoat_window_is_free (link->data))
      return link->data;

  return geoat_window_new (GTK_APPLICATION (self));
}

static GeoatWindow *
show_document (GeoatApplication *self, GeoatDocument *document, gboolean example)
{
  GeoatWindow *window = get_free_window (self);

  geoat_window_set_document (window, document);
  geoat_window_set_example (window, example);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static GeoatWindow *
find_window (GeoatApplication *self, GFile *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL;
       link = link->next)
    if (GEOAT_IS_WINDOW (link->data) && geoat_window_has_file (link->data, file))
      return link->data;

  return NULL;
}

static void
add_to_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (
      gtk_recent_manager_get_default (), uri,
      &(GtkRecentData){ .mime_type = (char *) "application/vnd.geoat.plan+json",
                        .app_name = (char *) "geoat-planner",
                        .app_exec = (char *) "geoat-planner %u" });
}

/* A file that is being read, and the window that waits for it. */
typedef struct
{
  GeoatWindow *window;
  GFile *file;
} Loading;

static void
loading_free (Loading *loading)
{
  g_object_unref (loading->window);
  g_object_unref (loading->file);
  g_free (loading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loading, loading_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Loading) loading = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatDocument) document = geoat_document_load_finish (result, &error);

  /* Someone may have closed the window meanwhile. */
  if (gtk_window_get_application (GTK_WINDOW (loading->window)) == NULL)
    return;

  geoat_window_set_loading (loading->window, FALSE);
  if (document != NULL)
    {
      geoat_window_set_document (loading->window, document);
      add_to_recent (loading->file);
    }
  else
    {
      g_autofree char *name = geoat_screen_text_for_file (loading->file);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

      geoat_window_show_error (loading->window, heading, error->message);
    }
}

static void
open_response_cb (GeoatApplication *self, int response, GtkNativeDialog *chooser)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          geoat_application_open_file (self, file);
        }
    }

  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GeoatApplication *self = data;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Open Plan"), gtk_application_get_active_window (GTK_APPLICATION (self)),
      GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (plans, _ ("GEOAT plans"));
  gtk_file_filter_add_suffix (plans, "geoat");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), plans);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (open_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
open_uri_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  geoat_application_open_file (data, file);
}

static void
plan_created_cb (GeoatApplication *self, GeoatDocument *document)
{
  GeoatWindow *window = show_document (self, document, FALSE);
  GeoatPlan *plan = geoat_document_get_plan (document);
  g_autoptr (GeoatEntry) first = g_list_model_get_item (geoat_plan_get_entries (plan), 0);

  /* there is nothing to look over yet: begin where it is filled in */
  geoat_window_show_page (window, first != NULL ? geoat_entry_get_key_element (first)
                                                : geoat_framework_get_key_element_id (
                                                      geoat_plan_get_framework (plan), 0));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-page", NULL);
}

static void
new_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GeoatApplication *self = data;
  GtkWidget *window =
      geoat_new_plan_window_new (g_settings_get_int (self->settings, "fiscal-year-start"));

  g_signal_connect_object (window, "created", G_CALLBACK (plan_created_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
example_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GeoatApplication *self = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  bytes = g_resources_lookup_data (RESOURCE_PATH "/samples/valmara.geoat",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    plan = geoat_plan_read (bytes, &error);
  if (plan == NULL)
    {
      g_critical ("The example cannot be read: %s", error->message);
      return;
    }

  document = geoat_document_new (plan);
  show_document (self, document, TRUE);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GeoatApplication *self = data;
  GtkWidget *window = geoat_preferences_window_new (self->settings);

  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *application = data;
  GtkWidget *window;

  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next)
    if (GEOAT_IS_HELP_WINDOW (link->data))
      {
        gtk_window_present (link->data);
        return;
      }

  window = geoat_help_window_new ();
  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  adw_show_about_window (
      gtk_application_get_active_window (data), "application-name", _ ("GEOAT Planner"),
      "application-icon", GEOAT_APPLICATION_ID, "developer-name",
      _ ("The GEOAT Planner contributors"), "version", GEOAT_VERSION, "license-type",
      GTK_LICENSE_GPL_3_0, "comments",
      _ ("Self-assessment and action plans for gender equality and diversity in customs "
         "administrations.\n\nGEOAT Planner is independent: it is not made, endorsed or supported "
         "by "
         "the World Customs Organization. Get the Gender Equality Organizational Assessment Tool "
         "itself from the WCO."),
      NULL);
}

/* Each window closes, or asks; the application ends with the last one. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *link = windows; link != NULL; link = link->next)
    if (GEOAT_IS_WINDOW (link->data) || GEOAT_IS_HELP_WINDOW (link->data))
      gtk_window_close (link->data);
}

static void
add_actions (GeoatApplication *self)
{
  static const GActionEntry actions[] = {
    { "new", new_action },         { "open", open_action }, { "open-uri", open_uri_action, "s" },
    { "example", example_action }, { "help", help_action }, { "preferences", preferences_action },
    { "about", about_action },     { "quit", quit_action },
  };
  static const struct
  {
    const char *action;
    const char *keys[3];
  } accelerators[] = {
    { "app.new", { "<Control>n" } },
    { "app.open", { "<Control>o" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.show-shortcuts", { "<Control>question" } },
    { "app.quit", { "<Control>q" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.share", { "<Control><Shift>e" } },
    { "win.print", { "<Control>p" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Control><Shift>z", "<Control>y" } },
    { "win.find", { "<Control>f" } },
    { "win.find-next", { "F3", "<Control>g" } },
    { "win.find-previous", { "<Shift>F3", "<Control><Shift>g" } },
    { "win.toggle-sidebar", { "F9" } },
    { "win.next-page", { "<Control>Page_Down" } },
    { "win.previous-page", { "<Control>Page_Up" } },
    /* an accelerator comes before the text view, which would take it for a line break */
    { "win.next-not-assessed", { "<Control>Return", "<Control>KP_Enter" } },
    { "window.close", { "<Control>w" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
restored_cb (GeoatApplication *self, GeoatRecovery *recovery)
{
  GeoatWindow *window = get_free_window (self);

  geoat_window_set_recovery (window, recovery);
  gtk_window_present (GTK_WINDOW (window));
}

/* Offers what an end without warning has left; once, at the start. */
static void
offer_recovery (GeoatApplication *self)
{
  g_autoptr (GPtrArray) infos = NULL;
  GtkWidget *window;

  if (self->recovery_offered)
    return;
  self->recovery_offered = TRUE;

  infos = geoat_recovery_list (NULL);
  if (infos->len == 0)
    return;

  window = geoat_recovery_window_new (infos);
  g_signal_connect_object (window, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window),
                                gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
geoat_application_activate (GApplication *application)
{
  GeoatApplication *self = GEOAT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (get_free_window (self));
  gtk_window_present (window);
  offer_recovery (self);
}

static void
geoat_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    geoat_application_open_file (GEOAT_APPLICATION (application), files[i]);
  offer_recovery (GEOAT_APPLICATION (application));
}

static void
geoat_application_startup (GApplication *application)
{
  GeoatApplication *self = GEOAT_APPLICATION (application);

  G_APPLICATION_CLASS (geoat_application_parent_class)->startup (application);

  self->settings = g_settings_new (GEOAT_APPLICATION_ID);
  gtk_window_set_default_icon_name (GEOAT_APPLICATION_ID);
  add_actions (self);
}

static int
geoat_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  const char *text;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("%s %s\n", _ ("GEOAT Planner"), GEOAT_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "today", "&s", &text))
    {
      GDate today;

      if (!geoat_date_parse (text, &today))
        {
          g_printerr (_ ("“%s” is not a date, such as 2025-12-31.\n"), text);
          return 2;
        }
      geoat_perspective_fix_today (&today);
    }

  return -1;
}

static void
geoat_application_dispose (GObject *object)
{
  GeoatApplication *self = GEOAT_APPLICATION (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (geoat_application_parent_class)->dispose (object);
}

static void
geoat_application_class_init (GeoatApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  geoat_application_register_resource ();

  object_class->dispose = geoat_application_dispose;
  application_class->activate = geoat_application_activate;
  application_class->handle_local_options = geoat_application_handle_local_options;
  application_class->open = geoat_application_open;
  application_class->startup = geoat_application_startup;
}

static void
geoat_application_init (GeoatApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and end"), NULL },
    { "today", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Judge what is overdue as of this day"),
      N_ ("YYYY-MM-DD") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * geoat_application_new:
 *
 * Returns: (transfer full): the application
 */
GeoatApplication *
geoat_application_new (void)
{
  return g_object_new (GEOAT_TYPE_APPLICATION, "application-id", GEOAT_APPLICATION_ID,
                       "resource-base-path", RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/**
 * geoat_application_open_file:
 * @self: the application
 * @file: a plan
 *
 * Shows the plan in a window: in the one that has it already, else in one that has none, else in a
 * new one. What goes wrong is said there.
 */
void
geoat_application_open_file (GeoatApplication *self, GFile *file)
{
  GeoatWindow *window;
  Loading *loading;

  g_return_if_fail (GEOAT_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  window = get_free_window (self);
  geoat_window_set_loading (window, TRUE);
  gtk_window_present (GTK_WINDOW (window));

  loading = g_new0 (Loading, 1);
  loading->window = g_object_ref (window);
  loading->file = g_object_ref (file);
  geoat_document_load_async (file, NULL, loaded_cb, loading);
}

/**
 * geoat_application_get_settings:
 * @self: the application, started
 *
 * Returns: (transfer none): what the application remembers
 */
GSettings *
geoat_application_get_settings (GeoatApplication *self)
{
  g_return_val_if_fail (GEOAT_IS_APPLICATION (self), NULL);

  return self->settings;
}
