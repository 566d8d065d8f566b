/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_REASON_SURVEY_H
#define HUSLY_REPORT_REASON_SURVEY_H

#include "report/reason/reason.h"
#include "report/reason/rule_masks.h"

/* What stands between a household and the round's permanent dwellings. */
struct survey {
    int permanent;          /* permanent dwellings in the round */
    int lawful;             /* of them lawful by rules 1-7 */
    int broken[PAIR_RULES]; /* dwellings that break the rule */
    int opened[PAIR_RULES]; /* dwellings that break this rule alone */
};

/* Vacancies of the period and what is gone of the right, in one of its units. */
struct unit_tally {
    int64_t before, reported, taken, reserved;
};

/* A household with those who come along, as they weigh in the limits of a place. */
struct load {
    int64_t persons, children, households;
    int64_t of_group; /* the most persons of one group */
    int64_t singles;  /* in its party */
};

enum { KEPT_NEARS = 256 };

struct reasons {
    const husly_problem *problem;
    struct arena *arena;
    struct rule_masks masks;
    int household;               /* looked at, NONE */
    uint64_t *takes;             /* survey_takes() of its dwellings */
    bool has_broken;             /* `alone` and `survey` are found */
    uint64_t *alone[PAIR_RULES]; /* permanent dwellings that break this rule and no other */
    struct survey survey;
    struct load load;
    uint64_t *closed;           /* by dwelling: survey_closed() does not hold */
    struct unit_tally *tallies; /* by section and organisation, family then youth */
    int64_t *fills;             /* by dwelling: the most persons that can live in a home, NONE */
    int nears[KEPT_NEARS];      /* labels whose `meetings` are known */
    uint64_t *meetings[KEPT_NEARS]; /* sections where all of the label have a lawful dwelling */
    uint64_t *reached;              /* scratch, by section */
    int64_t *of_groups;             /* scratch, by group, 0 */
    bool failed;
};

/* Finds what reasons ask of a household; the same one again costs nothing. */
void reasons_look(struct reasons *reasons, int household);

/* Finds which rules stand in its way, where nothing is lawful. */
void reasons_look_closer(struct reasons *reasons, int household);

/* Whether a dwelling takes the household that was looked at, survey_takes(). */
static inline bool reasons_take(const struct reasons *reasons, int dwelling)
{
    return mask_has(reasons->takes, dwelling);
}

/* True for a permanent dwelling that breaks this rule of 0 … PAIR_RULES - 1 and no other, after a
 * closer look. */
static inline bool reasons_broken_alone(const struct reasons *reasons, int rule, int dwelling)
{
    return mask_has(reasons->alone[rule], dwelling);
}

/* How many dwellings take the household, and how many are lawful for it by itself. */
int reasons_count_takes(struct reasons *reasons, int household);
int reasons_count_lawful(struct reasons *reasons, int household);

/* How many permanent dwellings the round has. */
int survey_count_permanent(const husly_problem *problem);

/* True for a permanent dwelling that rules 1-7 allow the household. */
bool survey_lawful(const husly_problem *problem, int household, int dwelling);

/* Whether others belong to the household's party. */
bool survey_has_party(const husly_problem *problem, int household);

/* Whether others are to live near the household. */
bool survey_has_near(const husly_problem *problem, int household);

/* True for a section where some dwelling is lawful for the household. */
bool survey_reaches(const husly_problem *problem, int household, int section);

/* True for a dwelling that is lawful for the household and takes its whole party, and in a section
 * where all who are to live near it have a lawful one. */
bool survey_takes(const husly_problem *problem, int household, int dwelling);

/* What closes the dwelling by itself in this round, rule 9; it holds where nothing does. */
struct judgement survey_closed(const husly_problem *problem, int dwelling);

/* Whether it is closed, and not only for want of an offer. */
bool survey_closed_otherwise(const husly_problem *problem, int dwelling);

/* Of the household that is looked at, as all that follows. True where the right leaves nothing in
 * the dwelling's unit even if nobody else were placed, or where the dwelling itself is closed. */
bool survey_right_closed(const struct reasons *reasons, int dwelling);

/* Whether two family or youth dwellings are counted in one unit of the right. */
bool survey_same_unit(const husly_problem *problem, int one, int other);

/* How many vacancies more would give the household a dwelling in the dwelling's unit; 0 = not even
 * 1000. */
int64_t survey_vacancies_missing(const struct reasons *reasons, int dwelling);

/* Counts what of the right is gone in each unit; false when memory ran out. */
bool survey_tally_units(struct reasons *reasons);

/* The limits of contract rule 10, in its order, and those of a home, rule 8. */
enum cap {
    CAP_AREA_PERSONS,
    CAP_AREA_CHILDREN,
    CAP_AREA_SHARE,
    CAP_SECTION_HOUSEHOLDS,
    CAP_SECTION_SHARE,
    CAP_GROUP,
    CAP_SINGLES,
    CAP_LEAST,
    CAP_NONE
};

/* A limit, and the least one that would let a household in alone with its party or those near it: a
 * count, or a share in hundredths of a per cent, rounded up. What a home opens with is no limit of
 * a household: there it is the most persons that can live in it. */
struct cap_limit {
    bool exceeded;
    int64_t least; /* of an exceeded one */
};
void survey_limits(struct reasons *reasons, int dwelling, struct cap_limit limits[CAP_NONE]);

/* The household that is looked at, with those who come along. */
struct load survey_load(const struct reasons *reasons, int household);

/* The first limit that the household, with those who come along, would exceed there alone. */
enum cap survey_cap(struct reasons *reasons, int dwelling);

/* Whether there is one of rule 10, which all dwellings of a section share, or of a home. */
bool survey_place_capped(const struct reasons *reasons, int dwelling);
bool survey_home_capped(struct reasons *reasons, int dwelling);

#endif
