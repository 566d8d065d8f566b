/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_JUDGEMENT_H
#define HUSLY_RULES_JUDGEMENT_H

#include "rules/rule.h"

static inline struct judgement judgement_holds(void)
{
    return (struct judgement){.holds = true};
}

/* A rule that is broken by the distance between what is given and what would be right. */
static inline struct judgement judgement_broken(const char *what, int64_t given, int64_t limit)
{
    return (struct judgement){.what = what,
                              .amount = given > limit ? given - limit : limit - given,
                              .given = given,
                              .limit = limit};
}

#endif
