/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verify/complaint.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/words.h"

enum { COMPLAINT_LIMIT = 100 };

void complain(struct complaints *complaints, struct place at, const char *format, ...)
{
    char text[sizeof complaints->error->text];
    va_list parts;
    va_start(parts, format);
    vsnprintf(text, sizeof text, husly_words(complaints->language, format), parts);
    va_end(parts);

    error_set(complaints->error, HUSLY_E_CHECK, at, "%s", text);
    complaints->count++;
    if (complaints->tell == NULL || complaints->closed || complaints->count > COMPLAINT_LIMIT)
        return;
    const husly_finding finding = {.severity = HUSLY_MISTAKE,
                                   .source = at.source != NULL ? at.source : "",
                                   .line = at.line,
                                   .column = at.column,
                                   .field = at.field != NULL ? at.field : "",
                                   .text = text,
                                   .language = complaints->language};
    complaints->closed = !complaints->tell(&finding, complaints->user);
}

struct place cell_place(const struct result_table *table, const struct result_row *row, int column)
{
    return (struct place){.source = table->source,
                          .line = row->line,
                          .column = table->field_of[column],
                          .field = table->name_of[column]};
}
