/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saved versions: what a person finds when they look for what they had last week. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file-task.h"
#include "geoat-history-restore.h"
#include "geoat-plan-writer.h"
#include "geoat-versions.h"
#include "plan-fixture.h"

#define MINUTE (60 * G_TIME_SPAN_SECOND)

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatEntry *entry;
  GFile *file;
  GDateTime *start;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  fixture->entry = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_2);
  fixture->file = g_file_new_for_path ("/plans/plan.geoat");
  fixture->start = g_date_time_new_utc (2026, 3, 1, 8, 0, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  geoat_versions_clear (NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (geoat_versions_get_size (), ==, 0);
  g_date_time_unref (fixture->start);
  g_object_unref (fixture->file);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
write_notes (Fixture *fixture, const char *text)
{
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES, text);
}

static void
keep (Fixture *fixture, GeoatVersionReason reason, int minutes)
{
  g_autoptr (GDateTime) now = g_date_time_add (fixture->start, minutes * MINUTE);
  g_autoptr (GError) error = NULL;

  geoat_versions_keep (fixture->plan, fixture->file, reason, now, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list (Fixture *fixture, guint n_expected)
{
  GPtrArray *versions = geoat_versions_list (fixture->plan, fixture->file, NULL);

  g_assert_cmpuint (versions->len, ==, n_expected);
  return versions;
}

static char *
get_notes (const GeoatVersion *version)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) plan = geoat_version_read (version, &error);

  g_assert_no_error (error);
  return g_strdup (
      geoat_item_get_text (GEOAT_ITEM (geoat_plan_get_entry (plan, 0)), GEOAT_FIELD_NOTES));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  const GeoatVersion *version;
  g_autofree char *notes = NULL;
  GStatBuf info;

  write_notes (fixture, "Monday");
  keep (fixture, GEOAT_VERSION_SAVED, 0);
  write_notes (fixture, "Tuesday");
  keep (fixture, GEOAT_VERSION_REPLACED, 1);

  versions = list (fixture, 2);
  version = versions->pdata[1];
  g_assert_true (g_file_equal (version->file, fixture->file));
  g_assert_cmpstr (version->plan_id, ==, geoat_item_get_id (GEOAT_ITEM (fixture->plan)));
  g_assert_cmpstr (version->title, ==, "Plan");
  g_assert_cmpstr (version->administration, ==, "Customs of Valmara");
  g_assert_cmpint (g_date_time_to_unix (version->written), ==,
                   g_date_time_to_unix (fixture->start));
  g_assert_cmpint (version->reason, ==, GEOAT_VERSION_SAVED);
  g_assert_cmpuint (version->n_entries, ==, 1);
  g_assert_cmpuint (version->n_ratings, ==, 1);
  g_assert_cmpuint (version->n_actions, ==, 0);
  g_assert_cmpint (((GeoatVersion *) versions->pdata[0])->reason, ==, GEOAT_VERSION_REPLACED);
  notes = get_notes (version);
  g_assert_cmpstr (notes, ==, "Monday");

  g_assert_cmpint (g_stat (version->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (version->size, ==, (guint64) info.st_size);
  g_assert_cmpuint (geoat_versions_get_size (), ==,
                    version->size + ((GeoatVersion *) versions->pdata[0])->size);
}

/* The last ten, newest first. */
static void
test_ten (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;

  for (int i = 0; i < 14; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      write_notes (fixture, text);
      keep (fixture, GEOAT_VERSION_SAVED, i);
    }
  versions = list (fixture, GEOAT_VERSIONS_MAX);
  for (int i = 0; i < GEOAT_VERSIONS_MAX; i++)
    {
      g_autofree char *notes = get_notes (versions->pdata[i]);
      g_autofree char *expected = g_strdup_printf ("%d", 13 - i);

      g_assert_cmpstr (notes, ==, expected);
    }
}

/* Saving all the time must not push out what was there an hour ago. */
static void
test_automatic (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;

  for (int i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      write_notes (fixture, text);
      keep (fixture, GEOAT_VERSION_AUTOSAVED, i);
    }
  versions = list (fixture, 6);

  /* Saving by hand counts always; what did not change never. */
  keep (fixture, GEOAT_VERSION_SAVED, 60);
  keep (fixture, GEOAT_VERSION_SAVED, 61);
  g_ptr_array_unref (versions);
  versions = list (fixture, 7);
}

/* A clock that was put back: the newest version stays the newest. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *notes = NULL;

  write_notes (fixture, "first");
  keep (fixture, GEOAT_VERSION_SAVED, 1000);
  write_notes (fixture, "second");
  keep (fixture, GEOAT_VERSION_SAVED, 0);
  versions = list (fixture, 2);
  notes = get_notes (versions->pdata[0]);
  g_assert_cmpstr (notes, ==, "second");
}

/* Versions of other plans, and of the same plan in another file, are other versions. */
static void
test_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPlan) other = plan_fixture_new ();
  g_autoptr (GFile) copy = g_file_new_for_path ("/plans/copy.geoat");
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  keep (fixture, GEOAT_VERSION_SAVED, 0);
  g_assert_true (geoat_versions_keep (other, fixture->file, GEOAT_VERSION_SAVED, NULL, &error));
  g_assert_true (geoat_versions_keep (fixture->plan, copy, GEOAT_VERSION_SAVED, NULL, &error));
  g_assert_true (geoat_versions_keep (fixture->plan, NULL, GEOAT_VERSION_DISCARDED, NULL, &error));

  versions = list (fixture, 1);
  g_ptr_array_unref (versions);
  versions = geoat_versions_list (NULL, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 4);

  g_assert_true (geoat_versions_clear (fixture->plan, fixture->file, &error));
  g_ptr_array_unref (versions);
  versions = geoat_versions_list (NULL, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 3);
}

/* Large plans do not fill the disk; the newest version is always kept. */
static void
test_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (12 << 20, 'x');
  g_autoptr (GPtrArray) versions = NULL;

  for (int i = 0; i < 6; i++)
    {
      large[0] = (char) ('a' + i);
      write_notes (fixture, large);
      keep (fixture, GEOAT_VERSION_SAVED, i);
    }
  g_assert_cmpuint (geoat_versions_get_size (), <=, GEOAT_VERSIONS_MAX_SIZE);
  versions = list (fixture, 4);
}

static void
keep_outside (Fixture *fixture, GBytes *content, int minutes)
{
  g_autoptr (GDateTime) now = g_date_time_add (fixture->start, minutes * MINUTE);
  g_autoptr (GError) error = NULL;

  geoat_versions_keep_outside (geoat_item_get_id (GEOAT_ITEM (fixture->plan)), fixture->file,
                               content, now, &error);
  g_assert_no_error (error);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/* What somebody else wrote, be it a plan or not, is there as they wrote it. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GeoatPlan) other = plan_fixture_new ();
  g_autoptr (GBytes) plan = geoat_plan_to_bytes (other);
  g_autoptr (GBytes) no_plan = g_bytes_new_static ("<<<<<<< mine", 12);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) read = NULL;
  g_autofree char *folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "copy", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);
  g_autofree char *copied = NULL;
  const GeoatVersion *version;

  keep (fixture, GEOAT_VERSION_AUTOSAVED, 0);
  keep_outside (fixture, plan, 1);
  keep_outside (fixture, plan, 2);
  keep_outside (fixture, empty, 3);
  keep_outside (fixture, no_plan, 4);

  versions = list (fixture, 3);
  version = versions->pdata[1];
  g_assert_cmpint (version->reason, ==, GEOAT_VERSION_OUTSIDE);
  g_assert_cmpstr (version->plan_id, ==, geoat_item_get_id (GEOAT_ITEM (fixture->plan)));
  g_assert_cmpstr (version->title, ==, "Plan");
  read = geoat_version_read (version, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (geoat_item_get_id (GEOAT_ITEM (read)), ==,
                   geoat_item_get_id (GEOAT_ITEM (other)));

  version = versions->pdata[0];
  g_assert_cmpint (version->reason, ==, GEOAT_VERSION_OUTSIDE);
  g_assert_null (version->title);
  g_assert_null (geoat_version_read (version, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX);
  g_clear_error (&error);
  geoat_version_save_copy_async (version, copy, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (geoat_file_write_finish (result, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &copied, NULL, NULL));
  g_assert_cmpstr (copied, ==, "<<<<<<< mine");
  g_unlink (path);
  g_rmdir (folder);
}

/* The text of ours that somebody else put back is theirs now: it stays as theirs does. */
static void
test_outside_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = geoat_plan_to_bytes (fixture->plan);
  g_autoptr (GPtrArray) versions = NULL;

  keep (fixture, GEOAT_VERSION_SAVED, 0);
  keep_outside (fixture, content, 1);
  versions = list (fixture, 2);
  g_assert_cmpint (((GeoatVersion *) versions->pdata[0])->reason, ==, GEOAT_VERSION_OUTSIDE);
}

/* However often one saves, what somebody else wrote is there for thirty days, and goes then. */
static void
test_outside_stays (Fixture *fixture, gconstpointer data)
{
  const int days = GEOAT_VERSIONS_OUTSIDE_DAYS * 24 * 60;
  g_autoptr (GBytes) theirs = geoat_plan_to_bytes (fixture->plan);
  g_autoptr (GPtrArray) versions = NULL;

  keep_outside (fixture, theirs, 0);
  for (int i = 1; i < 15; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      write_notes (fixture, text);
      keep (fixture, GEOAT_VERSION_SAVED, i);
    }
  versions = list (fixture, GEOAT_VERSIONS_MAX + 1);
  g_assert_cmpint (((GeoatVersion *) versions->pdata[GEOAT_VERSIONS_MAX])->reason, ==,
                   GEOAT_VERSION_OUTSIDE);

  write_notes (fixture, "a month later");
  keep (fixture, GEOAT_VERSION_SAVED, days);
  g_ptr_array_unref (versions);
  versions = list (fixture, GEOAT_VERSIONS_MAX);
  for (guint i = 0; i < versions->len; i++)
    g_assert_cmpint (((GeoatVersion *) versions->pdata[i])->reason, ==, GEOAT_VERSION_SAVED);
}

/* Nor do large plans push it out; what is too large to be kept is said to be. */
static void
test_outside_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (12 << 20, 'x');
  g_autofree char *huge = g_malloc0 (GEOAT_VERSIONS_MAX_SIZE + 1);
  g_autoptr (GBytes) content = g_bytes_new (huge, GEOAT_VERSIONS_MAX_SIZE + 1);
  g_autoptr (GBytes) theirs = geoat_plan_to_bytes (fixture->plan);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  keep_outside (fixture, theirs, 0);
  for (int i = 1; i < 7; i++)
    {
      large[0] = (char) ('a' + i);
      write_notes (fixture, large);
      keep (fixture, GEOAT_VERSION_SAVED, i);
    }
  versions = list (fixture, 5);
  g_assert_cmpint (((GeoatVersion *) versions->pdata[4])->reason, ==, GEOAT_VERSION_OUTSIDE);

  g_assert_false (geoat_versions_keep_outside (geoat_item_get_id (GEOAT_ITEM (fixture->plan)),
                                               fixture->file, content, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE);
  g_ptr_array_unref (versions);
  versions = list (fixture, 5);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  geoat_versions_keep_finish (result, &error);
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* What is kept is the plan at the moment of asking, whatever is typed meanwhile. */
static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autofree char *notes = NULL;
  gboolean done = FALSE;

  write_notes (fixture, "then");
  geoat_versions_keep_async (fixture->plan, fixture->file, GEOAT_VERSION_SAVED, NULL, kept_cb,
                             &done);
  write_notes (fixture, "now");
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  versions = list (fixture, 1);
  notes = get_notes (versions->pdata[0]);
  g_assert_cmpstr (notes, ==, "then");
}

/* Restoring is one step of undo. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GeoatPlan) version = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *then = plan_fixture_dump (fixture->plan);
  g_autofree char *now = NULL;
  g_autofree char *dump = NULL;

  keep (fixture, GEOAT_VERSION_SAVED, 0);
  plan_fixture_add (fixture->history, "3B", GEOAT_LEVEL_5);
  geoat_history_remove_entry (fixture->history, fixture->entry);
  now = plan_fixture_dump (fixture->plan);

  versions = list (fixture, 1);
  version = geoat_version_read (versions->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_true (geoat_history_restore (fixture->history, version, "Restore Version", &error));
  dump = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (dump, ==, then);

  geoat_history_undo (fixture->history);
  g_free (dump);
  dump = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (dump, ==, now);
}

/* Damaged files are told and left out; the others are still there. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree char *original = NULL;
  const GeoatVersion *version;
  g_autofree char *path = NULL;
  gsize length;

  write_notes (fixture, "one");
  keep (fixture, GEOAT_VERSION_SAVED, 0);
  write_notes (fixture, "two");
  keep (fixture, GEOAT_VERSION_SAVED, 1);
  versions = list (fixture, 2);
  version = versions->pdata[0];
  path = g_strdup (version->path);
  g_assert_true (g_file_get_contents (path, &original, &length, NULL));

  for (guint i = 0; i < 50; i++)
    {
      gsize size = (gsize) g_rand_int_range (random, 0, (gint32) length);

      g_assert_true (g_file_set_contents (path, original, (gssize) size, NULL));
      g_ptr_array_unref (versions);
      g_clear_pointer (&problems, g_ptr_array_unref);
      versions = geoat_versions_list (fixture->plan, fixture->file, &problems);
      g_assert_cmpuint (versions->len, ==, 1);
      g_assert_cmpuint (problems->len, ==, 1);
    }

  /* A new version goes on all the same. */
  write_notes (fixture, "three");
  keep (fixture, GEOAT_VERSION_SAVED, 2);
  g_ptr_array_unref (versions);
  versions = list (fixture, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/versions/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("keep", test_keep);
  ADD ("ten", test_ten);
  ADD ("automatic", test_automatic);
  ADD ("clock", test_clock);
  ADD ("apart", test_apart);
  ADD ("size", test_size);
  ADD ("outside", test_outside);
  ADD ("outside-same", test_outside_same);
  ADD ("outside-stays", test_outside_stays);
  ADD ("outside-size", test_outside_size);
  ADD ("async", test_async);
  ADD ("restore", test_restore);
  ADD ("damaged", test_damaged);
#undef ADD

  return g_test_run ();
}
