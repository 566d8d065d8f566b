/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_EXPLAIN_GOALS_H
#define HUSLY_REPORT_EXPLAIN_GOALS_H

#include "report/explain/explain_page.h"
#include "report/explain/explain_words.h"

/* A line on the goals in which the plan of a possible option differs, the largest difference first;
 * nothing where there is none. */
void goals_tell_difference(const struct answer *answer, struct page *page,
                           const husly_option *option);

#endif
