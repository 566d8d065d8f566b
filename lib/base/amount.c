/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/amount.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "base/words.h"

enum { DECIMAL_BYTES = 32 };

/* What a number of one digit less is at most, and what to say of one that is longer. */
struct length {
    int64_t largest_before;
    const char *too_long;
};

/* No number of a round has more than twelve digits, so that twelve months of øre stay far from the
 * end of int64. */
static const struct length given = {INT64_C(99999999999),
                                    WORDS_LATER("too large; a number has at most 12 digits here")};

/* What follows from such numbers may be longer; in øre it still fits into int64. */
static const struct length derived = {
    INT64_C(999999999999999), WORDS_LATER("too large; an amount has at most 16 digits here")};

static const char bad_groups[] =
    WORDS_LATER("a point may only stand before groups of exactly three digits, as in 7.500; write "
                "a decimal comma for decimals");
static const char comma_here[] =
    WORDS_LATER("a comma has two readings here; write no thousands mark and a decimal point");

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A number without sign, taken apart: digits before the mark, and those after it. */
struct parts {
    const struct length *length;
    int64_t whole;
    char decimals[DECIMAL_BYTES];
    size_t decimal_count; /* may exceed what `decimals` holds; 0 = no decimal mark */
    const char *end;
};

static size_t count_digits(const char *at)
{
    size_t count = 0;
    while (is_digit(at[count]))
        count++;
    return count;
}

static const char *add_digits(struct parts *parts, const char *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (parts->whole > parts->length->largest_before)
            return parts->length->too_long;
        parts->whole = parts->whole * 10 + (at[i] - '0');
    }
    return NULL;
}

/* The digits before the decimal mark, with points between groups of three where they may stand. */
static const char *scan_whole(struct parts *parts, struct number_style style)
{
    size_t count = count_digits(parts->end);
    const char *wrong = add_digits(parts, parts->end, count);
    bool grouped = style.thousands && parts->end[count] == '.';
    if (grouped && (count > 3 || parts->end[0] == '0'))
        return bad_groups;
    parts->end += count;
    while (wrong == NULL && grouped && *parts->end == '.') {
        if (count_digits(parts->end + 1) != 3)
            return bad_groups;
        wrong = add_digits(parts, parts->end + 1, 3);
        parts->end += 4;
    }
    return wrong;
}

static void scan_decimals(struct parts *parts, struct number_style style)
{
    if (*parts->end != style.decimal)
        return;
    size_t count = count_digits(parts->end + 1);
    if (count == 0)
        return;
    size_t kept = count < DECIMAL_BYTES ? count : DECIMAL_BYTES - 1;
    memcpy(parts->decimals, parts->end + 1, kept);
    parts->decimal_count = count;
    parts->end += 1 + count;
}

/* Takes a number apart; `shape` says what would be right when the text is no number at all. */
static const char *scan(const char *text, struct number_style style, const char *shape,
                        struct parts *parts)
{
    parts->end = text;
    if (!is_digit(*text))
        return shape;
    const char *wrong = scan_whole(parts, style);
    if (wrong != NULL)
        return wrong;
    scan_decimals(parts, style);
    if (*parts->end == ',' && style.decimal == '.')
        return comma_here;
    return *parts->end == '\0' ? NULL : shape;
}

/* The value in hundredths; there are at most two decimals. */
static int64_t hundredths(const struct parts *parts)
{
    int tens = parts->decimal_count > 0 ? parts->decimals[0] - '0' : 0;
    int ones = parts->decimal_count > 1 ? parts->decimals[1] - '0' : 0;
    return parts->whole * 100 + (tens * INT64_C(10) + ones);
}

static const char *parse_kroner(const char *text, struct number_style style,
                                const struct length *length, husly_amount *out)
{
    const char *shape = style.decimal == ','
                            ? WORDS_LATER("not an amount; write kroner such as 7500 or 7500,50")
                            : WORDS_LATER("not an amount; write kroner such as 7500 or 7500.50");
    struct parts parts = {.length = length};
    if (*text == '-' && is_digit(text[1]))
        return WORDS_LATER("an amount is 0 or more; write kroner without a sign");
    const char *wrong = scan(text, style, shape, &parts);
    if (wrong != NULL)
        return wrong;
    if (parts.decimal_count > 2)
        return WORDS_LATER(
            "more than two decimals; write whole kroner, or kroner and øre with two decimals");
    *out = hundredths(&parts);
    return NULL;
}

const char *amount_parse(const char *text, struct number_style style, husly_amount *out)
{
    return parse_kroner(text, style, &given, out);
}

const char *amount_parse_derived(const char *text, struct number_style style, husly_amount *out)
{
    return parse_kroner(text, style, &derived, out);
}

static const char *whole_shape(int64_t low)
{
    if (low < 0)
        return WORDS_LATER("not a whole number; write … -1, 0, 1, 2 …");
    return low == 0 ? WORDS_LATER("not a whole number; write 0, 1, 2 …")
                    : WORDS_LATER("not a whole number; write 1, 2, 3 …");
}

static const char *too_small(int64_t low)
{
    if (low < 0)
        return WORDS_LATER("smaller than allowed here");
    return low == 0 ? WORDS_LATER("less than 0; write 0, 1, 2 …")
                    : WORDS_LATER("less than 1; write 1, 2, 3 …");
}

const char *whole_parse(const char *text, struct number_style style, int64_t low, int64_t high,
                        int64_t *out)
{
    struct parts parts = {.length = &given};
    bool negative = *text == '-';
    const char *wrong = scan(text + (negative ? 1 : 0), style, whole_shape(low), &parts);
    if (wrong != NULL)
        return wrong;
    if (parts.decimal_count > 0)
        return whole_shape(low);
    int64_t value = negative ? -parts.whole : parts.whole;
    if (value < low)
        return too_small(low);
    if (value > high)
        return WORDS_LATER("larger than allowed here");
    *out = value;
    return NULL;
}

/* 1/3: held as it is written. */
static const char *fraction_parse(const char *text, const char *slash, husly_share *out)
{
    static const char shape[] = WORDS_LATER("not a fraction; write one such as 1/3, at most 1/1");
    size_t above = count_digits(text);
    size_t below = count_digits(slash + 1);
    if (above == 0 || text + above != slash || below == 0 || slash[1 + below] != '\0')
        return shape;
    struct parts part = {.length = &given};
    struct parts whole = {.length = &given};
    if (above > 9 || below > 9)
        return WORDS_LATER("too large; a fraction has at most nine digits above and below");
    add_digits(&part, text, above);
    add_digits(&whole, slash + 1, below);
    if (whole.whole == 0 || part.whole > whole.whole)
        return shape;
    *out = (husly_share){part.whole, whole.whole};
    return NULL;
}

const char *share_parse(const char *text, struct number_style style, husly_share *out)
{
    static const char shape[] = WORDS_LATER(
        "not a share; write per cent from 0 to 100 without a sign, such as 25, or a fraction: 1/3");
    const char *slash = strchr(text, '/');
    if (slash != NULL)
        return fraction_parse(text, slash, out);
    struct parts parts = {.length = &given};
    const char *wrong = scan(text, style, shape, &parts);
    if (wrong != NULL)
        return wrong;
    if (parts.decimal_count > 2)
        return WORDS_LATER(
            "more than two decimals; write per cent with at most two, or a fraction: 1/3");
    int64_t basis_points = hundredths(&parts);
    if (basis_points > 10000)
        return WORDS_LATER("more than 100 per cent; write per cent from 0 to 100, such as 25");
    *out = (husly_share){basis_points, 10000};
    return NULL;
}

const char *decimal_parse(const char *text, struct number_style style, char out[32])
{
    const char *shape = style.decimal == ','
                            ? WORDS_LATER("not a number; write one such as 12,5683, with a "
                                          "decimal comma and no thousands mark")
                            : WORDS_LATER("not a number; write one such as 12.5683, with a "
                                          "decimal point and no thousands mark");
    size_t size = strlen(text);
    if (size >= DECIMAL_BYTES)
        return WORDS_LATER("too long; write at most 31 characters");
    size_t sign = *text == '-' ? 1 : 0;
    size_t before = count_digits(text + sign);
    if (before == 0)
        return shape;
    const char *mark = text + sign + before;
    size_t after = *mark == style.decimal ? count_digits(mark + 1) : 0;
    if (mark[after > 0 ? after + 1 : 0] != '\0')
        return shape;
    memcpy(out, text, size + 1);
    if (after > 0)
        out[mark - text] = '.';
    return NULL;
}

void amount_add(struct text *text, husly_amount amount, char decimal)
{
    if (amount == HUSLY_NO_AMOUNT)
        return;
    int64_t size = amount < 0 ? -amount : amount;
    text_add_format(text, "%s%" PRId64, amount < 0 ? "-" : "", size / 100);
    if (size % 100 != 0)
        text_add_format(text, "%c%02d", decimal, (int)(size % 100));
}
