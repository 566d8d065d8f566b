/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/printable.h"
#include "base/unicode.h"

/* Makes room for `more` bytes and a NUL. */
static bool reserve(struct text *text, size_t more)
{
    if (text->failed)
        return false;
    size_t wanted = text->size + more + 1;
    if (wanted <= text->size) {
        text->failed = true;
        return false;
    }
    if (wanted <= text->room)
        return true;
    size_t room = wanted < 64 ? 64 : wanted + wanted / 2;
    char *bytes = memory_grow(text->bytes, text->room, room, 1);
    if (bytes == NULL) {
        text->failed = true;
        return false;
    }
    text->bytes = bytes;
    text->room = room;
    return true;
}

void text_add(struct text *text, const char *bytes, size_t size)
{
    if (!reserve(text, size))
        return;
    if (size > 0)
        memcpy(text->bytes + text->size, bytes, size);
    text->size += size;
    text->bytes[text->size] = '\0';
}

void text_add_string(struct text *text, const char *string)
{
    text_add(text, string, strlen(string));
}

void text_add_list(struct text *text, const char *format, va_list parts)
{
    va_list again;
    va_copy(again, parts);
    int size = vsnprintf(NULL, 0, format, parts);
    if (size < 0) {
        text->failed = true;
    } else if (reserve(text, (size_t)size)) {
        vsnprintf(text->bytes + text->size, (size_t)size + 1, format, again);
        text->size += (size_t)size;
    }
    va_end(again);
}

void text_add_format(struct text *text, const char *format, ...)
{
    va_list parts;
    va_start(parts, format);
    text_add_list(text, format, parts);
    va_end(parts);
}

void text_tell(struct text *text, bool (*on_line)(const char *line, void *user), void *user)
{
    char *line = text->bytes;
    bool more = true;
    while (more && line != NULL && *line != '\0') {
        char *end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        printable_make(line);
        more = on_line(line, user);
        line = end != NULL ? end + 1 : NULL;
    }
}

void text_free(struct text *text)
{
    memory_free(text->bytes);
    *text = (struct text){0};
}

const char *text_string(const struct text *text)
{
    return text->bytes == NULL ? "" : text->bytes;
}

int text_compare(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

bool text_equal(const char *a, const char *b)
{
    return text_compare(a, b) == 0;
}

bool text_is_utf8(const char *bytes, size_t size)
{
    while (size > 0) {
        uint32_t point;
        size_t length = unicode_decode(bytes, size, &point);
        if (length == 0)
            return false;
        bytes += length;
        size -= length;
    }
    return true;
}

bool text_add_cp1252(struct text *text, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        char encoded[4];
        uint32_t point = unicode_of_cp1252((unsigned char)bytes[i]);
        if (point == 0 && bytes[i] != '\0')
            return false;
        text_add(text, encoded, unicode_encode(point, encoded));
    }
    return true;
}
