/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-language.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

/* The exit status of the program. */
enum
{
  GEOAT_EXIT_DONE = 0,
  GEOAT_EXIT_FAILED = 1, /* the input is bad or the work failed */
  GEOAT_EXIT_USAGE = 2,  /* wrong usage */
};

typedef struct _GeoatCommand GeoatCommand;

/**
 * GeoatCommand:
 * @name: what is typed after `geoat`
 * @arguments: what follows its options, for `--help`; N_()
 * @summary: what it does, in one line; N_()
 * @description: more about it, for its own `--help`; N_()
 * @run: does it; @argv [0] is its name; the result is the exit status
 *
 * A command of the program: a row in one table.
 */
struct _GeoatCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  int (*run) (const GeoatCommand *command, int argc, char **argv);
};

extern const GeoatCommand geoat_command_new;
extern const GeoatCommand geoat_command_check;
extern const GeoatCommand geoat_command_score;
extern const GeoatCommand geoat_command_export;
extern const GeoatCommand geoat_command_import;
extern const GeoatCommand geoat_command_chart;
extern const GeoatCommand geoat_command_formats;

gboolean geoat_command_parse (
    const GeoatCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int *status);
char *geoat_command_get_text (const char *argument);
int geoat_command_usage (const GeoatCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * GeoatCommandInput:
 * @round_text: the argument of `--round`, or %NULL
 * @language_text: the argument of `--language`, or %NULL
 * @today_text: the argument of `--today`, or %NULL
 * @files: what stands behind the options, or %NULL
 * @plan: the plan that was read
 * @round: the round asked for, the last by default; belongs to the plan
 * @language: the language asked for, the plan's by default; belongs to the library
 * @today: the day asked for, the present one by default
 *
 * What the commands that read one plan have in common: their options, and what they mean.
 */
typedef struct
{
  char *round_text;
  char *language_text;
  char *today_text;
  char **files;

  GeoatPlan *plan;
  GeoatRound *round;
  GeoatLanguage *language;
  GDate today;
} GeoatCommandInput;

void geoat_command_input_clear (GeoatCommandInput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GeoatCommandInput, geoat_command_input_clear)

/* Entries of a GOptionEntry table that fill @input. */
#define GEOAT_COMMAND_ROUND_ENTRY(input)                                                           \
  {                                                                                                \
    "round", 'r', 0, G_OPTION_ARG_STRING, &(input)->round_text,                                    \
        N_ ("The round, by its id or its number (1 is the first); the last if left out"),          \
        N_ ("ROUND")                                                                               \
  }
#define GEOAT_COMMAND_LANGUAGE_ENTRY(input)                                                        \
  {                                                                                                \
    "language", 'l', 0, G_OPTION_ARG_STRING, &(input)->language_text,                              \
        N_ ("The language of what is written, such as “en”; the plan's if left out"),              \
        N_ ("LANGUAGE")                                                                            \
  }
#define GEOAT_COMMAND_TODAY_ENTRY(input)                                                           \
  {                                                                                                \
    "today", 0, 0, G_OPTION_ARG_STRING, &(input)->today_text,                                      \
        N_ ("The day that counts as today; the present one if left out"), N_ ("YYYY-MM-DD")        \
  }
#define GEOAT_COMMAND_FILES_ENTRY(input)                                                           \
  {                                                                                                \
    G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(input)->files, NULL, NULL             \
  }

gboolean
geoat_command_check_options (const GeoatCommand *command, GeoatCommandInput *input, int *status);
gboolean
geoat_command_read_plan (const GeoatCommand *command, GeoatCommandInput *input, int *status);

G_END_DECLS
