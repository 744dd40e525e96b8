/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved versions, and what is offered after a session that did not end well. */

#include "config.h"

#include <adwaita.h>

#include "geoat-recovery-window.h"
#include "geoat-recovery.h"
#include "geoat-versions-window.h"
#include "geoat-versions.h"

#include "widget-fixture.h"

static void
keep_version (WidgetFixture *fixture, GeoatVersionReason reason, const char *when)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (when, NULL);
  g_autoptr (GError) error = NULL;

  geoat_versions_keep (fixture->plan, NULL, reason, now, &error);
  g_assert_no_error (error);
}

static void
clear_versions (WidgetFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  geoat_versions_clear (NULL, NULL, &error);
  g_assert_no_error (error);
}

static guint
count_rows (WidgetFixture *fixture)
{
  g_autoptr (GPtrArray) rows = widget_list (fixture->widget, ADW_TYPE_ACTION_ROW);

  return rows->len;
}

static void
test_none (WidgetFixture *fixture, gconstpointer data)
{
  clear_versions (fixture);
  widget_fixture_show_window (fixture, geoat_versions_window_new (fixture->document));
  g_assert_true (widget_shows_text (fixture->widget, "No Saved Version Yet"));
  g_assert_false (widget_can_act (fixture->widget, "versions.clear"));
}

static void
test_restored (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.01"));
  g_autofree char *before = g_strdup (geoat_item_get_text (item, GEOAT_FIELD_INDICATOR));

  clear_versions (fixture);
  keep_version (fixture, GEOAT_VERSION_SAVED, "2025-11-20T09:00:00Z");
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_INDICATOR, "A policy");
  keep_version (fixture, GEOAT_VERSION_AUTOSAVED, "2025-11-24T14:05:00Z");
  widget_fixture_show_window (fixture, geoat_versions_window_new (fixture->document));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (widget_shows_text (fixture->widget, "Monday 24 November 2025, 14:05"));

  widget_click (fixture->widget, "Restore the version of Thursday 20 November 2025, 09:00");
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_INDICATOR), ==, before);
  g_assert_cmpstr (geoat_history_get_undo_name (fixture->history), ==,
                   "Restore version of 20 November 2025, 09:00");
  widget_act (fixture->widget, "versions.undo");
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_INDICATOR), ==, "A policy");
}

/* All go only after a question that is answered with yes. */
static void
test_cleared (WidgetFixture *fixture, gconstpointer data)
{
  static const char *const answers[] = { "cancel", "clear" };

  clear_versions (fixture);
  keep_version (fixture, GEOAT_VERSION_SAVED, "2025-11-20T09:00:00Z");
  widget_fixture_show_window (fixture, geoat_versions_window_new (fixture->document));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      GListModel *windows = gtk_window_get_toplevels ();
      g_autoptr (GtkWidget) question = NULL;

      g_assert_cmpuint (count_rows (fixture), ==, 1);
      widget_act (fixture->widget, "versions.clear");
      for (guint j = 0; j < g_list_model_get_n_items (windows); j++)
        {
          g_autoptr (GtkWidget) window = g_list_model_get_item (windows, j);

          if (ADW_IS_MESSAGE_DIALOG (window))
            g_set_object (&question, window);
        }
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), answers[i]);
      gtk_window_destroy (GTK_WINDOW (question));
    }
  g_assert_true (widget_shows_text (fixture->widget, "No Saved Version Yet"));
}

static GeoatRecoveryInfo *
create_info (const char *name, GFile *file, gboolean changed_outside)
{
  GeoatRecoveryInfo *info = g_new0 (GeoatRecoveryInfo, 1);

  info->id = g_strdup ("gone");
  info->name = g_strdup (name);
  info->title = g_strdup ("Plan");
  info->administration = g_strdup ("Customs of Valmara");
  info->file = file != NULL ? g_object_ref (file) : NULL;
  info->written = g_date_time_new_utc (2025, 11, 24, 14, 5, 0);
  info->n_entries = 104;
  info->n_ratings = 96;
  info->n_actions = 41;
  info->changed_outside = changed_outside;
  return info;
}

static void
test_recovery (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/Plan.geoat");
  g_autoptr (GPtrArray) infos =
      g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_recovery_info_free);

  g_ptr_array_add (infos, create_info ("Q&A", NULL, FALSE));
  g_ptr_array_add (infos, create_info ("Plan", file, TRUE));
  widget_fixture_show_window (fixture, geoat_recovery_window_new (infos));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_true (widget_shows_text (
      fixture->widget, "Monday 24 November 2025, 14:05 · 104 indicators, 96 assessed, 41 "
                       "activities\nIt was never saved to a file."));
  g_assert_true (widget_shows_text (
      fixture->widget, "Monday 24 November 2025, 14:05 · 104 indicators, 96 assessed, 41 "
                       "activities\nIts file was changed or removed since."));

  /* what cannot be read stays, and that is said */
  widget_click (fixture->widget, "Restore “Q&A”");
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  widget_click (fixture->widget, "Discard what was not saved of “Q&A”");
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  /* with the last one there is nothing left to ask */
  widget_click (fixture->widget, "Discard what was not saved of “Plan”");
  g_assert_false (gtk_widget_get_visible (fixture->widget));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/versions-window/none", test_none);
  widget_fixture_add ("/versions-window/restored", test_restored);
  widget_fixture_add ("/versions-window/cleared", test_cleared);
  widget_fixture_add ("/recovery-window/rows", test_recovery);
  return g_test_run ();
}
