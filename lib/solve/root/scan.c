/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/root/scan.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { MILLIONTHS = 1000000, BLOCK = 32, MOST_THREADS = 64 };

/* Groups of one kind pay the same for a place but for their links. */
struct kind_of {
    const struct pool *pool;
    int group;
};

/* What one thread needs. */
struct worker {
    struct scan *scan;
    int number;
    int *places;
    int64_t *points;
    wide *values;
    wide *costs; /* by place, for a group of `kind` */
    int kind;
    scan_visit *visit;
    void *user;
};

struct scan {
    const struct pool *pool;
    struct arena *arena;
    int stage;
    const int64_t *multipliers;
    int64_t *weights;                           /* of the stages' points */
    int measures[POOL_MEASURES], measure_count; /* that some row with a price looks at */
    wide *prices;                               /* place × measure_count */
    struct kind_of *order;                      /* groups, kind by kind */
    int *kind;                                  /* by place in the order; NO_INDEX: alone */
    int64_t pair_count;
    struct worker *workers;
    int threads;
};

static int compare_kinds(const void *a, const void *b)
{
    const struct kind_of *left = a, *right = b;
    const struct pool *pool = left->pool;
    const int order = memcmp(pool->groups[left->group].measures,
                             pool->groups[right->group].measures, sizeof pool->groups[0].measures);
    if (order != 0)
        return order;
    for (int table = 0; table < pool->table_count; table++) {
        const int own = pool->tables[table].class_of[left->group];
        const int other = pool->tables[table].class_of[right->group];
        if (own != other)
            return own < other ? -1 : 1;
    }
    return 0;
}

static int compare_order(const void *a, const void *b)
{
    const int kinds = compare_kinds(a, b);
    const struct kind_of *left = a, *right = b;
    return kinds != 0 ? kinds : left->group < right->group ? -1 : 1;
}

/* Numbers the kinds that are common enough for a price list of all places to be shorter than the
 * lists of their groups. */
static void number_kinds(struct scan *scan)
{
    const struct pool *pool = scan->pool;
    const int64_t all = (int64_t)pool->group_count * pool->place_count;
    for (int first = 0, end = 0; first < pool->group_count; first = end) {
        while (end < pool->group_count &&
               compare_kinds(&scan->order[first], &scan->order[end]) == 0)
            end++;
        const int64_t size = end - first;
        const bool common = size * scan->pair_count > all;
        for (int at = first; at < end; at++)
            scan->kind[at] = common ? first : NO_INDEX;
    }
}

static void sort_groups(struct scan *scan)
{
    const struct pool *pool = scan->pool;
    for (int group = 0; group < pool->group_count; group++)
        scan->order[group] = (struct kind_of){pool, group};
    if (pool->group_count > 0)
        qsort(scan->order, (size_t)pool->group_count, sizeof *scan->order, compare_order);
    number_kinds(scan);
}

static bool worker_make(struct scan *scan, int number)
{
    const size_t places = (size_t)scan->pool->place_count + 1;
    struct worker *worker = &scan->workers[number];
    worker->scan = scan;
    worker->number = number;
    worker->places = arena_take(scan->arena, places, sizeof *worker->places);
    worker->points = arena_take(scan->arena, places, sizeof *worker->points);
    worker->values = arena_take(scan->arena, places, sizeof *worker->values);
    worker->costs = arena_take(scan->arena, places, sizeof *worker->costs);
    return worker->places != NULL && worker->points != NULL && worker->values != NULL &&
           worker->costs != NULL;
}

static bool scan_make(struct scan *scan)
{
    const struct pool *pool = scan->pool;
    const size_t groups = (size_t)pool->group_count + 1;
    scan->weights = arena_take(scan->arena, (size_t)pool->stage_count + 1, sizeof *scan->weights);
    scan->prices = arena_take(scan->arena, (size_t)pool->place_count * POOL_MEASURES + 1,
                              sizeof *scan->prices);
    scan->order = arena_take(scan->arena, groups, sizeof *scan->order);
    scan->kind = arena_take(scan->arena, groups, sizeof *scan->kind);
    scan->workers = arena_take(scan->arena, (size_t)scan->threads, sizeof *scan->workers);
    bool made = scan->weights != NULL && scan->prices != NULL && scan->order != NULL &&
                scan->kind != NULL && scan->workers != NULL;
    for (int number = 0; number < scan->threads && made; number++)
        made = worker_make(scan, number);
    return made;
}

struct scan *scan_new(const struct pool *pool, int threads)
{
    struct arena *arena = arena_new();
    struct scan *scan = arena == NULL ? NULL : arena_take(arena, 1, sizeof *scan);
    if (scan == NULL) {
        arena_free(arena);
        return NULL;
    }
    scan->pool = pool;
    scan->arena = arena;
    scan->threads = threads < 1 ? 1 : threads > MOST_THREADS ? MOST_THREADS : threads;
    if (!scan_make(scan)) {
        arena_free(arena);
        return NULL;
    }
    scan->pair_count = pool_pair_count(pool);
    sort_groups(scan);
    return scan;
}

void scan_free(struct scan *scan)
{
    if (scan != NULL)
        arena_free(scan->arena);
}

/* The measures that rows with a price look at; the others cost nothing anywhere. */
static void find_measures(struct scan *scan, int *slot_of)
{
    const struct pool *pool = scan->pool;
    for (int measure = 0; measure < POOL_MEASURES; measure++)
        slot_of[measure] = NO_INDEX;
    scan->measure_count = 0;
    for (int at = 0; at < pool->entry_count; at++) {
        const struct pool_entry *entry = &pool->entries[at];
        if (scan->multipliers[entry->row] == 0 || slot_of[entry->measure] != NO_INDEX)
            continue;
        slot_of[entry->measure] = scan->measure_count;
        scan->measures[scan->measure_count++] = entry->measure;
    }
}

static void price_places(struct scan *scan)
{
    const struct pool *pool = scan->pool;
    int slot_of[POOL_MEASURES];
    find_measures(scan, slot_of);
    memset(scan->prices, 0,
           (size_t)pool->place_count * (size_t)scan->measure_count * sizeof *scan->prices);
    for (int place = 0; place < pool->place_count; place++) {
        const struct pool_place *it = &pool->places[place];
        wide *prices = &scan->prices[(size_t)place * (size_t)scan->measure_count];
        for (int k = 0; k < it->entry_count; k++) {
            const struct pool_entry *entry = &pool->entries[it->first_entry + k];
            const int64_t multiplier = scan->multipliers[entry->row];
            if (multiplier != 0)
                prices[slot_of[entry->measure]] += (wide)multiplier * entry->factor;
        }
    }
}

void scan_pay(struct scan *scan, int stage, const int64_t *multipliers)
{
    scan->stage = stage;
    scan->multipliers = multipliers;
    for (int before = 0; before < stage; before++)
        scan->weights[before] = multipliers[scan->pool->row_count + before];
    scan->weights[stage] = MILLIONTHS;
    price_places(scan);
    for (int number = 0; number < scan->threads; number++)
        scan->workers[number].kind = NO_INDEX;
}

static wide table_cost(const struct scan *scan, int group, int zone)
{
    const struct pool *pool = scan->pool;
    wide cost = 0;
    for (int table = 0; table < pool->table_count && zone != NO_INDEX; table++) {
        const struct pool_table *it = &pool->tables[table];
        const int class = it->class_of[group];
        const int row = class == NO_INDEX ? NO_INDEX : it->rows[pool_square(pool, class, zone)];
        if (row != NO_INDEX)
            cost += (wide)scan->multipliers[row] * pool->groups[group].measures[it->measure];
    }
    return cost;
}

static wide place_cost(const struct scan *scan, int group, int place)
{
    const int64_t *measures = scan->pool->groups[group].measures;
    const wide *prices = &scan->prices[(size_t)place * (size_t)scan->measure_count];
    wide cost = table_cost(scan, group, scan->pool->places[place].zone);
    for (int k = 0; k < scan->measure_count; k++)
        cost += prices[k] * measures[scan->measures[k]];
    return cost;
}

static void pay_places(struct worker *worker, int group, int kind, int count)
{
    const struct scan *scan = worker->scan;
    if (kind == NO_INDEX) {
        for (int k = 0; k < count; k++)
            worker->values[k] = -place_cost(scan, group, worker->places[k]);
        return;
    }
    if (kind != worker->kind) {
        for (int place = 0; place < scan->pool->place_count; place++)
            worker->costs[place] = place_cost(scan, group, place);
        worker->kind = kind;
    }
    for (int k = 0; k < count; k++)
        worker->values[k] = -worker->costs[worker->places[k]];
}

static void pay_links(struct worker *worker, int group, int count)
{
    const struct pool *pool = worker->scan->pool;
    int at = 0;
    for (int k = pool->first_link[group]; k < pool->first_link[group + 1]; k++) {
        const struct pool_link *link = &pool->links[k];
        while (at < count && worker->places[at] < link->place)
            at++;
        if (at < count && worker->places[at] == link->place)
            worker->values[at] -= (wide)worker->scan->multipliers[link->row] * link->coefficient;
    }
}

static void add_points(struct worker *worker, int group, int count)
{
    const struct scan *scan = worker->scan;
    for (int stage = 0; stage <= scan->stage; stage++) {
        const int64_t weight = scan->weights[stage];
        if (weight == 0)
            continue;
        pool_points(scan->pool, stage, group, worker->places, count, worker->points);
        for (int k = 0; k < count; k++)
            worker->values[k] += (wide)weight * worker->points[k];
    }
}

static void look_at(struct worker *worker, int group, int kind)
{
    const struct pool *pool = worker->scan->pool;
    int count = 1;
    if (pool->groups[group].pinned != NO_INDEX)
        worker->places[0] = pool->groups[group].pinned;
    else
        count = pool_places(pool, group, worker->places);
    if (count == 0)
        return;
    pay_places(worker, group, kind, count);
    pay_links(worker, group, count);
    add_points(worker, group, count);
    const struct look look = {group, worker->places, worker->values, count, worker->number};
    worker->visit(worker->user, &look);
}

/* Which blocks of groups a thread looks at makes no difference to what it finds. */
static void *work(void *argument)
{
    struct worker *worker = argument;
    const struct scan *scan = worker->scan;
    for (int first = worker->number * BLOCK; first < scan->pool->group_count;
         first += scan->threads * BLOCK) {
        for (int at = first; at < first + BLOCK && at < scan->pool->group_count; at++)
            look_at(worker, scan->order[at].group, scan->kind[at]);
    }
    return NULL;
}

/* What no thread could be had for, this one does itself. */
void scan_all(struct scan *scan, scan_visit *visit, void *user)
{
    pthread_t threads[MOST_THREADS];
    bool running[MOST_THREADS] = {false};
    for (int number = 0; number < scan->threads; number++) {
        scan->workers[number].visit = visit;
        scan->workers[number].user = user;
    }
    for (int number = 1; number < scan->threads; number++)
        running[number] = pthread_create(&threads[number], NULL, work, &scan->workers[number]) == 0;
    for (int number = 0; number < scan->threads; number++) {
        if (running[number])
            pthread_join(threads[number], NULL);
        else
            work(&scan->workers[number]);
    }
}

void scan_group(struct scan *scan, int group, scan_visit *visit, void *user)
{
    scan->workers[0].visit = visit;
    scan->workers[0].user = user;
    look_at(&scan->workers[0], group, NO_INDEX);
}

wide scan_count(const struct scan *scan, int count)
{
    const struct pool *pool = scan->pool;
    const struct pool_count *it = &pool->counts[count];
    wide value = pool->priced_stage == NO_INDEX || pool->priced_stage > scan->stage
                     ? 0
                     : -(wide)it->price * scan->weights[pool->priced_stage];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &pool->count_entries[it->first_entry + k];
        value -= (wide)scan->multipliers[entry->row] * entry->coefficient;
    }
    return value;
}

/* Measured: a look at a choice is about a fifth of a simplex step at a column. */
int64_t scan_work(const struct scan *scan)
{
    return scan->pair_count / 5 + scan->pool->place_count;
}

int scan_threads(const struct scan *scan)
{
    return scan->threads;
}

int64_t scan_pairs(const struct scan *scan)
{
    return scan->pair_count;
}
