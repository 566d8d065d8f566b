/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int compare_row(const void *key, const void *row)
{
    return strcmp(key, ((const struct words_row *)row)->english);
}

const char *husly_words(husly_language language, const char *english)
{
    const struct words_row *row = NULL;
    if (language == HUSLY_DANISH)
        row = bsearch(english, data_danish, data_danish_count, sizeof *data_danish, compare_row);
    return row != NULL ? row->danish : english;
}

void text_add_words(struct text *text, husly_language language, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    text_add_list(text, husly_words(language, english), parts);
    va_end(parts);
}

void words_print(char *out, size_t room, husly_language language, const char *english, ...)
{
    va_list parts;
    va_start(parts, english);
    vsnprintf(out, room, husly_words(language, english), parts);
    va_end(parts);
}
