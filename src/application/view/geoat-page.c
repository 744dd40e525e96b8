/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window can ask of a page, whichever it is. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-page.h"

G_DEFINE_INTERFACE (GeoatPage, geoat_page, GEOAT_TYPE_PLAN_WIDGET)

enum
{
  SHOW_ITEM,
  TITLE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
geoat_page_default_init (GeoatPageInterface *iface)
{
  signals[SHOW_ITEM] = g_signal_new ("show-item", GEOAT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 2, GEOAT_TYPE_ITEM, G_TYPE_UINT);
  signals[TITLE_CHANGED] = g_signal_new ("title-changed", GEOAT_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * geoat_page_show:
 * @self: a page
 * @name: one of the names of the page
 *
 * Shows what @name means.
 */
void
geoat_page_show (GeoatPage *self, const char *name)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  if (GEOAT_PAGE_GET_IFACE (self)->show != NULL)
    GEOAT_PAGE_GET_IFACE (self)->show (self, name);
}

/**
 * geoat_page_get_title:
 * @self: a page that has a plan
 *
 * Returns: (transfer full) (nullable): the title; %NULL for the one of the table of pages
 */
char *
geoat_page_get_title (GeoatPage *self)
{
  g_return_val_if_fail (GEOAT_IS_PAGE (self), NULL);

  return GEOAT_PAGE_GET_IFACE (self)->get_title == NULL
             ? NULL
             : GEOAT_PAGE_GET_IFACE (self)->get_title (self);
}

/**
 * geoat_page_get_subtitle:
 * @self: a page that has a plan
 *
 * Returns: (transfer full): what stands below the title; the title of the round when the page has
 *   nothing else to say
 */
char *
geoat_page_get_subtitle (GeoatPage *self)
{
  GeoatPerspective *perspective;

  g_return_val_if_fail (GEOAT_IS_PAGE (self), NULL);

  if (GEOAT_PAGE_GET_IFACE (self)->get_subtitle != NULL)
    return GEOAT_PAGE_GET_IFACE (self)->get_subtitle (self);

  perspective = geoat_plan_widget_get_perspective (GEOAT_PLAN_WIDGET (self));
  return g_strdup (geoat_round_get_title (geoat_perspective_get_round (perspective)));
}

/**
 * geoat_page_reveal:
 * @self: a page that has a plan
 * @item: a part of the plan
 * @field: one of its fields, or %GEOAT_FIELD_NONE
 *
 * Scrolls to @item, when it is shown on the page.
 *
 * Returns: whether it is
 */
gboolean
geoat_page_reveal (GeoatPage *self, GeoatItem *item, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_PAGE (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ITEM (item), FALSE);

  return GEOAT_PAGE_GET_IFACE (self)->reveal != NULL &&
         GEOAT_PAGE_GET_IFACE (self)->reveal (self, item, field);
}

/**
 * geoat_page_start_editing:
 * @self: a page
 *
 * Gives the caret to the text that was revealed.
 */
void
geoat_page_start_editing (GeoatPage *self)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  if (GEOAT_PAGE_GET_IFACE (self)->start_editing != NULL)
    GEOAT_PAGE_GET_IFACE (self)->start_editing (self);
}

/**
 * geoat_page_focus_content:
 * @self: a page
 *
 * Gives the focus to what the page is about.
 */
void
geoat_page_focus_content (GeoatPage *self)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  if (GEOAT_PAGE_GET_IFACE (self)->focus_content != NULL)
    GEOAT_PAGE_GET_IFACE (self)->focus_content (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/**
 * geoat_page_get_place:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): where on the page one is
 */
const char *
geoat_page_get_place (GeoatPage *self)
{
  g_return_val_if_fail (GEOAT_IS_PAGE (self), NULL);

  return GEOAT_PAGE_GET_IFACE (self)->get_place == NULL
             ? NULL
             : GEOAT_PAGE_GET_IFACE (self)->get_place (self);
}

/**
 * geoat_page_restore_place:
 * @self: a page that has a plan
 * @place: (nullable): what geoat_page_get_place() has said
 *
 * Goes back to a place, when it is still there.
 */
void
geoat_page_restore_place (GeoatPage *self, const char *place)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  if (GEOAT_PAGE_GET_IFACE (self)->restore_place != NULL)
    GEOAT_PAGE_GET_IFACE (self)->restore_place (self, place);
}

/**
 * geoat_page_show_item:
 * @self: a page
 * @item: a part of the plan
 * @field: one of its fields, or %GEOAT_FIELD_NONE
 *
 * Goes to where @item is written, which may be another page.
 */
void
geoat_page_show_item (GeoatPage *self, GeoatItem *item, GeoatField field)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  g_signal_emit (self, signals[SHOW_ITEM], 0, item, (guint) field);
}

/**
 * geoat_page_title_changed:
 * @self: a page
 *
 * Tells that the page has another title, or something else below it.
 */
void
geoat_page_title_changed (GeoatPage *self)
{
  g_return_if_fail (GEOAT_IS_PAGE (self));

  g_signal_emit (self, signals[TITLE_CHANGED], 0);
}
