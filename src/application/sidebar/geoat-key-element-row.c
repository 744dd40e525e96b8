/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key element in the sidebar. For a screen reader the row is one thing with one name, which says
 * what the ring and the chip show. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-key-element-row.h"

#include "geoat-language.h"

#include "geoat-coverage-ring.h"
#include "geoat-perspective.h"
#include "geoat-score-chip.h"

#include <glib/gi18n.h>

struct _GeoatKeyElementRow
{
  GtkListBoxRow parent_instance;

  GeoatCoverageRing *ring;
  GtkLabel *letter;
  GtkLabel *name;
  GeoatScoreChip *chip;

  GeoatFramework *framework;
  guint key_element;
};

G_DEFINE_FINAL_TYPE (GeoatKeyElementRow, geoat_key_element_row, GTK_TYPE_LIST_BOX_ROW)

static void
geoat_key_element_row_dispose (GObject *object)
{
  GeoatKeyElementRow *self = GEOAT_KEY_ELEMENT_ROW (object);

  g_clear_object (&self->framework);

  G_OBJECT_CLASS (geoat_key_element_row_parent_class)->dispose (object);
}

static void
geoat_key_element_row_class_init (GeoatKeyElementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_key_element_row_dispose;

  g_type_ensure (GEOAT_TYPE_COVERAGE_RING);
  g_type_ensure (GEOAT_TYPE_SCORE_CHIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-key-element-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementRow, ring);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementRow, letter);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementRow, name);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementRow, chip);
}

static void
geoat_key_element_row_init (GeoatKeyElementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_key_element_row_new:
 * @framework: a framework
 * @key_element: the 0-based position of a key element
 *
 * The widget's name is the id of the key element ("2B").
 *
 * Returns: (transfer floating): a new row, without a score
 */
GtkWidget *
geoat_key_element_row_new (GeoatFramework *framework, guint key_element)
{
  GeoatKeyElementRow *self = g_object_new (GEOAT_TYPE_KEY_ELEMENT_ROW, NULL);
  guint principle = geoat_framework_get_key_element_principle (framework, key_element);
  const char *principle_id = geoat_framework_get_principle_id (framework, principle);
  const char *id = geoat_framework_get_key_element_id (framework, key_element);
  const char *letter = g_str_has_prefix (id, principle_id) ? id + strlen (principle_id) : id;

  self->framework = g_object_ref (framework);
  self->key_element = key_element;
  gtk_widget_set_name (GTK_WIDGET (self), id);
  gtk_label_set_text (self->letter, letter);
  gtk_label_set_text (
      self->name, geoat_framework_get_key_element_name (framework, key_element,
                                                        geoat_perspective_get_screen_language ()));

  return GTK_WIDGET (self);
}

/**
 * geoat_key_element_row_get_key_element:
 * @self: a row
 *
 * Returns: the 0-based position of its key element
 */
guint
geoat_key_element_row_get_key_element (GeoatKeyElementRow *self)
{
  g_return_val_if_fail (GEOAT_IS_KEY_ELEMENT_ROW (self), 0);

  return self->key_element;
}

/**
 * geoat_key_element_row_set_score:
 * @self: a row
 * @score: the score of its key element in the shown round
 *
 * Shows @score.
 */
void
geoat_key_element_row_set_score (GeoatKeyElementRow *self, const GeoatScore *score)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (self));
  const char *name = gtk_label_get_text (self->name);
  guint assessed = geoat_score_get_assessed (score);
  int tenths = geoat_score_get_tenths (score);
  g_autofree char *text = NULL;

  g_return_if_fail (GEOAT_IS_KEY_ELEMENT_ROW (self));

  geoat_coverage_ring_set_coverage (self->ring, assessed, score->total);
  geoat_score_chip_set_tenths (self->chip, tenths);

  if (tenths >= 0)
    {
      GeoatLanguage *language = geoat_language_get (geoat_perspective_get_screen_language ());
      g_autofree char *mean = geoat_language_format_tenths (language, tenths);

      /* Translators: a key element as a screen reader says it: "2B Career advancement, mean 2.5, 5
       * of 6 assessed" */
      text = g_strdup_printf (_ ("%s %s, mean %s, %u of %u assessed"), id, name, mean, assessed,
                              score->total);
    }
  else
    {
      /* Translators: "2B Career advancement, no score yet, 0 of 6 assessed" */
      text = g_strdup_printf (_ ("%s %s, no score yet, %u of %u assessed"), id, name, assessed,
                              score->total);
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}
