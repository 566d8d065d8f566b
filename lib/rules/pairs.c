/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/pairs.h"

#include "base/memory.h"

static bool pairs_open(struct pairs *out, const husly_problem *problem)
{
    const size_t households = (size_t)problem->household_count;
    *out = (struct pairs){.dwelling_words = bits_words(problem->dwelling_count),
                          .section_words = bits_words(problem->section_count),
                          .area_words = bits_words(problem->area_count)};
    out->dwellings = memory_new(households * out->dwelling_words + 1, sizeof(uint64_t));
    out->sections = memory_new(households * out->section_words + 1, sizeof(uint64_t));
    out->areas = memory_new(households * out->area_words + 1, sizeof(uint64_t));
    out->takers = memory_new((size_t)problem->dwelling_count + 1, sizeof *out->takers);
    return out->dwellings != NULL && out->sections != NULL && out->areas != NULL &&
           out->takers != NULL;
}

static void count_household(const struct pairs *pairs, const husly_problem *problem, int household)
{
    const int persons = problem->households[household].persons;
    const int end = problem->dwelling_count;
    const uint64_t *dwellings = pairs_of(pairs, household);
    for (int at = bits_next(dwellings, 0, end); at < end; at = bits_next(dwellings, at + 1, end)) {
        const int section = problem->dwellings[at].section;
        struct takers *takers = &pairs->takers[at];
        takers->households++;
        takers->singles += persons == 1;
        takers->persons += persons;
        takers->most_persons = persons > takers->most_persons ? persons : takers->most_persons;
        bits_add(pairs_sections(pairs, household), section);
        if (problem->sections[section].area != NONE)
            bits_add(pairs_areas(pairs, household), problem->sections[section].area);
    }
}

bool pairs_find(struct pairs *out, const husly_problem *problem)
{
    if (!pairs_open(out, problem) || !pairs_list(out, problem))
        return false;
    for (int household = 0; household < problem->household_count; household++)
        count_household(out, problem, household);
    return true;
}

void pairs_free(struct pairs *pairs)
{
    memory_free(pairs->dwellings);
    memory_free(pairs->sections);
    memory_free(pairs->areas);
    memory_free(pairs->takers);
    *pairs = (struct pairs){0};
}
