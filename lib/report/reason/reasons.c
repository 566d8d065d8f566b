/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reasons ask of a household, found for all dwellings at once. */
#include <string.h>

#include "base/memory.h"
#include "report/reason/reason_survey.h"

static size_t section_words(const husly_problem *problem)
{
    return ((size_t)problem->section_count + 63) / 64;
}

static bool reasons_open(struct reasons *reasons)
{
    const husly_problem *problem = reasons->problem;
    struct arena *arena = reasons->arena;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    if (!rule_masks_open(&reasons->masks, problem, arena))
        return false;
    const size_t words = reasons->masks.words + 1;
    reasons->takes = arena_take(arena, words, sizeof *reasons->takes);
    reasons->closed = arena_take(arena, words, sizeof *reasons->closed);
    reasons->fills = arena_take(arena, dwellings, sizeof *reasons->fills);
    reasons->reached = arena_take(arena, section_words(problem) + 1, sizeof *reasons->reached);
    reasons->of_groups =
        arena_take(arena, (size_t)problem->group_count + 1, sizeof *reasons->of_groups);
    if (reasons->takes == NULL || reasons->closed == NULL || reasons->fills == NULL ||
        reasons->reached == NULL || reasons->of_groups == NULL)
        return false;
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        reasons->alone[rule] = arena_take(arena, words, sizeof *reasons->alone[rule]);
        if (reasons->alone[rule] == NULL)
            return false;
    }
    for (int d = 0; d < problem->dwelling_count; d++) {
        mask_put(reasons->closed, d, !survey_closed(problem, d).holds);
        reasons->fills[d] = NONE;
    }
    for (int at = 0; at < KEPT_NEARS; at++)
        reasons->nears[at] = NONE;
    return survey_tally_units(reasons);
}

struct reasons *reasons_new(const husly_problem *problem)
{
    struct arena *arena = arena_new();
    struct reasons *reasons = arena != NULL ? arena_take(arena, 1, sizeof *reasons) : NULL;
    if (reasons != NULL) {
        *reasons = (struct reasons){.problem = problem, .arena = arena, .household = NONE};
        if (reasons_open(reasons))
            return reasons;
    }
    arena_free(arena);
    return NULL;
}

void reasons_free(struct reasons *reasons)
{
    if (reasons != NULL)
        arena_free(reasons->arena);
}

bool reasons_failed(const struct reasons *reasons)
{
    return reasons->failed || reasons->masks.failed;
}

/* Marks the sections with a lawful dwelling for the household whose masks were found. */
static void mark_reached(struct reasons *reasons)
{
    const husly_problem *problem = reasons->problem;
    const struct rule_masks *masks = &reasons->masks;
    memset(reasons->reached, 0, section_words(problem) * sizeof *reasons->reached);
    for (int d = mask_next(masks->lawful, masks->words, 0); d != NONE;
         d = mask_next(masks->lawful, masks->words, d + 1))
        mask_put(reasons->reached, problem->dwellings[d].section, true);
}

static void find_meetings(struct reasons *reasons, int near, uint64_t *meetings)
{
    const husly_problem *problem = reasons->problem;
    const size_t words = section_words(problem);
    memset(meetings, 0xff, words * sizeof *meetings);
    for (int h = problem->of_near.first[near]; h != NONE; h = problem->of_near.next[h]) {
        rule_masks_look(&reasons->masks, h);
        if (reasons->masks.failed)
            return;
        mark_reached(reasons);
        for (size_t word = 0; word < words; word++)
            meetings[word] &= reasons->reached[word];
    }
}

/* Where all of a label have a lawful dwelling, by section; NULL when memory ran out. */
static const uint64_t *meetings_of(struct reasons *reasons, int near)
{
    const int at = near % KEPT_NEARS;
    if (reasons->meetings[at] == NULL)
        reasons->meetings[at] = arena_take(reasons->arena, section_words(reasons->problem) + 1,
                                           sizeof *reasons->meetings[at]);
    if (reasons->meetings[at] != NULL && reasons->nears[at] != near) {
        reasons->nears[at] = near;
        find_meetings(reasons, near, reasons->meetings[at]);
    }
    return reasons->meetings[at];
}

static void keep_meetings(struct reasons *reasons, const uint64_t *meetings)
{
    const husly_problem *problem = reasons->problem;
    const size_t words = reasons->masks.words;
    for (int d = mask_next(reasons->takes, words, 0); d != NONE;
         d = mask_next(reasons->takes, words, d + 1))
        mask_put(reasons->takes, d, mask_has(meetings, problem->dwellings[d].section));
}

static void keep_homes(struct reasons *reasons, int household)
{
    const size_t words = reasons->masks.words;
    for (int d = mask_next(reasons->takes, words, 0); d != NONE;
         d = mask_next(reasons->takes, words, d + 1))
        mask_put(reasons->takes, d, survey_takes(reasons->problem, household, d));
}

void reasons_look(struct reasons *reasons, int household)
{
    const husly_problem *problem = reasons->problem;
    if (reasons->household == household || reasons_failed(reasons))
        return;
    const bool near = survey_has_near(problem, household);
    const uint64_t *meetings =
        near ? meetings_of(reasons, problem->households[household].near) : NULL;
    reasons->failed = near && meetings == NULL;
    rule_masks_look(&reasons->masks, household);
    if (reasons_failed(reasons))
        return;
    reasons->household = household;
    reasons->has_broken = false;
    reasons->load = survey_load(reasons, household);
    memcpy(reasons->takes, reasons->masks.lawful, reasons->masks.words * sizeof(uint64_t));
    if (survey_has_party(problem, household))
        keep_homes(reasons, household);
    else if (near)
        keep_meetings(reasons, meetings);
}

/* Of the permanent dwellings, those that break one rule and no other. */
static void find_alone(struct reasons *reasons)
{
    const struct rule_masks *masks = &reasons->masks;
    for (size_t word = 0; word < masks->words; word++) {
        uint64_t once = 0, more = 0;
        for (int rule = 0; rule < PAIR_RULES; rule++) {
            more |= once & masks->broken[rule][word];
            once |= masks->broken[rule][word];
        }
        for (int rule = 0; rule < PAIR_RULES; rule++)
            reasons->alone[rule][word] = masks->permanent[word] & ~more & masks->broken[rule][word];
    }
}

static int count_broken(const struct rule_masks *masks, int rule)
{
    int count = 0;
    for (size_t word = 0; word < masks->words; word++)
        count += __builtin_popcountll(masks->permanent[word] & masks->broken[rule][word]);
    return count;
}

void reasons_look_closer(struct reasons *reasons, int household)
{
    const struct rule_masks *masks = &reasons->masks;
    reasons_look(reasons, household);
    if (reasons->has_broken || reasons_failed(reasons))
        return;
    rule_masks_look_at_rents(&reasons->masks);
    find_alone(reasons);
    reasons->survey = (struct survey){.permanent = mask_count(masks->permanent, masks->words),
                                      .lawful = mask_count(masks->lawful, masks->words)};
    for (int rule = 0; rule < PAIR_RULES; rule++) {
        reasons->survey.broken[rule] = count_broken(masks, rule);
        reasons->survey.opened[rule] = mask_count(reasons->alone[rule], masks->words);
    }
    reasons->has_broken = true;
}

int reasons_count_takes(struct reasons *reasons, int household)
{
    reasons_look(reasons, household);
    return mask_count(reasons->takes, reasons->masks.words);
}

int reasons_count_lawful(struct reasons *reasons, int household)
{
    reasons_look(reasons, household);
    return mask_count(reasons->masks.lawful, reasons->masks.words);
}
