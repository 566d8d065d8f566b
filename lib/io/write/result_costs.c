/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_costs.h"

#include "base/date.h"
#include "base/json.h"
#include "io/csv_write.h"

enum { COST_CELLS = 8 };

static const struct csv_heading headings[COST_CELLS] = {
    {"household_id", "husstand"},     {"place", "sted"},
    {"dwelling_id", "bolig"},         {"until", "til"},
    {"self_payment", "egenbetaling"}, {"excess", "kommunens_udgift"},
    {"cost_round", "udgift_runde"},   {"cost_year", "udgift_år"},
};

static void add_row(struct csv_writer *writer, const struct cost_row *row)
{
    char until[16] = "";
    if (row->until != HUSLY_NO_DATE)
        date_print(row->until, until);
    csv_write_text(writer, row->household_id);
    csv_write_text(writer, cost_place_name(row->place, writer->dialect.danish));
    csv_write_text(writer, row->dwelling_id);
    csv_write_text(writer, until);
    csv_write_amount(writer, row->self_payment);
    csv_write_amount(writer, row->excess);
    csv_write_amount(writer, row->round);
    csv_write_amount(writer, row->year);
    csv_write_row_end(writer);
}

void result_add_costs(struct text *text, const struct dialect *dialect,
                      const struct outcome *outcome)
{
    struct csv_writer writer = csv_writer_start(text, dialect);
    csv_write_headings(&writer, headings, COST_CELLS);
    for (size_t at = 0; at < outcome->cost_count; at++)
        add_row(&writer, &outcome->costs[at]);
}

static void add_amount(struct json_writer *json, const char *key, husly_amount amount)
{
    if (amount == HUSLY_NO_AMOUNT)
        json_string(json, key, NULL);
    else
        json_number(json, key, amount);
}

void result_add_cost_total(struct json_writer *json, const struct outcome *outcome)
{
    json_open(json, "cost", '{');
    add_amount(json, "round", outcome->cost.round);
    add_amount(json, "year", outcome->cost.year);
    add_amount(json, "self_payment", outcome->cost.self_payment);
    json_close(json, '}');
}
