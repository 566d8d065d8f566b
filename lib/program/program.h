/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_PROGRAM_PROGRAM_H
#define HUSLY_PROGRAM_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

/*
 * An integer program in whole numbers: columns (a choice of one of its group, or a count of its
 * own), rows `Σ coefficient × column <= (or =) right-hand side`, and where each came from, by name.
 * It knows neither homes nor a solver.
 *
 * A *group* is a set of choice columns of which at most one is 1 (a household and its lawful
 * pairs). Group rows are implied, they are not among the rows.
 *
 * A *count* eases the rows (never equations) where its coefficient is negative, and costs nothing
 * or something, so that it has at most 0 points in every stage. Counts that ease the same row ease
 * no other, have the same coefficient there and come in order of price, the cheapest first; and no
 * circle of counts leads from a row that one eases to a row that it weighs on, which another eases,
 * back to the first. A lazy row has one count, which eases a row that is not lazy, too, and is
 * demanded there whenever the lazy row demands it. So when the choices are made every count takes
 * the least value that its rows demand, the cheapest first, and no other values are better. The
 * search for good plans relies on this, the proof does not.
 */
enum { NO_INDEX = -1 };

struct program_entry {
    int row;
    int64_t coefficient;
};

struct program_column {
    const char *name; /* "H1/D2", or the unit of the right for a count of extras */
    int group;        /* NO_INDEX: a count */
    int64_t upper;    /* 1 for a choice */
    bool pinned;      /* must be 1 */
    int dead_by;      /* index of a seed cut with right-hand side 0 that forbids it, or NO_INDEX */
    int key;          /* the builder's own index: the dwelling of a choice */
    int64_t price;    /* what one of a count takes from the objective that has prices; at least 0 */
    int first_entry;  /* entries are stored column by column */
    int entry_count;
};

struct program_row {
    const char *name; /* as in certificate.csv: "right/S12" */
    bool equal;       /* = instead of <= */
    int64_t rhs;
    bool lazy; /* follows from the others for whole numbers, and may be left out of a linear
                  program until it is violated */
};

/* One part of a derived inequality or of a bound: a row, a group row, or an earlier cut. */
enum term_kind { TERM_ROW, TERM_GROUP, TERM_CUT };

struct term {
    enum term_kind kind;
    int index;
    int64_t multiplier; /* millionths; of either sign only for a row that is equal */
};

/* A cut: the combination of its terms, every coefficient and the right-hand side rounded down. */
struct cut {
    struct term *terms;
    int term_count;
};

struct program {
    struct arena *arena;
    struct program_column *columns;
    struct program_entry *entries;
    struct program_row *rows;
    const char **groups; /* names */
    struct cut *seeds;   /* cuts the rules know beforehand */
    int column_count, entry_count, row_count, group_count, seed_count;
    int column_room, entry_room, row_room, group_room, seed_room;
    int64_t **objectives; /* one array over the columns a stage, to be maximised */
    const char **stages;  /* their names */
    int64_t *totals;      /* what a stage's points are taken from before they are told; 0: they are
                             told as they are */
    int stage_count;
    bool failed; /* memory ran out; sticks, so that builders ask once */
};

/* Grows in this order: groups and rows as they come, then columns, each with its entries following.
 */
struct program *program_new(void);
void program_free(struct program *program);

int program_add_group(struct program *program, const char *name);
int program_add_row(struct program *program, const char *name, bool equal, int64_t rhs);

/* A new column; program_add_entry() then adds to the column added last. Zero coefficients are
 * dropped, a second entry of the same row adds to the first. */
int program_add_choice(struct program *program, const char *name, int group, int key, bool pinned);
int program_add_count(struct program *program, const char *name, int64_t upper, int64_t price);
void program_add_entry(struct program *program, int row, int64_t coefficient);

/* A seed cut from a copy of the terms. */
int program_add_seed(struct program *program, const struct term *terms, int count);

/* A stage's objective, zeroed; the caller fills one value a column. */
int64_t *program_add_stage(struct program *program, const char *name);

/* Makes a later stage keep an earlier one's value: adds the row `floor/STAGE`, −points <= −value.
 * Done by the solver between stages. */
int program_add_floor(struct program *program, int stage, int64_t value);

/* Takes `times` of a column out of what each row has left. */
void program_spend(const struct program *program, int64_t *left, int column, int64_t times);

/* A name in the arena, printf style. NULL when memory ran out (and `failed` sticks). */
const char *program_name(struct program *program, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
