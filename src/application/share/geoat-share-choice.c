/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before a plan is shared.
 *
 * How it works: what is left out is kept in one place, the rows of GeoatShareParts. Who it is for
 * follows from it: the preset or kept choice that leaves out the same is the one that is checked;
 * of several the one that was checked before, else the first; when there is none, it is a choice
 * of one's own. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-choice.h"

#include "geoat-accessible.h"
#include "geoat-share-memory.h"
#include "geoat-share-name.h"
#include "geoat-share-parts.h"
#include "geoat-toast.h"

#include <glib/gi18n.h>

struct _GeoatShareChoice
{
  AdwBin parent_instance;

  AdwPreferencesGroup *whom;
  GtkWidget *keep_button;
  GtkDropDown *formats;
  GtkLabel *lacks;
  GtkWidget *rounds_box;
  GtkDropDown *rounds;
  GtkCheckButton *charts;
  GtkWidget *papers_box;
  GtkDropDown *papers; /* as in GeoatPaper */
  GeoatShareParts *parts;

  GeoatPerspective *perspective;
  GSettings *settings;
  GPtrArray *whom_rows;     /* of GtkWidget: presets, kept ones, at last one's own */
  GPtrArray *whom_checks;   /* of GtkCheckButton, one for each row */
  GPtrArray *whom_sharings; /* of GeoatSharing, one for each row; NULL for one's own */
  /* Controls are being set: what they then say is nobody's wish. */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatShareChoice, geoat_share_choice, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A preset that most people who share want; the last one, if there was one, comes first. */
#define FIRST_PRESET "network"
#define FIRST_FORMAT "docx"
#define UNDO_SECONDS 10

static GeoatPlan *
get_plan (GeoatShareChoice *self)
{
  return geoat_perspective_get_plan (self->perspective);
}

/* Checks the row of those for whom just this is left out. */
static void
update_whom (GeoatShareChoice *self)
{
  const GeoatSharing *sharing = geoat_share_parts_get_sharing (self->parts);
  guint own = self->whom_sharings->len - 1;
  guint found = own;

  for (guint i = 0; i < own; i++)
    if (geoat_sharing_equal (g_ptr_array_index (self->whom_sharings, i), sharing) &&
        (found == own || gtk_check_button_get_active (g_ptr_array_index (self->whom_checks, i))))
      found = i;

  self->updating = TRUE;
  gtk_check_button_set_active (g_ptr_array_index (self->whom_checks, found), TRUE);
  self->updating = FALSE;
  gtk_widget_set_sensitive (self->keep_button, found == own);
}

static gboolean
is_round_left_out (GeoatShareChoice *self, guint position)
{
  GeoatRound *round = geoat_plan_get_round (get_plan (self), position);

  return geoat_sharing_is_left_out (geoat_share_parts_get_sharing (self->parts),
                                    GEOAT_SHARING_ROUND, geoat_item_get_id (GEOAT_ITEM (round)));
}

/* The round that is shown is one that is included. */
static void
update_round (GeoatShareChoice *self)
{
  guint n = geoat_plan_get_n_rounds (get_plan (self));
  guint selected = gtk_drop_down_get_selected (self->rounds);

  gtk_widget_set_visible (self->rounds_box,
                          n > 1 && !geoat_share_choice_get_format (self)->all_rounds);
  if (selected < n && !is_round_left_out (self, selected))
    return;

  self->updating = TRUE;
  for (guint i = n; i > 0; i--)
    if (!is_round_left_out (self, i - 1))
      {
        gtk_drop_down_set_selected (self->rounds, i - 1);
        break;
      }
  self->updating = FALSE;
}

static void
update_format (GeoatShareChoice *self)
{
  const GeoatFormat *format = geoat_share_choice_get_format (self);

  gtk_label_set_text (self->lacks, format->lacks == NULL ? _ ("All that is included is in it.")
                                                         : _ (format->lacks));
  gtk_widget_set_visible (GTK_WIDGET (self->charts), format->optional_charts);
  gtk_widget_set_visible (self->papers_box, format->paper);
  geoat_share_parts_set_format (self->parts, format);
  update_round (self);
}

static void
emit_changed (GeoatShareChoice *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
parts_changed_cb (GeoatShareChoice *self)
{
  update_whom (self);
  update_round (self);
  emit_changed (self);
}

static void
format_chosen_cb (GeoatShareChoice *self)
{
  if (self->updating || self->perspective == NULL)
    return;

  update_format (self);
  emit_changed (self);
}

/* Who wants to show a round wants it included. */
static void
round_chosen_cb (GeoatShareChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->rounds);

  if (self->updating || self->perspective == NULL)
    return;

  if (is_round_left_out (self, selected))
    {
      GeoatRound *round = geoat_plan_get_round (get_plan (self), selected);
      g_autoptr (GeoatSharing) sharing =
          geoat_sharing_copy (geoat_share_parts_get_sharing (self->parts));

      geoat_sharing_set_left_out (sharing, GEOAT_SHARING_ROUND,
                                  geoat_item_get_id (GEOAT_ITEM (round)), FALSE);
      geoat_share_parts_set_sharing (self->parts, sharing);
      update_whom (self);
    }
  emit_changed (self);
}

static void
option_changed_cb (GeoatShareChoice *self)
{
  if (!self->updating && self->perspective != NULL)
    emit_changed (self);
}

static void
whom_toggled_cb (GtkCheckButton *check, GeoatShareChoice *self)
{
  guint position;

  if (self->updating || !gtk_check_button_get_active (check) ||
      !g_ptr_array_find (self->whom_checks, check, &position))
    return;

  /* One's own choice begins with what is left out now. */
  if (g_ptr_array_index (self->whom_sharings, position) == NULL)
    return;

  geoat_share_parts_set_sharing (self->parts, g_ptr_array_index (self->whom_sharings, position));
  update_whom (self);
  update_round (self);
  emit_changed (self);
}

static void fill_whom (GeoatShareChoice *self);

/* Leads the focus to the row that is checked: what had it is gone, or cannot have it any more. */
static void
focus_whom (GeoatShareChoice *self)
{
  for (guint i = 0; i < self->whom_checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->whom_checks, i)))
      gtk_widget_grab_focus (g_ptr_array_index (self->whom_rows, i));
}

static void
free_sharing (gpointer sharing)
{
  if (sharing != NULL)
    geoat_sharing_free (sharing);
}

/* Keeps again what was removed, unless another choice has the name by now. */
static void
undo_forget_cb (GeoatShareChoice *self, AdwToast *toast)
{
  const char *name = g_object_get_data (G_OBJECT (toast), "name");
  g_autofree char *other = geoat_share_memory_find_kept (self->settings, name);

  if (other != NULL)
    return;
  geoat_share_memory_keep (self->settings, name, g_object_get_data (G_OBJECT (toast), "sharing"));
  fill_whom (self);
  update_whom (self);
  focus_whom (self);
}

static void
show_forgotten (GeoatShareChoice *self, const char *name, GeoatSharing *sharing)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  /* Translators: %s is the name of a choice that was kept */
  g_autofree char *text = g_strdup_printf (_ ("“%s” removed"), name);
  AdwToast *toast = geoat_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  g_object_set_data_full (G_OBJECT (toast), "name", g_strdup (name), g_free);
  g_object_set_data_full (G_OBJECT (toast), "sharing", sharing, free_sharing);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_forget_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static void
forget_clicked_cb (GtkWidget *button, GeoatShareChoice *self)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "name"));
  GeoatSharing *sharing = geoat_share_memory_get_kept (self->settings, name);

  geoat_share_memory_forget (self->settings, name);
  fill_whom (self);
  update_whom (self);
  focus_whom (self);
  show_forgotten (self, name, sharing);
}

/* Adds a row; takes @sharing. */
static GtkWidget *
add_whom (GeoatShareChoice *self, const char *title, const char *about, GeoatSharing *sharing)
{
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO, NULL);
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (self->whom_checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->whom_checks, 0));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  geoat_accessible_check_row (ADW_ACTION_ROW (row));
  geoat_accessible_describe_row (ADW_ACTION_ROW (row));
  g_signal_connect (check, "toggled", G_CALLBACK (whom_toggled_cb), self);

  adw_preferences_group_add (self->whom, row);
  g_ptr_array_add (self->whom_rows, row);
  g_ptr_array_add (self->whom_checks, check);
  g_ptr_array_add (self->whom_sharings, sharing);
  return row;
}

static void
add_kept (GeoatShareChoice *self, const char *name)
{
  GtkWidget *row = add_whom (self, name, _ ("A choice that you have kept"),
                             geoat_share_memory_get_kept (self->settings, name));
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: removes a choice from a list; %s is the name that it was given */
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), name);

  geoat_accessible_set_name (button, label);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (forget_clicked_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
fill_whom (GeoatShareChoice *self)
{
  g_auto (GStrv) kept = geoat_share_memory_list_kept (self->settings);
  guint n;
  const GeoatSharingPreset *presets = geoat_sharing_get_presets (&n);

  self->updating = TRUE;
  for (guint i = 0; i < self->whom_rows->len; i++)
    adw_preferences_group_remove (self->whom, g_ptr_array_index (self->whom_rows, i));
  g_ptr_array_set_size (self->whom_rows, 0);
  g_ptr_array_set_size (self->whom_checks, 0);
  g_ptr_array_set_size (self->whom_sharings, 0);
  self->updating = FALSE;

  for (guint i = 0; i < n; i++)
    add_whom (self, _ (presets[i].title), _ (presets[i].about),
              geoat_sharing_new (presets[i].left_out));
  for (gsize i = 0; kept[i] != NULL; i++)
    add_kept (self, kept[i]);
  add_whom (self, geoat_share_name_get_own (), _ ("What you check below."), NULL);
  geoat_accessible_set_list_name (g_ptr_array_index (self->whom_rows, 0), _ ("Who it is for"));
}

/* Keeps what is left out, but for rounds: these are of this plan alone. */
static void
keep (gpointer object, const char *name)
{
  GeoatShareChoice *self = object;
  g_autoptr (GeoatSharing) sharing =
      geoat_sharing_copy (geoat_share_parts_get_sharing (self->parts));
  g_auto (GStrv) left_out = geoat_sharing_get_left_out (sharing);
  GeoatSharingKind kind;
  const char *id;

  for (gsize i = 0; left_out[i] != NULL; i++)
    if (geoat_sharing_parse_name (left_out[i], &kind, &id) && kind == GEOAT_SHARING_ROUND)
      geoat_sharing_set_left_out (sharing, kind, id, FALSE);
  geoat_share_memory_keep (self->settings, name, sharing);
  fill_whom (self);
  update_whom (self);
  focus_whom (self);
}

static void
keep_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GeoatShareChoice *self = GEOAT_SHARE_CHOICE (widget);

  geoat_share_name_ask (GTK_WINDOW (gtk_widget_get_root (widget)), self->settings, keep, self);
}

/* Values are shown whole, on as many lines as it takes. */
static void
item_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
item_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
set_up_drop_down (GtkDropDown *drop_down, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (item_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (item_bind_cb), NULL);
  gtk_drop_down_set_factory (drop_down, factory);
  g_object_unref (factory);
  geoat_accessible_set_name (GTK_WIDGET (drop_down), name);
}

static void
fill_formats (GeoatShareChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const GeoatFormat *formats = geoat_format_get_all (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _ (formats[i].name));
  gtk_drop_down_set_model (self->formats, G_LIST_MODEL (names));
}

static void
fill_rounds (GeoatShareChoice *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < geoat_plan_get_n_rounds (get_plan (self)); i++)
    gtk_string_list_append (titles,
                            geoat_round_get_title (geoat_plan_get_round (get_plan (self), i)));
  gtk_drop_down_set_model (self->rounds, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (
      self->rounds, geoat_round_get_index (geoat_perspective_get_round (self->perspective)));
}

static void
select_format (GeoatShareChoice *self, const char *id)
{
  guint n;
  const GeoatFormat *formats = geoat_format_get_all (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (formats[i].id, id))
      gtk_drop_down_set_selected (self->formats, i);
}

/* What was chosen last for this plan, else what most want. */
static void
recall (GeoatShareChoice *self)
{
  g_autofree char *format = g_strdup (FIRST_FORMAT);
  g_autoptr (GeoatSharing) sharing =
      geoat_sharing_new (geoat_sharing_find_preset (FIRST_PRESET)->left_out);
  gboolean charts = TRUE;
  g_autofree char *last_format = NULL;
  g_autoptr (GeoatSharing) last_sharing = NULL;

  if (geoat_share_memory_recall (self->settings, geoat_item_get_id (GEOAT_ITEM (get_plan (self))),
                                 &last_format, &last_sharing, &charts))
    {
      select_format (self, last_format);
      geoat_share_parts_set_sharing (self->parts, last_sharing);
    }
  else
    {
      select_format (self, format);
      geoat_share_parts_set_sharing (self->parts, sharing);
    }
  gtk_check_button_set_active (self->charts, charts);
  gtk_drop_down_set_selected (self->papers, geoat_share_memory_recall_paper (self->settings));
}

static void
geoat_share_choice_dispose (GObject *object)
{
  GeoatShareChoice *self = GEOAT_SHARE_CHOICE (object);

  self->updating = TRUE;
  g_clear_object (&self->perspective);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (geoat_share_choice_parent_class)->dispose (object);
}

static void
geoat_share_choice_finalize (GObject *object)
{
  GeoatShareChoice *self = GEOAT_SHARE_CHOICE (object);

  g_ptr_array_unref (self->whom_rows);
  g_ptr_array_unref (self->whom_checks);
  g_ptr_array_unref (self->whom_sharings);

  G_OBJECT_CLASS (geoat_share_choice_parent_class)->finalize (object);
}

static void
geoat_share_choice_class_init (GeoatShareChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_share_choice_dispose;
  object_class->finalize = geoat_share_choice_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GEOAT_TYPE_SHARE_PARTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-share-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, whom);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, keep_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, formats);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, lacks);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, rounds_box);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, rounds);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, charts);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, papers_box);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, papers);
  gtk_widget_class_bind_template_child (widget_class, GeoatShareChoice, parts);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, option_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, parts_changed_cb);
  gtk_widget_class_install_action (widget_class, "share.keep", NULL, keep_action);
}

static void
geoat_share_choice_init (GeoatShareChoice *self)
{
  self->whom_rows = g_ptr_array_new ();
  self->whom_checks = g_ptr_array_new ();
  self->whom_sharings = g_ptr_array_new_with_free_func (free_sharing);
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_set_name (GTK_WIDGET (self), _ ("What to share"));
  set_up_drop_down (self->formats, _ ("Format"));
  set_up_drop_down (self->rounds, _ ("Levels of the round"));
  set_up_drop_down (self->papers, _ ("Paper"));
}

/**
 * geoat_share_choice_start:
 * @self: the choice; it has no plan yet
 * @perspective: what the window looks at
 * @settings: the settings of the application
 *
 * Begins with what was chosen last for the plan of @perspective.
 */
void
geoat_share_choice_start (GeoatShareChoice *self,
                          GeoatPerspective *perspective,
                          GSettings *settings)
{
  g_return_if_fail (GEOAT_IS_SHARE_CHOICE (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (self->perspective == NULL);

  self->perspective = g_object_ref (perspective);
  self->settings = g_object_ref (settings);
  self->updating = TRUE;
  geoat_share_parts_set_plan (self->parts, get_plan (self));
  fill_formats (self);
  fill_rounds (self);
  self->updating = TRUE;
  recall (self);
  fill_whom (self);
  update_whom (self);
  update_format (self);
  focus_whom (self);
}

/**
 * geoat_share_choice_remember:
 * @self: the choice
 *
 * Remembers what is chosen as the last choice for this plan; the paper for all plans.
 */
void
geoat_share_choice_remember (GeoatShareChoice *self)
{
  g_return_if_fail (GEOAT_IS_SHARE_CHOICE (self));

  geoat_share_memory_remember (self->settings, geoat_item_get_id (GEOAT_ITEM (get_plan (self))),
                               geoat_share_choice_get_format (self)->id,
                               geoat_share_parts_get_sharing (self->parts),
                               geoat_share_choice_get_charts (self));
  geoat_share_memory_remember_paper (self->settings, geoat_share_choice_get_paper (self));
}

/**
 * geoat_share_choice_get_sharing:
 * @self: the choice
 *
 * Returns: (transfer none): what may leave
 */
const GeoatSharing *
geoat_share_choice_get_sharing (GeoatShareChoice *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_CHOICE (self), NULL);

  return geoat_share_parts_get_sharing (self->parts);
}

/**
 * geoat_share_choice_get_format:
 * @self: the choice
 *
 * Returns: (transfer none): the format
 */
const GeoatFormat *
geoat_share_choice_get_format (GeoatShareChoice *self)
{
  guint n;
  const GeoatFormat *formats = geoat_format_get_all (&n);

  g_return_val_if_fail (GEOAT_IS_SHARE_CHOICE (self), NULL);

  return &formats[MIN (gtk_drop_down_get_selected (self->formats), n - 1)];
}

/**
 * geoat_share_choice_get_charts:
 * @self: the choice
 *
 * Returns: whether charts are wanted, in a format where they are optional
 */
gboolean
geoat_share_choice_get_charts (GeoatShareChoice *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_CHOICE (self), FALSE);

  return gtk_check_button_get_active (self->charts);
}

/**
 * geoat_share_choice_get_paper:
 * @self: the choice
 *
 * Returns: the paper, for a format whose pages are of one size
 */
GeoatPaper
geoat_share_choice_get_paper (GeoatShareChoice *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_CHOICE (self), GEOAT_PAPER_A4);

  return (GeoatPaper) gtk_drop_down_get_selected (self->papers);
}

/**
 * geoat_share_choice_get_round:
 * @self: the choice
 *
 * Returns: (transfer none): the round of the plan whose levels are shown
 */
GeoatRound *
geoat_share_choice_get_round (GeoatShareChoice *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_CHOICE (self), NULL);

  return geoat_plan_get_round (get_plan (self), gtk_drop_down_get_selected (self->rounds));
}
