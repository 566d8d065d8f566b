/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/conflict.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/words.h"
#include "rules/rule.h"
#include "rules/sentence.h"

/* Which of the decisions' pins are looked at, and the plan of nothing but them. */
struct trial {
    const husly_problem *problem;
    bool *kept;       /* by decision */
    int *dwelling_of; /* by household */
    int *party_pin;   /* by party */
    int64_t *shares;  /* by decision: how much of a row its pin uses */
    int *pins;        /* those that are tried, and a sheet to rank them on */
    struct ranked *ranked;
    bool failed;
    bool mendable; /* looked at are rows that others placed too might mend, not the rest */
};

/* One row that the pins break, found again or not. */
struct row_use {
    const char *row;
    const struct rule *rule; /* whose row it is; NULL: not known yet */
    bool mendable;
    bool broken;
    int64_t used, limit;
};

/* Whoever of a party has no pin kept follows its first pinned member. */
static void place_pins(const struct trial *trial)
{
    const husly_problem *problem = trial->problem;
    for (int party = 0; party < problem->party_count; party++)
        trial->party_pin[party] = NONE;
    for (int index = problem->decision_count - 1; index >= 0; index--) {
        const struct decision *row = &problem->decisions[index];
        const int party = problem->households[row->household].party;
        if (trial->kept[index] && party != NONE)
            trial->party_pin[party] = row->dwelling;
    }
    for (int household = 0; household < problem->household_count; household++) {
        const int party = problem->households[household].party;
        trial->dwelling_of[household] = party != NONE ? trial->party_pin[party] : NONE;
    }
    for (int index = 0; index < problem->decision_count; index++) {
        if (trial->kept[index])
            trial->dwelling_of[problem->decisions[index].household] =
                problem->decisions[index].dwelling;
    }
}

static const struct rule *rule_of(const char *code)
{
    int at = 0;
    while (rules[at] != NULL && !text_equal(rules[at]->code, code))
        at++;
    return rules[at];
}

static bool note_row(const struct breach *breach, void *user)
{
    struct row_use *use = user;
    if (!text_equal(breach->row, use->row) || breach->may_mend != use->mendable)
        return true;
    use->broken = true;
    use->rule = rule_of(breach->rule);
    use->used = breach->used;
    use->limit = breach->limit;
    return false;
}

/* What the kept pins make of one row. */
static struct row_use use_of(struct trial *trial, const char *row, const struct rule *rule)
{
    struct row_use use = {.row = row, .rule = rule, .mendable = trial->mendable};
    const struct placing plan = {.dwelling_of = trial->dwelling_of};
    place_pins(trial);
    if (rules_check_whole(trial->problem, &plan, rule, note_row, &use) == VERDICT_UNKNOWN)
        trial->failed = true;
    return use;
}

enum { TRIED = -1 };

/* Where a party's pins differ, whoever loses its own goes where the party's other pin is. */
static bool parties_differ(const husly_problem *problem)
{
    for (int index = 0; index < problem->decision_count; index++) {
        const struct decision *row = &problem->decisions[index];
        const int party = problem->households[row->household].party;
        if (row->given->decision != HUSLY_PIN || party == NONE)
            continue;
        const int first = problem->of_party.first[party];
        for (int other = first; other != NONE && other < row->household;
             other = problem->of_party.next[other]) {
            if (problem->households[other].pin != row->dwelling)
                return true;
        }
    }
    return false;
}

/* Whether fewer pins use less of the row: not where it asks for company, as a party, households
 * near one another, and a home that opens with a number do. */
static bool grows_with_pins(const husly_problem *problem, const char *row)
{
    static const char *const others[] = {"party/", "near/", "least/"};
    for (size_t at = 0; at < sizeof others / sizeof *others; at++) {
        if (strncmp(row, others[at], strlen(others[at])) == 0)
            return false;
    }
    return !parties_differ(problem);
}

/* Some of the pins, by decision. */
struct some_pins {
    const int *pins;
    int count;
};

static struct some_pins half_of(struct some_pins some, bool second)
{
    const int half = some.count / 2;
    return second ? (struct some_pins){some.pins + half, some.count - half}
                  : (struct some_pins){some.pins, half};
}

static void keep_all(const struct trial *trial, struct some_pins some, bool kept)
{
    for (int at = 0; at < some.count; at++)
        trial->kept[some.pins[at]] = kept;
}

/* How much of the row's use goes away with each of some pins; all of it when the row then holds.
 * Where nothing goes away with all of them together, nothing does with one. */
static void find_shares(struct trial *trial, const struct row_use *all, struct some_pins some)
{
    keep_all(trial, some, false);
    const struct row_use without = use_of(trial, all->row, all->rule);
    keep_all(trial, some, true);
    const int64_t share = without.broken ? all->used - without.used : INT64_MAX;
    if (some.count > 1 && share != 0) {
        find_shares(trial, all, half_of(some, false));
        find_shares(trial, all, half_of(some, true));
        return;
    }
    for (int at = 0; at < some.count; at++)
        trial->shares[some.pins[at]] = share;
}

/* Drops some pins, one after the other, as long as the rest still breaks the row. Where it does
 * without all of them, it did at each step. */
static void drop_pins(struct trial *trial, const struct row_use *all, struct some_pins some)
{
    keep_all(trial, some, false);
    if (use_of(trial, all->row, all->rule).broken)
        return;
    keep_all(trial, some, true);
    if (some.count == 1)
        return;
    drop_pins(trial, all, half_of(some, false));
    drop_pins(trial, all, half_of(some, true));
}

struct ranked {
    int64_t share;
    int pin;
};

static int compare_ranked(const void *one, const void *other)
{
    const struct ranked *a = one, *b = other;
    if (a->share != b->share)
        return a->share < b->share ? -1 : 1;
    return (a->pin > b->pin) - (a->pin < b->pin);
}

static void rank_pins(const struct trial *trial, int count)
{
    for (int at = 0; at < count; at++)
        trial->ranked[at] = (struct ranked){trial->shares[trial->pins[at]], trial->pins[at]};
    qsort(trial->ranked, (size_t)count, sizeof *trial->ranked, compare_ranked);
    for (int at = 0; at < count; at++)
        trial->pins[at] = trial->ranked[at].pin;
}

static int keep_every_pin(const struct trial *trial)
{
    int count = 0;
    for (int pin = 0; pin < trial->problem->decision_count; pin++) {
        trial->kept[pin] = trial->problem->decisions[pin].given->decision == HUSLY_PIN;
        if (trial->kept[pin])
            trial->pins[count++] = pin;
    }
    return count;
}

/* Drops pins, those that use least first, as long as the rest still breaks the row. None that is
 * left can be spared, and each uses no less than any that was dropped. */
static void keep_smallest_set(struct trial *trial, const char *row)
{
    const int count = keep_every_pin(trial);
    const int step = grows_with_pins(trial->problem, row) ? count : 1;
    const struct row_use all = use_of(trial, row, NULL);
    for (int at = 0; at < count && !trial->failed; at += step)
        find_shares(trial, &all, (struct some_pins){trial->pins + at, step});
    rank_pins(trial, count);
    for (int at = 0; at < count && !trial->failed; at += step)
        drop_pins(trial, &all, (struct some_pins){trial->pins + at, step});
}

/* "H1 is pinned to D4 (line 2), H2 to D7 (line 5) and H3 to D9" */
static void tell_pins(const struct trial *trial, husly_language language, struct text *out)
{
    const husly_problem *problem = trial->problem;
    int left = 0, told = 0;
    for (int pin = 0; pin < problem->decision_count; pin++)
        left += trial->kept[pin];
    for (int pin = 0; pin < problem->decision_count; pin++) {
        if (!trial->kept[pin])
            continue;
        const husly_decision *given = problem->decisions[pin].given;
        text_add_words(out, language,
                       told++ == 0 ? WORDS_LATER("%s is pinned to %s") : WORDS_LATER("%s to %s"),
                       given->household_id, given->dwelling_id);
        if (given->line > 0)
            text_add_words(out, language, " (line %lld)", (long long)given->line);
        left--;
        text_add_string(out, left > 1 ? ", " : left == 1 ? husly_words(language, " and ") : "");
    }
}

/* "H1 is pinned to D4 (line 2), but the right leaves 0 in S1, and 1 would be taken" */
static void tell_set(struct trial *trial, const char *row, husly_language language,
                     struct text *out)
{
    struct row_use use = use_of(trial, row, NULL);
    const husly_obstacle obstacle = {.what = sentence_limit(trial->problem, row),
                                     .unit = row,
                                     .given = use.used,
                                     .limit = use.limit};
    tell_pins(trial, language, out);
    text_add_words(out, language, ", but ");
    sentence_add_pinned(out, language, &obstacle);
    if (trial->mendable)
        text_add_words(out, language, ", and no plan places the others whom that takes");
}

static int64_t first_line(const struct trial *trial)
{
    int64_t first = 0;
    for (int pin = 0; pin < trial->problem->decision_count; pin++) {
        int64_t line = trial->problem->decisions[pin].given->line;
        if (trial->kept[pin] && (first == 0 || line < first))
            first = line;
    }
    return first;
}

/* Rows as texts ended by a NUL one after the other. */
struct broken_rows {
    struct text lasting, mendable;
};

static bool collect_row(const struct breach *breach, void *user)
{
    struct broken_rows *rows = user;
    text_add(breach->may_mend ? &rows->mendable : &rows->lasting, breach->row,
             strlen(breach->row) + 1);
    return true;
}

/* Tells each broken row with its set of pins; the line is that of the first set's first pin. */
static husly_status tell_conflict(struct trial *trial, const struct text *rows, struct text *out,
                                  husly_error *error)
{
    int64_t line = 0;
    husly_language language = pins_language(trial->problem, error);
    for (size_t at = 0; at < rows->size; at += strlen(rows->bytes + at) + 1) {
        keep_smallest_set(trial, rows->bytes + at);
        text_add_string(out, at > 0 ? "; " : husly_words(language, "no lawful plan: "));
        line = line == 0 ? first_line(trial) : line;
        tell_set(trial, rows->bytes + at, language, out);
    }
    if (rows->failed || out->failed || trial->failed)
        return error_memory(error);
    struct place place = {.source = pins_file(trial->problem), .line = line};
    if (rows->size == 0)
        return error_set(error, HUSLY_E_INTERNAL, (struct place){0},
                         "no plan was found although the pins break no row");
    return error_set(error, HUSLY_E_CONFLICT, place, "%s", text_string(out));
}

/* Pins that break no row for good bind others, who then cannot all be placed. */
static husly_status find_conflict(struct trial *trial, husly_error *error)
{
    const husly_problem *problem = trial->problem;
    struct broken_rows rows = {{0}, {0}};
    struct text out = {0};
    const struct placing plan = {.dwelling_of = trial->dwelling_of};
    keep_every_pin(trial);
    place_pins(trial);
    trial->failed = rules_check_whole(problem, &plan, NULL, collect_row, &rows) == VERDICT_UNKNOWN;
    trial->mendable = rows.lasting.size == 0;
    husly_status status =
        tell_conflict(trial, trial->mendable ? &rows.mendable : &rows.lasting, &out, error);
    text_free(&rows.lasting);
    text_free(&rows.mendable);
    text_free(&out);
    return status;
}

husly_status rules_conflict(const husly_problem *problem, husly_error *error)
{
    const size_t pins = (size_t)problem->decision_count + 1;
    struct arena *arena = arena_new();
    if (arena == NULL)
        return error_memory(error);
    struct trial trial = {
        .problem = problem,
        .kept = arena_take(arena, pins, sizeof(bool)),
        .dwelling_of = arena_take(arena, (size_t)problem->household_count + 1, sizeof(int)),
        .party_pin = arena_take(arena, (size_t)problem->party_count + 1, sizeof(int)),
        .shares = arena_take(arena, pins, sizeof(int64_t)),
        .pins = arena_take(arena, pins, sizeof(int)),
        .ranked = arena_take(arena, pins, sizeof(struct ranked))};
    const bool ready = trial.kept != NULL && trial.dwelling_of != NULL && trial.party_pin != NULL &&
                       trial.shares != NULL && trial.pins != NULL && trial.ranked != NULL;
    const husly_status status = ready ? find_conflict(&trial, error) : error_memory(error);
    arena_free(arena);
    return status;
}
