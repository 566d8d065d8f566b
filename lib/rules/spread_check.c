/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 10 judged without the program, from the rows as given. */
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "base/wide.h"
#include "model/resolve/resolve.h"
#include "rules/spread.h"

/* What a plan places in one area, section, or group in an area, counted from the rows as given. */
struct placed {
    int64_t households, persons, children;
};

/* A household of a group that the plan places in an area. */
struct stay {
    int area, group;
    int64_t persons;
};

struct places {
    struct placed *areas, *sections;
    struct stay *stays;
    size_t stay_count;
};

static int compare_stays(const void *one, const void *other)
{
    const struct stay *a = one, *b = other;
    if (a->area != b->area)
        return a->area < b->area ? -1 : 1;
    return (a->group > b->group) - (a->group < b->group);
}

static void placed_add(struct placed *placed, const husly_household *people)
{
    placed->households += 1;
    placed->persons += people->adults + people->children;
    placed->children += people->children;
}

static bool count_places(struct places *places, const husly_problem *problem,
                         const struct placing *plan)
{
    *places =
        (struct places){check_take(plan, (size_t)problem->area_count, sizeof(struct placed)),
                        check_take(plan, (size_t)problem->section_count, sizeof(struct placed)),
                        check_take(plan, (size_t)problem->household_count, sizeof(struct stay)), 0};
    for (int household = 0; household < problem->household_count && !plan->room->failed;
         household++) {
        const int dwelling = plan->dwelling_of[household];
        if (dwelling == NONE)
            continue;
        const struct household *people = &problem->households[household];
        const int section = problem->dwellings[dwelling].section;
        const int area = problem->sections[section].area;
        placed_add(&places->sections[section], people->given);
        if (area == NONE)
            continue;
        placed_add(&places->areas[area], people->given);
        if (people->group != NONE)
            places->stays[places->stay_count++] =
                (struct stay){area, people->group, people->given->adults + people->given->children};
    }
    if (places->stay_count > 1)
        qsort(places->stays, places->stay_count, sizeof *places->stays, compare_stays);
    return !plan->room->failed;
}

/* Who is told, and what has been found so far. */
struct teller {
    breach_fn *tell;
    void *user;
    bool holds;
};

/* Tells when more is used than the limit, which HUSLY_NO_NUMBER lifts. The row's unit is form/id,
 * or form/group/id. */
static void hold_to(struct teller *teller, int64_t used, int64_t limit, const char *form,
                    const char *group, const char *id)
{
    if (limit == HUSLY_NO_NUMBER || used <= limit)
        return;
    char row[512];
    snprintf(row, sizeof row, "%s/%s%s%s", form, group != NULL ? group : "",
             group != NULL ? "/" : "", id);
    teller->holds = false;
    teller->tell(&(struct breach){"spread", row, NONE, NONE, used, limit, false}, teller->user);
}

/* How many of those placed a share leaves room for: the largest n with
 * already + n <= part/whole × (base + n), or without the second n where the base does not grow. */
static int64_t share_room(husly_share share, int64_t already, int64_t base, bool grows,
                          int64_t placed)
{
    int64_t room = 0;
    while (room < placed && (wide)share.whole * (already + room + 1) <=
                                (wide)share.part * (base + (grows ? room + 1 : 0)))
        room++;
    return room;
}

static void check_area(struct teller *teller, const husly_problem *problem, struct placed placed,
                       const husly_area *area)
{
    hold_to(teller, placed.persons, area->max_persons, "area_persons", NULL, area->area_id);
    hold_to(teller, placed.children, area->max_children, "area_children", NULL, area->area_id);
    husly_share share =
        area->max_share.whole > 0 ? area->max_share : problem->policy.area_max_share;
    if (share.whole > 0)
        hold_to(teller, placed.persons,
                share_room(share, area->refugees, area->residents, true, placed.persons),
                "area_share", NULL, area->area_id);
}

static void check_section(struct teller *teller, struct placed placed, const husly_section *section)
{
    hold_to(teller, placed.households, section->max_households, "section_households", NULL,
            section->section_id);
    if (section->max_share.whole > 0)
        hold_to(teller, placed.households,
                share_room(section->max_share, section->refugee_homes, section->homes, false,
                           placed.households),
                "section_share", NULL, section->section_id);
}

/* Each group in each area, where there is somebody of it. */
static void check_groups(struct teller *teller, const husly_problem *problem,
                         const struct places *places)
{
    const struct stay *stays = places->stays;
    int64_t persons = 0;
    for (size_t at = 0; at < places->stay_count; at++) {
        const bool ends =
            at + 1 == places->stay_count || compare_stays(&stays[at], &stays[at + 1]) != 0;
        persons += stays[at].persons;
        if (!ends)
            continue;
        hold_to(teller, persons, problem->policy.group_max_persons, "group",
                problem->groups[stays[at].group], problem->areas[stays[at].area].id);
        persons = 0;
    }
}

static int find_area(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->areas, problem->area_count, sizeof *problem->areas, id);
}

static int find_section(const husly_problem *problem, const char *id)
{
    return find_by_id(problem->sections, problem->section_count, sizeof *problem->sections, id);
}

/* Contract rule 10. */
bool spread_check(const husly_problem *problem, const struct placing *plan, breach_fn *tell,
                  void *user)
{
    const husly_round *round = problem->round;
    struct teller teller = {tell, user, true};
    struct places places;
    if (!count_places(&places, problem, plan))
        return false;
    for (size_t index = 0; index < round->area_count; index++) {
        const husly_area *area = &round->areas[index];
        check_area(&teller, problem, places.areas[find_area(problem, area->area_id)], area);
    }
    for (size_t index = 0; index < round->section_count; index++) {
        const husly_section *section = &round->sections[index];
        check_section(&teller, places.sections[find_section(problem, section->section_id)],
                      section);
    }
    if (problem->policy.group_max_persons != HUSLY_NO_NUMBER)
        check_groups(&teller, problem, &places);
    return teller.holds;
}
