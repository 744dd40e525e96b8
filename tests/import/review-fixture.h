/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-history.h"
#include "geoat-review.h"

G_BEGIN_DECLS

/* A plan, and the review of something that is to come into it. */
typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatReview *review;
  char *before; /* the file of the plan when the review began */
} ReviewFixture;

GeoatPlan *review_fixture_create_plan (void);      /* full */
char *review_fixture_write_plan (GeoatPlan *plan); /* full */

/* A plan without entries; what the test needs is added to it, and then the review begins. */
void review_fixture_init (ReviewFixture *fixture);
void review_fixture_begin (ReviewFixture *fixture, GeoatImport *import); /* @import: full */
void review_fixture_clear (ReviewFixture *fixture);

GeoatReviewItem *review_fixture_get_item (const ReviewFixture *fixture, guint position); /* none */

G_END_DECLS
