/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Would fail when importing into a plan took one indicator for another, changed a cell that nobody
 * has agreed to, emptied one, lost one of the file without a word, or could not be undone. */

#include "config.h"

#include <string.h>

#include "geoat-csv-reader.h"
#include "geoat-wording.h"
#include "review-fixture.h"

#define HEADINGS                                                                                   \
  "GEOAT indicator,Strategic alignment,GEOAT evaluation scale,Current activities,Suggested "       \
  "forward activities,Units to involve,Timeline,Targets and monitoring indicators,Key "            \
  "element,Status,Reason,Notes,Remarks\n"

#define N_HEADINGS 13

static GeoatEntry *
add_entry (GeoatHistory *history,
           const char *key_element,
           const char *indicator,
           const char *alignment,
           GeoatLevel level,
           const char *activity,
           const char *units)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new (key_element, "", indicator);

  geoat_history_add_entry (history, entry, G_MAXUINT);
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT, alignment);
  geoat_history_set_level (history, entry, level);
  if (activity != NULL)
    {
      g_autoptr (GeoatAction) action = geoat_action_new_with_text (activity, units, "", "");

      geoat_history_add_action (history, entry, action, G_MAXUINT);
    }
  return entry;
}

/* A plan with three indicators, and a review of the rows for it. */
static void
begin (ReviewFixture *fixture, const char *rows)
{
  g_autofree char *text = g_strconcat (HEADINGS, rows, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  GeoatImport *import;

  review_fixture_init (fixture);
  add_entry (fixture->history, "1A", "A written policy exists", "Labour law", 2,
             "Write a second policy", "HR");
  add_entry (fixture->history, "1A", "Staff know the policy", "", GEOAT_LEVEL_NOT_ASSESSED, NULL,
             NULL);
  add_entry (fixture->history, "2B", "Managers are trained", "", 4, NULL, NULL);

  sheets = geoat_csv_read (bytes, NULL, &error);
  g_assert_no_error (error);
  import = geoat_import_new (geoat_framework_get_default (), sheets, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  review_fixture_begin (fixture, import);
}

static const struct
{
  const char *one;
  const char *other;
  gboolean same;
  gboolean near;
} wordings[] = {
  { "A written policy exists", "a  WRITTEN policy\nexists ", TRUE, TRUE },
  { "Égalité", "E\u0301galite\u0301", TRUE, TRUE },
  { "المساواة  بين", "المساواة بين", TRUE, TRUE },
  { "", " \t", TRUE, TRUE },
  { "A written policy exists", "A writen policy exists.", FALSE, TRUE },
  { "Staff are trained in equality", "All staff are trained in equality", FALSE, TRUE },
  { "A policy on harassment exists", "A policy on recruitment exists", FALSE, FALSE },
  { "A written policy exists", "", FALSE, FALSE },
  { "x", "y", FALSE, FALSE },
  { "ความเท่าเทียม", "ความเท่าเทียน", FALSE, TRUE },
};

static void
test_wording (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autoptr (GeoatWording) one = geoat_wording_new (wordings[i].one);
      g_autoptr (GeoatWording) other = geoat_wording_new (wordings[i].other);
      double near = geoat_wording_compare (one, other, GEOAT_WORDING_NEAR);

      g_assert_cmpint (geoat_wording_equal (one, other), ==, wordings[i].same);
      g_assert_cmpint (near >= GEOAT_WORDING_NEAR, ==, wordings[i].near);
      g_assert_cmpfloat (near, ==, geoat_wording_compare (other, one, GEOAT_WORDING_NEAR));
      g_assert_cmpfloat (near, <=, 1);
    }
}

/* Nobody's indicator is taken for its neighbour. */
static void
test_starter_indicators (void)
{
  GeoatFramework *framework = geoat_framework_get_default ();

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    for (guint j = 0; j < geoat_framework_get_n_indicators (framework, i); j++)
      for (guint k = 0; k < j; k++)
        {
          g_autoptr (GeoatWording) one =
              geoat_wording_new (geoat_framework_get_indicator_text (framework, i, j, "en"));
          g_autoptr (GeoatWording) other =
              geoat_wording_new (geoat_framework_get_indicator_text (framework, i, k, "en"));

          g_assert_cmpfloat (geoat_wording_compare (one, other, GEOAT_WORDING_NEAR), <,
                             GEOAT_WORDING_NEAR);
        }
}

/* What a row is taken for. */
static const struct
{
  const char *row;
  GeoatImportState state;
  GeoatReviewChoice choice;
  const char *candidate; /* its wording */
  guint n_differences;
} rows[] = {
  { "A written policy exists,,,,,,,,1A", GEOAT_IMPORT_MATCHED, GEOAT_REVIEW_UPDATE,
    "A written policy exists", 0 },
  { "A written policy exists ,Labour  law,2,,Write a second policy,HR,,,1A", GEOAT_IMPORT_MATCHED,
    GEOAT_REVIEW_UPDATE, "A written policy exists", 0 },
  { "A WRITTEN POLICY EXISTS,,,,,,,,1A", GEOAT_IMPORT_MATCHED, GEOAT_REVIEW_UPDATE,
    "A written policy exists", 1 },
  { "A writen policy exists,,,,,,,,1A", GEOAT_IMPORT_DOUBTFUL, GEOAT_REVIEW_UPDATE,
    "A written policy exists", 1 },
  { "A written policy exists,,,,,,,,1B", GEOAT_IMPORT_DOUBTFUL, GEOAT_REVIEW_ADD,
    "A written policy exists", 0 },
  { "Something else,,,,,,,,1A", GEOAT_IMPORT_MATCHED, GEOAT_REVIEW_ADD, NULL, 0 },
  { "A written policy exists,,,,,,,,", GEOAT_IMPORT_UNPLACED, GEOAT_REVIEW_LEAVE_OUT, NULL, 0 },
  { ",A law,,,,,,,1A", GEOAT_IMPORT_UNPLACED, GEOAT_REVIEW_LEAVE_OUT, NULL, 0 },
  { "Staff know the policy,Law,3,Yes,Tell them,HR,,,1A,,Because", GEOAT_IMPORT_MATCHED,
    GEOAT_REVIEW_UPDATE, "Staff know the policy", 5 },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ReviewFixture fixture;
      g_autofree char *text = g_strconcat (rows[i].row, "\nKnown to nobody,,,,,,,,6C\n", NULL);
      const GeoatReviewItem *item;

      g_test_message ("%s", rows[i].row);
      begin (&fixture, text);
      item = review_fixture_get_item (&fixture, 0);
      g_assert_cmpint (item->state, ==, rows[i].state);
      g_assert_cmpint (item->reason != NULL, ==, rows[i].state != GEOAT_IMPORT_MATCHED);
      g_assert_cmpint (item->choice, ==, rows[i].choice);
      g_assert_cmpstr (item->candidate_text, ==, rows[i].candidate);
      g_assert_cmpuint (item->differences->len, ==, rows[i].n_differences);
      review_fixture_clear (&fixture);
    }
}

/* What a cell of a known indicator does to the cell of the plan, when nobody has decided. */
static const struct
{
  const char *row;
  GeoatSourceColumn kind;
  const char *old_text;
  const char *new_text;
  gboolean doubtful;
} cells[] = {
  { "Staff know the policy,Law,,,,,,,1A", GEOAT_FIELD_ALIGNMENT, "", "Law", FALSE },
  { "A written policy exists,Law,,,,,,,1A", GEOAT_FIELD_ALIGNMENT, "Labour law", "Law", TRUE },
  { "Staff know the policy,,N/A,,,,,,1A", GEOAT_SOURCE_COLUMN_LEVEL, "", "N/A", FALSE },
  { "A written policy exists,,0,,,,,,1A", GEOAT_SOURCE_COLUMN_LEVEL, "2", "0", TRUE },
  { "A written policy exists,,,,write a second policy,,,,1A", GEOAT_FIELD_ACTIVITY,
    "Write a second policy", "write a second policy", TRUE },
  { "A written policy exists,,,,Write a second policy,IT,,,1A", GEOAT_FIELD_UNITS, "HR", "IT",
    TRUE },
  { "A written policy exists,,,,Write a second policy,,May,,1A", GEOAT_FIELD_TIMELINE, "", "May",
    FALSE },
  { "A written policy exists,,,,Write a second policy,,,,1A,Done", GEOAT_FIELD_STATUS, "planned",
    "done", FALSE },
  { "A written policy exists,,,,Train everyone,IT,,,1A", GEOAT_FIELD_ACTIVITY, "",
    "Train everyone\nIT", FALSE },
  { "A written policy exists,,,,,,,,1A,,Because", GEOAT_SOURCE_COLUMN_REASON, "", "Because",
    FALSE },
  { "A written policy exists,,,,,,,,1A,,,Note,Kept", GEOAT_FIELD_NOTES, "", "Note\nRemarks: Kept",
    FALSE },
};

static void
test_cells (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      ReviewFixture fixture;
      g_autofree char *after = NULL;
      const GeoatReviewDifference *difference;

      g_test_message ("%s", cells[i].row);
      begin (&fixture, cells[i].row);
      g_assert_cmpuint (review_fixture_get_item (&fixture, 0)->differences->len, ==, 1);
      difference = g_ptr_array_index (review_fixture_get_item (&fixture, 0)->differences, 0);
      g_assert_cmpint (difference->kind, ==, cells[i].kind);
      g_assert_cmpstr (difference->old_text, ==, cells[i].old_text);
      g_assert_cmpstr (difference->new_text, ==, cells[i].new_text);
      g_assert_cmpint (difference->doubtful, ==, cells[i].doubtful);
      g_assert_cmpint (difference->accepted, ==, !cells[i].doubtful);

      geoat_review_apply (fixture.review, fixture.history);
      after = review_fixture_write_plan (fixture.plan);
      if (cells[i].doubtful)
        g_assert_cmpstr (after, ==, fixture.before);
      else
        g_assert_cmpstr (after, !=, fixture.before);
      review_fixture_clear (&fixture);
    }
}

#define MANY_ROWS                                                                                  \
  "A written policy exists,Law,5,Yes,Write a second policy,IT,May,Two,1A,Done,Because,Note,Kept\n" \
  "A written policy exists,Law,5,Yes,Another,,,,1A\n"                                              \
  "Staff knows the policy,,,,,,,,1A\n"                                                             \
  "Quite new,,3,,Begin,,,,4A\n"

/* All is one step, and undoing leads back to the same bytes, redoing to the others. */
static void
test_one_step (void)
{
  static const char *const said[] = { "\"Law\"",  "\"Yes\"",   "\"IT\"",    "\"May\"",
                                      "\"Two\"",  "\"done\"",  "\"Because", "\"Another\"",
                                      "Note\\n",  "Remarks: ", "knows",     "Quite new",
                                      "\"Begin\"" };
  ReviewFixture fixture;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  begin (&fixture, MANY_ROWS);
  while (geoat_history_can_undo (fixture.history))
    geoat_history_undo (fixture.history);
  while (geoat_history_can_redo (fixture.history))
    geoat_history_redo (fixture.history);
  before = review_fixture_write_plan (fixture.plan);

  geoat_review_accept_all (fixture.review);
  geoat_review_apply (fixture.review, fixture.history);
  after = review_fixture_write_plan (fixture.plan);
  g_assert_cmpstr (geoat_history_get_undo_name (fixture.history), ==, "Import");
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    g_assert_nonnull (strstr (after, said[i]));

  geoat_history_undo (fixture.history);
  undone = review_fixture_write_plan (fixture.plan);
  g_assert_cmpstr (undone, ==, before);
  geoat_history_redo (fixture.history);
  redone = review_fixture_write_plan (fixture.plan);
  g_assert_cmpstr (redone, ==, after);
  review_fixture_clear (&fixture);
}

/* What has been decided is done, and each cell says what became of it. */
static void
test_decisions (void)
{
  ReviewFixture fixture;
  GeoatReviewCounts counts;
  g_autofree char *after = NULL;
  const char *reason;

  begin (&fixture, "A writen policy exists,Law,,,,,,,1A\n"
                   "No element,Lost law,3,,,,,,\n"
                   "Another new one,,,,,,,,1A\n"
                   "Managers are trained,,,,,,,,2B\n"
                   "Managers are trained,Twice,,,,,,,2B\n");
  geoat_review_count (fixture.review, &counts);
  g_assert_cmpuint (counts.doubtful, ==, 2); /* two cells of the first row */
  g_assert_cmpuint (counts.unplaced, ==, 7); /* the second row, and the last one */
  g_assert_cmpuint (counts.matched, ==, N_HEADINGS + 4);
  g_assert_cmpuint (counts.added, ==, 1);
  g_assert_cmpuint (counts.changes, ==, 0);
  g_assert_cmpuint (counts.left_out, ==, 2);
  g_assert_cmpint (review_fixture_get_item (&fixture, 4)->state, ==, GEOAT_IMPORT_DOUBTFUL);

  g_assert_cmpint (geoat_review_get_cell_state (fixture.review, N_HEADINGS + 3, &reason), ==,
                   GEOAT_IMPORT_UNPLACED);
  g_assert_nonnull (reason);
  geoat_review_set_choice (fixture.review, 0, GEOAT_REVIEW_ADD);
  g_assert_cmpint (geoat_review_get_cell_state (fixture.review, N_HEADINGS, &reason), ==,
                   GEOAT_IMPORT_MATCHED);
  geoat_review_set_key_element (fixture.review, 1, 3);
  g_assert_cmpint (review_fixture_get_item (&fixture, 1)->choice, ==, GEOAT_REVIEW_ADD);
  geoat_review_set_choice (fixture.review, 2, GEOAT_REVIEW_LEAVE_OUT);
  geoat_review_set_key_element (fixture.review, 4, -1);
  geoat_review_count (fixture.review, &counts);
  g_assert_cmpuint (counts.added, ==, 2);
  g_assert_cmpuint (counts.left_out, ==, 2);
  g_assert_cmpint (geoat_review_get_cell_state (fixture.review, N_HEADINGS + 3, &reason), ==,
                   GEOAT_IMPORT_MATCHED);

  geoat_review_apply (fixture.review, fixture.history);
  after = review_fixture_write_plan (fixture.plan);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture.plan), ==, 5);
  g_assert_nonnull (strstr (after, "A writen policy exists"));
  g_assert_nonnull (strstr (after, "Lost law"));
  g_assert_null (strstr (after, "Another new one"));
  g_assert_null (strstr (after, "Twice"));
  review_fixture_clear (&fixture);
}

/* A row that gets its key element later is recognised there too. */
static void
test_placed_later (void)
{
  ReviewFixture fixture;

  begin (&fixture, "Staff know the policy,Law,,,,,,,\nA note,,,,,,,,6A\n");
  geoat_review_set_key_element (fixture.review, 0, 0);
  g_assert_cmpint (review_fixture_get_item (&fixture, 0)->choice, ==, GEOAT_REVIEW_UPDATE);
  geoat_review_apply (fixture.review, fixture.history);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (geoat_plan_get_entry (fixture.plan, 1)),
                                        GEOAT_FIELD_ALIGNMENT),
                   ==, "Law");
  review_fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/wording", test_wording);
  g_test_add_func ("/review/starter-indicators", test_starter_indicators);
  g_test_add_func ("/review/rows", test_rows);
  g_test_add_func ("/review/cells", test_cells);
  g_test_add_func ("/review/one-step", test_one_step);
  g_test_add_func ("/review/decisions", test_decisions);
  g_test_add_func ("/review/placed-later", test_placed_later);
  return g_test_run ();
}
