/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The round that is shown, and the one it is compared with: what the bar says, and what is chosen
 * in it. */

#include "config.h"

#include "geoat-round-bar.h"

#include "widget-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
show (WidgetFixture *fixture)
{
  GtkWidget *widget = geoat_round_bar_new ();

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (widget), fixture->perspective);
  widget_fixture_show (fixture, widget, 900, 100);
}

static GtkDropDown *
find_choice (WidgetFixture *fixture, const char *name)
{
  GtkWidget *choice = widget_find (fixture->widget, GTK_TYPE_DROP_DOWN, name);

  return choice != NULL ? GTK_DROP_DOWN (choice) : NULL;
}

static void
assert_choice (WidgetFixture *fixture, const char *name, const char *const *titles, guint selected)
{
  GtkDropDown *choice = find_choice (fixture, name);
  GListModel *model = gtk_drop_down_get_model (choice);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, g_strv_length ((char **) titles));
  for (guint i = 0; titles[i] != NULL; i++)
    g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (model), i), ==, titles[i]);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, selected);
}

static void
test_shows_rounds (WidgetFixture *fixture, gconstpointer data)
{
  static const char *const rounds[] = { "Baseline 2024", "Review 2025", NULL };
  static const char *const others[] = { "No other round", "Baseline 2024", "Review 2025", NULL };

  show (fixture);
  assert_choice (fixture, "Round shown", rounds, 1);
  assert_choice (fixture, "Compare with", others, 1);
  g_assert_true (widget_shows_text (fixture->widget, "Open since 3 November 2025"));

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  assert_choice (fixture, "Round shown", rounds, 0);
  assert_choice (fixture, "Compare with", others, 0);
  g_assert_true (
      widget_shows_text (fixture->widget, "Opened on 4 November 2024, closed on 29 November 2024"));
}

static void
test_chosen (WidgetFixture *fixture, gconstpointer data)
{
  guint n_rounds = 0, n_compares = 0;

  show (fixture);
  g_signal_connect_swapped (fixture->perspective, "notify::round", G_CALLBACK (count_cb),
                            &n_rounds);
  g_signal_connect_swapped (fixture->perspective, "notify::compare", G_CALLBACK (count_cb),
                            &n_compares);
  gtk_drop_down_set_selected (find_choice (fixture, "Compare with"), 0);
  g_assert_null (geoat_perspective_get_compare (fixture->perspective));
  g_assert_cmpuint (n_compares, ==, 1);
  g_assert_cmpuint (n_rounds, ==, 0);
  gtk_drop_down_set_selected (find_choice (fixture, "Compare with"), 1);
  g_assert_true (geoat_perspective_get_compare (fixture->perspective) ==
                 geoat_plan_get_round (fixture->plan, 0));

  gtk_drop_down_set_selected (find_choice (fixture, "Round shown"), 0);
  g_assert_true (geoat_perspective_get_round (fixture->perspective) ==
                 geoat_plan_get_round (fixture->plan, 0));
  g_assert_cmpuint (n_rounds, ==, 1);
  g_signal_handlers_disconnect_by_data (fixture->perspective, &n_rounds);
  g_signal_handlers_disconnect_by_data (fixture->perspective, &n_compares);
}

/* With one round there is nothing to choose. */
static void
test_one_round (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatDocument) document = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatPerspective) perspective = NULL;
  GtkWidget *widget = geoat_round_bar_new ();
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 4, G_DATE_NOVEMBER, 2024);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", "Plan",
                         "Baseline 2024", &today);
  document = geoat_document_new (plan);
  perspective = geoat_perspective_new (document);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (widget), perspective);
  widget_fixture_show (fixture, widget, 900, 100);
  g_assert_null (find_choice (fixture, "Round shown"));
  g_assert_true (widget_shows_text (widget, "Baseline 2024"));

  geoat_history_close_round (geoat_document_get_history (document), &today);
  geoat_history_open_round (geoat_document_get_history (document), "Review 2025", &today);
  g_assert_nonnull (find_choice (fixture, "Round shown"));
  geoat_history_undo (geoat_document_get_history (document));
  g_assert_null (find_choice (fixture, "Round shown"));
  widget_fixture_drop (fixture);
}

static void
test_follows_titles (WidgetFixture *fixture, gconstpointer data)
{
  static const char *const renamed[] = { "Baseline 2024", "Mid-term review 2025, with …", NULL };
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);

  show (fixture);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (round), GEOAT_FIELD_ROUND_TITLE,
                          "Mid-term review 2025, with the regions");
  assert_choice (fixture, "Round shown", renamed, 1);
  g_assert_true (widget_shows_text (fixture->widget, "Mid-term review 2025, with the regions"));

  widget_fixture_close_round (fixture);
  g_assert_true (
      widget_shows_text (fixture->widget, "Opened on 3 November 2025, closed on 24 November 2025"));
}

static void
test_perspective (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPerspective) other = geoat_perspective_new (fixture->document);
  guint n = 0;

  show (fixture);
  g_signal_connect_swapped (fixture->widget, "notify::perspective", G_CALLBACK (count_cb), &n);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (fixture->widget), fixture->perspective);
  g_assert_cmpuint (n, ==, 0);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (fixture->widget), other);
  g_assert_cmpuint (n, ==, 1);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  g_assert_cmpuint (gtk_drop_down_get_selected (find_choice (fixture, "Round shown")), ==, 1);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (fixture->widget), NULL);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/round-bar/shows-rounds", test_shows_rounds);
  widget_fixture_add ("/round-bar/chosen", test_chosen);
  widget_fixture_add ("/round-bar/one-round", test_one_round);
  widget_fixture_add ("/round-bar/follows-titles", test_follows_titles);
  widget_fixture_add ("/round-bar/perspective", test_perspective);
  return g_test_run ();
}
