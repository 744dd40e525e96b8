/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-entry.h"
#include "geoat-item-private.h"

G_BEGIN_DECLS

/* For the plan, its reader, its scores and its history only. */

typedef struct
{
  GeoatRound *round; /* unowned: the plan has it */
  GeoatRating *rating;
} GeoatEntryRating;

struct _GeoatEntry
{
  GeoatItem parent_instance;

  GeoatValue values[GEOAT_COUNT_FIELDS (ENTRY)];
  GeoatList *lists[GEOAT_COUNT_LISTS (ENTRY)]; /* NULL until someone asks */
  GeoatEntryRating *ratings;
  guint n_ratings;

  /* What scores need, kept beside the texts it follows from: the position of the key element in the
   * framework (-1: in no plan), the first round in which the entry counts, and the first one in
   * which it does not any more (G_MAXUINT: none). */
  int key_element;
  guint since;
  guint retired;
};

/* While an entry is being built: ratings in any order, then sorted once into the plan's order of
 * rounds, in which they stay. */
void
geoat_entry_append_rating (GeoatEntry *self, GeoatRound *round, GeoatRating *rating); /* refs */
void geoat_entry_sort_ratings (GeoatEntry *self);

/* Replaces, adds, or with NULL takes away; without a signal. */
void geoat_entry_set_rating (GeoatEntry *self, GeoatRound *round, GeoatRating *rating);
void geoat_entry_emit_rating_changed (GeoatEntry *self, GeoatRound *round);

/* Brings key_element, since and retired in line with the texts and the plan. */
void geoat_entry_update_positions (GeoatEntry *self);

static inline gboolean
geoat_entry_counts_in (GeoatEntry *self, guint round)
{
  return self->since <= round && round < self->retired;
}

G_END_DECLS
