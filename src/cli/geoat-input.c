/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands read: a file, or standard input for the name "-". The limits are the same for
 * both: standard input is given up as soon as it is longer than a file may be. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include "geoat-input.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "geoat-error.h"
#include "geoat-file.h"
#include "geoat-plan-reader.h"

#define BLOCK (1 << 16)

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;)
    {
      gsize n;
      int failure;

      errno = 0;
      n = fread (block, 1, BLOCK, stdin);
      failure = errno;
      g_byte_array_append (all, block, n);
      if (all->len > GEOAT_FILE_MAX_SIZE)
        {
          g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                               _ ("it is larger than 256 MiB"));
          return NULL;
        }
      if (n < BLOCK && ferror (stdin))
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (failure),
                               g_strerror (failure));
          return NULL;
        }
      if (n < BLOCK && feof (stdin))
        return g_byte_array_free_to_bytes (g_steal_pointer (&all));
    }
}

/**
 * geoat_input_read:
 * @name: a file's name, or "-" for standard input
 * @error: return location for an error
 *
 * Reads a file whole, up to 256 MiB.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL
 */
GBytes *
geoat_input_read (const char *name, GError **error)
{
  if (g_str_equal (name, GEOAT_INPUT_STANDARD))
    return read_standard_input (error);
  return geoat_file_read (name, NULL, NULL, error);
}

/**
 * geoat_input_read_plan:
 * @name: a file's name, or "-" for standard input
 * @error: return location for an error
 *
 * Reads a plan, whole or not at all.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL
 */
GeoatPlan *
geoat_input_read_plan (const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_input_read (name, error);

  if (!bytes)
    return NULL;
  return geoat_plan_read (bytes, error);
}
