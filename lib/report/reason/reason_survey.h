/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_REASON_SURVEY_H
#define HUSLY_REPORT_REASON_SURVEY_H

#include "report/reason/reason.h"
#include "rules/rule.h"

enum { PAIR_RULES = 7 }; /* rules 1-7 of contract § 3, in their order from rules[0] */

/* What stands between a household and the round's permanent dwellings. */
struct survey {
    int permanent;          /* permanent dwellings in the round */
    int lawful;             /* of them lawful by rules 1-7 */
    int broken[PAIR_RULES]; /* dwellings that break the rule */
    int opened[PAIR_RULES]; /* dwellings that break this rule alone */
};

struct survey survey_household(const husly_problem *problem, int household);

/* True for a permanent dwelling that rules 1-7 allow the household. */
bool survey_lawful(const husly_problem *problem, int household, int dwelling);

/* True for a permanent dwelling that breaks this rule of 0 … PAIR_RULES - 1 and no other. */
bool survey_breaks_only(const husly_problem *problem, int household, int dwelling, int rule);

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

/* True where the right leaves nothing in the dwelling's unit even if nobody else were placed, or
 * where the dwelling itself is closed. */
bool survey_right_closed(const husly_problem *problem, int household, int dwelling);

/* Whether two family or youth dwellings are counted in one unit of the right. */
bool survey_same_unit(const husly_problem *problem, int one, int other);

/* How many vacancies more would give the household a dwelling in the dwelling's unit; 0 = not even
 * 1000. */
int64_t survey_vacancies_missing(const husly_problem *problem, int household, int dwelling);

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
void survey_limits(const husly_problem *problem, int household, int dwelling,
                   struct cap_limit limits[CAP_NONE]);

/* The first limit that the household, with those who come along, would exceed there alone. */
enum cap survey_cap(const husly_problem *problem, int household, int dwelling);

/* Whether there is one of rule 10, which all dwellings of a section share, or of a home. */
bool survey_place_capped(const husly_problem *problem, int household, int dwelling);
bool survey_home_capped(const husly_problem *problem, int household, int dwelling);

#endif
