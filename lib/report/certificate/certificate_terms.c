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
    static const char *const words[] = {"row", "use", "not", "at_least", "at_most"};
    int kind = LINE_ROW;
    while (kind < LINE_UNKNOWN && !text_equal(words[kind], line->cells[CERTIFICATE_WHAT].text))
        kind++;
    return (enum line_kind)kind;
}

/* An earlier cut of the stage by the digits of its number. */
static const struct certificate_row *find_cut(const struct certificate_check *check,
                                              const char *digits)
{
    int64_t number = 0;
    const size_t size = strlen(digits);
    if (size == 0 || size > 9 || digits[0] == '0' || digits[strspn(digits, "0123456789")] != '\0')
        return NULL;
    for (; *digits != '\0'; digits++)
        number = 10 * number + (*digits - '0');
    return number <= check->cut_count ? &check->cuts[number - 1] : NULL;
}

static const struct certificate_row *find_row(struct certificate_check *check, const char *unit,
                                              bool in_cut)
{
    if (strncmp(unit, "cut/", 4) == 0)
        return find_cut(check, unit + 4);
    if (!in_cut && strncmp(unit, "household/", 10) == 0)
        return NULL;
    return certificate_row_find(&check->rows, unit);
}

const struct certificate_row *term_read(struct certificate_check *check,
                                        const struct result_row *line, bool in_cut,
                                        int64_t *multiplier)
{
    const struct result_cell *cell = &line->cells[CERTIFICATE_MULTIPLIER];
    const struct certificate_row *row = find_row(check, line->cells[CERTIFICATE_UNIT].text, in_cut);
    if (check->rows.failed)
        return NULL;
    if (row == NULL) {
        complain_of_line(check, line, CERTIFICATE_UNIT,
                         "no row of this round that may be used here");
        return NULL;
    }
    if (!cell->filled || cell->number > largest || cell->number < -largest) {
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         "a row needs a multiplier, at most 10^18 in size");
        return NULL;
    }
    if (cell->number < 0 && !row->equal) {
        complain_of_line(check, line, CERTIFICATE_MULTIPLIER,
                         "only a row of a party or of a near label may have a negative multiplier");
        return NULL;
    }
    *multiplier = cell->number;
    return row;
}

bool term_add(wide *sums, const struct certificate_row *row, int64_t multiplier)
{
    for (int at = 0; at < row->count; at++) {
        const struct row_entry *entry = &row->entries[at];
        if (!wide_add(&sums[entry->column], (wide)multiplier * entry->coefficient))
            return false;
    }
    return true;
}
