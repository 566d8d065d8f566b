/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/wrap.h"
#include "report/prove/prove_page.h"
#include "report/survey/most_text.h"

/* The page stays one page; `husly survey` tells the rest. */
enum { ARGUMENT_LINES = 16, PAGE_WIDTH = 100 };

static void say_counts(struct prove_page *page)
{
    int64_t persons = 0, placed = 0;
    for (int h = 0; h < page->problem->household_count; h++) {
        persons += page->problem->households[h].persons;
        placed += page->plan->placed[h] != NONE ? page->problem->households[h].persons : 0;
    }
    prove_page_say(page, "%zu of %d households are placed, %lld of %lld persons.",
                   page->plan->placement_count, page->problem->household_count, (long long)placed,
                   (long long)persons);
}

/* Adds at most so many lines; false where some are left. */
static bool add_lines(struct text *out, const char *lines, int count)
{
    for (; count > 0 && *lines != '\0'; count--) {
        const char *end = strchr(lines, '\n');
        const size_t size = end != NULL ? (size_t)(end - lines) + 1 : strlen(lines);
        text_add(out, lines, size);
        lines += size;
    }
    return *lines == '\0';
}

/* The last paragraph of the argument, which says its sum. */
static char *last_paragraph(char *plain, size_t size)
{
    while (size > 1 && plain[size - 2] != '\n')
        size--;
    return size > 1 ? plain + size - 1 : plain;
}

/* The argument, shortened where it is long, and what follows from it. */
static void add_argument(struct prove_page *page)
{
    struct text plain = {0}, parts = {0};
    most_tell_plain(&plain, page->problem, page->most, page->language);
    if (!plain.failed && plain.size > 0) {
        char *sum = last_paragraph(plain.bytes, plain.size);
        text_add(&parts, plain.bytes, (size_t)(sum - plain.bytes));
        struct text lines = {0};
        wrap_add(&lines, text_string(&parts), PAGE_WIDTH);
        if (!add_lines(page->text, text_string(&lines), ARGUMENT_LINES))
            prove_page_say(page, "… (husly survey tells the whole argument.)");
        wrap_add(page->text, sum, PAGE_WIDTH);
        page->text->failed = page->text->failed || lines.failed;
        text_free(&lines);
    }
    page->text->failed = page->text->failed || plain.failed || parts.failed;
    text_free(&plain);
    text_free(&parts);
}

/* The points go before numbers. */
static void say_fewer(struct prove_page *page)
{
    const husly_stage_result *first = &page->plan->stages[0];
    const bool is_proven = page->plan->stage_count > 0 && first->proven;
    if (is_proven && first->stage == HUSLY_STAGE_COST)
        prove_page_say(page, "That the plan places fewer is no oversight: of all lawful plans it "
                             "costs the municipality least, as the sum below proves. A plan that "
                             "places more households costs no less.");
    else if (is_proven)
        prove_page_say(page,
                       "That the plan places fewer is no oversight: of all lawful plans it has "
                       "the most points of %s, as the sum below proves. A plan that places more "
                       "households has no more of them.",
                       husly_words(page->language, husly_stage_name(first->stage)));
    else
        prove_page_say(page, "Whether a lawful plan places more than this one is not known.");
}

void prove_page_placed(struct prove_page *page)
{
    const int64_t placed = (int64_t)page->plan->placement_count;
    say_counts(page);
    if (placed == page->problem->household_count) {
        prove_page_say(page, "Everybody is placed, so no plan can place more.");
        return;
    }
    if (placed >= page->most->bound)
        prove_page_say(page, "No plan can place more than %lld, because:", (long long)placed);
    else if (page->most->bound < page->problem->household_count)
        prove_page_say(page, "Counting alone shows that at most %lld can be placed:",
                       (long long)page->most->bound);
    add_argument(page);
    if (placed < page->most->bound)
        say_fewer(page);
}
