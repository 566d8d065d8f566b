/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The join of the sum of a certificate and the writer of CSV files: docs/prove.md, The table. */
#include <husly/report.h>

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
    husly_line_fn *on_line;
    void *user;
    bool closed;            /* the listener asked for no more */
    struct proof_leaf leaf; /* in hand */
};

enum told_kind { TOLD_PRICE, TOLD_HOUSEHOLD, TOLD_EXTRAS, TOLD_BOUND };

/* A row's cells; NULL and `has_` false leave one empty. */
struct line {
    enum told_kind kind;
    const char *unit, *dwelling, *detail;
    bool has_points, has_quantity, has_price, has_amount, has_sum;
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
    static const char *const kinds[] = {"price", "household", "extras", "bound"};
    struct csv_writer *writer = &telling->writer;
    const struct proof *proof = &telling->proving->proof;
    csv_write_text(writer, husly_stage_name(proof->plan->stages[proof->stage].stage));
    csv_write_whole(writer, telling->leaf.entry->block.number);
    csv_write_text(writer, kinds[line->kind]);
    csv_write_text(writer, line->unit);
    csv_write_text(writer, line->dwelling);
    write_whole(writer, line->has_points, line->points);
    write_whole(writer, line->has_quantity, line->quantity);
    write_millionths(writer, line->has_price, line->price);
    write_millionths(writer, line->has_amount, line->amount);
    write_millionths(writer, line->has_sum, line->sum);
    write_whole(writer, line->has_sum, line->bound);
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
        row_words_add(&words, &proving->proof.check.rows, proving->language, price->unit,
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

/* What a row costs each household in its best dwelling, "right/S1 × 1; floor/need × -1045". */
static void add_payments(struct telling *telling, const struct proof_price *price)
{
    const struct proof *proof = &telling->proving->proof;
    for (int at = 0; at < price->row->count; at++) {
        const struct row_entry *entry = &price->row->entries[at];
        if (entry->column >= proof->pairs.count)
            continue;
        const int household = proof->pairs.household_of[entry->column];
        struct text *payments = &telling->payments[household];
        if (telling->leaf.shares[household].pair == entry->column)
            text_add_format(payments, "%s%s × %lld", payments->size > 0 ? "; " : "", price->unit,
                            (long long)entry->coefficient);
    }
}

static void find_payments(struct telling *telling)
{
    for (size_t h = 0; h < telling->leaf.share_count; h++)
        telling->payments[h].size = 0;
    for (size_t at = 0; at < telling->leaf.price_count; at++)
        add_payments(telling, &telling->leaf.prices[at]);
}

static void tell_household(struct telling *telling, const struct proof_share *share)
{
    const struct proof *proof = &telling->proving->proof;
    struct text *payments = &telling->payments[share->household];
    const bool placed = share->pair != NONE;
    struct line line = {.kind = TOLD_HOUSEHOLD,
                        .unit = proof->problem->households[share->household].id,
                        .has_points = placed,
                        .has_price = placed,
                        .has_amount = true,
                        .points = share->points,
                        .price = (wide)share->points * MILLIONTHS - share->keeps,
                        .amount = share->keeps};
    if (placed)
        line.dwelling = proof->problem->dwellings[proof->pairs.dwelling_of[share->pair]].id;
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
    find_payments(telling);
    tell_prices(telling);
    for (size_t at = 0; at < leaf->share_count; at++)
        tell_household(telling, &leaf->shares[at]);
    for (size_t at = 0; at < leaf->extras_count; at++)
        tell_extras(telling, &leaf->extras[at]);
    tell_line(telling, &(struct line){.kind = TOLD_BOUND,
                                      .has_sum = !leaf->empty,
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

static husly_status tell_stage(struct telling *telling, int stage)
{
    struct proof *proof = &telling->proving->proof;
    husly_status status = proof_stage(proof, stage);
    for (size_t at = 0; at < proof->leaf_count && status == HUSLY_OK && !telling->closed; at++) {
        status = proof_leaf_sum(proof, at, &telling->leaf);
        if (status == HUSLY_OK)
            tell_leaf(telling);
    }
    return status;
}

static husly_status tell_table(struct telling *telling, husly_error *error)
{
    const husly_plan *plan = husly_result_plan(telling->proving->result);
    const size_t households =
        (size_t)husly_result_problem(telling->proving->result)->household_count;
    telling->payments = memory_new(households + 1, sizeof *telling->payments);
    if (telling->payments == NULL)
        return error_memory(error);
    husly_status status = HUSLY_OK;
    tell_headings(telling);
    for (int stage = 0; stage < (int)plan->stage_count && status == HUSLY_OK; stage++)
        status = tell_stage(telling, stage);
    for (size_t h = 0; h < households; h++)
        text_free(&telling->payments[h]);
    memory_free(telling->payments);
    return status == HUSLY_OK && telling->row.failed ? error_memory(error) : status;
}

husly_status husly_result_prove_table(const husly_result *result, husly_language language,
                                      husly_line_fn *on_line, void *user, husly_error *error)
{
    struct proving proving;
    struct telling telling = {.proving = &proving, .on_line = on_line, .user = user};
    husly_status status = proving_open(&proving, result, language, error);
    if (status == HUSLY_OK)
        status = tell_table(&telling, error);
    text_free(&telling.row);
    proving_close(&proving);
    return status;
}
