/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-field.h"
#include "geoat-item.h"

#include "geoat-plan-widget.h"

G_BEGIN_DECLS

/**
 * GeoatPage:
 *
 * A page of the window. The window knows pages by this interface and by the rows of its table of
 * pages alone.
 *
 * Signals: `show-item (GeoatItem *item, GeoatField field)`: go to where an item is written;
 * `title-changed`: the page says something else about itself. A page goes to another page with the
 * action `win.show-page`, and says something in passing with geoat_announce().
 */
#define GEOAT_TYPE_PAGE (geoat_page_get_type ())
G_DECLARE_INTERFACE (GeoatPage, geoat_page, GEOAT, PAGE, GeoatPlanWidget)

/**
 * GeoatPageInterface:
 * @show: shows what is meant by the name of a page; for a page that has several names
 * @get_title: (nullable): the title, when it is not the one of the table of pages
 * @get_subtitle: (nullable): what stands below the title, when it is not the title of the round
 * @reveal: scrolls to an item, when it is shown here, and says whether it is
 * @start_editing: gives the caret to the text that was revealed
 * @focus_content: gives the focus to what the page is about, not to what stands above it
 * @get_place: (nullable): where on the page one is, to come back there another day
 * @restore_place: goes to what @get_place has said
 *
 * What a page can do. Each of these can be left out.
 */
struct _GeoatPageInterface
{
  GTypeInterface parent_interface;

  void (*show) (GeoatPage *self, const char *name);
  char *(*get_title) (GeoatPage *self);
  char *(*get_subtitle) (GeoatPage *self);
  gboolean (*reveal) (GeoatPage *self, GeoatItem *item, GeoatField field);
  void (*start_editing) (GeoatPage *self);
  void (*focus_content) (GeoatPage *self);
  const char *(*get_place) (GeoatPage *self);
  void (*restore_place) (GeoatPage *self, const char *place);
};

/**
 * GeoatPageInfo:
 * @name: (nullable): the name by which the page is shown; %NULL for the page that shows the key
 *   elements, each under its id
 * @title: (nullable): the title, not translated
 * @icon_name: (nullable): the icon in the sidebar
 * @get_type: the type of the page, a #GeoatPage
 * @get_note: (nullable): what the sidebar says beside the title about a plan, or %NULL for nothing
 *
 * A row of the table of pages.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GType (*get_type) (void);
  char *(*get_note) (GeoatPerspective *perspective);
} GeoatPageInfo;

void geoat_page_show (GeoatPage *self, const char *name);
char *geoat_page_get_title (GeoatPage *self);
char *geoat_page_get_subtitle (GeoatPage *self);
gboolean geoat_page_reveal (GeoatPage *self, GeoatItem *item, GeoatField field);
void geoat_page_start_editing (GeoatPage *self);
void geoat_page_focus_content (GeoatPage *self);
const char *geoat_page_get_place (GeoatPage *self);
void geoat_page_restore_place (GeoatPage *self, const char *place);

/* For the pages themselves. */
void geoat_page_show_item (GeoatPage *self, GeoatItem *item, GeoatField field);
void geoat_page_title_changed (GeoatPage *self);

G_END_DECLS
