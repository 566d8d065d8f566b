/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_PAIR_KRONER_H
#define HUSLY_REPORT_PAIR_KRONER_H

#include "model/problem.h"

/*
 * The municipality's kroner of docs/rules.md, Cost, worked out anew from the round, so that verify
 * does not lean on what built the program. HUSLY_NO_AMOUNT where they are not known.
 */
struct pair_kroner {
    husly_amount month; /* where it lives until the next round */
    husly_amount round; /* until then */
    husly_amount year;  /* of 365 days in which nothing else changes */
};

/* `permanent` or `transit` is the household's dwelling, NONE; not both. */
struct pair_kroner pair_kroner(const husly_problem *problem, int household, int permanent,
                               int transit);

/* What each of these dwellings saves until the next round, into `out`. */
void pair_kroner_saved(const husly_problem *problem, int household, const int *dwellings, int count,
                       int64_t *out);

/* What a stage's points mean as summary.json tells them: themselves, or in stage cost the øre of a
 * plan that places nobody without those saved. It is its own inverse. */
int64_t stage_figure(const husly_problem *problem, husly_stage stage, int64_t points);

#endif
