/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_TABLES_H
#define HUSLY_IO_TABLES_H

#include "model/round.h"

/*
 * The tables of contract § 2 as data. One description serves reading, the templates of `husly
 * init`, cross-references and messages.
 */
enum table_number {
    TABLE_HOUSEHOLDS,
    TABLE_DWELLINGS,
    TABLE_SECTIONS,
    TABLE_AREAS,
    TABLE_ORGANISATIONS,
    TABLE_SCORES,
    TABLE_DECISIONS,
    TABLE_EARLIER,
    TABLE_RULES,
    TABLE_END
};

/* How a cell is read, and into which type. */
enum cell_kind {
    CELL_ID,            /* const char * */
    CELL_IDS,           /* const char *: ids separated by single blanks */
    CELL_TEXT,          /* const char * */
    CELL_LABELS,        /* const char *: texts separated by single blanks */
    CELL_WHOLE,         /* int32_t between low and high */
    CELL_POINTS,        /* int64_t between low and high */
    CELL_AMOUNT,        /* husly_amount, at least 0 */
    CELL_SHARE,         /* husly_share */
    CELL_DATE,          /* husly_date */
    CELL_BOOL,          /* bool */
    CELL_DECIMAL,       /* const char *: lon, lat, x, y */
    CELL_KIND,          /* husly_kind */
    CELL_VERDICT,       /* husly_verdict */
    CELL_VACANCY,       /* husly_vacancy */
    CELL_BENEFIT_CLASS, /* husly_benefit_class */
    CELL_PAIR_RULE,     /* const char *: a rule that `allow` can lift */
    CELL_RULE_VALUE     /* const char *: judged, also when empty, by its rule */
};

enum { COLUMN_LIMIT = 32, PERSON_LIMIT = 1000, COUNT_LIMIT = 100000000 };

struct column {
    const char *name;
    const char *alias;
    enum cell_kind kind;
    bool required;
    size_t offset;     /* into the row's struct */
    int64_t low, high; /* of whole numbers and points */
    int64_t fallback; /* what an empty cell means: a number, an amount, a date; else zero or NULL */
    const char *example;
    const char *about; /* one sentence for the templates */
};

struct table {
    const struct column *columns;
    size_t column_count;
    size_t row_size;
    size_t line_offset;
    size_t rows_offset, count_offset; /* into struct husly_round */
    bool required;
    bool takes_measures; /* columns access_* and points_* besides its own */
    const char *about;
};

extern const struct table table_households, table_dwellings, table_sections, table_areas,
    table_organisations, table_scores, table_decisions, table_earlier, table_rules;

const struct table *table_find(enum table_number number);

/* A table's rows in the round, and their number. */
const void *table_rows(const husly_round *round, const struct table *table, size_t *count);
void *table_own_rows(husly_round *round, const struct table *table, size_t *count);
void table_set_rows(husly_round *round, const struct table *table, void *rows, size_t count);

/* The index of the column whose value lies at `offset` of the row; every offset asked for exists.
 */
size_t table_column_at(const struct table *table, size_t offset);

#endif
