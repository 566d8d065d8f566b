/* SPDX-License-Identifier: GPL-3.0-or-later */
/* costs.csv and the sums of it in summary.json, worked out anew from the round. */
#include "base/date.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/wide.h"
#include "model/costs.h"
#include "report/certificate/pair_kroner.h"
#include "report/verify/summary_fields.h"
#include "report/verify/verify.h"

static enum cost_place place_of(const struct verification *verification, int h)
{
    const struct household *household = &verification->problem->households[h];
    if (verification->placed[h] != NONE)
        return COST_PERMANENT;
    if (verification->temporary[h] != NONE)
        return COST_TRANSIT;
    if (household->is_deferred)
        return COST_HOJSKOLE;
    return household->has_place ? COST_CURRENT : COST_EMERGENCY;
}

static husly_date earlier_of(husly_date one, husly_date other)
{
    if (one == HUSLY_NO_DATE || other == HUSLY_NO_DATE)
        return one == HUSLY_NO_DATE ? other : one;
    return one < other ? one : other;
}

static husly_date until_of(const struct verification *verification, int h, enum cost_place place)
{
    const husly_problem *problem = verification->problem;
    const struct household *household = &problem->households[h];
    husly_date stay = HUSLY_NO_DATE;
    switch (place) {
    case COST_PERMANENT:
        return problem->dwellings[verification->placed[h]].given->lease_end;
    case COST_TRANSIT: {
        const husly_dwelling *transit = problem->dwellings[verification->temporary[h]].given;
        if (transit->max_stay != HUSLY_NO_NUMBER)
            stay = household->ready + transit->max_stay;
        return earlier_of(stay, transit->lease_end);
    }
    case COST_HOJSKOLE:
        return household->given->hojskole_from + problem->policy.hojskole_days;
    case COST_CURRENT:
        return household->given->current_until;
    case COST_EMERGENCY:
    case COST_PLACE_END:
        break;
    }
    return HUSLY_NO_DATE;
}

static husly_amount self_payment_in(const struct household *household, enum cost_place place)
{
    const bool pays = place == COST_CURRENT || place == COST_TRANSIT || place == COST_EMERGENCY;
    return pays ? household->self_payment : HUSLY_NO_AMOUNT;
}

static void verify_row(struct verification *verification, const struct result_row *row, int h)
{
    const husly_problem *problem = verification->problem;
    const struct result_table *table = &verification->result->costs;
    const bool danish = !text_equal_folded(table->name_of[COSTS_PLACE], "place");
    const int permanent = verification->placed[h], transit = verification->temporary[h];
    const int dwelling = permanent != NONE ? permanent : transit;
    const enum cost_place place = place_of(verification, h);
    const husly_date last = until_of(verification, h, place);
    const struct pair_kroner kroner = pair_kroner(problem, h, permanent, transit);
    char until[16] = "";
    if (last != HUSLY_NO_DATE)
        date_print(last, until);
    verify_cell(verification, table, row, COSTS_PLACE, figure_text(cost_place_name(place, danish)));
    verify_cell(verification, table, row, COSTS_DWELLING,
                figure_text(dwelling != NONE ? problem->dwellings[dwelling].id : NULL));
    verify_cell(verification, table, row, COSTS_UNTIL, figure_text(until));
    verify_cell(verification, table, row, COSTS_SELF_PAYMENT,
                figure_amount(self_payment_in(&problem->households[h], place)));
    verify_cell(verification, table, row, COSTS_EXCESS, figure_amount(kroner.month));
    verify_cell(verification, table, row, COSTS_ROUND, figure_amount(kroner.round));
    verify_cell(verification, table, row, COSTS_YEAR, figure_amount(kroner.year));
}

/* Every household once, in the order of their ids. */
static void verify_rows(struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    const struct result_table *table = &verification->result->costs;
    int next = 0;
    for (size_t at = 0; at < table->count; at++) {
        const int h = verify_household(verification, table, &table->rows[at]);
        if (h == NONE)
            continue;
        if (h != next)
            complain(verification->complaints, cell_place(table, &table->rows[at], COSTS_HOUSEHOLD),
                     "the households are not there once each, in the order of their ids");
        next = h + 1;
        verify_row(verification, &table->rows[at], h);
    }
    if (next != problem->household_count)
        complain(verification->complaints, (struct place){.source = table->source},
                 "the last households are missing");
}

/* A sum that an unknown part makes unknown. */
struct sum {
    wide amount;
    bool unknown;
};

static void add(struct sum *sum, husly_amount amount)
{
    sum->unknown = sum->unknown || amount == HUSLY_NO_AMOUNT;
    if (!sum->unknown)
        sum->amount += amount;
}

static void verify_sum(const struct summary_part *part, const char *key, struct sum sum)
{
    if (sum.unknown)
        summary_string(part, key, NULL);
    else
        summary_number(part, key, sum.amount < INT64_MAX ? (int64_t)sum.amount : INT64_MAX);
}

static void verify_total(const struct verification *verification)
{
    const husly_problem *problem = verification->problem;
    const struct summary_part part = {json_find(verification->result->summary, "cost"), "cost",
                                      NULL, verification->complaints};
    struct sum round = {0}, year = {0}, paid = {0};
    for (int h = 0; h < problem->household_count; h++) {
        const struct pair_kroner kroner =
            pair_kroner(problem, h, verification->placed[h], verification->temporary[h]);
        const husly_amount own =
            self_payment_in(&problem->households[h], place_of(verification, h));
        add(&round, kroner.round);
        add(&year, kroner.year);
        add(&paid, own != HUSLY_NO_AMOUNT ? own : 0);
    }
    verify_sum(&part, "round", round);
    verify_sum(&part, "year", year);
    verify_sum(&part, "self_payment", paid);
}

void verify_costs(struct verification *verification)
{
    verify_rows(verification);
    verify_total(verification);
}
