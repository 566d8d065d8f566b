/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/settle.h"

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t rounded_up(int64_t amount, int64_t unit)
{
    return amount / unit + (amount % unit > 0);
}

/* What a row lacks; of an equation also what it has left. */
static int64_t lack_of(const struct settled *settled, int row)
{
    const int64_t left = settled->left[row];
    return left < 0 ? -left : settled->search->program->rows[row].equal ? left : 0;
}

static void take_from_row(struct settled *settled, int row, int64_t amount)
{
    const int64_t before = lack_of(settled, row);
    settled->left[row] -= amount;
    const int64_t after = lack_of(settled, row);
    if (before == after)
        return;
    if (row < settled->search->first_floor)
        settled->broken += (after > 0) - (before > 0);
    if (settled->penalties != NULL)
        settled->penalty += settled->penalties[row] * (double)(after - before);
}

static void spend(struct settled *settled, int column, int64_t times)
{
    const struct program *program = settled->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        take_from_row(settled, entry->row, entry->coefficient * times);
    }
}

static void settle(struct settled *settled, int row);

/* What a count spends of other rows may be eased by others. */
static void add_to_count(struct settled *settled, int count, int64_t more)
{
    const struct program *program = settled->search->program;
    const struct program_column *it = &program->columns[count];
    if (more == 0)
        return;
    settled->counts[count] += more;
    settled->points += settled->search->points[count] * more;
    spend(settled, count, more);
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (entry->coefficient > 0)
            settle(settled, entry->row);
    }
}

/* How much of a count none of the rows that it eases needs. */
static int64_t idle_part(const struct settled *settled, int count)
{
    const struct program *program = settled->search->program;
    const struct program_column *it = &program->columns[count];
    int64_t idle = settled->counts[count];
    for (int k = 0; k < it->entry_count && idle > 0; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (entry->coefficient < 0)
            idle = least(idle, settled->left[entry->row] / -entry->coefficient);
    }
    return idle > 0 ? idle : 0;
}

/* Raises the counts that ease a short row, lowers those of a row that has room to spare. */
static void settle(struct settled *settled, int row)
{
    const struct search *search = settled->search;
    const int first = search->ease_starts[row], end = search->ease_starts[row + 1];
    for (int at = settled->top[row]; at < end && settled->left[row] < 0; at++) {
        const int count = search->ease_counts[at];
        const int64_t room = search->program->columns[count].upper - settled->counts[count];
        const int64_t wanted = rounded_up(-settled->left[row], search->ease_parts[at]);
        settled->top[row] = at;
        add_to_count(settled, count, least(room, wanted));
    }
    for (int at = settled->top[row]; first < end && at >= first && settled->left[row] > 0; at--) {
        const int count = search->ease_counts[at];
        settled->top[row] = at;
        if (settled->counts[count] > 0)
            add_to_count(settled, count, -idle_part(settled, count));
    }
}

void settled_change(struct settled *settled, int column, int64_t times)
{
    const struct program *program = settled->search->program;
    const struct program_column *it = &program->columns[column];
    spend(settled, column, times);
    for (int k = 0; k < it->entry_count; k++)
        settle(settled, program->entries[it->first_entry + k].row);
}

int64_t settled_charge(const struct settled *settled, int row, int64_t used)
{
    const struct search *search = settled->search;
    int64_t points = 0;
    used -= settled->left[row];
    for (int at = settled->top[row]; at < search->ease_starts[row + 1] && used > 0; at++) {
        const int count = search->ease_counts[at];
        const int64_t room = search->program->columns[count].upper - settled->counts[count];
        const int64_t more = least(room, rounded_up(used, search->ease_parts[at]));
        points -= more * search->points[count];
        used -= more * search->ease_parts[at];
    }
    return used > 0 ? INT64_MAX : points;
}

/* The most points that a row's counts can give back when so much of it comes free. */
static int64_t relief(const struct settled *settled, int row, int64_t freed)
{
    const struct search *search = settled->search;
    int64_t points = 0;
    freed += settled->left[row];
    for (int at = settled->top[row]; at >= search->ease_starts[row] && freed > 0; at--) {
        const int count = search->ease_counts[at];
        const int64_t fewer = least(settled->counts[count], freed / search->ease_parts[at]);
        points -= fewer * search->points[count];
        freed -= fewer * search->ease_parts[at];
    }
    return points;
}

void settled_consider(struct settled *settled, int column, int64_t times)
{
    const struct program *program = settled->search->program;
    const struct program_column *it = &program->columns[column];
    for (int k = 0; k < it->entry_count; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        if (settled->change[entry->row] == 0)
            settled->changed[settled->changed_count++] = entry->row;
        settled->change[entry->row] += entry->coefficient * times;
    }
}

/* At best: a count that eases other rows too may be raised for one of those anyway. What a lazy row
 * demands of its count another row demands, too, and gives back. */
static int64_t row_outlook(const struct settled *settled, int row, int64_t change)
{
    const struct search *search = settled->search;
    const int first = search->ease_starts[row];
    if (first == search->ease_starts[row + 1])
        return change > settled->left[row] && !search->has_count[row] ? INT64_MIN : 0;
    if (change < 0)
        return search->program->rows[row].lazy ? 0 : relief(settled, row, -change);
    const int64_t charge = settled_charge(settled, row, change);
    if (charge == INT64_MAX)
        return INT64_MIN;
    return search->program->columns[search->ease_counts[first]].entry_count == 1 ? -charge : 0;
}

int64_t settled_outlook(struct settled *settled, bool strict)
{
    int64_t points = 0;
    for (int k = 0; k < settled->changed_count; k++) {
        const int row = settled->changed[k];
        const int64_t change = settled->change[row];
        settled->change[row] = 0;
        if (change == 0 || points == INT64_MIN)
            continue;
        const int64_t more = row_outlook(settled, row, change);
        if (more != INT64_MIN)
            points += more;
        else if (strict)
            points = INT64_MIN;
    }
    settled->changed_count = 0;
    return points;
}

/* A count that eases no row keeps what it has: nothing says how much it should be. */
static bool eases(const struct program *program, int column)
{
    const struct program_column *it = &program->columns[column];
    bool any = false;
    for (int k = 0; k < it->entry_count && it->group == NO_INDEX; k++) {
        const struct program_entry *entry = &program->entries[it->first_entry + k];
        any = any || (entry->coefficient < 0 && !program->rows[entry->row].equal);
    }
    return any;
}

static void start_rows(struct settled *settled)
{
    const struct program *program = settled->search->program;
    settled->points = 0;
    settled->broken = 0;
    settled->penalties = NULL;
    for (int row = 0; row < program->row_count; row++) {
        settled->left[row] = program->rows[row].rhs;
        settled->top[row] = settled->search->ease_starts[row];
        settled->broken += row < settled->search->first_floor && lack_of(settled, row) > 0;
    }
}

void settled_set(struct settled *settled, const int64_t *values)
{
    const struct program *program = settled->search->program;
    start_rows(settled);
    for (int column = 0; column < program->column_count; column++) {
        const bool counts = program->columns[column].group == NO_INDEX;
        const int64_t value = counts && eases(program, column) ? 0 : values[column];
        settled->counts[column] = counts ? value : 0;
        settled->points += counts ? value * settled->search->points[column] : 0;
        if (value != 0)
            spend(settled, column, value);
    }
    for (int row = 0; row < program->row_count; row++)
        settle(settled, row);
}

void settled_penalise(struct settled *settled, const double *penalties)
{
    settled->penalties = penalties;
    settled->penalty = 0;
    for (int row = 0; row < settled->search->program->row_count; row++)
        settled->penalty += penalties[row] * (double)lack_of(settled, row);
}

typedef void *give_room(struct search *search, size_t count, size_t size);

static struct settled settled_in(struct search *search, give_room *room)
{
    const struct program *program = search->program;
    struct settled settled = {.search = search};
    const size_t rows = (size_t)program->row_count + 1;
    settled.left = room(search, rows, sizeof *settled.left);
    settled.top = room(search, rows, sizeof *settled.top);
    settled.counts = room(search, (size_t)program->column_count + 1, sizeof *settled.counts);
    return settled;
}

struct settled settled_of(struct search *search, const int64_t *values)
{
    const struct program *program = search->program;
    struct settled settled = settled_in(search, borrow);
    const size_t rows = (size_t)program->row_count + 1;
    settled.change = borrow(search, rows, sizeof *settled.change);
    settled.changed = borrow(search, (size_t)program->entry_count + 1, sizeof *settled.changed);
    settled_set(&settled, values);
    return settled;
}

void settled_copy_counts(const struct settled *settled, int64_t *values)
{
    const struct program *program = settled->search->program;
    for (int column = 0; column < program->column_count; column++) {
        if (program->columns[column].group == NO_INDEX)
            values[column] = settled->counts[column];
    }
}

/* A search offers many plans before it gives back what it borrowed: the room is kept. */
void settle_values(struct search *search, int64_t *values)
{
    if (search->settled == NULL) {
        search->settled = take(search, 1, sizeof *search->settled);
        *search->settled = settled_in(search, take);
    }
    search->settled->search = search;
    settled_set(search->settled, values);
    settled_copy_counts(search->settled, values);
}
