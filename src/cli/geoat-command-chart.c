/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat chart: one chart of a plan, as a file or as the numbers that it shows. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "geoat-chart-kinds.h"
#include "geoat-csv.h"
#include "geoat-command.h"
#include "geoat-output.h"

#define SMALLEST 50
#define LARGEST 10000

static const struct
{
  const char *ending;
  GeoatChartFormat format;
} endings[] = {
  { ".png", GEOAT_CHART_FORMAT_PNG },
  { ".svg", GEOAT_CHART_FORMAT_SVG },
  { ".pdf", GEOAT_CHART_FORMAT_PDF },
};

static const struct
{
  const char *name;
  GeoatChartTheme theme;
} themes[] = {
  { "light", GEOAT_CHART_THEME_LIGHT },
  { "dark", GEOAT_CHART_THEME_DARK },
  { "print", GEOAT_CHART_THEME_PRINT },
};

typedef struct
{
  char *kind;
  char *output;
  char *size;
  char *theme_name;
  char *compare;
  gboolean numbers;

  GeoatChartFormat format;
  GeoatChartTheme theme;
  int width; /* 0: the chart's own size */
  int height;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->kind);
  g_free (self->output);
  g_free (self->size);
  g_free (self->theme_name);
  g_free (self->compare);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_kind (const char *id)
{
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      if (g_str_equal (kinds[i].id, id))
        return TRUE;
    }
  return FALSE;
}

static char *
list_kinds (void)
{
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < n_kinds; i++)
    g_ptr_array_add (ids, (char *) kinds[i].id);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (", ", (char **) ids->pdata);
}

/* "640x480" */
static gboolean
parse_size (const char *text, int *width, int *height)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 2);
  guint64 w, h;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, SMALLEST, LARGEST, &w, NULL) ||
      !g_ascii_string_to_unsigned (parts[1], 10, SMALLEST, LARGEST, &h, NULL))
    return FALSE;
  *width = (int) w;
  *height = (int) h;
  return TRUE;
}

/* Format, theme and size from their texts. TRUE to go on. */
static gboolean
parse_options (const GeoatCommand *command, Options *options, int *status)
{
  gsize i = 0;

  if (!options->kind || !is_kind (options->kind))
    {
      g_autofree char *kinds = list_kinds ();

      *status = geoat_command_usage (command, _ ("which chart? The kinds are: %s"), kinds);
      return FALSE;
    }
  if (!options->output && !options->numbers)
    {
      *status =
          geoat_command_usage (command, "%s", _ ("name a file with --output, or use --numbers"));
      return FALSE;
    }

  while (options->output && i < G_N_ELEMENTS (endings) &&
         !g_str_has_suffix (options->output, endings[i].ending))
    i++;
  if (i == G_N_ELEMENTS (endings))
    {
      *status = geoat_command_usage (command, "%s",
                                     _ ("the name of the file must end in .svg, .png or .pdf"));
      return FALSE;
    }
  options->format = endings[i].format;

  for (i = 0; options->theme_name && i < G_N_ELEMENTS (themes); i++)
    {
      if (g_str_equal (themes[i].name, options->theme_name))
        break;
    }
  if (i == G_N_ELEMENTS (themes))
    {
      *status = geoat_command_usage (command, _ ("“%s” is not light, dark or print"),
                                     options->theme_name);
      return FALSE;
    }
  options->theme = themes[i].theme;

  if (options->size && !parse_size (options->size, &options->width, &options->height))
    {
      *status = geoat_command_usage (
          command, _ ("“%s” is not a size; write it like 800x600, each from %d to %d"),
          options->size, SMALLEST, LARGEST);
      return FALSE;
    }
  return TRUE;
}

static gboolean
write_chart (GeoatChart *chart, const char *input, const Options *options, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  int width = options->width;
  int height = options->height;

  if (width == 0)
    {
      double natural_width, natural_height;

      geoat_chart_get_natural_size (chart, &natural_width, &natural_height);
      width = (int) ceil (natural_width);
      height = (int) ceil (natural_height);
    }
  bytes = geoat_chart_render (chart, options->format, width, height, options->theme, error);
  return bytes &&
         geoat_output_replace_file (options->output, input, geoat_file_write_bytes, bytes, error);
}

static void
print_numbers (GeoatChart *chart)
{
  g_autoptr (GeoatChartNumbers) numbers = geoat_chart_get_numbers (chart);
  g_autoptr (GString) text = g_string_new (GEOAT_CSV_BYTE_ORDER_MARK);

  geoat_csv_append_row (text, (const char *const *) numbers->columns);
  for (guint i = 0; i < numbers->rows->len; i++)
    geoat_csv_append_row (text, g_ptr_array_index (numbers->rows, i));
  geoat_output_write (text->str, text->len);
}

static int
make (const GeoatCommandInput *input, const Options *options)
{
  GeoatChartOptions chart_options = {
    .plan = input->plan,
    .round = input->round,
    .language = input->language,
    .today = &input->today,
  };
  g_autoptr (GeoatChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (options->compare)
    {
      chart_options.compare = geoat_plan_lookup_round (input->plan, options->compare, &error);
      if (!chart_options.compare)
        {
          geoat_output_error (input->files[0], error);
          return GEOAT_EXIT_FAILED;
        }
    }

  chart = geoat_chart_new (options->kind, &chart_options, &error);
  if (!chart)
    {
      geoat_output_error (input->files[0], error);
      return GEOAT_EXIT_FAILED;
    }
  if (options->output && !write_chart (chart, input->files[0], options, &error))
    {
      geoat_output_error (options->output, error);
      return GEOAT_EXIT_FAILED;
    }
  if (options->numbers)
    print_numbers (chart);
  return GEOAT_EXIT_DONE;
}

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GeoatCommandInput) input = { NULL };
  g_auto (Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind, N_ ("The kind of chart, such as radar"),
      N_ ("KIND") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_ ("The file to write; its name ends in .svg, .png or .pdf"), N_ ("FILE") },
    { "numbers", 'n', 0, G_OPTION_ARG_NONE, &options.numbers,
      N_ ("Print the numbers that the chart shows, as CSV"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &options.size,
      N_ ("Its size in pixels (png) or points (svg, pdf)"), N_ ("WIDTHxHEIGHT") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &options.theme_name,
      N_ ("light (if left out), dark or print"), N_ ("THEME") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare,
      N_ ("Another round to show beside it"), N_ ("ROUND") },
    GEOAT_COMMAND_ROUND_ENTRY (&input),
    GEOAT_COMMAND_LANGUAGE_ENTRY (&input),
    GEOAT_COMMAND_TODAY_ENTRY (&input),
    GEOAT_COMMAND_FILES_ENTRY (&input),
    { NULL },
  };
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  if (!parse_options (command, &options, &status))
    return status;
  if (!geoat_command_read_plan (command, &input, &status))
    return status;
  return make (&input, &options);
}

const GeoatCommand geoat_command_chart = {
  .name = "chart",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Draw a chart of a plan"),
  .description = N_ ("An existing file is replaced only once the new one is whole. “-” as FILE "
                     "stands for standard input."),
  .run = run,
};
