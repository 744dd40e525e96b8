/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GeoatField:
 *
 * Every single-valued member that a part of a plan has, whichever part it is. The table behind
 * geoat_field_get_info() says to which kind of item a field belongs and what it holds: the reader,
 * the writer, the history, finding and sharing all walk that table, so that a new field is one row.
 *
 * The fields of a part stand between its two marks: the instances of the part have room for just
 * these, and every loop over the fields of a part runs from one mark to the other.
 */
typedef enum
{
  GEOAT_FIELD_NONE,

  /* of a plan */
  GEOAT_BEFORE_PLAN_FIELDS = GEOAT_FIELD_NONE,
  GEOAT_FIELD_LANGUAGE,
  GEOAT_FIELD_TITLE,
  GEOAT_FIELD_CLASSIFICATION,
  GEOAT_FIELD_ADMINISTRATION,    /* administration/name */
  GEOAT_FIELD_COUNTRY,           /* administration/country */
  GEOAT_FIELD_FISCAL_YEAR_START, /* administration/fiscal_year_start; a number, 1 to 12, 0: none */
  GEOAT_FIELD_TARGETS_BY,        /* target_levels/by; a date */
  GEOAT_AFTER_PLAN_FIELDS,

  /* of a member of the working group */
  GEOAT_BEFORE_MEMBER_FIELDS = GEOAT_AFTER_PLAN_FIELDS - 1,
  GEOAT_FIELD_MEMBER_NAME,
  GEOAT_FIELD_MEMBER_UNIT,
  GEOAT_FIELD_MEMBER_ROLE,
  GEOAT_AFTER_MEMBER_FIELDS,

  /* of a round */
  GEOAT_BEFORE_ROUND_FIELDS = GEOAT_AFTER_MEMBER_FIELDS - 1,
  GEOAT_FIELD_ROUND_TITLE,
  GEOAT_FIELD_OPENED,
  GEOAT_FIELD_CLOSED,
  GEOAT_AFTER_ROUND_FIELDS,

  /* of an entry */
  GEOAT_BEFORE_ENTRY_FIELDS = GEOAT_AFTER_ROUND_FIELDS - 1,
  GEOAT_FIELD_KEY_ELEMENT,
  GEOAT_FIELD_SOURCE,
  GEOAT_FIELD_INDICATOR,
  GEOAT_FIELD_ALIGNMENT,
  GEOAT_FIELD_CURRENT_ACTIVITIES,
  GEOAT_FIELD_TARGET_LEVEL, /* a number: a GeoatLevel from 0 to 5, GEOAT_LEVEL_NOT_ASSESSED: none */
  GEOAT_FIELD_NOTES,
  GEOAT_FIELD_SINCE,   /* id of a round */
  GEOAT_FIELD_RETIRED, /* id of a round */
  GEOAT_AFTER_ENTRY_FIELDS,

  /* of an action */
  GEOAT_BEFORE_ACTION_FIELDS = GEOAT_AFTER_ENTRY_FIELDS - 1,
  GEOAT_FIELD_ACTIVITY,
  GEOAT_FIELD_UNITS,
  GEOAT_FIELD_LEAD,
  GEOAT_FIELD_TIMELINE,
  GEOAT_FIELD_START,
  GEOAT_FIELD_DUE,
  GEOAT_FIELD_TARGETS,
  GEOAT_FIELD_STATUS, /* a number: a GeoatStatus */
  GEOAT_FIELD_COMPLETED,
  GEOAT_FIELD_PROGRESS,
  GEOAT_AFTER_ACTION_FIELDS,

  GEOAT_N_FIELDS = GEOAT_AFTER_ACTION_FIELDS
} GeoatField;

/**
 * GeoatFieldKind:
 * @GEOAT_FIELD_KIND_TEXT: text of any length, with line breaks
 * @GEOAT_FIELD_KIND_LINE: text without line breaks by habit; the file may hold some
 * @GEOAT_FIELD_KIND_DATE: `YYYY-MM-DD`, or empty
 * @GEOAT_FIELD_KIND_LANGUAGE: a BCP 47 tag
 * @GEOAT_FIELD_KIND_KEY_ELEMENT: the id of a key element of the framework
 * @GEOAT_FIELD_KIND_ROUND: the id of a round of the plan, or empty
 * @GEOAT_FIELD_KIND_LEVEL: a number, see #GeoatLevel
 * @GEOAT_FIELD_KIND_MONTH: a number, 1 to 12, or 0 for none
 * @GEOAT_FIELD_KIND_STATUS: a number, see #GeoatStatus
 */
typedef enum
{
  GEOAT_FIELD_KIND_TEXT,
  GEOAT_FIELD_KIND_LINE,
  GEOAT_FIELD_KIND_DATE,
  GEOAT_FIELD_KIND_LANGUAGE,
  GEOAT_FIELD_KIND_KEY_ELEMENT,
  GEOAT_FIELD_KIND_ROUND,

  /* numbers from here on */
  GEOAT_FIELD_KIND_LEVEL,
  GEOAT_FIELD_KIND_MONTH,
  GEOAT_FIELD_KIND_STATUS,
} GeoatFieldKind;

/**
 * GeoatFieldFlags:
 * @GEOAT_FIELD_FLAG_REQUIRED: written even when empty; the file must have it
 * @GEOAT_FIELD_FLAG_SEARCHED: finding looks through it
 * @GEOAT_FIELD_FLAG_FILTERED: the filter of the action plan looks through it
 * @GEOAT_FIELD_FLAG_PREVIEWED: has a line of its own in the preview of what leaves a plan
 * @GEOAT_FIELD_FLAG_BESIDE: has a column beside the eight of the template, where there is room
 * @GEOAT_FIELD_FLAG_LISTED: has a column in the list of all activities
 * @GEOAT_FIELD_FLAG_DESCRIBED: is told in the description of an activity
 *
 * Where a field appears.
 */
typedef enum
{
  GEOAT_FIELD_FLAG_REQUIRED = 1 << 0,
  GEOAT_FIELD_FLAG_SEARCHED = 1 << 1,
  GEOAT_FIELD_FLAG_FILTERED = 1 << 2,
  GEOAT_FIELD_FLAG_PREVIEWED = 1 << 3,
  GEOAT_FIELD_FLAG_BESIDE = 1 << 4,
  GEOAT_FIELD_FLAG_LISTED = 1 << 5,
  GEOAT_FIELD_FLAG_DESCRIBED = 1 << 6,
} GeoatFieldFlags;

/* For GeoatFieldInfo.sharing: shared with what has it. */
#define GEOAT_FIELD_ALWAYS_SHARED ""

/* How many fields a part has, for the size of its instances. */
#define GEOAT_COUNT_FIELDS(PART) (GEOAT_AFTER_##PART##_FIELDS - GEOAT_BEFORE_##PART##_FIELDS - 1)

typedef enum
{
  GEOAT_PART_PLAN,
  GEOAT_PART_MEMBER,
  GEOAT_PART_ROUND,
  GEOAT_PART_ENTRY,
  GEOAT_PART_ACTION,

  GEOAT_N_PARTS
} GeoatPart;

/**
 * GeoatFieldInfo:
 * @field: the field
 * @part: what has it
 * @kind: what it holds
 * @group: the object of the part that holds it in the file, `administration` or `target_levels`;
 *   %NULL: the part itself
 * @member: its name in the file, inside the object that holds it: `current_activities`
 * @property: the name of its property: `current-activities`
 * @column: the id of its column in the template, or %NULL
 * @heading: the key of its heading in the catalogue of a language, for what is imported and
 *   exported; %NULL: that of its column in the template, if it has one
 * @sharing: the id of the part (see #GeoatSharingPart) that it is left out with;
 *   %GEOAT_FIELD_ALWAYS_SHARED; %NULL: never shared
 * @flags: where it appears
 * @title: see geoat_field_get_title(); N_()
 * @edit_name: see geoat_field_get_edit_name(); N_()
 */
typedef struct
{
  GeoatField field;
  GeoatPart part;
  GeoatFieldKind kind;
  const char *group;
  const char *member;
  const char *property;
  const char *column;
  const char *heading;
  const char *sharing;
  GeoatFieldFlags flags;
  const char *title;
  const char *edit_name;
} GeoatFieldInfo;

const GeoatFieldInfo *geoat_field_get_info (GeoatField field);
gboolean geoat_field_is_text (GeoatField field);
int geoat_field_get_none (GeoatField field);
void geoat_field_get_range (GeoatField field, int *min, int *max);
guint geoat_field_list (GeoatPart part,
                        GeoatFieldFlags flags,
                        const GeoatField *first,
                        GeoatField fields[GEOAT_N_FIELDS]);
GeoatField geoat_field_first (GeoatPart part);
GeoatField geoat_field_last (GeoatPart part);
const char *geoat_field_get_title (GeoatField field);
const char *geoat_field_get_edit_name (GeoatField field);
char *geoat_field_format_month (int month);

/**
 * GeoatStatus:
 *
 * How far an action has come. "Overdue" is none of them: it follows from the due date.
 */
typedef enum
{
  GEOAT_STATUS_PLANNED,
  GEOAT_STATUS_IN_PROGRESS,
  GEOAT_STATUS_DONE,
  GEOAT_STATUS_DROPPED,
} GeoatStatus;

#define GEOAT_N_STATUSES (GEOAT_STATUS_DROPPED + 1)

const char *geoat_status_to_string (GeoatStatus status);
const char *geoat_status_get_title (GeoatStatus status);
gboolean geoat_status_from_string (const char *text, GeoatStatus *status);

G_END_DECLS
