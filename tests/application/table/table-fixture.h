/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-table-private.h"

G_BEGIN_DECLS

/* The example in a table, in a window of its own. */
typedef struct
{
  GeoatDocument *document;
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatPerspective *perspective;
  GtkWidget *window;
  GtkWidget *beside; /* something else that takes the focus */
  GeoatTable *table;
} TableFixture;

void table_fixture_set_up (TableFixture *self, gconstpointer key_element);
void table_fixture_tear_down (TableFixture *self, gconstpointer key_element);
void table_fixture_draw (TableFixture *self);
void table_fixture_assert_cells (TableFixture *self);

G_END_DECLS
