/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every row and every count that the rules make of tiny rounds against the second implementation
 * that verify leans on: name by name, column by column. A first seed and a number of rounds may be
 * given as arguments.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "report/certificate/certificate_rows.h"
#include "support/resolved.h"
#include "support/tiny_round.h"
#include "support/whole.h"

enum { KINDS = 14 };

static const char *const kinds[KINDS] = {"dwelling/",      "least/",      "singles/",
                                         "near/",          "party/",      "right/",
                                         "ordinary/",      "extra/",      "area_persons/",
                                         "area_children/", "area_whole/", "section_households/",
                                         "section_whole/", "group/"};

static long compared[KINDS], extras, openings, shares;

/* A round, built twice. */
struct twice {
    husly_problem *problem;
    struct whole whole;
    const struct program *program;
    struct arena *arena;
    struct lawful_pairs pairs;
    struct right_count right;
    struct certificate_rows rows;
};

static bool build_twice(struct twice *it)
{
    it->whole = whole_of(it->problem);
    it->program = it->whole.program;
    it->arena = arena_new();
    it->rows = (struct certificate_rows){
        .problem = it->problem, .pairs = &it->pairs, .right = &it->right, .arena = it->arena};
    return it->program != NULL && it->arena != NULL &&
           lawful_pairs_find(&it->pairs, it->problem, it->arena) &&
           right_count_find(&it->right, it->problem, it->arena) && certificate_rows_open(&it->rows);
}

static int count_entries(const struct program *program, int row)
{
    int count = 0;
    for (int at = 0; at < program->entry_count; at++)
        count += program->entries[at].row == row && program->entries[at].coefficient != 0;
    return count;
}

/* A count of no use has no column in the program: it would be 0. */
static bool is_left_out(const struct twice *it, int count)
{
    return it->rows.counts.columns[count].upper <= 0;
}

/* How many of the row's coefficients are not 0, each of which is held against the program's. */
static int compare_pairs(struct twice *it, const char *name, const struct certificate_row *found)
{
    int entries = 0;
    for (int h = 0; h < it->problem->household_count; h++) {
        for (int d = 0; d < it->problem->dwelling_count; d++) {
            char pair[64];
            if (!lawful_pairs_has(&it->pairs, h, d))
                continue;
            const int64_t factor = certificate_row_factor(&it->rows, found, h, d);
            snprintf(pair, sizeof pair, "%s/%s", it->problem->households[h].id,
                     it->problem->dwellings[d].id);
            CHECK_NUMBER(factor == 0 ? 0 : coefficient_in(it->program, name, pair), factor);
            CHECK(factor <= found->largest && -factor <= found->largest);
            entries += factor != 0;
        }
    }
    return entries;
}

static void compare_row(struct twice *it, int row)
{
    const char *name = it->program->rows[row].name;
    const struct certificate_row *found = certificate_row_find(&it->rows, name);
    CHECK(found != NULL);
    if (found == NULL) {
        printf("  %s\n", name);
        return;
    }
    CHECK_NUMBER(found->rhs, it->program->rows[row].rhs);
    CHECK(found->equal == it->program->rows[row].equal);
    int entries = compare_pairs(it, name, found);
    for (int at = 0; at < found->count_count; at++) {
        const struct row_count *count = &found->counts[at];
        if (is_left_out(it, count->count))
            continue;
        CHECK_NUMBER(coefficient_in(it->program, name, it->rows.counts.columns[count->count].name),
                     count->coefficient);
        entries++;
    }
    CHECK_NUMBER(entries, count_entries(it->program, row));
    for (int kind = 0; kind < KINDS; kind++)
        compared[kind] += strncmp(name, kinds[kind], strlen(kinds[kind])) == 0;
}

/* The contract's own row of an area's share: the whole one before it is divided. */
static void compare_share(struct twice *it, const struct area *area)
{
    char name[64];
    const int64_t each = area->max_share.whole - area->max_share.part;
    const int64_t left =
        area->max_share.part * area->residents - area->max_share.whole * area->refugees;
    if (area->max_share.whole <= 0 || each <= 0)
        return;
    snprintf(name, sizeof name, "area_share/%s", area->id);
    const struct certificate_row *shared = certificate_row_find(&it->rows, name);
    snprintf(name, sizeof name, "area_whole/%s", area->id);
    const struct certificate_row *whole = certificate_row_find(&it->rows, name);
    CHECK(shared != NULL && whole != NULL);
    if (shared == NULL || whole == NULL)
        return;
    CHECK_NUMBER(shared->rhs, left > 0 ? left : 0);
    CHECK_NUMBER(whole->rhs, shared->rhs / each);
    for (int h = 0; h < it->problem->household_count; h++) {
        for (int d = 0; d < it->problem->dwelling_count; d++)
            CHECK_NUMBER(certificate_row_factor(&it->rows, shared, h, d),
                         each * certificate_row_factor(&it->rows, whole, h, d));
    }
    shares++;
}

static void compare_counts(const struct twice *it)
{
    for (int at = 0; at < it->program->column_count; at++) {
        const struct program_column *count = &it->program->columns[at];
        if (count->group != NO_INDEX)
            continue;
        const int same = count_columns_named(&it->rows.counts, count->name);
        CHECK(same != NONE);
        if (same == NONE)
            continue;
        CHECK_NUMBER(it->rows.counts.columns[same].upper, count->upper);
        CHECK_NUMBER(it->rows.counts.columns[same].price, count->price);
        const bool opens = strncmp(count->name, "open/", 5) == 0;
        openings += opens;
        extras += !opens;
    }
}

static void look_at_round(uint64_t seed)
{
    struct tiny tiny;
    husly_error error = {0};
    struct twice it = {0};
    tiny_fill(&tiny, seed);
    CHECK(problem_new(&it.problem, &tiny.round, NULL, &error) == HUSLY_OK);
    const int failed = checks_failed;
    if (it.problem != NULL && build_twice(&it)) {
        for (int row = 0; row < it.program->row_count; row++)
            compare_row(&it, row);
        compare_counts(&it);
        for (int area = 0; area < it.problem->area_count; area++)
            compare_share(&it, &it.problem->areas[area]);
    }
    if (checks_failed > failed)
        printf("seed %llu\n", (unsigned long long)seed);
    certificate_rows_free(&it.rows);
    arena_free(it.arena);
    whole_free(&it.whole);
    husly_problem_free(it.problem);
}

int main(int count, char **arguments)
{
    unsigned long long first = count > 1 ? strtoull(arguments[1], NULL, 10) : 1;
    long wanted = count > 2 ? strtol(arguments[2], NULL, 10) : 4000;
    for (long at = 0; at < wanted; at++)
        look_at_round(first + (unsigned long long)at);
    for (int kind = 0; kind < KINDS; kind++) {
        printf("%s %ld rows\n", kinds[kind], compared[kind]);
        CHECK(compared[kind] > 0 || wanted < 4000);
    }
    CHECK(wanted < 4000 || (extras > 0 && openings > 0));
    return check_result();
}
