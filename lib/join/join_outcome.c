/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_outcome.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/words.h"
#include "join/join_plan.h"
#include "report/reason/reason.h"
#include "rules/benefit.h"
#include "rules/goals/goal.h"

static struct placement_row placement_of(const husly_problem *problem, int h, int d)
{
    const struct household *household = &problem->households[h];
    const struct dwelling *dwelling = &problem->dwellings[d];
    const struct section *section = &problem->sections[dwelling->section];
    struct placement_row row = {.household_id = household->id,
                                .dwelling_id = dwelling->id,
                                .section_id = section->id,
                                .persons = household->persons,
                                .rent = dwelling->rent,
                                .utilities = dwelling->utilities,
                                .housing_benefit = benefit_of_pair(problem, h, d),
                                .budget = HUSLY_NO_AMOUNT,
                                .margin = HUSLY_NO_AMOUNT,
                                .need = household->need,
                                .fit = goal_fit(problem, h, d)};
    if (section->area != NONE)
        row.area_id = problem->areas[section->area].id;
    row.net_rent = row.rent + row.utilities - row.housing_benefit;
    if (household->has_budget) {
        row.budget = household->budget;
        row.margin = row.budget - row.net_rent;
    }
    return row;
}

static bool all_proven(const husly_plan *plan)
{
    for (size_t i = 0; i < plan->stage_count; i++)
        if (!plan->stages[i].proven)
            return false;
    return true;
}

static bool add_unplaced(struct outcome *outcome, struct reasons *reasons,
                         const husly_problem *problem, const husly_plan *plan, int h)
{
    const struct household *household = &problem->households[h];
    const enum reason reason = reason_find(reasons, h, all_proven(plan));
    struct unplaced_row *row = &outcome->unplaced[outcome->unplaced_count++];
    *row = (struct unplaced_row){
        .household_id = household->id,
        .persons = household->persons,
        .need = household->need,
        .reason = reason_code(reason),
        .detail = reason_keep(outcome->arena, reason_sentence, reasons, h, reason),
        .what_would_help = reason_keep(outcome->arena, reason_help, reasons, h, reason)};
    if (plan->temporary[h] != NONE)
        row->temporary_dwelling_id = problem->dwellings[plan->temporary[h]].id;
    row->is_fallback = row->temporary_dwelling_id == NULL && !problem_has_shelter(household);
    outcome->reasons[reason].households++;
    return row->detail != NULL && row->what_would_help != NULL;
}

static bool add_households(struct outcome *outcome, const husly_problem *problem,
                           const husly_plan *plan)
{
    struct reasons *reasons = reasons_new(problem);
    bool whole = reasons != NULL;
    for (int h = 0; h < problem->household_count && whole; h++) {
        const int persons = problem->households[h].persons;
        outcome->persons += persons;
        if (plan->placed[h] == NONE) {
            whole = add_unplaced(outcome, reasons, problem, plan, h);
            continue;
        }
        outcome->persons_placed += persons;
        outcome->placements[outcome->placement_count++] = placement_of(problem, h, plan->placed[h]);
    }
    reasons_free(reasons);
    return whole;
}

/* Keeps the reasons that occur. */
static void close_reasons(struct outcome *outcome)
{
    for (int reason = 0; reason <= REASON_NOT_PROVEN; reason++) {
        struct reason_row row = outcome->reasons[reason];
        row.reason = reason_code((enum reason)reason);
        if (row.households > 0)
            outcome->reasons[outcome->reason_count++] = row;
    }
}

static int compare_sizes(const void *one, const void *other)
{
    const struct size_row *a = one, *b = other;
    return (a->persons > b->persons) - (a->persons < b->persons);
}

static void add_sizes(struct outcome *outcome, const husly_problem *problem, const husly_plan *plan)
{
    for (int h = 0; h < problem->household_count; h++)
        outcome->sizes[h] = (struct size_row){.persons = problem->households[h].persons,
                                              .households = 1,
                                              .placed = plan->placed[h] != NONE};
    qsort(outcome->sizes, (size_t)problem->household_count, sizeof *outcome->sizes, compare_sizes);
    for (int h = 0; h < problem->household_count; h++) {
        const struct size_row row = outcome->sizes[h];
        const size_t count = outcome->size_count;
        if (count == 0 || outcome->sizes[count - 1].persons != row.persons) {
            outcome->sizes[outcome->size_count++] = row;
            continue;
        }
        outcome->sizes[count - 1].households += row.households;
        outcome->sizes[count - 1].placed += row.placed;
    }
}

static int64_t households_without_income(const husly_problem *problem)
{
    int64_t count = 0;
    for (int h = 0; h < problem->household_count; h++)
        count +=
            problem->households[h].adults > 0 && problem->households[h].income == HUSLY_NO_AMOUNT;
    return count;
}

static int64_t households_with_children(const husly_problem *problem)
{
    int64_t count = 0;
    for (int h = 0; h < problem->household_count; h++)
        count += problem->households[h].adults > 0 && problem->households[h].children > 0;
    return count;
}

static int64_t dwellings_without_m2(const husly_problem *problem)
{
    int64_t count = 0;
    for (int d = 0; d < problem->dwelling_count; d++)
        count += kind_is_single(problem->dwellings[d].kind) &&
                 problem->dwellings[d].area_m2 == HUSLY_NO_NUMBER;
    return count;
}

/* NULL when memory ran out. */
static const char *note_in(struct outcome *outcome, husly_language language, int64_t count,
                           const char *what)
{
    struct text text = {0};
    text_add_format(&text, "%lld %s", (long long)count, husly_words(language, what));
    const char *note = text.failed ? NULL : arena_text(outcome->arena, text.bytes, text.size);
    text_free(&text);
    return note;
}

static bool add_note(struct outcome *outcome, int64_t count, const char *one, const char *more)
{
    if (count == 0)
        return true;
    const char *what = count == 1 ? one : more;
    const struct note_row note = {note_in(outcome, HUSLY_ENGLISH, count, what),
                                  note_in(outcome, HUSLY_DANISH, count, what)};
    if (note.english == NULL || note.danish == NULL)
        return false;
    outcome->notes[outcome->note_count++] = note;
    return true;
}

/* What was counted on the safe side for want of a figure. */
static bool add_benefit_notes(struct outcome *outcome, const husly_problem *problem)
{
    if (problem->policy.housing_benefit == HUSLY_BENEFIT_NONE)
        return add_note(
            outcome, households_with_children(problem),
            WORDS_LATER("household with children is counted without housing benefit, since rule "
                        "housing_benefit is none"),
            WORDS_LATER("households with children are counted without housing benefit, since rule "
                        "housing_benefit is none"));
    return add_note(
               outcome, households_without_income(problem),
               WORDS_LATER("household states no income, so its housing benefit counts as 0"),
               WORDS_LATER("households state no income, so their housing benefit counts as 0")) &&
           add_note(
               outcome, dwellings_without_m2(problem),
               WORDS_LATER("dwelling states no area_m2, so housing benefit for it counts as 0"),
               WORDS_LATER("dwellings state no area_m2, so housing benefit for them counts as 0"));
}

static bool add_notes(struct outcome *outcome, const husly_problem *problem, const husly_plan *plan)
{
    static const char stopped[] =
        WORDS_LATER("the search for temporary places was stopped, so better ones may exist");
    if (plan->temporary_stopped)
        outcome->notes[outcome->note_count++] =
            (struct note_row){stopped, husly_words(HUSLY_DANISH, stopped)};
    return add_benefit_notes(outcome, problem);
}

enum { NOTE_LIMIT = 3 };

static bool take_rows(struct outcome *outcome, const husly_problem *problem)
{
    const size_t households = (size_t)problem->household_count;
    struct arena *arena = outcome->arena;
    outcome->placements = arena_take(arena, households, sizeof *outcome->placements);
    outcome->unplaced = arena_take(arena, households, sizeof *outcome->unplaced);
    outcome->sizes = arena_take(arena, households, sizeof *outcome->sizes);
    outcome->reasons = arena_take(arena, REASON_NOT_PROVEN + 1, sizeof *outcome->reasons);
    outcome->notes = arena_take(arena, NOTE_LIMIT, sizeof *outcome->notes);
    return outcome->placements != NULL && outcome->unplaced != NULL && outcome->sizes != NULL &&
           outcome->reasons != NULL && outcome->notes != NULL;
}

husly_status outcome_compose(struct outcome *outcome, const husly_problem *problem,
                             const husly_plan *plan, husly_error *error)
{
    *outcome = (struct outcome){.arena = arena_new()};
    const husly_status fits = plan_demand(plan, problem, error);
    if (fits != HUSLY_OK)
        return fits;
    if (outcome->arena == NULL || !take_rows(outcome, problem) ||
        !add_households(outcome, problem, plan) || !add_notes(outcome, problem, plan) ||
        !outcome_add_loads(outcome, problem, plan) || !outcome_add_goals(outcome, problem, plan) ||
        !outcome_add_breakdown(outcome, problem, plan) ||
        !outcome_add_costs(outcome, problem, plan) || !outcome_add_rules(outcome, problem))
        return error_memory(error);
    close_reasons(outcome);
    add_sizes(outcome, problem, plan);
    return HUSLY_OK;
}

void outcome_free(struct outcome *outcome)
{
    arena_free(outcome->arena);
}
