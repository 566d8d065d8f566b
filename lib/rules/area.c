/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/text.h"
#include "rules/decision.h"
#include "rules/judgement.h"

static bool is_avoided(const struct household *people, int area)
{
    for (size_t index = 0; index < people->avoid_count; index++) {
        if (people->avoid[index] == area)
            return true;
    }
    return false;
}

static bool area_allows(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    int index = problem_area_of(problem, &problem->dwellings[dwelling]);

    if (index == NONE)
        return people->municipality == NONE;
    const struct area *area = &problem->areas[index];
    if (area->listed && !problem->policy.allow_listed)
        return false;
    if (people->municipality != NONE && area->municipality != people->municipality)
        return false;
    return !is_avoided(people, index) || decision_lifts(problem, household, dwelling, "avoid");
}

static bool names_area(const char *cell, const char *id)
{
    size_t size = strlen(id);
    const char *word = cell != NULL ? cell + strspn(cell, " \t") : "";
    while (*word != '\0') {
        size_t length = strcspn(word, " \t");
        if (length == size && strncmp(word, id, size) == 0)
            return true;
        word += length;
        word += strspn(word, " \t");
    }
    return false;
}

/* Contract rule 5: a listed area is barred by almenboligloven § 59(6)-(7) and integrationsloven §
 * 12(2), and no decision on a pair lifts that. A dwelling without an area is in no municipality. */
static struct judgement area_judge(const husly_problem *problem, int household, int dwelling)
{
    const husly_household *given = problem->households[household].given;
    int index = problem_area_of(problem, &problem->dwellings[dwelling]);
    const struct area *area = index != NONE ? &problem->areas[index] : NULL;
    const husly_area *row = area != NULL ? area->given : NULL;

    if (row != NULL && row->listed && !problem->policy.allow_listed)
        return judgement_broken("listed", 0, 1);
    if (area != NULL && names_area(given->avoid, area->id) &&
        !decision_lifts(problem, household, dwelling, "avoid"))
        return judgement_broken("avoided", 0, 1);
    if (given->municipality != NULL &&
        (row == NULL || !text_equal(row->municipality, given->municipality)))
        return judgement_broken("municipality", 0, 1);
    return judgement_holds();
}

const struct rule rule_area = {
    .code = "area", .number = 5, .allows = area_allows, .judge = area_judge};
