/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text cells of every hostile make, written by the writer and read by the reader of rounds. */
#include <stdlib.h>
#include <unistd.h>

#include <husly/read.h>

#include "base/text.h"
#include "io/csv_write.h"
#include "support/check.h"

enum { ROWS = 10000, CELL_ROOM = 32 };

static uint32_t next_random(uint32_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Ends in a letter, since the reader drops blanks around a cell. */
static void make_hostile(char cell[CELL_ROOM], uint32_t *state)
{
    static const char *const pieces[] = {"'",  "=",    "+", "-", "@",        "\t", "\r",
                                         "\n", "\"\"", ";", ",", "=cmd|'/C", " ",  "æ"};
    const uint32_t count = next_random(state) % 4;
    cell[0] = '\0';
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t kinds = i == 0 ? 5 : sizeof pieces / sizeof *pieces;
        strcat(cell, pieces[next_random(state) % kinds]);
    }
    strcat(cell, "x");
}

static void put(const char *path, const struct text *text)
{
    FILE *file = fopen(path, "wb");
    CHECK(!text->failed && file != NULL && fwrite(text->bytes, 1, text->size, file) == text->size &&
          fclose(file) == 0);
}

static void write_households(const char *path, const struct dialect *dialect)
{
    static const struct csv_heading headings[] = {
        {"household_id", "husstand"}, {"adults", "voksne"}, {"children", "børn"}};
    struct text text = {0};
    struct csv_writer writer = csv_writer_start(&text, dialect);
    csv_write_headings(&writer, headings, 3);
    csv_write_text(&writer, "H1");
    csv_write_whole(&writer, 1);
    csv_write_whole(&writer, 0);
    csv_write_row_end(&writer);
    put(path, &text);
    text_free(&text);
}

static void write_dwellings(const char *path, const struct dialect *dialect, uint32_t seed)
{
    static const struct csv_heading headings[] = {{"dwelling_id", "bolig"},
                                                  {"name", "navn"},
                                                  {"section_id", "afdeling"},
                                                  {"rooms", "rum"},
                                                  {"rent", "husleje"}};
    struct text text = {0};
    struct csv_writer writer = csv_writer_start(&text, dialect);
    csv_write_headings(&writer, headings, 5);
    for (int i = 0; i < ROWS; i++) {
        char id[16];
        char cell[CELL_ROOM];
        snprintf(id, sizeof id, "D%05d", i);
        make_hostile(cell, &seed);
        csv_write_text(&writer, id);
        csv_write_text(&writer, cell);
        csv_write_text(&writer, "S1");
        csv_write_whole(&writer, 2);
        csv_write_amount(&writer, 400000 + i);
        csv_write_row_end(&writer);
    }
    put(path, &text);
    text_free(&text);
}

static void check_read_back(const char *folder, uint32_t seed)
{
    husly_round *round = NULL;
    husly_error error = {0};
    const husly_read_options options = {.date = "2026-09-01"};
    husly_round_read(&round, folder, &options, &error);
    /* The household names no budget, which this test is not about: rules.csv switches the rule off.
     */
    CHECK_TEXT(error.text, "");
    if (round == NULL)
        return;
    CHECK_NUMBER((int64_t)round->dwelling_count, ROWS);
    for (size_t i = 0; i < round->dwelling_count; i++) {
        char wanted[CELL_ROOM];
        make_hostile(wanted, &seed);
        CHECK_TEXT(round->dwellings[i].name, wanted);
        CHECK_NUMBER(round->dwellings[i].rent, 400000 + (int64_t)i);
    }
    husly_round_free(round);
}

static void test_dialect(const struct dialect *dialect, uint32_t seed)
{
    char folder[] = "round-XXXXXX";
    char command[64];
    CHECK(mkdtemp(folder) != NULL && chdir(folder) == 0);
    struct text rules = {0}; /* the household states no budget, which this test is not about */
    text_add_string(&rules, "rule,value\naffordability,off\n");
    put("rules.csv", &rules);
    text_free(&rules);
    write_households("households.csv", dialect);
    write_dwellings("dwellings.csv", dialect, seed);
    CHECK(chdir("..") == 0);
    check_read_back(folder, seed);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    CHECK(system(command) == 0);
}

int main(void)
{
    test_dialect(&(const struct dialect){.delimiter = ','}, 1);
    test_dialect(
        &(const struct dialect){.delimiter = ';', .crlf = true, .bom = true, .danish = true}, 2);
    test_dialect(&(const struct dialect){.delimiter = '\t'}, 3);
    return check_result();
}
