/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/benefit_sheet.h"

#include "base/memory.h"

/* Small enough that sums of a few stay in 64 bits. */
static const int64_t largest = INT64_C(1) << 60;

static bool is_small(wide number)
{
    return number < largest && number > -largest;
}

static wide least(wide a, wide b)
{
    return a < b ? a : b;
}

/* A dwelling of the wrong kind, or whose area is not known, carries no benefit: its part is 0. */
static bool carries(const struct dwelling *home)
{
    return kind_is_single(home->kind) && home->area_m2 != HUSLY_NO_NUMBER;
}

static bool fill_class(struct benefit_sheet *sheet, struct benefit_class *class,
                       const struct benefit_year *year, struct arena *arena)
{
    const husly_problem *problem = sheet->problem;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    int64_t *part = arena_take(arena, dwellings, sizeof *part);
    int64_t *rest = arena_take(arena, dwellings, sizeof *rest);
    if (part == NULL || rest == NULL)
        return false;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const struct dwelling *home = &problem->dwellings[d];
        if (!carries(home))
            continue;
        const struct benefit_steps steps =
            benefit_steps(year, class->persons, class->children, home->rent, home->area_m2, 0);
        const wide others = least(least(steps.cap, steps.beside_own), steps.most);
        sheet->by_pair = sheet->by_pair || !is_small(steps.part) || !is_small(others);
        part[d] = (int64_t)steps.part;
        rest[d] = (int64_t)others;
    }
    class->part = part;
    class->rest = rest;
    return true;
}

/* The class of a household; NONE after memory ran out. */
static int take_class(struct benefit_sheet *sheet, const struct household *household,
                      const struct benefit_year *year, struct arena *arena)
{
    int at = 0;
    while (at < sheet->class_count && (sheet->classes[at].persons != household->persons ||
                                       sheet->classes[at].children != household->children))
        at++;
    if (at < sheet->class_count)
        return at;
    struct benefit_class *class = &sheet->classes[sheet->class_count++];
    *class = (struct benefit_class){household->persons, household->children, NULL, NULL};
    return fill_class(sheet, class, year, arena) ? at : NONE;
}

static bool fill_household(struct benefit_sheet *sheet, int h, const struct benefit_year *year,
                           struct arena *arena)
{
    const struct household *household = &sheet->problem->households[h];
    sheet->class_of[h] = NONE;
    if (household->income == HUSLY_NO_AMOUNT)
        return true;
    const struct benefit_steps steps =
        benefit_steps(year, household->persons, household->children, 0, 0, household->income);
    sheet->by_pair = sheet->by_pair || !is_small(steps.reduction);
    sheet->reduction[h] = (int64_t)steps.reduction;
    sheet->class_of[h] = take_class(sheet, household, year, arena);
    return sheet->class_of[h] != NONE;
}

bool benefit_sheet_find(struct benefit_sheet *out, const husly_problem *problem,
                        struct arena *arena)
{
    struct benefit_year own_table;
    const struct benefit_year *year = benefit_year_in_force(&problem->policy, &own_table);
    const size_t households = (size_t)problem->household_count + 1;
    *out = (struct benefit_sheet){.problem = problem, .in_force = year != NULL};
    if (year == NULL)
        return true;
    out->classes = arena_take(arena, households, sizeof *out->classes);
    out->class_of = arena_take(arena, households, sizeof *out->class_of);
    out->reduction = arena_take(arena, households, sizeof *out->reduction);
    bool done = out->classes != NULL && out->class_of != NULL && out->reduction != NULL;
    for (int h = 0; h < problem->household_count && done; h++)
        done = fill_household(out, h, year, arena);
    return done;
}

husly_amount benefit_sheet_pair(const struct benefit_sheet *sheet, int household, int dwelling)
{
    if (!sheet->in_force || sheet->class_of[household] == NONE)
        return 0;
    if (sheet->by_pair)
        return benefit_of_pair(sheet->problem, household, dwelling);
    const struct benefit_class *class = &sheet->classes[sheet->class_of[household]];
    const int64_t left = class->part[dwelling] - sheet->reduction[household];
    const int64_t yearly = left < class->rest[dwelling] ? left : class->rest[dwelling];
    const husly_amount benefit = yearly > 0 ? yearly / 12 : 0;
    return benefit >= sheet->problem->policy.benefit_minimum ? benefit : 0;
}
