/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values are written on the screen. */

#include "config.h"

#include "geoat-screen-text.h"

static void
test_levels (void)
{
  g_assert_cmpstr (geoat_screen_text_for_level (GEOAT_LEVEL_0), ==, "0");
  g_assert_cmpstr (geoat_screen_text_for_level (GEOAT_LEVEL_5), ==, "5");
  g_assert_cmpstr (geoat_screen_text_for_level (GEOAT_LEVEL_NOT_APPLICABLE), ==, "N/A");
  g_assert_cmpstr (geoat_screen_text_for_level (GEOAT_LEVEL_NOT_ASSESSED), ==, "–");
}

static void
test_date (void)
{
  g_autoptr (GDate) date = g_date_new_dmy (1, G_DATE_MARCH, 2026);
  g_autofree char *text = geoat_screen_text_for_date (date);

  g_assert_cmpstr (text, ==, "1 Mar 2026");
}

/* The position of a month is its number in the plan. */
static void
test_months (void)
{
  g_autoptr (GListModel) months = geoat_screen_text_list_months ();

  g_assert_cmpuint (g_list_model_get_n_items (months), ==, 13);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 0), ==, "Not set");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 1), ==, "January");
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (months), 12), ==, "December");
}

static void
test_first_line (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } cases[] = {
    { "", "" },
    { "one", "one" },
    { "one\ntwo", "one" },
    { "one\r\ntwo", "one" },
    { "\n\n  one  \ntwo", "one" },
    { " \n\t", "" },
    { "  étude \n", "étude" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = geoat_screen_text_get_first_line (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
    }
}

static void
test_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/home/Human resources/Plan 2025.geoat");
  g_autoptr (GFile) foreign = g_file_new_for_path ("/home/\xe9tude.geoat");
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *foreign_name = geoat_screen_text_for_file (foreign);

  g_assert_cmpstr (name, ==, "Plan 2025.geoat");
  g_assert_true (g_utf8_validate (foreign_name, -1, NULL));
  g_assert_true (g_str_has_suffix (foreign_name, "tude.geoat"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screen-text/levels", test_levels);
  g_test_add_func ("/screen-text/date", test_date);
  g_test_add_func ("/screen-text/months", test_months);
  g_test_add_func ("/screen-text/first-line", test_first_line);
  g_test_add_func ("/screen-text/file", test_file);
  return g_test_run ();
}
