/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SHUFFLE_H
#define HUSLY_SOLVE_SHUFFLE_H

#include "solve/primal/chance.h"
#include "solve/primal/crowd.h"
#include "solve/primal/draft.h"
#include "solve/primal/shortlist.h"

/* No compound move touches more groups. */
enum { MOST_MOVED = 24 };

/* A plan under random moves, each of which can be taken back. */
struct shuffle {
    struct search *search;
    struct draft draft; /* what rows lack is penalised */
    struct crowd crowd;
    struct shortlist list;
    struct chance chance;
    bool *held;     /* by group: pinned */
    int *by_home;   /* the columns of each group in order of key */
    int64_t points; /* of the choices */
    /* The move at hand. */
    int groups[MOST_MOVED], before[MOST_MOVED];
    int count;
};

struct shuffle shuffle_of(struct search *search, const int64_t *values,
                          const struct shortlist *list);

/* What is to be made small: penalties less points. */
double shuffle_energy(const struct shuffle *shuffle);

/* One move: a group gets another of its columns, or none; who stands in the way goes elsewhere;
 * whom an equation ties comes along; and somebody may take what came free. */
void shuffle_move(struct shuffle *shuffle);
void shuffle_undo(struct shuffle *shuffle);

#endif
