/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "join/join_certificate.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

/* Turns proofs into the lines of certificate.csv. */
struct scribe {
    const struct program *program;
    struct arena *arena;
    struct certificate_line *lines;
    size_t count;
    const char *stage;
    bool failed;
};

static const char *named(struct scribe *scribe, const char *before, const char *name)
{
    size_t size = strlen(before) + strlen(name);
    char *text = arena_take(scribe->arena, size + 1, 1);
    if (text == NULL) {
        scribe->failed = true;
        return "";
    }
    snprintf(text, size + 1, "%s%s", before, name);
    return text;
}

static const char *numbered(struct scribe *scribe, const char *before, int number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%d", number);
    return named(scribe, before, digits);
}

static const char *unit_of_term(struct scribe *scribe, const struct term *term)
{
    if (term->kind == TERM_CUT)
        return numbered(scribe, "cut/", term->index + 1);
    if (term->kind == TERM_GROUP)
        return named(scribe, "household/", scribe->program->groups[term->index]);
    return scribe->program->rows[term->index].name;
}

static void add_terms(struct scribe *scribe, const char *leaf, const struct term *terms, int count)
{
    for (int k = 0; k < count; k++)
        scribe->lines[scribe->count++] =
            (struct certificate_line){.stage = scribe->stage,
                                      .leaf = leaf,
                                      .what = "row",
                                      .unit = unit_of_term(scribe, &terms[k]),
                                      .has_multiplier = true,
                                      .multiplier = terms[k].multiplier};
}

static void add_fixing(struct scribe *scribe, const char *leaf, const struct fixing *fixing)
{
    static const char *const words[] = {[FIX_USE] = "use",
                                        [FIX_NOT] = "not",
                                        [FIX_AT_LEAST] = "at_least",
                                        [FIX_AT_MOST] = "at_most"};
    bool counts = fixing->kind == FIX_AT_LEAST || fixing->kind == FIX_AT_MOST;
    scribe->lines[scribe->count++] =
        (struct certificate_line){.stage = scribe->stage,
                                  .leaf = leaf,
                                  .what = words[fixing->kind],
                                  .unit = scribe->program->columns[fixing->column].name,
                                  .has_multiplier = counts,
                                  .multiplier = counts ? fixing->number : 0};
}

/* The root alone, when nothing pays at all, has neither fixings nor multipliers: a stage without a
 * line is leaf 0 with all multipliers 0. */
static void add_leaf(struct scribe *scribe, const struct leaf *leaf, int number)
{
    const char *name = numbered(scribe, "", number);
    for (int k = 0; k < leaf->fixing_count; k++)
        add_fixing(scribe, name, &leaf->fixings[k]);
    add_terms(scribe, name, leaf->terms, leaf->term_count);
}

static void add_proof(struct scribe *scribe, const struct proof *proof)
{
    for (int cut = 0; cut < proof->cut_count; cut++)
        add_terms(scribe, numbered(scribe, "cut", cut + 1), proof->cuts[cut].terms,
                  proof->cuts[cut].term_count);
    for (int leaf = 0; leaf < proof->leaf_count; leaf++)
        add_leaf(scribe, &proof->leaves[leaf], leaf);
}

static size_t count_lines(const struct proof *proof)
{
    size_t count = 0;
    for (int cut = 0; cut < proof->cut_count; cut++)
        count += (size_t)proof->cuts[cut].term_count;
    for (int leaf = 0; leaf < proof->leaf_count; leaf++)
        count += (size_t)proof->leaves[leaf].term_count + (size_t)proof->leaves[leaf].fixing_count;
    return count;
}

bool certificate_compose(husly_plan *plan, const struct program *program,
                         const struct solution *solution)
{
    size_t count = 0;
    for (int stage = 0; stage < solution->stage_count; stage++)
        count += count_lines(&solution->stages[stage].proof);
    struct scribe scribe = {.program = program, .arena = plan->arena};
    scribe.lines = arena_take(plan->arena, count + 1, sizeof *scribe.lines);
    if (scribe.lines == NULL)
        return false;
    for (int stage = 0; stage < solution->stage_count; stage++) {
        scribe.stage = program->stages[stage];
        add_proof(&scribe, &solution->stages[stage].proof);
    }
    for (size_t line = 0; line < scribe.count; line++)
        scribe.lines[line].unit = named(&scribe, "", scribe.lines[line].unit);
    plan->lines = scribe.lines;
    plan->line_count = scribe.count;
    return !scribe.failed;
}
