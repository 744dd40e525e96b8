/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps the work in a window safe: the recovery file, the saved versions, and the lock that
 * tells other computers that the plan is open here.
 *
 * How it works: each document has a GeoatRecovery for as long as it is shown. A save makes its file
 * go; Discard turns it into a saved version; an end without warning leaves it for the next start.
 * The lock follows the document's file. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-versions.h"

#include "geoat-announce.h"
#include "geoat-versions-window.h"

#include <glib/gi18n.h>

static void
recovery_failed_cb (GeoatWindow *self, const char *message)
{
  g_autofree char *text = g_strdup_printf (_ ("Unsaved work cannot be kept safe: %s"), message);

  geoat_banner_set_title (self->safety_banner, text);
  geoat_banner_set_revealed (self->safety_banner, TRUE);
}

static void
recovery_written_cb (GeoatWindow *self)
{
  geoat_banner_set_revealed (self->safety_banner, FALSE);
}

static void
update_lock_banner (GeoatWindow *self)
{
  const char *host = self->lock == NULL ? NULL : geoat_lock_get_other_host (self->lock);

  if (host != NULL)
    {
      GDateTime *since = geoat_lock_get_other_since (self->lock);
      g_autofree char *when =
          since == NULL ? NULL : /* Translators: date and time: "24 November 2026, 14:05" */
              g_date_time_format (since, _ ("%-d %B %Y, %H:%M"));
      g_autofree char *title =
          when == NULL
              ? g_strdup_printf (_ ("This plan is also open on the computer “%s”."), host)
              : g_strdup_printf (_ ("This plan is also open on the computer “%s”, since %s."), host,
                                 when);

      geoat_banner_set_title (self->lock_banner, title);
    }

  geoat_banner_set_revealed (self->lock_banner, host != NULL);
}

/* Tells other computers that the file is open here; says so when one of them has it. */
void
geoat_window_safety_update_lock (GeoatWindow *self)
{
  GFile *file = self->document == NULL ? NULL : geoat_document_get_file (self->document);

  if (self->lock_file != NULL && file != NULL && g_file_equal (self->lock_file, file))
    return;

  g_clear_object (&self->lock);
  g_set_object (&self->lock_file, file);
  if (file != NULL)
    self->lock = geoat_lock_new (file);
  update_lock_banner (self);
}

/* @recovery: (nullable): what the document was restored from; else it gets a new one */
void
geoat_window_safety_start (GeoatWindow *self, GeoatRecovery *recovery)
{
  g_clear_object (&self->recovery);
  self->recovery = recovery == NULL ? geoat_recovery_new (self->document) : g_object_ref (recovery);
  g_signal_connect_object (self->recovery, "failed", G_CALLBACK (recovery_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recovery, "written", G_CALLBACK (recovery_written_cb), self,
                           G_CONNECT_SWAPPED);
  geoat_banner_set_revealed (self->safety_banner, FALSE);

  geoat_window_safety_update_lock (self);
}

/* The document leaves the window; what is not saved is in the recovery file, or was discarded. */
void
geoat_window_safety_stop (GeoatWindow *self)
{
  g_clear_object (&self->recovery);
  g_clear_object (&self->lock);
  g_clear_object (&self->lock_file);
  geoat_banner_set_revealed (self->lock_banner, FALSE);
  geoat_banner_set_revealed (self->safety_banner, FALSE);
}

/* The user does not want what is not saved: it stays among the saved versions. */
void
geoat_window_safety_discard (GeoatWindow *self)
{
  if (self->recovery != NULL)
    geoat_recovery_discard (self->recovery);
}

/* The file is about to be read again in place of what is not saved here. */
void
geoat_window_safety_replace (GeoatWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!geoat_document_get_modified (self->document))
    return;

  if (!geoat_versions_keep (geoat_document_get_plan (self->document),
                            geoat_document_get_file (self->document), GEOAT_VERSION_REPLACED, NULL,
                            &error))
    {
      geoat_announce (GTK_WIDGET (self), error->message);
      return;
    }

  geoat_window_safety_discard (self);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!geoat_versions_keep_finish (result, &error) &&
      gtk_window_get_application (GTK_WINDOW (self)) != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("The plan is saved, but no version was kept: %s"), error->message);

      geoat_announce (GTK_WIDGET (self), text);
    }
}

/* The document was saved: it becomes a version. */
void
geoat_window_safety_saved (GeoatWindow *self, GeoatVersionReason reason)
{
  geoat_window_safety_update_lock (self);
  geoat_versions_keep_async (geoat_document_get_plan (self->document),
                             geoat_document_get_file (self->document), reason, NULL, kept_cb,
                             g_object_ref (self));
}

/* Called when the document was saved over what somebody else had written to its file. */
void
geoat_window_safety_outside_kept (GeoatWindow *self)
{
  geoat_announce (GTK_WIDGET (self), _ ("What someone else wrote is among the saved versions"));
}

static void
show_versions_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *window = geoat_versions_window_new (GEOAT_WINDOW (widget)->document);

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (widget));
  gtk_window_present (GTK_WINDOW (window));
}

static void
override_lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  if (self->lock != NULL)
    geoat_lock_override (self->lock);
  geoat_banner_set_revealed (self->lock_banner, FALSE);
}

/* Puts the actions that are about this on the class of the window. */
void
geoat_window_safety_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-versions", NULL, show_versions_action);
  gtk_widget_class_install_action (widget_class, "win.override-lock", NULL, override_lock_action);
}
