/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/polish.h"

#include "solve/exact.h"

/* The longest step, in millionths, and how often all multipliers are gone through. */
enum { LONGEST = 4096, ROUNDS = 4 };

static bool may_be(const struct search *search, const struct term *term, int64_t multiplier)
{
    return multiplier >= 0 || (term->kind == TERM_ROW && search->program->rows[term->index].equal);
}

/* Steps that double while they pay; true when any did. */
static bool step(struct search *search, struct bound *bound, struct term *term, int sign,
                 wide *total)
{
    bool any = false;
    for (int64_t size = 1; size <= LONGEST; size *= 2) {
        const int64_t before = term->multiplier;
        if (!may_be(search, term, before + sign * size))
            break;
        term->multiplier += sign * size;
        const wide now = exact_total(search, bound->terms, bound->count);
        if (now >= *total) {
            term->multiplier = before;
            break;
        }
        *total = now;
        any = true;
    }
    return any;
}

void polish(struct search *search, struct node *node)
{
    struct bound bound = exact_bound_kept(search, node->bound);
    wide total = exact_total(search, bound.terms, bound.count);
    bool any = true;
    for (int round = 0; round < ROUNDS && any; round++) {
        any = false;
        for (int at = bound.count - 1; at >= 0; at--) {
            any = step(search, &bound, &bound.terms[at], 1, &total) || any;
            any = step(search, &bound, &bound.terms[at], -1, &total) || any;
            if (search_closes(search, (int64_t)wide_floor(total, MILLION)))
                break;
        }
    }
    bound.value = (int64_t)wide_floor(total, MILLION);
    if (bound.value < node->bound.value)
        node->bound = bound;
}
