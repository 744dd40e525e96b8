/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The paragraphs of plain texts: their glyphs, one behind the other, and where a line may end.
 *
 * How it works: a paragraph is its words (geoat-pages-fonts.c) one behind the other, and may be cut
 * where Pango allows a break. Neither depends on the width of the lines, and most texts stand on
 * pages at two widths, in the template and in the list of all activities: a font keeps the
 * paragraphs that are set in it until it is told to forget them.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-pages-fonts.h"

void
geoat_page_paragraph_free (gpointer data)
{
  GeoatPageParagraph *self = data;

  g_free (self->glyphs);
  g_free (self);
}

static void
append_word (GArray *glyphs, const GeoatPageWord *word, int start)
{
  guint end = glyphs->len;

  g_array_set_size (glyphs, end + (guint) word->glyphs->num_glyphs);
  for (int i = 0; i < word->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &word->glyphs->glyphs[i];
      GeoatPageGlyph *glyph = &g_array_index (glyphs, GeoatPageGlyph, end + (guint) i);

      glyph->index = info->glyph;
      glyph->width = info->geometry.width;
      glyph->x_offset = info->geometry.x_offset;
      glyph->y_offset = info->geometry.y_offset;
      glyph->byte = start + word->glyphs->log_clusters[i];
    }
}

/* The glyphs of all words, of which @attrs gets to know; %NULL when one is not plain. */
static GArray *
shape (GeoatPageFont *font, const char *start, int length, PangoLogAttr *attrs)
{
  g_autoptr (GArray) glyphs =
      g_array_sized_new (FALSE, FALSE, sizeof (GeoatPageGlyph), (guint) length);
  int done = 0;

  while (done < length)
    {
      const GeoatPageWord *word =
          geoat_page_font_get_word (font, start + done, (gsize) (length - done));

      if (word->item == NULL)
        return NULL;
      append_word (glyphs, word, done);
      pango_tailor_break (word->text, (int) word->length, &word->item->analysis, -1, attrs,
                          word->item->num_chars + 1);
      attrs += word->item->num_chars;
      done += (int) word->length;
    }
  return g_steal_pointer (&glyphs);
}

/* What the attributes of characters say of the clusters that they are in. */
static void
set_breaks (GeoatPageParagraph *self, const PangoLogAttr *attrs)
{
  guint i = 0;

  while (i < self->n_glyphs)
    {
      GeoatPageGlyph *first = &self->glyphs[i];
      int end = self->length;

      while (i < self->n_glyphs && self->glyphs[i].byte == first->byte)
        i++;
      if (i < self->n_glyphs)
        end = self->glyphs[i].byte;
      first->may_break = attrs->is_line_break;
      first->breaks_with_hyphen = attrs->break_inserts_hyphen;
      attrs += g_utf8_strlen (self->start + first->byte, end - first->byte);
      first->is_white = attrs[-1].is_white;
    }
}

static GeoatPageParagraph *
create_paragraph (GeoatPageFont *font, const char *start, int length)
{
  GeoatPageParagraph *self = g_new0 (GeoatPageParagraph, 1);
  int n = (int) g_utf8_strlen (start, length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);
  g_autoptr (GArray) glyphs = NULL;

  self->start = start;
  self->length = length;
  pango_default_break (start, length, NULL, attrs, n);
  glyphs = shape (font, start, length, attrs);
  if (glyphs == NULL)
    return self;
  self->n_glyphs = glyphs->len;
  self->glyphs = g_memdup2 (glyphs->data, glyphs->len * sizeof (GeoatPageGlyph));
  set_breaks (self, attrs);
  return self;
}

/*
 * geoat_page_font_get_paragraph:
 * @start: of a text that the pages keep
 *
 * Returns: the paragraph that begins there, good until the font forgets its paragraphs; %NULL when
 *   it is not plain
 */
const GeoatPageParagraph *
geoat_page_font_get_paragraph (GeoatPageFont *self, const char *start, int length)
{
  GeoatPageParagraph *paragraph = g_hash_table_lookup (self->paragraphs, start);

  if (paragraph == NULL)
    {
      paragraph = create_paragraph (self, start, length);
      g_hash_table_insert (self->paragraphs, (gpointer) start, paragraph);
    }
  return paragraph->glyphs != NULL ? paragraph : NULL;
}
