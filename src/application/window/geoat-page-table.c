/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of pages: the one place in which the window and the sidebar find them. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-page-table.h"

#include "geoat-action-plan-page.h"
#include "geoat-key-element-page.h"
#include "geoat-overview-page.h"
#include "geoat-progress-page.h"

#include <glib/gi18n-lib.h>

static const GeoatPageInfo pages[] = {
  { .name = "overview",
    .title = N_ ("Overview"),
    .icon_name = "view-grid-symbolic",
    .get_type = geoat_overview_page_get_type },
  { .name = GEOAT_ACTION_PLAN_PAGE_NAME,
    .title = N_ ("Action plan"),
    .icon_name = "x-office-calendar-symbolic",
    .get_type = geoat_action_plan_page_get_type,
    .get_note = geoat_action_plan_page_get_note },
  { .name = GEOAT_PROGRESS_PAGE_NAME,
    .title = N_ ("Progress"),
    .icon_name = "document-open-recent-symbolic",
    .get_type = geoat_progress_page_get_type },
  { .get_type = geoat_key_element_page_get_type },
};

/**
 * geoat_page_table_get_n_pages:
 *
 * Returns: the number of rows
 */
guint
geoat_page_table_get_n_pages (void)
{
  return G_N_ELEMENTS (pages);
}

/**
 * geoat_page_table_get_page:
 * @position: less than geoat_page_table_get_n_pages()
 *
 * Returns: (transfer none): a row
 */
const GeoatPageInfo *
geoat_page_table_get_page (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (pages), NULL);

  return &pages[position];
}

/**
 * geoat_page_table_find:
 * @name: the name of a page
 *
 * Returns: (transfer none): the row of that name; any other name is taken for a key element
 */
const GeoatPageInfo *
geoat_page_table_find (const char *name)
{
  const GeoatPageInfo *key_elements = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (pages[i].name == NULL)
        key_elements = &pages[i];
      else if (g_str_equal (pages[i].name, name))
        return &pages[i];
    }

  return key_elements;
}
