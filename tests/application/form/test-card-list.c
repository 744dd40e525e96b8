/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards below each other: those that are near are there, and none jumps away. */

#include "config.h"

#include "geoat-card-list.h"
#include "geoat-entry-card.h"

#include "widget-fixture.h"

static guint n_created;

static GtkWidget *
create_card (GeoatEntry *entry, guint number, gpointer data)
{
  GtkWidget *card = geoat_entry_card_new (data, entry);

  geoat_entry_card_set_number (GEOAT_ENTRY_CARD (card), number);
  n_created++;
  return card;
}

/* All entries of the plan but for the first @skip. */
static void
set_entries (WidgetFixture *fixture, GeoatCardList *list, guint skip)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = skip; i < geoat_plan_get_n_entries (fixture->plan); i++)
    {
      guint number = i + 1;

      g_ptr_array_add (entries, geoat_plan_get_entry (fixture->plan, i));
      g_array_append_val (numbers, number);
    }
  geoat_card_list_set_entries (list, entries, numbers);
}

static GeoatCardList *
show (WidgetFixture *fixture)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GeoatCardList *list = g_object_new (GEOAT_TYPE_CARD_LIST, NULL);

  n_created = 0;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), GTK_WIDGET (list));
  geoat_card_list_set_create (list, create_card, fixture->perspective);
  geoat_card_list_set_window (list, GTK_SCROLLED_WINDOW (window));
  set_entries (fixture, list, 0);
  widget_fixture_show (fixture, window, 800, 600);
  return list;
}

static GtkAdjustment *
get_adjustment (WidgetFixture *fixture)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (fixture->widget));
}

static GtkWidget *
find_card (WidgetFixture *fixture, GeoatCardList *list, guint position)
{
  return geoat_card_list_get_card (list, geoat_plan_get_entry (fixture->plan, position));
}

static int
get_y (WidgetFixture *fixture, GtkWidget *card)
{
  GdkRectangle place;

  widget_get_place (card, fixture->widget, &place);
  return place.y;
}

/* Every card that can be seen is there and stands right below the one before. */
static gboolean
is_filled (WidgetFixture *fixture, GeoatCardList *list)
{
  int end = -1;

  for (guint i = 0; i < geoat_card_list_get_n_entries (list); i++)
    {
      GtkWidget *card = find_card (fixture, list, i);
      int y;

      if (card == NULL || !gtk_widget_get_child_visible (card))
        {
          if (end >= 0 && end < gtk_widget_get_height (fixture->widget))
            return FALSE;
          continue;
        }
      y = get_y (fixture, card);
      if (gtk_widget_get_height (card) == 0 || (end >= 0 && y <= end))
        return FALSE;
      end = y + gtk_widget_get_height (card);
    }
  return end > 0;
}

static void
test_near_ones_only (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatEntry) stranger = geoat_entry_new ("1A", "", "");
  GeoatCardList *list = show (fixture);
  guint n = geoat_plan_get_n_entries (fixture->plan);

  g_assert_cmpuint (geoat_card_list_get_n_entries (list), ==, n);
  widget_wait_until (is_filled (fixture, list));
  g_assert_cmpuint (n_created, <, n);
  g_assert_nonnull (find_card (fixture, list, 0));
  g_assert_null (find_card (fixture, list, n - 1));
  g_assert_null (geoat_card_list_get_card (list, stranger));
}

static void
test_scrolled_to_end (WidgetFixture *fixture, gconstpointer data)
{
  GeoatCardList *list = show (fixture);
  GtkAdjustment *adjustment = get_adjustment (fixture);
  guint last = geoat_plan_get_n_entries (fixture->plan) - 1;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  widget_wait_until (find_card (fixture, list, last) != NULL && is_filled (fixture, list));
  g_assert_cmpint (gtk_widget_get_height (find_card (fixture, list, last)), >, 0);
}

/* A card that is asked for is there at once, and its neighbours, for moving it past them. */
static void
test_ensure (WidgetFixture *fixture, gconstpointer data)
{
  GeoatCardList *list = show (fixture);
  GtkWidget *card;

  g_assert_null (find_card (fixture, list, 60));
  card = geoat_card_list_ensure_card (list, geoat_plan_get_entry (fixture->plan, 60));
  g_assert_true (find_card (fixture, list, 60) == card);
  g_assert_true (gtk_widget_get_prev_sibling (card) == find_card (fixture, list, 59));
  g_assert_true (gtk_widget_get_next_sibling (card) == find_card (fixture, list, 61));
}

/* A card stays the same one while its entry is in the list. */
static void
test_kept (WidgetFixture *fixture, gconstpointer data)
{
  GeoatCardList *list = show (fixture);
  GtkWidget *second = find_card (fixture, list, 1);
  GtkWidget *third = find_card (fixture, list, 2);

  geoat_entry_card_set_open (GEOAT_ENTRY_CARD (third), TRUE);
  set_entries (fixture, list, 1);
  g_assert_null (find_card (fixture, list, 0));
  g_assert_true (find_card (fixture, list, 1) == second);
  g_assert_true (find_card (fixture, list, 2) == third);
  g_assert_true (geoat_entry_card_get_open (GEOAT_ENTRY_CARD (third)));
  g_assert_true (gtk_widget_get_first_child (GTK_WIDGET (list)) == second);
  /* now it is the first, and cannot go up */
  g_assert_false (widget_can_act (second, "entry.move-up"));

  set_entries (fixture, list, 0);
  g_assert_true (gtk_widget_get_next_sibling (find_card (fixture, list, 0)) == second);
  set_entries (fixture, list, geoat_plan_get_n_entries (fixture->plan));
  g_assert_cmpuint (geoat_card_list_get_n_entries (list), ==, 0);
  g_assert_null (gtk_widget_get_first_child (GTK_WIDGET (list)));
}

/* What is read stays where it is when a card above it grows. */
static void
test_keeps_place (WidgetFixture *fixture, gconstpointer data)
{
  GeoatCardList *list = show (fixture);
  GtkWidget *first, *seen = NULL;
  int y, height;

  widget_wait_until (is_filled (fixture, list));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL); /* it would be followed */
  gtk_adjustment_set_value (get_adjustment (fixture), 400);
  first = find_card (fixture, list, 0);
  height = gtk_widget_get_height (first);
  widget_wait_until (get_y (fixture, first) == -400 && is_filled (fixture, list));
  for (guint i = 0; seen == NULL; i++)
    if (get_y (fixture, find_card (fixture, list, i)) >= 0)
      seen = find_card (fixture, list, i);
  y = get_y (fixture, seen);

  geoat_entry_card_set_open (GEOAT_ENTRY_CARD (first), TRUE);
  widget_wait_until (gtk_widget_get_height (first) > height && get_y (fixture, seen) == y);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), >, 400);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/card-list/near-ones-only", test_near_ones_only);
  widget_fixture_add ("/card-list/scrolled-to-end", test_scrolled_to_end);
  widget_fixture_add ("/card-list/ensure", test_ensure);
  widget_fixture_add ("/card-list/kept", test_kept);
  widget_fixture_add ("/card-list/keeps-place", test_keeps_place);
  return g_test_run ();
}
