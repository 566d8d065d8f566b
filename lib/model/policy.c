/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <husly/policy.h>

/* Contract § 2, rules.csv. A test holds it against the defaults that lib/io/rulebook.c shows. */
void husly_policy_default(husly_policy *policy)
{
    *policy = (husly_policy){
        .round_date = HUSLY_NO_DATE,
        .round_days = 30,
        .stages = {HUSLY_STAGE_NEED, HUSLY_STAGE_FIT},
        .stage_count = 2,
        .right = {2500, 10000},
        .affordability = true,
        .housing_benefit = HUSLY_BENEFIT_NONE,
        .benefit_minimum = 0,
        .living_minimum_single = 360000,
        .living_minimum_couple = 580000,
        .living_minimum_child = 130000,
        .persons_per_room = 2,
        .m2_per_person = 20,
        .spare_rooms = 1,
        .horizon_days = 92,
        .permanent_days = 365,
        .group_max_persons = HUSLY_NO_NUMBER,
        .fallback_cost = HUSLY_NO_AMOUNT,
        .fallback_rent = HUSLY_NO_AMOUNT,
        .hearing_days = 14,
        .hojskole_days = 182,
        .tax_allowance = HUSLY_NO_AMOUNT,
        .access_near = 15,
        .access_far = 60,
        .margin_full = 100000,
        .key_dwellings = HUSLY_NO_NUMBER,
        .wish_points = 100,
    };
    for (int weight = 0; weight < HUSLY_WEIGHT_END; weight++)
        policy->weights[weight] = HUSLY_NO_WEIGHT;
}
