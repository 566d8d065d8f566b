/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/tree.h"

#include <math.h>

#include "solve/cuts/cuts.h"
#include "solve/exact.h"
#include "solve/master.h"
#include "solve/polish.h"
#include "solve/primal/allowance.h"
#include "solve/primal/anneal.h"
#include "solve/primal/dive.h"
#include "solve/primal/improve.h"
#include "solve/primal/neighbourhood.h"

/* Cuts in the root go on while they help, but in a program with many columns they are dear; deeper
 * only a little, and near the top. */
enum {
    ROOT_ROUNDS = 60,
    LARGE_ROUNDS = 12,
    STALLED_AFTER = 6,
    CUTS_A_ROUND = 40,
    NODE_ROUNDS = 2,
    LOOK_EVERY = 16,
    CUT_DEPTH = 3
};

/* Of what the root leaves of a stage, the most that goes into plans before any case is split. */
static const double part_for_plans = 0.75;

/* And of what is left of the stage, before the linear program of what was drawn. */
static const double part_before_linear = 0.5;

static bool before(const struct node *a, const struct node *b)
{
    if (a->bound.value != b->bound.value)
        return a->bound.value > b->bound.value;
    return a->number < b->number;
}

static void swap(struct node **heap, int a, int b)
{
    struct node *kept = heap[a];
    heap[a] = heap[b];
    heap[b] = kept;
}

static void push(struct search *search, struct node *node)
{
    if (search->open_count == search->open_room)
        search->open = take_more(search, (void *)search->open, search->open_count,
                                 &search->open_room, sizeof(struct node *));
    int at = search->open_count++;
    search->open[at] = node;
    while (at > 0 && before(search->open[at], search->open[(at - 1) / 2])) {
        swap(search->open, at, (at - 1) / 2);
        at = (at - 1) / 2;
    }
}

static struct node *pop(struct search *search)
{
    if (search->open_count == 0)
        return NULL;
    struct node *first = search->open[0];
    search->open[0] = search->open[--search->open_count];
    for (int at = 0;;) {
        int best = at;
        for (int child = 2 * at + 1; child <= 2 * at + 2 && child < search->open_count; child++)
            best = before(search->open[child], search->open[best]) ? child : best;
        if (best == at)
            return first;
        swap(search->open, at, best);
        at = best;
    }
}

/* Leaves the case at hand for another: bounds by fixings from the root down, then its basis. */
static void enter(struct search *search, struct node *node)
{
    for (struct node *it = search->here; it != NULL && it->parent != NULL; it = it->parent)
        branch_free(search, &it->fixing);
    struct node **path = borrow(search, (size_t)node->depth + 1, sizeof *path);
    for (struct node *it = node; it->parent != NULL; it = it->parent)
        path[it->depth] = it;
    for (int depth = 1; depth <= node->depth; depth++)
        branch_fix(search, &path[depth]->fixing);
    if (node->basis != NULL)
        lp_load_basis(search->lp, node->basis, node->basis_rows, node->basis_columns);
    search->here = node;
}

static void keep_bound(struct node *node, struct bound bound)
{
    if (bound.value < node->bound.value)
        node->bound = bound;
}

/* What was found before the program was drawn is a bound before any linear program is solved. */
static void keep_known_bound(struct search *search, struct node *root)
{
    const struct aside *aside = search->aside;
    if (aside == NULL)
        return;
    const int64_t value = exact_bound(search, aside->terms, aside->count);
    keep_bound(root, exact_bound_kept(search, (struct bound){aside->terms, aside->count, value}));
}

static void rule_out(struct search *search, const struct node *node)
{
    if (search->limits->start != NULL && node->parent == NULL)
        exact_rule_out(search, &node->bound);
}

/* Cuts and solves again, for as many rounds as it helps. */
static enum master_end strengthen(struct search *search, struct node *node, int rounds)
{
    int stalled = 0;
    if (node->parent == NULL)
        search->doing = SOLVE_CUTS;
    for (int round = 0; round < rounds && stalled < STALLED_AFTER; round++) {
        give_back(search);
        rule_out(search, node);
        if (search_closes(search, node->bound.value) || offer_whole(search))
            break;
        double value = lp_value(search->lp);
        if (cuts_round(search, CUTS_A_ROUND) == 0)
            break;
        struct bound bound;
        enum master_end end = master_solve(search, LP_DUAL, &bound);
        keep_bound(node, bound);
        if (end != MASTER_OPTIMAL)
            return end;
        /* Before there is a good plan nobody knows the gap. */
        double gap = fmax(1.0, fmin(value - (double)search->best_value, 0.01 * fabs(value)));
        stalled = value - lp_value(search->lp) < 0.01 * gap ? stalled + 1 : 0;
        if (node->parent == NULL)
            master_drop_idle_cuts(search);
    }
    return search_closes(search, node->bound.value) ? MASTER_CLOSED : MASTER_OPTIMAL;
}

static struct node *new_child(struct search *search, struct node *parent, struct fixing fixing)
{
    struct node *child = take(search, 1, sizeof *child);
    *child = (struct node){.parent = parent,
                           .fixing = fixing,
                           .bound = parent->bound,
                           .basis = parent->basis,
                           .basis_rows = parent->basis_rows,
                           .basis_columns = parent->basis_columns,
                           .depth = parent->depth + 1,
                           .number = ++search->node_count};
    return child;
}

/* Where the cases below a node begin. */
static void keep_basis(struct search *search, struct node *node)
{
    node->basis_rows = lp_rows(search->lp);
    node->basis_columns = lp_columns(search->lp);
    node->basis = take(search, (size_t)node->basis_rows + (size_t)node->basis_columns, 1);
    lp_save_basis(search->lp, node->basis);
}

static void split(struct search *search, struct node *node)
{
    keep_basis(search, node);
    struct split split = branch_choose(search);
    if (split.column == NO_INDEX) {
        polish(search, node);
        return;
    }
    struct fixing fixings[2];
    branch_fixings(search, split, fixings);
    for (int k = 0; k < 2; k++)
        node->children[k] = new_child(search, node, fixings[k]);
}

/* The child of a case with this fixing; `side` 0 for the one that the cases name first. */
static struct node *child_with(struct search *search, struct node *node, const struct fixing *it)
{
    for (int side = 0; side < 2; side++) {
        struct node *child = node->children[side];
        if (child == NULL)
            return node->children[side] = new_child(search, node, *it);
        if (child->fixing.kind == it->kind)
            return child;
    }
    return NULL;
}

/* Splits the root as the stage before was split at its end: there every case has hardly a better
 * value in that stage than the floor, so little that this one could trade for it. */
static void split_as_before(struct search *search, struct node *root)
{
    keep_basis(search, root);
    for (int leaf = 0; leaf < search->cases->leaf_count; leaf++) {
        const struct leaf *it = &search->cases->leaves[leaf];
        struct node *node = root;
        for (int at = 0; at < it->fixing_count; at++)
            node = child_with(search, node, &it->fixings[at]);
        push(search, node);
    }
}

static void split_further(struct search *search, struct node *node)
{
    if (node->parent == NULL && search->cases != NULL)
        split_as_before(search, node);
    else
        split(search, node);
}

static int root_rounds(const struct search *search)
{
    return search->all_in ? ROOT_ROUNDS : LARGE_ROUNDS;
}

/* In a large program a dive takes long and the moves that better a plan are too many to try. */
static void look_for_plans(struct search *search)
{
    search->doing = SOLVE_PLANS;
    if (search->all_in) {
        dive(search);
        improve_best(search);
    }
    if (!search_meets(search, search->root->bound.value))
        anneal(search);
}

/* In a small program the cases themselves lead to plans. */
static void look_for_better_plans(struct search *search)
{
    search->doing = SOLVE_PLANS;
    const int64_t most = search->all_in ? search->work / 2 : INT64_MAX;
    const struct allowance allowance = allowance_of(search, part_for_plans, most);
    neighbourhoods_search(search, &allowance);
}

/* Whether another program will be drawn: the better multipliers of this one's linear program lead
 * to better plans there. */
static bool is_draft(const struct search *search)
{
    return search->redraws && search->aside != NULL && search->aside->level > search->best_value;
}

/* The linear program of what was drawn may take long; what was found before the drawing leads to
 * plans at once. */
static void look_before_linear(struct search *search)
{
    if (search->aside == NULL || search->all_in)
        return;
    look_for_plans(search);
    search->doing = SOLVE_PLANS;
    if (is_draft(search))
        return;
    const struct allowance allowance = allowance_of(search, part_before_linear, INT64_MAX);
    neighbourhoods_search(search, &allowance);
}

/* Cuts alone mostly make the solution of a small program whole: it is the best plan then. */
static enum master_end look_into_root(struct search *search, struct node *root)
{
    if (!search->all_in && search->aside == NULL)
        look_for_plans(search);
    neighbourhoods_renew(search);
    const enum master_end end = strengthen(search, root, root_rounds(search));
    if (search->all_in && end == MASTER_OPTIMAL)
        look_for_plans(search);
    if (end == MASTER_OPTIMAL)
        look_for_better_plans(search);
    return end;
}

/* What was set aside may close every case while better plans are there: with one of them less need
 * be set aside. */
static void look_though_closed(struct search *search)
{
    if (search_meets(search, search->root->bound.value))
        return;
    look_for_plans(search);
    look_for_better_plans(search);
}

/* Solves a case's linear program, in the root after a look for plans. */
static enum master_end bound_case(struct search *search, struct node *node)
{
    const bool root = node->parent == NULL;
    const double inherited = (double)node->bound.value;
    search->doing = root ? SOLVE_LINEAR : SOLVE_CASES;
    if (root)
        look_before_linear(search);
    enter(search, node);
    struct bound bound;
    const enum master_end end = master_solve(search, root ? LP_PRIMAL : LP_DUAL, &bound);
    keep_bound(node, bound);
    if (end == MASTER_STOPPED)
        return end;
    if (root)
        search->linear = bound;
    else
        branch_learn(search, node, inherited, (double)node->bound.value);
    return root && is_draft(search) ? MASTER_STOPPED : end;
}

static enum master_end strengthen_case(struct search *search, struct node *node)
{
    if (node->parent == NULL)
        return look_into_root(search, node);
    return node->depth <= CUT_DEPTH ? strengthen(search, node, NODE_ROUNDS) : MASTER_OPTIMAL;
}

/* Bounds one case; what stays open has children afterwards. */
static void look_into(struct search *search, struct node *node)
{
    give_back(search);
    enum master_end end = bound_case(search, node);
    const bool open = end == MASTER_OPTIMAL;
    if (open)
        end = strengthen_case(search, node);
    if (node->parent == NULL && end == MASTER_CLOSED)
        look_though_closed(search);
    if (open)
        rule_out(search, node);
    if (end != MASTER_OPTIMAL)
        return;
    if (!offer_whole(search) && node->number % LOOK_EVERY == 0 && search->all_in)
        improve_from_relaxation(search);
    if (!search_closes(search, node->bound.value))
        split_further(search, node);
}

/* The next case: on from the last one while it stays open, else the one with the largest bound. */
static struct node *next_node(struct search *search, const struct node *last)
{
    const bool goes_on = last != NULL && (last->parent != NULL || search->cases == NULL);
    if (goes_on && last->children[0] != NULL) {
        push(search, last->children[1]);
        return last->children[0];
    }
    return pop(search);
}

void tree_search(struct search *search)
{
    struct node *root = take(search, 1, sizeof *root);
    search->root = root;
    search->here = NULL;
    root->bound = (struct bound){NULL, 0, INT64_MAX};
    root->bound = exact_bound_kept(search, (struct bound){NULL, 0, exact_bound(search, NULL, 0)});
    keep_known_bound(search, root);
    for (struct node *node = root; node != NULL; node = next_node(search, node)) {
        search->bound = search->open_count > 0 && before(search->open[0], node)
                            ? search->open[0]->bound.value
                            : node->bound.value;
        if (search_closes(search, node->bound.value))
            continue;
        look_into(search, node);
        neighbourhoods_go_on(search);
        if (search->end != SOLVE_DONE)
            return;
    }
}
