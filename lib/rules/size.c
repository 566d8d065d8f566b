/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/decision.h"
#include "rules/judgement.h"

static bool has_room(const husly_policy *policy, const struct dwelling *home, int64_t persons)
{
    if (persons <= (int64_t)policy->persons_per_room * home->rooms)
        return true;
    return home->area_m2 != HUSLY_NO_NUMBER && home->area_m2 >= policy->m2_per_person * persons;
}

static bool size_allows(const husly_problem *problem, int household, int dwelling)
{
    const husly_policy *policy = &problem->policy;
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];

    if (!kind_is_single(home->kind) || decision_lifts(problem, household, dwelling, "size"))
        return true;
    int64_t expected =
        people->expected_persons > people->persons ? people->expected_persons : people->persons;
    bool too_large =
        policy->spare_rooms != HUSLY_NO_NUMBER && home->rooms > expected + policy->spare_rooms;
    return !too_large && has_room(policy, home, people->persons);
}

/* Contract rule 2: persons against rooms, unless there are square metres for each; then rooms
 * against the persons there are or will be. */
static struct judgement size_judge(const husly_problem *problem, int household, int dwelling)
{
    const husly_policy *policy = &problem->policy;
    const struct household *people = &problem->households[household];
    const struct dwelling *home = &problem->dwellings[dwelling];

    switch (home->kind) {
    case HUSLY_KIND_SHARED:
    case HUSLY_KIND_SITE:
    case HUSLY_KIND_MINORS:
    case HUSLY_KIND_TRANSIT:
        return judgement_holds();
    default:
        break;
    }
    int64_t room_for = (int64_t)home->rooms * policy->persons_per_room;
    int64_t m2_wanted = (int64_t)people->persons * policy->m2_per_person;
    int64_t m2 = home->area_m2 == HUSLY_NO_NUMBER ? -1 : home->area_m2;
    int64_t most_rooms = people->persons;
    if (people->expected_persons > most_rooms)
        most_rooms = people->expected_persons;
    most_rooms += policy->spare_rooms;

    struct judgement judgement = judgement_holds();
    if (people->persons > room_for && m2 < m2_wanted)
        judgement = judgement_broken("rooms_few", room_for, people->persons);
    else if (policy->spare_rooms != HUSLY_NO_NUMBER && home->rooms > most_rooms)
        judgement = judgement_broken("rooms_many", home->rooms, most_rooms);
    bool lifted = decision_lifts(problem, household, dwelling, "size");
    return lifted ? judgement_holds() : judgement;
}

const struct rule rule_size = {
    .code = "size", .number = 2, .allows = size_allows, .judge = size_judge};
