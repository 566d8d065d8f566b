/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"
#include "io/read/reader.h"

/* Every row of these tables begins with its id. */
static void index_ids(struct reader *reader, enum table_number number)
{
    const struct table *table = table_find(number);
    size_t count;
    const char *rows = table_rows(reader->round, table, &count);
    for (size_t i = 0; i < count; i++) {
        const void *row = rows + i * table->row_size;
        const char *id = *(const char *const *)row;
        const int64_t line =
            *(const int64_t *)(const void *)((const char *)row + table->line_offset);
        int64_t before = 0;
        if (id == NULL)
            continue;
        if (!id_index_add(&reader->ids[number], id, line, &before))
            reader->starved = true;
        if (before != 0)
            finding_mistake(
                &reader->findings, reader_place(reader, number, line, table->columns[0].offset),
                reader->by_hand ? WORDS_LATER("%s is row %lld already; an id names one row")
                                : WORDS_LATER("%s is on line %lld already; an id names one row"),
                id, (long long)before);
    }
}

void check_rows(struct reader *reader)
{
    for (enum table_number i = TABLE_HOUSEHOLDS; i < TABLE_SCORES && !reader->starved; i++)
        index_ids(reader, i);
    if (reader->starved)
        return;
    check_homes(reader);
    check_places(reader);
    check_choices(reader);
    if (reader->by_hand)
        check_measures(reader);
    if (reader->starved)
        return;
    warn_of_homes(reader);
    warn_of_costs(reader);
    warn_of_places(reader);
    warn_of_terms(reader);
    warn_of_rules(reader);
}
