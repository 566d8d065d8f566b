/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/dialect.h"

#include <string.h>
#include <strings.h>

#include "base/words.h"

static size_t line_size(const char *bytes, size_t size)
{
    const char *end = memchr(bytes, '\n', size);
    return end == NULL ? size : (size_t)(end - bytes) + 1;
}

static size_t without_line_end(const char *bytes, size_t size)
{
    while (size > 0 && (bytes[size - 1] == '\n' || bytes[size - 1] == '\r'))
        size--;
    return size;
}

/* Delimiters outside quotes. */
static int count_delimiter(const char *bytes, size_t size, char delimiter)
{
    int count = 0;
    bool quoted = false;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '"')
            quoted = !quoted;
        else if (!quoted && bytes[i] == delimiter)
            count++;
    }
    return count;
}

/* No column name holds a delimiter, so the one that is there most is the one. */
static char delimiter_of(const char *header, size_t size)
{
    static const char candidates[] = {';', '\t', ','};
    char best = ',';
    int most = 0;
    for (size_t i = 0; i < sizeof candidates; i++) {
        const int count = count_delimiter(header, size, candidates[i]);
        if (count > most) {
            most = count;
            best = candidates[i];
        }
    }
    return best;
}

/* Spreadsheets write `sep=;` as a first line, some in quotes. */
static bool is_sep_line(const char *line, size_t size, char *delimiter)
{
    const size_t body = without_line_end(line, size);
    const size_t quote = body > 0 && line[0] == '"' ? 1 : 0;
    if (body < quote + 4 || strncasecmp(line + quote, "sep=", 4) != 0)
        return false;
    const bool fits = body == 5 + 2 * quote && (quote == 0 || line[body - 1] == '"');
    *delimiter = fits ? line[quote + 4] : '\0';
    return true;
}

static bool is_delimiter(char byte)
{
    return byte == ';' || byte == ',' || byte == '\t';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* The size of the blank lines before the header, over which the reader passes as well. */
static size_t blank_size(const char *bytes, size_t size)
{
    size_t blank = 0;
    for (size_t i = 0; i < size && is_blank(bytes[i]); i++) {
        if (bytes[i] == '\n')
            blank = i + 1;
    }
    return blank;
}

struct opening dialect_open(const char *bytes, size_t size)
{
    struct opening opening = {.delimiter = ','};
    const size_t first = line_size(bytes, size);
    opening.crlf = first >= 2 && bytes[first - 2] == '\r' && bytes[first - 1] == '\n';
    if (is_sep_line(bytes, first, &opening.delimiter)) {
        opening.skip = first;
        if (!is_delimiter(opening.delimiter))
            opening.trouble = WORDS_LATER("the line sep= must name a semicolon, a comma or a tab");
        return opening;
    }
    const size_t blank = blank_size(bytes, size);
    const char *header = bytes + blank;
    opening.delimiter = delimiter_of(header, line_size(header, size - blank));
    return opening;
}

struct number_style dialect_numbers(char delimiter)
{
    const bool danish = delimiter != ',';
    return (struct number_style){.decimal = danish ? ',' : '.', .thousands = danish};
}

char dialect_decimal(const struct dialect *dialect)
{
    return dialect_numbers(dialect->delimiter).decimal;
}

const char *dialect_word(const struct dialect *dialect, const char *english, const char *danish)
{
    return dialect->danish ? danish : english;
}
