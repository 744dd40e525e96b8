/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to the core: where in a JSON document something is, as a chain of places on the stack.
 * Going down costs nothing; the JSON pointer is only put together for a message. */
typedef struct _GeoatJsonPlace GeoatJsonPlace;

struct _GeoatJsonPlace
{
  const GeoatJsonPlace *parent; /* NULL: the root */
  const char *name;             /* of a member, or NULL: an element of an array */
  guint index;
};

#define GEOAT_JSON_MEMBER(parent, name) (&(const GeoatJsonPlace){ (parent), (name), 0 })
#define GEOAT_JSON_ELEMENT(parent, index) (&(const GeoatJsonPlace){ (parent), NULL, (index) })

char *geoat_json_place_to_pointer (const GeoatJsonPlace *self);
void geoat_json_pointer_append (GString *pointer, const char *name, gsize length);
char *geoat_json_describe (JsonNode *node);

G_END_DECLS
