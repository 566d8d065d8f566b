/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/prove/prove_page.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/wrap.h"
#include "report/certificate/pair_kroner.h"
#include "report/figures.h"

enum { PAGE_WIDTH = 100 };

void prove_page_say(struct prove_page *page, const char *english, ...)
{
    struct text paragraph = {0};
    va_list parts;
    va_start(parts, english);
    text_add_list(&paragraph, husly_words(page->language, english), parts);
    va_end(parts);
    wrap_add(page->text, text_string(&paragraph), PAGE_WIDTH);
    text_add_string(page->text, "\n");
    page->text->failed = page->text->failed || paragraph.failed;
    text_free(&paragraph);
}

static int compare_cases(const void *one, const void *other)
{
    const struct prove_case *a = one, *b = other;
    if (a->empty != b->empty)
        return a->empty - b->empty;
    if (a->bound != b->bound)
        return a->bound < b->bound ? 1 : -1;
    return (a->index > b->index) - (a->index < b->index);
}

static husly_status count_aside(struct prove_page *page, int stage, int part)
{
    bool there = false;
    struct proof_leaf leaf;
    const husly_status status = proof_aside(page->proof, stage, part, &there, &leaf);
    if (status == HUSLY_OK && there)
        page->line_count += leaf.price_count + leaf.share_count + leaf.extras_count + 2;
    return status;
}

/* The cases of a part, that with the largest bound first. */
static husly_status find_cases(struct prove_page *page, struct prove_case **cases)
{
    const size_t count = page->proof->in_part.leaf_count;
    husly_status status = HUSLY_OK;
    *cases = arena_take(page->arena, count + 1, sizeof **cases);
    if (*cases == NULL)
        return error_memory(page->proof->check.complaints->error);
    for (size_t at = 0; at < count && status == HUSLY_OK; at++) {
        struct proof_leaf leaf;
        status = proof_leaf_sum(page->proof, at, &leaf);
        (*cases)[at] = (struct prove_case){at, leaf.empty, leaf.bound};
        page->line_count += leaf.price_count + leaf.share_count + leaf.extras_count + 1;
    }
    if (status == HUSLY_OK)
        qsort(*cases, count, sizeof **cases, compare_cases);
    return status;
}

static int64_t bound_of_part(const struct prove_page *page, const struct prove_case *largest)
{
    const struct part_proof *proof = &page->proof->in_part;
    assert(largest != NULL);
    if (proof->aside != NULL && (largest->empty || proof->level > largest->bound))
        return proof->level;
    return largest->bound;
}

/* The parts that have the largest bounds first. */
static int compare_parts(const void *one, const void *other)
{
    const struct prove_part *a = one, *b = other;
    if (a->bound != b->bound)
        return a->bound < b->bound ? 1 : -1;
    return (a->part > b->part) - (a->part < b->part);
}

/* What each part proves; all of it is looked at once. */
static husly_status find_parts(struct prove_page *page, int stage, struct prove_part **parts,
                               struct prove_case **cases)
{
    const struct certificate_parts *known = &page->proof->check.parts;
    const size_t count = (size_t)known->count;
    husly_status status = HUSLY_OK;
    *parts = arena_take(page->arena, count, sizeof **parts);
    if (*parts == NULL)
        return error_memory(page->proof->check.complaints->error);
    for (int part = 0; part < known->count && status == HUSLY_OK; part++) {
        status = count_aside(page, stage, part);
        if (status == HUSLY_OK)
            status = proof_part(page->proof, stage, part);
        if (status == HUSLY_OK)
            status = find_cases(page, cases);
        if (status != HUSLY_OK)
            return status;
        (*parts)[part] =
            (struct prove_part){part, known->first_member[part + 1] - known->first_member[part],
                                bound_of_part(page, &(*cases)[0])};
    }
    qsort(*parts, count, sizeof **parts, compare_parts);
    return status;
}

/* Takes up the part with the largest bound, whose sum the page shows. */
static husly_status take_part(struct prove_page *page, int stage, const struct prove_part *parts,
                              struct prove_case **cases)
{
    if (page->proof->check.parts.count == 1)
        return HUSLY_OK;
    const size_t counted = page->line_count;
    husly_status status = proof_part(page->proof, stage, parts[0].part);
    if (status == HUSLY_OK)
        status = find_cases(page, cases);
    page->line_count = counted;
    return status;
}

/* " with at least 19032 points of need", of the stages before. */
static void add_condition(const struct prove_page *page, struct text *out, int stage)
{
    for (int before = 0; before < stage; before++) {
        const husly_stage_result *earlier = &page->plan->stages[before];
        struct text kroner = {0};
        figures_add_stage(&kroner, page->language, HUSLY_STAGE_COST, earlier->value);
        if (earlier->stage == HUSLY_STAGE_COST)
            text_add_words(out, page->language, " that costs at most %s", text_string(&kroner));
        else
            text_add_words(out, page->language,
                           before == 0 ? WORDS_LATER(" with at least %lld points of %s")
                                       : WORDS_LATER(" and at least %lld points of %s"),
                           (long long)earlier->value,
                           husly_words(page->language, husly_stage_name(earlier->stage)));
        out->failed = out->failed || kroner.failed;
        text_free(&kroner);
    }
}

static void say_points(struct prove_page *page, const husly_stage_result *result,
                       const char *condition, const char *gap)
{
    const char *name = husly_words(page->language, husly_stage_name(result->stage));
    if (result->proven)
        prove_page_say(page,
                       "Stage %s: the plan has %lld points, and no lawful plan%s has more. Proven.",
                       name, (long long)result->value, condition);
    else
        prove_page_say(page,
                       "Stage %s: the plan has %lld points. No lawful plan%s has more than %lld. "
                       "Not proven: whether one has up to %lld points more (%s) is not known, "
                       "because the search was stopped.",
                       name, (long long)result->value, condition, (long long)result->bound,
                       (long long)(result->bound - result->value), gap);
}

/* Kroner, the fewer the better; the sum that follows counts what is saved. */
static void say_kroner(struct prove_page *page, const husly_stage_result *result,
                       const char *condition, const char *gap)
{
    struct text value = {0}, bound = {0}, apart = {0}, without = {0};
    figures_add_stage(&value, page->language, result->stage, result->value);
    figures_add_stage(&bound, page->language, result->stage, result->bound);
    figures_add_stage(&apart, page->language, result->stage, (int64_t)figures_apart(result));
    figures_add_stage(&without, page->language, result->stage,
                      stage_figure(page->problem, result->stage, 0));
    const char *name = husly_words(page->language, husly_stage_name(result->stage));
    if (result->proven)
        prove_page_say(page,
                       "Stage %s: the plan costs the municipality %s until the next round, and no "
                       "lawful plan%s costs less. Proven.",
                       name, text_string(&value), condition);
    else
        prove_page_say(page,
                       "Stage %s: the plan costs the municipality %s until the next round. No "
                       "lawful plan%s costs less than %s Not proven: whether one costs up to %s "
                       "less (%s) is not known, because the search was stopped.",
                       name, text_string(&value), condition, text_string(&bound),
                       text_string(&apart), gap);
    prove_page_say(page,
                   "In this stage a point is an øre saved. With nobody in a permanent dwelling it "
                   "would cost %s; from that the points of the sum below are taken.",
                   text_string(&without));
    page->text->failed =
        page->text->failed || value.failed || bound.failed || apart.failed || without.failed;
    text_free(&value);
    text_free(&bound);
    text_free(&apart);
    text_free(&without);
}

static void say_stage(struct prove_page *page, int stage)
{
    const husly_stage_result *result = &page->plan->stages[stage];
    struct text condition = {0}, gap = {0};
    add_condition(page, &condition, stage);
    figures_add_gap(&gap, page->language, result);
    text_add_string(&gap, gap.size > 0 ? " %" : "–");
    if (result->stage == HUSLY_STAGE_COST)
        say_kroner(page, result, text_string(&condition), text_string(&gap));
    else
        say_points(page, result, text_string(&condition), text_string(&gap));
    page->text->failed = page->text->failed || condition.failed || gap.failed;
    text_free(&condition);
    text_free(&gap);
}

/* From what is saved at most to what every plan costs at least. */
static void say_difference(struct prove_page *page, int64_t saved)
{
    struct text without = {0}, most = {0}, least = {0};
    figures_add_stage(&without, page->language, HUSLY_STAGE_COST,
                      stage_figure(page->problem, HUSLY_STAGE_COST, 0));
    figures_add_stage(&most, page->language, HUSLY_STAGE_COST, saved);
    figures_add_stage(&least, page->language, HUSLY_STAGE_COST,
                      stage_figure(page->problem, HUSLY_STAGE_COST, saved));
    prove_page_say(page, "No plan saves more than %s, and so none costs less than %s − %s = %s",
                   text_string(&most), text_string(&without), text_string(&most),
                   text_string(&least));
    page->text->failed = page->text->failed || without.failed || most.failed || least.failed;
    text_free(&without);
    text_free(&most);
    text_free(&least);
}

static int64_t sum_of(const struct prove_part *parts, size_t count)
{
    int64_t sum = 0;
    for (size_t at = 0; at < count; at++)
        sum += parts[at].bound;
    return sum;
}

static husly_status add_stage(struct prove_page *page, int stage)
{
    const size_t part_count = (size_t)page->proof->check.parts.count;
    struct prove_part *parts = NULL;
    struct prove_case *cases = NULL;
    struct proof_leaf leaf;
    husly_status status = find_parts(page, stage, &parts, &cases);
    if (status == HUSLY_OK)
        status = take_part(page, stage, parts, &cases);
    assert(status != HUSLY_OK || cases != NULL);
    if (status == HUSLY_OK)
        status = proof_leaf_sum(page->proof, cases[0].index, &leaf);
    if (status != HUSLY_OK)
        return status;
    text_add_string(page->text, "\n");
    say_stage(page, stage);
    prove_page_parts(page, parts, part_count);
    prove_page_aside(page);
    prove_page_cases(page, cases, page->proof->in_part.leaf_count);
    if (!leaf.empty)
        prove_page_sum(page, &leaf);
    if (page->plan->stages[stage].stage == HUSLY_STAGE_COST)
        say_difference(page, sum_of(parts, part_count));
    return HUSLY_OK;
}

static bool is_all_proven(const husly_plan *plan)
{
    bool proven = true;
    for (size_t stage = 0; stage < plan->stage_count; stage++)
        proven = proven && plan->stages[stage].proven;
    return proven;
}

static void say_why(struct prove_page *page)
{
    text_add_string(page->text, "\n");
    if (is_all_proven(page->plan))
        prove_page_say(page, "Why no plan can bring more points:");
    else
        prove_page_say(page, "How many points a plan can bring at most:");
    prove_page_say(page,
                   "Give each scarce thing a price in points, which is no rent, and let every "
                   "household pay points for what it uses. The points of a plan are then what its "
                   "households pay and what "
                   "they keep. They pay no more than number × price of each scarce thing, "
                   "for no plan uses more than there is; and no household keeps more than "
                   "its best dwelling leaves it. So no plan has more points than all of this "
                   "together, whatever the prices are.");
}

husly_status prove_page_add(struct prove_page *page)
{
    husly_status status = HUSLY_OK;
    prove_page_placed(page);
    if (page->proof == NULL) {
        text_add_string(page->text, "\n");
        prove_page_say(page, "The plan was made by hand: it keeps every rule, but nothing says "
                             "that no plan has more points.");
        return HUSLY_OK;
    }
    say_why(page);
    for (int stage = 0; stage < (int)page->plan->stage_count && status == HUSLY_OK; stage++)
        status = add_stage(page, stage);
    text_add_string(page->text, "\n");
    prove_page_say(page,
                   "The whole sum has %zu lines; husly prove -o FILE writes them for a "
                   "spreadsheet to add up.",
                   page->line_count);
    return status;
}
