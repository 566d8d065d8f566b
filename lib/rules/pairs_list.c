/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists the lawful pairs of a round that has more than can be asked one by one. A household looks
 * at the dwellings of its municipality alone; what of the rules is a comparison of two numbers is
 * made with numbers that are worked out once; a rule is asked itself only where it looks at more. A
 * decision may lift a rule, so of a pair with a decision all rules are asked.
 */
#include "base/memory.h"
#include "rules/benefit.h"
#include "rules/offer.h"
#include "rules/pairs.h"
#include "rules/rule.h"

/* What only the rule itself can tell. */
enum question { ASK_KIND = 1, ASK_RENT = 2, ASK_AREA = 4, ASK_TIME = 8, ASK_DECISION = 16 };

/* A dwelling that is open to somebody. */
struct home {
    int64_t rent;    /* with utilities */
    int64_t persons; /* no more than so many */
    int rooms;       /* 0 where rule 2 does not ask */
    husly_date available;
    unsigned kind;      /* a bit */
    unsigned questions; /* bits */
    bool step_free;
    int dwelling;
};

/* What a home is to be like for a household. */
struct search {
    int64_t sure_rent, most_rent; /* without and with the largest benefit that there may be */
    int64_t most_rooms, last_day;
    int persons;
    unsigned kinds, questions; /* bits */
    bool step_free;
};

/* The homes by municipality: first those without one. */
struct market {
    struct home *homes;
    int *first; /* by municipality + 1, and one more */
    int count;
};

static unsigned kind_bit(husly_kind kind)
{
    return 1U << (unsigned)kind;
}

/* Persons against rooms or square metres, or places. */
static int64_t persons_within(const husly_policy *policy, const struct dwelling *home)
{
    if (!kind_is_single(home->kind))
        return home->places;
    const int64_t by_rooms = (int64_t)policy->persons_per_room * home->rooms;
    if (home->area_m2 == HUSLY_NO_NUMBER)
        return by_rooms;
    if (policy->m2_per_person <= 0)
        return INT64_MAX;
    const int64_t by_area = home->area_m2 / policy->m2_per_person;
    return by_rooms > by_area ? by_rooms : by_area;
}

static bool is_open(const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    const int area = problem_area_of(problem, home);
    const bool listed = area != NONE && problem->areas[area].listed;
    return home->kind != HUSLY_KIND_TRANSIT && (!listed || problem->policy.allow_listed) &&
           offer_allows(problem, NONE, dwelling);
}

/* Where the home stands in `first`. */
static int place_in(const husly_problem *problem, int dwelling)
{
    const int area = problem_area_of(problem, &problem->dwellings[dwelling]);
    return area != NONE ? problem->areas[area].municipality + 1 : 0;
}

static unsigned questions_of(const husly_problem *problem, const struct dwelling *home)
{
    return (home->given->reserved_for != NULL ? ASK_KIND : 0) |
           (home->lease_end != HUSLY_NO_DATE ? ASK_TIME : 0) |
           (home->consent || problem->policy.only_scored_pairs ? ASK_DECISION : 0);
}

static void add_home(struct market *market, const husly_problem *problem, int dwelling, int at)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    market->homes[at] = (struct home){.rent = home->rent + home->utilities,
                                      .persons = persons_within(&problem->policy, home),
                                      .rooms = kind_is_single(home->kind) ? home->rooms : 0,
                                      .available = home->available,
                                      .kind = kind_bit(home->kind),
                                      .questions = questions_of(problem, home),
                                      .step_free = home->step_free,
                                      .dwelling = dwelling};
}

static bool market_open(struct market *market, const husly_problem *problem)
{
    const int places = problem->municipality_count + 1;
    market->homes = memory_new((size_t)problem->dwelling_count + 1, sizeof *market->homes);
    market->first = memory_new((size_t)places + 1, sizeof *market->first);
    int *next = memory_new((size_t)places + 1, sizeof *next);
    const bool ready = market->homes != NULL && market->first != NULL && next != NULL;
    for (int dwelling = 0; dwelling < problem->dwelling_count && ready; dwelling++)
        market->first[place_in(problem, dwelling) + 1] += is_open(problem, dwelling);
    for (int place = 0; place < places && ready; place++)
        next[place + 1] = market->first[place + 1] += market->first[place];
    for (int dwelling = 0; dwelling < problem->dwelling_count && ready; dwelling++) {
        if (is_open(problem, dwelling))
            add_home(market, problem, dwelling, next[place_in(problem, dwelling)]++);
    }
    market->count = ready ? market->first[places] : 0;
    memory_free(next);
    return ready;
}

static void market_close(struct market *market)
{
    memory_free(market->homes);
    memory_free(market->first);
}

static unsigned kinds_for(const struct household *people)
{
    if (people->adults == 0)
        return kind_bit(HUSLY_KIND_MINORS);
    return kind_bit(HUSLY_KIND_FAMILY) | kind_bit(HUSLY_KIND_ELDERLY) |
           kind_bit(HUSLY_KIND_PRIVATE) | kind_bit(HUSLY_KIND_MUNICIPAL) |
           kind_bit(HUSLY_KIND_SITE) | (people->student ? kind_bit(HUSLY_KIND_YOUTH) : 0) |
           (people->persons == 1 ? kind_bit(HUSLY_KIND_SHARED) : 0);
}

static void set_rents(struct search *search, const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    search->sure_rent = search->most_rent = INT64_MAX;
    if (!problem->policy.affordability || people->adults == 0)
        return;
    const wide most = (wide)people->budget + benefit_most(problem, household);
    search->sure_rent = people->budget;
    search->most_rent = most < INT64_MAX ? (int64_t)most : INT64_MAX;
}

static int64_t most_rooms(const husly_policy *policy, const struct household *people)
{
    const int64_t expected =
        people->expected_persons > people->persons ? people->expected_persons : people->persons;
    return policy->spare_rooms != HUSLY_NO_NUMBER ? expected + policy->spare_rooms : INT64_MAX;
}

static struct search search_of(const husly_problem *problem, int household)
{
    const struct household *people = &problem->households[household];
    struct search search = {.most_rooms = most_rooms(&problem->policy, people),
                            .last_day = (int64_t)people->ready + problem->policy.horizon_days,
                            .persons = people->persons,
                            .kinds = kinds_for(people),
                            .questions = people->avoid_count > 0 ? ASK_AREA : 0,
                            .step_free = people->step_free};
    set_rents(&search, problem, household);
    return search;
}

static bool may_suit(const struct search *search, const struct home *home)
{
    return (home->kind & search->kinds) != 0 && search->persons <= home->persons &&
           home->rooms <= search->most_rooms && home->rent <= search->most_rent &&
           home->available <= search->last_day && home->step_free >= search->step_free;
}

/* Whether the rules that the pair leaves questions to allow it. */
static bool answers(const husly_problem *problem, unsigned questions, int household, int dwelling)
{
    return ((questions & ASK_KIND) == 0 || rule_kind.allows(problem, household, dwelling)) &&
           ((questions & ASK_RENT) == 0 || rule_rent.allows(problem, household, dwelling)) &&
           ((questions & ASK_AREA) == 0 || rule_area.allows(problem, household, dwelling)) &&
           ((questions & ASK_TIME) == 0 || rule_time.allows(problem, household, dwelling)) &&
           ((questions & ASK_DECISION) == 0 || rule_decision.allows(problem, household, dwelling));
}

static void look_around(const struct pairs *pairs, const husly_problem *problem,
                        const struct market *market, int household)
{
    const struct search search = search_of(problem, household);
    const int municipality = problem->households[household].municipality;
    uint64_t *set = pairs_of(pairs, household);
    const int first = municipality == NONE ? 0 : market->first[municipality + 1];
    const int end = municipality == NONE ? market->count : market->first[municipality + 2];
    for (int at = first; at < end; at++) {
        const struct home *home = &market->homes[at];
        if (!may_suit(&search, home))
            continue;
        const unsigned questions =
            search.questions | home->questions | (home->rent > search.sure_rent ? ASK_RENT : 0);
        if (questions == 0 || answers(problem, questions, household, home->dwelling))
            bits_add(set, home->dwelling);
    }
}

bool pairs_list(const struct pairs *pairs, const husly_problem *problem)
{
    struct market market = {0};
    const bool ready = market_open(&market, problem);
    for (int household = 0; household < problem->household_count && ready; household++) {
        if (!problem->households[household].is_deferred)
            look_around(pairs, problem, &market, household);
    }
    for (int at = 0; at < problem->decision_count && ready; at++) {
        const struct decision *row = &problem->decisions[at];
        uint64_t *set = pairs_of(pairs, row->household);
        bits_drop(set, row->dwelling);
        if (rules_allow(problem, row->household, row->dwelling))
            bits_add(set, row->dwelling);
    }
    market_close(&market);
    return ready;
}
