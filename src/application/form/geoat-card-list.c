/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards of many entries below each other.
 *
 * How it works: a card is made when it comes within a page of what is in sight; before that, the
 * mean height of the others stands for it. A card that is made is kept, but taken out of the
 * drawing when it is far away, so that a key element with a hundred indicators costs no more for
 * each key that is typed than one with ten. When a card above the visible part turns out higher or
 * lower than was thought, the window scrolls by the difference, and what is visible stays. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-card-list.h"

#include "geoat-entry-card.h"
#include "geoat-flat-snapshot.h"

#define SPACING 12
#define FIRST_HEIGHT 90  /* of a card before any is measured */
#define DRAWN_BEYOND 200 /* what is drawn above and below what is in sight */
#define N_AT_ONCE 10     /* cards that are made before the first frame */

typedef struct
{
  GeoatEntry *entry;
  guint number;
  GtkWidget *card; /* NULL until it comes near */
  int height;      /* as last allocated, or thought */
} Place;

struct _GeoatCardList
{
  GtkWidget parent_instance;

  GArray *places;
  GHashTable *index; /* GeoatEntry: its position, plus one */
  GeoatCardListCreate create;
  gpointer create_data;
  GtkScrolledWindow *window; /* not owned: it is an ancestor */
  GtkAdjustment *adjustment;
  guint create_source;
  guint allocate_source;
  guint shift_source;
  int shift; /* that the window has yet to scroll by */
};

G_DEFINE_FINAL_TYPE (GeoatCardList, geoat_card_list, GTK_TYPE_WIDGET)

static Place *
get_place (GeoatCardList *self, guint position)
{
  return &g_array_index (self->places, Place, position);
}

/* The first cannot go up, the last not down. */
static void
update_ends (GeoatCardList *self, guint position)
{
  geoat_entry_card_set_ends (GEOAT_ENTRY_CARD (get_place (self, position)->card), position == 0,
                             position + 1 == self->places->len);
}

static void
create_card (GeoatCardList *self, guint position)
{
  Place *place = get_place (self, position);
  GtkWidget *before = NULL;

  for (guint i = position; i > 0 && before == NULL; i--)
    before = get_place (self, i - 1)->card;
  place->card = self->create (place->entry, place->number, self->create_data);
  /* the order of the children is the order of Tab */
  gtk_widget_insert_after (place->card, GTK_WIDGET (self), before);
  update_ends (self, position);
}

static int
get_mean_height (GeoatCardList *self, int width)
{
  int sum = 0;
  int n = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      int height;

      if (place->card == NULL || geoat_entry_card_get_open (GEOAT_ENTRY_CARD (place->card)))
        continue;
      gtk_widget_measure (place->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      sum += height;
      n++;
    }
  return n > 0 ? sum / n : FIRST_HEIGHT;
}

static int
get_height (Place *place, int width, int mean)
{
  int height = mean;

  if (place->card != NULL)
    gtk_widget_measure (place->card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static int
get_min_width (GeoatCardList *self, int *natural)
{
  int minimum = 0;

  *natural = 0;
  for (guint i = 0; i < self->places->len; i++)
    if (get_place (self, i)->card != NULL)
      {
        int card_minimum, card_natural;

        gtk_widget_measure (get_place (self, i)->card, GTK_ORIENTATION_HORIZONTAL, -1,
                            &card_minimum, &card_natural, NULL, NULL);
        minimum = MAX (minimum, card_minimum);
        *natural = MAX (*natural, card_natural);
      }
  return minimum;
}

static GtkSizeRequestMode
geoat_card_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
geoat_card_list_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  GeoatCardList *self = GEOAT_CARD_LIST (widget);
  int natural_width;
  int width = get_min_width (self, &natural_width);
  int mean;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width;
      *natural = natural_width;
      return;
    }
  width = for_size < 0 ? natural_width : MAX (for_size, width);
  mean = get_mean_height (self, width);
  *minimum = 0;
  for (guint i = 0; i < self->places->len; i++)
    *minimum += get_height (get_place (self, i), width, mean) + (i > 0 ? SPACING : 0);
  *natural = *minimum;
}

/* What is to be made and drawn: the page in sight, and one above and below. */
static void
get_near (GeoatCardList *self, double *from, double *to)
{
  GtkWidget *content = self->window != NULL ? gtk_scrolled_window_get_child (self->window) : NULL;
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);
  double page, value;

  *from = 0;
  *to = 2000;
  if (content == NULL)
    return;
  page = MAX (gtk_adjustment_get_page_size (self->adjustment), 400);
  value = gtk_adjustment_get_value (self->adjustment);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_first_child (content),
                                 &GRAPHENE_POINT_INIT (0, 0), &origin))
    return;
  *from = value - origin.y - page;
  *to = value - origin.y + 2 * page;
}

static gboolean
create_cb (gpointer data)
{
  GeoatCardList *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int mean = get_mean_height (self, width);
  double from, to;
  int y = 0;

  self->create_source = 0;
  get_near (self, &from, &to);
  for (guint i = 0; i < self->places->len && y <= to; i++)
    {
      int height = get_height (get_place (self, i), width, mean);

      if (get_place (self, i)->card == NULL && y + height >= from)
        create_card (self, i);
      y += height + SPACING;
    }
  return G_SOURCE_REMOVE;
}

/* Whether a card is to be in the drawing: it is near, or has the focus. */
static gboolean
is_wanted (GeoatCardList *self, Place *place, int y, double from, double to)
{
  return (y + place->height >= from && y <= to) ||
         (place->card != NULL && place->card == gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

static gboolean
allocate_cb (gpointer data)
{
  GeoatCardList *self = data;
  double from, to;
  int y = 0;

  self->allocate_source = 0;
  get_near (self, &from, &to);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (place->card != NULL)
        gtk_widget_set_child_visible (place->card, is_wanted (self, place, y, from, to));
      y += place->height + SPACING;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* The viewport says so in the middle of its own layout: the cards follow before the next one. */
static void
scrolled_cb (GeoatCardList *self)
{
  if (self->allocate_source == 0)
    self->allocate_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, allocate_cb, self, NULL);
}

/* Not while the window is laid out: it could not move the list then. */
static gboolean
shift_cb (gpointer data)
{
  GeoatCardList *self = data;

  self->shift_source = 0;
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) + self->shift);
  self->shift = 0;
  return G_SOURCE_REMOVE;
}

/* Keeps in place what is visible when the cards above it have other heights than before. */
static void
shift_window (GeoatCardList *self, int width, int mean)
{
  double from, to, top;
  int y = 0;
  int shift = 0;

  get_near (self, &from, &to);
  top = from + (to - from) / 3;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      int height = get_height (place, width, mean);

      if (place->height > 0 && y + place->height <= top)
        shift += height - place->height;
      y += (place->height > 0 ? place->height : height) + SPACING;
      place->height = height;
    }
  if (shift != 0 && top > 0)
    {
      self->shift += shift;
      if (self->shift_source == 0)
        self->shift_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, shift_cb, self, NULL);
    }
}

static void
geoat_card_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GeoatCardList *self = GEOAT_CARD_LIST (widget);
  int mean = get_mean_height (self, width);
  gboolean missing = FALSE, changed = FALSE;
  double from, to;
  int y = 0;

  shift_window (self, width, mean);
  get_near (self, &from, &to);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      gboolean wanted = is_wanted (self, place, y, from, to);
      GtkAllocation area = { 0, y, width, place->height };

      if (place->card == NULL)
        missing |= wanted;
      else if (gtk_widget_get_child_visible (place->card))
        gtk_widget_size_allocate (place->card, &area, -1);
      changed |= place->card != NULL && gtk_widget_get_child_visible (place->card) != wanted;
      y += place->height + SPACING;
    }
  if (missing && self->create_source == 0)
    self->create_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, create_cb, self, NULL);
  /* not here: what comes and goes in the middle of the layout may be left without a place */
  if (changed)
    scrolled_cb (self);
}

/* Only what is in sight, and a little more: while scrolling the cards are drawn first, and this
 * follows. */
static void
geoat_card_list_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatCardList *self = GEOAT_CARD_LIST (widget);
  double from, to, page;
  int y = 0;

  get_near (self, &from, &to);
  page = (to - from) / 3;
  from += page - DRAWN_BEYOND;
  to -= page - DRAWN_BEYOND;
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      if (place->card != NULL && y + place->height >= from && y <= to)
        geoat_flat_snapshot_child (widget, place->card, snapshot);
      else if (place->card != NULL)
        geoat_flat_forget_child (place->card);
      y += place->height + SPACING;
    }
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_clear_object (&place->entry);
  g_clear_pointer (&place->card, gtk_widget_unparent);
}

static void
geoat_card_list_dispose (GObject *object)
{
  GeoatCardList *self = GEOAT_CARD_LIST (object);

  geoat_card_list_set_window (self, NULL);
  g_clear_handle_id (&self->create_source, g_source_remove);
  g_clear_handle_id (&self->shift_source, g_source_remove);
  g_clear_handle_id (&self->allocate_source, g_source_remove);
  g_array_set_size (self->places, 0);
  g_hash_table_remove_all (self->index);

  G_OBJECT_CLASS (geoat_card_list_parent_class)->dispose (object);
}

static void
geoat_card_list_finalize (GObject *object)
{
  GeoatCardList *self = GEOAT_CARD_LIST (object);

  g_array_unref (self->places);
  g_hash_table_unref (self->index);

  G_OBJECT_CLASS (geoat_card_list_parent_class)->finalize (object);
}

static void
geoat_card_list_class_init (GeoatCardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_card_list_dispose;
  object_class->finalize = geoat_card_list_finalize;
  widget_class->get_request_mode = geoat_card_list_get_request_mode;
  widget_class->measure = geoat_card_list_measure;
  widget_class->size_allocate = geoat_card_list_size_allocate;
  widget_class->snapshot = geoat_card_list_snapshot;
  gtk_widget_class_set_css_name (widget_class, "cardlist");
}

static void
geoat_card_list_init (GeoatCardList *self)
{
  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);
  self->index = g_hash_table_new (NULL, NULL);
}

/**
 * geoat_card_list_set_create:
 * @self: a card list
 * @create: (scope forever): makes the card of an entry
 * @data: for @create
 */
void
geoat_card_list_set_create (GeoatCardList *self, GeoatCardListCreate create, gpointer data)
{
  g_return_if_fail (GEOAT_IS_CARD_LIST (self));

  self->create = create;
  self->create_data = data;
}

/**
 * geoat_card_list_set_window:
 * @self: a card list
 * @window: (nullable): the scrolled window that it is in
 */
void
geoat_card_list_set_window (GeoatCardList *self, GtkScrolledWindow *window)
{
  g_return_if_fail (GEOAT_IS_CARD_LIST (self));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->window = window;
  if (window == NULL)
    return;
  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (window));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
  g_signal_connect_swapped (self->adjustment, "notify::page-size", G_CALLBACK (scrolled_cb), self);
}

/**
 * geoat_card_list_set_entries:
 * @self: a card list
 * @entries: (element-type GeoatEntry): what to show, in order
 * @numbers: (element-type guint): the number of each
 *
 * The card of an entry that was shown before is kept, with the focus in it.
 */
void
geoat_card_list_set_entries (GeoatCardList *self, GPtrArray *entries, GArray *numbers)
{
  g_autoptr (GArray) old = self->places;
  GtkWidget *before = NULL;

  g_return_if_fail (GEOAT_IS_CARD_LIST (self));

  self->places = g_array_sized_new (FALSE, TRUE, sizeof (Place), entries->len);
  g_array_set_clear_func (self->places, clear_place);
  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, entry));
      Place place = { g_object_ref (entry), g_array_index (numbers, guint, i), NULL, 0 };

      if (position > 0)
        {
          Place *known = &g_array_index (old, Place, position - 1);

          place.card = g_steal_pointer (&known->card);
          place.height = known->height;
        }
      g_array_append_val (self->places, place);
    }
  g_hash_table_remove_all (self->index);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);

      g_hash_table_insert (self->index, place->entry, GUINT_TO_POINTER (i + 1));
      if (place->card == NULL && i < N_AT_ONCE)
        create_card (self, i);
      if (place->card == NULL)
        continue;
      if (gtk_widget_get_prev_sibling (place->card) != before)
        gtk_widget_insert_after (place->card, GTK_WIDGET (self), before);
      geoat_entry_card_set_number (GEOAT_ENTRY_CARD (place->card), place->number);
      update_ends (self, i);
      before = place->card;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * geoat_card_list_get_n_entries:
 * @self: a card list
 *
 * Returns: how many entries it shows
 */
guint
geoat_card_list_get_n_entries (GeoatCardList *self)
{
  g_return_val_if_fail (GEOAT_IS_CARD_LIST (self), 0);

  return self->places->len;
}

/**
 * geoat_card_list_get_card:
 * @self: a card list
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): its card, when it is made already
 */
GtkWidget *
geoat_card_list_get_card (GeoatCardList *self, GeoatEntry *entry)
{
  guint position;

  g_return_val_if_fail (GEOAT_IS_CARD_LIST (self), NULL);

  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, entry));
  return position > 0 ? get_place (self, position - 1)->card : NULL;
}

/**
 * geoat_card_list_ensure_card:
 * @self: a card list
 * @entry: an entry
 *
 * Returns: (transfer none) (nullable): its card, made when need be; %NULL when the entry is not
 *   shown
 */
GtkWidget *
geoat_card_list_ensure_card (GeoatCardList *self, GeoatEntry *entry)
{
  guint position;

  g_return_val_if_fail (GEOAT_IS_CARD_LIST (self), NULL);

  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, entry));
  if (position == 0)
    return NULL;
  /* its neighbours too, for moving it past them */
  for (guint i = MAX (position, 2) - 2; i < MIN (position + 1, self->places->len); i++)
    if (get_place (self, i)->card == NULL)
      create_card (self, i);
  return get_place (self, position - 1)->card;
}
