/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every page of the table of pages, as the window uses it. */

#include "config.h"

#include "geoat-page-table.h"

#include "widget-fixture.h"

static const GeoatPageInfo *info; /* the row that is tested */

static GeoatPage *
show_page (WidgetFixture *fixture)
{
  GeoatPage *page = g_object_new (info->get_type (), NULL);

  g_assert_true (GEOAT_IS_PAGE (page));
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (page), fixture->perspective);
  geoat_page_show (page, info->name != NULL ? info->name : "1A");
  widget_fixture_show (fixture, GTK_WIDGET (page), 900, 700);
  return page;
}

/* The row says enough for the sidebar and the header bar. */
static void
test_row (WidgetFixture *fixture, gconstpointer data)
{
  GeoatPage *page;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  info = data;
  page = show_page (fixture);
  title = geoat_page_get_title (page);
  subtitle = geoat_page_get_subtitle (page);
  g_assert_true (title != NULL ? *title != '\0' : info->title != NULL);
  g_assert_cmpstr (subtitle, !=, "");
  if (info->name == NULL)
    return;
  g_assert_true (geoat_page_table_find (info->name) == info);
  g_assert_nonnull (info->icon_name);
  g_assert_true (gtk_icon_theme_has_icon (
      gtk_icon_theme_get_for_display (gdk_display_get_default ()), info->icon_name));
}

/* It goes to another plan, to none, and away, with everything that it made. */
static void
test_plans (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPerspective) other = geoat_perspective_new (fixture->document);
  GeoatPage *page;

  info = data;
  page = show_page (fixture);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (page), other);
  g_assert_true (geoat_plan_widget_get_perspective (GEOAT_PLAN_WIDGET (page)) == other);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (page), NULL);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "New");
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (page), fixture->perspective);
}

/* It takes the focus when it is asked to. */
static void
test_focus (WidgetFixture *fixture, gconstpointer data)
{
  GeoatPage *page;

  info = data;
  page = show_page (fixture);
  geoat_page_focus_content (page);
  widget_wait_until (gtk_widget_get_state_flags (GTK_WIDGET (page)) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

static void
title_changed_cb (GeoatPage *page, guint *n)
{
  (*n)++;
}

/* The header bar follows a rating on the page of a key element. */
static void
test_title (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, 0);
  GeoatPage *page;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n = 0;

  info = geoat_page_table_find (geoat_entry_get_key_element (entry));
  page = show_page (fixture);
  geoat_page_show (page, geoat_entry_get_key_element (entry));
  before = geoat_page_get_subtitle (page);
  g_signal_connect (page, "title-changed", G_CALLBACK (title_changed_cb), &n);
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_NOT_ASSESSED);
  widget_wait_until (n > 0);
  after = geoat_page_get_subtitle (page);
  g_assert_cmpstr (before, !=, after);
}

/* An item is revealed where it is written, and nowhere else. */
static void
test_reveal (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, 0);
  GeoatPage *page;

  info = geoat_page_table_find (geoat_entry_get_key_element (entry));
  page = show_page (fixture);
  geoat_page_show (page, geoat_entry_get_key_element (entry));
  g_assert_true (geoat_page_reveal (page, GEOAT_ITEM (entry), GEOAT_FIELD_NONE));
  geoat_page_show (page, "6C");
  g_assert_false (geoat_page_reveal (page, GEOAT_ITEM (entry), GEOAT_FIELD_NONE));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  for (guint i = 0; i < geoat_page_table_get_n_pages (); i++)
    {
      const GeoatPageInfo *row = geoat_page_table_get_page (i);
      const char *name = row->name != NULL ? row->name : "key-element";
      g_autofree char *row_path = g_strdup_printf ("/page-table/%s/row", name);
      g_autofree char *plans_path = g_strdup_printf ("/page-table/%s/plans", name);
      g_autofree char *focus_path = g_strdup_printf ("/page-table/%s/focus", name);

      widget_fixture_add_with_data (row_path, row, test_row);
      widget_fixture_add_with_data (plans_path, row, test_plans);
      widget_fixture_add_with_data (focus_path, row, test_focus);
    }
  widget_fixture_add ("/page-table/title", test_title);
  widget_fixture_add ("/page-table/reveal", test_reveal);
  return g_test_run ();
}
