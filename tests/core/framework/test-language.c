/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, numbers and dates of what comes out of the program. */

#include <string.h>
#include <json-glib/json-glib.h>

#include "geoat-language-private.h"

static void
test_lookup (void)
{
  static const char *const tags[] = { "en", "en-GB", "EN", "xx", "xx-Arab-XX", "", "-", "../en" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    g_assert_cmpstr (geoat_language_get_tag (geoat_language_get (tags[i])), ==, "en");

  g_assert_true (geoat_language_get (NULL) == geoat_language_get ("en-US"));
  g_assert_false (geoat_language_is_right_to_left (geoat_language_get ("en")));
}

static void
test_numbers (void)
{
  static const struct
  {
    int tenths;
    const char *score;
    const char *change;
  } cases[] = {
    { 0, "0.0", "0.0" }, { 3, "0.3", "+0.3" }, { 23, "2.3", "+2.3" }, { 50, "5.0", "+5.0" },
    { -1, "–", "−0.1" }, { -4, "–", "−0.4" },  { -27, "–", "−2.7" },
  };
  GeoatLanguage *language = geoat_language_get ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *score = geoat_language_format_tenths (language, cases[i].tenths);
      g_autofree char *change = geoat_language_format_change (language, cases[i].tenths);

      g_assert_cmpstr (score, ==, cases[i].score);
      g_assert_cmpstr (change, ==, cases[i].change);
    }
}

static void
test_dates (void)
{
  GeoatLanguage *language = geoat_language_get ("en");
  g_autofree char *whole = NULL;
  g_autofree char *abbreviated = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_DECEMBER, 2025);
  whole = geoat_language_format_date (language, &date, FALSE);
  abbreviated = geoat_language_format_date (language, &date, TRUE);
  g_assert_cmpstr (whole, ==, "1 December 2025");
  g_assert_cmpstr (abbreviated, ==, "1 Dec 2025");
}

static void
test_counts (void)
{
  static const struct
  {
    guint n;
    const char *text;
  } cases[] = {
    { 0, "0 indicators" }, { 1, "1 indicator" }, { 2, "2 indicators" }, { 101, "101 indicators" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = geoat_language_format_count (geoat_language_get ("en"),
                                                           "count.indicators", cases[i].n, NULL);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static char *
small_language (void)
{
  return g_strdup (
      "{\"tag\":\"x-test\",\"name\":\"Test\",\"direction\":\"rtl\",\"decimal_sign\":\",\","
      "\"minus_sign\":\"-\",\"plural\":\"one-other\","
      "\"months\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\"],"
      "\"short_months\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"x\",\"y\",\"z\"],"
      "\"date\":\"{year}, {month} {day}\",\"short_date\":\"{day}/{month}\","
      "\"texts\":{\"greet\":\"{b}{a} and {a}{brace\",\"score.none\":\"none\","
      "\"days\":{\"one\":\"{n} day of {what}\",\"other\":\"{n} days of {what}\"}}}");
}

static GeoatLanguage *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return geoat_language_new_from_bytes (bytes, "test.json", error);
}

/* Another language orders and writes things in its own way. */
static void
test_another (void)
{
  g_autofree char *json = small_language ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatLanguage) language = read_text (json, &error);
  g_autofree char *greeting = NULL;
  g_autofree char *days = NULL;
  g_autofree char *tenths = NULL;
  g_autofree char *change = NULL;
  g_autofree char *date = NULL;
  GDate day;

  g_assert_no_error (error);
  g_assert_true (geoat_language_is_right_to_left (language));

  greeting = geoat_language_format (language, "greet", "a", "{b}", "b", "B", NULL);
  g_assert_cmpstr (greeting, ==, "B{b} and {b}{brace");
  days = geoat_language_format_count (language, "days", 3, "what", "work", NULL);
  g_assert_cmpstr (days, ==, "3 days of work");
  tenths = geoat_language_format_tenths (language, 41);
  g_assert_cmpstr (tenths, ==, "4,1");
  change = geoat_language_format_change (language, -12);
  g_assert_cmpstr (change, ==, "-1,2");

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 9, G_DATE_FEBRUARY, 2026);
  date = geoat_language_format_date (language, &day, FALSE);
  g_assert_cmpstr (date, ==, "2026, b 9");
}

/* A key that nobody has written is a mistake of the program, and it says so. */
static void
test_missing_text (void)
{
  if (g_test_subprocess ())
    {
      geoat_language_get_text (geoat_language_get ("en"), "no.such.text");
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*no text *no.such.text*");
}

static const struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *message;
} broken[] = {
  { "no tag", "\"tag\"", "\"tags\"", "/tags: a member of this name is not known" },
  { "direction", "\"rtl\"", "\"up\"", "/direction: “up” is neither “ltr” nor “rtl”" },
  { "rule", "one-other", "many", "/plural: “many” is not a plural rule" },
  { "eleven months", "\"a\",", "", "/months: a year has twelve months" },
  { "month of another type", "\"x\",", "10,", "/short_months/9: a text is expected here, not 10" },
  { "plural form missing", "\"one\":\"{n} day of {what}\",", "",
    "/texts/days/one: this member is missing" },
  { "plural form too many",
    "\"one\":", "\"two\":", "/texts/days/two: a member of this name is not known" },
  { "empty text", "\"none\"", "\"\"", "/texts/score.none: this text is empty" },
};

static void
test_broken (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *json = small_language ();
  g_autoptr (GString) changed = g_string_new (json);
  g_autofree char *message = g_strdup_printf ("test.json: %s", broken[i].message);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (changed, broken[i].old, broken[i].new, 1), ==, 1);
  g_assert_null (read_text (changed->str, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The places of a text, sorted: "{a} {n}". */
static char *
places_of (const char *text)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);
  const char *open = text;

  while ((open = strchr (open, '{')) != NULL)
    {
      const char *close = strchr (open, '}');

      g_assert_nonnull (close);
      g_ptr_array_add (places, g_strndup (open, close + 1 - open));
      open = close;
    }
  g_ptr_array_sort (places, compare_places);
  g_ptr_array_add (places, NULL);
  return g_strjoinv (" ", (char **) places->pdata);
}

static JsonObject *
load_texts (const char *path, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                        "texts");
}

/* The form that has all places: "other" of a text with plural forms. */
static const char *
main_form (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_string_member (json_node_get_object (node), "other");
  return json_node_get_string (node);
}

/* Whatever the language, nothing of what comes out is missing: all files have the texts of the
 * English one, with the same places, and are valid. */
static void
test_all_files (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "languages", NULL);
  g_autofree char *english_path = g_build_filename (folder, "en.json", NULL);
  g_autoptr (JsonParser) english_parser = json_parser_new ();
  JsonObject *english = load_texts (english_path, english_parser);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *tag = g_strndup (name, strlen (name) - strlen (".json"));
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonObject *texts = load_texts (path, parser);
      JsonObjectIter iter;
      const char *key;
      JsonNode *node;

      /* It is one of those that are compiled in. */
      g_assert_cmpstr (geoat_language_get_tag (geoat_language_get (tag)), ==, tag);

      g_assert_cmpuint (json_object_get_size (texts), ==, json_object_get_size (english));
      json_object_iter_init_ordered (&iter, english);
      while (json_object_iter_next_ordered (&iter, &key, &node))
        {
          g_autofree char *places = places_of (main_form (node));
          g_autofree char *own_places = NULL;

          g_test_message ("%s: %s", name, key);
          g_assert_true (json_object_has_member (texts, key));
          own_places = places_of (main_form (json_object_get_member (texts, key)));
          g_assert_cmpstr (own_places, ==, places);
        }
    }
  g_assert_cmpuint (n, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/language/lookup", test_lookup);
  g_test_add_func ("/language/numbers", test_numbers);
  g_test_add_func ("/language/dates", test_dates);
  g_test_add_func ("/language/counts", test_counts);
  g_test_add_func ("/language/another", test_another);
  g_test_add_func ("/language/missing-text", test_missing_text);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/broken/%s", broken[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }
  g_test_add_func ("/language/all-files", test_all_files);

  return g_test_run ();
}
