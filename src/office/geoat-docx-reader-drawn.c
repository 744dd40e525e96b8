/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn in a Word document, or attached to it: a plan has no place for it, so that it is
 * told of, once, by its name or alternative text. A text box is read; charts and diagrams have
 * their text in parts of their own. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-docx-reader-private.h"

/* The texts of a part of a drawing. */
typedef struct
{
  GString *text;
  gboolean in_text;
} Drawn;

static gboolean
drawn_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Drawn *self = data;

  if (g_str_equal (name, "t"))
    {
      self->in_text = begins;
      if (begins && self->text->len > 0)
        g_string_append_c (self->text, ' ');
    }
  return TRUE;
}

static void
drawn_text_cb (const char *text, gpointer data)
{
  Drawn *self = data;

  if (self->in_text)
    g_string_append (self->text, text);
}

/* The text of a part of a drawing, a chart for example, full; NULL: there is none. */
char *
geoat_docx_reader_read_drawn (const GeoatDocxReader *document, const char *id)
{
  const GeoatRelation *relation = geoat_relations_get (document->relations, id);
  g_autoptr (GBytes) part = relation != NULL && relation->address == NULL
                                ? geoat_package_read_member (document->package, relation->target,
                                                             document->cancellable, NULL)
                                : NULL;
  Drawn drawn = { g_string_new (NULL), FALSE };

  if (part != NULL)
    geoat_part_read (part, drawn_cb, drawn_text_cb, &drawn, document->cancellable);
  return g_string_free (drawn.text, drawn.text->len == 0);
}

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

static void
begin_drawing (GeoatDocxText *self)
{
  if (self->in_drawing > 0)
    return;
  self->in_drawing = xmlTextReaderDepth (self->xml);
  self->has_box = FALSE;
  self->drawn = GEOAT_ASIDE_OBJECT;
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->name, g_free);
}

static void
end_drawing (GeoatDocxText *self)
{
  gboolean is_ours = self->style != NULL && self->style->kind == GEOAT_DOCX_STYLE_OURS;

  if (self->in_drawing == 0 || xmlTextReaderDepth (self->xml) != self->in_drawing)
    return;
  self->in_drawing = 0;
  if (!is_ours && (!self->has_box || self->drawn == GEOAT_ASIDE_PICTURE))
    geoat_docx_text_add_aside (self, self->drawn,
                               self->description != NULL && *self->description != '\0'
                                   ? self->description
                               : self->name != NULL ? self->name
                                                    : "");
}

/* What a chart or diagram says is its description. */
static void
take_drawn (GeoatDocxText *self, const char *attribute)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, attribute);
  g_autofree char *text = geoat_docx_reader_read_drawn (self->document, id);

  if (text != NULL && self->description != NULL && *self->description != '\0')
    set_text (&self->description, g_strconcat (self->description, ": ", text, NULL));
  else if (text != NULL)
    set_text (&self->description, g_steal_pointer (&text));
}

/* Another file that is inserted here. */
static void
take_inserted (GeoatDocxText *self)
{
  g_autofree char *id = geoat_part_get_attribute (self->xml, "id");
  const GeoatRelation *relation = geoat_relations_get (self->document->relations, id);
  const char *name = relation != NULL ? relation->target : "";

  geoat_docx_text_add_aside (self, GEOAT_ASIDE_INSERTED, name);
}

gboolean
geoat_docx_text_begin_drawing (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "drawing") || g_str_equal (name, "pict") || g_str_equal (name, "object"))
    begin_drawing (self);
  else if (g_str_equal (name, "altChunk") || g_str_equal (name, "subDoc"))
    take_inserted (self);
  else if (self->in_drawing == 0)
    return FALSE;
  else if (g_str_equal (name, "docPr"))
    {
      set_text (&self->description, geoat_part_get_attribute (self->xml, "descr"));
      set_text (&self->name, geoat_part_get_attribute (self->xml, "name"));
    }
  else if (g_str_equal (name, "pic") || g_str_equal (name, "imagedata"))
    {
      self->drawn = GEOAT_ASIDE_PICTURE;
      if (self->name == NULL)
        self->name = geoat_part_get_attribute (self->xml, "title");
    }
  else if (g_str_equal (name, "shape") && self->description == NULL)
    self->description = geoat_part_get_attribute (self->xml, "alt");
  else if (g_str_equal (name, "OLEObject"))
    {
      self->drawn = GEOAT_ASIDE_OBJECT;
      if (self->name == NULL)
        self->name = geoat_part_get_attribute (self->xml, "ProgID");
    }
  else if (g_str_equal (name, "control") && self->name == NULL)
    self->name = geoat_part_get_attribute (self->xml, "name");
  else if (g_str_equal (name, "chart"))
    take_drawn (self, "id");
  else if (g_str_equal (name, "relIds"))
    take_drawn (self, "dm");
  else if (g_str_equal (name, "hlinkClick"))
    {
      g_autofree char *id = geoat_part_get_attribute (self->xml, "id");
      const GeoatRelation *relation = geoat_relations_get (self->document->relations, id);

      if (relation != NULL && relation->address != NULL)
        geoat_docx_text_add_aside (self, GEOAT_ASIDE_LINK, relation->address);
    }
  else if (g_str_equal (name, "txbxContent"))
    self->has_box = TRUE;
  else
    return FALSE;
  return TRUE;
}

gboolean
geoat_docx_text_end_drawing (GeoatDocxText *self, const char *name)
{
  if (g_str_equal (name, "drawing") || g_str_equal (name, "pict") || g_str_equal (name, "object"))
    end_drawing (self);
  else if (g_str_equal (name, "txbxContent"))
    self->ends_box = TRUE;
  else
    return FALSE;
  return TRUE;
}
