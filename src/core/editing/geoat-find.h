/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-history.h"
#include "geoat-match.h"

G_BEGIN_DECLS

/**
 * GeoatFind:
 *
 * Finds a text in every text of a plan, without regard to case and accents. A GListModel of
 * GeoatMatch in the order in which the window shows things: plan details, working group, rounds,
 * then the indicators by key element. It follows changes of the plan: in an idle callback, or at
 * once with geoat_find_update().
 */
#define GEOAT_TYPE_FIND (geoat_find_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFind, geoat_find, GEOAT, FIND, GObject)

GeoatFind *geoat_find_new (GeoatPlan *plan);
/* The round that is shown: reasons in it are searched, and entries that are in it. NULL: the last.
 */
void geoat_find_set_round (GeoatFind *self, GeoatRound *round);
/* What to look for; "" or NULL: nothing is found. */
void geoat_find_set_text (GeoatFind *self, const char *text);
const char *geoat_find_get_text (GeoatFind *self);
guint geoat_find_get_n_matches (GeoatFind *self);
void geoat_find_update (GeoatFind *self);

/* The position of the first match behind (or at) a place, for "next" from where the cursor is:
 * 0 when there is none behind, G_MAXUINT when nothing is found. @round as in GeoatMatch. */
guint geoat_find_next (
    GeoatFind *self, GeoatItem *item, GeoatField field, GeoatRound *round, gsize start);

/* One step of undo each. The match has to be one of the present matches. FALSE: it cannot be
 * replaced. */
gboolean geoat_find_replace (GeoatFind *self,
                             GeoatHistory *history,
                             GeoatMatch *match,
                             const char *replacement);
/* How many were replaced. What belongs to a closed round is left alone. */
guint geoat_find_replace_all (GeoatFind *self, GeoatHistory *history, const char *replacement);

G_END_DECLS
