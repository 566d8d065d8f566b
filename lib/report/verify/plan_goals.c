/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/plan_goals.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/verify/plan_measures.h"

/* Persons, children, small children or households placed in each area. */
enum head { HEAD_PERSONS, HEAD_SCHOOL, HEAD_DAYCARE };

static int64_t heads_of(const struct household *household, enum head head)
{
    return head == HEAD_PERSONS ? household->persons
                                : children_measure(household, head == HEAD_DAYCARE);
}

/* By area; NULL when memory ran out. */
static const int64_t *count_heads(const husly_problem *problem, const int *placed,
                                  struct arena *arena, enum head head)
{
    int64_t *heads = arena_take(arena, (size_t)problem->area_count + 1, sizeof *heads);
    for (int h = 0; h < problem->household_count && heads != NULL; h++) {
        const int area =
            placed[h] != NONE ? problem_area_of(problem, &problem->dwellings[placed[h]]) : NONE;
        if (area != NONE)
            heads[area] += heads_of(&problem->households[h], head);
    }
    return heads;
}

static void tell_line(struct breakdown_line line, const char *about, breakdown_fn *tell, void *user)
{
    line.about = about;
    tell(&line, user);
}

static bool tell_places(const husly_problem *problem, const int64_t *heads, bool small,
                        breakdown_fn *tell, void *user)
{
    const int64_t weight = problem->weights[small ? HUSLY_WEIGHT_DAYCARE : HUSLY_WEIGHT_SCHOOL];
    for (int a = 0; a < problem->area_count && heads != NULL; a++) {
        const struct area *area = &problem->areas[a];
        const int places = small ? area->daycare : area->school;
        if (places == HUSLY_NO_NUMBER)
            continue;
        const int64_t beyond = heads[a] > places ? heads[a] - places : 0;
        tell_line(breakdown_line(small ? "daycare" : "school", beyond, weight,
                                 -unit_price(weight, 1) * beyond),
                  area->id, tell, user);
    }
    return heads != NULL;
}

bool plan_term_school(const husly_problem *problem, const int *placed, struct arena *arena,
                      breakdown_fn *tell, void *user)
{
    return problem->weights[HUSLY_WEIGHT_SCHOOL] == 0 ||
           tell_places(problem, count_heads(problem, placed, arena, HEAD_SCHOOL), false, tell,
                       user);
}

bool plan_term_daycare(const husly_problem *problem, const int *placed, struct arena *arena,
                       breakdown_fn *tell, void *user)
{
    return problem->weights[HUSLY_WEIGHT_DAYCARE] == 0 ||
           tell_places(problem, count_heads(problem, placed, arena, HEAD_DAYCARE), true, tell,
                       user);
}

bool plan_term_even(const husly_problem *problem, const int *placed, struct arena *arena,
                    breakdown_fn *tell, void *user)
{
    const int64_t weight = problem->weights[HUSLY_WEIGHT_EVEN];
    if (weight == 0)
        return true;
    const int64_t town = town_measure(problem);
    const int64_t *persons = count_heads(problem, placed, arena, HEAD_PERSONS);
    for (int a = 0; a < problem->area_count && persons != NULL; a++) {
        const struct area *area = &problem->areas[a];
        int64_t cost = 0;
        for (int64_t j = persons[a]; j > 0; j--)
            cost += unit_price(weight, area_excess(area, j, town));
        if (area->residents > 0)
            tell_line(breakdown_line("even", persons[a], weight, -cost), area->id, tell, user);
    }
    return persons != NULL;
}

/* The square of the deviation, from its odd summands, each of which may reach the limit. */
static int64_t deviation_cost(int64_t weight, int64_t deviation)
{
    int64_t cost = 0;
    for (int64_t left = deviation < 0 ? -deviation : deviation; left > 0; left--)
        cost += unit_price(weight, left + left - 1);
    return cost;
}

bool plan_term_key(const husly_problem *problem, const int *placed, struct arena *arena,
                   breakdown_fn *tell, void *user)
{
    const int64_t weight = problem->weights[HUSLY_WEIGHT_KEY];
    struct right_count right;
    if (weight == 0)
        return true;
    const struct key_measure *keys = right_count_find(&right, problem, arena)
                                         ? key_measures_find(problem, &right, NULL, arena)
                                         : NULL;
    const int64_t *used = key_measure_used(problem, placed, arena);
    const bool known = keys != NULL && used != NULL;
    for (int o = 0; o < problem->organisation_count && known; o++) {
        const int64_t off = used[o] - keys[o].target;
        if (keys[o].counts)
            tell_line(breakdown_line("key", off, weight, -deviation_cost(weight, off)),
                      problem->organisations[o].id, tell, user);
    }
    return known;
}

/* A household where the plan has it, if others of its group are in the round. */
struct meeting {
    int group, area;
};

static int compare_meetings(const void *one, const void *other)
{
    const struct meeting *a = one, *b = other;
    const int by_group = (a->group > b->group) - (a->group < b->group);
    return by_group != 0 ? by_group : (a->area > b->area) - (a->area < b->area);
}

/* By group, then area; NULL when memory ran out. */
static const struct meeting *list_meetings(const husly_problem *problem, const int *placed,
                                           struct arena *arena, int *count)
{
    struct meeting *list = arena_take(arena, (size_t)problem->household_count + 1, sizeof *list);
    *count = 0;
    for (int h = 0; h < problem->household_count && list != NULL; h++) {
        const int group = problem->households[h].group;
        const int area =
            placed[h] != NONE ? problem_area_of(problem, &problem->dwellings[placed[h]]) : NONE;
        if (group != NONE && area != NONE && problem->group_sizes[group] > 1)
            list[(*count)++] = (struct meeting){group, area};
    }
    if (*count > 1)
        qsort(list, (size_t)*count, sizeof *list, compare_meetings);
    return list;
}

bool plan_term_together(const husly_problem *problem, const int *placed, struct arena *arena,
                        breakdown_fn *tell, void *user)
{
    const int64_t weight = problem->weights[HUSLY_WEIGHT_TOGETHER];
    if (weight == 0)
        return true;
    int count = 0, met = 0;
    const struct meeting *list = list_meetings(problem, placed, arena, &count);
    for (int at = 0; at < count; at++) {
        met++;
        if (at + 1 < count && compare_meetings(&list[at], &list[at + 1]) == 0)
            continue;
        struct text about = {0};
        text_add_format(&about, "%s/%s", problem->groups[list[at].group],
                        problem->areas[list[at].area].id);
        const char *kept = about.failed ? NULL : arena_text(arena, about.bytes, about.size);
        text_free(&about);
        if (kept == NULL)
            return false;
        tell_line(breakdown_line("together", met, weight, -unit_price(weight, 1)), kept, tell,
                  user);
        met = 0;
    }
    return list != NULL;
}
