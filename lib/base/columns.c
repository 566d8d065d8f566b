/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/columns.h"

#include <string.h>

bool columns_begin(char byte)
{
    return ((unsigned char)byte & 0xc0) != 0x80;
}

int columns_count(const char *bytes, size_t size)
{
    int count = 0;
    for (size_t at = 0; at < size; at++)
        count += columns_begin(bytes[at]);
    return count;
}

int columns_of(const char *text)
{
    return columns_count(text, strlen(text));
}

size_t columns_size(const char *text, int columns)
{
    size_t size = 0;
    while (text[size] != '\0' && (columns > 0 || !columns_begin(text[size])))
        columns -= columns_begin(text[size++]);
    return size;
}
