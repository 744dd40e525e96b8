/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves a file over and over, each time with other content, until it is killed. Prints a line once
 * the first save is done. The content is one number, on many lines: whoever finds anything else has
 * found half a file. */

#include <stdio.h>
#include <string.h>

#include "geoat-file.h"

static gboolean
write_number (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  guint number = *(guint *) data;

  /* Now longer, now shorter than before. */
  for (guint i = 0; i < 5000 + number % 7 * 1000; i++)
    if (!g_output_stream_printf (stream, NULL, cancellable, error, "%010u\n", number))
      return FALSE;
  return TRUE;
}

int
main (int argc, char *argv[])
{
  for (guint number = 1;; number++)
    {
      g_autoptr (GError) error = NULL;

      if (!geoat_file_write (argv[1], GEOAT_FILE_REPLACE, NULL, write_number, &number, NULL, NULL,
                             &error))
        {
          fprintf (stderr, "%s\n", error->message);
          return 1;
        }
      if (number == 1)
        {
          puts ("saving");
          fflush (stdout);
        }
    }
}
