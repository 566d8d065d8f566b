/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms of dwellings, sections and organisations that are lawful input but look like a slip. */
#include "base/memory.h"
#include "io/read/tally.h"
#include "model/labels.h"
#include "model/target.h"

/* Every label that a household has. */
static void index_labels(struct reader *reader, struct id_index *labels)
{
    for (size_t i = 0; i < reader->round->household_count; i++) {
        size_t size = 0;
        const char *word = word_next(reader->round->households[i].labels, &size);
        for (; word != NULL; word = word_next(word + size, &size)) {
            int64_t before = 0;
            const char *label = arena_text(reader->scratch, word, size);
            if (label == NULL || !id_index_add(labels, label, 1, &before))
                reader->starved = true;
        }
    }
}

/* Whether a word of the cell fits no household of the round whatever it is made of. */
static bool names_nobody(struct reader *reader, const struct id_index *labels, const char *cell)
{
    size_t size = 0;
    for (const char *word = word_next(cell, &size); word != NULL;
         word = word_next(word + size, &size)) {
        const char *label = arena_text(reader->scratch, word, size);
        if (label == NULL) {
            reader->starved = true;
            return false;
        }
        if (!target_is_composition(label) && !id_index_has(labels, label))
            return true;
    }
    return false;
}

static void warn_of_reserved(struct reader *reader, const struct id_index *labels)
{
    const husly_round *round = reader->round;
    struct tally dwellings = {0}, sections = {0};
    for (size_t i = 0; i < round->dwelling_count; i++) {
        const husly_dwelling *row = &round->dwellings[i];
        if (row->dwelling_id != NULL && names_nobody(reader, labels, row->reserved_for))
            tally_add(&dwellings, row->dwelling_id, row->line);
    }
    for (size_t i = 0; i < round->section_count; i++) {
        const husly_section *row = &round->sections[i];
        if (row->section_id != NULL && names_nobody(reader, labels, row->flexible_for))
            tally_add(&sections, row->section_id, row->line);
    }
    tally_warn(&dwellings, reader, TABLE_DWELLINGS, offsetof(husly_dwelling, reserved_for),
               "a word is no kind of household, and no household has it among its labels");
    tally_warn(&sections, reader, TABLE_SECTIONS, offsetof(husly_section, flexible_for),
               "a word is no kind of household, and no household has it among its labels");
}

static void warn_of_market_rent(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct tally closed = {0};
    for (size_t i = 0; i < round->dwelling_count; i++) {
        const husly_dwelling *row = &round->dwellings[i];
        if (row->dwelling_id != NULL && row->market_rent != HUSLY_NO_AMOUNT &&
            row->market_rent < row->rent &&
            !reader_row_is_wrong(reader, TABLE_DWELLINGS, row->line))
            tally_add(&closed, row->dwelling_id, row->line);
    }
    tally_warn(&closed, reader, TABLE_DWELLINGS, offsetof(husly_dwelling, market_rent),
               "the rent is more than may be asked for it, so nobody gets it");
}

static bool is_half(int32_t homes, husly_share moves)
{
    return (homes == HUSLY_NO_NUMBER) != (moves.whole == 0);
}

static void warn_of_moves(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct tally half = {0};
    for (size_t i = 0; i < round->organisation_count; i++) {
        const husly_organisation *row = &round->organisations[i];
        if (row->organisation_id != NULL && row->vacated_last_year == HUSLY_NO_NUMBER &&
            (is_half(row->homes_family, row->moves_family) ||
             is_half(row->homes_youth, row->moves_youth) ||
             is_half(row->homes_elderly, row->moves_elderly)))
            tally_add(&half, row->organisation_id, row->line);
    }
    tally_warn(&half, reader, TABLE_ORGANISATIONS, offsetof(husly_organisation, moves_family),
               "move-outs are worked out only for kinds with both homes and moves");
}

static void warn_of_flexible(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct tally idle = {0};
    for (size_t i = 0; i < round->section_count; i++) {
        const husly_section *row = &round->sections[i];
        if (row->section_id != NULL && row->flexible_for != NULL && row->flexible.whole == 0 &&
            !reader_row_is_wrong(reader, TABLE_SECTIONS, row->line))
            tally_add(&idle, row->section_id, row->line);
    }
    tally_warn(&idle, reader, TABLE_SECTIONS, offsetof(husly_section, flexible_for),
               "not read, since the column %s says no share",
               reader_word(reader, TABLE_SECTIONS, "flexible", "fleksibel"));
}

/* Such a word never asks for a label, so nothing can be reserved by this one. */
static bool has_reserved_word(struct reader *reader, const char *labels)
{
    size_t size = 0;
    for (const char *word = word_next(labels, &size); word != NULL;
         word = word_next(word + size, &size)) {
        const char *label = arena_text(reader->scratch, word, size);
        reader->starved = reader->starved || label == NULL;
        if (label != NULL && target_is_composition(label))
            return true;
    }
    return false;
}

static void warn_of_labels(struct reader *reader)
{
    const husly_round *round = reader->round;
    struct tally unread = {0};
    for (size_t i = 0; i < round->household_count; i++) {
        const husly_household *row = &round->households[i];
        if (row->household_id != NULL && has_reserved_word(reader, row->labels))
            tally_add(&unread, row->household_id, row->line);
    }
    tally_warn(&unread, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, labels),
               "a label is a word such as %s, which goes by the persons of the household; as a "
               "label it is never read",
               reader_word(reader, TABLE_HOUSEHOLDS, "single", "enlig"));
}

void warn_of_terms(struct reader *reader)
{
    struct id_index labels = {0};
    index_labels(reader, &labels);
    if (!reader->starved) {
        warn_of_reserved(reader, &labels);
        warn_of_market_rent(reader);
        warn_of_moves(reader);
        warn_of_flexible(reader);
        warn_of_labels(reader);
    }
    id_index_free(&labels);
}
