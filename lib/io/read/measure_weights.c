/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules weight_access_X and weight_points_X, whose measures are columns of areas.csv. */
#include "base/memory.h"
#include "base/words.h"
#include "io/dialect.h"
#include "io/measure.h"
#include "io/read/nearest.h"
#include "io/read/reader.h"
#include "io/rulebook.h"

/* The rule's English name, and its measure's. */
static bool name_measure(struct reader *reader, struct setting *setting, const char **name)
{
    struct arena *arena = reader->round->arena;
    struct text rule = {0};
    *name = measure_name(arena, measure_of_rule(setting->rule));
    if (*name != NULL)
        measure_add_rule(&rule, *name, false);
    const bool failed = *name == NULL || rule.failed;
    const char *kept = failed ? NULL : arena_text(arena, rule.bytes, rule.size);
    text_free(&rule);
    reader->starved = reader->starved || kept == NULL;
    if (kept != NULL)
        setting->rule = kept;
    return kept != NULL;
}

static bool read_weight(struct reader *reader, const struct setting *setting, int64_t *weight)
{
    const struct place at =
        reader_place(reader, TABLE_RULES, setting->line, offsetof(struct setting, value));
    const struct number_style numbers =
        dialect_numbers(reader->tables[TABLE_RULES].dialect.delimiter);
    if (setting->value == NULL) {
        finding_mistake(&reader->findings, at, "empty; a value is required here");
        return false;
    }
    const char *wrong = whole_parse(setting->value, numbers, 0, INT64_MAX, weight);
    if (wrong != NULL)
        finding_cell(&reader->findings, at, wrong, setting->value);
    else if (*weight > WEIGHT_LIMIT)
        finding_mistake(&reader->findings, at, "too large; write a whole number from %lld to %lld",
                        0LL, (long long)WEIGHT_LIMIT);
    return wrong == NULL && *weight <= WEIGHT_LIMIT;
}

bool measure_weight_read(struct reader *reader, struct setting *setting)
{
    husly_measure_weight weight = {.line = setting->line};
    if (!name_measure(reader, setting, &weight.name))
        return false;
    if (read_weight(reader, setting, &weight.weight) &&
        !measure_weight_keep(reader->round, &weight))
        reader->starved = true;
    return true;
}

/* Known from the header line, or from rows that were added by hand. */
static bool knows_measure(const struct reader *reader, const char *name, struct nearest *nearest)
{
    const husly_round *round = reader->round;
    bool known = false;
    for (size_t i = 0; i < reader->measure_name_count; i++) {
        known = known || text_equal(reader->measure_names[i], name);
        nearest_try(nearest, reader->measure_names[i]);
    }
    for (size_t i = 0; i < round->measure_count; i++) {
        known = known || text_equal(round->measures[i].name, name);
        nearest_try(nearest, round->measures[i].name);
    }
    return known;
}

static void check_weight(struct reader *reader, const husly_measure_weight *weight)
{
    struct nearest nearest = nearest_to(weight->name);
    if (knows_measure(reader, weight->name, &nearest) || reader->tables[TABLE_AREAS].broken)
        return;
    struct text meant = {0};
    if (nearest.best != NULL)
        measure_add_rule(&meant, nearest.best, reader->tables[TABLE_RULES].dialect.danish);
    const struct place at =
        reader_place(reader, TABLE_RULES, weight->line, offsetof(struct setting, rule));
    const char *const areas = reader_word(reader, TABLE_RULES, table_names[TABLE_AREAS].english,
                                          table_names[TABLE_AREAS].danish);
    if (nearest.best == NULL)
        finding_mistake(&reader->findings, at, "%s has no column that this rule weighs", areas);
    else
        finding_mistake(&reader->findings, at,
                        "%s has no column that this rule weighs; the nearest rule is %s", areas,
                        text_string(&meant));
    reader->starved = reader->starved || meant.failed;
    text_free(&meant);
}

void measure_weights_check(struct reader *reader)
{
    for (size_t i = 0; i < reader->round->measure_weight_count; i++)
        check_weight(reader, &reader->round->measure_weights[i]);
}
