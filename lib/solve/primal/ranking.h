/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_RANKING_H
#define HUSLY_SOLVE_RANKING_H

/* Things by what speaks for them. */
struct ranked {
    int index;
    double value;
};

/* The largest value first; among equals the smaller index, so that the order is the same
 * everywhere. */
void ranking_sort(struct ranked *list, int count);

#endif
