/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/supply.h"

#include "base/memory.h"
#include "base/text.h"
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

const char *supply_closing(enum closing closing)
{
    static const char *const codes[] = {"waiting",        "let",      "above_market",
                                        "above_max_rent", "not_turn", "not_offered"};
    return codes[closing];
}

int64_t supply_count_closed(const struct supply_source *source, int unit)
{
    int64_t count = 0;
    for (int d = 0; d < source->problem->dwelling_count; d++)
        count += source->right.unit_of[d] == unit && source->closed[d] != CLOSED_NOT;
    return count;
}

static int64_t count_open(const struct supply_source *source)
{
    int64_t count = 0;
    for (int d = 0; d < source->problem->dwelling_count; d++)
        count += source->right.unit_of[d] != NONE && source->closed[d] == CLOSED_NOT;
    return count;
}

/* How many dwellings of a unit can be had at all. */
static int64_t open_of(const struct supply_source *source, int unit)
{
    return source->right.units[unit].reported - supply_count_closed(source, unit);
}

/* What the right gives a unit, with the pool of flexible letting. */
static int64_t right_of(const struct supply_source *source, int unit)
{
    return source->right.units[unit].entitlement + source->right.units[unit].pool;
}

/* What an organisation's extra dwellings add over all its units. */
static int64_t count_extras(const struct supply_source *source, int organisation)
{
    int64_t beyond = 0;
    for (int u = 0; u < source->right.count; u++) {
        if (source->right.units[u].organisation == organisation)
            beyond += open_of(source, u) - smaller(open_of(source, u), right_of(source, u));
    }
    return smaller(beyond, source->problem->organisations[organisation].extras_left);
}

static int64_t count_usable(const struct supply_source *source)
{
    if (source->problem->policy.right_offered_only)
        return count_open(source);
    int64_t usable = 0;
    for (int u = 0; u < source->right.count; u++)
        usable += smaller(open_of(source, u), right_of(source, u));
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

static enum closing closing_of(const husly_problem *problem, int dwelling)
{
    const char *what = survey_closed(problem, dwelling).what;
    int closing = CLOSED_WAITING;
    while (closing < CLOSED_NOT && !text_equal(what, supply_closing((enum closing)closing)))
        closing++;
    return (enum closing)closing;
}

static bool find_closed(struct supply_source *source, struct supply *out, struct arena *arena)
{
    const husly_problem *problem = source->problem;
    enum closing *closed = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof *closed);
    source->closed = closed;
    for (int d = 0; closed != NULL && d < problem->dwelling_count; d++) {
        closed[d] = closing_of(problem, d);
        if (closed[d] != CLOSED_NOT && supply_is_permanent(&problem->dwellings[d]))
            out->closed[closed[d]]++;
    }
    return closed != NULL;
}

bool supply_count(struct supply *out, const husly_problem *problem, struct arena *arena)
{
    struct supply_source source = {.problem = problem};
    *out = (struct supply){0};
    if (!open_pairs_find(&source.pairs, problem, arena) ||
        !right_count_find(&source.right, problem, arena) || !judge_all(&source, arena) ||
        !find_closed(&source, out, arena))
        return false;
    count_all(&out->counts, &source);
    return supply_count_people(out, &source, arena) && supply_count_places(out, &source, arena);
}
