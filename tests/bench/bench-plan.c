/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How reading, scoring, editing and writing a plan grow with its size.
 *
 * Without arguments it runs itself for plans of 1,000, 10,000 and 100,000 entries, each in a
 * process of its own so that memory is that of one plan, prints what it finds, and fails when
 *
 * - reading, writing, or reading, scoring and writing 100 times the entries takes more than 120
 *   times the time, or their memory,
 * - reading takes more than twice what json-glib alone takes for the same bytes,
 * - bringing all scores up to date after an edit costs a thousandth of computing them or more.
 *
 * Times are of the processor, not of the wall: they do not depend on what else is running. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <json-glib/json-glib.h>
#include <glib/gstdio.h>

#include "geoat-history.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "geoat-score.h"
#include "geoat-scores.h"

#include "large-plan.h"
#include "measure.h"

#define MAX_GROWTH 120
#define MAX_READ_RATIO 2.0
#define MAX_EDIT_RATIO 0.001
#define N_EDITS 1000

/* The smaller, the more often: the least of all times is the one that nothing else disturbed. */
static const struct
{
  guint n;
  guint times;
} sizes[] = { { 1000, 20 }, { 10000, 8 }, { 100000, 3 } };

/* What one process found: seconds and bytes. */
typedef struct
{
  double json;
  double read;
  double score;
  double write;
  double edit;
  double memory;
} Result;

static double
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return 1024.0 * (double) usage.ru_maxrss;
}

static void
parse (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static GeoatPlan *
read_plan (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

static void
write_plan (GeoatPlan *plan)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream = g_file_append_to (file, G_FILE_CREATE_NONE, NULL, &error);

  g_assert_no_error (error);
  geoat_plan_write (plan, G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

/* Seconds that one edit takes with all scores kept up to date. */
static double
edit_plan (GeoatPlan *plan)
{
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatRound *round = geoat_plan_get_last_round (plan);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, round);
  guint n = geoat_plan_get_n_entries (plan);
  double start;
  double mean;

  /* The entries that are edited are spread over the whole plan. */
  start = measure_time ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i * 7919 % n);
      GeoatLevel level = geoat_entry_get_level (entry, round);

      geoat_history_set_level (history, entry, (GeoatLevel) ((level + 1) % GEOAT_N_LEVELS));
      g_assert_true (geoat_score_get_mean (geoat_scores_get_plan_score (scores), &mean));
    }
  return (measure_time () - start) / N_EDITS;
}

/* What is done once in a process, whatever it reads, is not to be timed. */
static void
warm_up (void)
{
  static const char tiny[] = "{\"format\":\"geoat-plan\",\"version\":1,\"id\":\"p\",\"framework\":"
                             "\"geoat-2023\",\"language\":\"en\",\"administration\":{\"name\":"
                             "\"\"},\"rounds\":[{\"id\":\"r\",\"title\":\"\",\"opened\":"
                             "\"2025-01-01\"}],\"entries\":[{\"id\":\"e\",\"key_element\":\"1A\","
                             "\"indicator\":\"\",\"ratings\":{\"r\":{\"level\":1}},\"actions\":[{"
                             "\"id\":\"a\",\"status\":\"done\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (tiny, sizeof tiny - 1);
  g_autoptr (GeoatPlan) plan = read_plan (bytes);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));

  g_assert_nonnull (scores);
  parse (bytes);
  write_plan (plan);
}

/* In a process of its own. */
static void
measure_json (const char *path)
{
  g_autoptr (GBytes) bytes = measure_load (path);
  double start;

  warm_up ();
  start = measure_time ();
  parse (bytes);
  printf ("%.9f\n", measure_time () - start);
}

/* In a process of its own. */
static void
measure_plan (const char *path)
{
  g_autoptr (GBytes) bytes = measure_load (path);
  g_autoptr (GeoatPlan) plan = NULL;
  g_autoptr (GeoatScores) scores = NULL;
  double times[4];
  double memory;

  warm_up ();
  memory = peak_memory ();
  times[0] = measure_time ();
  plan = read_plan (bytes);
  times[1] = measure_time ();
  scores = geoat_scores_new (plan, geoat_plan_get_last_round (plan));
  times[2] = measure_time ();
  write_plan (plan);
  times[3] = measure_time ();
  memory = peak_memory () - memory;

  printf ("%.9f %.9f %.9f %.9f %.0f\n", times[1] - times[0], times[2] - times[1],
          times[3] - times[2], edit_plan (plan), memory);
}

static Result
measure (const char *self, guint n, guint times)
{
  g_autofree char *folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.geoat", NULL);
  double json = G_MAXDOUBLE;
  double plan[5] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  Result result;

  large_plan_write (path, n);
  for (guint i = 0; i < times; i++)
    {
      measure_run (self, "json", path, &json, 1);
      measure_run (self, "plan", path, plan, G_N_ELEMENTS (plan));
    }
  g_unlink (path);
  g_rmdir (folder);

  result = (Result){ json, plan[0], plan[1], plan[2], plan[3], plan[4] };
  printf ("%6u entries: json-glib %9.3f ms, read %9.3f ms (%.2f times), score %8.4f ms, "
          "write %8.3f ms, edit %8.5f ms, memory %6.1f MB\n",
          n, 1e3 * result.json, 1e3 * result.read, result.read / result.json, 1e3 * result.score,
          1e3 * result.write, 1e3 * result.edit, 1e-6 * result.memory);
  fflush (stdout);
  return result;
}

int
main (int argc, char *argv[])
{
  Result results[G_N_ELEMENTS (sizes)];
  const Result *first = &results[0];
  const Result *last = &results[G_N_ELEMENTS (sizes) - 1];
  gboolean ok = TRUE;

  if (argc == 3 && strcmp (argv[1], "json") == 0)
    {
      measure_json (argv[2]);
      return 0;
    }
  if (argc == 3)
    {
      measure_plan (argv[2]);
      return 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      results[i] = measure (argv[0], sizes[i].n, sizes[i].times);
      ok &= measure_check ("reading, times json-glib alone", results[i].read / results[i].json,
                           MAX_READ_RATIO);
    }
  ok &= measure_check ("reading, scoring and writing 100 times the entries, times",
                       (last->read + last->score + last->write) /
                           (first->read + first->score + first->write),
                       MAX_GROWTH);
  ok &= measure_check ("memory for 100 times the entries, times", last->memory / first->memory,
                       MAX_GROWTH);
  ok &= measure_check ("an edit of the largest, times scoring afresh", last->edit / last->score,
                       MAX_EDIT_RATIO);
  return ok ? 0 : 1;
}
