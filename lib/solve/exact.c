/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/exact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "solve/master.h"

/* A multiplier or coefficient beyond this is no use to anybody, and keeps products within 128 bits.
 */
static const wide largest = (wide)1000000000000000000;

/* Less than anything that can be had: what a household adds that must have a home and has none. */
static const wide impossible = -(wide)1000000000000000000 * 1000000000000;

/* Adds (or with sign -1 takes) multiplier × row to every column's sum. */
static void combine(struct search *search, const struct term *term, int sign, wide *sums)
{
    wide multiplier = (wide)term->multiplier * sign;
    if (term->kind == TERM_CUT) {
        const struct cut_row *cut = exact_cut_row(search, term->index);
        for (int at = 0; at < cut->count; at++)
            sums[cut->columns[at]] += multiplier * cut->coefficients[at];
    } else if (term->kind == TERM_GROUP) {
        for (int at = search->group_starts[term->index]; at < search->group_starts[term->index + 1];
             at++)
            sums[search->group_columns[at]] += multiplier;
    } else {
        for (int at = search->row_starts[term->index]; at < search->row_starts[term->index + 1];
             at++)
            sums[search->row_columns[at]] += multiplier * search->row_coefficients[at];
    }
}

static wide term_rhs(const struct search *search, const struct term *term)
{
    if (term->kind == TERM_GROUP)
        return (wide)term->multiplier;
    if (term->kind == TERM_CUT)
        return (wide)term->multiplier * search->cuts[term->index].rhs;
    return (wide)term->multiplier * search->program->rows[term->index].rhs;
}

/* The columns that terms combine; the same may come several times. */
struct columns {
    const int *list;
    int count;
};

static struct columns columns_of(struct search *search, const struct term *term)
{
    const int *starts = term->kind == TERM_GROUP ? search->group_starts : search->row_starts;
    const int *list = term->kind == TERM_GROUP ? search->group_columns : search->row_columns;
    if (term->kind == TERM_CUT) {
        const struct cut_row *cut = exact_cut_row(search, term->index);
        return (struct columns){cut->columns, cut->count};
    }
    return (struct columns){&list[starts[term->index]],
                            starts[term->index + 1] - starts[term->index]};
}

static int compare_columns(const void *a, const void *b)
{
    return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b;
}

/* Many are found in order faster than sorted. */
static void sort_touched(struct search *search, int count)
{
    const int columns = search->program->column_count;
    if (count < columns / 16) {
        qsort(search->touched, (size_t)count, sizeof *search->touched, compare_columns);
        return;
    }
    for (int column = 0, at = 0; column < columns; column++) {
        if (search->summed[column])
            search->touched[at++] = column;
    }
}

/* Lists what the terms touch in `touched`, in order. Cuts that are due are worked out meanwhile,
 * for which the sums must be free. */
static int touch(struct search *search, const struct term *terms, int count)
{
    int touched = 0;
    for (int k = 0; k < count; k++) {
        if (terms[k].kind == TERM_CUT)
            exact_cut_row(search, terms[k].index);
    }
    for (int k = 0; k < count; k++) {
        const struct columns it = columns_of(search, &terms[k]);
        for (int at = 0; at < it.count; at++) {
            if (!search->summed[it.list[at]])
                search->touched[touched++] = it.list[at];
            search->summed[it.list[at]] = true;
        }
    }
    sort_touched(search, touched);
    return touched;
}

static void clear_touched(struct search *search, int touched)
{
    for (int k = 0; k < touched; k++) {
        search->sums[search->touched[k]] = 0;
        search->summed[search->touched[k]] = false;
    }
}

/* Rounds the sums down; how many columns are left, -1 when a number is too large. */
static int round_sums(struct search *search, int touched)
{
    int count = 0;
    for (int k = 0; k < touched; k++) {
        wide *sum = &search->sums[search->touched[k]];
        *sum = wide_floor(*sum, MILLION);
        if (*sum > largest || *sum < -largest)
            return -1;
        count += *sum != 0;
    }
    return count;
}

static void copy_sums(struct search *search, int touched, struct cut_row *out)
{
    const size_t columns = (size_t)search->program->column_count + 1;
    if (search->cut_columns == NULL) {
        search->cut_columns = take(search, columns, sizeof *search->cut_columns);
        search->cut_coefficients = take(search, columns, sizeof *search->cut_coefficients);
    }
    out->columns = search->cut_columns;
    out->coefficients = search->cut_coefficients;
    for (int k = 0, at = 0; k < touched; k++) {
        const int column = search->touched[k];
        if (search->sums[column] == 0)
            continue;
        out->columns[at] = column;
        out->coefficients[at++] = (int64_t)search->sums[column];
    }
}

bool exact_cut(struct search *search, const struct term *terms, int count, struct cut_row *out)
{
    *out = (struct cut_row){.lp_row = NO_INDEX};
    wide rhs = 0;
    for (int k = 0; k < count; k++)
        rhs += term_rhs(search, &terms[k]);
    if (rhs > largest * MILLION || rhs < -largest * MILLION)
        return false;
    out->rhs = (int64_t)wide_floor(rhs, MILLION);
    const int touched = touch(search, terms, count);
    search->work += touched / 5; /* measured: a look at a column is a fifth of a pivot at it */
    for (int k = 0; k < count; k++)
        combine(search, &terms[k], 1, search->sums);
    out->count = round_sums(search, touched);
    if (out->count > 0)
        copy_sums(search, touched, out);
    clear_touched(search, touched);
    if (out->count <= 0)
        return false;
    out->cut.terms = borrow(search, (size_t)count, sizeof *terms);
    out->cut.term_count = count;
    memcpy(out->cut.terms, terms, (size_t)count * sizeof *terms);
    return true;
}

const struct cut_row *exact_cut_row(struct search *search, int cut)
{
    struct cut_row *it = &search->cuts[cut], found;
    if (!it->due)
        return it;
    it->due = false;
    if (!exact_cut(search, it->cut.terms, it->cut.term_count, &found))
        return it;
    it->columns = take(search, (size_t)found.count, sizeof *it->columns);
    it->coefficients = take(search, (size_t)found.count, sizeof *it->coefficients);
    memcpy(it->columns, found.columns, (size_t)found.count * sizeof *it->columns);
    memcpy(it->coefficients, found.coefficients, (size_t)found.count * sizeof *it->coefficients);
    it->count = found.count;
    return it;
}

void exact_refresh_cuts(struct search *search)
{
    for (int cut = 0; cut < search->cut_count; cut++) {
        struct cut_row *it = &search->cuts[cut];
        wide rhs = 0;
        for (int k = 0; k < it->cut.term_count; k++)
            rhs += term_rhs(search, &it->cut.terms[k]);
        it->rhs = (int64_t)wide_floor(rhs, MILLION);
    }
}

/* What is left of every column's points when the multipliers are paid, in millionths. */
static void reduce(struct search *search, const struct term *terms, int count)
{
    for (int column = 0; column < search->program->column_count; column++)
        search->reduced[column] = (wide)search->points[column] * MILLION;
    for (int k = 0; k < count; k++)
        combine(search, &terms[k], -1, search->reduced);
}

static bool is_forced(const struct search *search, int column)
{
    return search->fixed[column] == IN || search->program->columns[column].pinned;
}

/* The most a household can add: its fixed pair's term, else its best, else nothing, unless it must
 * have one. */
static wide group_share(const struct search *search, int group)
{
    wide most = search->placed[group] == IN ? impossible : 0;
    if (search->placed[group] == OUT)
        return 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        int column = search->group_columns[at];
        if (is_forced(search, column))
            return search->reduced[column];
        if (search->fixed[column] != OUT && search->reduced[column] > most)
            most = search->reduced[column];
    }
    return most;
}

static wide count_share(const struct search *search, int column)
{
    wide left = search->reduced[column];
    return left * (left > 0 ? search->spans[column].high : search->spans[column].low);
}

wide exact_total(struct search *search, const struct term *terms, int count)
{
    const struct program *program = search->program;
    wide total = 0;
    reduce(search, terms, count);
    for (int k = 0; k < count; k++)
        total += term_rhs(search, &terms[k]);
    for (int group = 0; group < program->group_count; group++)
        total += group_share(search, group);
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group == NO_INDEX)
            total += count_share(search, column);
    }
    return total;
}

int64_t exact_bound(struct search *search, const struct term *terms, int count)
{
    const wide total = wide_floor(exact_total(search, terms, count), MILLION);
    return total < INT64_MIN ? INT64_MIN : (int64_t)total;
}

void exact_rule_out(struct search *search, const struct bound *bound)
{
    const struct program *program = search->program;
    const wide room = ((wide)exact_bound(search, bound->terms, bound->count) + 1) * MILLION -
                      ((wide)search->best_value + 1) * MILLION;
    for (int group = 0; group < program->group_count; group++) {
        const wide most = group_share(search, group);
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            const int column = search->group_columns[at];
            const bool rules = search->fixed[column] == FREE && !is_forced(search, column);
            if (!rules || most - search->reduced[column] < room)
                continue;
            search->fixed[column] = OUT;
            master_fix(search, column);
        }
    }
}

/* A dual value of the linear program as millionths of the program's own row. */
static int64_t to_millionths(double dual, double scale, bool equal)
{
    double value = dual / scale * MILLION;
    if (!(value < 4e17))
        value = 4e17;
    if (!(value > -4e17))
        value = -4e17;
    int64_t whole = (int64_t)llround(value);
    return whole < 0 && !equal ? 0 : whole;
}

static int terms_of_duals(struct search *search, struct term *terms)
{
    const struct program *program = search->program;
    int count = 0;
    for (int row = 0; row < program->row_count; row++) {
        int64_t multiplier =
            to_millionths(master_row_dual(search, row), 1, program->rows[row].equal);
        if (multiplier != 0)
            terms[count++] = (struct term){TERM_ROW, row, multiplier};
    }
    for (int cut = search->program->seed_count; cut < search->cut_count; cut++) {
        int row = search->cuts[cut].lp_row;
        if (row == NO_INDEX)
            continue;
        int64_t multiplier = to_millionths(lp_dual(search->lp, row), search->row_scale[row], false);
        if (multiplier != 0)
            terms[count++] = (struct term){TERM_CUT, cut, multiplier};
    }
    return count;
}

/* What the group's best column that is not dead has left. */
static wide best_living(const struct search *search, int group)
{
    wide living = search->placed[group] == IN ? impossible : 0;
    for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
        const int column = search->group_columns[at];
        if (search->program->columns[column].dead_by == NO_INDEX && search->fixed[column] != OUT &&
            search->reduced[column] > living)
            living = search->reduced[column];
    }
    return living;
}

/* A dead column may look better than all living ones of its group; its seed, whose right-hand side
 * is 0, takes that away at no price. */
static int add_seed_terms(struct search *search, struct term *terms, int count)
{
    const struct program *program = search->program;
    for (int group = 0; group < program->group_count && program->seed_count > 0; group++) {
        const wide living = best_living(search, group);
        for (int at = search->group_starts[group]; at < search->group_starts[group + 1]; at++) {
            int column = search->group_columns[at];
            wide excess = search->reduced[column] - living;
            if (program->columns[column].dead_by != NO_INDEX && excess > 0 && excess < largest)
                terms[count++] =
                    (struct term){TERM_CUT, program->columns[column].dead_by, (int64_t)excess};
        }
    }
    return count;
}

struct bound exact_bound_of_duals(struct search *search)
{
    const struct program *program = search->program;
    size_t room = (size_t)program->row_count + (size_t)search->cut_count +
                  (size_t)(program->seed_count > 0 ? program->column_count : 0) + 1;
    if (room > search->terms_room) {
        search->terms_room = 2 * room;
        search->terms = take(search, search->terms_room, sizeof *search->terms);
    }
    struct bound bound = {.terms = search->terms};
    bound.count = terms_of_duals(search, bound.terms);
    if (program->seed_count > 0) {
        reduce(search, bound.terms, bound.count);
        bound.count = add_seed_terms(search, bound.terms, bound.count);
    }
    bound.value = exact_bound(search, bound.terms, bound.count);
    return bound;
}

struct bound exact_bound_kept(struct search *search, struct bound bound)
{
    struct term *terms = take(search, (size_t)bound.count + 1, sizeof *terms);
    if (bound.count > 0)
        memcpy(terms, bound.terms, (size_t)bound.count * sizeof *terms);
    return (struct bound){terms, bound.count, bound.value};
}
