/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat new: a plan with one open round, empty or with the starter indicators. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-file.h"
#include "geoat-history.h"
#include "geoat-plan-writer.h"
#include "geoat-command.h"
#include "geoat-input.h"
#include "geoat-output.h"

static gboolean
write_plan (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  return geoat_plan_write (data, stream, cancellable, error);
}

static int
make (const GeoatCommandInput *input,
      const char *administration_argument,
      const char *title_argument,
      gboolean starter)
{
  const char *file = input->files[0];
  g_autofree char *administration = geoat_command_get_text (administration_argument);
  g_autofree char *title = geoat_command_get_text (title_argument);
  const char *tag = geoat_language_get_tag (input->language);
  g_autofree char *year = g_strdup_printf ("%u", (guint) g_date_get_year (&input->today));
  g_autofree char *round_title =
      geoat_language_format (input->language, "round.new_title", "year", year, NULL);
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  plan = geoat_plan_new (geoat_framework_get_default (), tag, administration, title, round_title,
                         &input->today);
  if (starter)
    {
      g_autoptr (GeoatHistory) history = geoat_history_new (plan);

      geoat_history_add_starters (history);
    }

  if (!geoat_file_write (file, GEOAT_FILE_CREATE, NULL, write_plan, plan, NULL, NULL, &error))
    {
      geoat_output_error (file, error);
      return GEOAT_EXIT_FAILED;
    }
  return GEOAT_EXIT_DONE;
}

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GeoatCommandInput) input = { NULL };
  g_autofree char *administration = NULL;
  g_autofree char *title = NULL;
  gboolean starter = FALSE;
  const GOptionEntry entries[] = {
    { "administration", 'a', 0, G_OPTION_ARG_FILENAME, &administration,
      N_ ("The name of the administration"), N_ ("NAME") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &title, N_ ("The title of the plan"), N_ ("TEXT") },
    { "starter", 's', 0, G_OPTION_ARG_NONE, &starter,
      N_ ("Begin with the starter indicators of every key element"), NULL },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &input.language_text,
      N_ ("The language of the plan, such as “en”; English if left out"), N_ ("LANGUAGE") },
    GEOAT_COMMAND_TODAY_ENTRY (&input),
    GEOAT_COMMAND_FILES_ENTRY (&input),
    { NULL },
  };
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (!input.files || !input.files[0] || g_str_equal (input.files[0], GEOAT_INPUT_STANDARD))
    return geoat_command_usage (command, "%s", _ ("which file is to be made?"));
  if (input.files[1])
    return geoat_command_usage (command, "%s", _ ("one file at a time"));
  if (!geoat_command_check_options (command, &input, &status))
    return status;
  if (!input.language)
    input.language = geoat_language_get ("en");

  return make (&input, administration, title, starter);
}

const GeoatCommand geoat_command_new = {
  .name = "new",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Make a plan with one open round"),
  .description = N_ ("An existing file is never overwritten. The starter indicators are this "
                     "project's own, not the official\nones of the GEOAT."),
  .run = run,
};
