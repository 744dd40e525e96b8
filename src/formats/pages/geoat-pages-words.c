/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of pages: their glyphs, and where a line may end in them.
 *
 * How it works: a font keeps its words, for a plan says the same few thousand over and over. A word
 * goes to the space behind it. It is shaped once, and is plain when it is of one font, from left to
 * right, and not higher than the lines.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-hash.h"
#include "geoat-pages-fonts.h"

/* The words that a font keeps have not more bytes than this: with their glyphs that is some 3 MB.
 * When there are more, all are shaped anew. */
#define MAX_WORD_BYTES ((gsize) 50000)

static guint
hash_word (gconstpointer data)
{
  const GeoatPageWord *word = data;

  return (guint) geoat_hash_bytes (word->text, word->length);
}

static gboolean
equal_words (gconstpointer a, gconstpointer b)
{
  const GeoatPageWord *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
free_word (gpointer data)
{
  GeoatPageWord *self = data;

  g_free (self->glyphs);
  g_free ((char *) self->text);
  g_free (self);
}

/* An empty set of words. */
GHashTable *
geoat_page_words_new (void)
{
  return g_hash_table_new_full (hash_word, equal_words, free_word, NULL);
}

/* A word of ASCII with a letter in it is one item, and like any other. */
static gboolean
is_ascii_word (const char *text, gsize length)
{
  gboolean has_letter = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        return FALSE;
      has_letter = has_letter || g_ascii_isalpha (text[i]);
    }
  return has_letter;
}

/* The one item of a word that is plain, or %NULL. */
static PangoItem *
itemize (const GeoatPageFont *font, const char *text, gsize length)
{
  GList *items;
  PangoItem *item;

  /* a mark that belongs to the space before */
  if (g_unichar_ismark (g_utf8_get_char (text)))
    return NULL;

  items = pango_itemize_with_base_dir (font->context, PANGO_DIRECTION_LTR, text, 0, (int) length,
                                       font->attributes, NULL);
  item = items->data;
  if (items->next != NULL || item->analysis.level != 0)
    {
      g_list_free_full (items, (GDestroyNotify) pango_item_free);
      return NULL;
    }
  g_list_free (items);
  return item;
}

/* Whether all glyphs can be drawn as they are, a cluster after the other. */
static gboolean
has_plain_glyphs (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY ||
        (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ||
        (i > 0 && glyphs->log_clusters[i] < glyphs->log_clusters[i - 1]))
      return FALSE;
  return TRUE;
}

/* Whether a word in its @own font has room in a line of letters of @font. */
static gboolean
fits_line (PangoGlyphString *glyphs, PangoFont *own, const GeoatPageFont *font)
{
  PangoRectangle logical;

  if (own == font->font)
    return TRUE;
  pango_glyph_string_extents (glyphs, own, NULL, &logical);
  return -logical.y <= font->baseline &&
         logical.y + logical.height <= font->line_height - font->baseline;
}

/* The number of a font among those of the glyphs of @self; FALSE when there is none left. */
static gboolean
number_font (GeoatPageFont *self, PangoFont *font, guint *number)
{
  guint i = 0;

  if (font == self->font)
    {
      *number = 0;
      return TRUE;
    }
  if (!g_ptr_array_find (self->others, font, &i))
    {
      i = self->others->len;
      if (i + 1 > GEOAT_PAGE_MAX_FONT)
        return FALSE;
      g_ptr_array_add (self->others, g_object_ref (font));
    }
  *number = i + 1;
  return TRUE;
}

/* Whether each character is ASCII and has its own glyph. */
static gboolean
is_spelt (const GeoatPageWord *self, const PangoGlyphString *glyphs, const GeoatPageFont *font)
{
  if ((gsize) glyphs->num_glyphs != self->length)
    return FALSE;
  for (gsize i = 0; i < self->length; i++)
    if ((guchar) self->text[i] >= G_N_ELEMENTS (font->ascii) ||
        glyphs->glyphs[i].glyph != font->ascii[(guchar) self->text[i]])
      return FALSE;
  return TRUE;
}

static void
take_glyphs (GeoatPageWord *self, const PangoGlyphString *glyphs, guint font, gboolean spelt)
{
  self->n_glyphs = (guint) glyphs->num_glyphs;
  self->glyphs = g_new0 (GeoatPageGlyph, self->n_glyphs);
  for (guint i = 0; i < self->n_glyphs; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      GeoatPageGlyph *glyph = &self->glyphs[i];

      glyph->index = info->glyph;
      glyph->width = info->geometry.width;
      glyph->x_offset = info->geometry.x_offset;
      glyph->y_offset = info->geometry.y_offset;
      glyph->byte = glyphs->log_clusters[i];
      glyph->is_spelt = spelt;
      glyph->font = font;
    }
}

/* What the attributes of characters say of the clusters that they are in. */
static void
set_breaks (GeoatPageWord *self, const PangoLogAttr *attrs)
{
  guint i = 0;

  while (i < self->n_glyphs)
    {
      GeoatPageGlyph *first = &self->glyphs[i];
      int end = (int) self->length;

      while (i < self->n_glyphs && self->glyphs[i].byte == first->byte)
        i++;
      if (i < self->n_glyphs)
        end = self->glyphs[i].byte;
      first->may_break = attrs->is_line_break;
      first->breaks_with_hyphen = attrs->break_inserts_hyphen;
      attrs += g_utf8_strlen (self->text + first->byte, end - first->byte);
      first->is_white = attrs[-1].is_white;
    }
}

/* Letters and digits of ASCII, then perhaps one of the usual signs, and the space. */
static gboolean
is_in_one_piece (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isalnum (text[n]))
    n++;
  if (n > 0 && n < length && strchr (".,:;", text[n]) != NULL)
    n++;
  return n + 1 == length && text[n] == ' ';
}

/* Whether a line may begin with what begins with @c, after anything that ends a line. */
static gboolean
begins_line (gunichar c)
{
  switch (g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_ALPHABETIC:
    case G_UNICODE_BREAK_NUMERIC:
    case G_UNICODE_BREAK_PREFIX:
    case G_UNICODE_BREAK_OPEN_PUNCTUATION:
    case G_UNICODE_BREAK_QUOTATION:
    case G_UNICODE_BREAK_HYPHEN:
    case G_UNICODE_BREAK_AFTER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether a line may end with what ends with @c and a space, before anything that begins a line. */
static gboolean
ends_line (gunichar c)
{
  switch (g_unichar_break_type (c))
    {
    case G_UNICODE_BREAK_ALPHABETIC:
    case G_UNICODE_BREAK_NUMERIC:
    case G_UNICODE_BREAK_POSTFIX:
    case G_UNICODE_BREAK_INFIX_SEPARATOR:
    case G_UNICODE_BREAK_EXCLAMATION:
    case G_UNICODE_BREAK_CLOSE_PARANTHESIS:
    case G_UNICODE_BREAK_HYPHEN:
    case G_UNICODE_BREAK_AFTER:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Where a line may end inside the word. */
static void
find_breaks (GeoatPageWord *self, const PangoAnalysis *analysis)
{
  int length = (int) self->length;
  int n = (int) g_utf8_strlen (self->text, length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);

  pango_default_break (self->text, length, NULL, attrs, n);
  pango_tailor_break (self->text, length, (PangoAnalysis *) analysis, -1, attrs, n);
  set_breaks (self, attrs);
}

/* Where a line may end between the word and others. */
static void
find_ends (GeoatPageWord *self)
{
  const char *space = self->text + self->length - 1;

  self->glyphs[0].may_break = TRUE;
  self->begins_line = begins_line (g_utf8_get_char (self->text));
  self->ends_line =
      *space == ' ' && space > self->text && ends_line (g_utf8_get_char (g_utf8_prev_char (space)));
}

static void
shape (GeoatPageWord *self, GeoatPageFont *font, const PangoAnalysis *analysis)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  guint number;

  pango_shape (self->text, (int) self->length, analysis, glyphs);
  if (has_plain_glyphs (glyphs) && fits_line (glyphs, analysis->font, font) &&
      number_font (font, analysis->font, &number))
    {
      take_glyphs (self, glyphs, number, number == 0 && is_spelt (self, glyphs, font));
      if (is_in_one_piece (self->text, self->length))
        self->glyphs[self->n_glyphs - 1].is_white = TRUE;
      else
        find_breaks (self, analysis);
      find_ends (self);
    }
  pango_glyph_string_free (glyphs);
}

static GeoatPageWord *
create_word (GeoatPageFont *font, const char *text, gsize length)
{
  GeoatPageWord *self = g_new0 (GeoatPageWord, 1);

  self->text = g_strndup (text, length);
  self->length = length;
  if (is_ascii_word (text, length))
    shape (self, font, &font->letter->analysis);
  else
    {
      PangoItem *item = itemize (font, self->text, length);

      if (item != NULL)
        shape (self, font, &item->analysis);
      g_clear_pointer (&item, pango_item_free);
    }
  return self;
}

/*
 * geoat_page_font_get_word:
 *
 * Returns: the word that @text begins with, good until the next call
 */
const GeoatPageWord *
geoat_page_font_get_word (GeoatPageFont *self, const char *text, gsize length)
{
  const char *space = memchr (text, ' ', length);
  const GeoatPageWord key = { .text = text, .length = space ? (gsize) (space + 1 - text) : length };
  GeoatPageWord *word = g_hash_table_lookup (self->words, &key);

  if (word != NULL)
    return word;

  if (self->word_bytes > MAX_WORD_BYTES)
    {
      g_hash_table_remove_all (self->words);
      self->word_bytes = 0;
    }
  word = create_word (self, text, key.length);
  self->word_bytes += key.length;
  g_hash_table_add (self->words, word);
  return word;
}
