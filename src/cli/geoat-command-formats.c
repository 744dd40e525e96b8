/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat formats: what a plan can be exported to. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-format.h"
#include "geoat-command.h"
#include "geoat-output.h"
#include "geoat-text-table.h"

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  const char *headings[] = { C_ ("heading", "Format"), C_ ("heading", "Name"),
                             C_ ("heading", "File"), C_ ("heading", "MIME type") };
  g_autoptr (GeoatTextTable) table = geoat_text_table_new ("llll");
  g_autofree char *text = NULL;
  const GeoatFormat *formats;
  guint n_formats;
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (files && files[0])
    return geoat_command_usage (command, "%s", _ ("this command takes no file"));

  formats = geoat_format_get_all (&n_formats);
  geoat_text_table_add (table, headings);
  geoat_text_table_add_rule (table);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autofree char *pattern = g_strconcat ("*.", formats[i].extension, NULL);
      const char *cells[] = { formats[i].id, _ (formats[i].name), pattern, formats[i].mime_type };

      geoat_text_table_add (table, cells);
    }
  text = geoat_text_table_to_text (table);
  geoat_output_print (text);

  geoat_output_print ("\n");
  for (guint i = 0; i < n_formats; i++)
    if (formats[i].lacks)
      {
        g_autofree char *parts = g_strjoinv (" ", (char **) formats[i].no_place);
        g_autofree char *line =
            g_strdup_printf ("%s: %s [%s]\n", formats[i].id, _ (formats[i].lacks), parts);

        geoat_output_print (line);
      }
  return GEOAT_EXIT_DONE;
}

const GeoatCommand geoat_command_formats = {
  .name = "formats",
  .arguments = "",
  .summary = N_ ("List the formats that a plan can be exported to"),
  .description =
      N_ ("The first column is what “geoat export --to” takes. Below the table stands what "
          "of a plan a format has\nno place for, in brackets by the names that “geoat export "
          "--leave-out” knows."),
  .run = run,
};
