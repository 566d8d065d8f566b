/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/tally.h"

#include <stdarg.h>

#include "base/words.h"

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
                const char *what, ...)
{
    if (tally->count == 0)
        return;
    const char *ids = text_string(&tally->ids);
    struct text said = {0};
    va_list parts;
    va_start(parts, what);
    text_add_list(&said, husly_words(reader->findings.language, what), parts);
    va_end(parts);
    const struct place at = reader_place(reader, table, tally->line, offset);
    if (tally->count == 1)
        finding_warning(&reader->findings, at, "%s: %s", ids, text_string(&said));
    else
        finding_warning(&reader->findings, at, "%d rows (%s): %s", tally->count, ids,
                        text_string(&said));
    reader->starved = reader->starved || tally->ids.failed || said.failed;
    text_free(&said);
    text_free(&tally->ids);
}
