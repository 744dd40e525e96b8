/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of all fields: the one place that says which part of a plan has which single-valued
 * members, under which names, and what they hold. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-field.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GeoatFieldInfo info;
  const char *title;
} Row;

#define ROW(FIELD, PART, KIND, group, member, property, column, required, title)                   \
  [GEOAT_FIELD_##FIELD] = { { GEOAT_FIELD_##FIELD, GEOAT_PART_##PART, GEOAT_FIELD_KIND_##KIND,     \
                              group, member, property, column, required },                         \
                            title }

/* clang-format off */
static const Row rows[GEOAT_N_FIELDS] = {
  ROW (LANGUAGE, PLAN, LINE, NULL, "language", "language", NULL, TRUE, N_("Language")),
  ROW (TITLE, PLAN, LINE, NULL, "title", "title", NULL, FALSE, N_("Title")),
  ROW (CLASSIFICATION, PLAN, LINE, NULL, "classification", "classification", NULL, FALSE, N_("Classification")),
  ROW (ADMINISTRATION, PLAN, LINE, "administration", "name", "administration", NULL, TRUE, N_("Administration")),
  ROW (COUNTRY, PLAN, LINE, "administration", "country", "country", NULL, FALSE, N_("Country")),
  ROW (FISCAL_YEAR_START, PLAN, MONTH, "administration", "fiscal_year_start", "fiscal-year-start", NULL, FALSE, N_("Start of the fiscal year")),
  ROW (TARGETS_BY, PLAN, DATE, "target_levels", "by", "targets-by", NULL, FALSE, N_("Target levels to be reached by")),

  ROW (MEMBER_NAME, MEMBER, LINE, NULL, "name", "name", NULL, TRUE, N_("Name")),
  ROW (MEMBER_UNIT, MEMBER, LINE, NULL, "unit", "unit", NULL, FALSE, N_("Unit")),
  ROW (MEMBER_ROLE, MEMBER, LINE, NULL, "role", "role", NULL, FALSE, N_("Role")),

  ROW (ROUND_TITLE, ROUND, LINE, NULL, "title", "title", NULL, TRUE, N_("Title")),
  ROW (OPENED, ROUND, DATE, NULL, "opened", "opened", NULL, TRUE, N_("Opened")),
  ROW (CLOSED, ROUND, DATE, NULL, "closed", "closed", NULL, FALSE, N_("Closed")),

  ROW (KEY_ELEMENT, ENTRY, ID, NULL, "key_element", "key-element", NULL, TRUE, N_("Key element")),
  ROW (SOURCE, ENTRY, LINE, NULL, "source", "source", NULL, FALSE, N_("Source of the wording")),
  ROW (INDICATOR, ENTRY, TEXT, NULL, "indicator", "indicator", "indicator", TRUE, N_("GEOAT indicator")),
  ROW (ALIGNMENT, ENTRY, TEXT, NULL, "alignment", "alignment", "alignment", FALSE, N_("Strategic alignment")),
  ROW (CURRENT_ACTIVITIES, ENTRY, TEXT, NULL, "current_activities", "current-activities", "current_activities", FALSE, N_("Current activities")),
  ROW (TARGET_LEVEL, ENTRY, LEVEL, NULL, "target_level", "target-level", NULL, FALSE, N_("Target level")),
  ROW (NOTES, ENTRY, TEXT, NULL, "notes", "notes", NULL, FALSE, N_("Private notes")),
  ROW (SINCE, ENTRY, ID, NULL, "since", "since", NULL, FALSE, N_("Counts from the round")),
  ROW (RETIRED, ENTRY, ID, NULL, "retired", "retired", NULL, FALSE, N_("Retired in the round")),

  ROW (ACTIVITY, ACTION, TEXT, NULL, "activity", "activity", "activity", FALSE, N_("Suggested forward activity")),
  ROW (UNITS, ACTION, TEXT, NULL, "units", "units", "units", FALSE, N_("Units to involve / resources needed")),
  ROW (LEAD, ACTION, LINE, NULL, "lead", "lead", NULL, FALSE, N_("Lead")),
  ROW (TIMELINE, ACTION, TEXT, NULL, "timeline", "timeline", "timeline", FALSE, N_("Timeline")),
  ROW (START, ACTION, DATE, NULL, "start", "start", NULL, FALSE, N_("Start date")),
  ROW (DUE, ACTION, DATE, NULL, "due", "due", NULL, FALSE, N_("Due date")),
  ROW (TARGETS, ACTION, TEXT, NULL, "targets", "targets", "targets", FALSE, N_("Targets and monitoring indicators")),
  ROW (STATUS, ACTION, STATUS, NULL, "status", "status", NULL, TRUE, N_("Status")),
  ROW (COMPLETED, ACTION, DATE, NULL, "completed", "completed", NULL, FALSE, N_("Date of completion")),
  ROW (PROGRESS, ACTION, TEXT, NULL, "progress", "progress", NULL, FALSE, N_("Progress")),
};
/* clang-format on */

#undef ROW

typedef struct
{
  GeoatField before;
  GeoatField after;
} Range;

#define RANGE(PART)                                                                                \
  [GEOAT_PART_##PART] = { GEOAT_BEFORE_##PART##_FIELDS, GEOAT_AFTER_##PART##_FIELDS }
static const Range ranges[GEOAT_N_PARTS] = {
  RANGE (PLAN), RANGE (MEMBER), RANGE (ROUND), RANGE (ENTRY), RANGE (ACTION),
};
#undef RANGE

/* Every field is of some part: none stands between two of them or behind the last. */
G_STATIC_ASSERT (1 + GEOAT_COUNT_FIELDS (PLAN) + GEOAT_COUNT_FIELDS (MEMBER) +
                     GEOAT_COUNT_FIELDS (ROUND) + GEOAT_COUNT_FIELDS (ENTRY) +
                     GEOAT_COUNT_FIELDS (ACTION) ==
                 GEOAT_N_FIELDS);

static const char *const status_names[GEOAT_N_STATUSES] = { "planned", "in-progress", "done",
                                                            "dropped" };

/**
 * geoat_field_get_info:
 * @field: a field
 *
 * Returns: (transfer none): its row of the table; %NULL for %GEOAT_FIELD_NONE
 */
const GeoatFieldInfo *
geoat_field_get_info (GeoatField field)
{
  g_return_val_if_fail ((guint) field < GEOAT_N_FIELDS, NULL);

  return field == GEOAT_FIELD_NONE ? NULL : &rows[field].info;
}

/**
 * geoat_field_is_text:
 * @field: a field
 *
 * Returns: whether its value is a text (dates and ids included), not a number
 */
gboolean
geoat_field_is_text (GeoatField field)
{
  const GeoatFieldInfo *info = geoat_field_get_info (field);

  return info != NULL && info->kind <= GEOAT_FIELD_KIND_ID;
}

/**
 * geoat_field_first:
 * @part: a part of a plan
 *
 * Returns: its first field; all up to geoat_field_last() are its own
 */
GeoatField
geoat_field_first (GeoatPart part)
{
  g_return_val_if_fail ((guint) part < GEOAT_N_PARTS, GEOAT_FIELD_NONE);

  return ranges[part].before + 1;
}

/**
 * geoat_field_last:
 * @part: a part of a plan
 *
 * Returns: its last field
 */
GeoatField
geoat_field_last (GeoatPart part)
{
  g_return_val_if_fail ((guint) part < GEOAT_N_PARTS, GEOAT_FIELD_NONE);

  return ranges[part].after - 1;
}

/**
 * geoat_field_get_title:
 * @field: a field
 *
 * Its name on the screen, translated. What leaves in a file takes the headings of the framework.
 *
 * Returns: (transfer none): a short text; empty for %GEOAT_FIELD_NONE
 */
const char *
geoat_field_get_title (GeoatField field)
{
  g_return_val_if_fail ((guint) field < GEOAT_N_FIELDS, "");

  return field == GEOAT_FIELD_NONE ? "" : _ (rows[field].title);
}

/**
 * geoat_field_format_month:
 * @month: 1 to 12
 *
 * Its name on the screen, as it is written by itself. What leaves in a file takes the words of the
 * language of the plan.
 *
 * Returns: (transfer full): the name
 */
char *
geoat_field_format_month (int month)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2024, month, 1, 0, 0, 0);

  g_return_val_if_fail (day != NULL, NULL);

  return g_date_time_format (day, "%OB");
}

/**
 * geoat_status_to_string:
 * @status: a status
 *
 * Returns: (transfer none): its name in the file
 */
const char *
geoat_status_to_string (GeoatStatus status)
{
  g_return_val_if_fail ((guint) status < GEOAT_N_STATUSES, status_names[0]);

  return status_names[status];
}

/**
 * geoat_status_get_title:
 * @status: a status
 *
 * Its name on the screen, translated. What leaves in a file takes the words of the framework.
 *
 * Returns: (transfer none): one or two words
 */
const char *
geoat_status_get_title (GeoatStatus status)
{
  switch (status)
    {
    case GEOAT_STATUS_IN_PROGRESS:
      return C_ ("status", "In progress");
    case GEOAT_STATUS_DONE:
      return C_ ("status", "Done");
    case GEOAT_STATUS_DROPPED:
      return C_ ("status", "Dropped");
    case GEOAT_STATUS_PLANNED:
    default:
      return C_ ("status", "Planned");
    }
}

/**
 * geoat_status_from_string:
 * @text: a name as in the file
 * @status: (out): the status; untouched when there is none
 *
 * Returns: %FALSE when @text is no status
 */
gboolean
geoat_status_from_string (const char *text, GeoatStatus *status)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (status != NULL, FALSE);

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    if (g_str_equal (status_names[i], text))
      {
        *status = (GeoatStatus) i;
        return TRUE;
      }

  return FALSE;
}
