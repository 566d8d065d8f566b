/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_RESOLVE_H
#define HUSLY_MODEL_RESOLVE_H

#include "model/problem.h"

/*
 * The steps of problem_new(), in this order. The reader has refused wrong rounds with all their
 * mistakes; what is refused here again is what would make a problem of nonsense when a round was
 * built by hand or comes with another policy.
 */
husly_status resolve_names(husly_problem *problem, husly_error *error);
husly_status resolve_places(husly_problem *problem, husly_error *error);
husly_status resolve_households(husly_problem *problem, husly_error *error);
husly_status resolve_scores(husly_problem *problem, husly_error *error);
husly_status resolve_decisions(husly_problem *problem, husly_error *error);
husly_status resolve_earlier(husly_problem *problem, husly_error *error);
husly_status resolve_chains(husly_problem *problem, husly_error *error);
husly_status resolve_goals(husly_problem *problem, husly_error *error);
husly_status resolve_costs(husly_problem *problem, husly_error *error);

/* A part of resolve_places(): whether each private flat is the municipality's this round. False
 * when memory ran out. */
bool resolve_turns(husly_problem *problem);

/* Index of an id in a table whose rows begin with their id and are sorted by it; NONE. */
int find_by_id(const void *rows, int count, size_t row_size, const char *id);

/* The order of decisions (household, dwelling) and of scores (household, target), for qsort,
 * bsearch. */
int decision_compare(const void *key, const void *row);
int score_compare(const void *key, const void *row);

#endif
