/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What benchmarks share that run themselves, a process for each thing that is measured. */

#include "config.h"

#include "measure.h"

#include <stdio.h>
#include <sys/resource.h>

/* Seconds of the processor that the process has used. */
double
measure_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

/* The content of a file, full. */
GBytes *
measure_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, length);
}

/* Runs @self with @mode and @path, and keeps the least of each number that it prints. */
void
measure_run (const char *self, const char *mode, const char *path, double *numbers, guint n_numbers)
{
  const char *argv[] = { self, mode, path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  words = g_strsplit (output, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, n_numbers);
  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = MIN (numbers[i], g_ascii_strtod (words[i], NULL));
}

/* Says whether what was found is good, and returns it. */
gboolean
measure_check (const char *what, double found, double limit)
{
  printf ("%s: %.6g, at most %g: %s\n", what, found, limit, found <= limit ? "good" : "BROKEN");
  fflush (stdout);
  return found <= limit;
}
