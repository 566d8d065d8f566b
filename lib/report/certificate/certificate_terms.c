/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/certificate/certificate_terms.h"

#include <string.h>

#include "base/words.h"

/* Far beyond any use, and small enough that no product leaves 128 bits. */
static const int64_t largest = INT64_C(1000000000000000000);

bool wide_add(wide *sum, wide value)
{
    return !__builtin_add_overflow(*sum, value, sum);
}

void complain_of_line(struct certificate_check *check, const struct result_row *line, int column,
                      const char *text)
{
    complain(check->complaints, cell_place(check->table, line, column), "%s",
             husly_words(check->complaints->language, text));
}

enum line_kind line_kind_of(const struct result_row *line)
{
    static const char *const words[] = {"row", "use", "not", "at_least", "at_most", "level"};
    int kind = LINE_ROW;
    while (kind < LINE_UNKNOWN && !text_equal(words[kind], line->cells[CERTIFICATE_WHAT].text))
        kind++;
    return (enum line_kind)kind;
}

/* An earlier cut of the part by the digits of its number. */
static struct certificate_row *find_cut(const struct certificate_check *check, const char *digits)
{
    int64_t number = 0;
    const size_t size = strlen(digits);
    if (size == 0 || size > 9 || digits[0] == '0' || digits[strspn(digits, "0123456789")] != '\0')
        return NULL;
    for (; *digits != '\0'; digits++)
        number = 10 * number + (*digits - '0');
    return number <= check->cut_count ? &check->cuts[number - 1] : NULL;
}

static struct certificate_row *find_row(struct certificate_check *check, const char *unit,
                                        enum term_place place)
{
    if (strncmp(unit, "cut/", 4) == 0)
        return place == TERM_IN_ASIDE ? NULL : find_cut(check, unit + 4);
    if (place != TERM_IN_CUT && strncmp(unit, "household/", 10) == 0)
        return NULL;
    return certificate_row_find(&check->rows, unit);
}

const struct certificate_row *term_read(struct certificate_check *check,
                                        const struct result_row *line, enum term_place place,
                                        int64_t *multiplier)
{
    const struct result_cell *cell = &line->cells[CERTIFICATE_MULTIPLIER];
    struct certificate_row *row = find_row(check, line->cells[CERTIFICATE_UNIT].text, place);
    if (check->rows.failed)
        return NULL;
    if (row == NULL) {
        complain_of_line(check, line, CERTIFICATE_UNIT,
                         WORDS_LATER("no row of this round that may be used here"));
        return NULL;
    }
    const char *refused = certificate_parts_refuse(&check->parts, &check->rows, check->part, row);
    if (refused != NULL) {
        complain_of_line(check, line, CERTIFICATE_UNIT, refused);
        return NULL;
    }
    if (!cell->filled || cell->number > largest || cell->number < -largest) {
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         WORDS_LATER("a row needs a multiplier, at most 10^18 in size"));
        return NULL;
    }
    if (cell->number < 0 && !row->equal) {
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         WORDS_LATER("only a row of a party or of a near label may have a negative "
                                     "multiplier"));
        return NULL;
    }
    *multiplier = cell->number;
    return row;
}

/* Adds a line's row to the price table; false after complaining. */
static bool load_line(struct certificate_check *check, const struct result_row *line,
                      enum term_place place)
{
    int64_t multiplier = 0;
    const struct certificate_row *row = term_read(check, line, place, &multiplier);
    if (row == NULL)
        return false;
    const enum price_answer answer = price_table_add(&check->prices, row, multiplier);
    if (answer == PRICE_TOO_LARGE)
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         WORDS_LATER("the numbers are too large"));
    check->rows.failed = check->rows.failed || answer == PRICE_NO_MEMORY;
    return answer == PRICE_TAKEN;
}

bool terms_load(struct certificate_check *check, const struct certificate_block *block,
                enum term_place place)
{
    bool done = true;
    price_table_clear(&check->prices);
    for (size_t at = 0; at < block->count && done; at++) {
        if (line_kind_of(&block->lines[at]) == LINE_ROW)
            done = load_line(check, &block->lines[at], place);
    }
    return done;
}
