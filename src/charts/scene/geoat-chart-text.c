/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of the charts, laid out with Pango.
 *
 * How it works: a text is laid out in the one size of the font and is the same in every other one,
 * by a factor. It is laid out on one line first, and again, in a width, only where it does not fit:
 * most labels are measured once and placed several times. Every text is one paragraph with a
 * direction of its own (an Arabic name in an English chart is right to left); the lines are placed
 * by the caller one by one, so Pango's own alignment plays no part. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-text.h"

#include <math.h>

#include "geoat-hash.h"

/* A chart has at most a few hundred texts; more than this and the older ones are of no use. */
#define MAX_KEPT 2000

/* In units of the font's size: nothing is wider. */
#define MAX_WIDTH 100000

static const double sizes[GEOAT_CHART_N_SIZES] = { 12.0, 13.5, 20.0 };

/* A text in a width, in Pango's units. */
typedef struct
{
  char *text;
  gboolean bold;
  int room;
  int max_lines;

  PangoLayout *layout;
  int width, height;
  int n_lines;
  gboolean shortened;
  gboolean broken;
} Kept;

struct _GeoatChartTexts
{
  grefcount references;
  GeoatLanguage *language;
  PangoContext *normal;
  PangoContext *bold;
  GHashTable *kept; /* set of Kept */
};

static guint
hash_kept (gconstpointer data)
{
  const Kept *kept = data;

  return geoat_hash_text (kept->text) * 31 +
         (guint) (kept->room * 8 + kept->max_lines * 2 + kept->bold);
}

static gboolean
equal_kept (gconstpointer a, gconstpointer b)
{
  const Kept *one = a, *other = b;

  return one->room == other->room && one->max_lines == other->max_lines &&
         one->bold == other->bold && g_str_equal (one->text, other->text);
}

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  g_object_unref (kept->layout);
  g_free (kept->text);
  g_free (kept);
}

/* One paragraph: line breaks, tabs and other control characters become spaces. */
static char *
flatten (const char *text)
{
  GString *flat = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean breaks = g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029;

      g_string_append_unichar (flat, breaks ? ' ' : c);
    }
  return g_string_free (flat, FALSE);
}

/* Whether a line begins where no line may begin. */
static gboolean
is_broken (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, NULL);

  for (GSList *l = pango_layout_get_lines_readonly (layout)->next; l != NULL; l = l->next)
    {
      const PangoLayoutLine *line = l->data;

      if (!attrs[g_utf8_pointer_to_offset (text, text + line->start_index)].is_line_break)
        return TRUE;
    }
  return FALSE;
}

static void
measure (Kept *kept)
{
  PangoLayoutIter *iter = pango_layout_get_iter (kept->layout);
  PangoRectangle logical;

  kept->n_lines = pango_layout_get_line_count (kept->layout);
  kept->shortened = pango_layout_is_ellipsized (kept->layout);
  kept->broken = is_broken (kept->layout);
  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      kept->width = MAX (kept->width, logical.width);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  pango_layout_get_extents (kept->layout, NULL, &logical);
  kept->height = logical.height;
}

static const Kept *
lay_out (GeoatChartTexts *self, const char *text, gboolean bold, int room, int max_lines)
{
  const Kept key = { .text = (char *) text, .bold = bold, .room = room, .max_lines = max_lines };
  Kept *kept = g_hash_table_lookup (self->kept, &key);
  g_autofree char *flat = NULL;

  if (kept != NULL)
    return kept;

  kept = g_new (Kept, 1);
  *kept = key;
  kept->text = g_strdup (text);
  kept->layout = pango_layout_new (bold ? self->bold : self->normal);
  flat = flatten (text);
  pango_layout_set_auto_dir (kept->layout, TRUE);
  pango_layout_set_text (kept->layout, flat, -1);
  pango_layout_set_wrap (kept->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (kept->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (kept->layout, room);
  pango_layout_set_height (kept->layout, -max_lines);
  measure (kept);
  g_hash_table_add (self->kept, kept);
  return kept;
}

/**
 * geoat_chart_texts_new:
 * @language: the language of the texts
 *
 * Returns: (transfer full): a place to lay out the texts of charts
 */
GeoatChartTexts *
geoat_chart_texts_new (GeoatLanguage *language)
{
  GeoatChartTexts *self = g_new0 (GeoatChartTexts, 1);

  g_ref_count_init (&self->references);
  self->language = g_object_ref (language);
  self->normal = geoat_chart_font_create_context (language, PANGO_WEIGHT_NORMAL);
  self->bold = geoat_chart_font_create_context (language, PANGO_WEIGHT_BOLD);
  self->kept = g_hash_table_new_full (hash_kept, equal_kept, free_kept, NULL);
  return self;
}

/**
 * geoat_chart_texts_ref:
 * @self: texts
 *
 * Returns: (transfer full): @self, for another chart of the same thread
 */
GeoatChartTexts *
geoat_chart_texts_ref (GeoatChartTexts *self)
{
  g_ref_count_inc (&self->references);
  return self;
}

/**
 * geoat_chart_texts_unref:
 * @self: (transfer full): texts
 *
 * Frees them with the last reference.
 */
void
geoat_chart_texts_unref (GeoatChartTexts *self)
{
  if (!g_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->kept);
  g_object_unref (self->normal);
  g_object_unref (self->bold);
  g_object_unref (self->language);
  g_free (self);
}

/**
 * geoat_chart_texts_get_language:
 * @self: texts
 *
 * Returns: (transfer none): their language
 */
GeoatLanguage *
geoat_chart_texts_get_language (GeoatChartTexts *self)
{
  return self->language;
}

/**
 * geoat_chart_texts_trim:
 * @self: texts
 *
 * Forgets what was laid out when it has become too much. Call it between two layouts.
 */
void
geoat_chart_texts_trim (GeoatChartTexts *self)
{
  if (g_hash_table_size (self->kept) > MAX_KEPT)
    g_hash_table_remove_all (self->kept);
}

/**
 * geoat_chart_texts_get:
 * @self: texts
 * @text: any UTF-8 text; line breaks count as spaces
 * @size: how large
 * @bold: whether it is bold
 * @font_scale: the factor on the size; 1 for normal text
 * @width: where lines are broken, in units
 * @max_lines: how many lines it may have; what does not fit ends in an ellipsis
 *
 * Lays out a text. With a width below that of one letter the box is wider than @width: the caller
 * looks at the box.
 *
 * Returns: the text, whose layout is good until geoat_chart_texts_trim()
 */
GeoatChartText
geoat_chart_texts_get (GeoatChartTexts *self,
                       const char *text,
                       GeoatChartSize size,
                       gboolean bold,
                       double font_scale,
                       double width,
                       int max_lines)
{
  double scale = sizes[size] * font_scale / GEOAT_CHART_FONT_SIZE;
  int room = (int) floor (CLAMP (width / scale, 1, MAX_WIDTH) * PANGO_SCALE);
  const Kept *kept = lay_out (self, text, bold, MAX_WIDTH * PANGO_SCALE, 1);

  if (kept->width > room)
    kept = lay_out (self, text, bold, room, max_lines);
  return (GeoatChartText){
    .layout = kept->layout,
    .scale = scale,
    .width = scale * kept->width / PANGO_SCALE,
    .height = scale * kept->height / PANGO_SCALE,
    .n_lines = kept->n_lines,
    .shortened = kept->shortened,
    .broken = kept->broken,
  };
}

/**
 * geoat_chart_texts_get_width:
 * @self: texts
 * @text: any text
 * @bold: whether it is bold
 * @scale: the factor on the size
 *
 * Returns: the width of @text in normal size on one line, in units
 */
double
geoat_chart_texts_get_width (GeoatChartTexts *self, const char *text, gboolean bold, double scale)
{
  return geoat_chart_texts_get (self, text, GEOAT_CHART_SIZE_NORMAL, bold, scale, G_MAXDOUBLE, 1)
      .width;
}

/**
 * geoat_chart_texts_get_line_height:
 * @self: texts
 * @size: how large
 * @scale: the factor on the size
 *
 * Returns: the height of one line of Latin text, in units
 */
double
geoat_chart_texts_get_line_height (GeoatChartTexts *self, GeoatChartSize size, double scale)
{
  return geoat_chart_texts_get (self, "0", size, FALSE, scale, G_MAXDOUBLE, 1).height;
}
