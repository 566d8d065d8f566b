/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of areas and their weights by hand. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"
#include "io/build/build.h"
#include "io/measure.h"
#include "io/rulebook.h"

static husly_status refuse(husly_error *error, enum table_number table, const char *field,
                           const char *label, const char *why)
{
    return error_set(error, HUSLY_E_INPUT,
                     (struct place){.source = table_names[table].english, .field = field}, "%s: %s",
                     label, error_words(error, why));
}

static const char not_a_name[] =
    WORDS_LATER("not the name of a measure; write such as access_school");

/* The text as a file could hold it in its header line. */
static bool is_column(const char *name)
{
    return name != NULL && text_is_utf8(name, strlen(name)) && measure_is_name(name) &&
           !text_has_cpr(name);
}

static husly_status judge_measure(const husly_measure *row, husly_error *error)
{
    const char *label = row->area_id == NULL ? "" : row->area_id;
    const int64_t least = is_column(row->name) && measure_is_access(row->name) ? 0 : -MEASURE_LIMIT;
    if (row->area_id == NULL || !text_is_id(row->area_id))
        return refuse(error, TABLE_AREAS, "area_id", label,
                      WORDS_LATER("not an id; write letters, digits, '-', '_' and '.', a letter or "
                                  "digit first, at most 64 bytes"));
    if (!is_column(row->name))
        return refuse(error, TABLE_AREAS, "name", label, not_a_name);
    if (row->value < least || row->value > MEASURE_LIMIT)
        return refuse(error, TABLE_AREAS, row->name, label,
                      WORDS_LATER("not a number that this column may hold"));
    return HUSLY_OK;
}

husly_status husly_round_add_measure(husly_round *round, const husly_measure *row,
                                     husly_error *error)
{
    husly_status status = build_demand_open(round, error);
    if (status == HUSLY_OK)
        status = judge_measure(row, error);
    if (status != HUSLY_OK)
        return status;
    husly_measure kept = {.value = row->value};
    kept.area_id = arena_text(round->arena, row->area_id, strlen(row->area_id));
    kept.name = measure_name(round->arena, row->name);
    if (kept.area_id == NULL || kept.name == NULL)
        return error_memory(error);
    return measure_keep(round, &kept) ? HUSLY_OK : error_memory(error);
}

/* The line that rules.csv would have, from which the round's weights are read. */
static husly_status add_line(husly_round *round, const husly_measure_weight *weight,
                             husly_error *error)
{
    struct text rule = {0}, value = {0};
    measure_add_rule(&rule, weight->name, false);
    text_add_format(&value, "%lld", (long long)weight->weight);
    struct setting setting = {.rule = arena_text(round->arena, text_string(&rule), rule.size),
                              .value = arena_text(round->arena, text_string(&value), value.size)};
    const bool failed =
        rule.failed || value.failed || setting.rule == NULL || setting.value == NULL;
    text_free(&rule);
    text_free(&value);
    if (failed || !build_append(round, TABLE_RULES, &setting) ||
        !measure_weight_keep(round, weight))
        return error_memory(error);
    return HUSLY_OK;
}

husly_status husly_round_add_measure_weight(husly_round *round, const husly_measure_weight *row,
                                            husly_error *error)
{
    const husly_status status = build_demand_open(round, error);
    if (status != HUSLY_OK)
        return status;
    if (!is_column(row->name))
        return refuse(error, TABLE_RULES, "name", "", not_a_name);
    if (row->weight < 0 || row->weight > WEIGHT_LIMIT)
        return refuse(error, TABLE_RULES, "weight", row->name,
                      WORDS_LATER("not a weight; give a whole number from 0 to 1000000"));
    const husly_measure_weight kept = {.name = measure_name(round->arena, row->name),
                                       .weight = row->weight};
    if (kept.name == NULL)
        return error_memory(error);
    if (measure_weight_of(round, kept.name) != NULL)
        return refuse(error, TABLE_RULES, "name", kept.name,
                      WORDS_LATER("the measure has a weight already; give it once"));
    return add_line(round, &kept, error);
}
