/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What importing did with each text of a file: a line on standard error for each that someone
 * should look at, or all of them as JSON on standard output. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include "geoat-import-report.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "geoat-hash.h"
#include "geoat-output.h"

#define MAX_TEXT 500 /* characters of a text that is told in a line */

static const char *const state_names[] = {
  [GEOAT_IMPORT_MATCHED] = "recognised",
  [GEOAT_IMPORT_DOUBTFUL] = "to-check",
  [GEOAT_IMPORT_UNPLACED] = "not-used",
};

static const GeoatReviewItem *
get_item (GeoatReview *review, const GeoatImportCell *cell)
{
  return cell->entry != G_MAXUINT ? g_ptr_array_index (geoat_review_get_items (review), cell->entry)
                                  : NULL;
}

/* Why an indicator of a list is not added, or NULL: it is added, or the cell is none. */
static const char *
get_refusal (GeoatReview *review, const GeoatImportCell *cell)
{
  const GeoatReviewItem *item = get_item (review, cell);

  if (!geoat_review_is_list (review) || item == NULL || cell->kind != GEOAT_FIELD_INDICATOR ||
      item->choice == GEOAT_REVIEW_ADD)
    return NULL;
  return item->reason != NULL ? item->reason : _ ("the plan has this indicator");
}

/* What is to be said about a text, full: "not used: this is a comment"; NULL: nothing. */
static char *
make_message (GeoatReview *review, guint position)
{
  const GeoatImportCell *cell = g_ptr_array_index (geoat_review_get_cells (review), position);
  const char *refusal = get_refusal (review, cell);
  const char *reason;
  GeoatImportState state = geoat_review_get_cell_state (review, position, &reason);

  if (refusal != NULL)
    /* Translators: why an indicator of a list is not added, without a full stop */
    return g_strdup_printf (_ ("not added: %s"), refusal);
  if (state == GEOAT_IMPORT_MATCHED)
    return NULL;
  return state == GEOAT_IMPORT_DOUBTFUL ? g_strdup_printf (_ ("to check: %s"), reason)
                                        : g_strdup_printf (_ ("not used: %s"), reason);
}

/* As much of a text as a line has room for, full. */
static char *
shorten (const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_TEXT));

  return g_strconcat (start, strlen (start) < strlen (text) ? "…" : "", NULL);
}

static char *
make_place (const GeoatImportCell *cell)
{
  if (cell->row == 0)
    return NULL;
  return cell->sheet[0]
             ? g_strdup_printf (_ ("“%s”, row %u, column %u"), cell->sheet, cell->row, cell->column)
             : g_strdup_printf (_ ("row %u, column %u"), cell->row, cell->column);
}

static char *
make_line (const GeoatImportCell *cell, const char *message)
{
  g_autofree char *text = shorten (cell->text);

  /* Translators: what is to be said about a text, and the text: "not used: this is a comment: “Ask
   * HR”" */
  return *text != '\0' ? g_strdup_printf (_ ("%s: “%s”"), message, text) : g_strdup (message);
}

/* How often each text without a place is told: what stands on every page is one line. */
static GHashTable *
count_texts (GeoatReview *review)
{
  GHashTable *counts = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  GPtrArray *cells = geoat_review_get_cells (review);

  for (guint i = 0; i < cells->len; i++)
    {
      const GeoatImportCell *cell = g_ptr_array_index (cells, i);
      g_autofree char *message = cell->row == 0 ? make_message (review, i) : NULL;
      char *line = message != NULL ? make_line (cell, message) : NULL;

      if (line != NULL)
        g_hash_table_insert (
            counts, line,
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, line)) + 1));
    }
  return counts;
}

/**
 * geoat_import_report_print:
 * @file: the name of the file
 * @review: what became of it
 *
 * Prints one line for every text that someone should look at.
 */
void
geoat_import_report_print (const char *file, GeoatReview *review)
{
  GPtrArray *cells = geoat_review_get_cells (review);
  g_autoptr (GHashTable) counts = count_texts (review);

  for (guint i = 0; i < cells->len; i++)
    {
      const GeoatImportCell *cell = g_ptr_array_index (cells, i);
      g_autofree char *message = make_message (review, i);
      g_autofree char *place = make_place (cell);
      g_autofree char *line = message != NULL ? make_line (cell, message) : NULL;
      guint n =
          place == NULL && line != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, line)) : 1;
      g_autofree char *often =
          /* Translators: a line about a text that stands in a file more than once */
          n > 1 ? g_strdup_printf (ngettext ("%s (%u time)", "%s (%u times)", n), line, n) : NULL;

      if (line == NULL || n == 0)
        continue;
      if (place == NULL)
        g_hash_table_insert (counts, g_strdup (line), GUINT_TO_POINTER (0));
      geoat_output_problem (file, place, often != NULL ? often : line);
    }
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, guint number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_cell (JsonBuilder *builder, GeoatReview *review, guint position)
{
  const GeoatImportCell *cell = g_ptr_array_index (geoat_review_get_cells (review), position);
  const GeoatReviewItem *item = get_item (review, cell);
  const char *refusal = get_refusal (review, cell);
  const char *reason;
  GeoatImportState state = geoat_review_get_cell_state (review, position, &reason);

  json_builder_begin_object (builder);
  if (cell->row > 0)
    {
      add_text (builder, "table", cell->sheet);
      add_number (builder, "row", cell->row);
      add_number (builder, "column", cell->column);
    }
  add_text (builder, "state", state_names[refusal != NULL ? GEOAT_IMPORT_UNPLACED : state]);
  add_text (builder, "reason", refusal != NULL ? refusal : reason);
  add_text (builder, "text", cell->text);
  if (item != NULL)
    add_text (builder, "indicator", item->text);
  json_builder_end_object (builder);
}

/**
 * geoat_import_report_print_json:
 * @file: the name of the file
 * @review: what became of it
 *
 * Prints every text of the file, with its place and what became of it, to standard output.
 */
void
geoat_import_report_print_json (const char *file, GeoatReview *review)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = g_filename_display_name (file);
  g_autofree char *json = NULL;
  GeoatReviewCounts counts;

  geoat_review_count (review, &counts);
  json_builder_begin_object (builder);
  add_text (builder, "file", name);
  add_number (builder, state_names[GEOAT_IMPORT_MATCHED], counts.matched);
  add_number (builder, state_names[GEOAT_IMPORT_DOUBTFUL], counts.doubtful);
  add_number (builder, state_names[GEOAT_IMPORT_UNPLACED], counts.unplaced);
  json_builder_set_member_name (builder, "texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < geoat_review_get_cells (review)->len; i++)
    add_cell (builder, review, i);
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  geoat_output_print (json);
  geoat_output_print ("\n");
}
