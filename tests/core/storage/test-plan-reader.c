/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a file, and where: nothing broken gets in. */

#include <string.h>
#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "geoat-error.h"
#include "geoat-list-kind.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"

/* Small but with something everywhere. */
static const char plan_text[] =
    "{\"format\":\"geoat-plan\",\"version\":1,\"id\":\"p1\",\"framework\":\"geoat-2023\","
    "\"language\":\"en\",\"title\":\"T\",\"classification\":\"C\","
    "\"administration\":{\"name\":\"N\",\"country\":\"L\",\"fiscal_year_start\":7},"
    "\"target_levels\":{\"by\":\"2027-12-31\",\"principles\":{\"1\":4,\"6\":3}},"
    "\"working_group\":[{\"id\":\"m1\",\"name\":\"A\",\"unit\":\"B\",\"role\":\"C\"},"
    "{\"id\":\"m2\",\"name\":\"\"}],"
    "\"rounds\":[{\"id\":\"r1\",\"title\":\"One\",\"opened\":\"2024-02-29\",\"closed\":"
    "\"2024-03-01\"},{\"id\":\"r2\",\"title\":\"Two\",\"opened\":\"2025-01-01\"}],"
    "\"left_out\":[\"notes\"],"
    "\"entries\":["
    "{\"id\":\"e1\",\"key_element\":\"1A\",\"source\":\"geoat-2023/1A.01\",\"indicator\":\"I\","
    "\"alignment\":\"A\",\"ratings\":{\"r1\":{\"level\":0,\"indicator\":\"old\","
    "\"current_activities\":\"older\"},\"r2\":{\"level\":\"na\",\"reason\":\"R\",\"carried\":true}}"
    ","
    "\"current_activities\":\"C\",\"target_level\":5,\"notes\":\"N\",\"since\":\"r1\","
    "\"retired\":\"r2\","
    "\"actions\":[{\"id\":\"a1\",\"activity\":\"A\",\"units\":\"U\",\"lead\":\"L\","
    "\"timeline\":\"T\",\"start\":\"2025-01-01\",\"due\":\"2025-06-30\",\"targets\":\"T\","
    "\"status\":\"in-progress\",\"completed\":\"2025-06-29\",\"progress\":\"P\"},"
    "{\"id\":\"a2\",\"status\":\"dropped\"}]},"
    "{\"id\":\"e2\",\"key_element\":\"6C\",\"indicator\":\"\",\"actions\":[{\"id\":\"a3\","
    "\"status\":\"done\"}]}]}";

typedef struct
{
  const char *name;
  const char *old; /* replaced once, where it is first found; NULL: all of it */
  const char *new;
  const char *message;
  int code;
} Case;

#define INVALID GEOAT_ERROR_INVALID
#define SYNTAX GEOAT_ERROR_SYNTAX
#define EVERYTHING NULL

/* clang-format off */
static const Case cases[] = {
  /* not JSON */
  { "empty", EVERYTHING, "", "line 1, column 1: the file is empty", SYNTAX },
  { "not JSON", EVERYTHING, "GEOAT", "line 1, column 1: a value is missing", SYNTAX },
  { "duplicate member name", "\"title\":\"T\"", "\"title\":\"T\",\"title\":\"T\"", "line 1, column 99 (/title): this name is there twice", SYNTAX },
  { "comment", "\"version\":1", "\"version\":1/* one */", "line 1, column 35: a comment is not allowed", SYNTAX },
  { "single quotes", "\"p1\"", "'p1'", "line 1, column 41 (/id): a text must stand in double quotes", SYNTAX },
  { "null character", "\"p1\"", "\"\\u0000\"", "line 1, column 42 (/id): “\\u0000” is not allowed", SYNTAX },

  /* not a plan */
  { "a list", EVERYTHING, "[]", "an object is expected here, not a list", INVALID },
  { "a number", EVERYTHING, "7", "an object is expected here, not 7", INVALID },
  { "some other object", EVERYTHING, "{\"a\":1}", "/format: this member is missing", INVALID },
  { "another format", "geoat-plan", "x", "/format: this is not a GEOAT plan: “geoat-plan” is expected here, not “x”", INVALID },
  { "a newer version", "\"version\":1", "\"version\":2", "/version: this plan needs a newer version of the program: the version of its format is 2, this program knows up to 1", GEOAT_ERROR_VERSION },
  { "a much newer version", "\"version\":1", "\"version\":9000000000000000000", "/version: this plan needs a newer version of the program: the version of its format is 9000000000000000000, this program knows up to 1", GEOAT_ERROR_VERSION },
  { "version 0", "\"version\":1", "\"version\":0", "/version: 0 is not a version of the format", INVALID },
  { "version as text", "\"version\":1", "\"version\":\"1\"", "/version: “1” is not a version of the format", INVALID },
  { "half a version", "\"version\":1", "\"version\":1.5", "/version: 1.5 is not a version of the format", INVALID },
  { "no version", "\"version\":1,", "", "/version: this member is missing", INVALID },

  /* the plan */
  { "no id", "\"id\":\"p1\",", "", "/id: this member is missing", INVALID },
  { "id with a space", "\"p1\"", "\"p 1\"", "/id: “p 1” is not a valid id", INVALID },
  { "empty id", "\"p1\"", "\"\"", "/id: “” is not a valid id", INVALID },
  { "id of another type", "\"p1\"", "1", "/id: a text is expected here, not 1", INVALID },
  { "long id", "\"p1\"", "\"1234567890123456789012345678901234567890123456789012345678901234x\"", "/id: “1234567890123456789012345678901234567890123456789012345678901234x” is not a valid id", INVALID },
  { "unknown framework", "geoat-2023", "geoat-1066", "/framework: there is no framework with the id “geoat-1066”", INVALID },
  { "no framework", "\"framework\":\"geoat-2023\",", "", "/framework: this member is missing", INVALID },
  { "no language", "\"language\":\"en\",", "", "/language: this member is missing", INVALID },
  { "no language tag", "\"en\"", "\"English please\"", "/language: “English please” is not a language tag", INVALID },
  { "title of another type", "\"title\":\"T\"", "\"title\":[\"T\"]", "/title: a text is expected here, not a list", INVALID },
  { "null", "\"title\":\"T\"", "\"title\":null", "/title: a text is expected here, not null", INVALID },
  { "no administration", "\"administration\":{", "\"x\":{", "/administration: this member is missing", INVALID },
  { "administration of another type", "{\"name\":\"N\",\"country\":\"L\",\"fiscal_year_start\":7}", "\"N\"", "/administration: an object is expected here, not “N”", INVALID },
  { "administration without a name", "\"name\":\"N\",", "", "/administration/name: this member is missing", INVALID },
  { "month 13", "\"fiscal_year_start\":7", "\"fiscal_year_start\":13", "/administration/fiscal_year_start: 13 is not a month from 1 to 12", INVALID },
  { "month 0", "\"fiscal_year_start\":7", "\"fiscal_year_start\":0", "/administration/fiscal_year_start: 0 is not a month from 1 to 12", INVALID },
  { "month as text", "\"fiscal_year_start\":7", "\"fiscal_year_start\":\"July\"", "/administration/fiscal_year_start: “July” is not a month from 1 to 12", INVALID },
  { "target date", "2027-12-31", "31.12.2027", "/target_levels/by: “31.12.2027” is not a date", INVALID },
  { "target for no principle", "\"6\":3", "\"7\":3", "/target_levels/principles/7: this is not a principle of the framework", INVALID },
  { "target 6", "\"6\":3", "\"6\":6", "/target_levels/principles/6: 6 is not a level", INVALID },
  { "target N/A", "\"6\":3", "\"6\":\"na\"", "/target_levels/principles/6: “na” is not a level", INVALID },
  { "targets as a list", "{\"1\":4,\"6\":3}", "[4,3]", "/target_levels/principles: an object is expected here, not a list", INVALID },
  { "left out of another type", "[\"notes\"]", "\"notes\"", "/left_out: a list is expected here, not “notes”", INVALID },
  { "left out nothing", "[\"notes\"]", "[\"notes\",\"\"]", "/left_out/1: this text is empty", INVALID },

  /* working group and rounds */
  { "working group of another type", "\"working_group\":[", "\"working_group\":true,\"x\":[", "/working_group: a list is expected here, not true", INVALID },
  { "member of another type", "{\"id\":\"m2\",\"name\":\"\"}", "\"m2\"", "/working_group/1: an object is expected here, not “m2”", INVALID },
  { "member twice", "\"m2\"", "\"m1\"", "/working_group/1/id: the id “m1” is there twice", INVALID },
  { "member without a name", ",\"name\":\"\"", "", "/working_group/1/name: this member is missing", INVALID },
  { "no rounds", "\"rounds\":", "\"x\":", "/rounds: this member is missing", INVALID },
  { "round twice", "\"id\":\"r2\"", "\"id\":\"r1\"", "/rounds/1/id: the id “r1” is there twice", INVALID },
  { "round without an id", "\"id\":\"r2\",", "", "/rounds/1/id: this member is missing", INVALID },
  { "round without a title", "\"title\":\"Two\",", "", "/rounds/1/title: this member is missing", INVALID },
  { "round that was never opened", ",\"opened\":\"2025-01-01\"", "", "/rounds/1/opened: this member is missing", INVALID },
  { "February 30", "2024-02-29", "2024-02-30", "/rounds/0/opened: “2024-02-30” is not a date", INVALID },
  { "no leap year", "2024-02-29", "2023-02-29", "/rounds/0/opened: “2023-02-29” is not a date", INVALID },
  { "empty date", "2024-03-01", "", "/rounds/0/closed: “” is not a date", INVALID },
  { "month 13 in a date", "2024-03-01", "2024-13-01", "/rounds/0/closed: “2024-13-01” is not a date", INVALID },
  { "time stamp", "2024-03-01", "2024-03-01T00:00:00Z", "/rounds/0/closed: “2024-03-01T00:00:00Z” is not a date", INVALID },

  /* entries */
  { "no entries", "\"entries\":", "\"x\":", "/entries: this member is missing", INVALID },
  { "entries of another type", "\"entries\":[", "\"entries\":3,\"x\":[", "/entries: a list is expected here, not 3", INVALID },
  { "entry twice", "\"id\":\"e2\"", "\"id\":\"e1\"", "/entries/1/id: the id “e1” is there twice", INVALID },
  { "entry without an id", "\"id\":\"e2\",", "", "/entries/1/id: this member is missing", INVALID },
  { "unknown key element", "\"6C\"", "\"6D\"", "/entries/1/key_element: “6D” is not a key element of the framework", INVALID },
  { "principle as key element", "\"6C\"", "\"6\"", "/entries/1/key_element: “6” is not a key element of the framework", INVALID },
  { "empty key element", "\"6C\"", "\"\"", "/entries/1/key_element: “” is not a key element of the framework", INVALID },
  { "no key element", "\"key_element\":\"6C\",", "", "/entries/1/key_element: this member is missing", INVALID },
  { "no indicator", "\"indicator\":\"\",", "", "/entries/1/indicator: this member is missing", INVALID },
  { "indicator of another type", "\"indicator\":\"\"", "\"indicator\":{}", "/entries/1/indicator: a text is expected here, not an object", INVALID },
  { "target level 7", "\"target_level\":5", "\"target_level\":7", "/entries/0/target_level: 7 is not a level", INVALID },
  { "target level N/A", "\"target_level\":5", "\"target_level\":\"na\"", "/entries/0/target_level: “na” is not a level", INVALID },
  { "since no round", "\"since\":\"r1\"", "\"since\":\"r3\"", "/entries/0/since: there is no round with the id “r3”", INVALID },
  { "retired in no round", "\"retired\":\"r2\"", "\"retired\":\"\"", "/entries/0/retired: there is no round with the id “”", INVALID },

  /* ratings */
  { "ratings of another type", "\"ratings\":{", "\"ratings\":[],\"x\":{", "/entries/0/ratings: an object is expected here, not a list", INVALID },
  { "rating in no round", "\"r2\":{", "\"r9\":{", "/entries/0/ratings/r9: there is no round with this id", INVALID },
  { "rating of another type", "{\"level\":\"na\",\"reason\":\"R\",\"carried\":true}", "3", "/entries/0/ratings/r2: an object is expected here, not 3", INVALID },
  { "level 7", "\"level\":0", "\"level\":7", "/entries/0/ratings/r1/level: 7 is not a level", INVALID },
  { "level 6", "\"level\":0", "\"level\":6", "/entries/0/ratings/r1/level: 6 is not a level", INVALID },
  { "level -1", "\"level\":0", "\"level\":-1", "/entries/0/ratings/r1/level: -1 is not a level", INVALID },
  { "level 2.5", "\"level\":0", "\"level\":2.5", "/entries/0/ratings/r1/level: 2.5 is not a level", INVALID },
  { "level 1e300", "\"level\":0", "\"level\":1e300", "/entries/0/ratings/r1/level: 1e+300 is not a level", INVALID },
  { "level as text", "\"level\":0", "\"level\":\"0\"", "/entries/0/ratings/r1/level: “0” is not a level", INVALID },
  { "level N/A", "\"level\":0", "\"level\":\"N/A\"", "/entries/0/ratings/r1/level: “N/A” is not a level", INVALID },
  { "level null", "\"level\":0", "\"level\":null", "/entries/0/ratings/r1/level: null is not a level", INVALID },
  { "level true", "\"level\":0", "\"level\":true", "/entries/0/ratings/r1/level: true is not a level", INVALID },
  { "rating without a level", "\"level\":0,", "", "/entries/0/ratings/r1/level: this member is missing", INVALID },
  { "reason of another type", "\"reason\":\"R\"", "\"reason\":false", "/entries/0/ratings/r2/reason: a text is expected here, not false", INVALID },
  { "carried as number", "\"carried\":true", "\"carried\":1", "/entries/0/ratings/r2/carried: true or false is expected here, not 1", INVALID },
  { "wording of another type", "\"indicator\":\"old\"", "\"indicator\":1", "/entries/0/ratings/r1/indicator: a text is expected here, not 1", INVALID },

  /* actions */
  { "actions of another type", "\"actions\":[", "\"actions\":\"x\",\"x\":[", "/entries/0/actions: a list is expected here, not “x”", INVALID },
  { "action twice in an entry", "\"a2\"", "\"a1\"", "/entries/0/actions/1/id: the id “a1” is there twice", INVALID },
  { "action twice in the plan", "\"a3\"", "\"a1\"", "/entries/1/actions/0/id: the id “a1” is there twice", INVALID },
  { "unknown status", "\"dropped\"", "\"overdue\"", "/entries/0/actions/1/status: “overdue” is not a status", INVALID },
  { "status of another type", "\"dropped\"", "3", "/entries/0/actions/1/status: a text is expected here, not 3", INVALID },
  { "no status", ",\"status\":\"dropped\"", "", "/entries/0/actions/1/status: this member is missing", INVALID },
  { "impossible date", "2025-06-30", "2025-06-31", "/entries/0/actions/0/due: “2025-06-31” is not a date", INVALID },
  { "date without zeros", "2025-06-30", "2025-6-30", "/entries/0/actions/0/due: “2025-6-30” is not a date", INVALID },
  { "date of another type", "\"2025-06-30\"", "20250630", "/entries/0/actions/0/due: a text is expected here, not 20250630", INVALID },
  { "text with line breaks in a message", "2025-06-30", "a\\nb", "/entries/0/actions/0/due: “a\\u000ab” is not a date", INVALID },
};
/* clang-format on */

static GeoatPlan *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return geoat_plan_read (bytes, error);
}

static char *
replace (const char *old, const char *new)
{
  GString *text = g_string_new (old == NULL ? new : plan_text);

  if (old != NULL)
    g_assert_cmpuint (g_string_replace (text, old, new, 1), ==, 1);
  return g_string_free (text, FALSE);
}

static void
test_broken (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *text = replace (test->old, test->new);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *first = NULL;
  const GeoatProblem *problem;
  g_autoptr (GError) error = NULL;

  g_assert_null (geoat_plan_read (bytes, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, test->message);
  g_assert_error (error, GEOAT_ERROR, test->code);

  /* Checking says the same first. */
  problems = geoat_plan_check (bytes);
  g_assert_cmpuint (problems->len, >=, 1);
  problem = g_ptr_array_index (problems, 0);
  first = g_strdup_printf ("%s%s%s", problem->place, *problem->place != '\0' ? ": " : "",
                           problem->message);
  g_assert_cmpstr (first, ==, test->message);
}

static void
test_valid (void)
{
  static const struct
  {
    const char *old;
    const char *new;
  } changes[] = {
    { "\"p1\"", "\"A.b_c-9\"" },
    { "\"en\"", "\"zh-Hant-TW\"" },
    { "\"level\":0", "\"level\":5" },
    { "\"level\":0", "\"level\":2.0" },
    { "\"version\":1", "\"version\":1.0" },
    { "\"carried\":true", "\"carried\":false" },
    { ",\"closed\":\"2024-03-01\"", "" },
    { "\"m2\"", "\"r1\"" },
    { "\"title\":\"Two\"", "\"title\":\"\"" },
    { "\"notes\":\"N\"", "\"notes\":\"\"" },
    { "[\"notes\"]", "[]" },
    { "\"entries\":[", "\"entr\\u0069es\" : [ " },
    { "\"title\":\"T\"", "\"x\":{\"entries\":[1,2]},\"y\":[[3],{\"entries\":[4]}]" },
    { "\"format\":\"geoat-plan\",", "\"x\":[[[]]],\"format\":\"geoat-plan\"," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *text = replace (changes[i].old, changes[i].new);
      g_autoptr (GError) error = NULL;
      g_autoptr (GeoatPlan) plan = read_text (text, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (geoat_plan_get_n_entries (plan), ==, 2);
    }
}

/* Everything that a file says arrives where it belongs. */
static void
test_content (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) plan = read_text (plan_text, &error);
  GeoatEntry *entry;
  GeoatAction *action;
  const GeoatRating *rating;
  GeoatItem *item;

  g_assert_no_error (error);
  item = GEOAT_ITEM (plan);
  g_assert_cmpstr (geoat_item_get_id (item), ==, "p1");
  g_assert_cmpstr (geoat_plan_get_language (plan), ==, "en");
  g_assert_cmpstr (geoat_plan_get_administration (plan), ==, "N");
  g_assert_cmpint (geoat_item_get_number (item, GEOAT_FIELD_FISCAL_YEAR_START), ==, 7);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_TARGETS_BY), ==, "2027-12-31");
  g_assert_cmpint (geoat_plan_get_principle_target (plan, 0), ==, 4);
  g_assert_cmpint (geoat_plan_get_principle_target (plan, 1), ==, GEOAT_LEVEL_NOT_ASSESSED);
  g_assert_cmpint (geoat_plan_get_principle_target (plan, 5), ==, 3);
  g_assert_cmpuint (geoat_plan_get_n_rounds (plan), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (geoat_plan_get_working_group (plan)), ==, 2);
  g_assert_cmpstr (geoat_plan_get_left_out (plan)[0], ==, "notes");

  entry = geoat_plan_get_entry (plan, 0);
  item = GEOAT_ITEM (entry);
  g_assert_true (entry == geoat_plan_find_entry (plan, "e1"));
  g_assert_cmpstr (geoat_entry_get_key_element (entry), ==, "1A");
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_CURRENT_ACTIVITIES), ==, "C");
  g_assert_cmpint (geoat_item_get_number (item, GEOAT_FIELD_TARGET_LEVEL), ==, 5);
  g_assert_true (geoat_entry_is_in_round (entry, geoat_plan_get_round (plan, 0)));
  g_assert_false (geoat_entry_is_in_round (entry, geoat_plan_get_round (plan, 1)));

  rating = geoat_entry_get_rating (entry, geoat_plan_find_round (plan, "r1"));
  g_assert_cmpint (geoat_rating_get_level (rating), ==, 0);
  g_assert_false (geoat_rating_get_carried (rating));
  g_assert_cmpstr (geoat_rating_get_indicator (rating), ==, "old");
  rating = geoat_entry_get_rating (entry, geoat_plan_find_round (plan, "r2"));
  g_assert_cmpint (geoat_rating_get_level (rating), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_true (geoat_rating_get_carried (rating));
  g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "R");

  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 2);
  action = geoat_entry_get_action (entry, 0);
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_IN_PROGRESS);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_DUE), ==, "2025-06-30");
  g_assert_cmpint (geoat_action_get_status (geoat_entry_get_action (entry, 1)), ==,
                   GEOAT_STATUS_DROPPED);
}

/* Whoever repairs a file by hand sees all that is wrong with it at once. */
static void
test_all_problems (void)
{
  static const struct
  {
    const char *old;
    const char *new;
    const char *place;
  } changes[] = {
    { "\"en\"", "\"?\"", "/language" },
    { "\"6\":3", "\"6\":9", "/target_levels/principles/6" },
    { "2024-02-29", "2024-02-31", "/rounds/0/opened" },
    { "\"1A\"", "\"1Z\"", "/entries/0/key_element" },
    { "\"level\":0", "\"level\":7", "/entries/0/ratings/r1/level" },
    { "\"id\":\"e2\"", "\"id\":\"e1\"", "/entries/1/id" },
    { "\"a3\"", "\"a1\"", "/entries/1/actions/0/id" },
    { "\"done\"", "\"gone\"", "/entries/1/actions/0/status" },
  };
  g_autoptr (GString) text = g_string_new (plan_text);
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_assert_cmpuint (g_string_replace (text, changes[i].old, changes[i].new, 1), ==, 1);
      g_hash_table_add (expected, (gpointer) changes[i].place);
    }

  bytes = g_bytes_new (text->str, text->len);
  problems = geoat_plan_check (bytes);
  for (guint i = 0; i < problems->len; i++)
    {
      const GeoatProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->place, problem->message);
      g_assert_true (g_hash_table_remove (expected, problem->place));
    }
  g_assert_cmpuint (g_hash_table_size (expected), ==, 0);
}

static void
test_no_problem (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (plan_text, strlen (plan_text));
  g_autoptr (GPtrArray) problems = geoat_plan_check (bytes);

  g_assert_cmpuint (problems->len, ==, 0);
}

static void
test_too_many_problems (void)
{
  g_autoptr (GString) entries = g_string_new ("\"entries\":[");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  const GeoatProblem *last;

  for (guint i = 0; i < 5000; i++)
    g_string_append (entries, "7,");
  text = replace ("\"entries\":[", entries->str);
  bytes = g_bytes_new (text, strlen (text));
  problems = geoat_plan_check (bytes);
  g_assert_cmpuint (problems->len, ==, 1000);
  last = g_ptr_array_index (problems, 999);
  g_assert_cmpstr (last->place, ==, "/entries/999");
}

/* In a long file the place is as right as in a short one. */
static void
test_far_behind (void)
{
  g_autoptr (GString) entries = g_string_new ("\"entries\":[");
  g_autofree char *filler = g_strnfill (500, 'f');
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (entries,
                            "{\"id\":\"x%u\",\"key_element\":\"%s\",\"indicator\":\"%s\"},\n ", i,
                            i == 777 ? "9Z" : "1A", filler);
  text = replace ("\"entries\":[", entries->str);
  g_assert_null (read_text (text, &error));
  g_assert_cmpstr (error->message, ==,
                   "/entries/777/key_element: “9Z” is not a key element of the framework");
}

/* A file that stops anywhere is an error, never half a plan. */
static void
test_truncated (void)
{
  for (gsize length = 0; length < sizeof plan_text - 1; length++)
    {
      g_autofree char *copy = g_memdup2 (plan_text, length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
      g_autoptr (GError) error = NULL;

      g_assert_null (geoat_plan_read (bytes, &error));
      g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "line 1, column "));
    }
}

/* Any byte changed into any of some others: an error or a plan that can be written and read again,
 * and never a crash. */
static void
test_mutations (void)
{
  static const char others[] = "\0\"\\{}[,:0-e.t \xc3";
  g_autofree char *text = g_strdup (plan_text);
  gsize length = strlen (plan_text);

  for (gsize i = 0; i < length; i++)
    for (guint k = 0; k < sizeof others - 1; k++)
      {
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GeoatPlan) plan = NULL;
        g_autoptr (GError) error = NULL;

        text[i] = others[k];
        bytes = g_bytes_new (text, length);
        text[i] = plan_text[i];

        plan = geoat_plan_read (bytes, &error);
        g_assert_true ((plan == NULL) == (error != NULL));
        if (plan != NULL)
          {
            g_autoptr (GBytes) written = geoat_plan_to_bytes (plan);
            g_autoptr (GeoatPlan) again = geoat_plan_read (written, &error);

            g_assert_no_error (error);
            g_assert_nonnull (again);
          }
      }
}

static JsonObject *
get_member (JsonObject *object, const char *name)
{
  g_test_message ("%s", name);
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_object_member (object, name);
}

/* What the schema says of a part: that of the items of a list of it. */
static JsonObject *
get_described (JsonObject *schema, GeoatPart part)
{
  for (guint kind = GEOAT_LIST_NONE + 1; kind < GEOAT_N_LISTS; kind++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info (kind);
      JsonObject *list;
      const char *reference;

      if (info->part != part)
        continue;
      list =
          get_member (get_member (get_described (schema, info->owner), "properties"), info->member);
      reference = json_object_get_string_member (get_member (list, "items"), "$ref");
      g_assert_true (g_str_has_prefix (reference, "#/$defs/"));
      return get_member (get_member (schema, "$defs"), reference + strlen ("#/$defs/"));
    }
  return schema;
}

/* The schema tells others what the file holds: a field that is missing there is nobody else's. */
static void
test_schema (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/io/github/geoat_planner/core/geoat-plan.schema.json", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  JsonObject *schema;

  g_assert_no_error (error);
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  schema = json_node_get_object (json_parser_get_root (parser));

  for (guint i = GEOAT_FIELD_NONE + 1; i < GEOAT_N_FIELDS; i++)
    {
      const GeoatFieldInfo *info = geoat_field_get_info (i);
      JsonObject *properties = get_member (get_described (schema, info->part), "properties");

      if (info->group != NULL)
        properties = get_member (get_member (properties, info->group), "properties");
      get_member (properties, info->member);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-reader/broken/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_broken);
    }
  g_test_add_func ("/plan-reader/valid", test_valid);
  g_test_add_func ("/plan-reader/content", test_content);
  g_test_add_func ("/plan-reader/schema", test_schema);
  g_test_add_func ("/plan-reader/all-problems", test_all_problems);
  g_test_add_func ("/plan-reader/no-problem", test_no_problem);
  g_test_add_func ("/plan-reader/too-many-problems", test_too_many_problems);
  g_test_add_func ("/plan-reader/far-behind", test_far_behind);
  g_test_add_func ("/plan-reader/truncated", test_truncated);
  g_test_add_func ("/plan-reader/mutations", test_mutations);

  return g_test_run ();
}
