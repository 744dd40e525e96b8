/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where one is on the key element page: the card that is open, and how far down it stands. It comes
 * back there when the plan is read again, and when it is opened another time. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-entry-card.h"
#include "geoat-key-element-page-private.h"

#define MARGIN 12 /* above a card that is scrolled to */

/* The first frame lays the cards out as they are made, the next ones know their height. */
#define N_FRAMES 3

static gboolean
get_top (GeoatKeyElementPage *self, GeoatEntry *entry, double *top)
{
  GtkWidget *content = gtk_scrolled_window_get_child (self->scrolled);
  GtkWidget *card = geoat_card_list_get_card (self->cards, entry);
  graphene_rect_t area;

  if (card == NULL ||
      !gtk_widget_compute_bounds (card, gtk_widget_get_first_child (content), &area))
    return FALSE;
  *top = area.origin.y;
  return TRUE;
}

static GeoatEntry *
find_entry (GeoatKeyElementPage *self, const char *id)
{
  return self->perspective != NULL && id != NULL
             ? geoat_plan_find_entry (geoat_perspective_get_plan (self->perspective), id)
             : NULL;
}

static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GeoatEntry *entry = find_entry (self, self->place);
  double top;

  if (++self->place_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;
  if (entry != NULL && get_top (self, entry, &top))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled),
                              top - self->place_offset);
  self->place_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Opens a card and scrolls to where it stood. */
static void
go_to_place (GeoatKeyElementPage *self, GeoatEntry *entry)
{
  GtkWidget *card = geoat_card_list_ensure_card (self->cards, entry);

  if (card == NULL)
    return;
  geoat_entry_card_set_open (GEOAT_ENTRY_CARD (card), TRUE);
  self->place_frames = 0;
  if (self->place_tick == 0)
    self->place_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* Forgets where one is, unless the page is to show the same plan as it was read again. */
void
geoat_key_element_page_leave_plan (GeoatKeyElementPage *self, GeoatPerspective *next)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GeoatEntry *entry = find_entry (self, geoat_key_element_page_get_place (self));
  double top;

  if (next != NULL &&
      g_str_equal (geoat_item_get_id (GEOAT_ITEM (plan)),
                   geoat_item_get_id (GEOAT_ITEM (geoat_perspective_get_plan (next)))))
    {
      self->place_offset = MARGIN;
      if (entry != NULL && get_top (self, entry, &top))
        self->place_offset =
            top - gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scrolled));
      return;
    }
  g_hash_table_remove_all (self->opened);
  g_clear_pointer (&self->place, g_free);
  self->place_offset = MARGIN;
}

/* Notes that the card of @entry was opened or closed. */
void
geoat_key_element_page_note_open (GeoatKeyElementPage *self, GeoatEntry *entry, gboolean open)
{
  const char *id = geoat_item_get_id (GEOAT_ITEM (entry));

  if (open)
    {
      g_hash_table_add (self->opened, g_strdup (id));
      g_free (self->place);
      self->place = g_strdup (id);
    }
  else
    {
      g_hash_table_remove (self->opened, id);
      if (g_strcmp0 (self->place, id) == 0)
        g_clear_pointer (&self->place, g_free);
    }
}

/**
 * geoat_key_element_page_get_place:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the entry whose card is open: of that which has
 *   the focus, else of the one that was opened last
 */
const char *
geoat_key_element_page_get_place (GeoatKeyElementPage *self)
{
  GeoatEntry *entry;

  g_return_val_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self), NULL);

  entry = geoat_key_element_page_get_focus_entry (self);
  if (entry != NULL && g_hash_table_contains (self->opened, geoat_item_get_id (GEOAT_ITEM (entry))))
    return geoat_item_get_id (GEOAT_ITEM (entry));
  return self->place;
}

/**
 * geoat_key_element_page_restore_place:
 * @self: a page with a plan and a key element
 * @place: (nullable): what geoat_key_element_page_get_place() gave
 *
 * Opens that card and scrolls to it, unless it is no longer there.
 */
void
geoat_key_element_page_restore_place (GeoatKeyElementPage *self, const char *place)
{
  GeoatEntry *entry;

  g_return_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self));

  entry = find_entry (self, place);
  if (entry == NULL || geoat_key_element_page_shows_table (self))
    return;
  geoat_key_element_page_note_open (self, entry, TRUE);
  go_to_place (self, entry);
}
