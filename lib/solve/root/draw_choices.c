/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "solve/root/best_choices.h"
#include "solve/root/root.h"
#include "solve/root/scan.h"

enum {
    MILLIONTHS = 1000000,
    BUCKETS = 2200, /* of losses, sixteen an octave */
    LEAST = 10,     /* of every group */
    MOST_OF_PLATEAU = 64
};

/* What is drawn, a bit a choice. */
struct drawing {
    struct root *root;
    wide room;          /* the largest loss of a choice that a better plan can have */
    int64_t *histogram; /* thread × BUCKETS */
    wide *left_out; /* by thread: the largest bound of a choice that is not drawn, in millionths */
    bool *leaves_out; /* by thread */
    int last_bucket;  /* up to this loss all are drawn */
    int least;
    size_t words;
    uint64_t *bits;
};

static int bucket_of(wide loss)
{
    int exponent = 0;
    if (loss <= 0)
        return 0;
    const double part = frexp((double)loss, &exponent);
    const int bucket = 1 + 16 * exponent + (int)((part - 0.5) * 32);
    return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

static wide most_of(const struct look *look)
{
    wide most = 0;
    for (int k = 0; k < look->count; k++)
        most = look->values[k] > most ? look->values[k] : most;
    return most;
}

static void count_losses(void *user, const struct look *look)
{
    const struct drawing *drawing = user;
    int64_t *histogram = drawing->histogram + (size_t)look->worker * BUCKETS;
    const wide most = most_of(look);
    for (int k = 0; k < look->count; k++) {
        const wide loss = most - look->values[k];
        if (loss <= drawing->room)
            histogram[bucket_of(loss)]++;
    }
}

/* Everything up to a loss, as far as there is room for it beside the best few of every group. Where
 * even those without any loss are too many, the best few are all there is. */
static void choose_losses(struct drawing *drawing, int most)
{
    const int groups = drawing->root->pool->group_count;
    int64_t sum = 0;
    drawing->last_bucket = NO_INDEX;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        for (int worker = 0; worker < scan_threads(drawing->root->scan); worker++)
            sum += drawing->histogram[(size_t)worker * BUCKETS + (size_t)bucket];
        if (sum > most)
            break;
        drawing->last_bucket = bucket;
    }
    const int share = groups > 0 ? most / groups : 0;
    const int least = drawing->last_bucket == NO_INDEX ? MOST_OF_PLATEAU : LEAST;
    drawing->least = share < 1 ? 1 : share < least ? share : least;
}

static void note_left_out(const struct drawing *drawing, const struct look *look, wide bound)
{
    if (drawing->leaves_out[look->worker] && bound <= drawing->left_out[look->worker])
        return;
    drawing->leaves_out[look->worker] = true;
    drawing->left_out[look->worker] = bound;
}

static void draw_group(void *user, const struct look *look)
{
    const struct drawing *drawing = user;
    uint64_t *bits = drawing->bits + (size_t)look->group * drawing->words;
    const wide most = most_of(look);
    int best[MOST_OF_PLATEAU];
    const int count = best_choices(look, drawing->least, best);
    for (int k = 0; k < count; k++)
        bits_add(bits, best[k]);
    if (drawing->root->pool->groups[look->group].pinned != NO_INDEX)
        return;
    for (int k = 0; k < look->count; k++) {
        const wide loss = most - look->values[k];
        if (loss <= drawing->room && bucket_of(loss) <= drawing->last_bucket)
            bits_add(bits, look->places[k]);
        else if (!bits_has(bits, look->places[k]))
            note_left_out(drawing, look, drawing->root->total - loss);
    }
}

static bool is_allowed(const struct pool *pool, int group, int place)
{
    const int pinned = pool->groups[group].pinned;
    return pinned == NO_INDEX ? bits_has(pool_allowed(pool, group), place) : place == pinned;
}

static void draw_plan(const struct drawing *drawing, const int *plan)
{
    for (int group = 0; plan != NULL && group < drawing->root->pool->group_count; group++) {
        if (plan[group] != NO_INDEX)
            bits_add(drawing->bits + (size_t)group * drawing->words, plan[group]);
    }
}

/* Choices that an equation holds together are drawn together; `touched` has a flag a row. */
static void draw_ties(const struct drawing *drawing, bool *touched)
{
    const struct pool *pool = drawing->root->pool;
    for (bool more = true; more;) {
        more = false;
        for (int at = 0; at < pool->link_count; at++) {
            const struct pool_link *link = &pool->links[at];
            uint64_t *bits = drawing->bits + (size_t)link->group * drawing->words;
            if (!pool->rows[link->row].equal || !is_allowed(pool, link->group, link->place))
                continue;
            if (bits_has(bits, link->place) == touched[link->row])
                continue;
            more = true;
            touched[link->row] = true;
            bits_add(bits, link->place);
        }
    }
}

static bool list_drawn(const struct drawing *drawing, struct drawn *drawn)
{
    const struct pool *pool = drawing->root->pool;
    int *first = arena_take(drawn->arena, (size_t)pool->group_count + 1, sizeof *first);
    for (int group = 0; group < pool->group_count && first != NULL; group++)
        first[group + 1] = first[group] + bits_count(drawing->bits + (size_t)group * drawing->words,
                                                     pool->place_count);
    bool *wanted = arena_take(drawn->arena, (size_t)pool->row_count + 1, sizeof *wanted);
    int *row_of = arena_take(drawn->arena, (size_t)pool->row_count + 1, sizeof *row_of);
    int *seed_of = arena_take(drawn->arena, (size_t)pool->seed_count + 1, sizeof *seed_of);
    int *places = first == NULL ? NULL
                                : arena_take(drawn->arena, (size_t)first[pool->group_count] + 1,
                                             sizeof *places);
    if (places == NULL || wanted == NULL || row_of == NULL || seed_of == NULL)
        return false;
    for (int row = 0; row < pool->row_count; row++)
        wanted[row] = drawing->root->multipliers[row] != 0;
    int at = 0;
    for (int group = 0; group < pool->group_count; group++) {
        const uint64_t *bits = drawing->bits + (size_t)group * drawing->words;
        for (int place = bits_next(bits, 0, pool->place_count); place < pool->place_count;
             place = bits_next(bits, place + 1, pool->place_count))
            places[at++] = place;
    }
    drawn->draw = (struct pool_draw){first, places, wanted, row_of, seed_of};
    return true;
}

static int64_t level_of(const struct drawing *drawing)
{
    int64_t level = INT64_MIN;
    for (int worker = 0; worker < scan_threads(drawing->root->scan); worker++) {
        const int64_t own = (int64_t)wide_floor(drawing->left_out[worker], MILLIONTHS);
        if (drawing->leaves_out[worker] && own > level)
            level = own;
    }
    return level;
}

static bool draw_all(struct drawing *drawing, const int *plan, int most, struct drawn *drawn)
{
    struct root *root = drawing->root;
    const struct pool *pool = root->pool;
    const size_t threads = (size_t)scan_threads(root->scan);
    bool *touched = arena_take(drawn->arena, (size_t)pool->row_count + 1, sizeof *touched);
    drawing->words = bits_words(pool->place_count);
    drawing->bits = memory_new((size_t)pool->group_count * drawing->words + 1, sizeof(uint64_t));
    drawing->histogram = memory_new(threads * BUCKETS, sizeof *drawing->histogram);
    drawing->left_out = memory_new(threads, sizeof *drawing->left_out);
    drawing->leaves_out = memory_new(threads, sizeof *drawing->leaves_out);
    if (touched == NULL || drawing->bits == NULL || drawing->histogram == NULL ||
        drawing->left_out == NULL || drawing->leaves_out == NULL)
        return false;
    scan_all(root->scan, count_losses, drawing);
    choose_losses(drawing, most);
    scan_all(root->scan, draw_group, drawing);
    root->work += 2 * scan_work(root->scan);
    draw_plan(drawing, plan);
    draw_ties(drawing, touched);
    drawn->level = level_of(drawing);
    return list_drawn(drawing, drawn);
}

struct drawn *root_draw(struct root *root, const struct question *question, const int *plan,
                        int64_t goal, int most)
{
    struct arena *arena = arena_new();
    struct drawn *drawn = arena == NULL ? NULL : arena_take(arena, 1, sizeof *drawn);
    if (drawn == NULL) {
        arena_free(arena);
        return NULL;
    }
    drawn->arena = arena;
    struct drawing drawing = {.root = root, .room = root->total - ((wide)goal + 1) * MILLIONTHS};
    scan_pay(root->scan, question->stage, root->multipliers);
    const bool made = draw_all(&drawing, plan, most, drawn);
    memory_free(drawing.bits);
    memory_free(drawing.histogram);
    memory_free(drawing.left_out);
    memory_free(drawing.leaves_out);
    if (made)
        return drawn;
    drawn_free(drawn);
    return NULL;
}

void drawn_free(struct drawn *drawn)
{
    if (drawn != NULL)
        arena_free(drawn->arena);
}
