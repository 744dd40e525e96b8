/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-import-private.h"
#include "geoat-review.h"
#include "geoat-wording.h"

G_BEGIN_DECLS

/* An entry of the last round, and how it is worded. */
typedef struct
{
  GeoatEntry *entry;    /* the plan's */
  GeoatWording wording; /* not a pointer: all of them are looked at again and again */
} GeoatKnownWording;

struct _GeoatReview
{
  GeoatImport *import; /* belongs to the review */
  GeoatPlan *plan;
  GPtrArray *items;    /* of GeoatReviewItem: the entries found, then the members */
  GPtrArray *wordings; /* for each key element: GArray of GeoatKnownWording */
  GHashTable *exact;   /* wording → GPtrArray of GeoatEntry, of the last round */
  gint64 effort;       /* how much more may be done to find near wordings, in pairs compared */
  GHashTable *listed;  /* of a list: key element and wording → the GeoatReviewItem that it is */
};

/* What an item was made from. */
const GeoatFound *geoat_review_get_found (GeoatReview *self,
                                          const GeoatReviewItem *item);                /* none */
GeoatMember *geoat_review_get_member (GeoatReview *self, const GeoatReviewItem *item); /* none */

/* The differences between what was found and an entry, or a member, of the plan. */
void
geoat_review_compare_entry (GPtrArray *differences, const GeoatFound *found, GeoatEntry *entry);
void geoat_review_compare_member (GPtrArray *differences, GeoatMember *found, GeoatMember *member);

/* Notes of an entry with what the template has no column for, full. */
char *geoat_review_join_notes (const GeoatFound *found, const char *notes);

G_END_DECLS
