/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "base/memory.h"
#include "base/wide.h"
#include "model/resolve/resolve.h"

/* A private flat whose owner gives the municipality some of its vacancies. */
struct flat {
    int section, index;
    husly_date available;
};

static bool takes_turns(const husly_problem *problem, const struct dwelling *dwelling)
{
    const husly_section *owner = problem->sections[dwelling->section].given;
    return dwelling->kind == HUSLY_KIND_PRIVATE && owner != NULL && owner->private_right.whole != 0;
}

/* Dwellings are sorted by id already. */
static int compare_flats(const void *one, const void *other)
{
    const struct flat *a = one, *b = other;
    if (a->section != b->section)
        return a->section < b->section ? -1 : 1;
    if (a->available != b->available)
        return a->available < b->available ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* Whether the share of the vacancies, rounded up, grows with the one that comes after so many:
 * `rest` is what the share of those goes beyond a whole one. */
static bool share_grows(husly_share share, int64_t before)
{
    const wide rest = (wide)share.part * before % share.whole;
    return share.part > 0 && (rest == 0 || rest + share.part > share.whole);
}

static size_t list_flats(husly_problem *problem, struct flat *flats)
{
    size_t count = 0;
    for (int index = 0; index < problem->dwelling_count; index++) {
        struct dwelling *dwelling = &problem->dwellings[index];
        dwelling->is_turn = true;
        if (takes_turns(problem, dwelling))
            flats[count++] = (struct flat){dwelling->section, index, dwelling->available};
    }
    return count;
}

static void number_flats(husly_problem *problem, const struct flat *flats, size_t count)
{
    size_t first = 0;
    for (size_t at = 0; at < count; at++) {
        const husly_section *owner = problem->sections[flats[at].section].given;
        struct dwelling *dwelling = &problem->dwellings[flats[at].index];
        if (flats[at].section != flats[first].section)
            first = at;
        const int64_t before = (int64_t)owner->private_vacated_before + (int64_t)(at - first);
        dwelling->turn = before + 1;
        dwelling->is_turn = share_grows(owner->private_right, before);
    }
}

bool resolve_turns(husly_problem *problem)
{
    struct flat *flats = memory_new((size_t)problem->dwelling_count + 1, sizeof *flats);
    if (flats == NULL)
        return false;
    const size_t count = list_flats(problem, flats);
    if (count > 1)
        qsort(flats, count, sizeof *flats, compare_flats);
    number_flats(problem, flats, count);
    memory_free(flats);
    return true;
}
