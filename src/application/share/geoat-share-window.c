/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sharing a plan.
 *
 * How it works: whenever a choice changes, GeoatSharing makes the reduced copy anew, in the next
 * idle moment. That copy is what the preview is made from, and what is written. While it is
 * written, in a thread, nothing can be chosen: the copy belongs to the thread. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-window.h"

#include "geoat-chosen-file.h"
#include "geoat-export-task.h"
#include "geoat-screen-text.h"
#include "geoat-message.h"
#include "geoat-share-choice.h"
#include "geoat-share-preview.h"
#include "geoat-toast.h"

#include "geoat-file-task.h"
#include "geoat-preview.h"

#include <glib/gi18n.h>

/* Milliseconds between two steps of a progress bar that does not know how far it is. */
#define PULSE 120

struct _GeoatShareWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *leaflet;
  GtkToggleButton *preview_button;
  GtkWidget *choice_page;
  GeoatShareChoice *choice;
  GeoatSharePreview *preview;
  GtkRevealer *progress;
  GtkLabel *progress_label;
  GtkProgressBar *progress_bar;

  GeoatPerspective *perspective;
  char *file_name;
  GeoatPlan *copy; /* what goes out; NULL: nothing can */
  GeoatRound *round;
  guint update_source;
  guint folded_source;

  /* While something is written. */
  GCancellable *cancellable;
  GFile *file;
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (GeoatShareWindow, geoat_share_window, ADW_TYPE_WINDOW)

enum
{
  SHARED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_actions (GeoatShareWindow *self)
{
  gboolean busy = self->cancellable != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.save", !busy && self->copy != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "share.cancel",
                                 busy && !g_cancellable_is_cancelled (self->cancellable));
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), !busy);
  gtk_revealer_set_reveal_child (self->progress, busy);
}

/* With what the copy is written now. @today is kept for @options. */
static void
fill_options (GeoatShareWindow *self, GeoatExportOptions *options, GDate *today)
{
  geoat_perspective_get_today (self->perspective, today);
  *options = (GeoatExportOptions){
    .round = self->round,
    .today = today,
    .without_charts = !geoat_share_choice_get_charts (self->choice),
    .paper = geoat_share_choice_get_paper (self->choice),
  };
}

/* Makes what goes out, and shows it. */
static void
update (GeoatShareWindow *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GeoatRound *round = geoat_share_choice_get_round (self->choice);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  GeoatExportOptions options;
  GDate today;

  g_clear_handle_id (&self->update_source, g_source_remove);
  self->round = NULL;
  g_clear_object (&self->copy);
  self->copy =
      geoat_sharing_apply (geoat_share_choice_get_sharing (self->choice), plan, &removed, &error);
  if (self->copy == NULL)
    {
      geoat_share_preview_show_problem (self->preview, error->message);
    }
  else
    {
      self->round = geoat_plan_find_round (self->copy, geoat_item_get_id (GEOAT_ITEM (round)));
      if (self->round == NULL)
        self->round = geoat_plan_get_last_round (self->copy);
      fill_options (self, &options, &today);
      lines = geoat_preview_new (plan, self->copy, geoat_share_choice_get_format (self->choice),
                                 &options, geoat_perspective_get_screen_language ());
      geoat_share_preview_show (self->preview, removed, lines);
    }
  update_actions (self);
}

static gboolean
update_cb (gpointer data)
{
  GeoatShareWindow *self = data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
choice_changed_cb (GeoatShareWindow *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add (update_cb, self);
}

static void
preview_toggled_cb (GeoatShareWindow *self)
{
  gboolean preview = gtk_toggle_button_get_active (self->preview_button);

  g_object_set (self->leaflet, "visible-child",
                preview ? GTK_WIDGET (self->preview) : self->choice_page, NULL);
}

/* In a wide window both are shown; the choice is the first again when it becomes narrow. */
static gboolean
folded_cb (gpointer data)
{
  GeoatShareWindow *self = data;
  gboolean folded;

  self->folded_source = 0;
  g_object_get (self->leaflet, "folded", &folded, NULL);
  gtk_toggle_button_set_active (self->preview_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->preview_button), folded);
  return G_SOURCE_REMOVE;
}

/* It folds while room is being given out: not the moment to change what is in the header. */
static void
notify_folded_cb (GeoatShareWindow *self)
{
  if (self->folded_source == 0)
    self->folded_source = g_idle_add (folded_cb, self);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (GEOAT_SHARE_WINDOW (data)->progress_bar);
  return G_SOURCE_CONTINUE;
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatShareWindow) self = data;
  g_autoptr (GFile) file = g_steal_pointer (&self->file);
  g_autoptr (GError) error = NULL;
  gboolean done = geoat_file_write_finish (result, &error);

  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  /* The window may have gone meanwhile. */
  if (self->perspective == NULL)
    return;
  update_actions (self);
  if (done)
    {
      g_signal_emit (self, signals[SHARED], 0, file);
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_toast_overlay_add_toast (self->toasts,
                                   geoat_toast_new (_ ("Cancelled: no file was written")));
    }
  else
    {
      g_autofree char *name = geoat_screen_text_for_file (file);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” was not written"), name);
      g_autofree char *body = g_strdup_printf (
          _ ("%s\n\nNo half file is left. Choose another place, or mend the cause and try again."),
          error->message);

      geoat_message_show (GTK_WINDOW (self), heading, body);
    }
}

static void
export_to (GeoatShareWindow *self, GFile *file)
{
  GFile *own = geoat_document_get_file (geoat_perspective_get_document (self->perspective));
  const char *path = g_file_peek_path (file);
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *label = NULL;
  GeoatExportOptions options;
  GDate today;

  if (path == NULL)
    {
      g_autofree char *heading = g_strdup_printf (_ ("“%s” was not written"), name);

      geoat_message_show (
          GTK_WINDOW (self), heading,
          _ ("It is not on a disk of this computer or one that is mounted. Choose a "
             "place that is."));
      return;
    }
  if (own != NULL && g_file_peek_path (own) != NULL &&
      geoat_file_is_same (path, g_file_peek_path (own)))
    {
      g_autofree char *heading = g_strdup_printf (_ ("“%s” is your plan"), name);

      geoat_message_show (
          GTK_WINDOW (self), heading,
          _ ("What you share would take its place, without what is left out. Choose "
             "another name."));
      return;
    }

  /* What goes out is what is chosen now. */
  update (self);
  label = g_strdup_printf (_ ("Writing “%s”…"), name);
  gtk_label_set_text (self->progress_label, label);
  self->cancellable = g_cancellable_new ();
  self->file = g_object_ref (file);
  self->pulse_source = g_timeout_add (PULSE, pulse_cb, self);
  update_actions (self);
  fill_options (self, &options, &today);
  geoat_export_async (geoat_share_choice_get_format (self->choice), self->copy, &options, file,
                      self->cancellable, exported_cb, g_object_ref (self));
}

static void
use_file_cb (gpointer object, GFile *file)
{
  if (file != NULL)
    export_to (GEOAT_SHARE_WINDOW (object), file);
}

/* The name of @file, with the extension of the format, which others go by. */
static char *
complete_name (GeoatShareWindow *self, GFile *file)
{
  const GeoatFormat *format = geoat_share_choice_get_format (self->choice);
  g_autofree char *extension = g_strconcat (".", format->extension, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_strconcat (name, g_str_has_suffix (lower, extension) ? NULL : extension, NULL);
}

static void
file_chosen_cb (GeoatShareWindow *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  if (file == NULL)
    return;

  name = complete_name (self, file);
  geoat_chosen_file_use (file, name, GTK_WINDOW (self), use_file_cb, self);
}

/* A name for the file that is not the name of the plan. */
static char *
suggest_name (GeoatShareWindow *self, const GeoatFormat *format)
{
  if (g_str_equal (format->extension, "geoat"))
    /* Translators: the name of a file that is shared, without its extension */
    return g_strdup_printf (_ ("%s (shared).geoat"), self->file_name);
  return g_strdup_printf ("%s.%s", self->file_name, format->extension);
}

static void
save_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GeoatShareWindow *self = GEOAT_SHARE_WINDOW (widget);
  const GeoatFormat *format = geoat_share_choice_get_format (self->choice);
  GFile *own = geoat_document_get_file (geoat_perspective_get_document (self->perspective));
  g_autofree char *name = suggest_name (self, format);
  GtkFileChooserNative *chooser =
      geoat_chosen_file_create_chooser (GTK_WINDOW (self), _ ("Share"), name, own);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ (format->name));
  gtk_file_filter_add_suffix (filter, format->extension);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
cancel_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GeoatShareWindow *self = GEOAT_SHARE_WINDOW (widget);

  g_cancellable_cancel (self->cancellable);
  gtk_label_set_text (self->progress_label, _ ("Cancelling…"));
  update_actions (self);
}

/* What is being written is cancelled first. */
static gboolean
geoat_share_window_close_request (GtkWindow *window)
{
  GeoatShareWindow *self = GEOAT_SHARE_WINDOW (window);

  if (self->cancellable != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "share.cancel", NULL);
      return TRUE;
    }

  geoat_share_choice_remember (self->choice);
  return GTK_WINDOW_CLASS (geoat_share_window_parent_class)->close_request (window);
}

static void
geoat_share_window_dispose (GObject *object)
{
  GeoatShareWindow *self = GEOAT_SHARE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_handle_id (&self->folded_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->copy);
  g_clear_object (&self->perspective);

  G_OBJECT_CLASS (geoat_share_window_parent_class)->dispose (object);
}

static void
geoat_share_window_finalize (GObject *object)
{
  GeoatShareWindow *self = GEOAT_SHARE_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_free (self->file_name);

  G_OBJECT_CLASS (geoat_share_window_parent_class)->finalize (object);
}

static void
geoat_share_window_class_init (GeoatShareWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_share_window_dispose;
  object_class->finalize = geoat_share_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = geoat_share_window_close_request;

  signals[SHARED] = g_signal_new ("shared", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (GEOAT_TYPE_SHARE_CHOICE);
  g_type_ensure (GEOAT_TYPE_SHARE_PREVIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-share-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, preview_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, choice_page);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, choice);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareWindow, progress_bar);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_toggled_cb);
  gtk_widget_class_install_action (widget_class, "share.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "share.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "share.save",
                                       NULL);
}

static void
geoat_share_window_init (GeoatShareWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (notify_folded_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * geoat_share_window_new:
 * @perspective: what the window looks at
 * @settings: the settings of the application
 * @file_name: a name for the file, without an extension
 *
 * Returns: (transfer none): a window that shares the plan of @perspective
 */
GtkWidget *
geoat_share_window_new (GeoatPerspective *perspective, GSettings *settings, const char *file_name)
{
  GeoatShareWindow *self;

  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (perspective), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  self = g_object_new (GEOAT_TYPE_SHARE_WINDOW, NULL);
  self->perspective = g_object_ref (perspective);
  self->file_name = g_strdup (file_name);
  geoat_share_choice_start (self->choice, perspective, settings);
  update (self);

  return GTK_WIDGET (self);
}
