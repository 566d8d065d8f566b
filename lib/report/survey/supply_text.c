/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/survey/supply_text.h"

#include "base/amount.h"
#include "base/words.h"
#include "report/grid.h"

/* A table under way: its grid, the language of its heads, and where it goes. */
struct sheet {
    struct grid grid;
    struct text cells;
    husly_language language;
    struct text *out;
};

static void sheet_words(struct sheet *sheet, const char *english)
{
    grid_text(&sheet->grid, husly_words(sheet->language, english));
}

/* Begins with a title and the heads of its columns. */
static void sheet_open(struct sheet *sheet, const char *title, const char *const *heads,
                       int columns)
{
    sheet->cells = (struct text){0};
    sheet->grid.cells = &sheet->cells;
    sheet->grid.columns = columns;
    text_add_format(sheet->out, "\n%s\n", husly_words(sheet->language, title));
    for (int column = 0; column < columns; column++)
        sheet_words(sheet, heads[column]);
}

static void sheet_close(struct sheet *sheet)
{
    grid_close(&sheet->grid, sheet->out);
}

static void sheet_kroner(struct sheet *sheet, husly_amount amount)
{
    amount_add(&sheet->cells, amount, sheet->language == HUSLY_DANISH ? ',' : '.');
    text_add_string(&sheet->cells, "\n");
}

static void sheet_limit(struct sheet *sheet, int64_t limit)
{
    if (limit == SUPPLY_NO_LIMIT)
        grid_text(&sheet->grid, "");
    else
        grid_number(&sheet->grid, limit);
}

static void sheet_count(struct sheet *sheet, const char *english, int64_t count)
{
    sheet_words(sheet, english);
    grid_number(&sheet->grid, count);
}

/* A line for each thing that closes dwellings in this round. */
static void tell_closed(struct sheet *sheet, const struct supply *supply)
{
    static const char *const closings[CLOSED_NOT] = {
        [CLOSED_WAITING] = WORDS_LATER("closed: not agreed with the landlord"),
        [CLOSED_LET] = WORDS_LATER("closed: let already"),
        [CLOSED_ABOVE_MARKET] = WORDS_LATER("closed: above the market rent"),
        [CLOSED_ABOVE_MAX_RENT] = WORDS_LATER("closed: above the section's rent"),
        [CLOSED_NOT_TURN] = WORDS_LATER("closed: not the municipality's turn"),
        [CLOSED_NOT_OFFERED] = WORDS_LATER("closed: not offered")};
    for (int closing = 0; closing < CLOSED_NOT; closing++) {
        if (supply->closed[closing] > 0)
            sheet_count(sheet, closings[closing], supply->closed[closing]);
    }
}

void supply_tell_counts(struct text *text, const struct supply *supply, husly_language language)
{
    struct sheet sheet = {.language = language, .out = text};
    sheet.grid = (struct grid){&sheet.cells, 1, 2};
    const struct supply_counts *counts = &supply->counts;
    sheet_count(&sheet, WORDS_LATER("households"), counts->households);
    sheet_count(&sheet, WORDS_LATER("persons"), counts->persons);
    sheet_count(&sheet, WORDS_LATER("permanent dwellings"), counts->dwellings);
    sheet_count(&sheet, WORDS_LATER("for one household"), counts->single);
    sheet_count(&sheet, WORDS_LATER("for several households"), counts->several);
    sheet_count(&sheet, WORDS_LATER("places in these"), counts->places);
    sheet_count(&sheet, WORDS_LATER("transit dwellings"), counts->transit);
    sheet_count(&sheet, WORDS_LATER("places in these"), counts->transit_places);
    tell_closed(&sheet, supply);
    sheet_count(&sheet, WORDS_LATER("family and youth, at most by the right"), counts->usable);
    sheet_close(&sheet);
}

static void tell_sizes(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("persons"), WORDS_LATER("households"),
                                        WORDS_LATER("dwellings"), WORDS_LATER("without")};
    sheet_open(sheet, WORDS_LATER("By size"), heads, 4);
    for (int s = 0; s < supply->size_count; s++) {
        const struct supply_size *row = &supply->sizes[s];
        grid_number(&sheet->grid, row->persons);
        grid_number(&sheet->grid, row->households);
        grid_number(&sheet->grid, row->dwellings);
        grid_number(&sheet->grid, row->without);
    }
    sheet_close(sheet);
}

static void tell_rents(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("from"), WORDS_LATER("below"),
                                        WORDS_LATER("dwellings"), WORDS_LATER("can pay"),
                                        WORDS_LATER("lawful")};
    sheet_open(sheet, WORDS_LATER("By rent with utilities, kr. a month"), heads, 5);
    for (int r = 0; r < supply->rent_count; r++) {
        const struct supply_rent *row = &supply->rents[r];
        sheet_kroner(sheet, row->from);
        sheet_kroner(sheet, row->below);
        grid_number(&sheet->grid, row->dwellings);
        grid_number(&sheet->grid, row->can_pay);
        grid_number(&sheet->grid, row->lawful);
    }
    sheet_close(sheet);
}

static void tell_accesses(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("step-free"), WORDS_LATER("households"),
                                        WORDS_LATER("dwellings"), WORDS_LATER("fitting"),
                                        WORDS_LATER("without")};
    sheet_open(sheet, WORDS_LATER("By access"), heads, 5);
    for (int a = 0; a < 2; a++) {
        const struct supply_access *row = &supply->accesses[a];
        sheet_words(sheet, row->step_free ? WORDS_LATER("yes") : WORDS_LATER("no"));
        grid_number(&sheet->grid, row->households);
        grid_number(&sheet->grid, row->dwellings);
        grid_number(&sheet->grid, row->fitting);
        grid_number(&sheet->grid, row->without);
    }
    sheet_close(sheet);
}

static void tell_areas(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("area"),          WORDS_LATER("listed"),
                                        WORDS_LATER("dwellings"),     WORDS_LATER("persons left"),
                                        WORDS_LATER("children left"), WORDS_LATER("wishes"),
                                        WORDS_LATER("lawful")};
    if (supply->area_count == 0)
        return;
    sheet_open(sheet, WORDS_LATER("By area"), heads, 7);
    for (int a = 0; a < supply->area_count; a++) {
        const struct supply_area *row = &supply->areas[a];
        if (row->area != NULL)
            grid_text(&sheet->grid, row->area);
        else
            sheet_words(sheet, WORDS_LATER("(no area)"));
        sheet_words(sheet, row->listed ? WORDS_LATER("yes") : WORDS_LATER("no"));
        grid_number(&sheet->grid, row->dwellings);
        sheet_limit(sheet, row->persons_left);
        sheet_limit(sheet, row->children_left);
        grid_number(&sheet->grid, row->wishes);
        grid_number(&sheet->grid, row->lawful);
    }
    sheet_close(sheet);
}

static void tell_sections(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("section"), WORDS_LATER("dwellings"),
                                        WORDS_LATER("households left")};
    if (supply->section_count == 0)
        return;
    sheet_open(sheet, WORDS_LATER("Sections with a limit"), heads, 3);
    for (int s = 0; s < supply->section_count; s++) {
        const struct supply_section *row = &supply->sections[s];
        grid_text(&sheet->grid, row->section);
        grid_number(&sheet->grid, row->dwellings);
        grid_number(&sheet->grid, row->households_left);
    }
    sheet_close(sheet);
}

/* A column of its own only where letting is flexible anywhere. */
static bool has_flexible(const struct supply *supply)
{
    int64_t sum = 0;
    for (int r = 0; r < supply->right_count; r++)
        sum += supply->rights[r].flexible;
    return sum > 0;
}

static void tell_rights(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("unit"),     WORDS_LATER("organisation"),
                                        WORDS_LATER("reported"), WORDS_LATER("closed"),
                                        WORDS_LATER("offered"),  WORDS_LATER("entitlement"),
                                        WORDS_LATER("extras"),   WORDS_LATER("flexible")};
    const bool flexible = has_flexible(supply);
    if (supply->right_count == 0)
        return;
    sheet_open(sheet, WORDS_LATER("By unit of the right"), heads, flexible ? 8 : 7);
    for (int r = 0; r < supply->right_count; r++) {
        const struct supply_right *row = &supply->rights[r];
        grid_text(&sheet->grid, row->unit);
        grid_text(&sheet->grid, row->organisation != NULL ? row->organisation : "");
        grid_number(&sheet->grid, row->reported);
        grid_number(&sheet->grid, row->closed);
        grid_number(&sheet->grid, row->offered);
        grid_number(&sheet->grid, row->entitlement);
        grid_number(&sheet->grid, row->extras);
        if (flexible)
            grid_number(&sheet->grid, row->flexible);
    }
    sheet_close(sheet);
}

static void tell_households(struct sheet *sheet, const struct supply *supply)
{
    static const char *const heads[] = {WORDS_LATER("household"), WORDS_LATER("persons"),
                                        WORDS_LATER("lawful"), WORDS_LATER("open"),
                                        WORDS_LATER("reason")};
    sheet_open(sheet, WORDS_LATER("Household by household"), heads, 5);
    for (int h = 0; h < supply->household_count; h++) {
        const struct supply_household *row = &supply->households[h];
        grid_text(&sheet->grid, row->household);
        grid_number(&sheet->grid, row->persons);
        grid_number(&sheet->grid, row->lawful);
        grid_number(&sheet->grid, row->open);
        grid_text(&sheet->grid, row->code != NULL ? husly_words(sheet->language, row->code) : "");
    }
    sheet_close(sheet);
}

void supply_tell_tables(struct text *text, const struct supply *supply, husly_language language)
{
    struct sheet sheet = {.language = language, .out = text};
    tell_sizes(&sheet, supply);
    tell_rents(&sheet, supply);
    sheet.grid.left = 1;
    tell_accesses(&sheet, supply);
    sheet.grid.left = 1 | 2;
    tell_areas(&sheet, supply);
    sheet.grid.left = 1;
    tell_sections(&sheet, supply);
    sheet.grid.left = 1 | 2;
    tell_rights(&sheet, supply);
    sheet.grid.left = 1 | 16;
    tell_households(&sheet, supply);
}
