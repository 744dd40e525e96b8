/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What concerns the file of a window: saving, closing with the question, changes from outside.
 *
 * How it works: every way of saving ends in save_to(), which writes in the background. When it
 * finds that someone else has changed the file, the same dialog appears as for a change that was
 * noticed when the window got the focus: read again, keep mine, save a copy. Whatever the answer,
 * the text that has to give way becomes a saved version. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-announce.h"
#include "geoat-chosen-file.h"
#include "geoat-screen-text.h"

#include "geoat-error.h"
#include "geoat-file-task.h"

#include <glib/gi18n.h>

#define EXTENSION ".geoat"

static void save_to (GeoatWindow *self, GFile *file, gboolean overwrite);
static void choose_file (GeoatWindow *self, gboolean copy);
static void ask_about_outside_change (GeoatWindow *self);

/* Whether closing would lose something. */
static gboolean
is_unsaved (GeoatWindow *self)
{
  if (self->document == NULL)
    return FALSE;

  /* A new plan is nowhere else; the example is. */
  return geoat_document_get_modified (self->document) ||
         (geoat_document_get_file (self->document) == NULL && !self->example);
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

static void
save_failed_cb (GeoatWindow *self, const char *response)
{
  if (g_str_equal (response, "save-as"))
    choose_file (self, FALSE);
  else
    self->close_when_saved = FALSE;
}

static void
show_save_error (GeoatWindow *self, GFile *file, const GError *error)
{
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” was not saved"), name);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  body = g_strdup_printf (_ ("%s\n\nNothing is lost: your plan is still open here. Save it in "
                             "another place, or mend the cause and save again."),
                          error->message);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"), "save-as",
                                    _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (save_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is being saved, and where to. */
typedef struct
{
  GeoatWindow *window;
  GFile *file;
} Saving;

static Saving *
saving_new (GeoatWindow *window, GFile *file)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (window);
  saving->file = g_object_ref (file);

  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  GeoatDocument *document = GEOAT_DOCUMENT (source);
  GeoatWindow *self = saving->window;

  if (!geoat_document_save_finish (document, result, &error))
    {
      gboolean autosaving = self->autosaving;

      self->autosaving = FALSE;
      if (autosaving && g_error_matches (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE))
        geoat_window_check_outside (self);
      else if (autosaving)
        geoat_announce (GTK_WIDGET (self), error->message);
      else if (g_error_matches (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE))
        ask_about_outside_change (self);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_save_error (self, saving->file, error);
      return;
    }

  add_to_recent (saving->file);
  geoat_banner_set_revealed (self->outside_banner, FALSE);
  geoat_window_safety_saved (self,
                             self->autosaving ? GEOAT_VERSION_AUTOSAVED : GEOAT_VERSION_SAVED);
  self->autosaving = FALSE;

  if (self->close_when_saved && !geoat_document_get_modified (document))
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  self->close_when_saved = FALSE;
}

/* @file: where to, or NULL for the document's own */
static void
save_to (GeoatWindow *self, GFile *file, gboolean overwrite)
{
  GFile *target = file == NULL ? geoat_document_get_file (self->document) : file;

  if (geoat_document_get_busy (self->document))
    return;

  geoat_document_save_async (self->document, file, overwrite, NULL, saved_cb,
                             saving_new (self, target));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gboolean done = geoat_file_write_finish (result, &error);

  /* The window may have gone meanwhile. */
  if (saving->window->document == NULL)
    return;
  if (!done)
    {
      show_save_error (saving->window, saving->file, error);
      return;
    }

  name = geoat_screen_text_for_file (saving->file);
  text = g_strdup_printf (_ ("Saved a copy as “%s”"), name);
  geoat_announce (GTK_WIDGET (saving->window), text);
}

static void
save_copy_to (GeoatWindow *self, GFile *file)
{
  geoat_document_save_copy_async (self->document, file, NULL, copied_cb, saving_new (self, file));
}

static void
use_file_cb (gpointer object, GFile *file)
{
  GeoatWindow *self = GEOAT_WINDOW (object);

  if (file == NULL)
    self->close_when_saved = FALSE;
  else
    save_to (self, file, TRUE);
}

static void
use_copy_cb (gpointer object, GFile *file)
{
  GeoatWindow *self = GEOAT_WINDOW (object);

  /* A copy on top of the plan's own file is none. */
  if (file != NULL && !geoat_window_has_file (self, file))
    save_copy_to (self, file);
  else
    use_file_cb (self, file);
}

/* What follows the dot in “Plan 2.0” is none. */
static gboolean
has_extension (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, EXTENSION) || g_str_has_suffix (folded, ".json");
}

static void
file_chosen_cb (GeoatWindow *self, int response, GtkNativeDialog *chooser)
{
  gboolean copy = g_object_get_data (G_OBJECT (chooser), "copy") != NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *full_name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  if (file == NULL)
    {
      self->close_when_saved = FALSE;
      return;
    }

  name = g_file_get_basename (file);
  full_name = g_strconcat (name, has_extension (name) ? NULL : EXTENSION, NULL);
  geoat_chosen_file_use (file, full_name, GTK_WINDOW (self), copy ? use_copy_cb : use_file_cb,
                         self);
}

static char *
suggest_name (GeoatWindow *self, gboolean copy)
{
  g_autofree char *stem = geoat_window_suggest_file_name (self);

  if (copy)
    /* Translators: the name of a copy of a file, without its extension */
    return g_strdup_printf (_ ("%s (copy)" EXTENSION), stem);

  return g_strconcat (stem, EXTENSION, NULL);
}

static void
choose_file (GeoatWindow *self, gboolean copy)
{
  GFile *own = geoat_document_get_file (self->document);
  g_autofree char *name = suggest_name (self, copy);
  GtkFileChooserNative *chooser = geoat_chosen_file_create_chooser (
      GTK_WINDOW (self), copy ? _ ("Save a Copy") : _ ("Save Plan"), name, own);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("GEOAT plans"));
  gtk_file_filter_add_suffix (filter, "geoat");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (copy)
    g_object_set_data (G_OBJECT (chooser), "copy", GINT_TO_POINTER (TRUE));
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatDocument) document = geoat_document_load_finish (result, &error);

  geoat_window_set_loading (self, FALSE);
  if (document != NULL)
    {
      geoat_window_safety_replace (self);
      geoat_window_set_document (self, document);
      geoat_announce (GTK_WIDGET (self), _ ("The plan was read again"));
    }
  else
    {
      g_autofree char *name = geoat_document_get_name (self->document);
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be read again"), name);

      geoat_window_show_error (self, heading, error->message);
    }
}

static void
reload (GeoatWindow *self)
{
  geoat_window_set_loading (self, TRUE);
  geoat_document_load_async (geoat_document_get_file (self->document), NULL, reloaded_cb,
                             g_object_ref (self));
}

static void
outside_response_cb (GeoatWindow *self, const char *response)
{
  if (g_str_equal (response, "reload"))
    reload (self);
  else if (g_str_equal (response, "mine"))
    save_to (self, NULL, TRUE);
  else if (g_str_equal (response, "copy"))
    choose_file (self, TRUE);

  if (!g_str_equal (response, "mine"))
    self->close_when_saved = FALSE;
}

static void
ask_about_outside_change (GeoatWindow *self)
{
  GFile *file = geoat_document_get_file (self->document);
  g_autofree char *name = geoat_screen_text_for_file (file);
  gboolean exists = g_file_query_exists (file, NULL);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (exists)
    {
      heading = g_strdup_printf (_ ("“%s” was changed by someone else"), name);
      body = g_strdup (
          is_unsaved (self)
              ? _ ("Since it was read here, another program has written to the file. Read it again "
                   "in place of your own changes, keep yours in place of what was written, or save "
                   "yours as a copy first. What is replaced stays among the saved versions.")
              : _ ("Since it was read here, another program has written to the file. You have no "
                   "unsaved changes: reading it again loses nothing."));
    }
  else
    {
      heading = g_strdup_printf (_ ("“%s” is no longer there"), name);
      body = g_strdup (_ ("The file was moved, renamed or removed. Your plan is still open here: "
                          "write it to the same place again, or save a copy elsewhere."));
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Decide Later"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("Save a _Copy…"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "mine",
                                   exists ? _ ("_Keep Mine") : _ ("_Save Again"));
  if (exists)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "reload", _ ("_Reload"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "mine",
                                                  ADW_RESPONSE_DESTRUCTIVE);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload",
                                                  is_unsaved (self) ? ADW_RESPONSE_DESTRUCTIVE
                                                                    : ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (outside_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_response_cb (GeoatWindow *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    {
      geoat_window_safety_discard (self);
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_str_equal (response, "save"))
    {
      self->close_when_saved = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
}

static void
ask_to_save (GeoatWindow *self)
{
  g_autofree char *name = geoat_document_get_name (self->document);
  g_autofree char *heading = g_strdup_printf (_ ("Save changes to “%s”?"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), heading,
      _ ("What you discard is no longer in the plan. It stays among its saved versions."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  if (geoat_document_get_file (self->document) == NULL)
    choose_file (self, FALSE);
  else
    save_to (self, NULL, FALSE);
}

static void
save_as_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_file (GEOAT_WINDOW (widget), FALSE);
}

static void
save_copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  choose_file (GEOAT_WINDOW (widget), TRUE);
}

static void
solve_outside_change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ask_about_outside_change (GEOAT_WINDOW (widget));
}

/* A file name from the name of the plan, without what file systems do not like, and without an
 * extension. Full. */
char *
geoat_window_suggest_file_name (GeoatWindow *self)
{
  GeoatPlan *plan = geoat_document_get_plan (self->document);
  GFile *file = geoat_document_get_file (self->document);
  const char *title = geoat_plan_get_title (plan);
  g_autofree char *stem = NULL;

  if (file != NULL)
    {
      stem = geoat_screen_text_for_file (file);
      if (g_str_has_suffix (stem, EXTENSION))
        stem[strlen (stem) - strlen (EXTENSION)] = '\0';
    }
  else
    {
      stem = g_strdup (*title == '\0' ? geoat_plan_get_administration (plan) : title);
    }

  g_strdelimit (g_strstrip (stem), "/\\:*?\"<>|\n\r\t", '-');
  if (*stem == '\0' || *stem == '.')
    return g_strdup (_ ("GED action plan"));

  return g_steal_pointer (&stem);
}

/* Whether the window can be closed now; if not, it has asked, or closes when it is saved. */
gboolean
geoat_window_may_close (GeoatWindow *self)
{
  if (self->document != NULL && geoat_document_get_busy (self->document))
    {
      self->close_when_saved = TRUE;
      return FALSE;
    }

  if (self->may_close || !is_unsaved (self))
    return TRUE;

  ask_to_save (self);

  return FALSE;
}

/* Looks whether someone else has written to the file, and says so. */
void
geoat_window_check_outside (GeoatWindow *self)
{
  GFile *file = self->document == NULL ? NULL : geoat_document_get_file (self->document);
  gboolean changed;

  if (file == NULL || self->loading || geoat_document_get_busy (self->document))
    return;

  changed = geoat_document_is_changed_outside (self->document);
  if (changed)
    {
      g_autofree char *name = geoat_screen_text_for_file (file);
      g_autofree char *title = g_file_query_exists (file, NULL)
                                   ? g_strdup_printf (_ ("“%s” was changed by someone else."), name)
                                   : g_strdup_printf (_ ("“%s” is no longer there."), name);

      geoat_banner_set_title (self->outside_banner, title);
    }
  geoat_banner_set_revealed (self->outside_banner, changed);
}

/* Saves without being asked; what someone else wrote meanwhile is announced, not replaced. */
void
geoat_window_autosave (GeoatWindow *self)
{
  if (self->document == NULL || self->loading || !is_unsaved (self) ||
      geoat_document_get_file (self->document) == NULL)
    return;

  if (geoat_document_get_busy (self->document))
    {
      geoat_window_queue_autosave (self);
      return;
    }

  geoat_window_check_outside (self);
  if (geoat_banner_get_revealed (self->outside_banner))
    return;

  self->autosaving = TRUE;
  save_to (self, NULL, FALSE);
}

/* The save button is there when there is something to save. */
void
geoat_window_update_save_state (GeoatWindow *self)
{
  gboolean busy =
      self->loading || (self->document != NULL && geoat_document_get_busy (self->document));
  gboolean untitled = self->document != NULL && geoat_document_get_file (self->document) == NULL;
  gboolean can_save = self->document != NULL && (is_unsaved (self) || untitled);

  gtk_widget_set_visible (self->spinner, busy);
  gtk_widget_set_visible (self->save_button, can_save && !busy);
  gtk_widget_set_visible (self->saved_label, self->document != NULL && !can_save && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", can_save && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", self->document != NULL && !busy);
}

/* Puts the actions that are about the file on the class of the window. */
void
geoat_window_file_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "win.solve-outside-change", NULL,
                                   solve_outside_change_action);
}
