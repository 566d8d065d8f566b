/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/csv.h"

#include <csv.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "base/words.h"

/*
 * libcsv's callbacks carry no position, so it is fed one physical line a call. A field is delivered
 * at its end only: whether a row has begun is learnt from the bytes fed, not from the callbacks.
 */
struct feeder {
    struct csv_parser parser;
    const struct csv_input *input;
    csv_row_fn *on_row;
    void *user;
    struct csv_trouble *trouble;
    struct text bytes; /* the row's cells, each with a NUL */
    struct csv_cell *cells;
    size_t count;
    size_t room;
    int64_t line;       /* being fed */
    int64_t row_line;   /* where the row begins */
    int64_t field_line; /* where the field begins that comes next */
    bool begun;         /* a row has begun and not ended */
    bool feeding_cr;    /* a CR that no LF follows is being fed */
    bool stopped;
    bool starved;
};

static bool halted(const struct feeder *feeder)
{
    return feeder->stopped || feeder->starved || feeder->trouble->text != NULL;
}

/* The trouble lies in the field that has begun and was not delivered yet. */
static void trouble_here(struct feeder *feeder, const char *text)
{
    if (halted(feeder))
        return;
    feeder->trouble->line = feeder->begun ? feeder->field_line : feeder->line;
    feeder->trouble->column = (int64_t)feeder->count + 1;
    feeder->trouble->text = text;
}

static bool has_room(struct feeder *feeder)
{
    if (feeder->count < feeder->room)
        return true;
    const size_t room = feeder->room == 0 ? 32 : 2 * feeder->room;
    struct csv_cell *cells = memory_grow(feeder->cells, feeder->room, room, sizeof *cells);
    if (cells == NULL) {
        feeder->starved = true;
        return false;
    }
    feeder->cells = cells;
    feeder->room = room;
    return true;
}

static void take_field(void *bytes, size_t size, void *user)
{
    struct feeder *feeder = user;
    if (halted(feeder))
        return;
    if (size > CSV_FIELD_LIMIT) {
        trouble_here(
            feeder,
            WORDS_LATER("the field is longer than 64 KiB; shorten it, or close a quote before"));
        return;
    }
    if (!has_room(feeder))
        return;
    if (size > 0)
        text_add(&feeder->bytes, bytes, size);
    text_add(&feeder->bytes, "", 1);
    feeder->cells[feeder->count++] = (struct csv_cell){NULL, size, feeder->field_line};
    feeder->field_line = feeder->line;
}

static void take_row(int end, void *user)
{
    struct feeder *feeder = user;
    (void)end;
    if (feeder->feeding_cr && feeder->count > 0)
        feeder->count--; /* the CR ended a field, which is the one to name */
    if (feeder->feeding_cr)
        trouble_here(
            feeder,
            WORDS_LATER("the line ends in CR alone; save the file with CRLF or LF line ends"));
    feeder->starved = feeder->starved || feeder->bytes.failed;
    if (!halted(feeder)) {
        char *next = feeder->bytes.bytes;
        for (size_t i = 0; i < feeder->count; i++) {
            feeder->cells[i].bytes = next;
            next += feeder->cells[i].size + 1;
        }
        const struct csv_row row = {feeder->row_line, feeder->cells, feeder->count};
        feeder->stopped = !feeder->on_row(&row, feeder->user);
    }
    feeder->begun = false;
    feeder->count = 0;
    feeder->bytes.size = 0;
}

static void tell_parser_error(struct feeder *feeder)
{
    if (csv_error(&feeder->parser) != CSV_EPARSE)
        feeder->starved = true;
    else if (feeder->field_line < feeder->line)
        trouble_here(
            feeder,
            WORDS_LATER("a quote opens here, and the next quote, on a later line, does not close "
                        "the field; close it here, or write a quote inside a field twice"));
    else
        trouble_here(
            feeder, WORDS_LATER("a stray quote; put the whole field in quotes and write each quote "
                                "inside it twice"));
}

static bool is_blank(const struct feeder *feeder, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const bool tab = bytes[i] == '\t' && feeder->input->delimiter != '\t';
        if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\n' && !tab)
            return false;
    }
    return true;
}

static void feed(struct feeder *feeder, const char *bytes, size_t size)
{
    if (halted(feeder) || size == 0)
        return;
    if (!feeder->begun && !is_blank(feeder, bytes, size)) {
        feeder->begun = true;
        feeder->row_line = feeder->line;
        feeder->field_line = feeder->line;
    }
    if (csv_parse(&feeder->parser, bytes, size, take_field, take_row, feeder) != size)
        tell_parser_error(feeder);
}

/* A NUL is always wrong; a CR inside a line only outside quotes, where libcsv ends the row at it.
 */
static void feed_odd(struct feeder *feeder, const char *byte)
{
    if (*byte == '\0') {
        trouble_here(feeder,
                     WORDS_LATER("a NUL byte; save the file as CSV in UTF-8 or Windows-1252"));
        return;
    }
    feeder->feeding_cr = true;
    if (feeder->begun)
        feed(feeder, byte, 1);
    else
        take_row(*byte, feeder);
    feeder->feeding_cr = false;
}

static size_t odd_after(const char *bytes, size_t from, size_t end)
{
    while (from < end && bytes[from] != '\0' && bytes[from] != '\r')
        from++;
    return from;
}

static void feed_line(struct feeder *feeder, const char *bytes, size_t size)
{
    size_t end = size > 0 && bytes[size - 1] == '\n' ? size - 1 : size;
    if (end > 0 && end < size && bytes[end - 1] == '\r')
        end--;

    size_t from = 0;
    while (from < end && !halted(feeder)) {
        const size_t odd = odd_after(bytes, from, end);
        if (odd == end)
            break;
        feed(feeder, bytes + from, odd - from);
        feed_odd(feeder, bytes + odd);
        from = odd + 1;
    }
    feed(feeder, bytes + from, size - from);
}

static void feed_all(struct feeder *feeder)
{
    const char *next = feeder->input->bytes;
    size_t left = feeder->input->size;
    while (left > 0 && !halted(feeder)) {
        const char *end = memchr(next, '\n', left);
        const size_t size = end == NULL ? left : (size_t)(end - next) + 1;
        feed_line(feeder, next, size);
        next += size;
        left -= size;
        feeder->line++;
    }
    /* After an error csv_fini would deliver the partial row and clear the error. */
    if (halted(feeder))
        return;
    if (csv_fini(&feeder->parser, take_field, take_row, feeder) != 0)
        trouble_here(feeder, WORDS_LATER("a quote opens here and is never closed"));
}

static void *grow_buffer(void *block, size_t size)
{
    return memory_grow(block, size, size, 1);
}

husly_status csv_read(const struct csv_input *input, csv_row_fn *on_row, void *user,
                      struct csv_trouble *trouble)
{
    struct feeder feeder = {.input = input,
                            .on_row = on_row,
                            .user = user,
                            .trouble = trouble,
                            .line = input->first_line};
    *trouble = (struct csv_trouble){0, 0, NULL};
    if (csv_init(&feeder.parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return HUSLY_E_MEMORY;
    csv_set_delim(&feeder.parser, (unsigned char)input->delimiter);
    csv_set_realloc_func(&feeder.parser, grow_buffer);
    csv_set_free_func(&feeder.parser, memory_free);

    feed_all(&feeder);

    csv_free(&feeder.parser);
    memory_free(feeder.cells);
    text_free(&feeder.bytes);
    if (feeder.starved)
        return HUSLY_E_MEMORY;
    return trouble->text == NULL ? HUSLY_OK : HUSLY_E_INPUT;
}
