/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-recovery.h"

G_BEGIN_DECLS

/* For tests, which should not have to wait. Milliseconds. */
void geoat_recovery_set_delays (GeoatRecovery *self, guint delay, guint retry_delay);

G_END_DECLS
