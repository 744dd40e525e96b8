/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * GeoatLanguage:
 *
 * The language of what comes out, which is not the language of the screen: direction, catalogue of
 * output texts, forms of dates and numbers. Data: data/languages/TAG.json, compiled in. English
 * only at first.
 */
#define GEOAT_TYPE_LANGUAGE (geoat_language_get_type ())
G_DECLARE_FINAL_TYPE (GeoatLanguage, geoat_language, GEOAT, LANGUAGE, GObject)

/* The best for a BCP 47 tag: itself, its base language, English. Never NULL. */
GeoatLanguage *geoat_language_get (const char *tag); /* none */

const char *geoat_language_get_tag (GeoatLanguage *self);
gboolean geoat_language_is_right_to_left (GeoatLanguage *self);

/* A text by its key; a key that is missing is a programming error (g_critical) and comes back
 * itself. */
const char *geoat_language_get_text (GeoatLanguage *self, const char *key);

/* A text with {name} places filled in: pairs of name and text, NULL at the end. */
char *
geoat_language_format (GeoatLanguage *self, const char *key, ...) G_GNUC_NULL_TERMINATED; /* full */
/* The same with a plural form chosen by @n; {n} is filled with it. */
char *geoat_language_format_count (GeoatLanguage *self, const char *key, guint n, ...)
    G_GNUC_NULL_TERMINATED; /* full */

/* "31 December 2025", "31 Dec 2025". */
char *geoat_language_format_date (GeoatLanguage *self,
                                  const GDate *date,
                                  gboolean abbreviated); /* full */
/* Tenths with the language's decimal sign: 23 → "2.3"; negative (no score): "–". */
char *geoat_language_format_tenths (GeoatLanguage *self, int tenths); /* full */
/* The same with its sign, for changes: +0.6, −0.4 (U+2212), 0.0. */
char *geoat_language_format_change (GeoatLanguage *self, int tenths); /* full */

G_END_DECLS
