/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a part of a Word document: its tables, and what stands between them.
 *
 * How it works: the part is read as a stream of elements. Elements are told by their local names:
 * strict and transitional documents differ in their namespaces only. The text of a cell is that of
 * its paragraphs, one a line; a table inside a cell counts as text of the cell. A footnote is text
 * in brackets where its number stands. What is deleted or was otherwise before a change that is
 * tracked, field codes, the invitations of empty form fields, and the second version that Word
 * keeps of some drawings are passed over. A cell that is merged with the one above has its text;
 * one that spans columns is followed by empty ones. The paragraphs between tables are the names of
 * the tables that follow, line by line; those behind the last one are the name of a table without
 * rows. Those that no style makes a heading are told of besides, and so is each comment, beside the
 * cell that it is about.
 *
 * The document is hostile until proven otherwise: a document type, which is where entities are
 * declared, is refused, and nothing is ever loaded. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-docx-reader-private.h"
#include "geoat-part-reader.h"

#define MAX_SPAN 100   /* columns of a table that someone can have meant */
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
  guint n_above;     /* cells of the row above */
  GPtrArray *row;    /* the cells of the row so far */
  GString *cell;
  gboolean has_paragraph;   /* the cell, or the text, has one already */
  gboolean joins;           /* the end of the paragraph is deleted: the next one goes on in it */
  GeoatSheet *next;         /* the table that comes next, or what stands behind the last one */
  gsize paragraph;          /* where the present one begins in the text */
  GeoatDocumentStyle style; /* of it */
  const GeoatDocxReader *document;
  char *description; /* of the last picture, or NULL */
  gboolean in_page_number;
  GCancellable *cancellable;
  guint span;
  gboolean continues; /* the cell is one with that above it */
  gboolean merged;    /* a cell of the row was, and had text */
  GHashTable *notes;  /* "footnoteReference2" → text of those that no number was seen of yet */
  char *note;         /* the key of the note that is being read, or NULL */
  GPtrArray *choices; /* of the drop-down list of an old form, or NULL */
  guint64 chosen;     /* of them */
  gboolean invites;   /* the form field that was begun has but its invitation to fill it in */
  int invitation;     /* the depth of that invitation in the document, or 0 */
  gboolean ends_box;  /* what comes next is text behind a text box */
  gsize size;         /* of the tables, see geoat_sheet_reserve() */
  gboolean too_large; /* there was more than fits */
} Reader;

/* What stands in parts of its own, and what refers to it. */
static const char *const notes[] = { "footnote", "endnote", "comment", NULL };
static const char *const references[] = { "footnoteReference", "endnoteReference",
                                          "commentReference", NULL };

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (g_str_equal (name, names[i]))
      return TRUE;
  return FALSE;
}

static GString *
get_target (Reader *self)
{
  return self->cell != NULL ? self->cell : self->text;
}

static gboolean
has_letter (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text != '\0';
}

static void
append_text (Reader *self, const char *text)
{
  if (self->invitation > 0 || (self->in_page_number && !has_letter (text)))
    return;
  if (self->ends_box)
    g_string_append_c (get_target (self), '\n');
  self->ends_box = FALSE;
  g_string_append (get_target (self), text);
}

/* Counts what a cell, a row or a table takes. */
static gboolean
reserve (Reader *self, gsize length)
{
  self->too_large = self->too_large || !geoat_sheet_reserve (&self->size, length);
  return !self->too_large;
}

/* Adds what stands in no cell, or beside the present one. */
static void
add_aside (Reader *self, GeoatAsideKind kind, const char *text)
{
  gboolean in_cell = self->cell != NULL;

  self->too_large = self->too_large ||
                    !geoat_sheet_add_aside (self->sheet != NULL ? self->sheet : self->next, kind,
                                            in_cell ? self->number + 1 : 0,
                                            in_cell ? self->row->len + 1 : 0, text, &self->size);
}

/* Whether a text is one that we have written: beside what follows from the plan, what a picture
 * shows stands below it. */
static gboolean
is_ours (Reader *self, const char *text)
{
  return (self->style == GEOAT_DOCUMENT_STYLE_HEADING &&
          geoat_own_texts_has_heading (self->document->own, text)) ||
         (self->style == GEOAT_DOCUMENT_STYLE_OURS &&
          (geoat_own_texts_has (self->document->own, text) ||
           g_strcmp0 (text, self->description) == 0));
}

/* The end of a paragraph outside of the tables, or of a part of one. */
static void
end_paragraph (Reader *self)
{
  g_autofree char *text = NULL;

  if (self->depth > 0 || self->paragraph > self->text->len)
    return;
  text = g_strstrip (g_strdup (self->text->str + self->paragraph));
  self->paragraph = self->text->len;
  if (*text != '\0' && !is_ours (self, text))
    add_aside (self, GEOAT_ASIDE_TEXT, text);
}

static void
begin_paragraph (Reader *self)
{
  if (self->depth > 0 && self->cell == NULL)
    return;
  end_paragraph (self);
  self->style = GEOAT_DOCUMENT_STYLE_NONE;
  self->in_page_number = FALSE;
  self->ends_box = FALSE;
  if (self->has_paragraph && !self->joins)
    g_string_append_c (get_target (self), '\n');
  self->has_paragraph = TRUE;
  self->joins = FALSE;
}

/* The child of a node with that local name, or NULL. */
static xmlNode *
find_child (xmlNode *node, const char *name)
{
  xmlNode *child = node != NULL ? node->children : NULL;

  while (child != NULL &&
         !(child->type == XML_ELEMENT_NODE && g_str_equal ((const char *) child->name, name)))
    child = child->next;
  return child;
}

/* Whether a format has a level of the outline; 9 is none. */
static gboolean
is_outlined (xmlNode *format)
{
  xmlNode *outline = find_child (format, "outlineLvl");
  xmlChar *level = outline != NULL ? xmlGetProp (outline, (const xmlChar *) "val") : NULL;
  gboolean outlined = outline != NULL && g_strcmp0 ((const char *) level, "9") != 0;

  xmlFree (level);
  return outlined;
}

/* What is looked at of the format of a paragraph: whether its end is deleted, in a change that is
 * tracked, and what its style is. */
static void
take_paragraph_format (Reader *self)
{
  xmlNode *format = xmlTextReaderExpand (self->xml);
  xmlNode *mark = find_child (format, "rPr");
  xmlNode *style = find_child (format, "pStyle");
  xmlChar *id = style != NULL ? xmlGetProp (style, (const xmlChar *) "val") : NULL;

  self->joins = find_child (mark, "del") != NULL || find_child (mark, "moveFrom") != NULL;
  if (self->depth == 0 && is_outlined (format))
    self->style = GEOAT_DOCUMENT_STYLE_HEADING;
  else if (self->depth == 0 && id != NULL && self->document->styles != NULL)
    self->style =
        (GeoatDocumentStyle) GPOINTER_TO_INT (g_hash_table_lookup (self->document->styles, id));
  xmlFree (id);
}

static void
add_cell (Reader *self, const char *text)
{
  if (reserve (self, strlen (text)))
    g_ptr_array_add (self->row, g_strdup (text));
}

/* The next table, whose name is the text since the last one, full. */
static GeoatSheet *
take_next (Reader *self)
{
  GeoatSheet *sheet = self->next;

  g_free (sheet->name);
  sheet->name = g_strdup (g_strstrip (self->text->str));
  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_string_truncate (self->text, 0);
  self->paragraph = 0;
  self->next = geoat_sheet_new ("");
  return sheet;
}

static void
begin_table (Reader *self)
{
  if (self->depth++ > 0)
    return;
  reserve (self, TABLE_SIZE);
  self->sheet = take_next (self);
  self->number = 0;
  self->n_above = 0;
}

/* The text behind the last table. */
static void
take_rest (Reader *self)
{
  g_autoptr (GeoatSheet) sheet = take_next (self);

  if (*sheet->name != '\0' || sheet->asides->len > 0)
    g_ptr_array_add (self->sheets, g_steal_pointer (&sheet));
}

static void
end_table (Reader *self)
{
  if (--self->depth > 0)
    return;
  g_ptr_array_add (self->sheets, g_steal_pointer (&self->sheet));
  self->has_paragraph = FALSE;
  self->joins = FALSE;
}

/* The text of the cell above, in the same column of the table. */
static const char *
get_above (Reader *self)
{
  guint column = self->row->len;
  char **above;

  if (column >= self->n_above)
    return "";
  above = g_ptr_array_index (self->sheet->rows, self->sheet->rows->len - 1);
  return above[column];
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

  reserve (self, GEOAT_SHEET_ROW_SIZE);
  self->n_above = self->row->len;
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
  g_autofree char *value = geoat_part_get_attribute (self->xml, "val");
  guint64 span = 1;

  if (value != NULL)
    g_ascii_string_to_unsigned (value, 10, 0, MAX_SPAN, &span, NULL);
  return (guint) span;
}

/* A character of a font of pictures: those that Word makes of "-->" and the like, and what people
 * tick with. What else such fonts have has no name. */
static const char *
get_symbol (Reader *self)
{
  static const struct
  {
    guint64 code;
    const char *text;
  } symbols[] = {
    { 0xdf, "←" }, { 0xe0, "→" }, { 0xe7, "⇐" }, { 0xe8, "⇒" }, { 0xf3, "⇔" },
    { 0x4a, "☺" }, { 0x4c, "☹" }, { 0x6f, "☐" }, { 0xa8, "☐" }, { 0xfb, "✗" },
    { 0xfc, "✓" }, { 0xfd, "☒" }, { 0xfe, "☑" },
  };
  g_autofree char *font = geoat_part_get_attribute (self->xml, "font");
  g_autofree char *value = geoat_part_get_attribute (self->xml, "char");
  guint64 code = 0;

  if (value != NULL)
    g_ascii_string_to_unsigned (value, 16, 0, 0xffff, &code, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].code == (code & 0xff) && font != NULL && g_str_equal (font, "Wingdings"))
      return symbols[i].text;
  return "\xef\xbf\xbd";
}

/* Elements that are one character. */
static void
take_character (Reader *self, const char *name)
{
  if (g_str_equal (name, "tab"))
    append_text (self, "\t");
  else if (g_str_equal (name, "cr"))
    append_text (self, "\r");
  else if (g_str_equal (name, "noBreakHyphen"))
    append_text (self, "\xe2\x80\x91");
  else if (g_str_equal (name, "softHyphen"))
    append_text (self, "\xc2\xad");
  else if (g_str_equal (name, "sym"))
    append_text (self, get_symbol (self));
  else if (g_str_equal (name, "br"))
    {
      g_autofree char *type = geoat_part_get_attribute (self->xml, "type");

      if (type == NULL || g_str_equal (type, "textWrapping"))
        append_text (self, "\n");
    }
}

/* A form field shows either what was filled in or an invitation to do so; an old one has a list of
 * choices, and the number of the chosen one. */
static void
take_form_field (Reader *self, const char *name)
{
  if (g_str_equal (name, "sdtPr"))
    self->invites = FALSE;
  else if (g_str_equal (name, "showingPlcHdr"))
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");

      self->invites = value == NULL ||
                      !g_strv_contains ((const char *const[]){ "0", "false", "off", NULL }, value);
    }
  else if (g_str_equal (name, "sdtContent"))
    {
      if (self->invites && self->invitation == 0)
        self->invitation = xmlTextReaderDepth (self->xml);
      self->invites = FALSE;
    }
  else if (g_str_equal (name, "ddList") && self->choices == NULL)
    {
      self->choices = g_ptr_array_new_with_free_func (g_free);
      self->chosen = 0;
    }
  else if (g_str_equal (name, "listEntry") && self->choices != NULL)
    g_ptr_array_add (self->choices, geoat_part_get_attribute (self->xml, "val"));
  else if ((g_str_equal (name, "result") || g_str_equal (name, "default")) && self->choices != NULL)
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");

      if (value != NULL)
        g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &self->chosen, NULL);
    }
}

static void
end_form_field (Reader *self, const char *name)
{
  if (g_str_equal (name, "sdtContent") && xmlTextReaderDepth (self->xml) == self->invitation)
    self->invitation = 0;
  else if (g_str_equal (name, "ddList") && self->choices != NULL)
    {
      const char *choice = self->chosen < self->choices->len
                               ? g_ptr_array_index (self->choices, (guint) self->chosen)
                               : NULL;

      append_text (self, choice != NULL ? choice : "");
      g_clear_pointer (&self->choices, g_ptr_array_unref);
    }
}

/* A note, in the part that holds them; its text is that of the paragraphs in it. */
static void
begin_note (Reader *self, const char *name)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "id");

  g_free (self->note);
  self->note = g_strconcat (name, "Reference", id, NULL);
  self->has_paragraph = FALSE;
  self->paragraph = 0;
  g_string_truncate (self->text, 0);
}

/* The text of a note, where its number stands the first time; that of a comment stands beside it,
 * and that of a note on a heading is none of the heading. */
static void
take_note (Reader *self, const char *name)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "id");
  g_autofree char *key = g_strconcat (name, id != NULL ? id : "", NULL);
  g_autofree char *known = NULL;
  g_autofree char *text = NULL;

  if (!g_hash_table_steal_extended (self->notes, key, (gpointer *) &known, (gpointer *) &text))
    return;
  if (g_str_has_prefix (name, "comment"))
    {
      add_aside (self, GEOAT_ASIDE_COMMENT, text);
      return;
    }
  if (self->depth == 0 && self->style == GEOAT_DOCUMENT_STYLE_HEADING)
    {
      add_aside (self, GEOAT_ASIDE_APART, text);
      return;
    }
  append_text (self, " [");
  append_text (self, text);
  append_text (self, "]");
}

/* Whether a field says the number of a page, or how many there are: nobody has written that. */
static gboolean
is_page_number (const char *instruction)
{
  static const char *const names[] = { "PAGE", "NUMPAGES", "SECTIONPAGES", NULL };
  const char *name = instruction != NULL ? instruction + strspn (instruction, " \t\n") : "";
  g_autofree char *word = g_strndup (name, strcspn (name, " \t\n"));

  return is_one_of (word, names);
}

/* Learns what a field says, which begins or ends. */
static void
take_field (Reader *self, const char *name)
{
  if (g_str_equal (name, "instrText"))
    {
      xmlChar *instruction = xmlTextReaderReadString (self->xml);

      self->in_page_number = self->in_page_number || is_page_number ((const char *) instruction);
      xmlFree (instruction);
    }
  else if (g_str_equal (name, "fldSimple"))
    {
      g_autofree char *instruction = geoat_part_get_attribute (self->xml, "instr");

      self->in_page_number = is_page_number (instruction);
    }
  else if (g_str_equal (name, "fldChar"))
    {
      g_autofree char *type = geoat_part_get_attribute (self->xml, "fldCharType");

      self->in_page_number = self->in_page_number && g_strcmp0 (type, "end") != 0;
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
      self->joins = FALSE;
      self->span = 1;
      self->continues = FALSE;
    }
  else if (g_str_equal (name, "gridSpan") && self->depth == 1)
    self->span = MAX (1, get_span (self));
  else if (g_str_equal (name, "vMerge") && self->depth == 1)
    {
      g_autofree char *value = geoat_part_get_attribute (self->xml, "val");

      self->continues = value == NULL || g_str_equal (value, "continue");
    }
  else if (g_str_equal (name, "p"))
    begin_paragraph (self);
  else if (g_str_equal (name, "docPr"))
    {
      g_free (self->description);
      self->description = geoat_part_get_attribute (self->xml, "descr");
    }
  else if (is_one_of (name, notes))
    begin_note (self, name);
  else if (is_one_of (name, references))
    take_note (self, name);
  else
    {
      take_field (self, name);
      take_form_field (self, name);
      take_character (self, name);
    }
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
  else if (g_str_equal (name, "p"))
    end_paragraph (self);
  else if (g_str_equal (name, "txbxContent"))
    self->ends_box = TRUE;
  else if (g_str_equal (name, "fldSimple"))
    self->in_page_number = FALSE;
  else if (is_one_of (name, notes))
    {
      if (self->note != NULL)
        g_hash_table_insert (self->notes, g_steal_pointer (&self->note),
                             g_strdup (g_strstrip (self->text->str)));
    }
  else
    end_form_field (self, name);
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

/* What counts for nothing: formats, what was there before, what only a program reads. */
static const char *const skipped[] = {
  "pPr",     "rPr",       "tblPr",      "tblGrid",    "sectPr",   "del", "moveFrom",
  "delText", "instrText", "tcPrChange", "trPrChange", "Fallback", "rt",  NULL,
};

/* Reads the whole body; FALSE: it is not what it should be, too large, or nobody wants
 * it any more. */
static gboolean
read_body (Reader *self)
{
  gboolean in_text = FALSE;
  int status = xmlTextReaderRead (self->xml);

  while (status == 1)
    {
      const char *name = (const char *) xmlTextReaderConstLocalName (self->xml);
      int type = xmlTextReaderNodeType (self->xml);
      gboolean empty = xmlTextReaderIsEmptyElement (self->xml) == 1;

      if (type == XML_READER_TYPE_DOCUMENT_TYPE || self->too_large ||
          g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      if (type == XML_READER_TYPE_ELEMENT && is_one_of (name, skipped))
        {
          if (g_str_equal (name, "pPr"))
            take_paragraph_format (self);
          take_field (self, name);
          status = xmlTextReaderNext (self->xml);
          continue;
        }
      if (is_text (self, in_text))
        append_text (self, (const char *) xmlTextReaderConstValue (self->xml));
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
  g_clear_pointer (&self->next, geoat_sheet_free);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_free (self->note);
  g_free (self->description);
  g_string_free (self->text, TRUE);
  xmlFreeTextReader (self->xml);
}

/* Reads a part with text: its tables into @sheets, and its notes. */
gboolean
geoat_document_read_part (const GeoatDocxReader *document,
                          GBytes *part,
                          GPtrArray *sheets,
                          GError **error)
{
  Reader reader = {
    .sheets = sheets,
    .notes = document->texts,
    .document = document,
    .cancellable = document->cancellable,
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
  reader.text = g_string_new (NULL);
  reader.next = geoat_sheet_new ("");
  done = read_body (&reader);
  take_rest (&reader);
  reader_clear (&reader);
  if (reader.too_large)
    geoat_sheet_fail_too_large (error);
  else if (!done && !g_cancellable_set_error_if_cancelled (document->cancellable, error))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("the text of the document is damaged"));
  return done && !reader.too_large;
}
