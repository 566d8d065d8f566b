/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/columns.h"
#include "report/certificate/row_words.h"
#include "report/layout.h"
#include "report/prove/prove_page.h"

enum { CASES_SHOWN = 3, CASE_WIDTH = 82, BOUND_WIDTH = 16 };

static void add_fixing(const struct prove_page *page, struct text *out,
                       const struct case_fixing *fixing)
{
    const husly_language language = page->language;
    const int64_t dwellings = page->problem->dwelling_count;
    const int64_t pairs = dwellings * page->problem->household_count;
    const bool about_pair = fixing->kind == CASE_USE || fixing->kind == CASE_NOT;
    if (about_pair && fixing->subject >= pairs) {
        text_add_words(out, language,
                       fixing->kind == CASE_USE ? WORDS_LATER("a dwelling for ")
                                                : WORDS_LATER("no dwelling for "));
        text_add_string(out, page->problem->households[fixing->subject - pairs].id);
        return;
    }
    if (about_pair) {
        text_add_words(out, language,
                       fixing->kind == CASE_USE ? WORDS_LATER("with ") : WORDS_LATER("without "));
        row_words_pair(out, page->problem, language, (int)(fixing->subject / dwellings),
                       (int)(fixing->subject % dwellings));
        return;
    }
    if (fixing->kind == CASE_AT_LEAST)
        text_add_words(out, language, "at least %lld of: ", (long long)fixing->number);
    else
        text_add_words(out, language, "at most %lld of: ", (long long)fixing->number);
    row_words_count(out, language, page->proof->check.rows.counts.columns[fixing->subject].name);
}

static void add_row(struct prove_page *page, const char *name, const char *bound)
{
    text_add_string(page->text, "  ");
    layout_left(page->text, name, CASE_WIDTH);
    layout_right(page->text, bound, BOUND_WIDTH);
    text_add_string(page->text, "\n");
}

static void add_bound(const struct prove_page *page, struct text *out,
                      const struct prove_case *shown)
{
    if (shown->empty)
        text_add_words(out, page->language, "no plan");
    else
        text_add_format(out, "%lld", (long long)shown->bound);
}

static void add_fixings(const struct prove_page *page, struct text *out,
                        const struct case_leaf *fixed, size_t first)
{
    text_add_string(out, first > 0 ? "… " : "");
    for (size_t at = first; at < fixed->count; at++) {
        text_add_string(out, at == first ? "" : ", ");
        add_fixing(page, out, &fixed->fixings[at]);
    }
}

/* Neighbours in the tree begin alike, so of a long list the end is shown. */
static void add_case(struct prove_page *page, const struct prove_case *shown)
{
    struct text name = {0}, bound = {0};
    const struct case_leaf *fixed = &page->proof->in_part.leaves[shown->index].cases;
    size_t first = 0;
    add_fixings(page, &name, fixed, first);
    while (columns_of(text_string(&name)) > CASE_WIDTH && first + 1 < fixed->count) {
        name.size = 0;
        add_fixings(page, &name, fixed, ++first);
    }
    add_bound(page, &bound, shown);
    add_row(page, text_string(&name), text_string(&bound));
    page->text->failed = page->text->failed || name.failed || bound.failed;
    text_free(&name);
    text_free(&bound);
}

static void add_rest(struct prove_page *page, const struct prove_case *first, size_t count)
{
    struct text name = {0}, bound = {0};
    text_add_words(&name, page->language, "%zu other cases, each at most", count);
    add_bound(page, &bound, first);
    add_row(page, text_string(&name), text_string(&bound));
    page->text->failed = page->text->failed || name.failed || bound.failed;
    text_free(&name);
    text_free(&bound);
}

void prove_page_cases(struct prove_page *page, const struct prove_case *cases, size_t count)
{
    if (count < 2)
        return;
    prove_page_say(page,
                   "Every plan belongs to one of %zu cases, each with prices and a sum of its own; "
                   "no plan of a case has more points than stand behind it. The first is summed "
                   "below.",
                   count);
    const size_t shown = count > CASES_SHOWN + 1 ? CASES_SHOWN : count;
    for (size_t at = 0; at < shown; at++)
        add_case(page, &cases[at]);
    if (shown < count)
        add_rest(page, &cases[shown], count - shown);
}
