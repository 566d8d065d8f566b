/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_CUTS_H
#define HUSLY_SOLVE_CUTS_H

#include "solve/search.h"

/*
 * Cuts are Chvátal-Gomory roundings, contract § 7: a combination of rows with every number rounded
 * down, valid because every column is a whole number >= 0. All are valid everywhere in the tree.
 */

/* A cut waiting to be taken, with how far the linear program's solution lies beyond it. */
struct offer {
    struct cut cut;
    double depth; /* violation / length */
};

struct offers {
    struct offer *items;
    int count, room;
};

/* Rounds the terms to a cut and keeps it as an offer when the solution at hand violates it. */
void cuts_offer(struct search *search, struct offers *offers, const struct term *terms, int count);

/* Looks where roundings are violated: at rows with weights (knapsack.c) and in the simplex tableau.
 */
void cuts_from_weights(struct search *search, struct offers *offers);
void cuts_from_tableau(struct search *search, struct offers *offers);

/* Cuts that one stage hands to the next: all of its pool, in order, and which were rows at its end.
 * The program's seeds have their places among them, and are taken from the program. */
struct heritage {
    struct cut *cuts;
    bool *pressing;
    int count;
};

struct heritage heritage_copy(const struct search *search, struct arena *arena);

/* The first cuts of a pool: the program's seeds, or with a heritage all of an earlier stage's,
 * which begins with them. cuts_press() makes those rows of the linear program again. */
void cuts_take_seeds(struct search *search);
void cuts_inherit(struct search *search, const struct heritage *heritage);
void cuts_press(struct search *search, const struct heritage *heritage);

/* One round: looks, takes the deepest into the linear program; how many it took. */
int cuts_round(struct search *search, int most);

#endif
