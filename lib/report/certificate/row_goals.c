/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "report/certificate/row_draft.h"
#include "report/verify/plan_measures.h"

static void add_area(struct row_draft *draft, int area, weight_fn *weigh)
{
    const husly_problem *problem = draft->rows->problem;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (problem_area_of(problem, &problem->dwellings[d]) == area)
            row_draft_dwelling(draft, d, weigh, 1);
    }
}

/* Every count whose name is PREFIX/ID/ and a number eases the row. A unit of the right, whose count
 * comes first, may bear such a name. */
static void add_steps(struct row_draft *draft, const char *prefix, const char *id)
{
    const struct certificate_rows *rows = draft->rows;
    const size_t before = strlen(prefix), size = strlen(id);
    for (int count = rows->right->count; count < rows->counts.count; count++) {
        const char *name = rows->counts.columns[count].name;
        if (strncmp(name, prefix, before) == 0 && strncmp(name + before, id, size) == 0 &&
            name[before + size] == '/')
            row_draft_entry(draft, rows->pairs->count + count, -1);
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
    while (draft->rhs < persons && area_excess(&problem->areas[area], draft->rhs + 1, town) == 0)
        draft->rhs++;
    add_area(draft, area, weigh_persons);
    add_steps(draft, "even/", id);
    return true;
}

static int64_t weigh_school(const struct household *household)
{
    return children_measure(household, false);
}

static int64_t weigh_daycare(const struct household *household)
{
    return children_measure(household, true);
}

bool row_of_school(struct row_draft *draft, const char *id)
{
    const husly_problem *problem = draft->rows->problem;
    const int area = row_draft_area(problem, id);
    if (area == NONE || problem->areas[area].school == HUSLY_NO_NUMBER ||
        !weighs(draft, HUSLY_WEIGHT_SCHOOL))
        return false;
    draft->rhs = problem->areas[area].school;
    add_area(draft, area, weigh_school);
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
    draft->rhs = problem->areas[area].daycare;
    add_area(draft, area, weigh_daycare);
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
    const struct key_measure *keys = key_measures_find(problem, rows->right, rows->arena);
    draft->rows->failed = draft->rows->failed || keys == NULL;
    if (keys == NULL || !keys[organisation].counts)
        return false;
    draft->rhs = sign * keys[organisation].target;
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (key_measure_holds(problem, d, organisation))
            row_draft_dwelling(draft, d, weigh_household, sign);
    }
    add_steps(draft, sign > 0 ? "key_over/" : "key_under/", id);
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
    const struct certificate_rows *rows = draft->rows;
    const husly_problem *problem = rows->problem;
    const int area = row_draft_area(problem, unit->place);
    if (problem->group_sizes[unit->label] < 2)
        return false;
    for (int pair = rows->pairs->first_of[unit->member];
         pair < rows->pairs->first_of[unit->member + 1]; pair++) {
        if (problem_area_of(problem, &problem->dwellings[rows->pairs->dwelling_of[pair]]) == area)
            row_draft_entry(draft, pair, 1);
    }
    add_count(draft, -1, "together/%s/%s", problem->groups[unit->label], unit->place);
    return true;
}

/* together/G/A: as many of the group as there can be, where the group is. */
static bool together_of_group(struct row_draft *draft, const char *name)
{
    const struct lawful_pairs *pairs = draft->rows->pairs;
    const int group = row_draft_group(draft, name, weigh_household);
    int members = 0;
    if (group == NONE || draft->rows->problem->group_sizes[group] < 2)
        return false;
    for (int at = 0; at < draft->count; at++)
        members += at == 0 || pairs->household_of[draft->entries[at].column] !=
                                  pairs->household_of[draft->entries[at - 1].column];
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
