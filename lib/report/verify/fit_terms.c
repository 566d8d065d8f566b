/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/fit_terms.h"

#include <string.h>

#include "base/text.h"
#include "base/wide.h"
#include "model/labels.h"
#include "rules/benefit.h"

/* A pair as its rows have it. */
struct fitting {
    const husly_problem *problem;
    int household, dwelling;
    const husly_household *people;
    const husly_dwelling *home;
    const char *area_id; /* NULL: the section has none */
    int64_t persons, expected;
};

static struct fitting fitting_of(const husly_problem *problem, int household, int dwelling)
{
    const husly_household *people = problem->households[household].given;
    const struct dwelling *home = &problem->dwellings[dwelling];
    const husly_section *section = problem->sections[home->section].given;
    const int64_t persons = (int64_t)people->adults + people->children;
    const bool more = people->expected_persons != HUSLY_NO_NUMBER;
    return (struct fitting){.problem = problem,
                            .household = household,
                            .dwelling = dwelling,
                            .people = people,
                            .home = home->given,
                            .area_id = section != NULL ? section->area_id : NULL,
                            .persons = persons,
                            .expected = more ? people->expected_persons : persons};
}

static bool names_area(const char *cell, const char *area_id)
{
    size_t size = 0;
    const char *word = cell != NULL && area_id != NULL ? word_next(cell, &size) : NULL;
    for (; word != NULL; word = word_next(word + size, &size)) {
        if (strlen(area_id) == size && memcmp(word, area_id, size) == 0)
            return true;
    }
    return false;
}

/* A measure of yes or no earns the whole weight or nothing. */
static void answer(struct breakdown_line *line, bool yes)
{
    line->has_measure = true;
    line->measure = yes ? 1 : 0;
    line->points = yes ? line->weight : 0;
}

static void find_score(const struct fitting *pair, struct breakdown_line *line)
{
    problem_score(pair->problem, pair->household, pair->dwelling, &line->points);
}

static void find_wish(const struct fitting *pair, struct breakdown_line *line)
{
    answer(line, names_area(pair->people->wishes, pair->area_id) &&
                     !names_area(pair->people->avoid, pair->area_id));
}

static void find_margin(const struct fitting *pair, struct breakdown_line *line)
{
    const struct household *household = &pair->problem->households[pair->household];
    const husly_amount full = pair->problem->policy.margin_full;
    if (!household->has_budget)
        return;
    const husly_amount net_rent = pair->home->rent + pair->home->utilities -
                                  benefit_of_pair(pair->problem, pair->household, pair->dwelling);
    const husly_amount margin = household->budget - net_rent;
    line->has_measure = true;
    line->measure = margin >= 0 ? margin / 100 : -((99 - margin) / 100);
    if (margin > 0 && margin < full)
        line->points = (int64_t)((wide)line->weight * margin / full);
    else if (margin > 0)
        line->points = line->weight;
}

static void find_size(const struct fitting *pair, struct breakdown_line *line)
{
    if (!kind_is_single(pair->home->kind))
        return;
    const int64_t rooms = pair->home->rooms;
    line->has_measure = true;
    line->measure = rooms - pair->persons;
    wide lost = 0;
    if (rooms > pair->persons && rooms > pair->expected) {
        const int64_t needed = pair->persons > pair->expected ? pair->persons : pair->expected;
        lost = (wide)line->weight * (rooms - needed) / 2;
    } else if (rooms < pair->persons) {
        lost = (wide)line->weight * (pair->persons - rooms) / 4;
    }
    line->points = lost < line->weight ? (int64_t)(line->weight - lost) : 0;
}

static void find_reunion(const struct fitting *pair, struct breakdown_line *line)
{
    const husly_policy *policy = &pair->problem->policy;
    if (!kind_is_single(pair->home->kind))
        return;
    line->has_measure = true;
    if (pair->expected <= pair->persons)
        return;
    line->measure = pair->expected - pair->persons;
    const bool by_rooms = pair->expected <= (int64_t)pair->home->rooms * policy->persons_per_room;
    const bool by_area = pair->home->area_m2 != HUSLY_NO_NUMBER &&
                         pair->expected * policy->m2_per_person <= pair->home->area_m2;
    if (by_rooms || by_area)
        line->points = line->weight;
}

static int64_t later(int64_t day, husly_date given, int32_t days)
{
    return given != HUSLY_NO_DATE && (int64_t)given + days > day ? (int64_t)given + days : day;
}

static void find_early(const struct fitting *pair, struct breakdown_line *line)
{
    const husly_policy *policy = &pair->problem->policy;
    int64_t ready = later(policy->round_date, pair->people->arrival, 0);
    ready = later(ready, pair->people->hojskole_from, policy->hojskole_days);
    int64_t free_from = pair->home->available_from != HUSLY_NO_DATE ? pair->home->available_from
                                                                    : policy->round_date;
    free_from = later(free_from, pair->home->hearing_from, policy->hearing_days);
    const int64_t horizon = policy->horizon_days < 1 ? 1 : policy->horizon_days;
    line->has_measure = true;
    line->measure = free_from > ready ? free_from - ready : 0;
    if (line->measure < horizon)
        line->points = (int64_t)((wide)line->weight * (horizon - line->measure) / horizon);
}

static void find_youth(const struct fitting *pair, struct breakdown_line *line)
{
    answer(line, pair->people->student && pair->home->kind == HUSLY_KIND_YOUTH);
}

static void find_unchanged(const struct fitting *pair, struct breakdown_line *line)
{
    answer(line, pair->problem->households[pair->household].earlier == pair->dwelling);
}

static void find_together(const struct fitting *pair, struct breakdown_line *line)
{
    const int group = pair->problem->households[pair->household].group;
    answer(line, group != NONE && pair->problem->group_sizes[group] > 1 && pair->area_id != NULL);
}

static void find_minutes(const husly_policy *policy, struct breakdown_line *line)
{
    if (line->measure <= policy->access_near)
        line->points = line->weight;
    else if (line->measure < policy->access_far)
        line->points = (int64_t)((wide)line->weight * (policy->access_far - line->measure) /
                                 (policy->access_far - policy->access_near));
}

/* Of a column of areas.csv. */
static void find_column(const struct fitting *pair, int column, struct breakdown_line *line)
{
    const husly_problem *problem = pair->problem;
    const struct area_measure *measure = &problem->measures[column];
    const int area = problem_area_of(problem, &problem->dwellings[pair->dwelling]);
    if (area == NONE || (text_equal(measure->name, "access_school") && pair->people->children == 0))
        return;
    const int64_t cell =
        problem->measure_values[(size_t)problem->measure_count * (size_t)area + (size_t)column];
    if (cell == HUSLY_NO_WEIGHT)
        return;
    line->has_measure = true;
    line->measure = cell;
    if (measure->is_access)
        find_minutes(&problem->policy, line);
    else
        line->points = cell * line->weight;
}

/* The terms around the columns of areas.csv. */
static const struct {
    const char *term;
    void (*find)(const struct fitting *pair, struct breakdown_line *line);
    husly_weight weight;
} last_terms[] = {
    {"margin", find_margin, HUSLY_WEIGHT_MARGIN},
    {"size", find_size, HUSLY_WEIGHT_SIZE},
    {"reunion", find_reunion, HUSLY_WEIGHT_REUNION},
    {"early", find_early, HUSLY_WEIGHT_EARLY},
    {"youth", find_youth, HUSLY_WEIGHT_YOUTH},
    {"unchanged", find_unchanged, HUSLY_WEIGHT_UNCHANGED},
    {"together", find_together, HUSLY_WEIGHT_TOGETHER},
};

enum { TERM_SCORE, TERM_WISH, FIRST_COLUMN, LAST_TERMS = sizeof last_terms / sizeof *last_terms };

int fit_term_count(const husly_problem *problem)
{
    return FIRST_COLUMN + problem->measure_count + LAST_TERMS;
}

/* The term by its number and its weight, before anything is measured. */
static struct breakdown_line line_of(const husly_problem *problem, int number)
{
    const int column = number - FIRST_COLUMN;
    if (number == TERM_SCORE)
        return (struct breakdown_line){.term = "score"};
    if (number == TERM_WISH)
        return breakdown_nothing("wish", problem->policy.wish_points);
    if (column < problem->measure_count)
        return breakdown_nothing(problem->measures[column].name, problem->measures[column].weight);
    const int last = column - problem->measure_count;
    return breakdown_nothing(last_terms[last].term, problem->weights[last_terms[last].weight]);
}

bool fit_term(const husly_problem *problem, int household, int dwelling, int number,
              struct breakdown_line *line)
{
    const struct fitting pair = fitting_of(problem, household, dwelling);
    const int column = number - FIRST_COLUMN;
    *line = line_of(problem, number);
    if (line->has_weight && line->weight == 0)
        return false;
    if (number == TERM_SCORE && !problem_scored(problem, household, dwelling))
        return false;
    if (number == TERM_SCORE)
        find_score(&pair, line);
    else if (number == TERM_WISH)
        find_wish(&pair, line);
    else if (column < problem->measure_count)
        find_column(&pair, column, line);
    else
        last_terms[column - problem->measure_count].find(&pair, line);
    return true;
}

int64_t fit_points(const husly_problem *problem, int household, int dwelling)
{
    int64_t points = 0;
    for (int number = 0; number < fit_term_count(problem); number++) {
        struct breakdown_line line;
        if (fit_term(problem, household, dwelling, number, &line))
            points += line.points;
    }
    return points;
}
