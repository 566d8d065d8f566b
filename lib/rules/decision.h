/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_DECISION_H
#define HUSLY_RULES_DECISION_H

#include "model/problem.h"

/* Whether the pair is forbidden or declined, for permanent and temporary places alike. */
bool decision_bars(const husly_problem *problem, int household, int dwelling);

/* Whether the dwelling asks for the consent of both sides and has neither that nor a pin, for
 * permanent and temporary places alike. */
bool decision_lacks_consent(const husly_problem *problem, int household, int dwelling);

/* Whether a decision `allow` lifts this rule ("size", "rent" or "avoid") for the pair. */
bool decision_lifts(const husly_problem *problem, int household, int dwelling, const char *rule);

#endif
