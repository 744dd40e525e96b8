/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GeoatError:
 * @GEOAT_ERROR_SYNTAX: the bytes are not strict JSON
 * @GEOAT_ERROR_INVALID: JSON, but not a valid plan
 * @GEOAT_ERROR_VERSION: a file of a newer version of the format: left alone
 * @GEOAT_ERROR_TOO_LARGE: more than 256 MiB
 * @GEOAT_ERROR_NOT_A_FILE: a folder, a pipe, a device
 * @GEOAT_ERROR_CHANGED_OUTSIDE: someone else has changed the file since it was read
 * @GEOAT_ERROR_EXISTS: the file is there and must not be replaced
 * @GEOAT_ERROR_NOT_FOUND: no such round, format, kind …
 * @GEOAT_ERROR_FAILED: anything else
 *
 * The errors of the library. Input and output errors of the system come as #GIOErrorEnum.
 */
typedef enum
{
  GEOAT_ERROR_SYNTAX,
  GEOAT_ERROR_INVALID,
  GEOAT_ERROR_VERSION,
  GEOAT_ERROR_TOO_LARGE,
  GEOAT_ERROR_NOT_A_FILE,
  GEOAT_ERROR_CHANGED_OUTSIDE,
  GEOAT_ERROR_EXISTS,
  GEOAT_ERROR_NOT_FOUND,
  GEOAT_ERROR_FAILED,
} GeoatError;

#define GEOAT_ERROR (geoat_error_quark ())
GQuark geoat_error_quark (void);

G_END_DECLS
