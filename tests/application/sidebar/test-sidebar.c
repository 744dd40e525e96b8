/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a plan: their rows, what stands beside them, which one is chosen. */

#include "config.h"

#include "geoat-key-element-row.h"
#include "geoat-page-table.h"
#include "geoat-sidebar.h"

#include "widget-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static GeoatSidebar *
show (WidgetFixture *fixture)
{
  GtkWidget *widget = geoat_sidebar_new ();

  for (guint i = 0; i < geoat_page_table_get_n_pages (); i++)
    if (geoat_page_table_get_page (i)->title != NULL)
      geoat_sidebar_add_page (GEOAT_SIDEBAR (widget), geoat_page_table_get_page (i));
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (widget), fixture->perspective);
  widget_fixture_show (fixture, widget, 300, 700);
  return GEOAT_SIDEBAR (widget);
}

/* The row of a page, by what a screen reader says. */
static GtkWidget *
find_row (WidgetFixture *fixture, const char *name)
{
  return widget_find (fixture->widget, GTK_TYPE_LIST_BOX_ROW, name);
}

static GtkWidget *
get_page_row (WidgetFixture *fixture, const char *page)
{
  g_autoptr (GPtrArray) rows = widget_list (fixture->widget, GTK_TYPE_LIST_BOX_ROW);

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (gtk_widget_get_name (rows->pdata[i]), page))
      return rows->pdata[i];
  g_assert_not_reached ();
}

/* What a screen reader says of a key element. */
static char *
describe (WidgetFixture *fixture, const char *id, const char *score)
{
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);
  int position = geoat_framework_find_key_element (framework, id);

  return g_strdup_printf ("%s %s, %s", id,
                          geoat_framework_get_key_element_name (framework, (guint) position, "en"),
                          score);
}

static void
test_rows (WidgetFixture *fixture, gconstpointer data)
{
  g_autofree char *first = describe (fixture, "1A", "mean 2.4, 6 of 7 assessed");
  g_autoptr (GPtrArray) rows = NULL;

  show (fixture);
  rows = widget_list (fixture->widget, GEOAT_TYPE_KEY_ELEMENT_ROW);
  g_assert_cmpuint (rows->len, ==,
                    geoat_framework_get_n_key_elements (geoat_plan_get_framework (fixture->plan)));
  g_assert_nonnull (find_row (fixture, first));
  g_assert_nonnull (find_row (fixture, "Overview"));
  g_assert_nonnull (find_row (fixture, "Progress"));
  g_assert_true (widget_shows_text (fixture->widget, "Customs of Valmara"));
}

static void
test_scores_follow (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.06");
  g_autofree char *before = describe (fixture, "1A", "mean 2.4, 6 of 7 assessed");
  g_autofree char *rated = describe (fixture, "1A", "mean 2.0, 7 of 7 assessed");
  g_autofree char *baseline = describe (fixture, "1A", "mean 1.5, 7 of 7 assessed");

  show (fixture);
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_0);
  widget_wait_until (find_row (fixture, rated) != NULL);
  geoat_history_undo (fixture->history);
  widget_wait_until (find_row (fixture, before) != NULL);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  widget_wait_until (find_row (fixture, baseline) != NULL);
}

static void
test_page (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSidebar *sidebar = show (fixture);
  g_autofree char *page = NULL;
  guint n = 0;

  g_signal_connect_swapped (sidebar, "notify::page", G_CALLBACK (count_cb), &n);
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "overview");
  g_assert_true (geoat_sidebar_set_page (sidebar, "3B"));
  g_assert_true (geoat_sidebar_set_page (sidebar, "3B"));
  g_object_get (sidebar, "page", &page, NULL);
  g_assert_cmpstr (page, ==, "3B");
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (geoat_sidebar_set_page (sidebar, "9Z"));
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "3B");

  /* the keys of the list choose at once */
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (get_page_row (fixture, "1C"))),
                           GTK_LIST_BOX_ROW (get_page_row (fixture, "1C")));
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "1C");
}

static void
test_step (WidgetFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "action-plan", "progress", "1A", "1B" };
  GeoatSidebar *sidebar = show (fixture);

  geoat_sidebar_step (sidebar, -1);
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "overview");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      geoat_sidebar_step (sidebar, 1);
      g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, pages[i]);
    }
  geoat_sidebar_set_page (sidebar, "6C");
  geoat_sidebar_step (sidebar, 1);
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "6C");
}

/* The focus goes along with the page that is chosen, and Tab leaves the list. */
static void
test_focus (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSidebar *sidebar = show (fixture);

  geoat_sidebar_focus_page (sidebar);
  g_assert_true (gtk_widget_is_focus (get_page_row (fixture, "overview")));
  geoat_sidebar_step (sidebar, 1);
  g_assert_true (gtk_widget_is_focus (get_page_row (fixture, "action-plan")));
  g_assert_false (gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
}

static void
test_enter_goes_on (WidgetFixture *fixture, gconstpointer data)
{
  guint n = 0;

  show (fixture);
  g_signal_connect_swapped (fixture->widget, "activated", G_CALLBACK (count_cb), &n);
  widget_press (get_page_row (fixture, "overview"), GDK_KEY_Return, 0);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_overdue (WidgetFixture *fixture, gconstpointer data)
{
  GDate today;

  show (fixture);
  for (guint i = 0; i < geoat_plan_get_n_entries (fixture->plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, i);

      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        {
          GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (entry, j));

          geoat_history_set_text (fixture->history, action, GEOAT_FIELD_DUE,
                                  i == 0 ? "2025-11-23" : "2025-11-24");
        }
    }
  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history,
                            geoat_entry_get_action (geoat_plan_get_entry (fixture->plan, 0), 0),
                            GEOAT_STATUS_PLANNED, &today);
  geoat_history_set_status (fixture->history,
                            geoat_entry_get_action (geoat_plan_get_entry (fixture->plan, 0), 1),
                            GEOAT_STATUS_DONE, &today);
  widget_wait_until (find_row (fixture, "Action plan, 1 overdue") != NULL);
  g_assert_true (widget_shows_text (fixture->widget, "1 overdue"));
  geoat_history_set_text (
      fixture->history,
      GEOAT_ITEM (geoat_entry_get_action (geoat_plan_get_entry (fixture->plan, 0), 0)),
      GEOAT_FIELD_DUE, "");
  widget_wait_until (find_row (fixture, "Action plan") != NULL);
  g_assert_false (widget_shows_text (fixture->widget, "1 overdue"));
}

static void
test_title (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSidebar *sidebar = show (fixture);
  GeoatItem *plan = GEOAT_ITEM (fixture->plan);

  geoat_sidebar_set_example (sidebar, TRUE);
  g_assert_true (widget_shows_text (fixture->widget, "Customs of Valmara (example)"));
  geoat_sidebar_set_example (sidebar, FALSE);
  geoat_history_set_text (fixture->history, plan, GEOAT_FIELD_ADMINISTRATION, "");
  geoat_history_set_text (fixture->history, plan, GEOAT_FIELD_TITLE, "Our plan");
  g_assert_true (widget_shows_text (fixture->widget, "Our plan"));
  geoat_history_set_text (fixture->history, plan, GEOAT_FIELD_TITLE, "");
  g_assert_true (widget_shows_text (fixture->widget, "Untitled plan"));
}

static void
test_find (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSidebar *sidebar = show (fixture);

  geoat_sidebar_find (sidebar);
  widget_wait_until (widget_find (fixture->widget, GTK_TYPE_SEARCH_ENTRY, NULL) != NULL);
  g_assert_true (GTK_IS_TEXT (gtk_root_get_focus (gtk_widget_get_root (fixture->widget))));
  /* going back lets the page have the focus again */
  g_assert_true (
      widget_press (gtk_root_get_focus (gtk_widget_get_root (fixture->widget)), GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_is_focus (get_page_row (fixture, "overview")));
}

static void
test_no_plan (WidgetFixture *fixture, gconstpointer data)
{
  GeoatSidebar *sidebar = show (fixture);
  guint n = 0;

  geoat_sidebar_set_page (sidebar, "3B");
  g_signal_connect_swapped (sidebar, "notify::perspective", G_CALLBACK (count_cb), &n);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (sidebar), NULL);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (sidebar), NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (geoat_sidebar_get_page (sidebar), ==, "overview");
  g_assert_null (widget_find (fixture->widget, GEOAT_TYPE_KEY_ELEMENT_ROW, NULL));
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (sidebar), fixture->perspective);
  g_assert_nonnull (widget_find (fixture->widget, GEOAT_TYPE_KEY_ELEMENT_ROW, NULL));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/sidebar/rows", test_rows);
  widget_fixture_add ("/sidebar/scores-follow", test_scores_follow);
  widget_fixture_add ("/sidebar/page", test_page);
  widget_fixture_add ("/sidebar/step", test_step);
  widget_fixture_add ("/sidebar/focus", test_focus);
  widget_fixture_add ("/sidebar/enter-goes-on", test_enter_goes_on);
  widget_fixture_add ("/sidebar/overdue", test_overdue);
  widget_fixture_add ("/sidebar/title", test_title);
  widget_fixture_add ("/sidebar/find", test_find);
  widget_fixture_add ("/sidebar/no-plan", test_no_plan);
  return g_test_run ();
}
