/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round built by hand from its beginning to its end, but for its rows. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "io/build/build.h"
#include "io/measure.h"
#include "io/rule_value.h"

/* The line that rules.csv would have for a rule; without a value where there is nothing to say. */
static bool add_setting(husly_round *round, const struct rule_entry *entry,
                        const husly_policy *policy)
{
    struct text value = {0};
    rule_tell_value(&value, entry, policy, &round->dialect);
    struct setting setting = {.rule = entry->name};
    if (value.size > 0)
        setting.value = arena_text(round->arena, value.bytes, value.size);
    const bool failed = value.failed || (value.size > 0 && setting.value == NULL);
    text_free(&value);
    return !failed && build_append(round, TABLE_RULES, &setting);
}

static bool add_settings(husly_round *round, const husly_policy *policy)
{
    for (size_t i = 0; i < rulebook_count; i++) {
        if (rule_is_stated(&rulebook[i], policy) && !add_setting(round, &rulebook[i], policy))
            return false;
    }
    return true;
}

static void number_rows(husly_round *round, enum table_number number, bool numbered)
{
    const struct table *table = table_find(number);
    size_t count;
    char *rows = table_own_rows(round, table, &count);
    for (size_t i = 0; i < count; i++) {
        const int64_t line = numbered ? (int64_t)i + 1 : 0;
        memcpy(rows + i * table->row_size + table->line_offset, &line, sizeof line);
    }
}

static void number_tables(husly_round *round, bool numbered)
{
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++)
        number_rows(round, i, numbered);
}

/* The policy is read from the settings that it makes, and so is judged as rules.csv would be. */
static husly_status read_policy(husly_round *round, const husly_policy *policy,
                                year_is_shipped_fn *year_is_shipped, husly_error *error)
{
    struct build build;
    build_open(&build, round, error);
    build.reader.year_is_shipped = year_is_shipped;
    build.reader.sources_follow = true;
    build.reader.starved = build.reader.starved || !add_settings(round, policy);
    number_rows(round, TABLE_RULES, true);
    if (!build.reader.starved)
        rules_read(&build.reader);
    const husly_status status = build_close(&build, error);
    number_rows(round, TABLE_RULES, false);
    return status;
}

static husly_status demand_policy(const husly_policy *policy, husly_error *error)
{
    if (policy == NULL || policy->round_date == HUSLY_NO_DATE)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){.field = "round_date"},
                         "no round date is known; give one");
    if (policy->stage_count < 1 || policy->stage_count > HUSLY_STAGE_END)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "stages"},
                         "a policy has one to three stages");
    return HUSLY_OK;
}

husly_status build_begin(husly_round **out, const husly_policy *policy,
                         year_is_shipped_fn *year_is_shipped, husly_error *error)
{
    *out = NULL;
    husly_status status = demand_policy(policy, error);
    if (status != HUSLY_OK)
        return status;
    husly_round *round = round_empty();
    if (round == NULL)
        return error_memory(error);
    round->dialect = (struct dialect){.delimiter = ','};
    round->takes_rows = true;
    status = read_policy(round, policy, year_is_shipped, error);
    if (status == HUSLY_OK)
        *out = round;
    else
        husly_round_free(round);
    return status;
}

/* The source passes through its cell, whose row is thrown away with the reading. */
static husly_status read_source(husly_round *round, const struct setting *given,
                                const char **source, husly_error *error)
{
    husly_round alone = {.arena = round->arena, .dialect = round->dialect};
    struct setting row = {.line = 1};
    struct build build;
    build_open(&build, &alone, error);
    table_set_rows(&alone, &table_rules, &row, 1);
    if (!build.reader.starved)
        build_read(&build, TABLE_RULES, given, &row);
    *source = row.source;
    return build_close(&build, error);
}

/* The line of a measure's weight, which must have been added. */
static husly_status add_measure_source(husly_round *round, const char *rule, const char *source,
                                       husly_error *error)
{
    const char *name = measure_name(round->arena, measure_of_rule(rule));
    struct text english = {0};
    if (name != NULL)
        measure_add_rule(&english, name, false);
    const bool failed = name == NULL || english.failed;
    struct setting *setting = failed ? NULL : round_setting(round, text_string(&english));
    text_free(&english);
    if (failed)
        return error_memory(error);
    if (setting == NULL)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "rule"},
                         "no weight of this measure was added");
    const struct setting given = {.rule = setting->rule, .value = "-", .source = source};
    return read_source(round, &given, &setting->source, error);
}

husly_status husly_round_add_source(husly_round *round, const char *rule, const char *source,
                                    husly_error *error)
{
    husly_status status = build_demand_open(round, error);
    if (status != HUSLY_OK)
        return status;
    const struct rule_entry *entry = rule == NULL ? NULL : rulebook_find(rule);
    if (rule != NULL && measure_of_rule(rule) != NULL)
        return add_measure_source(round, rule, source, error);
    if (entry == NULL)
        return error_set(error, HUSLY_E_INPUT, (struct place){.field = "rule"},
                         "no rule of this name; the nearest is %s",
                         rulebook_nearest(rule == NULL ? "" : rule, false));
    const char *kept = NULL;
    const struct setting given = {.rule = entry->name, .value = "-", .source = source};
    status = read_source(round, &given, &kept, error);
    if (status != HUSLY_OK)
        return status;
    if (round_setting(round, entry->name) == NULL && !add_setting(round, entry, &round->policy))
        return error_memory(error);
    round_setting(round, entry->name)->source = kept;
    return HUSLY_OK;
}

husly_status build_check(husly_round *round, const struct findings *listener,
                         year_is_shipped_fn *year_is_shipped, husly_error *error)
{
    struct build build;
    struct reader *reader = &build.reader;
    build_open(&build, round, error);
    build.tell = listener->tell;
    build.user = listener->user;
    reader->year_is_shipped = year_is_shipped;
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++) {
        size_t count;
        table_rows(round, table_find(i), &count);
        reader->tables[i].present = count > 0 || table_find(i)->required;
    }
    number_tables(round, true);
    if (!reader->starved)
        rules_read(reader);
    if (!reader->starved)
        check_rows(reader);
    const husly_status status = build_close(&build, error);
    number_tables(round, false);
    return status;
}
