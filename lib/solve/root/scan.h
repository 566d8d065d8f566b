/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_ROOT_SCAN_H
#define HUSLY_SOLVE_ROOT_SCAN_H

#include <stdbool.h>

#include "base/wide.h"
#include "program/pool.h"

/*
 * One look at every choice of a pool: what each is worth when the rows are paid at given
 * multipliers, in whole numbers, so that nothing depends on the order or on the number of threads.
 * Nothing is kept for a choice.
 */
struct scan;

/* What a group's choices are worth in millionths of a point; of a pinned group its own only. */
struct look {
    int group;
    const int *places; /* ascending */
    const wide *values;
    int count;
    int worker; /* the thread's number, from 0 */
};

/* Called from several threads at once, for different groups. */
typedef void scan_visit(void *user, const struct look *look);

/* NULL when memory ran out. */
struct scan *scan_new(const struct pool *pool, int threads);
void scan_free(struct scan *scan);

/* Pays the rows of the pool and, after them, the floors of the stages before `stage`, at whole
 * millionths. The multipliers are read until the next call. */
void scan_pay(struct scan *scan, int stage, const int64_t *multipliers);

/* Visits all groups that have a choice. */
void scan_all(struct scan *scan, scan_visit *visit, void *user);
/* The same for one group, with the memory of the first thread. */
void scan_group(struct scan *scan, int group, scan_visit *visit, void *user);

/* What one of a count is worth when the rows are paid. */
wide scan_count(const struct scan *scan, int count);

int64_t scan_pairs(const struct scan *scan);
int scan_threads(const struct scan *scan);

/* About how many units of work's thousandths one scan is. */
int64_t scan_work(const struct scan *scan);

#endif
