/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_SPREAD_H
#define HUSLY_RULES_SPREAD_H

#include "rules/rule.h"

/* Judges a plan by rule 10, from the rows as given. */
bool spread_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                  void *user);

#endif
