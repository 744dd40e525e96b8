/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of a plan: what all kinds have in common.
 *
 * How it works: plan → figures → scene → drawing, each kept until what it is made from changes.
 * Figures are the sums a chart is about; a change of the plan that can touch them makes them stale,
 * nothing more. They are counted again when someone asks, or from an idle source that runs before
 * GTK's next frame: a paste into two thousand cells is one count and at most one `changed`. The
 * scene is the layout at one size, kept for the last size that was asked for. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-error.h"

typedef struct
{
  const char *kind;
  GeoatPlan *plan;
  GeoatRound *round;
  GeoatRound *compare;
  GeoatLanguage *language; /* NULL: the plan's */
  GDate today;             /* not valid: the present day */
  gboolean without_targets;

  GHashTable *scores; /* GeoatRound → GeoatScores, which follow the plan */
  GeoatChartFigures *figures;
  gboolean stale;     /* the plan may have other figures by now */
  gboolean announced; /* the listeners know the figures */
  guint idle_id;
  guint n_computed;

  GeoatChartTexts *texts;
  GeoatChartScene *scene;
  double scene_width, scene_height, scene_font_scale;
} GeoatChartPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GeoatChart, geoat_chart, G_TYPE_OBJECT)

static GeoatRound *
get_round (GeoatChartPrivate *priv)
{
  if (priv->round != NULL && geoat_round_get_index (priv->round) != G_MAXUINT)
    return priv->round;
  return geoat_plan_get_last_round (priv->plan);
}

static GeoatRound *
get_compare (GeoatChart *self, GeoatRound *round)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  guint index = geoat_round_get_index (round);

  if (priv->compare != NULL && priv->compare != round &&
      geoat_round_get_index (priv->compare) != G_MAXUINT)
    return priv->compare;
  if (GEOAT_CHART_GET_CLASS (self)->compares && index > 0 && index != G_MAXUINT)
    return geoat_plan_get_round (priv->plan, index - 1);
  return NULL;
}

static GeoatChartShows
get_shows (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  GeoatChartShows shows = GEOAT_CHART_GET_CLASS (self)->shows;

  return priv->without_targets ? shows & ~GEOAT_CHART_SHOWS_TARGETS : shows;
}

static void
clear_scene (GeoatChartPrivate *priv)
{
  g_clear_pointer (&priv->scene, geoat_chart_scene_free);
}

/* With the texts of another chart, where they are in the same language. */
static void
set_texts (GeoatChart *self, GeoatChart *other)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  GeoatLanguage *language = geoat_chart_get_language (self);
  GeoatChartTexts *texts = NULL;

  if (other != NULL)
    texts = ((GeoatChartPrivate *) geoat_chart_get_instance_private (other))->texts;
  if (texts != NULL && geoat_chart_texts_get_language (texts) == language)
    geoat_chart_texts_ref (texts);
  else
    texts = geoat_chart_texts_new (language);
  g_clear_pointer (&priv->texts, geoat_chart_texts_unref);
  priv->texts = texts;
}

static gboolean
is_gone (gpointer round, gpointer scores, gpointer data)
{
  return geoat_round_get_index (round) == G_MAXUINT;
}

static GeoatChartFigures *
count (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  GeoatRound *round = get_round (priv);
  GDate today = priv->today;

  if (!g_date_valid (&today))
    geoat_date_today (&today);
  priv->n_computed++;
  g_hash_table_foreach_remove (priv->scores, is_gone, NULL);
  return geoat_chart_figures_new (priv->plan, round, get_compare (self, round), &today,
                                  get_shows (self), priv->scores);
}

static void
refresh (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  g_autoptr (GeoatChartFigures) figures = NULL;

  if (!priv->stale)
    return;
  priv->stale = FALSE;
  figures = count (self);
  if (priv->figures != NULL && geoat_chart_figures_equal (priv->figures, figures))
    return;

  g_clear_pointer (&priv->figures, geoat_chart_figures_free);
  priv->figures = g_steal_pointer (&figures);
  priv->announced = FALSE;
  clear_scene (priv);
}

static gboolean
announce_cb (gpointer data)
{
  GeoatChart *self = data;
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  priv->idle_id = 0;
  refresh (self);
  if (!priv->announced)
    {
      priv->announced = TRUE;
      g_signal_emit (self, signals[CHANGED], 0);
    }
  return G_SOURCE_REMOVE;
}

static void
make_stale (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  priv->stale = TRUE;
  if (priv->idle_id == 0)
    priv->idle_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, announce_cb, self, NULL);
}

static gboolean
changes_language (GeoatChartPrivate *priv, const GeoatChange *change)
{
  return priv->language == NULL && change->kind == GEOAT_CHANGE_TEXT &&
         change->field == GEOAT_FIELD_LANGUAGE;
}

static void
plan_changed_cb (GeoatPlan *plan, const GeoatChange *change, GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  if (changes_language (priv, change))
    {
      clear_scene (priv);
      set_texts (self, NULL);
      priv->announced = FALSE;
      make_stale (self);
    }
  else if (geoat_chart_figures_are_touched (priv->figures, change))
    make_stale (self);
}

static void
geoat_chart_dispose (GObject *object)
{
  GeoatChart *self = GEOAT_CHART (object);
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_clear_handle_id (&priv->idle_id, g_source_remove);
  if (priv->plan != NULL)
    g_signal_handlers_disconnect_by_data (priv->plan, self);
  clear_scene (priv);
  g_clear_pointer (&priv->texts, geoat_chart_texts_unref);
  g_clear_pointer (&priv->figures, geoat_chart_figures_free);
  g_clear_pointer (&priv->scores, g_hash_table_unref);
  g_clear_object (&priv->plan);
  g_clear_object (&priv->round);
  g_clear_object (&priv->compare);
  g_clear_object (&priv->language);

  G_OBJECT_CLASS (geoat_chart_parent_class)->dispose (object);
}

static void
geoat_chart_class_init (GeoatChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = geoat_chart_dispose;
  klass->width = 480;

  /**
   * GeoatChart::changed:
   *
   * What the chart shows is no longer what it was.
   */
  signals[CHANGED] = g_signal_new ("changed", GEOAT_TYPE_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
geoat_chart_init (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  priv->scores = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  priv->stale = TRUE;
  priv->announced = TRUE;
}

static GeoatChartPlace *
copy_place (const GeoatChartPlace *place)
{
  GeoatChartPlace *copy = g_new (GeoatChartPlace, 1);

  *copy = *place;
  copy->label = g_strdup (place->label);
  return copy;
}

/**
 * geoat_chart_set_up:
 * @self: a chart that was just made
 * @kind: (transfer none): the id of its kind; it must live as long as the program
 * @options: what it is made from
 *
 * Gives a chart its plan and its options, once.
 */
void
geoat_chart_set_up (GeoatChart *self, const char *kind, const GeoatChartOptions *options)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_return_if_fail (GEOAT_IS_CHART (self));
  g_return_if_fail (priv->plan == NULL);
  g_return_if_fail (options != NULL && GEOAT_IS_PLAN (options->plan));

  priv->kind = kind;
  priv->plan = g_object_ref (options->plan);
  g_set_object (&priv->round, options->round);
  g_set_object (&priv->compare, options->compare);
  g_set_object (&priv->language, options->language);
  priv->without_targets = options->without_targets;
  if (options->today != NULL)
    priv->today = *options->today;
  else
    g_date_clear (&priv->today, 1);
  set_texts (self, options->beside);
  refresh (self);
  priv->announced = TRUE;
  /* after the scores, whenever these were made */
  g_signal_connect_after (priv->plan, "changed", G_CALLBACK (plan_changed_cb), self);
}

/**
 * geoat_chart_get_kind:
 * @self: a chart
 *
 * Returns: (transfer none): the id of its kind
 */
const char *
geoat_chart_get_kind (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);

  return priv->kind;
}

/**
 * geoat_chart_get_title:
 * @self: a chart
 *
 * Returns: (transfer full): its title in the chart's language
 */
char *
geoat_chart_get_title (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);
  g_autofree char *key = NULL;

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);

  key = g_strdup_printf ("chart.%s.title", priv->kind);
  return g_strdup (geoat_chart_get_text (self, key));
}

/**
 * geoat_chart_set_round:
 * @self: a chart
 * @round: (nullable): a round of its plan; %NULL: the last
 *
 * Shows another round.
 */
void
geoat_chart_set_round (GeoatChart *self, GeoatRound *round)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_return_if_fail (GEOAT_IS_CHART (self));
  g_return_if_fail (round == NULL || GEOAT_IS_ROUND (round));

  if (g_set_object (&priv->round, round))
    make_stale (self);
}

/**
 * geoat_chart_set_compare:
 * @self: a chart
 * @compare: (nullable): a round of its plan; %NULL: none
 *
 * Compares with another round.
 */
void
geoat_chart_set_compare (GeoatChart *self, GeoatRound *compare)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_return_if_fail (GEOAT_IS_CHART (self));
  g_return_if_fail (compare == NULL || GEOAT_IS_ROUND (compare));

  if (g_set_object (&priv->compare, compare))
    make_stale (self);
}

/**
 * geoat_chart_draw:
 * @self: a chart
 * @cr: where to draw
 * @width: the width, in units of user space
 * @height: the height
 * @theme: with which colours
 * @font_scale: the factor on the size of text, 1 for normal text
 *
 * Draws into the rectangle 0, 0, @width, @height. Neither a background nor the title is drawn.
 */
void
geoat_chart_draw (GeoatChart *self,
                  cairo_t *cr,
                  double width,
                  double height,
                  GeoatChartTheme theme,
                  double font_scale)
{
  g_return_if_fail (GEOAT_IS_CHART (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (theme < GEOAT_CHART_N_THEMES);
  g_return_if_fail (font_scale > 0);

  geoat_chart_scene_draw (geoat_chart_get_scene (self, width, height, font_scale), cr, theme);
}

/**
 * geoat_chart_get_natural_size:
 * @self: a chart
 * @width: (out): a width at which it looks well, in units
 * @height: (out): the height that goes with it
 *
 * The size of a file of a chart that nobody has given a size, its margin included.
 */
void
geoat_chart_get_natural_size (GeoatChart *self, double *width, double *height)
{
  double inner;

  g_return_if_fail (GEOAT_IS_CHART (self));

  inner = GEOAT_CHART_GET_CLASS (self)->width;
  *width = inner + 2 * GEOAT_CHART_MARGIN;
  *height = geoat_chart_get_height_for_width (self, inner, 1) + 2 * GEOAT_CHART_MARGIN;
}

/**
 * geoat_chart_get_height_for_width:
 * @self: a chart
 * @width: a width, in units
 * @font_scale: the factor on the size of text
 *
 * Returns: the height that the chart wants at @width, in whole units
 */
double
geoat_chart_get_height_for_width (GeoatChart *self, double width, double font_scale)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  g_return_val_if_fail (GEOAT_IS_CHART (self), 1);
  g_return_val_if_fail (font_scale > 0, 1);

  refresh (self);
  geoat_chart_texts_trim (priv->texts);
  return GEOAT_CHART_GET_CLASS (self)->get_height (self, priv->texts, MAX (width, 1), font_scale);
}

/**
 * geoat_chart_describe:
 * @self: a chart
 *
 * Returns: (transfer full): one to three sentences with the numbers that matter
 */
char *
geoat_chart_describe (GeoatChart *self)
{
  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);

  refresh (self);
  return GEOAT_CHART_GET_CLASS (self)->describe (self);
}

/**
 * geoat_chart_get_numbers:
 * @self: a chart
 *
 * Returns: (transfer full): what it shows, as a table
 */
GeoatChartNumbers *
geoat_chart_get_numbers (GeoatChart *self)
{
  GeoatChartNumbers *numbers;

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);

  refresh (self);
  numbers = g_new0 (GeoatChartNumbers, 1);
  numbers->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GEOAT_CHART_GET_CLASS (self)->fill_numbers (self, numbers);
  return numbers;
}

static const GeoatChartPlace *
find_place (GPtrArray *places, double x, double y)
{
  for (guint i = places->len; i > 0; i--)
    {
      const GeoatChartPlace *place = g_ptr_array_index (places, i - 1);

      if (x >= place->bounds.x && x < place->bounds.x + place->bounds.width &&
          y >= place->bounds.y && y < place->bounds.y + place->bounds.height)
        return place;
    }
  return NULL;
}

/**
 * geoat_chart_get_place_at:
 * @self: a chart
 * @width: the size at which it is drawn, in units
 * @height: its height
 * @font_scale: the factor on the size of text
 * @x: a point
 * @y: a point
 *
 * Returns: (transfer full) (nullable): what lies there, or %NULL
 */
GeoatChartPlace *
geoat_chart_get_place_at (
    GeoatChart *self, double width, double height, double font_scale, double x, double y)
{
  GeoatChartScene *scene;
  const GeoatChartPlace *place;

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);
  g_return_val_if_fail (font_scale > 0, NULL);

  scene = geoat_chart_get_scene (self, width, height, font_scale);
  place = find_place (geoat_chart_scene_get_places (scene), x, y);
  if (place == NULL)
    place = find_place (geoat_chart_scene_get_hints (scene), x, y);
  return place != NULL ? copy_place (place) : NULL;
}

/**
 * geoat_chart_get_places:
 * @self: a chart
 * @width: the size at which it is drawn, in units
 * @height: its height
 * @font_scale: the factor on the size of text
 *
 * Returns: (transfer full) (element-type GeoatChartPlace): all places in reading order
 */
GPtrArray *
geoat_chart_get_places (GeoatChart *self, double width, double height, double font_scale)
{
  GPtrArray *places, *copies;

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);
  g_return_val_if_fail (font_scale > 0, NULL);

  places = geoat_chart_scene_get_places (geoat_chart_get_scene (self, width, height, font_scale));
  copies = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_chart_place_free);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (copies, copy_place (g_ptr_array_index (places, i)));
  return copies;
}

/**
 * geoat_chart_get_plan:
 * @self: a chart
 *
 * Returns: (transfer none): its plan
 */
GeoatPlan *
geoat_chart_get_plan (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  return priv->plan;
}

/**
 * geoat_chart_get_framework:
 * @self: a chart
 *
 * Returns: (transfer none): the framework of its plan
 */
GeoatFramework *
geoat_chart_get_framework (GeoatChart *self)
{
  return geoat_plan_get_framework (geoat_chart_get_plan (self));
}

/**
 * geoat_chart_get_language:
 * @self: a chart
 *
 * Returns: (transfer none): the language of all its text
 */
GeoatLanguage *
geoat_chart_get_language (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  if (priv->language != NULL)
    return priv->language;
  return geoat_language_get (geoat_plan_get_language (priv->plan));
}

/**
 * geoat_chart_get_figures:
 * @self: a chart
 *
 * Returns: (transfer none): its figures, up to date until the plan changes
 */
const GeoatChartFigures *
geoat_chart_get_figures (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  refresh (self);
  return priv->figures;
}

/**
 * geoat_chart_get_text:
 * @self: a chart
 * @key: of an output text
 *
 * Returns: (transfer none): the text in the chart's language
 */
const char *
geoat_chart_get_text (GeoatChart *self, const char *key)
{
  return geoat_language_get_text (geoat_chart_get_language (self), key);
}

/**
 * geoat_chart_shows_targets:
 * @self: a chart
 *
 * Returns: whether target levels are shown
 */
gboolean
geoat_chart_shows_targets (GeoatChart *self)
{
  return (get_shows (self) & GEOAT_CHART_SHOWS_TARGETS) != 0;
}

/**
 * geoat_chart_get_scene:
 * @self: a chart
 * @width: a size, in units
 * @height: its height
 * @font_scale: the factor on the size of text
 *
 * Returns: (transfer none): the chart laid out at that size, until the next one is asked for or the
 * plan changes
 */
GeoatChartScene *
geoat_chart_get_scene (GeoatChart *self, double width, double height, double font_scale)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  refresh (self);
  width = MAX (width, 1);
  height = MAX (height, 1);
  if (priv->scene == NULL || priv->scene_width != width || priv->scene_height != height ||
      priv->scene_font_scale != font_scale)
    {
      clear_scene (priv);
      geoat_chart_texts_trim (priv->texts);
      priv->scene =
          geoat_chart_scene_new (priv->texts, width, height, font_scale,
                                 geoat_language_is_right_to_left (geoat_chart_get_language (self)));
      priv->scene_width = width;
      priv->scene_height = height;
      priv->scene_font_scale = font_scale;
      GEOAT_CHART_GET_CLASS (self)->layout (self, priv->scene);
    }
  return priv->scene;
}

/**
 * geoat_chart_get_n_computed:
 * @self: a chart
 *
 * Returns: how often its figures have been counted
 */
guint
geoat_chart_get_n_computed (GeoatChart *self)
{
  GeoatChartPrivate *priv = geoat_chart_get_instance_private (self);

  return priv->n_computed;
}
