/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/conflict.h"

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
    bool mendable;    /* looked at are rows that others placed too might mend, not the rest */
};

/* One row that the pins break, found again or not. */
struct row_use {
    const char *row;
    bool mendable;
    bool broken;
    int64_t used, limit;
};

/* The kept pin of the first pinned member of the household's party, NONE without one. */
static int party_pin(const struct trial *trial, int household)
{
    const husly_problem *problem = trial->problem;
    int party = problem->households[household].party;
    for (int index = 0; index < problem->decision_count && party != NONE; index++) {
        const struct decision *row = &problem->decisions[index];
        if (trial->kept[index] && problem->households[row->household].party == party)
            return row->dwelling;
    }
    return NONE;
}

static void place_pins(const struct trial *trial)
{
    const husly_problem *problem = trial->problem;
    for (int household = 0; household < problem->household_count; household++)
        trial->dwelling_of[household] = party_pin(trial, household);
    for (int index = 0; index < problem->decision_count; index++) {
        if (trial->kept[index])
            trial->dwelling_of[problem->decisions[index].household] =
                problem->decisions[index].dwelling;
    }
}

static bool note_row(const struct breach *breach, void *user)
{
    struct row_use *use = user;
    if (!text_equal(breach->row, use->row) || breach->may_mend != use->mendable)
        return true;
    use->broken = true;
    use->used = breach->used;
    use->limit = breach->limit;
    return false;
}

/* What the kept pins make of one row. */
static struct row_use use_of(const struct trial *trial, const char *row)
{
    struct row_use use = {.row = row, .mendable = trial->mendable};
    place_pins(trial);
    rules_check(trial->problem, &(struct placing){trial->dwelling_of}, note_row, &use);
    return use;
}

/* How much of the row's use goes away with one pin; all of it when the row then holds. */
static int64_t share_of(const struct trial *trial, struct row_use all, int pin)
{
    trial->kept[pin] = false;
    struct row_use without = use_of(trial, all.row);
    trial->kept[pin] = true;
    return without.broken ? all.used - without.used : INT64_MAX;
}

enum { TRIED = -1 };

static int least_pin(const int64_t *shares, int count)
{
    int least = NONE;
    for (int pin = 0; pin < count; pin++) {
        if (shares[pin] != TRIED && (least == NONE || shares[pin] < shares[least]))
            least = pin;
    }
    return least;
}

/* Drops pins, those that use least first, as long as the rest still breaks the row. None that is
 * left can be spared, and each uses no less than any that was dropped. */
static void keep_smallest_set(const struct trial *trial, const char *row, int64_t *shares)
{
    int count = trial->problem->decision_count;
    for (int pin = 0; pin < count; pin++)
        trial->kept[pin] = trial->problem->decisions[pin].given->decision == HUSLY_PIN;
    struct row_use all = use_of(trial, row);
    for (int pin = 0; pin < count; pin++)
        shares[pin] = trial->kept[pin] ? share_of(trial, all, pin) : TRIED;
    for (int pin = least_pin(shares, count); pin != NONE; pin = least_pin(shares, count)) {
        shares[pin] = TRIED;
        trial->kept[pin] = false;
        trial->kept[pin] = !use_of(trial, row).broken;
    }
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
static void tell_set(const struct trial *trial, const char *row, husly_language language,
                     struct text *out)
{
    struct row_use use = use_of(trial, row);
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
static husly_status tell_conflict(const struct trial *trial, const struct text *rows,
                                  int64_t *shares, struct text *out, husly_error *error)
{
    int64_t line = 0;
    husly_language language = pins_language(trial->problem, error);
    for (size_t at = 0; at < rows->size; at += strlen(rows->bytes + at) + 1) {
        keep_smallest_set(trial, rows->bytes + at, shares);
        text_add_string(out, at > 0 ? "; " : husly_words(language, "no lawful plan: "));
        line = line == 0 ? first_line(trial) : line;
        tell_set(trial, rows->bytes + at, language, out);
    }
    if (rows->failed || out->failed)
        return error_memory(error);
    struct place place = {.source = pins_file(trial->problem), .line = line};
    if (rows->size == 0)
        return error_set(error, HUSLY_E_INTERNAL, (struct place){0},
                         "no plan was found although the pins break no row");
    return error_set(error, HUSLY_E_CONFLICT, place, "%s", text_string(out));
}

/* Pins that break no row for good bind others, who then cannot all be placed. */
static husly_status find_conflict(struct trial *trial, int64_t *shares, husly_error *error)
{
    const husly_problem *problem = trial->problem;
    struct broken_rows rows = {{0}, {0}};
    struct text out = {0};
    for (int pin = 0; pin < problem->decision_count; pin++)
        trial->kept[pin] = problem->decisions[pin].given->decision == HUSLY_PIN;
    place_pins(trial);
    rules_check(problem, &(struct placing){trial->dwelling_of}, collect_row, &rows);
    trial->mendable = rows.lasting.size == 0;
    husly_status status =
        tell_conflict(trial, trial->mendable ? &rows.mendable : &rows.lasting, shares, &out, error);
    text_free(&rows.lasting);
    text_free(&rows.mendable);
    text_free(&out);
    return status;
}

husly_status rules_conflict(const husly_problem *problem, husly_error *error)
{
    size_t pins = (size_t)problem->decision_count + 1;
    struct trial trial = {
        .problem = problem,
        .kept = memory_new(pins, sizeof *trial.kept),
        .dwelling_of = memory_new((size_t)problem->household_count + 1, sizeof *trial.dwelling_of)};
    int64_t *shares = memory_new(pins, sizeof *shares);
    const bool ready = trial.kept != NULL && trial.dwelling_of != NULL && shares != NULL;
    husly_status status = ready ? find_conflict(&trial, shares, error) : error_memory(error);
    memory_free(shares);
    memory_free(trial.kept);
    memory_free(trial.dwelling_of);
    return status;
}
