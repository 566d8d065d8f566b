/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/lawful_pairs.h"

#include <string.h>

#include "base/bits.h"
#include "base/memory.h"
#include "report/certificate/lawful_masks.h"
#include "rules/rule.h"

/* What finding them needs beside the pairs. */
struct finding {
    struct lawful_pairs *pairs;
    const husly_problem *problem;
    struct lawful_masks masks;
    husly_amount *gross; /* by dwelling: rent and utilities, øre a month */
    uint64_t *scored;    /* scratch */
};

static uint64_t *row_of(const struct lawful_pairs *pairs, int household)
{
    return pairs->bits + (size_t)household * pairs->words;
}

/* Rule 3. The benefit is never below 0, so it is worked out only where the rent alone is too high.
 */
static void take_out_rent(const struct finding *finding, int household, uint64_t *row)
{
    const struct household *people = &finding->problem->households[household];
    if (!finding->problem->policy.affordability || people->adults == 0)
        return;
    for (size_t word = 0; word < finding->pairs->words; word++) {
        for (uint64_t left = row[word]; left != 0; left &= left - 1) {
            const int d = (int)(64 * word) + __builtin_ctzll(left);
            const husly_amount over = finding->gross[d] - people->budget;
            if (over > 0 && over > benefit_sheet_pair(&finding->pairs->benefits, household, d))
                row[word] &= ~(left & (~left + 1));
        }
    }
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

static void keep_scored(const struct finding *finding, int household, uint64_t *row)
{
    const husly_problem *problem = finding->problem;
    const size_t words = finding->pairs->words;
    if (!problem->policy.only_scored_pairs)
        return;
    memset(finding->scored, 0, words * sizeof *finding->scored);
    const struct score *own = problem->dwelling_scores, *of_areas = problem->area_scores;
    for (int at = first_score(own, problem->dwelling_score_count, household);
         at < problem->dwelling_score_count && own[at].household == household; at++)
        bits_add(finding->scored, own[at].target);
    for (int at = first_score(of_areas, problem->area_score_count, household);
         at < problem->area_score_count && of_areas[at].household == household; at++) {
        const uint64_t *there = finding->masks.area_bits[of_areas[at].target];
        for (size_t word = 0; word < words && there != NULL; word++)
            finding->scored[word] |= there[word];
    }
    for (size_t word = 0; word < words; word++)
        row[word] &= finding->scored[word];
}

static bool find_row(struct finding *finding, int household)
{
    uint64_t *row = row_of(finding->pairs, household);
    if (!lawful_masks_row(&finding->masks, household, row))
        return false;
    keep_scored(finding, household, row);
    take_out_rent(finding, household, row);
    return true;
}

static void judge_pair(const struct finding *finding, int household, int dwelling)
{
    const bool lawful = finding->problem->dwellings[dwelling].kind != HUSLY_KIND_TRANSIT &&
                        rules_judge(finding->problem, household, dwelling);
    uint64_t *row = row_of(finding->pairs, household);
    if (lawful)
        bits_add(row, dwelling);
    else
        bits_drop(row, dwelling);
}

/* What a decision names is judged by itself; a pin speaks for its whole party. */
static void judge_decided(const struct finding *finding)
{
    const husly_problem *problem = finding->problem;
    for (int at = 0; at < problem->decision_count; at++) {
        const struct decision *row = &problem->decisions[at];
        const int party = problem->households[row->household].party;
        judge_pair(finding, row->household, row->dwelling);
        for (int h = 0; h < problem->household_count; h++) {
            if (row->given->decision == HUSLY_PIN && party != NONE &&
                problem->households[h].party == party)
                judge_pair(finding, h, row->dwelling);
        }
    }
}

static bool finding_open(struct finding *finding, const husly_problem *problem, struct arena *arena)
{
    struct lawful_pairs *pairs = finding->pairs;
    const size_t households = (size_t)problem->household_count + 1;
    pairs->bits = arena_take(arena, households * pairs->words + 1, sizeof *pairs->bits);
    pairs->count_of = arena_take(arena, households, sizeof *pairs->count_of);
    finding->gross = arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof(husly_amount));
    finding->scored = arena_take(arena, pairs->words + 1, sizeof *finding->scored);
    if (pairs->bits == NULL || pairs->count_of == NULL || finding->gross == NULL ||
        finding->scored == NULL || !benefit_sheet_find(&pairs->benefits, problem, arena))
        return false;
    for (int d = 0; d < problem->dwelling_count; d++)
        finding->gross[d] = problem->dwellings[d].rent + problem->dwellings[d].utilities;
    return lawful_masks_open(&finding->masks, problem, pairs->words, arena);
}

bool lawful_pairs_find(struct lawful_pairs *out, const husly_problem *problem, struct arena *arena)
{
    *out = (struct lawful_pairs){.household_count = problem->household_count,
                                 .dwelling_count = problem->dwelling_count,
                                 .words = bits_words(problem->dwelling_count)};
    struct finding finding = {.pairs = out, .problem = problem};
    bool done = finding_open(&finding, problem, arena);
    for (int h = 0; h < problem->household_count && done; h++)
        done = find_row(&finding, h);
    if (done)
        judge_decided(&finding);
    for (int h = 0; h < problem->household_count && done; h++) {
        out->count_of[h] = bits_count(row_of(out, h), out->dwelling_count);
        out->count += out->count_of[h];
    }
    lawful_masks_close(&finding.masks);
    return done;
}

bool lawful_pairs_has(const struct lawful_pairs *pairs, int household, int dwelling)
{
    return bits_has(row_of(pairs, household), dwelling);
}

int lawful_pairs_list(const struct lawful_pairs *pairs, int household, int *out)
{
    return bits_list(row_of(pairs, household), pairs->dwelling_count, out);
}

void lawful_pairs_mark_usable(const struct lawful_pairs *pairs, bool *out)
{
    for (size_t word = 0; word < pairs->words; word++) {
        uint64_t any = 0;
        for (int h = 0; h < pairs->household_count; h++)
            any |= row_of(pairs, h)[word];
        for (; any != 0; any &= any - 1)
            out[64 * word + (size_t)__builtin_ctzll(any)] = true;
    }
}
