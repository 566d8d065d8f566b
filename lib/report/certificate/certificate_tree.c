/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_tree.h"

#include "base/memory.h"

/* The leaves from `first` to before `end` agree in their first `depth` fixings. */
struct branch {
    size_t first, end, depth;
};

static bool is_about_pair(enum case_kind kind)
{
    return kind == CASE_USE || kind == CASE_NOT;
}

static bool same_case(const struct case_fixing *a, const struct case_fixing *b)
{
    return a->kind == b->kind && (is_about_pair(a->kind) || a->number == b->number);
}

/* Whether two fixings of one pair or unit leave nothing out between them. */
static bool are_opposite(const struct case_fixing *a, const struct case_fixing *b)
{
    if (is_about_pair(a->kind))
        return (a->kind == CASE_USE && b->kind == CASE_NOT) ||
               (a->kind == CASE_NOT && b->kind == CASE_USE);
    if (a->kind == CASE_AT_LEAST)
        return b->kind == CASE_AT_MOST && b->number < INT64_MAX && a->number == b->number + 1;
    return b->kind == CASE_AT_LEAST && a->number < INT64_MAX && b->number == a->number + 1;
}

static void swap(struct case_leaf *a, struct case_leaf *b)
{
    const struct case_leaf kept = *a;
    *a = *b;
    *b = kept;
}

/*
 * Brings the leaves whose next fixing is that of the branch's first leaf to its front and sets
 * `middle` after them. False unless all others have the opposite one, and there are such.
 */
static bool split(struct case_leaf *leaves, struct branch branch, size_t *middle)
{
    if (leaves[branch.first].count <= branch.depth)
        return false;
    const struct case_fixing *const chosen = &leaves[branch.first].fixings[branch.depth];
    *middle = branch.first;
    for (size_t at = branch.first; at < branch.end; at++) {
        if (leaves[at].count <= branch.depth)
            return false;
        const struct case_fixing *const fixing = &leaves[at].fixings[branch.depth];
        if (is_about_pair(fixing->kind) != is_about_pair(chosen->kind) ||
            fixing->subject != chosen->subject)
            return false;
        if (same_case(fixing, chosen))
            swap(&leaves[at], &leaves[(*middle)++]);
        else if (!are_opposite(fixing, chosen))
            return false;
    }
    return *middle < branch.end;
}

static bool covers(struct case_leaf *leaves, size_t count, struct branch *open)
{
    size_t open_count = 0;
    open[open_count++] = (struct branch){0, count, 0};
    while (open_count > 0) {
        const struct branch branch = open[--open_count];
        if (branch.end - branch.first == 1 && leaves[branch.first].count == branch.depth)
            continue;
        size_t middle = 0;
        if (!split(leaves, branch, &middle))
            return false;
        open[open_count++] = (struct branch){branch.first, middle, branch.depth + 1};
        open[open_count++] = (struct branch){middle, branch.end, branch.depth + 1};
    }
    return true;
}

enum case_answer certificate_tree_covers(struct case_leaf *leaves, size_t count)
{
    if (count == 0)
        return CASES_OPEN;
    /* Every split leaves two branches that are not empty, so no more than `count` are ever open. */
    struct branch *open = memory_new(count + 1, sizeof *open);
    if (open == NULL)
        return CASES_NO_MEMORY;
    const bool covered = covers(leaves, count, open);
    memory_free(open);
    return covered ? CASES_COVERED : CASES_OPEN;
}
