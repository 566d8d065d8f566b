/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/csv_write.h"

#include <string.h>

#include "base/amount.h"
#include "base/millionths.h"

struct csv_writer csv_writer_start(struct text *text, const struct dialect *dialect)
{
    if (dialect->bom)
        text_add_string(text, "\xEF\xBB\xBF");
    return (struct csv_writer){.text = text, .dialect = *dialect};
}

static void next_cell(struct csv_writer *writer)
{
    if (writer->in_row)
        text_add(writer->text, &writer->dialect.delimiter, 1);
    writer->in_row = true;
}

/* `^'*[=+@-]`, TAB and CR likewise. A text with apostrophes in front counts too: else the reader
 * could not tell an apostrophe of the text from one that was put there. */
static bool is_live(const char *cell)
{
    const char first = cell[strspn(cell, "'")];
    return first != '\0' && strchr("=+@-\t\r", first) != NULL;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static bool needs_quotes(const char *cell, char delimiter)
{
    const char special[] = {'"', '\r', '\n', delimiter, '\0'};
    const size_t size = strlen(cell);
    return cell[strcspn(cell, special)] != '\0' ||
           (size > 0 && (is_blank(cell[0]) || is_blank(cell[size - 1])));
}

static void add_doubling_quotes(struct text *text, const char *cell)
{
    const char *quote;
    for (; (quote = strchr(cell, '"')) != NULL; cell = quote + 1) {
        text_add(text, cell, (size_t)(quote - cell) + 1);
        text_add(text, "\"", 1);
    }
    text_add_string(text, cell);
}

void csv_write_text(struct csv_writer *writer, const char *cell)
{
    next_cell(writer);
    if (cell == NULL)
        return;
    const bool quoted = needs_quotes(cell, writer->dialect.delimiter);
    if (quoted)
        text_add(writer->text, "\"", 1);
    if (is_live(cell))
        text_add(writer->text, "'", 1);
    add_doubling_quotes(writer->text, cell);
    if (quoted)
        text_add(writer->text, "\"", 1);
}

void csv_write_plain(struct csv_writer *writer, const char *cell)
{
    next_cell(writer);
    text_add_string(writer->text, cell);
}

void csv_write_headings(struct csv_writer *writer, const struct csv_heading *headings, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_write_text(writer, writer->dialect.danish ? headings[i].danish : headings[i].english);
    csv_write_row_end(writer);
}

/* With the comma as delimiter the point is the decimal mark, so no amount needs quotes. */
static char decimal_mark(const struct csv_writer *writer)
{
    return writer->dialect.delimiter == ',' ? '.' : ',';
}

void csv_write_amount(struct csv_writer *writer, husly_amount amount)
{
    next_cell(writer);
    if (amount != HUSLY_NO_AMOUNT)
        amount_add(writer->text, amount, decimal_mark(writer));
}

void csv_write_millionths(struct csv_writer *writer, wide number)
{
    next_cell(writer);
    millionths_add(writer->text, number, MILLIONTHS_DIGITS, decimal_mark(writer));
}

void csv_write_whole(struct csv_writer *writer, int64_t number)
{
    next_cell(writer);
    text_add_format(writer->text, "%lld", (long long)number);
}

void csv_write_row_end(struct csv_writer *writer)
{
    text_add_string(writer->text, writer->dialect.crlf ? "\r\n" : "\n");
    writer->in_row = false;
}
