/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of formats: what the command line, the dialogs and the tests walk. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-format.h"

#include <glib/gi18n-lib.h>

#include "geoat-csv.h"

static const GeoatFormat formats[] = {
  { "csv", N_ ("Spreadsheet text (CSV)"), "csv", "text/csv", TRUE, geoat_csv_export },
};

/**
 * geoat_format_get_all:
 * @n_formats: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_formats): all formats
 */
const GeoatFormat *
geoat_format_get_all (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * geoat_format_find:
 * @id: the id of a format, such as "csv"
 *
 * Returns: (transfer none) (nullable): the format, or %NULL when there is none with this id
 */
const GeoatFormat *
geoat_format_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].id, id))
        return &formats[i];
    }
  return NULL;
}
