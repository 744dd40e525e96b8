/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that a file has, with the decisions that there are about it.
 *
 * What it is taken for is decided by buttons of which one is chosen; each difference by a check
 * mark. Of a list of indicators there is only to decide whether to add it: a check mark. A row
 * without a place has a list of the key elements besides: once one has been chosen, the row is
 * looked for in the plan, so that all but that list is built anew. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-import-row.h"

#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-perspective.h"

#include <glib/gi18n.h>

#define MAX_LINES 8 /* of a text that is shown beside another */

struct _GeoatImportRow
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *key_element; /* a list of them, or NULL: the file says which it is */
  GtkWidget *choices;
  GtkWidget *differences;

  GeoatReview *review;
  GeoatFramework *framework;
  guint position;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatImportRow, geoat_import_row, GTK_TYPE_WIDGET)

enum
{
  DECIDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What becomes of a cell, in a word. */
const char *
geoat_import_get_state_name (GeoatImportState state)
{
  switch (state)
    {
    case GEOAT_IMPORT_DOUBTFUL:
      return _ ("Doubtful");
    case GEOAT_IMPORT_UNPLACED:
      return _ ("Unplaced");
    case GEOAT_IMPORT_MATCHED:
    default:
      return _ ("Matched");
    }
}

const char *
geoat_import_get_state_icon (GeoatImportState state)
{
  switch (state)
    {
    case GEOAT_IMPORT_DOUBTFUL:
      return "dialog-question-symbolic";
    case GEOAT_IMPORT_UNPLACED:
      return "action-unavailable-symbolic";
    case GEOAT_IMPORT_MATCHED:
    default:
      return "object-select-symbolic";
    }
}

static GeoatReviewItem *
get_item (GeoatImportRow *self)
{
  return g_ptr_array_index (geoat_review_get_items (self->review), self->position);
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A text of any length, of which the beginning is shown. */
static GtkWidget *
create_text (const char *text)
{
  GtkWidget *label = create_label (text, NULL);

  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

/* Where a text beside it comes from: at the height of its first line. */
static GtkWidget *
create_side (const char *text)
{
  GtkWidget *label = create_label (text, "dim-label");

  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

/* The key elements to choose from, the first being none. */
GtkWidget *
geoat_import_key_element_choice_new (GeoatFramework *framework, const char *label)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *language = geoat_perspective_get_screen_language ();
  GtkWidget *choice;

  gtk_string_list_append (names, _ ("Leave out"));
  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    gtk_string_list_take (
        names, g_strdup_printf ("%s %s", geoat_framework_get_key_element_id (framework, i),
                                geoat_framework_get_key_element_name (framework, i, language)));
  choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  geoat_accessible_set_name (choice, label);
  return choice;
}

/* The heading of the column that a difference is about. */
static const char *
get_title (GeoatImportRow *self, const GeoatReviewDifference *difference)
{
  const char *language = geoat_perspective_get_screen_language ();
  const GeoatFieldInfo *info;
  int column = -1;

  if (difference->adds)
    return _ ("New activity");
  if (difference->kind == GEOAT_SOURCE_COLUMN_LEVEL)
    return geoat_framework_get_column_heading (self->framework, GEOAT_COLUMN_LEVEL, language);
  if (difference->kind == GEOAT_SOURCE_COLUMN_REASON)
    return _ ("Reason");
  info = geoat_field_get_info ((GeoatField) difference->kind);
  if (info->column != NULL)
    column = geoat_framework_find_column (self->framework, info->column);
  return column < 0
             ? geoat_field_get_title (info->field)
             : geoat_framework_get_column_heading (self->framework, (guint) column, language);
}

/* A status by its name on the screen; any other text as it is. */
static const char *
get_shown (const GeoatReviewDifference *difference, const char *text)
{
  GeoatStatus status;

  if (difference->kind == GEOAT_FIELD_STATUS && geoat_status_from_string (text, &status))
    return geoat_status_get_title (status);
  return text;
}

static void
decided (GeoatImportRow *self)
{
  g_signal_emit (self, signals[DECIDED], 0);
}

static void
difference_toggled_cb (GtkCheckButton *button, GeoatImportRow *self)
{
  guint difference = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "difference"));

  geoat_review_accept (self->review, self->position, difference,
                       gtk_check_button_get_active (button));
  decided (self);
}

static GtkWidget *
create_difference (GeoatImportRow *self, guint position)
{
  const GeoatReviewDifference *difference =
      g_ptr_array_index (get_item (self)->differences, position);
  const char *title = get_title (self, difference);
  const char *new_text = get_shown (difference, difference->new_text);
  const char *old_text = get_shown (difference, difference->old_text);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_check_button_new_with_label (title);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *first = geoat_screen_text_get_first_line (new_text);
  /* Translators: a check mark for a screen reader: the column, and the text of the file */
  g_autofree char *name = g_strdup_printf (_ ("%s: take “%s” from the file"), title, first);

  geoat_accessible_set_name (button, name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), difference->accepted);
  g_object_set_data (G_OBJECT (button), "difference", GUINT_TO_POINTER (position));
  g_signal_connect (button, "toggled", G_CALLBACK (difference_toggled_cb), self);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_widget_set_margin_start (grid, 30);
  if (*old_text != '\0')
    {
      gtk_grid_attach (GTK_GRID (grid), create_side (_ ("In the plan")), 0, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), create_text (old_text), 1, 0, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (grid), create_side (_ ("In the file")), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), create_text (new_text), 1, 1, 1, 1);

  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static void
choice_toggled_cb (GtkCheckButton *button, GeoatImportRow *self)
{
  guint choice = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "choice"));

  if (!gtk_check_button_get_active (button))
    return;
  geoat_review_set_choice (self->review, self->position, choice);
  gtk_widget_set_visible (self->differences, choice == GEOAT_REVIEW_UPDATE);
  decided (self);
}

/* One of the buttons of which one is chosen. */
static GtkWidget *
add_choice (GeoatImportRow *self,
            GtkWidget *box,
            GtkWidget *group,
            GeoatReviewChoice choice,
            const char *label)
{
  /* GTK 4.8 does not tell that only one of a group can be chosen. */
  GtkWidget *button =
      g_object_new (GTK_TYPE_CHECK_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *text = create_label (label, NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), text);
  geoat_accessible_set_name (button, label);
  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), get_item (self)->choice == choice);
  g_object_set_data (G_OBJECT (button), "choice", GUINT_TO_POINTER (choice));
  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled_cb), self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_choices (GeoatImportRow *self)
{
  const GeoatReviewItem *item = get_item (self);
  GtkWidget *group = NULL;

  if (item->candidate != NULL)
    {
      g_autofree char *known = NULL;

      /* Translators: one of the things that what was found in a file may be */
      known = item->is_member || item->state == GEOAT_IMPORT_MATCHED
                  ? g_strdup (_ ("It is in the plan"))
                  : g_strdup_printf (_ ("It is “%s” in the plan"), item->candidate_text);
      group = add_choice (self, self->choices, group, GEOAT_REVIEW_UPDATE, known);
    }
  group = add_choice (self, self->choices, group, GEOAT_REVIEW_ADD,
                      item->is_member ? _ ("A new member of the working group")
                                      : _ ("A new indicator"));
  add_choice (self, self->choices, group, GEOAT_REVIEW_LEAVE_OUT, _ ("Leave it out"));
}

/* Whether an indicator of a list is in the plan, for certain. */
static gboolean
is_known (const GeoatReviewItem *item)
{
  return item->candidate != NULL && item->state == GEOAT_IMPORT_MATCHED;
}

static void
add_toggled_cb (GtkCheckButton *button, GeoatImportRow *self)
{
  if (self->updating)
    return;
  geoat_review_set_choice (self->review, self->position,
                           gtk_check_button_get_active (button) ? GEOAT_REVIEW_ADD
                                                                : GEOAT_REVIEW_LEAVE_OUT);
  decided (self);
}

/* The check mark of an indicator of a list. */
static void
add_check (GeoatImportRow *self)
{
  const GeoatReviewItem *item = get_item (self);
  GtkWidget *button = gtk_check_button_new ();

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), create_text (item->text));
  geoat_accessible_set_name (button, item->text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), item->choice == GEOAT_REVIEW_ADD);
  gtk_widget_set_sensitive (button, item->key_element >= 0 && !is_known (item));
  g_signal_connect (button, "toggled", G_CALLBACK (add_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->choices), button);
}

static void
key_element_cb (GtkDropDown *choice, GParamSpec *pspec, GeoatImportRow *self)
{
  if (self->updating)
    return;
  geoat_review_set_key_element (self->review, self->position,
                                (int) gtk_drop_down_get_selected (choice) - 1);
  geoat_import_row_update (self);
  decided (self);
}

/* What an item is taken for, in a word or two. */
static const char *
get_state_name (GeoatImportRow *self)
{
  const GeoatReviewItem *item = get_item (self);

  if (!geoat_review_is_list (self->review) || item->state == GEOAT_IMPORT_DOUBTFUL)
    return geoat_import_get_state_name (item->state);
  if (item->state == GEOAT_IMPORT_UNPLACED)
    return _ ("No key element");
  return is_known (item) ? _ ("In the plan") : C_ ("indicator", "New");
}

/* The first line: state, key element, and the text of it, which in a list is that of the check
 * mark. */
static void
add_heading (GeoatImportRow *self)
{
  const GeoatReviewItem *item = get_item (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (geoat_import_get_state_icon (item->state));
  const char *text = *item->text != '\0' ? item->text : _ ("No indicator");
  g_autofree char *state = NULL;

  if (item->key_element >= 0)
    /* Translators: the state of what was found in a file, and the id of its key element:
     * "Doubtful · 1A" */
    state = g_strdup_printf (
        _ ("%s · %s"), get_state_name (self),
        geoat_framework_get_key_element_id (self->framework, (guint) item->key_element));
  else if (item->is_member)
    state = g_strdup_printf (_ ("%s · %s"), get_state_name (self), _ ("Working group"));
  else
    state = g_strdup (get_state_name (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), create_label (state, "caption-heading"));
  gtk_box_append (GTK_BOX (self->heading), line);
  if (!geoat_review_is_list (self->review))
    gtk_box_append (GTK_BOX (self->heading), create_text (text));
  if (item->reason != NULL)
    {
      /* Translators: %s is why something in a file is doubtful, without a full stop */
      g_autofree char *reason = g_strdup_printf (_ ("Why: %s"), item->reason);

      gtk_box_append (GTK_BOX (self->heading), create_label (reason, "dim-label"));
    }
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static gboolean
has_choice (GeoatImportRow *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->choices);

  return self->key_element != NULL || (first != NULL && gtk_widget_get_sensitive (first));
}

/* Shows the item as it is now. */
void
geoat_import_row_update (GeoatImportRow *self)
{
  const GeoatReviewItem *item = get_item (self);
  g_autofree char *first = geoat_screen_text_get_first_line (item->text);

  self->updating = TRUE;
  clear (self->heading);
  clear (self->choices);
  clear (self->differences);
  add_heading (self);
  if (self->key_element != NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->key_element), (guint) (item->key_element + 1));
  if (geoat_review_is_list (self->review))
    add_check (self);
  else if (self->key_element == NULL || item->candidate != NULL)
    add_choices (self);
  for (guint i = 0; i < item->differences->len; i++)
    gtk_box_append (GTK_BOX (self->differences), create_difference (self, i));
  gtk_widget_set_visible (self->differences, item->choice == GEOAT_REVIEW_UPDATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, first, -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), !has_choice (self));
  self->updating = FALSE;
}

static void
add_key_element (GeoatImportRow *self)
{
  self->key_element =
      geoat_import_key_element_choice_new (self->framework, _ ("Key element that it belongs to"));
  gtk_widget_set_halign (self->key_element, GTK_ALIGN_START);
  g_signal_connect (self->key_element, "notify::selected", G_CALLBACK (key_element_cb), self);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->heading)), self->key_element,
                              self->heading);
}

/* In a list the check mark comes first. */
static void
arrange_as_list (GeoatImportRow *self)
{
  GtkWidget *box = gtk_widget_get_parent (self->heading);

  gtk_box_reorder_child_after (GTK_BOX (box), self->choices, NULL);
  gtk_widget_set_margin_start (self->heading, 30);
  if (self->key_element != NULL)
    gtk_widget_set_margin_start (self->key_element, 30);
}

static void
geoat_import_row_dispose (GObject *object)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (object));

  if (box != NULL)
    gtk_widget_unparent (box);

  G_OBJECT_CLASS (geoat_import_row_parent_class)->dispose (object);
}

static void
geoat_import_row_class_init (GeoatImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_import_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  signals[DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
append_box (GtkWidget *box, int spacing)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);

  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static void
geoat_import_row_init (GeoatImportRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->heading = append_box (box, 6);
  self->choices = append_box (box, 0);
  self->differences = append_box (box, 6);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * geoat_import_row_new:
 * @review: a review that lives longer than the row
 * @position: the position of an item of it
 * @framework: the framework of the plan
 *
 * Returns: (transfer none): a new row
 */
GtkWidget *
geoat_import_row_new (GeoatReview *review, guint position, GeoatFramework *framework)
{
  GeoatImportRow *self = g_object_new (GEOAT_TYPE_IMPORT_ROW, NULL);

  self->review = review;
  self->position = position;
  self->framework = framework;
  if (!get_item (self)->is_member && get_item (self)->state == GEOAT_IMPORT_UNPLACED)
    add_key_element (self);
  if (geoat_review_is_list (review))
    arrange_as_list (self);
  geoat_import_row_update (self);
  return GTK_WIDGET (self);
}
