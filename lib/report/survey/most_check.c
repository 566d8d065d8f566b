/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/most_check.h"

/* What a check looks at. */
struct check {
    const husly_problem *problem;
    const struct open_pairs *pairs;
    const struct right_count *right;
};

static int64_t extras_of(const husly_problem *problem, int organisation)
{
    return organisation != NONE ? problem->organisations[organisation].extras_left : 0;
}

bool most_right_closed(const husly_problem *problem, const struct right_count *right, int household,
                       int dwelling)
{
    const int number = right->unit_of[dwelling];
    if (problem->policy.right_offered_only || number == NONE)
        return false;
    const struct count_unit *unit = &right->units[number];
    const bool pooled = unit->pool > 0 && right_count_pools(unit, &problem->households[household]);
    return unit->entitlement == 0 && !pooled && extras_of(problem, unit->organisation) <= 0;
}

static bool is_barred(const struct check *check, int household)
{
    for (int d = 0; d < check->problem->dwelling_count; d++) {
        if (open_pairs_has(check->pairs, household, d) &&
            !most_right_closed(check->problem, check->right, household, d))
            return false;
    }
    return true;
}

static bool has_limit(const struct most_group *group, enum most_kind kind, int index)
{
    for (int l = 0; l < group->limit_count; l++) {
        if (group->limits[l].kind == kind && group->limits[l].index == index)
            return true;
    }
    return false;
}

/* A dwelling by itself, or its unit together with what its organisation has agreed to beyond. */
static bool is_covered(const struct check *check, const struct most_group *group, int dwelling)
{
    if (has_limit(group, MOST_DWELLING, dwelling))
        return true;
    const int unit = check->right->unit_of[dwelling];
    if (unit == NONE || !has_limit(group, MOST_UNIT, unit))
        return false;
    const int organisation = check->right->units[unit].organisation;
    return extras_of(check->problem, organisation) <= 0 ||
           has_limit(group, MOST_EXTRAS, organisation);
}

static bool is_open_to_any(const struct check *check, const struct most_group *group, int dwelling)
{
    for (int k = 0; k < group->household_count; k++) {
        if (open_pairs_has(check->pairs, group->households[k], dwelling))
            return true;
    }
    return false;
}

/* Dwelling by dwelling, for whether it is covered is the same for every household. */
static bool dwellings_are_covered(const struct check *check, const struct most_group *group)
{
    for (int d = 0; d < check->problem->dwelling_count; d++) {
        if (!is_covered(check, group, d) && is_open_to_any(check, group, d))
            return false;
    }
    return true;
}

static bool limit_holds(const struct check *check, const struct most_limit *limit)
{
    const husly_problem *problem = check->problem;
    switch (limit->kind) {
    case MOST_DWELLING:
        return limit->index >= 0 && limit->index < problem->dwelling_count &&
               limit->places == open_pairs_room(check->pairs, problem, limit->index);
    case MOST_UNIT:
        return !problem->policy.right_offered_only && limit->index >= 0 &&
               limit->index < check->right->count &&
               limit->places == check->right->units[limit->index].entitlement +
                                    check->right->units[limit->index].pool;
    case MOST_EXTRAS:
        return limit->index >= 0 && limit->index < problem->organisation_count &&
               limit->places == extras_of(problem, limit->index);
    }
    return false;
}

/* Indices of households ascend, so that none stands twice in one group. */
static bool group_holds(const struct check *check, const struct most_group *group)
{
    int64_t places = 0;
    for (int l = 0; l < group->limit_count; l++) {
        if (!limit_holds(check, &group->limits[l]))
            return false;
        places += group->limits[l].places;
    }
    int last = NONE;
    for (int k = 0; k < group->household_count; k++) {
        const int household = group->households[k];
        if (household <= last || household >= check->problem->household_count)
            return false;
        last = household;
    }
    return places == group->places && places < group->household_count &&
           dwellings_are_covered(check, group);
}

static bool group_has(const struct most_group *group, int household)
{
    for (int k = 0; k < group->household_count; k++) {
        if (group->households[k] == household)
            return true;
    }
    return false;
}

/* In how many parts of the argument a household stands. */
static int count_parts(const struct most *most, int household)
{
    int count = 0;
    for (int b = 0; b < most->barred_count; b++)
        count += most->barred[b].household == household;
    for (int g = 0; g < most->group_count; g++)
        count += group_has(&most->groups[g], household);
    return count;
}

static bool parts_are_disjoint(const struct check *check, const struct most *most)
{
    for (int h = 0; h < check->problem->household_count; h++) {
        if (count_parts(most, h) > 1)
            return false;
    }
    return true;
}

bool most_check(const struct most *most, const husly_problem *problem,
                const struct open_pairs *pairs, const struct right_count *right)
{
    const struct check check = {problem, pairs, right};
    int64_t bound = problem->household_count - most->barred_count;
    for (int b = 0; b < most->barred_count; b++) {
        const int household = most->barred[b].household;
        if (household < 0 || household >= problem->household_count || !is_barred(&check, household))
            return false;
    }
    for (int g = 0; g < most->group_count; g++) {
        if (!group_holds(&check, &most->groups[g]))
            return false;
        bound -= most->groups[g].household_count - most->groups[g].places;
    }
    return parts_are_disjoint(&check, most) && most->household_count == problem->household_count &&
           most->bound == bound;
}
