/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the lines of a Word document beside plain text: signs, fields and form fields,
 * notes, links and formulas. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-docx-reader-private.h"
#include "geoat-symbols.h"

/* What stands in parts of its own, and what refers to it. */
static const char *const notes[] = { "footnote", "endnote", "comment", NULL };
static const char *const references[] = { "footnoteReference", "endnoteReference",
                                          "commentReference", NULL };

/* A character of a font of pictures. */
static void
take_symbol (GeoatDocxText *self)
{
  g_autofree char *font = geoat_part_get_attribute (self->xml, "font");
  g_autofree char *value = geoat_part_get_attribute (self->xml, "char");
  g_autofree char *own_font = g_steal_pointer (&self->run.font);
  guint64 code = 0;
  char text[7] = "";

  if (value != NULL)
    g_ascii_string_to_unsigned (value, 16, 0, 0xffff, &code, NULL);
  g_unichar_to_utf8 (geoat_symbols_is_font (font) || code >= 0xf000
                         ? 0xf000 + (gunichar) (code & 0xff)
                         : (gunichar) code,
                     text);
  self->run.font = font;
  geoat_docx_text_append (self, text);
  self->run.font = g_steal_pointer (&own_font);
}

/* Elements that are one character. */
static gboolean
take_character (GeoatDocxText *self, const char *name)
{
  static const struct
  {
    const char *name;
    const char *text;
  } characters[] = {
    { "tab", "\t" },
    { "ptab", "\t" },
    { "cr", "\r" },
    { "noBreakHyphen", "\xe2\x80\x91" },
    { "softHyphen", "\xc2\xad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    if (g_str_equal (name, characters[i].name))
      {
        geoat_docx_text_append (self, characters[i].text);
        return TRUE;
      }
  if (g_str_equal (name, "sym"))
    take_symbol (self);
  else if (g_str_equal (name, "br"))
    {
      g_autofree char *type = geoat_part_get_attribute (self->xml, "type");

      if (type == NULL || g_str_equal (type, "textWrapping"))
        geoat_docx_text_append (self, "\n");
    }
  else
    return FALSE;
  return TRUE;
}

/* A form field shows either what was filled in or an invitation to do so; an old one has a list of
 * choices and the number of the chosen one, or a box that is ticked or not. */
static gboolean
begin_form_field (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "sdtPr"))
    self->invites = FALSE;
  else if (g_str_equal (name, "showingPlcHdr"))
    self->invites = geoat_part_is_on (self->xml);
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
    self->chosen = (guint64) geoat_part_get_int (self->xml, "val", (int) self->chosen);
  else if (g_str_equal (name, "checkBox"))
    self->is_box = 0;
  else if ((g_str_equal (name, "default") || g_str_equal (name, "checked")) && self->is_box >= 0)
    self->is_box = geoat_part_is_on (self->xml);
  else
    return FALSE;
  return TRUE;
}

static gboolean
end_form_field (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "sdtContent"))
    {
      if (xmlTextReaderDepth (self->xml) == self->invitation)
        self->invitation = 0;
    }
  else if (g_str_equal (name, "ddList") && self->choices != NULL)
    {
      const char *choice = self->chosen < self->choices->len
                               ? g_ptr_array_index (self->choices, (guint) self->chosen)
                               : NULL;

      geoat_docx_text_append (self, choice != NULL ? choice : "");
      g_clear_pointer (&self->choices, g_ptr_array_unref);
    }
  else if (g_str_equal (name, "checkBox") && self->is_box >= 0)
    {
      geoat_docx_text_append (self, self->is_box ? "☒" : "☐");
      self->is_box = -1;
    }
  else
    return FALSE;
  return TRUE;
}

/* A note, in the part that holds them; its text is that of the paragraphs in it. */
static void
begin_note (GeoatDocxText *self, const char *name)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "id");

  g_free (self->note);
  self->note = g_strconcat (name, "Reference", id, NULL);
  self->has_paragraph = FALSE;
  self->paragraph = 0;
  g_string_truncate (self->text, 0);
}

static void
end_note (GeoatDocxText *self)
{
  if (self->note == NULL)
    return;
  g_hash_table_insert (self->notes, g_steal_pointer (&self->note),
                       g_strdup (g_strstrip (self->text->str)));
  g_string_truncate (self->text, 0);
  self->paragraph = 0;
}

/* The text of a note, where its number stands the first time; that of a comment stands beside it,
 * and that of a note on a heading is none of the heading. */
static void
take_note (GeoatDocxText *self, const char *name)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "id");
  g_autofree char *key = g_strconcat (name, id != NULL ? id : "", NULL);
  g_autofree char *known = NULL;
  g_autofree char *text = NULL;

  if (!g_hash_table_steal_extended (self->notes, key, (gpointer *) &known, (gpointer *) &text))
    {
      if (g_hash_table_add (self->document->told, g_strdup (key)))
        geoat_docx_text_add_aside (self, GEOAT_ASIDE_MISSING, key);
      return;
    }
  g_hash_table_add (self->document->told, g_steal_pointer (&known));
  if (g_str_has_prefix (name, "comment"))
    geoat_docx_text_add_aside (self, GEOAT_ASIDE_COMMENT, text);
  else if (self->depth == 0 && self->style != NULL && self->style->kind == GEOAT_DOCX_STYLE_HEADING)
    geoat_docx_text_add_aside (self, GEOAT_ASIDE_APART, text);
  else
    {
      self->run.raised = 0; /* as the number of the note was */
      geoat_docx_text_append (self, " [");
      geoat_docx_text_append (self, text);
      geoat_docx_text_append (self, "]");
    }
}

/* Tells where a link leads. */
static void
take_link (GeoatDocxText *self, const char *address)
{
  if (address != NULL && *address != '\0')
    geoat_docx_text_add_aside (self, GEOAT_ASIDE_LINK, address);
}

/* Whether a field says the number of a page, or how many there are: nobody has written that. */
static gboolean
is_page_number (const char *instruction)
{
  static const char *const names[] = { "PAGE", "NUMPAGES", "SECTIONPAGES", NULL };
  g_autofree char *word = NULL;

  instruction += strspn (instruction, " \t\n");
  word = g_strndup (instruction, strcspn (instruction, " \t\n"));
  return g_strv_contains (names, word);
}

/* A field is known: HYPERLINK "https://…", PAGE. */
static void
take_field (GeoatDocxText *self, const char *instruction)
{
  const char *at = instruction + strspn (instruction, " \t\n");

  self->in_page_number = self->in_page_number || is_page_number (instruction);
  if (g_ascii_strncasecmp (at, "HYPERLINK", strlen ("HYPERLINK")) == 0)
    {
      const char *begin = strchr (at, '"');
      const char *end = begin != NULL ? strchr (begin + 1, '"') : NULL;
      const char *local = strstr (at, "\\l");

      if (end != NULL && (local == NULL || local > begin))
        {
          g_autofree char *address = g_strndup (begin + 1, (gsize) (end - begin - 1));

          take_link (self, address);
        }
    }
}

/* Text of the instruction of a field, which may come in pieces. */
void
geoat_docx_text_take_instruction (GeoatDocxText *self)
{
  xmlChar *text = xmlTextReaderReadString (self->xml);

  if (text != NULL)
    g_string_append (self->instruction, (const char *) text);
  xmlFree (text);
  self->in_page_number = self->in_page_number || is_page_number (self->instruction->str);
}

static gboolean
begin_field (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "fldSimple"))
    {
      g_autofree char *instruction = geoat_part_get_attribute (self->xml, "instr");

      take_field (self, instruction != NULL ? instruction : "");
    }
  else if (g_str_equal (name, "fldChar"))
    {
      g_autofree char *type = geoat_part_get_attribute (self->xml, "fldCharType");

      if (self->instruction->len > 0)
        take_field (self, self->instruction->str);
      g_string_truncate (self->instruction, 0);
      self->in_page_number = self->in_page_number && g_strcmp0 (type, "end") != 0;
    }
  else if (g_str_equal (name, "hyperlink"))
    {
      g_autofree char *id = geoat_part_get_attribute (self->xml, "id");
      const GeoatRelation *relation = geoat_relations_get (self->document->relations, id);

      if (relation != NULL)
        take_link (self, relation->address);
    }
  else
    return FALSE;
  return TRUE;
}

/* Formulas, on one line: "(a + b)/c", "x²". */

static void
begin_part (GeoatDocxText *self, const char *sign)
{
  g_string_append (self->math, sign);
  self->part = self->math->len;
}

/* The end of a part of a fraction, or of an exponent: what has several members is set in brackets.
 */
static void
end_part (GeoatDocxText *self)
{
  const char *text = self->math->str + MIN (self->part, self->math->len);

  if (strpbrk (text, " +-*/") != NULL)
    {
      g_string_insert_c (self->math, (gssize) MIN (self->part, self->math->len), '(');
      g_string_append_c (self->math, ')');
    }
}

static gboolean
begin_math (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "oMath") && self->math == NULL)
    self->math = g_string_new (NULL);
  else if (self->math == NULL)
    return FALSE;
  else if (g_str_equal (name, "num"))
    begin_part (self, "");
  else if (g_str_equal (name, "den"))
    begin_part (self, "/");
  else if (g_str_equal (name, "sup"))
    begin_part (self, "^");
  else if (g_str_equal (name, "sub"))
    begin_part (self, "_");
  else if (g_str_equal (name, "rad"))
    g_string_append (self->math, "√(");
  else if (g_str_equal (name, "chr"))
    {
      g_autofree char *sign = geoat_part_get_attribute (self->xml, "val");

      g_string_append (self->math, sign != NULL ? sign : "");
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
end_math (GeoatDocxText *self, const char *name)
{
  if (self->math == NULL)
    return FALSE;
  if (g_str_equal (name, "oMath"))
    {
      GString *math = g_steal_pointer (&self->math);

      geoat_docx_text_append (self, math->str);
      g_string_free (math, TRUE);
    }
  else if (g_str_equal (name, "num") || g_str_equal (name, "den") || g_str_equal (name, "sup") ||
           g_str_equal (name, "sub"))
    end_part (self);
  else if (g_str_equal (name, "rad"))
    g_string_append_c (self->math, ')');
  else
    return FALSE;
  return TRUE;
}

gboolean
geoat_docx_text_begin_inline (GeoatDocxText *self, const char *name)
{
  if (g_strv_contains (notes, name))
    begin_note (self, name);
  else if (g_strv_contains (references, name))
    take_note (self, name);
  else
    return take_character (self, name) || begin_field (self, name) ||
           begin_form_field (self, name) || begin_math (self, name);
  return TRUE;
}

gboolean
geoat_docx_text_end_inline (GeoatDocxText *self, const char *name)
{
  if (g_strv_contains (notes, name))
    end_note (self);
  else if (g_str_equal (name, "fldSimple"))
    self->in_page_number = FALSE;
  else
    return end_form_field (self, name) || end_math (self, name);
  return TRUE;
}
