/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/words.h"

static const char *const sentences[HUSLY_STATUS_END] = {
    [HUSLY_OK] = WORDS_LATER("no error"),
    [HUSLY_E_ARGUMENT] = WORDS_LATER("the call is wrong"),
    [HUSLY_E_INPUT] = WORDS_LATER("the input is wrong"),
    [HUSLY_E_CONFLICT] = WORDS_LATER("no lawful plan exists"),
    [HUSLY_E_FILE] = WORDS_LATER("a file cannot be read or written"),
    [HUSLY_E_CHECK] = WORDS_LATER("a check of the result failed"),
    [HUSLY_E_REFUSED] = WORDS_LATER("the state does not allow it"),
    [HUSLY_E_MEMORY] = WORDS_LATER("there is not enough memory"),
    [HUSLY_E_SOLVER] = WORDS_LATER("the solver failed"),
    [HUSLY_E_INTERNAL] = WORDS_LATER("an internal promise was broken"),
};

const char *husly_status_text(husly_status status)
{
    size_t index = (size_t)status;
    return index < HUSLY_STATUS_END ? sentences[index] : WORDS_LATER("unknown status");
}

void husly_error_clear(husly_error *error)
{
    if (error != NULL)
        *error = (husly_error){.language = error->language};
}

static int is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Copies the end of a text that is too long, for the end of a path tells more than its start. */
static void copy_tail(char *to, size_t room, const char *from)
{
    size_t size = strlen(from);
    if (size >= room) {
        from += size - (room - 1);
        while (is_continuation(*from))
            from++;
    }
    memcpy(to, from, strlen(from) + 1);
}

static void copy_head(char *to, size_t room, const char *from)
{
    size_t size = strlen(from);
    if (size >= room) {
        size = room - 1;
        while (size > 0 && is_continuation(from[size]))
            size--;
    }
    memcpy(to, from, size);
    to[size] = '\0';
}

/* An error is one line, whatever was quoted in it. */
static void make_one_line(char *text)
{
    for (; *text != '\0'; text++) {
        if ((unsigned char)*text < ' ')
            *text = ' ';
    }
}

husly_status error_set(husly_error *error, husly_status status, struct place at, const char *format,
                       ...)
{
    if (error == NULL || error->status != HUSLY_OK)
        return status;
    error->status = status;
    error->line = at.line;
    error->column = at.column;
    copy_tail(error->source, sizeof error->source, at.source == NULL ? "" : at.source);
    copy_head(error->field, sizeof error->field, at.field == NULL ? "" : at.field);

    char whole[2 * sizeof error->text];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(whole, sizeof whole, husly_words(error->language, format), arguments);
    va_end(arguments);
    copy_head(error->text, sizeof error->text, whole);
    make_one_line(error->text);
    return status;
}

husly_status error_memory(husly_error *error)
{
    return error_set(error, HUSLY_E_MEMORY, (struct place){0}, "there is not enough memory");
}

const char *error_words(const husly_error *error, const char *english)
{
    return husly_words(error == NULL ? HUSLY_LANGUAGE_AUTO : error->language, english);
}
