/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/neighbourhood.h"

#include <math.h>

#include "solve/primal/allowance.h"
#include "solve/primal/patch.h"
#include "solve/primal/quarter.h"

/* One neighbourhood may cost so much; it grows while they are easy, for a larger one finds more,
 * and shrinks when the limit came first, for half of the work would go there. */
enum { WORK_A_PATCH = 3000000, WHOLE_PATCHES = 4, FIRST_SIZE = 40, LEAST_SIZE = 8, EASY = 4 };
static const double grows = 1.01, shrinks = 0.93;

/* Columns a group, and what they may lose, in parts of the mean worth of a group's best. */
enum { LEAST_COLUMNS = 10, MOST_COLUMNS = 80, WHOLE_COLUMNS = 1000 };
static const double worthwhile = 0.1;

/* Barren neighbourhoods in a row before it is given up for now. */
enum { MOST_BARREN = 60 };

/* Between cases. */
enum { WORK_A_SLICE = 20000000, MOST_PAUSE = 64 };

struct neighbourhoods {
    struct shortlist list;
    double size;
    struct chance chance;
    int64_t next; /* when to go on between cases */
    int pause;    /* how much longer the cases take then */
    bool done;    /* a neighbourhood was everything, and nothing better is in it */
};

/* In a small program the first neighbourhood is everything. */
static double first_size(const struct search *search)
{
    const bool small = search->program->column_count <= WHOLE_COLUMNS;
    return small && search->program->group_count > FIRST_SIZE ? search->program->group_count
                                                              : FIRST_SIZE;
}

/* In a small program the cases themselves lead to plans. */
static int first_pause(const struct search *search)
{
    return search->all_in ? 8 : 1;
}

static struct neighbourhoods *neighbourhoods_of(struct search *search)
{
    if (search->neighbourhoods != NULL)
        return search->neighbourhoods;
    struct neighbourhoods *it = take(search, 1, sizeof *it);
    it->list = shortlist_of(search, LEAST_COLUMNS, MOST_COLUMNS, worthwhile);
    it->size = first_size(search);
    it->pause = first_pause(search);
    search->neighbourhoods = it;
    return it;
}

void neighbourhoods_renew(struct search *search)
{
    if (search->neighbourhoods != NULL)
        search->neighbourhoods->list =
            shortlist_of(search, LEAST_COLUMNS, MOST_COLUMNS, worthwhile);
}

/* A better plan than the best loses less than the gap; those who stay have lost their part. */
static double loss_of_all(const struct quarters *quarters)
{
    double sum = 0;
    for (int group = 0; group < quarters->search->program->group_count; group++)
        sum += quarters_loss(quarters, group);
    return sum;
}

static double most_loss(const struct neighbourhoods *it, const struct quarters *quarters,
                        const int *groups, int count)
{
    const struct search *search = quarters->search;
    double left = (double)search->root->bound.value - (double)search->best_value;
    left -= loss_of_all(quarters);
    for (int k = 0; k < count; k++)
        left += quarters_loss(quarters, groups[k]);
    const bool is_everything = count == search->program->group_count;
    return is_everything ? fmax(left, 0) : fmin(fmax(left, 0), worthwhile * it->list.scale);
}

/* The limit of one neighbourhood; everything at once is worth more. */
static int64_t work_of(const struct search *search, const struct allowance *allowance, int count)
{
    const int64_t most =
        count == search->program->group_count ? WHOLE_PATCHES * WORK_A_PATCH : WORK_A_PATCH;
    const int64_t left = allowance->begun + allowance->work - search->work;
    return left < most ? left : most;
}

static void adapt(struct neighbourhoods *it, enum patch_end end, int64_t work, int64_t limit)
{
    if (end == PATCH_CUT_OFF)
        it->size *= shrinks;
    else if (work < limit / EASY)
        it->size *= grows;
    it->size = fmax(it->size, LEAST_SIZE);
}

/* One neighbourhood; true when the draft got better. */
static bool look_at_one(struct neighbourhoods *it, struct quarters *quarters,
                        struct patcher *patcher, const struct allowance *allowance)
{
    struct search *search = quarters->search;
    const double usual = worthwhile * it->list.scale;
    int *groups = quarters->groups;
    const int count = quarters_draw(quarters, (int)it->size, usual);
    if (count == 0)
        return false;
    const double loss = most_loss(it, quarters, groups, count);
    const int64_t limit = work_of(search, allowance, count);
    const int64_t before = search->work;
    const enum patch_end end = patch(patcher, groups, count, loss, limit);
    adapt(it, end, search->work - before, limit);
    if (count == search->program->group_count && end == PATCH_CUT_OFF)
        it->size = fmin(it->size, FIRST_SIZE);
    it->done = end == PATCH_BARREN && count == search->program->group_count;
    return end == PATCH_BETTER;
}

bool neighbourhoods_search(struct search *search, const struct allowance *allowance)
{
    struct neighbourhoods *it = neighbourhoods_of(search);
    struct draft draft = draft_of(search, search->best);
    struct patcher *patcher = patcher_of(&draft, &it->list);
    struct quarters quarters = quarters_of(&draft, &it->list, it->chance);
    const int64_t value = search->best_value;
    int barren = 0;
    while (search_goes_on(search) && allowance_used(search, allowance) < 1 && !it->done &&
           barren < MOST_BARREN && !search_meets(search, search->root->bound.value)) {
        barren++;
        if (!look_at_one(it, &quarters, patcher, allowance))
            continue;
        barren = 0;
        draft_offer(&draft);
    }
    it->chance = quarters.chance;
    return search->best_value > value;
}

void neighbourhoods_go_on(struct search *search)
{
    struct neighbourhoods *it = search->neighbourhoods;
    if (it == NULL || search->work < it->next || it->done)
        return;
    const int64_t before = search->work;
    const int64_t part = search->work / ((int64_t)2 * first_pause(search));
    const struct allowance allowance =
        allowance_of(search, 1, part < WORK_A_SLICE ? part : WORK_A_SLICE);
    const bool better = neighbourhoods_search(search, &allowance);
    it->pause = better ? first_pause(search) : it->pause < MOST_PAUSE ? 2 * it->pause : it->pause;
    it->next = search->work + it->pause * (search->work - before);
}
