/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-language.h"

G_BEGIN_DECLS

/* The form only: parts of one to eight letters or digits, the first of letters alone. */
gboolean geoat_language_tag_is_valid (const char *tag);

/* Takes the last subtag off a BCP 47 tag, in place; FALSE when there is only one left. */
gboolean geoat_language_tag_shorten (char *tag);

/* A language from a data file; @name is what to call it in messages. */
GeoatLanguage *
geoat_language_new_from_bytes (GBytes *bytes, const char *name, GError **error); /* full */

G_END_DECLS
