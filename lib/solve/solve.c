/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/solve.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "solve/exact.h"
#include "solve/master.h"
#include "solve/primal/improve.h"
#include "solve/primal/settle.h"
#include "solve/primal/shortfall.h"
#include "solve/primal/start.h"
#include "solve/recall.h"
#include "solve/run.h"
#include "solve/tree.h"

static void start_arenas(struct run *run)
{
    arena_free(run->arena);
    arena_free(run->scratch);
    run->arena = arena_new();
    run->scratch = arena_new();
    if (run->arena == NULL || run->scratch == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
}

/* Each stage gets an even part of the work and the time that are left. */
void run_enter_stage(struct run *run, int stage)
{
    const int stages = run->stage_count - stage;
    if (run->limits->work > 0) {
        const int64_t most = INT64_MAX / WORK_UNIT;
        const int64_t limit = run->limits->work < most ? run->limits->work : most;
        const int64_t part = (limit * WORK_UNIT - run->work) / stages;
        run->stage_work = run->work + (part > 0 ? part : 1);
    }
    if (run->deadline > 0) {
        const double now = search_clock();
        run->stage_deadline = now + fmax(0, run->deadline - now) / stages;
    }
}

int64_t run_work_left(const struct run *run)
{
    if (run->limits->work == 0)
        return 0;
    return run->work < run->stage_work ? run->stage_work - run->work : 1;
}

bool run_may_go_on(const struct run *run)
{
    return (run->limits->work == 0 || run->work < run->stage_work) &&
           (run->stage_deadline == 0 || search_clock() < run->stage_deadline);
}

/* A bound holds for plans that have in every earlier stage what it was proven for. */
static int64_t known_bound(const struct run *run, int stage)
{
    const struct solve_start *start = run->limits->start;
    bool holds = start != NULL;
    for (int before = 0; before < stage && holds; before++)
        holds = start->known[before].is_known &&
                run->solution->stages[before].value >= start->known[before].value;
    return holds && start->known[stage].is_known ? start->known[stage].bound : INT64_MAX;
}

/* The cuts to begin with: those of the same stage in an earlier search, else of the stage before.
 */
static const struct heritage *heritage_of(const struct run *run, int stage)
{
    const struct solve_start *start = run->limits->start;
    const struct heritage *recalled = start != NULL ? recall(start->memory, stage) : NULL;
    return recalled != NULL ? recalled : &run->heritage;
}

static struct search search_of(struct run *run, int stage, const int64_t *plan)
{
    start_arenas(run);
    struct search search = {.arena = &run->arena,
                            .scratch = &run->scratch,
                            .limits = run->limits,
                            .stage = stage,
                            .work_limit = run_work_left(run),
                            .spent = run->work,
                            .end = SOLVE_DONE,
                            .bound = INT64_MAX,
                            .known = known_bound(run, stage),
                            .aside = run->aside,
                            .redraws = run->redraws,
                            .deadline = run->stage_deadline};
    search.first_floor = run->program->row_count - stage;
    search_start(&search, run->program, plan, heritage_of(run, stage));
    return search;
}

/* Of all that a search had, its linear program and its arenas are the largest. */
static void end_search(struct run *run, struct search *search)
{
    run->work += search->work;
    lp_free(search->lp);
    search->lp = NULL;
}

static void begin(struct run *run, struct search *search)
{
    const size_t columns = (size_t)run->program->column_count;
    int64_t *values = run->solution->values;
    start_fill(search, run->limits->start->wanted, values);
    run->begun = claim(run->passed, columns + 1, sizeof *run->begun);
    memcpy(run->begun, values, columns * sizeof *values);
}

/* What an earlier stage did for its points may be far from what this one wants, and the beginning
 * nearer. */
static void improve_begun(const struct run *run, struct search *search)
{
    improve_best(search);
    give_back(search);
    improve_from(search, run->begun);
}

/* Looks for any plan at all; `values`, which break rows, become it. Whatever has no more than -1
 * points in the program of shortfalls is no plan, so a case with that bound is closed. */
static enum solve_end find_plan(struct run *run, int64_t *values)
{
    struct program *program = run->program;
    const size_t room = (size_t)program->column_count + (size_t)program->row_count + 1;
    int64_t *beginning = claim(run->passed, room, sizeof *beginning);
    memcpy(beginning, values, (size_t)program->column_count * sizeof *values);
    program_free(run->shortfall);
    run->shortfall = shortfall_program(program, beginning);
    if (run->shortfall == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    const struct aside *aside = run->aside;
    run->program = run->shortfall;
    run->aside = NULL;
    struct search search = search_of(run, 0, beginning);
    run->program = program;
    run->aside = aside;
    search.best_value = -1;
    search.known = INT64_MAX;
    search.has_plan = false;
    master_build(&search);
    master_add_plan(&search, search.best);
    tree_search(&search);
    memcpy(values, search.best, (size_t)program->column_count * sizeof *values);
    const bool none = search.best_value < 0 && tree_proof(&search, run->passed).bound < 0;
    end_search(run, &search);
    if (search.best_value == 0)
        return SOLVE_DONE;
    return none ? SOLVE_NO_PLAN : SOLVE_NOT_FOUND;
}

/* A pinned column that the rows by themselves keep out, as its seed cut shows. */
static bool pins_dead(const struct program *program)
{
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].pinned && program->columns[column].dead_by != NO_INDEX)
            return true;
    }
    return false;
}

/* The plan to begin with. When the pins alone, with the counts they need, break a row, every plan
 * does, unless further choices may mend it. */
enum solve_end run_start(struct run *run)
{
    const struct program *program = run->program;
    int64_t *values = run->solution->values;
    for (int column = 0; column < program->column_count; column++)
        values[column] = program->columns[column].pinned ? 1 : 0;
    struct search search = search_of(run, 0, values);
    settle_values(&search, values);
    if (run->limits->start != NULL)
        begin(run, &search);
    if (exact_feasible(&search, values))
        return SOLVE_DONE;
    if (pins_dead(program) || !shortfall_mends(program))
        return SOLVE_NO_PLAN;
    const enum solve_end end = find_plan(run, values);
    if (end == SOLVE_DONE && run->limits->start != NULL) {
        search = search_of(run, 0, values);
        begin(run, &search);
    }
    return end;
}

/* Where an earlier stage was not proven, the plan may now do better there than the floor asks. Its
 * value is what the plan has; the floor follows, so that value and floor stay one number. */
static void raise_floors(struct run *run, struct search *search)
{
    struct program *program = run->program;
    for (int stage = 0; stage < search->stage; stage++) {
        int64_t value = 0;
        for (int column = 0; column < program->column_count; column++)
            value += program->objectives[stage][column] * search->best[column];
        program->rows[search->first_floor + stage].rhs = -value;
        run->solution->stages[stage].value = value;
    }
    exact_refresh_cuts(search);
}

/* Rows stay, whatever the stage: what was cut once need not be found again. */
static void hand_down(struct run *run, const struct search *search)
{
    const struct solve_start *start = run->limits->start;
    run->heritage = heritage_copy(search, run->passed);
    if (start != NULL)
        remember(start->memory, search);
}

/* What is proven with what was known; a search for the answer alone looks for better plans only. */
static int64_t lowest_bound(const struct search *search, int64_t proven)
{
    int64_t bound = proven < search->known ? proven : search->known;
    return bound > search->best_value ? bound : search->best_value;
}

/* More cases than these are no help. */
enum { MOST_CASES = 2000 };

static const struct proof *cases_of_stage_before(const struct run *run, int stage)
{
    if (stage == 0 || run->aside != NULL)
        return NULL;
    const struct stage_answer *before = &run->solution->stages[stage - 1];
    const int leaves = before->proof.leaf_count;
    const bool proven = before->proof.bound == before->value;
    return proven && leaves > 1 && leaves <= MOST_CASES ? &before->proof : NULL;
}

void run_stage(struct run *run, int stage)
{
    struct solution *solution = run->solution;
    struct search search = search_of(run, stage, solution->values);
    search.cases = cases_of_stage_before(run, stage);
    master_build(&search);
    master_add_plan(&search, search.best);
    cuts_press(&search, heritage_of(run, stage));
    if (run->begun != NULL)
        improve_begun(run, &search);
    tree_search(&search);
    run->linear = search.linear;
    raise_floors(run, &search);
    struct stage_answer *answer = &solution->stages[solution->stage_count++];
    answer->value = search.best_value;
    answer->proof = tree_proof(&search, run->results);
    if (!proof_name(&answer->names, run->program, &answer->proof, run->results))
        lp_panic(HUSLY_E_MEMORY, "");
    answer->bound = lowest_bound(&search, answer->proof.bound);
    hand_down(run, &search);
    memcpy(solution->values, search.best,
           (size_t)run->program->column_count * sizeof *solution->values);
    end_search(run, &search);
    if (search.end == SOLVE_STOPPED_BY_LIMIT && search_closes(&search, answer->proof.bound))
        search.end = SOLVE_DONE; /* the limit came with the last case */
    if (search.end == SOLVE_STOPPED_BY_CALLER || solution->end == SOLVE_DONE)
        solution->end = search.end;
}

void run_stages(struct run *run)
{
    run_enter_stage(run, 0);
    run->solution->end = run_start(run);
    if (run->solution->end != SOLVE_DONE)
        return;
    for (int stage = 0; stage < run->program->stage_count; stage++) {
        if (stage > 0)
            program_add_floor(run->program, stage - 1, run->solution->stages[stage - 1].value);
        if (run->program->failed)
            lp_panic(HUSLY_E_MEMORY, "");
        run_enter_stage(run, stage);
        run_stage(run, stage);
    }
    run->solution->work = run->work / WORK_UNIT;
}

bool run_open(struct run *run)
{
    const double seconds = run->limits->seconds;
    run->deadline = seconds > 0 ? search_clock() + seconds : 0;
    run->passed = arena_new();
    return run->passed != NULL;
}

void run_close(struct run *run)
{
    arena_free(run->arena);
    arena_free(run->scratch);
    arena_free(run->passed);
    program_free(run->shortfall);
}

static void work_on(void *user)
{
    run_stages(user);
}

husly_status solve_program(struct solution *out, struct program *program,
                           const struct solve_limits *limits, struct arena *arena,
                           husly_error *error)
{
    *out = (struct solution){.end = SOLVE_NO_PLAN};
    out->values = arena_take(arena, (size_t)program->column_count + 1, sizeof *out->values);
    out->stages = arena_take(arena, (size_t)program->stage_count + 1, sizeof *out->stages);
    struct run run = {.program = program,
                      .stage_count = program->stage_count,
                      .limits = limits,
                      .solution = out,
                      .results = arena};
    husly_status status = HUSLY_OK;
    if (out->values == NULL || out->stages == NULL || !run_open(&run))
        status = error_memory(error);
    else
        status = lp_run(work_on, &run, error);
    run_close(&run);
    return status;
}

const char *solve_glpk_version(void)
{
    return lp_version();
}
