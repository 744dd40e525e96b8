/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to the core: JSON written to a stream piece by piece, two spaces a level. Names are NULL
 * inside an array. After an error nothing more is written; geoat_json_writer_finish() tells. */
typedef struct _GeoatJsonWriter GeoatJsonWriter;

GeoatJsonWriter *geoat_json_writer_new (GOutputStream *stream,
                                        GCancellable *cancellable); /* NULL: to memory */
void geoat_json_writer_free (GeoatJsonWriter *self);

void geoat_json_writer_begin_object (GeoatJsonWriter *self, const char *name);
void geoat_json_writer_end_object (GeoatJsonWriter *self);
void geoat_json_writer_begin_array (GeoatJsonWriter *self, const char *name);
void geoat_json_writer_end_array (GeoatJsonWriter *self);
void geoat_json_writer_string (GeoatJsonWriter *self, const char *name, const char *text);
void geoat_json_writer_int (GeoatJsonWriter *self, const char *name, gint64 number);
void geoat_json_writer_double (GeoatJsonWriter *self, const char *name, double number);
void geoat_json_writer_boolean (GeoatJsonWriter *self, const char *name, gboolean value);
void geoat_json_writer_null (GeoatJsonWriter *self, const char *name);
void geoat_json_writer_node (GeoatJsonWriter *self, const char *name, JsonNode *node);
void geoat_json_writer_members (GeoatJsonWriter *self, JsonObject *object); /* NULL: none */

/* Bytes written so far; only to memory. */
gsize geoat_json_writer_get_length (GeoatJsonWriter *self);

/* At the end of the root: a line break, and what is left goes to the stream. */
gboolean geoat_json_writer_finish (GeoatJsonWriter *self, GError **error);
GBytes *geoat_json_writer_finish_to_bytes (GeoatJsonWriter *self); /* full; only to memory */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatJsonWriter, geoat_json_writer_free)

G_END_DECLS
