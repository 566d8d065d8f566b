/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/round_write.h"

#include <string.h>

#include "base/error.h"
#include "io/csv_write.h"
#include "io/dialect.h"
#include "io/measure.h"
#include "io/read/cell.h"
#include "io/rule_value.h"
#include "io/write/cell_write.h"
#include "io/write/measure_write.h"

enum { ROW_SIZE = 512 };

/* A row as an empty line would leave it. */
struct usual_row {
    _Alignas(max_align_t) unsigned char bytes[ROW_SIZE];
};

static struct usual_row usual_row(const struct table *table)
{
    struct usual_row row = {{0}};
    for (size_t i = 0; i < table->column_count; i++)
        cell_default(&table->columns[i], row.bytes);
    return row;
}

/* What cell_add() writes, quoted and protected where a text needs it. */
static void write_cell(struct csv_writer *writer, const struct column *column, const void *row)
{
    struct text cell = {0};
    cell_add(&cell, column, row, &writer->dialect);
    writer->text->failed = writer->text->failed || cell.failed;
    if (column->kind == CELL_TEXT || column->kind == CELL_LABELS || column->kind == CELL_RULE_VALUE)
        csv_write_text(writer, text_string(&cell));
    else
        csv_write_plain(writer, text_string(&cell));
    text_free(&cell);
}

static bool cells_differ(const struct column *column, const void *one, const void *other)
{
    static const struct dialect plain = {.delimiter = ','};
    struct text a = {0}, b = {0};
    cell_add(&a, column, one, &plain);
    cell_add(&b, column, other, &plain);
    const bool differ = !text_equal(text_string(&a), text_string(&b));
    text_free(&a);
    text_free(&b);
    return differ;
}

/* A column that is at its default in every row can be left out. */
static bool says_something(const husly_round *round, const struct table *table, size_t column)
{
    const struct usual_row usual = usual_row(table);
    size_t count;
    const char *rows = table_rows(round, table, &count);
    bool found = table->columns[column].required;
    for (size_t i = 0; i < count && !found; i++)
        found = cells_differ(&table->columns[column], rows + i * table->row_size, usual.bytes);
    return found;
}

static void compose_rows(struct csv_writer *writer, const husly_round *round,
                         const struct table *table, const struct measure_grid *measures)
{
    bool written[COLUMN_LIMIT];
    size_t count;
    const char *rows = table_rows(round, table, &count);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        written[i] = says_something(round, table, i);
        if (written[i])
            csv_write_text(writer, dialect_word(&writer->dialect, column->name, column->alias));
    }
    measure_write_headings(writer, measures);
    csv_write_row_end(writer);
    for (size_t row = 0; row < count; row++) {
        for (size_t i = 0; i < table->column_count; i++) {
            if (written[i])
                write_cell(writer, &table->columns[i], rows + row * table->row_size);
        }
        measure_write_cells(writer, measures,
                            *(const char *const *)(const void *)(rows + row * table->row_size));
        csv_write_row_end(writer);
    }
}

static void compose_areas(struct csv_writer *writer, const husly_round *round)
{
    struct measure_grid measures = measure_grid_new(round);
    compose_rows(writer, round, &table_areas, &measures);
    measure_grid_free(&measures);
}

static void write_rule(struct csv_writer *writer, const char *name, const struct text *value,
                       const struct setting *setting)
{
    writer->text->failed = writer->text->failed || value->failed;
    csv_write_text(writer, name);
    csv_write_plain(writer, text_string(value));
    csv_write_text(writer, setting == NULL ? NULL : setting->source);
    csv_write_row_end(writer);
}

static void compose_measure_weights(struct csv_writer *writer, const husly_round *round)
{
    for (size_t i = 0; i < round->measure_weight_count; i++) {
        const husly_measure_weight *weight = &round->measure_weights[i];
        struct text name = {0}, rule = {0}, value = {0};
        measure_add_rule(&name, weight->name, false);
        measure_add_rule(&rule, weight->name, writer->dialect.danish);
        text_add_format(&value, "%lld", (long long)weight->weight);
        writer->text->failed = writer->text->failed || name.failed || rule.failed;
        write_rule(writer, text_string(&rule), &value, round_setting(round, text_string(&name)));
        text_free(&name);
        text_free(&rule);
        text_free(&value);
    }
}

/* What a round's own rules.csv states is kept also at its default, for its source's sake. */
static void compose_rules(struct csv_writer *writer, const husly_round *round)
{
    for (size_t i = 0; i < table_rules.column_count; i++)
        csv_write_text(writer, dialect_word(&writer->dialect, table_rules.columns[i].name,
                                            table_rules.columns[i].alias));
    csv_write_row_end(writer);
    for (size_t i = 0; i < rulebook_count; i++) {
        const struct rule_entry *entry = &rulebook[i];
        const struct setting *setting = round_setting(round, entry->name);
        if (setting == NULL && !rule_is_stated(entry, &round->policy))
            continue;
        struct text value = {0};
        rule_write_value(&value, entry, &round->policy, &writer->dialect);
        write_rule(writer, dialect_word(&writer->dialect, entry->name, entry->danish), &value,
                   setting);
        text_free(&value);
    }
    compose_measure_weights(writer, round);
}

/* False where the round can do without the table. */
static bool compose(struct text *text, const husly_round *round, enum table_number number)
{
    const struct table *table = table_find(number);
    static const struct measure_grid none = {0};
    size_t count;
    table_rows(round, table, &count);
    if (count == 0 && !table->required && number != TABLE_RULES)
        return false;
    struct csv_writer writer = csv_writer_start(text, &round->dialect);
    if (number == TABLE_RULES)
        compose_rules(&writer, round);
    else if (number == TABLE_AREAS)
        compose_areas(&writer, round);
    else
        compose_rows(&writer, round, table, &none);
    return true;
}

husly_status round_put(const husly_round *round, const struct result_folder *folder,
                       husly_error *error)
{
    husly_status status = HUSLY_OK;
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END && status == HUSLY_OK; i++) {
        struct text text = {0};
        const char *name =
            dialect_word(&round->dialect, table_names[i].english, table_names[i].danish);
        if (compose(&text, round, i))
            status =
                text.failed ? error_memory(error) : result_folder_put(folder, name, &text, error);
        text_free(&text);
    }
    return status;
}

bool round_same(const husly_round *one, const husly_round *other, bool *failed)
{
    bool same = true;
    *failed = false;
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END && same; i++) {
        struct text a = {0}, b = {0};
        const bool there = compose(&a, one, i);
        same = compose(&b, other, i) == there && a.size == b.size &&
               text_equal(text_string(&a), text_string(&b));
        *failed = *failed || a.failed || b.failed;
        text_free(&a);
        text_free(&b);
    }
    return same && !*failed;
}
