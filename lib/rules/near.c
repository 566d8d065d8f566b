/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Households near one another: dwellings of their own in one section, or none (rule 8). */
#include <stdio.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/capacity.h"
#include "rules/pairs.h"

enum { ONE = 1000000 };

/* Households come in order of id, so that the first one met is the label's first. */
static bool chain_labels(struct builder *builder, struct near_rows *rows)
{
    const husly_problem *problem = builder->problem;
    struct arena *arena = builder->pool->arena;
    const size_t count = (size_t)problem->household_count + 1;
    int *last = arena_take(arena, (size_t)problem->near_count + 1, sizeof *last);
    rows->first = arena_take(arena, count, sizeof *rows->first);
    rows->next = arena_take(arena, count, sizeof *rows->next);
    rows->row = arena_take(arena, count, sizeof *rows->row);
    rows->seed = arena_take(arena, count, sizeof *rows->seed);
    if (last == NULL || rows->first == NULL || rows->next == NULL || rows->row == NULL ||
        rows->seed == NULL)
        return false;
    for (int near = 0; near < problem->near_count; near++)
        last[near] = NONE;
    for (int household = 0; household < problem->household_count; household++) {
        const int near = problem->households[household].near;
        rows->first[household] = rows->next[household] = NONE;
        if (problem_near_size(problem, near) < 2)
            continue;
        rows->first[household] = last[near] == NONE ? household : rows->first[last[near]];
        if (last[near] != NONE)
            rows->next[last[near]] = household;
        last[near] = household;
    }
    return true;
}

static bool reaches(const struct builder *builder, int household, int section)
{
    return bits_has(pairs_sections(builder->pairs, household), section);
}

static int *by_section(struct builder *builder)
{
    const size_t count = (size_t)builder->problem->section_count;
    int *indices = arena_take(builder->pool->arena, count + 1, sizeof *indices);
    for (size_t section = 0; section < count && indices != NULL; section++)
        indices[section] = NO_INDEX;
    return indices;
}

/* member − first = 0 in every section where either has a lawful pair. */
static bool add_member_rows(struct builder *builder, struct near_rows *rows, int member)
{
    const husly_problem *problem = builder->problem;
    struct pool *pool = builder->pool;
    const struct household *people = &problem->households[member];
    int *row_of = by_section(builder);
    rows->row[member] = row_of;
    for (int section = 0; section < problem->section_count && row_of != NULL; section++) {
        if (reaches(builder, member, section) || reaches(builder, rows->first[member], section))
            row_of[section] =
                pool_add_row(pool,
                             pool_name(pool, "near/%s/%s/%s", problem->nears[people->near],
                                       problem->sections[section].id, people->id),
                             true, 0);
    }
    return row_of != NULL;
}

bool near_rows_add(struct builder *builder, struct near_rows *rows)
{
    if (!chain_labels(builder, rows))
        return false;
    for (int household = 0; household < builder->problem->household_count; household++) {
        const int first = rows->first[household];
        if (first == NONE)
            continue;
        rows->seed[household] = by_section(builder);
        if (rows->seed[household] == NULL ||
            (first != household && !add_member_rows(builder, rows, household)))
            return false;
    }
    return true;
}

/* A cut Σ x <= 0 over the household's pairs in the section: its row says that the first of the
 * label is not there either, and the other's that the first cannot be. */
static int add_seed(struct builder *builder, const struct near_rows *rows, int household,
                    int section)
{
    const int first = rows->first[household];
    int absent = first;
    while (absent != NONE && reaches(builder, absent, section))
        absent = rows->next[absent];
    if (absent == NONE)
        return NO_INDEX;
    struct term terms[2];
    int count = 0;
    if (household != first)
        terms[count++] = (struct term){TERM_ROW, rows->row[household][section], ONE};
    if (absent != first)
        terms[count++] = (struct term){TERM_ROW, rows->row[absent][section], -ONE};
    return pool_add_seed(builder->pool, terms, count);
}

/* One cut rules out all of a household's pairs in a section. */
int near_seed(struct builder *builder, const struct near_rows *rows, int household, int dwelling)
{
    const int section = builder->problem->dwellings[dwelling].section;
    if (rows->first[household] == NONE)
        return NO_INDEX;
    int *seed = &rows->seed[household][section];
    if (*seed == NO_INDEX)
        *seed = add_seed(builder, rows, household, section);
    return *seed;
}

void near_links(struct builder *builder, const struct near_rows *rows, int group, int place)
{
    const int household = builder->household_of[group];
    const int section = builder->problem->dwellings[builder->dwelling_of[place]].section;
    if (rows->first[household] == NONE)
        return;
    if (rows->row[household] != NULL)
        pool_add_link(builder->pool,
                      (struct pool_link){group, place, rows->row[household][section], 1});
    else
        for (int member = rows->next[household]; member != NONE; member = rows->next[member])
            pool_add_link(builder->pool,
                          (struct pool_link){group, place, rows->row[member][section], -1});
}

static const char *section_in(const husly_problem *problem, const struct placing *plan,
                              int household)
{
    const int dwelling = plan->dwelling_of[household];
    return dwelling != NONE ? problem->dwellings[dwelling].given->section_id : NULL;
}

/* The first household by id with the same label; itself where it has none. */
static int lead_of(const husly_problem *problem, int household)
{
    const int near = problem->households[household].near;
    return near != NONE ? problem->of_near.first[near] : household;
}

/* As long as one of the two has no dwelling, it may still get one. */
bool near_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                void *user)
{
    bool holds = true;
    bool more = true;
    for (int household = 0; household < problem->household_count && more; household++) {
        const int lead = lead_of(problem, household);
        const char *own = section_in(problem, plan, household);
        const char *leads = section_in(problem, plan, lead);
        if (text_equal(own, leads))
            continue;
        const struct household *people = &problem->households[household];
        char row[512];
        snprintf(row, sizeof row, "near/%s/%s/%s", people->given->near, own != NULL ? own : leads,
                 people->id);
        struct breach breach = {.rule = "capacity",
                                .row = row,
                                .household = household,
                                .dwelling = plan->dwelling_of[own != NULL ? household : lead],
                                .used = own != NULL ? 1 : -1,
                                .may_mend = own == NULL || leads == NULL};
        holds = false;
        more = tell(&breach, user);
    }
    return holds;
}
