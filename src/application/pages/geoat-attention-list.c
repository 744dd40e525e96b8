/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The key elements that need attention, each with the reasons in words. The order is the core's;
 * this only says it. A row's widget name is the id of its key element. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-attention-list.h"

#include "geoat-attention.h"
#include "geoat-language.h"

#include "geoat-score-chip.h"

#include <glib/gi18n.h>

/* As many as fit beside the radar. */
#define N_SHORT 6

struct _GeoatAttentionList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkLabel *empty;
  GtkWidget *more;

  GeoatPerspective *perspective;
  gboolean show_all;
};

G_DEFINE_FINAL_TYPE (GeoatAttentionList, geoat_attention_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Parts of a list of reasons are told apart by a dot, and never broken inside. */
static void
add_reason (GString *reasons, char *reason)
{
  g_auto (GStrv) words = g_strsplit (reason, " ", -1);
  g_autofree char *kept = g_strjoinv ("\302\240", words);

  g_string_append_printf (reasons, "%s%s", reasons->len == 0 ? "" : " · ", kept);
  g_free (reason);
}

static char *
format_reasons (const GeoatAttention *attention)
{
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (attention->n_low > 0)
    add_reason (reasons, g_strdup_printf (
                             ngettext ("%u low indicator", "%u low indicators", attention->n_low),
                             attention->n_low));
  if (attention->n_without_activity > 0)
    add_reason (reasons,
                g_strdup_printf (ngettext ("%u without an activity", "%u without an activity",
                                           attention->n_without_activity),
                                 attention->n_without_activity));
  if (attention->score.not_assessed > 0)
    /* Translators: how many indicators are not yet assessed, of how many: "2 of 6 not yet assessed"
     */
    add_reason (reasons,
                g_strdup_printf (ngettext ("%u of %u not yet assessed", "%u of %u not yet assessed",
                                           attention->score.not_assessed),
                                 attention->score.not_assessed, attention->score.total));
  if (attention->n_activities > 0)
    add_reason (reasons,
                g_strdup_printf (ngettext ("%u activity", "%u activities", attention->n_activities),
                                 attention->n_activities));

  return g_string_free (g_steal_pointer (&reasons), FALSE);
}

static char *
format_alert (const GeoatAttention *attention)
{
  if (attention->n_overdue > 0)
    return g_strdup_printf (ngettext ("%u overdue", "%u overdue", attention->n_overdue),
                            attention->n_overdue);
  if (attention->n_low > 0 && attention->n_activities == 0)
    return g_strdup (_ ("no activity"));

  return NULL;
}

static GtkWidget *
create_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* A key element as a screen reader says it: all that its row shows. */
static char *
describe (GeoatAttentionList *self, const GeoatAttention *attention)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  const char *id = geoat_framework_get_key_element_id (framework, attention->key_element);
  const char *name =
      geoat_framework_get_key_element_name (framework, attention->key_element, language);
  g_autofree char *mean = geoat_language_format_tenths (geoat_language_get (language),
                                                        geoat_score_get_tenths (&attention->score));
  g_autofree char *reasons = format_reasons (attention);
  g_autofree char *alert = format_alert (attention);

  if (alert == NULL)
    /* Translators: a key element as a screen reader says it: id, name, mean, and why it needs
     * attention: "5B Stakeholder relations, mean 0.8, 3 low indicators · 1 activity" */
    return g_strdup_printf (_ ("%s %s, mean %s, %s"), id, name, mean, reasons);

  /* Translators: the same, and at the end what is overdue or missing: "1 overdue" */
  return g_strdup_printf (_ ("%s %s, mean %s, %s, %s"), id, name, mean, reasons, alert);
}

static GtkWidget *
create_row (GeoatAttentionList *self, const GeoatAttention *attention, const char *description)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *id = geoat_framework_get_key_element_id (framework, attention->key_element);
  const char *name = geoat_framework_get_key_element_name (
      framework, attention->key_element, geoat_perspective_get_screen_language ());
  g_autofree char *title = g_strdup_printf (C_ ("key element", "%s  %s"), id, name);
  g_autofree char *reasons = format_reasons (attention);
  g_autofree char *alert = format_alert (attention);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = geoat_score_chip_new ();

  geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (chip), geoat_score_get_tenths (&attention->score));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), chip);
  gtk_box_append (GTK_BOX (texts), create_text (title, NULL));
  gtk_box_append (GTK_BOX (texts), create_text (reasons, "secondary"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), texts);
  if (alert != NULL)
    {
      GtkWidget *alert_label = gtk_label_new (alert);

      gtk_widget_add_css_class (alert_label, "alert");
      gtk_box_append (GTK_BOX (box), alert_label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  g_object_set_data_full (G_OBJECT (row), "description", g_strdup (description), g_free);

  return row;
}

/* A row that would say the same stays, and with it the keyboard focus. */
static void
show_row (GeoatAttentionList *self, int position, const GeoatAttention *attention)
{
  GtkListBoxRow *old = gtk_list_box_get_row_at_index (self->list, position);
  g_autofree char *description = describe (self, attention);

  if (old != NULL && g_str_equal (g_object_get_data (G_OBJECT (old), "description"), description))
    return;

  if (old != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  gtk_list_box_insert (self->list, create_row (self, attention, description), position);
}

static void
row_activated_cb (GeoatAttentionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
more_cb (GeoatAttentionList *self)
{
  self->show_all = !self->show_all;
  geoat_attention_list_update (self, self->perspective);
}

static void
geoat_attention_list_dispose (GObject *object)
{
  GeoatAttentionList *self = GEOAT_ATTENTION_LIST (object);

  g_clear_object (&self->perspective);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_attention_list_parent_class)->dispose (object);
}

static void
geoat_attention_list_class_init (GeoatAttentionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_attention_list_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-attention-list.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatAttentionList, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatAttentionList, list);
  gtk_widget_class_bind_template_child (widget_class, GeoatAttentionList, empty);
  gtk_widget_class_bind_template_child (widget_class, GeoatAttentionList, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
geoat_attention_list_init (GeoatAttentionList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_attention_list_new:
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
geoat_attention_list_new (void)
{
  return g_object_new (GEOAT_TYPE_ATTENTION_LIST, NULL);
}

/**
 * geoat_attention_list_update:
 * @self: a list
 * @perspective: what the window looks at
 *
 * Shows where attention is needed as the plan is now.
 */
void
geoat_attention_list_update (GeoatAttentionList *self, GeoatPerspective *perspective)
{
  g_autoptr (GArray) ranked = NULL;
  GtkListBoxRow *row;
  guint n_shown;
  GDate today;

  g_return_if_fail (GEOAT_IS_ATTENTION_LIST (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));

  g_set_object (&self->perspective, perspective);
  geoat_perspective_get_today (perspective, &today);
  ranked = geoat_attention_rank (geoat_perspective_get_plan (perspective),
                                 geoat_perspective_get_round (perspective), &today);
  n_shown = self->show_all ? ranked->len : MIN (ranked->len, N_SHORT);

  for (guint i = 0; i < n_shown; i++)
    show_row (self, (int) i, &g_array_index (ranked, GeoatAttention, i));
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_shown)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  gtk_label_set_text (
      self->empty,
      geoat_scores_get_plan_score (geoat_perspective_get_scores (perspective))->total == 0
          ? _ ("There is no indicator yet. Choose a key element and add the first one.")
          : _ ("Nothing: every indicator is assessed and none is low, no activity is overdue."));
  gtk_widget_set_visible (self->more, ranked->len > N_SHORT);
  gtk_button_set_label (GTK_BUTTON (self->more),
                        self->show_all ? _ ("Show Fewer") : _ ("Show All"));
}
