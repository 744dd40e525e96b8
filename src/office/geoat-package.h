/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GeoatRelation:
 * @id: what the part calls it
 * @kind: what the other part is to it: the end of its type, "officeDocument", "worksheet", …
 * @target: the name of the other part in the package
 * @address: (nullable): where it leads when that is outside of the package
 *
 * From one part of an Office package to another.
 */
typedef struct
{
  char *id;
  char *kind;
  char *target;
  char *address;
} GeoatRelation;

GBytes *geoat_package_read_member (GBytes *package,
                                   const char *name,
                                   GCancellable *cancellable,
                                   GError **error); /* full */
GPtrArray *geoat_package_list (GBytes *package);    /* full; of char* */
GHashTable *geoat_package_read_members (GBytes *package,
                                        const char *const *names,
                                        GCancellable *cancellable,
                                        GError **error); /* full; of GBytes, by name */
GPtrArray *geoat_package_read_relations (GBytes *package,
                                         const char *part,
                                         GCancellable *cancellable,
                                         GError **error);
gboolean geoat_package_is_whole (GBytes *package, GCancellable *cancellable);
const char *geoat_relations_find (GPtrArray *relations, const char *kind);
const GeoatRelation *geoat_relations_get (GPtrArray *relations, const char *id);
char *geoat_package_find_main (GBytes *package,
                               const char *otherwise,
                               GCancellable *cancellable,
                               GError **error); /* full */

G_END_DECLS
