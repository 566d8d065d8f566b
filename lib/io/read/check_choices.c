/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores and decisions: what they refer to, and what they say twice. */
#include "base/words.h"
#include "io/read/pair_index.h"
#include "io/read/reader.h"

static struct pair_key score_key(const void *rows, size_t row)
{
    const husly_score *score = (const husly_score *)rows + row;
    const bool of_area = score->dwelling_id == NULL;
    return (struct pair_key){score->household_id, of_area ? score->area_id : score->dwelling_id,
                             of_area};
}

static struct pair_key decision_key(const void *rows, size_t row)
{
    const husly_decision *decision = (const husly_decision *)rows + row;
    return (struct pair_key){decision->household_id, decision->dwelling_id, false};
}

/* The row that says the same pair before this one; the row itself where none does. */
static size_t row_before(struct reader *reader, struct pair_index *pairs, size_t row)
{
    size_t before = row;
    if (!pair_index_add(pairs, row, &before))
        reader->starved = true;
    return before;
}

static struct place score_place(const struct reader *reader, const husly_score *score,
                                size_t offset)
{
    return reader_place(reader, TABLE_SCORES, score->line, offset);
}

static void check_score_target(struct reader *reader, const husly_score *score)
{
    if ((score->dwelling_id == NULL) != (score->area_id == NULL) ||
        reader_row_is_wrong(reader, TABLE_SCORES, score->line))
        return;
    const struct place dwelling = score_place(reader, score, offsetof(husly_score, dwelling_id));
    const struct place area = score_place(reader, score, offsetof(husly_score, area_id));
    if (score->area_id == NULL)
        finding_mistake(&reader->findings, dwelling, "neither %s nor %s; give exactly one",
                        dwelling.field, area.field);
    else
        finding_mistake(&reader->findings, dwelling, "both %s and %s; give exactly one",
                        dwelling.field, area.field);
}

static void check_score(struct reader *reader, size_t row, struct pair_index *pairs)
{
    const husly_score *score = &reader->round->scores[row];
    const size_t target = score->dwelling_id != NULL ? offsetof(husly_score, dwelling_id)
                                                     : offsetof(husly_score, area_id);
    check_reference(reader, score_place(reader, score, offsetof(husly_score, household_id)),
                    TABLE_HOUSEHOLDS, score->household_id);
    check_reference(reader, score_place(reader, score, offsetof(husly_score, dwelling_id)),
                    TABLE_DWELLINGS, score->dwelling_id);
    check_reference(reader, score_place(reader, score, offsetof(husly_score, area_id)), TABLE_AREAS,
                    score->area_id);
    check_score_target(reader, score);
    if (score->household_id == NULL || (score->dwelling_id == NULL) == (score->area_id == NULL))
        return;
    const size_t before = row_before(reader, pairs, row);
    if (before != row)
        finding_mistake(&reader->findings, score_place(reader, score, target),
                        reader->by_hand
                            ? WORDS_LATER("%s has a score for %s in row %lld already; keep one")
                            : WORDS_LATER("%s has a score for %s on line %lld already; keep one"),
                        score->household_id, score_key(score, 0).second,
                        (long long)reader->round->scores[before].line);
}

static struct place decision_place(const struct reader *reader, const husly_decision *decision,
                                   size_t offset)
{
    return reader_place(reader, TABLE_DECISIONS, decision->line, offset);
}

/* A value of decisions.csv. */
static const char *told(const struct reader *reader, const char *english, const char *danish)
{
    return reader_word(reader, TABLE_DECISIONS, english, danish);
}

static void check_meaning(struct reader *reader, const husly_decision *decision)
{
    const char *allow = told(reader, "allow", "tillad");
    const husly_verdict verdict = decision->decision;
    const bool explained =
        verdict == HUSLY_PIN || verdict == HUSLY_FORBID || verdict == HUSLY_ALLOW;
    if (explained && decision->reason == NULL)
        finding_mistake(&reader->findings,
                        decision_place(reader, decision, offsetof(husly_decision, reason)),
                        "empty; %s, %s and %s need a reason", told(reader, "pin", "fastlås"),
                        told(reader, "forbid", "forbyd"), allow);
    const struct place rule = decision_place(reader, decision, offsetof(husly_decision, rule));
    if (verdict == HUSLY_ALLOW && decision->rule == NULL)
        finding_mistake(&reader->findings, rule, "empty; %s needs the rule it lifts: %s, %s or %s",
                        allow, told(reader, "size", "størrelse"), told(reader, "rent", "husleje"),
                        told(reader, "avoid", "undgår"));
    else if (verdict != HUSLY_ALLOW && decision->rule != NULL)
        finding_mistake(&reader->findings, rule,
                        "only %s names a rule; empty the cell, or write %s", allow, allow);
}

static void check_pair(struct reader *reader, size_t row, struct pair_index *pairs)
{
    const husly_decision *decision = &reader->round->decisions[row];
    if (decision->household_id == NULL || decision->dwelling_id == NULL)
        return;
    const size_t before = row_before(reader, pairs, row);
    if (before != row)
        finding_mistake(
            &reader->findings, decision_place(reader, decision, offsetof(husly_decision, decision)),
            reader->by_hand
                ? WORDS_LATER("row %lld decides on %s and %s already; keep one decision a pair")
                : WORDS_LATER("line %lld decides on %s and %s already; keep one decision a pair"),
            (long long)reader->round->decisions[before].line, decision->household_id,
            decision->dwelling_id);
}

static void check_pin(struct reader *reader, const husly_decision *decision, struct id_index *pins)
{
    if (decision->household_id == NULL || decision->decision != HUSLY_PIN ||
        reader_row_is_wrong(reader, TABLE_DECISIONS, decision->line))
        return;
    int64_t before = 0;
    if (!id_index_add(pins, decision->household_id, decision->line, &before))
        reader->starved = true;
    if (before != 0)
        finding_mistake(
            &reader->findings, decision_place(reader, decision, offsetof(husly_decision, decision)),
            reader->by_hand
                ? WORDS_LATER("%s has a pin in row %lld already; keep one pin a household")
                : WORDS_LATER("%s has a pin on line %lld already; keep one pin a household"),
            decision->household_id, (long long)before);
}

static void check_decision(struct reader *reader, size_t row, struct pair_index *pairs,
                           struct id_index *pins)
{
    const husly_decision *decision = &reader->round->decisions[row];
    check_reference(reader,
                    decision_place(reader, decision, offsetof(husly_decision, household_id)),
                    TABLE_HOUSEHOLDS, decision->household_id);
    check_reference(reader, decision_place(reader, decision, offsetof(husly_decision, dwelling_id)),
                    TABLE_DWELLINGS, decision->dwelling_id);
    if (!reader_row_is_wrong(reader, TABLE_DECISIONS, decision->line))
        check_meaning(reader, decision);
    check_pair(reader, row, pairs);
    check_pin(reader, decision, pins);
}

static void check_earlier(struct reader *reader, const husly_earlier *earlier,
                          struct id_index *told)
{
    const struct place household =
        reader_place(reader, TABLE_EARLIER, earlier->line, offsetof(husly_earlier, household_id));
    int64_t before = 0;
    check_reference(reader, household, TABLE_HOUSEHOLDS, earlier->household_id);
    check_reference(
        reader,
        reader_place(reader, TABLE_EARLIER, earlier->line, offsetof(husly_earlier, dwelling_id)),
        TABLE_DWELLINGS, earlier->dwelling_id);
    if (earlier->household_id == NULL)
        return;
    if (!id_index_add(told, earlier->household_id, earlier->line, &before))
        reader->starved = true;
    if (before != 0)
        finding_mistake(
            &reader->findings, household,
            reader->by_hand
                ? WORDS_LATER("%s has an earlier dwelling in row %lld already; keep one")
                : WORDS_LATER("%s has an earlier dwelling on line %lld already; keep one"),
            earlier->household_id, (long long)before);
}

static void check_all_earlier(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct id_index told = {0};
    for (size_t i = 0; i < round->earlier_count && !finding_full(&reader->findings); i++)
        check_earlier(reader, &round->earlier[i], &told);
    id_index_free(&told);
}

void check_choices(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct pair_index scored = {.rows = round->scores, .key_of = score_key};
    struct pair_index decided = {.rows = round->decisions, .key_of = decision_key};
    struct id_index pinned = {0};
    for (size_t i = 0; i < round->score_count && !finding_full(&reader->findings); i++)
        check_score(reader, i, &scored);
    for (size_t i = 0; i < round->decision_count && !finding_full(&reader->findings); i++)
        check_decision(reader, i, &decided, &pinned);
    check_all_earlier(reader);
    pair_index_free(&scored);
    pair_index_free(&decided);
    id_index_free(&pinned);
}
