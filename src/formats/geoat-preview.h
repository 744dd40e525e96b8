/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-format.h"

G_BEGIN_DECLS

/**
 * GeoatPreviewState:
 * @GEOAT_PREVIEW_GOES: it goes out
 * @GEOAT_PREVIEW_CHARTS: it goes out in the charts alone
 * @GEOAT_PREVIEW_NO_PLACE: the format has no place for it
 * @GEOAT_PREVIEW_LEFT_OUT: it was left out
 */
typedef enum
{
  GEOAT_PREVIEW_GOES,
  GEOAT_PREVIEW_CHARTS,
  GEOAT_PREVIEW_NO_PLACE,
  GEOAT_PREVIEW_LEFT_OUT,
} GeoatPreviewState;

/**
 * GeoatPreviewKind:
 * @GEOAT_PREVIEW_HEADING: begins a part of the plan, or a key element
 * @GEOAT_PREVIEW_ENTRY: an indicator, with its wording
 * @GEOAT_PREVIEW_ACTION: an activity, with its text
 * @GEOAT_PREVIEW_VALUE: something else that has been written or rated
 * @GEOAT_PREVIEW_DETAIL: something else that has been written about an activity
 */
typedef enum
{
  GEOAT_PREVIEW_HEADING,
  GEOAT_PREVIEW_ENTRY,
  GEOAT_PREVIEW_ACTION,
  GEOAT_PREVIEW_VALUE,
  GEOAT_PREVIEW_DETAIL,
} GeoatPreviewKind;

/**
 * GeoatPreviewLine:
 * @kind: what it is
 * @state: what becomes of it
 * @title: what it is called, for people: "Strategic alignment"
 * @text: what it says, as in the plan; "" when the title says all
 *
 * A line of the preview: something that is in the plan, and whether it goes out.
 */
typedef struct
{
  GeoatPreviewKind kind;
  GeoatPreviewState state;
  char *title;
  char *text;
} GeoatPreviewLine;

GeoatPreviewLine *geoat_preview_line_copy (const GeoatPreviewLine *line); /* full */
void geoat_preview_line_free (GeoatPreviewLine *line);
gboolean geoat_preview_line_equal (const GeoatPreviewLine *line, const GeoatPreviewLine *other);

/* All of @plan, line by line, compared with @copy, which is what @format gets with @options, whose
 * round is one of @copy. @language is that of names on the screen. */
GPtrArray *geoat_preview_new (GeoatPlan *plan,
                              GeoatPlan *copy,
                              const GeoatFormat *format,
                              const GeoatExportOptions *options,
                              const char *language); /* full; of GeoatPreviewLine */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPreviewLine, geoat_preview_line_free)

G_END_DECLS
