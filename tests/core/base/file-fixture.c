/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder with a plan's file, and what the tests of writing and of reading do with it. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "file-fixture.h"

#include "geoat-file.h"

#include <string.h>
#include <glib/gstdio.h>

void
file_fixture_set_up (FileFixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.geoat", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

void
file_fixture_tear_down (FileFixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

gboolean
file_fixture_write_text (GOutputStream *stream,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  return g_output_stream_write_all (stream, data, strlen (data), NULL, cancellable, error);
}

gboolean
file_fixture_save (const char *path, const char *text, GError **error)
{
  return geoat_file_write (path, GEOAT_FILE_REPLACE, NULL, file_fixture_write_text, (gpointer) text,
                           NULL, NULL, error);
}

void
file_fixture_assert_n_files (const char *folder, guint expected)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_test_message ("%s", name);
      n++;
    }
  g_assert_cmpuint (n, ==, expected);
}
