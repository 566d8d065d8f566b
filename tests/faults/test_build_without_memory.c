/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A round built by hand, finished and written, and one parsed from memory, with one allocation
 * after another failing: HUSLY_E_MEMORY each time, no folder, and the round is as it was.
 */
#include <stdlib.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "io/write/round_write.h"
#include "support/handmade.h"

enum { MOST = 100000 };

static bool copy_exists(void)
{
    struct stat found;
    return stat("copy", &found) == 0;
}

static husly_status add_measures(husly_round *round, husly_error *error)
{
    const husly_area area = handmade_area("A1");
    const husly_area second = handmade_area("A2");
    const husly_earlier earlier = handmade_earlier("D1");
    const husly_measure measure = handmade_measure("access_school");
    const husly_measure_weight weight = handmade_measure_weight("access_school");
    husly_status status = husly_round_add_area(round, &area, error);
    if (status == HUSLY_OK)
        status = husly_round_add_area(round, &second, error);
    if (status == HUSLY_OK)
        status = husly_round_add_earlier(round, &earlier, error);
    if (status == HUSLY_OK)
        status = husly_round_add_measure(round, &measure, error);
    if (status == HUSLY_OK)
        status = husly_round_add_measure_weight(round, &weight, error);
    if (status == HUSLY_OK)
        status = husly_round_add_source(round, "weight_access_school", "the council", error);
    return status;
}

static husly_status add_rows(husly_round *round, husly_error *error)
{
    husly_household household = handmade_household("H1");
    household.wishes = "A1 A2";
    household.group = "=1";
    const husly_dwelling dwelling = handmade_dwelling("D1");
    const husly_score score = handmade_score("D1");
    const husly_decision decision = handmade_decision("D1");
    husly_status status = husly_round_add_household(round, &household, error);
    if (status == HUSLY_OK)
        status = husly_round_add_dwelling(round, &dwelling, error);
    if (status == HUSLY_OK)
        status = husly_round_add_score(round, &score, error);
    if (status == HUSLY_OK)
        status = husly_round_add_decision(round, &decision, error);
    if (status == HUSLY_OK)
        status = add_measures(round, error);
    if (status == HUSLY_OK)
        status = husly_round_add_source(round, "right", "the council", error);
    return status;
}

static husly_status build(husly_round **round, husly_error *error)
{
    husly_policy policy = handmade_policy();
    policy.spare_rooms = HUSLY_NO_NUMBER;
    husly_status status = husly_round_new(round, &policy, error);
    if (status == HUSLY_OK)
        status = add_rows(*round, error);
    if (status == HUSLY_OK)
        status = husly_round_finish(*round, NULL, NULL, error);
    return status;
}

/* False when the allocation of this number was never reached. */
static bool building_fails_at(long number)
{
    husly_round *round = NULL;
    husly_error error = {0};
    memory_fail_at(number);
    const husly_status status = build(&round, &error);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK_NUMBER(error.status, status);
    husly_round_free(round);
    return status != HUSLY_OK;
}

static bool writing_fails_at(husly_round *round, long number)
{
    husly_error error = {0};
    memory_fail_at(number);
    const husly_status status = husly_round_write(round, "copy", &error);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK_NUMBER(error.status, status);
    CHECK(copy_exists() == (status == HUSLY_OK));
    CHECK((round->folder != NULL) == (status == HUSLY_OK));
    CHECK((round->input_count > 0) == (status == HUSLY_OK));
    return status != HUSLY_OK;
}

/* A row that could not be added leaves no trace. */
static bool adding_fails_at(husly_round *round, const husly_round *twin, long number)
{
    const husly_household row = handmade_household("H3");
    bool failed = false;
    memory_fail_at(number);
    const husly_status status = husly_round_add_household(round, &row, NULL);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    if (status != HUSLY_OK)
        CHECK(round_same(round, twin, &failed) && !failed);
    return status != HUSLY_OK;
}

static bool parsing_fails_at(long number)
{
    static const char households[] = "household_id,adults,children,max_rent\nH1,1,0,5000\n";
    static const char dwellings[] = "dwelling_id,section_id,rooms,rent\nD1,S1,2,4000\n";
    const husly_file files[] = {{"households.csv", households, sizeof households - 1},
                                {"boliger.csv", dwellings, sizeof dwellings - 1}};
    const husly_read_options options = {.date = "2026-03-01"};
    husly_round *round = NULL;
    husly_error error = {0};
    memory_fail_at(number);
    const husly_status status = husly_round_parse(&round, files, 2, &options, &error);
    memory_fail_at(-1);
    CHECK(status == HUSLY_OK || status == HUSLY_E_MEMORY);
    CHECK((status == HUSLY_OK) == (round != NULL));
    husly_round_free(round);
    return status != HUSLY_OK;
}

int main(void)
{
    CHECK(system("rm -rf copy") == 0);
    long number = 0;
    while (number < MOST && building_fails_at(number))
        number++;
    CHECK(number > 50 && number < MOST);

    for (number = 0; number < MOST && parsing_fails_at(number); number++)
        continue;
    CHECK(number > 10 && number < MOST);

    husly_round *round = handmade_pair(), *twin = handmade_pair();
    for (number = 0; number < MOST && adding_fails_at(round, twin, number); number++)
        continue;
    CHECK(number > 2 && number < MOST);
    CHECK_NUMBER(husly_round_finish(round, NULL, NULL, NULL), HUSLY_OK);

    for (number = 0; number < MOST && writing_fails_at(round, number); number++)
        continue;
    CHECK(number > 50 && number < MOST);
    husly_round_free(twin);
    husly_round_free(round);
    CHECK(system("rm -rf copy") == 0);
    return check_result();
}
