/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a Word document beside its body: styles, header, footer, settings, properties, and
 * the lists that hold the package together (ECMA-376, parts 1 and 2). */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-date.h"
#include "geoat-docx-private.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

const char geoat_docx_package_relations[] = DECLARATION
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"document\" Type=\"" GEOAT_DOCX_RELATIONS "/officeDocument\""
    " Target=\"word/document.xml\"/>"
    "<Relationship Id=\"core\" Type=\"" PACKAGE "relationships/metadata/core-properties\""
    " Target=\"docProps/core.xml\"/>"
    "<Relationship Id=\"app\" Type=\"" GEOAT_DOCX_RELATIONS "/extended-properties\""
    " Target=\"docProps/app.xml\"/>"
    "</Relationships>";

const char geoat_docx_application_properties[] = DECLARATION
    "<Properties"
    " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    "<Application>GEOAT Planner</Application></Properties>";

char *
geoat_docx_make_content_types (void)
{
  return g_strdup (
      DECLARATION
      "<Types xmlns=\"" PACKAGE "content-types\">"
      "<Default Extension=\"rels\""
      " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      "<Default Extension=\"png\" ContentType=\"image/png\"/>"
      "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
      "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
      "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
      "<Override PartName=\"/word/header.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>"
      "<Override PartName=\"/word/footer.xml\" ContentType=\"" WORD_TYPE "footer+xml\"/>"
      "<Override PartName=\"/docProps/core.xml\""
      " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      "<Override PartName=\"/docProps/app.xml\" ContentType="
      "\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
      "</Types>");
}

/* What the body refers to, the pictures included. */
char *
geoat_docx_make_relations (guint n_pictures)
{
  static const char *const parts[] = { "styles", "settings", "header", "footer" };
  GString *text = g_string_new (DECLARATION "<Relationships xmlns=\"" PACKAGE "relationships\">");

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text,
                            "<Relationship Id=\"%s\" Type=\"" GEOAT_DOCX_RELATIONS "/%s\""
                            " Target=\"%s.xml\"/>",
                            parts[i], parts[i], parts[i]);
  for (guint i = 1; i <= n_pictures; i++)
    g_string_append_printf (text,
                            "<Relationship Id=\"picture%u\" Type=\"" GEOAT_DOCX_RELATIONS "/image\""
                            " Target=\"media/picture%u.png\"/>",
                            i, i);
  g_string_append (text, "</Relationships>");
  return g_string_free (text, FALSE);
}

/* A paragraph style. Sizes are in half points, spaces in twips. */
typedef struct
{
  const char *id;
  const char *name;
  const char *parent;
  const char *before;
  const char *after;
  const char *size;
  const char *outline; /* level of a heading, or NULL */
  const char *color;   /* or NULL */
  const char *align;   /* or NULL */
  gboolean bold;
  gboolean keep;         /* with the next paragraph */
  gboolean break_before; /* begins a page */
} Style;

static const Style styles[] = {
  { "Normal", "Normal", NULL, "0", "120", "20" },
  { "Title", "Title", "Normal", "2400", "240", "56", NULL, "1F3A5F", NULL, TRUE },
  { "Subtitle", "Subtitle", "Normal", "0", "480", "32", NULL, "1F3A5F" },
  { "GeoatCover", "GEOAT Cover", "Normal", "0", "120", "24" },
  { "Heading1", "heading 1", "Normal", "0", "200", "32", "0", "1F3A5F", NULL, TRUE, TRUE, TRUE },
  { "Heading2", "heading 2", "Normal", "320", "80", "26", "1", "1F3A5F", NULL, TRUE, TRUE },
  { "GeoatCoverage", "GEOAT Coverage", "Normal", "0", "80", "18", NULL, "444444", NULL, FALSE,
    TRUE },
  { "GeoatHeading", "GEOAT Table Heading", "Normal", "30", "30", "17", NULL, NULL, NULL, TRUE },
  { "GeoatNumberHeading", "GEOAT Table Number Heading", "GeoatHeading", "30", "30", "17", NULL,
    NULL, "right", TRUE },
  { "GeoatText", "GEOAT Table Text", "Normal", "30", "30", "17" },
  { "GeoatNumber", "GEOAT Table Number", "GeoatText", "30", "30", "17", NULL, NULL, "right" },
  { "GeoatPicture", "GEOAT Picture", "Normal", "0", "60", "20", NULL, NULL, NULL, FALSE, TRUE },
  { "GeoatCaption", "GEOAT Caption", "Normal", "60", "120", "18", NULL, "444444" },
  { "Header", "header", "Normal", "0", "0", "16", NULL, "444444", "center", TRUE },
  { "Footer", "footer", "Normal", "0", "0", "16", NULL, "444444" },
};

/* Those of our texts outside of the tables. What someone writes behind one of them is not ours any
 * more, and the import tells of it. */
static const char *const outside[] = {
  "Title", "Subtitle", "GeoatCover", "GeoatCoverage", "GeoatCaption", NULL,
};

static void
write_style (GeoatXml *xml, const Style *style)
{
  geoat_xml_open (xml, "w:style", "w:type", "paragraph", "w:styleId", style->id,
                  style->parent ? NULL : "w:default", "1", NULL);
  geoat_xml_empty (xml, "w:name", "w:val", style->name, NULL);
  if (style->parent)
    geoat_xml_empty (xml, "w:basedOn", "w:val", style->parent, NULL);
  if (style->outline || g_strv_contains (outside, style->id))
    geoat_xml_empty (xml, "w:next", "w:val", "Normal", NULL);
  geoat_xml_empty (xml, "w:qFormat", NULL);

  geoat_xml_open (xml, "w:pPr", NULL);
  if (style->keep)
    geoat_xml_empty (xml, "w:keepNext", NULL);
  if (style->break_before)
    geoat_xml_empty (xml, "w:pageBreakBefore", NULL);
  geoat_xml_empty (xml, "w:spacing", "w:before", style->before, "w:after", style->after, NULL);
  if (style->align)
    geoat_xml_empty (xml, "w:jc", "w:val", style->align, NULL);
  if (style->outline)
    geoat_xml_empty (xml, "w:outlineLvl", "w:val", style->outline, NULL);
  geoat_xml_close (xml);

  geoat_xml_open (xml, "w:rPr", NULL);
  if (style->bold)
    {
      geoat_xml_empty (xml, "w:b", NULL);
      geoat_xml_empty (xml, "w:bCs", NULL);
    }
  if (style->color)
    geoat_xml_empty (xml, "w:color", "w:val", style->color, NULL);
  geoat_xml_empty (xml, "w:sz", "w:val", style->size, NULL);
  geoat_xml_empty (xml, "w:szCs", "w:val", style->size, NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
}

/* Lines around every cell, a shaded first row. */
static void
write_table_style (GeoatXml *xml)
{
  static const char *const sides[] = { "w:top",   "w:left",    "w:bottom",
                                       "w:right", "w:insideH", "w:insideV" };

  geoat_xml_open (xml, "w:style", "w:type", "table", "w:customStyle", "1", "w:styleId",
                  "GeoatTable", NULL);
  geoat_xml_empty (xml, "w:name", "w:val", "GEOAT Table", NULL);
  geoat_xml_open (xml, "w:tblPr", NULL);
  geoat_xml_open (xml, "w:tblBorders", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    geoat_xml_empty (xml, sides[i], "w:val", "single", "w:sz", "4", "w:space", "0", "w:color",
                     "8A9BB0", NULL);
  geoat_xml_close (xml);
  geoat_xml_open (xml, "w:tblCellMar", NULL);
  geoat_xml_empty (xml, "w:left", "w:w", "70", "w:type", "dxa", NULL);
  geoat_xml_empty (xml, "w:right", "w:w", "70", "w:type", "dxa", NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  geoat_xml_open (xml, "w:tblStylePr", "w:type", "firstRow", NULL);
  geoat_xml_open (xml, "w:tcPr", NULL);
  geoat_xml_empty (xml, "w:shd", "w:val", "clear", "w:color", "auto", "w:fill", "DCE4EE", NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
}

GBytes *
geoat_docx_make_styles (const GeoatTemplate *template)
{
  const char *tag = geoat_language_get_tag (template->language);
  g_autoptr (GeoatXml) xml = geoat_xml_new ();

  geoat_xml_open (xml, "w:styles", "xmlns:w", GEOAT_DOCX_NAMESPACE, NULL);
  geoat_xml_open (xml, "w:docDefaults", NULL);
  geoat_xml_open (xml, "w:rPrDefault", NULL);
  geoat_xml_open (xml, "w:rPr", NULL);
  geoat_xml_empty (xml, "w:rFonts", "w:ascii", "Calibri", "w:hAnsi", "Calibri", "w:cs", "Arial",
                   NULL);
  geoat_xml_empty (xml, "w:sz", "w:val", "20", NULL);
  geoat_xml_empty (xml, "w:szCs", "w:val", "20", NULL);
  geoat_xml_empty (xml, "w:lang", "w:val", tag, "w:bidi", tag, NULL);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    write_style (xml, &styles[i]);
  write_table_style (xml);
  return geoat_xml_finish (xml);
}

/* The classification line, on every page. */
GBytes *
geoat_docx_make_header (const GeoatTemplate *template)
{
  g_autoptr (GeoatXml) xml = geoat_xml_new ();

  geoat_xml_open (xml, "w:hdr", "xmlns:w", GEOAT_DOCX_NAMESPACE, NULL);
  geoat_docx_paragraph (
      xml, "Header", geoat_item_get_text (GEOAT_ITEM (template->plan), GEOAT_FIELD_CLASSIFICATION));
  return geoat_xml_finish (xml);
}

static void
write_field (GeoatXml *xml, const char *instruction)
{
  geoat_xml_open (xml, "w:fldSimple", "w:instr", instruction, NULL);
  geoat_xml_open (xml, "w:r", NULL);
  geoat_xml_open (xml, "w:t", NULL);
  geoat_xml_text (xml, "1", -1);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
}

static void
write_plain_run (GeoatXml *xml, const char *text)
{
  geoat_xml_open (xml, "w:r", NULL);
  geoat_xml_open (xml, "w:t", "xml:space", "preserve", NULL);
  geoat_xml_text (xml, text, -1);
  geoat_xml_close (xml);
  geoat_xml_close (xml);
}

/* Whose plan it is, and the page with the number of pages. */
GBytes *
geoat_docx_make_footer (const GeoatTemplate *template)
{
  const char *administration = geoat_plan_get_administration (template->plan);
  g_autofree char *title = geoat_report_get_title (template);
  g_autoptr (GeoatXml) xml = geoat_xml_new ();

  geoat_xml_open (xml, "w:ftr", "xmlns:w", GEOAT_DOCX_NAMESPACE, NULL);
  geoat_xml_open (xml, "w:p", NULL);
  geoat_xml_open (xml, "w:pPr", NULL);
  geoat_xml_empty (xml, "w:pStyle", "w:val", "Footer", NULL);
  geoat_xml_open (xml, "w:tabs", NULL);
  {
    g_autofree char *position = g_strdup_printf ("%d", GEOAT_DOCX_TEXT_WIDTH);

    geoat_xml_empty (xml, "w:tab", "w:val", "right", "w:pos", position, NULL);
  }
  geoat_xml_close (xml);
  geoat_xml_close (xml);
  if (*administration != '\0')
    {
      write_plain_run (xml, administration);
      write_plain_run (xml, " · ");
    }
  write_plain_run (xml, title);
  geoat_xml_open (xml, "w:r", NULL);
  geoat_xml_empty (xml, "w:tab", NULL);
  geoat_xml_close (xml);
  write_field (xml, "PAGE");
  write_plain_run (xml, " / ");
  write_field (xml, "NUMPAGES");
  return geoat_xml_finish (xml);
}

GBytes *
geoat_docx_make_settings (const GeoatTemplate *template)
{
  g_autoptr (GeoatXml) xml = geoat_xml_new ();

  geoat_xml_open (xml, "w:settings", "xmlns:w", GEOAT_DOCX_NAMESPACE, NULL);
  geoat_xml_empty (xml, "w:defaultTabStop", "w:val", "720", NULL);
  geoat_xml_open (xml, "w:compat", NULL);
  geoat_xml_empty (xml, "w:compatSetting", "w:name", "compatibilityMode", "w:uri",
                   "http://schemas.microsoft.com/office/word", "w:val", "15", NULL);
  geoat_xml_close (xml);
  return geoat_xml_finish (xml);
}

static void
write_property (GeoatXml *xml, const char *name, const char *value)
{
  if (*value == '\0')
    return;
  geoat_xml_open (xml, name, NULL);
  geoat_xml_text (xml, value, -1);
  geoat_xml_close (xml);
}

/* Title, author, language, date: what programs show of a document that is not open. */
GBytes *
geoat_docx_make_properties (const GeoatTemplate *template)
{
  g_autofree char *title = geoat_report_get_title (template);
  g_autofree char *round = geoat_report_get_round (template);
  g_autofree char *time = NULL;
  g_autoptr (GeoatXml) xml = geoat_xml_new ();
  char today[11];

  geoat_date_format (&template->today, today);
  time = g_strconcat (today, "T00:00:00Z", NULL);

  geoat_xml_open (xml, "cp:coreProperties", "xmlns:cp", PACKAGE "metadata/core-properties",
                  "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms",
                  "http://purl.org/dc/terms/", "xmlns:xsi",
                  "http://www.w3.org/2001/XMLSchema-instance", NULL);
  write_property (xml, "dc:title", title);
  write_property (xml, "dc:subject", round);
  write_property (xml, "dc:creator", geoat_plan_get_administration (template->plan));
  write_property (xml, "cp:keywords",
                  geoat_item_get_text (GEOAT_ITEM (template->plan), GEOAT_FIELD_COUNTRY));
  write_property (xml, "dc:language", geoat_language_get_tag (template->language));
  write_property (xml, "cp:category",
                  geoat_item_get_text (GEOAT_ITEM (template->plan), GEOAT_FIELD_CLASSIFICATION));
  geoat_xml_open (xml, "dcterms:created", "xsi:type", "dcterms:W3CDTF", NULL);
  geoat_xml_text (xml, time, -1);
  geoat_xml_close (xml);
  return geoat_xml_finish (xml);
}
