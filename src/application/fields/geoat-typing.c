/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters go straight to the text that is typed into.
 *
 * How it works: GTK offers each key to the accelerators of the application and to every widget
 * between the window and the focus, first downwards, then upwards: some thirty of them in a form. A
 * letter means nothing to any of them while a text has the focus, so the window hands it over at
 * once. What the text does not take, and all other keys, go the usual way. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-field.h"
#include "geoat-typing.h"

static gboolean
is_letter (guint keyval, GdkModifierType state)
{
  const GdkModifierType command =
      GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK;

  return (state & command) == 0 && g_unichar_isprint (gdk_keyval_to_unicode (keyval));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkRoot *root)
{
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || !GEOAT_IS_TEXT_FIELD (gtk_widget_get_parent (focus)) ||
      !gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)) || !is_letter (keyval, state))
    return GDK_EVENT_PROPAGATE;
  return gtk_event_controller_key_forward (controller, focus);
}

/**
 * geoat_typing_add_to:
 * @window: a window
 *
 * Hands what is typed over to the #GeoatTextField that has the focus, when one has it.
 */
void
geoat_typing_add_to (GtkWidget *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, controller);
}
