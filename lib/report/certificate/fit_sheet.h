/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_FIT_SHEET_H
#define HUSLY_REPORT_FIT_SHEET_H

#include "report/certificate/benefit_sheet.h"

struct arena;

/*
 * What placements earn in stage fit, as fit_points() of report/verify has it, for many dwellings of
 * one household at once: what hangs on the area alone is looked up, and only goals in force are
 * asked. A test holds the two against one another.
 */
struct fit_sheet {
    const husly_problem *problem;
    const struct benefit_sheet *benefits;
    int64_t *columns[2]; /* by area: the columns of areas.csv, without and with children */
    int64_t *by_area;    /* scratch: of the household in hand; the last one is of no area */
    int64_t *area_score; /* scratch: of the household in hand; the last one stays 0 */
    int64_t *early;      /* by days, up to the horizon; NULL: that goal is not in force */
    int64_t *free_from;  /* by dwelling: the day it is available */
    int *area_of;        /* by dwelling; area_count where it has none */
};

/* Lives in the arena; false when memory ran out. */
bool fit_sheet_open(struct fit_sheet *sheet, const husly_problem *problem,
                    const struct benefit_sheet *benefits, struct arena *arena);

/* `out[k]` becomes the points of the household in `dwellings[k]`. */
void fit_sheet_fill(struct fit_sheet *sheet, int household, const int *dwellings, int count,
                    int64_t *out);

#endif
