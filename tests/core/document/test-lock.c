/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan on a shared drive: who else has it open is told, and nobody is ever kept out. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "geoat-lock.h"

typedef struct
{
  GFile *file;
  char *path; /* of the lock */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "plan.geoat", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  fixture->file = g_file_new_for_path (path);
  fixture->path = g_build_filename (g_get_user_data_dir (), ".~lock.plan.geoat#", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static gboolean
is_there (Fixture *fixture)
{
  return g_file_test (fixture->path, G_FILE_TEST_EXISTS);
}

static void
put_lock (Fixture *fixture, const char *host)
{
  g_autofree char *content =
      g_strdup_printf ("{\"format\":\"geoat-lock\",\"host\":\"%s\","
                       "\"opened\":\"2026-03-01T08:30:00Z\",\"token\":\"t\"}\n",
                       host);

  g_assert_true (g_file_set_contents (fixture->path, content, -1, NULL));
}

/* There while the plan is open, gone when it is closed; it names no person. */
static void
test_take (Fixture *fixture, gconstpointer data)
{
  GeoatLock *lock = geoat_lock_new (fixture->file);
  g_autofree char *content = NULL;

  g_assert_true (geoat_lock_is_held (lock));
  g_assert_null (geoat_lock_get_other_host (lock));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_nonnull (g_strstr_len (content, -1, g_get_host_name ()));
  g_assert_null (g_strstr_len (content, -1, "user"));

  g_assert_finalize_object (lock);
  g_assert_false (is_there (fixture));
}

/* Another program on this computer, another user for example. */
static void
test_same_computer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatLock) first = geoat_lock_new (fixture->file);
  g_autoptr (GeoatLock) second = geoat_lock_new (fixture->file);

  g_assert_false (geoat_lock_is_held (second));
  g_assert_cmpstr (geoat_lock_get_other_host (second), ==, g_get_host_name ());
  g_assert_nonnull (geoat_lock_get_other_since (second));

  geoat_lock_release (second);
  g_assert_true (is_there (fixture));
  geoat_lock_override (second);
  g_assert_true (geoat_lock_is_held (second));
  g_assert_null (geoat_lock_get_other_host (second));

  /* It is the second one's now. */
  geoat_lock_release (first);
  g_assert_true (is_there (fixture));
  geoat_lock_release (second);
  g_assert_false (is_there (fixture));
}

static void
test_other_computer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatLock) lock = NULL;

  put_lock (fixture, "border-post-7");
  lock = geoat_lock_new (fixture->file);
  g_assert_false (geoat_lock_is_held (lock));
  g_assert_cmpstr (geoat_lock_get_other_host (lock), ==, "border-post-7");
  g_assert_cmpint (g_date_time_to_unix (geoat_lock_get_other_since (lock)), ==, 1772353800);
  g_clear_object (&lock);
  g_assert_true (is_there (fixture));
}

/* The program crashed here: nobody has to be asked about that. */
static void
test_left_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatLock) lock = NULL;

  put_lock (fixture, g_get_host_name ());
  lock = geoat_lock_new (fixture->file);
  g_assert_true (geoat_lock_is_held (lock));
  g_assert_null (geoat_lock_get_other_host (lock));
}

/* What is no lock says nothing. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = {
    "",
    "x",
    "{}",
    "[]",
    "{\"format\":\"geoat-lock\"}",
    "{\"format\":\"geoat-lock\",\"host\":\"\"}",
    "{\"format\":\"geoat-lock\",\"host\":7,\"opened\":[]}",
    "{\"format\":\"geoat-lock\",\"host\":\"a\",\"host\":\"b\"}",
    ",user,host,01.03.2026 08:30,file:///home/user;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GeoatLock) lock = NULL;

      g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      lock = geoat_lock_new (fixture->file);
      g_assert_true (geoat_lock_is_held (lock));
    }
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/at/all/plan.geoat");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/plan.geoat");
  g_autoptr (GeoatLock) lock = geoat_lock_new (nowhere);
  g_autoptr (GeoatLock) other = geoat_lock_new (remote);

  g_assert_false (geoat_lock_is_held (lock));
  g_assert_null (geoat_lock_get_other_host (lock));
  geoat_lock_override (lock);
  g_assert_false (geoat_lock_is_held (lock));
  g_assert_false (geoat_lock_is_held (other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/lock/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("take", test_take);
  ADD ("same-computer", test_same_computer);
  ADD ("other-computer", test_other_computer);
  ADD ("left-behind", test_left_behind);
  ADD ("hostile", test_hostile);
  ADD ("no-folder", test_no_folder);
#undef ADD

  return g_test_run ();
}
