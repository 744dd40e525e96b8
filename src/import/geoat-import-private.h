/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-member.h"
#include "geoat-import-words.h"
#include "geoat-import.h"

G_BEGIN_DECLS

/* Between reading a filled template and deciding what becomes of it: what was found. */

/* Why what was found has no place yet. */
typedef enum
{
  GEOAT_LOOSE_NOT,
  GEOAT_LOOSE_NO_KEY_ELEMENT, /* it is not said to which it belongs */
  GEOAT_LOOSE_NO_INDICATOR,   /* activities, or remarks, of nothing */
  GEOAT_LOOSE_ROW, /* a row outside the template; its cells are the indicator, a line each */
} GeoatLoose;

/* What the headings of a table say that it is. */
typedef enum
{
  GEOAT_TABLE_NONE,
  GEOAT_TABLE_TEMPLATE,
  GEOAT_TABLE_ACTIVITIES, /* all activities, with lead, dates, status, progress */
  GEOAT_TABLE_REMARKS,    /* reasons and notes */
  GEOAT_TABLE_MEMBERS,    /* the working group */
  GEOAT_TABLE_SCORES,     /* follows from the levels */
} GeoatSourceTable;

typedef struct
{
  char *texts[GEOAT_COUNT_FIELDS (ACTION)]; /* by field, from the first; NULL: none */
  GeoatStatus status;
  gboolean has_status;
} GeoatFoundAction;

static inline const char *
geoat_found_action_get_text (const GeoatFoundAction *self, GeoatField field)
{
  return self->texts[field - GEOAT_BEFORE_ACTION_FIELDS - 1];
}

/* Columns of the template, for GeoatFound.first. */
enum
{
  GEOAT_FIRST_INDICATOR,
  GEOAT_FIRST_ALIGNMENT,
  GEOAT_FIRST_LEVEL,
  GEOAT_FIRST_CURRENT_ACTIVITIES,
};

/* An indicator with what was written about it. */
typedef struct
{
  int key_element; /* its position in the framework, or -1 */
  GeoatLoose loose;
  const char *loose_reason; /* a sentence without a full stop; NULL: it is not loose */
  const char *skip_reason;  /* why it seems to be no indicator; NULL: it is one */
  gboolean is_numbered; /* its table numbers activities as ours do: what is said twice is meant */
  char *first[GEOAT_FIRST_ACTION_COLUMN]; /* columns 1 to 4 as they stood there */
  GeoatLevel level;
  GString *reason; /* of the level */
  char *reason_heading;
  GString *notes;     /* what stood in a column of notes */
  GString *kept;      /* what the template has no column for: HEADING: TEXT, a line each */
  GPtrArray *actions; /* of GeoatFoundAction */
} GeoatFound;

/* An indicator, or one of its activities, by its positions. */
typedef struct
{
  guint entry;
  guint action; /* G_MAXUINT: none */
} GeoatFoundPlace;

/* Why a cell is all in the plan, though its text is not: what is normalised away. */
typedef enum
{
  GEOAT_CLAIM_TEXT,     /* nothing is: its text is in the plan */
  GEOAT_CLAIM_REPEATED, /* it says again what stands above it, in the same column */
  GEOAT_CLAIM_HEADING,  /* it heads a column, in words that we know */
  GEOAT_CLAIM_PLACE,    /* it names a principle or a key element, and nothing else */
  GEOAT_CLAIM_LEVEL,    /* it is a level, and nothing else */
  GEOAT_CLAIM_STATUS,   /* it is a status */
  GEOAT_CLAIM_NUMBER,   /* it numbers what stands beside it */
  GEOAT_CLAIM_FIGURE,   /* it follows from the levels, in a table of ours */
  GEOAT_CLAIM_ITEM,     /* its text is in the plan, without the number or sign before it */
} GeoatClaim;

struct _GeoatImport
{
  GeoatFramework *framework;
  GPtrArray *found;   /* of GeoatFound */
  GPtrArray *members; /* of GeoatMember */
  GPtrArray *cells;   /* of GeoatImportCell */
  int key_element;    /* of rows that do not say it, or -1 */
  gboolean is_list;   /* of indicators, not a filled template */

  GeoatImportWords *words;
  const GeoatImportChoices *choices; /* or NULL */
  char **margin; /* headings that stand outside of the tables, for tables that have none; or NULL */
  GCancellable *cancellable; /* or NULL */

  /* what the rows behind the template may complete: key element and wording → GQueue of
   * GeoatFoundPlace, those that no row has been about */
  GHashTable *entries;
  GHashTable *activities;

  /* the table that is being read */
  const GeoatSheet *sheet;
  char *sheet_name; /* reference counted */
  GeoatSourceColumn *kinds;
  char **headings;
  guint n_columns;
  guint heading_row; /* where their headings stand */
  guint heading_rows;
  guint n_inside;    /* columns that belong to the table; those behind stand beside it */
  gboolean *used;    /* of the columns that the template does not have: something is kept of it */
  GArray *accounted; /* of guint8: for each cell of the source's table whether it was recorded */
  guint n_recorded;  /* how many cells were recorded before those of the table */
  GArray *offsets;   /* of guint: where in that each row begins */
  guint turned;      /* how many rows of the source's table stand above the present form, when it
                        has its headings on the left, and @sheet is that form turned; or G_MAXUINT */
  const GeoatSheet *source; /* the source's table; @sheet unless that is turned */
  char **row;               /* the present row, in which no mark stands for the text above it */
  char **above;             /* the row before it, when it was one of the template */
  gboolean in_tail;         /* what stands below the table has begun */
  gboolean behind_gap;      /* nothing but blank rows stands between the present row and the last */
  guint n_alone;            /* indicators of the table that have nothing else in their row */
  guint n_full;             /* the others */
  int principle;            /* the one that rows belong to, or -1 */
  int context;              /* the key element that the rows belong to, or -1 */
  int said;                 /* the one that a row of the table said last in its own column, or -1 */
  gboolean is_numbered;     /* its key element is that of its number */
  gboolean is_assumed;      /* the present row does not say its own: it is that of a row above */
  guint entry; /* whose row it is: its position among those found; G_MAXUINT: nobody's */
  guint action;

  /* of a list */
  gboolean has_markers; /* its lines begin with numbers or signs */
  gboolean is_running;  /* the line above was an indicator */

  /* for saying what is missing */
  char *best_known;   /* the headings that were recognised in the best row, or NULL */
  char *best_unknown; /* the others */
  guint n_best;
};

typedef void (*GeoatImportRowsFunc) (GeoatImport *self, guint first, guint end);

GeoatFramework *geoat_import_get_framework (GeoatImport *self); /* none */
GPtrArray *geoat_import_get_found (GeoatImport *self);          /* none; of GeoatFound */
GPtrArray *geoat_import_get_members (GeoatImport *self);        /* none; of GeoatMember */

/* With nothing found yet, full. @key_element: its id, or NULL; @cancellable may be NULL. */
GeoatImport *
geoat_import_create (GeoatFramework *framework, const char *key_element, GCancellable *cancellable);
/* Whether to go on: there is not more than anybody has written, and it was not stopped; FALSE with
 * an error when that is not so. */
gboolean geoat_import_goes_on (GeoatImport *self);
gboolean geoat_import_check (GeoatImport *self, GError **error);

/* From here on the table is @sheet, whose name may say a key element. */
void geoat_import_begin_sheet (GeoatImport *self, const GeoatSheet *sheet);
/* The table ends: what nothing has claimed is told. */
void geoat_import_end_sheet (GeoatImport *self);
/* The same columns end: headings of columns that were not used are told. */
void geoat_import_end_columns (GeoatImport *self);
/* Records what stands in none of the cells of the table. @texts: text outside of tables too. */
void geoat_import_record_asides (GeoatImport *self, gboolean texts);
/* What the columns hold when a row has their headings, full; the first of each kind is @seen. */
GeoatSourceColumn *
geoat_import_find_columns (GeoatImport *self, char **cells, gboolean seen[GEOAT_N_SOURCE_COLUMNS]);
/* Takes the headings from a row, or from it and the next one, and passes over a row below that
 * numbers the columns. *@n_rows: how many rows that were; GEOAT_TABLE_NONE, and nothing changed,
 * when it has none. @first: there were none so far, and they may be guessed. */
GeoatSourceTable
geoat_import_take_headings (GeoatImport *self, guint row, gboolean first, guint *n_rows);
/* Takes @cells, which stand outside of the table, for its headings, or only what was said about its
 * columns when they are NULL. FALSE, and nothing changed: that is not enough. */
gboolean geoat_import_take_outer_headings (GeoatImport *self, guint row, char **cells);
/* The headings of the template that stand outside of the tables, full; NULL: there are none. */
char **geoat_import_find_outer_headings (GeoatImport *self, GPtrArray *sheets);
/* Where a row of the present table stands in the file, from 1. */
guint geoat_import_get_number (GeoatImport *self, guint row);
/* Keeps the headings of a row for saying what was found, when more are known than of any other. */
void geoat_import_note_headings (GeoatImport *self,
                                 char **cells,
                                 const GeoatSourceColumn *kinds,
                                 guint n_known);
/* What stands beside many cells, full: not more of it than says which it is. */
char *geoat_import_make_label (const char *text);
/* From here on the rows have the columns whose headings are in @cells. @kinds is taken. */
void geoat_import_take_columns (GeoatImport *self, char **cells, GeoatSourceColumn *kinds);

/* Records a text that stands in no cell. */
void geoat_import_record_text (GeoatImport *self,
                               const char *text,
                               GeoatImportState state,
                               const char *reason);
/* Whether the present table has a column of that kind. */
gboolean geoat_import_has_column (GeoatImport *self, GeoatSourceColumn kind);

GeoatFound *geoat_import_add_found (GeoatImport *self, int key_element); /* none */
gboolean geoat_import_is_blank (char **cells);
/* The one text of a row whose other cells are empty or the same: a heading between rows. */
const char *geoat_import_get_only_text (char **cells);

/* The cells from here on belong to what was found last, and to its last activity when @in_action;
 * or to nothing any more. */
void geoat_import_begin_cells (GeoatImport *self, gboolean in_action);
void geoat_import_end_cells (GeoatImport *self);

/* The text of a row in the column of that kind; "": there is none. */
const char *geoat_import_get_cell (GeoatImport *self, char **cells, GeoatSourceColumn kind);
/* The key element of a row: the one in its own column, -1 when there is none of that name, or that
 * of the row above; @otherwise when neither is said. */
int geoat_import_find_said (GeoatImport *self, char **cells, int otherwise);
/* The rows below @row belong to @key_element. @doubtful: it names it in words of its own. */
void geoat_import_take_context (GeoatImport *self, guint row, int key_element, gboolean doubtful);
/* A row with that one text: whether it names a principle. Which key element the rows below belong
 * to is then not said any more. */
gboolean geoat_import_take_principle (GeoatImport *self, guint row, const char *only);
void geoat_import_add_line (GString *lines, const char *heading, const char *text);

/* Records what became of a cell, or a row of them; nothing for one that is empty. @reason is a
 * translated constant. */
void geoat_import_record (
    GeoatImport *self, guint row, guint column, GeoatImportState state, const char *reason);
void
geoat_import_record_row (GeoatImport *self, guint row, GeoatImportState state, const char *reason);

/* Records that a cell, or a row of them, is all in the plan, or is what @claim says. It is looked
 * at whether that is so: what is not is told. */
void geoat_import_claim (GeoatImport *self, guint row, guint column, GeoatClaim claim);
void geoat_import_claim_row (GeoatImport *self, guint row, GeoatClaim claim);
/* Whether a cell was recorded. */
gboolean geoat_import_is_recorded (GeoatImport *self, guint row, guint column);

/* Opens and closes the accounts of a table. */
void geoat_import_open_account (GeoatImport *self, const GeoatSheet *sheet);
void geoat_import_close_account (GeoatImport *self);

/* From here on the row is @row of the table, whose kinds of columns are known when @headed. */
void geoat_import_begin_row (GeoatImport *self, guint row, gboolean headed);
/* Why the present row seems to hold no indicator: a translated constant; NULL: it may hold one. */
const char *geoat_import_judge_row (GeoatImport *self, guint row);
/* Whether the texts of the present row go on where those of the row above it break off. */
gboolean geoat_import_goes_on_from (GeoatImport *self, const GeoatFound *last);
/* Whether a text begins in lower case where the one above it breaks off. */
gboolean geoat_import_text_goes_on (const char *above, const char *text);
/* Reads a table that has its headings on the left, a form after the other, with what takes rows of
 * the present table; FALSE: it has none there. */
gboolean geoat_import_take_forms (GeoatImport *self, GeoatImportRowsFunc take_rows);

/* One cell of a row of the template. @begins: the row begins the entry; @action may be NULL. */
void geoat_import_take_cell (GeoatImport *self,
                             GeoatFound *entry,
                             GeoatFoundAction *action,
                             gboolean begins,
                             guint row,
                             guint column);

G_END_DECLS
