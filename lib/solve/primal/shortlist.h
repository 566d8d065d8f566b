/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_SHORTLIST_H
#define HUSLY_SOLVE_SHORTLIST_H

#include "solve/search.h"

/*
 * The columns of each group that may pay, those that lose least first. A column loses what it
 * leaves to the best of its group, or to none of them, at the duals of the linear program: no plan
 * has more points than the program's bound less the losses of its columns.
 */
struct shortlist {
    double scale;   /* what the choices of a group differ by, on average */
    int *starts;    /* by group */
    int *columns;   /* columns[starts[g] … starts[g + 1]) */
    double *losses; /* by column of the program */
    double *worths; /* by group: what leaving it out loses */
    double *prices; /* by row: what one of it left over loses */
};

/* At most `most` columns a group, of those beyond the first `least` only such that lose no more
 * than this part of the scale. For the
 * stage. */
struct shortlist shortlist_of(struct search *search, int least, int most, double part);

#endif
