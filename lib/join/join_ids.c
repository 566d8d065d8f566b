/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_ids.h"

#include "base/error.h"
#include "io/read/nearest.h"

static husly_status no_household(const husly_problem *problem, const char *id, husly_error *error)
{
    struct nearest nearest = nearest_to(id);
    for (int household = 0; household < problem->household_count; household++)
        nearest_try(&nearest, problem->households[household].id);
    if (problem_find_dwelling(problem, id) != NONE)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                         "there is no household %s; %s is a dwelling: write --dwelling %s", id, id,
                         id);
    if (nearest.best == NULL)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0}, "there is no household %s",
                         id);
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                     "there is no household %s; the nearest is %s", id, nearest.best);
}

static husly_status no_dwelling(const husly_problem *problem, const char *id, husly_error *error)
{
    struct nearest nearest = nearest_to(id);
    for (int dwelling = 0; dwelling < problem->dwelling_count; dwelling++)
        nearest_try(&nearest, problem->dwellings[dwelling].id);
    if (problem_find_household(problem, id) != NONE)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                         "there is no dwelling %s; %s is a household: write it without "
                         "--dwelling",
                         id, id);
    if (nearest.best == NULL)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0}, "there is no dwelling %s", id);
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                     "there is no dwelling %s; the nearest is %s", id, nearest.best);
}

husly_status demand_household(const husly_problem *problem, const char *id, int *household,
                              husly_error *error)
{
    *household = problem_find_household(problem, id);
    return *household == NONE ? no_household(problem, id, error) : HUSLY_OK;
}

husly_status demand_dwelling(const husly_problem *problem, const char *id, int *dwelling,
                             husly_error *error)
{
    *dwelling = problem_find_dwelling(problem, id);
    return *dwelling == NONE ? no_dwelling(problem, id, error) : HUSLY_OK;
}
