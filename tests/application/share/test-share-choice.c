/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before a plan is shared: for whom, in which format, which parts; and the preview.
 */

#include "config.h"

#include <adwaita.h>

#include "geoat-share-choice.h"
#include "geoat-share-memory.h"
#include "geoat-share-parts.h"
#include "geoat-share-preview.h"

#include "geoat-preview.h"

#include "widget-fixture.h"

#define BASELINE "round:5c9ff22b2baa"
#define REVIEW "round:8808f08ddce9"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
forget_all (WidgetFixture *fixture)
{
  static const char *const keys[] = { "last-shares", "kept-shares", "paper" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
}

static GeoatShareParts *
show_parts (WidgetFixture *fixture)
{
  GeoatShareParts *parts = g_object_new (GEOAT_TYPE_SHARE_PARTS, NULL);

  geoat_share_parts_set_plan (parts, fixture->plan);
  widget_fixture_show (fixture, GTK_WIDGET (parts), 500, 900);
  return parts;
}

/* A row, whether the group that has it is unfolded or not. */
static GtkWidget *
find_row (GtkWidget *widget, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_ACTION_ROW (widget) && widget_is_named (widget, title))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, title);
  return found;
}

static GtkCheckButton *
get_check (WidgetFixture *fixture, const char *title)
{
  return GTK_CHECK_BUTTON (
      adw_action_row_get_activatable_widget (ADW_ACTION_ROW (find_row (fixture->widget, title))));
}

static gboolean
is_checked (WidgetFixture *fixture, const char *title)
{
  return gtk_check_button_get_active (get_check (fixture, title));
}

static void
check (WidgetFixture *fixture, const char *title, gboolean active)
{
  gtk_check_button_set_active (get_check (fixture, title), active);
}

static void
assert_left_out (const GeoatSharing *sharing, const char *names)
{
  g_auto (GStrv) left_out = geoat_sharing_get_left_out (sharing);
  g_autofree char *joined = g_strjoinv (" ", left_out);

  g_assert_cmpstr (joined, ==, names);
}

static void
test_parts (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareParts *parts = show_parts (fixture);
  guint n = 0;

  g_signal_connect_swapped (parts, "changed", G_CALLBACK (count_cb), &n);
  assert_left_out (geoat_share_parts_get_sharing (parts), "");
  g_assert_true (is_checked (fixture, "Private notes"));
  check (fixture, "Private notes", FALSE);
  check (fixture, "Baseline 2024", FALSE);
  assert_left_out (geoat_share_parts_get_sharing (parts), "notes " BASELINE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (widget_shows_text (fixture->widget, "1 of 2 left out"));
  check (fixture, "Private notes", TRUE);
  assert_left_out (geoat_share_parts_get_sharing (parts), BASELINE);
}

static void
test_parts_follow (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareParts *parts = show_parts (fixture);
  g_autoptr (GeoatSharing) sharing =
      geoat_sharing_new ((const char *const[]){ "lead", BASELINE, REVIEW, NULL });
  guint n = 0;

  g_signal_connect_swapped (parts, "changed", G_CALLBACK (count_cb), &n);
  geoat_share_parts_set_sharing (parts, sharing);
  g_assert_false (is_checked (fixture, "Who leads an activity"));
  g_assert_true (is_checked (fixture, "Private notes"));
  g_assert_true (widget_shows_text (fixture->widget, "All left out"));
  g_assert_cmpuint (n, ==, 0);
}

static char *
get_title (WidgetFixture *fixture, gboolean principle)
{
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);

  if (principle)
    return g_strdup_printf ("1  %s", geoat_framework_get_principle_name (framework, 0, "en"));
  return g_strdup_printf ("1A  %s", geoat_framework_get_key_element_name (framework, 0, "en"));
}

/* A principle stands for its key elements. */
static void
test_principle (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareParts *parts = show_parts (fixture);
  g_autofree char *principle = get_title (fixture, TRUE);
  g_autofree char *key_element = get_title (fixture, FALSE);

  check (fixture, key_element, FALSE);
  assert_left_out (geoat_share_parts_get_sharing (parts), "key_element:1A");
  g_assert_true (gtk_check_button_get_inconsistent (get_check (fixture, principle)));
  check (fixture, principle, TRUE);
  assert_left_out (geoat_share_parts_get_sharing (parts), "");
  g_assert_false (gtk_check_button_get_inconsistent (get_check (fixture, principle)));
  check (fixture, principle, FALSE);
  assert_left_out (geoat_share_parts_get_sharing (parts),
                   "key_element:1A key_element:1B key_element:1C key_element:1D key_element:1E");
  g_assert_false (is_checked (fixture, key_element));
}

static void
test_no_place (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareParts *parts = show_parts (fixture);
  GtkWidget *row = find_row (fixture->widget, "Strategic alignment");

  geoat_share_parts_set_format (parts, geoat_format_find ("ics"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Not in this format");
  geoat_share_parts_set_format (parts, geoat_format_find ("docx"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "");
}

static GeoatShareChoice *
show_choice (WidgetFixture *fixture)
{
  GeoatShareChoice *choice = g_object_new (GEOAT_TYPE_SHARE_CHOICE, NULL);
  GtkWidget *overlay = adw_toast_overlay_new ();

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (choice));
  geoat_share_choice_start (choice, fixture->perspective, fixture->settings);
  widget_fixture_show (fixture, overlay, 500, 900);
  return choice;
}

static GtkDropDown *
find_drop_down (WidgetFixture *fixture, const char *name)
{
  return GTK_DROP_DOWN (widget_find (fixture->widget, GTK_TYPE_DROP_DOWN, name));
}

static void
choose_format (WidgetFixture *fixture, const char *id)
{
  guint n;
  const GeoatFormat *formats = geoat_format_get_all (&n);

  gtk_drop_down_set_selected (find_drop_down (fixture, "Format"),
                              (guint) (geoat_format_find (id) - formats));
}

static void
test_first_time (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareChoice *choice;

  forget_all (fixture);
  choice = show_choice (fixture);
  g_assert_cmpstr (geoat_share_choice_get_format (choice)->id, ==, "docx");
  g_assert_true (is_checked (fixture, "The Network for Gender Equality and Diversity"));
  assert_left_out (geoat_share_choice_get_sharing (choice), "lead notes reasons working_group");
  g_assert_true (geoat_share_choice_get_charts (choice));
  g_assert_true (geoat_share_choice_get_round (choice) ==
                 geoat_plan_get_last_round (fixture->plan));
}

static void
test_whom (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareChoice *choice;
  guint n = 0;

  forget_all (fixture);
  choice = show_choice (fixture);
  g_signal_connect_swapped (choice, "changed", G_CALLBACK (count_cb), &n);
  check (fixture, "Everything", TRUE);
  assert_left_out (geoat_share_choice_get_sharing (choice), "");
  g_assert_cmpuint (n, ==, 1);
  check (fixture, "Management", TRUE);
  assert_left_out (geoat_share_choice_get_sharing (choice), "notes working_group");

  /* one's own choice, and one that is as a preset after all */
  check (fixture, "Working group", TRUE);
  g_assert_false (is_checked (fixture, "Management"));
  check (fixture, "Private notes", TRUE);
  g_assert_true (is_checked (fixture, "Everything"));
}

static void
test_formats (WidgetFixture *fixture, gconstpointer data)
{
  guint n;
  const GeoatFormat *formats = geoat_format_get_all (&n);
  GeoatShareChoice *choice;

  forget_all (fixture);
  choice = show_choice (fixture);
  for (guint i = 0; i < n; i++)
    {
      choose_format (fixture, formats[i].id);
      g_test_message ("%s", formats[i].id);
      g_assert_true (geoat_share_choice_get_format (choice) == &formats[i]);
      g_assert_cmpint (widget_find (fixture->widget, GTK_TYPE_CHECK_BUTTON, "With charts") != NULL,
                       ==, formats[i].optional_charts);
      g_assert_cmpint (find_drop_down (fixture, "Paper") != NULL, ==, formats[i].paper);
      g_assert_cmpint (find_drop_down (fixture, "Levels of the round") != NULL, ==,
                       !formats[i].all_rounds);
      g_assert_true (widget_shows_text (fixture->widget, formats[i].lacks != NULL
                                                             ? formats[i].lacks
                                                             : "All that is included is in it."));
    }
}

/* The round that is shown is one that is included. */
static void
test_round (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareChoice *choice;

  forget_all (fixture);
  choice = show_choice (fixture);
  choose_format (fixture, "csv");
  check (fixture, "Review 2025", FALSE);
  g_assert_true (geoat_share_choice_get_round (choice) == geoat_plan_get_round (fixture->plan, 0));
  gtk_drop_down_set_selected (find_drop_down (fixture, "Levels of the round"), 1);
  g_assert_true (is_checked (fixture, "Review 2025"));
  g_assert_true (geoat_share_choice_get_round (choice) ==
                 geoat_plan_get_last_round (fixture->plan));
}

static void
test_remembered (WidgetFixture *fixture, gconstpointer data)
{
  GeoatShareChoice *choice;

  forget_all (fixture);
  choice = show_choice (fixture);
  check (fixture, "Management", TRUE);
  choose_format (fixture, "pdf");
  geoat_share_choice_remember (choice);
  widget_fixture_drop (fixture);

  choice = show_choice (fixture);
  g_assert_true (is_checked (fixture, "Management"));
  g_assert_cmpstr (geoat_share_choice_get_format (choice)->id, ==, "pdf");
  forget_all (fixture);
}

static void
test_kept (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new ((const char *const[]){ "source", NULL });
  GeoatShareChoice *choice;

  forget_all (fixture);
  geoat_share_memory_keep (fixture->settings, "Donors", sharing);
  choice = show_choice (fixture);
  check (fixture, "Donors", TRUE);
  assert_left_out (geoat_share_choice_get_sharing (choice), "source");

  widget_click (fixture->widget, "Remove “Donors”");
  g_assert_null (find_row (fixture->widget, "Donors"));
  g_assert_null (geoat_share_memory_get_kept (fixture->settings, "Donors"));
  assert_left_out (geoat_share_choice_get_sharing (choice), "source");
  widget_wait_until (widget_find (fixture->widget, GTK_TYPE_BUTTON, "_Undo") != NULL);
  widget_click (fixture->widget, "_Undo");
  g_assert_nonnull (find_row (fixture->widget, "Donors"));
  g_assert_true (is_checked (fixture, "Donors"));
  forget_all (fixture);
}

static GPtrArray *
create_lines (void)
{
  static const GeoatPreviewLine lines[] = {
    { GEOAT_PREVIEW_HEADING, GEOAT_PREVIEW_GOES, (char *) "1A", (char *) "" },
    { GEOAT_PREVIEW_ENTRY, GEOAT_PREVIEW_GOES, (char *) "Indicator", (char *) "A written policy" },
    { GEOAT_PREVIEW_VALUE, GEOAT_PREVIEW_LEFT_OUT, (char *) "Note", (char *) "Ask Legal" },
    { GEOAT_PREVIEW_ACTION, GEOAT_PREVIEW_GOES, (char *) "Activity", (char *) "Draft it" },
    { GEOAT_PREVIEW_ACTION, GEOAT_PREVIEW_NO_PLACE, (char *) "Activity", (char *) "Cost it" },
  };
  GPtrArray *array = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_preview_line_free);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (array, geoat_preview_line_copy (&lines[i]));
  return array;
}

static void
test_preview (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSharePreview *preview = g_object_new (GEOAT_TYPE_SHARE_PREVIEW, NULL);
  g_autoptr (GPtrArray) lines = create_lines ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();
  GeoatSharingRemoved notes = { (char *) "notes", (char *) "Private notes", 14 };

  g_ptr_array_add (removed, &notes);
  geoat_share_preview_show (preview, removed, lines);
  widget_fixture_show (fixture, GTK_WIDGET (preview), 500, 900);
  g_assert_true (widget_shows_text (fixture->widget, "1 indicator · 1 activity"));
  g_assert_true (widget_shows_text (fixture->widget, "Private notes: 14"));
  widget_wait_until (widget_shows_text (fixture->widget, "Ask Legal"));
  /* what stays behind is said in words, not only struck out */
  g_assert_true (widget_shows_text (fixture->widget, "Left out"));
  g_assert_nonnull (widget_find (fixture->widget, GTK_TYPE_WIDGET, "Note (Left out): Ask Legal"));
  g_assert_nonnull (
      widget_find (fixture->widget, GTK_TYPE_WIDGET, "Activity (Not in this format): Cost it"));

  g_ptr_array_set_size (lines, 2);
  geoat_share_preview_show (preview, none, lines);
  g_assert_true (widget_shows_text (fixture->widget, "Nothing is left out."));
  g_assert_true (widget_shows_text (fixture->widget, "1 indicator · 0 activities"));
  widget_wait_until (!widget_shows_text (fixture->widget, "Ask Legal"));

  geoat_share_preview_show_problem (preview, "No round & no indicator is left.");
  g_assert_true (widget_shows_text (fixture->widget, "No round & no indicator is left."));
  g_assert_false (widget_shows_text (fixture->widget, "Nothing is left out."));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/share-parts/checked", test_parts);
  widget_fixture_add ("/share-parts/follow", test_parts_follow);
  widget_fixture_add ("/share-parts/principle", test_principle);
  widget_fixture_add ("/share-parts/no-place", test_no_place);
  widget_fixture_add ("/share-choice/first-time", test_first_time);
  widget_fixture_add ("/share-choice/whom", test_whom);
  widget_fixture_add ("/share-choice/formats", test_formats);
  widget_fixture_add ("/share-choice/round", test_round);
  widget_fixture_add ("/share-choice/remembered", test_remembered);
  widget_fixture_add ("/share-choice/kept", test_kept);
  widget_fixture_add ("/share-preview/shows", test_preview);
  return g_test_run ();
}
