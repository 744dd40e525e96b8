/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The styles of a Word document: which are headings, contents and invitations, and which hide text,
 * strike it through, number it or set it in a font of pictures. A style has what the one that it is
 * based on has, as far as it says nothing itself: that is filled in once all are read. In the
 * styles of our own documents, "GEOAT …", stands what follows from the plan. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-docx-styles.h"

#include "geoat-hash.h"
#include "geoat-part-reader.h"

#define MAX_BASES 20 /* styles that are based on each other, one on the other */

typedef struct
{
  GHashTable *styles;
  GeoatDocxStyle *style; /* that is being read, or NULL */
} Styles;

static void
style_free (gpointer data)
{
  GeoatDocxStyle *style = data;

  g_free (style->based_on);
  g_free (style->font);
  g_free (style);
}

/* What a style of that name is. The names of Word's own styles are the same in all its languages.
 */
static GeoatDocxStyleKind
find_kind (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (folded, "geoat "))
    return GEOAT_DOCX_STYLE_OURS;
  if (g_str_has_prefix (folded, "toc "))
    return GEOAT_DOCX_STYLE_CONTENTS;
  if (g_str_equal (folded, "placeholder text"))
    return GEOAT_DOCX_STYLE_PROMPT;
  if (g_str_has_prefix (folded, "heading ") || g_str_equal (folded, "title") ||
      g_str_equal (folded, "subtitle"))
    return GEOAT_DOCX_STYLE_HEADING;
  return GEOAT_DOCX_STYLE_PLAIN;
}

static void
begin_style (Styles *self, xmlTextReaderPtr xml)
{
  char *id = geoat_part_get_attribute (xml, "styleId");

  self->style = NULL;
  if (id == NULL)
    return;
  self->style = g_new0 (GeoatDocxStyle, 1);
  self->style->hidden = self->style->struck = self->style->num_id = -1;
  g_hash_table_insert (self->styles, id, self->style);
}

static gboolean
style_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Styles *self = data;
  GeoatDocxStyle *style = self->style;

  if (g_str_equal (name, "style"))
    {
      self->style = NULL;
      if (begins)
        begin_style (self, xml);
    }
  else if (begins && style != NULL)
    {
      g_autofree char *value = geoat_part_get_attribute (xml, "val");

      if (g_str_equal (name, "outlineLvl") && g_strcmp0 (value, "9") != 0 &&
          style->kind == GEOAT_DOCX_STYLE_PLAIN)
        style->kind = GEOAT_DOCX_STYLE_HEADING;
      else if (g_str_equal (name, "name") && value != NULL)
        style->kind = find_kind (value);
      else if (g_str_equal (name, "basedOn") && style->based_on == NULL)
        style->based_on = g_steal_pointer (&value);
      else if (g_str_equal (name, "vanish"))
        style->hidden = geoat_part_is_on (xml);
      else if (g_str_equal (name, "strike") || g_str_equal (name, "dstrike"))
        style->struck = MAX (style->struck, geoat_part_is_on (xml));
      else if (g_str_equal (name, "numId"))
        style->num_id = geoat_part_get_int (xml, "val", -1);
      else if (g_str_equal (name, "ilvl"))
        style->num_level = geoat_part_get_int (xml, "val", 0);
      else if (g_str_equal (name, "rFonts") && style->font == NULL)
        style->font = geoat_part_get_attribute (xml, "ascii");
    }
  return TRUE;
}

/* Fills in what a style has from those that it is based on. */
static void
inherit (GHashTable *styles, GeoatDocxStyle *style)
{
  const GeoatDocxStyle *base = style;

  for (guint i = 0; i < MAX_BASES && base->based_on != NULL; i++)
    {
      base = g_hash_table_lookup (styles, base->based_on);
      if (base == NULL)
        return;
      if (style->hidden < 0)
        style->hidden = base->hidden;
      if (style->struck < 0)
        style->struck = base->struck;
      if (style->font == NULL)
        style->font = g_strdup (base->font);
      if (style->num_id < 0 && base->num_id >= 0)
        {
          style->num_id = base->num_id;
          style->num_level = MAX (style->num_level, base->num_level);
        }
      if (style->kind == GEOAT_DOCX_STYLE_PLAIN && base->kind == GEOAT_DOCX_STYLE_HEADING)
        style->kind = base->kind;
    }
}

/**
 * geoat_docx_styles_read:
 * @part: (nullable): the styles; a document without has none that is special, and is none the worse
 *   when they are damaged
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): the styles by their ids
 */
GHashTable *
geoat_docx_styles_read (GBytes *part, GCancellable *cancellable)
{
  GHashTable *styles = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, style_free);
  Styles self = { styles, NULL };
  GHashTableIter iter;
  gpointer style;

  if (part != NULL)
    geoat_part_read (part, style_cb, NULL, &self, cancellable);
  g_hash_table_iter_init (&iter, styles);
  while (g_hash_table_iter_next (&iter, NULL, &style))
    inherit (styles, style);
  return styles;
}
