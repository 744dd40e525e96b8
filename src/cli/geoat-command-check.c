/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat check: is it a valid plan? */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-plan-reader.h"
#include "geoat-command.h"
#include "geoat-input.h"
#include "geoat-output.h"

/* Whether the file is a valid plan; every problem is printed. */
static gboolean
check (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = geoat_input_read (name, &error);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *line = NULL;

  if (!bytes)
    {
      geoat_output_error (name, error);
      return FALSE;
    }

  problems = geoat_plan_check (bytes);
  for (guint i = 0; i < problems->len; i++)
    {
      const GeoatProblem *problem = g_ptr_array_index (problems, i);

      geoat_output_problem (name, problem->place, problem->message);
    }
  if (problems->len >= GEOAT_PLAN_MAX_PROBLEMS)
    {
      g_autofree char *stopped =
          g_strdup_printf (ngettext ("counting stops here, at %u problem",
                                     "counting stops here, at %u problems", problems->len),
                           problems->len);

      geoat_output_problem (name, NULL, stopped);
    }
  if (problems->len > 0)
    return FALSE;

  line = g_strdup_printf (_ ("%s: a valid plan\n"), display_name);
  geoat_output_print (line);
  return TRUE;
}

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, NULL },
    { NULL },
  };
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (!files || !files[0])
    return geoat_command_usage (command, "%s", _ ("which file? “-” stands for standard input"));

  for (gsize i = 0; files[i]; i++)
    {
      if (!check (files[i]))
        status = GEOAT_EXIT_FAILED;
    }
  return status;
}

const GeoatCommand geoat_command_check = {
  .name = "check",
  .arguments = N_ ("FILE…"),
  .summary = N_ ("Tell whether files are valid plans"),
  .description = N_ ("Every problem of every file is one line on standard error: the file, the "
                     "place in it, and what is\nwrong there. Files are never changed. “-” stands "
                     "for standard input."),
  .run = run,
};
