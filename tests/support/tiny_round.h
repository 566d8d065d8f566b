/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random rounds so small that every plan can be looked at, with values around every rule's limit.
 * The same seed gives the same round everywhere.
 */
#ifndef HUSLY_TESTS_SUPPORT_TINY_ROUND_H
#define HUSLY_TESTS_SUPPORT_TINY_ROUND_H

#include "model/problem.h"
#include "support/rows.h"

enum { TINY_HOUSEHOLDS = 4, TINY_DWELLINGS = 5, TINY_SECTIONS = 4, TINY_AREAS = 3 };
enum { TINY_ORGANISATIONS = 2, TINY_PAIRS = TINY_HOUSEHOLDS * TINY_DWELLINGS };

/* The households, dwellings and sections stand in a shuffled order. */
struct tiny {
    uint64_t state;
    bool
        easy; /* most pairs are lawful, so that the rules of whole plans have something to forbid */
    husly_household households[TINY_HOUSEHOLDS];
    husly_dwelling dwellings[TINY_DWELLINGS];
    husly_section sections[TINY_SECTIONS];
    husly_area areas[TINY_AREAS];
    husly_organisation organisations[TINY_ORGANISATIONS];
    husly_score scores[2 * TINY_PAIRS];
    husly_decision decisions[TINY_PAIRS];
    husly_round round;
};

static const char *const tiny_household_ids[] = {"H1", "H2", "H3", "H4"};
static const char *const tiny_dwelling_ids[] = {"D1", "D2", "D3", "D4", "D5"};
static const char *const tiny_section_ids[] = {"S1", "S2", "S3", "S4"};
static const char *const tiny_area_ids[] = {"A1", "A2", "A3"};
static const char *const tiny_organisation_ids[] = {"O1", "O2"};
static const char *const tiny_labels[] = {"L1", "L2"};

/* splitmix64 */
static inline int tiny_below(struct tiny *tiny, int end)
{
    uint64_t number = tiny->state += UINT64_C(0x9e3779b97f4a7c15);
    number = (number ^ (number >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    number = (number ^ (number >> 27)) * UINT64_C(0x94d049bb133111eb);
    number ^= number >> 31;
    return (int)(number % (uint64_t)end);
}

static inline bool tiny_chance(struct tiny *tiny, int percent)
{
    return tiny_below(tiny, 100) < percent;
}

static inline int tiny_between(struct tiny *tiny, int low, int high)
{
    return low + tiny_below(tiny, high - low + 1);
}

/* A number now and then, else HUSLY_NO_NUMBER. */
static inline int tiny_maybe(struct tiny *tiny, int percent, int low, int high)
{
    return tiny_chance(tiny, percent) ? tiny_between(tiny, low, high) : HUSLY_NO_NUMBER;
}

static inline husly_share tiny_share(struct tiny *tiny)
{
    static const husly_share shares[] = {{0, 10000}, {1000, 10000}, {2500, 10000},
                                         {1, 3},     {1, 2},        {10000, 10000}};
    return shares[tiny_below(tiny, 6)];
}

static inline husly_date tiny_day(struct tiny *tiny, int percent, int low, int high)
{
    return tiny_chance(tiny, percent) ? ROUND_DAY + tiny_between(tiny, low, high) : HUSLY_NO_DATE;
}

static inline const char *tiny_areas_named(struct tiny *tiny, int percent)
{
    static const char *const cells[] = {"A1", "A2", " A2  A1 ", "A3 A1", "A3"};
    return tiny_chance(tiny, percent) ? cells[tiny_below(tiny, 5)] : NULL;
}

static inline void tiny_policy(struct tiny *tiny)
{
    husly_policy *policy = &tiny->round.policy;
    *policy = row_policy();
    policy->need_counts_households = tiny_chance(tiny, 30);
    policy->right = tiny_chance(tiny, 50) ? (husly_share){1, 2} : tiny_share(tiny);
    policy->right_by_organisation = tiny_chance(tiny, 50);
    policy->right_kinds_apart = tiny_chance(tiny, 40);
    policy->right_offered_only = tiny_chance(tiny, 20);
    policy->right_lapses = tiny_chance(tiny, 40);
    policy->affordability = !tiny->easy && tiny_chance(tiny, 85);
    policy->housing_benefit = (husly_benefit_source)tiny_below(tiny, 3);
    policy->benefit_year = 2025;
    policy->hb_rent_max = 9000000;
    policy->hb_threshold = 15000000;
    policy->hb_threshold_child = 4000000;
    policy->hb_own = 2500000;
    policy->hb_max = 4500000;
    policy->benefit_minimum = tiny_chance(tiny, 30) ? 50000 : 0;
    policy->spare_rooms = tiny_maybe(tiny, tiny->easy ? 0 : 70, 0, 2);
    policy->allow_listed = tiny_chance(tiny, 15);
    policy->horizon_days = tiny->easy ? 92 : tiny_between(tiny, 0, 60);
    policy->area_max_share = tiny_chance(tiny, 20) ? tiny_share(tiny) : (husly_share){0, 0};
    policy->group_max_persons = tiny_maybe(tiny, 40, 0, 5);
    policy->only_scored_pairs = !tiny->easy && tiny_chance(tiny, 10);
    policy->lot = tiny_chance(tiny, 30) ? tiny_between(tiny, 1, 9) : 0;
    if (tiny_chance(tiny, 20)) {
        policy->stages[0] = HUSLY_STAGE_FIT;
        policy->stages[1] = HUSLY_STAGE_NEED;
    }
}

static inline void tiny_household(struct tiny *tiny, husly_household *row, const char *id)
{
    int adults = tiny_chance(tiny, 15) ? 0 : tiny_between(tiny, 1, 2);
    int children = tiny_chance(tiny, 60) ? 0 : tiny_between(tiny, 0, 3);
    *row = row_household(id, adults, adults + children == 0 ? 1 : children);
    row->waiting_since = tiny_day(tiny, 70, -1100, 5);
    row->priority = tiny_between(tiny, 1, 3);
    row->max_rent = tiny_chance(tiny, 50) ? 100000 * tiny_between(tiny, 3, 9) : HUSLY_NO_AMOUNT;
    row->net_income = 100000 * tiny_between(tiny, 5, 25);
    row->income = tiny_chance(tiny, 70) ? 1000000 * tiny_between(tiny, 5, 30) : HUSLY_NO_AMOUNT;
    row->step_free = !tiny->easy && tiny_chance(tiny, 15);
    row->student = tiny_chance(tiny, tiny->easy ? 90 : 50);
    row->group = tiny_chance(tiny, 60) ? tiny_labels[tiny_below(tiny, 2)] : NULL;
    row->party = tiny_chance(tiny, 45) ? tiny_labels[tiny_chance(tiny, 20)] : NULL;
    if (row->party == NULL)
        row->near = tiny_chance(tiny, 40) ? tiny_labels[tiny_chance(tiny, 20)] : NULL;
    row->labels = tiny_chance(tiny, 30) ? "skilled  near_work" : NULL;
    row->wishes = tiny_areas_named(tiny, 40);
    row->avoid = tiny_areas_named(tiny, tiny->easy ? 0 : 15);
    row->arrival = tiny_day(tiny, 30, -10, 40);
    row->expected_persons = tiny_maybe(tiny, 20, 1, 6);
    row->municipality = tiny_chance(tiny, tiny->easy ? 0 : 12) ? "M1" : NULL;
}

static inline void tiny_dwelling(struct tiny *tiny, husly_dwelling *row, const char *id)
{
    static const husly_kind kinds[] = {
        HUSLY_KIND_FAMILY, HUSLY_KIND_FAMILY,  HUSLY_KIND_FAMILY,  HUSLY_KIND_YOUTH,
        HUSLY_KIND_YOUTH,  HUSLY_KIND_ELDERLY, HUSLY_KIND_PRIVATE, HUSLY_KIND_MUNICIPAL,
        HUSLY_KIND_SHARED, HUSLY_KIND_SHARED,  HUSLY_KIND_SITE,    HUSLY_KIND_SITE,
        HUSLY_KIND_SITE,   HUSLY_KIND_MINORS,  HUSLY_KIND_TRANSIT};
    husly_kind kind = kinds[tiny_below(tiny, (int)(sizeof kinds / sizeof *kinds))];
    *row = row_dwelling(id, tiny_section_ids[tiny_below(tiny, TINY_SECTIONS)], kind);
    row->rooms = tiny_between(tiny, tiny->easy ? 3 : 1, 4);
    row->rent = 50000 * tiny_between(tiny, 4, 18);
    row->area_m2 = tiny_chance(tiny, 60) ? 5 * tiny_between(tiny, 4, 26) : HUSLY_NO_NUMBER;
    row->utilities = 25000 * tiny_below(tiny, 3);
    if (kind == HUSLY_KIND_SHARED)
        row->places = tiny_maybe(tiny, 50, 1, row->rooms);
    else if (kind == HUSLY_KIND_SITE || kind == HUSLY_KIND_MINORS || kind == HUSLY_KIND_TRANSIT)
        row->places = tiny_between(tiny, 1, 8);
    if (!kind_is_single(kind)) {
        row->least_persons = tiny_maybe(tiny, 40, 0, 5);
        row->max_singles = tiny_maybe(tiny, 40, 0, 2);
    }
    row->step_free = tiny_chance(tiny, 60);
    row->available_from = tiny_day(tiny, 50, -20, 60);
    row->lease_end = tiny_day(tiny, tiny->easy ? 0 : 20, 330, 460);
    row->offered = tiny_chance(tiny, 60);
}

static inline void tiny_flexible(struct tiny *tiny, husly_section *row)
{
    static const char *const words[] = {"single", "familie couple", "skilled", NULL};
    row->flexible = tiny_chance(tiny, 25) ? tiny_share(tiny) : (husly_share){0, 0};
    row->flexible_taken = tiny_chance(tiny, 20) ? 1 : 0;
    row->flexible_for = words[tiny_below(tiny, 4)];
}

static inline void tiny_section(struct tiny *tiny, husly_section *row, const char *id)
{
    *row = row_section(
        id, tiny_chance(tiny, 85) ? tiny_area_ids[tiny_below(tiny, TINY_AREAS)] : NULL,
        tiny_chance(tiny, 75) ? tiny_organisation_ids[tiny_below(tiny, TINY_ORGANISATIONS)] : NULL);
    row->right = tiny_chance(tiny, 25) ? tiny_share(tiny) : (husly_share){0, 0};
    row->vacated_before = tiny_below(tiny, 4);
    row->taken_before = tiny_chance(tiny, 30) ? tiny_below(tiny, 3) : 0;
    row->reserved = tiny_chance(tiny, 20) ? 1 : 0;
    row->youth_vacated_before = tiny_below(tiny, 4);
    row->youth_taken_before = tiny_chance(tiny, 30) ? 1 : 0;
    row->youth_reserved = tiny_chance(tiny, 20) ? 1 : 0;
    tiny_flexible(tiny, row);
    row->homes = tiny_between(tiny, 1, 20);
    row->refugee_homes = tiny_below(tiny, 4);
    row->max_share = tiny_chance(tiny, 25) ? tiny_share(tiny) : (husly_share){0, 0};
    row->max_households = tiny_maybe(tiny, 25, 0, 3);
}

static inline void tiny_organisation(struct tiny *tiny, husly_organisation *row, const char *id)
{
    *row = row_organisation(id, tiny_between(tiny, 0, 3), 0);
    row->right = tiny_chance(tiny, 30) ? tiny_share(tiny) : (husly_share){0, 0};
    row->extra_from = tiny_day(tiny, 20, -4, 1);
    row->extra_until = tiny_day(tiny, 20, -1, 4);
}

static inline void tiny_area(struct tiny *tiny, husly_area *row, const char *id)
{
    *row = row_area(id);
    row->municipality = tiny_chance(tiny, 70) ? "M1" : tiny_chance(tiny, 50) ? "M2" : NULL;
    row->residents = tiny_between(tiny, 0, 25);
    row->refugees = tiny_below(tiny, 6);
    row->listed = tiny_chance(tiny, tiny->easy ? 0 : 15);
    row->max_persons = tiny_maybe(tiny, 35, 0, 8);
    row->max_children = tiny_maybe(tiny, 35, 0, 4);
    row->max_share = tiny_chance(tiny, 35) ? tiny_share(tiny) : (husly_share){0, 0};
}

static inline void tiny_scores(struct tiny *tiny)
{
    for (int pair = 0; pair < TINY_PAIRS; pair++) {
        const char *household = tiny_household_ids[pair / TINY_DWELLINGS];
        int place = pair % TINY_DWELLINGS;
        int score = tiny_between(tiny, -20, 200);
        bool known = (size_t)(pair / TINY_DWELLINGS) < tiny->round.household_count;
        if (known && (size_t)place < tiny->round.dwelling_count && tiny_chance(tiny, 40))
            tiny->scores[tiny->round.score_count++] =
                (husly_score){household, tiny_dwelling_ids[place], NULL, score, 0};
        if (known && place < TINY_AREAS && tiny_chance(tiny, 20))
            tiny->scores[tiny->round.score_count++] =
                (husly_score){household, NULL, tiny_area_ids[place], score + 7, 0};
    }
}

/* Any decision but pin, at most one a pair. */
static inline void tiny_decisions(struct tiny *tiny)
{
    static const husly_verdict verdicts[] = {HUSLY_FORBID, HUSLY_DECLINE, HUSLY_ACCEPT, HUSLY_ALLOW,
                                             HUSLY_ALLOW,  HUSLY_ALLOW,   HUSLY_ALLOW};
    static const char *const lifted[] = {"size", "rent", "avoid"};
    husly_round *round = &tiny->round;
    for (size_t pair = 0; pair < round->household_count * round->dwelling_count; pair++) {
        if (!tiny_chance(tiny, tiny->easy ? 5 : 20))
            continue;
        husly_verdict verdict = verdicts[tiny_below(tiny, 7)];
        tiny->decisions[round->decision_count++] =
            (husly_decision){.household_id = tiny_household_ids[pair / round->dwelling_count],
                             .dwelling_id = tiny_dwelling_ids[pair % round->dwelling_count],
                             .decision = verdict,
                             .rule = verdict == HUSLY_ALLOW ? lifted[tiny_below(tiny, 3)] : NULL,
                             .line = 0};
    }
}

static inline void tiny_reserve(struct tiny *tiny, husly_household *people, husly_dwelling *home)
{
    static const char *const cells[] = {"single", "Par familie", "unge", "L1", " L2\tcouple", "L3"};
    static const char *const labels[] = {"L1", "L2 L3", "L11 L2"};
    if (people != NULL && tiny_chance(tiny, 40))
        people->labels = labels[tiny_below(tiny, 3)];
    if (home != NULL && tiny_chance(tiny, tiny->easy ? 5 : 20))
        home->reserved_for = cells[tiny_below(tiny, 6)];
}

/* What closes a single dwelling or a single pair: few of them in an easy round. */
static inline void tiny_close(struct tiny *tiny, husly_dwelling *home)
{
    const int often = tiny->easy ? 3 : 10;
    home->hearing_from = tiny_day(tiny, 2 * often, -20, 40);
    home->consent = tiny_chance(tiny, 2 * often);
    home->status =
        tiny_chance(tiny, often) ? (husly_vacancy)tiny_between(tiny, 1, 2) : HUSLY_VACANCY_FREE;
    if (tiny_chance(tiny, 2 * often))
        home->market_rent = home->rent + 50000 * tiny_between(tiny, -1, 1);
}

static inline void tiny_supply(struct tiny *tiny)
{
    husly_round *round = &tiny->round;
    for (size_t at = 0; at < round->household_count; at++) {
        tiny_reserve(tiny, &tiny->households[at], NULL);
        tiny->households[at].hojskole_from = tiny_day(tiny, tiny->easy ? 5 : 15, -190, -100);
    }
    for (size_t at = 0; at < round->dwelling_count; at++) {
        tiny_reserve(tiny, NULL, &tiny->dwellings[at]);
        tiny_close(tiny, &tiny->dwellings[at]);
    }
    for (size_t at = 0; at < round->section_count; at++) {
        husly_section *section = &tiny->sections[at];
        if (tiny_chance(tiny, tiny->easy ? 5 : 20))
            section->max_rent = 50000 * tiny_between(tiny, 4, 18);
        if (tiny_chance(tiny, 60))
            section->private_right = tiny_share(tiny);
        section->private_vacated_before = tiny_below(tiny, 5);
    }
    for (size_t at = 0; at < round->decision_count; at++) {
        if (tiny->decisions[at].decision == HUSLY_ACCEPT && tiny_chance(tiny, 70))
            tiny->decisions[at].decision = HUSLY_AGREE;
    }
}

/* Swaps rows about, so that nothing may lean on their order. */
static inline void tiny_shuffle(struct tiny *tiny)
{
    for (int at = (int)tiny->round.household_count - 1; at > 0; at--) {
        int other = tiny_below(tiny, at + 1);
        husly_household row = tiny->households[at];
        tiny->households[at] = tiny->households[other];
        tiny->households[other] = row;
    }
    for (int at = (int)tiny->round.dwelling_count - 1; at > 0; at--) {
        int other = tiny_below(tiny, at + 1);
        husly_dwelling row = tiny->dwellings[at];
        tiny->dwellings[at] = tiny->dwellings[other];
        tiny->dwellings[other] = row;
    }
}

static inline void tiny_fill(struct tiny *tiny, uint64_t seed)
{
    *tiny = (struct tiny){.state = seed};
    husly_round *round = &tiny->round;
    *round = (husly_round){.households = tiny->households,
                           .dwellings = tiny->dwellings,
                           .sections = tiny->sections,
                           .areas = tiny->areas,
                           .organisations = tiny->organisations,
                           .scores = tiny->scores,
                           .decisions = tiny->decisions,
                           .household_count = (size_t)tiny_between(tiny, 2, TINY_HOUSEHOLDS),
                           .dwelling_count = (size_t)tiny_between(tiny, 3, TINY_DWELLINGS),
                           .section_count = tiny_chance(tiny, 90) ? TINY_SECTIONS : 0,
                           .area_count = TINY_AREAS,
                           .organisation_count = tiny_chance(tiny, 80) ? TINY_ORGANISATIONS : 0};
    tiny->easy = tiny_chance(tiny, 50);
    tiny_policy(tiny);
    for (size_t at = 0; at < round->household_count; at++)
        tiny_household(tiny, &tiny->households[at], tiny_household_ids[at]);
    for (size_t at = 0; at < round->dwelling_count; at++)
        tiny_dwelling(tiny, &tiny->dwellings[at], tiny_dwelling_ids[at]);
    for (size_t at = 0; at < round->section_count; at++)
        tiny_section(tiny, &tiny->sections[at], tiny_section_ids[TINY_SECTIONS - 1 - at]);
    for (size_t at = 0; at < round->area_count; at++)
        tiny_area(tiny, &tiny->areas[at], tiny_area_ids[at]);
    for (size_t at = 0; at < round->organisation_count; at++)
        tiny_organisation(tiny, &tiny->organisations[at], tiny_organisation_ids[at]);
    tiny_scores(tiny);
    tiny_decisions(tiny);
    tiny_supply(tiny);
    tiny_shuffle(tiny);
}

#endif
