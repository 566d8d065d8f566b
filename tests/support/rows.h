/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a round built by hand, with the defaults that the reader would fill in. */
#ifndef HUSLY_TESTS_SUPPORT_ROWS_H
#define HUSLY_TESTS_SUPPORT_ROWS_H

#include "model/round.h"

enum { ROUND_DAY = 16861 }; /* 2016-03-01 */

static inline husly_household row_household(const char *id, int adults, int children)
{
    return (husly_household){.household_id = id,
                             .adults = adults,
                             .children = children,
                             .waiting_since = HUSLY_NO_DATE,
                             .priority = 1,
                             .max_rent = 1000000,
                             .net_income = HUSLY_NO_AMOUNT,
                             .income = HUSLY_NO_AMOUNT,
                             .arrival = HUSLY_NO_DATE,
                             .expected_persons = HUSLY_NO_NUMBER,
                             .current_cost = HUSLY_NO_AMOUNT,
                             .current_rent = HUSLY_NO_AMOUNT,
                             .current_until = HUSLY_NO_DATE,
                             .hojskole_from = HUSLY_NO_DATE};
}

static inline husly_dwelling row_dwelling(const char *id, const char *section, husly_kind kind)
{
    return (husly_dwelling){.dwelling_id = id,
                            .section_id = section,
                            .rooms = 2,
                            .rent = 400000,
                            .area_m2 = HUSLY_NO_NUMBER,
                            .kind = kind,
                            .places = HUSLY_NO_NUMBER,
                            .available_from = HUSLY_NO_DATE,
                            .lease_end = HUSLY_NO_DATE,
                            .deposit = HUSLY_NO_AMOUNT,
                            .answer_by = HUSLY_NO_DATE,
                            .least_persons = HUSLY_NO_NUMBER,
                            .max_singles = HUSLY_NO_NUMBER,
                            .market_rent = HUSLY_NO_AMOUNT,
                            .hearing_from = HUSLY_NO_DATE,
                            .max_stay = HUSLY_NO_NUMBER};
}

static inline husly_section row_section(const char *id, const char *area, const char *organisation)
{
    return (husly_section){.section_id = id,
                           .area_id = area,
                           .organisation_id = organisation,
                           .homes = HUSLY_NO_NUMBER,
                           .max_households = HUSLY_NO_NUMBER,
                           .max_rent = HUSLY_NO_AMOUNT};
}

static inline husly_area row_area(const char *id)
{
    return (husly_area){.area_id = id,
                        .residents = HUSLY_NO_NUMBER,
                        .max_persons = HUSLY_NO_NUMBER,
                        .max_children = HUSLY_NO_NUMBER,
                        .school = HUSLY_NO_NUMBER,
                        .daycare = HUSLY_NO_NUMBER};
}

static inline husly_organisation row_organisation(const char *id, int extra_dwellings,
                                                  int extra_used)
{
    return (husly_organisation){.organisation_id = id,
                                .vacated_last_year = HUSLY_NO_NUMBER,
                                .extra_dwellings = extra_dwellings,
                                .extra_used = extra_used,
                                .extra_from = HUSLY_NO_DATE,
                                .extra_until = HUSLY_NO_DATE,
                                .homes_family = HUSLY_NO_NUMBER,
                                .homes_youth = HUSLY_NO_NUMBER,
                                .homes_elderly = HUSLY_NO_NUMBER};
}

static inline husly_policy row_policy(void)
{
    husly_policy policy;
    husly_policy_default(&policy);
    policy.round_date = ROUND_DAY;
    return policy;
}

#endif
