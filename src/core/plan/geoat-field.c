/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of all fields: the one place that says which part of a plan has which single-valued
 * members, under which names, what they hold, and where they appear. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-field.h"

#include <glib/gi18n-lib.h>

#include "geoat-level.h"

#define FIELD(FIELD, PART, KIND)                                                                   \
  .field = GEOAT_FIELD_##FIELD, .part = GEOAT_PART_##PART, .kind = GEOAT_FIELD_KIND_##KIND
#define REQUIRED GEOAT_FIELD_FLAG_REQUIRED
#define SEARCHED GEOAT_FIELD_FLAG_SEARCHED
#define FILTERED GEOAT_FIELD_FLAG_FILTERED
#define PREVIEWED GEOAT_FIELD_FLAG_PREVIEWED
#define BESIDE GEOAT_FIELD_FLAG_BESIDE
#define LISTED GEOAT_FIELD_FLAG_LISTED
#define DESCRIBED GEOAT_FIELD_FLAG_DESCRIBED

/* clang-format off */
static const GeoatFieldInfo rows[GEOAT_N_FIELDS] = {
  [GEOAT_FIELD_LANGUAGE] = { FIELD (LANGUAGE, PLAN, LANGUAGE),
    .member = "language", .property = "language", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .flags = REQUIRED,
    .title = N_("Language"), .edit_name = N_("Change Language of the Plan") },
  [GEOAT_FIELD_TITLE] = { FIELD (TITLE, PLAN, LINE),
    .member = "title", .property = "title", .sharing = "title",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Title"), .edit_name = N_("Edit Title of the Plan") },
  [GEOAT_FIELD_CLASSIFICATION] = { FIELD (CLASSIFICATION, PLAN, LINE),
    .member = "classification", .property = "classification", .sharing = "classification",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Classification"), .edit_name = N_("Edit Classification") },
  [GEOAT_FIELD_ADMINISTRATION] = { FIELD (ADMINISTRATION, PLAN, LINE),
    .group = "administration", .member = "name", .property = "administration", .sharing = "administration",
    .flags = REQUIRED | SEARCHED | PREVIEWED,
    .title = N_("Administration"), .edit_name = N_("Edit Administration") },
  [GEOAT_FIELD_COUNTRY] = { FIELD (COUNTRY, PLAN, LINE),
    .group = "administration", .member = "country", .property = "country", .sharing = "administration",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Country"), .edit_name = N_("Edit Country") },
  [GEOAT_FIELD_FISCAL_YEAR_START] = { FIELD (FISCAL_YEAR_START, PLAN, MONTH),
    .group = "administration", .member = "fiscal_year_start", .property = "fiscal-year-start", .sharing = "administration",
    .flags = PREVIEWED,
    .title = N_("Start of the fiscal year"), .edit_name = N_("Change Start of the Fiscal Year") },
  [GEOAT_FIELD_TARGETS_BY] = { FIELD (TARGETS_BY, PLAN, DATE),
    .group = "target_levels", .member = "by", .property = "targets-by", .sharing = "target_levels",
    .flags = PREVIEWED,
    .title = N_("Target levels to be reached by"), .edit_name = N_("Change Date of the Target Levels") },

  [GEOAT_FIELD_MEMBER_NAME] = { FIELD (MEMBER_NAME, MEMBER, LINE),
    .member = "name", .property = "name", .heading = "member.name", .sharing = "working_group",
    .flags = REQUIRED | SEARCHED,
    .title = N_("Name"), .edit_name = N_("Edit Name of the Member") },
  [GEOAT_FIELD_MEMBER_UNIT] = { FIELD (MEMBER_UNIT, MEMBER, LINE),
    .member = "unit", .property = "unit", .heading = "member.unit", .sharing = "working_group",
    .flags = SEARCHED,
    .title = N_("Unit"), .edit_name = N_("Edit Unit of the Member") },
  [GEOAT_FIELD_MEMBER_ROLE] = { FIELD (MEMBER_ROLE, MEMBER, LINE),
    .member = "role", .property = "role", .heading = "member.role", .sharing = "working_group",
    .flags = SEARCHED,
    .title = N_("Role"), .edit_name = N_("Edit Role of the Member") },

  [GEOAT_FIELD_ROUND_TITLE] = { FIELD (ROUND_TITLE, ROUND, LINE),
    .member = "title", .property = "title", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .flags = REQUIRED | SEARCHED,
    .title = N_("Title"), .edit_name = N_("Rename Round") },
  [GEOAT_FIELD_OPENED] = { FIELD (OPENED, ROUND, DATE),
    .member = "opened", .property = "opened", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .flags = REQUIRED,
    .title = N_("Opened"), .edit_name = N_("Change Opening Date of the Round") },
  [GEOAT_FIELD_CLOSED] = { FIELD (CLOSED, ROUND, DATE),
    .member = "closed", .property = "closed", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .title = N_("Closed"), .edit_name = N_("Change Closing Date of the Round") },

  [GEOAT_FIELD_KEY_ELEMENT] = { FIELD (KEY_ELEMENT, ENTRY, KEY_ELEMENT),
    .member = "key_element", .property = "key-element", .heading = "column.key_element", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .flags = REQUIRED,
    .title = N_("Key element"), .edit_name = N_("Change Key Element") },
  [GEOAT_FIELD_SOURCE] = { FIELD (SOURCE, ENTRY, LINE),
    .member = "source", .property = "source", .sharing = "source",
    .flags = PREVIEWED,
    .title = N_("Source of the wording"), .edit_name = N_("Edit Source of the Wording") },
  [GEOAT_FIELD_INDICATOR] = { FIELD (INDICATOR, ENTRY, TEXT),
    .member = "indicator", .property = "indicator", .column = "indicator", .heading = "column.indicator", .sharing = "indicator",
    .flags = REQUIRED | SEARCHED,
    .title = N_("GEOAT indicator"), .edit_name = N_("Edit Indicator") },
  [GEOAT_FIELD_ALIGNMENT] = { FIELD (ALIGNMENT, ENTRY, TEXT),
    .member = "alignment", .property = "alignment", .column = "alignment", .sharing = "alignment",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Strategic alignment"), .edit_name = N_("Edit Strategic Alignment") },
  [GEOAT_FIELD_CURRENT_ACTIVITIES] = { FIELD (CURRENT_ACTIVITIES, ENTRY, TEXT),
    .member = "current_activities", .property = "current-activities", .column = "current_activities", .sharing = "current_activities",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Current activities"), .edit_name = N_("Edit Current Activities") },
  [GEOAT_FIELD_TARGET_LEVEL] = { FIELD (TARGET_LEVEL, ENTRY, LEVEL),
    .member = "target_level", .property = "target-level", .sharing = "target_levels",
    .flags = PREVIEWED,
    .title = N_("Target level"), .edit_name = N_("Set Target Level") },
  [GEOAT_FIELD_NOTES] = { FIELD (NOTES, ENTRY, TEXT),
    .member = "notes", .property = "notes", .heading = "column.notes", .sharing = "notes",
    .flags = SEARCHED | PREVIEWED,
    .title = N_("Private notes"), .edit_name = N_("Edit Private Notes") },
  [GEOAT_FIELD_SINCE] = { FIELD (SINCE, ENTRY, ROUND),
    .member = "since", .property = "since",
    .title = N_("Counts from the round"), .edit_name = N_("Change First Round of the Indicator") },
  [GEOAT_FIELD_RETIRED] = { FIELD (RETIRED, ENTRY, ROUND),
    .member = "retired", .property = "retired",
    .title = N_("Retired in the round"), .edit_name = N_("Change Retirement of the Indicator") },

  [GEOAT_FIELD_ACTIVITY] = { FIELD (ACTIVITY, ACTION, TEXT),
    .member = "activity", .property = "activity", .column = "activity", .heading = "column.activity", .sharing = "activity",
    .flags = SEARCHED | FILTERED | LISTED,
    .title = N_("Suggested forward activity"), .edit_name = N_("Edit Suggested Forward Activity") },
  [GEOAT_FIELD_UNITS] = { FIELD (UNITS, ACTION, TEXT),
    .member = "units", .property = "units", .column = "units", .sharing = "units",
    .flags = SEARCHED | FILTERED | PREVIEWED | DESCRIBED,
    .title = N_("Units to involve / resources needed"), .edit_name = N_("Edit Units and Resources") },
  [GEOAT_FIELD_LEAD] = { FIELD (LEAD, ACTION, LINE),
    .member = "lead", .property = "lead", .heading = "column.lead", .sharing = "lead",
    .flags = SEARCHED | FILTERED | PREVIEWED | BESIDE | LISTED | DESCRIBED,
    .title = N_("Lead"), .edit_name = N_("Edit Lead") },
  [GEOAT_FIELD_TIMELINE] = { FIELD (TIMELINE, ACTION, TEXT),
    .member = "timeline", .property = "timeline", .column = "timeline", .sharing = "timeline",
    .flags = SEARCHED | FILTERED | PREVIEWED | DESCRIBED,
    .title = N_("Timeline"), .edit_name = N_("Edit Timeline") },
  [GEOAT_FIELD_START] = { FIELD (START, ACTION, DATE),
    .member = "start", .property = "start", .heading = "column.start", .sharing = "timeline",
    .flags = PREVIEWED | BESIDE | LISTED,
    .title = N_("Start date"), .edit_name = N_("Change Start Date") },
  [GEOAT_FIELD_DUE] = { FIELD (DUE, ACTION, DATE),
    .member = "due", .property = "due", .heading = "column.due", .sharing = "timeline",
    .flags = PREVIEWED | BESIDE | LISTED,
    .title = N_("Due date"), .edit_name = N_("Change Due Date") },
  [GEOAT_FIELD_TARGETS] = { FIELD (TARGETS, ACTION, TEXT),
    .member = "targets", .property = "targets", .column = "targets", .sharing = "targets",
    .flags = SEARCHED | FILTERED | PREVIEWED | DESCRIBED,
    .title = N_("Targets and monitoring indicators"), .edit_name = N_("Edit Targets and Monitoring Indicators") },
  [GEOAT_FIELD_STATUS] = { FIELD (STATUS, ACTION, STATUS),
    .member = "status", .property = "status", .heading = "column.status", .sharing = GEOAT_FIELD_ALWAYS_SHARED,
    .flags = REQUIRED | PREVIEWED | BESIDE | LISTED | DESCRIBED,
    .title = N_("Status"), .edit_name = N_("Change Status") },
  [GEOAT_FIELD_COMPLETED] = { FIELD (COMPLETED, ACTION, DATE),
    .member = "completed", .property = "completed", .heading = "column.completed", .sharing = "progress",
    .flags = PREVIEWED | LISTED,
    .title = N_("Date of completion"), .edit_name = N_("Change Date of Completion") },
  [GEOAT_FIELD_PROGRESS] = { FIELD (PROGRESS, ACTION, TEXT),
    .member = "progress", .property = "progress", .heading = "column.progress", .sharing = "progress",
    .flags = SEARCHED | PREVIEWED | LISTED,
    .title = N_("Progress"), .edit_name = N_("Edit Progress") },
};
/* clang-format on */

#undef FIELD
#undef REQUIRED
#undef SEARCHED
#undef FILTERED
#undef PREVIEWED
#undef BESIDE
#undef LISTED
#undef DESCRIBED

/* What a number can be, and which one stands for none. */
typedef struct
{
  int none;
  int min;
  int max;
} Numbers;

static const Numbers numbers[] = {
  [GEOAT_FIELD_KIND_LEVEL] = { GEOAT_LEVEL_NOT_ASSESSED, GEOAT_LEVEL_0, GEOAT_LEVEL_MAX },
  [GEOAT_FIELD_KIND_MONTH] = { 0, 1, 12 },
  [GEOAT_FIELD_KIND_STATUS] = { GEOAT_STATUS_PLANNED, GEOAT_STATUS_PLANNED, GEOAT_N_STATUSES - 1 },
};

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

  return field == GEOAT_FIELD_NONE ? NULL : &rows[field];
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

  return info != NULL && info->kind < GEOAT_FIELD_KIND_LEVEL;
}

/**
 * geoat_field_get_none:
 * @field: a field that holds a number
 *
 * Returns: the number that stands for none
 */
int
geoat_field_get_none (GeoatField field)
{
  g_return_val_if_fail (field != GEOAT_FIELD_NONE && !geoat_field_is_text (field), 0);

  return numbers[rows[field].kind].none;
}

/**
 * geoat_field_get_range:
 * @field: a field that holds a number
 * @min: (out): the smallest that it can hold, beside the one that stands for none
 * @max: (out): the largest
 */
void
geoat_field_get_range (GeoatField field, int *min, int *max)
{
  g_return_if_fail (field != GEOAT_FIELD_NONE && !geoat_field_is_text (field));

  *min = numbers[rows[field].kind].min;
  *max = numbers[rows[field].kind].max;
}

/**
 * geoat_field_list:
 * @part: a part of a plan
 * @flags: what the fields must have
 * @first: (nullable) (array zero-terminated=1): those that come first, where they have it
 * @fields: (out caller-allocates): the fields of @part that have @flags; %GEOAT_FIELD_NONE at the
 *   end
 *
 * The others come in the order of the table.
 *
 * Returns: how many there are
 */
guint
geoat_field_list (GeoatPart part,
                  GeoatFieldFlags flags,
                  const GeoatField *first,
                  GeoatField fields[GEOAT_N_FIELDS])
{
  gboolean taken[GEOAT_N_FIELDS] = { FALSE };
  guint n = 0;

  for (; first != NULL && *first != GEOAT_FIELD_NONE; first++)
    if ((rows[*first].flags & flags) == flags)
      {
        fields[n++] = *first;
        taken[*first] = TRUE;
      }
  for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
    if ((rows[field].flags & flags) == flags && !taken[field])
      fields[n++] = (GeoatField) field;
  fields[n] = GEOAT_FIELD_NONE;
  return n;
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
 * geoat_field_get_edit_name:
 * @field: a field
 *
 * Returns: (transfer none): what undo calls a change of it, translated
 */
const char *
geoat_field_get_edit_name (GeoatField field)
{
  g_return_val_if_fail (field != GEOAT_FIELD_NONE && (guint) field < GEOAT_N_FIELDS, "");

  return _ (rows[field].edit_name);
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
