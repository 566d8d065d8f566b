/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round in parts, and pairs set aside, in words. */
#include "report/layout.h"
#include "report/prove/prove_page.h"

enum { PARTS_SHOWN = 3, NAME_WIDTH = 82, BOUND_WIDTH = 16 };

static void add_row(struct prove_page *page, struct text *name, int64_t bound)
{
    struct text figure = {0};
    text_add_format(&figure, "%lld", (long long)bound);
    text_add_string(page->text, "  ");
    layout_left(page->text, text_string(name), NAME_WIDTH);
    layout_right(page->text, text_string(&figure), BOUND_WIDTH);
    text_add_string(page->text, "\n");
    page->text->failed = page->text->failed || name->failed || figure.failed;
    text_free(name);
    text_free(&figure);
}

static void add_part(struct prove_page *page, const struct prove_part *part)
{
    struct text name = {0};
    text_add_words(&name, page->language, "part %d, %lld households", part->part + 1,
                   (long long)part->households);
    add_row(page, &name, part->bound);
}

static void add_rest(struct prove_page *page, const struct prove_part *parts, size_t count)
{
    struct text name = {0};
    int64_t households = 0, bound = 0;
    for (size_t at = 0; at < count; at++) {
        households += parts[at].households;
        bound += parts[at].bound;
    }
    text_add_words(&name, page->language, "%zu other parts, %lld households", count,
                   (long long)households);
    add_row(page, &name, bound);
}

void prove_page_parts(struct prove_page *page, const struct prove_part *parts, size_t count)
{
    struct text name = {0};
    int64_t sum = 0;
    if (count < 2)
        return;
    prove_page_say(page,
                   "The round falls into %zu parts that cannot get in each other's way. Each has "
                   "prices and a bound of its own, and together no plan has more than all of them. "
                   "The first is summed below.",
                   count);
    const size_t shown = count > PARTS_SHOWN + 1 ? PARTS_SHOWN : count;
    for (size_t at = 0; at < shown; at++)
        add_part(page, &parts[at]);
    if (shown < count)
        add_rest(page, parts + shown, count - shown);
    for (size_t at = 0; at < count; at++)
        sum += parts[at].bound;
    text_add_words(&name, page->language, "together");
    add_row(page, &name, sum);
}

static int64_t count_lawful(const struct proof *proof)
{
    const struct certificate_parts *parts = &proof->check.parts;
    int64_t count = 0;
    for (int at = parts->first_member[proof->part]; at < parts->first_member[proof->part + 1]; at++)
        count += proof->pairs.count_of[parts->members[at]];
    return count;
}

void prove_page_aside(struct prove_page *page)
{
    const struct part_proof *proof = &page->proof->in_part;
    const int64_t lawful = count_lawful(page->proof);
    if (proof->aside == NULL)
        return;
    const int64_t left = kept_pairs_count_open(&page->proof->check.kept);
    prove_page_say(page,
                   "Of %lld lawful pairs of a household and a dwelling %lld were set aside: prices "
                   "of their own show that no plan with one of them has more than %lld points. The "
                   "sum below looks at the others.",
                   (long long)lawful, (long long)(lawful - left), (long long)proof->level);
}
