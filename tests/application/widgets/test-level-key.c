/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rating with one key: on every keyboard the key that people expect. */

#include "config.h"

#include "geoat-level-buttons.h"

typedef struct
{
  const char *name;
  guint keyval;
  guint keycode;
  GdkModifierType state;
  gboolean rates;
  GeoatLevel level;
} Case;

static const Case cases[] = {
  { "digit", GDK_KEY_3, 12, 0, TRUE, GEOAT_LEVEL_3 },
  { "zero", GDK_KEY_0, 19, 0, TRUE, GEOAT_LEVEL_0 },
  { "keypad", GDK_KEY_KP_5, 84, 0, TRUE, GEOAT_LEVEL_5 },
  { "keypad-arrow", GDK_KEY_KP_Left, 83, 0, FALSE, 0 },
  { "azerty-without-shift", GDK_KEY_quotedbl, 12, 0, TRUE, GEOAT_LEVEL_3 },
  { "azerty-zero", GDK_KEY_agrave, 19, 0, TRUE, GEOAT_LEVEL_0 },
  { "azerty-with-shift", GDK_KEY_4, 13, GDK_SHIFT_MASK, TRUE, GEOAT_LEVEL_4 },
  { "arabic-indic", GDK_KEY_Arabic_2, 11, 0, TRUE, GEOAT_LEVEL_2 },
  { "extended-arabic-indic", GDK_KEY_Farsi_1, 10, 0, TRUE, GEOAT_LEVEL_1 },
  { "digit-elsewhere-wins", GDK_KEY_5, 11, 0, TRUE, GEOAT_LEVEL_5 },
  { "six-is-no-level", GDK_KEY_6, 15, 0, FALSE, 0 },
  { "nine-is-no-level", GDK_KEY_KP_9, 81, 0, FALSE, 0 },
  { "n", GDK_KEY_n, 57, 0, TRUE, GEOAT_LEVEL_NOT_APPLICABLE },
  { "capital-n", GDK_KEY_N, 57, GDK_SHIFT_MASK, TRUE, GEOAT_LEVEL_NOT_APPLICABLE },
  { "n-by-arabic-letter", GDK_KEY_Arabic_alefmaksura, 57, 0, TRUE, GEOAT_LEVEL_NOT_APPLICABLE },
  { "dvorak-b-where-n-is", GDK_KEY_b, 57, 0, FALSE, 0 },
  { "dvorak-n", GDK_KEY_n, 46, 0, TRUE, GEOAT_LEVEL_NOT_APPLICABLE },
  { "control", GDK_KEY_3, 12, GDK_CONTROL_MASK, FALSE, 0 },
  { "alt", GDK_KEY_n, 57, GDK_ALT_MASK, FALSE, 0 },
  { "letter", GDK_KEY_x, 53, 0, FALSE, 0 },
  { "arrow", GDK_KEY_Right, 114, 0, FALSE, 0 },
};

static void
test_key (gconstpointer data)
{
  const Case *c = data;
  GeoatLevel level = GEOAT_LEVEL_NOT_ASSESSED;
  gboolean rates = geoat_level_from_key (c->keyval, c->keycode, c->state, &level);

  g_assert_cmpint (rates, ==, c->rates);
  if (rates)
    g_assert_cmpint (level, ==, c->level);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/level-key/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_key);
    }
  return g_test_run ();
}
