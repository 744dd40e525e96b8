/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat import: a plan from a filled template. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/geoat-file.h"
#include "core/geoat-plan-writer.h"
#include "formats/geoat-format.h"
#include "formats/geoat-import.h"
#include "geoat-command.h"
#include "geoat-input.h"
#include "geoat-output.h"

typedef struct
{
  char *from;
  char *output;
  char *key_element;
  char *administration;
  char *title;
  const GeoatFormat *format;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->from);
  g_free (self->output);
  g_free (self->key_element);
  g_free (self->administration);
  g_free (self->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The format that was asked for, or that the name of the file ends in. */
static const GeoatFormat *
find_format (const char *from, const char *file)
{
  guint n_formats;
  const GeoatFormat *formats = geoat_format_get_all (&n_formats);
  const char *ending = strrchr (file, '.');

  for (guint i = 0; i < n_formats; i++)
    {
      if (!formats[i].import)
        continue;
      if (from ? g_str_equal (formats[i].id, from)
               : ending && g_ascii_strcasecmp (ending + 1, formats[i].extension) == 0)
        return &formats[i];
    }
  return NULL;
}

/* One line for every cell that someone should look at. */
static void
print_cells (const char *file, GeoatImport *import)
{
  GPtrArray *cells = geoat_import_get_cells (import);

  for (guint i = 0; i < cells->len; i++)
    {
      const GeoatImportCell *cell = g_ptr_array_index (cells, i);
      g_autofree char *place = NULL;
      g_autofree char *message = NULL;

      if (cell->state == GEOAT_IMPORT_MATCHED)
        continue;
      place = cell->sheet[0] ? g_strdup_printf (_ ("“%s”, row %u, column %u"), cell->sheet,
                                                cell->row, cell->column)
                             : g_strdup_printf (_ ("row %u, column %u"), cell->row, cell->column);
      message = cell->state == GEOAT_IMPORT_DOUBTFUL
                    ? g_strdup_printf (_ ("doubtful: %s"), cell->reason)
                    : g_strdup_printf (_ ("unplaced: %s"), cell->reason);
      geoat_output_problem (file, place, message);
    }
}

static gboolean
write_plan (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  return geoat_plan_write (data, stream, cancellable, error);
}

static GeoatImport *
read_source (const char *file, const Options *options, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_input_read (file, error);
  g_autoptr (GPtrArray) sheets = NULL;

  if (!bytes)
    return NULL;
  sheets = options->format->import (bytes, error);
  return sheets ? geoat_import_new (geoat_framework_get_default (), sheets, options->key_element,
                                    error)
                : NULL;
}

static int
make (const GeoatCommandInput *input, const Options *options)
{
  const char *file = input->files[0];
  g_autofree char *administration = geoat_command_get_text (options->administration);
  g_autofree char *title = geoat_command_get_text (options->title);
  g_autofree char *year = g_strdup_printf ("%u", (guint) g_date_get_year (&input->today));
  g_autofree char *round_title =
      geoat_language_format (input->language, "round.new_title", "year", year, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatImport) import = read_source (file, options, &error);
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatHistory) history = NULL;

  if (!import)
    {
      geoat_output_error (file, error);
      return GEOAT_EXIT_FAILED;
    }

  plan = geoat_plan_new (geoat_framework_get_default (), geoat_language_get_tag (input->language),
                         administration, title, round_title, &input->today);
  history = geoat_history_new (plan);
  geoat_import_add_to (import, history);
  if (!geoat_file_write (options->output, GEOAT_FILE_CREATE, NULL, write_plan, plan, NULL, NULL,
                         &error))
    {
      geoat_output_error (options->output, error);
      return GEOAT_EXIT_FAILED;
    }
  print_cells (file, import);
  return GEOAT_EXIT_DONE;
}

static gboolean
check_options (const GeoatCommand *command, GeoatCommandInput *input, Options *options, int *status)
{
  GeoatFramework *framework = geoat_framework_get_default ();

  *status = GEOAT_EXIT_USAGE;
  if (!input->files || !input->files[0] || input->files[1])
    geoat_command_usage (command, "%s", _ ("one file at a time; “-” stands for standard input"));
  else if (!options->output)
    geoat_command_usage (command, "%s", _ ("name the file to make with --output"));
  else if (!(options->format = find_format (options->from, input->files[0])))
    geoat_command_usage (command, "%s", _ ("which format is it? Name it with --from"));
  else if (options->key_element &&
           geoat_framework_find_key_element (framework, options->key_element) < 0)
    geoat_command_usage (command, _ ("there is no key element “%s”"), options->key_element);
  else if (geoat_command_check_options (command, input, status))
    {
      if (!input->language)
        input->language = geoat_language_get ("en");
      return TRUE;
    }
  return FALSE;
}

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GeoatCommandInput) input = { NULL };
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The plan to make"),
      N_ ("FILE") },
    { "from", 'f', 0, G_OPTION_ARG_STRING, &options.from,
      N_ ("The format of the source; if left out, what its name ends in"), N_ ("FORMAT") },
    { "key-element", 'k', 0, G_OPTION_ARG_STRING, &options.key_element,
      N_ ("The key element of rows that do not say it, such as 1A"), N_ ("ID") },
    { "administration", 'a', 0, G_OPTION_ARG_FILENAME, &options.administration,
      N_ ("The name of the administration"), N_ ("NAME") },
    { "title", 't', 0, G_OPTION_ARG_FILENAME, &options.title, N_ ("The title of the plan"),
      N_ ("TEXT") },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &input.language_text,
      N_ ("The language of the plan, such as “en”; English if left out"), N_ ("LANGUAGE") },
    GEOAT_COMMAND_TODAY_ENTRY (&input),
    GEOAT_COMMAND_FILES_ENTRY (&input),
    { NULL },
  };
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (!check_options (command, &input, &options, &status))
    return status;
  return make (&input, &options);
}

const GeoatCommand geoat_command_import = {
  .name = "import",
  .arguments = N_ ("SOURCE"),
  .summary = N_ ("Make a plan from a filled template"),
  .description =
      N_ ("Each cell whose place in the plan is doubtful, or that has none, is one line on "
          "standard error. What belongs\nto an indicator but has no place is kept in its notes. "
          "An existing file is never overwritten. “-” stands for\nstandard input."),
  .run = run,
};
