/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain/explain_page.h"

#include <string.h>

#include "base/columns.h"
#include "base/printable.h"

enum { PAGE_COLUMNS = 100 };

/* Where to end a line that has room for so many columns: after a clause, else at a blank that no
 * currency follows, else not at all. */
static size_t find_break(const char *text, int room)
{
    size_t clause = 0, blank = 0;
    int columns = 0;
    for (size_t at = 0; text[at] != '\0' && (columns <= room || blank == 0); at++) {
        columns += columns_begin(text[at]);
        if (text[at] != ' ' || (columns > room + 1 && blank > 0))
            continue;
        if (strncmp(text + at, " kr.", 4) != 0)
            blank = at;
        if (at > 0 && text[at - 1] == ';' && columns <= room + 1)
            clause = at;
    }
    return clause > 0 ? clause : blank;
}

static void tell(struct page *page, const char *text)
{
    page->closed = page->closed || !page->on_line(text, page->user);
}

/* What is left of the line after the first `size` bytes and the blank, indented. */
static void carry_over(struct text *line, size_t size, int indent)
{
    struct text rest = {0};
    text_add_format(&rest, "%*s%s", indent, "", line->bytes + size + 1);
    rest.failed = rest.failed || line->failed;
    text_free(line);
    *line = rest;
}

void page_end_line(struct page *page, int indent)
{
    struct text *line = &page->line;
    if (line->bytes != NULL)
        printable_make(line->bytes);
    while (line->bytes != NULL && !line->failed && columns_of(line->bytes) > PAGE_COLUMNS) {
        size_t lead = columns_size(line->bytes, indent);
        size_t size = find_break(line->bytes + lead, PAGE_COLUMNS - indent);
        if (size == 0)
            break;
        line->bytes[lead + size] = '\0';
        tell(page, line->bytes);
        carry_over(line, lead + size, indent);
    }
    if (!line->failed)
        tell(page, text_string(line));
    line->size = 0;
    if (line->bytes != NULL)
        line->bytes[0] = '\0';
}
