/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values and texts as the screen shows them. How they are written into a file is the business of
 * GeoatLanguage. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-screen-text.h"

#include "geoat-field.h"

#include <glib/gi18n-lib.h>

/**
 * geoat_screen_text_for_level:
 * @level: a level
 *
 * Returns: (transfer none): "0" to "5", "N/A", or a dash when it is not yet assessed
 */
const char *
geoat_screen_text_for_level (GeoatLevel level)
{
  static const char *const digits[GEOAT_N_LEVELS] = { "0", "1", "2", "3", "4", "5" };

  if (geoat_level_is_rated (level))
    return digits[level];
  return level == GEOAT_LEVEL_NOT_APPLICABLE ? C_ ("level", "N/A") : "–";
}

/**
 * geoat_screen_text_list_months:
 *
 * What there is to choose from where a fiscal year starts.
 *
 * Returns: (transfer full): that it is not set, and the months; their positions are their numbers
 */
GListModel *
geoat_screen_text_list_months (void)
{
  GtkStringList *months = gtk_string_list_new (NULL);

  gtk_string_list_append (months, C_ ("fiscal year", "Not set"));
  for (int month = 1; month <= 12; month++)
    gtk_string_list_take (months, geoat_field_format_month (month));

  return G_LIST_MODEL (months);
}

/**
 * geoat_screen_text_for_date:
 * @date: a valid date
 *
 * Returns: (transfer full): the date as it is written on buttons and in lists
 */
char *
geoat_screen_text_for_date (const GDate *date)
{
  char text[128];

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  /* Translators: a date as strftime writes it, such as 31 Dec 2025 */
  g_date_strftime (text, sizeof text, C_ ("date", "%-d %b %Y"), date);
  return g_strdup (text);
}

/**
 * geoat_screen_text_for_change:
 * @language: the language of the numbers
 * @tenths: a difference in tenths
 *
 * Returns: (transfer full): the difference with its sign, which stays before it from right to left,
 *   too
 */
char *
geoat_screen_text_for_change (GeoatLanguage *language, int tenths)
{
  g_autofree char *change = geoat_language_format_change (language, tenths);
  const char *mark = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "\u200e" : "";

  return g_strconcat (mark, change, NULL);
}

/**
 * geoat_screen_text_for_file:
 * @file: a file, which need not exist
 *
 * Returns: (transfer full): its name without its folder, as it is shown
 */
char *
geoat_screen_text_for_file (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/**
 * geoat_screen_text_get_first_line:
 * @text: a text
 *
 * Returns: (transfer full): its first line, without blanks around it
 */
char *
geoat_screen_text_get_first_line (const char *text)
{
  const char *start = text;

  while (g_ascii_isspace (*start))
    start++;
  return g_strchomp (g_strndup (start, strcspn (start, "\r\n")));
}
