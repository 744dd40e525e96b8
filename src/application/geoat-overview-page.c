/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the administration stands.
 *
 * How it works: what the cards say is counted from the plan when the page can be seen; while it is
 * hidden an edit only marks it as out of date, so that typing on another page costs nothing here.
 */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-overview-page.h"

#include "core/geoat-change.h"
#include "core/geoat-language.h"

#include "geoat-chart-card.h"
#include "geoat-figure-card.h"
#include "geoat-score-chip.h"
#include "geoat-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_LOWEST 6

struct _GeoatOverviewPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *round_title;
  GtkLabel *round_state;
  GtkWidget *rounds_box;
  GtkDropDown *round_choice;
  GtkDropDown *compare_choice;
  GeoatFigureCard *coverage_card;
  GeoatFigureCard *mean_card;
  GeoatFigureCard *actions_card;
  GeoatChartCard *levels_card;
  GeoatChartCard *radar_card;
  GeoatChartCard *heatmap_card;
  GtkListBox *lowest;

  GeoatPerspective *perspective;
  GSignalGroup *perspective_signals;
  GSignalGroup *plan_signals;
  gboolean outdated;
  /* Set while the choices are filled, which must not choose. */
  gboolean filling;
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

  geoat_figure_card_set (self->coverage_card, figure, _ ("indicators assessed"), detail, NULL);
}

/* Tenths of the difference of two means over the same indicators, rounded half away from zero. */
static int
get_change_tenths (const GeoatScoreChange *change)
{
  gint64 difference = (gint64) change->to_sum - change->from_sum;
  gint64 rounded = (20 * ABS (difference) + change->n) / (2 * change->n);

  return difference < 0 ? -rounded : rounded;
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

      geoat_score_compare (geoat_perspective_get_plan (self->perspective), compare,
                           geoat_perspective_get_round (self->perspective), -1, -1, &change);
      if (change.n > 0)
        {
          g_autofree char *difference =
              geoat_language_format_change (get_language (), get_change_tenths (&change));

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

  geoat_figure_card_set (self->mean_card, figure, _ ("mean of the rated indicators"), detail, NULL);
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

  geoat_figure_card_set (self->actions_card, figure,
                         ngettext ("forward activity", "forward activities", count.total), detail,
                         alert);
}

static GtkWidget *
create_lowest_row (GeoatOverviewPage *self, guint key_element, int tenths, const GDate *today)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *id = geoat_framework_get_key_element_id (framework, key_element);
  const char *language = geoat_perspective_get_screen_language ();
  const char *name = geoat_framework_get_key_element_name (framework, key_element, language);
  g_autofree char *title = g_strdup_printf (C_ ("key element", "%s  %s"), id, name);
  g_autofree char *mean = geoat_language_format_tenths (get_language (), tenths);
  g_autofree char *note = NULL;
  g_autofree char *label = NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *chip = geoat_score_chip_new ();
  GtkWidget *name_label = gtk_label_new (title);
  GtkWidget *note_label;
  GeoatActionCount count;

  geoat_action_count (geoat_perspective_get_plan (self->perspective),
                      geoat_perspective_get_round (self->perspective), -1, key_element, today,
                      &count);
  note = format_overdue (count.overdue);
  if (note == NULL && count.total > 0)
    note = g_strdup_printf (ngettext ("%u activity", "%u activities", count.total), count.total);
  else if (note == NULL)
    note = g_strdup (_ ("no activity"));

  geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (chip), tenths);
  gtk_label_set_wrap (GTK_LABEL (name_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_label_set_width_chars (GTK_LABEL (name_label), 12);
  gtk_widget_set_hexpand (name_label, TRUE);
  note_label = gtk_label_new (note);
  gtk_widget_add_css_class (note_label,
                            count.overdue > 0 || count.total == 0 ? "alert" : "secondary");

  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (box), name_label);
  gtk_box_append (GTK_BOX (box), note_label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, id);

  /* Translators: a key element as a screen reader says it: "5B Stakeholder relations, mean 0.8, no
   * activity" */
  label = g_strdup_printf (_ ("%s %s, mean %s, %s"), id, name, mean, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

typedef struct
{
  guint key_element;
  const GeoatScore *score;
} Lowest;

/* By mean, as a fraction, so that no rounding decides; then in the order of the framework. */
static int
compare_lowest (gconstpointer a, gconstpointer b)
{
  const Lowest *one = a, *other = b;
  guint64 left = (guint64) geoat_score_get_sum (one->score) * geoat_score_get_rated (other->score);
  guint64 right = (guint64) geoat_score_get_sum (other->score) * geoat_score_get_rated (one->score);

  if (left != right)
    return left < right ? -1 : 1;

  return (int) one->key_element - (int) other->key_element;
}

static void
update_lowest (GeoatOverviewPage *self, const GDate *today)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  GeoatScores *scores = geoat_perspective_get_scores (self->perspective);
  g_autoptr (GArray) rated = g_array_new (FALSE, FALSE, sizeof (Lowest));
  GtkListBoxRow *row;

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      Lowest lowest = { i, geoat_scores_get_key_element (scores, i) };

      if (geoat_score_get_rated (lowest.score) > 0)
        g_array_append_val (rated, lowest);
    }
  g_array_sort (rated, compare_lowest);

  while ((row = gtk_list_box_get_row_at_index (self->lowest, 0)) != NULL)
    gtk_list_box_remove (self->lowest, GTK_WIDGET (row));

  for (guint i = 0; i < MIN (rated->len, N_LOWEST); i++)
    {
      const Lowest *lowest = &g_array_index (rated, Lowest, i);

      gtk_list_box_append (self->lowest,
                           create_lowest_row (self, lowest->key_element,
                                              geoat_score_get_tenths (lowest->score), today));
    }
}

static void
update_round (GeoatOverviewPage *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatLanguage *language = get_language ();
  g_autofree char *opened = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *state = NULL;
  GDate date;

  gtk_label_set_text (self->round_title, geoat_round_get_title (round));

  if (geoat_item_get_date (GEOAT_ITEM (round), GEOAT_FIELD_OPENED, &date))
    opened = geoat_language_format_date (language, &date, FALSE);
  if (geoat_item_get_date (GEOAT_ITEM (round), GEOAT_FIELD_CLOSED, &date))
    closed = geoat_language_format_date (language, &date, FALSE);

  if (opened != NULL && closed != NULL)
    state = g_strdup_printf (_ ("Opened on %s, closed on %s"), opened, closed);
  else if (opened != NULL)
    state = g_strdup_printf (_ ("Opened on %s"), opened);
  gtk_label_set_text (self->round_state, state == NULL ? "" : state);
}

static void
fill_rounds (GeoatOverviewPage *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatRound *compare = geoat_perspective_get_compare (self->perspective);
  guint n_rounds = geoat_plan_get_n_rounds (plan);
  g_autoptr (GtkStringList) rounds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) others = gtk_string_list_new (NULL);

  gtk_string_list_append (others, _ ("No other round"));
  for (guint i = 0; i < n_rounds; i++)
    {
      const char *title = geoat_round_get_title (geoat_plan_get_round (plan, i));

      gtk_string_list_append (rounds, title);
      gtk_string_list_append (others, title);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->round_choice, G_LIST_MODEL (rounds));
  gtk_drop_down_set_selected (self->round_choice, geoat_round_get_index (round));
  gtk_drop_down_set_model (self->compare_choice, G_LIST_MODEL (others));
  gtk_drop_down_set_selected (self->compare_choice,
                              compare == NULL ? 0 : geoat_round_get_index (compare) + 1);
  self->filling = FALSE;
  gtk_widget_set_visible (self->rounds_box, n_rounds > 1);
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
  geoat_perspective_get_today (self->perspective, &today);
  update_round (self);
  update_coverage_card (self, score);
  update_mean_card (self, score);
  update_actions_card (self, &today);
  update_lowest (self, &today);
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
plan_changed_cb (GeoatOverviewPage *self, const GeoatChange *change)
{
  if (geoat_item_get_part (change->item) == GEOAT_PART_ROUND)
    fill_rounds (self);
  queue_update (self);
}

static void
perspective_notify_cb (GeoatOverviewPage *self)
{
  fill_rounds (self);
  queue_update (self);
}

static void
round_chosen_cb (GeoatOverviewPage *self)
{
  GeoatRound *round;

  if (self->filling || self->perspective == NULL)
    return;

  round = geoat_plan_get_round (geoat_perspective_get_plan (self->perspective),
                                gtk_drop_down_get_selected (self->round_choice));
  if (round != NULL)
    geoat_perspective_set_round (self->perspective, round);
}

static void
compare_chosen_cb (GeoatOverviewPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->compare_choice);

  if (self->filling || self->perspective == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  geoat_perspective_set_compare (
      self->perspective,
      selected == 0
          ? NULL
          : geoat_plan_get_round (geoat_perspective_get_plan (self->perspective), selected - 1));
}

static void
chart_activated_cb (GeoatOverviewPage *self, const char *page)
{
  g_signal_emit (self, signals[ACTIVATED], 0, page);
}

static void
lowest_activated_cb (GeoatOverviewPage *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
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
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

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

  g_type_ensure (GEOAT_TYPE_CHART_CARD);
  g_type_ensure (GEOAT_TYPE_FIGURE_CARD);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, round_title);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, round_state);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, rounds_box);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, round_choice);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, compare_choice);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, coverage_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, mean_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, actions_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, levels_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, radar_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, heatmap_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatOverviewPage, lowest);
  gtk_widget_class_bind_template_callback (widget_class, chart_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, lowest_activated_cb);
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

  geoat_chart_card_set_perspective (self->levels_card, perspective);
  geoat_chart_card_set_perspective (self->radar_card, perspective);
  geoat_chart_card_set_perspective (self->heatmap_card, perspective);
  if (perspective != NULL)
    {
      fill_rounds (self);
      update (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSPECTIVE]);
}
