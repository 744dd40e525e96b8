/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-review.h"

G_BEGIN_DECLS

/* A list of every cell of a file that is not empty, each with what becomes of it. @review must live
 * longer than the widget. */
GtkWidget *geoat_import_cell_list_new (GeoatReview *review);

G_END_DECLS
