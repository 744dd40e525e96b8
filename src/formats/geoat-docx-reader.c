/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a Word document, whoever has written it.
 *
 * How it works: the body is read as a stream of elements. Elements are told by their local names:
 * strict and transitional documents differ in their namespaces only. The text of a cell is that of
 * its paragraphs, one a line; a table inside a cell counts as text of the cell. What is deleted
 * under change tracking, field codes, and the second version that Word keeps of some drawings are
 * passed over. A cell that is merged with the one above has its text; one that spans columns is
 * followed by empty ones. The paragraphs between tables are the names of the tables that follow,
 * line by line; those behind the last one are the name of a table without rows.
 *
 * The document is hostile until proven otherwise: a document type, which is where entities are
 * declared, is refused, and nothing is ever loaded. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-docx-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "core/geoat-error.h"
#include "geoat-package.h"
#include "geoat-sheet.h"

#define MAX_SPAN 100   /* columns of a table that someone can have meant */
#define ROW_SIZE 160   /* what a row takes in memory, beside its cells */
#define TABLE_SIZE 512 /* what a table does, beside its rows */

typedef struct
{
  xmlTextReaderPtr xml;
  GPtrArray *sheets;
  GString *text;     /* the paragraphs since the last table */
  GeoatSheet *sheet; /* the table that is being read, or NULL */
  int depth;         /* of tables inside each other */
  int row_depth;     /* of the element of the row in the document */
  int cell_depth;    /* of that of the cell */
  guint number;      /* of the row, in its table */
  GPtrArray *row;    /* the cells of the row so far */
  GString *cell;
  gboolean has_paragraph; /* the cell, or the text, has one already */
  guint span;
  gboolean continues; /* the cell is one with that above it */
  gboolean merged;    /* a cell of the row was, and had text */
  gsize size;         /* of the tables, see geoat_sheet_reserve() */
  gboolean too_large; /* there was more than fits */
} Reader;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

/* An attribute by its local name, full; NULL: there is none. */
static char *
get_attribute (Reader *self, const char *name)
{
  char *value = NULL;

  while (xmlTextReaderMoveToNextAttribute (self->xml) == 1)
    if (value == NULL && g_str_equal ((const char *) xmlTextReaderConstLocalName (self->xml), name))
      value = g_strdup ((const char *) xmlTextReaderConstValue (self->xml));
  xmlTextReaderMoveToElement (self->xml);
  return value;
}

static GString *
get_target (Reader *self)
{
  return self->cell != NULL ? self->cell : self->text;
}

static void
begin_paragraph (Reader *self)
{
  if (self->depth > 0 && self->cell == NULL)
    return;
  if (self->has_paragraph)
    g_string_append_c (get_target (self), '\n');
  self->has_paragraph = TRUE;
}

/* Counts what a cell, a row or a table takes. */
static gboolean
reserve (Reader *self, gsize length)
{
  self->too_large = self->too_large || !geoat_sheet_reserve (&self->size, length);
  return !self->too_large;
}

static void
add_cell (Reader *self, const char *text)
{
  if (reserve (self, strlen (text)))
    g_ptr_array_add (self->row, g_strdup (text));
}

/* A table whose name is the text since the last one, full. */
static GeoatSheet *
create_sheet (Reader *self)
{
  GeoatSheet *sheet = geoat_sheet_new (g_strstrip (self->text->str));

  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_string_truncate (self->text, 0);
  return sheet;
}

static void
begin_table (Reader *self)
{
  if (self->depth++ > 0)
    return;
  reserve (self, TABLE_SIZE);
  self->sheet = create_sheet (self);
  self->number = 0;
}

/* The text behind the last table. */
static void
take_rest (Reader *self)
{
  g_autoptr (GeoatSheet) sheet = create_sheet (self);

  if (*sheet->name != '\0')
    g_ptr_array_add (self->sheets, g_steal_pointer (&sheet));
}

static void
end_table (Reader *self)
{
  if (--self->depth > 0)
    return;
  g_ptr_array_add (self->sheets, g_steal_pointer (&self->sheet));
  self->has_paragraph = FALSE;
}

/* The text of the cell above, in the same column of the table. */
static const char *
get_above (Reader *self)
{
  guint column = self->row->len;
  char **above;

  if (self->sheet->rows->len == 0)
    return "";
  above = g_ptr_array_index (self->sheet->rows, self->sheet->rows->len - 1);
  return column < g_strv_length (above) ? above[column] : "";
}

static void
end_cell (Reader *self)
{
  if (self->continues && self->cell->len == 0)
    {
      const char *above = get_above (self);

      self->merged = self->merged || *above != '\0';
      add_cell (self, above);
    }
  else
    add_cell (self, self->cell->str);
  for (guint i = 1; i < self->span; i++)
    add_cell (self, "");
  g_string_free (self->cell, TRUE);
  self->cell = NULL;
}

static void
end_row (Reader *self)
{
  char **cells;

  reserve (self, ROW_SIZE);
  g_ptr_array_add (self->row, NULL);
  cells = (char **) g_ptr_array_free (self->row, FALSE);
  self->row = NULL;
  if (self->merged)
    g_hash_table_add (self->sheet->merged, cells);
  geoat_sheet_take_row (self->sheet, cells, ++self->number);
}

/* How many columns an attribute says, within reason. */
static guint
get_span (Reader *self)
{
  g_autofree char *value = get_attribute (self, "val");
  guint64 span = 1;

  if (value != NULL)
    g_ascii_string_to_unsigned (value, 10, 0, MAX_SPAN, &span, NULL);
  return (guint) span;
}

/* Elements that are one character. */
static void
take_character (Reader *self, const char *name)
{
  GString *target = get_target (self);

  if (g_str_equal (name, "tab"))
    g_string_append_c (target, '\t');
  else if (g_str_equal (name, "cr"))
    g_string_append_c (target, '\r');
  else if (g_str_equal (name, "noBreakHyphen"))
    g_string_append (target, "\xe2\x80\x91");
  else if (g_str_equal (name, "softHyphen"))
    g_string_append (target, "\xc2\xad");
  else if (g_str_equal (name, "br"))
    {
      g_autofree char *type = get_attribute (self, "type");

      if (type == NULL || g_str_equal (type, "textWrapping"))
        g_string_append_c (target, '\n');
    }
}

static void
begin_element (Reader *self, const char *name)
{
  if (g_str_equal (name, "tbl"))
    begin_table (self);
  else if (g_str_equal (name, "tr") && self->depth == 1 && self->row == NULL)
    {
      self->row_depth = xmlTextReaderDepth (self->xml);
      self->row = g_ptr_array_new_with_free_func (g_free);
      self->merged = FALSE;
    }
  else if (g_str_equal (name, "gridBefore") && self->depth == 1 && self->row != NULL)
    for (guint i = get_span (self); i > 0; i--)
      add_cell (self, "");
  else if (g_str_equal (name, "tc") && self->depth == 1 && self->row != NULL && self->cell == NULL)
    {
      self->cell_depth = xmlTextReaderDepth (self->xml);
      self->cell = g_string_new (NULL);
      self->has_paragraph = FALSE;
      self->span = 1;
      self->continues = FALSE;
    }
  else if (g_str_equal (name, "gridSpan") && self->depth == 1)
    self->span = MAX (1, get_span (self));
  else if (g_str_equal (name, "vMerge") && self->depth == 1)
    {
      g_autofree char *value = get_attribute (self, "val");

      self->continues = value == NULL || g_str_equal (value, "continue");
    }
  else if (g_str_equal (name, "p"))
    begin_paragraph (self);
  else
    take_character (self, name);
}

static void
end_element (Reader *self, const char *name)
{
  int depth = xmlTextReaderDepth (self->xml);

  if (g_str_equal (name, "tbl") && self->depth > 0)
    end_table (self);
  else if (g_str_equal (name, "tc") && self->cell != NULL && depth == self->cell_depth)
    end_cell (self);
  else if (g_str_equal (name, "tr") && self->row != NULL && depth == self->row_depth)
    end_row (self);
}

/* Whether the present node is inside an element whose text counts. */
static gboolean
is_text (Reader *self, gboolean in_run)
{
  int type = xmlTextReaderNodeType (self->xml);

  return in_run &&
         (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE);
}

/* Reads the whole body; FALSE: it is not what it should be, or too large. */
static gboolean
read_body (Reader *self)
{
  static const char *const skipped[] = { "pPr",      "rPr",     "tblPr",    "tblGrid",
                                         "sectPr",   "del",     "moveFrom", "instrText",
                                         "Fallback", "delText", NULL };
  gboolean in_text = FALSE;
  int status = xmlTextReaderRead (self->xml);

  while (status == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
      int type = xmlTextReaderNodeType (self->xml);
      gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;

      if (type == XML_READER_TYPE_DOCUMENT_TYPE || self->too_large)
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT && is_one_of (name, skipped))
        {
          status = xmlTextReaderNext (self->xml);
          continue;
        }
      if (is_text (self, in_text))
        g_string_append (get_target (self), (const char *) xmlTextReaderConstValue (self->xml));
      else if (type == XML_READER_TYPE_ELEMENT)
        {
          begin_element (self, name);
          in_text = g_str_equal (name, "t") && !empty;
          if (empty)
            end_element (self, name);
        }
      else if (type == XML_READER_TYPE_END_ELEMENT)
        {
          end_element (self, name);
          in_text = FALSE;
        }
      status = xmlTextReaderRead (self->xml);
    }
  return status == 0;
}

static void
reader_clear (Reader *self)
{
  if (self->cell != NULL)
    g_string_free (self->cell, TRUE);
  g_clear_pointer (&self->row, g_ptr_array_unref);
  g_clear_pointer (&self->sheet, geoat_sheet_free);
  g_string_free (self->text, TRUE);
  xmlFreeTextReader (self->xml);
}

/**
 * geoat_docx_read:
 * @bytes: the content of a file
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatSheet, one for each table, and one for text behind
 *   the last; %NULL when this is no Word document
 */
GPtrArray *
geoat_docx_read (GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_autoptr (GBytes) body = geoat_package_read_member (bytes, "word/document.xml", error);
  Reader reader = { NULL };
  gsize length;
  const char *text;
  gboolean done;

  if (body == NULL)
    return NULL;

  text = g_bytes_get_data (body, &length);
  reader.xml = xmlReaderForMemory (text, (int) length, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader.xml == NULL)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("the text of the document is damaged"));
      return NULL;
    }
  reader.sheets = sheets;
  reader.text = g_string_new (NULL);
  done = read_body (&reader);
  take_rest (&reader);
  reader_clear (&reader);
  if (reader.too_large)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                         _ ("it has more rows and cells than any plan"));
  else if (!done)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("the text of the document is damaged"));
  return done && !reader.too_large ? g_steal_pointer (&sheets) : NULL;
}
