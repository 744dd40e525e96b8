/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan of any size, for the benchmarks. */

#include "config.h"

#include <stdio.h>
#include <glib/gstdio.h>

#include "geoat-framework.h"

#include "large-plan.h"

static void
add_entry (FILE *stream, guint i)
{
  GeoatFramework *framework = geoat_framework_get_default ();
  guint key_element = i % geoat_framework_get_n_key_elements (framework);

  fprintf (stream,
           "%s\n    {\n      \"id\": \"e%u\",\n      \"key_element\": \"%s\",\n"
           "      \"indicator\": \"Indicator %u is written down, known to all and followed.\",\n"
           "      \"alignment\": \"Equality Act, article %u\",\n      \"ratings\": {\n"
           "        \"r1\": {\n          \"level\": %u\n        },\n"
           "        \"r2\": {\n          \"level\": %u,\n"
           "          \"reason\": \"What was seen in unit %u.\"\n        }\n      },\n"
           "      \"current_activities\": \"What is done already, in a few sentences.\\nOf several "
           "lines, as people write “things” down: training for %u people, figures by sex.\",\n"
           "      \"actions\": [\n        {\n          \"id\": \"a%u\",\n"
           "          \"activity\": \"Do the next step for number %u.\",\n"
           "          \"units\": \"Human resources, training\",\n"
           "          \"timeline\": \"Q3 2026\",\n          \"due\": \"2026-09-30\",\n"
           "          \"targets\": \"40 %% of all posts\",\n          \"status\": \"planned\"\n"
           "        }\n      ]\n    }",
           i == 0 ? "" : ",", i, geoat_framework_get_key_element_id (framework, key_element), i,
           i % 50, i % 6, (i + i / 7) % 6, i % 90, i % 300, i, i);
}

/**
 * large_plan_write:
 * @path: where the plan is to be
 * @n: how many indicators it is to have
 *
 * Writes a plan of the Customs of Valmara with two rounds, all indicators rated in both, and one
 * activity for each. The texts are as long as those that people write.
 */
void
large_plan_write (const char *path, guint n)
{
  FILE *stream = g_fopen (path, "w");

  g_assert_nonnull (stream);
  fputs ("{\n  \"format\": \"geoat-plan\",\n  \"version\": 1,\n  \"id\": \"p\",\n"
         "  \"framework\": \"geoat-2023\",\n  \"language\": \"en\",\n"
         "  \"administration\": {\n    \"name\": \"Customs of Valmara\"\n  },\n"
         "  \"rounds\": [\n"
         "    {\n      \"id\": \"r1\",\n      \"title\": \"One\",\n"
         "      \"opened\": \"2024-01-01\",\n      \"closed\": \"2024-02-01\"\n    },\n"
         "    {\n      \"id\": \"r2\",\n      \"title\": \"Two\",\n"
         "      \"opened\": \"2025-01-01\"\n    }\n  ],\n  \"entries\": [",
         stream);
  for (guint i = 0; i < n; i++)
    add_entry (stream, i);
  fputs ("\n  ]\n}\n", stream);
  g_assert_cmpint (fclose (stream), ==, 0);
}
