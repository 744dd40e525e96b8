/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-application.h"

#include <glib/gi18n.h>

int
main (int argc, char *argv[])
{
  g_autoptr (GeoatApplication) application = NULL;

  bindtextdomain (GETTEXT_PACKAGE, GEOAT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_ ("GEOAT Planner"));
  application = geoat_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
