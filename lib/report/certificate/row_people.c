/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/row_draft.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

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

static bool is_text(const char *wanted, const char *bytes, size_t size)
{
    return strlen(wanted) == size && memcmp(wanted, bytes, size) == 0;
}

static int find_label(const char *const *labels, int count, const char *bytes, size_t size)
{
    for (int index = 0; index < count; index++) {
        if (is_text(labels[index], bytes, size))
            return index;
    }
    return NONE;
}

/* A label may hold any text, an id no '/', so the unit is read from its end. */
int row_draft_group(struct row_draft *draft, const char *name, weight_fn *weigh)
{
    const struct certificate_rows *rows = draft->rows;
    const husly_problem *problem = rows->problem;
    size_t size = strlen(name);
    const char *id = split_last(name, &size);
    const int area = id != NULL ? row_draft_area(problem, id) : NONE;
    const int group = find_label(problem->groups, problem->group_count, name, size);
    if (area == NONE || group == NONE)
        return NONE;
    for (int pair = 0; pair < rows->pairs->count; pair++) {
        const struct household *household = &problem->households[rows->pairs->household_of[pair]];
        if (household->group == group &&
            problem_area_of(problem, &problem->dwellings[rows->pairs->dwelling_of[pair]]) == area)
            row_draft_entry(draft, pair, weigh(household));
    }
    return group;
}

/* group/G/A. */
bool row_of_group(struct row_draft *draft, const char *name)
{
    const husly_problem *problem = draft->rows->problem;
    if (problem->policy.group_max_persons == HUSLY_NO_NUMBER ||
        row_draft_group(draft, name, weigh_persons) == NONE)
        return false;
    draft->rhs = problem->policy.group_max_persons;
    return true;
}

/* The party's first member in the order of ids, which is that of the households. */
static int first_member(const husly_problem *problem, int party)
{
    int household = 0;
    while (problem->households[household].party != party)
        household++;
    return household;
}

static void add_pair(struct row_draft *draft, int household, int dwelling, int64_t coefficient)
{
    const int pair = lawful_pairs_index(draft->rows->pairs, household, dwelling);
    if (pair != NONE)
        row_draft_entry(draft, pair, coefficient);
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
    out->label = find_label(labels, label_count, name, size);
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
    if (dwelling == NONE || problem->households[unit.member].party != unit.label ||
        first_member(problem, unit.label) == unit.member)
        return false;
    add_pair(draft, unit.member, dwelling, 1);
    add_pair(draft, first_member(problem, unit.label), dwelling, -1);
    draft->equal = true;
    return true;
}

static void add_section(struct row_draft *draft, int household, int section, int64_t coefficient)
{
    const struct lawful_pairs *pairs = draft->rows->pairs;
    for (int pair = pairs->first_of[household]; pair < pairs->first_of[household + 1]; pair++) {
        if (draft->rows->problem->dwellings[pairs->dwelling_of[pair]].section == section)
            row_draft_entry(draft, pair, coefficient);
    }
}

/* near/LABEL/S/HOUSEHOLD: the member is in the section where the first of the label is. */
bool row_of_near(struct row_draft *draft, const char *name)
{
    const husly_problem *problem = draft->rows->problem;
    struct member_unit unit;
    if (!row_draft_member(&unit, draft, name, problem->nears, problem->near_count))
        return false;
    int section = 0, first = 0;
    while (section < problem->section_count &&
           !text_equal(problem->sections[section].id, unit.place))
        section++;
    while (problem->households[first].near != unit.label)
        first++;
    if (section == problem->section_count || first == unit.member ||
        problem->households[unit.member].near != unit.label)
        return false;
    add_section(draft, unit.member, section, 1);
    add_section(draft, first, section, -1);
    draft->equal = true;
    return true;
}

bool row_of_floor(struct row_draft *draft, const char *name)
{
    const struct certificate_rows *rows = draft->rows;
    int stage = 0;
    while (stage < rows->stage &&
           !text_equal(husly_stage_name(rows->problem->policy.stages[stage]), name))
        stage++;
    if (stage == rows->stage)
        return false;
    for (int pair = 0; pair < rows->pairs->count; pair++)
        row_draft_entry(draft, pair, -certificate_points(rows, stage, pair));
    for (int count = 0; count < rows->counts.count; count++)
        row_draft_entry(draft, rows->pairs->count + count,
                        -certificate_count_points(rows, stage, count));
    draft->rhs = -rows->values[stage];
    return true;
}

/* Household rows stand only inside cuts; whoever reads the certificate sees to that. */
bool row_of_household(struct row_draft *draft, const char *id)
{
    const int household = problem_find_household(draft->rows->problem, id);
    if (household == NONE)
        return false;
    const struct lawful_pairs *pairs = draft->rows->pairs;
    for (int pair = pairs->first_of[household]; pair < pairs->first_of[household + 1]; pair++)
        row_draft_entry(draft, pair, 1);
    draft->rhs = 1;
    return true;
}
