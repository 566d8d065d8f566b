/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/rules_text.h"

#include "base/amount.h"
#include "base/words.h"
#include "base/wrap.h"

enum { LINE_WIDTH = 98 };

/* What lib/data/benefit_years.csv says in words, for whoever looks for texts without their Danish.
 */
#define TEXTS_OF_BENEFIT_YEARS                                                                     \
    WORDS_LATER("all but rent_max (derived with the year's factor)")                               \
    WORDS_LATER("all but threshold and threshold_child (derived with the year's factor)")          \
    WORDS_LATER("law on boligstøtte §§ 14 22 23")

struct page {
    struct text *text; /* paragraphs, one a line */
    const struct told_rules *told;
    husly_language language;
};

static const struct figure {
    const char *about;
    size_t offset; /* into struct benefit_year */
} figures[] = {
    {WORDS_LATER("rent_max, the largest rent that counts (§ 14)"),
     offsetof(struct benefit_year, rent_max)},
    {WORDS_LATER("threshold, the income above which the benefit falls (§ 22)"),
     offsetof(struct benefit_year, threshold)},
    {WORDS_LATER("threshold_child, more for each of the children 2 to 4 (§ 22)"),
     offsetof(struct benefit_year, threshold_child)},
    {WORDS_LATER("own, the least own payment (§ 22)"), offsetof(struct benefit_year, own)},
    {WORDS_LATER("max, the highest benefit (§ 23)"), offsetof(struct benefit_year, max)},
};

static void add_figures(const struct page *page, const struct benefit_year *year)
{
    const char mark = page->language == HUSLY_DANISH ? ',' : '.';
    text_add_words(page->text, page->language, "- In force: the figures of %d, kroner a year\n",
                   year->year);
    for (size_t i = 0; i < sizeof figures / sizeof figures[0]; i++) {
        const char *const field = (const char *)year + figures[i].offset;
        text_add_format(page->text, "· %s: ", husly_words(page->language, figures[i].about));
        amount_add(page->text, *(const husly_amount *)field, mark);
        text_add_string(page->text, "\n");
    }
}

static void add_benefit_years(const struct page *page)
{
    size_t count;
    const struct benefit_year *years = benefit_years(&count);
    for (size_t i = 0; i < count; i++) {
        if (years[i].year == page->told->benefit_year)
            add_figures(page, &years[i]);
    }
    for (size_t i = 0; i < count; i++)
        text_add_words(page->text, page->language,
                       "- Shipped for %d: %s, published by %s; verified: %s\n", years[i].year,
                       husly_words(page->language, years[i].provision), years[i].source,
                       husly_words(page->language, years[i].verified));
}

static bool is_set_apart(const struct told_rule *rule)
{
    return rule->is_in_force && rule->usual != NULL && !text_equal(rule->value, rule->usual);
}

static void add_value(const struct page *page, const struct told_rule *rule)
{
    if (!rule->is_in_force)
        text_add_words(page->text, page->language, "not in use");
    else if (rule->value[0] == '\0')
        text_add_words(page->text, page->language, "no default");
    else
        text_add_string(page->text, rule->value);
    if (is_set_apart(rule))
        text_add_words(page->text, page->language, "; the default is %s", rule->usual);
}

/* A source that vouches for a default does not vouch for the value that took its place. */
static void add_source(const struct page *page, const struct told_rule *rule)
{
    if (rule->own_source != NULL)
        text_add_words(page->text, page->language,
                       "- Source, the municipality's own: %s; not verified by husly\n",
                       rule->own_source);
    else if (is_set_apart(rule))
        text_add_words(page->text, page->language,
                       "- Source: none stated for this value; for the rule: %s; %s\n", rule->source,
                       husly_words(page->language, rule->standing));
    else
        text_add_words(page->text, page->language, "- Source: %s; %s\n", rule->source,
                       husly_words(page->language, rule->standing));
}

static void add_rule(const struct page *page, const struct told_rule *rule)
{
    text_add_format(page->text, "%s (%s): ", rule->name, rule->other_name);
    add_value(page, rule);
    text_add_format(page->text, "\n- %s\n", rule->about);
    add_source(page, rule);
    if (rule->is_benefit)
        add_benefit_years(page);
    text_add_string(page->text, "\n");
}

static void add_rules(const struct page *page, bool apart)
{
    for (size_t i = 0; i < page->told->count; i++) {
        if (is_set_apart(&page->told->rules[i]) == apart)
            add_rule(page, &page->told->rules[i]);
    }
}

static size_t count_apart(const struct told_rules *told)
{
    size_t count = 0;
    for (size_t i = 0; i < told->count; i++)
        count += is_set_apart(&told->rules[i]);
    return count;
}

static void add_settings(const struct page *page)
{
    const size_t apart = count_apart(page->told);
    text_add_words(page->text, page->language, "The rules in force in the round of %s\n\n",
                   page->told->date);
    if (apart == 0)
        text_add_words(page->text, page->language, "No rule differs from its default.\n\n");
    else
        text_add_words(page->text, page->language, "Different from the default: %zu\n\n", apart);
    add_rules(page, true);
    text_add_words(page->text, page->language, "The other rules: %zu\n\n",
                   page->told->count - apart);
    add_rules(page, false);
}

void rules_text_add(struct text *text, const struct told_rules *told, husly_language language)
{
    struct text plain = {0};
    const struct page page = {&plain, told, language};
    if (told->date != NULL) {
        add_settings(&page);
    } else {
        text_add_words(&plain, language, "The rules and their defaults\n\n");
        add_rules(&page, false);
    }
    wrap_add(text, text_string(&plain), LINE_WIDTH);
    text->failed = text->failed || plain.failed;
    text_free(&plain);
}
