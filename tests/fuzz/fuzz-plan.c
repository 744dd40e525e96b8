/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan that can be read is written in a form that is read again and then written the same. */

#include "config.h"

#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "fuzz-import.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = geoat_plan_check (bytes);
  g_autoptr (GeoatPlan) plan = geoat_plan_read (bytes, &error);
  g_autoptr (GeoatPlan) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  g_assert_true ((plan == NULL) == (error != NULL));
  g_assert_true ((plan == NULL) == (problems->len > 0));
  if (plan == NULL)
    return 0;

  written = geoat_plan_to_bytes (plan);
  again = geoat_plan_read (written, &error);
  g_assert_no_error (error);
  rewritten = geoat_plan_to_bytes (again);
  g_assert_true (g_bytes_equal (written, rewritten));
  return 0;
}
