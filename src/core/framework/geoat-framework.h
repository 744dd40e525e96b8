/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "geoat-level.h"

G_BEGIN_DECLS

/**
 * GeoatFramework:
 *
 * The principles, key elements, scale and columns of one edition of the GEOAT. Immutable, loaded
 * from data. Every text takes a BCP 47 language tag; a language that the data lack falls back to
 * its base language, then to English. NULL means English. Returned strings belong to the framework.
 */
#define GEOAT_TYPE_FRAMEWORK (geoat_framework_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFramework, geoat_framework, GEOAT, FRAMEWORK, GObject)

#define GEOAT_FRAMEWORK_DEFAULT "geoat-2023"
#define GEOAT_N_COLUMNS 8

/* The built-in framework with that id; loaded once, then shared. NULL and NOT_FOUND when there is
 * none. */
GeoatFramework *geoat_framework_get (const char *id, GError **error); /* none */
GeoatFramework *geoat_framework_get_default (void);                   /* none, never NULL */
GeoatFramework *
geoat_framework_new_from_bytes (GBytes *bytes, const char *name, GError **error); /* full */

const char *geoat_framework_get_id (GeoatFramework *self);
const char *geoat_framework_get_name (GeoatFramework *self, const char *language);
const char *geoat_framework_get_about (GeoatFramework *self, const char *language);

/* Levels: GEOAT_LEVEL_NOT_APPLICABLE and 0 to 5. */
const char *
geoat_framework_get_level_name (GeoatFramework *self, GeoatLevel level, const char *language);
const char *
geoat_framework_get_level_short (GeoatFramework *self, GeoatLevel level, const char *language);
const char *
geoat_framework_get_level_meaning (GeoatFramework *self, GeoatLevel level, const char *language);

/* Columns: 0 to 7, in the template's order. */
const char *geoat_framework_get_column_id (GeoatFramework *self, guint column);
const char *
geoat_framework_get_column_heading (GeoatFramework *self, guint column, const char *language);
const char *
geoat_framework_get_column_prompt (GeoatFramework *self, guint column, const char *language);
int geoat_framework_find_column (GeoatFramework *self, const char *id); /* -1: none */

/* Principles: 0-based positions; the id is "1" … "6". */
guint geoat_framework_get_n_principles (GeoatFramework *self);
const char *geoat_framework_get_principle_id (GeoatFramework *self, guint principle);
const char *
geoat_framework_get_principle_name (GeoatFramework *self, guint principle, const char *language);
const char *
geoat_framework_get_principle_short (GeoatFramework *self, guint principle, const char *language);
int geoat_framework_find_principle (GeoatFramework *self, const char *id); /* -1: none */
void geoat_framework_get_principle_range (GeoatFramework *self,
                                          guint principle,
                                          guint *first_key_element,
                                          guint *n_key_elements);

/* Key elements: 0-based positions over the whole framework; the id is "1A" … "6C". */
guint geoat_framework_get_n_key_elements (GeoatFramework *self);
const char *geoat_framework_get_key_element_id (GeoatFramework *self, guint key_element);
const char *geoat_framework_get_key_element_name (GeoatFramework *self,
                                                  guint key_element,
                                                  const char *language);
const char *geoat_framework_get_key_element_about (GeoatFramework *self,
                                                   guint key_element,
                                                   const char *language);
guint geoat_framework_get_key_element_principle (GeoatFramework *self, guint key_element);
int geoat_framework_find_key_element (GeoatFramework *self, const char *id); /* -1: none */

/* Starter indicators of a key element; the source is "geoat-2023/1A.03". */
guint geoat_framework_get_n_indicators (GeoatFramework *self, guint key_element);
const char *
geoat_framework_get_indicator_source (GeoatFramework *self, guint key_element, guint indicator);
const char *geoat_framework_get_indicator_text (GeoatFramework *self,
                                                guint key_element,
                                                guint indicator,
                                                const char *language);

G_END_DECLS
