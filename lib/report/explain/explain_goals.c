/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_goals.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "report/verify/fit_terms.h"
#include "report/verify/plan_terms.h"

struct difference {
    const char *term;
    int64_t points;
    int place; /* in which it was met first */
};

/* What the terms of one plan have beyond those of another. */
struct differences {
    struct arena *arena;
    struct difference *terms;
    int count, room;
    int sign; /* of the lines being told */
    bool failed;
};

static bool make_room(struct differences *differences)
{
    if (differences->count < differences->room)
        return true;
    const int room = differences->room == 0 ? 32 : 2 * differences->room;
    struct difference *terms = arena_take(differences->arena, (size_t)room, sizeof *terms);
    if (terms == NULL)
        return false;
    if (differences->count > 0)
        memcpy(terms, differences->terms, (size_t)differences->count * sizeof *terms);
    differences->terms = terms;
    differences->room = room;
    return true;
}

static void add_line(const struct breakdown_line *line, void *user)
{
    struct differences *differences = user;
    int at = 0;
    while (at < differences->count && !text_equal(differences->terms[at].term, line->term))
        at++;
    if (at == differences->count) {
        differences->failed = differences->failed || !make_room(differences);
        if (differences->failed)
            return;
        differences->terms[differences->count++] = (struct difference){line->term, 0, at};
    }
    differences->terms[at].points += differences->sign * line->points;
}

static void add_plan(struct differences *differences, const struct answer *answer,
                     const int *placed, int sign)
{
    const husly_problem *problem = answer->problem;
    struct breakdown_line line;
    differences->sign = sign;
    for (int h = 0; h < problem->household_count; h++) {
        for (int number = 0; number < fit_term_count(problem) && placed[h] != NONE; number++) {
            if (fit_term(problem, h, placed[h], number, &line))
                add_line(&line, differences);
        }
    }
    if (!plan_terms_tell(problem, placed, differences->arena, add_line, differences))
        differences->failed = true;
}

/* The plan that the option's changes lead to; NULL when memory ran out. */
static const int *changed_plan(const struct answer *answer, const husly_option *option,
                               struct arena *arena)
{
    const size_t households = (size_t)answer->problem->household_count;
    int *placed = arena_take(arena, households + 1, sizeof *placed);
    if (placed == NULL)
        return NULL;
    memcpy(placed, answer->explanation->placed, households * sizeof *placed);
    for (size_t at = 0; at < option->change_count; at++) {
        const husly_change *change = &option->changes[at];
        const int household = problem_find_household(answer->problem, change->household_id);
        if (household != NONE)
            placed[household] = problem_find_dwelling(answer->problem, change->to);
    }
    return placed;
}

static int64_t size_of(const struct difference *difference)
{
    return difference->points < 0 ? -difference->points : difference->points;
}

static int compare_differences(const void *one, const void *other)
{
    const struct difference *a = one, *b = other;
    if (size_of(a) != size_of(b))
        return size_of(a) > size_of(b) ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

/* "wish −200, margin +3" */
static void add_differences(const struct answer *answer, const struct differences *differences,
                            struct text *told)
{
    for (int at = 0; at < differences->count; at++) {
        const struct difference *it = &differences->terms[at];
        if (it->points == 0)
            continue;
        if (told->size > 0)
            text_add_string(told, ", ");
        term_name_add(told, it->term, answer->language == HUSLY_DANISH);
        text_add_format(told, " %s%lld", it->points < 0 ? "−" : "+", (long long)size_of(it));
    }
}

static bool find_differences(const struct answer *answer, const husly_option *option,
                             struct differences *differences)
{
    const int *placed = changed_plan(answer, option, differences->arena);
    if (placed == NULL)
        return false;
    add_plan(differences, answer, placed, 1);
    add_plan(differences, answer, answer->explanation->placed, -1);
    if (differences->count > 1)
        qsort(differences->terms, (size_t)differences->count, sizeof *differences->terms,
              compare_differences);
    return !differences->failed;
}

static bool counts_fit(const husly_policy *policy)
{
    for (int stage = 0; stage < policy->stage_count; stage++) {
        if (policy->stages[stage] == HUSLY_STAGE_FIT)
            return true;
    }
    return false;
}

void goals_tell_difference(const struct answer *answer, struct page *page,
                           const husly_option *option)
{
    if (!counts_fit(&answer->problem->policy))
        return;
    struct differences differences = {.arena = arena_new()};
    struct text told = {0};
    if (differences.arena != NULL && find_differences(answer, option, &differences))
        add_differences(answer, &differences, &told);
    else
        answer->out->failed = true;
    if (told.size > 0) {
        text_add_words(answer->out, answer->language, "Goal by goal, that plan differs by: %s.",
                       text_string(&told));
        page_end_line(page, 0);
    }
    answer->out->failed = answer->out->failed || told.failed;
    text_free(&told);
    arena_free(differences.arena);
}
