/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-review.h"

G_BEGIN_DECLS

void geoat_import_report_print (const char *file, GeoatReview *review);
void geoat_import_report_print_json (const char *file, GeoatReview *review);

G_END_DECLS
