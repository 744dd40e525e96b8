/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The framework that comes with the program, and what is refused as a framework. */

#include <string.h>
#include <glib.h>

#include "geoat-error.h"
#include "geoat-framework.h"

/* What the article that describes the edition of 2023 says. */
static void
test_edition_2023 (void)
{
  static const guint n_key_elements[] = { 5, 3, 3, 2, 2, 3 };
  GeoatFramework *framework = geoat_framework_get_default ();
  guint position = 0;

  g_assert_cmpstr (geoat_framework_get_id (framework), ==, "geoat-2023");
  g_assert_cmpuint (geoat_framework_get_n_principles (framework), ==, 6);
  g_assert_cmpuint (geoat_framework_get_n_key_elements (framework), ==, 18);

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);
      guint first;
      guint n;

      g_assert_cmpstr (geoat_framework_get_principle_id (framework, i), ==, id);
      g_assert_cmpint (geoat_framework_find_principle (framework, id), ==, (int) i);
      g_assert_cmpstr (geoat_framework_get_principle_name (framework, i, "en"), !=, "");
      g_assert_cmpstr (geoat_framework_get_principle_short (framework, i, "en"), !=, "");
      geoat_framework_get_principle_range (framework, i, &first, &n);
      g_assert_cmpuint (first, ==, position);
      g_assert_cmpuint (n, ==, n_key_elements[i]);

      for (guint k = 0; k < n; k++, position++)
        {
          g_autofree char *key_element = g_strdup_printf ("%u%c", i + 1, 'A' + k);

          g_assert_cmpstr (geoat_framework_get_key_element_id (framework, position), ==,
                           key_element);
          g_assert_cmpint (geoat_framework_find_key_element (framework, key_element), ==,
                           (int) position);
          g_assert_cmpuint (geoat_framework_get_key_element_principle (framework, position), ==, i);
        }
    }
  g_assert_cmpuint (position, ==, 18);

  g_assert_cmpint (geoat_framework_find_principle (framework, "7"), ==, -1);
  g_assert_cmpint (geoat_framework_find_key_element (framework, "1F"), ==, -1);
  g_assert_cmpstr (geoat_framework_get_level_name (framework, GEOAT_LEVEL_0, NULL), ==,
                   "Non-existent");
  g_assert_cmpstr (geoat_framework_get_level_name (framework, GEOAT_LEVEL_5, NULL), ==,
                   "Full implementation");
  g_assert_cmpstr (geoat_framework_get_level_name (framework, GEOAT_LEVEL_NOT_APPLICABLE, NULL), ==,
                   "Not applicable");
  g_assert_cmpint (geoat_framework_find_column (framework, "targets"), ==, 7);
  g_assert_cmpint (geoat_framework_find_column (framework, "target"), ==, -1);
  g_assert_cmpstr (geoat_framework_get_column_id (framework, 2), ==, "level");
  g_assert_cmpstr (geoat_framework_get_column_heading (framework, 0, NULL), ==, "GEOAT indicator");
}

/* A new plan can start from indicators in every key element. */
static void
test_starter_indicators (void)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);
  guint total = 0;

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      guint n = geoat_framework_get_n_indicators (framework, i);
      g_autofree char *prefix =
          g_strdup_printf ("geoat-2023/%s.", geoat_framework_get_key_element_id (framework, i));

      g_assert_cmpuint (n, >, 0);
      g_assert_cmpstr (geoat_framework_get_key_element_about (framework, i, NULL), !=, "");
      for (guint k = 0; k < n; k++)
        {
          g_assert_true (
              g_str_has_prefix (geoat_framework_get_indicator_source (framework, i, k), prefix));
          g_assert_true (g_hash_table_add (
              texts, (gpointer) geoat_framework_get_indicator_text (framework, i, k, NULL)));
        }
      total += n;
    }
  g_assert_cmpuint (total, >=, 90);
}

static void
test_get (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (geoat_framework_get ("geoat-2023", &error) == geoat_framework_get_default ());
  g_assert_no_error (error);

  g_assert_null (geoat_framework_get ("geoat-1999", &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (geoat_framework_get ("../languages/en", &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND);
}

/* A small but complete framework, with French where it matters. */
static char *
small_framework (void)
{
  static const char *const columns[] = { "indicator", "alignment", "level",    "current_activities",
                                         "activity",  "units",     "timeline", "targets" };
  static const char *const levels[] = { "0", "1", "2", "3", "4", "5", "\"na\"" };
  GString *text =
      g_string_new ("{\"id\":\"small\",\"name\":{\"en\":\"Small\",\"fr\":\"Petit\",\"fr-CA\":"
                    "\"Petit, eh\"},\"about\":{\"en\":\"About\"},\"levels\":[");

  for (guint i = 0; i < 7; i++)
    g_string_append_printf (text,
                            "%s{\"level\":%s,\"name\":{\"en\":\"N%u\"},"
                            "\"short\":{\"en\":\"S%u\"},\"meaning\":{\"en\":\"M%u\"}}",
                            i > 0 ? "," : "", levels[i], i, i, i);
  g_string_append (text, "],\"columns\":[");
  for (guint i = 0; i < 8; i++)
    g_string_append_printf (
        text, "%s{\"id\":\"%s\",\"heading\":{\"en\":\"H\"},\"prompt\":{\"en\":\"P\"}}",
        i > 0 ? "," : "", columns[i]);
  g_string_append (
      text, "],\"principles\":[{\"id\":\"X\",\"name\":{\"en\":\"Px\"},\"short\":{\"en\":\"x\"},"
            "\"key_elements\":["
            "{\"id\":\"X1\",\"name\":{\"en\":\"K1\"},\"about\":{\"en\":\"A\"},\"indicators\":["
            "{\"id\":\"X1.01\",\"text\":{\"en\":\"One.\"}},"
            "{\"id\":\"X1.02\",\"text\":{\"en\":\"Two.\"}}]},"
            "{\"id\":\"X2\",\"name\":{\"en\":\"K2\"},\"about\":{\"en\":\"A\"},\"indicators\":[]}"
            "]}]}");
  return g_string_free (text, FALSE);
}

static GeoatFramework *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return geoat_framework_new_from_bytes (bytes, "small.json", error);
}

/* Counts come from the data, texts in the reader's language where there is one. */
static void
test_small (void)
{
  g_autofree char *text = small_framework ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatFramework) framework = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (geoat_framework_get_n_principles (framework), ==, 1);
  g_assert_cmpuint (geoat_framework_get_n_key_elements (framework), ==, 2);
  g_assert_cmpuint (geoat_framework_get_n_indicators (framework, 0), ==, 2);
  g_assert_cmpuint (geoat_framework_get_n_indicators (framework, 1), ==, 0);
  g_assert_cmpstr (geoat_framework_get_indicator_source (framework, 0, 1), ==, "small/X1.02");
  g_assert_cmpstr (geoat_framework_get_indicator_text (framework, 0, 1, "fr"), ==, "Two.");
  g_assert_cmpstr (geoat_framework_get_level_short (framework, GEOAT_LEVEL_3, NULL), ==, "S3");
  g_assert_cmpstr (geoat_framework_get_level_meaning (framework, GEOAT_LEVEL_NOT_APPLICABLE, NULL),
                   ==, "M6");

  g_assert_cmpstr (geoat_framework_get_name (framework, NULL), ==, "Small");
  g_assert_cmpstr (geoat_framework_get_name (framework, "en-GB"), ==, "Small");
  g_assert_cmpstr (geoat_framework_get_name (framework, "de"), ==, "Small");
  g_assert_cmpstr (geoat_framework_get_name (framework, "fr"), ==, "Petit");
  g_assert_cmpstr (geoat_framework_get_name (framework, "fr-Latn-FR"), ==, "Petit");
  g_assert_cmpstr (geoat_framework_get_name (framework, "FR-ca"), ==, "Petit, eh");
}

/* One thing changed in the small framework, and what the author of the file is told. */
static const struct
{
  const char *name;
  const char *old;
  const char *new;
  const char *message;
} broken[] = {
  { "no JSON", "{\"id\"", "{id", "line 1, column 2: a name in double quotes is missing" },
  { "no object", NULL, "[]", "an object is expected here, not a list" },
  { "bad id", "\"small\"", "\"a b\"", "/id: “a b” is not a valid id" },
  { "no name", "\"name\":{\"en\":\"Small\"", "\"nam\":{\"en\":\"Small\"",
    "/nam: a member of this name is not known" },
  { "missing", "\"about\":{\"en\":\"About\"},", "", "/about: this member is missing" },
  { "not in English", "{\"en\":\"About\"}", "{\"fr\":\"About\"}",
    "/about/en: this member is missing" },
  { "empty text", "{\"en\":\"About\"}", "{\"en\":\"\"}", "/about/en: this text is empty" },
  { "text of another type", "{\"en\":\"About\"}", "{\"en\":[]}",
    "/about/en: a text is expected here, not a list" },
  { "level twice", "\"level\":3", "\"level\":2", "/levels/3/level: this level is there twice" },
  { "level 7", "\"level\":3", "\"level\":7", "/levels/3/level: 7 is not a level" },
  { "level as text", "\"level\":3", "\"level\":\"3\"", "/levels/3/level: “3” is not a level" },
  { "no N/A",
    ",{\"level\":\"na\",\"name\":{\"en\":\"N6\"},\"short\":{\"en\":\"S6\"},\"meaning\":{\"en\":"
    "\"M6\"}}",
    "", "/levels: the level “na” is missing" },
  { "level without meaning", "\"meaning\":{\"en\":\"M4\"}", "\"x\":1",
    "/levels/4/x: a member of this name is not known" },
  { "columns in another order", "\"alignment\"", "\"level\"",
    "/columns/1/id: this must be the column “alignment”, not “level”" },
  { "seven columns", ",{\"id\":\"targets\",\"heading\":{\"en\":\"H\"},\"prompt\":{\"en\":\"P\"}}",
    "", "/columns: the column “targets” is missing" },
  { "principle without key element", "\"key_elements\":[", "\"key_elements\":[],\"x\":[",
    "/principles/0/x: a member of this name is not known" },
  { "key element twice", "\"id\":\"X2\"", "\"id\":\"X1\"",
    "/principles/0/key_elements/1/id: this id is there twice" },
  { "indicator twice", "X1.02", "X1.01",
    "/principles/0/key_elements/0/indicators/1/id: this id is there twice" },
  { "indicator without text", "\"text\":{\"en\":\"Two.\"}", "\"text\":2",
    "/principles/0/key_elements/0/indicators/1/text: an object is expected here, not 2" },
};

static void
test_broken (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = small_framework ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autofree char *message = g_strdup_printf ("small.json: %s", broken[i].message);
  g_autoptr (GError) error = NULL;

  if (broken[i].old != NULL)
    g_assert_cmpuint (g_string_replace (changed, broken[i].old, broken[i].new, 1), ==, 1);
  else
    g_string_assign (changed, broken[i].new);

  g_assert_null (read_text (changed->str, &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, message);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/framework/edition-2023", test_edition_2023);
  g_test_add_func ("/framework/starter-indicators", test_starter_indicators);
  g_test_add_func ("/framework/get", test_get);
  g_test_add_func ("/framework/small", test_small);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/framework/broken/%s", broken[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_broken);
    }

  return g_test_run ();
}
