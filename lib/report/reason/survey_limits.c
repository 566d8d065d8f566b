/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the limits of a place leave a household even if nobody else were placed. */
#include "base/wide.h"
#include "report/reason/reason_survey.h"

/* Who comes along into a section: the household's party, or those who are to live near it. */
static bool comes_along(const husly_problem *problem, int household, int other)
{
    return problem_are_together(problem, household, other) ||
           problem_are_near(problem, household, other);
}

/* A household with those who come along, as they weigh in the limits of a place. */
struct load {
    int64_t persons, children, households;
};

static struct load load_of(const husly_problem *problem, int household)
{
    struct load load = {0, 0, 0};
    for (int h = 0; h < problem->household_count; h++) {
        if (!comes_along(problem, household, h))
            continue;
        load.persons += problem->households[h].persons;
        load.children += problem->households[h].children;
        load.households++;
    }
    return load;
}

static struct cap_limit count_limit(int limit, int64_t sum)
{
    return (struct cap_limit){limit != HUSLY_NO_NUMBER && sum > limit, sum};
}

/* Multiplied out to whole numbers; where nobody lives no share is large enough. */
static struct cap_limit share_limit(husly_share share, int64_t sum, int64_t base)
{
    const wide least = base > 0 ? ((wide)sum * 10000 + base - 1) / base : INT64_MAX;
    return (struct cap_limit){share.whole > 0 && (wide)share.whole * sum > (wide)share.part * base,
                              (int64_t)least};
}

/* The most persons of one group among the household and those who come along. */
static int64_t largest_group(const husly_problem *problem, int household)
{
    int64_t largest = 0;
    for (int group = 0; group < problem->group_count; group++) {
        int64_t persons = 0;
        for (int h = 0; h < problem->household_count; h++) {
            if (comes_along(problem, household, h) && problem->households[h].group == group)
                persons += problem->households[h].persons;
        }
        largest = persons > largest ? persons : largest;
    }
    return largest;
}

static void area_limits(const husly_problem *problem, int household, const struct area *area,
                        struct cap_limit *limits)
{
    const struct load load = load_of(problem, household);
    const int of_group = problem->policy.group_max_persons;
    limits[CAP_AREA_PERSONS] = count_limit(area->max_persons, load.persons);
    limits[CAP_AREA_CHILDREN] = count_limit(area->max_children, load.children);
    limits[CAP_AREA_SHARE] =
        share_limit(area->max_share, area->refugees + load.persons, area->residents + load.persons);
    if (of_group != HUSLY_NO_NUMBER)
        limits[CAP_GROUP] = count_limit(of_group, largest_group(problem, household));
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Most persons that can ever live together in a home. */
static int64_t fill_of(const husly_problem *problem, int dwelling)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    int64_t persons = 0, singles = 0;
    for (int h = 0; h < problem->household_count; h++) {
        const int own = problem->households[h].persons;
        if (!survey_lawful(problem, h, dwelling))
            continue;
        persons += own > 1 ? own : 0;
        singles += own == 1;
    }
    persons += home->max_singles != HUSLY_NO_NUMBER ? smaller(singles, home->max_singles) : singles;
    return smaller(persons, home->places);
}

static int64_t count_singles(const husly_problem *problem, int household)
{
    int64_t singles = 0;
    for (int h = 0; h < problem->household_count; h++)
        singles +=
            problem_are_together(problem, household, h) && problem->households[h].persons == 1;
    return singles;
}

static void home_limits(const husly_problem *problem, int household, int dwelling,
                        struct cap_limit *limits)
{
    const struct dwelling *home = &problem->dwellings[dwelling];
    if (kind_is_single(home->kind))
        return;
    limits[CAP_SINGLES] = count_limit(home->max_singles, count_singles(problem, household));
    const int64_t fill = home->least_persons > 0 ? fill_of(problem, dwelling) : 0;
    limits[CAP_LEAST] = (struct cap_limit){fill < home->least_persons, fill};
}

static void place_limits(const husly_problem *problem, int household, int dwelling,
                         struct cap_limit *limits)
{
    const struct section *section = &problem->sections[problem->dwellings[dwelling].section];
    const int64_t households = load_of(problem, household).households;
    if (section->area != NONE)
        area_limits(problem, household, &problem->areas[section->area], limits);
    limits[CAP_SECTION_HOUSEHOLDS] = count_limit(section->max_households, households);
    limits[CAP_SECTION_SHARE] =
        share_limit(section->max_share, section->refugee_homes + households, section->homes);
}

void survey_limits(const husly_problem *problem, int household, int dwelling,
                   struct cap_limit limits[CAP_NONE])
{
    for (int cap = 0; cap < CAP_NONE; cap++)
        limits[cap] = (struct cap_limit){false, 0};
    place_limits(problem, household, dwelling, limits);
    home_limits(problem, household, dwelling, limits);
}

static enum cap first_exceeded(const struct cap_limit limits[CAP_NONE])
{
    int cap = 0;
    while (cap < CAP_NONE && !limits[cap].exceeded)
        cap++;
    return (enum cap)cap;
}

enum cap survey_cap(const husly_problem *problem, int household, int dwelling)
{
    struct cap_limit limits[CAP_NONE];
    survey_limits(problem, household, dwelling, limits);
    return first_exceeded(limits);
}

bool survey_place_capped(const husly_problem *problem, int household, int dwelling)
{
    struct cap_limit limits[CAP_NONE] = {{false, 0}};
    place_limits(problem, household, dwelling, limits);
    return first_exceeded(limits) != CAP_NONE;
}

bool survey_home_capped(const husly_problem *problem, int household, int dwelling)
{
    struct cap_limit limits[CAP_NONE] = {{false, 0}};
    home_limits(problem, household, dwelling, limits);
    return first_exceeded(limits) != CAP_NONE;
}
