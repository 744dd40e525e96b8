/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Someone who cancels the import of a large file would notice if these tests failed: it went on to
 * its end. How long anything takes depends on the computer, so it is compared with the whole of it;
 * and on what else the computer does, so only the processor's time for it counts. */

#include "config.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "geoat-csv-reader.h"
#include "geoat-format.h"
#include "geoat-review.h"
#include "geoat-text-reader.h"
#include "geoat-archive.h"
#include "geoat-docx-reader.h"
#include "geoat-xlsx-reader.h"
#include "review-fixture.h"

#define N_ROWS 30000 /* the headings included; under the sanitizers a tenth takes longer */
#define N_KNOWN 300  /* indicators of the plan that each row is compared with */
#define N_ATTEMPTS 9 /* on a busy computer the work may be done before anybody can cancel it */

static const char *const headings[] = { "GEOAT indicator", "Strategic alignment",
                                        "GEOAT evaluation scale", "Key element", NULL };

/* Text before, between and behind the cells of a row, and the rows. */
typedef struct
{
  const char *start;
  const char *row;
  const char *cell;
  const char *cell_end;
  const char *row_end;
  const char *end;
} Marks;

static const Marks csv_marks = { "", "", "", ",", "\n", "" };
static const Marks xlsx_marks = { "<w>",           "<row>",  "<c t='inlineStr'><is><t>",
                                  "</t></is></c>", "</row>", "</w>" };
static const Marks docx_marks = { "<w><tbl>",          "<tr>",  "<tc><p><r><t>",
                                  "</t></r></p></tc>", "</tr>", "</tbl></w>" };

static char *
make_rows (const Marks *marks)
{
  GString *text = g_string_new (marks->start);
  guint n_rows = g_getenv ("GEOAT_SANITIZED") != NULL ? N_ROWS / 10 : N_ROWS;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *indicator = g_strdup_printf ("What number %u says about this", i);
      const char *const cells[] = { indicator, "Labour law", "3", "1A" };

      g_string_append (text, marks->row);
      for (gsize j = 0; j < G_N_ELEMENTS (cells); j++)
        {
          g_string_append (text, marks->cell);
          g_string_append (text, i == 0 ? headings[j] : cells[j]);
          g_string_append (text, marks->cell_end);
        }
      g_string_append (text, marks->row_end);
    }
  g_string_append (text, marks->end);
  return g_string_free (text, FALSE);
}

static GBytes *
make_bytes (const Marks *marks)
{
  char *text = make_rows (marks);

  return g_bytes_new_take (text, strlen (text));
}

/* A package with these members, names and texts in turn. */
static GBytes *
pack (const char *const members[])
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatArchive) archive = geoat_archive_new (stream, NULL, &error);

  for (gsize i = 0; members[i] != NULL; i += 2)
    geoat_archive_add_text (archive, members[i], members[i + 1], &error);
  geoat_archive_close (archive, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* What is done: it returns whether it came to its end. */
typedef struct _Work Work;
struct _Work
{
  gboolean (*run) (Work *work, GCancellable *cancellable, GError **error);
  GBytes *bytes;
  GeoatImportFunc read;
  GPtrArray *sheets;
  gboolean is_list;
  GeoatPlan *plan;     /* that the sheets are to come into; or NULL */
  GeoatImport *import; /* what was found for it */
};

static gboolean
run_read (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = work->read (work->bytes, cancellable, error);

  return sheets != NULL;
}

static gboolean
run_import (Work *work, GCancellable *cancellable, GError **error)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  g_autoptr (GeoatImport) import =
      work->is_list ? geoat_import_new_list (framework, work->sheets, NULL, cancellable, error)
                    : geoat_import_new (framework, work->sheets, NULL, NULL, cancellable, error);

  return import != NULL;
}

static gboolean
run_review (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GeoatReview) review =
      geoat_review_new (g_steal_pointer (&work->import), work->plan, cancellable, error);

  return review != NULL;
}

/* What has to be there before. */
static void
prepare (Work *work)
{
  if (work->plan != NULL)
    work->import =
        geoat_import_new (geoat_framework_get_default (), work->sheets, NULL, NULL, NULL, NULL);
}

/* Cancels the work of a thread once that thread has worked for a while. */
typedef struct
{
  GCancellable *cancellable;
  clockid_t clock; /* of the thread that works: it stands while other programs have the processor */
  gint64 when;     /* by that clock, in microseconds, like all times here */
  gint64 cancelled; /* when it was */
  int over;         /* the work has ended by itself */
} Canceller;

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (clock, &now), ==, 0);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gpointer
cancel_thread (gpointer data)
{
  Canceller *canceller = data;

  while (!g_atomic_int_get (&canceller->over) && read_clock (canceller->clock) < canceller->when)
    g_usleep (100);
  canceller->cancelled = read_clock (canceller->clock);
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

/* How long the whole work takes. */
static gint64
measure_whole (Work *work)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 begin;

  prepare (work);
  begin = read_clock (CLOCK_THREAD_CPUTIME_ID);
  g_assert_true (work->run (work, cancellable, &error));
  g_assert_no_error (error);
  return read_clock (CLOCK_THREAD_CPUTIME_ID) - begin;
}

/* How long the work goes on when it is cancelled after some time; -1 when it was done by then. */
static gint64
measure_rest (Work *work, gint64 after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Canceller canceller = { .cancellable = cancellable };
  GThread *thread;
  gint64 end;
  gboolean done;

  prepare (work);
  g_assert_cmpint (pthread_getcpuclockid (pthread_self (), &canceller.clock), ==, 0);
  canceller.when = read_clock (canceller.clock) + after;
  thread = g_thread_new ("cancel", cancel_thread, &canceller);
  done = work->run (work, cancellable, &error);
  end = read_clock (canceller.clock);
  g_atomic_int_set (&canceller.over, TRUE);
  g_thread_join (thread);
  if (done)
    {
      g_assert_no_error (error);
      return -1;
    }
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  return end - canceller.cancelled;
}

/* Cancelled before it begins. */
static void
check_before (Work *work)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  prepare (work);
  g_cancellable_cancel (cancellable);
  g_assert_false (work->run (work, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cancelled after a tenth of the work, it stops before as much as four tenths more are done. */
static void
check (Work *work)
{
  gint64 whole = measure_whole (work);
  gint64 rest = -1;

  for (guint i = 0; i < N_ATTEMPTS && rest < 0; i++)
    rest = measure_rest (work, whole / 10);
  g_test_message ("whole %.1f ms, rest %.1f ms", (double) whole / 1000, (double) rest / 1000);
  g_assert_cmpint (rest, >=, 0);
  g_assert_cmpint (rest, <, whole * 4 / 10);
  check_before (work);
}

static void
check_read (GBytes *bytes, GeoatImportFunc read)
{
  Work work = { .run = run_read, .bytes = bytes, .read = read };

  check (&work);
}

static void
test_text (void)
{
  g_autoptr (GBytes) bytes = make_bytes (&csv_marks);
  Work lines = { .run = run_read, .bytes = bytes, .read = geoat_text_read };

  check_read (bytes, geoat_csv_read);
  check_before (&lines); /* it is read in no time */
}

static void
test_xlsx (void)
{
  g_autofree char *sheet = make_rows (&xlsx_marks);
  const char *const members[] = {
    "xl/workbook.xml",
    "<w><sheet name='1A' id='r'/></w>",
    "xl/_rels/workbook.xml.rels",
    "<r><Relationship Id='r' Target='s.xml'/></r>",
    "xl/s.xml",
    sheet,
    NULL,
  };
  g_autoptr (GBytes) bytes = pack (members);

  check_read (bytes, geoat_xlsx_read);
}

static void
test_docx (void)
{
  g_autofree char *body = make_rows (&docx_marks);
  const char *const members[] = { "word/document.xml", body, NULL };
  g_autoptr (GBytes) bytes = pack (members);

  check_read (bytes, geoat_docx_read);
}

static void
test_import (gconstpointer is_list)
{
  g_autoptr (GBytes) bytes = make_bytes (&csv_marks);
  g_autoptr (GPtrArray) sheets = geoat_csv_read (bytes, NULL, NULL);
  Work work = { .run = run_import, .sheets = sheets, .is_list = is_list != NULL };

  check (&work);
}

static void
test_review (void)
{
  g_autoptr (GBytes) bytes = make_bytes (&csv_marks);
  g_autoptr (GPtrArray) sheets = geoat_csv_read (bytes, NULL, NULL);
  g_autoptr (GeoatPlan) plan = review_fixture_create_plan ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  Work work = { .run = run_review, .sheets = sheets, .plan = plan };

  for (guint i = 0; i < N_KNOWN; i++)
    {
      g_autofree char *indicator = g_strdup_printf ("What %u officers know of that rule", i);
      g_autoptr (GeoatEntry) entry = geoat_entry_new ("1A", "", indicator);

      geoat_history_add_entry (history, entry, G_MAXUINT);
    }
  before = review_fixture_write_plan (plan);
  check (&work);
  behind = review_fixture_write_plan (plan);
  g_assert_cmpstr (behind, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/cancel/text", test_text);
  g_test_add_func ("/cancel/xlsx", test_xlsx);
  g_test_add_func ("/cancel/docx", test_docx);
  g_test_add_data_func ("/cancel/template", NULL, test_import);
  g_test_add_data_func ("/cancel/list", "list", test_import);
  g_test_add_func ("/cancel/review", test_review);

  return g_test_run ();
}
