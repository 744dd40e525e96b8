/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The form of an indicator in a round that is closed: it shows the wording that the round was
 * closed with, and lets nobody edit it. */

#include "config.h"

#include "geoat-application-resource.h"
#include "geoat-entry-card.h"
#include "geoat-text-field.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatDocument *document;
  GeoatHistory *history;
  GeoatPerspective *perspective;
  GeoatEntry *entry;
  GtkWidget *window;
  GtkWidget *card;
  GDate today;
} Fixture;

static void
set_text (Fixture *fixture, GeoatField field, const char *text)
{
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->entry), field, text);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_date_set_dmy (&fixture->today, 4, G_DATE_NOVEMBER, 2024);
  fixture->plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara",
                                  "Plan", "Baseline 2024", &fixture->today);
  fixture->document = geoat_document_new (fixture->plan);
  fixture->history = geoat_document_get_history (fixture->document);
  fixture->entry = geoat_entry_new ("2B", "", "Vacancies are announced.");
  geoat_history_add_entry (fixture->history, fixture->entry, G_MAXUINT);
  set_text (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A pilot");
  geoat_history_set_level (fixture->history, fixture->entry, GEOAT_LEVEL_3);
  fixture->perspective = geoat_perspective_new (fixture->document);
  fixture->card = geoat_entry_card_new (fixture->perspective, fixture->entry);
  geoat_entry_card_set_open (GEOAT_ENTRY_CARD (fixture->card), TRUE);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->card);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->perspective);
  g_assert_finalize_object (fixture->document);
  g_assert_finalize_object (fixture->plan);
  g_assert_finalize_object (fixture->entry);
}

static GtkTextView *
find_view (GtkWidget *widget, GeoatField field)
{
  GtkTextView *view = NULL;

  if (GEOAT_IS_TEXT_FIELD (widget) &&
      geoat_text_field_get_field (GEOAT_TEXT_FIELD (widget)) == field)
    return geoat_text_field_get_view (GEOAT_TEXT_FIELD (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && view == NULL;
       child = gtk_widget_get_next_sibling (child))
    view = find_view (child, field);
  return view;
}

static void
assert_field (Fixture *fixture, GeoatField field, const char *text, gboolean editable)
{
  GtkTextView *view = find_view (fixture->card, field);
  g_autofree char *shown = NULL;

  g_assert_nonnull (view);
  g_object_get (gtk_text_view_get_buffer (view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (gtk_text_view_get_editable (view), ==, editable);
}

static void
test_last_round (Fixture *fixture, gconstpointer data)
{
  geoat_history_close_round (fixture->history, &fixture->today);
  set_text (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced to all.");
  set_text (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A rule");
  assert_field (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced.", FALSE);
  assert_field (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A pilot", FALSE);
  assert_field (fixture, GEOAT_FIELD_ALIGNMENT, "", TRUE);

  geoat_history_reopen_round (fixture->history);
  assert_field (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced to all.", TRUE);
  assert_field (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A rule", TRUE);
}

static void
test_earlier_round (Fixture *fixture, gconstpointer data)
{
  geoat_history_open_round (fixture->history, "Review 2025", &fixture->today);
  set_text (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced to all.");
  set_text (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "");
  assert_field (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced to all.", TRUE);
  assert_field (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "", TRUE);

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  assert_field (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced.", FALSE);
  assert_field (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A pilot", FALSE);
}

/* Nothing was kept of what was not assessed: a new indicator can be written. */
static void
test_not_assessed (Fixture *fixture, gconstpointer data)
{
  geoat_history_set_level (fixture->history, fixture->entry, GEOAT_LEVEL_NOT_ASSESSED);
  geoat_history_close_round (fixture->history, &fixture->today);
  assert_field (fixture, GEOAT_FIELD_INDICATOR, "Vacancies are announced.", TRUE);
  assert_field (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "A pilot", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  gtk_init ();
  geoat_application_register_resource ();
#define ADD(name, function)                                                                        \
  g_test_add ("/closed-round/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("last-round", test_last_round);
  ADD ("earlier-round", test_earlier_round);
  ADD ("not-assessed", test_not_assessed);
#undef ADD
  return g_test_run ();
}
