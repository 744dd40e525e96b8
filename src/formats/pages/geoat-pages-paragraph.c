/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The paragraphs of plain texts: their glyphs, one behind the other, and where a line may end.
 *
 * How it works: a paragraph is its words (geoat-pages-words.c) one behind the other. Most words may
 * be parted from those beside them; for those that may not, Pango looks at the whole paragraph.
 * Nothing of this depends on the width of the lines, and most texts stand on pages at two widths,
 * in the template and in the list of all activities: a font keeps the paragraphs that are set in it
 * until it is told to forget them.
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

/* Which words lines may begin with, after Pango. */
static void
set_line_starts (GeoatPageParagraph *self)
{
  int n = (int) g_utf8_strlen (self->start, self->length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);
  const PangoLogAttr *attr = attrs;
  int byte = 0;

  pango_default_break (self->start, self->length, NULL, attrs, n);
  for (guint i = 0; i < self->n_glyphs; i++)
    {
      GeoatPageGlyph *glyph = &self->glyphs[i];

      if (glyph->byte == byte || self->start[glyph->byte - 1] != ' ')
        continue;
      attr += g_utf8_strlen (self->start + byte, glyph->byte - byte);
      byte = glyph->byte;
      glyph->may_break = attr->is_line_break;
    }
}

static void
append_word (GArray *glyphs, const GeoatPageWord *word, int start)
{
  guint end = glyphs->len;

  g_array_append_vals (glyphs, word->glyphs, word->n_glyphs);
  for (guint i = end; i < glyphs->len; i++)
    g_array_index (glyphs, GeoatPageGlyph, i).byte += start;
}

static GeoatPageParagraph *
create_paragraph (GeoatPageFont *font, const char *start, int length)
{
  GeoatPageParagraph *self = g_new0 (GeoatPageParagraph, 1);
  g_autoptr (GArray) glyphs =
      g_array_sized_new (FALSE, FALSE, sizeof (GeoatPageGlyph), (guint) length);
  gboolean all_part = TRUE;
  gboolean may_part = TRUE;
  int done = 0;

  self->start = start;
  self->length = length;
  while (done < length)
    {
      const GeoatPageWord *word =
          geoat_page_font_get_word (font, start + done, (gsize) (length - done));

      if (word->glyphs == NULL)
        return self;
      append_word (glyphs, word, done);
      all_part = all_part && may_part && (done == 0 || word->begins_line);
      may_part = word->ends_line;
      done += (int) word->length;
    }
  self->n_glyphs = glyphs->len;
  self->glyphs = g_memdup2 (glyphs->data, glyphs->len * sizeof (GeoatPageGlyph));
  if (!all_part)
    set_line_starts (self);
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
