/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_PROBLEM_H
#define HUSLY_MODEL_PROBLEM_H

#include <husly/solve.h>

#include "model/round.h"

struct arena;

/*
 * A round resolved: defaults filled in, ids turned into indices, every table sorted by id
 * (bytewise), so that nothing that follows depends on the order of rows. NONE (-1) is no index.
 */
enum { NONE = -1 };

struct household {
    const char *id;
    const husly_household *given;
    int persons, adults, children;
    int expected_persons;
    int waiting_days; /* between 0 and … */
    int64_t need;     /* its points in stage need */
    bool has_budget;
    husly_amount budget; /* øre a month, may be negative */
    husly_amount income; /* øre a year, HUSLY_NO_AMOUNT unknown */
    bool step_free, student;
    int group, party;  /* index into groups, parties; NONE */
    int municipality;  /* index into municipalities; NONE */
    const int *wishes; /* area indices, ascending, without those avoided */
    const int *avoid;
    size_t wish_count, avoid_count;
    husly_date ready; /* max(round date, arrival, the end of a stay at a højskole) */
    int pin;          /* dwelling index of its pin, NONE */
    int near;         /* index into nears; NONE */
    int small_children;
    bool is_deferred;          /* at a højskole until after the next round */
    int earlier;               /* its dwelling in an earlier plan, NONE */
    bool has_place;            /* a present place that it may stay in beyond the round date */
    husly_amount self_payment; /* the most it pays in a temporary place, øre a month */
    husly_amount emergency;    /* what the municipality pays for it in an emergency place, øre a
                                  month; HUSLY_NO_AMOUNT unknown */
    husly_amount temporary;    /* what the municipality pays for it meanwhile, øre a month;
                                  HUSLY_NO_AMOUNT unknown */
};

struct dwelling {
    const char *id;
    const husly_dwelling *given;
    husly_kind kind;
    int rooms, places; /* places: persons, 0 for kinds of one household */
    husly_amount rent, utilities;
    int area_m2; /* HUSLY_NO_NUMBER unknown */
    bool step_free, offered;
    husly_date available, lease_end; /* lease_end HUSLY_NO_DATE: open */
    husly_amount cost;
    int section;
    int least_persons; /* 0 none */
    int max_singles;   /* HUSLY_NO_NUMBER none */
    bool consent;
    bool is_turn; /* false: a private flat that is not the municipality's this round */
    int64_t turn; /* the number of such a flat among its owner's vacancies, where turns count */
    int max_stay; /* HUSLY_NO_NUMBER none */
};

struct section {
    const char *id;
    const husly_section *given; /* NULL when sections.csv is absent */
    int area, organisation;     /* NONE */
    husly_share right;          /* its own, whole = 0: rule `right` */
    int max_households;         /* HUSLY_NO_NUMBER none */
    husly_share max_share;      /* whole = 0 none */
    int homes, refugee_homes;
    husly_share flexible; /* whole = 0 none */
};

struct area {
    const char *id;
    const husly_area *given; /* NULL when areas.csv is absent */
    bool listed;
    int municipality; /* NONE */
    int max_persons, max_children;
    husly_share max_share; /* areas.max_share, else area_max_share; whole = 0 none */
    int residents, refugees;
    int school, daycare; /* free places, HUSLY_NO_NUMBER not stated */
};

struct organisation {
    const char *id;
    const husly_organisation *given;
    int extras_left; /* extra_dwellings - extra_used, 0 outside their period */
    int move_outs;   /* last year's; HUSLY_NO_NUMBER: not in the key */
};

/* A column access_* or points_* of areas.csv with its weight in force. */
struct area_measure {
    const char *name;
    bool is_access;
    int64_t weight;
};

struct decision {
    const husly_decision *given;
    int household, dwelling;
};

/* A pair's score: the dwelling's row, else the area's row. Sorted by household, then target. */
struct score {
    int household;
    int target; /* dwelling or area index */
    int64_t score;
};

/* The members of each of some sets, none in two of them, ascending: first[set], then next[member],
 * up to NONE. */
struct chains {
    int *first, *next;
    int *sizes; /* by set */
};

struct husly_problem {
    struct arena *arena;
    const husly_round *round;
    husly_policy policy;
    struct household *households;
    struct dwelling *dwellings;
    struct section *sections;
    struct area *areas;
    struct organisation *organisations;
    struct decision *decisions;    /* sorted by household, dwelling */
    struct score *dwelling_scores; /* sorted */
    struct score *area_scores;
    struct area_measure *measures;     /* sorted by name */
    int64_t *measure_values;           /* area × measure; HUSLY_NO_WEIGHT: not stated */
    int64_t weights[HUSLY_WEIGHT_END]; /* in force */
    const char **groups, **parties, **municipalities, **nears; /* labels, sorted */
    int *group_sizes;                                          /* households by group */
    int household_count, dwelling_count, section_count, area_count, organisation_count, group_count,
        party_count, municipality_count, near_count, measure_count;
    int decision_count, dwelling_score_count, area_score_count;
    struct chains of_party, of_near; /* households by label */
    struct chains of_section;        /* dwellings by section */
};

/*
 * Resolves a round, which it borrows; NULL takes the round's own policy. husly_problem_new() calls
 * it, and lets the rules refuse what they refuse (rules/conflict.h). The tables stay sorted by id
 * whatever the rule `lot` says: the draw shuffles the order of the program's columns, see
 * rules/rule.h.
 */
husly_status problem_new(husly_problem **out, const husly_round *round, const husly_policy *policy,
                         husly_error *error);

/* Index of an id in a sorted table, NONE when it is not there. */
int problem_find_household(const husly_problem *problem, const char *id);
int problem_find_dwelling(const husly_problem *problem, const char *id);

/* Whether a section and an organisation bear one id where the right counts by organisation. When
 * the section is a unit by itself, that unit is then called ID/section. */
bool problem_section_needs_mark(const husly_problem *problem, const struct section *section);

/* The area of a dwelling, NONE when its section has none. */
int problem_area_of(const husly_problem *problem, const struct dwelling *dwelling);

/* The decision on a pair, NULL when there is none. */
const struct decision *problem_decision(const husly_problem *problem, int household, int dwelling);

/* Whether scores.csv has a row for the pair or for the household and the dwelling's area. */
bool problem_scored(const husly_problem *problem, int household, int dwelling);

/* The points of that row, the dwelling's own before its area's; false where there is none. */
bool problem_score(const husly_problem *problem, int household, int dwelling, int64_t *points);

/* Stage need counts days up to a number, so that one step of priority weighs more than waiting. */
enum { NEED_OF_PRIORITY = 1000, NEED_DAYS_MOST = 999 };
int problem_days_counted(const struct household *household);

/* Whether two households are one and the same or of one party. */
bool problem_are_together(const husly_problem *problem, int household, int other);

/* Whether a household has a place of its own until the next round: a present one, or a højskole. */
bool problem_has_shelter(const struct household *household);

/* How many households a party has. */
int problem_party_size(const husly_problem *problem, int party);

/* How many households a label of `near` has; 0 for NONE. Fewer than two are near nobody. */
int problem_near_size(const husly_problem *problem, int near);

/* Whether two households are one and the same, or to live near one another. */
bool problem_are_near(const husly_problem *problem, int household, int other);

/* One household a dwelling: family, youth, elderly, private, municipal. */
bool kind_is_single(husly_kind kind);

/* "family", and "familie". */
const char *kind_name(husly_kind kind, bool danish);

#endif
