/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rooms fit the persons there are, and those who are expected. */
#include "base/wide.h"
#include "rules/goals/goal_list.h"

/* Half a weight for each spare room, a quarter for each that is lacking. */
static int64_t size_points(int64_t weight, int spare, int lacking)
{
    wide points =
        weight - wide_floor((wide)weight * spare, 2) - wide_floor((wide)weight * lacking, 4);
    return points > 0 ? (int64_t)points : 0;
}

static void tell_size(const husly_problem *problem, int household, int dwelling, breakdown_fn *tell,
                      void *user)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t weight = problem->weights[HUSLY_WEIGHT_SIZE];
    if (weight == 0)
        return;
    struct breakdown_line line = breakdown_nothing("size", weight);
    if (kind_is_single(home->kind)) {
        int most =
            people->expected_persons > people->persons ? people->expected_persons : people->persons;
        int spare = home->rooms > most ? home->rooms - most : 0;
        int lacking = people->persons > home->rooms ? people->persons - home->rooms : 0;
        line = breakdown_line("size", (int64_t)home->rooms - people->persons, weight,
                              size_points(weight, spare, lacking));
    }
    tell(&line, user);
}

static bool takes(const husly_policy *policy, const struct dwelling *home, int64_t persons)
{
    return persons <= (int64_t)policy->persons_per_room * home->rooms ||
           (home->area_m2 != HUSLY_NO_NUMBER && home->area_m2 >= policy->m2_per_person * persons);
}

static void tell_reunion(const husly_problem *problem, int household, int dwelling,
                         breakdown_fn *tell, void *user)
{
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t weight = problem->weights[HUSLY_WEIGHT_REUNION];
    if (weight == 0)
        return;
    struct breakdown_line line = breakdown_nothing("reunion", weight);
    if (kind_is_single(home->kind)) {
        bool more = people->expected_persons > people->persons;
        bool met = more && takes(&problem->policy, home, people->expected_persons);
        line = breakdown_line("reunion",
                              more ? (int64_t)people->expected_persons - people->persons : 0,
                              weight, met ? weight : 0);
    }
    tell(&line, user);
}

const struct goal goal_size = {.term = "size", .weight = HUSLY_WEIGHT_SIZE, .tell = tell_size};
const struct goal goal_reunion = {
    .term = "reunion", .weight = HUSLY_WEIGHT_REUNION, .tell = tell_reunion};
