/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-plan.h"

G_BEGIN_DECLS

/* What is said in passing. */

AdwToast *geoat_toast_new (const char *text);
AdwToast *geoat_toast_new_with_undo (const char *text, const char *action, GeoatPlan *plan);

G_END_DECLS
