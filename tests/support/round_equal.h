/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two rounds hold the same, value for value; written apart from what writes rounds. */
#ifndef HUSLY_TESTS_SUPPORT_ROUND_EQUAL_H
#define HUSLY_TESTS_SUPPORT_ROUND_EQUAL_H

#include "base/text.h"
#include "io/rulebook.h"
#include "io/tables.h"
#include "support/check.h"

static inline bool equal_shares(husly_share a, husly_share b)
{
    return a.part == b.part && a.whole == b.whole;
}

static inline bool equal_values(enum cell_kind kind, const void *a, const void *b)
{
    switch (kind) {
    case CELL_ID:
    case CELL_IDS:
    case CELL_TEXT:
    case CELL_LABELS:
    case CELL_DECIMAL:
    case CELL_PAIR_RULE:
    case CELL_RULE_VALUE:
        return text_equal(*(const char *const *)a, *(const char *const *)b);
    case CELL_WHOLE:
    case CELL_DATE:
        return memcmp(a, b, sizeof(int32_t)) == 0;
    case CELL_POINTS:
    case CELL_AMOUNT:
        return memcmp(a, b, sizeof(int64_t)) == 0;
    case CELL_SHARE:
        return equal_shares(*(const husly_share *)a, *(const husly_share *)b);
    case CELL_BOOL:
        return memcmp(a, b, sizeof(bool)) == 0;
    case CELL_KIND:
    case CELL_VERDICT:
    case CELL_VACANCY:
    case CELL_BENEFIT_CLASS:
        return memcmp(a, b, sizeof(husly_kind)) == 0;
    }
    return false;
}

static inline void check_equal_tables(const husly_round *one, const husly_round *other,
                                      const struct table *table)
{
    size_t count, others;
    const char *a = table_rows(one, table, &count);
    const char *b = table_rows(other, table, &others);
    CHECK_NUMBER((int64_t)others, (int64_t)count);
    for (size_t i = 0; i < count * table->column_count && others == count; i++) {
        const struct column *column = &table->columns[i % table->column_count];
        const size_t at = i / table->column_count * table->row_size + column->offset;
        if (!check_that(equal_values(column->kind, a + at, b + at), __FILE__, __LINE__,
                        column->name))
            printf("  in row %zu\n", i / table->column_count + 1);
    }
}

static inline size_t equal_size(enum rule_kind kind)
{
    if (kind == RULE_BOOL || kind == RULE_WORDS)
        return sizeof(bool);
    const bool large = kind == RULE_POINTS || kind == RULE_AMOUNT || kind == RULE_WEIGHT;
    return large ? sizeof(int64_t) : sizeof(int32_t);
}

static inline void check_equal_policies(const husly_policy *a, const husly_policy *b)
{
    CHECK_NUMBER(a->stage_count, b->stage_count);
    CHECK(memcmp(a->stages, b->stages, (size_t)a->stage_count * sizeof *a->stages) == 0);
    if (a->housing_benefit == HUSLY_BENEFIT_YEAR)
        CHECK_NUMBER(a->benefit_year, b->benefit_year);
    for (size_t i = 0; i < rulebook_count; i++) {
        const struct rule_entry *entry = &rulebook[i];
        const char *one = (const char *)a + entry->offset, *other = (const char *)b + entry->offset;
        const bool share = entry->kind == RULE_SHARE;
        check_that(share ? equal_values(CELL_SHARE, one, other)
                         : memcmp(one, other, equal_size(entry->kind)) == 0,
                   __FILE__, __LINE__, entry->name);
    }
}

static inline const char *equal_source(const husly_round *round, const char *rule)
{
    for (size_t i = 0; i < round->setting_count; i++) {
        if (text_equal(round->settings[i].rule, rule))
            return round->settings[i].source;
    }
    return NULL;
}

/* In any order: a file has them by area. */
static inline void check_equal_measures(const husly_round *one, const husly_round *other)
{
    CHECK_NUMBER((int64_t)other->measure_count, (int64_t)one->measure_count);
    for (size_t i = 0; i < one->measure_count; i++) {
        const husly_measure *a = &one->measures[i];
        bool found = false;
        for (size_t j = 0; j < other->measure_count; j++) {
            const husly_measure *b = &other->measures[j];
            found = found || (text_equal(a->area_id, b->area_id) && text_equal(a->name, b->name) &&
                              a->value == b->value);
        }
        check_that(found, __FILE__, __LINE__, a->name);
    }
    CHECK_NUMBER((int64_t)other->measure_weight_count, (int64_t)one->measure_weight_count);
    for (size_t i = 0; i < one->measure_weight_count; i++) {
        CHECK_TEXT(other->measure_weights[i].name, one->measure_weights[i].name);
        CHECK_NUMBER(other->measure_weights[i].weight, one->measure_weights[i].weight);
    }
}

static inline void check_equal_rounds(const husly_round *one, const husly_round *other)
{
    check_equal_measures(one, other);
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_RULES; i++)
        check_equal_tables(one, other, table_find(i));
    check_equal_policies(&one->policy, &other->policy);
    for (size_t i = 0; i < rulebook_count; i++)
        CHECK_TEXT(equal_source(other, rulebook[i].name), equal_source(one, rulebook[i].name));
    CHECK_NUMBER(other->dialect.delimiter, one->dialect.delimiter);
    CHECK_NUMBER(other->dialect.crlf, one->dialect.crlf);
    CHECK_NUMBER(other->dialect.bom, one->dialect.bom);
    CHECK_NUMBER(other->dialect.danish, one->dialect.danish);
}

#endif
