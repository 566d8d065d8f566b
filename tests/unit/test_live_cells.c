/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing a text and reading it back is the identity, for every short text over the letters that
 * matter. */
#include "base/memory.h"
#include "base/text.h"
#include "io/csv_write.h"
#include "support/check.h"
#include "support/parse.h"

static const char letters[] = "'=+@-\t\r\n\"; a";

enum { LETTERS = sizeof letters - 1, LENGTH = 4 };

/* The number's text, in the number system of the letters. */
static void text_of(unsigned number, char out[LENGTH + 1])
{
    int size = 0;
    for (; number > 0; number /= LETTERS + 1) {
        if (number % (LETTERS + 1) != 0)
            out[size++] = letters[number % (LETTERS + 1) - 1];
    }
    out[size] = '\0';
}

/* The reader drops blanks around a cell, so no text that was read begins with a blank that no
 * apostrophe protected, or ends with one. */
static bool can_be_read(const char *text)
{
    const size_t size = strlen(text);
    return size > 0 && text[0] != ' ' && text[size - 1] != ' ' && text[size - 1] != '\t';
}

static unsigned write_all(struct text *out, const struct dialect *dialect, unsigned count)
{
    struct csv_writer writer = csv_writer_start(out, dialect);
    static const char *const headings[] = {"dwelling_id", "section_id", "rooms", "rent", "name"};
    for (size_t i = 0; i < 5; i++)
        csv_write_text(&writer, headings[i]);
    csv_write_row_end(&writer);
    unsigned written = 0;
    for (unsigned number = 0; number < count; number++) {
        char text[LENGTH + 1];
        char id[16];
        text_of(number, text);
        if (!can_be_read(text))
            continue;
        snprintf(id, sizeof id, "D%u", number);
        csv_write_text(&writer, id);
        csv_write_text(&writer, "S1");
        csv_write_whole(&writer, 1);
        csv_write_whole(&writer, 1);
        csv_write_text(&writer, text);
        csv_write_row_end(&writer);
        written++;
    }
    return written;
}

static void check_identity(const struct dialect *dialect)
{
    const unsigned count = (LETTERS + 1) * (LETTERS + 1) * (LETTERS + 1) * (LETTERS + 1);
    struct text file = {0};
    const unsigned written = write_all(&file, dialect, count);
    struct source sources[TABLE_END] = {
        [TABLE_HOUSEHOLDS] = parse_text("households.csv", "household_id,adults,children\nH1,1,0\n"),
        [TABLE_DWELLINGS] = {"dwellings.csv", file.bytes, file.size},
        [TABLE_RULES] =
            parse_text("rules.csv", "rule,value\nround_date,2026-01-01\naffordability,off\n")};
    husly_round *round = parse_round(sources);
    CHECK(round != NULL);
    if (round != NULL) {
        CHECK_NUMBER((int64_t)round->dwelling_count, written);
        for (size_t i = 0; i < round->dwelling_count; i++) {
            char text[LENGTH + 1];
            unsigned number = 0;
            sscanf(round->dwellings[i].dwelling_id, "D%u", &number);
            text_of(number, text);
            CHECK_TEXT(round->dwellings[i].name, text);
        }
    }
    husly_round_free(round);
    text_free(&file);
}

int main(void)
{
    const struct dialect dialects[] = {
        {.delimiter = ','}, {.delimiter = ';', .crlf = true, .bom = true}, {.delimiter = '\t'}};
    for (size_t i = 0; i < sizeof dialects / sizeof dialects[0]; i++)
        check_identity(&dialects[i]);
    return check_result();
}
