/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types a letter every few milliseconds into a plan with a recovery, until it is killed. Prints,
 * for each letter, the time at which it was typed, in microseconds. */

#include <stdio.h>

#include "geoat-recovery.h"
#include "plan-fixture.h"

#define PAUSE 5 /* milliseconds */

static gboolean
type_cb (gpointer data)
{
  GeoatDocument *document = data;
  GeoatItem *entry = GEOAT_ITEM (geoat_plan_get_entry (geoat_document_get_plan (document), 0));
  g_autofree char *text = g_strconcat (geoat_item_get_text (entry, GEOAT_FIELD_NOTES), "x", NULL);

  geoat_history_set_text (geoat_document_get_history (document), entry, GEOAT_FIELD_NOTES, text);
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  fflush (stdout);
  return G_SOURCE_CONTINUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatDocument) document = geoat_document_new (plan);
  g_autoptr (GeoatRecovery) recovery = geoat_recovery_new (document);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  for (guint i = 0; i < 200; i++)
    plan_fixture_add (geoat_document_get_history (document), "1A", GEOAT_LEVEL_3);
  g_timeout_add (PAUSE, type_cb, document);
  g_main_loop_run (loop);
  return 0;
}
