/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/printable.h"

#include "base/text.h"

/* U+0080 to U+009F, which terminals obey as they do the control characters below a blank. */
static bool is_upper_control(const char *bytes)
{
    return (unsigned char)bytes[0] == 0xc2 && ((unsigned char)bytes[1] & 0xe0) == 0x80;
}

void printable_make(char *bytes)
{
    for (; *bytes != '\0'; bytes++) {
        if ((unsigned char)*bytes < 0x20 || *bytes == 0x7f)
            *bytes = ' ';
        else if (is_upper_control(bytes))
            bytes[0] = bytes[1] = ' ';
    }
}

void printable_add(struct text *text, const char *string)
{
    const size_t before = text->size;
    text_add_string(text, string);
    if (text->size > before)
        printable_make(text->bytes + before);
}
