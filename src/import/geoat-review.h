/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-history.h"
#include "geoat-import.h"

G_BEGIN_DECLS

/**
 * GeoatReviewChoice:
 * @GEOAT_REVIEW_ADD: it becomes a new indicator, or a new member of the working group
 * @GEOAT_REVIEW_UPDATE: it is what the plan has already: what was accepted changes there
 * @GEOAT_REVIEW_LEAVE_OUT: it is left out
 */
typedef enum
{
  GEOAT_REVIEW_ADD,
  GEOAT_REVIEW_UPDATE,
  GEOAT_REVIEW_LEAVE_OUT,
} GeoatReviewChoice;

/**
 * GeoatReviewDifference:
 * @kind: what it is about
 * @action: whose it is: a position among the activities that were found; %G_MAXUINT: the
 * indicator's
 * @adds: the whole activity is new; @kind is %GEOAT_FIELD_ACTIVITY
 * @old_text: what the plan says; "" when it says nothing
 * @new_text: what it would say
 * @doubtful: the plan says something else, which would be lost
 * @accepted: it is taken over
 *
 * A cell in which the file says something that the plan does not.
 */
typedef struct
{
  GeoatSourceColumn kind;
  guint action;
  gboolean adds;
  char *old_text;
  char *new_text;
  gboolean doubtful;
  gboolean accepted;

  /*< private >*/
  char *item; /* the id of what changes: the entry, an action, a member */
  int number; /* a level or a status */
} GeoatReviewDifference;

/**
 * GeoatReviewItem:
 * @is_member: it is a member of the working group, not an indicator
 * @text: the indicator, or the member's name
 * @key_element: the position of its key element, or -1
 * @state: whether it is clear what it is
 * @reason: why not: a sentence without a full stop; %NULL when it is clear
 * @choice: what is to become of it
 * @candidate: the id of what the plan has that it may be; %NULL: there is nothing
 * @candidate_text: its wording, or %NULL
 * @candidate_key_element: the position of its key element, or -1
 * @differences: (element-type GeoatReviewDifference): between it and its candidate
 *
 * An indicator that was found, or a member of the working group, and what is to become of it.
 */
typedef struct
{
  gboolean is_member;
  char *text;
  int key_element;
  GeoatImportState state;
  char *reason;
  GeoatReviewChoice choice;
  char *candidate;
  char *candidate_text;
  int candidate_key_element;
  GPtrArray *differences;

  /*< private >*/
  guint found;      /* its position among what was found */
  gboolean decided; /* somebody has chosen */
} GeoatReviewItem;

/**
 * GeoatReviewCounts:
 * @matched: cells of the source that are matched
 * @doubtful: cells that are doubtful
 * @unplaced: cells that are unplaced
 * @added: indicators that will be added
 * @known: indicators that are taken for what the plan has already
 * @updated: indicators in which something will change
 * @changes: cells of these that will change
 * @members: members of the working group that will be added, or changed
 * @left_out: indicators, members and rows that are left out
 */
typedef struct
{
  guint matched;
  guint doubtful;
  guint unplaced;
  guint added;
  guint known;
  guint updated;
  guint changes;
  guint members;
  guint left_out;
} GeoatReviewCounts;

/**
 * GeoatReview:
 *
 * What importing would do to a plan, before it is done, and the place to decide otherwise.
 */
typedef struct _GeoatReview GeoatReview;

GeoatReview *geoat_review_new (GeoatImport *import,
                               GeoatPlan *plan,
                               GCancellable *cancellable,
                               GError **error); /* full */
void geoat_review_free (GeoatReview *self);

gboolean geoat_review_is_list (GeoatReview *self);
GPtrArray *geoat_review_get_items (GeoatReview *self); /* none; of GeoatReviewItem */
GPtrArray *geoat_review_get_cells (GeoatReview *self); /* none; of GeoatImportCell */
GeoatImportState
geoat_review_get_cell_state (GeoatReview *self, guint cell, const char **reason); /* none */
void geoat_review_count (GeoatReview *self, GeoatReviewCounts *counts);

void geoat_review_set_choice (GeoatReview *self, guint item, GeoatReviewChoice choice);
void geoat_review_set_key_element (GeoatReview *self, guint item, int key_element);
guint geoat_review_place_all (GeoatReview *self, int key_element);
void geoat_review_accept (GeoatReview *self, guint item, guint difference, gboolean accepted);
void geoat_review_accept_all (GeoatReview *self);

void geoat_review_apply (GeoatReview *self, GeoatHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatReview, geoat_review_free)

G_END_DECLS
