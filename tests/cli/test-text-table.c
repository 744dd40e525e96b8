/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables for a terminal line up, whatever script is in them. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "geoat-text-table.h"

static void
test_width (void)
{
  static const struct
  {
    const char *text;
    guint width;
  } cases[] = {
    { "", 0 },  { "abc", 3 },      { "ä", 1 },   { "a\xcc\x88", 1 },      { "海关", 4 },
    { "ｱ", 1 }, { "المساواة", 8 }, { "เท่า", 3 }, { "x\xe2\x80\x8by", 2 }, { "–", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (geoat_text_table_get_width (cases[i].text) != cases[i].width)
        {
          g_test_message ("“%s” is %u wide, not %u", cases[i].text,
                          geoat_text_table_get_width (cases[i].text), cases[i].width);
          g_test_fail ();
        }
    }
}

static void
test_alignment (void)
{
  g_autoptr (GeoatTextTable) table = geoat_text_table_new ("lr");
  const char *headings[] = { "Name", "Number" };
  const char *first[] = { "海关", "7" };
  const char *second[] = { "A\nlonger name", "12" };
  g_autofree char *text = NULL;

  geoat_text_table_add (table, headings);
  geoat_text_table_add_rule (table);
  geoat_text_table_add (table, first);
  geoat_text_table_add (table, second);
  text = geoat_text_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "Name           Number\n"
                   "─────────────────────\n"
                   "海关                7\n"
                   "A longer name      12\n");
}

static void
test_no_blanks_at_the_end (void)
{
  g_autoptr (GeoatTextTable) table = geoat_text_table_new ("ll");
  const char *first[] = { "a", "" };
  const char *second[] = { "a", "bcd" };
  g_autofree char *text = NULL;

  geoat_text_table_add (table, first);
  geoat_text_table_add (table, second);
  text = geoat_text_table_to_text (table);
  g_assert_cmpstr (text, ==, "a\na  bcd\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/table/width", test_width);
  g_test_add_func ("/table/alignment", test_alignment);
  g_test_add_func ("/table/no-blanks-at-the-end", test_no_blanks_at_the_end);
  return g_test_run ();
}
