/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_block.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"

/* An option of the block, and the first one that says the same. */
struct item {
    const char *id; /* on the other side of the question */
    const char *sentence;
    size_t number, first;
};

struct block {
    struct item *items;
    size_t count;
    int width; /* of the widest id, of any block */
};

static const char *other_id(const struct answer *answer, const husly_option *option)
{
    return answer->explanation->household_id != NULL ? option->dwelling_id : option->household_id;
}

static int widest_id(const struct answer *answer)
{
    int widest = 0;
    for (size_t at = 0; at < answer->explanation->option_count; at++) {
        const int columns = columns_of(other_id(answer, &answer->explanation->options[at]));
        widest = columns > widest ? columns : widest;
    }
    return widest;
}

static bool is_pinned(const struct answer *answer, const char *household_id)
{
    const int household = problem_find_household(answer->problem, household_id);
    return household != NONE && answer->problem->households[household].pin != NONE;
}

/* Prices are those of a round without the pin of the option's household. */
static bool sets_pins_aside(const struct answer *answer)
{
    for (size_t at = 0; at < answer->explanation->option_count; at++) {
        const husly_option *option = &answer->explanation->options[at];
        if (option->standing == HUSLY_POSSIBLE && is_pinned(answer, option->household_id))
            return true;
    }
    return false;
}

static void tell_possible(const struct answer *answer)
{
    if (!sets_pins_aside(answer))
        text_add_words(answer->out, answer->language,
                       "Possible, and what it would mean for the plan:");
    else if (answer->explanation->household_id != NULL)
        text_add_words(answer->out, answer->language,
                       "Possible, and what it would mean for the plan, as if %s were not pinned:",
                       answer->explanation->household_id);
    else
        text_add_words(
            answer->out, answer->language,
            "Possible, and what it would mean for the plan, each as if it were not pinned:");
}

static void tell_heading(const struct answer *answer, struct page *page, husly_standing standing)
{
    page_end_line(page, 0);
    switch (standing) {
    case HUSLY_CHOSEN:
        break;
    case HUSLY_POSSIBLE:
        tell_possible(answer);
        break;
    case HUSLY_UNKNOWN:
        text_add_words(answer->out, answer->language,
                       "Not known, for the search was stopped first:");
        break;
    case HUSLY_CLOSED:
        text_add_words(
            answer->out, answer->language,
            "Closed by the right, a limit, a party or a pin, so that no lawful plan has it:");
        break;
    case HUSLY_FORBIDDEN:
        text_add_words(answer->out, answer->language, "Forbidden:");
        break;
    }
    page_end_line(page, 0);
}

static int compare_numbers(size_t one, size_t other)
{
    return (one > other) - (one < other);
}

static int compare_sentences(const void *a, const void *b)
{
    const struct item *one = a, *other = b;
    const int order = strcmp(one->sentence, other->sentence);
    return order != 0 ? order : compare_numbers(one->number, other->number);
}

static int compare_places(const void *a, const void *b)
{
    const struct item *one = a, *other = b;
    const int order = compare_numbers(one->first, other->first);
    return order != 0 ? order : compare_numbers(one->number, other->number);
}

/* What says the same comes together, where the first of it stood. */
static void gather(struct block *block)
{
    qsort(block->items, block->count, sizeof *block->items, compare_sentences);
    for (size_t at = 1; at < block->count; at++) {
        if (strcmp(block->items[at].sentence, block->items[at - 1].sentence) == 0)
            block->items[at].first = block->items[at - 1].first;
    }
    qsort(block->items, block->count, sizeof *block->items, compare_places);
}

/* False when memory ran out. */
static bool fill(struct block *block, const struct answer *answer, husly_standing standing,
                 struct arena *arena)
{
    const husly_explanation *explanation = answer->explanation;
    struct text said = {0};
    struct answer aside = *answer;
    aside.out = &said;
    block->items = arena_take(arena, explanation->option_count + 1, sizeof *block->items);
    for (size_t at = 0; at < explanation->option_count && block->items != NULL; at++) {
        const husly_option *option = &explanation->options[at];
        if (option->standing != standing)
            continue;
        said.size = 0;
        answer_add_option(&aside, option);
        const char *sentence = arena_text(arena, text_string(&said), said.size);
        said.failed = said.failed || sentence == NULL;
        block->items[block->count++] = (struct item){other_id(answer, option), sentence, at, at};
    }
    const bool failed = said.failed || block->items == NULL;
    text_free(&said);
    return !failed;
}

/* "  D1   a sentence", and of several "  D1, D10: a sentence". */
static void tell_run(const struct answer *answer, struct page *page, const struct block *block,
                     size_t from, size_t to)
{
    const struct item *item = &block->items[from];
    text_add_format(answer->out, "  %s", item->id);
    if (to - from == 1)
        text_add_format(answer->out, "%*s", block->width - columns_of(item->id) + 2, "");
    for (size_t at = from + 1; at < to; at++)
        text_add_format(answer->out, ", %s%s", block->items[at].id, at + 1 < to ? "" : ": ");
    text_add_string(answer->out, item->sentence);
    page_end_line(page, 2 + block->width + 2);
}

static void tell_items(const struct answer *answer, struct page *page, const struct block *block)
{
    size_t to = 0;
    for (size_t from = 0; from < block->count && !page->closed; from = to) {
        to = from + 1;
        while (to < block->count && block->items[to].first == block->items[from].first)
            to++;
        tell_run(answer, page, block, from, to);
    }
}

void block_tell(const struct answer *answer, struct page *page, husly_standing standing)
{
    struct arena *arena = arena_new();
    struct block block = {.width = widest_id(answer)};
    if (arena == NULL || !fill(&block, answer, standing, arena)) {
        page->line.failed = true;
    } else if (block.count > 0) {
        if (standing == HUSLY_CLOSED || standing == HUSLY_FORBIDDEN)
            gather(&block);
        tell_heading(answer, page, standing);
        tell_items(answer, page, &block);
    }
    arena_free(arena);
}
