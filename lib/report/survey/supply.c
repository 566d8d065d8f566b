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
    return source->closed_of[unit];
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

/* How many more can be had in the units of each organisation than the right gives there; extra
 * dwellings may add these. */
static void count_beyond(const struct supply_source *source, int64_t *beyond)
{
    for (int u = 0; u < source->right.count; u++) {
        const int organisation = source->right.units[u].organisation;
        if (organisation != NONE)
            beyond[organisation] +=
                open_of(source, u) - smaller(open_of(source, u), right_of(source, u));
    }
}

static int64_t count_usable(const struct supply_source *source, int64_t *beyond)
{
    if (source->problem->policy.right_offered_only)
        return count_open(source);
    int64_t usable = 0;
    for (int u = 0; u < source->right.count; u++)
        usable += smaller(open_of(source, u), right_of(source, u));
    count_beyond(source, beyond);
    for (int o = 0; o < source->problem->organisation_count; o++)
        usable += smaller(beyond[o], source->problem->organisations[o].extras_left);
    return usable;
}

static void count_all(struct supply_counts *counts, const struct supply_source *source,
                      int64_t *beyond)
{
    const husly_problem *problem = source->problem;
    counts->households = problem->household_count;
    for (int h = 0; h < problem->household_count; h++)
        counts->persons += problem->households[h].persons;
    for (int d = 0; d < problem->dwelling_count; d++)
        count_dwelling(counts, &problem->dwellings[d]);
    counts->usable = count_usable(source, beyond);
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
    source->closed_of =
        arena_take(arena, (size_t)source->right.count + 1, sizeof *source->closed_of);
    if (closed == NULL || source->closed_of == NULL)
        return false;
    for (int d = 0; d < problem->dwelling_count; d++) {
        closed[d] = closing_of(problem, d);
        if (closed[d] != CLOSED_NOT && supply_is_permanent(&problem->dwellings[d]))
            out->closed[closed[d]]++;
        if (closed[d] != CLOSED_NOT && source->right.unit_of[d] != NONE)
            source->closed_of[source->right.unit_of[d]]++;
    }
    return true;
}

bool supply_count(struct supply *out, const husly_problem *problem, struct arena *arena)
{
    struct supply_source source = {.problem = problem};
    *out = (struct supply){0};
    int64_t *beyond = arena_take(arena, (size_t)problem->organisation_count + 1, sizeof *beyond);
    if (beyond == NULL || !open_pairs_find(&source.pairs, problem, arena) ||
        !right_count_find(&source.right, problem, arena) || !find_closed(&source, out, arena))
        return false;
    count_all(&out->counts, &source, beyond);
    return supply_count_people(out, &source, arena) && supply_count_places(out, &source, arena);
}
