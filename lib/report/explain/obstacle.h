/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_OBSTACLE_H
#define HUSLY_REPORT_OBSTACLE_H

#include <husly/explain.h>

#include "model/problem.h"

struct arena;

struct rule;

/* What stands between households and dwellings. Texts and items lie in the arena. */
struct obstacles {
    const husly_problem *problem;
    struct arena *arena;
    husly_obstacle *items;
    size_t count, room;
    bool failed; /* memory ran out; sticks */
};

/* Adds one; `unit` NULL = none, `whom` is a household's index. */
void obstacles_add(struct obstacles *obstacles, husly_obstacle obstacle, const char *unit,
                   int whom);

/* What one who is to live near others meets in the dwelling's section. */
void obstacles_add_near(struct obstacles *obstacles, const char *what, int whom, int dwelling);

/* One rule that binds a pair, where this one breaks it. */
void obstacles_of_rule(struct obstacles *obstacles, const struct rule *rule, int household,
                       int dwelling);

/* Every rule of 1-7 that the pair breaks, in their order. */
void obstacles_of_pair(struct obstacles *obstacles, int household, int dwelling);

/* What keeps a household's party out of a dwelling that the household itself may have. */
void obstacles_of_party(struct obstacles *obstacles, int household, int dwelling);

/* Who is to live near the household and has nothing lawful in the dwelling's section. */
void obstacles_of_near(struct obstacles *obstacles, int household, int dwelling);

/* What rules 8-10 have against a plan of nothing but the problem's pins, of which the pair, with
 * the household's party, is one. No placement gives anything back, so that where this finds
 * something no lawful plan has the pair. Where it finds nothing one has, unless a pin binds others
 * to be placed too. */
void obstacles_of_pins(struct obstacles *obstacles, int household, int dwelling);

/* Where the search has found that no lawful plan has the pair: whom the pins bind. */
void obstacles_of_bound(struct obstacles *obstacles, int household, int dwelling);

#endif
