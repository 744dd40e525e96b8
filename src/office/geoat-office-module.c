/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rest of the program knows of this folder. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-office.h"

#include "geoat-docx-reader.h"
#include "geoat-docx.h"
#include "geoat-ics.h"
#include "geoat-xlsx-reader.h"
#include "geoat-xlsx.h"

/**
 * geoat_office_get_functions:
 *
 * Returns: (transfer none): the formats that are made and read here
 */
const GeoatOffice *
geoat_office_get_functions (void)
{
  static const GeoatOffice office = {
    .version = GEOAT_VERSION,
    .export_docx = geoat_docx_export,
    .export_ics = geoat_ics_export,
    .export_xlsx = geoat_xlsx_export,
    .read_docx = geoat_docx_read,
    .read_xlsx = geoat_xlsx_read,
  };

  return &office;
}
