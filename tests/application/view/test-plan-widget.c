/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every widget that shows something of a plan can rely on. */

#include "config.h"

#include "geoat-plan-widget.h"

#include "widget-fixture.h"

/* Counts how often it is asked for what. */
#define PROBE_TYPE (probe_get_type ())
G_DECLARE_FINAL_TYPE (Probe, probe, PROBE, PLAN_WIDGET, GeoatPlanWidget)

struct _Probe
{
  GeoatPlanWidget parent_instance;

  guint n_perspectives;
  guint n_updates;
  guint n_rounds;
  guint n_titles;
  guint n_scores;
  gboolean old_was_alive;
  GeoatPerspective *perspective;
};

G_DEFINE_FINAL_TYPE (Probe, probe, GEOAT_TYPE_PLAN_WIDGET)

static void
probe_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  Probe *self = PROBE_PLAN_WIDGET (widget);

  self->old_was_alive =
      self->perspective != NULL && GEOAT_IS_PLAN (geoat_perspective_get_plan (self->perspective));
  self->perspective = perspective;
  self->n_perspectives++;
}

static void
probe_update (GeoatPlanWidget *widget)
{
  PROBE_PLAN_WIDGET (widget)->n_updates++;
}

static void
round_cb (Probe *self)
{
  self->n_rounds++;
}

static void
title_cb (Probe *self)
{
  self->n_titles++;
}

static void
scores_cb (Probe *self)
{
  self->n_scores++;
}

static void
probe_class_init (ProbeClass *klass)
{
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = probe_perspective_changed;
  GEOAT_PLAN_WIDGET_CLASS (klass)->update = probe_update;
}

static void
probe_init (Probe *self)
{
  GeoatPlanWidget *widget = GEOAT_PLAN_WIDGET (self);

  geoat_plan_widget_follow_perspective (widget, "notify::round", G_CALLBACK (round_cb));
  geoat_plan_widget_follow_plan (widget, "notify::title", G_CALLBACK (title_cb));
  geoat_plan_widget_follow_scores (widget, "changed", G_CALLBACK (scores_cb));
}

static Probe *
create_probe (WidgetFixture *fixture)
{
  Probe *probe = g_object_new (PROBE_TYPE, NULL);

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (probe), fixture->perspective);
  g_assert_true (geoat_plan_widget_get_perspective (GEOAT_PLAN_WIDGET (probe)) ==
                 fixture->perspective);
  return probe;
}

/* While nobody sees it, an edit costs nothing; a step of many changes is one update. */
static void
test_update (WidgetFixture *fixture, gconstpointer data)
{
  Probe *probe = create_probe (fixture);

  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (probe));
  g_assert_cmpuint (probe->n_updates, ==, 0);

  widget_fixture_show (fixture, GTK_WIDGET (probe), 200, 100);
  g_assert_cmpuint (probe->n_updates, ==, 1);

  for (guint i = 0; i < 100; i++)
    geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (probe));
  g_assert_cmpuint (probe->n_updates, ==, 1);
  widget_wait_until (probe->n_updates > 1);
  g_assert_cmpuint (probe->n_updates, ==, 2);
}

/* What is followed is what the window looks at now, not what it looked at before. */
static void
test_follow (WidgetFixture *fixture, gconstpointer data)
{
  Probe *probe = create_probe (fixture);
  GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, 0);
  g_autoptr (GeoatPerspective) other = geoat_perspective_new (fixture->document);
  guint n_scores;

  widget_fixture_show (fixture, GTK_WIDGET (probe), 200, 100);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "New");
  g_assert_cmpuint (probe->n_titles, ==, 1);

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  g_assert_cmpuint (probe->n_rounds, ==, 1);

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (probe), other);
  g_assert_true (probe->old_was_alive);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_last_round (fixture->plan));
  g_assert_cmpuint (probe->n_rounds, ==, 1);

  n_scores = probe->n_scores;
  geoat_history_set_level (
      fixture->history, entry,
      geoat_entry_get_level (entry, geoat_plan_get_last_round (fixture->plan)) == 0 ? 1 : 0);
  widget_wait_until (probe->n_scores > n_scores);
}

static void
test_without_plan (WidgetFixture *fixture, gconstpointer data)
{
  Probe *probe = create_probe (fixture);
  guint n_updates;

  widget_fixture_show (fixture, GTK_WIDGET (probe), 200, 100);
  n_updates = probe->n_updates;
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (probe), NULL);
  g_assert_cmpuint (probe->n_perspectives, ==, 2);
  g_assert_null (probe->perspective);
  g_assert_cmpuint (probe->n_updates, ==, n_updates);

  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "New");
  g_assert_cmpuint (probe->n_titles, ==, 0);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/plan-widget/update", test_update);
  widget_fixture_add ("/plan-widget/follow", test_follow);
  widget_fixture_add ("/plan-widget/without-plan", test_without_plan);
  return g_test_run ();
}
