/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GEOAT_JSON_MAX_DEPTH 64

/* Strict RFC 8259, one root value, valid UTF-8 without BOM, nesting up to 64, no duplicate names in
 * an object, no \u0000, no lone surrogates, numbers finite and within int64 where whole. The error
 * (GEOAT_ERROR_SYNTAX) names line, column and JSON pointer. Linear in time, constant in stack. */
gboolean geoat_json_check (const char *bytes, gsize length, GError **error);

G_END_DECLS
