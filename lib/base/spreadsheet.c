/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which ids a spreadsheet takes for a number, a date or a truth value and writes back changed. */
#include <string.h>

#include "base/text.h"

enum { DIGITS_KEPT = 11 }; /* from twelve on a spreadsheet shows 1.23457E+11 */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t skip_digits(const char **at)
{
    size_t count = 0;
    while (is_digit(**at)) {
        (*at)++;
        count++;
    }
    return count;
}

static bool is_truth_value(const char *text)
{
    static const char *const words[] = {"true", "false", "sand", "falsk", "ja", "nej"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_equal_folded(text, words[i]))
            return true;
    }
    return false;
}

/* 007 loses its zeros, a long number its last digits; 12 stays 12. */
static bool is_changed_number(const char *text)
{
    const char *at = text;
    size_t count = skip_digits(&at);
    return *at == '\0' && ((count > 1 && text[0] == '0') || count > DIGITS_KEPT);
}

/* 1E5, 1.5e3, 2E-4. */
static bool is_power_of_ten(const char *text)
{
    if (skip_digits(&text) == 0)
        return false;
    if (*text == '.' && (text++, skip_digits(&text) == 0))
        return false;
    if (*text != 'e' && *text != 'E')
        return false;
    text++;
    if (*text == '-')
        text++;
    return skip_digits(&text) > 0 && *text == '\0';
}

/* 1-2, 3.2016, 2016-03-01, 1.2.16, and 1.50, which is a number in English and a date in Danish. */
static bool is_digits_with_marks(const char *text)
{
    int groups = 0;
    for (;;) {
        size_t count = skip_digits(&text);
        if (count == 0 || count > 4)
            return false;
        groups++;
        if (*text == '\0')
            return groups == 2 || groups == 3;
        if (*text != '-' && *text != '.')
            return false;
        text++;
    }
}

/* The name of a month in Danish or English at the start of the text: its length, else 0. */
static size_t month_length(const char *text)
{
    static const char *const months[] = {
        "january", "januar",  "jan", "february", "februar",  "feb",       "march",    "marts",
        "mar",     "april",   "apr", "may",      "maj",      "june",      "juni",     "jun",
        "july",    "juli",    "jul", "august",   "aug",      "september", "sept",     "sep",
        "october", "oktober", "oct", "okt",      "november", "nov",       "december", "dec"};
    for (size_t i = 0; i < sizeof months / sizeof *months; i++) {
        char start[16] = "";
        size_t length = strlen(months[i]);
        strncat(start, text, length);
        if (text_equal_folded(start, months[i]))
            return length;
    }
    return 0;
}

static const char *skip_mark(const char *at)
{
    return *at == '-' || *at == '.' ? at + 1 : at;
}

/* MAR1, SEPT-2, DEC2016. */
static bool is_month_and_digits(const char *text)
{
    size_t length = month_length(text);
    if (length == 0)
        return false;
    const char *at = skip_mark(text + length);
    size_t count = skip_digits(&at);
    return *at == '\0' && count >= 1 && count <= 4;
}

/* 1-MAR, 5MAJ. */
static bool is_digits_and_month(const char *text)
{
    const char *at = text;
    size_t count = skip_digits(&at);
    if (count == 0 || count > 4)
        return false;
    at = skip_mark(at);
    size_t length = month_length(at);
    return length > 0 && at[length] == '\0';
}

bool text_is_rewritten(const char *text)
{
    return is_truth_value(text) || is_changed_number(text) || is_power_of_ten(text) ||
           is_digits_with_marks(text) || is_month_and_digits(text) || is_digits_and_month(text);
}
