/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of all rounds side by side. Nothing is added up here: each column is the core's scores
 * of one round, and the first one is its change between the two rounds that are compared. The
 * newest round comes first, so that it stands beside the names however many there are. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-progress-table.h"

#include "geoat-language.h"

#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-score-chip.h"

#include <glib/gi18n.h>

#define CHANGE_COLUMN 1

/* From the edge of the grid to the names, most of which are in buttons. */
#define NAME_MARGIN 9

struct _GeoatProgressTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkGrid *grid;

  gboolean key_elements;
  GeoatPerspective *perspective;
};

G_DEFINE_FINAL_TYPE (GeoatProgressTable, geoat_progress_table, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_KEY_ELEMENTS,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The column of the round at @position in a plan with @n_rounds. */
static int
get_column (guint n_rounds, guint position)
{
  return CHANGE_COLUMN + (int) (n_rounds - position);
}

static GtkWidget *
create_label (const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A label above the names of the rows, or in their place. */
static void
add_name_label (GeoatProgressTable *self, int row, const char *text)
{
  GtkWidget *label = create_label (text, 0, "heading");

  gtk_widget_set_margin_start (label, NAME_MARGIN);
  gtk_grid_attach (self->grid, label, 0, row, 1, 1);
}

static void
add_headings (GeoatProgressTable *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GeoatRound *compare = geoat_perspective_get_compare (self->perspective);
  guint n_rounds = geoat_plan_get_n_rounds (plan);

  add_name_label (self, 0, self->key_elements ? _ ("Key element") : _ ("Principle"));
  for (guint i = 0; i < n_rounds; i++)
    {
      GtkWidget *label =
          create_label (geoat_round_get_title (geoat_plan_get_round (plan, i)), 0.5, "heading");

      gtk_label_set_width_chars (GTK_LABEL (label), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
      gtk_grid_attach (self->grid, label, get_column (n_rounds, i), 0, 1, 1);
    }
  if (compare != NULL)
    {
      /* Translators: heading of a column with changes; %s is the title of a round */
      g_autofree char *text =
          g_strdup_printf (_ ("Change since “%s”"), geoat_round_get_title (compare));
      GtkWidget *label = create_label (text, 0.5, "heading");

      gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
      gtk_grid_attach (self->grid, label, CHANGE_COLUMN, 0, 1, 1);
    }
}

static void
name_clicked_cb (GeoatProgressTable *self, GtkWidget *button)
{
  g_signal_emit (self, signals[ACTIVATED], 0, gtk_widget_get_name (button));
}

/* The row of a principle leads to its first key element. */
static void
add_name (GeoatProgressTable *self, int row, int scope)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  g_autofree char *text = NULL;
  GtkWidget *button, *label;
  guint key_element = (guint) scope, n;

  if (scope < 0)
    {
      add_name_label (self, row, _ ("Whole plan"));
      return;
    }

  if (self->key_elements)
    {
      text = g_strdup_printf (
          C_ ("key element", "%s  %s"), geoat_framework_get_key_element_id (framework, key_element),
          geoat_framework_get_key_element_name (framework, key_element, language));
    }
  else
    {
      text = g_strdup_printf (
          C_ ("principle", "%s  %s"), geoat_framework_get_principle_id (framework, (guint) scope),
          geoat_framework_get_principle_name (framework, (guint) scope, language));
      geoat_framework_get_principle_range (framework, (guint) scope, &key_element, &n);
    }

  button = gtk_button_new ();
  label = create_label (text, 0, NULL);
  gtk_label_set_width_chars (GTK_LABEL (label), 22);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "name");
  gtk_widget_set_hexpand (button, TRUE);
  geoat_accessible_set_name (button, text);
  gtk_widget_set_name (button, geoat_framework_get_key_element_id (framework, key_element));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (name_clicked_cb), self);
  gtk_grid_attach (self->grid, button, 0, row, 1, 1);
}

static const GeoatScore *
get_score (GeoatProgressTable *self, GeoatScores *scores, int scope)
{
  if (scope < 0)
    return geoat_scores_get_plan_score (scores);

  return self->key_elements ? geoat_scores_get_key_element (scores, (guint) scope)
                            : geoat_scores_get_principle (scores, (guint) scope);
}

/* A score with its coverage below, and how many of its ratings are only carried. */
static void
add_score (GeoatProgressTable *self, int column, int row, const GeoatScore *score)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *chip = geoat_score_chip_new ();
  GtkWidget *label;
  g_autofree char *coverage = NULL;

  /* Translators: how many of how many indicators are assessed: "5 of 6" */
  coverage =
      g_strdup_printf (C_ ("count", "%u of %u"), geoat_score_get_assessed (score), score->total);
  geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (chip), geoat_score_get_tenths (score));
  gtk_widget_set_halign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), chip);
  label = create_label (coverage, 0.5, "secondary");
  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_box_append (GTK_BOX (box), label);
  if (score->carried > 0)
    {
      g_autofree char *carried =
          g_strdup_printf (ngettext ("%u carried", "%u carried", score->carried), score->carried);

      gtk_box_append (GTK_BOX (box), create_label (carried, 0.5, "secondary"));
    }
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, box, column, row, 1, 1);
}

static void
add_change (GeoatProgressTable *self, int row, int scope)
{
  GeoatLanguage *language = geoat_language_get (geoat_perspective_get_screen_language ());
  GeoatRound *compare = geoat_perspective_get_compare (self->perspective);
  GtkWidget *box;
  g_autofree char *difference = NULL;
  g_autofree char *over = NULL;
  GeoatScoreChange change;
  int tenths;

  if (compare == NULL)
    return;

  geoat_score_compare (geoat_perspective_get_plan (self->perspective), compare,
                       geoat_perspective_get_round (self->perspective),
                       self->key_elements ? -1 : scope, self->key_elements ? scope : -1, &change);
  if (!geoat_score_change_get_tenths (&change, &tenths))
    {
      gtk_grid_attach (self->grid, create_label ("–", 0.5, NULL), CHANGE_COLUMN, row, 1, 1);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  difference = geoat_screen_text_for_change (language, tenths);
  /* Translators: over how many indicators, rated in both rounds, a change is the mean */
  over = g_strdup_printf (ngettext ("over %u indicator", "over %u indicators", change.n), change.n);
  gtk_box_append (GTK_BOX (box), create_label (difference, 0.5, "heading"));
  gtk_box_append (GTK_BOX (box), create_label (over, 0.5, "secondary"));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_grid_attach (self->grid, box, CHANGE_COLUMN, row, 1, 1);
}

static void
geoat_progress_table_dispose (GObject *object)
{
  GeoatProgressTable *self = GEOAT_PROGRESS_TABLE (object);

  g_clear_object (&self->perspective);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_progress_table_parent_class)->dispose (object);
}

static void
geoat_progress_table_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_KEY_ELEMENTS:
      GEOAT_PROGRESS_TABLE (object)->key_elements = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static GtkSizeRequestMode
geoat_progress_table_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A scrolled window asks for the height of the grid at its least width, where the names wrap: room
 * would be left empty below. */
static void
geoat_progress_table_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GeoatProgressTable *self = GEOAT_PROGRESS_TABLE (widget);
  GtkWidget *grid = GTK_WIDGET (self->grid);
  int least_width;

  gtk_widget_measure (grid, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= least_width)
    gtk_widget_measure (grid, orientation, for_size, minimum, natural, NULL, NULL);
  else
    gtk_widget_measure (self->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
geoat_progress_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (GEOAT_PROGRESS_TABLE (widget)->scroller, width, height, baseline, NULL);
}

static void
geoat_progress_table_class_init (GeoatProgressTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_progress_table_dispose;
  object_class->set_property = geoat_progress_table_set_property;

  properties[PROP_KEY_ELEMENTS] =
      g_param_spec_boolean ("key-elements", NULL, NULL, FALSE,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  widget_class->get_request_mode = geoat_progress_table_get_request_mode;
  widget_class->measure = geoat_progress_table_measure;
  widget_class->size_allocate = geoat_progress_table_size_allocate;
}

/* Sideways only: the rest scrolls the page. */
static gboolean
scroll_cb (GeoatProgressTable *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  if ((state & GDK_SHIFT_MASK) != 0)
    dx = dy;
  if (dx == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                            dx * gtk_adjustment_get_step_increment (adjustment));
  return GDK_EVENT_STOP;
}

/* GtkScrolledWindow takes every turn of the wheel, also those it has no use for, so that the page
 * would stand still under a pointer that is over the table. */
static void
set_up_wheel (GeoatProgressTable *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->scroller);
  GtkEventController *own;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
  own = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_swapped (own, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (self->scroller, own);
}

static void
geoat_progress_table_init (GeoatProgressTable *self)
{
  GtkWidget *grid = gtk_grid_new ();

  self->grid = GTK_GRID (grid);
  gtk_grid_set_column_spacing (self->grid, 14);
  gtk_grid_set_row_spacing (self->grid, 8);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), grid);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  set_up_wheel (self);
}

/**
 * geoat_progress_table_new:
 * @key_elements: whether there is a row for each key element, not for each principle
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
geoat_progress_table_new (gboolean key_elements)
{
  return g_object_new (GEOAT_TYPE_PROGRESS_TABLE, "key-elements", key_elements, NULL);
}

/**
 * geoat_progress_table_update:
 * @self: a table
 * @perspective: what the window looks at
 *
 * Shows the rounds as they are now.
 */
void
geoat_progress_table_update (GeoatProgressTable *self, GeoatPerspective *perspective)
{
  GeoatFramework *framework;
  GeoatPlan *plan;
  guint n_rounds;
  int n_scopes;
  GtkWidget *child;

  g_return_if_fail (GEOAT_IS_PROGRESS_TABLE (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));

  g_set_object (&self->perspective, perspective);
  framework = geoat_perspective_get_framework (perspective);
  plan = geoat_perspective_get_plan (perspective);
  n_rounds = geoat_plan_get_n_rounds (plan);
  n_scopes = (int) (self->key_elements ? geoat_framework_get_n_key_elements (framework)
                                       : geoat_framework_get_n_principles (framework));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  add_headings (self);
  for (int scope = -1; scope < n_scopes; scope++)
    add_name (self, scope + 2, scope);
  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (GeoatScores) scores = geoat_scores_new (plan, geoat_plan_get_round (plan, i));

      for (int scope = -1; scope < n_scopes; scope++)
        add_score (self, get_column (n_rounds, i), scope + 2, get_score (self, scores, scope));
    }
  for (int scope = -1; scope < n_scopes; scope++)
    add_change (self, scope + 2, scope);
}
