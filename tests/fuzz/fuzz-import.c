/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the fuzz targets of the readers have in common. */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "geoat-review.h"
#include "fuzz-import.h"

#define MARK "=== "

static void
add_entry (GeoatHistory *history, const char *indicator, const char *activity)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("1A", "", indicator);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text (activity, "", "", "");

  geoat_history_add_entry (history, entry, G_MAXUINT);
  geoat_history_add_action (history, entry, action, G_MAXUINT);
}

static GeoatHistory *
create_history (void)
{
  GDate today;
  g_autoptr (GeoatPlan) plan = NULL;
  GeoatHistory *history;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  plan = geoat_plan_new (geoat_framework_get_default (), "en", "", "", "Review", &today);
  history = geoat_history_new (plan);
  add_entry (history, "A written policy exists", "Write it");
  add_entry (history, "Staff know it", "");
  return history;
}

/* Gives everything a place, and takes everything over. */
static void
decide (GeoatReview *review)
{
  GPtrArray *items = geoat_review_get_items (review);

  for (guint i = 0; i < items->len; i++)
    {
      const GeoatReviewItem *item = g_ptr_array_index (items, i);

      if (!item->is_member && item->key_element < 0)
        geoat_review_set_key_element (review, i, 0);
    }
  geoat_review_accept_all (review);
}

/* Each cell has a state, and a reason exactly when it is not matched. */
static void
check_cells (GeoatReview *review)
{
  for (guint i = 0; i < geoat_review_get_cells (review)->len; i++)
    {
      const char *reason;
      GeoatImportState state = geoat_review_get_cell_state (review, i, &reason);

      g_assert_true ((state == GEOAT_IMPORT_MATCHED) == (reason == NULL));
    }
}

/* What was found comes into a plan, which stays a valid one. @import is taken; NULL: it was
 * refused.
 */
static void
bring_in (GeoatImport *import)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatReview) review = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GeoatPlan) copy = NULL;

  if (import == NULL)
    return;

  history = create_history ();
  review = geoat_review_new (import, geoat_history_get_plan (history), NULL, NULL);
  check_cells (review);
  decide (review);
  check_cells (review);
  geoat_review_apply (review, history);

  written = geoat_plan_to_bytes (geoat_history_get_plan (history));
  copy = geoat_plan_read (written, &error);
  g_assert_no_error (error);
}

void
fuzz_import (GBytes *bytes, GeoatImportFunc read)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = read (bytes, NULL, &error);

  g_assert_true ((sheets == NULL) == (error != NULL));
  if (sheets == NULL)
    return;
  bring_in (geoat_import_new (framework, sheets, "1A", NULL, NULL, NULL));
  bring_in (geoat_import_new_list (framework, sheets, NULL, NULL, NULL));
}

static GBytes *
pack (const char *text)
{
  g_auto (GStrv) members = g_strsplit (text + strlen (MARK), "\n" MARK, -1);
  gsize room = strlen (text) + 4096, used = 0;
  char *bytes;
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  for (guint i = 0; members[i] != NULL; i++)
    room += 512;
  bytes = g_malloc (room);
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, bytes, room, &used);
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (members[i], "\n", 2);

      if (parts[0] == NULL || parts[1] == NULL || strlen (parts[0]) > 100)
        continue;
      archive_entry_clear (entry);
      archive_entry_set_pathname (entry, parts[0]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[1]));
      if (archive_write_header (archive, entry) == ARCHIVE_OK)
        archive_write_data (archive, parts[1], strlen (parts[1]));
    }
  archive_write_close (archive);
  archive_entry_free (entry);
  archive_write_free (archive);
  return g_bytes_new_take (bytes, used);
}

GBytes *
fuzz_package (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  return g_str_has_prefix (text, MARK) ? pack (text) : g_bytes_new (data, size);
}
