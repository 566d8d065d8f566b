/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/heading.h"

#include <string.h>

#include "base/memory.h"
#include "io/measure.h"
#include "io/read/nearest.h"

char *cell_trim(char *text)
{
    text += strspn(text, " \t");
    size_t size = strlen(text);
    while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == '\t'))
        size--;
    text[size] = '\0';
    return text;
}

static bool begins_folded(const char *text, const char *start)
{
    char head[16] = "";
    strncat(head, text, strlen(start));
    return text_equal_folded(head, start);
}

/* A column named so holds what husly must never read. */
static bool is_cpr_name(const char *name)
{
    for (; *name != '\0'; name++) {
        if (begins_folded(name, "cpr") || begins_folded(name, "personn"))
            return true;
    }
    return false;
}

static bool is_measure(const struct table *table, const char *name)
{
    return table->takes_measures && measure_is_name(name) && !text_has_cpr(name);
}

/* The table's column of that name, in either language; the column count when there is none. */
static size_t column_named(const struct table *table, const char *name, bool *danish)
{
    size_t i = 0;
    for (; i < table->column_count; i++) {
        *danish = !text_equal_folded(name, table->columns[i].name);
        if (!*danish || text_equal_folded(name, table->columns[i].alias))
            break;
    }
    return i;
}

/* So many letters apart, a name is taken for a slip in writing that column's. */
enum { SLIP_DISTANCE = 2 };

static void refuse_unknown(struct reader *reader, enum table_number number, struct place at,
                           const struct nearest *nearest)
{
    const struct table *table = table_find(number);
    const bool danish = reader->tables[number].dialect.danish;
    bool is_alias = false;
    const struct column *column = table->columns;
    if (nearest->best != NULL)
        column += column_named(table, nearest->best, &is_alias);
    const char *const shown = danish ? column->alias : column->name;
    if (table->takes_measures && nearest->distance > SLIP_DISTANCE)
        finding_mistake(&reader->findings, at,
                        "no column of this table; the nearest is %s; rename it or remove it; a "
                        "column of minutes is named %s, one of points %s",
                        shown, danish ? "adgang_X" : "access_X", danish ? "point_X" : "points_X");
    else
        finding_mistake(&reader->findings, at,
                        "no column of this table; the nearest is %s; rename it or remove it",
                        shown);
}

static void refuse_name(struct reader *reader, enum table_number number, struct place at,
                        const char *name)
{
    const struct table *table = table_find(number);
    if (is_cpr_name(name) || text_has_cpr(name)) {
        finding_mistake(&reader->findings, at,
                        "a column for CPR numbers; remove it, names and CPR numbers stay out");
        return;
    }
    struct nearest nearest = nearest_to(name);
    for (size_t i = 0; i < table->column_count; i++) {
        nearest_try(&nearest, table->columns[i].name);
        nearest_try(&nearest, table->columns[i].alias);
    }
    char shown[64];
    finding_printable(shown, sizeof shown, name);
    at.field = shown;
    refuse_unknown(reader, number, at, &nearest);
}

static struct heading name_column(struct reader *reader, enum table_number number, size_t column,
                                  struct place at, bool danish)
{
    struct table_state *state = &reader->tables[number];
    const struct column *known = &table_find(number)->columns[column];
    at.field = danish ? known->alias : known->name;
    if (state->position[column] != 0) {
        finding_mistake(&reader->findings, at,
                        "the column is there twice, first as column %d; "
                        "remove one",
                        state->position[column]);
        return (struct heading){HEADING_UNKNOWN, 0, NULL, NULL};
    }
    state->position[column] = (int)at.column;
    state->danish[column] = danish;
    return (struct heading){HEADING_COLUMN, column, NULL, NULL};
}

static bool knows_measure(const struct reader *reader, const char *name)
{
    for (size_t i = 0; i < reader->measure_name_count; i++) {
        if (text_equal(reader->measure_names[i], name))
            return true;
    }
    return false;
}

/* The reader has room for as many measures as the header has cells. */
static struct heading measure_column(struct reader *reader, const char *name, struct place at)
{
    char shown[64];
    finding_printable(shown, sizeof shown, name);
    const char *kept = arena_text(reader->scratch, shown, strlen(shown));
    const char *known = measure_name(reader->round->arena, name);
    reader->starved = reader->starved || kept == NULL || known == NULL;
    if (reader->starved)
        return (struct heading){HEADING_UNKNOWN, 0, NULL, NULL};
    at.field = kept;
    if (knows_measure(reader, known)) {
        finding_mistake(&reader->findings, at, "the column is there twice; remove one");
        return (struct heading){HEADING_UNKNOWN, 0, NULL, NULL};
    }
    reader->measure_names[reader->measure_name_count++] = known;
    return (struct heading){HEADING_MEASURE, 0, kept, known};
}

static struct heading heading_of(struct reader *reader, enum table_number number, struct place at,
                                 const char *name)
{
    const struct table *table = table_find(number);
    bool danish = false;
    const size_t column = column_named(table, name, &danish);
    if (column < table->column_count)
        return name_column(reader, number, column, at, danish);
    if (*name == '\0')
        return (struct heading){HEADING_EMPTY, 0, NULL, NULL};
    if (is_measure(table, name))
        return measure_column(reader, name, at);
    refuse_name(reader, number, at, name);
    return (struct heading){HEADING_UNKNOWN, 0, NULL, NULL};
}

/* Danish when most of the headers that differ between the languages are Danish. */
static bool is_danish(const struct table *table, const struct csv_row *row)
{
    int danish = 0;
    int english = 0;
    for (size_t i = 0; i < row->count; i++) {
        bool alias = false;
        const size_t column = column_named(table, cell_trim(row->cells[i].bytes), &alias);
        if (column == table->column_count ||
            text_equal(table->columns[column].name, table->columns[column].alias))
            continue;
        danish += alias;
        english += !alias;
    }
    return danish > english;
}

/* The language of the headers is that of the file, and the first file's is the round's. */
static void find_language(struct reader *reader, enum table_number number,
                          const struct csv_row *row)
{
    const bool danish = is_danish(table_find(number), row);
    reader->tables[number].dialect.danish = danish;
    struct findings *findings = &reader->findings;
    if (number == TABLE_HOUSEHOLDS &&
        (findings->language == HUSLY_LANGUAGE_AUTO || findings->is_guess))
        findings->language = danish ? HUSLY_DANISH : HUSLY_ENGLISH;
}

static void require_columns(struct reader *reader, enum table_number number, int64_t line)
{
    const struct table *table = table_find(number);
    struct table_state *state = &reader->tables[number];
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (!column->required || state->position[i] != 0)
            continue;
        const struct place at = {state->name, line, 0,
                                 state->dialect.danish ? column->alias : column->name};
        finding_mistake(&reader->findings, at, "the column is missing; add it (%s or %s)",
                        column->name, column->alias);
    }
}

/* A first line without a single known name is data or another table: its cells stay unprinted. */
static bool knows_any(const struct table *table, const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        const char *name = cell_trim(row->cells[i].bytes);
        bool danish = false;
        if (column_named(table, name, &danish) < table->column_count || is_cpr_name(name))
            return true;
    }
    return false;
}

static bool take_measures(struct reader *reader, size_t count)
{
    reader->measure_names = arena_take(reader->scratch, count, sizeof *reader->measure_names);
    reader->starved = reader->starved || reader->measure_names == NULL;
    return reader->measure_names != NULL;
}

bool heading_read(struct reader *reader, enum table_number number, const struct csv_row *row,
                  struct heading *headings)
{
    const struct table *table = table_find(number);
    struct table_state *state = &reader->tables[number];
    if (!knows_any(table, row)) {
        const struct place at = {state->name, row->line, 0, NULL};
        finding_mistake(&reader->findings, at,
                        "the first line names no column of this table; begin with a header line "
                        "such as %s,%s",
                        table->columns[0].name, table->columns[1].name);
        return false;
    }
    find_language(reader, number, row);
    if (table->takes_measures && !take_measures(reader, row->count))
        return false;
    for (size_t i = 0; i < row->count; i++) {
        const struct place at = {state->name, row->cells[i].line, (int64_t)i + 1, NULL};
        headings[i] = heading_of(reader, number, at, cell_trim(row->cells[i].bytes));
    }
    require_columns(reader, number, row->line);
    return true;
}
