/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_leaf.h"

#include "base/words.h"
#include "report/certificate/leaf_fixings.h"

const wide *leaf_worth(struct certificate_check *check, int household, const struct pair_list *list)
{
    wide *worth = check->worth + (check->kept.stored ? list->slot : 0);
    const int64_t *points = list->points[check->stage];
    price_table_fill(&check->prices, household, list, worth);
    for (int k = 0; k < list->count; k++)
        worth[k] = (wide)points[k] * MILLIONTHS - worth[k];
    return worth;
}

/* Stored pairs are worked out for all households at once, since cuts name them by slots. */
static void fill_stored(struct certificate_check *check)
{
    const struct certificate_parts *parts = &check->parts;
    for (int at = parts->first_member[check->part]; at < parts->first_member[check->part + 1];
         at++) {
        const struct pair_list list = kept_pairs_of(&check->kept, parts->members[at]);
        leaf_worth(check, parts->members[at], &list);
    }
    for (int cut = 0; cut < check->prices.cut_count; cut++) {
        const struct cut_price *price = &check->prices.cuts[cut];
        for (int at = 0; at < price->row->pair_count; at++)
            check->worth[price->row->pairs[at].slot] -=
                (wide)price->multiplier * price->row->pairs[at].coefficient;
    }
}

/* A household's pairs with what each is worth; NULL where it has none here. */
static const wide *take_pairs(struct certificate_check *check, int household,
                              struct pair_list *list)
{
    *list = kept_pairs_of(&check->kept, household);
    return check->kept.stored ? check->worth + list->slot : leaf_worth(check, household, list);
}

static struct leaf_best fixed_best(const struct pair_list *list, const wide *worth, int stage,
                                   int dwelling)
{
    int k = 0;
    while (list->dwellings[k] != dwelling)
        k++;
    return (struct leaf_best){dwelling, true, list->points[stage][k], worth[k]};
}

struct leaf_best leaf_best_of(struct certificate_check *check, int household, int preferred)
{
    struct pair_list list;
    struct leaf_best best = {.dwelling = NONE};
    if (check->parts.part_of[household] != check->part)
        return best;
    const wide *worth = take_pairs(check, household, &list);
    if (check->used[household] != NONE)
        return fixed_best(&list, worth, check->stage, check->used[household]);
    int found = NONE;
    wide most = 0;
    for (int k = 0; k < list.count && !check->unhoused[household]; k++) {
        const bool ties = list.dwellings[k] == preferred && worth[k] == most;
        const bool first = check->housed[household] && found == NONE;
        if ((worth[k] > most || ties || first) && !list.aside[k] &&
            !leaf_refuses(check, household, list.dwellings[k])) {
            most = worth[k];
            found = k;
        }
    }
    if (found != NONE)
        best = (struct leaf_best){list.dwellings[found], false, list.points[check->stage][found],
                                  most};
    return best;
}

/* The most that a household can add: its fixed pair's term, else its best, else nothing. */
static wide household_share(struct certificate_check *check, int household)
{
    struct pair_list list;
    const wide *worth = take_pairs(check, household, &list);
    wide most = 0;
    if (check->used[household] != NONE)
        return fixed_best(&list, worth, check->stage, check->used[household]).worth;
    if (check->unhoused[household])
        return 0;
    if (check->housed[household] || check->refuses[household])
        return leaf_best_of(check, household, NONE).worth;
    for (int k = 0; k < list.count; k++) {
        if (worth[k] > most && !list.aside[k])
            most = worth[k];
    }
    return most;
}

int64_t leaf_count_number(const struct certificate_check *check, int count, wide *each)
{
    *each = (wide)certificate_count_points(&check->rows, check->stage, count) * MILLIONTHS -
            check->prices.of_count[count];
    return *each > 0 ? check->high[count] : check->low[count];
}

/* The most that a count can add; false when it is beyond 128 bits. */
static bool add_count(const struct certificate_check *check, int count, wide *total)
{
    wide each = 0, product = 0;
    const int64_t number = leaf_count_number(check, count, &each);
    return !__builtin_mul_overflow(each, (wide)number, &product) && wide_add(total, product);
}

bool leaf_sum(struct certificate_check *check, const struct leaf_entry *leaf, bool *empty,
              wide *sum)
{
    const struct certificate_parts *parts = &check->parts;
    bool held = true;
    *sum = check->prices.rhs;
    *empty = !leaf_fix(check, &leaf->cases);
    if (check->rows.failed)
        return false;
    if (*empty)
        return true;
    if (check->kept.stored)
        fill_stored(check);
    for (int at = parts->first_member[check->part]; at < parts->first_member[check->part + 1]; at++)
        held = wide_add(sum, household_share(check, parts->members[at])) && held;
    for (int at = 0; at < check->prices.count_count; at++)
        held = add_count(check, check->prices.counts[at], sum) && held;
    if (!held)
        complain_of_line(check, leaf->block.lines, CERTIFICATE_LEAF,
                         WORDS_LATER("the leaf's numbers are too large"));
    return held;
}

bool leaf_bound(struct certificate_check *check, const struct leaf_entry *leaf, bool *empty,
                wide *bound)
{
    wide sum = 0;
    if (!terms_load(check, &leaf->block, TERM_IN_LEAF) || !leaf_sum(check, leaf, empty, &sum))
        return false;
    *bound = wide_floor(sum, MILLIONTHS);
    return true;
}
