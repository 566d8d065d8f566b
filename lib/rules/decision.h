/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_DECISION_H
#define HUSLY_RULES_DECISION_H

#include "model/problem.h"

/* Whether a decision `allow` lifts this rule ("size", "rent" or "avoid") for the pair. */
bool decision_lifts(const husly_problem *problem, int household, int dwelling, const char *rule);

#endif
