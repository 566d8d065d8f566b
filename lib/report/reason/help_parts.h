/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_HELP_PARTS_H
#define HUSLY_REPORT_HELP_PARTS_H

#include "report/reason/reason_phrase.h"

enum { HELP_PLACES = 3 }; /* as many dwellings, units or limits are told of as one can weigh */

/* What would have to be for the rule of 0 … PAIR_RULES - 1, which a dwelling breaks alone, to
 * allow it: "it were step-free". */
void help_condition(const struct phrase *phrase, int rule, int dwelling);

/* Whether a decision `allow` could lift the rule there. */
bool help_may_allow(const struct phrase *phrase, int rule, int dwelling);

/* Where the right would have to reach, what would open single dwellings, and which limits would
 * have to be wider. */
void help_right(const struct phrase *phrase);
void help_closed(const struct phrase *phrase);
void help_cap(const struct phrase *phrase);

#endif
