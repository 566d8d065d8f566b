/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/reason/rule_masks.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "rules/benefit.h"

int mask_next(const uint64_t *mask, size_t words, int from)
{
    size_t word = (size_t)from / 64;
    if (word >= words)
        return NONE;
    uint64_t left = mask[word] & (UINT64_MAX << (from % 64));
    while (left == 0 && ++word < words)
        left = mask[word];
    return left != 0 ? (int)(64 * word) + __builtin_ctzll(left) : NONE;
}

int mask_count(const uint64_t *mask, size_t words)
{
    int count = 0;
    for (size_t word = 0; word < words; word++)
        count += __builtin_popcountll(mask[word]);
    return count;
}

static struct mask_sort sort_of(const husly_problem *problem, int household, int rule)
{
    const struct household *people = &problem->households[household];
    const husly_household *given = people->given;
    switch (rule) {
    case RULE_KIND:
        return (struct mask_sort){(int64_t)people->adults << 32 | people->children, people->student,
                                  given->labels};
    case RULE_SIZE:
        return (struct mask_sort){people->persons, people->expected_persons, NULL};
    case RULE_ACCESS:
        return (struct mask_sort){people->step_free, 0, NULL};
    case RULE_AREA:
        return (struct mask_sort){people->municipality, 0, given->avoid};
    case RULE_TIME:
        return (struct mask_sort){given->arrival, given->hojskole_from, NULL};
    default:
        return (struct mask_sort){0, 0, NULL};
    }
}

static bool is_same_sort(struct mask_sort a, struct mask_sort b)
{
    return a.one == b.one && a.other == b.other && text_equal(a.text, b.text);
}

static uint64_t hash_of(struct mask_sort sort)
{
    uint64_t hash = (uint64_t)sort.one * 31 + (uint64_t)sort.other;
    for (const char *at = sort.text; at != NULL && *at != '\0'; at++)
        hash = hash * 31 + (unsigned char)*at;
    return hash * UINT64_C(0x9e3779b97f4a7c15) >> 32;
}

/* Where the sort's mask is kept, or may be: a free place near its own, else its own. */
static struct kept_mask *place_of(struct rule_masks *masks, int rule, struct mask_sort sort)
{
    enum { TRIES = 8 };
    const uint64_t own = hash_of(sort);
    for (uint64_t at = own; at < own + TRIES; at++) {
        struct kept_mask *kept = &masks->kept[rule][at % KEPT_MASKS];
        if (kept->bits == NULL || is_same_sort(kept->sort, sort))
            return kept;
    }
    return &masks->kept[rule][own % KEPT_MASKS];
}

static void judge_all(const struct rule_masks *masks, int rule, uint64_t *bits)
{
    const husly_problem *problem = &masks->undecided;
    memset(bits, 0, masks->words * sizeof *bits);
    for (int d = 0; d < problem->dwelling_count; d++) {
        if (!rules[rule]->judge(problem, masks->household, d).holds)
            mask_put(bits, d, true);
    }
}

/* The mask of the household's sort; NULL when memory ran out. */
static const uint64_t *mask_of_sort(struct rule_masks *masks, int rule)
{
    const struct mask_sort sort = sort_of(masks->problem, masks->household, rule);
    struct kept_mask *kept = place_of(masks, rule, sort);
    if (kept->bits != NULL && is_same_sort(kept->sort, sort))
        return kept->bits;
    if (kept->bits == NULL)
        kept->bits = arena_take(masks->arena, masks->words + 1, sizeof *kept->bits);
    kept->sort = sort;
    if (kept->bits != NULL)
        judge_all(masks, rule, kept->bits);
    return kept->bits;
}

/* The first of the sorted scores that are the household's. */
static int first_score(const struct score *scores, int count, int household)
{
    int low = 0, high = count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (scores[middle].household < household)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void mark_areas(struct rule_masks *masks, bool scored)
{
    const husly_problem *problem = masks->problem;
    const struct score *scores = problem->area_scores;
    for (int at = first_score(scores, problem->area_score_count, masks->household);
         at < problem->area_score_count && scores[at].household == masks->household; at++) {
        if (scores[at].target != NONE)
            masks->scored_areas[scores[at].target] = scored;
    }
}

/* Where only scored pairs count, all others are decided against. */
static void break_unscored(struct rule_masks *masks)
{
    const husly_problem *problem = masks->problem;
    const struct score *scores = problem->dwelling_scores;
    uint64_t *broken = masks->broken[RULE_DECISION];
    if (!problem->policy.only_scored_pairs)
        return;
    mark_areas(masks, true);
    int own = first_score(scores, problem->dwelling_score_count, masks->household);
    for (int d = 0; d < problem->dwelling_count; d++) {
        const int area = problem_area_of(problem, &problem->dwellings[d]);
        while (own < problem->dwelling_score_count && scores[own].household == masks->household &&
               scores[own].target < d)
            own++;
        const bool scored = own < problem->dwelling_score_count &&
                            scores[own].household == masks->household && scores[own].target == d;
        if (!scored && (area == NONE || !masks->scored_areas[area]))
            mask_put(broken, d, true);
    }
    mark_areas(masks, false);
}

/* The first of the sorted decisions that are the household's. */
static int first_decision(const husly_problem *problem, int household)
{
    int low = 0, high = problem->decision_count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (problem->decisions[middle].household < household)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void judge_decided(struct rule_masks *masks, int dwelling)
{
    for (int rule = 0; rule < PAIR_RULES; rule++)
        mask_put(masks->broken[rule], dwelling,
                 !rules[rule]->judge(masks->problem, masks->household, dwelling).holds);
}

/* A pin speaks for the whole party. */
static void judge_decisions(struct rule_masks *masks)
{
    const husly_problem *problem = masks->problem;
    const int party = problem->households[masks->household].party;
    int of = party != NONE ? problem->of_party.first[party] : masks->household;
    for (; of != NONE && problem->decision_count > 0; of = problem->of_party.next[of]) {
        for (int at = first_decision(problem, of);
             at < problem->decision_count && problem->decisions[at].household == of; at++) {
            if (of == masks->household || problem->decisions[at].given->decision == HUSLY_PIN)
                judge_decided(masks, problem->decisions[at].dwelling);
        }
    }
}

/* Housing benefit is worked out only where the rent is neither within the budget without it, nor
 * beyond it with as much as the household can get. */
bool rule_masks_pay(const struct rule_masks *masks, int dwelling)
{
    const struct household *people = &masks->problem->households[masks->household];
    const struct dwelling *home = &masks->problem->dwellings[dwelling];
    const husly_amount over = home->rent + home->utilities - people->budget;
    if (!masks->problem->policy.affordability || people->adults == 0 || over <= 0)
        return true;
    if (over > masks->benefit &&
        problem_decision(masks->problem, masks->household, dwelling) == NULL)
        return false;
    return rules[RULE_RENT]->judge(masks->problem, masks->household, dwelling).holds;
}

static void find_lawful(struct rule_masks *masks)
{
    for (size_t word = 0; word < masks->words; word++) {
        masks->lawful[word] = masks->permanent[word];
        for (int rule = 0; rule < PAIR_RULES; rule++)
            masks->lawful[word] &= rule == RULE_RENT ? UINT64_MAX : ~masks->broken[rule][word];
        for (uint64_t left = masks->lawful[word]; left != 0; left &= left - 1) {
            const int dwelling = (int)(64 * word) + __builtin_ctzll(left);
            if (!rule_masks_pay(masks, dwelling))
                masks->lawful[word] &= ~(left & (~left + 1));
        }
    }
}

void rule_masks_look(struct rule_masks *masks, int household)
{
    masks->household = household;
    masks->benefit = benefit_most(masks->problem, household);
    for (int rule = 0; rule < PAIR_RULES && !masks->failed; rule++) {
        if (rule == RULE_RENT)
            continue;
        const uint64_t *shared = mask_of_sort(masks, rule);
        masks->failed = shared == NULL;
        if (shared != NULL)
            memcpy(masks->broken[rule], shared, masks->words * sizeof *shared);
    }
    if (masks->failed)
        return;
    break_unscored(masks);
    judge_decisions(masks);
    find_lawful(masks);
}

void rule_masks_look_at_rents(struct rule_masks *masks)
{
    for (int d = 0; d < masks->problem->dwelling_count; d++)
        mask_put(masks->broken[RULE_RENT], d, !rule_masks_pay(masks, d));
}

bool rule_masks_open(struct rule_masks *masks, const husly_problem *problem, struct arena *arena)
{
    const size_t words = ((size_t)problem->dwelling_count + 63) / 64;
    *masks = (struct rule_masks){.problem = problem,
                                 .undecided = *problem,
                                 .arena = arena,
                                 .words = words,
                                 .household = NONE};
    masks->undecided.decision_count = 0;
    masks->undecided.policy.only_scored_pairs = false;
    masks->permanent = arena_take(arena, words + 1, sizeof(uint64_t));
    masks->lawful = arena_take(arena, words + 1, sizeof(uint64_t));
    masks->scored_areas = arena_take(arena, (size_t)problem->area_count + 1, sizeof(bool));
    masks->failed =
        masks->permanent == NULL || masks->lawful == NULL || masks->scored_areas == NULL;
    for (int rule = 0; rule < PAIR_RULES && !masks->failed; rule++) {
        masks->broken[rule] = arena_take(arena, words + 1, sizeof(uint64_t));
        masks->failed = masks->broken[rule] == NULL;
    }
    for (int d = 0; d < problem->dwelling_count && !masks->failed; d++)
        mask_put(masks->permanent, d, problem->dwellings[d].kind != HUSLY_KIND_TRANSIT);
    return !masks->failed;
}
