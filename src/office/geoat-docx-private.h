/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-picture.h"
#include "geoat-report.h"
#include "geoat-xml.h"

G_BEGIN_DECLS

/* Lengths of WordprocessingML: a twip is a twentieth of a point, an EMU a 12700th of one. */
#define GEOAT_DOCX_PAGE_WIDTH 16838 /* A4, landscape */
#define GEOAT_DOCX_PAGE_HEIGHT 11906
#define GEOAT_DOCX_MARGIN 850
#define GEOAT_DOCX_TEXT_WIDTH (GEOAT_DOCX_PAGE_WIDTH - 2 * GEOAT_DOCX_MARGIN)
#define GEOAT_DOCX_TEXT_HEIGHT (GEOAT_DOCX_PAGE_HEIGHT - 2 * GEOAT_DOCX_MARGIN - 1800)
#define GEOAT_EMU_PER_TWIP 635

/* Writing the body: elements of WordprocessingML. */
void geoat_docx_paragraph (GeoatXml *xml, const char *style, const char *text);
void geoat_docx_table_open (GeoatXml *xml,
                            const GeoatTemplate *template,
                            const char *title,
                            const guint *widths,
                            guint n_columns);
void geoat_docx_table_headings (GeoatXml *xml,
                                const char *const *headings,
                                const guint *widths,
                                const gboolean *numbers,
                                guint n_columns);

typedef enum
{
  GEOAT_DOCX_CELL,
  GEOAT_DOCX_CELL_FIRST, /* the first of several below each other that are one */
  GEOAT_DOCX_CELL_NEXT,  /* another one of these: its text is not shown */
} GeoatDocxCell;
void geoat_docx_cell (
    GeoatXml *xml, GeoatDocxCell kind, guint width, const char *style, const char *text);
void geoat_docx_picture (GeoatXml *xml, const GeoatPicture *picture, guint number);

/* The parts that are the same in every document, and those that say what it is. All full. */
GBytes *geoat_docx_make_body (const GeoatTemplate *template, GPtrArray *pictures);
char *geoat_docx_make_content_types (void);
char *geoat_docx_make_relations (guint n_pictures);
GBytes *geoat_docx_make_styles (const GeoatTemplate *template);
GBytes *geoat_docx_make_header (const GeoatTemplate *template);
GBytes *geoat_docx_make_footer (const GeoatTemplate *template);
GBytes *geoat_docx_make_settings (const GeoatTemplate *template);
GBytes *geoat_docx_make_properties (const GeoatTemplate *template);

extern const char geoat_docx_package_relations[];
extern const char geoat_docx_application_properties[];

#define GEOAT_DOCX_NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define GEOAT_DOCX_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

G_END_DECLS
