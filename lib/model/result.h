/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_RESULT_H
#define HUSLY_MODEL_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct json_value;

/*
 * A result folder as it was read, before anything in it is believed: cells with their places, and
 * what could not be read. Columns that a file lacks give cells that are not `given`.
 */
enum placement_column {
    PLACEMENT_HOUSEHOLD,
    PLACEMENT_DWELLING,
    PLACEMENT_SECTION,
    PLACEMENT_AREA,
    PLACEMENT_PERSONS,
    PLACEMENT_RENT,
    PLACEMENT_UTILITIES,
    PLACEMENT_BENEFIT,
    PLACEMENT_NET_RENT,
    PLACEMENT_BUDGET,
    PLACEMENT_MARGIN,
    PLACEMENT_NEED,
    PLACEMENT_FIT,
    PLACEMENT_END
};

enum unplaced_column {
    UNPLACED_HOUSEHOLD,
    UNPLACED_PERSONS,
    UNPLACED_NEED,
    UNPLACED_REASON,
    UNPLACED_DETAIL,
    UNPLACED_TEMPORARY,
    UNPLACED_HELP,
    UNPLACED_END
};

enum breakdown_column {
    BREAKDOWN_HOUSEHOLD,
    BREAKDOWN_DWELLING,
    BREAKDOWN_TERM,
    BREAKDOWN_ABOUT,
    BREAKDOWN_MEASURE,
    BREAKDOWN_UNIT,
    BREAKDOWN_WEIGHT,
    BREAKDOWN_POINTS,
    BREAKDOWN_END
};

enum costs_column {
    COSTS_HOUSEHOLD,
    COSTS_PLACE,
    COSTS_DWELLING,
    COSTS_UNTIL,
    COSTS_SELF_PAYMENT,
    COSTS_EXCESS,
    COSTS_ROUND,
    COSTS_YEAR,
    COSTS_END
};

enum certificate_column {
    CERTIFICATE_STAGE,
    CERTIFICATE_LEAF,
    CERTIFICATE_WHAT,
    CERTIFICATE_UNIT,
    CERTIFICATE_MULTIPLIER,
    CERTIFICATE_END
};

struct result_cell {
    const char *text; /* as unquoted, blanks and guard apostrophes off; "" when empty; never NULL */
    int64_t number;   /* of an amount in øre, or a whole number; 0 when empty */
    bool filled;      /* not empty */
};

struct result_row {
    int64_t line;
    const struct result_cell *cells; /* one a column of the table */
};

struct result_table {
    const char *source; /* "placements.csv" */
    bool present;
    int field_of[PLACEMENT_END]; /* field number from 1 of each column; 0 = the file lacks it */
    const char *name_of[PLACEMENT_END]; /* header as the file writes it */
    struct result_row *rows;
    size_t count;
};

/* Something that could not be read, with its place. */
struct result_complaint {
    const char *source;
    int64_t line, column;
    const char *field;
    const char *text;
};

struct result {
    struct arena *arena;
    struct result_table placements, unplaced, breakdown, costs, certificate;
    const struct json_value *summary; /* NULL: no summary.json, or one that does not read */
    bool has_summary;                 /* the file is there */
    struct result_complaint *complaints;
    size_t complaint_count;
};

#endif
