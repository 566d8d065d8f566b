/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pins alone, the pair that is asked about among them, break a rule of whole plans. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/explain/obstacle.h"
#include "rules/rule.h"

struct listening {
    struct obstacles *obstacles;
    int household, dwelling;
};

/* The first household by id, not of the asked one's party, that is pinned to the dwelling. */
static int rival_of(const struct listening *listening)
{
    const husly_problem *problem = listening->obstacles->problem;
    const int party = problem->households[listening->household].party;
    for (int other = 0; other < problem->household_count; other++) {
        const struct household *it = &problem->households[other];
        const bool own = other == listening->household || (party != NONE && it->party == party);
        if (!own && it->pin == listening->dwelling)
            return other;
    }
    return NONE;
}

static void hear_of_dwelling(const struct listening *listening, const struct breach *breach,
                             husly_obstacle obstacle)
{
    const husly_problem *problem = listening->obstacles->problem;
    const int rival = rival_of(listening);
    const bool single = kind_is_single(problem->dwellings[listening->dwelling].kind);
    obstacle.what = single ? "pinned" : "pinned_full";
    if (breach->dwelling == listening->dwelling && rival != NONE)
        obstacles_add(listening->obstacles, obstacle, breach->row,
                      single ? rival : listening->household);
}

/* What a broken row is called: by its first part, which the names of capacity and right are not. */
static const struct {
    const char *form, *what;
} forms[] = {{"right/", "right_used"},
             {"extra/", "extras_used"},
             {"area_persons/", "area_persons"},
             {"area_children/", "area_children"},
             {"area_share/", "area_share"},
             {"section_households/", "section_households"},
             {"section_share/", "section_share"},
             {"group/", "group"}};

static bool starts_with(const char *row, const char *form)
{
    return strncmp(row, form, strlen(form)) == 0;
}

static bool hear(const struct breach *breach, void *user)
{
    const struct listening *listening = user;
    husly_obstacle obstacle = {.rule = breach->rule,
                               .amount = breach->used - breach->limit,
                               .given = breach->used,
                               .limit = breach->limit};
    if (starts_with(breach->row, "dwelling/"))
        hear_of_dwelling(listening, breach, obstacle);
    for (size_t at = 0; at < sizeof forms / sizeof *forms; at++) {
        obstacle.what = forms[at].what;
        if (starts_with(breach->row, forms[at].form))
            obstacles_add(listening->obstacles, obstacle, breach->row, listening->household);
    }
    return !listening->obstacles->failed;
}

void obstacles_of_pins(struct obstacles *obstacles, int household, int dwelling)
{
    const husly_problem *problem = obstacles->problem;
    int *pins = memory_new((size_t)problem->household_count + 1, sizeof *pins);
    if (pins == NULL) {
        obstacles->failed = true;
        return;
    }
    for (int other = 0; other < problem->household_count; other++)
        pins[other] = problem->households[other].pin;
    struct listening listening = {obstacles, household, dwelling};
    obstacles_of_rule(obstacles, &rule_right, household, dwelling);
    for (const struct rule *const *rule = rules; *rule != NULL; rule++) {
        if ((*rule)->check != NULL)
            (*rule)->check(problem, &(struct placing){pins}, hear, &listening);
    }
    memory_free(pins);
}
