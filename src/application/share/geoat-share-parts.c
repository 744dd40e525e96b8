/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a plan is included, as rows to check.
 *
 * A principle has no name of its own among those that are left out: its row checks and unchecks its
 * key elements, and stands between the two when only some of them are in. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-parts.h"

#include "geoat-accessible.h"
#include "geoat-perspective.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  GROUP_PLAN,
  GROUP_COLUMNS,
  GROUP_MORE,
  GROUP_STATUSES,
  GROUP_ROUNDS,
  GROUP_KEY_ELEMENTS,
  N_GROUPS
} Group;

/* A row to check. */
typedef struct
{
  Group group;
  GeoatSharingKind kind; /* what is left out without it */
  char *id;              /* the same; NULL: a principle, which stands for its key elements */
  guint principle;
  GtkWidget *row;
  GtkCheckButton *check;
} Part;

struct _GeoatShareParts
{
  AdwBin parent_instance;

  AdwPreferencesGroup *groups;
  AdwExpanderRow *rows[N_GROUPS];

  GeoatPlan *plan;
  GeoatSharing *sharing;
  GPtrArray *parts; /* of Part */
  /* The checks are being set: what they then say is nobody's wish. */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatShareParts, geoat_share_parts, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Parts that are not in this list are among those beside the columns. */
static const struct
{
  const char *part;
  Group group;
} places[] = {
  { "title", GROUP_PLAN },          { "classification", GROUP_PLAN },
  { "administration", GROUP_PLAN }, { "working_group", GROUP_PLAN },
  { "target_levels", GROUP_PLAN },  { "source", GROUP_PLAN },
  { "indicator", GROUP_COLUMNS },   { "alignment", GROUP_COLUMNS },
  { "level", GROUP_COLUMNS },       { "current_activities", GROUP_COLUMNS },
  { "activity", GROUP_COLUMNS },    { "units", GROUP_COLUMNS },
  { "timeline", GROUP_COLUMNS },    { "targets", GROUP_COLUMNS },
};

static const char *const group_titles[N_GROUPS] = {
  N_ ("The plan"),
  N_ ("Columns of the template"),
  N_ ("Notes, reasons and names"),
  N_ ("Activities by status"),
  N_ ("Rounds"),
  N_ ("Principles and key elements"),
};

static void
part_free (Part *part)
{
  g_free (part->id);
  g_free (part);
}

static guint
get_part_principle (GeoatShareParts *self, const Part *part)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  int key_element = geoat_framework_find_key_element (framework, part->id);

  return geoat_framework_get_key_element_principle (framework, (guint) key_element);
}

static void
update_principle (GeoatShareParts *self, const Part *principle)
{
  guint n = 0, n_in = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->group != GROUP_KEY_ELEMENTS || part->id == NULL ||
          get_part_principle (self, part) != principle->principle)
        continue;
      n++;
      n_in += geoat_sharing_is_left_out (self->sharing, part->kind, part->id) ? 0 : 1;
    }
  gtk_check_button_set_active (principle->check, n_in == n);
  gtk_check_button_set_inconsistent (principle->check, n_in > 0 && n_in < n);
}

static void
update_group (GeoatShareParts *self, Group group)
{
  guint n = 0, n_left_out = 0;
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->group != group || part->id == NULL)
        continue;
      n++;
      n_left_out += geoat_sharing_is_left_out (self->sharing, part->kind, part->id) ? 1 : 0;
    }
  if (n_left_out == 0)
    subtitle = g_strdup (_ ("All included"));
  else if (n_left_out == n)
    subtitle = g_strdup (_ ("All left out"));
  else
    /* Translators: how many of how many are left out */
    subtitle = g_strdup_printf (ngettext ("%u of %u left out", "%u of %u left out", n_left_out),
                                n_left_out, n);
  adw_expander_row_set_subtitle (self->rows[group], subtitle);
}

/* Lets every row show what is included. */
static void
update (GeoatShareParts *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part->id == NULL)
        update_principle (self, part);
      else
        gtk_check_button_set_active (
            part->check, !geoat_sharing_is_left_out (self->sharing, part->kind, part->id));
    }
  for (guint group = 0; group < N_GROUPS; group++)
    update_group (self, (Group) group);
  self->updating = FALSE;
}

static void
toggled_cb (GtkCheckButton *check, GeoatShareParts *self)
{
  gboolean in = gtk_check_button_get_active (check);
  const Part *toggled = g_object_get_data (G_OBJECT (check), "part");

  if (self->updating)
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);

      if (part == toggled ||
          (toggled->id == NULL && part->id != NULL && part->group == GROUP_KEY_ELEMENTS &&
           get_part_principle (self, part) == toggled->principle))
        if (part->id != NULL)
          geoat_sharing_set_left_out (self->sharing, part->kind, part->id, !in);
    }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Adds a row; @id is NULL for a principle, which stands for its key elements. */
static Part *
add_part (
    GeoatShareParts *self, Group group, GeoatSharingKind kind, const char *id, const char *title)
{
  Part *part = g_new0 (Part, 1);
  GtkWidget *check = gtk_check_button_new ();

  part->group = group;
  part->kind = kind;
  part->id = g_strdup (id);
  part->check = GTK_CHECK_BUTTON (check);
  part->row =
      g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (part->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (part->row), title);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (part->row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (part->row), check);
  geoat_accessible_check_row (ADW_ACTION_ROW (part->row));
  geoat_accessible_describe_row (ADW_ACTION_ROW (part->row));
  g_object_set_data (G_OBJECT (check), "part", part);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_expander_row_add_row (self->rows[group], part->row);
  g_ptr_array_add (self->parts, part);
  return part;
}

static Group
get_group (const char *part)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].part, part))
      return places[i].group;

  return GROUP_MORE;
}

static void
add_parts (GeoatShareParts *self)
{
  guint n;
  const GeoatSharingPart *parts = geoat_sharing_get_parts (&n);

  for (guint i = 0; i < n; i++)
    add_part (self, get_group (parts[i].id), GEOAT_SHARING_PART, parts[i].id, _ (parts[i].title));
  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    add_part (self, GROUP_STATUSES, GEOAT_SHARING_STATUS, geoat_status_to_string ((GeoatStatus) i),
              geoat_status_get_title ((GeoatStatus) i));
}

static void
add_rounds (GeoatShareParts *self)
{
  for (guint i = 0; i < geoat_plan_get_n_rounds (self->plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (self->plan, i);

      add_part (self, GROUP_ROUNDS, GEOAT_SHARING_ROUND, geoat_item_get_id (GEOAT_ITEM (round)),
                geoat_round_get_title (round));
    }
}

static void
add_key_elements (GeoatShareParts *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  const char *language = geoat_perspective_get_screen_language ();

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first, n;
      g_autofree char *title = NULL;
      Part *principle;

      /* Translators: number and name of a principle */
      title = g_strdup_printf (C_ ("principle", "%s  %s"),
                               geoat_framework_get_principle_id (framework, i),
                               geoat_framework_get_principle_name (framework, i, language));
      principle = add_part (self, GROUP_KEY_ELEMENTS, GEOAT_SHARING_PRINCIPLE, NULL, title);
      principle->principle = i;
      gtk_widget_add_css_class (principle->row, "share-principle");

      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        {
          const char *id = geoat_framework_get_key_element_id (framework, j);
          g_autofree char *name = NULL;

          /* Translators: id and name of a key element */
          name = g_strdup_printf (C_ ("key element", "%s  %s"), id,
                                  geoat_framework_get_key_element_name (framework, j, language));
          gtk_widget_add_css_class (
              add_part (self, GROUP_KEY_ELEMENTS, GEOAT_SHARING_KEY_ELEMENT, id, name)->row,
              "share-key-element");
        }
    }
}

static void
geoat_share_parts_dispose (GObject *object)
{
  GeoatShareParts *self = GEOAT_SHARE_PARTS (object);

  /* The checks go with the rows; until then they may still say something. */
  self->updating = TRUE;
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (geoat_share_parts_parent_class)->dispose (object);
}

static void
geoat_share_parts_finalize (GObject *object)
{
  GeoatShareParts *self = GEOAT_SHARE_PARTS (object);

  g_ptr_array_unref (self->parts);
  geoat_sharing_free (self->sharing);

  G_OBJECT_CLASS (geoat_share_parts_parent_class)->finalize (object);
}

static void
geoat_share_parts_class_init (GeoatSharePartsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = geoat_share_parts_dispose;
  object_class->finalize = geoat_share_parts_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
geoat_share_parts_init (GeoatShareParts *self)
{
  self->sharing = geoat_sharing_new (NULL);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) part_free);
  self->groups = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->groups, _ ("What is included"));
  for (guint i = 0; i < N_GROUPS; i++)
    {
      self->rows[i] = ADW_EXPANDER_ROW (adw_expander_row_new ());
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[i]), _ (group_titles[i]));
      geoat_accessible_set_name (GTK_WIDGET (self->rows[i]), _ (group_titles[i]));
      adw_preferences_group_add (self->groups, GTK_WIDGET (self->rows[i]));
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->groups));
}

/**
 * geoat_share_parts_set_plan:
 * @self: the rows; they have no plan yet
 * @plan: a plan
 *
 * Adds the rows that @plan asks for.
 */
void
geoat_share_parts_set_plan (GeoatShareParts *self, GeoatPlan *plan)
{
  g_return_if_fail (GEOAT_IS_SHARE_PARTS (self));
  g_return_if_fail (GEOAT_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  add_parts (self);
  add_rounds (self);
  add_key_elements (self);
  update (self);
}

/**
 * geoat_share_parts_set_sharing:
 * @self: the rows
 * @sharing: what may leave
 *
 * Lets the rows show what @sharing says; `changed` is not emitted.
 */
void
geoat_share_parts_set_sharing (GeoatShareParts *self, const GeoatSharing *sharing)
{
  g_return_if_fail (GEOAT_IS_SHARE_PARTS (self));
  g_return_if_fail (sharing != NULL);

  geoat_sharing_free (self->sharing);
  self->sharing = geoat_sharing_copy (sharing);
  update (self);
}

/**
 * geoat_share_parts_get_sharing:
 * @self: the rows
 *
 * Returns: (transfer none): what may leave
 */
const GeoatSharing *
geoat_share_parts_get_sharing (GeoatShareParts *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_PARTS (self), NULL);

  return self->sharing;
}

/**
 * geoat_share_parts_set_format:
 * @self: the rows
 * @format: a format
 *
 * Says beside the parts for which @format has no place that it is so. They can be checked all the
 * same: the choice is kept for other formats.
 */
void
geoat_share_parts_set_format (GeoatShareParts *self, const GeoatFormat *format)
{
  g_return_if_fail (GEOAT_IS_SHARE_PARTS (self));
  g_return_if_fail (format != NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      gboolean fits = part->kind != GEOAT_SHARING_PART || geoat_format_has_place (format, part->id);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (part->row),
                                   fits ? "" : _ ("Not in this format"));
    }
}
