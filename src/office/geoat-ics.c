/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A calendar: for every activity a whole day on which it starts and one on which it is due.
 *
 * The ids of the events follow from those of the plan and of the activity, and the sequence number
 * from the day of the export: who imports a later export again gets the events updated, not a
 * second time. Events rather than to-dos: most office calendars pass over to-dos. They take up no
 * time. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-ics.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-report.h"

#define JULIAN_1970 719163

static struct icaltimetype
make_time (const GDate *date)
{
  struct icaltimetype time = icaltime_null_date ();

  time.year = g_date_get_year (date);
  time.month = (int) g_date_get_month (date);
  time.day = g_date_get_day (date);
  return time;
}

/* The moment of the export: the day that counts as today, so that the same plan gives the same
 * file. */
static struct icaltimetype
make_stamp (const GDate *today)
{
  struct icaltimetype time = make_time (today);

  time.is_date = 0;
  time.hour = time.minute = time.second = 0;
  time.zone = icaltimezone_get_utc_timezone ();
  return time;
}

static void
add_line (GString *text, const char *heading, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "", heading, line);
}

/* Lines "Heading: text" of what is written about the activity. */
static char *
describe (const GeoatTemplate *template, const GeoatTemplateRow *row, GeoatAction *action)
{
  static const GeoatField first[] = { GEOAT_FIELD_STATUS, GEOAT_FIELD_LEAD, GEOAT_FIELD_NONE };
  GeoatField fields[GEOAT_N_FIELDS];
  guint n = geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_DESCRIBED, first, fields);
  GString *text = g_string_new (NULL);

  add_line (text,
            geoat_framework_get_column_heading (geoat_plan_get_framework (template->plan), 0,
                                                geoat_language_get_tag (template->language)),
            row->indicator);
  for (guint i = 0; i < n; i++)
    add_line (text, geoat_template_get_heading (template, fields[i]),
              geoat_template_get_cell (template, GEOAT_ITEM (action), fields[i]));
  return g_string_free (text, FALSE);
}

/* The event of one date of an activity. */
static icalcomponent *
make_event (const GeoatTemplate *template,
            const GeoatTemplateRow *row,
            GeoatAction *action,
            const char *kind,
            const GDate *date)
{
  GeoatItem *item = GEOAT_ITEM (action);
  const char *classification =
      geoat_item_get_text (GEOAT_ITEM (template->plan), GEOAT_FIELD_CLASSIFICATION);
  g_autofree char *key = g_strconcat ("calendar.", kind, NULL);
  g_autofree char *summary = geoat_language_format (
      template->language, key, "activity", geoat_item_get_text (item, GEOAT_FIELD_ACTIVITY),
      "key_element", geoat_entry_get_key_element (row->entry), NULL);
  g_autofree char *description = describe (template, row, action);
  g_autofree char *uid =
      g_strdup_printf ("%s.%s.%s@geoat-planner", geoat_item_get_id (GEOAT_ITEM (template->plan)),
                       geoat_item_get_id (item), kind);
  icalcomponent *event = icalcomponent_new_vevent ();
  GDate next = *date;

  g_date_add_days (&next, 1);
  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (make_stamp (&template->today)));
  icalcomponent_add_property (event, icalproperty_new_dtstart (make_time (date)));
  icalcomponent_add_property (event, icalproperty_new_dtend (make_time (&next)));
  icalcomponent_add_property (
      event,
      icalproperty_new_sequence ((int) (g_date_get_julian (&template->today) - JULIAN_1970)));
  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  icalcomponent_add_property (event, icalproperty_new_description (description));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (*classification != '\0')
    icalcomponent_add_property (event, icalproperty_new_comment (classification));
  if (geoat_action_get_status (action) == GEOAT_STATUS_DROPPED)
    icalcomponent_add_property (event, icalproperty_new_status (ICAL_STATUS_CANCELLED));
  return event;
}

/* What calendars know. libical writes a date far off as one of zeros, and many a calendar then
 * refuses the whole file. */
static gboolean
is_in_calendar (const GDate *date)
{
  return g_date_get_year (date) >= 1900 && g_date_get_year (date) < 3000;
}

static void
add_events (icalcomponent *calendar, const GeoatTemplate *template, const GeoatTemplateRow *row)
{
  static const struct
  {
    GeoatField field;
    const char *kind;
  } dates[] = {
    { GEOAT_FIELD_START, "start" },
    { GEOAT_FIELD_DUE, "due" },
  };

  for (guint i = 0; i < geoat_entry_get_n_actions (row->entry); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (dates); j++)
      {
        GeoatAction *action = geoat_entry_get_action (row->entry, i);
        GDate date;

        if (geoat_item_get_date (GEOAT_ITEM (action), dates[j].field, &date) &&
            is_in_calendar (&date))
          icalcomponent_add_component (calendar,
                                       make_event (template, row, action, dates[j].kind, &date));
      }
}

static icalcomponent *
make_calendar (const GeoatTemplate *template)
{
  g_autofree char *title = geoat_report_get_title (template);
  icalproperty *name = icalproperty_new_x (title);
  icalcomponent *calendar = icalcomponent_new_vcalendar ();

  icalproperty_set_x_name (name, "X-WR-CALNAME");
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid ("-//GEOAT Planner//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_method (ICAL_METHOD_PUBLISH));
  icalcomponent_add_property (calendar, name);
  for (guint i = 0; i < template->n_rows; i++)
    {
      GeoatTemplateRow row;

      geoat_template_get_row (template, i, &row);
      add_events (calendar, template, &row);
    }
  return calendar;
}

/**
 * geoat_ics_export:
 * @plan: the plan
 * @options: round, language and day
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the activities that have dates as a calendar (RFC 5545).
 *
 * Returns: whether it worked
 */
gboolean
geoat_ics_export (GeoatPlan *plan,
                  const GeoatExportOptions *options,
                  GOutputStream *stream,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GeoatTemplate) template = geoat_template_new (plan, options);
  icalcomponent *calendar = make_calendar (template);
  char *text = icalcomponent_as_ical_string_r (calendar);
  gboolean done = FALSE;

  if (text != NULL)
    done = g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
  else
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED, _ ("The calendar cannot be made"));
  free (text);
  icalcomponent_free (calendar);
  return done;
}
