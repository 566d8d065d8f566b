/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/resolve/resolve.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/words.h"

static husly_status refuse(husly_error *error, const husly_score *given, const char *field,
                           const char *why)
{
    return error_set(error, HUSLY_E_INPUT,
                     (struct place){.source = "scores.csv", .line = given->line, .field = field},
                     "%s", error_words(error, why));
}

static husly_status add_score(husly_problem *problem, const husly_score *given, husly_error *error)
{
    int household = problem_find_household(problem, given->household_id);
    if (household == NONE)
        return refuse(error, given, "household_id",
                      WORDS_LATER("no row of households.csv has this id"));
    if (given->dwelling_id == NULL) {
        int area =
            find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, given->area_id);
        problem->area_scores[problem->area_score_count++] =
            (struct score){household, area, given->score};
        return HUSLY_OK;
    }
    int dwelling = problem_find_dwelling(problem, given->dwelling_id);
    if (dwelling == NONE)
        return refuse(error, given, "dwelling_id",
                      WORDS_LATER("no row of dwellings.csv has this id"));
    problem->dwelling_scores[problem->dwelling_score_count++] =
        (struct score){household, dwelling, given->score};
    return HUSLY_OK;
}

static bool is_sorted(const struct score *scores, int count)
{
    int at = 1;
    while (at < count && score_compare(&scores[at - 1], &scores[at]) <= 0)
        at++;
    return at >= count;
}

/* Most files are in order already, and sorting takes as much memory again. */
static void sort_scores(struct score *scores, int count)
{
    if (!is_sorted(scores, count))
        qsort(scores, (size_t)count, sizeof *scores, score_compare);
}

static size_t count_of_areas(const husly_round *round)
{
    size_t count = 0;
    for (size_t index = 0; index < round->score_count; index++)
        count += round->scores[index].dwelling_id == NULL;
    return count;
}

husly_status resolve_scores(husly_problem *problem, husly_error *error)
{
    const husly_round *round = problem->round;
    const size_t of_areas = count_of_areas(round);
    problem->dwelling_scores = arena_take(problem->arena, round->score_count - of_areas + 1,
                                          sizeof *problem->dwelling_scores);
    problem->area_scores = arena_take(problem->arena, of_areas + 1, sizeof *problem->area_scores);
    if (problem->dwelling_scores == NULL || problem->area_scores == NULL)
        return error_memory(error);
    husly_status status = HUSLY_OK;
    for (size_t index = 0; index < round->score_count && status == HUSLY_OK; index++)
        status = add_score(problem, &round->scores[index], error);
    sort_scores(problem->dwelling_scores, problem->dwelling_score_count);
    sort_scores(problem->area_scores, problem->area_score_count);
    return status;
}
