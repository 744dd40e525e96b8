/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-export-options.h"

G_BEGIN_DECLS

gboolean geoat_xlsx_export (GeoatPlan *plan,
                            const GeoatExportOptions *options,
                            GOutputStream *stream,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
