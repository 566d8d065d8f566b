/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/verify.h"

#include "base/memory.h"

static bool take_plan(struct verification *verification)
{
    const size_t households = (size_t)verification->problem->household_count + 1;
    struct arena *arena = verification->arena;
    verification->placed = arena_take(arena, households, sizeof *verification->placed);
    verification->temporary = arena_take(arena, households, sizeof *verification->temporary);
    verification->listed = arena_take(arena, households, sizeof *verification->listed);
    if (verification->placed == NULL || verification->temporary == NULL ||
        verification->listed == NULL)
        return false;
    for (size_t h = 0; h < households; h++)
        verification->placed[h] = verification->temporary[h] = NONE;
    return lawful_pairs_find(&verification->pairs, verification->problem, arena) &&
           right_count_find(&verification->right, verification->problem, arena);
}

bool verify_result(struct verification *verification)
{
    if (!take_plan(verification))
        return false;
    verify_placements(verification);
    /* before the figures, which a placement that breaks one upsets */
    if (!verify_rules(verification))
        return false;
    verify_figures(verification);
    if (!verify_stages(verification))
        return false;
    if (verification->hand_made)
        return true;
    if (!verify_breakdown(verification) || !verify_unplaced(verification) ||
        !verify_temporary(verification))
        return false;
    verify_costs(verification);
    return verify_summary(verification);
}
