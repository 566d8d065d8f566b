/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/build/build.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "io/csv.h"
#include "io/dialect.h"
#include "io/files.h"
#include "io/read/cell.h"
#include "io/read/heading.h"
#include "io/write/cell_write.h"

/* Two ids and a slash. */
enum { LABEL_SIZE = 64 + 1 + 64 + 1 };

/* The ids of a row, as far as they could be read: "H1", or "H1/D4" of a score or a decision. */
static void label_row(char label[LABEL_SIZE], enum table_number number, const void *row)
{
    const struct table *table = table_find(number);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        const bool names = i == 0 || (number >= TABLE_SCORES && column->kind == CELL_ID);
        const char *id =
            names ? *(const char *const *)(const void *)((const char *)row + column->offset) : NULL;
        const size_t size = strlen(label);
        if (id != NULL)
            snprintf(label + size, LABEL_SIZE - size, "%s%s", size > 0 ? "/" : "", id);
    }
}

static enum table_number label_place(const struct build *build, char label[LABEL_SIZE],
                                     const husly_finding *finding)
{
    const enum table_number number = files_table(finding->source);
    label[0] = '\0';
    if (number == TABLE_END)
        return number;
    const struct table *table = table_find(number);
    size_t count;
    const char *rows = table_rows(build->reader.round, table, &count);
    if (finding->line >= 1 && (uint64_t)finding->line <= count)
        label_row(label, number, rows + (size_t)(finding->line - 1) * table->row_size);
    return number;
}

/* A row without a line is told by its ids; a rule by its name, which is the policy's field. */
static bool tell_by_id(const husly_finding *finding, void *user)
{
    struct build *build = user;
    char label[LABEL_SIZE];
    char text[LABEL_SIZE + sizeof build->first.text];
    husly_finding told = *finding;
    const bool rule = label_place(build, label, finding) == TABLE_RULES;
    const size_t size = strlen(label);
    /* Warnings, and some mistakes, begin with the ids that they are about. */
    const bool named =
        size == 0 || finding->severity == HUSLY_WARNING || strncmp(finding->text, label, size) == 0;
    snprintf(text, sizeof text, "%s%s%s", named || rule ? "" : label, named || rule ? "" : ": ",
             finding->text);
    told.line = told.column = 0;
    told.text = text;
    if (rule && size > 0)
        told.field = label;
    if (told.severity == HUSLY_MISTAKE)
        error_set(&build->first, HUSLY_E_INPUT,
                  (struct place){.source = told.source, .field = told.field}, "%s", text);
    return build->tell == NULL || build->tell(&told, build->user);
}

void build_open(struct build *build, husly_round *round, const husly_error *error)
{
    *build = (struct build){.reader = {.round = round, .by_hand = true}};
    struct reader *reader = &build->reader;
    reader->findings.tell = tell_by_id;
    reader->findings.user = build;
    reader->findings.language = error == NULL ? HUSLY_LANGUAGE_AUTO : error->language;
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_END; i++) {
        reader->tables[i].name = table_names[i].english;
        reader->tables[i].dialect = round->dialect;
    }
    reader->scratch = arena_new();
    reader->starved = reader->scratch == NULL;
}

husly_status build_close(struct build *build, husly_error *error)
{
    const husly_error *first = &build->first;
    for (size_t i = 0; i < TABLE_SCORES; i++)
        id_index_free(&build->reader.ids[i]);
    arena_free(build->reader.scratch);
    if (build->reader.starved)
        return error_memory(error);
    if (first->status == HUSLY_OK)
        return HUSLY_OK;
    return error_set(error, first->status,
                     (struct place){.source = first->source, .field = first->field}, "%s",
                     first->text);
}

/* What a file could not hold, or would not be read as; NULL when it is fine. */
static const char *misfit(const struct column *column, const struct text *text, const char *cell)
{
    if (!text_is_utf8(text_string(text), text->size))
        return WORDS_LATER("not UTF-8; write the text in UTF-8");
    if (text->size >= CSV_FIELD_LIMIT)
        return WORDS_LATER("longer than 64 KiB; shorten it");
    if (column->required && *cell == '\0')
        return WORDS_LATER("empty; a value is required here");
    return NULL;
}

static void read_value(struct build *build, enum table_number number, const struct column *column,
                       const void *given, void *row)
{
    struct reader *reader = &build->reader;
    const struct dialect *dialect = &reader->round->dialect;
    const struct place at = reader_place(reader, number, 1, column->offset);
    struct text text = {0};
    cell_add(&text, column, given, dialect);
    reader->starved = reader->starved || text.failed;
    if (!reader->starved) {
        const char *trimmed = text.size == 0 ? "" : cell_trim(text.bytes);
        const char *wrong = misfit(column, &text, trimmed);
        const struct cell cell = {column, trimmed, at, dialect_numbers(dialect->delimiter), false};
        if (wrong != NULL)
            finding_cell(&reader->findings, at, wrong, "");
        else if (*trimmed != '\0')
            cell_read(reader, &cell, row);
    }
    text_free(&text);
}

void build_read(struct build *build, enum table_number number, const void *given, void *row)
{
    const struct table *table = table_find(number);
    for (size_t i = 0; i < table->column_count; i++)
        cell_default(&table->columns[i], row);
    for (size_t i = 0; i < table->column_count; i++)
        read_value(build, number, &table->columns[i], given, row);
}

/* A table has room for its rows rounded up to a power of two, so none needs to be kept in mind. */
enum { FIRST_ROOM = 16 };

static bool is_full(size_t count)
{
    return count == 0 || (count >= FIRST_ROOM && (count & (count - 1)) == 0);
}

bool build_append(husly_round *round, enum table_number number, const void *row)
{
    const struct table *table = table_find(number);
    size_t count;
    void *rows = table_own_rows(round, table, &count);
    if (is_full(count)) {
        const void *before = rows;
        rows = arena_take(round->arena, count == 0 ? FIRST_ROOM : 2 * count, table->row_size);
        if (rows == NULL)
            return false;
        if (count > 0)
            memcpy(rows, before, count * table->row_size);
    }
    char *place = (char *)rows + count * table->row_size;
    memcpy(place, row, table->row_size);
    memset(place + table->line_offset, 0, sizeof(int64_t));
    table_set_rows(round, table, rows, count + 1);
    return true;
}

husly_status build_demand_open(const husly_round *round, husly_error *error)
{
    if (round == NULL)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0}, "there is no round");
    if (round->takes_rows)
        return HUSLY_OK;
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                     "the round takes no more rows: it was read from files, or is finished");
}

husly_status build_demand_finished(const husly_round *round, husly_error *error)
{
    if (round == NULL)
        return error_set(error, HUSLY_E_ARGUMENT, (struct place){0}, "there is no round");
    if (!round->takes_rows)
        return HUSLY_OK;
    return error_set(error, HUSLY_E_ARGUMENT, (struct place){0},
                     "the round was built by hand and is not finished; call husly_round_finish() "
                     "first");
}
