/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_OFFER_H
#define HUSLY_RULES_OFFER_H

#include "rules/rule.h"

/* Rule 9 on single dwellings: what nobody may get this round, whatever the count leaves. These are
 * rule_right's allows and judge; the household does not matter. */
bool offer_allows(const husly_problem *problem, int household, int dwelling);
struct judgement offer_judge(const husly_problem *problem, int household, int dwelling);

#endif
