/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How exporting grows with the size of the plan.
 *
 * Without arguments it runs itself for plans of 1,000 and 10,000 entries, or 10,000 and 100,000 for
 * a format so fast that nothing could be seen, each export in a process of its own so that memory
 * is that of one, prints what it finds, and fails when
 *
 * - 10 times the entries take more than 13 times the time, or the memory,
 * - the workbook takes more than 1.5 times what libxlsxwriter alone takes to write the same cells,
 *   with as many formats and the same drop-down lists.
 *
 * Times are of the processor, not of the wall: they do not depend on what else is running. */

#include "config.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "geoat-date.h"
#include "geoat-plan-reader.h"
#include "geoat-format.h"
#include "geoat-sheet.h"
#include "geoat-xlsx-reader.h"
#include "large-plan.h"
#include "measure.h"

#define MAX_GROWTH 13
#define MAX_WORKBOOK_RATIO 1.5

static const guint sizes[] = { 1000, 10000, 100000 };

/* The faster, the more often: the least of all times is the one that nothing else disturbed. The
 * smaller plan is so large that exporting it takes more than what is in the processor's caches. */
static const struct
{
  const char *id;
  guint smaller; /* a position among the sizes */
  guint times;
} formats[] = {
  { "csv", 1, 5 }, { "html", 0, 5 }, { "docx", 0, 5 }, { "xlsx", 0, 8 }, { "pdf", 0, 3 },
};

/* The most memory that the process has had since forget_memory(). */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  g_autoptr (GError) error = NULL;
  const char *line;

  g_file_get_contents ("/proc/self/status", &status, NULL, &error);
  g_assert_no_error (error);
  line = strstr (status, "VmHWM:");
  g_assert_nonnull (line);
  return 1024.0 * g_ascii_strtod (line + strlen ("VmHWM:"), NULL);
}

/* What is free goes back to the system, and the peak begins anew. */
static void
forget_memory (void)
{
  FILE *stream = g_fopen ("/proc/self/clear_refs", "w");

  malloc_trim (0);
  g_assert_nonnull (stream);
  fputs ("5", stream);
  g_assert_cmpint (fclose (stream), ==, 0);
}

static GeoatPlan *
read_plan (const char *path)
{
  g_autoptr (GBytes) bytes = measure_load (path);
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

static void
export_plan (GeoatPlan *plan, const char *id, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  GDate today;
  GeoatExportOptions options = { .today = &today };

  g_assert_no_error (error);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  geoat_format_find (id)->export(plan, &options, G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  g_assert_no_error (error);
}

/* In a process of its own: an export, once without looking, since fonts and what else is made once
 * in a process are not to be timed. */
static void
measure_export (const char *id, const char *path)
{
  g_autofree char *tiny_path = g_strconcat (path, ".tiny", NULL);
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  g_autoptr (GeoatPlan) tiny = NULL;
  g_autoptr (GeoatPlan) plan = NULL;
  double start, memory;

  large_plan_write (tiny_path, 18);
  tiny = read_plan (tiny_path);
  export_plan (tiny, id, out);
  plan = read_plan (path);
  forget_memory ();
  memory = peak_memory ();
  start = measure_time ();
  export_plan (plan, id, out);
  /* seconds and bytes */
  printf ("%.9f %.0f\n", measure_time () - start, peak_memory () - memory);
  g_unlink (tiny_path);
}

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *text;
  lxw_format *number;
  lxw_format *date;
} Workbook;

static lxw_format *
add_format (Workbook *self, const char *number_format)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  format_set_border (format, LXW_BORDER_THIN);
  if (number_format != NULL)
    format_set_num_format (format, number_format);
  return format;
}

static void
write_cell (Workbook *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text)
{
  GDate date;
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (*text == '\0')
    worksheet_write_blank (sheet, row, column, self->text);
  else if (*end == '\0')
    worksheet_write_number (sheet, row, column, number, self->number);
  else if (geoat_date_parse (text, &date))
    {
      lxw_datetime day = { .year = g_date_get_year (&date),
                           .month = (int) g_date_get_month (&date),
                           .day = g_date_get_day (&date) };

      worksheet_write_datetime (sheet, row, column, &day, self->date);
    }
  else
    worksheet_write_string (sheet, row, column, text, self->text);
}

/* What libxlsxwriter alone has to do for the sheets of a workbook. */
static void
write_sheets (GPtrArray *sheets, const char *path)
{
  const char *list[] = { "One", "Two", "Three", "Four", NULL };
  lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_LIST,
                                     .value_list = (gpointer) list };
  Workbook self = { workbook_new (path), NULL, NULL, NULL };

  self.text = add_format (&self, NULL);
  self.number = add_format (&self, "0");
  self.date = add_format (&self, "yyyy-mm-dd");
  for (guint i = 0; i < sheets->len; i++)
    {
      const GeoatSheet *from = g_ptr_array_index (sheets, i);
      lxw_worksheet *sheet = workbook_add_worksheet (self.workbook, from->name);
      guint n_columns = g_strv_length (g_ptr_array_index (from->rows, 0));

      for (guint j = 0; j < from->rows->len; j++)
        {
          char **cells = g_ptr_array_index (from->rows, j);
          lxw_row_t row = g_array_index (from->numbers, guint, j) - 1;

          /* Empty cells at the end of a row are not read, but have been written. */
          for (guint column = 0, n = g_strv_length (cells); column < MAX (n, n_columns); column++)
            write_cell (&self, sheet, row, (lxw_col_t) column, column < n ? cells[column] : "");
        }
      worksheet_data_validation_range (sheet, 1, 2, (lxw_row_t) from->rows->len, 2, &validation);
      worksheet_autofilter (sheet, 0, 0, (lxw_row_t) from->rows->len, 8);
    }
  g_assert_cmpint (workbook_close (self.workbook), ==, LXW_NO_ERROR);
}

/* In a process of its own: the cells of the workbook that the plan is exported to. */
static void
measure_cells (const char *path)
{
  g_autofree char *out = g_strconcat (path, ".out", NULL);
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GError) error = NULL;
  double start;

  {
    g_autoptr (GeoatPlan) plan = read_plan (path);
    g_autoptr (GBytes) bytes = NULL;

    export_plan (plan, "xlsx", out);
    bytes = measure_load (out);
    sheets = geoat_xlsx_read (bytes, NULL, &error);
    g_assert_no_error (error);
  }
  start = measure_time ();
  write_sheets (sheets, out);
  printf ("%.9f 0\n", measure_time () - start);
}

static gboolean
check (const char *id, const char *what, double found, double limit)
{
  g_autofree char *text = g_strdup_printf ("%s, %s", id, what);

  return measure_check (text, found, limit);
}

/* All that is compared is measured in turns, and the least of each counts. */
static gboolean
compare (const char *self, char *const *paths, guint format)
{
  double small[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double large[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  double cells[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  const char *id = formats[format].id;
  guint smaller = formats[format].smaller;
  gboolean is_workbook = g_str_equal (id, "xlsx");
  gboolean ok;

  for (guint i = 0; i < formats[format].times; i++)
    {
      measure_run (self, id, paths[smaller], small, 2);
      measure_run (self, id, paths[smaller + 1], large, 2);
      if (is_workbook)
        measure_run (self, "cells", paths[smaller + 1], cells, 2);
    }
  printf ("%4s: %u entries %8.1f ms, %6.1f MB; %u entries %8.1f ms, %6.1f MB\n", id, sizes[smaller],
          1e3 * small[0], 1e-6 * small[1], sizes[smaller + 1], 1e3 * large[0], 1e-6 * large[1]);
  ok = check (id, "time for 10 times the entries, times", large[0] / small[0], MAX_GROWTH);
  ok &= check (id, "memory for 10 times the entries, times", large[1] / small[1], MAX_GROWTH);
  if (is_workbook)
    {
      printf ("the same cells by libxlsxwriter alone: %8.1f ms\n", 1e3 * cells[0]);
      ok &= check (id, "times libxlsxwriter alone", large[0] / cells[0], MAX_WORKBOOK_RATIO);
    }
  return ok;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  char *paths[G_N_ELEMENTS (sizes) + 1] = { NULL };
  gboolean ok = TRUE;

  if (argc == 3 && strcmp (argv[1], "cells") == 0)
    measure_cells (argv[2]);
  else if (argc == 3)
    measure_export (argv[1], argv[2]);
  if (argc == 3)
    return 0;

  folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      paths[i] = g_strdup_printf ("%s/%u.geoat", folder, sizes[i]);
      large_plan_write (paths[i], sizes[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    ok &= compare (argv[0], paths, i);
  remove_folder (folder);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    g_free (paths[i]);
  return ok ? 0 : 1;
}
