/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/layout.h"

#include <stdbool.h>

static bool begins_character(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

size_t layout_width(const char *cell)
{
    size_t width = 0;
    for (; *cell != '\0'; cell++)
        width += begins_character(*cell);
    return width;
}

/* How many bytes the first `count` characters take. */
static size_t size_of(const char *bytes, size_t count)
{
    size_t at = 0;
    while (bytes[at] != '\0' && (count > 0 || !begins_character(bytes[at])))
        count -= begins_character(bytes[at++]);
    return at;
}

static void add_blanks(struct text *out, size_t count)
{
    for (; count > 0; count--)
        text_add_string(out, " ");
}

void layout_left(struct text *out, const char *cell, size_t width)
{
    const size_t wanted = layout_width(cell);
    if (wanted <= width) {
        text_add_string(out, cell);
        add_blanks(out, width - wanted);
    } else {
        text_add(out, cell, size_of(cell, width - 1));
        text_add_string(out, "…");
    }
}

void layout_right(struct text *out, const char *cell, size_t width)
{
    const size_t wanted = layout_width(cell);
    add_blanks(out, wanted < width ? width - wanted : 0);
    text_add_string(out, cell);
}
