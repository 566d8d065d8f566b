/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/supply.h"

#include "base/memory.h"
#include "report/reason/reason_survey.h"

bool supply_is_permanent(const struct dwelling *dwelling)
{
    return dwelling->kind != HUSLY_KIND_TRANSIT;
}

static void count_dwelling(struct supply_counts *counts, const struct dwelling *dwelling)
{
    if (!supply_is_permanent(dwelling)) {
        counts->transit++;
        counts->transit_places += dwelling->places;
        return;
    }
    counts->dwellings++;
    if (kind_is_single(dwelling->kind)) {
        counts->single++;
    } else {
        counts->several++;
        counts->places += dwelling->places;
    }
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t count_offered(const struct supply_source *source)
{
    int64_t count = 0;
    for (int d = 0; d < source->problem->dwelling_count; d++)
        count += source->right.unit_of[d] != NONE && source->problem->dwellings[d].offered;
    return count;
}

/* What an organisation's extra dwellings add over all its units. */
static int64_t count_extras(const struct supply_source *source, int organisation)
{
    int64_t beyond = 0;
    for (int u = 0; u < source->right.count; u++) {
        const struct count_unit *unit = &source->right.units[u];
        if (unit->organisation == organisation)
            beyond += unit->reported - smaller(unit->reported, unit->entitlement);
    }
    return smaller(beyond, source->problem->organisations[organisation].extras_left);
}

static int64_t count_usable(const struct supply_source *source)
{
    if (source->problem->policy.right_offered_only)
        return count_offered(source);
    int64_t usable = 0;
    for (int u = 0; u < source->right.count; u++)
        usable += smaller(source->right.units[u].reported, source->right.units[u].entitlement);
    for (int o = 0; o < source->problem->organisation_count; o++)
        usable += count_extras(source, o);
    return usable;
}

static void count_all(struct supply_counts *counts, const struct supply_source *source)
{
    const husly_problem *problem = source->problem;
    counts->households = problem->household_count;
    for (int h = 0; h < problem->household_count; h++)
        counts->persons += problem->households[h].persons;
    for (int d = 0; d < problem->dwelling_count; d++)
        count_dwelling(counts, &problem->dwellings[d]);
    counts->usable = count_usable(source);
}

static unsigned char judge_pair(const husly_problem *problem, int household, int dwelling)
{
    unsigned char broken = 0;
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        if (!rules[rule]->judge(problem, household, dwelling).holds)
            broken |= (unsigned char)(1U << rule);
    }
    return broken;
}

static bool judge_all(struct supply_source *source, struct arena *arena)
{
    const husly_problem *problem = source->problem;
    const size_t size = (size_t)problem->household_count * (size_t)problem->dwelling_count;
    unsigned char *broken = arena_take(arena, size + 1, sizeof *broken);
    source->broken = broken;
    for (int h = 0; broken != NULL && h < problem->household_count; h++) {
        for (int d = 0; d < problem->dwelling_count; d++)
            *broken++ = judge_pair(problem, h, d);
    }
    return source->broken != NULL;
}

bool supply_count(struct supply *out, const husly_problem *problem, struct arena *arena)
{
    struct supply_source source = {.problem = problem};
    *out = (struct supply){0};
    if (!open_pairs_find(&source.pairs, problem, arena) ||
        !right_count_find(&source.right, problem, arena) || !judge_all(&source, arena))
        return false;
    count_all(&out->counts, &source);
    return supply_count_people(out, &source, arena) && supply_count_places(out, &source, arena);
}
