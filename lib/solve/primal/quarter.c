/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/quarter.h"

#include <math.h>
#include <string.h>

/* A quarter has no more of the columns than leave room for others in a neighbourhood; so many
 * columns of a group show where it would like to be. */
enum { USUAL_SIZE = 40, LIKED = 12, BOOKED = 5 };

/* Of a neighbourhood, what whole quarters fill; the rest are outsiders who look in. */
static const double whole_quarters = 0.6;

/* The chance of somebody who has a place already to be such an outsider. */
enum { ONE_PLACED_IN = 3 };

static int placed_of(const struct draft *draft)
{
    int placed = 0;
    for (int group = 0; group < draft->search->program->group_count; group++)
        placed += draft->choice[group] != NO_INDEX;
    return placed;
}

/* The widest of the column's rows that is no wider than that. */
static int widest_row(const struct search *search, int column, double most)
{
    const struct program_column *it = &search->program->columns[column];
    int best = NO_INDEX, width = 0;
    for (int k = 0; k < it->entry_count; k++) {
        const int row = search->program->entries[it->first_entry + k].row;
        const int columns = search->row_starts[row + 1] - search->row_starts[row];
        if (row >= search->first_floor || search->program->rows[row].equal || columns <= width ||
            (columns > most && best != NO_INDEX))
            continue;
        best = row;
        width = columns;
    }
    return best;
}

static void find_quarters(struct quarters *quarters)
{
    struct search *search = quarters->search;
    const struct program *program = search->program;
    const int placed = placed_of(quarters->draft);
    const double most =
        whole_quarters * USUAL_SIZE * program->column_count / (placed > 0 ? placed : 1);
    for (int row = 0; row < program->row_count; row++)
        quarters->of_row[row] = NO_INDEX;
    for (int column = 0; column < program->column_count; column++) {
        const struct program_column *it = &program->columns[column];
        const int quarter = it->group == NO_INDEX ? NO_INDEX : widest_row(search, column, most);
        quarters->of_column[column] = quarter;
        for (int k = 0; k < it->entry_count; k++) {
            const int row = program->entries[it->first_entry + k].row;
            if (quarters->of_row[row] == NO_INDEX && row < search->first_floor)
                quarters->of_row[row] = quarter;
        }
    }
}

static void tie(struct quarters *quarters, int one, int other)
{
    int *next = quarters->next_tied;
    for (int at = next[one]; at != one; at = next[at]) {
        if (at == other)
            return;
    }
    if (one == other)
        return;
    const int kept = next[one];
    next[one] = next[other];
    next[other] = kept;
}

static void find_tied(struct quarters *quarters)
{
    const struct search *search = quarters->search;
    const struct program *program = search->program;
    for (int group = 0; group < program->group_count; group++)
        quarters->next_tied[group] = group;
    for (int row = 0; row < search->first_floor; row++) {
        int first = NO_INDEX;
        for (int at = search->row_starts[row];
             at < search->row_starts[row + 1] && program->rows[row].equal; at++) {
            const int group = program->columns[search->row_columns[at]].group;
            if (group == NO_INDEX)
                continue;
            if (first != NO_INDEX)
                tie(quarters, first, group);
            first = first == NO_INDEX ? group : first;
        }
    }
}

struct quarters quarters_of(struct draft *draft, const struct shortlist *list, struct chance chance)
{
    struct search *search = draft->search;
    const size_t rows = (size_t)search->program->row_count + 1;
    const size_t groups = (size_t)search->program->group_count + 1;
    const size_t columns = (size_t)search->program->column_count + 1;
    struct quarters quarters = {.search = search, .draft = draft, .list = list, .chance = chance};
    quarters.of_column = borrow(search, columns, sizeof *quarters.of_column);
    quarters.of_row = borrow(search, rows, sizeof *quarters.of_row);
    quarters.weights = borrow(search, rows, sizeof *quarters.weights);
    quarters.drawn = borrow(search, rows, sizeof *quarters.drawn);
    quarters.pulls = borrow(search, rows, sizeof *quarters.pulls);
    quarters.next_tied = borrow(search, groups, sizeof *quarters.next_tied);
    quarters.is_in = borrow(search, groups, sizeof *quarters.is_in);
    quarters.groups = borrow(search, groups, sizeof *quarters.groups);
    quarters.chosen = borrow(search, rows, sizeof *quarters.chosen);
    find_quarters(&quarters);
    find_tied(&quarters);
    return quarters;
}

double quarters_loss(const struct quarters *quarters, int group)
{
    const int column = quarters->draft->choice[group];
    return column == NO_INDEX ? quarters->list->worths[group] : quarters->list->losses[column];
}

/* What the plan loses, by quarter: a choice in its own, who is left out in one of those that the
 * group likes best, and what rows have left at their price. */
static void weigh(struct quarters *quarters)
{
    struct search *search = quarters->search;
    const struct program *program = search->program;
    const struct shortlist *list = quarters->list;
    for (int row = 0; row < program->row_count; row++)
        quarters->weights[row] = 0;
    for (int group = 0; group < program->group_count; group++) {
        int column = quarters->draft->choice[group];
        const int liked = list->starts[group + 1] - list->starts[group];
        if (column == NO_INDEX && liked > 0)
            column =
                list->columns[list->starts[group] +
                              chance_below(&quarters->chance, liked < BOOKED ? liked : BOOKED)];
        if (column != NO_INDEX && quarters->of_column[column] != NO_INDEX)
            quarters->weights[quarters->of_column[column]] += quarters_loss(quarters, group);
    }
    for (int row = 0; row < search->first_floor; row++) {
        const double left = (double)quarters->draft->settled.left[row];
        if (left > 0 && quarters->of_row[row] != NO_INDEX)
            quarters->weights[quarters->of_row[row]] += left * quarters->list->prices[row];
    }
}

/* A row by its share of the weights, NO_INDEX when all are 0. */
static int draw_row(struct quarters *quarters, const double *weights)
{
    const int rows = quarters->search->first_floor;
    double sum = 0;
    for (int row = 0; row < rows; row++)
        sum += weights[row];
    double share = sum * chance_share(&quarters->chance);
    int last = NO_INDEX;
    for (int row = 0; row < rows; row++) {
        if (weights[row] <= 0)
            continue;
        last = row;
        share -= weights[row];
        if (share < 0)
            break;
    }
    return last;
}

struct drawing {
    struct quarters *quarters;
    int *groups;
    int count, most;
    double loss, usual;
};

static bool is_full(const struct drawing *drawing)
{
    return drawing->count >= drawing->most;
}

/* The group, with all that equations tie it to; and its wishes draw the next quarters. */
static void add_group(struct drawing *drawing, int group)
{
    struct quarters *quarters = drawing->quarters;
    const struct shortlist *list = quarters->list;
    for (int at = group; !quarters->is_in[at]; at = quarters->next_tied[at]) {
        quarters->is_in[at] = true;
        drawing->groups[drawing->count++] = at;
        const int first = list->starts[at], end = list->starts[at + 1];
        for (int k = first; k < end && k < first + LIKED; k++) {
            const int column = list->columns[k];
            if (list->losses[column] <= drawing->loss && quarters->of_column[column] != NO_INDEX)
                quarters->pulls[quarters->of_column[column]] +=
                    1 / (1 + list->losses[column] / drawing->usual);
        }
    }
}

/* All who are placed in the quarter. */
static void add_quarter(struct drawing *drawing, int quarter)
{
    struct quarters *quarters = drawing->quarters;
    const struct search *search = quarters->search;
    int group = NO_INDEX;
    for (int at = search->row_starts[quarter]; at < search->row_starts[quarter + 1]; at++) {
        const int own = search->program->columns[search->row_columns[at]].group;
        if (own == group || own == NO_INDEX)
            continue;
        group = own;
        const int column = quarters->draft->choice[group];
        if (column != NO_INDEX && quarters->of_column[column] == quarter && !is_full(drawing))
            add_group(drawing, group);
    }
    quarters->drawn[quarter] = 0.9 * quarters->drawn[quarter] + 0.5;
    quarters->search->work += search->row_starts[quarter + 1] - search->row_starts[quarter];
}

/* The first quarter by what is lost there, the next by what those drawn so far wish. */
static void add_quarters(struct drawing *drawing, bool *chosen)
{
    struct quarters *quarters = drawing->quarters;
    const int rows = quarters->search->first_floor;
    for (int row = 0; row < rows; row++) {
        quarters->pulls[row] = 0;
        if (quarters->weights[row] > 0)
            quarters->weights[row] =
                sqrt(drawing->usual + quarters->weights[row]) / (1 + quarters->drawn[row]);
    }
    int quarter = draw_row(quarters, quarters->weights);
    while (quarter != NO_INDEX && drawing->count < whole_quarters * drawing->most) {
        chosen[quarter] = true;
        add_quarter(drawing, quarter);
        for (int row = 0; row < rows; row++) {
            if (chosen[row])
                quarters->pulls[row] = quarters->weights[row] = 0;
        }
        quarter = draw_row(quarters, quarters->pulls);
        quarter = quarter == NO_INDEX ? draw_row(quarters, quarters->weights) : quarter;
    }
}

static bool looks_in(const struct drawing *drawing, int group, const bool *chosen)
{
    const struct quarters *quarters = drawing->quarters;
    const struct shortlist *list = quarters->list;
    const int first = list->starts[group], end = list->starts[group + 1];
    for (int k = first; k < end && k < first + LIKED; k++) {
        const int quarter = quarters->of_column[list->columns[k]];
        if (list->losses[list->columns[k]] > drawing->loss)
            return false;
        if (quarter != NO_INDEX && chosen[quarter])
            return true;
    }
    return false;
}

static void add_outsiders(struct drawing *drawing, const bool *chosen)
{
    struct quarters *quarters = drawing->quarters;
    const int groups = quarters->search->program->group_count;
    const int start = chance_below(&quarters->chance, groups);
    for (int k = 0; k < groups && !is_full(drawing); k++) {
        const int group = (start + k) % groups;
        const bool placed = quarters->draft->choice[group] != NO_INDEX;
        if (!quarters->is_in[group] && looks_in(drawing, group, chosen) &&
            (!placed || chance_below(&quarters->chance, ONE_PLACED_IN) == 0))
            add_group(drawing, group);
    }
}

static void add_all(struct drawing *drawing)
{
    for (int group = 0; group < drawing->quarters->search->program->group_count; group++)
        add_group(drawing, group);
}

int quarters_draw(struct quarters *quarters, int most, double loss)
{
    struct search *search = quarters->search;
    struct drawing drawing = {quarters, quarters->groups, 0, most, loss, fmax(1, loss / 10)};
    bool *chosen = quarters->chosen;
    memset(quarters->is_in, 0, (size_t)search->program->group_count * sizeof *quarters->is_in);
    memset(chosen, 0, (size_t)search->program->row_count * sizeof *chosen);
    weigh(quarters);
    if (most >= search->program->group_count) {
        add_all(&drawing);
    } else {
        add_quarters(&drawing, chosen);
        add_outsiders(&drawing, chosen);
    }
    search->work += 4 * search->program->row_count + 4 * search->program->group_count;
    return drawing.count;
}
