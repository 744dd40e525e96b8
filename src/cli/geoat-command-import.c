/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat import: a plan from a filled template or a list of indicators, or a plan with what one of
 * them adds to it. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-file.h"
#include "geoat-plan-writer.h"
#include "geoat-format.h"
#include "geoat-review.h"
#include "geoat-source.h"
#include "geoat-text-encoding.h"
#include "geoat-text-reader.h"
#include "geoat-command.h"
#include "geoat-import-report.h"
#include "geoat-input.h"
#include "geoat-output.h"

typedef struct
{
  char *from;
  char *output;
  char *key_element;
  char *administration;
  char *title;
  char *into;
  gboolean replace;
  gboolean indicators;
  char *report;
  char **columns;
  char **rows;
  GeoatImportChoices *choices;
  char *encoding_text;
  char *encoding; /* its name for iconv */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->from);
  g_free (self->output);
  g_free (self->key_element);
  g_free (self->administration);
  g_free (self->title);
  g_free (self->into);
  g_free (self->report);
  g_strfreev (self->columns);
  g_strfreev (self->rows);
  g_clear_pointer (&self->choices, geoat_import_choices_free);
  g_free (self->encoding_text);
  g_free (self->encoding);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What reads the format that was asked for; NULL: there is none of that name. */
static GeoatImportFunc
find_named_reader (const Options *options)
{
  const GeoatFormat *format = geoat_format_find (options->from);

  if (options->indicators && g_str_equal (options->from, "txt"))
    return geoat_text_read;
  return format != NULL ? format->import : NULL;
}

static gboolean
write_plan (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  return geoat_plan_write (data, stream, cancellable, error);
}

/* The tables of a file, full. */
static GPtrArray *
read_tables (const char *file, const Options *options, GError **error)
{
  g_autoptr (GBytes) bytes = geoat_input_read (file, error);
  GeoatImportFunc read = NULL;

  if (bytes != NULL)
    read = options->from != NULL
               ? find_named_reader (options)
               : geoat_source_find_reader (bytes, file, options->indicators, error);
  if (read == NULL)
    return NULL;
  if (options->encoding != NULL && !geoat_source_is_text (read))
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("only text files have an encoding to be named with --encoding"));
      return NULL;
    }
  if (options->encoding != NULL)
    {
      GBytes *converted = geoat_text_convert (bytes, options->encoding, error);

      if (converted == NULL)
        return NULL;
      g_bytes_unref (bytes);
      bytes = converted;
    }
  return read (bytes, NULL, error);
}

static GeoatImport *
read_source (const char *file, const Options *options, GError **error)
{
  g_autoptr (GPtrArray) sheets = read_tables (file, options, error);
  g_autoptr (GeoatImport) import = NULL;
  GeoatFramework *framework = geoat_framework_get_default ();

  if (sheets == NULL)
    return NULL;
  if (options->indicators)
    import = geoat_import_new_list (framework, sheets, options->key_element, NULL, error);
  else
    import =
        geoat_import_new (framework, sheets, options->key_element, options->choices, NULL, error);
  if (import != NULL && geoat_import_get_n_entries (import) == 0)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("no indicator in it says which key element it belongs to: name that "
                              "with --key-element"));
      return NULL;
    }
  return g_steal_pointer (&import);
}

static GeoatPlan *
make_plan (const GeoatCommandInput *input, const Options *options)
{
  g_autofree char *administration = geoat_command_get_text (options->administration);
  g_autofree char *title = geoat_command_get_text (options->title);
  g_autofree char *year = g_strdup_printf ("%u", (guint) g_date_get_year (&input->today));
  g_autofree char *round_title =
      geoat_language_format (input->language, "round.new_title", "year", year, NULL);

  return geoat_plan_new (geoat_framework_get_default (), geoat_language_get_tag (input->language),
                         administration, title, round_title, &input->today);
}

static GeoatPlan *
read_plan (const Options *options, GError **error)
{
  g_autoptr (GeoatPlan) plan = geoat_input_read_plan (options->into, error);

  if (plan != NULL && !options->indicators && !geoat_plan_can_rate (plan))
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("the last round is closed: open a round first"));
      return NULL;
    }
  return g_steal_pointer (&plan);
}

static int
fail (const char *file, const GError *error)
{
  geoat_output_error (file, error);
  return GEOAT_EXIT_FAILED;
}

/* Makes the file, or prints the plan. */
static gboolean
save_plan (const Options *options, GeoatPlan *plan, GError **error)
{
  if (g_str_equal (options->output, GEOAT_INPUT_STANDARD))
    return geoat_output_print_whole (write_plan, plan, error);
  return geoat_file_write (options->output, GEOAT_FILE_CREATE, NULL, write_plan, plan, NULL, NULL,
                           error);
}

static int
import (const GeoatCommandInput *input, const Options *options)
{
  const char *file = input->files[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatImport) found = read_source (file, options, &error);
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatReview) review = NULL;
  g_autoptr (GeoatHistory) history = NULL;

  if (!found)
    return fail (file, error);
  plan = options->into ? read_plan (options, &error) : make_plan (input, options);
  if (!plan)
    return fail (options->into, error);

  review = geoat_review_new (g_steal_pointer (&found), plan, NULL, NULL);
  if (options->replace)
    geoat_review_accept_all (review);
  history = geoat_history_new (plan);
  geoat_review_apply (review, history);
  if (!save_plan (options, plan, &error))
    return fail (options->output, error);
  if (options->report != NULL)
    geoat_import_report_print_json (file, review);
  else
    geoat_import_report_print (file, review);
  return GEOAT_EXIT_DONE;
}

/* Reads what is said about columns and rows. */
static gboolean
read_choices (const GeoatCommand *command, Options *options)
{
  g_autoptr (GError) error = NULL;

  options->choices = geoat_import_choices_new (geoat_framework_get_default ());
  for (char **column = options->columns; column != NULL && *column != NULL && error == NULL;
       column++)
    geoat_import_choices_add_column (options->choices, *column, &error);
  for (char **rows = options->rows; rows != NULL && *rows != NULL && error == NULL; rows++)
    geoat_import_choices_add_rows (options->choices, *rows, &error);
  if (error != NULL)
    geoat_command_usage (command, "%s", error->message);
  return error == NULL;
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
  else if (options->into && (options->administration || options->title || input->language_text))
    geoat_command_usage (command, "%s",
                         _ ("with --into, the plan has its administration, title and language"));
  else if (options->replace && !options->into)
    geoat_command_usage (command, "%s", _ ("--replace needs --into"));
  else if (options->replace && options->indicators)
    geoat_command_usage (command, "%s",
                         _ ("--indicators only adds: it does not go with --replace"));
  else if (options->report && !g_str_equal (options->report, "json"))
    geoat_command_usage (command, "%s", _ ("a report is “json”"));
  else if (options->report && g_str_equal (options->output, GEOAT_INPUT_STANDARD))
    geoat_command_usage (command, "%s",
                         _ ("--report goes to standard output, so the plan has to go to a file"));
  else if (options->from && !find_named_reader (options))
    geoat_command_usage (command, _ ("nothing reads the format “%s”"), options->from);
  else if (options->encoding_text &&
           !(options->encoding = geoat_text_find_encoding (options->encoding_text)))
    geoat_command_usage (command, _ ("there is no encoding “%s”"), options->encoding_text);
  else if (options->key_element &&
           geoat_framework_find_key_element (framework, options->key_element) < 0)
    geoat_command_usage (command, _ ("there is no key element “%s”"), options->key_element);
  else if (options->indicators && (options->columns || options->rows))
    geoat_command_usage (command, "%s",
                         _ ("--column and --rows are about a template, not about a list"));
  else if (read_choices (command, options) && geoat_command_check_options (command, input, status))
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
    { "into", 'i', 0, G_OPTION_ARG_FILENAME, &options.into,
      N_ ("The plan that it is to come into; that file stays as it is"), N_ ("PLAN") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.replace,
      N_ ("Where plan and source say something else, take the source's text"), NULL },
    { "indicators", 'n', 0, G_OPTION_ARG_NONE, &options.indicators,
      N_ ("The source is a list of indicators; those that the plan lacks are added"), NULL },
    { "from", 'f', 0, G_OPTION_ARG_STRING, &options.from,
      N_ ("The format of the source; if left out, what it is by its content"), N_ ("FORMAT") },
    { "encoding", 'e', 0, G_OPTION_ARG_STRING, &options.encoding_text,
      N_ ("The encoding of a text file, such as “windows-1256”; if left out, it is guessed"),
      N_ ("ENCODING") },
    { "key-element", 'k', 0, G_OPTION_ARG_STRING, &options.key_element,
      N_ ("The key element of rows that do not say it, such as 1A"), N_ ("ID") },
    { "column", 'c', 0, G_OPTION_ARG_STRING_ARRAY, &options.columns,
      N_ ("What a column of the source holds, such as “3:level”; may be given more than once"),
      N_ ("COLUMN:WHAT") },
    { "rows", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.rows,
      N_ ("What rows of the source are, such as “2-8:1A” or “9:skip”; may be given more than once"),
      N_ ("ROWS:WHAT") },
    { "report", 0, 0, G_OPTION_ARG_STRING, &options.report,
      N_ ("What became of each text of the source, on standard output"), N_ ("json") },
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
  return import (&input, &options);
}

const GeoatCommand geoat_command_import = {
  .name = "import",
  .arguments = N_ ("SOURCE"),
  .summary = N_ ("Make a plan from a filled template or a list, or bring one into a plan"),
  .description = N_ (
      "Each cell whose place in the plan is doubtful, or that has none, is one line on "
      "standard error. What belongs\nto an indicator but has no place is kept in its notes. "
      "With --into, indicators that the plan has are\nrecognised by key element and wording: "
      "what is empty there is filled, what differs stays unless there is --replace,\nand a "
      "cell that is empty in the source changes nothing. An existing file is never overwritten. "
      "“-” stands for\nstandard input, and “--output=-” for standard output.\n\nWith --indicators "
      "the source is a list, such as that of "
      "the official indicators: a table with a column for\nthem and one for their key elements, by "
      "code or name; tables or lines below the names of key elements;\nor, with --key-element, "
      "the indicators of that one, in a .txt file one a line. What the plan has already,\n"
      "in these or almost these words, is told on standard error and not added again."),
  .run = run,
};
