/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands have in common: reading their arguments and the plan, and saying what is
 * wrong. Whatever can be wrong with the arguments alone is found before a file is touched. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include "geoat-command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-date.h"
#include "geoat-input.h"
#include "geoat-output.h"

/**
 * geoat_command_parse:
 * @command: the command
 * @entries: its options
 * @argc: (inout): the number of arguments
 * @argv: (inout): the arguments; taken apart
 * @status: (out): the exit status, when there is nothing left to do
 *
 * Reads the options of a command. Prints its help when that was asked for.
 *
 * Returns: %TRUE to go on, %FALSE to end with @status
 */
gboolean
geoat_command_parse (
    const GeoatCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int *status)
{
  g_autofree char *name = g_strconcat ("geoat ", command->name, NULL);
  g_autoptr (GOptionContext) context =
      g_option_context_new (command->arguments[0] ? _ (command->arguments) : NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, N_ ("Show this text"), NULL },
    { NULL },
  };

  /* GLib's own help goes to standard output without looking whether it arrived. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, _ (command->description));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  g_set_prgname (name); /* begins the usage line */

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      *status = geoat_command_usage (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      geoat_output_print (text);
      *status = GEOAT_EXIT_DONE;
      return FALSE;
    }
  return TRUE;
}

/**
 * geoat_command_get_text:
 * @argument: (nullable): the argument of an option, as it was typed
 *
 * Takes the argument for UTF-8 when it is that, whatever the locale says: under `LC_ALL=C` too the
 * terminal and the scripts of today write UTF-8.
 *
 * Returns: (transfer full): the text, UTF-8; "" for %NULL
 */
char *
geoat_command_get_text (const char *argument)
{
  char *text;

  if (!argument)
    return g_strdup ("");
  if (g_utf8_validate (argument, -1, NULL))
    return g_strdup (argument);
  text = g_locale_to_utf8 (argument, -1, NULL, NULL, NULL);
  return text ? text : g_utf8_make_valid (argument, -1);
}

/**
 * geoat_command_usage:
 * @command: (nullable): the command, or %NULL for the program itself
 * @format: what is wrong: a sentence without a full stop; as for printf()
 * @...: its parameters
 *
 * Says on standard error what is wrong with the arguments, and where help is to be had.
 *
 * Returns: the exit status for wrong usage
 */
int
geoat_command_usage (const GeoatCommand *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  geoat_output_problem (command ? command->name : "geoat", NULL, message);
  if (command)
    {
      g_autofree char *hint =
          g_strdup_printf (_ ("Try “geoat %s --help” for more."), command->name);

      geoat_output_problem (NULL, NULL, hint);
    }
  else
    geoat_output_problem (NULL, NULL, _ ("Try “geoat --help” for more."));

  return GEOAT_EXIT_USAGE;
}

void
geoat_command_input_clear (GeoatCommandInput *self)
{
  g_clear_pointer (&self->round_text, g_free);
  g_clear_pointer (&self->language_text, g_free);
  g_clear_pointer (&self->today_text, g_free);
  g_clear_pointer (&self->files, g_strfreev);
  g_clear_object (&self->plan);
  self->round = NULL;
  self->language = NULL;
}

/* Whether @language is what @tag asks for, and not merely what stands in for it: "en" for "en-GB"
 * is, "en" for "ka" is not. */
static gboolean
speaks (GeoatLanguage *language, const char *tag)
{
  const char *have = geoat_language_get_tag (language);
  gsize length = strcspn (have, "-_");

  return strlen (tag) >= length && g_ascii_strncasecmp (have, tag, length) == 0 &&
         strchr ("-_", tag[length]) != NULL;
}

/**
 * geoat_command_check_options:
 * @command: the command
 * @input: its options
 * @status: (out): the exit status, when they are wrong
 *
 * Gives @input->language and @input->today their values, as far as the options tell.
 *
 * Returns: %TRUE to go on, %FALSE to end with @status
 */
gboolean
geoat_command_check_options (const GeoatCommand *command, GeoatCommandInput *input, int *status)
{
  if (!input->today_text)
    geoat_date_today (&input->today);
  else if (!geoat_date_parse (input->today_text, &input->today))
    {
      *status = geoat_command_usage (command, _ ("“%s” is not a date; write it like 2026-03-08"),
                                     input->today_text);
      return FALSE;
    }

  if (input->language_text)
    {
      input->language = geoat_language_get (input->language_text);
      if (!speaks (input->language, input->language_text))
        {
          *status = geoat_command_usage (command, _ ("there are no texts in the language “%s”"),
                                         input->language_text);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * geoat_command_read_plan:
 * @command: the command
 * @input: its options
 * @status: (out): the exit status, when it does not work
 *
 * Reads the one plan that the command is about, and finds the round. What is wrong is printed.
 *
 * Returns: %TRUE to go on, %FALSE to end with @status
 */
gboolean
geoat_command_read_plan (const GeoatCommand *command, GeoatCommandInput *input, int *status)
{
  g_autoptr (GError) error = NULL;

  if (!input->files || !input->files[0])
    {
      *status =
          geoat_command_usage (command, "%s", _ ("which file? “-” stands for standard input"));
      return FALSE;
    }
  if (input->files[1])
    {
      *status = geoat_command_usage (command, "%s", _ ("one file at a time"));
      return FALSE;
    }
  if (!geoat_command_check_options (command, input, status))
    return FALSE;

  input->plan = geoat_input_read_plan (input->files[0], &error);
  if (!input->plan)
    {
      geoat_output_error (input->files[0], error);
      *status = GEOAT_EXIT_FAILED;
      return FALSE;
    }

  input->round = geoat_plan_lookup_round (input->plan, input->round_text, &error);
  if (!input->round)
    {
      geoat_output_error (input->files[0], error);
      *status = GEOAT_EXIT_FAILED;
      return FALSE;
    }

  if (!input->language)
    input->language = geoat_language_get (geoat_plan_get_language (input->plan));
  return TRUE;
}
