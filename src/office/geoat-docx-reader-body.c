/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a part of a Word document: its tables, and what stands between them.
 *
 * How it works: the part is read as a stream of elements. Elements are told by their local names:
 * strict and transitional documents differ in their namespaces only. The text of a cell is that of
 * its paragraphs, one a line, with the numbers and bullets that Word sets. A footnote is text in
 * brackets where its number stands. What was otherwise before a change that is tracked, the
 * invitations of empty form fields, and the second version that Word keeps of some drawings are
 * passed over; what is hidden is told instead.
 *
 * The paragraphs between tables are the names of the tables that follow, line by line; those behind
 * the last one are the name of a table without rows. They are told of besides, and so is each
 * comment, beside the cell that it is about.
 *
 * The document is hostile until proven otherwise: a document type, which is where entities are
 * declared, is refused, and nothing is ever loaded. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-docx-reader-private.h"
#include "geoat-symbols.h"

#define MAX_SPAN 100 /* columns of a table that someone can have meant */

/* How the invitations of empty form fields begin, of which Word says that they are some. */
static const char *const prompts[] = {
  "Click or tap ",  "Click here ", "Choose an item",    "Cliquez ou appuyez ", "Cliquez ici ",
  "Choisissez un ", "Haga clic ",  "Elija un ",         "Clique ou toque ",    "Clique aqui ",
  "Escolher um",    "Escolha um",  "Klicken oder ",     "Klicken Sie ",        "Wählen Sie ein",
  "انقر ",          "اختر ",       "Enter any content", "Click to enter ",
};

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

static gboolean
is_blank (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

/* Whether a text in an empty form field is only its invitation to fill it in. */
static gboolean
is_prompt (GeoatDocxText *self, const char *text)
{
  if (self->run.is_prompt || is_blank (text))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (prompts); i++)
    if (g_str_has_prefix (text, prompts[i]))
      return TRUE;
  return FALSE;
}

/* Counts what a cell, a row or a table takes. */
gboolean
geoat_docx_text_reserve (GeoatDocxText *self, gsize length)
{
  self->too_large = self->too_large || !geoat_sheet_reserve (&self->size, length);
  return !self->too_large;
}

/* Appends a text as it is: to the cell, to those around it, or to what stands between the tables.
 */
void
geoat_docx_text_append_raw (GeoatDocxText *self, const char *text)
{
  gboolean in_cell = FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    {
      GeoatDocxTable *table = g_ptr_array_index (self->tables, i);

      if (table->cell != NULL)
        {
          in_cell = TRUE;
          g_string_append (table->cell, text);
        }
    }
  if (!in_cell)
    g_string_append (self->text, text);
}

/* A text as it looks: fonts of pictures, superscripts and subscripts. */
static char *
translate (GeoatDocxText *self, const char *text)
{
  GString *shown = g_string_new (NULL);
  gboolean is_symbol = geoat_symbols_is_font (self->run.font);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);
      const char *sign = NULL;

      if (c >= 0xf020 && c <= 0xf0ff)
        sign = geoat_symbols_find (self->run.font, c - 0xf000);
      else if (is_symbol && c > 0x20 && c <= 0xff)
        sign = geoat_symbols_find (self->run.font, c);
      else if (self->run.raised > 0)
        sign = geoat_symbols_raise (c);
      else if (self->run.raised < 0)
        sign = geoat_symbols_lower (c);

      if (sign != NULL)
        g_string_append (shown, sign);
      else if (c >= 0xf020 && c <= 0xf0ff)
        {
          g_autofree char *name =
              g_strdup_printf ("%s %u", self->run.font != NULL ? self->run.font : "?", c - 0xf000);

          g_string_append (shown, "\xef\xbf\xbd");
          geoat_docx_text_add_aside (self, GEOAT_ASIDE_SIGN, name);
        }
      else
        g_string_append_unichar (shown, c);
    }
  return g_string_free (shown, FALSE);
}

/* Whether a text needs translate(). */
static gboolean
is_special (GeoatDocxText *self, const char *text)
{
  return self->run.raised != 0 || self->run.font != NULL || strstr (text, "\xef\x80") != NULL ||
         strstr (text, "\xef\x81") != NULL || strstr (text, "\xef\x82") != NULL ||
         strstr (text, "\xef\x83") != NULL;
}

/* Appends a text, if it counts. */
void
geoat_docx_text_append (GeoatDocxText *self, const char *text)
{
  g_autofree char *shown = NULL;

  if ((self->invitation > 0 && is_prompt (self, text)) ||
      (self->in_page_number && !has_letter (text)))
    return;
  if (is_special (self, text))
    text = shown = translate (self, text);
  if (self->math != NULL || self->run.hidden)
    {
      g_string_append (self->math != NULL ? self->math : self->hidden, text);
      return;
    }
  if (self->run.struck)
    g_string_append (self->struck, text);
  if (self->number != NULL && !is_blank (text))
    {
      g_autofree char *number = g_steal_pointer (&self->number);

      if (has_letter (text)) /* a level would be none any more */
        {
          geoat_docx_text_append_raw (self, number);
          geoat_docx_text_append_raw (self, " ");
        }
    }
  if (self->ends_box)
    geoat_docx_text_append_raw (self, "\n");
  self->ends_box = FALSE;
  geoat_docx_text_append_raw (self, text);
}

/* Adds what stands in no cell, or beside the present one. */
void
geoat_docx_text_add_aside (GeoatDocxText *self, GeoatAsideKind kind, const char *text)
{
  const GeoatDocxTable *table = self->tables->len > 0 ? g_ptr_array_index (self->tables, 0) : NULL;
  gboolean in_cell = table != NULL && table->cell != NULL;

  self->too_large = self->too_large ||
                    !geoat_sheet_add_aside (table != NULL ? table->sheet : self->next, kind,
                                            in_cell ? table->number + 1 : 0,
                                            in_cell ? table->row->len + 1 : 0, text, &self->size);
}

/* Tells of a text that was collected, and forgets it. */
static void
tell (GeoatDocxText *self, GeoatAsideKind kind, GString *text)
{
  if (text->len > 0 && !is_blank (text->str))
    geoat_docx_text_add_aside (self, kind, g_strstrip (text->str));
  g_string_truncate (text, 0);
}

/* Whether a text is one that we have written: beside what follows from the plan, what a picture
 * shows stands below it. */
static gboolean
is_ours (GeoatDocxText *self, const char *text)
{
  GeoatDocxStyleKind kind = self->style != NULL ? self->style->kind : GEOAT_DOCX_STYLE_PLAIN;

  if (kind == GEOAT_DOCX_STYLE_HEADING)
    return geoat_own_texts_has_heading (self->document->own, text);
  return kind == GEOAT_DOCX_STYLE_OURS && (geoat_own_texts_has (self->document->own, text) ||
                                           g_strcmp0 (text, self->description) == 0);
}

/* The end of a paragraph, or of a part of one. */
static void
end_paragraph (GeoatDocxText *self)
{
  g_autofree char *text = NULL;

  tell (self, GEOAT_ASIDE_HIDDEN, self->hidden);
  tell (self, GEOAT_ASIDE_STRUCK, self->struck);
  if (self->depth > 0 || self->paragraph > self->text->len)
    return;
  text = g_strstrip (g_strdup (self->text->str + self->paragraph));
  if (self->style != NULL && self->style->kind == GEOAT_DOCX_STYLE_CONTENTS)
    {
      g_string_truncate (self->text, self->paragraph);
      if (*text != '\0')
        g_string_append_printf (self->contents, "%s%s", self->contents->len > 0 ? "\n" : "", text);
      return;
    }
  self->paragraph = self->text->len;
  if (*text != '\0' && self->contents->len > 0)
    tell (self, GEOAT_ASIDE_CONTENTS, self->contents);
  if (*text != '\0' && !is_ours (self, text))
    geoat_docx_text_add_aside (self, GEOAT_ASIDE_TEXT, text);
}

/* The innermost cell has a paragraph now, and so have those around it. */
static void
begin_line (GeoatDocxText *self)
{
  gboolean in_cell = FALSE;

  for (guint i = 0; i < self->tables->len; i++)
    {
      GeoatDocxTable *table = g_ptr_array_index (self->tables, i);

      if (table->cell == NULL)
        continue;
      in_cell = TRUE;
      if (table->has_paragraph && !self->joins)
        g_string_append_c (table->cell, '\n');
      table->has_paragraph = TRUE;
    }
  if (in_cell || self->tables->len > 0)
    return;
  if (self->has_paragraph && !self->joins)
    g_string_append_c (self->text, '\n');
  self->has_paragraph = TRUE;
}

static void
begin_paragraph (GeoatDocxText *self)
{
  end_paragraph (self);
  self->style = NULL;
  self->num_id = self->num_level = -1;
  g_clear_pointer (&self->number, g_free);
  self->in_page_number = FALSE;
  self->ends_box = FALSE;
  begin_line (self);
  self->joins = FALSE;
}

/* The format of the paragraph is known: counts it. */
static void
end_paragraph_format (GeoatDocxText *self)
{
  int id = self->num_id, level = self->num_level;

  if (id < 0 && self->style != NULL)
    {
      id = self->style->num_id;
      level = level < 0 ? self->style->num_level : level;
    }
  g_clear_pointer (&self->number, g_free);
  if (id > 0 && self->document->numbering != NULL)
    self->number = geoat_docx_numbering_count (self->document->numbering, id, MAX (level, 0));
}

static const GeoatDocxStyle *
find_style (GeoatDocxText *self)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "val");

  return id != NULL && self->document->styles != NULL
             ? g_hash_table_lookup (self->document->styles, id)
             : NULL;
}

/* How a run looks that takes a style of paragraphs or of characters. */
static void
apply_style (GeoatDocxText *self, const GeoatDocxStyle *style)
{
  if (style == NULL)
    return;
  if (style->hidden >= 0)
    self->run.hidden = style->hidden;
  if (style->struck >= 0)
    self->run.struck = style->struck;
  if (geoat_symbols_is_font (style->font))
    {
      g_free (self->run.font);
      self->run.font = g_strdup (style->font);
    }
  self->run.is_prompt = self->run.is_prompt || style->kind == GEOAT_DOCX_STYLE_PROMPT;
}

static void
begin_run (GeoatDocxText *self)
{
  g_clear_pointer (&self->run.font, g_free);
  self->run = (GeoatDocxRun){ 0 };
  apply_style (self, self->style);
}

static void
take_run_format (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "rStyle"))
    apply_style (self, find_style (self));
  else if (g_str_equal (name, "vanish"))
    self->run.hidden = geoat_part_is_on (self->xml);
  else if (g_str_equal (name, "strike") || g_str_equal (name, "dstrike"))
    self->run.struck = self->run.struck || geoat_part_is_on (self->xml);
  else if (g_str_equal (name, "vertAlign"))
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");

      self->run.raised = g_strcmp0 (value, "superscript") == 0 ? 1
                         : g_strcmp0 (value, "subscript") == 0 ? -1
                                                               : 0;
    }
  else if (g_str_equal (name, "rFonts"))
    {
      g_autofree char *font = geoat_part_get_attribute (self->xml, "ascii");

      if (font == NULL)
        return;
      g_clear_pointer (&self->run.font, g_free);
      if (geoat_symbols_is_font (font))
        self->run.font = g_steal_pointer (&font);
    }
}

static void
take_paragraph_format (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "pStyle"))
    self->style = find_style (self);
  else if (g_str_equal (name, "ilvl"))
    self->num_level = geoat_part_get_int (self->xml, "val", 0);
  else if (g_str_equal (name, "numId"))
    self->num_id = geoat_part_get_int (self->xml, "val", -1);
  else if (g_str_equal (name, "rPr"))
    self->format = GEOAT_DOCX_IN_MARK;
}

/* How many columns an attribute says, within reason. */
static guint
get_span (GeoatDocxText *self)
{
  return (guint) MIN (geoat_part_get_int (self->xml, "val", 1), MAX_SPAN);
}

static void
take_table_format (GeoatDocxText *self, const char *name)
{
  GeoatDocxTable *table = geoat_docx_text_get_table (self);

  if (table == NULL)
    return;
  if (self->format == GEOAT_DOCX_IN_ROW && g_str_equal (name, "gridBefore"))
    geoat_docx_text_skip_columns (self, get_span (self));
  else if (self->format == GEOAT_DOCX_IN_ROW && g_str_equal (name, "del"))
    table->is_deleted = TRUE;
  else if (self->format == GEOAT_DOCX_IN_CELL && g_str_equal (name, "gridSpan"))
    table->span = MAX (1, get_span (self));
  else if (self->format == GEOAT_DOCX_IN_CELL && g_str_equal (name, "cellDel"))
    table->is_cell_deleted = TRUE;
  else if (self->format == GEOAT_DOCX_IN_CELL && g_str_equal (name, "vMerge"))
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");

      table->continues = value == NULL || g_str_equal (value, "continue");
    }
  else if (g_str_equal (name, "tblCaption") || g_str_equal (name, "tblDescription"))
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");
      g_auto (GStrv) above = g_strsplit (table->sheet->name, "\n", -1);

      if (value != NULL && *value != '\0' &&
          !g_strv_contains ((const char *const *) above, value) &&
          !geoat_own_texts_has_heading (self->document->own, value))
        geoat_docx_text_add_aside (self, GEOAT_ASIDE_CAPTION, value);
    }
}

/* An element of a format. */
static void
take_format (GeoatDocxText *self, const char *name)
{
  switch (self->format)
    {
    case GEOAT_DOCX_IN_RUN:
      take_run_format (self, name);
      break;
    case GEOAT_DOCX_IN_PARAGRAPH:
      take_paragraph_format (self, name);
      break;
    case GEOAT_DOCX_IN_MARK:
      self->joins = self->joins || g_str_equal (name, "del") || g_str_equal (name, "moveFrom");
      break;
    case GEOAT_DOCX_IN_ROW:
    case GEOAT_DOCX_IN_CELL:
    case GEOAT_DOCX_IN_TABLE:
      take_table_format (self, name);
      break;
    case GEOAT_DOCX_IN_TEXT:
    default:
      break;
    }
}

/* Whether an element begins a format. */
static gboolean
begin_format (GeoatDocxText *self, const char *name)
{
  static const struct
  {
    const char *name;
    GeoatDocxFormat format;
  } formats[] = {
    { "rPr", GEOAT_DOCX_IN_RUN },     { "pPr", GEOAT_DOCX_IN_PARAGRAPH },
    { "tcPr", GEOAT_DOCX_IN_CELL },   { "trPr", GEOAT_DOCX_IN_ROW },
    { "tblPr", GEOAT_DOCX_IN_TABLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (name, formats[i].name))
      {
        self->format = formats[i].format;
        self->format_depth = xmlTextReaderDepth (self->xml);
        return TRUE;
      }
  return FALSE;
}

/* Whether the format ends with this element. */
static gboolean
end_format (GeoatDocxText *self)
{
  if (self->format == GEOAT_DOCX_IN_TEXT)
    return FALSE;
  if (self->format == GEOAT_DOCX_IN_MARK &&
      xmlTextReaderDepth (self->xml) == self->format_depth + 1 &&
      g_str_equal ((const char *) xmlTextReaderConstLocalName (self->xml), "rPr"))
    self->format = GEOAT_DOCX_IN_PARAGRAPH;
  else if (xmlTextReaderDepth (self->xml) == self->format_depth)
    {
      if (self->format == GEOAT_DOCX_IN_PARAGRAPH)
        end_paragraph_format (self);
      self->format = GEOAT_DOCX_IN_TEXT;
    }
  return TRUE;
}

static void
begin_element (GeoatDocxText *self, const char *name)
{
  if (self->format != GEOAT_DOCX_IN_TEXT)
    take_format (self, name);
  else if (g_str_equal (name, "r"))
    begin_run (self);
  else if (begin_format (self, name))
    return;
  else if (g_str_equal (name, "p"))
    begin_paragraph (self);
  else if (g_str_equal (name, "tc"))
    geoat_docx_text_begin_cell (self);
  else if (g_str_equal (name, "tr"))
    geoat_docx_text_begin_row (self);
  else if (g_str_equal (name, "tbl"))
    geoat_docx_text_begin_table (self);
  /* Outside of a format when the document is not quite as it should be. */
  else if (g_str_equal (name, "gridBefore") || g_str_equal (name, "gridSpan") ||
           g_str_equal (name, "vMerge"))
    {
      self->format = *name == 'g' && name[4] == 'B' ? GEOAT_DOCX_IN_ROW : GEOAT_DOCX_IN_CELL;
      take_table_format (self, name);
      self->format = GEOAT_DOCX_IN_TEXT;
    }
  else if (!geoat_docx_text_begin_inline (self, name))
    geoat_docx_text_begin_drawing (self, name);
}

static void
end_element (GeoatDocxText *self, const char *name)
{
  if (end_format (self))
    return;
  if (g_str_equal (name, "p"))
    end_paragraph (self);
  else if (g_str_equal (name, "tc"))
    geoat_docx_text_end_cell (self);
  else if (g_str_equal (name, "tr"))
    geoat_docx_text_end_row (self);
  else if (g_str_equal (name, "tbl"))
    geoat_docx_text_end_table (self);
  else if (!geoat_docx_text_end_inline (self, name))
    geoat_docx_text_end_drawing (self, name);
}

/* What counts for nothing: what was there before, what only a program reads. */
static gboolean
is_skipped (GeoatDocxText *self, const char *name)
{
  static const char *const skipped[] = {
    "tblGrid",         "sectPr",      "delText",       "pPrChange", "rPrChange", "tcPrChange",
    "trPrChange",      "tblPrChange", "tblPrExChange", "Fallback",  "rt",        "delInstrText",
    "numberingChange", NULL,
  };

  if (self->format == GEOAT_DOCX_IN_TEXT &&
      (g_str_equal (name, "del") || g_str_equal (name, "moveFrom")))
    return TRUE;
  return strchr ("tsdprFn", *name) != NULL && g_strv_contains (skipped, name);
}

/* Whether the present node is text that counts. */
static gboolean
is_text (GeoatDocxText *self, int type, gboolean in_run)
{
  return in_run &&
         (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
          type == XML_READER_TYPE_WHITESPACE || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE);
}

/* Reads the whole body; FALSE: it is not what it should be, too large, or nobody wants
 * it any more. */
static gboolean
read_body (GeoatDocxText *self)
{
  gboolean in_text = FALSE;
  int status = xmlTextReaderRead (self->xml);

  while (status == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
      int type = xmlTextReaderNodeType (self->xml);
      gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;

      if (type == XML_READER_TYPE_DOCUMENT_TYPE || self->too_large ||
          g_cancellable_is_cancelled (self->document->cancellable))
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT &&
          (is_skipped (self, name) || g_str_equal (name, "instrText")))
        {
          if (*name == 'i')
            geoat_docx_text_take_instruction (self);
          status = xmlTextReaderNext (self->xml);
          continue;
        }
      if (is_text (self, type, in_text))
        geoat_docx_text_append (self, (const char *) xmlTextReaderConstValue (self->xml));
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

/* The text behind the last table. */
static void
take_rest (GeoatDocxText *self)
{
  g_autoptr (GeoatSheet) sheet = NULL;

  end_paragraph (self);
  tell (self, GEOAT_ASIDE_CONTENTS, self->contents);
  sheet = geoat_docx_text_take_next (self);
  if (*sheet->name != '\0' || sheet->asides->len > 0)
    g_ptr_array_add (self->sheets, g_steal_pointer (&sheet));
}

static void
reader_clear (GeoatDocxText *self)
{
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->next, geoat_sheet_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->number, g_free);
  g_free (self->run.font);
  g_free (self->note);
  g_free (self->description);
  g_free (self->name);
  g_string_free (self->text, TRUE);
  g_string_free (self->contents, TRUE);
  g_string_free (self->hidden, TRUE);
  g_string_free (self->struck, TRUE);
  g_string_free (self->instruction, TRUE);
  if (self->math != NULL)
    g_string_free (self->math, TRUE);
  xmlFreeTextReader (self->xml);
}

/* Reads a part with text: its tables into @sheets, and its notes. */
gboolean
geoat_docx_reader_read_part (const GeoatDocxReader *document,
                             GBytes *part,
                             GPtrArray *sheets,
                             GError **error)
{
  GeoatDocxText reader = {
    .sheets = sheets,
    .notes = document->texts,
    .document = document,
    .num_id = -1,
    .num_level = -1,
    .is_box = -1,
  };
  gsize length;
  const char *text = g_bytes_get_data (part, &length);
  gboolean done;

  reader.xml = xmlReaderForMemory (text, (int) length, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (reader.xml == NULL)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("the text of the document is damaged"));
      return FALSE;
    }
  reader.tables = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_docx_table_free);
  reader.text = g_string_new (NULL);
  reader.contents = g_string_new (NULL);
  reader.hidden = g_string_new (NULL);
  reader.struck = g_string_new (NULL);
  reader.instruction = g_string_new (NULL);
  reader.next = geoat_sheet_new ("");
  done = read_body (&reader);
  reader.depth = 0;
  g_ptr_array_set_size (reader.tables, 0);
  take_rest (&reader);
  reader_clear (&reader);
  if (reader.too_large)
    geoat_sheet_fail_too_large (error);
  else if (!done && !g_cancellable_set_error_if_cancelled (document->cancellable, error))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("the text of the document is damaged"));
  return done && !reader.too_large;
}
