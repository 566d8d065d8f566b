/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the goals of stage fit ask: weights, and the columns of areas.csv that have one. */
#include "base/error.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "model/labels.h"
#include "model/resolve/resolve.h"
#include "model/weights.h"

/* What reading lets through. */
enum { MOST_WEIGHT = 1000000, MOST_MEASURE = 1000000, MOST_SCORE = 1000000000 };

static bool begins(const char *text, const char *start)
{
    while (*start != '\0' && *text == *start) {
        text++;
        start++;
    }
    return *start == '\0';
}

/* A weight of its own wins over that of all columns of its sort. */
static int64_t weight_of(const husly_problem *problem, const struct area_measure *measure)
{
    const husly_round *round = problem->round;
    for (size_t i = 0; i < round->measure_weight_count; i++) {
        if (text_equal(round->measure_weights[i].name, measure->name))
            return round->measure_weights[i].weight;
    }
    return problem->weights[measure->is_access ? HUSLY_WEIGHT_ACCESS : HUSLY_WEIGHT_POINTS];
}

static bool name_measures(husly_problem *problem)
{
    const husly_round *round = problem->round;
    struct labels labels = {0};
    for (size_t i = 0; i < round->measure_count; i++)
        labels_add(&labels, round->measures[i].name);
    const char **names = labels_keep(&labels, problem->arena, &problem->measure_count);
    problem->measures = names == NULL
                            ? NULL
                            : arena_take(problem->arena, (size_t)problem->measure_count + 1,
                                         sizeof *problem->measures);
    for (int at = 0; problem->measures != NULL && at < problem->measure_count; at++) {
        struct area_measure *measure = &problem->measures[at];
        measure->name = names[at];
        measure->is_access = begins(measure->name, "access_");
        measure->weight = weight_of(problem, measure);
    }
    return problem->measures != NULL;
}

static bool fill_values(husly_problem *problem)
{
    const husly_round *round = problem->round;
    const size_t width = (size_t)problem->measure_count;
    const size_t count = (size_t)problem->area_count * width;
    problem->measure_values =
        arena_take(problem->arena, count + 1, sizeof *problem->measure_values);
    if (problem->measure_values == NULL)
        return false;
    for (size_t at = 0; at < count; at++)
        problem->measure_values[at] = HUSLY_NO_WEIGHT;
    for (size_t i = 0; i < round->measure_count; i++) {
        const husly_measure *given = &round->measures[i];
        const int area =
            find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, given->area_id);
        const int measure = find_by_id(problem->measures, problem->measure_count,
                                       sizeof *problem->measures, given->name);
        if (area != NONE && measure != NONE)
            problem->measure_values[(size_t)area * width + (size_t)measure] = given->value;
    }
    return true;
}

/* A policy may come from elsewhere than a round, whose reading refuses these with their lines. */
static husly_status demand_policy(const husly_policy *policy, husly_error *error)
{
    if (policy->access_far <= policy->access_near)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "access_far"},
                         "what is far must be more than what is near");
    if (policy->margin_full <= 0)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "margin_full"},
                         "the margin that earns all points must be more than 0");
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++) {
        const int64_t given = policy->weights[weight];
        if (given != HUSLY_NO_WEIGHT && (given < 0 || given > MOST_WEIGHT))
            return error_set(error, HUSLY_E_INPUT, (struct place){.field = "weights"},
                             "a weight is a whole number from 0 to 1000000");
    }
    return HUSLY_OK;
}

/* Sums of the stage, and of the bounds above it, must stay far within 64 bits. */
static bool is_countable(const husly_problem *problem)
{
    wide most = (wide)MOST_SCORE + problem->policy.wish_points;
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++)
        most += problem->weights[weight];
    for (int at = 0; at < problem->measure_count; at++)
        most += (wide)problem->measures[at].weight *
                (problem->measures[at].is_access ? 1 : MOST_MEASURE);
    return most * problem->household_count <= INT64_MAX / 8;
}

husly_status resolve_goals(husly_problem *problem, husly_error *error)
{
    const husly_status status = demand_policy(&problem->policy, error);
    if (status != HUSLY_OK)
        return status;
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++)
        problem->weights[weight] = weight_in_force(&problem->policy, (husly_weight)weight);
    if (!name_measures(problem) || !fill_values(problem))
        return error_memory(error);
    if (!is_countable(problem))
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "weights"},
                         "the points of stage fit do not fit into 64 bits; the weights are too "
                         "large for so many columns and households");
    return HUSLY_OK;
}
