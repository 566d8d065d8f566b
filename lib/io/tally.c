/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/tally.h"

enum { IDS_SHOWN = 5 };

void tally_add(struct tally *tally, const char *id, int64_t line)
{
    if (tally->count == 0)
        tally->line = line;
    if (tally->count < IDS_SHOWN)
        text_add_format(&tally->ids, "%s%s", tally->count == 0 ? "" : ", ", id);
    else if (tally->count == IDS_SHOWN)
        text_add_string(&tally->ids, ", …");
    tally->count++;
}

void tally_warn(struct tally *tally, struct reader *reader, enum table_number table, size_t offset,
                const char *what)
{
    const char *ids = text_string(&tally->ids);
    const struct place at = reader_place(reader, table, tally->line, offset);
    if (tally->count == 1)
        finding_warning(&reader->findings, at, "%s: %s", ids, what);
    else if (tally->count > 1)
        finding_warning(&reader->findings, at, "%d rows (%s): %s", tally->count, ids, what);
    reader->starved = reader->starved || tally->ids.failed;
    text_free(&tally->ids);
}
