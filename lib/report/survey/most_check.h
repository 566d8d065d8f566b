/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_MOST_CHECK_H
#define HUSLY_REPORT_MOST_CHECK_H

#include "model/most.h"
#include "report/survey/open_pairs.h"
#include "report/verify/right_count.h"

/*
 * Whether the argument holds, with the round's own tables and without whatever found it: nobody
 * that is barred could be placed alone, every dwelling open to a group's household is covered by a
 * limit of the group, every limit has the places that it says, no household stands twice, and the
 * sum is right.
 */
bool most_check(const struct most *most, const husly_problem *problem,
                const struct open_pairs *pairs, const struct right_count *right);

/* Whether the right leaves the household nothing in a dwelling's unit, whoever else is placed. */
bool most_right_closed(const husly_problem *problem, const struct right_count *right, int household,
                       int dwelling);

#endif
