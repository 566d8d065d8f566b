/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/solve_pool.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"
#include "solve/part.h"
#include "solve/search.h"
#include "solve/watch.h"

enum {
    MOST_THREADS = 8,
    SIZE_OF_PART = 100 /* what any part costs, in choices */
};

/* A round's parts on their way through the threads. */
struct crew {
    const struct pool *pool;
    const struct solve_limits *limits;
    struct arena *arena;
    husly_language language; /* of errors */
    struct part *parts;      /* by number */
    int *order;              /* their numbers, the largest first */
    int part_count, threads;
    int64_t size; /* of all parts */
    double deadline;
    struct watch watch; /* parts in `order` */

    pthread_mutex_t lock; /* of what follows */
    int next;             /* in `order` */
    int64_t waiting;      /* size of the parts not yet begun */
    int at_work;          /* how many are begun and not ended … */
    double promised;      /* … and the sum of when each of them has to end, in seconds */
};

static int thread_count(const struct solve_limits *limits, int parts)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);
    long threads = limits->threads > 0 ? limits->threads : processors;
    if (limits->threads == 0 && threads > MOST_THREADS)
        threads = MOST_THREADS;
    if (threads > parts)
        threads = parts;
    return threads < 1 ? 1 : (int)threads;
}

/* A share of a whole in proportion to size. */
static int64_t share_of(const struct crew *crew, const struct part *part, int64_t whole)
{
    return (int64_t)wide_floor((wide)whole * part->size, crew->size);
}

static int64_t best_of(const int64_t *points, int count)
{
    int64_t best = 0;
    for (int k = 0; k < count; k++)
        best = points[k] > best ? points[k] : best;
    return best;
}

/* What each part has at most in a stage if every group takes its best: added to `bounds`. False
 * when memory ran out. */
static bool add_trivial_bounds(const struct crew *crew, const int *part_of, int stage,
                               int64_t *bounds)
{
    const struct pool *pool = crew->pool;
    const size_t room = (size_t)pool->place_count + 1;
    int *places = memory_new(room, sizeof *places);
    int64_t *points = memory_new(room, sizeof *points);
    const bool ready = places != NULL && points != NULL;
    for (int group = 0; group < pool->group_count && ready; group++) {
        const int pinned = pool->groups[group].pinned;
        if (part_of[group] == NO_INDEX)
            continue;
        const int count = pinned != NO_INDEX ? 1 : pool_places(pool, group, places);
        if (pinned != NO_INDEX)
            places[0] = pinned;
        pool_points(pool, stage, group, places, count, points);
        bounds[part_of[group]] += pinned != NO_INDEX ? points[0] : best_of(points, count);
    }
    memory_free(places);
    memory_free(points);
    return ready;
}

/* A total that points are taken from is shared so that a gap of every part is a gap of the whole:
 * what a part could take away at most, and its share of the rest. */
static bool share_total(const struct crew *crew, const int *part_of, int stage)
{
    int64_t *most = memory_new((size_t)crew->part_count, sizeof *most);
    const bool ready = most != NULL && add_trivial_bounds(crew, part_of, stage, most);
    int64_t rest = crew->pool->totals[stage];
    for (int part = 0; part < crew->part_count && ready; part++)
        rest -= most[part];
    for (int part = 0; part < crew->part_count && ready; part++)
        crew->parts[part].totals[stage] = most[part] + share_of(crew, &crew->parts[part], rest);
    memory_free(most);
    return ready;
}

static bool share_totals(const struct crew *crew, const int *part_of)
{
    bool shared = true;
    for (int stage = 0; stage < crew->pool->stage_count && shared; stage++) {
        if (crew->pool->totals[stage] != 0 && crew->limits->gap_ppm > 0)
            shared = share_total(crew, part_of, stage);
    }
    return shared;
}

static int64_t work_of_part(const struct crew *crew, const struct part *part)
{
    if (crew->limits->work == 0)
        return 0;
    const int64_t work = share_of(crew, part, crew->limits->work);
    return work > 0 ? work : 1;
}

static void measure_parts(struct crew *crew, const int *part_of)
{
    const struct pool *pool = crew->pool;
    for (int part = 0; part < crew->part_count; part++)
        crew->parts[part].size = SIZE_OF_PART;
    for (int group = 0; group < pool->group_count; group++) {
        if (part_of[group] != NO_INDEX)
            crew->parts[part_of[group]].size +=
                bits_count(pool_allowed(pool, group), pool->place_count);
    }
    for (int part = 0; part < crew->part_count; part++)
        crew->size += crew->parts[part].size;
    crew->waiting = crew->size;
}

struct sized {
    int64_t size;
    int number;
};

static int compare_sizes(const void *a, const void *b)
{
    const struct sized *one = a, *other = b;
    if (one->size != other->size)
        return one->size > other->size ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

static bool order_parts(struct crew *crew)
{
    const size_t parts = (size_t)crew->part_count;
    crew->order = arena_take(crew->arena, parts, sizeof *crew->order);
    struct sized *sizes = memory_new(parts, sizeof *sizes);
    const bool ready = crew->order != NULL && sizes != NULL;
    for (int part = 0; part < crew->part_count && ready; part++)
        sizes[part] = (struct sized){crew->parts[part].size, part};
    if (ready)
        qsort(sizes, parts, sizeof *sizes, compare_sizes);
    for (int part = 0; part < crew->part_count && ready; part++)
        crew->order[part] = sizes[part].number;
    memory_free(sizes);
    return ready;
}

static bool set_parts(struct crew *crew, struct round_solution *out)
{
    const int stages = crew->pool->stage_count;
    for (int number = 0; number < crew->part_count; number++) {
        struct part *part = &crew->parts[number];
        part->whole = crew->pool;
        part->part_of = out->part_of;
        part->number = number;
        part->alone = crew->part_count == 1;
        part->choices = out->choices;
        part->limits = *crew->limits;
        part->error.language = crew->language;
        part->limits.work = work_of_part(crew, part);
        part->limits.threads = thread_count(crew->limits, MOST_THREADS) / crew->threads;
        part->totals = arena_take(crew->arena, (size_t)stages + 1, sizeof *part->totals);
        if (part->totals == NULL)
            return false;
        memcpy(part->totals, crew->pool->totals, (size_t)stages * sizeof *part->totals);
    }
    return share_totals(crew, out->part_of);
}

/* Only who watches several parts needs to know what may come of those not begun. */
static bool set_watch(struct crew *crew, const int *part_of)
{
    int64_t *bounds = arena_take(crew->arena, (size_t)crew->part_count, sizeof *bounds);
    if (bounds == NULL || !watch_open(&crew->watch, crew->limits, crew->part_count,
                                      crew->pool->stage_count, crew->arena))
        return false;
    const bool needs = crew->limits->on_progress != NULL && crew->part_count > 1;
    if (needs && crew->pool->stage_count > 0 && !add_trivial_bounds(crew, part_of, 0, bounds)) {
        watch_close(&crew->watch);
        return false;
    }
    for (int at = 0; at < crew->part_count; at++) {
        struct part *part = &crew->parts[crew->order[at]];
        crew->watch.parts[at].solution = &part->solution;
        crew->watch.parts[at].trivial = bounds[part->number];
        part->limits.on_progress = watch_part;
        part->limits.user = &crew->watch.parts[at];
    }
    return true;
}

static bool crew_open(struct crew *crew, struct round_solution *out)
{
    const size_t groups = (size_t)crew->pool->group_count + 1;
    out->choices = arena_take(crew->arena, groups, sizeof *out->choices);
    out->part_of = arena_take(crew->arena, groups, sizeof *out->part_of);
    if (out->choices == NULL || out->part_of == NULL)
        return false;
    const int parts = crew->limits->undivided ? 1 : pool_split(crew->pool, out->part_of);
    if (parts < 0)
        return false;
    for (int group = 0; group < crew->pool->group_count; group++)
        out->choices[group] = NO_INDEX;
    crew->part_count = parts > 0 ? parts : 1;
    crew->threads = thread_count(crew->limits, crew->part_count);
    crew->parts = arena_take(crew->arena, (size_t)crew->part_count, sizeof *crew->parts);
    if (crew->parts == NULL)
        return false;
    measure_parts(crew, out->part_of);
    return order_parts(crew) && set_parts(crew, out) && set_watch(crew, out->part_of);
}

/* What is left on the clock of all threads, but for what parts at work may use of it, is shared by
 * size among those that wait; none can use more than one thread. What a part leaves is the others'.
 */
static double seconds_of_part(const struct crew *crew, const struct part *part, double now)
{
    const double left = crew->deadline - now;
    const double used = crew->promised - crew->at_work * now;
    const double share = (left * crew->threads - used) * (double)part->size / (double)crew->waiting;
    const double seconds = share < left ? share : left;
    return seconds > 1e-6 ? seconds : 1e-6;
}

static void promise_seconds(struct crew *crew, struct part *part)
{
    const double now = search_clock();
    if (crew->deadline == 0)
        return;
    part->limits.seconds = seconds_of_part(crew, part, now);
    part->until = now + part->limits.seconds;
    crew->promised += part->until;
}

static int begin_next(struct crew *crew)
{
    pthread_mutex_lock(&crew->lock);
    const int at = crew->next < crew->part_count ? crew->next++ : NO_INDEX;
    if (at != NO_INDEX) {
        struct part *part = &crew->parts[crew->order[at]];
        promise_seconds(crew, part);
        crew->waiting -= part->size;
        crew->at_work++;
    }
    pthread_mutex_unlock(&crew->lock);
    return at;
}

static void end_part(struct crew *crew, const struct part *part, struct watched *watched)
{
    watch_end_of(watched);
    if (part->status != HUSLY_OK || part->solution.end == SOLVE_NO_PLAN)
        watch_stop(&crew->watch);
    pthread_mutex_lock(&crew->lock);
    crew->at_work--;
    crew->promised -= part->until;
    pthread_mutex_unlock(&crew->lock);
}

static void *work_on_parts(void *user)
{
    struct crew *crew = user;
    for (int at = begin_next(crew); at != NO_INDEX; at = begin_next(crew)) {
        struct part *part = &crew->parts[crew->order[at]];
        part_solve(part);
        end_part(crew, part, &crew->watch.parts[at]);
    }
    return NULL;
}

/* The caller's thread is one of them; where the system gives no more, the others do the work. */
static bool run_threads(struct crew *crew)
{
    pthread_t *threads = memory_new((size_t)crew->threads, sizeof *threads);
    if (threads == NULL || pthread_mutex_init(&crew->lock, NULL) != 0) {
        memory_free(threads);
        return false;
    }
    int started = 0;
    while (started < crew->threads - 1 &&
           pthread_create(&threads[started], NULL, work_on_parts, crew) == 0)
        started++;
    work_on_parts(crew);
    for (int thread = 0; thread < started; thread++)
        pthread_join(threads[thread], NULL);
    pthread_mutex_destroy(&crew->lock);
    memory_free(threads);
    return true;
}

/* The worst of two: no plan before none found, an interruption before a limit. */
static enum solve_end worse_end(enum solve_end one, enum solve_end other)
{
    static const int rank[] = {[SOLVE_DONE] = 0,
                               [SOLVE_STOPPED_BY_LIMIT] = 1,
                               [SOLVE_STOPPED_BY_CALLER] = 2,
                               [SOLVE_NOT_FOUND] = 3,
                               [SOLVE_NO_PLAN] = 4};
    return rank[one] > rank[other] ? one : other;
}

static void add_stages(struct round_solution *out, const struct solution *part)
{
    for (int stage = 0; stage < part->stage_count; stage++) {
        const struct stage_answer *answer = &part->stages[stage];
        struct round_stage *sum = &out->stages[stage];
        sum->value += answer->value;
        sum->bound += answer->proof.bound;
        sum->leaves += answer->proof.leaf_count;
        sum->cuts += answer->proof.cut_count;
    }
}

/* In order of number, whatever the order in which the parts ended. A part that fails stops the
 * others, so the first to tell of is one that failed. */
static husly_status join_parts(struct crew *crew, struct round_solution *out, husly_error *error)
{
    for (int number = 0; number < crew->part_count; number++) {
        struct part *part = &crew->parts[number];
        arena_adopt(crew->arena, part->results);
        out->parts[number] = part->solution;
        out->end = worse_end(out->end, part->solution.end);
        out->work += part->solution.work;
        add_stages(out, &part->solution);
    }
    for (int number = 0; number < crew->part_count; number++) {
        const struct part *part = &crew->parts[number];
        if (part->status != HUSLY_OK) {
            if (error != NULL)
                *error = part->error;
            return part->status;
        }
    }
    return HUSLY_OK;
}

static husly_status crew_solve(struct crew *crew, struct round_solution *out, husly_error *error)
{
    const size_t stages = (size_t)crew->pool->stage_count + 1;
    out->stages = arena_take(crew->arena, stages, sizeof *out->stages);
    out->parts = arena_take(crew->arena, (size_t)crew->part_count, sizeof *out->parts);
    out->part_count = crew->part_count;
    out->stage_count = crew->pool->stage_count;
    if (out->stages == NULL || out->parts == NULL || !run_threads(crew))
        return error_memory(error);
    return join_parts(crew, out, error);
}

husly_status solve_pool(struct round_solution *out, const struct pool *pool,
                        const struct solve_limits *limits, struct arena *arena, husly_error *error)
{
    struct crew crew = {.pool = pool, .limits = limits, .arena = arena};
    crew.language = error != NULL ? error->language : HUSLY_LANGUAGE_AUTO;
    *out = (struct round_solution){.end = SOLVE_DONE};
    crew.deadline = limits->seconds > 0 ? search_clock() + limits->seconds : 0;
    if (!crew_open(&crew, out))
        return error_memory(error);
    const husly_status status = crew_solve(&crew, out, error);
    watch_close(&crew.watch);
    return status;
}
