/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One indicator over the rounds. Rows are taken again for other indicators while the list scrolls.
 * The texts of the two compared rounds stand side by side, and only where there is something to
 * tell: a reason, or current activities that were worded differently. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-progress-row.h"

#include "geoat-move.h"

#include "geoat-accessible.h"
#include "geoat-screen-text.h"

#include <glib/gi18n.h>

struct _GeoatProgressRow
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *indicator;
  GtkLabel *move;
  GtkWidget *confirm;
  GtkLabel *levels;
  GtkWidget *texts;
  GtkLabel *before;
  GtkLabel *now;

  GeoatPerspective *perspective;
  GeoatEntry *entry;
  gulong notify_handler;
  gulong rating_handler;
};

G_DEFINE_FINAL_TYPE (GeoatProgressRow, geoat_progress_row, GTK_TYPE_WIDGET)

static char *
format_rise (GeoatEntry *entry, GeoatRound *from, GeoatRound *to)
{
  int difference =
      (int) geoat_entry_get_level (entry, to) - (int) geoat_entry_get_level (entry, from);

  if (difference > 0)
    /* Translators: an indicator has reached a higher level; how many levels */
    return g_strdup_printf (ngettext ("▲ rose by %d", "▲ rose by %d", difference), difference);

  /* Translators: an indicator has gone to a lower level; how many levels */
  return g_strdup_printf (ngettext ("▼ fell by %d", "▼ fell by %d", -difference), -difference);
}

static char *
format_move (GeoatEntry *entry, GeoatRound *from, GeoatRound *to)
{
  switch (geoat_move_get (entry, from, to))
    {
    case GEOAT_MOVE_ROSE:
    case GEOAT_MOVE_FELL:
      return format_rise (entry, from, to);
    case GEOAT_MOVE_NEW:
      return g_strdup (_ ("newly assessed"));
    case GEOAT_MOVE_SWITCHED:
      return g_strdup (geoat_level_is_rated (geoat_entry_get_level (entry, to))
                           ? _ ("applicable now")
                           : _ ("no longer applicable"));
    case GEOAT_MOVE_SAME:
      return g_strdup (_ ("the same"));
    case GEOAT_MOVE_CARRIED:
      return g_strdup (_ ("carried, not confirmed"));
    case GEOAT_MOVE_OPEN:
    default:
      return g_strdup (_ ("not yet assessed"));
    }
}

static char *
format_levels (GeoatProgressRow *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < geoat_plan_get_n_rounds (plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (plan, i);
      const GeoatRating *rating = geoat_entry_get_rating (self->entry, round);
      const char *level = geoat_screen_text_for_level (geoat_entry_get_level (self->entry, round));
      const char *title = geoat_round_get_title (round);
      g_autofree char *part = NULL;

      if (!geoat_entry_is_in_round (self->entry, round))
        continue;

      if (rating != NULL && geoat_rating_get_carried (rating))
        /* Translators: title of a round, and the level in it, which is only carried */
        part = g_markup_printf_escaped (_ ("%s <b>%s</b> (carried)"), title, level);
      else
        /* Translators: title of a round, and the level in it */
        part = g_markup_printf_escaped (C_ ("level of a round", "%s <b>%s</b>"), title, level);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "  →  ", part);
    }

  return g_string_free (text, FALSE);
}

/* What is known of a round: the reason, and the wording where it differs from the other round. */
static char *
format_texts (GeoatProgressRow *self, GeoatRound *round, gboolean with_wording)
{
  const GeoatRating *rating = geoat_entry_get_rating (self->entry, round);
  const char *reason = rating == NULL ? "" : geoat_rating_get_reason (rating);
  const char *wording = with_wording ? geoat_move_get_wording (self->entry, round) : NULL;
  GString *text = g_string_new (NULL);

  if (*reason == '\0' && wording == NULL)
    return g_string_free (text, FALSE);

  g_string_append (text, geoat_round_get_title (round));
  if (*reason != '\0')
    {
      /* Translators: why an indicator was given its level */
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Reason: %s"), reason);
    }
  if (wording != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Current activities: %s"),
                              *wording == '\0' ? _ ("none") : wording);
    }

  return g_string_free (text, FALSE);
}

static void
update_texts (GeoatProgressRow *self, GeoatRound *from, GeoatRound *to)
{
  gboolean with_wording = from != NULL && geoat_move_changes_wording (self->entry, from, to);
  g_autofree char *before = from == NULL ? g_strdup ("") : format_texts (self, from, with_wording);
  g_autofree char *now = format_texts (self, to, with_wording);

  gtk_label_set_text (self->before, before);
  gtk_label_set_text (self->now, now);
  gtk_widget_set_visible (self->texts, *before != '\0' || *now != '\0');
}

static void
update (GeoatProgressRow *self)
{
  GeoatRound *from = geoat_perspective_get_compare (self->perspective);
  GeoatRound *to = geoat_perspective_get_round (self->perspective);
  const GeoatRating *rating = geoat_entry_get_rating (self->entry, to);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *title = NULL;
  g_autofree char *levels = format_levels (self);
  g_autofree char *move = from == NULL ? g_strdup ("") : format_move (self->entry, from, to);

  /* Translators: id of a key element, and an indicator */
  title = g_strdup_printf (C_ ("indicator", "%s  %s"), geoat_entry_get_key_element (self->entry),
                           geoat_entry_get_wording (self->entry, to, GEOAT_FIELD_INDICATOR));
  gtk_label_set_text (self->indicator, title);
  gtk_label_set_text (self->move, move);
  gtk_label_set_markup (self->levels, levels);
  gtk_widget_set_visible (self->confirm, rating != NULL && geoat_rating_get_carried (rating) &&
                                             geoat_perspective_get_can_rate (self->perspective));
  update_texts (self, from, to);

  if (list_row != NULL)
    {
      /* Translators: an indicator as a screen reader says it: its text, its levels, what happened
       */
      g_autofree char *name =
          g_strdup_printf (_ ("%s: %s, %s"), title, gtk_label_get_text (self->levels), move);

      geoat_accessible_set_name (list_row, name);
    }
}

/* The same level, set by somebody, is no longer carried. */
static void
confirm_cb (GeoatProgressRow *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);

  geoat_history_set_level (geoat_perspective_get_history (self->perspective), self->entry,
                           geoat_entry_get_level (self->entry, round));
}

static void
geoat_progress_row_dispose (GObject *object)
{
  GeoatProgressRow *self = GEOAT_PROGRESS_ROW (object);

  geoat_progress_row_unbind (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_progress_row_parent_class)->dispose (object);
}

static void
geoat_progress_row_class_init (GeoatProgressRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_progress_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-progress-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, indicator);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, move);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, confirm);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, levels);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, texts);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, before);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressRow, now);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
geoat_progress_row_init (GeoatProgressRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->confirm, _ ("Confirm the level that was carried"));
}

/**
 * geoat_progress_row_new:
 *
 * Returns: (transfer floating): a row without an indicator
 */
GtkWidget *
geoat_progress_row_new (void)
{
  return g_object_new (GEOAT_TYPE_PROGRESS_ROW, NULL);
}

/**
 * geoat_progress_row_bind:
 * @self: a row
 * @perspective: what the window looks at
 * @entry: an entry of its plan
 *
 * Shows @entry.
 */
void
geoat_progress_row_bind (GeoatProgressRow *self, GeoatPerspective *perspective, GeoatEntry *entry)
{
  g_return_if_fail (GEOAT_IS_PROGRESS_ROW (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));

  geoat_progress_row_unbind (self);
  self->perspective = g_object_ref (perspective);
  self->entry = g_object_ref (entry);
  self->notify_handler = g_signal_connect_swapped (entry, "notify", G_CALLBACK (update), self);
  self->rating_handler =
      g_signal_connect_swapped (entry, "rating-changed", G_CALLBACK (update), self);
  update (self);
}

/**
 * geoat_progress_row_unbind:
 * @self: a row
 *
 * Lets go of the indicator.
 */
void
geoat_progress_row_unbind (GeoatProgressRow *self)
{
  g_return_if_fail (GEOAT_IS_PROGRESS_ROW (self));

  if (self->entry != NULL)
    {
      g_clear_signal_handler (&self->notify_handler, self->entry);
      g_clear_signal_handler (&self->rating_handler, self->entry);
    }
  g_clear_object (&self->entry);
  g_clear_object (&self->perspective);
}
