/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

#define GEOAT_INPUT_STANDARD "-" /* the name of standard input */

GBytes *geoat_input_read (const char *name, GError **error);
GeoatPlan *geoat_input_read_plan (const char *name, GError **error);

G_END_DECLS
