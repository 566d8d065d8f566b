/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/place_lists.h"

#include "base/memory.h"

static int key_of(const husly_problem *problem, const struct right_count *right, enum place_set set,
                  int d)
{
    const struct dwelling *home = &problem->dwellings[d];
    const bool counted = home->kind == HUSLY_KIND_FAMILY || home->kind == HUSLY_KIND_YOUTH;
    switch (set) {
    case PLACES_SECTION:
        return home->section;
    case PLACES_AREA:
        return problem_area_of(problem, home);
    case PLACES_UNIT:
        return right->unit_of[d];
    case PLACES_KEY:
        return counted ? problem->sections[home->section].organisation : NONE;
    case PLACES_DWELLING:
        return d;
    case PLACES_ALL:
    case PLACES_END:
        break;
    }
    return 0;
}

static int place_count(const husly_problem *problem, const struct right_count *right,
                       enum place_set set)
{
    const int counts[PLACES_END] = {1,
                                    problem->dwelling_count,
                                    problem->section_count,
                                    problem->area_count,
                                    right->count,
                                    problem->organisation_count};
    return counts[set];
}

static bool list(struct place_lists *out, const husly_problem *problem,
                 const struct right_count *right, enum place_set set, struct arena *arena)
{
    const int places = place_count(problem, right, set);
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    int *keys = arena_take(arena, dwellings, sizeof *keys);
    int *first = arena_take(arena, (size_t)places + 2, sizeof *first);
    int *listed = arena_take(arena, dwellings, sizeof *listed);
    if (keys == NULL || first == NULL || listed == NULL)
        return false;
    for (int d = 0; d < problem->dwelling_count; d++) {
        keys[d] = key_of(problem, right, set, d);
        if (keys[d] != NONE)
            first[keys[d] + 2]++;
    }
    for (int place = 0; place < places; place++)
        first[place + 2] += first[place + 1];
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (keys[d] != NONE)
            listed[first[keys[d] + 1]++] = d;
    }
    out->key_of[set] = keys;
    out->first[set] = first;
    out->dwellings[set] = listed;
    return true;
}

bool place_lists_find(struct place_lists *out, const husly_problem *problem,
                      const struct right_count *right, struct arena *arena)
{
    *out = (struct place_lists){.dwelling_count = problem->dwelling_count};
    bool done = true;
    for (int set = PLACES_ALL; set < PLACES_END && done; set++)
        done = list(out, problem, right, (enum place_set)set, arena);
    return done;
}

struct place_list place_lists_of(const struct place_lists *lists, enum place_set set, int place)
{
    const int at = set == PLACES_ALL ? 0 : place;
    const int first = lists->first[set][at];
    return (struct place_list){lists->dwellings[set] + first, lists->first[set][at + 1] - first};
}
