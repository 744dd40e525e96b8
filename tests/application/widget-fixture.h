/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * WidgetFixture:
 * @plan: the example plan
 * @widget: (nullable): the widget that is tested; the fixture has a reference to it
 * @shown_page: (nullable): the page that the window was asked for last
 * @announced: (nullable): what the window was to say last
 *
 * What the tests of widgets share: the example plan and a perspective on it, and a window to put a
 * widget in.
 *
 * A test shows its widget with widget_fixture_show(); tearing down asserts that the widget is
 * finalized once the window has let go of it.
 */
typedef struct
{
  GeoatDocument *document;
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatPerspective *perspective;
  GSettings *settings;

  GtkWidget *window;
  GtkWidget *widget;
  char *shown_page;
  char *announced;
} WidgetFixture;

typedef void (*WidgetFixtureTest) (WidgetFixture *fixture, gconstpointer data);

void widget_fixture_init (int *argc, char ***argv);
void widget_fixture_add (const char *path, WidgetFixtureTest test);
void widget_fixture_add_with_data (const char *path, gconstpointer data, WidgetFixtureTest test);
void widget_fixture_add_mirrored (const char *path, WidgetFixtureTest test);

void widget_fixture_show (WidgetFixture *self, GtkWidget *widget, int width, int height);
void widget_fixture_show_window (WidgetFixture *self, GtkWidget *window);
void widget_fixture_drop (WidgetFixture *self);

GeoatEntry *widget_fixture_get_entry (WidgetFixture *self, const char *source);
GeoatRound *widget_fixture_close_round (WidgetFixture *self);

gboolean widget_is_named (GtkWidget *widget, const char *name);
gboolean widget_is_shown (GtkWidget *widget);
GtkWidget *widget_find (GtkWidget *root, GType type, const char *name);
GtkWidget *widget_get (GtkWidget *root, GType type, const char *name);
GPtrArray *widget_list (GtkWidget *root, GType type);
gboolean widget_shows_text (GtkWidget *root, const char *text);
gboolean widget_press (GtkWidget *widget, guint keyval, GdkModifierType state);
void widget_click (GtkWidget *root, const char *name);
gboolean widget_can_act (GtkWidget *widget, const char *action);
void widget_act (GtkWidget *widget, const char *action);
void widget_get_place (GtkWidget *widget, GtkWidget *root, GdkRectangle *place);

void widget_wait_step (gint64 deadline, const char *condition);
#define WIDGET_PATIENCE (60 * G_TIME_SPAN_SECOND)

/**
 * widget_wait_until:
 * @condition: what is waited for
 *
 * Lets the window work until the condition holds. The test fails when it does not come.
 */
#define widget_wait_until(condition)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline__ = g_get_monotonic_time () + WIDGET_PATIENCE;                                 \
    while (!(condition))                                                                           \
      widget_wait_step (deadline__, #condition);                                                   \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
