/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sections and labels that are lawful input but look like a slip. */
#include <string.h>

#include "io/read/tally.h"

/* Only sections that have a vacancy now matter. */
static void warn_of_sections_without_area(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct id_index vacant = {0};
    int64_t before = 0;
    for (size_t i = 0; i < round->dwelling_count; i++) {
        const char *id = round->dwellings[i].section_id;
        if (id != NULL && !id_index_add(&vacant, id, 1, &before))
            reader->starved = true;
    }
    struct tally placeless = {0};
    for (size_t i = 0; i < round->section_count; i++) {
        const husly_section *section = &round->sections[i];
        if (section->section_id != NULL && section->area_id == NULL &&
            id_index_has(&vacant, section->section_id))
            tally_add(&placeless, section->section_id, section->line);
    }
    tally_warn(&placeless, reader, TABLE_SECTIONS, offsetof(husly_section, area_id),
               "no area is given, so its dwellings meet no area rule and fulfil no wish");
    id_index_free(&vacant);
}

/* Without sections.csv no dwelling has an area; that matters only to who fills in areas. */
static void warn_of_areas_without_sections(struct reader *reader)
{
    if (reader->tables[TABLE_AREAS].present && !reader->tables[TABLE_SECTIONS].present)
        finding_warning(
            &reader->findings, reader_file(reader, TABLE_AREAS),
            "no %s says which sections lie in these areas, so no dwelling meets an "
            "area rule or fulfils a wish",
            text_equal(reader->tables[TABLE_AREAS].name, table_names[TABLE_AREAS].danish)
                ? table_names[TABLE_SECTIONS].danish
                : table_names[TABLE_SECTIONS].english);
}

static void warn_of_youth_counts(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct tally unread = {0};
    for (size_t i = 0; i < round->section_count; i++) {
        const husly_section *section = &round->sections[i];
        const bool counts = section->youth_vacated_before != 0 ||
                            section->youth_taken_before != 0 || section->youth_reserved != 0;
        if (counts && section->section_id != NULL)
            tally_add(&unread, section->section_id, section->line);
    }
    tally_warn(&unread, reader, TABLE_SECTIONS, offsetof(husly_section, youth_vacated_before),
               "youth counts are read only where the rule %s is %s",
               reader_rule(reader, "right_kinds"),
               reader_word(reader, TABLE_RULES, "apart", "hver_for_sig"));
}

static bool is_letter_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

/* A question mark between letters is what Windows-1252 writes for a letter it does not have. */
static bool lost_a_letter(const char *text)
{
    for (const char *mark = strchr(text, '?'); mark != NULL; mark = strchr(mark + 1, '?')) {
        const bool before = mark > text && is_letter_byte(mark[-1]);
        if (before && is_letter_byte(mark[1]))
            return true;
    }
    return false;
}

static bool row_lost_a_letter(const struct table *table, const char *row, size_t *offset)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (table->columns[i].kind != CELL_TEXT)
            continue;
        const char *text = *(const char *const *)(const void *)(row + table->columns[i].offset);
        *offset = table->columns[i].offset;
        if (text != NULL && lost_a_letter(text))
            return true;
    }
    return false;
}

static void warn_of_lost_letters(struct reader *reader, enum table_number number)
{
    if (!reader->tables[number].cp1252)
        return;
    const struct table *table = table_find(number);
    const char *rows;
    size_t count;
    memcpy(&rows, (const char *)reader->round + table->rows_offset, sizeof rows);
    memcpy(&count, (const char *)reader->round + table->count_offset, sizeof count);
    for (size_t i = 0; i < count; i++) {
        const char *row = rows + i * table->row_size;
        size_t offset = 0;
        if (row_lost_a_letter(table, row, &offset)) {
            const int64_t line = *(const int64_t *)(const void *)(row + table->line_offset);
            finding_warning(
                &reader->findings, reader_place(reader, number, line, offset),
                "a question mark between letters may be a letter that Windows-1252 does "
                "not have; save the file in UTF-8");
        }
    }
}

void warn_of_places(struct reader *reader)
{
    warn_of_sections_without_area(reader);
    warn_of_areas_without_sections(reader);
    if (!reader->round->policy.right_kinds_apart)
        warn_of_youth_counts(reader);
    for (enum table_number number = TABLE_HOUSEHOLDS; number < TABLE_END; number++)
        warn_of_lost_letters(reader, number);
}
