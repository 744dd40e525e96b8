/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-language.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatPaper:
 * @GEOAT_PAPER_A4: 210 × 297 mm
 * @GEOAT_PAPER_LETTER: 8.5 × 11 in
 *
 * Sizes of paper.
 */
typedef enum
{
  GEOAT_PAPER_A4,
  GEOAT_PAPER_LETTER,
} GeoatPaper;

/**
 * GeoatExportOptions:
 * @round: whose levels; %NULL: the last
 * @language: of headings and level names; %NULL: the plan's
 * @today: for what is overdue; %NULL: the present day
 * @without_charts: no charts, in formats that have them
 * @paper: of formats whose pages are of one size
 */
typedef struct
{
  GeoatRound *round;
  GeoatLanguage *language;
  const GDate *today;
  gboolean without_charts;
  GeoatPaper paper;
} GeoatExportOptions;

typedef gboolean (*GeoatExportFunc) (GeoatPlan *plan,
                                     const GeoatExportOptions *options,
                                     GOutputStream *stream,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
