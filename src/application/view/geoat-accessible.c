/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What screen readers say of a control: its name, its description, its state. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-accessible.h"

/* In GTK 4.8 some widgets are not focusable themselves but hold a button that is: that button is
 * what a screen reader meets, so that it has to carry the name too. */
static GtkWidget *
get_inner_button (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget))
    return gtk_widget_get_first_child (widget);
  return NULL;
}

/* Newer versions of GTK and libadwaita name a control by the label that they have put in or above
 * it, be that empty, and then ignore the name that it is given. */
static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* What a choice shows, without a copy of how its rows are made: NULL when it shows no text. */
static char *
get_selected_text (GObject *choice)
{
  g_autoptr (GObject) item = NULL;
  g_autoptr (GtkExpression) expression = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get (choice, "selected-item", &item, "expression", &expression, NULL);
  if (GTK_IS_STRING_OBJECT (item))
    return g_strdup (gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  if (item != NULL && expression != NULL && gtk_expression_evaluate (expression, item, &value) &&
      G_VALUE_HOLDS_STRING (&value))
    return g_value_dup_string (&value);
  return NULL;
}

static void
describe_selected_cb (GtkWidget *drop_down)
{
  g_autofree char *text = get_selected_text (G_OBJECT (drop_down));

  geoat_accessible_set_description (drop_down, text != NULL ? text : "");
}

/**
 * geoat_accessible_set_name:
 * @widget: a widget
 * @name: what a screen reader calls it
 *
 * Names a control, also where GTK puts the focus on a button inside it. The name of a drop-down
 * takes the place of what it shows, which becomes its description.
 */
void
geoat_accessible_set_name (GtkWidget *widget, const char *name)
{
  GtkWidget *inner = get_inner_button (widget);

  set_name (widget, name);
  if (inner != NULL)
    set_name (inner, name);
  if (GTK_IS_DROP_DOWN (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, G_CALLBACK (describe_selected_cb), NULL);
      g_signal_connect (widget, "notify::selected-item", G_CALLBACK (describe_selected_cb), NULL);
      describe_selected_cb (widget);
    }
}

/**
 * geoat_accessible_set_description:
 * @widget: a widget
 * @description: what a screen reader adds to its name
 */
void
geoat_accessible_set_description (GtkWidget *widget, const char *description)
{
  GtkWidget *inner = get_inner_button (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  if (inner != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
}

static void
describe_row_cb (GtkWidget *row)
{
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  GtkWidget *inside = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));
  g_autofree char *selected = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *text = NULL;

  if (ADW_IS_COMBO_ROW (row))
    selected = get_selected_text (G_OBJECT (row));
  if (subtitle != NULL && (!adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)) ||
                           !pango_parse_markup (subtitle, -1, 0, NULL, &plain, NULL, NULL)))
    plain = g_strdup (subtitle);
  if (selected != NULL && plain != NULL && *plain != '\0')
    text = g_strconcat (selected, "\n", plain, NULL);
  else
    text = g_strdup (selected != NULL ? selected : plain != NULL ? plain : "");
  geoat_accessible_set_description (row, text);
  if (inside != NULL)
    geoat_accessible_set_description (inside, text);
}

/**
 * geoat_accessible_describe_row:
 * @row: a row
 *
 * Describes a row, and the control that it stands for, by its subtitle and by what is chosen in it:
 * libadwaita tells a screen reader no more than the title.
 */
void
geoat_accessible_describe_row (AdwActionRow *row)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  g_signal_connect (row, "notify::subtitle", G_CALLBACK (describe_row_cb), NULL);
  if (ADW_IS_COMBO_ROW (row))
    g_signal_connect (row, "notify::selected-item", G_CALLBACK (describe_row_cb), NULL);
  describe_row_cb (GTK_WIDGET (row));
}

/**
 * geoat_accessible_describe_rows:
 * @widget: a widget
 *
 * Does for all rows in @widget what geoat_accessible_describe_row() does for one.
 */
void
geoat_accessible_describe_rows (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (ADW_IS_ACTION_ROW (widget))
    {
      geoat_accessible_describe_row (ADW_ACTION_ROW (widget));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    geoat_accessible_describe_rows (child);
}

static void
checked_cb (GObject *check, GParamSpec *pspec, GtkWidget *row)
{
  gboolean inconsistent = FALSE;
  gboolean active;

  g_object_get (check, "active", &active, NULL);
  if (GTK_IS_CHECK_BUTTON (check))
    inconsistent = gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (check));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               inconsistent ? GTK_ACCESSIBLE_TRISTATE_MIXED
                               : active     ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                            : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/**
 * geoat_accessible_check_row:
 * @row: a row, made with the accessible role of its check, radio or switch
 *
 * Lets @row be its activatable widget for a screen reader, with its name and state: the row has the
 * focus, and a list item does not tell whether it is checked. The widget inside is for the eye and
 * the mouse only, so that nothing is said twice.
 */
void
geoat_accessible_check_row (AdwActionRow *row)
{
  GtkWidget *check;

  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  check = adw_action_row_get_activatable_widget (row);
  g_return_if_fail (GTK_IS_CHECK_BUTTON (check) || GTK_IS_SWITCH (check));

  /* not only not focusable: one of a group would take Tab and stay without the focus */
  gtk_widget_set_can_focus (check, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_signal_connect_object (check, "notify::active", G_CALLBACK (checked_cb), row, 0);
  if (GTK_IS_CHECK_BUTTON (check))
    g_signal_connect_object (check, "notify::inconsistent", G_CALLBACK (checked_cb), row, 0);
  checked_cb (G_OBJECT (check), NULL, GTK_WIDGET (row));
}

/**
 * geoat_accessible_set_list_name:
 * @row: a row, or something in one
 * @name: a name for the list that has the row
 *
 * Names a list that a widget of libadwaita has made, when that has no title to name it by.
 */
void
geoat_accessible_set_list_name (GtkWidget *row, const char *name)
{
  GtkWidget *list;

  g_return_if_fail (GTK_IS_WIDGET (row));

  list = gtk_widget_get_ancestor (row, GTK_TYPE_LIST_BOX);
  if (list != NULL)
    geoat_accessible_set_name (list, name);
}
