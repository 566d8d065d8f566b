/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_POLICY_H
#define HUSLY_POLICY_H

#include <husly/round.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum husly_stage {
    HUSLY_STAGE_NEED,
    HUSLY_STAGE_FIT,
    HUSLY_STAGE_COST, /* the smaller the better: øre over round_days */
    HUSLY_STAGE_END
} husly_stage;

/* The goals of stage fit that a rule `weight_*` weighs; docs/rules.md has each one's formula. */
typedef enum husly_weight {
    HUSLY_WEIGHT_ACCESS, /* every access_* column that has no weight of its own */
    HUSLY_WEIGHT_POINTS, /* every points_* column that has none */
    HUSLY_WEIGHT_MARGIN,
    HUSLY_WEIGHT_SIZE,
    HUSLY_WEIGHT_REUNION,
    HUSLY_WEIGHT_EARLY,
    HUSLY_WEIGHT_YOUTH,
    HUSLY_WEIGHT_UNCHANGED,
    HUSLY_WEIGHT_TOGETHER,
    HUSLY_WEIGHT_SCHOOL,
    HUSLY_WEIGHT_DAYCARE,
    HUSLY_WEIGHT_EVEN,
    HUSLY_WEIGHT_KEY,
    HUSLY_WEIGHT_END
} husly_weight;

/* A weight that is not set: that of the profile. */
#define HUSLY_NO_WEIGHT INT64_MIN

/* How housing benefit is found: none, from a year's shipped table, or from the benefit_* fields. */
typedef enum husly_benefit_source {
    HUSLY_BENEFIT_NONE,
    HUSLY_BENEFIT_YEAR,
    HUSLY_BENEFIT_TABLE
} husly_benefit_source;

/*
 * The municipality's decisions: one field a rule of rules.csv, contract § 2. Amounts in øre.
 * husly_policy_default() gives the documented defaults; only round_date has none.
 */
typedef struct husly_policy {
    husly_date round_date;
    int32_t round_days;
    husly_stage stages[HUSLY_STAGE_END];
    int32_t stage_count;
    bool need_counts_households; /* else persons */
    husly_share right;
    bool right_by_organisation; /* right_unit */
    bool right_kinds_apart;
    bool right_offered_only; /* right_mode = offered */
    bool right_lapses;       /* right_unused = lapse */
    bool affordability;
    husly_benefit_source housing_benefit;
    int32_t benefit_year;     /* with HUSLY_BENEFIT_YEAR */
    husly_amount hb_rent_max; /* with HUSLY_BENEFIT_TABLE: øre a year */
    husly_amount hb_threshold;
    husly_amount hb_threshold_child;
    husly_amount hb_own;
    husly_amount hb_max;
    husly_amount benefit_minimum;
    husly_amount living_minimum_single;
    husly_amount living_minimum_couple;
    husly_amount living_minimum_child;
    int32_t persons_per_room;
    int32_t m2_per_person;
    int32_t spare_rooms; /* HUSLY_NO_NUMBER: no bound */
    bool allow_listed;
    int32_t horizon_days;
    int32_t permanent_days;
    husly_share area_max_share;
    int32_t group_max_persons; /* HUSLY_NO_NUMBER: none */
    bool only_scored_pairs;
    husly_amount fallback_cost; /* HUSLY_NO_AMOUNT: none */
    husly_amount fallback_rent; /* the whole price; HUSLY_NO_AMOUNT: none */
    int32_t hearing_days;
    int32_t hojskole_days;
    int32_t selfpay_year;       /* 0: none; a shipped year */
    husly_share tax_rate;       /* whole = 0: none */
    husly_amount tax_allowance; /* øre a year; HUSLY_NO_AMOUNT: none */
    int32_t access_near;        /* minutes */
    int32_t access_far;
    husly_amount margin_full;
    int32_t key_dwellings;             /* HUSLY_NO_NUMBER: worked out */
    int64_t weights[HUSLY_WEIGHT_END]; /* points, HUSLY_NO_WEIGHT: the profile's */
    int64_t wish_points;
    bool recommended; /* profile */
    int64_t lot;
} husly_policy;

HUSLY_EXPORT void husly_policy_default(husly_policy *policy);

/* What rules.csv may set. Strings are never NULL and live for ever; for the last three,
 * husly_words() knows the Danish. */
typedef struct husly_rule_info {
    const char *name;
    const char *danish;
    const char *fallback; /* its default, as rules.csv would have it; "" where it has none */
    const char *about;    /* one sentence */
    const char *source;   /* the provision or policy behind it, with its year where known */
    const char *standing; /* "verified": the source was read; "not verified"; "municipal choice" */
} husly_rule_info;

HUSLY_EXPORT size_t husly_rule_count(void);

/* The rules in the order of the docs; `index` is below husly_rule_count(). */
HUSLY_EXPORT husly_rule_info husly_rule(size_t index);

#ifdef __cplusplus
}
#endif

#endif
