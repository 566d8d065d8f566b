/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/resolve/resolve.h"

#include "base/error.h"
#include "base/wide.h"
#include "model/labels.h"

static struct place row_place(const char *source, int64_t line, const char *field)
{
    return (struct place){.source = source, .line = line, .field = field};
}

static husly_status refuse_twice(husly_error *error, const char *source, int64_t line,
                                 const char *field)
{
    return error_set(error, HUSLY_E_INPUT, row_place(source, line, field),
                     "the id stands in an earlier row too; give each row its own");
}

static int find_area(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, id);
}

static int find_section(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->sections, problem->section_count, sizeof *problem->sections, id);
}

static int find_organisation(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->organisations, problem->organisation_count,
                      sizeof *problem->organisations, id);
}

/* Both days are part of the period; an agreement without one lasts. */
static bool extras_count(const husly_organisation *given, husly_date round_date)
{
    return (given->extra_from == HUSLY_NO_DATE || given->extra_from <= round_date) &&
           (given->extra_until == HUSLY_NO_DATE || given->extra_until >= round_date);
}

/* homes × moves of one kind, over `whole`; nothing where either is unknown. */
static wide moves_of(int32_t homes, husly_share moves, wide whole)
{
    const bool known = homes != HUSLY_NO_NUMBER && moves.whole != 0;
    return known ? (wide)homes * moves.part * (whole / moves.whole) : 0;
}

/* Last year's number, else what the homes make likely, in the nearest whole one. */
static int move_outs_of(const husly_organisation *given)
{
    const husly_share moves[] = {given->moves_family, given->moves_youth, given->moves_elderly};
    const int32_t homes[] = {given->homes_family, given->homes_youth, given->homes_elderly};
    wide whole = 1, sum = 0;
    bool known = false;
    for (int kind = 0; kind < 3; kind++) {
        whole *= moves[kind].whole != 0 ? moves[kind].whole : 1;
        known = known || (moves[kind].whole != 0 && homes[kind] != HUSLY_NO_NUMBER);
    }
    for (int kind = 0; kind < 3; kind++)
        sum += moves_of(homes[kind], moves[kind], whole);
    if (given->vacated_last_year != HUSLY_NO_NUMBER || !known)
        return given->vacated_last_year;
    return (int)wide_floor(2 * sum + whole, 2 * whole);
}

static husly_status resolve_organisations(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    for (int index = 0; index < problem->organisation_count; index++)
        problem->organisations[index].move_outs = HUSLY_NO_NUMBER;
    for (size_t index = 0; index < round->organisation_count; index++) {
        const husly_organisation *given = &round->organisations[index];
        struct organisation *row =
            &problem->organisations[find_organisation(problem, given->organisation_id)];
        if (row->given != NULL)
            return refuse_twice(error, "organisations.csv", given->line, "organisation_id");
        row->given = given;
        row->move_outs = move_outs_of(given);
        row->extras_left = given->extra_dwellings - given->extra_used;
        if (row->extras_left < 0)
            return error_set(
                error, HUSLY_E_INPUT, row_place("organisations.csv", given->line, "extra_used"),
                "more than extra_dwellings; write at most %d", (int)given->extra_dwellings);
        if (!extras_count(given, problem->policy.round_date))
            row->extras_left = 0;
    }
    return HUSLY_OK;
}

static void area_default(struct area *area, const husly_policy *policy)
{
    area->municipality = NONE;
    area->max_persons = area->max_children = area->residents = HUSLY_NO_NUMBER;
    area->school = area->daycare = HUSLY_NO_NUMBER;
    area->max_share = policy->area_max_share;
}

static void area_fill(struct area *area, const husly_area *given, const husly_problem *problem)
{
    area->given = given;
    area->listed = given->listed;
    area->municipality =
        labels_find(problem->municipalities, problem->municipality_count, given->municipality);
    area->max_persons = given->max_persons;
    area->max_children = given->max_children;
    if (given->max_share.whole > 0)
        area->max_share = given->max_share;
    area->residents = given->residents;
    area->refugees = given->refugees;
    area->school = given->school;
    area->daycare = given->daycare;
}

static husly_status resolve_areas(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    for (int index = 0; index < problem->area_count; index++)
        area_default(&problem->areas[index], &problem->policy);
    for (size_t index = 0; index < round->area_count; index++) {
        const husly_area *given = &round->areas[index];
        struct area *area = &problem->areas[find_area(problem, given->area_id)];
        if (area->given != NULL)
            return refuse_twice(error, "areas.csv", given->line, "area_id");
        area_fill(area, given, problem);
    }
    for (int index = 0; index < problem->area_count; index++) {
        const struct area *area = &problem->areas[index];
        if (area->max_share.whole > 0 && area->residents == HUSLY_NO_NUMBER)
            return error_set(
                error, HUSLY_E_INPUT,
                row_place("areas.csv", area->given != NULL ? area->given->line : 0, "residents"),
                "area %s has a max_share but no residents; write how many live there", area->id);
    }
    return HUSLY_OK;
}

static void section_default(struct section *section)
{
    section->area = section->organisation = NONE;
    section->max_households = section->homes = HUSLY_NO_NUMBER;
}

static void section_fill(struct section *section, const husly_section *given,
                         const husly_problem *problem)
{
    section->given = given;
    section->area = find_area(problem, given->area_id);
    section->organisation = find_organisation(problem, given->organisation_id);
    section->right = given->right;
    section->max_households = given->max_households;
    section->max_share = given->max_share;
    section->homes = given->homes;
    section->refugee_homes = given->refugee_homes;
    section->flexible = given->flexible;
}

static husly_status resolve_sections(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    for (int index = 0; index < problem->section_count; index++)
        section_default(&problem->sections[index]);
    for (size_t index = 0; index < round->section_count; index++) {
        const husly_section *given = &round->sections[index];
        struct section *section = &problem->sections[find_section(problem, given->section_id)];
        if (section->given != NULL)
            return refuse_twice(error, "sections.csv", given->line, "section_id");
        section_fill(section, given, problem);
        if (section->max_share.whole > 0 && section->homes == HUSLY_NO_NUMBER)
            return error_set(error, HUSLY_E_INPUT, row_place("sections.csv", given->line, "homes"),
                             "section %s has a max_share but no homes; write how many it has",
                             section->id);
    }
    return HUSLY_OK;
}

/* The day from which it may be lived in: the hearing of neighbours comes before that. */
static husly_date day_available(const husly_dwelling *given, const husly_policy *policy)
{
    const husly_date day =
        given->available_from != HUSLY_NO_DATE ? given->available_from : policy->round_date;
    if (given->hearing_from == HUSLY_NO_DATE)
        return day;
    const husly_date heard = given->hearing_from + policy->hearing_days;
    return heard > day ? heard : day;
}

static void dwelling_fill(struct dwelling *dwelling, const husly_dwelling *given,
                          const husly_problem *problem)
{
    dwelling->given = given;
    dwelling->kind = given->kind;
    dwelling->rooms = given->rooms;
    if (given->places != HUSLY_NO_NUMBER)
        dwelling->places = given->places;
    else if (given->kind == HUSLY_KIND_SHARED)
        dwelling->places = given->rooms;
    dwelling->rent = given->rent;
    dwelling->utilities = given->utilities;
    dwelling->area_m2 = given->area_m2;
    dwelling->step_free = given->step_free;
    dwelling->offered = given->offered;
    dwelling->available = day_available(given, &problem->policy);
    dwelling->lease_end = given->lease_end;
    dwelling->cost = given->cost;
    dwelling->least_persons = given->least_persons != HUSLY_NO_NUMBER ? given->least_persons : 0;
    dwelling->max_singles = given->max_singles;
    dwelling->consent = given->consent;
    dwelling->max_stay = given->max_stay;
    dwelling->section = find_section(problem, given->section_id);
}

static husly_status resolve_dwellings(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    for (size_t index = 0; index < round->dwelling_count; index++) {
        const husly_dwelling *given = &round->dwellings[index];
        struct dwelling *dwelling =
            &problem->dwellings[problem_find_dwelling(problem, given->dwelling_id)];
        if (dwelling->given != NULL)
            return refuse_twice(error, "dwellings.csv", given->line, "dwelling_id");
        dwelling_fill(dwelling, given, problem);
    }
    return HUSLY_OK;
}

husly_status resolve_places(husly_problem *problem, husly_error *error)
{
    husly_status status = resolve_organisations(problem, error);
    if (status == HUSLY_OK)
        status = resolve_areas(problem, error);
    if (status == HUSLY_OK)
        status = resolve_sections(problem, error);
    if (status == HUSLY_OK)
        status = resolve_dwellings(problem, error);
    if (status == HUSLY_OK && !resolve_turns(problem))
        status = error_memory(error);
    return status;
}
