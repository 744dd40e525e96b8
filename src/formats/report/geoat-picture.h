/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-template.h"

G_BEGIN_DECLS

/**
 * GeoatPicture:
 * @title: what the chart is called
 * @description: what it shows, in sentences: its alternative text
 * @width, @height: its size in points
 * @png: the picture, twice as many pixels as points
 *
 * A chart of the plan as a picture, for formats that hold pictures.
 */
typedef struct
{
  char *title;
  char *description;
  double width;
  double height;
  GBytes *png;
} GeoatPicture;

void geoat_picture_free (GeoatPicture *picture);
GPtrArray *geoat_picture_make_all (const GeoatTemplate *template,
                                   double width,
                                   double height,
                                   GError **error); /* full; of GeoatPicture */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPicture, geoat_picture_free)

G_END_DECLS
