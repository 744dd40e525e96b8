/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview is right: what it says goes out is in the file, and what it says does not is not. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "geoat-preview.h"

#include <string.h>

#include "geoat-history.h"
#include "geoat-plan-reader.h"
#include "geoat-sharing.h"

/* Every text is a word of its own that begins with "zq". */
static const char plan_text[] =
    "{ \"format\": \"geoat-plan\", \"version\": 1, \"id\": \"p1\", \"framework\": \"geoat-2023\","
    "  \"language\": \"en\", \"title\": \"zqtitle\", \"classification\": \"zqclass\","
    "  \"administration\": { \"name\": \"zqadministration\", \"country\": \"zqcountry\" },"
    "  \"target_levels\": { \"by\": \"2031-01-01\", \"principles\": { \"1\": 4 } },"
    "  \"working_group\": ["
    "    { \"id\": \"m1\", \"name\": \"zqname\", \"unit\": \"zqunit\", \"role\": \"zqrole\" } ],"
    "  \"rounds\": ["
    "    { \"id\": \"r1\", \"title\": \"zqfirst\", \"opened\": \"2021-01-01\","
    "      \"closed\": \"2021-02-01\" },"
    "    { \"id\": \"r2\", \"title\": \"zqsecond\", \"opened\": \"2023-01-01\" } ],"
    "  \"entries\": ["
    "    { \"id\": \"e1\", \"key_element\": \"1A\", \"source\": \"zqsource\","
    "      \"indicator\": \"zqindicator\", \"alignment\": \"zqalignment\","
    "      \"ratings\": {"
    "        \"r1\": { \"level\": 1, \"reason\": \"zqoldreason\", \"indicator\": \"zqoldwording\","
    "          \"current_activities\": \"zqoldcurrent\" },"
    "        \"r2\": { \"level\": \"na\", \"reason\": \"zqreason\" } },"
    "      \"current_activities\": \"zqcurrent\", \"notes\": \"zqnotes\","
    "      \"actions\": ["
    "        { \"id\": \"a1\", \"activity\": \"zqactivity\", \"units\": \"zqresources\","
    "          \"lead\": \"zqlead\", \"timeline\": \"zqtimeline\", \"due\": \"2032-02-01\","
    "          \"targets\": \"zqtargets\", \"status\": \"done\", \"progress\": \"zqprogress\" },"
    "        { \"id\": \"a2\", \"activity\": \"zqdropped\", \"status\": \"dropped\" } ] },"
    "    { \"id\": \"e2\", \"key_element\": \"4B\", \"indicator\": \"zqlater\","
    "      \"since\": \"r2\", \"ratings\": { \"r2\": { \"level\": 3, \"reason\": \"zqwhy\" } },"
    "      \"actions\": [ { \"id\": \"a3\", \"activity\": \"zqnext\","
    "        \"start\": \"2033-01-01\", \"status\": \"planned\" },"
    "        { \"id\": \"a4\", \"activity\": \"zqoverdue\", \"lead\": \"zqwho\","
    "        \"timeline\": \"zqsoon\", \"due\": \"2025-12-01\", \"status\": \"planned\" } ] },"
    "    { \"id\": \"e4\", \"key_element\": \"5A\", \"indicator\": \"zqplain\" },"
    "    { \"id\": \"e3\", \"key_element\": \"6C\", \"indicator\": \"zqretired\","
    "      \"ratings\": { \"r1\": { \"level\": 0 } }, \"retired\": \"r2\" } ] }";

static const char *const choices[] = {
  "",         "notes",     "reasons",        "working_group", "lead",           "title",
  "activity", "indicator", "round:r1",       "principle:4",   "key_element:1A", "status:dropped",
  "level",    "source",    "classification", "alignment",     "units",          "administration",
};

static GeoatPlan *
read_plan (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (plan_text, strlen (plan_text));
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  return &today;
}

static GPtrArray *
create_lines (GeoatPlan *plan, GeoatPlan *copy, const GeoatFormat *format, gboolean without_charts)
{
  const GeoatExportOptions options = {
    .round = geoat_plan_get_last_round (copy),
    .today = get_today (),
    .without_charts = without_charts,
  };

  return geoat_preview_new (plan, copy, format, &options, "en");
}

/* The file, with the lines of a calendar put together. */
static char *
export_plan (GeoatPlan *plan, const GeoatFormat *format)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pieces = NULL;
  GeoatExportOptions options = { .without_charts = TRUE, .today = get_today () };

  g_assert_true (format->export(plan, &options, stream, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
  pieces = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", pieces);
}

/* Looks for every word of the lines in the file. */
static void
compare (GPtrArray *lines, const char *file, const char *what)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GeoatPreviewLine *line = g_ptr_array_index (lines, i);
      g_auto (GStrv) words = g_strsplit (line->text, " · ", -1);

      for (gsize j = 0; words[j] != NULL; j++)
        if (g_str_has_prefix (words[j], "zq") &&
            (strstr (file, words[j]) != NULL) != (line->state == GEOAT_PREVIEW_GOES))
          {
            g_test_message ("%s: “%s” is said to be %s", what, words[j],
                            line->state == GEOAT_PREVIEW_GOES ? "in it" : "not in it");
            g_test_fail ();
          }
    }
}

/* The plan after its last round was closed, and two texts changed since. */
static GeoatPlan *
read_closed_plan (void)
{
  GeoatPlan *plan = read_plan ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatItem *entry = GEOAT_ITEM (geoat_plan_get_entry (plan, 0));

  geoat_history_close_round (history, get_today ());
  geoat_history_set_text (history, entry, GEOAT_FIELD_INDICATOR, "zqreworded");
  geoat_history_set_text (history, entry, GEOAT_FIELD_CURRENT_ACTIVITIES, "zqsince");
  return plan;
}

static void
compare_formats (GeoatPlan *plan)
{
  guint n_formats, n_compared = 0;
  const GeoatFormat *formats = geoat_format_get_all (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (choices) && formats[i].text; j++)
      {
        const char *left_out[] = { choices[j], NULL };
        g_autoptr (GeoatSharing) sharing = geoat_sharing_new (left_out);
        g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
        g_autoptr (GPtrArray) lines = create_lines (plan, copy, &formats[i], TRUE);
        g_autofree char *file = export_plan (copy, &formats[i]);
        g_autofree char *what = g_strdup_printf ("%s without “%s”", formats[i].id, choices[j]);

        compare (lines, file, what);
        n_compared++;
      }
  g_assert_cmpuint (n_compared, ==, 4 * G_N_ELEMENTS (choices));
}

static const GeoatPreviewLine *
find_line (GPtrArray *lines, const char *text)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const GeoatPreviewLine *line = g_ptr_array_index (lines, i);

      if (g_str_equal (line->text, text))
        return line;
    }
  return NULL;
}

static void
test_is_what_goes_out (void)
{
  g_autoptr (GeoatPlan) plan = read_plan ();

  compare_formats (plan);
}

static void
test_closed_round (void)
{
  g_autoptr (GeoatPlan) plan = read_closed_plan ();
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  g_autoptr (GPtrArray) lines = create_lines (plan, copy, geoat_format_find ("docx"), FALSE);
  g_autoptr (GPtrArray) all = create_lines (plan, copy, geoat_format_find ("json"), FALSE);

  compare_formats (plan);

  /* A document has the wording of its round; the plan itself has that and the present one. */
  g_assert_cmpint (find_line (lines, "zqindicator")->kind, ==, GEOAT_PREVIEW_ENTRY);
  g_assert_nonnull (find_line (lines, "zqcurrent"));
  g_assert_null (find_line (lines, "zqreworded"));
  g_assert_null (find_line (lines, "zqsince"));
  g_assert_cmpint (find_line (all, "zqreworded")->kind, ==, GEOAT_PREVIEW_ENTRY);
  g_assert_nonnull (find_line (all, "zqindicator"));
  g_assert_nonnull (find_line (all, "zqsince"));
  g_assert_nonnull (find_line (all, "zqcurrent"));
}

/* Everything that the plan says has a line, whether it goes out or not. */
static void
test_lists_all (void)
{
  g_autoptr (GeoatPlan) plan = read_plan ();
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  const GeoatFormat *format = geoat_format_find ("json");
  g_autoptr (GPtrArray) lines = create_lines (plan, copy, format, FALSE);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GeoatPreviewLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpstr (line->title, !=, "");
      g_assert_cmpint (line->state, ==, GEOAT_PREVIEW_GOES);
      g_string_append_printf (all, "%s|", line->text);
    }
  for (const char *word = strstr (plan_text, "\"zq"); word != NULL;
       word = strstr (word + 1, "\"zq"))
    {
      g_autofree char *text = g_strndup (word + 1, strcspn (word + 1, "\""));

      if (strstr (all->str, text) == NULL)
        {
          g_test_message ("%s is not listed", text);
          g_test_fail ();
        }
    }
}

/* Of what does not go out at all there is one line that says so. */
static void
test_states (void)
{
  static const struct
  {
    const char *format;
    const char *left_out;
    gboolean without_charts;
    const char *text;
    GeoatPreviewState state;
  } cases[] = {
    { "json", "key_element:4B", FALSE, "1 indicator", GEOAT_PREVIEW_LEFT_OUT },
    { "json", "round:r1", FALSE, "zqfirst · 2021-01-01 to 2021-02-01", GEOAT_PREVIEW_LEFT_OUT },
    { "json", "", FALSE, "zqfirst · 2021-01-01 to 2021-02-01", GEOAT_PREVIEW_GOES },
    { "html", "", FALSE, "zqfirst, 1 January 2021 to 1 February 2021", GEOAT_PREVIEW_CHARTS },
    { "html", "", TRUE, "zqfirst, 1 January 2021 to 1 February 2021", GEOAT_PREVIEW_NO_PLACE },
    { "html", "", FALSE, "4 · advanced", GEOAT_PREVIEW_CHARTS },
    { "summary", "", TRUE, "zqfirst, 1 January 2021 to 1 February 2021", GEOAT_PREVIEW_CHARTS },
    { "csv", "", FALSE, "zqnotes", GEOAT_PREVIEW_NO_PLACE },
    { "csv", "notes", FALSE, "zqnotes", GEOAT_PREVIEW_LEFT_OUT },
    { "csv", "", FALSE, "zqretired", GEOAT_PREVIEW_NO_PLACE },
    { "csv", "round:r1", FALSE, "1 indicator", GEOAT_PREVIEW_GOES },
    { "ics", "", FALSE, "zqdropped", GEOAT_PREVIEW_NO_PLACE },
    { "ics", "", FALSE, "zqplain", GEOAT_PREVIEW_NO_PLACE },
    { "json", "", FALSE, "Done", GEOAT_PREVIEW_GOES },
    { "summary", "", FALSE, "zqoverdue", GEOAT_PREVIEW_GOES },
    { "summary", "", FALSE, "1 Dec 2025", GEOAT_PREVIEW_GOES },
    { "summary", "", FALSE, "zqsoon", GEOAT_PREVIEW_NO_PLACE },
    { "summary", "", FALSE, "zqwho", GEOAT_PREVIEW_NO_PLACE },
    { "summary", "lead", FALSE, "zqwho", GEOAT_PREVIEW_LEFT_OUT },
    { "summary", "", FALSE, "zqnext", GEOAT_PREVIEW_NO_PLACE },
    { "summary", "", FALSE, "zqactivity", GEOAT_PREVIEW_NO_PLACE },
    { "summary", "activity", FALSE, "zqoverdue", GEOAT_PREVIEW_LEFT_OUT },
  };
  g_autoptr (GeoatPlan) plan = read_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *left_out[] = { cases[i].left_out, NULL };
      g_autoptr (GeoatSharing) sharing = geoat_sharing_new (left_out);
      g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
      g_autoptr (GPtrArray) lines =
          create_lines (plan, copy, geoat_format_find (cases[i].format), cases[i].without_charts);
      const GeoatPreviewLine *line = NULL;

      g_test_message ("%s without “%s”: “%s”", cases[i].format, cases[i].left_out, cases[i].text);
      for (guint j = 0; j < lines->len && line == NULL; j++)
        {
          const GeoatPreviewLine *one = g_ptr_array_index (lines, j);

          if (g_str_equal (one->text, cases[i].text) && one->state == cases[i].state)
            line = one;
        }
      g_assert_nonnull (line);
    }
}

/* Of more activities that are overdue than there is room for on the page, those go out that the
 * page has: the longest overdue. */
static void
test_as_many_as_fit (void)
{
  g_autoptr (GeoatPlan) plan = read_plan ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autoptr (GeoatPlan) copy = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GeoatEntry *entry = geoat_plan_get_entry (plan, 0);
  guint n_going = 0;
  gboolean ended = FALSE;

  for (guint i = 0; i < 66; i++)
    {
      g_autofree char *text = g_strdup_printf ("late %u", i);
      g_autofree char *day = g_strdup_printf ("19%02u-01-31", 10 + i);
      g_autoptr (GeoatAction) action = geoat_action_new_with_text (text, "", "", "");

      geoat_history_add_action (history, entry, action, G_MAXUINT);
      geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, day);
    }
  copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  lines = create_lines (plan, copy, geoat_format_find ("summary"), FALSE);
  for (guint i = 0; i < 66; i++)
    {
      g_autofree char *text = g_strdup_printf ("late %u", i);
      gboolean goes = find_line (lines, text)->state == GEOAT_PREVIEW_GOES;

      g_assert_false (goes && ended);
      ended = !goes;
      n_going += goes;
    }
  g_assert_cmpuint (n_going, >, 2);
  g_assert_cmpuint (n_going, <, 20);
}

static void
test_equal (void)
{
  g_autoptr (GeoatPlan) plan = read_plan ();
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  g_autoptr (GPtrArray) all = create_lines (plan, copy, geoat_format_find ("json"), FALSE);
  g_autoptr (GPtrArray) same = create_lines (plan, copy, geoat_format_find ("json"), TRUE);
  g_autoptr (GPtrArray) other = create_lines (plan, copy, geoat_format_find ("docx"), FALSE);

  g_assert_true (
      geoat_preview_line_equal (find_line (all, "zqnotes"), find_line (same, "zqnotes")));
  g_assert_false (
      geoat_preview_line_equal (find_line (all, "zqsource"), find_line (other, "zqsource")));
  g_assert_false (
      geoat_preview_line_equal (find_line (all, "zqsource"), find_line (all, "zqnotes")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/preview/is-what-goes-out", test_is_what_goes_out);
  g_test_add_func ("/preview/closed-round", test_closed_round);
  g_test_add_func ("/preview/lists-all", test_lists_all);
  g_test_add_func ("/preview/states", test_states);
  g_test_add_func ("/preview/as-many-as-fit", test_as_many_as_fit);
  g_test_add_func ("/preview/equal", test_equal);
  return g_test_run ();
}
