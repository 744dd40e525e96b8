/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _GeoatXml GeoatXml;

GeoatXml *geoat_xml_new (void); /* full; with the XML declaration */
void geoat_xml_free (GeoatXml *self);

/* Pairs of attribute and value follow the name; NULL at the end. */
void geoat_xml_open (GeoatXml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void geoat_xml_empty (GeoatXml *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void geoat_xml_close (GeoatXml *self);
void geoat_xml_text (GeoatXml *self, const char *text, gssize length);
GBytes *geoat_xml_finish (GeoatXml *self); /* full; nothing may follow */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatXml, geoat_xml_free)

G_END_DECLS
