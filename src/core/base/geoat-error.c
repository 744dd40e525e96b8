/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domain of the library. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-error.h"

/**
 * geoat_error_quark:
 *
 * The domain of #GeoatError.
 *
 * Returns: the quark
 */
G_DEFINE_QUARK (geoat - error - quark, geoat_error)
