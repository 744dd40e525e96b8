/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-private.h"
#include "geoat-history.h"

G_BEGIN_DECLS

/* A plan for the tests of the charts, with the history that made it. */
typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatLanguage *language; /* NULL: the plan's */
} ChartFixture;

/* A plan with a round and nothing else; NULL is the built-in framework. */
ChartFixture *chart_fixture_new (GeoatFramework *framework);
void chart_fixture_free (ChartFixture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartFixture, chart_fixture_free)

GeoatEntry *chart_fixture_add (ChartFixture *self, const char *key_element, GeoatLevel level);
void chart_fixture_add_all (ChartFixture *self, guint per_key_element, GeoatLevel level);
GeoatRound *chart_fixture_open (ChartFixture *self, const char *title);
GeoatAction *chart_fixture_add_action (GeoatHistory *history,
                                       GeoatEntry *entry,
                                       GeoatStatus status,
                                       const char *due);
GeoatChart *
chart_fixture_chart (ChartFixture *self, const char *kind, GeoatRound *compare); /* full */

/* Levels that look like an administration's: every level, N/A and gaps. */
void chart_fixture_rate_mixed (ChartFixture *self, guint seed);

/* Plans at the edges: a table by name. */
typedef struct
{
  const char *name;
  ChartFixture *(*create) (void);
} ChartCase;
ChartFixture *chart_fixture_create (const char *name);

/* Calls @test for every kind of chart and every case. */
typedef void (*ChartCaseTest) (ChartFixture *fixture, const char *kind);
void chart_fixture_add_case_tests (const char *prefix, ChartCaseTest test);

GBytes *chart_fixture_read_source (const char *path); /* of the source tree */
const GDate *chart_fixture_today (void);

G_END_DECLS
