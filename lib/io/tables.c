/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/tables.h"

#include <assert.h>
#include <string.h>

const struct table *table_find(enum table_number number)
{
    static const struct table *const tables[TABLE_END] = {
        [TABLE_HOUSEHOLDS] = &table_households,
        [TABLE_DWELLINGS] = &table_dwellings,
        [TABLE_SECTIONS] = &table_sections,
        [TABLE_AREAS] = &table_areas,
        [TABLE_ORGANISATIONS] = &table_organisations,
        [TABLE_SCORES] = &table_scores,
        [TABLE_DECISIONS] = &table_decisions,
        [TABLE_EARLIER] = &table_earlier,
        [TABLE_RULES] = &table_rules,
    };
    return tables[number];
}

const void *table_rows(const husly_round *round, const struct table *table, size_t *count)
{
    const void *rows;
    memcpy(&rows, (const char *)round + table->rows_offset, sizeof rows);
    memcpy(count, (const char *)round + table->count_offset, sizeof *count);
    return rows;
}

void *table_own_rows(husly_round *round, const struct table *table, size_t *count)
{
    void *rows;
    memcpy(&rows, (char *)round + table->rows_offset, sizeof rows);
    memcpy(count, (char *)round + table->count_offset, sizeof *count);
    return rows;
}

void table_set_rows(husly_round *round, const struct table *table, void *rows, size_t count)
{
    memcpy((char *)round + table->rows_offset, &rows, sizeof rows);
    memcpy((char *)round + table->count_offset, &count, sizeof count);
}

size_t table_column_at(const struct table *table, size_t offset)
{
    size_t i = 0;
    while (i < table->column_count && table->columns[i].offset != offset)
        i++;
    assert(i < table->column_count);
    return i;
}
