/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures by hand: a file has a row for each area and one cell a column by its form. */
#include "base/memory.h"
#include "base/text.h"
#include "io/read/reader.h"

static void check_area(struct reader *reader, const husly_measure *measure)
{
    const struct place at = {reader->tables[TABLE_AREAS].name, 0, 0, measure->name};
    if (reader->tables[TABLE_AREAS].present)
        check_reference(reader, at, TABLE_AREAS, measure->area_id);
    else
        finding_mistake(&reader->findings, at, "%s is not in %s", measure->area_id,
                        reader->tables[TABLE_AREAS].name);
}

static void check_once(struct reader *reader, const husly_measure *measure, struct id_index *seen)
{
    struct text key = {0};
    int64_t before = 0;
    text_add_format(&key, "%s/%s", measure->area_id, measure->name);
    const char *kept = key.failed ? NULL : arena_text(reader->scratch, key.bytes, key.size);
    if (kept == NULL || !id_index_add(seen, kept, 1, &before))
        reader->starved = true;
    const struct place at = {reader->tables[TABLE_AREAS].name, 0, 0, measure->name};
    if (before != 0)
        finding_mistake(&reader->findings, at, "%s has this number already; give it once",
                        measure->area_id);
    text_free(&key);
}

void check_measures(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct id_index seen = {0};
    for (size_t i = 0; i < round->measure_count && !finding_full(&reader->findings); i++) {
        check_area(reader, &round->measures[i]);
        check_once(reader, &round->measures[i], &seen);
    }
    id_index_free(&seen);
}
