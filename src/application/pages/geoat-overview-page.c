/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the administration stands. What the cards say is counted from the plan. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-overview-page.h"

#include "geoat-language.h"

#include "geoat-action-plan-page.h"
#include "geoat-attention-list.h"
#include "geoat-chart-card.h"
#include "geoat-figure-card.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-progress-page.h"
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
  GeoatPlanWidget parent_instance;

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
};

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatOverviewPage,
                               geoat_overview_page,
                               GEOAT_TYPE_PLAN_WIDGET,
                               G_IMPLEMENT_INTERFACE (GEOAT_TYPE_PAGE, NULL))

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
geoat_overview_page_update (GeoatPlanWidget *widget)
{
  GeoatOverviewPage *self = GEOAT_OVERVIEW_PAGE (widget);
  const GeoatScore *score;
  GDate today;

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

static void
show_page (GeoatOverviewPage *self, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
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

  show_page (self, geoat_framework_get_key_element_id (framework, first));
}

static void
mean_clicked_cb (GeoatOverviewPage *self)
{
  show_page (self, GEOAT_PROGRESS_PAGE_NAME);
}

static void
actions_clicked_cb (GeoatOverviewPage *self)
{
  show_page (self, GEOAT_ACTION_PLAN_PAGE_NAME);
}

static void
page_activated_cb (GeoatOverviewPage *self, const char *page)
{
  show_page (self, page);
}

static void
geoat_overview_page_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatOverviewPage *self = GEOAT_OVERVIEW_PAGE (widget);

  self->perspective = perspective;
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->round_bar), perspective);
  for (guint i = 0; i < N_CHARTS; i++)
    geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->charts[i]), perspective);
}

static void
geoat_overview_page_dispose (GObject *object)
{
  GeoatOverviewPage *self = GEOAT_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_overview_page_parent_class)->dispose (object);
}

static void
geoat_overview_page_class_init (GeoatOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_overview_page_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_overview_page_perspective_changed;
  GEOAT_PLAN_WIDGET_CLASS (klass)->update = geoat_overview_page_update;

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
  GeoatPlanWidget *widget = GEOAT_PLAN_WIDGET (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_plan_widget_follow_perspective (widget, "notify",
                                        G_CALLBACK (geoat_plan_widget_queue_update));
  geoat_plan_widget_follow_plan (widget, "changed", G_CALLBACK (geoat_plan_widget_queue_update));
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
