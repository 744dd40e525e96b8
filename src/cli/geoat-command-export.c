/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat export: a plan in one of the formats of other people. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-sharing.h"
#include "geoat-format.h"
#include "geoat-command.h"
#include "geoat-input.h"
#include "geoat-output.h"

typedef struct
{
  const GeoatFormat *format;
  GeoatPlan *plan;
  GeoatExportOptions options;
} Export;

static gboolean
write_export (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  Export *export = data;

  return export->format->export(export->plan, &export->options, stream, cancellable, error);
}

static int
export_plan (const char *input_name, const char *output, Export *export)
{
  g_autoptr (GError) error = NULL;

  if (!output || g_str_equal (output, GEOAT_INPUT_STANDARD))
    {
      if (geoat_output_print_whole (write_export, export, &error))
        return GEOAT_EXIT_DONE;
      geoat_output_error (input_name, error);
      return GEOAT_EXIT_FAILED;
    }

  if (geoat_output_replace_file (output, input_name, write_export, export, &error))
    return GEOAT_EXIT_DONE;
  geoat_output_error (output, error);
  return GEOAT_EXIT_FAILED;
}

/* The names of what is left out, from the options. */
static GeoatSharing *
make_sharing (const GeoatCommand *command, const char *preset_id, char **names, int *status)
{
  const GeoatSharingPreset *preset = preset_id ? geoat_sharing_find_preset (preset_id) : NULL;
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (preset ? preset->left_out : NULL);

  if (preset_id && !preset)
    {
      *status = geoat_command_usage (command,
                                     _ ("“%s” is none of those it can be for: everything, network, "
                                        "management, template"),
                                     preset_id);
      return NULL;
    }
  for (gsize i = 0; names && names[i]; i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ",", -1);
      GeoatSharingKind kind;
      const char *id;

      for (gsize j = 0; j == 0 || parts[j]; j++)
        {
          if (!parts[j] || !geoat_sharing_parse_name (parts[j], &kind, &id))
            {
              *status = geoat_command_usage (command, _ ("“%s” is nothing that can be left out"),
                                             names[i]);
              return NULL;
            }
          geoat_sharing_set_left_out (sharing, kind, id, TRUE);
        }
    }
  return g_steal_pointer (&sharing);
}

/* A key element or round that the plan does not have must not pass for one that was left out. */
static gboolean
check_name (GeoatPlan *plan, GeoatSharing *sharing, const char *name, GError **error)
{
  GeoatFramework *framework = geoat_plan_get_framework (plan);
  GeoatSharingKind kind;
  const char *id;
  gboolean known = TRUE;

  if (!geoat_sharing_parse_name (name, &kind, &id))
    return TRUE;
  if (kind == GEOAT_SHARING_KEY_ELEMENT)
    known = geoat_framework_find_key_element (framework, id) >= 0;
  else if (kind == GEOAT_SHARING_PRINCIPLE)
    known = geoat_framework_find_principle (framework, id) >= 0;
  else if (kind == GEOAT_SHARING_ROUND)
    {
      GeoatRound *round = geoat_plan_lookup_round (plan, id, error);

      if (!round)
        return FALSE;
      geoat_sharing_set_left_out (sharing, kind, id, FALSE);
      geoat_sharing_set_left_out (sharing, kind, geoat_item_get_id (GEOAT_ITEM (round)), TRUE);
    }

  if (!known)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND, _ ("the plan has no “%s”"), name);
  return known;
}

/* Puts the copy that may leave in the place of the plan. */
static gboolean
reduce (GeoatCommandInput *input, GeoatSharing *sharing, GError **error)
{
  g_auto (GStrv) names = geoat_sharing_get_left_out (sharing);
  g_autofree char *round_id = g_strdup (geoat_item_get_id (GEOAT_ITEM (input->round)));
  GeoatPlan *copy;

  for (gsize i = 0; names[i]; i++)
    {
      if (!check_name (input->plan, sharing, names[i], error))
        return FALSE;
    }
  copy = geoat_sharing_apply (sharing, input->plan, NULL, error);
  if (!copy)
    return FALSE;

  g_object_unref (input->plan);
  input->plan = copy;
  input->round = geoat_plan_find_round (copy, round_id);
  if (!input->round && !input->round_text)
    input->round = geoat_plan_get_last_round (copy);
  if (!input->round)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                 _ ("the round “%s” is to be shown and to be left out"), input->round_text);
  return input->round != NULL;
}

static gboolean
find_paper (const char *name, GeoatPaper *paper)
{
  *paper = g_str_equal (name, "letter") ? GEOAT_PAPER_LETTER : GEOAT_PAPER_A4;
  return *paper == GEOAT_PAPER_LETTER || g_str_equal (name, "a4");
}

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GeoatCommandInput) input = { NULL };
  g_autofree char *to = NULL;
  g_autofree char *output = NULL;
  g_autofree char *preset = NULL;
  g_autofree char *paper = NULL;
  g_auto (GStrv) leave_out = NULL;
  g_autoptr (GeoatSharing) sharing = NULL;
  g_autoptr (GError) error = NULL;
  Export export = { NULL };
  const GOptionEntry entries[] = {
    { "to", 't', 0, G_OPTION_ARG_STRING, &to, N_ ("The format; “geoat formats” lists them"),
      N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("The file to write; standard output if left out"), N_ ("FILE") },
    { "for", 0, 0, G_OPTION_ARG_STRING, &preset,
      N_ ("Who it is for: everything (if left out), network, management or template"),
      N_ ("WHOM") },
    { "leave-out", 0, 0, G_OPTION_ARG_STRING_ARRAY, &leave_out,
      N_ ("What is left out too; see below"), N_ ("PART") },
    { "no-charts", 0, 0, G_OPTION_ARG_NONE, &export.options.without_charts,
      N_ ("No charts, in formats that have them"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper,
      N_ ("a4 (if left out) or letter, in formats whose pages are of one size"), N_ ("PAPER") },
    GEOAT_COMMAND_ROUND_ENTRY (&input),
    GEOAT_COMMAND_LANGUAGE_ENTRY (&input),
    GEOAT_COMMAND_TODAY_ENTRY (&input),
    GEOAT_COMMAND_FILES_ENTRY (&input),
    { NULL },
  };
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (!to)
    return geoat_command_usage (command, "%s", _ ("to which format? Name it with --to"));
  export.format = geoat_format_find (to);
  if (!export.format || !export.format->export)
    return geoat_command_usage (command, _ ("there is no format “%s” to export to"), to);
  if (!output && !export.format->text)
    return geoat_command_usage (command,
                                _ ("the format “%s” is not text: name a file with --output"), to);
  if (paper && !find_paper (paper, &export.options.paper))
    return geoat_command_usage (command, _ ("“%s” is no paper: a4 or letter"), paper);
  sharing = make_sharing (command, preset, leave_out, &status);
  if (sharing && export.format->prepare)
    export.format->prepare ();
  if (!sharing || !geoat_command_read_plan (command, &input, &status))
    return status;
  if (!reduce (&input, sharing, &error))
    {
      geoat_output_error (input.files[0], error);
      return GEOAT_EXIT_FAILED;
    }

  export.plan = input.plan;
  export.options.round = input.round;
  export.options.language = input.language;
  export.options.today = &input.today;
  return export_plan (input.files[0], output, &export);
}

const GeoatCommand geoat_command_export = {
  .name = "export",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write a plan in another format"),
  .description =
      N_ ("Text formats go to standard output unless there is --output; “--output=-” sends any "
          "format there. An\nexisting file is replaced only once the new one is whole. “-” as "
          "FILE stands for standard input.\n\n"
          "What can be left out: title, classification, administration, working_group, "
          "target_levels, source,\nindicator, alignment, level, reasons, current_activities, "
          "notes, activity, units, lead, timeline,\ntargets, progress, principle:4, "
          "key_element:4B, round:1, status:dropped. Several are separated by\ncommas. Left out "
          "for the network: notes, reasons, working_group, lead; for management: notes,\n"
          "working_group; of a template to fill in: all but the indicators. Members of the file "
          "that this version\ndoes not know never go out."),
  .run = run,
};
