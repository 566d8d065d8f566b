/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/patch.h"

#include <math.h>

/* Columns a group; those that an equation ties need the columns of each other. */
enum { MOST_COLUMNS = 20, MOST_TIED = 80 };

/* What else building and presolving costs, by entry, and the call. */
enum { WORK_OF_ENTRY = 30, WORK_OF_CALL = 10000 };

/* A bound that is no whole point above the value is no reason to go on. */
static const double beaten_by = 0.9;

struct patcher {
    struct search *search;
    struct draft *draft;
    const struct shortlist *list;
    bool *plain;    /* by row: choices alone are in it, and none eases it */
    int *place;     /* by row: its number in the patch + 1 */
    bool *is_in;    /* by count */
    int *rows;      /* of the patch */
    int64_t *rooms; /* by row of the patch: what those who stay leave */
    int *columns;   /* of the patch: choices by group, then counts */
    int *before;    /* by group of the patch: its choice */
    int row_count, column_count, choice_count;
    int64_t *divisors; /* by row of the patch: of all its coefficients */
    int *entry_rows;
    double *entry_values;
};

static void find_plain(struct patcher *patcher)
{
    const struct search *search = patcher->search;
    for (int row = 0; row < search->program->row_count; row++) {
        bool plain = !search->has_count[row] && !search->program->rows[row].equal;
        for (int at = search->row_starts[row]; at < search->row_starts[row + 1] && plain; at++)
            plain = search->row_coefficients[at] >= 0;
        patcher->plain[row] = plain;
    }
}

struct patcher *patcher_of(struct draft *draft, const struct shortlist *list)
{
    struct search *search = draft->search;
    const size_t rows = (size_t)search->program->row_count + 1;
    const size_t columns = (size_t)search->program->column_count + 1;
    struct patcher *patcher = borrow(search, 1, sizeof *patcher);
    *patcher = (struct patcher){.search = search, .draft = draft, .list = list};
    patcher->plain = borrow(search, rows, sizeof *patcher->plain);
    patcher->place = borrow(search, rows, sizeof *patcher->place);
    patcher->is_in = borrow(search, columns, sizeof *patcher->is_in);
    patcher->rows = borrow(search, rows, sizeof *patcher->rows);
    patcher->rooms = borrow(search, rows, sizeof *patcher->rooms);
    patcher->divisors = borrow(search, rows, sizeof *patcher->divisors);
    patcher->columns = borrow(search, columns, sizeof *patcher->columns);
    patcher->before = borrow(search, (size_t)search->program->group_count + 1, sizeof(int));
    patcher->entry_rows = borrow(search, rows, sizeof *patcher->entry_rows);
    patcher->entry_values = borrow(search, rows, sizeof *patcher->entry_values);
    find_plain(patcher);
    return patcher;
}

static const struct program_entry *entries_of(const struct patcher *patcher, int column)
{
    const struct program *program = patcher->search->program;
    return &program->entries[program->columns[column].first_entry];
}

static int entry_count_of(const struct patcher *patcher, int column)
{
    return patcher->search->program->columns[column].entry_count;
}

/* Those who are in the patch leave it, so that what the rows have left is what those who stay leave
 * them. */
static void leave(struct patcher *patcher, const int *groups, int count)
{
    for (int k = 0; k < count; k++) {
        patcher->before[k] = patcher->draft->choice[groups[k]];
        draft_set(patcher->draft, groups[k], NO_INDEX);
    }
}

static void come_back(struct patcher *patcher, const int *groups, int count)
{
    for (int k = 0; k < count; k++)
        draft_set(patcher->draft, groups[k], patcher->before[k]);
}

/* Whether a column fits beside those who stay, as far as plain rows tell. */
static bool fits(const struct patcher *patcher, int column)
{
    const struct program_entry *entries = entries_of(patcher, column);
    for (int k = 0; k < entry_count_of(patcher, column); k++) {
        if (patcher->plain[entries[k].row] &&
            entries[k].coefficient > patcher->draft->settled.left[entries[k].row])
            return false;
    }
    return true;
}

static void touch(struct patcher *patcher, int row)
{
    if (patcher->place[row] != 0 || patcher->search->idle[row])
        return;
    patcher->rows[patcher->row_count] = row;
    patcher->rooms[patcher->row_count] = patcher->draft->settled.left[row];
    patcher->place[row] = ++patcher->row_count;
}

static void add_column(struct patcher *patcher, int column)
{
    const struct program_entry *entries = entries_of(patcher, column);
    patcher->columns[patcher->column_count++] = column;
    for (int k = 0; k < entry_count_of(patcher, column); k++)
        touch(patcher, entries[k].row);
}

static void add_choices(struct patcher *patcher, int group, int before, double loss)
{
    const struct shortlist *list = patcher->list;
    const bool tied = patcher->draft->bound[group];
    int left = tied ? MOST_TIED : MOST_COLUMNS;
    bool has_before = before == NO_INDEX;
    for (int at = list->starts[group]; at < list->starts[group + 1] && left > 0; at++) {
        const int column = list->columns[at];
        if (!tied && list->losses[column] > loss)
            break;
        if (!fits(patcher, column))
            continue;
        has_before = has_before || column == before;
        add_column(patcher, column);
        left--;
    }
    if (!has_before)
        add_column(patcher, before);
}

/* The counts that ease the patch's rows are its own; what they have now comes free. */
static void add_counts(struct patcher *patcher)
{
    const struct search *search = patcher->search;
    for (int at = 0; at < patcher->row_count; at++) {
        const int row = patcher->rows[at];
        for (int e = search->ease_starts[row]; e < search->ease_starts[row + 1]; e++) {
            const int count = search->ease_counts[e];
            if (patcher->is_in[count])
                continue;
            patcher->is_in[count] = true;
            add_column(patcher, count);
        }
    }
    for (int k = patcher->choice_count; k < patcher->column_count; k++) {
        const int count = patcher->columns[k];
        const struct program_entry *entries = entries_of(patcher, count);
        for (int e = 0; e < entry_count_of(patcher, count); e++) {
            const int place = patcher->place[entries[e].row];
            if (place != 0)
                patcher->rooms[place - 1] +=
                    entries[e].coefficient * patcher->draft->settled.counts[count];
        }
    }
}

static int64_t divisor_of(int64_t a, int64_t b)
{
    while (b != 0) {
        const int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* The smaller the numbers, the better for the simplex; and of an inequality the room is rounded
 * down. */
static void find_divisors(struct patcher *patcher)
{
    for (int k = 0; k < patcher->row_count; k++)
        patcher->divisors[k] = 0;
    for (int k = 0; k < patcher->column_count; k++) {
        const struct program_entry *entries = entries_of(patcher, patcher->columns[k]);
        for (int e = 0; e < entry_count_of(patcher, patcher->columns[k]); e++) {
            const int place = patcher->place[entries[e].row];
            if (place == 0)
                continue;
            int64_t *divisor = &patcher->divisors[place - 1];
            *divisor = divisor_of(entries[e].coefficient, *divisor);
        }
    }
}

static void load_rows(struct patcher *patcher, struct lp *lp)
{
    for (int k = 0; k < patcher->row_count; k++) {
        const double room = (double)patcher->rooms[k] / (double)patcher->divisors[k];
        const bool equal = patcher->search->program->rows[patcher->rows[k]].equal;
        lp_add_row(lp, equal ? room : floor(room), equal);
    }
}

/* A column's rows in the patch and, but for counts, that of its group, which is `own`. */
static int load_entries(struct patcher *patcher, int column, int own)
{
    const struct program_entry *entries = entries_of(patcher, column);
    int count = 0;
    for (int e = 0; e < entry_count_of(patcher, column); e++) {
        const int place = patcher->place[entries[e].row];
        if (place == 0)
            continue;
        patcher->entry_rows[count] = place - 1;
        const int64_t whole = entries[e].coefficient / patcher->divisors[place - 1];
        patcher->entry_values[count++] = (double)whole;
    }
    if (own != NO_INDEX) {
        patcher->entry_rows[count] = own;
        patcher->entry_values[count++] = 1;
    }
    return count;
}

static struct lp *load(struct patcher *patcher)
{
    const struct program *program = patcher->search->program;
    struct lp *lp = lp_new();
    find_divisors(patcher);
    load_rows(patcher, lp);
    int group = NO_INDEX, own = NO_INDEX;
    for (int k = 0; k < patcher->column_count; k++) {
        const struct program_column *it = &program->columns[patcher->columns[k]];
        if (it->group != NO_INDEX && it->group != group)
            own = lp_add_row(lp, 1, false);
        group = it->group;
        const int count =
            load_entries(patcher, patcher->columns[k], group == NO_INDEX ? NO_INDEX : own);
        lp_add_column(lp, (double)patcher->search->points[patcher->columns[k]], (double)it->upper,
                      count, patcher->entry_rows, patcher->entry_values);
        if (it->pinned)
            lp_set_bounds(lp, k, 1, 1);
        patcher->search->work += (int64_t)WORK_OF_ENTRY * (count + 1);
    }
    return lp;
}

static void build(struct patcher *patcher, const int *groups, int count, double loss)
{
    patcher->row_count = patcher->column_count = 0;
    for (int k = 0; k < count; k++)
        add_choices(patcher, groups[k], patcher->before[k], loss);
    patcher->choice_count = patcher->column_count;
    add_counts(patcher);
}

static void clear(struct patcher *patcher)
{
    for (int k = 0; k < patcher->row_count; k++)
        patcher->place[patcher->rows[k]] = 0;
    for (int k = patcher->choice_count; k < patcher->column_count; k++)
        patcher->is_in[patcher->columns[k]] = false;
}

/* Points of those in the patch as the draft has them, with all its counts. */
static int64_t points_of(const struct draft *draft, const int *groups, int count)
{
    int64_t points = draft->settled.points;
    for (int k = 0; k < count; k++)
        points += draft_points(draft, draft->choice[groups[k]]);
    return points;
}

/* Takes the solution over when it is a better plan; the groups of the patch have nothing now. */
static bool take_over(struct patcher *patcher, const struct lp *lp, const int *groups, int count,
                      int64_t value)
{
    struct draft *draft = patcher->draft;
    const struct program *program = draft->search->program;
    for (int k = 0; k < patcher->choice_count; k++) {
        const int column = patcher->columns[k];
        if (lp_whole(lp, k) > 0.5)
            draft_set(draft, program->columns[column].group, column);
    }
    if (draft->settled.broken == 0 && draft_shortage(draft) == 0 &&
        points_of(draft, groups, count) > value)
        return true;
    for (int k = 0; k < count; k++)
        draft_set(draft, groups[k], NO_INDEX);
    return false;
}

/* What the solver would call the value at hand: the points of choices, and of the patch's counts.
 */
static double value_in_patch(const struct patcher *patcher, int64_t value, int64_t counts_now)
{
    int64_t others = counts_now;
    for (int k = patcher->choice_count; k < patcher->column_count; k++) {
        const int count = patcher->columns[k];
        others -= patcher->search->points[count] * patcher->draft->settled.counts[count];
    }
    return (double)(value - others);
}

enum patch_end patch(struct patcher *patcher, const int *groups, int count, double loss,
                     int64_t work)
{
    struct draft *draft = patcher->draft;
    const int64_t value = points_of(draft, groups, count);
    leave(patcher, groups, count);
    build(patcher, groups, count, loss);
    const double beaten = value_in_patch(patcher, value, draft->settled.points) + beaten_by;
    struct lp *lp = load(patcher);
    const bool found = lp_integer(lp, beaten, work);
    const bool cut_off = lp_effort(lp) > work;
    patcher->search->work += lp_effort(lp) + WORK_OF_CALL;
    const bool better = found && take_over(patcher, lp, groups, count, value);
    lp_free(lp);
    clear(patcher);
    if (better)
        return PATCH_BETTER;
    come_back(patcher, groups, count);
    return cut_off ? PATCH_CUT_OFF : PATCH_BARREN;
}
