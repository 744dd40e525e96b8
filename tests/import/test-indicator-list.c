/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Would fail when a list of indicators lost one without a word, put one into another key element
 * than the list says, added what the plan or the list itself has already, changed what the plan
 * has, or could not be undone. */

#include "config.h"

#include <string.h>

#include "geoat-error.h"
#include "geoat-csv-reader.h"
#include "geoat-text-reader.h"
#include "review-fixture.h"

#define POLICY "A written policy exists"
#define TRAINED "Managers are trained"

/* What is read from a list: "KEY-ELEMENT indicator" for each, "-- indicator" where it has none. */
static const struct
{
  const char *list;
  gboolean lines; /* it is plain text, not CSV */
  const char *key_element;
  const char *found[5];
  guint n_unplaced; /* cells */
} lists[] = {
  /* columns by their headings, in any order, key elements by code and name */
  { "Key element,Indicator\n1A,One\n2B,Two\nCross-cutting policies,Three\n",
    FALSE,
    NULL,
    { "1A One", "2B Two", "1A Three" } },
  { "No.,Indicateur,Remarque,Élément clé\n1,Un,Rien,1a\n2,Deux,,6C\n",
    FALSE,
    NULL,
    { "1A Un", "6C Deux" },
    5 },
  { "Élément clé;Énoncé officiel\n1A;Un\n", FALSE, NULL, { "1A Un" } },
  { "المؤشر,العنصر الرئيسي\nواحد,1A\n", FALSE, NULL, { "1A واحد" } },
  { "Indicadores\nUno\n1B\nDos\n", FALSE, "3A", { "3A Uno", "1B Dos" } },
  /* a heading somewhere: what stands above is no indicator */
  { "Our list,\n,\nIndicator,Key element\nOne,1A\n", FALSE, NULL, { "1A One" }, 1 },
  /* not said, or said in words that nobody knows */
  { "Indicator,Key element\nOne,1A\nTwo,\nThree,9Z\n",
    FALSE,
    NULL,
    { "1A One", "-- Two", "-- Three" } },
  { "Indicator,Key element\nOne,1A\nTwo,\nThree,9Z\n",
    FALSE,
    "6A",
    { "1A One", "6A Two", "-- Three" } },
  { "Indicator,Key element,Remark\n,1A,None\nTwo,1A,\n", FALSE, NULL, { "1A Two" }, 3 },
  /* without headings */
  { "1A,1,The first one,short\n2B,2,The second one,\n",
    FALSE,
    NULL,
    { "1A The first one", "2B The second one" },
    3 },
  { "One, \"two\"; three\n\n  Four \n", TRUE, "4B", { "4B One, \"two\"; three", "4B Four" } },
  { "One\r\nTwo\r\n", TRUE, NULL, { "-- One", "-- Two" } },
  { "1A\nOne\nTwo\n1B Words that nobody knows\nThree\n",
    TRUE,
    NULL,
    { "1A One", "1A Two", "1B Words that nobody knows", "1B Three" } },
  { "1A.01 One\n1A.02: Two\n2B – Three\n2B) 50 percent\n",
    TRUE,
    NULL,
    { "1A One", "1A Two", "2B – Three", "2B 50 percent" } },
  /* an indicator with several activities stands in several rows */
  { "Indicator,Key element,Activity\nOne,1A,a\nOne,1A,b\nOne,1B,\n",
    FALSE,
    NULL,
    { "1A One", "1B One" },
    3 },
};

static GeoatImport *
read_list (const char *text, gboolean lines, const char *key_element, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) sheets = NULL;

  sheets = lines ? geoat_text_read (bytes, NULL, error) : geoat_csv_read (bytes, NULL, error);
  g_assert_no_error (*error);
  return geoat_import_new_list (geoat_framework_get_default (), sheets, key_element, NULL, error);
}

static void
test_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GeoatPlan) plan = review_fixture_create_plan ();
      g_autoptr (GeoatReview) review = NULL;
      GeoatImport *import = read_list (lists[i].list, lists[i].lines, lists[i].key_element, &error);
      GPtrArray *items;
      guint n_unplaced = 0;

      g_test_message ("%s", lists[i].list);
      g_assert_no_error (error);
      for (guint j = 0; j < geoat_import_get_cells (import)->len; j++)
        {
          const GeoatImportCell *cell = g_ptr_array_index (geoat_import_get_cells (import), j);

          n_unplaced += cell->state == GEOAT_IMPORT_UNPLACED;
        }
      g_assert_cmpuint (n_unplaced, ==, lists[i].n_unplaced);

      review = geoat_review_new (import, plan, NULL, NULL);
      items = geoat_review_get_items (review);
      for (guint j = 0; j < items->len; j++)
        {
          const GeoatReviewItem *item = g_ptr_array_index (items, j);
          const char *id = item->key_element < 0
                               ? "--"
                               : geoat_framework_get_key_element_id (geoat_framework_get_default (),
                                                                     (guint) item->key_element);
          g_autofree char *found = g_strdup_printf ("%s %s", id, item->text);

          g_assert_cmpstr (found, ==, lists[i].found[j]);
          g_assert_cmpint (item->choice, ==,
                           item->key_element < 0 ? GEOAT_REVIEW_LEAVE_OUT : GEOAT_REVIEW_ADD);
        }
      g_assert_null (lists[i].found[items->len]);
    }
}

/* What is no list is refused. */
static void
test_nothing (void)
{
  static const char *const nothing[] = { "", "\n\n", "1A\n1B\n", "Indicator\n", ",,\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", nothing[i]);
      g_assert_null (read_list (nothing[i], FALSE, "1A", &error));
      g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
    }
}

/* A plan with two indicators, and a review of a list for it. */
static void
begin (ReviewFixture *fixture, const char *list)
{
  g_autoptr (GeoatEntry) policy = geoat_entry_new ("1A", "", POLICY);
  g_autoptr (GeoatEntry) trained = geoat_entry_new ("2B", "", TRAINED);
  g_autoptr (GError) error = NULL;
  GeoatImport *import = read_list (list, TRUE, NULL, &error);

  g_assert_no_error (error);
  review_fixture_init (fixture);
  geoat_history_add_entry (fixture->history, policy, G_MAXUINT);
  geoat_history_add_entry (fixture->history, trained, G_MAXUINT);
  geoat_history_set_level (fixture->history, policy, 3);
  review_fixture_begin (fixture, import);
}

/* What a line is taken for, in a list for the plan; the first line is 1A. */
static const struct
{
  const char *line;
  GeoatReviewChoice choice;
  GeoatImportState state;
} lines[] = {
  { POLICY, GEOAT_REVIEW_UPDATE, GEOAT_IMPORT_MATCHED },
  { "A  WRITTEN policy exists ", GEOAT_REVIEW_UPDATE, GEOAT_IMPORT_MATCHED },
  { "A writen policy exists.", GEOAT_REVIEW_UPDATE, GEOAT_IMPORT_DOUBTFUL },
  { "2B: " POLICY, GEOAT_REVIEW_ADD, GEOAT_IMPORT_DOUBTFUL }, /* it is in another key element */
  { "Pay is equal", GEOAT_REVIEW_ADD, GEOAT_IMPORT_MATCHED },
};

static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      ReviewFixture fixture;
      g_autofree char *list = g_strdup_printf ("1A\n%s\n", lines[i].line);
      g_autofree char *after = NULL;

      g_test_message ("%s", lines[i].line);
      begin (&fixture, list);
      g_assert_cmpint (review_fixture_get_item (&fixture, 0)->choice, ==, lines[i].choice);
      g_assert_cmpint (review_fixture_get_item (&fixture, 0)->state, ==, lines[i].state);
      g_assert_cmpint (review_fixture_get_item (&fixture, 0)->reason != NULL, ==,
                       lines[i].state == GEOAT_IMPORT_DOUBTFUL);
      geoat_review_apply (fixture.review, fixture.history);
      after = review_fixture_write_plan (fixture.plan);
      if (lines[i].choice == GEOAT_REVIEW_ADD)
        g_assert_cmpuint (geoat_plan_get_n_entries (fixture.plan), ==, 3);
      else
        g_assert_cmpstr (after, ==, fixture.before);
      review_fixture_clear (&fixture);
    }
}

/* What the list says twice is added once, wherever it says its key element. */
static void
test_twice (void)
{
  ReviewFixture fixture;

  begin (&fixture, "Pay is equal\n1A\nPay is equal\nAnother\npay is  equal\n1B\nPay is equal\n");
  g_assert_cmpint (review_fixture_get_item (&fixture, 1)->choice, ==, GEOAT_REVIEW_ADD);
  g_assert_cmpint (review_fixture_get_item (&fixture, 3)->choice, ==, GEOAT_REVIEW_LEAVE_OUT);
  g_assert_nonnull (review_fixture_get_item (&fixture, 3)->reason);
  g_assert_cmpint (review_fixture_get_item (&fixture, 4)->choice, ==, GEOAT_REVIEW_ADD);
  g_assert_cmpuint (geoat_review_place_all (fixture.review, 0), ==, 1);
  g_assert_cmpint (review_fixture_get_item (&fixture, 0)->choice, ==, GEOAT_REVIEW_LEAVE_OUT);
  g_assert_cmpuint (geoat_review_place_all (fixture.review, 2), ==, 1);
  g_assert_cmpint (review_fixture_get_item (&fixture, 0)->choice, ==, GEOAT_REVIEW_ADD);
  geoat_review_apply (fixture.review, fixture.history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture.plan), ==, 6);
  review_fixture_clear (&fixture);
}

/* Which of them the plan has does not depend on whether the list says the key element, or somebody
 * afterwards; nor on the order. */
static void
test_place_all (void)
{
  for (int said = 0; said < 2; said++)
    {
      ReviewFixture fixture;

      begin (&fixture, said ? "1A\nA writen policy exists.\n" POLICY "\n"
                            : "A writen policy exists.\n" POLICY "\n");
      g_assert_cmpuint (geoat_review_place_all (fixture.review, 0), ==, said ? 0 : 2);
      g_assert_cmpint (review_fixture_get_item (&fixture, 0)->choice, ==, GEOAT_REVIEW_ADD);
      g_assert_cmpint (review_fixture_get_item (&fixture, 1)->choice, ==, GEOAT_REVIEW_UPDATE);
      review_fixture_clear (&fixture);
    }
}

/* All is one step; what was not wanted is not there. */
static void
test_one_step (void)
{
  ReviewFixture fixture;
  GeoatReviewCounts counts;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  begin (&fixture, "1A\nOne\nTwo\n" POLICY "\n2B\nThree\n");
  geoat_review_set_choice (fixture.review, 1, GEOAT_REVIEW_LEAVE_OUT);
  geoat_review_count (fixture.review, &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (counts.known, ==, 1);
  g_assert_cmpuint (counts.left_out, ==, 1);
  geoat_review_apply (fixture.review, fixture.history);
  after = review_fixture_write_plan (fixture.plan);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture.plan), ==, 4);
  g_assert_nonnull (strstr (after, "\"One\""));
  g_assert_null (strstr (after, "\"Two\""));
  g_assert_cmpstr (geoat_entry_get_key_element (geoat_plan_get_entry (fixture.plan, 3)), ==, "2B");
  geoat_history_undo (fixture.history);
  undone = review_fixture_write_plan (fixture.plan);
  g_assert_cmpstr (undone, ==, fixture.before);
  review_fixture_clear (&fixture);
}

/* A closed round takes no levels, but indicators. */
static void
test_closed_round (void)
{
  ReviewFixture fixture;
  g_autoptr (GDate) today = g_date_new_dmy (9, G_DATE_MARCH, 2026);

  begin (&fixture, "1A\nOne\n");
  geoat_history_close_round (fixture.history, today);
  geoat_review_apply (fixture.review, fixture.history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture.plan), ==, 3);
  review_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-list/read", test_read);
  g_test_add_func ("/indicator-list/nothing", test_nothing);
  g_test_add_func ("/indicator-list/known", test_known);
  g_test_add_func ("/indicator-list/twice", test_twice);
  g_test_add_func ("/indicator-list/place-all", test_place_all);
  g_test_add_func ("/indicator-list/one-step", test_one_step);
  g_test_add_func ("/indicator-list/closed-round", test_closed_round);
  return g_test_run ();
}
