/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The values of the GEOAT evaluation scale. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-level.h"

/* In the order of the enumeration, which starts at GEOAT_LEVEL_NOT_ASSESSED. */
static const char *const names[] = { "", "na", "0", "1", "2", "3", "4", "5" };

GType
geoat_level_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { GEOAT_LEVEL_NOT_ASSESSED, "GEOAT_LEVEL_NOT_ASSESSED", "not-assessed" },
        { GEOAT_LEVEL_NOT_APPLICABLE, "GEOAT_LEVEL_NOT_APPLICABLE", "not-applicable" },
        { GEOAT_LEVEL_0, "GEOAT_LEVEL_0", "0" },
        { GEOAT_LEVEL_1, "GEOAT_LEVEL_1", "1" },
        { GEOAT_LEVEL_2, "GEOAT_LEVEL_2", "2" },
        { GEOAT_LEVEL_3, "GEOAT_LEVEL_3", "3" },
        { GEOAT_LEVEL_4, "GEOAT_LEVEL_4", "4" },
        { GEOAT_LEVEL_5, "GEOAT_LEVEL_5", "5" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("GeoatLevel", values));
    }

  return type;
}

/**
 * geoat_level_is_valid:
 * @level: any number
 *
 * Whether @level is one that a rating can have: N/A or 0 to 5. "Not yet assessed" is none.
 */
gboolean
geoat_level_is_valid (int level)
{
  return level >= GEOAT_LEVEL_NOT_APPLICABLE && level <= GEOAT_LEVEL_MAX;
}

/**
 * geoat_level_is_rated:
 * @level: a level
 *
 * Whether @level counts in a mean: 0 to 5.
 */
gboolean
geoat_level_is_rated (GeoatLevel level)
{
  return (int) level >= 0 && (int) level <= GEOAT_LEVEL_MAX;
}

/**
 * geoat_level_to_string:
 * @level: a level
 *
 * The form of a level for machines: `0` to `5`, `na`, and nothing for "not yet assessed".
 *
 * Returns: (transfer none): a constant
 */
const char *
geoat_level_to_string (GeoatLevel level)
{
  g_return_val_if_fail ((int) level >= GEOAT_LEVEL_NOT_ASSESSED && (int) level <= GEOAT_LEVEL_MAX,
                        "");

  return names[level - GEOAT_LEVEL_NOT_ASSESSED];
}

/**
 * geoat_level_from_string:
 * @text: what geoat_level_to_string() gives
 * @level: (out): the level; untouched when there is none
 *
 * Returns: %FALSE when @text is no level
 */
gboolean
geoat_level_from_string (const char *text, GeoatLevel *level)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (level != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text))
      {
        *level = (GeoatLevel) ((int) i + GEOAT_LEVEL_NOT_ASSESSED);
        return TRUE;
      }

  return FALSE;
}

/**
 * geoat_level_get_mark:
 * @level: a level
 *
 * Returns: the level as it stands in a table: "0" to "5", "N/A", or "" when nobody has assessed it
 */
const char *
geoat_level_get_mark (GeoatLevel level)
{
  static const char *const digits[GEOAT_N_LEVELS] = { "0", "1", "2", "3", "4", "5" };

  if (level == GEOAT_LEVEL_NOT_ASSESSED)
    return "";
  return level == GEOAT_LEVEL_NOT_APPLICABLE ? "N/A" : digits[level];
}
