/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/root/root.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "solve/root/best_choices.h"
#include "solve/root/scan.h"

enum {
    MILLIONTHS = 1000000,
    PICKS = 16, /* of a group, a scan */
    STEPS = 30, /* between two scans */
    ROUNDS = 60,
    STARTS = 16,
    ENTRIES_A_STEP =
        10 /* measured: entries looked at in the time of a simplex step at one column */
};

/* Temperatures in terms of what a group is worth, and how they fall. */
static const double first_temperature = 0.05;
struct pace {
    double last, cooling;
    int rounds; /* at one temperature, at most */
};
/* A look at all choices of a nation takes seconds, so there are fewer. */
static const struct pace thorough = {1e-4, 0.5, 6}, hasty = {2e-3, 0.5, 4};
static const int64_t many_choices = 20000000;
/* A round at one temperature that gains less than this of it, a group, was the last. */
static const double settled = 0.1;
/* What loses more temperatures than these weighs nothing. */
static const double kept_loss = 10;

struct root *root_new(const struct pool *pool, int threads)
{
    const size_t rows = (size_t)pool->row_count + (size_t)pool->stage_count + 1;
    const size_t groups = (size_t)pool->group_count + 1;
    struct arena *arena = arena_new();
    struct root *root = arena == NULL ? NULL : arena_take(arena, 1, sizeof *root);
    if (root == NULL) {
        arena_free(arena);
        return NULL;
    }
    root->pool = pool;
    root->arena = arena;
    root->scan = scan_new(pool, threads);
    root->multipliers = arena_take(arena, rows, sizeof *root->multipliers);
    root->tried = arena_take(arena, rows, sizeof *root->tried);
    root->best = arena_take(arena, groups, sizeof *root->best);
    root->picks = arena_take(arena, groups * PICKS, sizeof *root->picks);
    if (root->scan != NULL && root->multipliers != NULL && root->tried != NULL &&
        root->best != NULL && root->picks != NULL)
        return root;
    root_free(root);
    return NULL;
}

void root_free(struct root *root)
{
    if (root == NULL)
        return;
    candidates_free(root->list);
    scan_free(root->scan);
    arena_free(root->arena);
}

int64_t root_bound(const struct root *root)
{
    return (int64_t)wide_floor(root->total, MILLIONTHS);
}

static void see_group(void *user, const struct look *look)
{
    const struct root *root = user;
    const bool pinned = root->pool->groups[look->group].pinned != NO_INDEX;
    int *picks = root->picks + (size_t)look->group * PICKS;
    const int count = best_choices(look, PICKS, picks);
    for (int k = count; k < PICKS; k++)
        picks[k] = NO_INDEX;
    const wide most = look_value(look, picks[0]);
    root->best[look->group] = most > 0 || pinned ? most : 0;
}

static int64_t rhs_of(const struct question *question, int row)
{
    const struct pool *pool = question->pool;
    return row < pool->row_count ? pool->rows[row].rhs : -question->values[row - pool->row_count];
}

/* L over all choices, and a few of the best of each group on the way. */
static wide total_of(struct root *root, const struct question *question, const int64_t *multipliers)
{
    const struct pool *pool = root->pool;
    wide total = 0;
    memset(root->best, 0, ((size_t)pool->group_count + 1) * sizeof *root->best);
    for (size_t k = 0; k < (size_t)pool->group_count * PICKS; k++)
        root->picks[k] = NO_INDEX;
    scan_pay(root->scan, question->stage, multipliers);
    scan_all(root->scan, see_group, root);
    root->work += scan_work(root->scan);
    for (int group = 0; group < pool->group_count; group++)
        total += root->best[group];
    for (int row = 0; row < pool->row_count + question->stage; row++)
        total += (wide)multipliers[row] * rhs_of(question, row);
    for (int count = 0; count < pool->count_count; count++) {
        const wide worth = scan_count(root->scan, count);
        total += worth > 0 ? worth * pool->counts[count].upper : 0;
    }
    return total;
}

static void keep(struct root *root, const struct question *question, const int64_t *multipliers,
                 wide total)
{
    const size_t rows = (size_t)root->pool->row_count + (size_t)question->stage;
    root->total = total;
    memmove(root->multipliers, multipliers, rows * sizeof *multipliers);
}

void root_try(struct root *root, const struct question *question, const int64_t *multipliers)
{
    const wide total = total_of(root, question, multipliers);
    if (total < root->total)
        keep(root, question, multipliers, total);
}

/* On the way from the first prices to the last. */
struct way {
    struct root *root;
    const struct question *question;
    const struct root_limits *limits;
    struct candidates *list;
    double *prices, *best; /* by row, divided as the list's rows are, and not */
    double unit;           /* what a group is worth about */
    double temperature;
    const struct pace *pace;
    int row_count, rounds;
};

static void round_prices(const struct way *way, const double *prices, int64_t *multipliers)
{
    const struct pool *pool = way->root->pool;
    for (int row = 0; row < way->row_count; row++) {
        const bool equal = row < pool->row_count && pool->rows[row].equal;
        const double whole = fmin(fmax(prices[row] * MILLIONTHS, -4e17), 4e17);
        multipliers[row] = (int64_t)llround(whole);
        if (multipliers[row] < 0 && !equal)
            multipliers[row] = 0;
    }
}

static void scale_prices(const struct way *way, double *prices, bool back)
{
    for (int row = 0; row < way->row_count; row++)
        prices[row] =
            back ? prices[row] / way->list->scale[row] : prices[row] * way->list->scale[row];
}

/* One look at all choices: the bound that the prices prove, and a list of the choices that look
 * good. */
static bool look_around(struct way *way)
{
    struct root *root = way->root;
    scale_prices(way, way->prices, false);
    candidates_prune(way->list, way->prices, kept_loss * way->temperature);
    scale_prices(way, way->prices, true);
    round_prices(way, way->prices, root->tried);
    const wide total = total_of(root, way->question, root->tried);
    if (total < root->total)
        keep(root, way->question, root->tried, total);
    struct candidates *list = candidates_new(way->question, way->list, root->picks, PICKS);
    if (list == NULL)
        return false;
    candidates_free(way->list);
    way->list = list;
    return true;
}

/* Steps at one temperature; cools when they lead nowhere any more. */
static void descend(struct way *way)
{
    const struct lagrange *lagrange = &way->list->lagrange;
    scale_prices(way, way->prices, false);
    const struct descent descent =
        lagrange_descend(lagrange, way->prices, way->best, way->temperature, STEPS);
    way->root->work +=
        (int64_t)STEPS * lagrange->first_entry[lagrange->column_count] / ENTRIES_A_STEP;
    memcpy(way->prices, way->best, (size_t)way->row_count * sizeof *way->prices);
    scale_prices(way, way->prices, true);
    const double gain = descent.middle - descent.last;
    way->rounds++;
    if (gain > settled * way->temperature * way->root->pool->group_count &&
        way->rounds < way->pace->rounds)
        return;
    way->temperature *= way->pace->cooling;
    way->rounds = 0;
}

static bool goes_on(const struct way *way)
{
    const struct root_limits *limits = way->limits;
    return way->temperature >= way->pace->last * way->unit &&
           (limits->work == 0 || way->root->work < limits->work) &&
           (limits->goes_on == NULL || limits->goes_on(limits->user));
}

static double worth_of_groups(const struct root *root)
{
    wide sum = 0;
    int count = 0;
    for (int group = 0; group < root->pool->group_count; group++) {
        sum += root->best[group] > 0 ? root->best[group] : 0;
        count += root->best[group] > 0;
    }
    return count > 0 ? (double)sum / MILLIONTHS / count : 1;
}

/* The stage before says what the rows are worth in its own points; how much these are worth here
 * is what its floor asks. */
static void start_from(struct way *way, const int64_t *before, double unit_before)
{
    const int floor = way->row_count - 1;
    double lowest = lagrange_value(&way->list->lagrange, way->prices);
    double *prices = way->best, *chosen = way->prices;
    for (int k = 0; k < STARTS; k++) {
        const double rate = way->unit / unit_before * ldexp(1, k - STARTS / 2);
        for (int row = 0; row < way->row_count; row++)
            prices[row] = row == floor ? rate : rate * (double)before[row] / MILLIONTHS;
        scale_prices(way, prices, false);
        const double value = lagrange_value(&way->list->lagrange, prices);
        if (value >= lowest)
            continue;
        lowest = value;
        memcpy(chosen, prices, (size_t)way->row_count * sizeof *chosen);
        scale_prices(way, chosen, true);
    }
}

/* Beginning with a list of what looks good without prices, and at those of the stage before. */
static bool begin(struct way *way, const int64_t *before, double unit_before)
{
    struct root *root = way->root;
    memset(root->multipliers, 0, (size_t)way->row_count * sizeof *root->multipliers);
    root->total = total_of(root, way->question, root->multipliers);
    way->unit = worth_of_groups(root);
    way->temperature = first_temperature * way->unit;
    way->list = candidates_new(way->question, root->list, root->picks, PICKS);
    if (way->list == NULL || way->question->stage == 0)
        return way->list != NULL;
    memcpy(root->tried, before, (size_t)way->row_count * sizeof *before);
    root->tried[way->row_count - 1] = MILLIONTHS;
    const wide total = total_of(root, way->question, root->tried);
    if (total < root->total)
        keep(root, way->question, root->tried, total);
    struct candidates *list = candidates_new(way->question, way->list, root->picks, PICKS);
    if (list == NULL)
        return false;
    candidates_free(way->list);
    way->list = list;
    start_from(way, before, unit_before);
    return true;
}

static bool go(struct way *way)
{
    for (int round = 0; round < ROUNDS && goes_on(way); round++) {
        descend(way);
        if (!look_around(way))
            return false;
    }
    return true;
}

bool root_find(struct root *root, const struct question *question, const struct root_limits *limits)
{
    const int rows = root->pool->row_count + question->stage;
    const bool many = scan_pairs(root->scan) > many_choices;
    struct way way = {.root = root,
                      .question = question,
                      .limits = limits,
                      .pace = many ? &hasty : &thorough,
                      .row_count = rows};
    int64_t *before = memory_new((size_t)rows + 1, sizeof *before);
    way.prices = memory_new((size_t)rows + 1, sizeof *way.prices);
    way.best = memory_new((size_t)rows + 1, sizeof *way.best);
    bool found = before != NULL && way.prices != NULL && way.best != NULL;
    if (found)
        memcpy(before, root->multipliers, (size_t)rows * sizeof *before);
    const double unit_before = root->unit;
    found = found && begin(&way, before, unit_before) && go(&way);
    root->unit = way.unit;
    candidates_free(root->list);
    root->list = way.list;
    if (root->list != NULL)
        candidates_forget(root->list);
    memory_free(before);
    memory_free(way.prices);
    memory_free(way.best);
    return found;
}
