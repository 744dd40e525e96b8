/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-export-options.h"
#include "geoat-plan-order.h"
#include "geoat-template-column.h"

G_BEGIN_DECLS

/**
 * GeoatTemplateRow:
 * @entry: the entry; belongs to the plan
 * @indicator: the wording of the indicator in the round
 * @current_activities: the wording of the current activities in the round
 * @level: the level in the round
 * @rating: the rating behind it, or %NULL
 *
 * What the template says about one indicator in one round. The actions are the entry's.
 */
typedef struct
{
  GeoatEntry *entry;
  const char *indicator;
  const char *current_activities;
  GeoatLevel level;
  const GeoatRating *rating;
} GeoatTemplateRow;

/**
 * GeoatTemplate:
 * @plan: the plan
 * @round: the round shown
 * @language: the language of what is written
 * @today: the day that counts as today
 * @without_charts: charts are not wanted
 * @rows: (array length=n_rows): the entries of the round, by key element
 * @n_rows: how many there are
 * @first_rows: where each key element begins in @rows; one more at the end
 *
 * The template of eight columns as a plan fills it in one round: what every format writes.
 */
typedef struct
{
  GeoatPlan *plan;
  GeoatRound *round;
  GeoatLanguage *language;
  GDate today;
  gboolean without_charts;
  GeoatPlanOrder *order; /* has the rows */
  GeoatEntry **rows;
  guint n_rows;
  guint *first_rows;
} GeoatTemplate;

GeoatTemplate *geoat_template_new (GeoatPlan *plan, const GeoatExportOptions *options);
void geoat_template_free (GeoatTemplate *self);
gboolean geoat_template_is_blank (const GeoatTemplate *self);
void geoat_template_get_row (const GeoatTemplate *self, guint position, GeoatTemplateRow *row);

const char *geoat_template_get_status_name (const GeoatTemplate *self, GeoatStatus status);

/* What stands above and in a column that holds a text or the status. */
const char *geoat_template_get_heading (const GeoatTemplate *self, GeoatField field);
const char *geoat_template_get_cell (const GeoatTemplate *self, GeoatItem *item, GeoatField field);

/* The fields of an activity that have a column beside the eight of the template. */
guint geoat_template_list_beside (GeoatField fields[GEOAT_N_FIELDS]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatTemplate, geoat_template_free)

G_END_DECLS
