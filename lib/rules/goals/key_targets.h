/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_RULES_KEY_TARGETS_H
#define HUSLY_RULES_KEY_TARGETS_H

#include "model/problem.h"

/* What the distribution key asks of one organisation, docs/rules.md. */
struct key_target {
    bool in_key;
    int64_t usable; /* its family and youth dwellings that are lawful for somebody */
    int64_t target;
};

/* By organisation, whatever the goal weighs. Lives in the arena; NULL when memory ran out. */
struct key_target *key_targets_find(const husly_problem *problem, struct arena *arena);

/* The organisation whose target a dwelling counts for, NONE outside the key's kinds. */
int key_organisation(const husly_problem *problem, int dwelling);

/* How many dwellings a plan takes of each organisation, of the key's kinds; NULL when memory ran
 * out.
 */
const int64_t *key_used(const husly_problem *problem, const int *dwelling_of, struct arena *arena);

#endif
