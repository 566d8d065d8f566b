/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/cuts/cuts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solve/exact.h"
#include "solve/master.h"

/* Coefficients further apart than this would spoil the doubles of the linear program. */
static const int64_t widest = 100000;

static const double shallowest = 0.01;

static bool is_tame(const struct cut_row *cut)
{
    for (int at = 0; at < cut->count; at++) {
        if (llabs(cut->coefficients[at]) > widest)
            return false;
    }
    return true;
}

static double depth_of(const struct search *search, const struct cut_row *cut)
{
    double sum = 0, square = 0;
    for (int at = 0; at < cut->count; at++) {
        if (search->lp_column[cut->columns[at]] == NO_INDEX)
            continue;
        double coefficient = (double)cut->coefficients[at];
        sum += coefficient * master_value(search, cut->columns[at]);
        square += coefficient * coefficient;
    }
    return square > 0 ? (sum - (double)cut->rhs) / sqrt(square) : 0;
}

static bool is_known(const struct search *search, const struct cut_row *cut)
{
    for (int known = search->program->seed_count; known < search->cut_count; known++) {
        const struct cut_row *it = &search->cuts[known];
        if (it->count == cut->count && it->rhs == cut->rhs &&
            memcmp(it->columns, cut->columns, (size_t)cut->count * sizeof *cut->columns) == 0 &&
            memcmp(it->coefficients, cut->coefficients,
                   (size_t)cut->count * sizeof *cut->coefficients) == 0)
            return true;
    }
    return false;
}

static void make_offer_room(struct search *search, struct offers *offers)
{
    int room = offers->room > 0 ? 2 * offers->room : 64;
    struct offer *items = borrow(search, (size_t)room, sizeof *items);
    if (offers->count > 0)
        memcpy(items, offers->items, (size_t)offers->count * sizeof *items);
    offers->items = items;
    offers->room = room;
}

void cuts_offer(struct search *search, struct offers *offers, const struct term *terms, int count)
{
    struct cut_row cut;
    if (count == 0 || !exact_cut(search, terms, count, &cut) || !is_tame(&cut))
        return;
    double depth = depth_of(search, &cut);
    if (depth < shallowest || is_known(search, &cut))
        return;
    if (offers->count == offers->room)
        make_offer_room(search, offers);
    offers->items[offers->count++] = (struct offer){cut.cut, depth};
}

static void *keep(struct search *search, const void *borrowed, int count, size_t size)
{
    void *kept = take(search, (size_t)count + 1, size);
    if (count > 0)
        memcpy(kept, borrowed, (size_t)count * size);
    return kept;
}

static int add_to_list(struct search *search, struct cut_row cut)
{
    if (search->cut_count == search->cut_room)
        search->cuts = take_more(search, search->cuts, search->cut_count, &search->cut_room,
                                 sizeof *search->cuts);
    search->cuts[search->cut_count] = cut;
    return search->cut_count++;
}

static int add_to_pool(struct search *search, struct cut_row cut)
{
    cut.columns = keep(search, cut.columns, cut.count, sizeof *cut.columns);
    cut.coefficients = keep(search, cut.coefficients, cut.count, sizeof *cut.coefficients);
    cut.cut.terms = keep(search, cut.cut.terms, cut.cut.term_count, sizeof *cut.cut.terms);
    return add_to_list(search, cut);
}

/* Most seeds are never asked for their coefficients, and there may be one for every member of a
 * party and dwelling. */
void cuts_take_seeds(struct search *search)
{
    const struct program *program = search->program;
    for (int seed = 0; seed < program->seed_count; seed++)
        add_to_list(search,
                    (struct cut_row){.cut = program->seeds[seed], .lp_row = NO_INDEX, .due = true});
    exact_refresh_cuts(search);
}

/* A cut that says nothing keeps its number all the same. */
static void take_known(struct search *search, const struct cut *it)
{
    struct cut_row cut;
    if (!exact_cut(search, it->terms, it->term_count, &cut))
        cut = (struct cut_row){.cut = *it, .lp_row = NO_INDEX};
    add_to_pool(search, cut);
}

void cuts_inherit(struct search *search, const struct heritage *heritage)
{
    cuts_take_seeds(search);
    for (int cut = search->cut_count; cut < heritage->count && search_goes_on(search); cut++) {
        take_known(search, &heritage->cuts[cut]);
        give_back(search);
    }
}

struct heritage heritage_copy(const struct search *search, struct arena *arena)
{
    const size_t count = (size_t)search->cut_count;
    struct heritage heritage = {claim(arena, count + 1, sizeof(struct cut)),
                                claim(arena, count + 1, sizeof(bool)), search->cut_count};
    for (int cut = search->program->seed_count; cut < search->cut_count; cut++) {
        const struct cut *it = &search->cuts[cut].cut;
        struct term *terms = claim(arena, (size_t)it->term_count + 1, sizeof *terms);
        memcpy(terms, it->terms, (size_t)it->term_count * sizeof *terms);
        heritage.cuts[cut] = (struct cut){terms, it->term_count};
        heritage.pressing[cut] = search->cuts[cut].lp_row != NO_INDEX;
    }
    return heritage;
}

void cuts_press(struct search *search, const struct heritage *heritage)
{
    for (int cut = 0; cut < heritage->count && cut < search->cut_count; cut++) {
        if (heritage->pressing[cut])
            master_add_cut(search, cut);
    }
}

/* Deepest first; among equals the one found first, so that the order is the same everywhere. */
static int deepest(const struct offers *offers)
{
    int best = NO_INDEX;
    for (int at = 0; at < offers->count; at++) {
        if (offers->items[at].depth > 0 &&
            (best == NO_INDEX || offers->items[at].depth > offers->items[best].depth + 1e-9))
            best = at;
    }
    return best;
}

int cuts_round(struct search *search, int most)
{
    struct offers offers = {0};
    cuts_from_weights(search, &offers);
    cuts_from_tableau(search, &offers);
    int taken = 0;
    while (taken < most) {
        int at = deepest(&offers);
        if (at == NO_INDEX)
            break;
        const struct cut *it = &offers.items[at].cut;
        struct cut_row cut;
        offers.items[at].depth = 0;
        if (!exact_cut(search, it->terms, it->term_count, &cut) || is_known(search, &cut))
            continue;
        master_add_cut(search, add_to_pool(search, cut));
        taken++;
    }
    return taken;
}
