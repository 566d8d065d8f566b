/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_TREE_H
#define HUSLY_SOLVE_TREE_H

#include "solve/search.h"

/*
 * Price, cut, branch: splits the plans into cases by one pair (or one count of extras) at a time
 * until every case is closed by its bound, or a limit says stop. What is needed to prove it stays
 * in the nodes.
 */
void tree_search(struct search *search);

/* The column to split a case by, and where, or beyond the columns a group; NO_INDEX when everything
 * is decided. */
struct split {
    int column;
    double value;
};
struct split branch_choose(struct search *search);

/* Remembers what fixing a column cost the bound, for later choices. */
void branch_learn(struct search *search, const struct node *node, double before, double after);

/* Fixes one column in the search and its linear program; branch_free() undoes it. */
void branch_fix(struct search *search, const struct fixing *fixing);
void branch_free(struct search *search, const struct fixing *fixing);

/* The same for a moment. */
struct fixed {
    signed char state;
    struct span span;
};
struct fixed branch_fix_for_now(struct search *search, const struct fixing *fixing);
void branch_take_back(struct search *search, const struct fixing *fixing, struct fixed before);

/* The two fixings that split a case, the more promising first. */
void branch_fixings(const struct search *search, struct split split, struct fixing out[2]);

/* The cases that the finished search leaves, as a proof in `results`: subtrees that one bound
 * closes by now are one leaf. */
struct proof tree_proof(struct search *search, struct arena *results);

#endif
