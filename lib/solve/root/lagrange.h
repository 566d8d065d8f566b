/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ROOT_LAGRANGE_H
#define HUSLY_SOLVE_ROOT_LAGRANGE_H

#include <stdbool.h>

/* A floor's price takes others along: those that the stage before found for its rows. What the
 * floor asks of a column is then what the column lost there, and not all that it was worth. */
struct floor_way {
    int row;
    const double *along;  /* by row: how much a price rises with the floor's, 1 for its own */
    const double *change; /* by column: what its worth loses when the floor's price rises so */
};

/*
 * The Lagrangian of columns that are held in memory: every group takes one of its own or none, the
 * rows are paid. To be brought down by prices.
 *
 * The largest of a group's worths is rounded off: T log Σ exp(worth / T), above it by T times the
 * logarithm of their number at most (Nesterov, 2005). That has a slope that tells how many of a
 * group lean to a column, where the Lagrangian itself sends them all to the same one; and it has a
 * curvature, from which each row takes the length of its step. Steps are accelerated, and begin
 * anew whenever they lead up.
 */
struct lagrange {
    int row_count, group_count, column_count;
    const int *first;          /* columns by group; first[group_count]: the counts, to the end */
    const bool *must;          /* by group: takes its first column in any case */
    const double *points;      /* by column */
    const double *uppers;      /* by column, of counts */
    const int *first_entry;    /* by column, and one more */
    const int *rows;           /* by entry */
    const float *parts;        /* by entry, divided by the row's scale */
    const double *rhs;         /* by row, divided by its scale */
    const bool *equal, *still; /* by row; the price of a still one stays */
    const struct floor_way *floors; /* of the stages before */
    int floor_count;
    double *worth;                          /* scratch by column */
    double *slope, *curve, *ahead, *before; /* scratch by row */
    double *spread, *begun;                 /* scratch by floor */
};

/* What some steps did. */
struct descent {
    double first, middle, last; /* the rounded Lagrangian */
};

/* Goes down from `prices`, which become those with the lowest value of the Lagrangian itself that
 * was met. */
struct descent lagrange_descend(const struct lagrange *it, double *prices, double *best,
                                double temperature, int steps);

/* The Lagrangian at these prices. */
double lagrange_value(const struct lagrange *it, const double *prices);

#endif
