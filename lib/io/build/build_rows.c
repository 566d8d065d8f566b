/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows given by hand: what is wrong with a row alone is refused when it is added. */
#include "base/memory.h"
#include "io/build/build.h"
#include "io/read/cell.h"

/* Read as the only row of a round that has no other table, so that no reference can be missed. */
static void read_alone(struct build *build, enum table_number number, const void *given, void *row)
{
    struct reader *reader = &build->reader;
    table_set_rows(reader->round, table_find(number), row, 1);
    *(int64_t *)(void *)((char *)row + table_find(number)->line_offset) = 1;
    build_read(build, number, given, row);
    if (reader->starved || reader->findings.mistakes > 0)
        return;
    check_homes(reader);
    check_places(reader);
    check_choices(reader);
}

static husly_status add_row(husly_round *round, enum table_number number, const void *given,
                            husly_error *error)
{
    husly_status status = build_demand_open(round, error);
    if (status != HUSLY_OK)
        return status;
    husly_round alone = {.arena = round->arena, .policy = round->policy, .dialect = round->dialect};
    struct build build;
    build_open(&build, &alone, error);
    void *row = arena_take(round->arena, 1, table_find(number)->row_size);
    build.reader.starved = build.reader.starved || row == NULL;
    if (!build.reader.starved)
        read_alone(&build, number, given, row);
    status = build_close(&build, error);
    if (status == HUSLY_OK && !build_append(round, number, row))
        status = error_memory(error);
    return status;
}

husly_status husly_round_add_household(husly_round *round, const husly_household *row,
                                       husly_error *error)
{
    return add_row(round, TABLE_HOUSEHOLDS, row, error);
}

husly_status husly_round_add_dwelling(husly_round *round, const husly_dwelling *row,
                                      husly_error *error)
{
    return add_row(round, TABLE_DWELLINGS, row, error);
}

husly_status husly_round_add_section(husly_round *round, const husly_section *row,
                                     husly_error *error)
{
    return add_row(round, TABLE_SECTIONS, row, error);
}

husly_status husly_round_add_area(husly_round *round, const husly_area *row, husly_error *error)
{
    return add_row(round, TABLE_AREAS, row, error);
}

husly_status husly_round_add_organisation(husly_round *round, const husly_organisation *row,
                                          husly_error *error)
{
    return add_row(round, TABLE_ORGANISATIONS, row, error);
}

husly_status husly_round_add_score(husly_round *round, const husly_score *row, husly_error *error)
{
    return add_row(round, TABLE_SCORES, row, error);
}

husly_status husly_round_add_decision(husly_round *round, const husly_decision *row,
                                      husly_error *error)
{
    return add_row(round, TABLE_DECISIONS, row, error);
}

husly_status husly_round_add_earlier(husly_round *round, const husly_earlier *row,
                                     husly_error *error)
{
    return add_row(round, TABLE_EARLIER, row, error);
}

/* What an empty cell means; an amount that a file must state stays unstated, so that a rent that
 * was forgotten is not taken for none. */
static void make_usual(enum table_number number, void *row)
{
    const struct table *table = table_find(number);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        cell_default(column, row);
        if (column->required && column->kind == CELL_AMOUNT)
            *(husly_amount *)(void *)((char *)row + column->offset) = HUSLY_NO_AMOUNT;
    }
}

husly_household husly_household_usual(void)
{
    husly_household row = {0};
    make_usual(TABLE_HOUSEHOLDS, &row);
    return row;
}

husly_dwelling husly_dwelling_usual(void)
{
    husly_dwelling row = {0};
    make_usual(TABLE_DWELLINGS, &row);
    return row;
}

husly_section husly_section_usual(void)
{
    husly_section row = {0};
    make_usual(TABLE_SECTIONS, &row);
    return row;
}

husly_area husly_area_usual(void)
{
    husly_area row = {0};
    make_usual(TABLE_AREAS, &row);
    return row;
}

husly_organisation husly_organisation_usual(void)
{
    husly_organisation row = {0};
    make_usual(TABLE_ORGANISATIONS, &row);
    return row;
}
