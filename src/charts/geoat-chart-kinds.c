/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of chart: a row each. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-kinds.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-chart-radar.h"

static const GeoatChartKindInfo infos[] = {
  { { "radar", N_ ("Principle scores") }, geoat_chart_radar_get_type },
};

static GeoatChartKind kinds[G_N_ELEMENTS (infos)];

/**
 * geoat_chart_get_kinds:
 * @n_kinds: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds of chart
 */
const GeoatChartKind *
geoat_chart_get_kinds (guint *n_kinds)
{
  static gsize filled = 0;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
        kinds[i] = infos[i].kind;
      g_once_init_leave (&filled, 1);
    }
  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

/**
 * geoat_chart_kind_find:
 * @id: the id of a kind
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL
 */
const GeoatChartKindInfo *
geoat_chart_kind_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (strcmp (infos[i].kind.id, id) == 0)
      return &infos[i];
  return NULL;
}
