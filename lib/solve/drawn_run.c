/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/drawn_run.h"

#include <string.h>

#include "base/memory.h"
#include "solve/search.h"

/* A program has about so many choices a group, but no fewer and, unless groups are very many, no
 * more than these. When its search is through and choices that were left out may still be better,
 * the next has more. */
enum {
    A_GROUP = 40,
    FEWEST = 12000,
    ENOUGH = 60000,
    AT_LEAST_A_GROUP = 10,
    MORE = 3,
    MOST = 240000, /* the memory of a search grows with them */
    DRAWINGS = 4,
    WAYS_OF_LINEAR = 4 /* steps towards it: whole, a half, a quarter */
};

static void *need(void *block)
{
    if (block == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    return block;
}

static void open_run(struct drawn_run *it)
{
    const struct run *run = it->run;
    const struct pool *pool = run->pool;
    const size_t stages = (size_t)pool->stage_count + 1;
    it->arena = need(arena_new());
    it->root = need(root_new(pool, run->limits->threads));
    it->plan = claim(it->arena, (size_t)pool->group_count + 1, sizeof *it->plan);
    it->values = claim(it->arena, stages, sizeof *it->values);
    it->found = claim(it->arena, stages, sizeof *it->found);
    run->solution->stages = claim(run->results, stages, sizeof *run->solution->stages);
    for (int group = 0; group < pool->group_count; group++)
        it->plan[group] = pool->groups[group].pinned;
}

void drawn_run_close(struct drawn_run *it)
{
    drawn_free(it->drawn);
    root_free(it->root);
    program_free(it->program);
    arena_free(it->arena);
}

static struct question question_of(const struct drawn_run *it, int stage)
{
    return (struct question){it->run->pool, stage, it->values, (const int64_t *const *)it->found};
}

/* Whoever watches is told a few times a second, not more. */
static bool goes_on(void *user)
{
    struct drawn_run *it = user;
    const struct solve_limits *limits = it->run->limits;
    if (it->deadline == 0 && limits->on_progress == NULL)
        return true;
    const double now = search_clock();
    if (it->deadline > 0 && now > it->deadline)
        return false;
    if (limits->on_progress == NULL || now - it->told < 0.1)
        return true;
    it->told = now;
    const struct solve_progress progress = {.stage = it->stage,
                                            .bound = root_bound(it->root),
                                            .work = (it->run->work + it->root->work) / WORK_UNIT,
                                            .doing = SOLVE_PRICES};
    return limits->on_progress(&progress, limits->user);
}

/* At most half of what the stage may cost goes into prices. */
static void find_prices(struct drawn_run *it, int stage)
{
    struct run *run = it->run;
    struct root *root = it->root;
    const size_t rows = (size_t)run->pool->row_count + (size_t)stage;
    run_enter_stage(run, stage);
    const int64_t work = run_work_left(run);
    const double deadline = run->stage_deadline;
    const struct question question = question_of(it, stage);
    const struct root_limits limits = {.work = work / 2, .goes_on = goes_on, .user = it};
    it->stage = stage;
    it->deadline = deadline == 0 ? 0 : (deadline + search_clock()) / 2;
    root->work = 0;
    if (!root_find(root, &question, &limits))
        lp_panic(HUSLY_E_MEMORY, "");
    it->found[stage] = claim(it->arena, rows + 1, sizeof **it->found);
    memcpy(it->found[stage], root->multipliers, rows * sizeof **it->found);
    run->work += root->work;
}

static int fewest_of(const struct drawn_run *it)
{
    const int groups = it->run->pool->group_count;
    if (it->most > 0)
        return it->most;
    if (groups > ENOUGH / AT_LEAST_A_GROUP)
        return AT_LEAST_A_GROUP * groups;
    const int most = A_GROUP * groups;
    return most < FEWEST ? FEWEST : most > ENOUGH ? ENOUGH : most;
}

/* The multipliers as terms of the program's rows, the floors behind all others. */
static void set_aside(struct drawn_run *it, int stage)
{
    const int rows = it->run->pool->row_count;
    const int floors = it->program->row_count - stage;
    struct term *terms = claim(it->arena, (size_t)(rows + stage) + 1, sizeof *terms);
    int count = 0;
    for (int row = 0; row < rows + stage; row++) {
        if (it->root->multipliers[row] != 0)
            terms[count++] = (struct term){
                TERM_ROW, row < rows ? it->drawn->draw.row_of[row] : floors + row - rows,
                it->root->multipliers[row]};
    }
    it->aside = (struct aside){terms, count, it->drawn->level};
    it->run->aside = &it->aside;
}

/* The plan in the program's columns. */
static void write_values(struct drawn_run *it)
{
    struct solution *solution = it->run->solution;
    const struct program *program = it->program;
    solution->values =
        claim(it->run->passed, (size_t)program->column_count + 1, sizeof *solution->values);
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *column_of = &program->columns[column];
        if (column_of->group != NO_INDEX && it->plan[column_of->group] == column_of->key)
            solution->values[column] = 1;
    }
}

static void read_plan(struct drawn_run *it)
{
    const struct program *program = it->program;
    for (int group = 0; group < program->group_count; group++)
        it->plan[group] = NO_INDEX;
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group != NO_INDEX && it->run->solution->values[column] != 0)
            it->plan[program->columns[column].group] = program->columns[column].key;
    }
}

/* Where the rows of the last program are in the one in force; NO_INDEX for those that it does not
 * have and for rows of ties, which are those of what was drawn. */
static int *map_rows(const struct drawn_run *it, const struct program *before, const int *row_of,
                     int floors_before, int floors)
{
    int *row_now = claim(it->run->passed, (size_t)before->row_count + 1, sizeof *row_now);
    for (int row = 0; row < before->row_count; row++)
        row_now[row] = NO_INDEX;
    for (int row = 0; row < it->run->pool->row_count; row++) {
        if (row_of[row] != NO_INDEX)
            row_now[row_of[row]] = it->drawn->draw.row_of[row];
    }
    for (int floor = 0; floor < floors_before; floor++)
        row_now[before->row_count - floors_before + floor] =
            it->program->row_count - floors + floor;
    return row_now;
}

static bool map_cut(const struct drawn_run *it, const int *row_now, const int *number_of,
                    struct cut *cut)
{
    struct term *terms = claim(it->run->passed, (size_t)cut->term_count + 1, sizeof *terms);
    for (int k = 0; k < cut->term_count; k++) {
        terms[k] = cut->terms[k];
        if (terms[k].kind == TERM_ROW)
            terms[k].index = row_now[terms[k].index];
        if (terms[k].kind == TERM_CUT)
            terms[k].index = number_of[terms[k].index];
        if (terms[k].index == NO_INDEX)
            return false;
    }
    cut->terms = terms;
    return true;
}

/* The numbers that the last program's seeds have now. */
static int *map_seeds(const struct drawn_run *it, const int *seed_of, int cuts_before)
{
    int *number_of = claim(it->run->passed, (size_t)cuts_before + 1, sizeof *number_of);
    for (int seed = 0; seed < it->run->pool->seed_count; seed++) {
        if (seed_of[seed] != NO_INDEX && seed_of[seed] < cuts_before)
            number_of[seed_of[seed]] = it->drawn->draw.seed_of[seed];
    }
    return number_of;
}

/* Cuts of the last program that the one in force has the rows for, behind the places of its seeds.
 */
static void map_heritage(struct drawn_run *it, const struct program *before,
                         const struct drawn *drawn_before, const int *row_now)
{
    const struct heritage *heritage = &it->run->heritage;
    int kept = it->program->seed_count;
    const size_t room = (size_t)kept + (size_t)heritage->count + 1;
    int *number_of = map_seeds(it, drawn_before->draw.seed_of, heritage->count);
    struct heritage mapped = {claim(it->run->passed, room, sizeof *mapped.cuts),
                              claim(it->run->passed, room, sizeof *mapped.pressing), 0};
    for (int cut = before->seed_count; cut < heritage->count; cut++) {
        mapped.cuts[kept] = heritage->cuts[cut];
        number_of[cut] = NO_INDEX;
        if (!map_cut(it, row_now, number_of, &mapped.cuts[kept]))
            continue;
        mapped.pressing[kept] = heritage->pressing[cut];
        number_of[cut] = kept++;
    }
    mapped.count = kept;
    it->run->heritage = mapped;
}

/* A program of what the best plans may have, instead of the last one. */
static void draw(struct drawn_run *it, int stage, int floors_before, int most)
{
    struct program *before = it->program;
    const struct question question = question_of(it, stage);
    const int64_t goal = stage < it->run->solution->stage_count
                             ? it->run->solution->stages[stage].value
                             : INT64_MIN / 2;
    struct drawn *drawn_before = it->drawn;
    it->drawn = root_draw(it->root, &question, it->plan, goal, most);
    it->program = it->drawn == NULL ? NULL : pool_program(it->run->pool, &it->drawn->draw);
    for (int floor = 0; floor < stage && it->program != NULL; floor++)
        program_add_floor(it->program, floor, it->values[floor]);
    if (it->program != NULL && before != NULL)
        map_heritage(it, before, drawn_before,
                     map_rows(it, before, drawn_before->draw.row_of, floors_before, stage));
    drawn_free(drawn_before);
    program_free(before);
    it->run->program = it->program;
    if (it->program == NULL || it->program->failed)
        lp_panic(HUSLY_E_MEMORY, "");
    set_aside(it, stage);
    write_values(it);
}

/* Whether only what was left out keeps the bound from the plan's value. */
static bool wants_more(const struct drawn_run *it, int stage)
{
    const struct solution *solution = it->run->solution;
    const struct stage_answer *answer = &solution->stages[stage];
    const wide gap = (wide)answer->proof.bound - answer->value;
    const wide size = answer->proof.bound < 0 ? -(wide)answer->proof.bound : answer->proof.bound;
    return solution->end == SOLVE_DONE && run_may_go_on(it->run) &&
           answer->proof.level > answer->value && gap * MILLION > it->run->limits->gap_ppm * size;
}

/* The multipliers of a linear program over what was drawn, by row of the pool and floor. */
static void read_linear(const struct drawn_run *it, int stage, int64_t *multipliers)
{
    const struct bound *linear = &it->run->linear;
    const int rows = it->run->pool->row_count;
    const int floors = it->program->row_count - stage;
    int64_t *priced = claim(it->run->passed, (size_t)it->program->row_count + 1, sizeof *priced);
    const int *row_of = it->drawn->draw.row_of;
    for (int k = 0; k < linear->count; k++) {
        if (linear->terms[k].kind == TERM_ROW)
            priced[linear->terms[k].index] = linear->terms[k].multiplier;
    }
    for (int row = 0; row < rows; row++) {
        if (row_of[row] != NO_INDEX)
            multipliers[row] = priced[row_of[row]];
    }
    for (int floor = 0; floor < stage; floor++)
        multipliers[rows + floor] = priced[floors + floor];
}

/* The multipliers of the linear program over what was drawn, or some between them and those it was
 * drawn by, mostly prove more of all pairs, too; so it is by those that more are drawn. */
static bool try_linear(struct drawn_run *it, int stage)
{
    const size_t rows = (size_t)it->run->pool->row_count + (size_t)stage;
    const struct question question = question_of(it, stage);
    const int64_t before = root_bound(it->root);
    int64_t *linear = claim(it->run->passed, rows + 1, sizeof *linear);
    int64_t *tried = claim(it->run->passed, rows + 1, sizeof *tried);
    if (it->run->linear.count == 0)
        return false;
    read_linear(it, stage, linear);
    it->root->work = 0;
    for (int way = 1; way <= WAYS_OF_LINEAR; way *= 2) {
        for (size_t row = 0; row < rows; row++)
            tried[row] =
                it->root->multipliers[row] + (linear[row] - it->root->multipliers[row]) / way;
        root_try(it->root, &question, tried);
    }
    it->run->work += it->root->work;
    memcpy(it->found[stage], it->root->multipliers, rows * sizeof **it->found);
    return root_bound(it->root) < before;
}

/* Searches what was drawn, `most` choices of it; false when a further drawing would be of no use.
 */
static bool search_drawing(struct drawn_run *it, int stage, int drawing, int *most)
{
    struct run *run = it->run;
    if (drawing > 0) {
        draw(it, stage, stage, *most);
        run->solution->stage_count--;
    }
    run->redraws = drawing == 0 && *most <= ENOUGH;
    run_stage(run, stage);
    read_plan(it);
    if (!wants_more(it, stage))
        return false;
    if (try_linear(it, stage))
        return true;
    if (*most >= MOST)
        return false;
    *most = *most > MOST / MORE ? MOST : *most * MORE;
    return true;
}

static void solve_stage(struct drawn_run *it, int stage)
{
    struct run *run = it->run;
    const enum solve_end before = run->solution->end;
    if (before == SOLVE_STOPPED_BY_LIMIT)
        run->solution->end = SOLVE_DONE; /* of this stage, for now */
    int most = fewest_of(it);
    bool more = true;
    for (int drawing = 0; drawing < DRAWINGS && more; drawing++)
        more = search_drawing(it, stage, drawing, &most) && wants_more(it, stage);
    if (run->solution->end == SOLVE_DONE)
        run->solution->end = before;
    for (int done = 0; done <= stage; done++)
        it->values[done] = run->solution->stages[done].value;
}

/* What was left out may be what a plan needs to begin with. */
static void go_without(struct drawn_run *it)
{
    struct run *run = it->run;
    program_free(it->program);
    it->program = pool_program(run->pool, NULL);
    run->program = it->program;
    run->aside = NULL;
    run->heritage = (struct heritage){NULL, NULL, 0};
    if (it->program == NULL)
        lp_panic(HUSLY_E_MEMORY, "");
    run->solution->values =
        claim(run->passed, (size_t)it->program->column_count + 1, sizeof *run->solution->values);
    run_stages(run);
}

/* Finds the plan to begin with; false when the part was searched as a whole instead. */
static bool begin(struct drawn_run *it)
{
    struct run *run = it->run;
    run->solution->end = run_start(run);
    if (run->solution->end == SOLVE_DONE || it->drawn->level == INT64_MIN)
        return true;
    go_without(it);
    return false;
}

void drawn_run_stages(struct drawn_run *it)
{
    struct run *run = it->run;
    open_run(it);
    for (int stage = 0; stage < run->pool->stage_count; stage++) {
        find_prices(it, stage);
        draw(it, stage, stage - 1, fewest_of(it));
        if (stage == 0 && !begin(it))
            return;
        if (run->solution->end == SOLVE_NO_PLAN || run->solution->end == SOLVE_NOT_FOUND)
            return;
        solve_stage(it, stage);
    }
    run->solution->work = run->work / WORK_UNIT;
}
