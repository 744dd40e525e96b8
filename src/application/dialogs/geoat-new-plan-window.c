/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks what a new plan is about and what it starts from. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-new-plan-window.h"

#include "geoat-date.h"

#include "geoat-import-window.h"
#include "geoat-accessible.h"
#include "geoat-perspective.h"

#include <glib/gi18n.h>

struct _GeoatNewPlanWindow
{
  AdwWindow parent_instance;

  AdwEntryRow *administration;
  AdwEntryRow *title;
  AdwEntryRow *round_title;
  AdwActionRow *framework;
  AdwActionRow *starter_row;
  AdwActionRow *empty_row;
  AdwActionRow *from_file_row;
  GtkCheckButton *starter;
  GtkCheckButton *from_file;

  int fiscal_year_start;
  GeoatDocument *document; /* that a file is being imported into */
};

G_DEFINE_FINAL_TYPE (GeoatNewPlanWindow, geoat_new_plan_window, ADW_TYPE_WINDOW)

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_text (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static void
created (GeoatNewPlanWindow *self, GeoatDocument *document)
{
  g_signal_emit (self, signals[CREATED], 0, document);
  gtk_window_close (GTK_WINDOW (self));
}

static void
imported_cb (GeoatNewPlanWindow *self)
{
  g_autoptr (GeoatDocument) document = g_steal_pointer (&self->document);

  created (self, document);
}

/* When the review is cancelled, the question about the new plan is still there. */
static void
file_chosen_cb (GFile *file, gpointer data)
{
  GeoatNewPlanWindow *self = data;
  GtkWidget *window = geoat_import_window_new (self->document, file);

  g_signal_connect_object (window, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (window));
}

static void
create_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatNewPlanWindow *self = GEOAT_NEW_PLAN_WINDOW (widget);
  g_autofree char *administration = get_text (self->administration);
  g_autofree char *title = get_text (self->title);
  g_autofree char *round_title = get_text (self->round_title);
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatDocument) document = NULL;
  GDate today;

  geoat_date_today (&today);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", administration, title, round_title,
                         &today);

  /* The history of the making is not that of the document: undo begins with the plan as made. */
  history = geoat_history_new (plan);
  geoat_history_set_number (history, GEOAT_ITEM (plan), GEOAT_FIELD_FISCAL_YEAR_START,
                            self->fiscal_year_start);
  if (gtk_check_button_get_active (self->starter))
    geoat_history_add_starters (history);
  g_clear_object (&history);

  document = geoat_document_new (plan);
  if (gtk_check_button_get_active (self->from_file))
    {
      g_set_object (&self->document, document);
      geoat_import_choose_file (GTK_WINDOW (self), file_chosen_cb, G_OBJECT (self));
    }
  else
    created (self, document);
}

static void
changed_cb (GeoatNewPlanWindow *self)
{
  g_autofree char *administration = get_text (self->administration);
  g_autofree char *round_title = get_text (self->round_title);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "new-plan.create",
                                 *administration != '\0' && *round_title != '\0');
}

static void
entry_activated_cb (GeoatNewPlanWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "new-plan.create", NULL);
}

/* What most plans are called, as a proposal. */
static void
fill (GeoatNewPlanWindow *self)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  const char *language = geoat_perspective_get_screen_language ();
  g_autofree char *title = NULL;
  g_autofree char *round_title = NULL;
  g_autofree char *starter = NULL;
  guint n = 0;
  GDate today;

  geoat_date_today (&today);
  /* Translators: title of a plan, with its first and its last year */
  title = g_strdup_printf (_ ("GED action plan %d–%d"), g_date_get_year (&today),
                           g_date_get_year (&today) + 2);
  /* Translators: title of the first round of assessment, with its year */
  round_title = g_strdup_printf (_ ("Baseline %d"), g_date_get_year (&today));
  gtk_editable_set_text (GTK_EDITABLE (self->title), title);
  gtk_editable_set_text (GTK_EDITABLE (self->round_title), round_title);

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    n += geoat_framework_get_n_indicators (framework, i);
  starter = g_strdup_printf (ngettext ("%u indicator for all key elements, in our own words. They "
                                       "are not the official ones of the GEOAT.",
                                       "%u indicators for all key elements, in our own words. "
                                       "They are not the official ones of the GEOAT.",
                                       n),
                             n);
  adw_action_row_set_subtitle (self->starter_row, starter);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->framework),
                                 geoat_framework_get_name (framework, language));
}

static void
geoat_new_plan_window_dispose (GObject *object)
{
  g_clear_object (&GEOAT_NEW_PLAN_WINDOW (object)->document);

  G_OBJECT_CLASS (geoat_new_plan_window_parent_class)->dispose (object);
}

static void
geoat_new_plan_window_class_init (GeoatNewPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_new_plan_window_dispose;

  signals[CREATED] = g_signal_new ("created", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, GEOAT_TYPE_DOCUMENT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-new-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, administration);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, round_title);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, framework);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, starter_row);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, empty_row);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, from_file_row);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, starter);
  gtk_widget_class_bind_template_child (widget_class, GeoatNewPlanWindow, from_file);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "new-plan.create", NULL, create_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
geoat_new_plan_window_init (GeoatNewPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
  changed_cb (self);
  geoat_accessible_set_list_name (GTK_WIDGET (self->administration), _ ("What the plan is about"));
  geoat_accessible_describe_rows (GTK_WIDGET (self));
  geoat_accessible_check_row (self->starter_row);
  geoat_accessible_check_row (self->empty_row);
  geoat_accessible_check_row (self->from_file_row);
  gtk_widget_grab_focus (GTK_WIDGET (self->administration));
}

/**
 * geoat_new_plan_window_new:
 * @fiscal_year_start: the month in which the fiscal year of the plan starts, 1 to 12, or 0
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
geoat_new_plan_window_new (int fiscal_year_start)
{
  GeoatNewPlanWindow *self;

  g_return_val_if_fail (fiscal_year_start >= 0 && fiscal_year_start <= 12, NULL);

  self = g_object_new (GEOAT_TYPE_NEW_PLAN_WINDOW, NULL);
  self->fiscal_year_start = fiscal_year_start;

  return GTK_WIDGET (self);
}
