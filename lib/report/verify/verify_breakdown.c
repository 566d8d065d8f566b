/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breakdown.csv against the lines that the round gives, one by one. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "report/verify/fit_terms.h"
#include "report/verify/plan_terms.h"
#include "report/verify/verify.h"

/* A line that ought to be there, its term and unit as the file's language has it. */
struct wanted_line {
    const char *household_id, *dwelling_id, *term, *unit;
    struct breakdown_line line;
};

struct wanted_lines {
    struct arena *arena;
    bool danish;
    const char *household_id, *dwelling_id; /* of the lines being told */
    struct wanted_line *lines;
    size_t count, room;
    bool failed;
};

static bool make_room(struct wanted_lines *wanted)
{
    if (wanted->count < wanted->room)
        return true;
    const size_t room = wanted->room == 0 ? 64 : 2 * wanted->room;
    struct wanted_line *lines = arena_take(wanted->arena, room, sizeof *lines);
    if (lines == NULL)
        return false;
    if (wanted->count > 0)
        memcpy(lines, wanted->lines, wanted->count * sizeof *lines);
    wanted->lines = lines;
    wanted->room = room;
    return true;
}

static void want(const struct breakdown_line *line, void *user)
{
    struct wanted_lines *wanted = user;
    struct text term = {0};
    term_name_add(&term, line->term, wanted->danish);
    const char *kept = term.failed ? NULL : arena_text(wanted->arena, term.bytes, term.size);
    text_free(&term);
    wanted->failed = wanted->failed || kept == NULL || !make_room(wanted);
    if (!wanted->failed)
        wanted->lines[wanted->count++] =
            (struct wanted_line){wanted->household_id, wanted->dwelling_id, kept,
                                 breakdown_unit(line, wanted->danish), *line};
}

static bool find_wanted(const struct verification *verification, struct wanted_lines *wanted)
{
    const husly_problem *problem = verification->problem;
    for (int h = 0; h < problem->household_count; h++) {
        const int d = verification->placed[h];
        wanted->household_id = problem->households[h].id;
        wanted->dwelling_id = d != NONE ? problem->dwellings[d].id : NULL;
        for (int number = 0; number < fit_term_count(problem) && d != NONE; number++) {
            struct breakdown_line line;
            if (fit_term(problem, h, d, number, &line))
                want(&line, wanted);
        }
    }
    wanted->household_id = wanted->dwelling_id = NULL;
    return plan_terms_tell(problem, verification->placed, wanted->arena, want, wanted) &&
           !wanted->failed;
}

static bool shows(const struct result_row *row, int column, const char *text)
{
    return text_equal(row->cells[column].text, text != NULL ? text : "");
}

/* Whether a row is about what the line is about, whatever it says of it. */
static bool is_about(const struct result_row *row, const struct wanted_line *line)
{
    return shows(row, BREAKDOWN_TERM, line->term) &&
           shows(row, BREAKDOWN_HOUSEHOLD, line->household_id) &&
           shows(row, BREAKDOWN_ABOUT, line->line.about);
}

static bool comes_from(const struct result_table *table, size_t at, const struct wanted_line *line)
{
    while (at < table->count && !is_about(&table->rows[at], line))
        at++;
    return at < table->count;
}

static struct figure figure_if(bool there, int64_t number)
{
    return there ? figure_whole(number) : figure_text(NULL);
}

static void verify_line(struct verification *verification, const struct result_row *row,
                        const struct wanted_line *wanted)
{
    const struct result_table *table = &verification->result->breakdown;
    const struct breakdown_line *line = &wanted->line;
    verify_cell(verification, table, row, BREAKDOWN_DWELLING, figure_text(wanted->dwelling_id));
    verify_cell(verification, table, row, BREAKDOWN_MEASURE,
                figure_if(line->has_measure, line->measure));
    verify_cell(verification, table, row, BREAKDOWN_UNIT, figure_text(wanted->unit));
    verify_cell(verification, table, row, BREAKDOWN_WEIGHT,
                figure_if(line->has_weight, line->weight));
    verify_cell(verification, table, row, BREAKDOWN_POINTS, figure_whole(line->points));
}

static void complain_of_missing(struct verification *verification, const struct wanted_line *line)
{
    const struct place at = {.source = "breakdown.csv"};
    if (line->household_id != NULL)
        complain(verification->complaints, at, "the line of household %s and term %s is missing",
                 line->household_id, line->term);
    else
        complain(verification->complaints, at, "the line of term %s about %s is missing",
                 line->term, line->line.about != NULL ? line->line.about : "");
}

static void compare_lines(struct verification *verification, const struct wanted_lines *wanted)
{
    const struct result_table *table = &verification->result->breakdown;
    size_t at = 0, next = 0;
    while (at < table->count || next < wanted->count) {
        const struct wanted_line *line = next < wanted->count ? &wanted->lines[next] : NULL;
        if (at < table->count && line != NULL && is_about(&table->rows[at], line)) {
            verify_line(verification, &table->rows[at], line);
            at++;
            next++;
        } else if (line != NULL && !comes_from(table, at, line)) {
            complain_of_missing(verification, line);
            next++;
        } else {
            complain(verification->complaints, cell_place(table, &table->rows[at], BREAKDOWN_TERM),
                     "no line that belongs here");
            at++;
        }
    }
}

bool verify_breakdown(struct verification *verification)
{
    const char *heading = verification->result->breakdown.name_of[BREAKDOWN_TERM];
    struct wanted_lines wanted = {.arena = verification->arena,
                                  .danish = !text_equal_folded(heading, "term")};
    if (!find_wanted(verification, &wanted))
        return false;
    compare_lines(verification, &wanted);
    return true;
}
