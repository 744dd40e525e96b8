/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-error.h"
#include "geoat-json-place.h"
#include "geoat-problem.h"

G_BEGIN_DECLS

/* Private to the reader: what is wrong with a file, up to as many problems as the caller wants. */
typedef struct
{
  GPtrArray *list; /* of GeoatProblem */
  guint limit;
  GeoatError code; /* of the first one */
} GeoatProblems;

void geoat_problems_init (GeoatProblems *self, guint limit);
void geoat_problems_clear (GeoatProblems *self);
void geoat_problems_take (GeoatProblems *self, GeoatError code, char *place, char *message);

static inline gboolean
geoat_problems_is_full (const GeoatProblems *self)
{
  return self->list->len >= self->limit;
}

/* Each returns FALSE, NULL or -1 and adds a problem unless the value is as its name says. */
gboolean
geoat_problems_add (GeoatProblems *self, const GeoatJsonPlace *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean geoat_problems_add_value (GeoatProblems *self,
                                   const GeoatJsonPlace *place,
                                   JsonNode *node,
                                   const char *format); /* with one %s for what is there */
JsonNode *geoat_problems_require (GeoatProblems *self,
                                  const GeoatJsonPlace *parent,
                                  JsonObject *object,
                                  const char *name);
JsonObject *
geoat_problems_object (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node);
JsonArray *geoat_problems_array (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node);
const char *geoat_problems_text (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node);
const char *geoat_problems_id (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node);
int geoat_problems_level (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node);

/* A whole number, however it is written (2.0 and 2 are the same). */
gboolean geoat_json_get_whole (JsonNode *node, gint64 *number);

G_END_DECLS
