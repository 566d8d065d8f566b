/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds built by hand through the public functions, for tests that also look inside. */
#ifndef HUSLY_TESTS_SUPPORT_HANDMADE_H
#define HUSLY_TESTS_SUPPORT_HANDMADE_H

#include <husly/husly.h>

#include "model/round.h"
#include "support/check.h"

static inline husly_policy handmade_policy(void)
{
    husly_policy policy;
    husly_policy_default(&policy);
    policy.round_date = husly_date_of(2026, 3, 1);
    return policy;
}

static inline husly_household handmade_household(const char *id)
{
    husly_household row = husly_household_usual();
    row.household_id = id;
    row.adults = 1;
    row.max_rent = 700000;
    return row;
}

static inline husly_dwelling handmade_dwelling(const char *id)
{
    husly_dwelling row = husly_dwelling_usual();
    row.dwelling_id = id;
    row.section_id = "S1";
    row.rooms = 2;
    row.rent = 500000;
    return row;
}

static inline husly_section handmade_section(const char *id)
{
    husly_section row = husly_section_usual();
    row.section_id = id;
    return row;
}

static inline husly_area handmade_area(const char *id)
{
    husly_area row = husly_area_usual();
    row.area_id = id;
    return row;
}

static inline husly_round *handmade_round(void)
{
    const husly_policy policy = handmade_policy();
    husly_round *round = NULL;
    CHECK_NUMBER(husly_round_new(&round, &policy, NULL), HUSLY_OK);
    return round;
}

/* Two households and two dwellings in one section of an area. */
static inline husly_round *handmade_pair(void)
{
    husly_round *round = handmade_round();
    const husly_household one = handmade_household("H1"), two = handmade_household("H2");
    const husly_dwelling first = handmade_dwelling("D1"), second = handmade_dwelling("D2");
    const husly_area area = handmade_area("A1");
    husly_section section = handmade_section("S1");
    section.area_id = "A1";
    section.vacated_before = 6;
    husly_error error = {0};
    husly_round_add_household(round, &one, &error);
    husly_round_add_household(round, &two, &error);
    husly_round_add_dwelling(round, &first, &error);
    husly_round_add_dwelling(round, &second, &error);
    husly_round_add_section(round, &section, &error);
    husly_round_add_area(round, &area, &error);
    CHECK_TEXT(error.text, "");
    return round;
}

static inline husly_organisation handmade_organisation(const char *id)
{
    husly_organisation row = husly_organisation_usual();
    row.organisation_id = id;
    return row;
}

static inline husly_score handmade_score(const char *id)
{
    return (husly_score){.household_id = "H1", .dwelling_id = id, .score = 5};
}

static inline husly_earlier handmade_earlier(const char *id)
{
    return (husly_earlier){.household_id = "H1", .dwelling_id = id};
}

static inline husly_measure handmade_measure(const char *name)
{
    return (husly_measure){.area_id = "A1", .name = name, .value = 7};
}

static inline husly_measure_weight handmade_measure_weight(const char *name)
{
    return (husly_measure_weight){.name = name, .weight = 7};
}

static inline husly_decision handmade_decision(const char *id)
{
    return (husly_decision){
        .household_id = "H1", .dwelling_id = id, .decision = HUSLY_FORBID, .reason = "stairs"};
}

/* A refused call names the table, the field and the row, and says why. */
static inline void handmade_refused(husly_status status, const husly_error *error,
                                    const char *source, const char *field, const char *words)
{
    CHECK_NUMBER(status, HUSLY_E_INPUT);
    CHECK_NUMBER(error->status, HUSLY_E_INPUT);
    CHECK_NUMBER(error->line, 0);
    CHECK_TEXT(error->source, source);
    CHECK_TEXT(error->field, field);
    CHECK(strstr(error->text, words) != NULL);
    if (strstr(error->text, words) == NULL)
        printf("  told: %s\n", error->text);
}

/* Counts what is told. */
static inline bool handmade_count(const husly_finding *finding, void *user)
{
    int *count = user;
    count[finding->severity]++;
    return true;
}

#endif
