/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stddef.h>
#include <stdint.h>

#include "geoat-format.h"

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Reads tables, and brings what they say into a plan. */
void fuzz_import (GBytes *bytes, GeoatImportFunc read);

/* The bytes of a file; those of a ZIP package when they are the text of its members: each begins
 * with a line "=== NAME". A ZIP package made at random would seldom get as far as its members. */
GBytes *fuzz_package (const uint8_t *data, size_t size); /* full */

G_END_DECLS
