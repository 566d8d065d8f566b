/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/wide.h"
#include "model/resolve/resolve.h"

static bool is_flat_of(const struct dwelling *dwelling, int section)
{
    return dwelling->kind == HUSLY_KIND_PRIVATE && dwelling->section == section;
}

/* Dwellings are sorted by id already. */
static int count_before(const husly_problem *problem, int index)
{
    const struct dwelling *flat = &problem->dwellings[index];
    int count = 0;
    for (int other = 0; other < problem->dwelling_count; other++) {
        const struct dwelling *it = &problem->dwellings[other];
        const bool earlier =
            it->available < flat->available || (it->available == flat->available && other < index);
        count += is_flat_of(it, flat->section) && earlier;
    }
    return count;
}

/* Whether the share of the vacancies, rounded up, grows with the one that comes after so many:
 * `rest` is what the share of those goes beyond a whole one. */
static bool share_grows(husly_share share, int64_t before)
{
    const wide rest = (wide)share.part * before % share.whole;
    return share.part > 0 && (rest == 0 || rest + share.part > share.whole);
}

void resolve_turns(husly_problem *problem)
{
    for (int index = 0; index < problem->dwelling_count; index++) {
        struct dwelling *dwelling = &problem->dwellings[index];
        const husly_section *owner = problem->sections[dwelling->section].given;
        dwelling->is_turn = true;
        if (dwelling->kind != HUSLY_KIND_PRIVATE || owner == NULL ||
            owner->private_right.whole == 0)
            continue;
        const int64_t before =
            (int64_t)owner->private_vacated_before + count_before(problem, index);
        dwelling->is_turn = share_grows(owner->private_right, before);
    }
}
