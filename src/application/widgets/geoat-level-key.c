/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which level a key stands for. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-level-buttons.h"

/* Hardware key codes as X11 and Wayland give them on Linux. */
#define KEYCODE_1 10
#define KEYCODE_5 14
#define KEYCODE_0 19
#define KEYCODE_N 57

static gboolean
level_from_digit (guint keyval, GeoatLevel *level)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  int digit = g_unichar_digit_value (character);

  if (digit < 0)
    return FALSE;
  *level = digit;
  return TRUE;
}

/* A digit row that has no digits without Shift (AZERTY) still rates, by where the key is. */
static gboolean
level_from_position (guint keyval, guint keycode, GeoatLevel *level)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  gboolean latin =
      g_unichar_isalpha (character) && g_unichar_get_script (character) == G_UNICODE_SCRIPT_LATIN;

  if (keycode >= KEYCODE_1 && keycode <= KEYCODE_5)
    *level = (int) (keycode - KEYCODE_1) + 1;
  else if (keycode == KEYCODE_0)
    *level = GEOAT_LEVEL_0;
  else if (keycode == KEYCODE_N && !latin)
    *level = GEOAT_LEVEL_NOT_APPLICABLE;
  else
    return FALSE;
  return TRUE;
}

/**
 * geoat_level_from_key:
 * @keyval: what the key means in the keyboard's layout
 * @keycode: where the key is
 * @state: the modifiers that are held
 * @level: (out): the level
 *
 * The level that a key gives to the indicator in focus: 0 to 5, also of the keypad and in
 * Arabic-Indic digits, and N for not applicable. What the key means counts first. When it means
 * neither a digit nor, for N, a Latin letter, its position counts, so that AZERTY and Arabic
 * keyboards work without Shift and without another layout.
 *
 * Returns: %FALSE when the key gives no level
 */
gboolean
geoat_level_from_key (guint keyval, guint keycode, GdkModifierType state, GeoatLevel *level)
{
  g_return_val_if_fail (level != NULL, FALSE);

  if ((state &
       (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK)) != 0)
    return FALSE;
  if (level_from_digit (keyval, level))
    return geoat_level_is_rated (*level);
  if (keyval == GDK_KEY_n || keyval == GDK_KEY_N)
    {
      *level = GEOAT_LEVEL_NOT_APPLICABLE;
      return TRUE;
    }
  return level_from_position (keyval, keycode, level);
}
