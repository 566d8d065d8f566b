/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "base/millionths.h"
#include "report/certificate/row_words.h"
#include "report/layout.h"
#include "report/prove/prove_page.h"

/* A table of a few rows is shown whole; of others only the heaviest, for the page to stay one. */
enum { ROWS_ALL = 8, ROWS_SHOWN = 4, EXTRAS_SHOWN = 2 };

enum { NAME_WIDTH = 45, FIGURES = 3 };
static const size_t figure_widths[FIGURES] = {13, 20, 20};

/* The small table of a leaf. */
struct sum_table {
    struct prove_page *page;
    const struct proof_leaf *leaf;
    int digits; /* behind the decimal mark of every figure that is not a count */
};

static wide pays_of(const struct proof_share *share)
{
    return (wide)share->points * MILLIONTHS - share->keeps;
}

static int most_digits(int digits, wide number)
{
    const int own = millionths_digits(number);
    return own > digits ? own : digits;
}

/* Enough for all figures, and so for every sum of them. */
static int digits_of(const struct proof_leaf *leaf)
{
    int digits = 0;
    for (size_t at = 0; at < leaf->price_count; at++)
        digits = most_digits(digits, leaf->prices[at].price);
    for (size_t at = 0; at < leaf->share_count; at++)
        digits = most_digits(digits, leaf->shares[at].keeps);
    for (size_t at = 0; at < leaf->extras_count; at++)
        digits = most_digits(digits, leaf->extras[at].each);
    return digits;
}

static void add_number(const struct sum_table *table, struct text *out, wide number, int digits)
{
    millionths_add(out, number, digits, table->page->language == HUSLY_DANISH ? ',' : '.');
}

static void add_row(const struct sum_table *table, const char *name, struct text *figures)
{
    struct text *out = table->page->text;
    text_add_string(out, "  ");
    layout_left(out, name, NAME_WIDTH);
    for (int figure = 0; figure < FIGURES; figure++) {
        layout_right(out, text_string(&figures[figure]), figure_widths[figure]);
        out->failed = out->failed || figures[figure].failed;
        text_free(&figures[figure]);
    }
    text_add_string(out, "\n");
}

static void add_head(const struct sum_table *table, const char *name, const char *const *figures)
{
    const husly_language language = table->page->language;
    struct text cells[FIGURES] = {{0}};
    for (int figure = 0; figure < FIGURES; figure++)
        text_add_string(&cells[figure], husly_words(language, figures[figure]));
    add_row(table, husly_words(language, name), cells);
}

/* Number × price = worth, in one line. */
static void add_price(const struct sum_table *table, const char *name, int64_t number, wide price)
{
    struct text cells[FIGURES] = {{0}};
    text_add_format(&cells[0], "%lld", (long long)number);
    add_number(table, &cells[1], price, table->digits);
    add_number(table, &cells[2], price * number, table->digits);
    add_row(table, name, cells);
}

static wide size_of(wide number)
{
    return number < 0 ? -number : number;
}

/* What weighs most first; what stands first in the certificate, among equals. */
static int compare_prices(const void *one, const void *other)
{
    const struct proof_price *a = one, *b = other;
    const wide larger = size_of(b->worth) - size_of(a->worth);
    if (larger != 0)
        return larger > 0 ? 1 : -1;
    return strcmp(a->unit, b->unit);
}

static void add_more_prices(const struct sum_table *table, size_t first)
{
    struct text name = {0}, cells[FIGURES] = {{0}};
    wide worth = 0;
    for (size_t at = first; at < table->leaf->price_count; at++)
        worth += table->leaf->prices[at].worth;
    text_add_words(&name, table->page->language, "%zu more with a price",
                   table->leaf->price_count - first);
    add_number(table, &cells[2], worth, table->digits);
    add_row(table, text_string(&name), cells);
    table->page->text->failed = table->page->text->failed || name.failed;
    text_free(&name);
}

/* Of many prices those that are worth nothing stay among the others. */
static size_t prices_shown(const struct proof_leaf *leaf)
{
    size_t shown = 0;
    if (leaf->price_count <= ROWS_ALL)
        return leaf->price_count;
    while (shown < ROWS_SHOWN && leaf->prices[shown].worth != 0)
        shown++;
    return shown;
}

static void add_prices(const struct sum_table *table)
{
    static const char *const head[FIGURES] = {WORDS_LATER("number"), WORDS_LATER("price"),
                                              WORDS_LATER("worth")};
    const struct proof_leaf *leaf = table->leaf;
    const struct prove_page *page = table->page;
    const size_t shown = prices_shown(leaf);
    add_head(table, WORDS_LATER("scarce"), head);
    for (size_t at = 0; at < shown; at++) {
        const struct proof_price *price = &leaf->prices[at];
        struct text name = {0};
        row_words_add(&name, &page->proof->check.kept, page->language, price->unit, price->row);
        add_price(table, text_string(&name), price->row->rhs, price->price);
        page->text->failed = page->text->failed || name.failed;
        text_free(&name);
    }
    if (shown < leaf->price_count)
        add_more_prices(table, shown);
}

static void add_more_extras(const struct sum_table *table, size_t first)
{
    struct text name = {0}, cells[FIGURES] = {{0}};
    int64_t number = 0;
    wide worth = 0;
    for (size_t at = first; at < table->leaf->extras_count; at++) {
        number += table->leaf->extras[at].number;
        worth += table->leaf->extras[at].each * table->leaf->extras[at].number;
    }
    text_add_words(&name, table->page->language, "%zu others beyond what is free",
                   table->leaf->extras_count - first);
    text_add_format(&cells[0], "%lld", (long long)number);
    add_number(table, &cells[2], worth, table->digits);
    add_row(table, text_string(&name), cells);
    table->page->text->failed = table->page->text->failed || name.failed;
    text_free(&name);
}

static void add_extras(const struct sum_table *table)
{
    struct prove_page *page = table->page;
    const size_t count = table->leaf->extras_count;
    const size_t shown = count > EXTRAS_SHOWN + 1 ? EXTRAS_SHOWN : count;
    for (size_t at = 0; at < shown; at++) {
        const struct proof_extras *extras = &table->leaf->extras[at];
        struct text name = {0};
        row_words_count(&name, page->language,
                        page->proof->check.rows.counts.columns[extras->unit].name);
        add_price(table, text_string(&name), extras->number, extras->each);
        page->text->failed = page->text->failed || name.failed;
        text_free(&name);
    }
    if (shown < count)
        add_more_extras(table, shown);
}

static void add_household_name(const struct prove_page *page, struct text *out,
                               const struct proof_share *share)
{
    if (share->dwelling != NONE) {
        row_words_pair(out, page->problem, page->language, share->household, share->dwelling);
        if (share->fixed)
            text_add_words(out, page->language, " (fixed)");
        return;
    }
    text_add_string(out, page->problem->households[share->household].id);
    if (page->proof->pairs.count_of[share->household] == 0)
        text_add_words(out, page->language, " (no lawful dwelling)");
    else
        text_add_words(out, page->language, " (keeps nothing)");
}

static void add_share(const struct sum_table *table, const char *name, wide points, wide keeps)
{
    struct text cells[FIGURES] = {{0}};
    add_number(table, &cells[0], points, 0);
    add_number(table, &cells[1], points - keeps, table->digits);
    add_number(table, &cells[2], keeps, table->digits);
    add_row(table, name, cells);
}

/* Who keeps most first, then by id. */
static int compare_shares(const void *one, const void *other)
{
    const struct proof_share *a = one, *b = other;
    const wide larger = size_of(b->keeps) - size_of(a->keeps);
    if (larger != 0)
        return larger > 0 ? 1 : -1;
    return (a->household > b->household) - (a->household < b->household);
}

static void add_more_shares(const struct sum_table *table, size_t first)
{
    struct text name = {0};
    wide points = 0, keeps = 0;
    for (size_t at = first; at < table->leaf->share_count; at++) {
        points += (wide)table->leaf->shares[at].points * MILLIONTHS;
        keeps += table->leaf->shares[at].keeps;
    }
    text_add_words(&name, table->page->language, "%zu more households",
                   table->leaf->share_count - first);
    add_share(table, text_string(&name), points, keeps);
    table->page->text->failed = table->page->text->failed || name.failed;
    text_free(&name);
}

static void add_shares(const struct sum_table *table)
{
    static const char *const head[FIGURES] = {WORDS_LATER("points"), WORDS_LATER("pays"),
                                              WORDS_LATER("keeps")};
    const struct proof_leaf *leaf = table->leaf;
    const size_t shown = leaf->share_count > ROWS_ALL ? ROWS_SHOWN : leaf->share_count;
    add_head(table, WORDS_LATER("household, best dwelling"), head);
    for (size_t at = 0; at < shown; at++) {
        struct text name = {0};
        add_household_name(table->page, &name, &leaf->shares[at]);
        add_share(table, text_string(&name), (wide)leaf->shares[at].points * MILLIONTHS,
                  leaf->shares[at].keeps);
        table->page->text->failed = table->page->text->failed || name.failed;
        text_free(&name);
    }
    if (shown < leaf->share_count)
        add_more_shares(table, shown);
}

static void add_total(const struct sum_table *table)
{
    struct text cells[FIGURES] = {{0}};
    add_number(table, &cells[2], table->leaf->sum, table->digits);
    add_row(table, husly_words(table->page->language, "together"), cells);
    if (table->leaf->sum % MILLIONTHS != 0)
        prove_page_say(table->page, "Points are whole numbers, so no plan has more than %lld.",
                       (long long)table->leaf->bound);
}

/* Who pays and could live elsewhere, those in the table first; else NULL. */
static const struct proof_share *find_example(const struct proof_leaf *leaf)
{
    for (size_t at = 0; at < leaf->share_count; at++) {
        const struct proof_share *share = &leaf->shares[at];
        if (share->dwelling != NONE && !share->fixed && pays_of(share) != 0)
            return share;
    }
    return NULL;
}

/* One household's line read aloud, once a page. */
static void say_example(const struct sum_table *table)
{
    struct prove_page *page = table->page;
    const struct proof_share *share = find_example(table->leaf);
    if (page->example_told || share == NULL)
        return;
    page->example_told = true;
    struct text keeps = {0};
    add_number(table, &keeps, share->keeps, table->digits);
    prove_page_say(page,
                   "For example %s: in %s it brings %lld points, and after all that it pays and "
                   "earns there it keeps %s. No other dwelling leaves it more.",
                   page->problem->households[share->household].id,
                   page->problem->dwellings[share->dwelling].id, (long long)share->points,
                   text_string(&keeps));
    page->text->failed = page->text->failed || keeps.failed;
    text_free(&keeps);
}

/* A price below nothing needs a word: what an earlier stage has reached must stay. */
static void say_bonus(const struct sum_table *table)
{
    for (size_t at = 0; at < table->leaf->price_count; at++) {
        const struct proof_price *price = &table->leaf->prices[at];
        if (strncmp(price->unit, "floor/", 6) != 0)
            continue;
        struct text each = {0};
        add_number(table, &each, price->price, MILLIONTHS_DIGITS);
        if (text_equal(price->unit + 6, husly_stage_name(HUSLY_STAGE_COST)))
            prove_page_say(
                table->page,
                "Each øre saved earns a bonus of %s, so a household may pay less than nothing. "
                "Every plan that counts saves at least %lld øre, and that much is taken off again.",
                text_string(&each), (long long)-price->row->rhs);
        else
            prove_page_say(
                table->page,
                "Each point of %s earns a bonus of %s, so a household may pay less than "
                "nothing. Every plan that counts has at least %lld of these points, and that "
                "much is taken off again.",
                husly_words(table->page->language, price->unit + 6), text_string(&each),
                (long long)-price->row->rhs);
        table->page->text->failed = table->page->text->failed || each.failed;
        text_free(&each);
    }
}

void prove_page_sum(struct prove_page *page, struct proof_leaf *leaf)
{
    const struct sum_table table = {page, leaf, digits_of(leaf)};
    qsort(leaf->prices, leaf->price_count, sizeof *leaf->prices, compare_prices);
    if (leaf->share_count > ROWS_ALL)
        qsort(leaf->shares, leaf->share_count, sizeof *leaf->shares, compare_shares);
    if (leaf->price_count > 0)
        add_prices(&table);
    else
        prove_page_say(page, "No price is needed: each household counts with the dwelling that "
                             "brings most points, as if it were alone.");
    add_shares(&table);
    add_extras(&table);
    add_total(&table);
    say_example(&table);
    say_bonus(&table);
}
