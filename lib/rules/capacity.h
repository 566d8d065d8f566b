/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_CAPACITY_H
#define HUSLY_RULES_CAPACITY_H

#include "rules/rule.h"

/* Rows of homes, dwellings for several households, that bind beyond their places. */
struct home_rows {
    int *least;   /* by dwelling: `least/D`, or NO_INDEX; then `dwelling/D` counts `open/home/D` */
    int *singles; /* by dwelling: `singles/D`, or NO_INDEX */
};

/* The rows of households that are near one another. */
struct near_rows {
    int *first; /* by household: the first of its label by id; NONE for those near nobody */
    int *next;  /* by household: the next of its label, NONE */
    int **row;  /* by household that is not its label's first: its row by section; else NULL */
    int **seed; /* by household near others: by section, the cut that rules it out, or NO_INDEX */
};

/* A household's rows `party/…`, one after the other. */
struct party_rows {
    const int *dwellings; /* ascending */
    int count, first_row;
};

/* The rows of rule 8. */
struct capacity_rows {
    int *dwelling;            /* by dwelling: the row `dwelling/D`, or NO_INDEX */
    struct party_rows *party; /* by household that is not its party's first; else of no dwelling */
    int *first; /* by household: its party's first member by id, NONE for those of no party */
    int *next;  /* by household: the party's next member, NONE */
    struct home_rows homes;
    struct near_rows near;
};

/* How much one household takes of a dwelling, and how much there is: households in a dwelling for
 * one, persons against places in the others. */
int64_t capacity_load(const struct household *people, const struct dwelling *home);
int64_t capacity_limit(const struct dwelling *home);

/* Who lives in a dwelling by a plan. */
struct guests {
    int64_t households, persons, singles;
};

/* By dwelling, counted from the rows as given; NULL when memory ran out. */
struct guests *capacity_guests(const husly_problem *problem, const struct placing *plan);

/* Whether a home states how many persons it opens with. */
bool home_opens_with(const struct dwelling *home);

/* The row of a party's member at a dwelling, NO_INDEX. */
int party_row(const struct capacity_rows *rows, int household, int dwelling);

/* Homes, as the parts of a rule. */
bool home_rows_add(struct builder *builder, struct home_rows *rows);
void home_place(struct builder *builder, const struct home_rows *rows, int dwelling);
void home_counts(struct builder *builder, const struct capacity_rows *rows);
bool home_check(const husly_problem *problem, const struct guests *guests, breach_fn *tell,
                void *user);

/* Households near one another, as the parts of a rule. */
bool near_rows_add(struct builder *builder, struct near_rows *rows);
void near_links(struct builder *builder, const struct near_rows *rows, int group, int place);

/* The seed cut that forbids a pair where the section has nothing for another of the household's
 * label; NO_INDEX. */
int near_seed(struct builder *builder, const struct near_rows *rows, int household, int dwelling);
bool near_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                void *user);

/* The seed cut that forbids a pair where the household's party can never use the dwelling;
 * NO_INDEX. */
int party_seed(struct builder *builder, const struct capacity_rows *rows, int household,
               int dwelling);

#endif
