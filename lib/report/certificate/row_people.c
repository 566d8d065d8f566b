/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/row_draft.h"

#include <string.h>

#include "base/memory.h"
#include "model/labels.h"

/* The text before the last '/', of `size` bytes, and what follows it; NULL when there is none. */
static const char *split_last(const char *text, size_t *size)
{
    size_t at = *size;
    while (at > 0 && text[at - 1] != '/')
        at--;
    if (at == 0)
        return NULL;
    *size = at - 1;
    return text + at;
}

/* Index of a label of so many bytes; NONE when there is none, or memory ran out. */
static int find_label(struct row_draft *draft, const char *const *labels, int count,
                      const char *bytes, size_t size)
{
    const char *label = arena_text(draft->rows->arena, bytes, size);
    draft->rows->failed = draft->rows->failed || label == NULL;
    return label != NULL ? labels_find(labels, count, label) : NONE;
}

/* A label may hold any text, an id no '/', so the unit is read from its end. */
int row_draft_group(struct row_draft *draft, const char *name, int measure)
{
    const husly_problem *problem = draft->rows->problem;
    size_t size = strlen(name);
    const char *id = split_last(name, &size);
    const int area = id != NULL ? row_draft_area(problem, id) : NONE;
    if (area == NONE)
        return NONE;
    row_draft_places(draft, PLACES_AREA, area, measure, 1);
    draft->row.people = PEOPLE_GROUP;
    draft->row.group = find_label(draft, problem->groups, problem->group_count, name, size);
    return draft->row.group;
}

/* group/G/A. */
bool row_of_group(struct row_draft *draft, const char *name)
{
    const husly_problem *problem = draft->rows->problem;
    if (problem->policy.group_max_persons == HUSLY_NO_NUMBER ||
        row_draft_group(draft, name, MEASURE_PERSONS) == NONE)
        return false;
    draft->row.rhs = problem->policy.group_max_persons;
    return true;
}

void row_draft_members(struct row_draft *draft, enum place_set set, int place, int member,
                       int first)
{
    row_draft_places(draft, set, place, MEASURE_ONE, 1);
    draft->row.people = PEOPLE_MEMBER;
    draft->row.member = member;
    draft->row.first = first;
}

bool row_draft_member(struct member_unit *out, struct row_draft *draft, const char *name,
                      const char *const *labels, int label_count)
{
    size_t size = strlen(name);
    const char *member = split_last(name, &size);
    const char *place = member != NULL ? split_last(name, &size) : NULL;
    if (place == NULL)
        return false;
    out->place = arena_text(draft->rows->arena, place, (size_t)(member - place) - 1);
    out->label = find_label(draft, labels, label_count, name, size);
    out->member = problem_find_household(draft->rows->problem, member);
    draft->rows->failed = draft->rows->failed || out->place == NULL;
    return out->place != NULL && out->label != NONE && out->member != NONE;
}

/* party/LABEL/D/HOUSEHOLD: the member is where the first member is. */
bool row_of_party(struct row_draft *draft, const char *name)
{
    const husly_problem *problem = draft->rows->problem;
    struct member_unit unit;
    if (!row_draft_member(&unit, draft, name, problem->parties, problem->party_count))
        return false;
    const int dwelling = problem_find_dwelling(problem, unit.place);
    const int first = draft->rows->first_of_party[unit.label];
    if (dwelling == NONE || problem->households[unit.member].party != unit.label ||
        first == unit.member)
        return false;
    row_draft_members(draft, PLACES_DWELLING, dwelling, unit.member, first);
    draft->row.equal = true;
    return true;
}

/* near/LABEL/S/HOUSEHOLD: the member is in the section where the first of the label is. */
bool row_of_near(struct row_draft *draft, const char *name)
{
    const husly_problem *problem = draft->rows->problem;
    struct member_unit unit;
    if (!row_draft_member(&unit, draft, name, problem->nears, problem->near_count))
        return false;
    const int section = row_draft_section(problem, unit.place);
    const int first = draft->rows->first_of_near[unit.label];
    if (section == NONE || first == unit.member ||
        problem->households[unit.member].near != unit.label)
        return false;
    row_draft_members(draft, PLACES_SECTION, section, unit.member, first);
    draft->row.equal = true;
    return true;
}

/* Household rows stand only inside cuts; whoever reads the certificate sees to that. */
bool row_of_household(struct row_draft *draft, const char *id)
{
    const int household = problem_find_household(draft->rows->problem, id);
    if (household == NONE)
        return false;
    row_draft_members(draft, PLACES_ALL, 0, household, NONE);
    draft->row.rhs = 1;
    return true;
}
