/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of the charts, laid out with Pango.
 *
 * How it works: a layout is made without hinting of its metrics, so that a text has the same width
 * on the screen, in a picture and on paper, and a chart needs to be laid out only once for all of
 * them. For the same reason a font in one size does for all sizes, by a factor: Pango looks through
 * all fonts of the system for each size that it is asked for. Every text is one paragraph with a
 * direction of its own (an Arabic name in an English chart is right to left); the lines are placed
 * by the caller one by one, so Pango's own alignment plays no part. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-text.h"

#include <math.h>
#include <pango/pangocairo.h>

#define FAMILIES "Noto Sans, Cantarell, DejaVu Sans, Sans"

/* A chart has at most a few hundred texts; more than this and the older ones are of no use. */
#define MAX_KEPT 2000

#define FONT_SIZE 12.0

static const double sizes[GEOAT_CHART_N_SIZES] = { 12.0, 13.5, 20.0 };

struct _GeoatChartTexts
{
  PangoContext *context;
  GHashTable *kept; /* key → GeoatChartText */
};

static void
text_free (gpointer data)
{
  GeoatChartText *text = data;

  g_object_unref (text->layout);
  g_free (text);
}

static PangoContext *
create_context (void)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* digits and signs alone ("+0.6", "5/6") keep their order in every language; a text with letters
   * has the direction of the first one */
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  return context;
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

static PangoLayout *
create_layout (GeoatChartTexts *self, const char *text, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILIES);
  g_autofree char *flat = flatten (text);
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_auto_dir (layout, TRUE);
  pango_layout_set_text (layout, flat, -1);
  return layout;
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
measure (GeoatChartText *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  PangoRectangle logical;

  text->n_lines = pango_layout_get_line_count (text->layout);
  text->shortened = pango_layout_is_ellipsized (text->layout);
  text->broken = is_broken (text->layout);
  do
    {
      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      text->width = MAX (text->width, text->scale * logical.width / PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  pango_layout_get_extents (text->layout, NULL, &logical);
  text->height = text->scale * logical.height / PANGO_SCALE;
}

/**
 * geoat_chart_texts_new:
 *
 * Returns: (transfer full): a place to lay out the texts of a chart
 */
GeoatChartTexts *
geoat_chart_texts_new (void)
{
  GeoatChartTexts *self = g_new0 (GeoatChartTexts, 1);

  self->context = create_context ();
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
  return self;
}

/**
 * geoat_chart_texts_free:
 * @self: (transfer full): texts
 *
 * Frees them, with every text that they gave.
 */
void
geoat_chart_texts_free (GeoatChartTexts *self)
{
  g_hash_table_unref (self->kept);
  g_object_unref (self->context);
  g_free (self);
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
 * Returns: (transfer none): the text, valid until geoat_chart_texts_trim()
 */
const GeoatChartText *
geoat_chart_texts_get (GeoatChartTexts *self,
                       const char *text,
                       GeoatChartSize size,
                       gboolean bold,
                       double font_scale,
                       double width,
                       int max_lines)
{
  g_autofree char *key = NULL;
  GeoatChartText *laid_out;
  double scale = sizes[size] * font_scale / FONT_SIZE;
  int units = (int) floor (CLAMP (width / scale, 1, 100000) * PANGO_SCALE);

  key = g_strdup_printf ("%d %d %.4f %d %d %s", size, bold != FALSE, font_scale, units, max_lines,
                         text);
  laid_out = g_hash_table_lookup (self->kept, key);
  if (laid_out != NULL)
    return laid_out;

  laid_out = g_new0 (GeoatChartText, 1);
  laid_out->layout = create_layout (self, text, bold);
  laid_out->scale = scale;
  pango_layout_set_wrap (laid_out->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (laid_out->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (laid_out->layout, units);
  pango_layout_set_height (laid_out->layout, -max_lines);
  measure (laid_out);
  g_hash_table_insert (self->kept, g_steal_pointer (&key), laid_out);
  return laid_out;
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
  return geoat_chart_texts_get (self, text, GEOAT_CHART_SIZE_NORMAL, bold, scale, 100000, 1)->width;
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
  return geoat_chart_texts_get (self, "0", size, FALSE, scale, 100000, 1)->height;
}
