/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program is killed while it saves, again and again: the old file or the new one is there,
 * whole, and the next save works. Until 20 saves have been cut short; with "-m thorough" 100. */

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <utime.h>

#include "geoat-file.h"

#define MAX_KILLS                                                                                  \
  20 /* for each save cut short: so many in vain mean that no save can be cut short */

static GPid
start (const char *path)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "core", "document", "save-loop", NULL);
  const char *argv[] = { program, path, NULL };
  g_autoptr (GError) error = NULL;
  char line[32];
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &out, NULL, &error);
  g_assert_no_error (error);

  /* Until the first save is done. */
  g_assert_cmpint (read (out, line, sizeof line), >, 0);
  close (out);
  return pid;
}

static void
assert_whole (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gsize n_lines;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 0);

  n_lines = length / 11;
  g_assert_cmpuint (n_lines * 11, ==, length);
  g_assert_cmpuint (n_lines, ==, 5000 + strtoul (content, NULL, 10) % 7 * 1000);
  for (gsize i = 0; i < n_lines; i++)
    g_assert_cmpmem (content, 11, content + i * 11, 11);
}

/* Makes what is left of the killed ones as old as after a long pause, and counts it. */
static guint
age_remainders (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (strcmp (name, "plan.geoat") == 0)
        continue;
      g_assert_true (g_str_has_prefix (name, ".plan.geoat."));
      g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
      n++;
    }
  return n;
}

static void
test_kills (void)
{
  g_autofree char *folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.geoat", NULL);
  guint n_wanted = g_test_thorough () ? 100 : 20;
  guint n_kills = 0;
  guint n_cut = 0;

  /* A kill between two saves shows nothing, so it does not count. */
  while (n_cut < n_wanted)
    {
      GPid pid = start (path);
      int status;

      g_usleep (g_random_int_range (0, 8000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFSIGNALED (status));
      g_spawn_close_pid (pid);

      assert_whole (path);
      n_cut += age_remainders (folder);
      g_assert_cmpuint (++n_kills, <, MAX_KILLS * n_wanted);
    }
  g_test_message ("%u kills cut %u saves short", n_kills, n_cut);

  /* One more save, and all is tidy again. */
  {
    GPid pid = start (path);

    kill (pid, SIGKILL);
    waitpid (pid, NULL, 0);
    g_spawn_close_pid (pid);
    age_remainders (folder);

    pid = start (path);
    kill (pid, SIGSTOP);
    g_assert_cmpuint (age_remainders (folder), <=, 1);
    kill (pid, SIGKILL);
    waitpid (pid, NULL, 0);
    g_spawn_close_pid (pid);
  }

  {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name (dir)) != NULL)
      {
        g_autofree char *file = g_build_filename (folder, name, NULL);

        g_unlink (file);
      }
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/save/kills", test_kills);

  return g_test_run ();
}
