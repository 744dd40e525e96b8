/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan, and the review of something that is to come into it. */

#include "config.h"

#include "review-fixture.h"

#include "geoat-plan-writer.h"

GeoatPlan *
review_fixture_create_plan (void)
{
  g_autoptr (GDate) today = g_date_new_dmy (8, G_DATE_MARCH, 2026);

  return geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", "", "Review",
                         today);
}

char *
review_fixture_write_plan (GeoatPlan *plan)
{
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

void
review_fixture_init (ReviewFixture *fixture)
{
  fixture->plan = review_fixture_create_plan ();
  fixture->history = geoat_history_new (fixture->plan);
}

void
review_fixture_begin (ReviewFixture *fixture, GeoatImport *import)
{
  g_autoptr (GeoatPlan) copy = geoat_plan_copy (fixture->plan);

  fixture->before = review_fixture_write_plan (fixture->plan);
  fixture->review = geoat_review_new (import, copy, NULL, NULL);
}

void
review_fixture_clear (ReviewFixture *fixture)
{
  geoat_review_free (fixture->review);
  g_object_unref (fixture->history);
  g_assert_finalize_object (fixture->plan);
  g_free (fixture->before);
}

GeoatReviewItem *
review_fixture_get_item (const ReviewFixture *fixture, guint position)
{
  return g_ptr_array_index (geoat_review_get_items (fixture->review), position);
}
