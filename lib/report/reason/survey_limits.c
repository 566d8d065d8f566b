/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the limits of a place leave a household even if nobody else were placed. */
#include "base/wide.h"
#include "report/reason/reason_survey.h"

static void load_add(struct load *load, const struct household *household)
{
    load->persons += household->persons;
    load->children += household->children;
    load->households++;
}

/* The first of a group that comes by takes what was counted of it. */
static void take_group(struct load *load, const struct reasons *reasons, int group)
{
    if (group == NONE)
        return;
    if (reasons->of_groups[group] > load->of_group)
        load->of_group = reasons->of_groups[group];
    reasons->of_groups[group] = 0;
}

/* Who comes along into a section: the household's party, or those who are to live near it. */
struct load survey_load(const struct reasons *reasons, int household)
{
    const husly_problem *problem = reasons->problem;
    const struct household *people = &problem->households[household];
    const struct chains *chains = people->near != NONE ? &problem->of_near : &problem->of_party;
    struct load load = {0};
    int first = household;
    if (people->near != NONE)
        first = problem->of_near.first[people->near];
    else if (people->party != NONE)
        first = problem->of_party.first[people->party];
    for (int h = first; h != NONE; h = chains->next[h]) {
        const struct household *other = &problem->households[h];
        load_add(&load, other);
        if (other->group != NONE)
            reasons->of_groups[other->group] += other->persons;
        load.singles += other->persons == 1 && (h == household || people->near == NONE);
    }
    for (int h = first; h != NONE; h = chains->next[h])
        take_group(&load, reasons, problem->households[h].group);
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

static void area_limits(const husly_problem *problem, struct load load, const struct area *area,
                        struct cap_limit *limits)
{
    const int of_group = problem->policy.group_max_persons;
    limits[CAP_AREA_PERSONS] = count_limit(area->max_persons, load.persons);
    limits[CAP_AREA_CHILDREN] = count_limit(area->max_children, load.children);
    limits[CAP_AREA_SHARE] =
        share_limit(area->max_share, area->refugees + load.persons, area->residents + load.persons);
    if (of_group != HUSLY_NO_NUMBER)
        limits[CAP_GROUP] = count_limit(of_group, load.of_group);
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

static int64_t known_fill(struct reasons *reasons, int dwelling)
{
    if (reasons->fills[dwelling] == NONE)
        reasons->fills[dwelling] = fill_of(reasons->problem, dwelling);
    return reasons->fills[dwelling];
}

static void home_limits(struct reasons *reasons, int dwelling, struct cap_limit *limits)
{
    const struct dwelling *home = &reasons->problem->dwellings[dwelling];
    if (kind_is_single(home->kind))
        return;
    limits[CAP_SINGLES] = count_limit(home->max_singles, reasons->load.singles);
    const int64_t fill = home->least_persons > 0 ? known_fill(reasons, dwelling) : 0;
    limits[CAP_LEAST] = (struct cap_limit){fill < home->least_persons, fill};
}

static void place_limits(const struct reasons *reasons, int dwelling, struct cap_limit *limits)
{
    const husly_problem *problem = reasons->problem;
    const struct section *section = &problem->sections[problem->dwellings[dwelling].section];
    const int64_t households = reasons->load.households;
    if (section->area != NONE)
        area_limits(problem, reasons->load, &problem->areas[section->area], limits);
    limits[CAP_SECTION_HOUSEHOLDS] = count_limit(section->max_households, households);
    limits[CAP_SECTION_SHARE] =
        share_limit(section->max_share, section->refugee_homes + households, section->homes);
}

void survey_limits(struct reasons *reasons, int dwelling, struct cap_limit limits[CAP_NONE])
{
    for (int cap = 0; cap < CAP_NONE; cap++)
        limits[cap] = (struct cap_limit){false, 0};
    place_limits(reasons, dwelling, limits);
    home_limits(reasons, dwelling, limits);
}

static enum cap first_exceeded(const struct cap_limit limits[CAP_NONE])
{
    int cap = 0;
    while (cap < CAP_NONE && !limits[cap].exceeded)
        cap++;
    return (enum cap)cap;
}

enum cap survey_cap(struct reasons *reasons, int dwelling)
{
    struct cap_limit limits[CAP_NONE];
    survey_limits(reasons, dwelling, limits);
    return first_exceeded(limits);
}

bool survey_place_capped(const struct reasons *reasons, int dwelling)
{
    struct cap_limit limits[CAP_NONE] = {{false, 0}};
    place_limits(reasons, dwelling, limits);
    return first_exceeded(limits) != CAP_NONE;
}

bool survey_home_capped(struct reasons *reasons, int dwelling)
{
    struct cap_limit limits[CAP_NONE] = {{false, 0}};
    home_limits(reasons, dwelling, limits);
    return first_exceeded(limits) != CAP_NONE;
}
