/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The round that is shown, on top of the pages that are about rounds. Every bar of a window shows
 * the same: they ask the perspective, and tell it. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-round-bar.h"

#include "geoat-change.h"
#include "geoat-language.h"

#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-wrap-layout.h"

#include <glib/gi18n.h>

struct _GeoatRoundBar
{
  GeoatPlanWidget parent_instance;

  GtkWidget *box;
  GtkLabel *round_title;
  GtkLabel *round_state;
  GtkWidget *choices;
  GtkDropDown *round_choice;
  GtkDropDown *compare_choice;
  GtkWidget *menu_button;

  GeoatPerspective *perspective;
  /* Set while the choices are filled, which must not choose. */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GeoatRoundBar, geoat_round_bar, GEOAT_TYPE_PLAN_WIDGET)

static char *
format_state (GeoatRound *round)
{
  GeoatLanguage *language = geoat_language_get (geoat_perspective_get_screen_language ());
  g_autofree char *opened = NULL;
  g_autofree char *closed = NULL;
  GDate date;

  if (geoat_item_get_date (GEOAT_ITEM (round), GEOAT_FIELD_OPENED, &date))
    opened = geoat_language_format_date (language, &date, FALSE);
  if (geoat_item_get_date (GEOAT_ITEM (round), GEOAT_FIELD_CLOSED, &date))
    closed = geoat_language_format_date (language, &date, FALSE);

  if (opened != NULL && closed != NULL)
    return g_strdup_printf (_ ("Opened on %s, closed on %s"), opened, closed);
  if (closed != NULL)
    return g_strdup_printf (_ ("Closed on %s"), closed);
  if (opened != NULL)
    return g_strdup_printf (_ ("Open since %s"), opened);

  return NULL;
}

/* A drop-down is as wide as its longest title: titles can be long, and the full one is beside it.
 */
static char *
shorten (const char *title)
{
  g_autofree char *line = geoat_screen_text_get_first_line (title);

  if (g_utf8_strlen (line, -1) > 28)
    {
      g_autofree char *start = g_utf8_substring (line, 0, 27);

      return g_strconcat (start, "…", NULL);
    }

  return g_steal_pointer (&line);
}

static void
update (GeoatRoundBar *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatRound *compare = geoat_perspective_get_compare (self->perspective);
  g_autofree char *state = format_state (round);

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->round_choice, geoat_round_get_index (round));
  gtk_drop_down_set_selected (self->compare_choice,
                              compare == NULL ? 0 : geoat_round_get_index (compare) + 1);
  self->filling = FALSE;

  gtk_label_set_text (self->round_title, geoat_round_get_title (round));
  gtk_label_set_text (self->round_state, state == NULL ? "" : state);
  gtk_widget_set_visible (GTK_WIDGET (self->round_state), state != NULL);
}

/* Not while something is chosen: a drop-down is still at work in its list then. */
static void
fill (GeoatRoundBar *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  guint n_rounds = geoat_plan_get_n_rounds (plan);
  g_autoptr (GtkStringList) rounds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) others = gtk_string_list_new (NULL);

  gtk_string_list_append (others, _ ("No other round"));
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autofree char *title = shorten (geoat_round_get_title (geoat_plan_get_round (plan, i)));

      gtk_string_list_append (rounds, title);
      gtk_string_list_append (others, title);
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->round_choice, G_LIST_MODEL (rounds));
  gtk_drop_down_set_model (self->compare_choice, G_LIST_MODEL (others));
  self->filling = FALSE;
  gtk_widget_set_visible (self->choices, n_rounds > 1);
  update (self);
}

static void
plan_changed_cb (GeoatRoundBar *self, const GeoatChange *change)
{
  if (geoat_item_get_part (change->item) == GEOAT_PART_ROUND)
    fill (self);
}

static void
round_chosen_cb (GeoatRoundBar *self)
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
compare_chosen_cb (GeoatRoundBar *self)
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
geoat_round_bar_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatRoundBar *self = GEOAT_ROUND_BAR (widget);

  self->perspective = perspective;
  if (perspective != NULL)
    fill (self);
}

static void
geoat_round_bar_dispose (GObject *object)
{
  GeoatRoundBar *self = GEOAT_ROUND_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_round_bar_parent_class)->dispose (object);
}

static void
geoat_round_bar_class_init (GeoatRoundBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_round_bar_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_round_bar_perspective_changed;

  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-round-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, round_title);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, round_state);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, choices);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, round_choice);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, compare_choice);
  gtk_widget_class_bind_template_child (widget_class, GeoatRoundBar, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_chosen_cb);
}

static void
geoat_round_bar_init (GeoatRoundBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_set_name (GTK_WIDGET (self->round_choice), _ ("Round shown"));
  geoat_accessible_set_name (GTK_WIDGET (self->compare_choice), _ ("Compare with"));
  geoat_accessible_set_name (self->menu_button, _ ("Rounds"));

  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::round",
                                        G_CALLBACK (update));
  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::compare",
                                        G_CALLBACK (update));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "changed", G_CALLBACK (plan_changed_cb));
}

/**
 * geoat_round_bar_new:
 *
 * Returns: (transfer floating): a bar without a plan
 */
GtkWidget *
geoat_round_bar_new (void)
{
  return g_object_new (GEOAT_TYPE_ROUND_BAR, NULL);
}
