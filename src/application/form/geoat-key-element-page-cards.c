/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries of one key element as cards: which have one, and when that is looked at again.
 *
 * How it works: one handler listens to all changes of the plan, and notes whether the list of
 * entries has to be looked at again; that is done once before the next frame, however many changes
 * there were, or at once when something is to be revealed. A card is kept as long as its entry is
 * shown, wherever it moves to, so that the focus and the caret stay in it.
 *
 * A filter is applied when it is chosen. What is then edited stays in sight although it no longer
 * matches, until the filter is chosen again or another key element is shown: an indicator that
 * vanishes under the hand that rates it helps nobody. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-card.h"
#include "geoat-entry-order.h"
#include "geoat-key-element-page-private.h"

static gboolean
is_without_activity (GeoatEntry *entry)
{
  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    if (!geoat_action_is_blank (geoat_entry_get_action (entry, i)))
      return FALSE;
  return TRUE;
}

static gboolean
matches (GeoatKeyElementPage *self, GeoatEntry *entry)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatLevel level = geoat_entry_get_level (entry, round);

  switch ((GeoatEntryFilter) gtk_drop_down_get_selected (self->filter))
    {
    case GEOAT_ENTRY_FILTER_NOT_ASSESSED:
      return level == GEOAT_LEVEL_NOT_ASSESSED;
    case GEOAT_ENTRY_FILTER_LOW:
      return geoat_level_is_rated (level) && level <= GEOAT_LEVEL_2;
    case GEOAT_ENTRY_FILTER_WITHOUT_ACTIVITY:
      return is_without_activity (entry);
    case GEOAT_ENTRY_FILTER_WITH_NOTES:
      return geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_NOTES)[0] != '\0';
    case GEOAT_ENTRY_FILTER_ALL:
    default:
      return TRUE;
    }
}

static void
card_notify_open_cb (GeoatKeyElementPage *self, GParamSpec *pspec, GeoatEntryCard *card)
{
  geoat_key_element_page_note_open (self, geoat_entry_card_get_entry (card),
                                    geoat_entry_card_get_open (card));
}

static GtkWidget *
create_card_cb (GeoatEntry *entry, guint number, gpointer data)
{
  GeoatKeyElementPage *self = data;
  GtkWidget *card = geoat_entry_card_new (self->perspective, entry);

  geoat_entry_card_set_number (GEOAT_ENTRY_CARD (card), number);
  if (g_hash_table_contains (self->opened, geoat_item_get_id (GEOAT_ITEM (entry))))
    geoat_entry_card_set_open (GEOAT_ENTRY_CARD (card), TRUE);
  g_signal_connect_object (card, "notify::open", G_CALLBACK (card_notify_open_cb), self,
                           G_CONNECT_SWAPPED);
  return card;
}

/* The entry whose card is to get the focus, because the one that has it goes; or NULL. */
static GeoatEntry *
find_focus_heir (GeoatKeyElementPage *self, GHashTable *shown)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));
  GtkWidget *heir;

  if (card == NULL ||
      g_hash_table_contains (shown, geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (card))))
    return NULL;
  for (heir = gtk_widget_get_next_sibling (card); heir != NULL;
       heir = gtk_widget_get_next_sibling (heir))
    if (g_hash_table_contains (shown, geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (heir))))
      return geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (heir));
  for (heir = gtk_widget_get_prev_sibling (card); heir != NULL;
       heir = gtk_widget_get_prev_sibling (heir))
    if (g_hash_table_contains (shown, geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (heir))))
      return geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (heir));
  return NULL;
}

/* The cards, or what stands there when there are none. */
static void
show_empty_states (GeoatKeyElementPage *self, guint n_entries, guint n_shown)
{
  guint n_starters = geoat_key_element_page_count_unused_starters (self);
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);
  gboolean table = geoat_key_element_page_shows_table (self) &&
                   (n_entries > 0 || geoat_key_element_page_shows_whole_plan (self));

  gtk_widget_set_visible (GTK_WIDGET (self->cards), n_shown > 0);
  gtk_widget_set_visible (self->no_match, n_entries > 0 && n_shown == 0);
  gtk_widget_set_visible (self->empty, n_entries == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), n_entries > 0 && !table);
  gtk_stack_set_visible_child (self->views,
                               table ? self->table_window : GTK_WIDGET (self->scrolled));
  gtk_widget_set_visible (GTK_WIDGET (self->add), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->add_all), editable && n_starters > 0);
  if (n_entries == 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("Add the %u Starter Indicator", "Add the %u Starter Indicators", n_starters),
          n_starters);
      gtk_button_set_label (self->add_all, text);
    }
}

/* Makes the cards those of the entries that are to be shown, in their order. */
static void
update_cards (GeoatKeyElementPage *self)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GeoatEntry *heir;
  gboolean last_goes; /* the card that has the focus, and no other is there */

  entries =
      geoat_entry_order_list (geoat_perspective_get_plan (self->perspective),
                              geoat_perspective_get_round (self->perspective), self->key_element);
  /* the table has the entries to itself; the cards are made when the form is shown */
  if (geoat_key_element_page_shows_table (self))
    {
      show_empty_states (self, entries->len, entries->len);
      return;
    }
  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);
      guint number = i + 1;

      if (!g_hash_table_contains (self->kept, entry) && !matches (self, entry))
        continue;
      g_ptr_array_add (shown, g_object_ref (entry));
      g_array_append_val (numbers, number);
      g_hash_table_add (set, entry);
      g_hash_table_add (self->kept, g_object_ref (entry));
    }
  heir = find_focus_heir (self, set);
  last_goes = shown->len == 0 && gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) != NULL;
  geoat_card_list_set_entries (self->cards, shown, numbers);
  show_empty_states (self, entries->len, shown->len);
  if (heir != NULL)
    gtk_widget_grab_focus (geoat_card_list_ensure_card (self->cards, heir));
  else if (last_goes) /* or GTK goes on looking for the next one from a list that is hidden */
    gtk_widget_child_focus (entries->len == 0 ? self->empty : self->no_match, GTK_DIR_TAB_FORWARD);
}

static gboolean
update_cb (gpointer data)
{
  geoat_key_element_page_update (data);
  return G_SOURCE_REMOVE;
}

static void
queue_update (GeoatKeyElementPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
update_card_summary (GeoatKeyElementPage *self, GeoatItem *entry)
{
  GtkWidget *card =
      entry != NULL ? geoat_card_list_get_card (self->cards, GEOAT_ENTRY (entry)) : NULL;

  if (card != NULL)
    geoat_entry_card_update_summary (GEOAT_ENTRY_CARD (card));
}

/* Makes the list of cards ask this page for each. */
void
geoat_key_element_page_init_cards (GeoatKeyElementPage *self)
{
  geoat_card_list_set_create (self->cards, create_card_cb, self);
  geoat_card_list_set_window (self->cards, self->scrolled);
}

/* Looks at the plan again, now. */
void
geoat_key_element_page_update (GeoatKeyElementPage *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->perspective != NULL && self->key_element != NULL)
    update_cards (self);
}

/* Lets go of all cards, and forgets what was kept in sight. */
void
geoat_key_element_page_clear_cards (GeoatKeyElementPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_hash_table_remove_all (self->kept);
  if (self->cards != NULL)
    geoat_card_list_set_entries (self->cards, none, numbers);
}

/* Does with the cards what a change of the plan asks for. */
void
geoat_key_element_page_follow_change (GeoatKeyElementPage *self, const GeoatChange *change)
{
  gboolean in_or_out = change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE;
  gboolean filtered = gtk_drop_down_get_selected (self->filter) != GEOAT_ENTRY_FILTER_ALL;

  switch (geoat_item_get_part (change->item))
    {
    case GEOAT_PART_ACTION:
      update_card_summary (self, in_or_out ? change->owner : geoat_item_get_owner (change->item));
      if (filtered)
        queue_update (self);
      break;
    case GEOAT_PART_ENTRY:
      if (in_or_out || change->field == GEOAT_FIELD_KEY_ELEMENT ||
          change->field == GEOAT_FIELD_SINCE || change->field == GEOAT_FIELD_RETIRED)
        {
          g_hash_table_remove (self->kept, change->item);
          queue_update (self);
        }
      else if (filtered)
        queue_update (self);
      break;
    case GEOAT_PART_ROUND:
      queue_update (self);
      break;
    case GEOAT_PART_PLAN:
    case GEOAT_PART_MEMBER:
    default:
      break;
    }
}
