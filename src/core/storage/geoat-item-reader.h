/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan-private.h"
#include "geoat-plan-problems.h"

G_BEGIN_DECLS

/* Private to the reader: a plan that is being read. */
typedef struct
{
  GeoatPlan *plan;
  GeoatProblems problems;
  gboolean has_framework; /* FALSE: it is not known, and what depends on it is not checked */
} GeoatItemReader;

/* Copies of the members that are neither among @names (NULL at the end) nor among the fields of
 * @item (may be NULL) in @group (NULL: none, and its lists), in their order; NULL when there are
 * none, as
 * @n_found, the number of known ones, tells at once. */
JsonObject *geoat_item_reader_copy_unknown (JsonObject *object,
                                            guint n_found,
                                            const char *const *names,
                                            GeoatItem *item,
                                            const char *group); /* full */

/* How many of the fields of @item in @group (NULL: none) were found. */
guint geoat_item_reader_read_fields (GeoatItemReader *self,
                                     GeoatItem *item,
                                     JsonObject *object,
                                     const GeoatJsonPlace *parent,
                                     const char *group);
void geoat_item_reader_read_id (GeoatItemReader *self,
                                GeoatItem *item,
                                JsonObject *object,
                                const GeoatJsonPlace *place);

/* Adds the problem, and gives the item another id so that all in it can be checked. */
void geoat_item_reader_add_duplicate (GeoatItemReader *self,
                                      GeoatItem *item,
                                      const GeoatJsonPlace *place);

G_END_DECLS
