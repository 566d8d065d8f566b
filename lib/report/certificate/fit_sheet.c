/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/fit_sheet.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "report/certificate/area_words.h"

/* One household at one dwelling. */
struct fitting {
    const struct fit_sheet *sheet;
    const struct household *household;
    const husly_household *people;
    int index, dwelling;
    const husly_dwelling *home;
    int64_t persons, expected;
};

static int64_t weight_of(const struct fitting *pair, husly_weight weight)
{
    return pair->sheet->problem->weights[weight];
}

static int64_t margin_points(const struct fitting *pair)
{
    const int64_t weight = weight_of(pair, HUSLY_WEIGHT_MARGIN);
    const husly_amount full = pair->sheet->problem->policy.margin_full;
    if (!pair->household->has_budget)
        return 0;
    const husly_amount benefit =
        benefit_sheet_pair(pair->sheet->benefits, pair->index, pair->dwelling);
    const husly_amount left =
        pair->household->budget - (pair->home->rent + pair->home->utilities - benefit);
    if (left <= 0)
        return 0;
    return left < full ? (int64_t)((wide)weight * left / full) : weight;
}

/* Half the weight is lost for a room too many, a quarter for one too few. */
static int64_t size_points(const struct fitting *pair)
{
    const int64_t weight = weight_of(pair, HUSLY_WEIGHT_SIZE);
    const int64_t rooms = pair->home->rooms;
    const int64_t most = pair->expected > pair->persons ? pair->expected : pair->persons;
    wide lost = 0;
    if (!kind_is_single(pair->home->kind))
        return 0;
    if (rooms > most)
        lost = (wide)weight * (rooms - most) / 2;
    else if (rooms < pair->persons)
        lost = (wide)weight * (pair->persons - rooms) / 4;
    return lost < weight ? (int64_t)(weight - lost) : 0;
}

static int64_t reunion_points(const struct fitting *pair)
{
    const husly_policy *policy = &pair->sheet->problem->policy;
    if (pair->expected <= pair->persons || !kind_is_single(pair->home->kind))
        return 0;
    const bool by_rooms = pair->expected <= (int64_t)policy->persons_per_room * pair->home->rooms;
    const bool by_area = pair->home->area_m2 != HUSLY_NO_NUMBER &&
                         pair->home->area_m2 >= pair->expected * policy->m2_per_person;
    return by_rooms || by_area ? weight_of(pair, HUSLY_WEIGHT_REUNION) : 0;
}

static int64_t day_ready(const husly_policy *policy, const husly_household *people)
{
    int64_t ready = policy->round_date;
    if (people->arrival != HUSLY_NO_DATE && people->arrival > ready)
        ready = people->arrival;
    if (people->hojskole_from != HUSLY_NO_DATE &&
        (int64_t)people->hojskole_from + policy->hojskole_days > ready)
        ready = (int64_t)people->hojskole_from + policy->hojskole_days;
    return ready;
}

static int64_t early_points(const struct fitting *pair, int64_t ready)
{
    const int64_t given = pair->sheet->problem->policy.horizon_days;
    const int64_t horizon = given < 1 ? 1 : given;
    const int64_t late = pair->sheet->free_from[pair->dwelling] - ready;
    if (late <= 0)
        return pair->sheet->early[0];
    return late < horizon ? pair->sheet->early[late] : 0;
}

static int64_t youth_points(const struct fitting *pair)
{
    const bool fits = pair->people->student && pair->home->kind == HUSLY_KIND_YOUTH;
    return fits ? weight_of(pair, HUSLY_WEIGHT_YOUTH) : 0;
}

/* Adds what the weights in force ask of one dwelling. */
static int64_t pair_points_of(const struct fitting *pair, int64_t ready)
{
    int64_t points = 0;
    if (weight_of(pair, HUSLY_WEIGHT_MARGIN) != 0)
        points += margin_points(pair);
    if (weight_of(pair, HUSLY_WEIGHT_SIZE) != 0)
        points += size_points(pair);
    if (weight_of(pair, HUSLY_WEIGHT_REUNION) != 0)
        points += reunion_points(pair);
    if (weight_of(pair, HUSLY_WEIGHT_EARLY) != 0)
        points += early_points(pair, ready);
    if (weight_of(pair, HUSLY_WEIGHT_YOUTH) != 0)
        points += youth_points(pair);
    if (pair->household->earlier == pair->dwelling)
        points += weight_of(pair, HUSLY_WEIGHT_UNCHANGED);
    return points;
}

static bool asks_pairs(const int64_t *weights)
{
    return weights[HUSLY_WEIGHT_MARGIN] != 0 || weights[HUSLY_WEIGHT_SIZE] != 0 ||
           weights[HUSLY_WEIGHT_REUNION] != 0 || weights[HUSLY_WEIGHT_EARLY] != 0 ||
           weights[HUSLY_WEIGHT_YOUTH] != 0 || weights[HUSLY_WEIGHT_UNCHANGED] != 0;
}

/* The goals that look at the area alone. */
static void fill_areas(struct fit_sheet *sheet, int household)
{
    const husly_problem *problem = sheet->problem;
    const struct household *it = &problem->households[household];
    const int64_t *columns = sheet->columns[it->given->children > 0];
    const bool shares = it->group != NONE && problem->group_sizes[it->group] >= 2;
    const int64_t together = shares ? problem->weights[HUSLY_WEIGHT_TOGETHER] : 0;
    size_t size = 0;
    for (int area = 0; area < problem->area_count; area++)
        sheet->by_area[area] = columns[area] + together + sheet->area_score[area];
    for (const char *word = word_next(it->given->wishes, &size); word != NULL;
         word = word_next(word + size, &size)) {
        const int area = area_named(problem, word, size);
        if (area != NONE && !names_area(problem, it->given->avoid, area))
            sheet->by_area[area] =
                columns[area] + together + sheet->area_score[area] + problem->policy.wish_points;
    }
}

/* The first of the sorted scores that are the household's. */
static int first_score(const struct score *scores, int count, int household)
{
    int low = 0, high = count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (scores[middle].household < household)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Adds the scores of areas, times 1 or −1, which every dwelling there has but for those below. */
static void add_area_scores(struct fit_sheet *sheet, int household, int times)
{
    const struct score *scores = sheet->problem->area_scores;
    const int count = sheet->problem->area_score_count;
    for (int at = first_score(scores, count, household);
         at < count && scores[at].household == household; at++)
        sheet->area_score[scores[at].target] += times * scores[at].score;
}

/* The dwelling's own score goes before its area's. */
static void add_own_scores(const struct fit_sheet *sheet, int household, const int *dwellings,
                           int count, int64_t *out)
{
    const struct score *scores = sheet->problem->dwelling_scores;
    const int score_count = sheet->problem->dwelling_score_count;
    int at = first_score(scores, score_count, household);
    for (int k = 0; k < count; k++) {
        while (at < score_count && scores[at].household == household &&
               scores[at].target < dwellings[k])
            at++;
        if (at == score_count || scores[at].household != household)
            return;
        if (scores[at].target == dwellings[k])
            out[k] += scores[at].score - sheet->area_score[sheet->area_of[dwellings[k]]];
    }
}

void fit_sheet_fill(struct fit_sheet *sheet, int household, const int *dwellings, int count,
                    int64_t *out)
{
    const husly_problem *problem = sheet->problem;
    const husly_household *people = problem->households[household].given;
    const int64_t persons = (int64_t)people->adults + people->children;
    const int64_t expected =
        people->expected_persons != HUSLY_NO_NUMBER ? people->expected_persons : persons;
    const int64_t ready = day_ready(&problem->policy, people);
    const bool by_pair = asks_pairs(problem->weights);
    struct fitting pair = {.sheet = sheet,
                           .household = &problem->households[household],
                           .people = people,
                           .index = household,
                           .persons = persons,
                           .expected = expected};
    add_area_scores(sheet, household, 1);
    fill_areas(sheet, household);
    for (int k = 0; k < count; k++)
        out[k] = sheet->by_area[sheet->area_of[dwellings[k]]];
    add_own_scores(sheet, household, dwellings, count, out);
    add_area_scores(sheet, household, -1);
    for (int k = 0; k < count && by_pair; k++) {
        pair.dwelling = dwellings[k];
        pair.home = problem->dwellings[dwellings[k]].given;
        out[k] += pair_points_of(&pair, ready);
    }
}

/* An access column earns its weight up to one number of minutes and nothing from another on. */
static int64_t column_points(const husly_policy *policy, const struct area_measure *measure,
                             int64_t cell)
{
    if (!measure->is_access)
        return cell * measure->weight;
    if (cell <= policy->access_near)
        return measure->weight;
    if (cell >= policy->access_far)
        return 0;
    return (int64_t)((wide)measure->weight * (policy->access_far - cell) /
                     (policy->access_far - policy->access_near));
}

static void fill_columns(struct fit_sheet *sheet)
{
    const husly_problem *problem = sheet->problem;
    const size_t columns = (size_t)problem->measure_count;
    for (int area = 0; area < problem->area_count; area++) {
        for (size_t at = 0; at < columns; at++) {
            const struct area_measure *measure = &problem->measures[at];
            const int64_t cell = problem->measure_values[columns * (size_t)area + at];
            const bool for_children = text_equal(measure->name, "access_school");
            if (measure->weight == 0 || cell == HUSLY_NO_WEIGHT)
                continue;
            const int64_t points = column_points(&problem->policy, measure, cell);
            sheet->columns[0][area] += for_children ? 0 : points;
            sheet->columns[1][area] += points;
        }
    }
}

static void fill_dwellings(struct fit_sheet *sheet)
{
    const husly_problem *problem = sheet->problem;
    const husly_policy *policy = &problem->policy;
    for (int d = 0; d < problem->dwelling_count; d++) {
        const husly_dwelling *home = problem->dwellings[d].given;
        const int area = problem_area_of(problem, &problem->dwellings[d]);
        int64_t day =
            home->available_from != HUSLY_NO_DATE ? home->available_from : policy->round_date;
        if (home->hearing_from != HUSLY_NO_DATE &&
            (int64_t)home->hearing_from + policy->hearing_days > day)
            day = (int64_t)home->hearing_from + policy->hearing_days;
        sheet->free_from[d] = day;
        sheet->area_of[d] = area != NONE ? area : problem->area_count;
    }
}

/* What the days of waiting leave of the weight; at least the day itself has it all. */
static bool fill_early(struct fit_sheet *sheet, struct arena *arena)
{
    const husly_policy *policy = &sheet->problem->policy;
    const int64_t weight = sheet->problem->weights[HUSLY_WEIGHT_EARLY];
    const int64_t horizon = policy->horizon_days < 1 ? 1 : policy->horizon_days;
    if (weight == 0)
        return true;
    sheet->early = arena_take(arena, (size_t)horizon, sizeof *sheet->early);
    for (int64_t day = 0; day < horizon && sheet->early != NULL; day++)
        sheet->early[day] = (int64_t)((wide)weight * (horizon - day) / horizon);
    return sheet->early != NULL;
}

bool fit_sheet_open(struct fit_sheet *sheet, const husly_problem *problem,
                    const struct benefit_sheet *benefits, struct arena *arena)
{
    const size_t areas = (size_t)problem->area_count + 1;
    const size_t dwellings = (size_t)problem->dwelling_count + 1;
    *sheet = (struct fit_sheet){.problem = problem, .benefits = benefits};
    sheet->columns[0] = arena_take(arena, areas, sizeof(int64_t));
    sheet->columns[1] = arena_take(arena, areas, sizeof(int64_t));
    sheet->by_area = arena_take(arena, areas, sizeof(int64_t));
    sheet->area_score = arena_take(arena, areas, sizeof(int64_t));
    sheet->free_from = arena_take(arena, dwellings, sizeof *sheet->free_from);
    sheet->area_of = arena_take(arena, dwellings, sizeof *sheet->area_of);
    if (sheet->columns[0] == NULL || sheet->columns[1] == NULL || sheet->by_area == NULL ||
        sheet->area_score == NULL || sheet->free_from == NULL || sheet->area_of == NULL)
        return false;
    fill_columns(sheet);
    fill_dwellings(sheet);
    return fill_early(sheet, arena);
}
