/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-history.h"

G_BEGIN_DECLS

/* Plans for the tests of the model. */

/* On the built-in framework, with one round that opened on 2024-01-15, no entries. */
GeoatPlan *plan_fixture_new (void);                     /* full */
void plan_fixture_date (GDate *date, const char *text); /* YYYY-MM-DD */

/* An entry at the end of its key element, with @level in the last round (NOT_ASSESSED: none). */
GeoatEntry *
plan_fixture_add (GeoatHistory *history, const char *key_element, GeoatLevel level); /* none */

/* All that can be asked of a plan, as text, and then its file. */
char *plan_fixture_dump (GeoatPlan *plan); /* full */

/* Does something at random that is allowed: every function of the history comes up. */
void plan_fixture_edit_at_random (GeoatHistory *history, GRand *random);

G_END_DECLS
