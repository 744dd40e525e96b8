/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sharing remembers from one time to the next. */

#include "config.h"

#include "geoat-share-memory.h"

typedef struct
{
  GSettings *settings;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const keys[] = { "last-shares", "kept-shares", "paper" };

  fixture->settings = g_settings_new (GEOAT_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->settings);
}

static GeoatSharing *
sharing_new (const char *left_out)
{
  return geoat_sharing_new ((const char *const[]){ left_out, NULL });
}

static void
remember (Fixture *fixture, const char *plan, const char *left_out)
{
  g_autoptr (GeoatSharing) sharing = sharing_new (left_out);

  geoat_share_memory_remember (fixture->settings, plan, "csv", sharing, FALSE);
}

static void
assert_recalled (Fixture *fixture, const char *plan, const char *left_out)
{
  g_autoptr (GeoatSharing) expected = sharing_new (left_out);
  g_autoptr (GeoatSharing) sharing = NULL;
  g_autofree char *format = NULL;
  gboolean charts;

  g_assert_true (geoat_share_memory_recall (fixture->settings, plan, &format, &sharing, &charts));
  g_assert_cmpstr (format, ==, "csv");
  g_assert_false (charts);
  g_assert_true (geoat_sharing_equal (sharing, expected));
}

static gboolean
is_known (Fixture *fixture, const char *plan)
{
  g_autoptr (GeoatSharing) sharing = NULL;
  g_autofree char *format = NULL;
  gboolean charts;

  return geoat_share_memory_recall (fixture->settings, plan, &format, &sharing, &charts);
}

static void
test_last (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_known (fixture, "plan-1"));
  remember (fixture, "plan-1", "notes");
  remember (fixture, "plan-2", "lead");
  assert_recalled (fixture, "plan-1", "notes");
  assert_recalled (fixture, "plan-2", "lead");
  remember (fixture, "plan-1", "reasons");
  assert_recalled (fixture, "plan-1", "reasons");
}

/* The settings do not grow for ever: the plan that was shared longest ago is forgotten. */
static void
test_last_fifty (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *plan = g_strdup_printf ("plan-%u", i);

      remember (fixture, plan, "notes");
    }
  remember (fixture, "plan-0", "notes");
  remember (fixture, "another", "notes");
  g_assert_true (is_known (fixture, "plan-0"));
  g_assert_false (is_known (fixture, "plan-1"));
  g_assert_true (is_known (fixture, "plan-2"));
}

static void
keep (Fixture *fixture, const char *name, const char *left_out)
{
  g_autoptr (GeoatSharing) sharing = sharing_new (left_out);

  geoat_share_memory_keep (fixture->settings, name, sharing);
}

static void
assert_kept (Fixture *fixture, const char *names)
{
  g_auto (GStrv) kept = geoat_share_memory_list_kept (fixture->settings);
  g_autofree char *joined = g_strjoinv (", ", kept);

  g_assert_cmpstr (joined, ==, names);
}

static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatSharing) expected = sharing_new ("notes");
  g_autoptr (GeoatSharing) sharing = NULL;

  assert_kept (fixture, "");
  g_assert_null (geoat_share_memory_get_kept (fixture->settings, "The board"));
  keep (fixture, "The board", "notes");
  keep (fixture, "Donors", "lead");
  assert_kept (fixture, "Donors, The board");
  sharing = geoat_share_memory_get_kept (fixture->settings, "The board");
  g_assert_true (geoat_sharing_equal (sharing, expected));
  geoat_share_memory_forget (fixture->settings, "Donors");
  assert_kept (fixture, "The board");
  geoat_share_memory_forget (fixture->settings, "Nobody");
  assert_kept (fixture, "The board");
}

static void
test_same_names (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *other;
    gboolean same;
  } cases[] = {
    { "The board", "the Board", TRUE }, { "The board", "  The  board ", TRUE },
    { "Équipe", "e\u0301quipe", TRUE }, { "The board", "The boards", FALSE },
    { "Equipe", "Équipe", FALSE },
  };
  g_autofree char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s, %s", cases[i].name, cases[i].other);
      g_assert_cmpint (geoat_share_memory_is_same_name (cases[i].name, cases[i].other), ==,
                       cases[i].same);
    }
  keep (fixture, "The board", "notes");
  found = geoat_share_memory_find_kept (fixture->settings, "THE BOARD");
  g_assert_cmpstr (found, ==, "The board");
  g_assert_null (geoat_share_memory_find_kept (fixture->settings, "Donors"));
  keep (fixture, "the board", "lead");
  assert_kept (fixture, "the board");
}

/* The usual paper is not kept: it follows the system. */
static void
test_paper (Fixture *fixture, gconstpointer data)
{
  GeoatPaper usual = geoat_share_memory_recall_paper (fixture->settings);
  GeoatPaper other = usual == GEOAT_PAPER_A4 ? GEOAT_PAPER_LETTER : GEOAT_PAPER_A4;
  g_autofree char *name = NULL;

  geoat_share_memory_remember_paper (fixture->settings, other);
  g_assert_cmpint (geoat_share_memory_recall_paper (fixture->settings), ==, other);
  geoat_share_memory_remember_paper (fixture->settings, usual);
  name = g_settings_get_string (fixture->settings, "paper");
  g_assert_cmpstr (name, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/share-memory/last", Fixture, NULL, set_up, test_last, tear_down);
  g_test_add ("/share-memory/last-fifty", Fixture, NULL, set_up, test_last_fifty, tear_down);
  g_test_add ("/share-memory/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/share-memory/same-names", Fixture, NULL, set_up, test_same_names, tear_down);
  g_test_add ("/share-memory/paper", Fixture, NULL, set_up, test_paper, tear_down);
  return g_test_run ();
}
