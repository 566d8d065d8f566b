/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/csv_write.h"

#include "io/csv.h"
#include "support/check.h"

static const struct dialect english = {.delimiter = ','};
static const struct dialect danish = {.delimiter = ';', .crlf = true, .bom = true, .danish = true};

static void check_cell(const char *cell, const char *written)
{
    struct text text = {0};
    struct csv_writer writer = csv_writer_start(&text, &english);
    csv_write_text(&writer, cell);
    CHECK_TEXT(text_string(&text), written);
    text_free(&text);
}

static void test_cells(void)
{
    check_cell(NULL, "");
    check_cell("", "");
    check_cell("plain", "plain");
    check_cell("a,b", "\"a,b\"");
    check_cell("a;b", "a;b");
    check_cell("say \"hi\"", "\"say \"\"hi\"\"\"");
    check_cell("\"", "\"\"\"\"");
    check_cell("two\nlines", "\"two\nlines\"");
    check_cell("two\rlines", "\"two\rlines\"");
    check_cell(" blank", "\" blank\"");
    check_cell("blank ", "\"blank \"");
    check_cell("'", "'");
    check_cell("'a", "'a");
    check_cell("=1+1", "'=1+1");
    check_cell("'=1+1", "''=1+1");
    check_cell("''=1+1", "'''=1+1");
    check_cell("+45", "'+45");
    check_cell("-1", "'-1");
    check_cell("@x", "'@x");
    check_cell("\tx", "\"'\tx\"");
    check_cell("\rx", "\"'\rx\"");
    check_cell("=a,\"b\"", "\"'=a,\"\"b\"\"\"");
    check_cell("a=b", "a=b");
}

static void test_row(const struct dialect *dialect, const char *wanted)
{
    static const struct csv_heading headings[] = {{"rent", "husleje"}, {"margin", "råderum"}};
    struct text text = {0};
    struct csv_writer writer = csv_writer_start(&text, dialect);
    csv_write_headings(&writer, headings, 2);
    csv_write_amount(&writer, 750000);
    csv_write_amount(&writer, -12350);
    csv_write_row_end(&writer);
    csv_write_amount(&writer, HUSLY_NO_AMOUNT);
    csv_write_whole(&writer, INT64_C(-9000000000));
    csv_write_row_end(&writer);
    CHECK(!text.failed);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

enum { HOSTILE_CELLS = 10000, CELL_ROOM = 24 };

/* Short texts of what is dangerous; half of them begin with a mark of a formula or an apostrophe.
 */
static void make_hostile(char cell[CELL_ROOM], uint32_t *state)
{
    static const char *const pieces[] = {"'",    "=", "+", "-", "@",   "\t", "\r",       "\n", "\"",
                                         "\"\"", ";", ",", " ", "1+1", "a",  "\xC3\xA6", "|",  "%"};
    const uint32_t count = next_random(state) % 8;
    cell[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t kinds =
            i == 0 && next_random(state) % 2 ? 7 : sizeof pieces / sizeof *pieces;
        strcat(cell, pieces[next_random(state) % kinds]);
    }
}

/* The reader's part of contract § 1, told anew: one apostrophe comes off `^''*[=+@-]`, TAB, CR. */
static const char *unguarded(const char *cell)
{
    const char *after = cell;
    while (*after == '\'')
        after++;
    const bool guards = after > cell && *after != '\0' && strchr("=+@-\t\r", *after) != NULL;
    return guards ? cell + 1 : cell;
}

struct reading {
    uint32_t state;
    int cells;
};

static bool check_read_back(const struct csv_row *row, void *user)
{
    struct reading *reading = user;
    CHECK_NUMBER((int64_t)row->count, 2);
    for (size_t i = 0; i < row->count; i++) {
        const char *const cell = row->cells[i].bytes;
        char wanted[CELL_ROOM];
        make_hostile(wanted, &reading->state);
        CHECK(cell[0] == '\0' || strchr("=+@-\t\r", cell[0]) == NULL);
        CHECK_TEXT(unguarded(cell), wanted);
        reading->cells++;
    }
    return true;
}

/* No written cell begins like a formula, and reading gives back what was written. */
static void test_hostile(char delimiter, bool crlf, uint32_t seed)
{
    const struct dialect dialect = {.delimiter = delimiter, .crlf = crlf};
    struct text text = {0};
    struct csv_writer writer = csv_writer_start(&text, &dialect);
    uint32_t state = seed;
    for (int i = 0; i < HOSTILE_CELLS; i++) {
        char cell[CELL_ROOM];
        make_hostile(cell, &state);
        csv_write_text(&writer, cell);
        if (i % 2 == 1)
            csv_write_row_end(&writer);
    }
    const struct csv_input input = {
        .bytes = text.bytes, .size = text.size, .delimiter = delimiter, .first_line = 1};
    struct reading reading = {.state = seed};
    struct csv_trouble trouble = {0};
    CHECK(csv_read(&input, check_read_back, &reading, &trouble) == HUSLY_OK);
    CHECK_TEXT(trouble.text, NULL);
    CHECK_NUMBER(reading.cells, HOSTILE_CELLS);
    text_free(&text);
}

int main(void)
{
    test_cells();
    test_row(&english, "rent,margin\n7500,-123.50\n,-9000000000\n");
    test_row(&danish, "\xEF\xBB\xBFhusleje;råderum\r\n7500;-123,50\r\n;-9000000000\r\n");
    test_hostile(';', true, 1);
    test_hostile(',', false, 20260101);
    test_hostile('\t', false, 77);
    return check_result();
}
