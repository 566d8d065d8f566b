/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/transit.h"

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

/* One row a dwelling, at its index, so that a row's number is a dwelling's. */
static void add_rows(const husly_problem *problem, struct program *program)
{
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        const struct dwelling *place = &problem->dwellings[dwelling];
        program_add_row(program, program_name(program, "dwelling/%s", place->id), false,
                        place->places);
    }
}

static void add_choices(const husly_problem *problem, struct program *program, int household)
{
    const struct household *people = &problem->households[household];
    int group = program_add_group(program, people->id);
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        if (!allows(problem, household, dwelling))
            continue;
        const char *name =
            program_name(program, "%s/%s", people->id, problem->dwellings[dwelling].id);
        program_add_choice(program, name, group, dwelling, false);
        program_add_entry(program, dwelling, people->persons);
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

struct program *transit_compile(const husly_problem *problem, const int *placed)
{
    struct program *program = program_new();
    if (program == NULL)
        return NULL;
    add_rows(problem, program);
    for (int household = 0; household < problem->household_count; household++) {
        if (is_left(problem, placed, household))
            add_choices(problem, program, household);
    }
    add_stages(problem, program);
    if (!program->failed)
        return program;
    program_free(program);
    return NULL;
}

/* The household with most need that is without a place and was not asked yet; NONE. */
static int neediest(const husly_problem *problem, const int *placed, const int *temporary,
                    const bool *asked)
{
    int best = NONE;
    for (int household = 0; household < problem->household_count; household++) {
        bool waits = is_left(problem, placed, household) && temporary[household] == NONE;
        if (waits && !asked[household] &&
            (best == NONE || problem->households[household].need > problem->households[best].need))
            best = household;
    }
    return best;
}

static int cheapest(const husly_problem *problem, const int *left, int household)
{
    int best = NONE;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++) {
        bool fits = left[dwelling] >= problem->households[household].persons &&
                    allows(problem, household, dwelling);
        if (fits && (best == NONE || cost_of_transit(problem, household, dwelling) <
                                         cost_of_transit(problem, household, best)))
            best = dwelling;
    }
    return best;
}

bool transit_fill(const husly_problem *problem, const int *placed, int *temporary,
                  struct arena *scratch)
{
    int *left = arena_take(scratch, (size_t)problem->dwelling_count + 1, sizeof *left);
    bool *asked = arena_take(scratch, (size_t)problem->household_count + 1, sizeof *asked);
    if (left == NULL || asked == NULL)
        return false;
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        left[dwelling] = problem->dwellings[dwelling].places;
    for (int household = 0; household < problem->household_count; household++) {
        if (temporary[household] != NONE)
            left[temporary[household]] -= problem->households[household].persons;
    }
    for (int next = neediest(problem, placed, temporary, asked); next != NONE;
         next = neediest(problem, placed, temporary, asked)) {
        asked[next] = true;
        temporary[next] = cheapest(problem, left, next);
        if (temporary[next] != NONE)
            left[temporary[next]] -= problem->households[next].persons;
    }
    return true;
}
