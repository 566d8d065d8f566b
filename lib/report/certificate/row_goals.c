/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "report/certificate/row_draft.h"
#include "report/verify/plan_measures.h"

/* Every step of the row's place eases it. */
static void add_steps(struct row_draft *draft, const char *steps, int place)
{
    const struct count_columns *counts = &draft->rows->counts;
    for (int count = 0; count < counts->count; count++) {
        const struct count_column *column = &counts->columns[count];
        if (column->scope.place == place && column->steps != NULL &&
            text_equal(column->steps, steps))
            row_draft_count_at(draft, count, -1);
    }
}

/* The one count of that name, where there is one. */
__attribute__((format(printf, 3, 4))) static void
add_count(struct row_draft *draft, int64_t coefficient, const char *form, ...)
{
    struct text name = {0};
    va_list parts;
    va_start(parts, form);
    text_add_list(&name, form, parts);
    va_end(parts);
    draft->rows->failed = draft->rows->failed || name.failed;
    if (!name.failed)
        row_draft_count(draft, name.bytes, coefficient);
    text_free(&name);
}

static bool weighs(const struct row_draft *draft, husly_weight weight)
{
    return draft->rows->problem->weights[weight] > 0;
}

/* even/A. Beyond the persons of the round nothing needs to be free. */
bool row_of_even(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int area = row_draft_area(problem, id);
    if (area == NONE || problem->areas[area].residents <= 0 || !weighs(draft, HUSLY_WEIGHT_EVEN))
        return false;
    const int64_t town = town_measure(problem);
    const int64_t persons = persons_measure(problem);
    while (draft->row.rhs < persons &&
           area_excess(&problem->areas[area], draft->row.rhs + 1, town) == 0)
        draft->row.rhs++;
    row_draft_places(draft, PLACES_AREA, area, MEASURE_PERSONS, 1);
    add_steps(draft, "even/", area);
    return true;
}

bool row_of_school(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int area = row_draft_area(problem, id);
    if (area == NONE || problem->areas[area].school == HUSLY_NO_NUMBER ||
        !weighs(draft, HUSLY_WEIGHT_SCHOOL))
        return false;
    draft->row.rhs = problem->areas[area].school;
    row_draft_places(draft, PLACES_AREA, area, MEASURE_SCHOOL, 1);
    add_count(draft, -1, "beyond/school/%s", id);
    return true;
}

bool row_of_daycare(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int area = row_draft_area(problem, id);
    if (area == NONE || problem->areas[area].daycare == HUSLY_NO_NUMBER ||
        !weighs(draft, HUSLY_WEIGHT_DAYCARE))
        return false;
    draft->row.rhs = problem->areas[area].daycare;
    row_draft_places(draft, PLACES_AREA, area, MEASURE_SMALL, 1);
    add_count(draft, -1, "beyond/daycare/%s", id);
    return true;
}

/* Used − target on one side, target − used on the other. */
static bool key_row(struct row_draft *draft, const char *id, int64_t sign)
{
    const struct certificate_rows *rows = draft->rows;
    const husly_problem *problem = rows->problem;
    const int organisation = row_draft_organisation(problem, id);
    if (organisation == NONE || !weighs(draft, HUSLY_WEIGHT_KEY))
        return false;
    if (!rows->keys[organisation].counts)
        return false;
    draft->row.rhs = sign * rows->keys[organisation].target;
    row_draft_places(draft, PLACES_KEY, organisation, MEASURE_ONE, sign);
    add_steps(draft, sign > 0 ? "key_over/" : "key_under/", organisation);
    return true;
}

bool row_of_key_over(struct row_draft *draft, const char *id)
{
    return key_row(draft, id, 1);
}

bool row_of_key_under(struct row_draft *draft, const char *id)
{
    return key_row(draft, id, -1);
}

/* Whether the name is GROUP/AREA/HOUSEHOLD, the household being of the group. */
static bool is_of_member(struct row_draft *draft, const char *name, struct member_unit *unit)
{
    const husly_problem *problem = draft->rows->problem;
    return row_draft_member(unit, draft, name, problem->groups, problem->group_count) &&
           row_draft_area(problem, unit->place) != NONE &&
           problem->households[unit->member].group == unit->label;
}

/* together/G/A/H: wherever H is in A, the group is. */
static bool together_of_member(struct row_draft *draft, const struct member_unit *unit)
{
    const husly_problem *problem = draft->rows->problem;
    if (problem->group_sizes[unit->label] < 2)
        return false;
    row_draft_members(draft, PLACES_AREA, row_draft_area(problem, unit->place), unit->member, NONE);
    add_count(draft, -1, "together/%s/%s", problem->groups[unit->label], unit->place);
    return true;
}

/* together/G/A: as many of the group as there can be, where the group is. */
static bool together_of_group(struct row_draft *draft, const char *name)
{
    const struct certificate_rows *rows = draft->rows;
    const int group = row_draft_group(draft, name, MEASURE_ONE);
    int members = 0;
    if (group == NONE || rows->problem->group_sizes[group] < 2)
        return false;
    for (int h = 0; h < rows->problem->household_count; h++)
        members += certificate_row_meets(rows, &draft->row, h);
    add_count(draft, -members, "together/%s", name);
    return true;
}

bool row_of_together(struct row_draft *draft, const char *name)
{
    struct member_unit unit;
    if (!weighs(draft, HUSLY_WEIGHT_TOGETHER))
        return false;
    return is_of_member(draft, name, &unit) ? together_of_member(draft, &unit)
                                            : together_of_group(draft, name);
}
