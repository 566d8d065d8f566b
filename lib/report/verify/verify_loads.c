/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/verify_loads.h"

#include "base/memory.h"
#include "report/verify/summary_fields.h"
#include "report/verify/verify_goals.h"

/* What the plan puts into places, counted anew. */
struct loads {
    int64_t *used;               /* by unit of the right: dwellings */
    int64_t *flexible;           /* of them those of households whom flexible letting is for */
    int64_t *persons, *children; /* by area */
    int64_t *households;         /* by section */
};

static bool loads_open(struct loads *loads, const struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    struct arena *arena = verification->arena;
    const size_t areas = (size_t)problem->area_count + 1;
    loads->used = arena_take(arena, (size_t)verification->right.count + 1, sizeof(int64_t));
    loads->flexible = arena_take(arena, (size_t)verification->right.count + 1, sizeof(int64_t));
    loads->persons = arena_take(arena, areas, sizeof(int64_t));
    loads->children = arena_take(arena, areas, sizeof(int64_t));
    loads->households = arena_take(arena, (size_t)problem->section_count + 1, sizeof(int64_t));
    return loads->used != NULL && loads->flexible != NULL && loads->persons != NULL &&
           loads->children != NULL && loads->households != NULL;
}

/* A family or youth dwelling holds one household, so the households there are its dwellings used.
 */
static void loads_count(struct loads *loads, const struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const int dwelling = verification->placed[h];
        if (dwelling == NONE)
            continue;
        const int unit = verification->right.unit_of[dwelling];
        const int section = problem->dwellings[dwelling].section;
        const int area = problem->sections[section].area;
        loads->households[section]++;
        if (unit != NONE) {
            loads->used[unit]++;
            loads->flexible[unit] +=
                right_count_pools(&verification->right.units[unit], &problem->households[h]);
        }
        if (area == NONE)
            continue;
        loads->persons[area] += problem->households[h].persons;
        loads->children[area] += problem->households[h].children;
    }
}

/* Where only offered dwellings are taken, nothing counts against the right. */
static int64_t extras_used(const struct verification *verification, int unit, int64_t ordinary)
{
    const int64_t over = ordinary - verification->right.units[unit].entitlement;
    return verification->problem->policy.right_offered_only || over < 0 ? 0 : over;
}

static void verify_right(const struct verification *verification, const struct loads *loads)
{
    const husly_problem *problem = verification->problem;
    struct complaints *complaints = verification->complaints;
    const struct json_value *list =
        summary_list(verification->result->summary, "right", complaints);
    struct summary_items items = {list, list};
    summary_count(list, "right", (size_t)verification->right.count, complaints);
    for (int u = 0; u < verification->right.count; u++) {
        const struct count_unit *unit = &verification->right.units[u];
        const struct json_value *item =
            summary_item(&items, "right", "unit", unit->name, complaints);
        const struct summary_part part = {item, "right", unit->name, complaints};
        if (item == NULL)
            continue;
        summary_string(&part, "organisation",
                       unit->organisation != NONE ? problem->organisations[unit->organisation].id
                                                  : NULL);
        summary_number(&part, "reported", unit->reported);
        summary_number(&part, "entitlement", unit->entitlement);
        summary_number(&part, "used", loads->used[u]);
        const int64_t pooled = loads->flexible[u] < unit->pool ? loads->flexible[u] : unit->pool;
        summary_number(&part, "extras", extras_used(verification, u, loads->used[u] - pooled));
        summary_number(&part, "flexible", unit->pool);
        summary_number(&part, "flexible_used", pooled);
    }
}

/* A number that may be unknown, and is null then. */
static void number_if_known(const struct summary_part *part, const char *key, int64_t number,
                            bool known)
{
    if (known)
        summary_number(part, key, number);
    else
        summary_string(part, key, NULL);
}

static void verify_areas(const struct verification *verification, const struct loads *loads)
{
    const husly_problem *problem = verification->problem;
    struct complaints *complaints = verification->complaints;
    const struct json_value *list =
        summary_list(verification->result->summary, "areas", complaints);
    struct summary_items items = {list, list};
    summary_count(list, "areas", (size_t)problem->area_count, complaints);
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        const struct json_value *item = summary_item(&items, "areas", "area", area->id, complaints);
        const struct summary_part part = {item, "areas", area->id, complaints};
        if (item == NULL)
            continue;
        summary_number(&part, "persons", loads->persons[a]);
        summary_number(&part, "children", loads->children[a]);
        number_if_known(&part, "max_persons", area->max_persons,
                        area->max_persons != HUSLY_NO_NUMBER);
        number_if_known(&part, "max_children", area->max_children,
                        area->max_children != HUSLY_NO_NUMBER);
        summary_number(&part, "refugees_after", area->refugees + loads->persons[a]);
        number_if_known(&part, "residents_after", area->residents + loads->persons[a],
                        area->residents != HUSLY_NO_NUMBER);
    }
}

static void verify_sections(const struct verification *verification, const struct loads *loads)
{
    const husly_problem *problem = verification->problem;
    struct complaints *complaints = verification->complaints;
    const struct json_value *list =
        summary_list(verification->result->summary, "sections", complaints);
    struct summary_items items = {list, list};
    summary_count(list, "sections", (size_t)problem->section_count, complaints);
    for (int s = 0; s < problem->section_count; s++) {
        const struct section *section = &problem->sections[s];
        const struct json_value *item =
            summary_item(&items, "sections", "section", section->id, complaints);
        const struct summary_part part = {item, "sections", section->id, complaints};
        if (item == NULL)
            continue;
        summary_number(&part, "households", loads->households[s]);
        number_if_known(&part, "max_households", section->max_households,
                        section->max_households != HUSLY_NO_NUMBER);
        summary_number(&part, "refugee_homes_after", section->refugee_homes + loads->households[s]);
        number_if_known(&part, "homes", section->homes, section->homes != HUSLY_NO_NUMBER);
    }
}

bool verify_loads(struct verification *verification)
{
    struct loads loads;
    if (!loads_open(&loads, verification))
        return false;
    loads_count(&loads, verification);
    verify_right(verification, &loads);
    verify_areas(verification, &loads);
    verify_sections(verification, &loads);
    return verify_goals(verification, loads.persons);
}
