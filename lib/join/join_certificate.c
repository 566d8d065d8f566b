/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_certificate.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

/* Turns proofs into the lines of certificate.csv. */
struct scribe {
    struct proof_names names; /* in the arena */
    struct arena *arena;
    struct certificate_line *lines;
    size_t count;
    const char *stage, *part; /* "part2/", or "" where there is one */
    bool failed;
};

static const char *named(struct scribe *scribe, const char *before, const char *between,
                         const char *name)
{
    size_t size = strlen(before) + strlen(between) + strlen(name);
    char *text = arena_take(scribe->arena, size + 1, 1);
    if (text == NULL) {
        scribe->failed = true;
        return "";
    }
    snprintf(text, size + 1, "%s%s%s", before, between, name);
    return text;
}

static const char *numbered(struct scribe *scribe, const char *before, const char *between,
                            int number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    return named(scribe, before, between, digits);
}

static const char **copy_names(struct scribe *scribe, const char *const *names, int count)
{
    const char **copies = arena_take(scribe->arena, (size_t)count + 1, sizeof *copies);
    scribe->failed = scribe->failed || copies == NULL;
    for (int k = 0; k < count && copies != NULL; k++) {
        if (names[k] != NULL)
            copies[k] = named(scribe, "", "", names[k]);
    }
    return copies;
}

/* Once for a stage and part, however many lines name the same row. */
static bool take_names(struct scribe *scribe, const struct proof_names *names)
{
    scribe->names = *names;
    scribe->names.rows = copy_names(scribe, names->rows, names->row_count);
    scribe->names.groups = copy_names(scribe, names->groups, names->group_count);
    scribe->names.column_names = copy_names(scribe, names->column_names, names->column_count);
    return !scribe->failed;
}

static void add_line(struct scribe *scribe, struct certificate_line line)
{
    line.stage = scribe->stage;
    scribe->lines[scribe->count++] = line;
}

static const char *unit_of_term(struct scribe *scribe, const struct term *term)
{
    if (term->kind == TERM_CUT)
        return numbered(scribe, "cut/", "", term->index + 1);
    if (term->kind == TERM_GROUP)
        return named(scribe, "household/", "", scribe->names.groups[term->index]);
    return scribe->names.rows[term->index];
}

static void add_terms(struct scribe *scribe, const char *leaf, const struct term *terms, int count)
{
    for (int k = 0; k < count; k++)
        add_line(scribe, (struct certificate_line){.leaf = leaf,
                                                   .what = "row",
                                                   .unit = unit_of_term(scribe, &terms[k]),
                                                   .has_multiplier = true,
                                                   .multiplier = terms[k].multiplier});
}

static void add_fixing(struct scribe *scribe, const char *leaf, const struct fixing *fixing)
{
    static const char *const words[] = {
        [FIX_USE] = "use",         [FIX_NOT] = "not",    [FIX_AT_LEAST] = "at_least",
        [FIX_AT_MOST] = "at_most", [FIX_PLACED] = "use", [FIX_UNPLACED] = "not"};
    bool counts = fixing->kind == FIX_AT_LEAST || fixing->kind == FIX_AT_MOST;
    add_line(scribe, (struct certificate_line){.leaf = leaf,
                                               .what = words[fixing->kind],
                                               .unit = proof_fixed(&scribe->names, fixing),
                                               .has_multiplier = counts,
                                               .multiplier = counts ? fixing->number : 0});
}

/* The level comes first: without it the multipliers mean nothing. */
static void add_aside(struct scribe *scribe, const struct proof *proof)
{
    const char *leaf = named(scribe, scribe->part, "aside", "");
    if (proof->level == INT64_MIN)
        return;
    add_line(scribe, (struct certificate_line){.leaf = leaf,
                                               .what = "level",
                                               .unit = "",
                                               .has_multiplier = true,
                                               .multiplier = proof->level});
    add_terms(scribe, leaf, proof->aside, proof->aside_count);
}

/* The root alone, when nothing pays at all, has neither fixings nor multipliers: a stage without a
 * line is leaf 0 with all multipliers 0. */
static void add_leaf(struct scribe *scribe, const struct leaf *leaf, int number)
{
    const char *name = numbered(scribe, scribe->part, "", number);
    for (int k = 0; k < leaf->fixing_count; k++)
        add_fixing(scribe, name, &leaf->fixings[k]);
    add_terms(scribe, name, leaf->terms, leaf->term_count);
}

static void add_proof(struct scribe *scribe, const struct proof *proof)
{
    add_aside(scribe, proof);
    for (int cut = 0; cut < proof->cut_count; cut++)
        add_terms(scribe, numbered(scribe, scribe->part, "cut", cut + 1), proof->cuts[cut].terms,
                  proof->cuts[cut].term_count);
    for (int leaf = 0; leaf < proof->leaf_count; leaf++)
        add_leaf(scribe, &proof->leaves[leaf], leaf);
}

static size_t count_lines(const struct proof *proof)
{
    size_t count = 1 + (size_t)proof->aside_count;
    for (int cut = 0; cut < proof->cut_count; cut++)
        count += (size_t)proof->cuts[cut].term_count;
    for (int leaf = 0; leaf < proof->leaf_count; leaf++)
        count += (size_t)proof->leaves[leaf].term_count + (size_t)proof->leaves[leaf].fixing_count;
    return count;
}

/* Room for all lines; false when there is none. */
static bool make_room(struct scribe *scribe, const struct round_solution *solution, int groups)
{
    size_t count = (size_t)groups + 1;
    for (int part = 0; part < solution->part_count; part++) {
        const struct solution *it = &solution->parts[part];
        for (int stage = 0; stage < it->stage_count; stage++)
            count += count_lines(&it->stages[stage].proof);
    }
    scribe->lines = arena_take(scribe->arena, count, sizeof *scribe->lines);
    return scribe->lines != NULL;
}

/* "part1/", "part2/", …; nothing where there is one. */
static const char **name_parts(struct scribe *scribe, const struct round_solution *solution)
{
    const int count = solution->part_count;
    const char **parts = arena_take(scribe->arena, (size_t)count + 1, sizeof *parts);
    for (int part = 0; part < count && parts != NULL; part++)
        parts[part] =
            count > 1 ? named(scribe, numbered(scribe, "part", "", part + 1), "/", "") : "";
    scribe->failed = scribe->failed || parts == NULL;
    return parts;
}

/* Who is in which part, in order of the parts and then of the households. */
static bool add_members(struct scribe *scribe, const struct pool *pool,
                        const struct round_solution *solution)
{
    int *first = memory_new((size_t)solution->part_count + 1, sizeof *first);
    int *next = memory_new((size_t)pool->group_count + 1, sizeof *next);
    const bool ready = first != NULL && next != NULL;
    for (int part = 0; part < solution->part_count && ready; part++)
        first[part] = NO_INDEX;
    for (int group = pool->group_count - 1; group >= 0 && ready; group--) {
        const int part = solution->part_of[group];
        if (part == NO_INDEX)
            continue;
        next[group] = first[part];
        first[part] = group;
    }
    for (int part = 0; part < solution->part_count && ready; part++) {
        const char *leaf = numbered(scribe, "part", "", part + 1);
        for (int group = first[part]; group != NO_INDEX; group = next[group])
            add_line(scribe, (struct certificate_line){
                                 .leaf = leaf,
                                 .what = "household",
                                 .unit = named(scribe, "", "", pool->groups[group].name)});
    }
    memory_free(first);
    memory_free(next);
    return ready;
}

bool certificate_compose(husly_plan *plan, const struct pool *pool,
                         const struct round_solution *solution)
{
    struct scribe scribe = {.arena = plan->arena};
    const char **parts = name_parts(&scribe, solution);
    if (scribe.failed || !make_room(&scribe, solution, pool->group_count))
        return false;
    for (int stage = 0; stage < solution->stage_count; stage++) {
        scribe.stage = pool->stages[stage];
        if (stage == 0 && solution->part_count > 1 && !add_members(&scribe, pool, solution))
            return false;
        for (int part = 0; part < solution->part_count; part++) {
            const struct stage_answer *answer = &solution->parts[part].stages[stage];
            scribe.part = parts[part];
            if (!take_names(&scribe, &answer->names))
                return false;
            add_proof(&scribe, &answer->proof);
        }
    }
    plan->lines = scribe.lines;
    plan->line_count = scribe.count;
    return !scribe.failed;
}
