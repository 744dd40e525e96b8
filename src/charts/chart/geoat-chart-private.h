/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-figures.h"
#include "geoat-chart-scene.h"
#include "geoat-chart.h"

G_BEGIN_DECLS

typedef struct _GeoatChartRows GeoatChartRows;

/* Around a chart in a file, in units. */
#define GEOAT_CHART_MARGIN 16

/**
 * GeoatChartClass:
 * @shows: what a kind of chart shows
 * @compares: without a round to compare with it takes the one before
 * @width: its natural width, in units
 * @create_rows: its rows, of a kind that is made of nothing else
 * @get_height: the height it wants at a width; by itself that of its rows
 * @layout: adds everything to an empty scene
 * @describe: one to three sentences
 * @fill_numbers: sets the headings and adds the rows
 *
 * What a kind of chart has to do. All of it is about the figures, which are up to date then.
 */
struct _GeoatChartClass
{
  GObjectClass parent_class;

  GeoatChartShows shows;
  gboolean compares;
  double width;

  GeoatChartRows *(*create_rows) (GeoatChart *self);
  double (*get_height) (GeoatChart *self, GeoatChartTexts *texts, double width, double font_scale);
  void (*layout) (GeoatChart *self, GeoatChartScene *scene);
  char *(*describe) (GeoatChart *self);
  void (*fill_numbers) (GeoatChart *self, GeoatChartNumbers *numbers);
};

void geoat_chart_set_up (GeoatChart *self, const char *kind, const GeoatChartOptions *options);

/* For the kinds of chart. */
GeoatPlan *geoat_chart_get_plan (GeoatChart *self);
GeoatFramework *geoat_chart_get_framework (GeoatChart *self);
GeoatLanguage *geoat_chart_get_language (GeoatChart *self);
const GeoatChartFigures *geoat_chart_get_figures (GeoatChart *self);
const char *geoat_chart_get_text (GeoatChart *self, const char *key);
gboolean geoat_chart_shows_targets (GeoatChart *self);

char *geoat_chart_dup_principle (GeoatChart *self, guint principle, gboolean brief);
char *geoat_chart_dup_key_element (GeoatChart *self, guint key_element);
char *geoat_chart_dup_round (GeoatChart *self, GeoatRound *round);
char *geoat_chart_dup_tenths (GeoatChart *self, const GeoatScore *score);
char *geoat_chart_dup_change (GeoatChart *self, const GeoatChartChange *change);
char *geoat_chart_dup_target (GeoatChart *self, const GeoatScore *score);
char *geoat_chart_dup_target_name (GeoatChart *self);
char *geoat_chart_dup_coverage (GeoatChart *self, const GeoatScore *score);
char *geoat_chart_dup_place (GeoatChart *self, const char *name, guint scope);
char *geoat_chart_dup_change_sentence (GeoatChart *self);
char *geoat_chart_dup_mean_sentence (GeoatChart *self);
char *geoat_chart_dup_extremes_sentence (GeoatChart *self, gboolean key_elements);
char *geoat_chart_join_sentences (char *first, char *second, char *third);

void geoat_chart_numbers_add_column (GeoatChartNumbers *numbers, char *heading);
void geoat_chart_numbers_add_columns (GeoatChartNumbers *numbers,
                                      GeoatChart *self,
                                      const char *first_key,
                                      ...) G_GNUC_NULL_TERMINATED;
void geoat_chart_numbers_add_row (GeoatChartNumbers *numbers);
void geoat_chart_numbers_add (GeoatChartNumbers *numbers, char *text);
void geoat_chart_numbers_add_count (GeoatChartNumbers *numbers, guint count);
void geoat_chart_numbers_add_score (GeoatChartNumbers *numbers,
                                    GeoatChart *self,
                                    const GeoatScore *score);
void geoat_chart_numbers_add_score_columns (GeoatChartNumbers *numbers, GeoatChart *self);
void geoat_chart_numbers_add_scores (GeoatChartNumbers *numbers, GeoatChart *self, guint scope);
void geoat_chart_numbers_add_coverage_columns (GeoatChartNumbers *numbers, GeoatChart *self);
void geoat_chart_numbers_add_coverage (GeoatChartNumbers *numbers, const GeoatScore *score);
void geoat_chart_numbers_add_scope (GeoatChartNumbers *numbers,
                                    GeoatChart *self,
                                    int principle,
                                    int key_element);

void geoat_chart_numbers_add_key_elements (GeoatChartNumbers *numbers, GeoatChart *self);

/* For the tests. */
GeoatChartScene *
geoat_chart_get_scene (GeoatChart *self, double width, double height, double font_scale);
guint geoat_chart_get_n_computed (GeoatChart *self);

G_END_DECLS
