/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an id may look like, and what must not pass for one. */
#include <string.h>

#include "base/text.h"
#include "base/unicode.h"

enum { ID_MAX_BYTES = 64 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A letter written as base and mark, as some systems do with å, counts as that letter. */
static bool may_stand_in_id(uint32_t point, bool first)
{
    if ((point >= '0' && point <= '9') || unicode_is_letter(point))
        return true;
    return !first && (point == '-' || point == '_' || point == '.' || unicode_is_mark(point));
}

bool text_is_id(const char *text)
{
    size_t size = strlen(text);
    if (size == 0 || size > ID_MAX_BYTES)
        return false;
    for (size_t at = 0; at < size;) {
        uint32_t point;
        size_t length = unicode_decode(text + at, size - at, &point);
        if (length == 0 || !may_stand_in_id(point, at == 0))
            return false;
        at += length;
    }
    return true;
}

static int two_digits(const char *text)
{
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/* The century is unknown, so 29 February stands for every year whose last two digits allow it. */
static bool is_day_month_year(const char *text)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int day = two_digits(text);
    int month = two_digits(text + 2);
    int year = two_digits(text + 4);
    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    return month != 2 || day != 29 || year % 4 == 0;
}

static size_t count_digits(const char *text)
{
    size_t count = 0;
    while (is_digit(text[count]))
        count++;
    return count;
}

/* `text` begins with the first of a run of digits. */
static bool begins_with_cpr(const char *text)
{
    size_t run = count_digits(text);
    if (run == 10)
        return is_day_month_year(text);
    if (run != 6 || (text[6] != '-' && text[6] != ' '))
        return false;
    return count_digits(text + 7) == 4 && is_day_month_year(text);
}

bool text_has_cpr(const char *text)
{
    while (*text != '\0') {
        size_t run = count_digits(text);
        if (run > 0 && begins_with_cpr(text))
            return true;
        text += run > 0 ? run : 1;
    }
    return false;
}
