/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_GOAL_WORDS_H
#define HUSLY_REPORT_GOAL_WORDS_H

#include "base/text.h"
#include "base/words.h"

/* Says a count of the goals of the plan, such as "children in area nord beyond the school's
 * places"; false when the name is no such count. */
bool goal_words_count(struct text *text, husly_language language, const char *name);

/* Says the row together/GROUP/AREA/HOUSEHOLD by what follows its first word. */
void goal_words_together(struct text *text, husly_language language, const char *name);

#endif
