/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-change.h"
#include "geoat-card-list.h"
#include "geoat-key-element-page.h"
#include "geoat-table.h"

G_BEGIN_DECLS

typedef enum
{
  GEOAT_ENTRY_FILTER_ALL,
  GEOAT_ENTRY_FILTER_NOT_ASSESSED,
  GEOAT_ENTRY_FILTER_LOW,
  GEOAT_ENTRY_FILTER_WITHOUT_ACTIVITY,
  GEOAT_ENTRY_FILTER_WITH_NOTES,
} GeoatEntryFilter;

struct _GeoatKeyElementPage
{
  GeoatPlanWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  AdwClamp *header_clamp;
  GtkStack *views;
  GtkWidget *table_window;
  GeoatTable *table;
  GtkToggleButton *form_toggle;
  GtkToggleButton *table_toggle;
  GtkToggleButton *whole_plan;
  gboolean was_whole_plan; /* what the title says */
  GtkLabel *name;
  GtkLabel *principle;
  GtkDropDown *filter;
  GtkMenuButton *menu;
  AdwSplitButton *add;
  GeoatCardList *cards;
  GtkWidget *empty;
  GtkButton *add_all;
  GtkWidget *no_match;
  GMenuModel *menu_model;

  GeoatPerspective *perspective;
  char *key_element;
  GSettings *settings;

  GHashTable *opened;  /* ids of entries whose cards are open, on all key elements */
  char *place;         /* the one of them that was opened last, or NULL */
  double place_offset; /* how far below the top its card stood, or is to stand */
  guint place_tick;
  guint place_frames;
  GHashTable *kept; /* GeoatEntry: shown since the filter was chosen */
  guint update_source;
  guint scroll_tick;
  guint scroll_frames;
};

void geoat_key_element_page_class_install_actions (GtkWidgetClass *widget_class);
void geoat_key_element_page_init_cards (GeoatKeyElementPage *self);
void geoat_key_element_page_clear_cards (GeoatKeyElementPage *self);
void geoat_key_element_page_follow_change (GeoatKeyElementPage *self, const GeoatChange *change);
void geoat_key_element_page_update (GeoatKeyElementPage *self);
void geoat_key_element_page_update_actions (GeoatKeyElementPage *self);
void geoat_key_element_page_leave_plan (GeoatKeyElementPage *self, GeoatPerspective *next);
void geoat_key_element_page_note_open (GeoatKeyElementPage *self, GeoatEntry *entry, gboolean open);
gboolean geoat_key_element_page_shows_table (GeoatKeyElementPage *self);
GeoatEntry *geoat_key_element_page_get_focus_entry (GeoatKeyElementPage *self);
GtkWidget *geoat_key_element_page_create_add_list (GeoatKeyElementPage *self);
guint geoat_key_element_page_count_unused_starters (GeoatKeyElementPage *self);

G_END_DECLS
