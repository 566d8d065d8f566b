/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/prove/prove_page.h"

#include <stdarg.h>
#include <stdlib.h>

#include "base/amount.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/wrap.h"

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

/* The stage's cases, that with the largest bound first. */
static husly_status find_cases(struct prove_page *page, struct prove_case **cases)
{
    const size_t count = page->proof->leaf_count;
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

/* " with at least 19032 points of need", of the stages before. */
static void add_condition(const struct prove_page *page, struct text *out, int stage)
{
    for (int before = 0; before < stage; before++)
        text_add_words(
            out, page->language, " with at least %lld points of %s",
            (long long)page->plan->stages[before].value,
            husly_words(page->language, husly_stage_name(page->plan->stages[before].stage)));
}

/* What is missing to the bound, in per cent of it, rounded up to hundredths. */
static void add_gap(const struct prove_page *page, struct text *out,
                    const husly_stage_result *result)
{
    const wide bound = result->bound < 0 ? -(wide)result->bound : result->bound;
    if (bound == 0)
        return;
    text_add_string(out, ", ");
    amount_add(out,
               (husly_amount)-wide_floor(-10000 * ((wide)result->bound - result->value), bound),
               page->language == HUSLY_DANISH ? ',' : '.');
    text_add_string(out, " %");
}

static void say_stage(struct prove_page *page, int stage)
{
    const husly_stage_result *result = &page->plan->stages[stage];
    const char *name = husly_words(page->language, husly_stage_name(result->stage));
    struct text condition = {0}, gap = {0};
    add_condition(page, &condition, stage);
    add_gap(page, &gap, result);
    if (result->proven)
        prove_page_say(page,
                       "Stage %s: the plan has %lld points, and no lawful plan%s has more. Proven.",
                       name, (long long)result->value, text_string(&condition));
    else
        prove_page_say(page,
                       "Stage %s: the plan has %lld points. No lawful plan%s has more than %lld. "
                       "Not proven: whether one has up to %lld points more (%s) is not known, "
                       "because the search was stopped.",
                       name, (long long)result->value, text_string(&condition),
                       (long long)result->bound, (long long)(result->bound - result->value),
                       gap.size > 2 ? gap.bytes + 2 : "–");
    page->text->failed = page->text->failed || condition.failed || gap.failed;
    text_free(&condition);
    text_free(&gap);
}

static husly_status add_stage(struct prove_page *page, int stage)
{
    struct prove_case *cases = NULL;
    struct proof_leaf leaf;
    husly_status status = proof_stage(page->proof, stage);
    if (status == HUSLY_OK)
        status = find_cases(page, &cases);
    if (status == HUSLY_OK)
        status = proof_leaf_sum(page->proof, cases[0].index, &leaf);
    if (status != HUSLY_OK)
        return status;
    text_add_string(page->text, "\n");
    say_stage(page, stage);
    prove_page_cases(page, cases, page->proof->leaf_count);
    prove_page_sum(page, &leaf);
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
