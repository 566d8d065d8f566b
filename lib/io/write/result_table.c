/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/result_table.h"

#include <string.h>

#include "base/amount.h"
#include "base/memory.h"
#include "base/words.h"
#include "io/csv.h"
#include "io/dialect.h"
#include "io/read/cell.h"
#include "io/read/decode.h"
#include "io/read/heading.h"

/* As many complaints are kept as are ever told. */
enum { COMPLAINTS_KEPT = 100 };

static const struct result_column placement_columns[PLACEMENT_END] = {
    [PLACEMENT_HOUSEHOLD] = {"household_id", "husstand", RESULT_TEXT, true},
    [PLACEMENT_DWELLING] = {"dwelling_id", "bolig", RESULT_TEXT, true},
    [PLACEMENT_SECTION] = {"section_id", "afdeling", RESULT_TEXT, false},
    [PLACEMENT_AREA] = {"area_id", "område", RESULT_TEXT, false},
    [PLACEMENT_PERSONS] = {"persons", "personer", RESULT_WHOLE, false},
    [PLACEMENT_RENT] = {"rent", "husleje", RESULT_AMOUNT, false},
    [PLACEMENT_UTILITIES] = {"utilities", "forbrug", RESULT_AMOUNT, false},
    [PLACEMENT_BENEFIT] = {"housing_benefit", "boligstøtte", RESULT_AMOUNT, false},
    [PLACEMENT_NET_RENT] = {"net_rent", "nettohusleje", RESULT_AMOUNT, false},
    [PLACEMENT_BUDGET] = {"budget", "budget", RESULT_AMOUNT, false},
    [PLACEMENT_MARGIN] = {"margin", "råderum", RESULT_AMOUNT, false},
    [PLACEMENT_NEED] = {"need", "behov", RESULT_WHOLE, false},
    [PLACEMENT_FIT] = {"fit", "pasning", RESULT_WHOLE, false},
};

static const struct result_column unplaced_columns[UNPLACED_END] = {
    [UNPLACED_HOUSEHOLD] = {"household_id", "husstand", RESULT_TEXT, true},
    [UNPLACED_PERSONS] = {"persons", "personer", RESULT_WHOLE, true},
    [UNPLACED_NEED] = {"need", "behov", RESULT_WHOLE, true},
    [UNPLACED_REASON] = {"reason", "årsag", RESULT_TEXT, true},
    [UNPLACED_DETAIL] = {"detail", "forklaring", RESULT_TEXT, true},
    [UNPLACED_TEMPORARY] = {"temporary_dwelling_id", "midlertidig_bolig", RESULT_TEXT, true},
    [UNPLACED_HELP] = {"what_would_help", "hvad_kan_hjælpe", RESULT_TEXT, true},
};

static const struct result_column breakdown_columns[BREAKDOWN_END] = {
    [BREAKDOWN_HOUSEHOLD] = {"household_id", "husstand", RESULT_TEXT, true},
    [BREAKDOWN_DWELLING] = {"dwelling_id", "bolig", RESULT_TEXT, true},
    [BREAKDOWN_TERM] = {"term", "mål", RESULT_TEXT, true},
    [BREAKDOWN_ABOUT] = {"about", "om", RESULT_TEXT, true},
    [BREAKDOWN_MEASURE] = {"measure", "målt", RESULT_WHOLE, true},
    [BREAKDOWN_UNIT] = {"unit", "enhed", RESULT_TEXT, true},
    [BREAKDOWN_WEIGHT] = {"weight", "vægt", RESULT_WHOLE, true},
    [BREAKDOWN_POINTS] = {"points", "point", RESULT_WHOLE, true},
};

static const struct result_column costs_columns[COSTS_END] = {
    [COSTS_HOUSEHOLD] = {"household_id", "husstand", RESULT_TEXT, true},
    [COSTS_PLACE] = {"place", "sted", RESULT_TEXT, true},
    [COSTS_DWELLING] = {"dwelling_id", "bolig", RESULT_TEXT, true},
    [COSTS_UNTIL] = {"until", "til", RESULT_TEXT, true},
    [COSTS_SELF_PAYMENT] = {"self_payment", "egenbetaling", RESULT_AMOUNT, true},
    [COSTS_EXCESS] = {"excess", "kommunens_udgift", RESULT_AMOUNT, true},
    [COSTS_ROUND] = {"cost_round", "udgift_runde", RESULT_AMOUNT, true},
    [COSTS_YEAR] = {"cost_year", "udgift_år", RESULT_AMOUNT, true},
};

static const struct result_column certificate_columns[CERTIFICATE_END] = {
    [CERTIFICATE_STAGE] = {"stage", "stage", RESULT_TEXT, true},
    [CERTIFICATE_LEAF] = {"leaf", "leaf", RESULT_TEXT, true},
    [CERTIFICATE_WHAT] = {"what", "what", RESULT_TEXT, true},
    [CERTIFICATE_UNIT] = {"unit", "unit", RESULT_TEXT, true},
    [CERTIFICATE_MULTIPLIER] = {"multiplier", "multiplier", RESULT_WHOLE, true},
};

const struct result_layout result_placements = {"placements.csv", placement_columns, PLACEMENT_END};
const struct result_layout result_unplaced = {"unplaced.csv", unplaced_columns, UNPLACED_END};
const struct result_layout result_breakdown = {"breakdown.csv", breakdown_columns, BREAKDOWN_END};
const struct result_layout result_costs = {"costs.csv", costs_columns, COSTS_END};
const struct result_layout result_certificate = {"certificate.csv", certificate_columns,
                                                 CERTIFICATE_END};

/* One walk over a table: the header line first, then one row a line. */
struct table_walk {
    struct result *result;
    const struct result_layout *layout;
    struct result_table *table;
    struct number_style numbers;
    size_t width; /* of the header; 0 = it has not come yet */
    size_t room;
    bool unread; /* the header makes the rest useless */
    bool starved;
};

bool result_complain(struct result *result, struct result_complaint complaint)
{
    if (result->complaint_count == COMPLAINTS_KEPT)
        return true;
    const size_t count = result->complaint_count;
    struct result_complaint *grown =
        memory_grow(result->complaints, count, count + 1, sizeof *grown);
    if (grown == NULL)
        return false;
    grown[count] = complaint;
    result->complaints = grown;
    result->complaint_count++;
    return true;
}

static void unread(struct table_walk *walk, int64_t line, int64_t column, const char *field,
                   const char *text)
{
    const struct result_complaint complaint = {walk->layout->source, line, column, field, text};
    walk->starved = !result_complain(walk->result, complaint) || walk->starved;
}

static int column_named(const struct result_layout *layout, const char *name)
{
    int column = 0;
    while (column < layout->column_count &&
           !text_equal_folded(name, layout->columns[column].name) &&
           !text_equal_folded(name, layout->columns[column].alias))
        column++;
    return column;
}

static void read_heading(struct table_walk *walk, const char *name, int64_t line, int field)
{
    const int column = column_named(walk->layout, name);
    if (column == walk->layout->column_count) {
        unread(walk, line, field, "", "no column of this table; remove or rename it");
        return;
    }
    const struct result_column *known = &walk->layout->columns[column];
    const char *shown = text_equal_folded(name, known->name) ? known->name : known->alias;
    if (walk->table->field_of[column] != 0) {
        unread(walk, line, field, shown, "the column is there twice; remove one");
        return;
    }
    walk->table->field_of[column] = field;
    walk->table->name_of[column] = shown;
}

static void read_header(struct table_walk *walk, const struct csv_row *row)
{
    walk->width = row->count;
    for (size_t at = 0; at < row->count; at++)
        read_heading(walk, cell_trim(row->cells[at].bytes), row->line, (int)at + 1);
    for (int column = 0; column < walk->layout->column_count; column++) {
        const struct result_column *known = &walk->layout->columns[column];
        if (walk->table->field_of[column] != 0)
            continue;
        walk->table->name_of[column] = known->name;
        if (!known->required)
            continue;
        unread(walk, row->line, 0, known->name, "the column is missing; add it");
        walk->unread = true;
    }
}

/* Multipliers and totals may be longer than the numbers of a round: up to 18 digits. */
static const char *parse_whole(const char *text, struct number_style numbers, int64_t *out)
{
    const char *digits = text + (*text == '-' ? 1 : 0);
    const size_t size = strlen(digits);
    const bool plain = size > 0 && digits[strspn(digits, "0123456789")] == '\0';
    if (plain && size > 18)
        return WORDS_LATER("too large; a number has at most 18 digits here");
    if (!plain)
        return whole_parse(text, numbers, INT64_MIN, INT64_MAX, out);
    int64_t value = 0;
    for (const char *digit = digits; *digit != '\0'; digit++)
        value = 10 * value + (*digit - '0');
    *out = digits > text ? -value : value;
    return NULL;
}

/* A budget, and what is left of it, may be negative. */
static const char *parse_amount(const char *text, struct number_style numbers, int64_t *out)
{
    const bool negative = *text == '-';
    const char *wrong = amount_parse_derived(text + (negative ? 1 : 0), numbers, out);
    if (wrong == NULL && negative)
        *out = -*out;
    return wrong;
}

static void read_cell(struct table_walk *walk, int column, const struct csv_cell *from,
                      struct result_cell *cell)
{
    const char *text = cell_trim(from->bytes);
    const char *wrong = NULL;
    cell->filled = *text != '\0';
    if (!cell->filled)
        return;
    switch (walk->layout->columns[column].kind) {
    case RESULT_TEXT:
        text = cell_unprotect(text);
        break;
    case RESULT_WHOLE:
        wrong = parse_whole(text, walk->numbers, &cell->number);
        break;
    case RESULT_AMOUNT:
        wrong = parse_amount(text, walk->numbers, &cell->number);
        break;
    }
    if (wrong != NULL)
        unread(walk, from->line, walk->table->field_of[column], walk->table->name_of[column],
               wrong);
    const char *kept = *text == '\0' ? "" : arena_text(walk->result->arena, text, strlen(text));
    if (kept != NULL)
        cell->text = kept;
    walk->starved = kept == NULL || walk->starved;
}

static struct result_row *row_new(struct table_walk *walk)
{
    struct result_table *table = walk->table;
    if (table->count == walk->room) {
        const size_t room = walk->room == 0 ? 64 : 2 * walk->room;
        struct result_row *rows = memory_grow(table->rows, walk->room, room, sizeof *rows);
        if (rows == NULL)
            return NULL;
        table->rows = rows;
        walk->room = room;
    }
    return &table->rows[table->count++];
}

static void read_row(struct table_walk *walk, const struct csv_row *csv)
{
    const int columns = walk->layout->column_count;
    struct result_cell *cells = arena_take(walk->result->arena, (size_t)columns, sizeof *cells);
    struct result_row *row = cells != NULL ? row_new(walk) : NULL;
    if (row == NULL) {
        walk->starved = true;
        return;
    }
    *row = (struct result_row){csv->line, cells};
    if (csv->count != walk->width)
        unread(walk, csv->line, 0, "", "the row has not as many fields as the header");
    for (int column = 0; column < columns; column++) {
        const size_t field = (size_t)walk->table->field_of[column];
        cells[column].text = "";
        if (field > 0 && field <= csv->count)
            read_cell(walk, column, &csv->cells[field - 1], &cells[column]);
    }
}

static bool on_row(const struct csv_row *row, void *user)
{
    struct table_walk *walk = user;
    if (walk->width == 0)
        read_header(walk, row);
    else
        read_row(walk, row);
    return !walk->starved && !walk->unread;
}

static void walk_text(struct table_walk *walk, const struct decoded *decoded)
{
    const struct opening opening = dialect_open(decoded->bytes, decoded->size);
    if (opening.trouble != NULL) {
        unread(walk, 1, 0, "", opening.trouble);
        return;
    }
    walk->numbers = dialect_numbers(opening.delimiter);
    const struct csv_input input = {decoded->bytes + opening.skip, decoded->size - opening.skip,
                                    opening.delimiter, opening.skip > 0 ? 2 : 1};
    struct csv_trouble trouble;
    const husly_status status = csv_read(&input, on_row, walk, &trouble);
    walk->starved = status == HUSLY_E_MEMORY || walk->starved;
    if (status == HUSLY_E_INPUT)
        unread(walk, trouble.line, trouble.column, "", trouble.text);
    else if (status == HUSLY_OK && walk->width == 0)
        unread(walk, 0, 0, "", "the file is empty; it needs a header line");
}

bool result_table_read(struct result *result, const struct result_layout *layout,
                       struct result_table *table, const char *bytes, size_t size)
{
    struct table_walk walk = {.result = result, .layout = layout, .table = table};
    struct decoded decoded;
    int64_t line = 0;
    const char *wrong = decode(&decoded, bytes, size, &line);
    walk.starved = decoded.own.failed;
    if (wrong != NULL)
        unread(&walk, line, 0, "", wrong);
    else if (!walk.starved)
        walk_text(&walk, &decoded);
    decoded_free(&decoded);
    return !walk.starved;
}
