/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-clipboard-table.h"
#include "geoat-history.h"

G_BEGIN_DECLS

/* What is done with several rows of the template at once, each as one step of undo. Rows without an
 * entry, and what a closed round does not allow, are passed over. */

guint geoat_rows_rate (GeoatHistory *history,
                       const GeoatRowTarget *rows,
                       guint n_rows,
                       GeoatLevel level); /* the entries that were rated */
guint geoat_rows_set_status (GeoatHistory *history,
                             const GeoatRowTarget *rows,
                             guint n_rows,
                             GeoatStatus status,
                             const GDate *today); /* the actions that were set */
guint geoat_rows_remove (GeoatHistory *history,
                         const GeoatRowTarget *rows,
                         guint n_rows); /* the entries that were removed */
guint geoat_rows_remove_actions (GeoatHistory *history,
                                 const GeoatRowTarget *rows,
                                 guint n_rows); /* the actions that were removed */
guint geoat_rows_move_to (GeoatHistory *history,
                          const GeoatRowTarget *rows,
                          guint n_rows,
                          const char *key_element); /* the entries that were moved */
void geoat_rows_clear (GeoatHistory *history,
                       const GeoatRowTarget *rows,
                       guint n_rows,
                       guint first_column,
                       guint last_column);
void geoat_rows_fill_down (GeoatHistory *history,
                           const GeoatRowTarget *rows,
                           guint n_rows,
                           guint first_column,
                           guint last_column);

G_END_DECLS
