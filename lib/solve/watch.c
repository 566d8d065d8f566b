/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/watch.h"

#include "base/memory.h"
#include "solve/search.h"

bool watch_open(struct watch *watch, const struct solve_limits *limits, int part_count,
                int stage_count, struct arena *arena)
{
    *watch = (struct watch){.limits = limits, .part_count = part_count, .stage_count = stage_count};
    watch->parts = arena_take(arena, (size_t)part_count + 1, sizeof *watch->parts);
    for (int part = 0; part < part_count && watch->parts != NULL; part++) {
        struct watched *it = &watch->parts[part];
        it->watch = watch;
        it->values = arena_take(arena, (size_t)stage_count + 1, sizeof *it->values);
        it->bounds = arena_take(arena, (size_t)stage_count + 1, sizeof *it->bounds);
        if (it->values == NULL || it->bounds == NULL)
            return false;
    }
    return watch->parts != NULL && pthread_mutex_init(&watch->lock, NULL) == 0;
}

void watch_close(struct watch *watch)
{
    pthread_mutex_destroy(&watch->lock);
}

/* The first stage that a part has not ended. */
static int stage_of(const struct watch *watch)
{
    int stage = watch->stage_count - 1;
    for (int part = 0; part < watch->part_count; part++) {
        const struct watched *it = &watch->parts[part];
        const int now = it->state == PART_WAITS ? 0 : it->now.stage;
        if (it->state != PART_ENDED && now < stage)
            stage = now;
    }
    return stage;
}

static void add_part(struct solve_progress *sum, const struct watched *part)
{
    const bool ended = part->state == PART_ENDED;
    sum->work += part->now.work;
    sum->parts_done += ended;
    if (ended || (part->state == PART_AT_WORK && part->now.stage > sum->stage)) {
        sum->value += part->values[sum->stage];
        sum->bound += part->bounds[sum->stage];
        return;
    }
    const bool has_value = part->state == PART_AT_WORK && part->now.has_value;
    sum->value += has_value ? part->now.value : 0;
    sum->bound += has_value ? part->now.bound : part->trivial;
    sum->has_value = sum->has_value && has_value;
    sum->open += part->now.open;
}

/* What is being done is told of the first part that is at work on the stage. */
static struct solve_progress sum_of(const struct watch *watch)
{
    struct solve_progress sum = {.stage = stage_of(watch),
                                 .has_value = true,
                                 .doing = SOLVE_DOING_END,
                                 .parts = watch->part_count};
    for (int part = 0; part < watch->part_count; part++) {
        const struct watched *it = &watch->parts[part];
        add_part(&sum, it);
        if (sum.doing == SOLVE_DOING_END && it->state == PART_AT_WORK && it->now.stage == sum.stage)
            sum.doing = it->now.doing;
    }
    return sum;
}

static void tell(struct watch *watch)
{
    const struct solve_limits *limits = watch->limits;
    const double now = search_clock();
    if (limits->on_progress == NULL || watch->stopped || now - watch->told < 0.1)
        return;
    const struct solve_progress sum = sum_of(watch);
    watch->told = now;
    watch->stopped = !limits->on_progress(&sum, limits->user);
}

static void copy_stages(struct watched *part, int count)
{
    for (int stage = 0; stage < count; stage++) {
        part->values[stage] = part->solution->stages[stage].value;
        part->bounds[stage] = part->solution->stages[stage].proof.bound;
    }
}

bool watch_part(const struct solve_progress *progress, void *user)
{
    struct watched *part = user;
    struct watch *watch = part->watch;
    pthread_mutex_lock(&watch->lock);
    copy_stages(part, progress->stage);
    part->now = *progress;
    part->state = PART_AT_WORK;
    tell(watch);
    const bool goes_on = !watch->stopped;
    pthread_mutex_unlock(&watch->lock);
    return goes_on;
}

void watch_end_of(struct watched *part)
{
    pthread_mutex_lock(&part->watch->lock);
    copy_stages(part, part->solution->stage_count);
    part->now.work = part->solution->work;
    part->state = PART_ENDED;
    pthread_mutex_unlock(&part->watch->lock);
}

void watch_stop(struct watch *watch)
{
    pthread_mutex_lock(&watch->lock);
    watch->stopped = true;
    pthread_mutex_unlock(&watch->lock);
}
