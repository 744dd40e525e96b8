/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-document.h"
#include "geoat-file.h"

G_BEGIN_DECLS

/* For the recovery only. */

/* A document that is modified: what is in @file is not what is in @plan. @state is what the file
 * was when the plan was read or saved last. */
GeoatDocument *
geoat_document_new_restored (GeoatPlan *plan, GFile *file, const GeoatFileState *state); /* full */

/* The file as it was read or saved last; `exists` is FALSE when there is none. */
void geoat_document_get_file_state (GeoatDocument *self, GeoatFileState *state);

G_END_DECLS
