/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

GPtrArray *geoat_entry_order_list (GeoatPlan *plan, GeoatRound *round, const char *key_element);
GeoatEntry *geoat_entry_order_next_not_assessed (GeoatPlan *plan,
                                                 GeoatRound *round,
                                                 const char *key_element,
                                                 GeoatEntry *after);

G_END_DECLS
