/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as the file has them: local days, `YYYY-MM-DD`, nothing else. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-date.h"

#include <time.h>

/**
 * geoat_date_parse:
 * @text: a text
 * @date: (out): the day; cleared when there is none
 *
 * Reads `YYYY-MM-DD`, digit by digit: no blanks, no signs, no short forms, years 1 to 9999 of the
 * Gregorian calendar.
 *
 * Returns: whether @text is such a day
 */
gboolean
geoat_date_parse (const char *text, GDate *date)
{
  static const char shape[] = "dddd-dd-dd";
  guint numbers[3] = { 0, 0, 0 };
  guint part = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  g_date_clear (date, 1);

  for (guint i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] == '-')
        {
          if (text[i] != '-')
            return FALSE;
          part++;
        }
      else if (g_ascii_isdigit (text[i]))
        numbers[part] = numbers[part] * 10 + (guint) (text[i] - '0');
      else
        return FALSE;
    }

  if (text[sizeof shape - 1] != '\0' ||
      !g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]))
    return FALSE;

  g_date_set_dmy (date, (GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]);
  return TRUE;
}

/**
 * geoat_date_format:
 * @date: a valid day of the years 1 to 9999
 * @buffer: (out caller-allocates): room for `YYYY-MM-DD` and its end
 */
void
geoat_date_format (const GDate *date, char buffer[11])
{
  g_return_if_fail (buffer != NULL);
  buffer[0] = '\0';
  g_return_if_fail (date != NULL && g_date_valid (date));
  g_return_if_fail (g_date_get_year (date) <= 9999);

  g_snprintf (buffer, 11, "%04u-%02u-%02u", (guint) g_date_get_year (date) % 10000,
              (guint) g_date_get_month (date) % 100, (guint) g_date_get_day (date) % 100);
}

/**
 * geoat_date_is_valid:
 * @text: a text
 *
 * Returns: whether geoat_date_parse() takes @text
 */
gboolean
geoat_date_is_valid (const char *text)
{
  GDate date;

  return geoat_date_parse (text, &date);
}

/**
 * geoat_date_today:
 * @date: (out): the present local day
 *
 * For the application and the command line only: the library is always told which day it is.
 */
void
geoat_date_today (GDate *date)
{
  g_return_if_fail (date != NULL);

  g_date_clear (date, 1);
  g_date_set_time_t (date, time (NULL));
}
