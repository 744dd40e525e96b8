/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The elements of WordprocessingML that the document is made of: paragraphs, tables, pictures.
 *
 * The order of elements inside their parents is that of the schema (ECMA-376, part 1): Word refuses
 * a document in which it is another. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-docx-private.h"

static const char *
format_number (char buffer[16], guint number)
{
  g_snprintf (buffer, 16, "%u", number);
  return buffer;
}

/* A run of text: line breaks and tabs are elements. */
static void
write_run (GeoatXml *xml, const char *text, gboolean right_to_left)
{
  geoat_xml_open (xml, "w:r", NULL);
  if (right_to_left)
    {
      geoat_xml_open (xml, "w:rPr", NULL);
      geoat_xml_empty (xml, "w:rtl", NULL);
      geoat_xml_close (xml);
    }
  while (*text != '\0')
    {
      gsize length = strcspn (text, "\n\r\t");

      if (length > 0)
        {
          geoat_xml_open (xml, "w:t", "xml:space", "preserve", NULL);
          geoat_xml_text (xml, text, (gssize) length);
          geoat_xml_close (xml);
        }
      text += length;
      if (*text == '\n')
        geoat_xml_empty (xml, "w:br", NULL);
      else if (*text == '\r')
        geoat_xml_empty (xml, "w:cr", NULL);
      else if (*text == '\t')
        geoat_xml_empty (xml, "w:tab", NULL);
      if (*text != '\0')
        text++;
    }
  geoat_xml_close (xml);
}

/**
 * geoat_docx_paragraph:
 * @xml: the document
 * @style: the id of its style
 * @text: its text; the direction is that of its first letter
 */
void
geoat_docx_paragraph (GeoatXml *xml, const char *style, const char *text)
{
  gboolean right_to_left = geoat_report_is_right_to_left (text);

  geoat_xml_open (xml, "w:p", NULL);
  geoat_xml_open (xml, "w:pPr", NULL);
  geoat_xml_empty (xml, "w:pStyle", "w:val", style, NULL);
  if (right_to_left)
    geoat_xml_empty (xml, "w:bidi", NULL);
  geoat_xml_close (xml);
  if (*text != '\0')
    write_run (xml, text, right_to_left);
  geoat_xml_close (xml);
}

/**
 * geoat_docx_table_open:
 * @xml: the document
 * @template: the template
 * @title: what the table is called, for those who do not see it
 * @widths: (array length=n_columns): widths in twips
 * @n_columns: how many columns it has
 *
 * Begins a table, to be ended with geoat_xml_close().
 */
void
geoat_docx_table_open (GeoatXml *xml,
                       const GeoatTemplate *template,
                       const char *title,
                       const guint *widths,
                       guint n_columns)
{
  char number[16];
  guint width = 0;

  for (guint i = 0; i < n_columns; i++)
    width += widths[i];

  geoat_xml_open (xml, "w:tbl", NULL);
  geoat_xml_open (xml, "w:tblPr", NULL);
  geoat_xml_empty (xml, "w:tblStyle", "w:val", "GeoatTable", NULL);
  if (geoat_language_is_right_to_left (template->language))
    geoat_xml_empty (xml, "w:bidiVisual", NULL);
  geoat_xml_empty (xml, "w:tblW", "w:w", format_number (number, width), "w:type", "dxa", NULL);
  geoat_xml_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  geoat_xml_empty (xml, "w:tblLook", "w:val", "0620", "w:firstRow", "1", "w:lastRow", "0",
                   "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1",
                   NULL);
  geoat_xml_empty (xml, "w:tblCaption", "w:val", title, NULL);
  geoat_xml_close (xml);

  geoat_xml_open (xml, "w:tblGrid", NULL);
  for (guint i = 0; i < n_columns; i++)
    geoat_xml_empty (xml, "w:gridCol", "w:w", format_number (number, widths[i]), NULL);
  geoat_xml_close (xml);
}

/**
 * geoat_docx_table_headings:
 * @xml: the document
 * @headings: (array length=n_columns): the headings
 * @widths: (array length=n_columns): widths in twips
 * @numbers: (array length=n_columns) (nullable): whether a column holds numbers; %NULL: none does
 * @n_columns: how many columns there are
 *
 * Writes the first row, which is repeated on every page.
 */
void
geoat_docx_table_headings (GeoatXml *xml,
                           const char *const *headings,
                           const guint *widths,
                           const gboolean *numbers,
                           guint n_columns)
{
  geoat_xml_open (xml, "w:tr", NULL);
  geoat_xml_open (xml, "w:trPr", NULL);
  geoat_xml_empty (xml, "w:cantSplit", NULL);
  geoat_xml_empty (xml, "w:tblHeader", NULL);
  geoat_xml_close (xml);
  for (guint i = 0; i < n_columns; i++)
    geoat_docx_cell (xml, GEOAT_DOCX_CELL, widths[i],
                     numbers && numbers[i] ? "GeoatNumberHeading" : "GeoatHeading", headings[i]);
  geoat_xml_close (xml);
}

/**
 * geoat_docx_cell:
 * @xml: the document
 * @kind: whether it is one with others above or below it
 * @width: its width in twips
 * @style: the id of the style of its paragraph
 * @text: its text
 */
void
geoat_docx_cell (
    GeoatXml *xml, GeoatDocxCell kind, guint width, const char *style, const char *text)
{
  char number[16];

  geoat_xml_open (xml, "w:tc", NULL);
  geoat_xml_open (xml, "w:tcPr", NULL);
  geoat_xml_empty (xml, "w:tcW", "w:w", format_number (number, width), "w:type", "dxa", NULL);
  if (kind == GEOAT_DOCX_CELL_FIRST)
    geoat_xml_empty (xml, "w:vMerge", "w:val", "restart", NULL);
  else if (kind == GEOAT_DOCX_CELL_NEXT)
    geoat_xml_empty (xml, "w:vMerge", NULL);
  geoat_xml_close (xml);
  geoat_docx_paragraph (xml, style, kind == GEOAT_DOCX_CELL_NEXT ? "" : text);
  geoat_xml_close (xml);
}

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/main"
#define PICTURE "http://schemas.openxmlformats.org/drawingml/2006/picture"
#define WORD_DRAWING "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

/* The picture itself, inside its frame in the text. */
static void
write_graphic (GeoatXml *xml,
               const GeoatPicture *picture,
               const char *id,
               const char *relation,
               const char *width,
               const char *height)
{
  geoat_xml_open (xml, "a:graphic", "xmlns:a", DRAWING, NULL);
  geoat_xml_open (xml, "a:graphicData", "uri", PICTURE, NULL);
  geoat_xml_open (xml, "pic:pic", "xmlns:pic", PICTURE, NULL);

  geoat_xml_open (xml, "pic:nvPicPr", NULL);
  geoat_xml_empty (xml, "pic:cNvPr", "id", id, "name", picture->title, "descr",
                   picture->description, NULL);
  geoat_xml_empty (xml, "pic:cNvPicPr", NULL);
  geoat_xml_close (xml);

  geoat_xml_open (xml, "pic:blipFill", NULL);
  geoat_xml_empty (xml, "a:blip", "r:embed", relation, NULL);
  geoat_xml_open (xml, "a:stretch", NULL);
  geoat_xml_empty (xml, "a:fillRect", NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);

  geoat_xml_open (xml, "pic:spPr", NULL);
  geoat_xml_open (xml, "a:xfrm", NULL);
  geoat_xml_empty (xml, "a:off", "x", "0", "y", "0", NULL);
  geoat_xml_empty (xml, "a:ext", "cx", width, "cy", height, NULL);
  geoat_xml_close (xml);
  geoat_xml_open (xml, "a:prstGeom", "prst", "rect", NULL);
  geoat_xml_empty (xml, "a:avLst", NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);

  geoat_xml_close (xml);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
}

/**
 * geoat_docx_picture:
 * @xml: the document
 * @picture: the picture
 * @number: which one it is, from 1
 *
 * Writes a paragraph with a picture and its alternative text.
 */
void
geoat_docx_picture (GeoatXml *xml, const GeoatPicture *picture, guint number)
{
  const guint emu_per_point = 20 * GEOAT_EMU_PER_TWIP;
  char id[16], width[16], height[16];
  g_autofree char *relation = g_strdup_printf ("picture%u", number);

  format_number (id, number);
  format_number (width, (guint) (picture->width * emu_per_point));
  format_number (height, (guint) (picture->height * emu_per_point));

  geoat_xml_open (xml, "w:p", NULL);
  geoat_xml_open (xml, "w:pPr", NULL);
  geoat_xml_empty (xml, "w:pStyle", "w:val", "GeoatPicture", NULL);
  geoat_xml_close (xml);
  geoat_xml_open (xml, "w:r", NULL);
  geoat_xml_open (xml, "w:drawing", NULL);
  geoat_xml_open (xml, "wp:inline", "xmlns:wp", WORD_DRAWING, "distT", "0", "distB", "0", "distL",
                  "0", "distR", "0", NULL);
  geoat_xml_empty (xml, "wp:extent", "cx", width, "cy", height, NULL);
  geoat_xml_empty (xml, "wp:docPr", "id", id, "name", picture->title, "descr", picture->description,
                   NULL);
  write_graphic (xml, picture, id, relation, width, height);
  for (int i = 0; i < 4; i++)
    geoat_xml_close (xml);
}
