/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geoat-chart.h"
#include "geoat-pages.h"
#include "geoat-report.h"

G_BEGIN_DECLS

/*
 * How pages are made. A flow (geoat-pages-flow.c) goes down the page and leaves marks: a run of
 * lines of a text, a line, a filled rectangle, a chart. A mark holds no text that is laid out
 * (geoat-pages-text.c), only what it takes to do that again, or to find it among those that are
 * kept: a report of thousands of rows stays small, and drawing page n touches page n alone. What
 * fills the pages is decided in geoat-pages-report.c and geoat-pages-summary.c, the template's
 * table in geoat-pages-table.c.
 */

typedef enum
{
  GEOAT_PAGE_STYLE_TITLE,
  GEOAT_PAGE_STYLE_SUBTITLE,
  GEOAT_PAGE_STYLE_HEADING,
  GEOAT_PAGE_STYLE_SUBHEADING,
  GEOAT_PAGE_STYLE_BODY,
  GEOAT_PAGE_STYLE_STRONG,
  GEOAT_PAGE_STYLE_SMALL,
  GEOAT_PAGE_STYLE_CELL,
  GEOAT_PAGE_STYLE_CELL_HEADING,
  GEOAT_PAGE_STYLE_FIGURE,
  GEOAT_N_PAGE_STYLES,
} GeoatPageStyle;

typedef enum
{
  GEOAT_PAGE_ALIGN_START,
  GEOAT_PAGE_ALIGN_CENTER,
  GEOAT_PAGE_ALIGN_END,
} GeoatPageAlign;

typedef enum
{
  GEOAT_PAGE_MARK_TEXT,
  GEOAT_PAGE_MARK_LINE,
  GEOAT_PAGE_MARK_FILL,
  GEOAT_PAGE_MARK_CHART,
  GEOAT_PAGE_MARK_DESTINATION,
  GEOAT_PAGE_MARK_LINK,
  GEOAT_PAGE_MARK_BEGIN_TAG,
  GEOAT_PAGE_MARK_END_TAG,
} GeoatPageMarkKind;

/* A text, for its layout: owned by the pages' string chunk, or static. */
typedef struct
{
  GeoatPageMarkKind kind;
  GeoatPageStyle style;
  GeoatPageAlign align;
  double x;
  double y;
  double width;
  double height;
  const char *text; /* of a text; of a destination, a link or a tag its name */
  guint first_line;
  guint n_lines;
  double grey;       /* of a fill: 0 black, 1 white */
  GeoatChart *chart; /* owned by the pages */
} GeoatPageMark;

/* An outline entry of the PDF. */
typedef struct
{
  const char *title;
  const char *destination;
  guint page;
  guint depth; /* 1 or 2 */
} GeoatPageBookmark;

/* What a text is laid out from; @text is one that the pages keep. */
typedef struct
{
  const char *text;
  GeoatPageStyle style;
  GeoatPageAlign align;
  double width;
} GeoatPageTextKey;

typedef struct _GeoatPageFaces GeoatPageFaces;
typedef struct _GeoatPageText GeoatPageText;

struct _GeoatPages
{
  GObject parent_instance;

  GeoatTemplate *template; /* of a copy of the plan */
  GeoatPlan *plan;         /* the template's, as the next two */
  GeoatLanguage *language;
  GeoatRound *round;
  GeoatRound *compare;
  GDate today;
  GCancellable *cancellable; /* while the pages are laid out, or NULL */
  double width;
  double height;

  GStringChunk *texts;
  GPtrArray *pages;    /* of GArray of GeoatPageMark */
  GArray *bookmarks;   /* of GeoatPageBookmark */
  GPtrArray *charts;   /* of GeoatChart */
  GHashTable *overdue; /* set of ids of the activities that are listed as overdue */
  GeoatPageFaces *faces;

  /* For as long as there is room: a text is laid out once to measure it and to draw it, and so is
   * one that stands in many places, or runs over many pages. */
  GHashTable *laid_out; /* GeoatPageTextKey → GeoatPageText */
  gsize laid_out_bytes; /* of their texts */
};

/* The lines of a text at a width, to be put down in one or more pieces. */
typedef struct
{
  const char *text;
  GeoatPageStyle style;
  GeoatPageAlign align;
  double x;
  double width;
  GArray *bottoms; /* of double: where each line ends, from the top of the text */
  guint next_line;
} GeoatPageColumn;

typedef struct
{
  GeoatPages *pages;
  GArray *page; /* the marks of the present page */
  guint number; /* of the present page, from 0 */
  double y;
  double left;
  double right;
  double top;
  double bottom;
} GeoatPageFlow;

/* geoat-pages.c */
/* @text is one that the pages keep. What is returned is good until the next call. */
const GeoatPageText *geoat_pages_lay_out (GeoatPages *self,
                                          const char *text,
                                          GeoatPageStyle style,
                                          GeoatPageAlign align,
                                          double width); /* none */
const char *geoat_pages_keep (GeoatPages *self, const char *text);
const char *geoat_pages_text (GeoatPages *self, const char *key);
GeoatChart *
geoat_pages_create_chart (GeoatPages *self, const char *kind, GeoatRound *compare); /* full */

/* geoat-pages-text.c */
GeoatPageFaces *geoat_page_faces_new (GeoatLanguage *language);
void geoat_page_faces_free (GeoatPageFaces *self);
void geoat_page_faces_forget (GeoatPageFaces *self);
GeoatPageText *geoat_page_text_new (GeoatPageFaces *faces,
                                    const char *text,
                                    GeoatPageStyle style,
                                    GeoatPageAlign align,
                                    double width);
GeoatPageText *geoat_page_text_new_shortened (GeoatPageFaces *faces,
                                              const char *text,
                                              GeoatPageStyle style,
                                              GeoatPageAlign align,
                                              double width);
void geoat_page_text_free (GeoatPageText *self);
guint geoat_page_text_get_n_lines (const GeoatPageText *self);
double geoat_page_text_get_height (const GeoatPageText *self);
void geoat_page_text_add_bottoms (const GeoatPageText *self, GArray *bottoms);
void geoat_page_text_draw (
    const GeoatPageText *self, guint first_line, guint n_lines, double x, double y, cairo_t *cr);

/* geoat-pages-flow.c */
void geoat_page_flow_init (GeoatPageFlow *self, GeoatPages *pages, double margin);
void geoat_page_flow_new_page (GeoatPageFlow *self);
void geoat_page_flow_need (GeoatPageFlow *self, double height);
void geoat_page_flow_gap (GeoatPageFlow *self, double height);
void geoat_page_flow_add (GeoatPageFlow *self, const GeoatPageMark *mark);
void geoat_page_flow_fill (
    GeoatPageFlow *self, double x, double y, double width, double height, double grey);
void geoat_page_flow_line (GeoatPageFlow *self, double x, double y, double width, double height);
double geoat_page_flow_text_at (GeoatPageFlow *self,
                                const char *text,
                                GeoatPageStyle style,
                                GeoatPageAlign align,
                                double x,
                                double y,
                                double width,
                                const char *tag);
void geoat_page_flow_paragraph (GeoatPageFlow *self,
                                const char *text,
                                GeoatPageStyle style,
                                const char *tag);
void geoat_page_flow_heading (
    GeoatPageFlow *self, const char *text, guint depth, const char *destination, double keep_with);
void geoat_page_flow_chart (
    GeoatPageFlow *self, GeoatChart *chart, double x, double y, double width, double height);
void geoat_page_flow_begin_tag (GeoatPageFlow *self, const char *tag);
void geoat_page_flow_end_tag (GeoatPageFlow *self, const char *tag);

GeoatPageColumn *geoat_page_column_new (GeoatPageFlow *flow,
                                        const char *text,
                                        GeoatPageStyle style,
                                        GeoatPageAlign align,
                                        double x,
                                        double width);
void geoat_page_column_free (GeoatPageColumn *self);
gboolean geoat_page_column_is_done (const GeoatPageColumn *self);
double geoat_page_column_get_rest (const GeoatPageColumn *self);
double geoat_page_column_place (
    GeoatPageColumn *self, GeoatPageFlow *flow, double y, double room, const char *tag);

/* geoat-pages-table.c */
void geoat_pages_add_template (GeoatPageFlow *flow, guint key_element);
void geoat_pages_add_table (GeoatPageFlow *flow, const GeoatReportTable *report);

/* geoat-pages-report.c, geoat-pages-summary.c */
void geoat_pages_add_summary (GeoatPageFlow *flow, const GeoatScore *score);
void geoat_pages_fill_report (GeoatPages *self);
void geoat_pages_fill_summary (GeoatPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPageColumn, geoat_page_column_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPageText, geoat_page_text_free)

G_END_DECLS
