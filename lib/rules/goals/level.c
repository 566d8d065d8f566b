/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/goals/level.h"

#include "base/wide.h"

int64_t level_of(int64_t refugees, int64_t residents)
{
    return 1000 * refugees / residents;
}

/* Of all areas that have residents. */
struct town {
    int64_t refugees, residents;
};

static struct town town_of(const husly_problem *problem, const int64_t *placed)
{
    struct town town = {0, 0};
    for (int area = 0; area < problem->area_count; area++) {
        if (problem->areas[area].residents <= 0)
            continue;
        town.refugees += problem->areas[area].refugees + (placed != NULL ? placed[area] : 0);
        town.residents += problem->areas[area].residents;
    }
    return town;
}

int64_t level_of_town(const husly_problem *problem)
{
    struct town town = town_of(problem, NULL);
    for (int household = 0; household < problem->household_count; household++)
        town.refugees += problem->households[household].persons;
    return town.residents > 0 ? level_of(town.refugees, town.residents) : 0;
}

/* Σ residents × |refugees / residents − F / R| / R is Σ |refugees × R − residents × F| / R². */
int64_t level_deviation(const husly_problem *problem, const int64_t *placed)
{
    struct town town = town_of(problem, placed);
    wide apart = 0, whole = (wide)town.residents * town.residents;
    for (int index = 0; index < problem->area_count; index++) {
        const struct area *area = &problem->areas[index];
        if (area->residents <= 0)
            continue;
        wide refugees = (wide)area->refugees + placed[index];
        wide off = refugees * town.residents - (wide)area->residents * town.refugees;
        apart += off < 0 ? -off : off;
    }
    return whole > 0 ? (int64_t)wide_floor((wide)2000000 * apart + whole, 2 * whole) : 0;
}
