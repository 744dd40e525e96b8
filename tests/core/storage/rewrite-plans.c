/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads each of the plans it is given, and writes it beside, as FILE.out; or prints what is wrong
 * with it, "FILE: PLACE: MESSAGE". For tests in other languages. */

#include <stdio.h>

#include "geoat-file.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"

static void
rewrite (const char *path)
{
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = geoat_file_read (path, NULL, NULL, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  problems = geoat_plan_check (bytes);
  for (guint i = 0; i < problems->len; i++)
    {
      const GeoatProblem *problem = g_ptr_array_index (problems, i);

      printf ("%s: %s: %s\n", path, problem->place, problem->message);
    }

  /* Reading and checking must agree. */
  plan = geoat_plan_read (bytes, &error);
  g_assert_true ((plan != NULL) == (problems->len == 0));
  if (plan == NULL)
    return;
  g_clear_error (&error);
  written = geoat_plan_to_bytes (plan);
  g_file_set_contents_full (out, g_bytes_get_data (written, NULL),
                            (gssize) g_bytes_get_size (written), G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);
}

int
main (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    rewrite (argv[i]);
  return 0;
}
