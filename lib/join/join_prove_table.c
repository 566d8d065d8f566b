/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the sum of a certificate and the writer of CSV files: docs/prove.md, The table. */
#include <husly/report.h>

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "io/csv_write.h"
#include "join/join_prove.h"
#include "report/certificate/row_words.h"

/* One table while its rows are told. */
struct telling {
    struct proving *proving;
    struct text row;
    struct csv_writer writer;
    struct text *payments; /* by household: what it pays for in the leaf in hand */
    int *best;             /* by household: its best dwelling there, NONE */
    int *first_at;         /* by dwelling: 1 + a household whose best it is, 0 */
    int *next_at;          /* by household: 1 + another one with the same */
    husly_line_fn *on_line;
    void *user;
    bool closed;            /* the listener asked for no more */
    struct proof_leaf leaf; /* in hand */
    const char *leaf_name;  /* as certificate.csv has it */
};

enum told_kind { TOLD_PRICE, TOLD_HOUSEHOLD, TOLD_EXTRAS, TOLD_BOUND, TOLD_LEVEL };

/* A row's cells; NULL and `has_` false leave one empty. */
struct line {
    enum told_kind kind;
    const char *unit, *dwelling, *detail;
    bool has_points, has_quantity, has_price, has_amount, has_sum, has_bound;
    int64_t points, quantity, bound;
    wide price, amount, sum;
};

/* Ends a row and tells it without its line feed. */
static void tell_row(struct telling *telling)
{
    csv_write_row_end(&telling->writer);
    if (!telling->row.failed && !telling->closed) {
        telling->row.bytes[telling->row.size - 1] = '\0';
        telling->closed = !telling->on_line(telling->row.bytes, telling->user);
    }
    telling->row.size = 0;
}

static void write_whole(struct csv_writer *writer, bool has, int64_t number)
{
    if (has)
        csv_write_whole(writer, number);
    else
        csv_write_text(writer, NULL);
}

static void write_millionths(struct csv_writer *writer, bool has, wide number)
{
    if (has)
        csv_write_millionths(writer, number);
    else
        csv_write_text(writer, NULL);
}

static void tell_line(struct telling *telling, const struct line *line)
{
    static const char *const kinds[] = {"price", "household", "extras", "bound", "level"};
    struct csv_writer *writer = &telling->writer;
    const struct proof *proof = &telling->proving->proof;
    csv_write_text(writer, husly_stage_name(proof->plan->stages[proof->stage].stage));
    csv_write_text(writer, telling->leaf_name);
    csv_write_text(writer, kinds[line->kind]);
    csv_write_text(writer, line->unit);
    csv_write_text(writer, line->dwelling);
    write_whole(writer, line->has_points, line->points);
    write_whole(writer, line->has_quantity, line->quantity);
    write_millionths(writer, line->has_price, line->price);
    write_millionths(writer, line->has_amount, line->amount);
    write_millionths(writer, line->has_sum, line->sum);
    write_whole(writer, line->has_bound, line->bound);
    csv_write_text(writer, line->detail);
    tell_row(telling);
}

static void tell_counted(struct telling *telling, struct line line, const struct text *detail)
{
    line.has_quantity = line.has_price = line.has_amount = true;
    line.amount = line.price * line.quantity;
    line.detail = text_string(detail);
    tell_line(telling, &line);
}

static void tell_prices(struct telling *telling)
{
    struct proving *proving = telling->proving;
    for (size_t at = 0; at < telling->leaf.price_count; at++) {
        const struct proof_price *price = &telling->leaf.prices[at];
        struct text words = {0};
        row_words_add(&words, &proving->proof.check.kept, proving->language, price->unit,
                      price->row);
        tell_counted(telling,
                     (struct line){.kind = TOLD_PRICE,
                                   .unit = price->unit,
                                   .quantity = price->row->rhs,
                                   .price = price->price},
                     &words);
        telling->row.failed = telling->row.failed || words.failed;
        text_free(&words);
    }
}

static void add_payment(struct telling *telling, const struct proof_price *price, int household,
                        int64_t coefficient)
{
    struct text *payments = &telling->payments[household];
    if (coefficient != 0)
        text_add_format(payments, "%s%s × %lld", payments->size > 0 ? "; " : "", price->unit,
                        (long long)coefficient);
}

/* What a household pays of a row in its best dwelling, where it has one. */
static void add_own(struct telling *telling, const struct proof_price *price, int household)
{
    const struct proof *proof = &telling->proving->proof;
    const int dwelling = household != NONE ? telling->best[household] : NONE;
    if (dwelling != NONE)
        add_payment(telling, price, household,
                    proof_coefficient(proof, price->row, household, dwelling));
}

static void add_cut(struct telling *telling, const struct proof_price *price)
{
    const struct kept_pairs *kept = &telling->proving->proof.check.kept;
    for (int at = 0; at < price->row->pair_count; at++) {
        const struct row_pair *pair = &price->row->pairs[at];
        const int household = kept->household_of[pair->slot];
        if (telling->best[household] == kept->dwellings[pair->slot])
            add_payment(telling, price, household, pair->coefficient);
    }
}

/* What a row costs each household in its best dwelling, "right/S1 × 1; floor/need × -1045". */
static void add_payments(struct telling *telling, const struct proof_price *price)
{
    const struct certificate_row *row = price->row;
    const struct place_lists *places = &telling->proving->proof.check.rows.places;
    if (row->shape == ROW_CUT) {
        add_cut(telling, price);
    } else if (row->shape == ROW_FACTOR && row->people == PEOPLE_MEMBER) {
        add_own(telling, price, row->member);
        add_own(telling, price, row->first);
    } else {
        const bool all = row->shape == ROW_FLOOR;
        const struct place_list there =
            place_lists_of(places, all ? PLACES_ALL : row->set, all ? 0 : row->place);
        for (int at = 0; at < there.count; at++) {
            for (int next = telling->first_at[there.dwellings[at]]; next != 0;
                 next = telling->next_at[next - 1])
                add_own(telling, price, next - 1);
        }
    }
}

/* Who has which best dwelling, and what it pays there. */
static void find_payments(struct telling *telling)
{
    const husly_problem *problem = telling->proving->proof.problem;
    const size_t dwellings = (size_t)problem->dwelling_count;
    memset(telling->first_at, 0, dwellings * sizeof *telling->first_at);
    for (int h = 0; h < problem->household_count; h++) {
        telling->payments[h].size = 0;
        telling->best[h] = NONE;
    }
    for (size_t at = 0; at < telling->leaf.share_count; at++) {
        const struct proof_share *share = &telling->leaf.shares[at];
        telling->best[share->household] = share->dwelling;
        if (share->dwelling == NONE)
            continue;
        telling->next_at[share->household] = telling->first_at[share->dwelling];
        telling->first_at[share->dwelling] = share->household + 1;
    }
    for (size_t at = 0; at < telling->leaf.price_count; at++)
        add_payments(telling, &telling->leaf.prices[at]);
}

static void tell_household(struct telling *telling, const struct proof_share *share)
{
    const struct proof *proof = &telling->proving->proof;
    struct text *payments = &telling->payments[share->household];
    const bool placed = share->dwelling != NONE;
    struct line line = {.kind = TOLD_HOUSEHOLD,
                        .unit = proof->problem->households[share->household].id,
                        .has_points = placed,
                        .has_price = placed,
                        .has_amount = true,
                        .points = share->points,
                        .price = (wide)share->points * MILLIONTHS - share->keeps,
                        .amount = share->keeps};
    if (placed)
        line.dwelling = proof->problem->dwellings[share->dwelling].id;
    line.detail = payments->size > 0 ? payments->bytes : NULL;
    tell_line(telling, &line);
    telling->row.failed = telling->row.failed || payments->failed;
}

static void tell_extras(struct telling *telling, const struct proof_extras *extras)
{
    struct proving *proving = telling->proving;
    const char *unit = proving->proof.check.rows.counts.columns[extras->unit].name;
    struct text words = {0};
    row_words_count(&words, proving->language, unit);
    tell_counted(
        telling,
        (struct line){
            .kind = TOLD_EXTRAS, .unit = unit, .quantity = extras->number, .price = extras->each},
        &words);
    telling->row.failed = telling->row.failed || words.failed;
    text_free(&words);
}

static void tell_leaf(struct telling *telling)
{
    const struct proof_leaf *leaf = &telling->leaf;
    telling->leaf_name = leaf->entry->block.leaf;
    find_payments(telling);
    tell_prices(telling);
    for (size_t at = 0; at < leaf->share_count; at++)
        tell_household(telling, &leaf->shares[at]);
    for (size_t at = 0; at < leaf->extras_count; at++)
        tell_extras(telling, &leaf->extras[at]);
    tell_line(telling, &(struct line){.kind = TOLD_BOUND,
                                      .has_sum = !leaf->empty,
                                      .has_bound = !leaf->empty,
                                      .sum = leaf->sum,
                                      .bound = leaf->bound});
}

static void tell_headings(struct telling *telling)
{
    static const struct csv_heading headings[] = {
        {"stage", "trin"},     {"leaf", "blad"},      {"line", "linje"},
        {"unit", "enhed"},     {"dwelling", "bolig"}, {"points", "point"},
        {"quantity", "antal"}, {"price", "pris"},     {"amount", "beløb"},
        {"sum", "sum"},        {"bound", "grænse"},   {"detail", "forklaring"}};
    struct dialect dialect = husly_result_problem(telling->proving->result)->round->dialect;
    dialect.danish = telling->proving->language == HUSLY_DANISH;
    telling->writer = csv_writer_start(&telling->row, &dialect);
    for (size_t at = 0; at < sizeof headings / sizeof *headings; at++)
        csv_write_text(&telling->writer,
                       dialect.danish ? headings[at].danish : headings[at].english);
    tell_row(telling);
}

/* The sum by which pairs are set aside, and the level that no plan with one of them exceeds. */
static husly_status tell_aside(struct telling *telling, int stage, int part)
{
    struct proof *proof = &telling->proving->proof;
    bool there = false;
    husly_status status = proof_aside(proof, stage, part, &there, &telling->leaf);
    if (status == HUSLY_OK && there)
        tell_leaf(telling);
    return status;
}

static husly_status tell_part(struct telling *telling, int stage, int part)
{
    struct proof *proof = &telling->proving->proof;
    husly_status status = tell_aside(telling, stage, part);
    if (status == HUSLY_OK)
        status = proof_part(proof, stage, part);
    if (status == HUSLY_OK && proof->in_part.aside != NULL)
        tell_line(
            telling,
            &(struct line){.kind = TOLD_LEVEL, .has_bound = true, .bound = proof->in_part.level});
    for (size_t at = 0; at < proof->in_part.leaf_count && status == HUSLY_OK && !telling->closed;
         at++) {
        status = proof_leaf_sum(proof, at, &telling->leaf);
        if (status == HUSLY_OK)
            tell_leaf(telling);
    }
    return status;
}

static husly_status tell_table(struct telling *telling)
{
    const husly_plan *plan = husly_result_plan(telling->proving->result);
    const int parts = proof_part_count(&telling->proving->proof);
    husly_status status = HUSLY_OK;
    tell_headings(telling);
    for (int stage = 0; stage < (int)plan->stage_count; stage++) {
        for (int part = 0; part < parts && status == HUSLY_OK && !telling->closed; part++)
            status = tell_part(telling, stage, part);
    }
    return status;
}

static bool telling_open(struct telling *telling)
{
    const husly_problem *problem = husly_result_problem(telling->proving->result);
    const size_t households = (size_t)problem->household_count + 1;
    struct arena *arena = telling->proving->arena;
    telling->payments = arena_take(arena, households, sizeof *telling->payments);
    telling->best = arena_take(arena, households, sizeof *telling->best);
    telling->next_at = arena_take(arena, households, sizeof *telling->next_at);
    telling->first_at =
        arena_take(arena, (size_t)problem->dwelling_count + 1, sizeof *telling->first_at);
    return telling->payments != NULL && telling->best != NULL && telling->next_at != NULL &&
           telling->first_at != NULL;
}

static void telling_close(struct telling *telling)
{
    const int households = husly_result_problem(telling->proving->result)->household_count;
    for (int h = 0; h < households && telling->payments != NULL; h++)
        text_free(&telling->payments[h]);
    text_free(&telling->row);
}

husly_status husly_result_prove_table(const husly_result *result, husly_language language,
                                      husly_line_fn *on_line, void *user, husly_error *error)
{
    struct proving proving;
    struct telling telling = {.proving = &proving, .on_line = on_line, .user = user};
    husly_status status = proving_open(&proving, result, language, error);
    if (status == HUSLY_OK)
        status = telling_open(&telling) ? tell_table(&telling) : error_memory(error);
    if (status == HUSLY_OK && telling.row.failed)
        status = error_memory(error);
    telling_close(&telling);
    proving_close(&proving);
    return status;
}
