/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_CONFLICT_H
#define HUSLY_RULES_CONFLICT_H

#include "model/problem.h"

/*
 * What only the rules can refuse about a problem: HUSLY_E_INPUT for a pinned pair, of a party's
 * other members too, that a pair rule does not allow, with the pin's line and the rule;
 * HUSLY_E_ARGUMENT for a year of housing benefit that is not shipped. Every such pin goes to `tell`
 * (which may be NULL), the first also to `error`.
 */
husly_status rules_check_pins(const husly_problem *problem, husly_finding_fn *tell, void *user,
                              husly_error *error);

/*
 * Why pins that are lawful singly leave no plan: HUSLY_E_CONFLICT, with each row that the pins
 * together break and a smallest set of pins that breaks it; where they break only rows that bind
 * them to others, those. HUSLY_E_INTERNAL when they break none.
 */
husly_status rules_conflict(const husly_problem *problem, husly_error *error);

/* decisions.csv, by the name that the round gives it. */
const char *pins_file(const husly_problem *problem);

/* The language of what is told about pins: the caller's, else the round's. */
husly_language pins_language(const husly_problem *problem, const husly_error *error);

#endif
