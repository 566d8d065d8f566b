/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout.h"

#include "base/columns.h"

static void add_blanks(struct text *out, size_t count)
{
    for (; count > 0; count--)
        text_add_string(out, " ");
}

void layout_left(struct text *out, const char *cell, size_t width)
{
    const size_t wanted = (size_t)columns_of(cell);
    if (wanted <= width) {
        text_add_string(out, cell);
        add_blanks(out, width - wanted);
    } else {
        text_add(out, cell, columns_size(cell, (int)width - 1));
        text_add_string(out, "…");
    }
}

void layout_right(struct text *out, const char *cell, size_t width)
{
    const size_t wanted = (size_t)columns_of(cell);
    add_blanks(out, wanted < width ? width - wanted : 0);
    text_add_string(out, cell);
}
