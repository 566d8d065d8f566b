/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_FIT_TERMS_H
#define HUSLY_REPORT_FIT_TERMS_H

#include "model/breakdown.h"
#include "model/problem.h"

/*
 * What a placement earns in stage fit, worked out anew from the tables and apart from lib/rules:
 * docs/rules.md, Goals of a placement. Terms are numbered in the order of that page.
 */
int fit_term_count(const husly_problem *problem);

/* The line of a term for a pair; false where breakdown.csv has none. */
bool fit_term(const husly_problem *problem, int household, int dwelling, int number,
              struct breakdown_line *line);

/* What all terms come to: `fit` of placements.csv. */
int64_t fit_points(const husly_problem *problem, int household, int dwelling);

#endif
