/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every list of the table: with something in all of them a plan can be written,
 * read, copied, restored, shared and searched. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-entry-private.h"
#include "geoat-find.h"
#include "geoat-history-restore.h"
#include "geoat-plan-private.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "geoat-sharing.h"
#include "plan-fixture.h"

#define N_EACH 2

static void
fill_field (GeoatItem *item, const GeoatFieldInfo *info)
{
  int min, max;

  switch (info->kind)
    {
    case GEOAT_FIELD_KIND_TEXT:
    case GEOAT_FIELD_KIND_LINE:
      geoat_item_set_text (item, info->field, "a needle in it");
      break;
    case GEOAT_FIELD_KIND_DATE:
      geoat_item_set_text (item, info->field, "2024-05-01");
      break;
    case GEOAT_FIELD_KIND_KEY_ELEMENT:
      geoat_item_set_text (item, info->field, "1A");
      break;
    case GEOAT_FIELD_KIND_LANGUAGE:
    case GEOAT_FIELD_KIND_ROUND:
      break;
    default:
      geoat_field_get_range (info->field, &min, &max);
      geoat_item_set_number (item, info->field, max);
      break;
    }
}

/* Writes something into every field, and puts some items into every list. */
static void
fill (GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
    fill_field (item, geoat_field_get_info (field));
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < N_EACH; i++)
      {
        g_autoptr (GeoatItem) other =
            g_object_new (geoat_list_kind_get_info (kind)->get_type (), NULL);

        fill (other);
        g_assert_true (geoat_item_append (item, other));
      }
}

/* A plan with something in every list, which becomes another content of @plan. */
static GeoatPlan *
create_full (GeoatPlan *plan)
{
  GeoatPlan *full = geoat_plan_copy (plan);

  fill (GEOAT_ITEM (full));
  for (guint i = 0; i < geoat_plan_get_n_entries (full); i++)
    geoat_entry_update_positions (geoat_plan_get_entry (full, i));
  return full;
}

static void
assert_same (GeoatPlan *plan, GeoatPlan *other)
{
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);
  g_autoptr (GBytes) others = geoat_plan_to_bytes (other);

  g_assert_true (g_bytes_equal (bytes, others));
}

/* What is in both has the same number of items in every list, and in the lists of these. */
static void
assert_same_lists (GeoatItem *item, GeoatItem *other)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    {
      guint n = geoat_item_get_n_items (item, kind);

      g_test_message ("%s", geoat_list_kind_get_info (kind)->member);
      g_assert_cmpuint (n, >=, N_EACH);
      g_assert_cmpuint (geoat_item_get_n_items (other, kind), ==, n);
      for (guint i = n - N_EACH; i < n; i++)
        assert_same_lists (geoat_item_get_item (item, kind, i),
                           geoat_item_get_item (other, kind, i));
    }
}

/* A list in two parts, or in none, would be written into memory that is not its own. */
static void
test_table (void)
{
  guint n_lists = 0;

  for (guint part = 0; part < GEOAT_N_PARTS; part++)
    for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
      {
        const GeoatListInfo *info = geoat_list_kind_get_info (kind);

        n_lists++;
        g_assert_cmpint (info->kind, ==, kind);
        g_assert_cmpint (info->owner, ==, part);
        g_assert_nonnull (info->member);
        g_assert_cmpint (geoat_list_kind_find (part, info->part), ==, kind);
      }
  g_assert_cmpuint (n_lists, ==, GEOAT_N_LISTS - 1);
}

/* What is not written, or not read, is lost. */
static void
test_file (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatPlan) full = create_full (plan);
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (full);
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) read = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  assert_same (read, full);
  assert_same_lists (GEOAT_ITEM (full), GEOAT_ITEM (read));
}

static void
test_copy (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatPlan) full = create_full (plan);
  g_autoptr (GeoatPlan) copy = geoat_plan_copy (full);

  assert_same (copy, full);
  assert_same_lists (GEOAT_ITEM (full), GEOAT_ITEM (copy));
}

/* Restoring a version brings every list back, and undoing that takes it away again. */
static void
test_restore (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatPlan) before = geoat_plan_copy (plan);
  g_autoptr (GeoatPlan) full = create_full (plan);
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GError) error = NULL;

  g_assert_true (geoat_history_restore (history, full, "Restore", &error));
  g_assert_no_error (error);
  assert_same (plan, full);
  g_assert_true (geoat_history_restore (history, before, "Restore", &error));
  g_assert_no_error (error);
  assert_same (plan, before);
  geoat_history_undo (history);
  assert_same (plan, full);
  geoat_history_undo (history);
  assert_same (plan, before);
}

/* Removing an item takes its ids along, and undoing brings back what was in it. */
static void
test_undo (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPlan) before = NULL;

  fill (GEOAT_ITEM (plan));
  before = geoat_plan_copy (plan);
  history = geoat_history_new (plan);
  for (guint kind = GEOAT_LIST_NONE + 1; kind < GEOAT_N_LISTS; kind++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info (kind);
      GeoatItem *owner = info->owner == GEOAT_PART_PLAN
                             ? GEOAT_ITEM (plan)
                             : GEOAT_ITEM (geoat_plan_get_entry (plan, 0));
      g_autoptr (GeoatItem) item = NULL;
      guint n = geoat_item_get_n_items (owner, kind);

      if (info->add_name == NULL)
        continue;
      item = g_object_ref (geoat_item_get_item (owner, kind, 0));
      geoat_history_move_item (history, item, owner, G_MAXUINT);
      g_assert_true (geoat_item_get_item (owner, kind, n - 1) == item);
      geoat_history_undo (history);
      geoat_history_remove_item (history, item);
      g_assert_cmpuint (geoat_item_get_n_items (owner, kind), ==, n - 1);
      geoat_history_add_item (history, item, owner, 0);
      assert_same (plan, before);
      geoat_history_undo (history);
      geoat_history_undo (history);
      assert_same (plan, before);
    }
}

/* With nothing left out all goes, and what is left out does not. */
static void
test_sharing (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatPlan) full = create_full (plan);
  g_autoptr (GeoatSharing) everything = geoat_sharing_new (NULL);
  g_autoptr (GeoatPlan) all = geoat_sharing_apply (everything, full, NULL, NULL);

  for (guint kind = GEOAT_LIST_NONE + 1; kind < GEOAT_N_LISTS; kind++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info (kind);
      const char *left_out[] = { info->sharing, NULL };
      gboolean always = info->sharing == NULL || *info->sharing == '\0';
      g_autoptr (GeoatSharing) sharing = geoat_sharing_new (always ? NULL : left_out);
      g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, full, NULL, NULL);
      GeoatItem *owner = GEOAT_ITEM (full);
      GeoatItem *in_all = GEOAT_ITEM (all);
      GeoatItem *in_copy = GEOAT_ITEM (copy);

      if (info->owner != GEOAT_PART_PLAN)
        {
          owner = geoat_item_get_item (owner, GEOAT_LIST_ENTRIES, 0);
          in_all = geoat_item_get_item (in_all, GEOAT_LIST_ENTRIES, 0);
          in_copy = geoat_item_get_item (in_copy, GEOAT_LIST_ENTRIES, 0);
        }
      g_test_message ("%s", info->member);
      g_assert_cmpuint (geoat_item_get_n_items (in_all, kind), ==,
                        info->sharing == NULL ? 0 : geoat_item_get_n_items (owner, kind));
      if (!always)
        g_assert_cmpuint (geoat_item_get_n_items (in_copy, kind), ==, 0);
    }
}

/* How many texts of an item, and of all that is in it, are to be found. */
static guint
count_needles (GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);
  GeoatField fields[GEOAT_N_FIELDS];
  guint n_fields = geoat_field_list (part, GEOAT_FIELD_FLAG_SEARCHED, NULL, fields);
  guint n = 0;

  for (guint i = 0; i < n_fields; i++)
    n += g_str_equal (geoat_item_get_text (item, fields[i]), "a needle in it");
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      n += count_needles (geoat_item_get_item (item, kind, i));
  return n;
}

static void
test_find (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatPlan) full = create_full (plan);
  g_autoptr (GeoatFind) find = geoat_find_new (full);

  geoat_find_set_text (find, "needle");
  g_assert_cmpuint (geoat_find_get_n_matches (find), ==, count_needles (GEOAT_ITEM (full)));
}

/* A duplicate has what it should of what it was made from, with ids of its own. */
static void
test_duplicate (void)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GeoatEntry) copy = NULL;

  fill (GEOAT_ITEM (entry));
  copy = geoat_entry_duplicate (entry);
  for (guint kind = GEOAT_BEFORE_ENTRY_LISTS + 1; kind < GEOAT_AFTER_ENTRY_LISTS; kind++)
    {
      gboolean duplicated = geoat_list_kind_get_info (kind)->flags & GEOAT_LIST_FLAG_DUPLICATED;

      g_assert_cmpuint (geoat_item_get_n_items (GEOAT_ITEM (copy), kind), ==,
                        duplicated ? N_EACH : 0);
      for (guint i = 0; duplicated && i < N_EACH; i++)
        g_assert_cmpstr (geoat_item_get_id (geoat_item_get_item (GEOAT_ITEM (copy), kind, i)), !=,
                         geoat_item_get_id (geoat_item_get_item (GEOAT_ITEM (entry), kind, i)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/lists/table", test_table);
  g_test_add_func ("/lists/file", test_file);
  g_test_add_func ("/lists/copy", test_copy);
  g_test_add_func ("/lists/restore", test_restore);
  g_test_add_func ("/lists/undo", test_undo);
  g_test_add_func ("/lists/sharing", test_sharing);
  g_test_add_func ("/lists/find", test_find);
  g_test_add_func ("/lists/duplicate", test_duplicate);

  return g_test_run ();
}
