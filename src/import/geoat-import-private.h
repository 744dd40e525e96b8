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

struct _GeoatImport
{
  GeoatFramework *framework;
  GPtrArray *found;   /* of GeoatFound */
  GPtrArray *members; /* of GeoatMember */
  GPtrArray *cells;   /* of GeoatImportCell */
  int key_element;    /* of rows that do not say it, or -1 */
  gboolean is_list;   /* of indicators, not a filled template */

  GeoatImportWords *words;
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
  int context;         /* the key element that the rows belong to, or -1 */
  int said;            /* the one that a row of the table said last in its own column, or -1 */
  gboolean is_assumed; /* the present row does not say its own: it is that of a row above */
  guint entry;         /* whose row it is: its position among those found; G_MAXUINT: nobody's */
  guint action;
};

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
/* Records what stands in none of the cells of the table. @texts: text outside of tables too. */
void geoat_import_record_asides (GeoatImport *self, gboolean texts);
/* What the columns hold when a row has their headings, full; the first of each kind is @seen. */
GeoatSourceColumn *
geoat_import_find_columns (GeoatImport *self, char **cells, gboolean seen[GEOAT_N_SOURCE_COLUMNS]);
/* Takes the headings from a row, or from it and the next one, and passes over a row below that
 * numbers the columns. *@n_rows: how many rows that were; GEOAT_TABLE_NONE, and nothing changed,
 * when it has none. */
GeoatSourceTable geoat_import_take_headings (GeoatImport *self, guint row, guint *n_rows);
/* What stands beside many cells, full: not more of it than says which it is. */
char *geoat_import_make_label (const char *text);
/* From here on the rows have the columns whose headings are in @cells. @kinds is taken. */
void geoat_import_take_columns (GeoatImport *self, char **cells, GeoatSourceColumn *kinds);

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

/* One cell of a row of the template. @begins: the row begins the entry; @action may be NULL. */
void geoat_import_take_cell (GeoatImport *self,
                             GeoatFound *entry,
                             GeoatFoundAction *action,
                             gboolean begins,
                             guint row,
                             guint column);

G_END_DECLS
