/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/part.h"

#include "base/error.h"
#include "base/memory.h"
#include "solve/drawn_run.h"
#include "solve/run.h"

/* Inside lp_run(). */
struct part_work {
    struct run run;
    struct drawn_run drawn;
    struct program *program; /* freed outside, panic or not */
};

static void take_room(struct run *run)
{
    const struct program *program = run->program;
    run->solution->values =
        claim(run->passed, (size_t)program->column_count + 1, sizeof *run->solution->values);
    run->solution->stages =
        claim(run->results, (size_t)program->stage_count + 1, sizeof *run->solution->stages);
}

static bool is_large(const struct run *run)
{
    const int64_t above = run->limits->draw_above > 0 ? run->limits->draw_above : DRAW_ABOVE;
    return run->limits->start == NULL && pool_pair_count(run->pool) > above;
}

static void work_on(void *user)
{
    struct part_work *work = user;
    if (is_large(&work->run)) {
        drawn_run_stages(&work->drawn);
        return;
    }
    work->program = pool_program(work->run.pool, NULL);
    if (work->program == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    work->run.program = work->program;
    take_room(&work->run);
    run_stages(&work->run);
}

static void write_choices(const struct part *part, const struct run *run)
{
    const struct pool *pool = run->pool;
    for (int column = 0; column < run->program->column_count; column++) {
        const struct program_column *it = &run->program->columns[column];
        if (it->group == NO_INDEX || run->solution->values[column] == 0)
            continue;
        const int group = part->alone ? it->group : pool->group_of[it->group];
        part->choices[group] = pool->places[it->key].key;
    }
}

static bool has_plan(const struct solution *solution)
{
    return solution->end != SOLVE_NO_PLAN && solution->end != SOLVE_NOT_FOUND;
}

static void solve_pool_of(struct part *part, const struct pool *pool)
{
    struct part_work work = {.run = {.pool = pool,
                                     .stage_count = pool->stage_count,
                                     .limits = &part->limits,
                                     .solution = &part->solution,
                                     .results = part->results}};
    work.drawn = (struct drawn_run){.run = &work.run, .most = part->limits.draw_most};
    if (!run_open(&work.run))
        part->status = error_memory(&part->error);
    else
        part->status = lp_run(work_on, &work, &part->error);
    if (part->status == HUSLY_OK && has_plan(&part->solution))
        write_choices(part, &work.run);
    part->solution.values = NULL;
    run_close(&work.run);
    drawn_run_close(&work.drawn);
    program_free(work.program);
}

void part_solve(struct part *part)
{
    struct pool *own = NULL;
    part->results = arena_new();
    if (!part->alone)
        own = pool_part(part->whole, part->part_of, part->number);
    if (part->results == NULL || (own == NULL && !part->alone)) {
        part->status = error_memory(&part->error);
    } else {
        if (own != NULL)
            own->totals = part->totals;
        solve_pool_of(part, part->alone ? part->whole : own);
    }
    pool_free(own);
}
