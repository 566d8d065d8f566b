/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_GOAL_WORDS_H
#define HUSLY_REPORT_GOAL_WORDS_H

#include "base/text.h"
#include "base/words.h"
#include "model/problem.h"

/* Says a count of the goals of the plan, such as "children in area nord beyond the school's
 * places"; false when the name is no such count. */
bool goal_words_count(struct text *text, husly_language language, const char *name);

/* Says the rows together/GROUP/AREA and together/GROUP/AREA/HOUSEHOLD by what follows the first
 * word. */
void goal_words_together(struct text *text, husly_language language, const husly_problem *problem,
                         const char *name);

#endif
