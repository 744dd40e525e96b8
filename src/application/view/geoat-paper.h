/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-format.h"

G_BEGIN_DECLS

GeoatPaper geoat_paper_find (GtkPaperSize *size);
GeoatPaper geoat_paper_get_usual (void);

G_END_DECLS
