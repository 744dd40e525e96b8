/* SPDX-License-Identifier: GPL-3.0-or-later */

/* geoat score: levels, mean and coverage of every key element, every principle and the plan.
 *
 * JSON and CSV give the mean unrounded, with as few digits as lead back to the same number; the
 * text gives it as the window does, in tenths. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "geoat-scores.h"
#include "geoat-csv.h"
#include "geoat-command.h"
#include "geoat-output.h"
#include "geoat-text-table.h"

/* A scope, and how it is called. */
typedef struct
{
  const char *kind; /* "plan", "principle", "key_element" */
  const char *id;   /* NULL for the plan */
  const char *name;
  const GeoatScore *score;
} Scope;

typedef void (*ScopeFunc) (const Scope *scope, gpointer data);

static void
visit_plan (GeoatScores *scores, const char *name, ScopeFunc visit, gpointer data)
{
  Scope scope = { "plan", NULL, name, geoat_scores_get_plan_score (scores) };

  visit (&scope, data);
}

static void
visit_principle (GeoatScores *scores, guint i, const char *tag, ScopeFunc visit, gpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (geoat_scores_get_plan (scores));
  Scope scope = { "principle", geoat_framework_get_principle_id (framework, i),
                  geoat_framework_get_principle_name (framework, i, tag),
                  geoat_scores_get_principle (scores, i) };

  visit (&scope, data);
}

static void
visit_key_element (GeoatScores *scores, guint i, const char *tag, ScopeFunc visit, gpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (geoat_scores_get_plan (scores));
  Scope scope = { "key_element", geoat_framework_get_key_element_id (framework, i),
                  geoat_framework_get_key_element_name (framework, i, tag),
                  geoat_scores_get_key_element (scores, i) };

  visit (&scope, data);
}

/* The shortest decimal number that reads back as @number. */
static char *
format_shortest (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 1; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  return g_strdup (buffer);
}

/* The mean, or @none when no entry of the scope is rated. */
static char *
format_mean (const GeoatScore *score, const char *none)
{
  double mean;

  return geoat_score_get_mean (score, &mean) ? format_shortest (mean) : g_strdup (none);
}

/* JSON */

static void
append_json (const Scope *scope, gpointer data)
{
  GString *text = data;
  const GeoatScore *score = scope->score;
  g_autofree char *mean = format_mean (score, "null");

  g_string_append (text, "{ ");
  /* Ids of the framework have no character that JSON would want escaped. */
  if (scope->id)
    g_string_append_printf (text, "\"id\": \"%s\", ", scope->id);
  g_string_append_printf (text, "\"score\": %s, \"levels\": [", mean);
  for (int i = 0; i < GEOAT_N_LEVELS; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", score->levels[i]);
  g_string_append_printf (text,
                          "], \"carried\": %u, \"not_applicable\": %u, \"not_assessed\": %u, "
                          "\"total\": %u }",
                          score->carried, score->not_applicable, score->not_assessed, score->total);
}

static char *
format_json (const GeoatCommandInput *input, GeoatScores *scores)
{
  GeoatFramework *framework = geoat_plan_get_framework (input->plan);
  guint n_principles = geoat_framework_get_n_principles (framework);
  guint n_key_elements = geoat_framework_get_n_key_elements (framework);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, "{\n  \"round\": \"%s\",\n  \"plan\": ", geoat_item_get_id (GEOAT_ITEM (input->round)));
  visit_plan (scores, NULL, append_json, text);
  g_string_append (text, ",\n  \"principles\": [");
  for (guint i = 0; i < n_principles; i++)
    {
      g_string_append (text, i > 0 ? ",\n    " : "\n    ");
      visit_principle (scores, i, NULL, append_json, text);
    }
  g_string_append (text, "\n  ],\n  \"key_elements\": [");
  for (guint i = 0; i < n_key_elements; i++)
    {
      g_string_append (text, i > 0 ? ",\n    " : "\n    ");
      visit_key_element (scores, i, NULL, append_json, text);
    }
  g_string_append (text, "\n  ]\n}\n");
  return g_string_free (text, FALSE);
}

/* CSV and text: the same rows */

static void
visit_all (const GeoatCommandInput *input, GeoatScores *scores, ScopeFunc visit, gpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (input->plan);
  const char *tag = geoat_language_get_tag (input->language);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first, n;

      visit_principle (scores, i, tag, visit, data);
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        visit_key_element (scores, j, tag, visit, data);
    }
  visit_plan (scores, geoat_language_get_text (input->language, "score.whole_plan"), visit, data);
}

/* The counts of a score as texts, in the order of the columns. */
#define N_COUNTS (GEOAT_N_LEVELS + 4)

static void
format_counts (const GeoatScore *score, char *cells[N_COUNTS])
{
  int at = 0;

  for (int i = 0; i < GEOAT_N_LEVELS; i++)
    cells[at++] = g_strdup_printf ("%u", score->levels[i]);
  cells[at++] = g_strdup_printf ("%u", score->not_applicable);
  cells[at++] = g_strdup_printf ("%u", score->not_assessed);
  cells[at++] = g_strdup_printf ("%u", score->total);
  cells[at++] = g_strdup_printf ("%u", score->carried);
}

static void
append_csv (const Scope *scope, gpointer data)
{
  g_autofree char *mean = format_mean (scope->score, "");
  char *counts[N_COUNTS + 1] = { NULL };
  const char *cells[4 + N_COUNTS + 1] = { scope->kind, scope->id ? scope->id : "", scope->name,
                                          mean };

  format_counts (scope->score, counts);
  for (int i = 0; i < N_COUNTS; i++)
    cells[4 + i] = counts[i];
  geoat_csv_append_row (data, cells);
  for (int i = 0; i < N_COUNTS; i++)
    g_free (counts[i]);
}

static char *
format_csv (const GeoatCommandInput *input, GeoatScores *scores)
{
  static const char *const headings[] = {
    "scope",          "id",           "name",    "score",   "level_0",
    "level_1",        "level_2",      "level_3", "level_4", "level_5",
    "not_applicable", "not_assessed", "total",   "carried", NULL,
  };
  GString *text = g_string_new (GEOAT_CSV_BYTE_ORDER_MARK);

  geoat_csv_append_row (text, headings);
  visit_all (input, scores, append_csv, text);
  return g_string_free (text, FALSE);
}

typedef struct
{
  GeoatTextTable *table;
  GeoatLanguage *language;
} TextData;

static void
append_text (const Scope *scope, gpointer data)
{
  TextData *text = data;
  gboolean indented = g_str_equal (scope->kind, "key_element");
  g_autofree char *mean =
      geoat_language_format_tenths (text->language, geoat_score_get_tenths (scope->score));
  g_autofree char *name = g_strconcat (indented ? "  " : "", scope->id ? scope->id : "",
                                       scope->id ? " " : "", scope->name, NULL);
  char *counts[N_COUNTS + 1] = { NULL };
  const char *cells[2 + N_COUNTS] = { name, mean };

  if (!scope->id)
    geoat_text_table_add_rule (text->table);
  format_counts (scope->score, counts);
  for (int i = 0; i < N_COUNTS; i++)
    cells[2 + i] = counts[i];
  geoat_text_table_add (text->table, cells);
  for (int i = 0; i < N_COUNTS; i++)
    g_free (counts[i]);
}

static char *
format_text (const GeoatCommandInput *input, GeoatScores *scores)
{
  GeoatLanguage *language = input->language;
  const char *administration = geoat_plan_get_administration (input->plan);
  const char *title = geoat_plan_get_title (input->plan);
  const char *headings[] = { "",
                             geoat_language_get_text (language, "score.mean"),
                             "0",
                             "1",
                             "2",
                             "3",
                             "4",
                             "5",
                             geoat_language_get_text (language, "level.not_applicable"),
                             geoat_language_get_text (language, "level.not_assessed"),
                             geoat_language_get_text (language, "score.total"),
                             geoat_language_get_text (language, "score.carried") };
  g_autoptr (GeoatTextTable) table = geoat_text_table_new ("lrrrrrrrrrrr");
  TextData data = { table, language };
  g_autofree char *rows = NULL;
  GString *text = g_string_new (NULL);

  geoat_text_table_add (table, headings);
  geoat_text_table_add_rule (table);
  visit_all (input, scores, append_text, &data);
  rows = geoat_text_table_to_text (table);

  if (administration[0])
    g_string_append_printf (text, "%s\n", administration);
  if (title[0])
    g_string_append_printf (text, "%s\n", title);
  g_string_append_printf (text, "%s\n\n%s\n%s\n", geoat_round_get_title (input->round), rows,
                          geoat_language_get_text (language, "score.note"));
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  char *(*format) (const GeoatCommandInput *input, GeoatScores *scores);
} formats[] = {
  { "text", format_text },
  { "json", format_json },
  { "csv", format_csv },
};

static int
run (const GeoatCommand *command, int argc, char **argv)
{
  g_auto (GeoatCommandInput) input = { NULL };
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("text (if left out), json or csv"),
      N_ ("FORMAT") },
    GEOAT_COMMAND_ROUND_ENTRY (&input),
    GEOAT_COMMAND_LANGUAGE_ENTRY (&input),
    GEOAT_COMMAND_FILES_ENTRY (&input),
    { NULL },
  };
  gsize chosen = 0;
  int status = GEOAT_EXIT_DONE;

  if (!geoat_command_parse (command, entries, &argc, &argv, &status))
    return status;
  while (format && chosen < G_N_ELEMENTS (formats) && !g_str_equal (formats[chosen].name, format))
    chosen++;
  if (chosen == G_N_ELEMENTS (formats))
    return geoat_command_usage (command, _ ("“%s” is not text, json or csv"), format);
  if (!geoat_command_read_plan (command, &input, &status))
    return status;

  {
    g_autoptr (GeoatScores) scores = geoat_scores_new (input.plan, input.round);
    g_autofree char *text = formats[chosen].format (&input, scores);

    geoat_output_print (text);
  }
  return GEOAT_EXIT_DONE;
}

const GeoatCommand geoat_command_score = {
  .name = "score",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Show levels, mean and coverage of a plan"),
  .description =
      N_ ("For every key element, every principle and the plan: how many indicators have which "
          "level, the mean of\nthe rated ones (N/A and not yet assessed left out), and how many "
          "ratings were carried from the round\nbefore. json and csv give the mean unrounded. "
          "The csv is UTF-8 with a byte order mark. “-” stands for\nstandard input."),
  .run = run,
};
