/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rating of an entry in an open form. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-column-field.h"
#include "geoat-column-heading.h"
#include "geoat-flat-snapshot.h"
#include "geoat-focus.h"
#include "geoat-screen-text.h"
#include "geoat-level-buttons.h"
#include "geoat-level-field.h"
#include "geoat-level-meanings.h"
#include "geoat-wrap-layout.h"

struct _GeoatLevelField
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *line;
  GtkWidget *buttons;
  GtkWidget *name;
  GtkWidget *meaning;
  GtkWidget *before;
  GtkWidget *confirm;
  GtkWidget *meanings;
  GtkWidget *reason;

  GeoatPerspective *perspective;
  GeoatEntry *entry;
};

G_DEFINE_FINAL_TYPE (GeoatLevelField, geoat_level_field, GTK_TYPE_WIDGET)

static GeoatFramework *
get_framework (GeoatLevelField *self)
{
  return geoat_perspective_get_framework (self->perspective);
}

static char *
get_before_text (GeoatLevelField *self)
{
  GeoatRound *before = geoat_perspective_get_round_before (self->perspective);
  const GeoatRating *rating = before != NULL ? geoat_entry_get_rating (self->entry, before) : NULL;

  if (rating == NULL)
    return g_strdup ("");
  /* Translators: the title of an earlier round and the level then, such as Baseline 2024: 1 */
  return g_strdup_printf (C_ ("level", "%s: %s"), geoat_round_get_title (before),
                          geoat_screen_text_for_level (geoat_rating_get_level (rating)));
}

static void
show_meaning (GeoatLevelField *self, const GeoatRating *rating)
{
  const char *language = geoat_perspective_get_screen_language ();
  g_autofree char *name = NULL;
  GeoatLevel level;

  if (rating == NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->name), _ ("Not yet assessed"));
      gtk_label_set_text (GTK_LABEL (self->meaning),
                          _ ("Choose the level that describes the practice today."));
      return;
    }
  level = geoat_rating_get_level (rating);
  name = g_strdup_printf (C_ ("level", "%s · %s"), geoat_screen_text_for_level (level),
                          geoat_framework_get_level_name (get_framework (self), level, language));
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->meaning),
                      geoat_framework_get_level_meaning (get_framework (self), level, language));
}

static void
update (GeoatLevelField *self)
{
  const GeoatRating *rating =
      geoat_entry_get_rating (self->entry, geoat_perspective_get_round (self->perspective));
  gboolean can_rate = geoat_perspective_get_can_rate (self->perspective);
  gboolean carried = rating != NULL && geoat_rating_get_carried (rating);
  gboolean needs_reason =
      rating != NULL && geoat_rating_get_level (rating) == GEOAT_LEVEL_NOT_APPLICABLE;
  g_autofree char *before = get_before_text (self);
  g_autofree char *text = NULL;

  show_meaning (self, rating);
  if (carried)
    /* Translators: %s is such as Baseline 2024: 1 */
    text = g_strdup_printf (_ ("%s, carried over"), before);
  gtk_label_set_text (GTK_LABEL (self->before), text != NULL ? text : before);
  gtk_widget_set_visible (self->before, before[0] != '\0');
  gtk_widget_set_visible (self->confirm, carried && can_rate);
  gtk_widget_set_visible (self->reason, rating != NULL);
  geoat_column_field_set_heading (
      GEOAT_COLUMN_FIELD (self->reason),
      needs_reason ? _ ("Reason why it is not applicable") : _ ("Reason (optional)"), NULL);
  geoat_text_field_set_editable (
      geoat_column_field_get_text_field (GEOAT_COLUMN_FIELD (self->reason)), can_rate);
}

static void
round_cb (GeoatLevelField *self)
{
  geoat_text_field_bind_reason (
      geoat_column_field_get_text_field (GEOAT_COLUMN_FIELD (self->reason)),
      geoat_perspective_get_history (self->perspective), self->entry,
      geoat_perspective_get_round (self->perspective));
  update (self);
}

static void
confirm_cb (GeoatLevelField *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);

  geoat_history_set_level (geoat_perspective_get_history (self->perspective), self->entry,
                           geoat_entry_get_level (self->entry, round));
  gtk_widget_grab_focus (self->buttons);
}

static void
meanings_cb (GeoatLevelField *self)
{
  geoat_level_meanings_popup (self->meanings, get_framework (self));
}

static gboolean
geoat_level_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GEOAT_LEVEL_FIELD (widget)->buttons);
}

static void
geoat_level_field_dispose (GObject *object)
{
  GeoatLevelField *self = GEOAT_LEVEL_FIELD (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->perspective != NULL)
    g_signal_handlers_disconnect_by_data (self->perspective, self);
  g_clear_object (&self->entry);
  g_clear_object (&self->perspective);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);
  g_clear_pointer (&self->reason, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_level_field_parent_class)->dispose (object);
}

static void
geoat_level_field_class_init (GeoatLevelFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_level_field_dispose;
  widget_class->focus = geoat_focus_children;
  widget_class->snapshot = geoat_flat_snapshot;
  widget_class->grab_focus = geoat_level_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "levelfield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
geoat_level_field_init (GeoatLevelField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autoptr (GtkSizeGroup) heights = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->heading = geoat_column_heading_new ();
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->line, geoat_wrap_layout_new (14, 8, 200));
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->buttons = geoat_level_buttons_new ();
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->line), self->buttons);

  self->name = create_label ("level-name");
  self->meaning = create_label ("caption");
  self->before = create_label ("caption");
  gtk_box_append (GTK_BOX (texts), self->name);
  gtk_box_append (GTK_BOX (texts), self->meaning);
  gtk_box_append (GTK_BOX (texts), self->before);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self->line), texts);

  self->confirm = gtk_button_new_with_label (_ ("Still right"));
  gtk_widget_set_tooltip_text (self->confirm,
                               _ ("Keep the level that was carried over from the round before"));
  gtk_widget_set_valign (self->confirm, GTK_ALIGN_START);
  g_signal_connect_swapped (self->confirm, "clicked", G_CALLBACK (confirm_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->confirm);

  self->meanings = gtk_button_new_with_label (_ ("All Meanings"));
  gtk_widget_add_css_class (self->meanings, "flat");
  gtk_widget_set_valign (self->meanings, GTK_ALIGN_START);
  g_signal_connect_swapped (self->meanings, "clicked", G_CALLBACK (meanings_cb), self);
  gtk_box_append (GTK_BOX (self->line), self->meanings);

  /* of equal height: Tab goes from top to bottom first, by the middle of what it goes through */
  gtk_size_group_add_widget (heights, self->buttons);
  gtk_size_group_add_widget (heights, self->confirm);
  gtk_size_group_add_widget (heights, self->meanings);

  self->reason = geoat_column_field_new ();
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));
}

/**
 * geoat_level_field_new:
 *
 * Returns: (transfer floating): a field that shows no entry yet
 */
GtkWidget *
geoat_level_field_new (void)
{
  return g_object_new (GEOAT_TYPE_LEVEL_FIELD, NULL);
}

/**
 * geoat_level_field_bind:
 * @self: a field; once only
 * @perspective: says which round is shown
 * @entry: the entry to show and rate
 */
void
geoat_level_field_bind (GeoatLevelField *self, GeoatPerspective *perspective, GeoatEntry *entry)
{
  const char *language = geoat_perspective_get_screen_language ();
  int column;

  g_return_if_fail (GEOAT_IS_LEVEL_FIELD (self));
  g_return_if_fail (self->entry == NULL);

  self->perspective = g_object_ref (perspective);
  self->entry = g_object_ref (entry);
  column = geoat_framework_find_column (get_framework (self), "level");
  if (column >= 0)
    geoat_column_heading_set_text (
        GEOAT_COLUMN_HEADING (self->heading),
        geoat_framework_get_column_heading (get_framework (self), (guint) column, language),
        geoat_framework_get_column_prompt (get_framework (self), (guint) column, language));
  geoat_level_buttons_bind (GEOAT_LEVEL_BUTTONS (self->buttons), perspective, entry);
  g_signal_connect_swapped (entry, "rating-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (round_cb), self);
  g_signal_connect_swapped (perspective, "notify::can-rate", G_CALLBACK (update), self);
  round_cb (self);
}
