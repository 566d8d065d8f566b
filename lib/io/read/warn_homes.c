/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Households and dwellings that are lawful input but look like a slip. */
#include <string.h>

#include "base/memory.h"
#include "base/words.h"
#include "io/read/tally.h"

static void warn_of_rewritten(struct tally *rewritten, struct reader *reader,
                              enum table_number table, size_t offset)
{
    tally_warn(rewritten, reader, table, offset,
               "a spreadsheet rewrites such an id when it opens the file; begin it with a letter");
}

/* The rows of a table as ids with their lines: every row begins with its id. */
static void warn_of_ids(struct reader *reader, enum table_number number)
{
    const struct table *table = table_find(number);
    const char *rows;
    size_t count;
    memcpy(&rows, (const char *)reader->round + table->rows_offset, sizeof rows);
    memcpy(&count, (const char *)reader->round + table->count_offset, sizeof count);

    struct tally rewritten = {0};
    for (size_t i = 0; i < count; i++) {
        const void *row = rows + i * table->row_size;
        const char *id = *(const char *const *)row;
        if (id != NULL && text_is_rewritten(id))
            tally_add(&rewritten, id,
                      *(const int64_t *)(const void *)((const char *)row + table->line_offset));
    }
    warn_of_rewritten(&rewritten, reader, number, table->columns[0].offset);
}

/* Without sections.csv the sections' ids are only in dwellings.csv. */
static void warn_of_section_ids(struct reader *reader)
{
    struct tally rewritten = {0};
    for (size_t i = 0; i < reader->round->dwelling_count; i++) {
        const husly_dwelling *dwelling = &reader->round->dwellings[i];
        if (dwelling->section_id != NULL && text_is_rewritten(dwelling->section_id))
            tally_add(&rewritten, dwelling->section_id, dwelling->line);
    }
    warn_of_rewritten(&rewritten, reader, TABLE_DWELLINGS, offsetof(husly_dwelling, section_id));
}

static bool lists_area(const char *list, const char *id, size_t size)
{
    while (list != NULL && *list != '\0') {
        const size_t length = strcspn(list, " ");
        if (length == size && memcmp(list, id, size) == 0)
            return true;
        list += length + strspn(list + length, " ");
    }
    return false;
}

static bool wishes_what_it_avoids(const husly_household *household)
{
    const char *wish = household->wishes;
    while (wish != NULL && *wish != '\0') {
        const size_t size = strcspn(wish, " ");
        if (lists_area(household->avoid, wish, size))
            return true;
        wish += size + strspn(wish + size, " ");
    }
    return false;
}

static void warn_of_wishes(struct reader *reader)
{
    struct tally both = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && wishes_what_it_avoids(household))
            tally_add(&both, household->household_id, household->line);
    }
    tally_warn(&both, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, avoid),
               "an area is both wished and avoided; avoid wins");
}

static void warn_of_waiting(struct reader *reader)
{
    const husly_date today = reader->round->policy.round_date;
    struct tally later = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && today != HUSLY_NO_DATE &&
            household->waiting_since > today)
            tally_add(&later, household->household_id, household->line);
    }
    tally_warn(&later, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, waiting_since),
               "later than the round date; it counts as 0 days");
}

static bool leaves_this_round(const husly_policy *policy, const husly_household *household)
{
    return household->current_place != NULL && household->current_until != HUSLY_NO_DATE &&
           household->current_until > policy->round_date &&
           household->current_until < policy->round_date + policy->round_days;
}

static void warn_of_leaving(struct reader *reader)
{
    struct tally leaving = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && leaves_this_round(&reader->round->policy, household))
            tally_add(&leaving, household->household_id, household->line);
    }
    tally_warn(&leaving, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, current_until),
               "the present place must be left before the next round");
}

static void warn_of_income(struct reader *reader)
{
    struct tally unknown = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && household->income == HUSLY_NO_AMOUNT &&
            household->adults > 0 && household->benefit_class == HUSLY_CLASS_NONE &&
            !reader_row_is_wrong(reader, TABLE_HOUSEHOLDS, household->line))
            tally_add(&unknown, household->household_id, household->line);
    }
    tally_warn(&unknown, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, income),
               "no income is given, so housing benefit counts as 0");
}

/* Only these kinds carry housing benefit: contract § 3. */
static bool carries_benefit(husly_kind kind)
{
    return kind == HUSLY_KIND_FAMILY || kind == HUSLY_KIND_YOUTH || kind == HUSLY_KIND_ELDERLY ||
           kind == HUSLY_KIND_PRIVATE || kind == HUSLY_KIND_MUNICIPAL;
}

static void warn_of_square_metres(struct reader *reader)
{
    struct tally unknown = {0};
    for (size_t i = 0; i < reader->round->dwelling_count; i++) {
        const husly_dwelling *dwelling = &reader->round->dwellings[i];
        if (dwelling->dwelling_id != NULL && dwelling->area_m2 == HUSLY_NO_NUMBER &&
            carries_benefit(dwelling->kind) &&
            !reader_row_is_wrong(reader, TABLE_DWELLINGS, dwelling->line))
            tally_add(&unknown, dwelling->dwelling_id, dwelling->line);
    }
    tally_warn(&unknown, reader, TABLE_DWELLINGS, offsetof(husly_dwelling, area_m2),
               "no area in m² is given, so housing benefit counts as 0");
}

static void warn_of_no_benefit(struct reader *reader)
{
    struct tally families = {0};
    for (size_t i = 0; i < reader->round->household_count; i++) {
        const husly_household *household = &reader->round->households[i];
        if (household->household_id != NULL && household->children > 0 && household->adults > 0)
            tally_add(&families, household->household_id, household->line);
    }
    tally_warn(&families, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, children),
               "a household with children is judged without housing benefit; set the rule %s, "
               "such as auto",
               reader_rule(reader, "housing_benefit"));
}

static const char *label_at(const husly_household *household, size_t offset)
{
    return *(const char *const *)(const void *)((const char *)household + offset);
}

/* Members by label of one column, so that a label used once is noticed. */
static void find_lonely(struct reader *reader, size_t offset, struct tally *single)
{
    const husly_round *round = reader->round;
    struct id_index labels = {0};
    struct id_index again = {0};
    int64_t before = 0;
    for (size_t i = 0; i < round->household_count; i++) {
        const char *label = label_at(&round->households[i], offset);
        if (label == NULL)
            continue;
        const bool added = id_index_add(&labels, label, round->households[i].line, &before) &&
                           (before == 0 || id_index_add(&again, label, 1, &before));
        reader->starved = reader->starved || !added;
    }
    for (size_t i = 0; i < round->household_count && !reader->starved; i++) {
        const husly_household *household = &round->households[i];
        const char *label = label_at(household, offset);
        if (household->household_id != NULL && label != NULL && !id_index_has(&again, label))
            tally_add(single, household->household_id, household->line);
    }
    id_index_free(&labels);
    id_index_free(&again);
}

static void warn_of_company(struct reader *reader)
{
    struct tally party = {0}, near = {0};
    find_lonely(reader, offsetof(husly_household, party), &party);
    tally_warn(&party, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, party),
               "no other household has its party label; it is placed as an ordinary household");
    find_lonely(reader, offsetof(husly_household, near), &near);
    tally_warn(&near, reader, TABLE_HOUSEHOLDS, offsetof(husly_household, near),
               "no other household has its near label; it is placed as an ordinary household");
}

static void warn_of_nothing(struct reader *reader)
{
    static const enum table_number required[] = {TABLE_HOUSEHOLDS, TABLE_DWELLINGS};
    const size_t counts[] = {reader->round->household_count, reader->round->dwelling_count};
    for (size_t i = 0; i < 2; i++) {
        const struct table_state *state = &reader->tables[required[i]];
        if (state->present && !state->broken && counts[i] == 0)
            finding_warning(&reader->findings, reader_file(reader, required[i]),
                            reader->by_hand
                                ? WORDS_LATER("no rows; nothing can be placed")
                                : WORDS_LATER("only a header line; nothing can be placed"));
    }
}

void warn_of_homes(struct reader *reader)
{
    const husly_policy *policy = &reader->round->policy;
    warn_of_nothing(reader);
    warn_of_ids(reader, TABLE_HOUSEHOLDS);
    warn_of_ids(reader, TABLE_DWELLINGS);
    warn_of_ids(reader, TABLE_SECTIONS);
    warn_of_ids(reader, TABLE_AREAS);
    warn_of_ids(reader, TABLE_ORGANISATIONS);
    if (!reader->tables[TABLE_SECTIONS].present)
        warn_of_section_ids(reader);
    warn_of_waiting(reader);
    if (policy->round_date != HUSLY_NO_DATE)
        warn_of_leaving(reader);
    warn_of_wishes(reader);
    warn_of_company(reader);
    if (policy->affordability && policy->housing_benefit == HUSLY_BENEFIT_NONE)
        warn_of_no_benefit(reader);
    if (policy->housing_benefit != HUSLY_BENEFIT_NONE) {
        warn_of_income(reader);
        warn_of_square_metres(reader);
    }
}
