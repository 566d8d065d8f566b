/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/verify_goals.h"

#include "base/memory.h"
#include "report/verify/plan_measures.h"
#include "report/verify/summary_fields.h"

static int64_t level_measure(const struct area *area, int64_t persons)
{
    return area_excess(area, persons, 0);
}

static size_t count_inhabited(const husly_problem *problem)
{
    size_t count = 0;
    for (int a = 0; a < problem->area_count; a++)
        count += problem->areas[a].residents > 0;
    return count;
}

static void verify_levels(const struct verification *verification, const struct json_value *spread,
                          const int64_t *persons)
{
    const husly_problem *problem = verification->problem;
    struct complaints *complaints = verification->complaints;
    const struct json_value *list = summary_list(spread, "areas", complaints);
    struct summary_items items = {list, list};
    summary_count(list, "spread.areas", count_inhabited(problem), complaints);
    for (int a = 0; a < problem->area_count; a++) {
        const struct area *area = &problem->areas[a];
        if (area->residents <= 0)
            continue;
        const struct json_value *item =
            summary_item(&items, "spread.areas", "area", area->id, complaints);
        const struct summary_part part = {item, "spread.areas", area->id, complaints};
        if (item == NULL)
            continue;
        summary_number(&part, "before", level_measure(area, 0));
        summary_number(&part, "after", level_measure(area, persons[a]));
    }
}

static void verify_spread(const struct verification *verification, const int64_t *persons,
                          const int64_t *nobody)
{
    const husly_problem *problem = verification->problem;
    const struct json_value *summary = verification->result->summary;
    const struct json_value *spread = json_find(summary, "spread");
    const struct summary_part top = {summary, "", NULL, verification->complaints};
    const struct summary_part part = {spread, "spread", NULL, verification->complaints};
    if (count_inhabited(problem) == 0) {
        summary_string(&top, "spread", NULL);
        return;
    }
    summary_number(&part, "town", town_measure(problem));
    summary_number(&part, "mean_deviation_before", spread_measure(problem, nobody));
    summary_number(&part, "mean_deviation_after", spread_measure(problem, persons));
    verify_levels(verification, spread, persons);
}

static bool verify_key(const struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    struct complaints *complaints = verification->complaints;
    const struct json_value *list = summary_list(verification->result->summary, "key", complaints);
    struct summary_items items = {list, list};
    const struct key_measure *keys =
        key_measures_find(problem, &verification->right, &verification->pairs, verification->arena);
    const int64_t *used = key_measure_used(problem, verification->placed, verification->arena);
    const bool known = keys != NULL && used != NULL;
    size_t count = 0;
    for (int o = 0; o < problem->organisation_count && known; o++) {
        const struct organisation *organisation = &problem->organisations[o];
        if (!keys[o].counts)
            continue;
        count++;
        const struct json_value *item =
            summary_item(&items, "key", "organisation", organisation->id, complaints);
        const struct summary_part part = {item, "key", organisation->id, complaints};
        if (item == NULL)
            continue;
        summary_number(&part, "move_outs", organisation->move_outs);
        summary_number(&part, "target", keys[o].target);
        summary_number(&part, "used", used[o]);
    }
    summary_count(list, "key", count, complaints);
    return known;
}

bool verify_goals(const struct verification *verification, const int64_t *persons)
{
    const int64_t *nobody = arena_take(
        verification->arena, (size_t)verification->problem->area_count + 1, sizeof *nobody);
    if (nobody == NULL)
        return false;
    verify_spread(verification, persons, nobody);
    return verify_key(verification);
}
