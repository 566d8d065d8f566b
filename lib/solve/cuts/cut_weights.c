/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "solve/cuts/cuts.h"
#include "solve/master.h"

/*
 * A row with weights, such as the persons of an area, cut in two steps: the row is divided by some
 * number, and a household whose weight then has a fraction f may be rounded up by 1 - f of its own
 * group row. Every cover inequality of the row is among these.
 */
struct item {
    int group;
    double weight;
    double chosen;   /* what the linear program gives the group in this row */
    double fraction; /* of weight / divisor */
    bool raised;
};

enum { MOST_DIVISORS = 16 };

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return llabs(a);
}

/* Columns come in order of their groups, so a group's item is the last one or a new one. */
static struct item *item_of(struct item *items, int *count, int group)
{
    if (*count == 0 || items[*count - 1].group != group)
        items[(*count)++] = (struct item){.group = group};
    return &items[*count - 1];
}

/* The row's households with what the solution gives them; 0 when the row is of no use here. */
static int list_items(const struct search *search, int row, struct item *items, int64_t *unit)
{
    int count = 0;
    bool alike = true;
    *unit = 0;
    for (int at = search->row_starts[row]; at < search->row_starts[row + 1]; at++) {
        int column = search->row_columns[at];
        int group = search->program->columns[column].group;
        int64_t weight = search->row_coefficients[at];
        if (weight < 0)
            return 0;
        alike = alike && weight == search->row_coefficients[search->row_starts[row]];
        *unit = common_divisor(*unit, weight);
        if (group == NO_INDEX || search->lp_column[column] == NO_INDEX)
            continue;
        struct item *item = item_of(items, &count, group);
        item->weight = fmax(item->weight, (double)weight);
        item->chosen += master_value(search, column);
    }
    return alike ? 0 : count;
}

/* Divides the weights; raises the items that pay for it. Returns by how much the sum of the raised
 * fractions moves the right-hand side. */
static double raise_paying(struct item *items, int count, double divisor)
{
    double moved = 0;
    for (int k = 0; k < count; k++) {
        double share = items[k].weight / divisor;
        items[k].fraction = share - floor(share + 1e-9);
        if (items[k].fraction < 1e-9)
            items[k].fraction = 0;
        items[k].raised = items[k].fraction > 0 && items[k].chosen > 1 - items[k].fraction;
        if (items[k].raised)
            moved += 1 - items[k].fraction;
    }
    return moved;
}

/* The item most chosen of those that the spare room lets rise for nothing. */
static int find_free(const struct item *items, int count, double spare)
{
    int best = NO_INDEX;
    for (int k = 0; k < count; k++) {
        bool fits = !items[k].raised && items[k].fraction > 0 && items[k].chosen > 1e-6 &&
                    1 - items[k].fraction < spare;
        if (fits && (best == NO_INDEX || items[k].chosen > items[best].chosen))
            best = k;
    }
    return best;
}

/* Raises the items that pay, then those that cost nothing because the right-hand side is rounded.
 */
static void raise(struct item *items, int count, double divisor, double limit)
{
    double rhs = limit / divisor + raise_paying(items, count, divisor);
    double spare = ceil(rhs + 1e-9) - 1e-6 - rhs;
    int next = find_free(items, count, spare);
    while (next != NO_INDEX) {
        items[next].raised = true;
        spare -= 1 - items[next].fraction;
        next = find_free(items, count, spare);
    }
}

static void offer_divided(struct search *search, struct offers *offers, int row,
                          const struct item *items, int count, double divisor)
{
    struct term *terms = borrow(search, (size_t)count + 1, sizeof *terms);
    int64_t part = (int64_t)ceil(MILLION / divisor - 1e-6);
    int size = 0;
    terms[size++] = (struct term){TERM_ROW, row, part};
    for (int k = 0; k < count; k++) {
        if (!items[k].raised)
            continue;
        int64_t reached = (int64_t)items[k].weight * part % MILLION;
        if (reached != 0)
            terms[size++] = (struct term){TERM_GROUP, items[k].group, MILLION - reached};
    }
    cuts_offer(search, offers, terms, size);
}

static int list_divisors(const struct item *items, int count, int64_t unit, double limit,
                         double *divisors)
{
    int found = 0;
    for (int k = 2; k <= 8 && found < MOST_DIVISORS; k++)
        divisors[found++] = (double)unit * k;
    divisors[found++] = limit + (double)unit;
    for (int k = 0; k < count && found < MOST_DIVISORS; k++) {
        bool known = items[k].chosen < 1e-6 || items[k].weight <= 8.0 * (double)unit;
        for (int at = 0; at < found; at++)
            known = known || divisors[at] == items[k].weight;
        if (!known)
            divisors[found++] = items[k].weight;
    }
    return found;
}

void cuts_from_weights(struct search *search, struct offers *offers)
{
    const struct program *program = search->program;
    struct item *items = borrow(search, (size_t)program->group_count + 1, sizeof *items);
    for (int row = 0; row < program->row_count; row++) {
        int64_t unit;
        double limit = (double)program->rows[row].rhs;
        int count =
            program->rows[row].equal || limit <= 0 ? 0 : list_items(search, row, items, &unit);
        if (count == 0)
            continue;
        double divisors[MOST_DIVISORS];
        int found = list_divisors(items, count, unit, limit, divisors);
        for (int k = 0; k < found; k++) {
            raise(items, count, divisors[k], limit);
            offer_divided(search, offers, row, items, count, divisors[k]);
        }
    }
}
