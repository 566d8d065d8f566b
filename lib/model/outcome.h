/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_OUTCOME_H
#define HUSLY_MODEL_OUTCOME_H

#include "model/breakdown.h"
#include "model/costs.h"
#include "model/plan.h"

/*
 * A plan told in figures, as the result files show it: the join fills it from the rules and the
 * reasons, and what writes it knows neither. Strings are lent by the round, the problem or the
 * outcome's arena.
 */
struct placement_row {
    const char *household_id, *dwelling_id, *section_id;
    const char *area_id; /* NULL = the section has none */
    int persons;
    husly_amount rent, utilities, housing_benefit, net_rent;
    husly_amount budget, margin; /* HUSLY_NO_AMOUNT where the household states none */
    int64_t need, fit;
};

struct unplaced_row {
    const char *household_id;
    int persons;
    int64_t need;
    const char *reason; /* a code of contract § 6 */
    const char *detail;
    const char *temporary_dwelling_id; /* NULL = none */
    const char *what_would_help;
    bool is_fallback; /* without any place, a present one included */
};

/* A line of breakdown.csv; without household and dwelling where it is about the whole plan. */
struct breakdown_row {
    const char *household_id, *dwelling_id;
    struct breakdown_line line;
};

/* One rule in force, as rules.csv would have it in English; in Danish where it is set apart. */
struct rule_row {
    const char *rule;
    const char *value;
    const char *danish_rule, *danish_value;
    const char *usual;  /* its default; NULL = it has none */
    const char *source; /* of the setting, else of the default; NULL = none */
    bool is_set_apart;  /* the value differs from the default */
};

/* Use of the right in one unit; numbers of dwellings. */
struct right_row {
    const char *unit;
    const char *organisation; /* NULL = none */
    int64_t reported, entitlement, used, extras;
    int64_t flexible, flexible_used; /* the pool of flexible letting, and what of it is used */
};

/* Load of one area after the plan; HUSLY_NO_NUMBER where no limit or no number of residents is
 * known. */
struct area_row {
    const char *area;
    int64_t persons, children;
    int32_t max_persons, max_children;
    int64_t refugees_after, residents_after;
};

struct section_row {
    const char *section;
    int64_t households;
    int32_t max_households;
    int64_t refugee_homes_after;
    int32_t homes;
};

/* Refugees a thousand residents in an area that has residents, before and after the plan. */
struct spread_row {
    const char *area;
    int64_t before, after;
};

/* An organisation in the distribution key; numbers of dwellings. */
struct key_row {
    const char *organisation;
    int64_t move_outs, target, used;
};

/* Households of one size, and how many of them have a permanent dwelling. */
struct size_row {
    int persons;
    int64_t households, placed;
};

struct reason_row {
    const char *reason;
    int64_t households;
};

struct note_row {
    const char *english, *danish;
};

struct outcome {
    struct arena *arena;
    struct placement_row *placements;
    struct unplaced_row *unplaced;
    struct breakdown_row *breakdown;
    struct cost_row *costs; /* a line a household */
    struct cost_total cost;
    struct rule_row *rules;
    struct right_row *rights;
    struct area_row *areas;
    struct section_row *sections;
    struct spread_row *spreads;
    struct key_row *keys;
    struct size_row *sizes;
    struct reason_row *reasons;
    struct note_row *notes;
    size_t placement_count, unplaced_count, rule_count, right_count, area_count, section_count,
        size_count, reason_count, note_count, breakdown_count, cost_count;
    size_t spread_count, key_count;
    int64_t town_level;                        /* where everybody would be spread evenly */
    int64_t deviation_before, deviation_after; /* of the areas, thousandths of a per mille */
    int64_t persons, persons_placed;
    const char *listed_allowed_source; /* NULL = listed areas are barred */
};

#endif
