/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and saving changes nothing: not a byte of a file of ours, not a member that we do not
 * know. */

#include <string.h>
#include <json-glib/json-glib.h>

#include "geoat-error.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"

static GeoatPlan *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
write_text (GeoatPlan *plan)
{
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_same_after_saving (const char *text)
{
  g_autoptr (GeoatPlan) plan = read_text (text);
  g_autoptr (GeoatPlan) copy = geoat_plan_copy (plan);
  g_autofree char *written = write_text (plan);
  g_autofree char *copied = write_text (copy);

  g_assert_cmpstr (written, ==, text);
  g_assert_cmpstr (copied, ==, text);
}

static void
test_samples (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "samples", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      if (!g_str_has_suffix (name, ".geoat"))
        continue;
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      assert_same_after_saving (text);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* All that a plan can have, with members that we do not know at every level, as it is saved. */
static const char canonical[] =
    "{\n"
    "  \"format\": \"geoat-plan\",\n"
    "  \"version\": 1,\n"
    "  \"id\": \"p\",\n"
    "  \"framework\": \"geoat-2023\",\n"
    "  \"language\": \"fr\",\n"
    "  \"title\": \"T\",\n"
    "  \"classification\": \"C\",\n"
    "  \"administration\": {\n"
    "    \"name\": \"N\",\n"
    "    \"country\": \"L\",\n"
    "    \"fiscal_year_start\": 12,\n"
    "    \"title\": \"no title of the plan\",\n"
    "    \"id\": 7\n"
    "  },\n"
    "  \"target_levels\": {\n"
    "    \"by\": \"2027-12-31\",\n"
    "    \"principles\": {\n"
    "      \"2\": 0,\n"
    "      \"3\": 5\n"
    "    },\n"
    "    \"name\": null\n"
    "  },\n"
    "  \"working_group\": [\n"
    "    {\n"
    "      \"id\": \"m\",\n"
    "      \"name\": \"\",\n"
    "      \"unit\": \"U\",\n"
    "      \"role\": \"R\",\n"
    "      \"email\": \"a@b\"\n"
    "    }\n"
    "  ],\n"
    "  \"rounds\": [\n"
    "    {\n"
    "      \"id\": \"r1\",\n"
    "      \"title\": \"One\",\n"
    "      \"opened\": \"2024-01-01\",\n"
    "      \"closed\": \"2024-12-31\",\n"
    "      \"signed\": {}\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"r2\",\n"
    "      \"title\": \"\",\n"
    "      \"opened\": \"2025-01-01\"\n"
    "    }\n"
    "  ],\n"
    "  \"left_out\": [\n"
    "    \"notes\",\n"
    "    \"1B\"\n"
    "  ],\n"
    "  \"entries\": [\n"
    "    {\n"
    "      \"id\": \"e1\",\n"
    "      \"key_element\": \"1A\",\n"
    "      \"source\": \"S\",\n"
    "      \"indicator\": \"I\",\n"
    "      \"alignment\": \"A\",\n"
    "      \"ratings\": {\n"
    "        \"r1\": {\n"
    "          \"level\": 3,\n"
    "          \"indicator\": \"old\",\n"
    "          \"current_activities\": \"older\"\n"
    "        },\n"
    "        \"r2\": {\n"
    "          \"level\": \"na\",\n"
    "          \"reason\": \"R\",\n"
    "          \"carried\": true,\n"
    "          \"votes\": [\n"
    "            1,\n"
    "            [],\n"
    "            {\n"
    "              \"x\": false\n"
    "            }\n"
    "          ]\n"
    "        }\n"
    "      },\n"
    "      \"current_activities\": \"C\",\n"
    "      \"target_level\": 0,\n"
    "      \"notes\": \"N\",\n"
    "      \"since\": \"r1\",\n"
    "      \"retired\": \"r2\",\n"
    "      \"actions\": [\n"
    "        {\n"
    "          \"id\": \"a1\",\n"
    "          \"activity\": \"A\",\n"
    "          \"units\": \"U\",\n"
    "          \"lead\": \"L\",\n"
    "          \"timeline\": \"T\",\n"
    "          \"start\": \"2025-01-01\",\n"
    "          \"due\": \"2025-06-30\",\n"
    "          \"targets\": \"T\",\n"
    "          \"status\": \"done\",\n"
    "          \"completed\": \"2025-06-29\",\n"
    "          \"progress\": \"P\",\n"
    "          \"level\": 7,\n"
    "          \"assigned_to\": [\n"
    "            \"x\"\n"
    "          ]\n"
    "        }\n"
    "      ],\n"
    "      \"x.evidence\": \"E\",\n"
    "      \"activity\": \"not of an action\"\n"
    "    },\n"
    "    {\n"
    "      \"id\": \"e2\",\n"
    "      \"key_element\": \"6C\",\n"
    "      \"indicator\": \"\"\n"
    "    }\n"
    "  ],\n"
    "  \"name\": \"not of the administration\",\n"
    "  \"z\": {\n"
    "    \"a\\\"\\\\/\\n\\u0001é\": \"\\b\\f\\n\\r\\t\\u001f\x7f\\\\ \\\"/\",\n"
    "    \"\": [\n"
    "      0,\n"
    "      -1,\n"
    "      9223372036854775807,\n"
    "      -9223372036854775808,\n"
    "      0.1,\n"
    "      1.0,\n"
    "      100.0,\n"
    "      -0.0,\n"
    "      1e+300,\n"
    "      5e-324,\n"
    "      2.2250738585072014e-308,\n"
    "      1.7976931348623157e+308,\n"
    "      0.30000000000000004,\n"
    "      123456789012345.67,\n"
    "      1e+20\n"
    "    ],\n"
    "    \"a\": [\n"
    "      true,\n"
    "      null,\n"
    "      \"\"\n"
    "    ]\n"
    "  },\n"
    "  \"a\": 1\n"
    "}\n";

/* The same with members in another order, unknown ones in front, no white space, other ways to
 * write numbers and texts, and empty members that need not be there. */
static const char disorderly[] =
    "{\"name\":\"not of the admini\\u0073tration\",\"entries\":[{\"x.evidence\":\"E\",\"ratings\":"
    "{\"r2\":{\"votes\":[1,[],{\"x\":false}],\"carried\":true,\"reason\":\"R\",\"level\":\"na\"},"
    "\"r1\":{\"current_activities\":\"older\",\"indicator\":\"old\",\"level\":3,\"carried\":false,"
    "\"reason\":\"\"}},\"activity\":\"not of an action\",\"retired\":\"r2\",\"since\":\"r1\","
    "\"notes\":\"N\",\"target_level\":0.0,\"current_activities\":\"C\",\"alignment\":\"A\","
    "\"indicator\":\"I\",\"source\":\"S\",\"key_element\":\"1A\",\"id\":\"e1\",\"actions\":[{"
    "\"level\":7,\"assigned_to\":[\"x\"],\"progress\":\"P\",\"completed\":\"2025-06-29\","
    "\"status\":\"done\",\"targets\":\"T\",\"due\":\"2025-06-30\",\"start\":\"2025-01-01\","
    "\"timeline\":\"T\",\"lead\":\"L\",\"units\":\"U\",\"activity\":\"A\",\"id\":\"a1\"}]},"
    "{\"indicator\":\"\",\"key_element\":\"6C\",\"id\":\"e2\",\"actions\":[],\"ratings\":{},"
    "\"notes\":\"\"}],\"z\":{\"a\\u0022\\u005c\\/\\u000A\\u0001\\u00e9\":"
    "\"\\u0008\\u000c\\u000a\\u000d\\u0009\\u001F\\u007f\\\\ \\\"\\/\",\"\":[0,-1,"
    "9223372036854775807,-9223372036854775808,1e-1,1.0,1E2,-0.0,10.0e299,4.9e-324,"
    "2.2250738585072014E-308,1.7976931348623157E+308,0.30000000000000004,123456789012345.67,"
    "100000000000000000000.0],\"a\":[true,null,\"\"]},\"left_out\":[\"notes\",\"1B\"],"
    "\"rounds\":[{\"signed\":{},\"closed\":\"2024-12-31\",\"opened\":\"2024-01-01\",\"title\":"
    "\"One\",\"id\":\"r1\"},{\"title\":\"\",\"opened\":\"2025-01-01\",\"id\":\"r2\"}],"
    "\"working_group\":[{\"email\":\"a@b\",\"role\":\"R\",\"unit\":\"U\",\"name\":\"\",\"id\":"
    "\"m\"}],\"target_levels\":{\"name\":null,\"principles\":{\"3\":5,\"2\":0},\"by\":"
    "\"2027-12-31\"},\"administration\":{\"title\":\"no title of the plan\",\"id\":7,"
    "\"fiscal_year_start\":12,\"country\":\"L\",\"name\":\"N\"},\"classification\":\"C\","
    "\"title\":\"T\",\"language\":\"fr\",\"framework\":\"geoat-2023\",\"id\":\"p\",\"a\":1,"
    "\"version\":1,\"format\":\"geoat-plan\"}";

static void
test_unknown_members (void)
{
  g_autoptr (GeoatPlan) plan = read_text (disorderly);
  g_autofree char *written = write_text (plan);

  g_assert_cmpstr (written, ==, canonical);
  assert_same_after_saving (canonical);
}

/* The smallest plan there is. */
static void
test_smallest (void)
{
  assert_same_after_saving ("{\n"
                            "  \"format\": \"geoat-plan\",\n"
                            "  \"version\": 1,\n"
                            "  \"id\": \"p\",\n"
                            "  \"framework\": \"geoat-2023\",\n"
                            "  \"language\": \"en\",\n"
                            "  \"administration\": {\n"
                            "    \"name\": \"\"\n"
                            "  },\n"
                            "  \"rounds\": [\n"
                            "    {\n"
                            "      \"id\": \"r\",\n"
                            "      \"title\": \"\",\n"
                            "      \"opened\": \"2025-01-01\"\n"
                            "    }\n"
                            "  ],\n"
                            "  \"entries\": []\n"
                            "}\n");
}

/* A new plan, as the application makes it, can be read again. */
static void
test_new (void)
{
  g_autoptr (GeoatPlan) plan = NULL;
  g_autofree char *text = NULL;
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 9, G_DATE_NOVEMBER, 2025);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", "Title",
                         "Baseline", &today);
  text = write_text (plan);
  assert_same_after_saving (text);
  g_assert_nonnull (strstr (text, "\"opened\": \"2025-11-09\"\n"));
}

/* Unknown values down to the deepest level that is allowed. */
static void
test_deepest (void)
{
  GString *text = g_string_new (canonical);
  g_autofree char *written = NULL;

  g_string_truncate (text, text->len - strlen (",\n  \"a\": 1\n}\n"));
  g_string_append (text, ",\"a\":");
  for (guint i = 0; i < 63; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"x\":");
  for (guint i = 63; i > 0; i--)
    g_string_append (text, i % 2 == 0 ? "}" : "]");
  g_string_append (text, "}");

  {
    g_autoptr (GeoatPlan) plan = read_text (text->str);

    written = write_text (plan);
  }
  assert_same_after_saving (written);
  g_string_free (text, TRUE);
}

static const char *const hard_texts[] = {
  "",
  " ",
  "\n",
  "\r\n\r\t",
  "\"",
  "\\",
  "\\n",
  "\\u0041",
  "</script><!-- -->",
  "=SUM(A1)",
  "’“”…–—",
  "é e\xcc\x81",
  "مرحبا بالعالم",
  "性別平等",
  "👩🏽‍✈️",
  "\xe2\x80\xa8\xe2\x80\xa9",
  "\xef\xbb\xbf",
  "\xef\xbf\xbf\xf4\x8f\xbf\xbf",
  "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x1e\x1f\x7f\xc2\x80\xc2\x9f",
  "{\"a\": [1, 2, 3]}",
  "null",
  "/* // # ' */",
};

/* A text made of some of the hard ones; now and then a very long one. */
static char *
random_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint n = g_rand_int_range (rand, 0, 200) == 0 ? 5000 : (guint) g_rand_int_range (rand, 0, 5);

  for (guint i = 0; i < n; i++)
    g_string_append (text, hard_texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (hard_texts))]);
  return g_string_free (text, FALSE);
}

/* Starts a member or, without a name, an element; the value follows. */
static void
add (GString *json, const char *name)
{
  if (json->len > 0 && strchr ("{[:", json->str[json->len - 1]) == NULL)
    g_string_append_c (json, ',');
  if (name != NULL)
    g_string_append_printf (json, "\"%s\":", name);
}

/* A text, written in quite another way than ours: as escapes wherever that is possible. */
static void
add_string (GString *json, const char *name, const char *text)
{
  add (json, name);
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p))
      g_string_append_printf (json, "\\u%04X", *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

static void
add_text (GString *json, GRand *rand, const char *name)
{
  g_autofree char *text = random_text (rand);

  add_string (json, name, text);
}

static void
add_id (GString *json, const char *prefix, guint number)
{
  g_autofree char *id = g_strdup_printf ("%s%u", prefix, number);

  add_string (json, "id", id);
}

static void
add_rating (GString *json, GRand *rand, guint round)
{
  static const char *const levels[] = { "\"na\"", "0", "1", "2", "3", "4", "5" };
  g_autofree char *id = g_strdup_printf ("r%u", round);

  add (json, id);
  g_string_append_c (json, '{');
  add (json, "level");
  g_string_append (json, levels[g_rand_int_range (rand, 0, 7)]);
  add_text (json, rand, "reason");
  add (json, "carried");
  g_string_append (json, g_rand_boolean (rand) ? "true" : "false");
  add_text (json, rand, "indicator");
  g_string_append_c (json, '}');
}

static void
add_action (GString *json, GRand *rand, guint number)
{
  static const char *const statuses[] = { "planned", "in-progress", "done", "dropped" };

  add (json, NULL);
  g_string_append_c (json, '{');
  add_id (json, "a", number);
  add_text (json, rand, "activity");
  add_text (json, rand, "timeline");
  add_string (json, "status", statuses[g_rand_int_range (rand, 0, 4)]);
  g_string_append_c (json, '}');
}

static void
add_entry (GString *json, GRand *rand, guint number, guint n_rounds)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  guint n_actions = g_rand_int_range (rand, 0, 4);

  add (json, NULL);
  g_string_append_c (json, '{');
  add_id (json, "e", number);
  add_string (json, "key_element",
              geoat_framework_get_key_element_id (framework, g_rand_int_range (rand, 0, 18)));
  add_text (json, rand, "indicator");
  add_text (json, rand, "alignment");
  add (json, "ratings");
  g_string_append_c (json, '{');
  for (guint i = 0; i < n_rounds; i++)
    if (g_rand_boolean (rand))
      add_rating (json, rand, i);
  g_string_append_c (json, '}');
  add_text (json, rand, "current_activities");
  add_text (json, rand, "notes");
  add (json, "actions");
  g_string_append_c (json, '[');
  for (guint i = 0; i < n_actions; i++)
    add_action (json, rand, number * 10 + i);
  g_string_append (json, "]}");
}

static char *
random_plan (GRand *rand)
{
  GString *json = g_string_new ("{");
  guint n_rounds = g_rand_int_range (rand, 1, 5);
  guint n_entries = g_rand_int_range (rand, 0, 40);

  add_string (json, "format", "geoat-plan");
  add (json, "version");
  g_string_append_c (json, '1');
  add_id (json, "p", 1);
  add_string (json, "framework", "geoat-2023");
  add_string (json, "language", "ar");
  add_text (json, rand, "title");
  add (json, "administration");
  g_string_append_c (json, '{');
  add_text (json, rand, "name");
  g_string_append_c (json, '}');

  add (json, "rounds");
  g_string_append_c (json, '[');
  for (guint i = 0; i < n_rounds; i++)
    {
      add (json, NULL);
      g_string_append_c (json, '{');
      add_id (json, "r", i);
      add_text (json, rand, "title");
      add_string (json, "opened", "2025-01-01");
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');

  add (json, "entries");
  g_string_append_c (json, '[');
  for (guint i = 0; i < n_entries; i++)
    add_entry (json, rand, i, n_rounds);
  g_string_append (json, "]}");
  return g_string_free (json, FALSE);
}

static const char *
member_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

/* All texts of the entries of a plan are those of the JSON that it came from. */
static void
assert_same_texts (const char *json, GeoatPlan *plan)
{
  static const GeoatField fields[] = { GEOAT_FIELD_INDICATOR, GEOAT_FIELD_ALIGNMENT,
                                       GEOAT_FIELD_CURRENT_ACTIVITIES, GEOAT_FIELD_NOTES };
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *entries = json_object_get_array_member (json_node_get_object (root), "entries");

  g_assert_cmpuint (json_array_get_length (entries), ==, geoat_plan_get_n_entries (plan));
  for (guint i = 0; i < json_array_get_length (entries); i++)
    for (guint k = 0; k < G_N_ELEMENTS (fields); k++)
      g_assert_cmpstr (
          member_text (json_array_get_object_element (entries, i),
                       geoat_field_get_info (fields[k])->member),
          ==, geoat_item_get_text (GEOAT_ITEM (geoat_plan_get_entry (plan, i)), fields[k]));
}

static void
test_random_plans (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20231201);

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = random_plan (rand);
      g_autoptr (GeoatPlan) plan = read_text (text);
      g_autofree char *written = write_text (plan);

      assert_same_texts (text, plan);
      assert_same_after_saving (written);
      assert_same_texts (written, plan);
    }
}

/* The stream gets the same bytes, whatever the size of its pieces. */
static void
test_stream (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = random_plan (rand);
      g_autoptr (GeoatPlan) plan = read_text (text);
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GBytes) expected = geoat_plan_to_bytes (plan);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (geoat_plan_write (plan, stream, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (g_output_stream_close (stream, NULL, &error));
      written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
      g_assert_true (g_bytes_equal (written, expected));
    }
}

/* A stream that breaks and a user who stops it: an error, no half success. */
static void
test_stream_fails (void)
{
  g_autoptr (GeoatPlan) plan = read_text (canonical);
  char room[1000];
  g_autoptr (GOutputStream) small = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (GOutputStream) large = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (geoat_plan_write (plan, small, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (geoat_plan_write (plan, large, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan-writer/samples", test_samples);
  g_test_add_func ("/plan-writer/unknown-members", test_unknown_members);
  g_test_add_func ("/plan-writer/smallest", test_smallest);
  g_test_add_func ("/plan-writer/new", test_new);
  g_test_add_func ("/plan-writer/deepest", test_deepest);
  g_test_add_func ("/plan-writer/random-plans", test_random_plans);
  g_test_add_func ("/plan-writer/stream", test_stream);
  g_test_add_func ("/plan-writer/stream-fails", test_stream_fails);

  return g_test_run ();
}
