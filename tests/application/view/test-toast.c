/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in passing is said as it is written, whatever people's own words hold. */

#include "config.h"

#include "geoat-toast.h"

/* What the title of @toast shows: libadwaita reads it as Pango markup. */
static char *
get_shown (AdwToast *toast)
{
  g_autoptr (GError) error = NULL;
  char *shown = NULL;

  pango_parse_markup (adw_toast_get_title (toast), -1, 0, NULL, &shown, NULL, &error);
  g_assert_no_error (error);
  return shown;
}

static void
test_plain (void)
{
  g_autoptr (AdwToast) toast = geoat_toast_new ("“Human & <other> resources.geoat” was saved");
  g_autofree char *shown = get_shown (toast);

  g_assert_cmpstr (shown, ==, "“Human & <other> resources.geoat” was saved");
  g_assert_null (adw_toast_get_button_label (toast));
  g_assert_null (adw_toast_get_action_name (toast));
}

static void
test_undo (void)
{
  g_autoptr (GDate) today = g_date_new_dmy (24, G_DATE_NOVEMBER, 2025);
  g_autoptr (GeoatPlan) plan = geoat_plan_new (geoat_framework_get_default (), "en",
                                               "Customs of Valmara", "Plan", "Baseline", today);
  g_autoptr (AdwToast) toast = geoat_toast_new_with_undo ("“Q&A” removed", "win.undo", plan);
  g_autofree char *shown = get_shown (toast);

  g_assert_cmpstr (shown, ==, "“Q&A” removed");
  g_assert_nonnull (adw_toast_get_button_label (toast));
  g_assert_cmpstr (adw_toast_get_action_name (toast), ==, "win.undo");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/toast/plain", test_plain);
  g_test_add_func ("/toast/undo", test_undo);
  return g_test_run ();
}
