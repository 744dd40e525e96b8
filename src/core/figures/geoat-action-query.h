/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatActionState:
 * @GEOAT_ACTION_STATE_ANY: all
 * @GEOAT_ACTION_STATE_OPEN: planned or in progress
 * @GEOAT_ACTION_STATE_OVERDUE: open, and due before today
 * @GEOAT_ACTION_STATE_PLANNED: planned
 * @GEOAT_ACTION_STATE_IN_PROGRESS: in progress
 * @GEOAT_ACTION_STATE_DONE: done
 * @GEOAT_ACTION_STATE_DROPPED: dropped
 */
typedef enum
{
  GEOAT_ACTION_STATE_ANY,
  GEOAT_ACTION_STATE_OPEN,
  GEOAT_ACTION_STATE_OVERDUE,
  GEOAT_ACTION_STATE_PLANNED,
  GEOAT_ACTION_STATE_IN_PROGRESS,
  GEOAT_ACTION_STATE_DONE,
  GEOAT_ACTION_STATE_DROPPED,
} GeoatActionState;

/**
 * GeoatActionDue:
 * @GEOAT_ACTION_DUE_ANY: all
 * @GEOAT_ACTION_DUE_IN_30_DAYS: due today or within the next 30 days
 * @GEOAT_ACTION_DUE_IN_90_DAYS: due today or within the next 90 days
 * @GEOAT_ACTION_DUE_NONE: without a due date
 */
typedef enum
{
  GEOAT_ACTION_DUE_ANY,
  GEOAT_ACTION_DUE_IN_30_DAYS,
  GEOAT_ACTION_DUE_IN_90_DAYS,
  GEOAT_ACTION_DUE_NONE,
} GeoatActionDue;

/**
 * GeoatActionOrder:
 * @GEOAT_ACTION_ORDER_DUE: the earliest first, those without a date last; what is done or dropped
 * after all that is open
 * @GEOAT_ACTION_ORDER_PLACE: as in the template
 * @GEOAT_ACTION_ORDER_STATUS: in progress, planned, done, dropped
 * @GEOAT_ACTION_ORDER_LEAD: by the name of the lead, those without one last
 * @GEOAT_ACTION_ORDER_UNITS: by the units, those without any last
 *
 * What comes first; of equals, what is due first, then the place in the template.
 */
typedef enum
{
  GEOAT_ACTION_ORDER_DUE,
  GEOAT_ACTION_ORDER_PLACE,
  GEOAT_ACTION_ORDER_STATUS,
  GEOAT_ACTION_ORDER_LEAD,
  GEOAT_ACTION_ORDER_UNITS,
} GeoatActionOrder;

/**
 * GeoatActionQuery:
 * @state: which status
 * @due: due when
 * @principle: 0-based position, or -1 for all
 * @lead: a lead, "" for those without one, %NULL for all
 * @unit: a unit, "" for those without one, %NULL for all
 * @text: words that all must be in the activity, its units, lead, timeline or targets, or in the
 * indicator; %NULL for all
 * @order: the order
 *
 * Which actions of a plan, in which order.
 */
typedef struct
{
  GeoatActionState state;
  GeoatActionDue due;
  int principle;
  const char *lead;
  const char *unit;
  const char *text;
  GeoatActionOrder order;
} GeoatActionQuery;

/* Array of GeoatAction. full */
GPtrArray *geoat_action_query_run (const GeoatActionQuery *self,
                                   GeoatPlan *plan,
                                   GeoatRound *round,
                                   const GDate *today);

/* What can be asked for in a plan; sorted, each once. full */
GStrv geoat_action_query_get_leads (GeoatPlan *plan, GeoatRound *round);
GStrv geoat_action_query_get_units (GeoatPlan *plan, GeoatRound *round);

G_END_DECLS
