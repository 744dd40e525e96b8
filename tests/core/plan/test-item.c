/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small parts: levels, dates, ids, the table of fields, items, ratings. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-date.h"
#include "geoat-id.h"
#include "geoat-item-private.h"
#include "geoat-rating-private.h"
#include "plan-fixture.h"

/* A level that is shown wrong would be a wrong result. */
static void
test_level (void)
{
  static const struct
  {
    GeoatLevel level;
    const char *text;
    gboolean valid;
    gboolean rated;
  } cases[] = {
    { GEOAT_LEVEL_NOT_ASSESSED, "", FALSE, FALSE },
    { GEOAT_LEVEL_NOT_APPLICABLE, "na", TRUE, FALSE },
    { GEOAT_LEVEL_0, "0", TRUE, TRUE },
    { GEOAT_LEVEL_1, "1", TRUE, TRUE },
    { GEOAT_LEVEL_5, "5", TRUE, TRUE },
  };
  static const char *const wrong[] = { "6", "-1", "N/A", "2.5", " 1", "01" };
  GeoatLevel level = GEOAT_LEVEL_3;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (geoat_level_to_string (cases[i].level), ==, cases[i].text);
      g_assert_true (geoat_level_from_string (cases[i].text, &level));
      g_assert_cmpint (level, ==, cases[i].level);
      g_assert_cmpint (geoat_level_is_valid (cases[i].level), ==, cases[i].valid);
      g_assert_cmpint (geoat_level_is_rated (cases[i].level), ==, cases[i].rated);
    }

  level = GEOAT_LEVEL_3;
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (geoat_level_from_string (wrong[i], &level));
  g_assert_cmpint (level, ==, GEOAT_LEVEL_3);
  g_assert_false (geoat_level_is_valid (6));
  g_assert_false (geoat_level_is_valid (-3));
}

/* A date that is none must not come in, and one that is must come back as it was. */
static void
test_date (void)
{
  static const char *const right[] = { "2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29" };
  static const char *const wrong[] = {
    "",           "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10",
    "2024-01-32", "0000-01-01", "2024-1-1",   "20240101",   "2024-01-01 ",
    "2024-01-0",  "-024-01-01", "2024/01/01", "2024-01-1x", "٢٠٢٤-٠١-٠١",
  };
  GDate date;
  char buffer[11];

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      g_assert_true (geoat_date_parse (right[i], &date));
      geoat_date_format (&date, buffer);
      g_assert_cmpstr (buffer, ==, right[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_false (geoat_date_parse (wrong[i], &date));
      g_assert_false (g_date_valid (&date));
      g_assert_false (geoat_date_is_valid (wrong[i]));
    }

  geoat_date_today (&date);
  g_assert_true (g_date_valid (&date));
}

/* Two ids that are the same would mix up two indicators when files are merged. */
static void
test_id (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *longest = g_strnfill (GEOAT_ID_MAX, 'x');
  g_autofree char *too_long = g_strnfill (GEOAT_ID_MAX + 1, 'x');

  for (guint i = 0; i < 10000; i++)
    {
      char *id = geoat_id_generate ();

      g_assert_true (geoat_id_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }

  g_assert_true (geoat_id_is_valid ("A.z_0-9"));
  g_assert_true (geoat_id_is_valid (longest));
  g_assert_false (geoat_id_is_valid (too_long));
  g_assert_false (geoat_id_is_valid (""));
  g_assert_false (geoat_id_is_valid ("a b"));
  g_assert_false (geoat_id_is_valid ("é"));
  g_assert_false (geoat_id_is_valid ("a/b"));
}

static GeoatItem *
create_item (GeoatPart part)
{
  for (guint kind = GEOAT_LIST_NONE + 1; kind < GEOAT_N_LISTS; kind++)
    if (geoat_list_kind_get_info (kind)->part == part)
      return g_object_new (geoat_list_kind_get_info (kind)->get_type (), NULL);

  g_assert_cmpint (part, ==, GEOAT_PART_PLAN);
  return GEOAT_ITEM (plan_fixture_new ());
}

/* A field that is missing in the table, or in two parts, would never reach the file. */
static void
test_fields (void)
{
  guint n_fields = 0;

  for (guint part = GEOAT_PART_PLAN; part < GEOAT_N_PARTS; part++)
    for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
      {
        const GeoatFieldInfo *info = geoat_field_get_info (field);

        n_fields++;
        g_assert_cmpint (info->field, ==, field);
        g_assert_cmpint (info->part, ==, part);
        g_assert_nonnull (info->member);
        g_assert_cmpstr (geoat_field_get_title (field), !=, "");
        g_assert_cmpstr (geoat_field_get_edit_name (field), !=, "");
        /* What appears in a table has a heading, what is previewed can be left out or never is. */
        if (info->flags &
            (GEOAT_FIELD_FLAG_BESIDE | GEOAT_FIELD_FLAG_LISTED | GEOAT_FIELD_FLAG_DESCRIBED))
          g_assert_true (info->heading != NULL || info->column != NULL);
        if (info->flags & GEOAT_FIELD_FLAG_PREVIEWED)
          g_assert_nonnull (info->sharing);
      }

  g_assert_cmpuint (n_fields, ==, GEOAT_N_FIELDS - 1);
  g_assert_null (geoat_field_get_info (GEOAT_FIELD_NONE));
}

/* What comes first comes first, the others follow in the order of the table, none twice. */
static void
test_list (void)
{
  static const GeoatField first[] = { GEOAT_FIELD_STATUS, GEOAT_FIELD_ACTIVITY, GEOAT_FIELD_NONE };
  GeoatField fields[GEOAT_N_FIELDS];
  guint n = geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_BESIDE, first, fields);

  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpint (fields[0], ==, GEOAT_FIELD_STATUS);
  g_assert_cmpint (fields[1], ==, GEOAT_FIELD_LEAD);
  g_assert_cmpint (fields[n], ==, GEOAT_FIELD_NONE);
  for (guint i = 0; i < n; i++)
    g_assert_true (geoat_field_get_info (fields[i])->flags & GEOAT_FIELD_FLAG_BESIDE);
  for (guint i = 2; i < n; i++)
    g_assert_cmpint (fields[i], >, fields[i - 1]);

  g_assert_cmpuint (geoat_field_list (GEOAT_PART_ACTION, 0, NULL, fields), ==,
                    GEOAT_COUNT_FIELDS (ACTION));
}

/* A number out of its range would write a file that cannot be read again. */
static void
test_numbers (void)
{
  for (guint field = GEOAT_FIELD_NONE + 1; field < GEOAT_N_FIELDS; field++)
    {
      int min, max;

      if (geoat_field_is_text (field))
        continue;
      geoat_field_get_range (field, &min, &max);
      g_assert_cmpint (min, <, max);
      g_assert_cmpint (geoat_field_get_none (field), <=, min);
    }
}

/* A value of a field for which an instance has no room would overwrite what lies behind it. */
static void
test_room (void)
{
  GTypeQuery base;

  g_type_query (GEOAT_TYPE_ITEM, &base);
  for (guint part = GEOAT_PART_PLAN; part < GEOAT_N_PARTS; part++)
    {
      g_autoptr (GeoatItem) item = create_item (part);
      guint n_fields = geoat_field_last (part) - geoat_field_first (part) + 1;
      GTypeQuery query;

      g_type_query (G_OBJECT_TYPE (item), &query);
      g_assert_cmpuint (query.instance_size, >=,
                        base.instance_size + n_fields * sizeof (GeoatValue));
    }
}

/* A view binds to a property: it must exist for every field and give the field's value. */
static void
test_properties (void)
{
  for (guint part = GEOAT_PART_PLAN; part < GEOAT_N_PARTS; part++)
    {
      GeoatItem *item = create_item (part);

      for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
        {
          const char *name = geoat_field_get_info (field)->property;

          if (geoat_field_is_text (field))
            {
              g_autofree char *text = NULL;

              geoat_item_set_text (item, field, "2024-05-01");
              g_object_get (item, name, &text, NULL);
              g_assert_cmpstr (text, ==, "2024-05-01");
              geoat_item_set_text (item, field, NULL);
              g_assert_cmpstr (geoat_item_get_text (item, field), ==, "");
            }
          else
            {
              int number;

              geoat_item_set_number (item, field, 3);
              g_object_get (item, name, &number, NULL);
              g_assert_cmpint (number, ==, 3);
            }
        }

      g_assert_finalize_object (item);
    }
}

static void
test_overdue (void)
{
  static const struct
  {
    const char *due;
    GeoatStatus status;
    gboolean overdue;
  } cases[] = {
    { "", GEOAT_STATUS_PLANNED, FALSE },
    { "2025-03-07", GEOAT_STATUS_PLANNED, TRUE },
    { "2025-03-07", GEOAT_STATUS_IN_PROGRESS, TRUE },
    { "2025-03-07", GEOAT_STATUS_DONE, FALSE },
    { "2025-03-07", GEOAT_STATUS_DROPPED, FALSE },
    { "2025-03-08", GEOAT_STATUS_PLANNED, FALSE },
    { "2025-03-09", GEOAT_STATUS_PLANNED, FALSE },
  };
  GDate today;

  plan_fixture_date (&today, "2025-03-08");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatAction) action = geoat_action_new ();

      geoat_item_set_text (GEOAT_ITEM (action), GEOAT_FIELD_DUE, cases[i].due);
      geoat_item_set_number (GEOAT_ITEM (action), GEOAT_FIELD_STATUS, (int) cases[i].status);
      g_assert_cmpint (geoat_action_is_overdue (action, &today), ==, cases[i].overdue);
    }
}

/* An empty row that was added and left alone is no activity. */
static void
test_blank (void)
{
  g_autoptr (GeoatAction) blank = geoat_action_new_with_text ("", NULL, "", "");
  g_autoptr (GeoatAction) written = geoat_action_new_with_text ("", NULL, "2026", "");
  g_autoptr (GeoatAction) done = geoat_action_new ();

  geoat_item_set_number (GEOAT_ITEM (done), GEOAT_FIELD_STATUS, GEOAT_STATUS_DONE);
  g_assert_true (geoat_action_is_blank (blank));
  g_assert_false (geoat_action_is_blank (written));
  g_assert_false (geoat_action_is_blank (done));
}

static void
test_rating (void)
{
  g_autoptr (GeoatRating) plain = geoat_rating_new (GEOAT_LEVEL_2, NULL, TRUE);
  g_autoptr (GeoatRating) same = geoat_rating_new (GEOAT_LEVEL_2, "", TRUE);
  g_autoptr (GeoatRating) reason = geoat_rating_with_reason (plain, "no budget");
  g_autoptr (GeoatRating) level = geoat_rating_with_level (reason, GEOAT_LEVEL_NOT_APPLICABLE);
  g_autoptr (GeoatRating) kept = geoat_rating_with_wording (level, "Wording", "");
  g_autoptr (GeoatRating) carried = geoat_rating_with_carried (kept, TRUE);
  g_autoptr (GeoatRating) dropped = geoat_rating_with_wording (kept, NULL, NULL);

  g_assert_true (geoat_rating_equal (plain, same));
  g_assert_true (geoat_rating_equal (NULL, NULL));
  g_assert_false (geoat_rating_equal (plain, NULL));
  g_assert_true (geoat_rating_get_carried (plain));
  g_assert_cmpstr (geoat_rating_get_reason (plain), ==, "");

  g_assert_cmpint (geoat_rating_get_level (reason), ==, GEOAT_LEVEL_2);
  g_assert_false (geoat_rating_get_carried (reason));
  g_assert_cmpstr (geoat_rating_get_reason (level), ==, "no budget");
  g_assert_cmpint (geoat_rating_get_level (level), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_null (geoat_rating_get_indicator (level));
  g_assert_cmpstr (geoat_rating_get_indicator (kept), ==, "Wording");
  g_assert_null (geoat_rating_get_current_activities (kept));
  g_assert_true (geoat_rating_get_carried (carried));
  g_assert_cmpstr (geoat_rating_get_indicator (carried), ==, "Wording");
  g_assert_true (geoat_rating_equal (dropped, level));
  g_assert_false (geoat_rating_equal (kept, level));
}

/* Members of a newer version must survive every edit of a rating. */
static void
test_rating_unknown (void)
{
  g_autoptr (JsonNode) root = json_from_string ("{\"votes\":[1,{\"a\":null}],\"x\":true}", NULL);
  g_autoptr (JsonNode) other = json_from_string ("{\"votes\":[1,{\"a\":0}],\"x\":true}", NULL);
  g_autoptr (GeoatRating) rating =
      geoat_rating_new_full (GEOAT_LEVEL_1, NULL, FALSE, NULL, NULL, json_node_get_object (root));
  g_autoptr (GeoatRating) different =
      geoat_rating_new_full (GEOAT_LEVEL_1, NULL, FALSE, NULL, NULL, json_node_get_object (other));
  g_autoptr (GeoatRating) plain = geoat_rating_new (GEOAT_LEVEL_1, NULL, FALSE);
  g_autoptr (GeoatRating) changed = geoat_rating_with_level (rating, GEOAT_LEVEL_4);
  g_autoptr (GeoatRating) back = geoat_rating_with_level (changed, GEOAT_LEVEL_1);

  g_assert_nonnull (geoat_rating_get_unknown (changed));
  g_assert_true (geoat_rating_equal (rating, back));
  g_assert_false (geoat_rating_equal (rating, plain));
  g_assert_false (geoat_rating_equal (rating, different));
}

static void
test_duplicate (void)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("2B", "geoat-2023/2B.01", "Wording");
  g_autoptr (GeoatEntry) copy = geoat_entry_duplicate (entry);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Do", "Who", "When", "What");
  g_autoptr (GeoatAction) other = geoat_action_duplicate (action);

  g_assert_cmpstr (geoat_entry_get_key_element (copy), ==, "2B");
  g_assert_cmpstr (geoat_entry_get_indicator (copy), ==, "Wording");
  g_assert_cmpstr (geoat_item_get_id (GEOAT_ITEM (copy)), !=,
                   geoat_item_get_id (GEOAT_ITEM (entry)));
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (other), GEOAT_FIELD_TARGETS), ==, "What");
  g_assert_cmpstr (geoat_item_get_id (GEOAT_ITEM (other)), !=,
                   geoat_item_get_id (GEOAT_ITEM (action)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/item/level", test_level);
  g_test_add_func ("/item/date", test_date);
  g_test_add_func ("/item/id", test_id);
  g_test_add_func ("/item/fields", test_fields);
  g_test_add_func ("/item/list", test_list);
  g_test_add_func ("/item/numbers", test_numbers);
  g_test_add_func ("/item/room", test_room);
  g_test_add_func ("/item/properties", test_properties);
  g_test_add_func ("/item/overdue", test_overdue);
  g_test_add_func ("/item/blank", test_blank);
  g_test_add_func ("/item/rating", test_rating);
  g_test_add_func ("/item/rating-unknown", test_rating_unknown);
  g_test_add_func ("/item/duplicate", test_duplicate);

  return g_test_run ();
}
