/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages beside those of the key elements: the overview with its list of what needs attention,
 * the action plan, the progress. */

#include "config.h"

#include "geoat-action-plan-page.h"
#include "geoat-action-plan-row.h"
#include "geoat-attention-list.h"
#include "geoat-overview-page.h"
#include "geoat-progress-page.h"
#include "geoat-progress-row.h"
#include "geoat-progress-table.h"

#include "widget-fixture.h"

/* The page that another one leads to. */
static void
activated_cb (GtkWidget *widget, const char *page, char **found)
{
  g_free (*found);
  *found = g_strdup (page);
}

static void
show_item_cb (GtkWidget *widget, GeoatItem *item, guint field, GeoatItem **found)
{
  *found = item;
}

static void
show (WidgetFixture *fixture, GType type)
{
  widget_fixture_show (fixture, g_object_new (type, "perspective", fixture->perspective, NULL),
                       1000, 800);
}

static gboolean
shows (WidgetFixture *fixture, const char *text)
{
  return widget_shows_text (fixture->widget, text);
}

/* The same page on a plan that has one round and no indicator. */
static void
show_new_plan (WidgetFixture *fixture, GType type)
{
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatDocument) document = NULL;
  g_autoptr (GeoatPerspective) perspective = NULL;
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", "Plan",
                         "Baseline", &today);
  document = geoat_document_new (plan);
  perspective = geoat_perspective_new (document);
  widget_fixture_show (fixture, g_object_new (type, "perspective", perspective, NULL), 1000, 800);
}

static void
test_overview (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.06");

  show (fixture, GEOAT_TYPE_OVERVIEW_PAGE);
  widget_wait_until (shows (fixture, "103 of 108"));
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_0);
  widget_wait_until (shows (fixture, "104 of 108"));
  geoat_history_undo (fixture->history);
  widget_wait_until (shows (fixture, "103 of 108"));
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  widget_wait_until (!shows (fixture, "103 of 108"));
}

/* The figures lead to where one can do something about them. */
static void
test_overview_leads (WidgetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *caption;
    const char *page;
  } cases[] = {
    { "indicators assessed", "1A" },
    { "mean of the rated indicators", "progress" },
    { "forward activities", "action-plan" },
  };

  show (fixture, GEOAT_TYPE_OVERVIEW_PAGE);
  widget_wait_until (shows (fixture, "103 of 108"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *caption = widget_get (fixture->widget, GTK_TYPE_LABEL, cases[i].caption);

      g_signal_emit_by_name (gtk_widget_get_ancestor (caption, GTK_TYPE_BUTTON), "clicked");
      g_assert_cmpstr (fixture->shown_page, ==, cases[i].page);
    }
}

static void
test_overview_empty (WidgetFixture *fixture, gconstpointer data)
{
  show_new_plan (fixture, GEOAT_TYPE_OVERVIEW_PAGE);
  widget_wait_until (shows (fixture, "No Indicator Yet"));
  widget_click (fixture->widget, "Begin with the First Key Element");
  g_assert_cmpstr (fixture->shown_page, ==, "1A");
  widget_fixture_drop (fixture);
}

static GPtrArray *
list_rows (WidgetFixture *fixture, GType type)
{
  return widget_list (fixture->widget, type);
}

static guint
count_rows (WidgetFixture *fixture, GType type)
{
  g_autoptr (GPtrArray) rows = list_rows (fixture, type);

  return rows->len;
}

static void
test_attention (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *list = geoat_attention_list_new ();
  g_autofree char *page = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) same = NULL;

  geoat_attention_list_update (GEOAT_ATTENTION_LIST (list), fixture->perspective);
  widget_fixture_show (fixture, list, 500, 700);
  rows = list_rows (fixture, GTK_TYPE_LIST_BOX_ROW);
  g_assert_cmpuint (rows->len, ==, 6);
  g_signal_connect (list, "activated", G_CALLBACK (activated_cb), &page);
  g_signal_emit_by_name (gtk_widget_get_parent (rows->pdata[0]), "row-activated", rows->pdata[0]);
  g_assert_cmpstr (page, ==, gtk_widget_get_name (rows->pdata[0]));

  /* rows that say the same stay, and the focus in them */
  gtk_widget_grab_focus (rows->pdata[1]);
  geoat_attention_list_update (GEOAT_ATTENTION_LIST (list), fixture->perspective);
  same = list_rows (fixture, GTK_TYPE_LIST_BOX_ROW);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (same->pdata[i] == rows->pdata[i]);
  g_assert_true (gtk_widget_is_focus (rows->pdata[1]));

  widget_click (list, "Show All");
  g_assert_cmpuint (count_rows (fixture, GTK_TYPE_LIST_BOX_ROW), >, 6);
  widget_click (list, "Show Fewer");
  g_assert_cmpuint (count_rows (fixture, GTK_TYPE_LIST_BOX_ROW), ==, 6);
}

static void
test_attention_nothing (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *list = geoat_attention_list_new ();
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  for (guint i = 0; i < geoat_plan_get_n_entries (fixture->plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, i);

      if (!geoat_entry_is_in_round (entry, geoat_perspective_get_round (fixture->perspective)))
        continue;
      geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_5);
      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        geoat_history_set_status (fixture->history, geoat_entry_get_action (entry, j),
                                  GEOAT_STATUS_DONE, &today);
    }
  geoat_attention_list_update (GEOAT_ATTENTION_LIST (list), fixture->perspective);
  widget_fixture_show (fixture, list, 500, 700);
  g_assert_true (shows (fixture,
                        "Nothing: every indicator is assessed and none is low, no activity "
                        "is overdue."));
  g_assert_null (widget_find (list, GTK_TYPE_BUTTON, "Show All"));
}

static GtkDropDown *
get_choice (WidgetFixture *fixture, const char *name)
{
  return GTK_DROP_DOWN (widget_get (fixture->widget, GTK_TYPE_DROP_DOWN, name));
}

static void
choose (WidgetFixture *fixture, const char *name, const char *text)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (get_choice (fixture, name)));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    if (g_str_equal (gtk_string_list_get_string (list, i), text))
      {
        gtk_drop_down_set_selected (get_choice (fixture, name), i);
        return;
      }
  g_error ("%s has no choice “%s”", name, text);
}

static void
test_action_plan (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.02");
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Buy a zebra", "", "", "");
  GeoatItem *item = NULL;

  show (fixture, GEOAT_TYPE_ACTION_PLAN_PAGE);
  widget_wait_until (shows (fixture, "65 activities"));
  geoat_history_add_action (fixture->history, entry, action, 0);
  widget_wait_until (shows (fixture, "66 activities"));

  gtk_editable_set_text (GTK_EDITABLE (widget_get (fixture->widget, GTK_TYPE_SEARCH_ENTRY, NULL)),
                         "ZEBRA");
  widget_wait_until (shows (fixture, "1 of 66 activities shown"));
  widget_wait_until (count_rows (fixture, GEOAT_TYPE_ACTION_PLAN_ROW) == 1);
  g_assert_true (shows (fixture, "Buy a zebra"));
  g_signal_connect (fixture->widget, "show-item", G_CALLBACK (show_item_cb), &item);
  g_signal_emit_by_name (widget_get (fixture->widget, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  g_assert_true (item == GEOAT_ITEM (action));

  geoat_history_undo (fixture->history);
  widget_wait_until (shows (fixture, "No Activity Matches"));
  widget_click (fixture->widget, "Show All");
  widget_wait_until (shows (fixture, "65 activities"));
}

static void
test_action_plan_filters (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.02");
  GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (entry, 0));
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history, GEOAT_ACTION (action), GEOAT_STATUS_PLANNED, &today);
  geoat_history_set_text (fixture->history, action, GEOAT_FIELD_DUE, "2025-11-23");
  geoat_history_set_text (fixture->history, action, GEOAT_FIELD_LEAD, "The zoo");
  show (fixture, GEOAT_TYPE_ACTION_PLAN_PAGE);
  widget_wait_until (shows (fixture, "65 activities"));
  choose (fixture, "Lead", "The zoo");
  widget_wait_until (shows (fixture, "1 of 65 activities shown"));
  choose (fixture, "Status", "Done");
  widget_wait_until (shows (fixture, "0 of 65 activities shown"));
  choose (fixture, "Status", "Overdue");
  widget_wait_until (shows (fixture, "1 of 65 activities shown"));
  widget_wait_until (shows (fixture, "Overdue"));
  /* the name that was chosen stays when others come */
  geoat_history_set_text (fixture->history, GEOAT_ITEM (geoat_entry_get_action (entry, 1)),
                          GEOAT_FIELD_LEAD, "Aa");
  g_assert_cmpstr (gtk_string_list_get_string (
                       GTK_STRING_LIST (gtk_drop_down_get_model (get_choice (fixture, "Lead"))),
                       gtk_drop_down_get_selected (get_choice (fixture, "Lead"))),
                   ==, "The zoo");
}

static void
test_action_plan_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) buttons = NULL;

  show (fixture, GEOAT_TYPE_ACTION_PLAN_PAGE);
  widget_wait_until (count_rows (fixture, GEOAT_TYPE_ACTION_PLAN_ROW) > 0);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  widget_wait_until (count_rows (fixture, GEOAT_TYPE_ACTION_PLAN_ROW) > 0);
  buttons =
      widget_list (widget_get (fixture->widget, GEOAT_TYPE_ACTION_PLAN_ROW, NULL), GTK_TYPE_BUTTON);
  g_assert_cmpuint (buttons->len, ==, 3);
  for (guint i = 0; i < buttons->len; i++)
    g_assert_false (gtk_widget_is_sensitive (buttons->pdata[i]));
}

static void
test_action_plan_empty (WidgetFixture *fixture, gconstpointer data)
{
  show_new_plan (fixture, GEOAT_TYPE_ACTION_PLAN_PAGE);
  widget_wait_until (shows (fixture, "No Activity Yet"));
  widget_click (fixture->widget, "Go to Where Attention Is Needed");
  g_assert_cmpstr (fixture->shown_page, ==, "1A");
  widget_fixture_drop (fixture);
}

static GtkStack *
get_depths (WidgetFixture *fixture)
{
  GtkWidget *table = widget_get (fixture->widget, GEOAT_TYPE_PROGRESS_TABLE, NULL);
  GtkWidget *stack = gtk_widget_get_ancestor (table, GTK_TYPE_STACK);

  return GTK_STACK (stack);
}

static void
test_progress (WidgetFixture *fixture, gconstpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);
  int key_element = geoat_framework_find_key_element (framework, "4B");
  g_autofree char *name = g_strdup_printf (
      "4B  %s", geoat_framework_get_key_element_name (framework, (guint) key_element, "en"));

  show (fixture, GEOAT_TYPE_PROGRESS_PAGE);
  widget_wait_until (shows (fixture, "Change since “Baseline 2024”"));
  g_assert_true (shows (fixture, "103 of 108"));
  gtk_stack_set_visible_child_name (get_depths (fixture), "key-elements");
  widget_wait_until (shows (fixture, "Key element"));
  widget_click (fixture->widget, name);
  g_assert_cmpstr (fixture->shown_page, ==, "4B");
  geoat_perspective_set_compare (fixture->perspective, NULL);
  widget_wait_until (!shows (fixture, "Change since “Baseline 2024”"));
}

/* Of each indicator, what became of it since the round before. */
static void
test_progress_indicators (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *fell = widget_fixture_get_entry (fixture, "4B.05");
  GeoatItem *item = NULL;

  show (fixture, GEOAT_TYPE_PROGRESS_PAGE);
  widget_wait_until (shows (fixture, "Change since “Baseline 2024”"));
  g_signal_connect (fixture->widget, "show-item", G_CALLBACK (show_item_cb), &item);
  gtk_stack_set_visible_child_name (get_depths (fixture), "indicators");
  widget_wait_until (count_rows (fixture, GEOAT_TYPE_PROGRESS_ROW) > 2);
  choose (fixture, "Indicators shown", "Fell");
  widget_wait_until (count_rows (fixture, GEOAT_TYPE_PROGRESS_ROW) == 2);
  g_assert_true (shows (fixture, "▼ fell by 1"));
  g_signal_emit_by_name (widget_get (fixture->widget, GTK_TYPE_LIST_VIEW, NULL), "activate", 0);
  g_assert_true (item == GEOAT_ITEM (fell));

  geoat_history_set_level (fixture->history, fell, GEOAT_LEVEL_5);
  widget_wait_until (shows (fixture, "▲ rose by 2"));
}

static void
test_progress_one_round (WidgetFixture *fixture, gconstpointer data)
{
  show_new_plan (fixture, GEOAT_TYPE_PROGRESS_PAGE);
  widget_wait_until (shows (fixture, "One Round So Far"));
  widget_fixture_drop (fixture);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/overview/figures", test_overview);
  widget_fixture_add ("/overview/leads", test_overview_leads);
  widget_fixture_add ("/overview/empty", test_overview_empty);
  widget_fixture_add ("/attention-list/rows", test_attention);
  widget_fixture_add ("/attention-list/nothing", test_attention_nothing);
  widget_fixture_add ("/action-plan/list", test_action_plan);
  widget_fixture_add ("/action-plan/filters", test_action_plan_filters);
  widget_fixture_add ("/action-plan/earlier-round", test_action_plan_earlier_round);
  widget_fixture_add ("/action-plan/empty", test_action_plan_empty);
  widget_fixture_add ("/progress/tables", test_progress);
  widget_fixture_add ("/progress/indicators", test_progress_indicators);
  widget_fixture_add ("/progress/one-round", test_progress_one_round);
  return g_test_run ();
}
