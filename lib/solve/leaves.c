/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "solve/exact.h"
#include "solve/tree.h"

/* The proof under construction: which cuts of the pool it needs, and by what number. */
struct writer {
    struct search *search;
    struct arena *results;
    struct proof proof;
    int *number_of; /* of a pool's cut in the proof; NO_INDEX = not needed */
    int64_t target; /* what the stage proves: a case at or below it needs no splitting */
};

static bool is_leaf(const struct writer *writer, const struct node *node)
{
    return node->children[0] == NULL || node->bound.value <= writer->target;
}

static int64_t largest_open(const struct node *node)
{
    if (node->children[0] == NULL)
        return node->bound.value;
    int64_t first = largest_open(node->children[0]);
    int64_t second = largest_open(node->children[1]);
    int64_t most = first > second ? first : second;
    return most < node->bound.value ? most : node->bound.value;
}

static int count_leaves(const struct writer *writer, const struct node *node)
{
    if (is_leaf(writer, node))
        return 1;
    return count_leaves(writer, node->children[0]) + count_leaves(writer, node->children[1]);
}

static void need_cut(struct writer *writer, int cut)
{
    if (writer->number_of[cut] != NO_INDEX)
        return;
    writer->number_of[cut] = 0;
    const struct cut *it = &writer->search->cuts[cut].cut;
    for (int k = 0; k < it->term_count; k++) {
        if (it->terms[k].kind == TERM_CUT)
            need_cut(writer, it->terms[k].index);
    }
}

static void need_cuts_of(struct writer *writer, const struct node *node)
{
    if (!is_leaf(writer, node)) {
        need_cuts_of(writer, node->children[0]);
        need_cuts_of(writer, node->children[1]);
        return;
    }
    for (int k = 0; k < node->bound.count; k++) {
        if (node->bound.terms[k].kind == TERM_CUT)
            need_cut(writer, node->bound.terms[k].index);
    }
}

static int compare_terms(const void *a, const void *b)
{
    const struct term *left = a, *right = b;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

/* A copy with the proof's own numbers of cuts, in order, one term a row. */
static struct term *copy_terms(struct writer *writer, const struct term *terms, int *count)
{
    struct term *copy = claim(writer->results, (size_t)*count + 1, sizeof *copy);
    for (int k = 0; k < *count; k++) {
        copy[k] = terms[k];
        if (terms[k].kind == TERM_CUT)
            copy[k].index = writer->number_of[terms[k].index];
    }
    qsort(copy, (size_t)*count, sizeof *copy, compare_terms);
    int kept = 0;
    for (int k = 0; k < *count; k++) {
        if (kept > 0 && compare_terms(&copy[kept - 1], &copy[k]) == 0)
            copy[kept - 1].multiplier += copy[k].multiplier;
        else
            copy[kept++] = copy[k];
    }
    *count = kept;
    return copy;
}

/* Cuts keep the pool's order, in which a cut uses only earlier ones. */
static void write_cuts(struct writer *writer)
{
    struct search *search = writer->search;
    writer->proof.cuts =
        claim(writer->results, (size_t)search->cut_count + 1, sizeof *writer->proof.cuts);
    for (int cut = 0; cut < search->cut_count; cut++) {
        if (writer->number_of[cut] == NO_INDEX)
            continue;
        writer->number_of[cut] = writer->proof.cut_count;
        struct cut *out = &writer->proof.cuts[writer->proof.cut_count++];
        out->term_count = search->cuts[cut].cut.term_count;
        out->terms = copy_terms(writer, search->cuts[cut].cut.terms, &out->term_count);
    }
}

static void write_leaf(struct writer *writer, const struct node *node)
{
    struct leaf *leaf = &writer->proof.leaves[writer->proof.leaf_count++];
    leaf->fixings = claim(writer->results, (size_t)node->depth + 1, sizeof *leaf->fixings);
    leaf->fixing_count = node->depth;
    for (const struct node *it = node; it->parent != NULL; it = it->parent)
        leaf->fixings[it->depth - 1] = it->fixing;
    leaf->term_count = node->bound.count;
    leaf->terms = copy_terms(writer, node->bound.terms, &leaf->term_count);
    leaf->bound = exact_bound(writer->search, node->bound.terms, node->bound.count);
    if (leaf->bound > writer->proof.bound)
        writer->proof.bound = leaf->bound;
}

/* Walks the tree with each node's fixings in force, so that a leaf's bound is its own. */
static void write_leaves(struct writer *writer, const struct node *node)
{
    if (is_leaf(writer, node)) {
        write_leaf(writer, node);
        return;
    }
    for (int k = 0; k < 2; k++) {
        const struct fixing *fixing = &node->children[k]->fixing;
        const struct fixed before = branch_fix_for_now(writer->search, fixing);
        write_leaves(writer, node->children[k]);
        branch_take_back(writer->search, fixing, before);
    }
}

static void write_aside(struct writer *writer)
{
    const struct aside *aside = writer->search->aside;
    writer->proof.level = aside->level;
    writer->proof.aside_count = aside->count;
    writer->proof.aside = copy_terms(writer, aside->terms, &writer->proof.aside_count);
}

struct proof tree_proof(struct search *search, struct arena *results)
{
    struct writer writer = {.search = search, .results = results};
    for (struct node *it = search->here; it != NULL && it->parent != NULL; it = it->parent)
        branch_free(search, &it->fixing);
    search->here = NULL;
    writer.target = largest_open(search->root);
    if (writer.target < search_target(search))
        writer.target = search_target(search);
    writer.number_of = take(search, (size_t)search->cut_count + 1, sizeof *writer.number_of);
    for (int cut = 0; cut < search->cut_count; cut++)
        writer.number_of[cut] = NO_INDEX;
    need_cuts_of(&writer, search->root);
    write_cuts(&writer);
    int leaves = count_leaves(&writer, search->root);
    writer.proof.leaves = claim(writer.results, (size_t)leaves + 1, sizeof *writer.proof.leaves);
    writer.proof.level = INT64_MIN;
    if (search->aside != NULL && search->aside->level > INT64_MIN)
        write_aside(&writer);
    writer.proof.bound = writer.proof.level;
    write_leaves(&writer, search->root);
    return writer.proof;
}
