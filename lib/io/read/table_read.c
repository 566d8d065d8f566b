/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "base/words.h"
#include "io/dialect.h"
#include "io/measure.h"
#include "io/read/cell.h"
#include "io/read/decode.h"
#include "io/read/heading.h"

/* One walk over a file: the header line first, then one row of the round's table a line. */
struct walk {
    struct reader *reader;
    enum table_number number;
    const struct table *table;
    struct table_state *state;
    struct number_style numbers;
    struct heading *headings;
    size_t heading_count;
    unsigned char *rows;
    size_t row_count, row_room;
};

struct place reader_file(const struct reader *reader, enum table_number table)
{
    return (struct place){reader->tables[table].name, 0, 0, NULL};
}

struct place reader_place(const struct reader *reader, enum table_number table, int64_t line,
                          size_t offset)
{
    const struct table *known = table_find(table);
    const struct table_state *state = &reader->tables[table];
    const size_t column = table_column_at(known, offset);
    const bool danish =
        state->position[column] != 0 ? state->danish[column] : state->dialect.danish;
    return (struct place){state->name, line, state->position[column],
                          danish ? known->columns[column].alias : known->columns[column].name};
}

const char *reader_word(const struct reader *reader, enum table_number table, const char *english,
                        const char *danish)
{
    const enum table_number asked = reader->tables[table].present ? table : TABLE_HOUSEHOLDS;
    return reader->tables[asked].dialect.danish ? danish : english;
}

bool reader_row_is_wrong(const struct reader *reader, enum table_number table, int64_t line)
{
    const struct table_state *state = &reader->tables[table];
    for (int i = 0; i < state->wrong_count; i++) {
        if (state->wrong_lines[i] == line)
            return true;
    }
    return false;
}

/* Each row begins on a line of its own that is not empty, and so does the header. */
static size_t most_rows(const struct source *source)
{
    size_t lines = 1;
    for (size_t i = 1; i < source->size; i++)
        lines += source->bytes[i] == '\n' && source->bytes[i - 1] != '\n';
    return lines;
}

/* The round has the rows from the beginning: they are never copied. */
static bool take_rows(struct walk *walk, const struct source *source)
{
    walk->row_room = most_rows(source);
    walk->rows = arena_take(walk->reader->round->arena, walk->row_room, walk->table->row_size);
    return walk->rows != NULL;
}

/* A new row with every value as an empty cell leaves it; NULL when there is no room. */
static void *row_new(struct walk *walk, int64_t line)
{
    const size_t size = walk->table->row_size;
    if (walk->row_count == walk->row_room)
        return NULL;
    void *row = walk->rows + walk->row_count++ * size;
    for (size_t i = 0; i < walk->table->column_count; i++)
        cell_default(&walk->table->columns[i], row);
    *(int64_t *)(void *)((char *)row + walk->table->line_offset) = line;
    return row;
}

/* The area's id may stand further to the right: it is filled in with the row. */
static void read_measure(struct walk *walk, const struct heading *heading, const char *text,
                         struct place at)
{
    husly_measure measure = {.name = heading->known, .line = at.line};
    const char *wrong = measure_parse(measure.name, text, walk->numbers, &measure.value);
    if (wrong != NULL)
        finding_cell(&walk->reader->findings, at, wrong, text);
    else if (!measure_keep(walk->reader->round, &measure))
        walk->reader->starved = true;
}

static void name_measures(struct walk *walk, size_t first, const husly_area *area)
{
    husly_round *round = walk->reader->round;
    for (size_t i = first; i < round->measure_count; i++) {
        round->measures[i].area_id = area->area_id;
        round->measures[i].line = area->line;
    }
}

static void read_cell(struct walk *walk, const struct heading *heading, char *text, struct place at,
                      void *row)
{
    const struct column *column = &walk->table->columns[heading->column];
    struct findings *findings = &walk->reader->findings;
    const bool empty = *text == '\0';
    switch (heading->kind) {
    case HEADING_COLUMN:
        at.field = walk->state->danish[heading->column] ? column->alias : column->name;
        if (!empty) {
            const struct cell cell = {column, text, at, walk->numbers, walk->state->dialect.danish};
            cell_read(walk->reader, &cell, row);
        } else if (column->required && column->kind != CELL_RULE_VALUE) {
            finding_mistake(findings, at, "empty; a value is required here");
        }
        break;
    case HEADING_MEASURE:
        at.field = heading->name;
        if (!empty)
            read_measure(walk, heading, text, at);
        break;
    case HEADING_EMPTY:
        if (!empty)
            finding_mistake(findings, at,
                            "a cell below no column name; name the column or empty it");
        break;
    case HEADING_UNKNOWN:
        break;
    }
}

static bool is_empty(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        if (row->cells[i].bytes[strspn(row->cells[i].bytes, " \t")] != '\0')
            return false;
    }
    return true;
}

static void check_width(struct walk *walk, const struct csv_row *row)
{
    if (row->count == walk->heading_count)
        return;
    const struct place at = {walk->state->name, row->line, 0, NULL};
    finding_mistake(&walk->reader->findings, at,
                    "the row has %zu fields, the header %zu; write one field for each column, and "
                    "quotes around a field that holds the delimiter",
                    row->count, walk->heading_count);
}

static bool read_row(struct walk *walk, const struct csv_row *csv)
{
    struct reader *reader = walk->reader;
    void *row = row_new(walk, csv->line);
    if (row == NULL) {
        reader->starved = true;
        return false;
    }
    const int before = reader->findings.mistakes;
    const size_t measures = reader->round->measure_count;
    check_width(walk, csv);
    for (size_t i = 0; i < csv->count && i < walk->heading_count; i++) {
        const struct place at = {walk->state->name, csv->cells[i].line, (int64_t)i + 1, NULL};
        read_cell(walk, &walk->headings[i], cell_trim(csv->cells[i].bytes), at, row);
    }
    if (walk->table->takes_measures)
        name_measures(walk, measures, row);
    if (reader->findings.mistakes > before && walk->state->wrong_count < FINDING_LIMIT)
        walk->state->wrong_lines[walk->state->wrong_count++] = csv->line;
    return !reader->starved && !finding_full(&reader->findings);
}

static bool on_row(const struct csv_row *row, void *user)
{
    struct walk *walk = user;
    if (walk->headings != NULL)
        return is_empty(row) || read_row(walk, row);

    walk->heading_count = row->count;
    walk->headings = arena_take(walk->reader->scratch, row->count, sizeof *walk->headings);
    walk->reader->starved = walk->reader->starved || walk->headings == NULL;
    if (walk->reader->starved || !heading_read(walk->reader, walk->number, row, walk->headings)) {
        walk->state->broken = true;
        return false;
    }
    return true;
}

static void walk_text(struct walk *walk, const struct decoded *decoded)
{
    struct findings *findings = &walk->reader->findings;
    const struct opening opening = dialect_open(decoded->bytes, decoded->size);
    struct place at = {walk->state->name, 1, 0, NULL};
    if (opening.trouble != NULL) {
        walk->state->broken = true;
        finding_mistake(findings, at, "%s", husly_words(findings->language, opening.trouble));
        return;
    }
    walk->numbers = dialect_numbers(opening.delimiter);
    walk->state->dialect.delimiter = opening.delimiter;
    walk->state->dialect.crlf = opening.crlf;

    const struct csv_input input = {decoded->bytes + opening.skip, decoded->size - opening.skip,
                                    opening.delimiter, opening.skip > 0 ? 2 : 1};
    struct csv_trouble trouble;
    const husly_status status = csv_read(&input, on_row, walk, &trouble);
    walk->reader->starved = walk->reader->starved || status == HUSLY_E_MEMORY;
    if (status == HUSLY_E_INPUT) {
        walk->state->broken = true;
        at.line = trouble.line;
        at.column = trouble.column;
        finding_mistake(findings, at, "%s", husly_words(findings->language, trouble.text));
    } else if (status == HUSLY_OK && walk->headings == NULL && !walk->reader->starved) {
        walk->state->broken = true;
        at.line = 0;
        finding_mistake(findings, at, "the file is empty; it needs a header line such as %s,%s",
                        walk->table->columns[0].name, walk->table->columns[1].name);
    }
}

static void walk_bytes(struct walk *walk, const struct source *source)
{
    struct findings *findings = &walk->reader->findings;
    struct decoded decoded;
    int64_t line = 0;
    const char *wrong = decode(&decoded, source->bytes, source->size, &line);
    walk->state->dialect.bom = decoded.bom || decoded.cp1252;
    walk->state->cp1252 = decoded.cp1252;
    if (decoded.own.failed) {
        walk->reader->starved = true;
    } else if (wrong != NULL) {
        const struct place at = {walk->state->name, line, 0, NULL};
        walk->state->broken = true;
        finding_mistake(findings, at, "%s", husly_words(findings->language, wrong));
    } else {
        walk_text(walk, &decoded);
    }
    decoded_free(&decoded);
}

static void note_input(struct reader *reader, const struct source *source)
{
    struct input *input = &reader->round->inputs[reader->round->input_count++];
    input->name = arena_text(reader->round->arena, source->name, strlen(source->name));
    reader->starved = reader->starved || input->name == NULL;
    sha256_hex(source->bytes, source->size, input->sha256);
}

void table_read(struct reader *reader, enum table_number number, const struct source *source)
{
    struct walk walk = {.reader = reader,
                        .number = number,
                        .table = table_find(number),
                        .state = &reader->tables[number]};
    walk.state->present = true;
    walk.state->name = source->name;
    note_input(reader, source);
    if (take_rows(&walk, source)) {
        walk_bytes(&walk, source);
        table_set_rows(reader->round, walk.table, walk.rows, walk.row_count);
    } else {
        reader->starved = true;
    }
    if (number == TABLE_HOUSEHOLDS)
        reader->round->dialect = walk.state->dialect;
}
