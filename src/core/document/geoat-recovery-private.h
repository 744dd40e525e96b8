/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-recovery-file.h"
#include "geoat-recovery.h"

G_BEGIN_DECLS

/* The file holds the document already, or nothing yet. */
GeoatRecovery *geoat_recovery_new_for_file (GeoatDocument *document,
                                            GeoatRecoveryFile *file); /* full */

/* For tests, which should not have to wait. Milliseconds. */
void geoat_recovery_set_delays (GeoatRecovery *self, guint delay, guint retry_delay);

G_END_DECLS
