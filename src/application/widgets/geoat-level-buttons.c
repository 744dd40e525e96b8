/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The GEOAT evaluation scale of one entry.
 *
 * How it works: the buttons never keep a level of their own. A click or a key asks the history for
 * a level, and the rating that the entry then has is shown. To the keyboard the group is one stop
 * of Tab, as radio buttons are; arrows move the focus inside it and leave the rating alone, so that
 * nobody rates by walking past. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-level-buttons.h"

#define N_BUTTONS (GEOAT_N_LEVELS + 1)

struct _GeoatLevelButtons
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_BUTTONS];
  GeoatPerspective *perspective;
  GeoatEntry *entry;
};

G_DEFINE_FINAL_TYPE (GeoatLevelButtons, geoat_level_buttons, GTK_TYPE_WIDGET)

static GeoatLevel
get_button_level (int position)
{
  return position < GEOAT_N_LEVELS ? position : GEOAT_LEVEL_NOT_APPLICABLE;
}

static int
find_button (GeoatLevel level)
{
  if (geoat_level_is_rated (level))
    return level;
  return level == GEOAT_LEVEL_NOT_APPLICABLE ? GEOAT_N_LEVELS : -1;
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static const GeoatRating *
get_rating (GeoatLevelButtons *self)
{
  return geoat_entry_get_rating (self->entry, geoat_perspective_get_round (self->perspective));
}

static void
update (GeoatLevelButtons *self)
{
  const GeoatRating *rating = get_rating (self);
  GeoatLevel level = rating != NULL ? geoat_rating_get_level (rating) : GEOAT_LEVEL_NOT_ASSESSED;
  gboolean carried = rating != NULL && geoat_rating_get_carried (rating);
  int chosen = find_button (level);

  for (int i = 0; i < N_BUTTONS; i++)
    {
      gboolean active = i == chosen;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), active);
      set_css_class (self->buttons[i], "carried", active && carried);
      gtk_accessible_update_state (
          GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_STATE_CHECKED,
          active ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  set_css_class (GTK_WIDGET (self), "not-assessed", chosen < 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen < 0 ? _ ("Not yet assessed.")
                                  : carried  ? _ ("Carried from the round before.")
                                             : "",
                                  -1);
}

static void
update_sensitive (GeoatLevelButtons *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), geoat_perspective_get_can_rate (self->perspective));
}

static void
rate (GeoatLevelButtons *self, GeoatLevel level)
{
  int position = find_button (level);

  if (self->entry == NULL || !geoat_perspective_get_can_rate (self->perspective))
    return;
  geoat_history_set_level (geoat_perspective_get_history (self->perspective), self->entry, level);
  update (self);
  if (position >= 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->buttons[position]);
}

static void
clicked_cb (GeoatLevelButtons *self, GtkWidget *button)
{
  for (int i = 0; i < N_BUTTONS; i++)
    if (button == self->buttons[i])
      rate (self, get_button_level (i));
}

static gboolean
key_pressed_cb (GeoatLevelButtons *self, guint keyval, guint keycode, GdkModifierType state)
{
  GeoatLevel level;

  if (self->entry == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_Delete) &&
      (state & gtk_accelerator_get_default_mod_mask ()) == 0)
    level = GEOAT_LEVEL_NOT_ASSESSED;
  else if (!geoat_level_from_key (keyval, keycode, state, &level))
    return GDK_EVENT_PROPAGATE;
  rate (self, level);
  return GDK_EVENT_STOP;
}

static void
round_cb (GeoatLevelButtons *self, GeoatRound *round)
{
  if (round == geoat_perspective_get_round (self->perspective))
    update (self);
}

static GtkWidget *
create_button (GeoatLevelButtons *self, int position)
{
  GeoatLevel level = get_button_level (position);
  g_autofree char *level_class = NULL;
  GtkWidget *button =
      g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, "label",
                    geoat_screen_text_for_level (level), NULL);

  level_class = level == GEOAT_LEVEL_NOT_APPLICABLE ? g_strdup ("level-na")
                                                    : g_strdup_printf ("level-%d", level);
  gtk_widget_add_css_class (button, level_class);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  return button;
}

static gboolean
move_focus (GeoatLevelButtons *self, int from, int step)
{
  int to = from + step;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    to = from - step;
  if (to >= 0 && to < N_BUTTONS)
    gtk_widget_grab_focus (self->buttons[to]);
  return TRUE;
}

/* The button of the level, else the first. */
static gboolean
focus_chosen (GeoatLevelButtons *self)
{
  const GeoatRating *rating = get_rating (self);
  int chosen = rating != NULL ? find_button (geoat_rating_get_level (rating)) : 0;

  return gtk_widget_grab_focus (self->buttons[chosen]);
}

static gboolean
geoat_level_buttons_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GeoatLevelButtons *self = GEOAT_LEVEL_BUTTONS (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int from = -1;

  for (int i = 0; i < N_BUTTONS; i++)
    if (focus != NULL && self->buttons[i] == focus)
      from = i;
  if (from < 0 && self->entry != NULL)
    return focus_chosen (self);
  if (direction == GTK_DIR_LEFT)
    return move_focus (self, from, -1);
  if (direction == GTK_DIR_RIGHT)
    return move_focus (self, from, 1);
  return FALSE;
}

static gboolean
geoat_level_buttons_grab_focus (GtkWidget *widget)
{
  GeoatLevelButtons *self = GEOAT_LEVEL_BUTTONS (widget);

  if (self->entry == NULL || !gtk_widget_is_sensitive (widget))
    return FALSE;
  return focus_chosen (self);
}

static void
geoat_level_buttons_dispose (GObject *object)
{
  GeoatLevelButtons *self = GEOAT_LEVEL_BUTTONS (object);

  geoat_level_buttons_unbind (self);
  for (int i = 0; i < N_BUTTONS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_level_buttons_parent_class)->dispose (object);
}

static void
geoat_level_buttons_class_init (GeoatLevelButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_level_buttons_dispose;
  widget_class->focus = geoat_level_buttons_focus;
  widget_class->grab_focus = geoat_level_buttons_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "levelbuttons");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
geoat_level_buttons_init (GeoatLevelButtons *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  for (int i = 0; i < N_BUTTONS; i++)
    self->buttons[i] = create_button (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("GEOAT evaluation scale"), -1);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * geoat_level_buttons_new:
 *
 * Returns: (transfer floating): buttons that show no entry yet
 */
GtkWidget *
geoat_level_buttons_new (void)
{
  return g_object_new (GEOAT_TYPE_LEVEL_BUTTONS, NULL);
}

/**
 * geoat_level_buttons_bind:
 * @self: the buttons
 * @perspective: says which round is shown
 * @entry: the entry to show and rate
 */
void
geoat_level_buttons_bind (GeoatLevelButtons *self, GeoatPerspective *perspective, GeoatEntry *entry)
{
  GeoatFramework *framework;
  const char *language = geoat_perspective_get_screen_language ();

  g_return_if_fail (GEOAT_IS_LEVEL_BUTTONS (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));

  geoat_level_buttons_unbind (self);
  self->perspective = g_object_ref (perspective);
  self->entry = g_object_ref (entry);
  framework = geoat_perspective_get_framework (perspective);
  for (int i = 0; i < N_BUTTONS; i++)
    {
      GeoatLevel level = get_button_level (i);
      const char *name = geoat_framework_get_level_name (framework, level, language);
      const char *meaning = geoat_framework_get_level_meaning (framework, level, language);
      /* Translators: a level's digit and its name, such as 3 · Moderate implementation */
      g_autofree char *text =
          g_strdup_printf (C_ ("level", "%s · %s"), geoat_screen_text_for_level (level), name);
      g_autofree char *tooltip = g_strconcat (text, "\n", meaning, NULL);

      geoat_accessible_set_name (self->buttons[i], text);
      gtk_widget_set_tooltip_text (self->buttons[i], tooltip);
      geoat_accessible_set_description (self->buttons[i], meaning); /* without the name once more */
    }
  g_signal_connect_swapped (entry, "rating-changed", G_CALLBACK (round_cb), self);
  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (update), self);
  g_signal_connect_swapped (perspective, "notify::can-rate", G_CALLBACK (update_sensitive), self);
  update (self);
  update_sensitive (self);
}

/**
 * geoat_level_buttons_unbind:
 * @self: the buttons
 *
 * Lets go of the entry.
 */
void
geoat_level_buttons_unbind (GeoatLevelButtons *self)
{
  g_return_if_fail (GEOAT_IS_LEVEL_BUTTONS (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->perspective != NULL)
    g_signal_handlers_disconnect_by_data (self->perspective, self);
  g_clear_object (&self->entry);
  g_clear_object (&self->perspective);
}
