/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/transit.h"

#include <stdlib.h>

#include "base/memory.h"
#include "model/target.h"
#include "rules/cost.h"
#include "rules/decision.h"
#include "rules/offer.h"
#include "rules/rule.h"

/* A temporary place must be there on the day the household is; integrationsloven § 12(2) bars
 * listed areas for it too, whatever allow_listed says. Size, rent and length of stay do not bind.
 */
static bool allows(const husly_problem *problem, int household, int dwelling)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *place = &problem->dwellings[dwelling];
    int area = problem_area_of(problem, place);
    bool listed = area != NONE && problem->areas[area].listed;
    return place->kind == HUSLY_KIND_TRANSIT && !listed && people->persons <= place->places &&
           place->available <= people->ready &&
           (place->lease_end == HUSLY_NO_DATE || place->lease_end >= people->ready) &&
           rule_access.allows(problem, household, dwelling) &&
           rule_area.allows(problem, household, dwelling) &&
           target_fits(place->given->reserved_for, people->given) &&
           offer_allows(problem, household, dwelling) &&
           !decision_bars(problem, household, dwelling) &&
           !decision_lacks_consent(problem, household, dwelling);
}

static bool is_left(const husly_problem *problem, const int *placed, int household)
{
    return placed[household] == NONE && !problem_has_shelter(&problem->households[household]);
}

/* The temporary places: a few among many dwellings. */
struct places {
    int *dwellings; /* ascending */
    int count;
};

static bool places_open(struct places *places, const husly_problem *problem)
{
    const size_t room = (size_t)problem->dwelling_count + 1;
    *places = (struct places){.dwellings = memory_new(room, sizeof *places->dwellings)};
    for (int dwelling = 0; dwelling < problem->dwelling_count && places->dwellings != NULL;
         dwelling++) {
        if (problem->dwellings[dwelling].kind == HUSLY_KIND_TRANSIT)
            places->dwellings[places->count++] = dwelling;
    }
    return places->dwellings != NULL;
}

static int pair_count(const husly_problem *problem, const struct places *places, int household)
{
    int count = 0;
    for (int at = 0; at < places->count; at++)
        count += allows(problem, household, places->dwellings[at]);
    return count;
}

bool transit_is_large(const husly_problem *problem, const int *placed)
{
    enum { PAIRS_MOST = 20000 };
    struct places places;
    int pairs = places_open(&places, problem) ? 0 : PAIRS_MOST + 1;
    for (int household = 0; household < problem->household_count && pairs <= PAIRS_MOST;
         household++) {
        if (is_left(problem, placed, household))
            pairs += pair_count(problem, &places, household);
    }
    memory_free(places.dwellings);
    return pairs > PAIRS_MOST;
}

static void add_rows(const husly_problem *problem, const struct places *places,
                     struct program *program)
{
    for (int at = 0; at < places->count; at++) {
        const struct dwelling *place = &problem->dwellings[places->dwellings[at]];
        program_add_row(program, program_name(program, "dwelling/%s", place->id), false,
                        place->places);
    }
}

static void add_choices(const husly_problem *problem, const struct places *places,
                        struct program *program, int household)
{
    const struct household *people = &problem->households[household];
    int group = program_add_group(program, people->id);
    for (int row = 0; row < places->count; row++) {
        const int dwelling = places->dwellings[row];
        if (!allows(problem, household, dwelling))
            continue;
        const char *name =
            program_name(program, "%s/%s", people->id, problem->dwellings[dwelling].id);
        program_add_choice(program, name, group, dwelling, false);
        program_add_entry(program, row, people->persons);
    }
}

/* Against an emergency place; where no rule says what that costs, the kroner alone. */
static int64_t saved_by(const husly_problem *problem, int household, int dwelling)
{
    const husly_amount emergency = problem->households[household].emergency;
    return (emergency == HUSLY_NO_AMOUNT ? 0 : emergency) -
           cost_of_transit(problem, household, dwelling);
}

static void add_stages(const husly_problem *problem, struct program *program)
{
    int64_t *need = program_add_stage(program, "need");
    int64_t *saved = program_add_stage(program, "saved");
    if (program->failed)
        return;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        int household = problem_find_household(problem, program->groups[it->group]);
        need[column] = problem->households[household].need;
        saved[column] = saved_by(problem, household, it->key);
    }
}

static void compile(const husly_problem *problem, const int *placed, const struct places *places,
                    struct program *program)
{
    add_rows(problem, places, program);
    for (int household = 0; household < problem->household_count; household++) {
        if (is_left(problem, placed, household))
            add_choices(problem, places, program, household);
    }
    add_stages(problem, program);
}

struct program *transit_compile(const husly_problem *problem, const int *placed)
{
    struct places places;
    struct program *program = program_new();
    const bool ready = places_open(&places, problem) && program != NULL;
    if (ready)
        compile(problem, placed, &places, program);
    memory_free(places.dwellings);
    if (ready && !program->failed)
        return program;
    program_free(program);
    return NULL;
}

/* A household that waits, and its need. */
struct waiting {
    int64_t need;
    int household;
};

/* Most need first. */
static int compare_waiting(const void *a, const void *b)
{
    const struct waiting *one = a, *other = b;
    if (one->need != other->need)
        return one->need > other->need ? -1 : 1;
    return (one->household > other->household) - (one->household < other->household);
}

static int list_waiting(const husly_problem *problem, const int *placed, const int *temporary,
                        struct waiting *out)
{
    int count = 0;
    for (int household = 0; household < problem->household_count; household++) {
        if (is_left(problem, placed, household) && temporary[household] == NONE)
            out[count++] = (struct waiting){problem->households[household].need, household};
    }
    if (count > 1)
        qsort(out, (size_t)count, sizeof *out, compare_waiting);
    return count;
}

/* Whether the household may have a place is asked last, for it takes longest. */
static int cheapest(const husly_problem *problem, const struct places *places, const int *left,
                    int household)
{
    int best = NONE;
    husly_amount least = 0;
    for (int at = 0; at < places->count; at++) {
        const int dwelling = places->dwellings[at];
        if (left[dwelling] < problem->households[household].persons)
            continue;
        const husly_amount cost = cost_of_transit(problem, household, dwelling);
        if ((best == NONE || cost < least) && allows(problem, household, dwelling)) {
            best = dwelling;
            least = cost;
        }
    }
    return best;
}

static void fill(const husly_problem *problem, const struct places *places,
                 const struct waiting *waiting, int count, int *left, int *temporary)
{
    for (int at = 0; at < places->count; at++)
        left[places->dwellings[at]] = problem->dwellings[places->dwellings[at]].places;
    for (int household = 0; household < problem->household_count; household++) {
        if (temporary[household] != NONE)
            left[temporary[household]] -= problem->households[household].persons;
    }
    for (int at = 0; at < count; at++) {
        const int household = waiting[at].household;
        temporary[household] = cheapest(problem, places, left, household);
        if (temporary[household] != NONE)
            left[temporary[household]] -= problem->households[household].persons;
    }
}

bool transit_fill(const husly_problem *problem, const int *placed, int *temporary,
                  struct arena *scratch)
{
    const size_t households = (size_t)problem->household_count + 1;
    struct places places;
    int *left = arena_take(scratch, (size_t)problem->dwelling_count + 1, sizeof *left);
    struct waiting *waiting = arena_take(scratch, households, sizeof *waiting);
    const bool ready = places_open(&places, problem) && left != NULL && waiting != NULL;
    if (ready)
        fill(problem, &places, waiting, list_waiting(problem, placed, temporary, waiting), left,
             temporary);
    memory_free(places.dwellings);
    return ready;
}
