/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a file: what is no plan is refused, with the reason, and never waited for. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <unistd.h>
#include <sys/stat.h>
#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file.h"

#include "file-fixture.h"

static void
assert_refused (const char *path, int code, const char *why)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *opening = g_strdup_printf ("Could not open “%s”: %s", name, why);
  g_autoptr (GError) error = NULL;

  g_assert_null (geoat_file_read (path, NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, code);
  g_assert_cmpstr (error->message, ==, opening);
}

static void
test_not_a_file (FileFixture *fixture, gconstpointer data)
{
  const char *why = "it is a folder or something else that is not a file";
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  const char *paths[] = { fixture->folder, fifo, link, "/dev/zero", "/dev/full", "/" };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink ("fifo", link), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      assert_refused (paths[i], GEOAT_ERROR_NOT_A_FILE, why);
      g_assert_false (file_fixture_save (paths[i], "x", &error));
      g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_A_FILE);
    }
  file_fixture_assert_n_files (fixture->folder, 3);
}

static void
test_too_large (FileFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (truncate (fixture->path, 300 << 20), ==, 0);
  assert_refused (fixture->path, GEOAT_ERROR_TOO_LARGE, "it is larger than 256 MiB");
}

static void
test_missing (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no such folder", "plan.geoat", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (geoat_file_read (path, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Could not open “plan.geoat”: No such file or directory");
  g_clear_error (&error);

  g_assert_false (file_fixture_save (path, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Could not save “plan.geoat”: No such file or directory");
}

/* Files of the system say that they are empty. */
static void
test_size_unknown (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = geoat_file_read ("/proc/self/status", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
}

static void
test_read_large (FileFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; text->len < 5000000; i++)
    g_string_append_printf (text, "%u,", i);
  g_assert_true (g_file_set_contents (fixture->path, text->str, (gssize) text->len, NULL));

  bytes = geoat_file_read (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text->str, text->len);

  g_cancellable_cancel (cancellable);
  g_assert_null (geoat_file_read (fixture->path, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* However the plan is named, it is known to be the plan. */
static void
test_same (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *soft = g_build_filename (fixture->folder, "soft", NULL);
  g_autofree char *hard = g_build_filename (fixture->folder, "hard", NULL);
  g_autofree char *long_way = g_build_filename (fixture->folder, ".", "plan.geoat", NULL);

  g_assert_true (g_file_set_contents (other, "old", -1, NULL));
  g_assert_cmpint (symlink ("plan.geoat", soft), ==, 0);
  g_assert_cmpint (link (fixture->path, hard), ==, 0);
  g_assert_true (geoat_file_is_same (fixture->path, fixture->path));
  g_assert_true (geoat_file_is_same (fixture->path, soft));
  g_assert_true (geoat_file_is_same (hard, fixture->path));
  g_assert_true (geoat_file_is_same (long_way, soft));
  g_assert_false (geoat_file_is_same (fixture->path, other));

  g_unlink (fixture->path);
  g_assert_false (geoat_file_is_same (fixture->path, fixture->path));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FILE_FIXTURE_ADD ("/file/same", test_same);
  FILE_FIXTURE_ADD ("/file/read/not-a-file", test_not_a_file);
  FILE_FIXTURE_ADD ("/file/read/too-large", test_too_large);
  FILE_FIXTURE_ADD ("/file/read/missing", test_missing);
  g_test_add_func ("/file/read/size-unknown", test_size_unknown);
  FILE_FIXTURE_ADD ("/file/read/large", test_read_large);

  return g_test_run ();
}
