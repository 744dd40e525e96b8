/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat: plans on the command line, for scripts, tests and people who collect many of them. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <locale.h>

#include "geoat-command.h"
#include "geoat-output.h"
#include "geoat-posix.h"
#include "geoat-text-table.h"

static const GeoatCommand *const commands[] = {
  &geoat_command_new,    &geoat_command_check, &geoat_command_score,   &geoat_command_export,
  &geoat_command_import, &geoat_command_chart, &geoat_command_formats,
};

static const GeoatCommand *
find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }
  return NULL;
}

static void
print_help (void)
{
  g_autoptr (GeoatTextTable) table = geoat_text_table_new ("lll");
  g_autofree char *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      const char *cells[] = { "", commands[i]->name, _ (commands[i]->summary) };

      geoat_text_table_add (table, cells);
    }
  list = geoat_text_table_to_text (table);

  geoat_output_print (_ ("Usage:\n  geoat COMMAND [OPTION…] [FILE…]\n\n"));
  geoat_output_print (_ ("Works on gender equality and diversity action plans made with the GEOAT "
                         "(*.geoat).\n\n"));
  geoat_output_print (_ ("Commands:\n"));
  geoat_output_print (list);
  geoat_output_print (_ ("\nOptions:\n"
                         "  -h, --help     Show this text; “geoat COMMAND --help” tells more\n"
                         "  --version      Show the version\n"));
  geoat_output_print (_ ("\nThe exit status is 0 when all is well, 1 when the input is bad or the "
                         "work failed,\n2 when the command was not used as it should be.\n"));
}

static int
run (int argc, char **argv)
{
  const GeoatCommand *command;

  if (argc < 2)
    return geoat_command_usage (NULL, "%s", _ ("which command?"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return GEOAT_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      geoat_output_print ("geoat " GEOAT_VERSION "\n");
      return GEOAT_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (!command)
    return geoat_command_usage (NULL, _ ("there is no command “%s”"), argv[1]);
  return command->run (command, argc - 1, argv + 1);
}

int
main (int argc, char **argv)
{
  geoat_output_protect ();
  geoat_posix_end_tidily ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GEOAT_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return geoat_output_finish (run (argc, argv));
}
