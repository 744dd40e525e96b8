/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-change.h"
#include "geoat-move.h"
#include "geoat-score.h"
#include "geoat-scores.h"

G_BEGIN_DECLS

/**
 * GeoatChartShows:
 * @GEOAT_CHART_SHOWS_SCORES: means, coverage and targets of the principles and the plan
 * @GEOAT_CHART_SHOWS_LEVELS: how the indicators are spread over the levels, not the mean alone
 * @GEOAT_CHART_SHOWS_KEY_ELEMENTS: the same for key elements
 * @GEOAT_CHART_SHOWS_COMPARE: the same for the round to compare with, and what changed since
 * @GEOAT_CHART_SHOWS_ROUNDS: the scores of all rounds
 * @GEOAT_CHART_SHOWS_TARGETS: target levels
 * @GEOAT_CHART_SHOWS_ACTIONS: actions by status
 *
 * What a kind of chart shows: what has to be counted for it, and which edits concern it.
 */
typedef enum
{
  GEOAT_CHART_SHOWS_SCORES = 1 << 0,
  GEOAT_CHART_SHOWS_LEVELS = 1 << 1,
  GEOAT_CHART_SHOWS_KEY_ELEMENTS = 1 << 2,
  GEOAT_CHART_SHOWS_COMPARE = 1 << 3,
  GEOAT_CHART_SHOWS_ROUNDS = 1 << 4,
  GEOAT_CHART_SHOWS_TARGETS = 1 << 5,
  GEOAT_CHART_SHOWS_ACTIONS = 1 << 6,
} GeoatChartShows;

/* What happened to an indicator between two rounds, as an index. */
typedef enum
{
  GEOAT_CHART_MOVE_ROSE = GEOAT_MOVE_ROSE,
  GEOAT_CHART_MOVE_FELL = GEOAT_MOVE_FELL,
  GEOAT_CHART_MOVE_NEW = GEOAT_MOVE_NEW,
  GEOAT_CHART_MOVE_SWITCHED = GEOAT_MOVE_SWITCHED,
  GEOAT_CHART_MOVE_SAME = GEOAT_MOVE_SAME,
  GEOAT_CHART_MOVE_CARRIED = GEOAT_MOVE_CARRIED,
  GEOAT_CHART_MOVE_OPEN = GEOAT_MOVE_OPEN,
  GEOAT_CHART_N_MOVES
} GeoatChartMove;

/**
 * GeoatChartChange:
 * @moves: how many indicators, by what happened to them
 * @score: the change of the levels
 *
 * What happened to a scope between two rounds.
 */
typedef struct
{
  guint moves[GEOAT_CHART_N_MOVES];
  GeoatScoreChange score;
} GeoatChartChange;

/**
 * GeoatChartActionCount:
 * @by_status: how many actions have each status
 * @overdue: how many of these are overdue
 *
 * The actions of a scope.
 */
typedef struct
{
  guint by_status[GEOAT_N_STATUSES];
  guint overdue[GEOAT_N_STATUSES];
} GeoatChartActionCount;

/**
 * GeoatChartFigures:
 * @round: the round that is shown
 * @compare: the round beside it, or %NULL
 * @scores, @compare_scores: by scope, see geoat_chart_figures_index()
 * @changes: by scope; all 0 without @compare
 * @rounds: for each round the scores by scope
 * @round_titles: the titles of the rounds
 * @targets_by: when the targets are to be reached, `YYYY-MM-DD`, or ""
 * @actions: by scope
 *
 * The sums that a chart is drawn from. Arrays that a kind of chart does not ask for are %NULL.
 */
typedef struct
{
  GeoatChartShows shows;
  guint n_principles;
  guint n_scopes;
  GeoatRound *round;
  GeoatRound *compare;
  GeoatScore *scores;
  GeoatScore *compare_scores;
  GeoatChartChange *changes;
  GPtrArray *rounds;
  GPtrArray *round_titles;
  char *targets_by;
  GeoatChartActionCount *actions;
} GeoatChartFigures;

GeoatChartFigures *geoat_chart_figures_new (GeoatPlan *plan,
                                            GeoatRound *round,
                                            GeoatRound *compare,
                                            const GDate *today,
                                            GeoatChartShows shows,
                                            GHashTable *followed);
void geoat_chart_figures_free (GeoatChartFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartFigures, geoat_chart_figures_free)

guint geoat_chart_figures_index (const GeoatChartFigures *self, int principle, int key_element);
gboolean geoat_chart_figures_equal (const GeoatChartFigures *a, const GeoatChartFigures *b);
gboolean geoat_chart_figures_are_touched (const GeoatChartFigures *self, const GeoatChange *change);

G_END_DECLS
