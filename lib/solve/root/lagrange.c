/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/root/lagrange.h"

#include <math.h>
#include <string.h>

/* Worths further below than so many temperatures count for nothing. */
static const double farthest = 20;

static void find_worths(const struct lagrange *it, const double *prices)
{
    for (int column = 0; column < it->column_count; column++) {
        double worth = it->points[column];
        for (int k = it->first_entry[column]; k < it->first_entry[column + 1]; k++)
            worth -= prices[it->rows[k]] * (double)it->parts[k];
        it->worth[column] = worth;
    }
}

static double largest_worth(const struct lagrange *it, int group)
{
    if (it->must[group])
        return it->worth[it->first[group]];
    double most = 0;
    for (int column = it->first[group]; column < it->first[group + 1]; column++)
        most = fmax(most, it->worth[column]);
    return most;
}

static void use(const struct lagrange *it, int column, double times, double curvature)
{
    for (int k = it->first_entry[column]; k < it->first_entry[column + 1]; k++) {
        const double part = (double)it->parts[k];
        it->slope[it->rows[k]] -= times * part;
        it->curve[it->rows[k]] += curvature * part * part;
    }
}

/* How much what a group changes for a floor varies over what it leans to. */
static void spread_floors(const struct lagrange *it, int first, int end, double sum)
{
    for (int floor = 0; floor < it->floor_count; floor++) {
        const double *change = it->floors[floor].change;
        double mean = 0, square = 0;
        for (int column = first; column < end; column++) {
            const double part = it->worth[column] / sum * change[column];
            mean += part;
            square += part * change[column];
        }
        it->spread[floor] += square - mean * mean;
    }
}

/* The group's share of the rounded Lagrangian; its columns are used as far as it leans to them. */
static double lean(const struct lagrange *it, int group, double most, double temperature)
{
    const int first = it->first[group], end = it->first[group + 1];
    if (it->must[group]) {
        use(it, first, 1, 0);
        return most;
    }
    double sum = most < farthest * temperature ? exp(-most / temperature) : 0;
    for (int column = first; column < end; column++) {
        const double below = (most - it->worth[column]) / temperature;
        it->worth[column] = below < farthest ? exp(-below) : 0;
        sum += it->worth[column];
    }
    for (int column = first; column < end; column++) {
        if (it->worth[column] > 0)
            use(it, column, it->worth[column] / sum, it->worth[column] / sum);
    }
    spread_floors(it, first, end, sum);
    return most + temperature * log(sum);
}

static double lean_count(const struct lagrange *it, int column, double temperature)
{
    const double worth = it->worth[column] / temperature, upper = it->uppers[column];
    if (worth < -farthest)
        return 0;
    const double share = worth > farthest ? 1 : 1 / (1 + exp(-worth));
    use(it, column, share * upper, share * (1.05 - share) * upper);
    return upper * temperature * (worth > farthest ? worth : log1p(exp(worth)));
}

/* Both Lagrangians at some prices, the slope and the curvature. */
static double look(const struct lagrange *it, const double *prices, double temperature,
                   double *rounded)
{
    double value = 0;
    find_worths(it, prices);
    for (int row = 0; row < it->row_count; row++) {
        it->slope[row] = it->rhs[row];
        it->curve[row] = 0;
        value += prices[row] * it->rhs[row];
    }
    for (int floor = 0; floor < it->floor_count; floor++)
        it->spread[floor] = 0;
    *rounded = value;
    for (int group = 0; group < it->group_count; group++) {
        const double most = largest_worth(it, group);
        value += most;
        *rounded += lean(it, group, most, temperature);
    }
    for (int column = it->first[it->group_count]; column < it->column_count; column++) {
        value += it->uppers[column] * fmax(0, it->worth[column]);
        *rounded += lean_count(it, column, temperature);
    }
    return value;
}

static void look_ahead(const struct lagrange *it, const double *prices, double momentum)
{
    for (int row = 0; row < it->row_count; row++) {
        const double price = prices[row] + momentum * (prices[row] - it->before[row]);
        it->ahead[row] = price < 0 && !it->equal[row] ? 0 : price;
    }
}

/* A floor's step takes the prices of other rows along. */
static void step_floors(const struct lagrange *it, double *prices, double temperature)
{
    for (int floor = 0; floor < it->floor_count; floor++) {
        const struct floor_way *way = &it->floors[floor];
        double slope = 0;
        for (int row = 0; row < it->row_count; row++)
            slope += it->slope[row] * way->along[row];
        const double now = it->ahead[way->row], begun = it->begun[floor];
        double step = slope * temperature / (it->spread[floor] + 1e-9);
        const double most = 0.02 * now + 0.01 * temperature;
        step = fmax(-most, fmin(step, most));
        (void)begun;
        for (int row = 0; row < it->row_count; row++)
            prices[row] -= step * way->along[row];
    }
}

/* A pair has several rows, whose steps add up: each goes a part of its way. The parts that do not
 * depend on the curvature keep a row that nobody uses from running away. */
static double step(const struct lagrange *it, double *prices, double temperature)
{
    const double together = 3;
    double climb = 0;
    for (int row = 0; row < it->row_count; row++) {
        if (it->still[row])
            continue;
        const double curve = it->curve[row] + 0.1 * fabs(it->rhs[row]) + 0.02;
        prices[row] = it->ahead[row] - it->slope[row] * temperature / (together * curve);
    }
    for (int floor = 0; floor < it->floor_count; floor++)
        prices[it->floors[floor].row] = it->ahead[it->floors[floor].row];
    step_floors(it, prices, temperature);
    for (int row = 0; row < it->row_count; row++) {
        if (prices[row] < 0 && !it->equal[row])
            prices[row] = 0;
        climb += it->slope[row] * (prices[row] - it->before[row]);
    }
    return climb;
}

struct descent lagrange_descend(const struct lagrange *it, double *prices, double *best,
                                double temperature, int steps)
{
    const size_t size = (size_t)it->row_count * sizeof *prices;
    struct descent descent = {0};
    double lowest = INFINITY, last = INFINITY;
    memcpy(it->before, prices, size);
    for (int floor = 0; floor < it->floor_count; floor++)
        it->begun[floor] = prices[it->floors[floor].row];
    for (int done = 0, run = 0; done < steps; done++) {
        double rounded;
        look_ahead(it, prices, run / (run + 3.0));
        const double value = look(it, it->ahead, temperature, &rounded);
        if (value < lowest) {
            lowest = value;
            memcpy(best, it->ahead, size);
        }
        memcpy(it->before, prices, size);
        const double climb = step(it, prices, temperature);
        run = climb > 0 || rounded > last ? 0 : run + 1;
        last = rounded;
        descent.first = done == 0 ? rounded : descent.first;
        descent.middle = done <= steps / 2 ? rounded : descent.middle;
        descent.last = rounded;
    }
    return descent;
}

double lagrange_value(const struct lagrange *it, const double *prices)
{
    double value = 0;
    find_worths(it, prices);
    for (int row = 0; row < it->row_count; row++)
        value += prices[row] * it->rhs[row];
    for (int group = 0; group < it->group_count; group++)
        value += largest_worth(it, group);
    for (int column = it->first[it->group_count]; column < it->column_count; column++)
        value += it->uppers[column] * fmax(0, it->worth[column]);
    return value;
}
