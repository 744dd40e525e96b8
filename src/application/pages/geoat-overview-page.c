/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the administration stands.
 *
 * How it works: what the cards say is counted from the plan when the page can be seen; while it is
 * hidden an edit only marks it as out of date, so that typing on another page costs nothing here.
 */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-overview-page.h"

#include "geoat-language.h"

#include "geoat-attention-list.h"
#include "geoat-chart-card.h"
#include "geoat-figure-card.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-page-names.h"
#include "geoat-round-bar.h"
#include "geoat-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The charts by the ids of their cards in the template. */
static const char *const chart_ids[] = { "levels_card", "radar_card", "heatmap_card",
                                         "coverage_chart_card", "actions_chart_card" };
#define N_CHARTS G_N_ELEMENTS (chart_ids)

struct _GeoatOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *stack;
  GeoatRoundBar *round_bar;
  GtkWidget *coverage_button;
  GtkWidget *mean_button;
  GtkWidget *actions_button;
  GeoatFigureCard *coverage_card;
  GeoatFigureCard *mean_card;
  GeoatFigureCard *actions_card;
  GeoatAttentionList *attention;
  GeoatChartCard *charts[N_CHARTS];

  GeoatPerspective *perspective;
  GSignalGroup *perspective_signals;
  GSignalGroup *plan_signals;
  gboolean outdated;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (GeoatOverviewPage, geoat_overview_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PERSPECTIVE,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GeoatLanguage *
get_language (void)
{
  return geoat_language_get (geoat_perspective_get_screen_language ());
}

/* "12 done · 20 in progress" is broken between its parts, not within them. */
static char *
keep_parts_together (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, " · ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", -1);

      g_free (parts[i]);
      parts[i] = g_strjoinv ("\302\240", words);
    }

  return g_strjoinv (" · ", parts);
}

/* Shows a figure, and says all of it in the name of its button. @alert can be NULL. */
static void
show_figure (GtkWidget *button,
             GeoatFigureCard *card,
             const char *figure,
             const char *caption,
             const char *detail,
             const char *alert)
{
  /* Translators: a figure as a screen reader says it: the figure, what it counts, and more about it
   */
  g_autofree char *name = g_strdup_printf (_ ("%s %s. %s"), figure, caption, detail);
  g_autofree char *full =
      alert == NULL ? g_strdup (name) : g_strdup_printf (C_ ("figure", "%s. %s"), name, alert);

  geoat_figure_card_set (card, figure, caption, detail, alert);
  geoat_accessible_set_name (button, full);
}

static void
update_coverage_card (GeoatOverviewPage *self, const GeoatScore *score)
{
  g_autofree char *figure = NULL;
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *carried = NULL;

  /* Translators: how many of how many: "104 of 108" */
  figure =
      g_strdup_printf (C_ ("count", "%u of %u"), geoat_score_get_assessed (score), score->total);
  text =
      g_strdup_printf (_ ("%u rated · %u not applicable · %u not yet assessed"),
                       geoat_score_get_rated (score), score->not_applicable, score->not_assessed);
  detail = keep_parts_together (text);
  if (score->carried > 0)
    {
      g_autofree char *first = g_steal_pointer (&detail);

      carried = g_strdup_printf (ngettext ("%u carried from the round before",
                                           "%u carried from the round before", score->carried),
                                 score->carried);
      detail = g_strdup_printf ("%s\n%s", first, carried);
    }

  show_figure (self->coverage_button, self->coverage_card, figure, _ ("indicators assessed"),
               detail, NULL);
}

static void
update_mean_card (GeoatOverviewPage *self, const GeoatScore *score)
{
  GeoatRound *compare = geoat_perspective_get_compare (self->perspective);
  g_autofree char *figure =
      geoat_language_format_tenths (get_language (), geoat_score_get_tenths (score));
  g_autofree char *detail = NULL;

  if (compare != NULL)
    {
      GeoatScoreChange change;
      int tenths;

      geoat_score_compare (geoat_perspective_get_plan (self->perspective), compare,
                           geoat_perspective_get_round (self->perspective), -1, -1, &change);
      if (geoat_score_change_get_tenths (&change, &tenths))
        {
          g_autofree char *difference = geoat_screen_text_for_change (get_language (), tenths);

          /* Translators: "+0.6 since “Baseline 2024”, over the 88 indicators rated in both rounds"
           */
          detail = g_strdup_printf (
              ngettext ("%s since “%s”, over the %u indicator rated in both rounds",
                        "%s since “%s”, over the %u indicators rated in both rounds", change.n),
              difference, geoat_round_get_title (compare), change.n);
        }
      else
        {
          detail = g_strdup_printf (_ ("No indicator is rated both now and in “%s”"),
                                    geoat_round_get_title (compare));
        }
    }
  else
    {
      detail = g_strdup (_ ("On the scale from 0 to 5. It helps to see gaps; it is no grade."));
    }

  show_figure (self->mean_button, self->mean_card, figure, _ ("mean of the rated indicators"),
               detail, NULL);
}

static char *
format_overdue (guint n)
{
  return n == 0 ? NULL : g_strdup_printf (ngettext ("%u overdue", "%u overdue", n), n);
}

static void
update_actions_card (GeoatOverviewPage *self, const GDate *today)
{
  GeoatActionCount count;
  g_autofree char *figure = NULL;
  g_autofree char *text = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *alert = NULL;

  geoat_action_count (geoat_perspective_get_plan (self->perspective),
                      geoat_perspective_get_round (self->perspective), -1, -1, today, &count);
  figure = g_strdup_printf ("%u", count.total);
  text = g_strdup_printf (
      _ ("%u done · %u in progress · %u planned · %u dropped"), count.by_status[GEOAT_STATUS_DONE],
      count.by_status[GEOAT_STATUS_IN_PROGRESS], count.by_status[GEOAT_STATUS_PLANNED],
      count.by_status[GEOAT_STATUS_DROPPED]);
  detail = keep_parts_together (text);
  alert = format_overdue (count.overdue);

  show_figure (self->actions_button, self->actions_card, figure,
               ngettext ("forward activity", "forward activities", count.total), detail, alert);
}

static void
update (GeoatOverviewPage *self)
{
  const GeoatScore *score;
  GDate today;

  if (self->perspective == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->outdated = TRUE;
      return;
    }

  self->outdated = FALSE;
  score = geoat_scores_get_plan_score (geoat_perspective_get_scores (self->perspective));
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      geoat_plan_get_n_entries (geoat_perspective_get_plan (self->perspective)) == 0 ? "empty"
                                                                                     : "plan");
  geoat_perspective_get_today (self->perspective, &today);
  update_coverage_card (self, score);
  update_mean_card (self, score);
  update_actions_card (self, &today);
  geoat_attention_list_update (self->attention, self->perspective);
}

static gboolean
update_cb (gpointer data)
{
  GeoatOverviewPage *self = data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* An undo step can be thousands of changes: once for all of them, before the next frame. */
static void
queue_update (GeoatOverviewPage *self)
{
  self->outdated = TRUE;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

static void
plan_changed_cb (GeoatOverviewPage *self)
{
  queue_update (self);
}

static void
perspective_notify_cb (GeoatOverviewPage *self)
{
  queue_update (self);
}

/* To the first key element that is not fully assessed. */
static void
coverage_clicked_cb (GeoatOverviewPage *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  GeoatScores *scores = geoat_perspective_get_scores (self->perspective);
  guint n_key_elements = geoat_framework_get_n_key_elements (framework);
  guint first = 0;

  for (guint i = 0; i < n_key_elements; i++)
    if (geoat_scores_get_key_element (scores, i)->not_assessed > 0)
      {
        first = i;
        break;
      }

  g_signal_emit (self, signals[ACTIVATED], 0,
                 geoat_framework_get_key_element_id (framework, first));
}

static void
mean_clicked_cb (GeoatOverviewPage *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, GEOAT_PAGE_PROGRESS);
}

static void
actions_clicked_cb (GeoatOverviewPage *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, GEOAT_PAGE_ACTION_PLAN);
}

static void
page_activated_cb (GeoatOverviewPage *self, const char *page)
{
  g_signal_emit (self, signals[ACTIVATED], 0, page);
}

static void
geoat_overview_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (geoat_overview_page_parent_class)->map (widget);

  if (GEOAT_OVERVIEW_PAGE (widget)->outdated)
    update (GEOAT_OVERVIEW_PAGE (widget));
}

static void
geoat_overview_page_dispose (GObject *object)
{
  GeoatOverviewPage *self = GEOAT_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->perspective_signals);
  g_clear_object (&self->perspective);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_overview_page_parent_class)->dispose (object);
}

static void
geoat_overview_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      g_value_set_object (value, GEOAT_OVERVIEW_PAGE (object)->perspective);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_overview_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      geoat_overview_page_set_perspective (GEOAT_OVERVIEW_PAGE (object),
                                           g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_overview_page_class_init (GeoatOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_overview_page_dispose;
  object_class->get_property = geoat_overview_page_get_property;
  object_class->set_property = geoat_overview_page_set_property;
  widget_class->map = geoat_overview_page_map;

  properties[PROP_PERSPECTIVE] =
      g_param_spec_object ("perspective", NULL, NULL, GEOAT_TYPE_PERSPECTIVE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GEOAT_TYPE_ATTENTION_LIST);
  g_type_ensure (GEOAT_TYPE_CHART_CARD);
  g_type_ensure (GEOAT_TYPE_FIGURE_CARD);
  g_type_ensure (GEOAT_TYPE_ROUND_BAR);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, round_bar);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, coverage_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, coverage_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, mean_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, mean_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, actions_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, actions_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, attention);
  for (guint i = 0; i < N_CHARTS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, chart_ids[i], FALSE,
                                               G_STRUCT_OFFSET (GeoatOverviewPage, charts) +
                                                   (gssize) (i * sizeof (GeoatChartCard *)));
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, coverage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mean_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, actions_clicked_cb);
}

static void
geoat_overview_page_init (GeoatOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->perspective_signals = g_signal_group_new (GEOAT_TYPE_PERSPECTIVE);
  g_signal_group_connect_swapped (self->perspective_signals, "notify",
                                  G_CALLBACK (perspective_notify_cb), self);
  self->plan_signals = g_signal_group_new (GEOAT_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "changed", G_CALLBACK (plan_changed_cb),
                                  self);
}

/**
 * geoat_overview_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
geoat_overview_page_new (void)
{
  return g_object_new (GEOAT_TYPE_OVERVIEW_PAGE, NULL);
}

/**
 * geoat_overview_page_set_perspective:
 * @self: a page
 * @perspective: (nullable): what the window looks at
 *
 * Sets what the page is about.
 */
void
geoat_overview_page_set_perspective (GeoatOverviewPage *self, GeoatPerspective *perspective)
{
  g_return_if_fail (GEOAT_IS_OVERVIEW_PAGE (self));
  g_return_if_fail (perspective == NULL || GEOAT_IS_PERSPECTIVE (perspective));

  if (!g_set_object (&self->perspective, perspective))
    return;

  g_signal_group_set_target (self->perspective_signals, perspective);
  g_signal_group_set_target (self->plan_signals,
                             perspective == NULL ? NULL : geoat_perspective_get_plan (perspective));

  geoat_round_bar_set_perspective (self->round_bar, perspective);
  for (guint i = 0; i < N_CHARTS; i++)
    geoat_chart_card_set_perspective (self->charts[i], perspective);
  if (perspective != NULL)
    update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSPECTIVE]);
}
