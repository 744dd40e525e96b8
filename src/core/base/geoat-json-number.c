/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as JSON writes them. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "geoat-json-number.h"

/**
 * geoat_json_format_double:
 * @number: a finite number
 * @text: (out caller-allocates): its text
 *
 * The fewest digits that give the same number back, but not fewer than need be (100.0, not 1e+02),
 * and a mark that it is no whole number, so that it is read as a double again.
 */
void
geoat_json_format_double (double number, char text[G_ASCII_DTOSTR_BUF_SIZE])
{
  guint n_digits = fabs (number) < DBL_MIN ? 1 : DBL_DIG;

  do
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%ug", n_digits);
      g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, format, number);
    }
  while (g_ascii_strtod (text, NULL) != number && n_digits++ < DBL_DECIMAL_DIG);

  if (strpbrk (text, ".e") == NULL)
    g_strlcat (text, ".0", G_ASCII_DTOSTR_BUF_SIZE);
}
