/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"

#include <husly/build.h>

#include <stdbool.h>
#include <stdio.h>

#include "base/text.h"
#include "base/words.h"

struct civil {
    int year;
    int month;
    int day;
};

/* 1 March 0000 lies so many days before 1970-01-01. A year that begins in March has its leap day
 * last, which makes both directions plain arithmetic. */
enum { DAYS_TO_1970 = 719468, DAYS_IN_400_YEARS = 146097 };

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static bool exists(struct civil date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    int leap_day = date.month == 2 && is_leap(date.year) ? 1 : 0;
    return date.day <= days[date.month - 1] + leap_day;
}

static husly_date days_of(struct civil date)
{
    int64_t year = date.month > 2 ? date.year : date.year - 1;
    int64_t era = floor_div(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t month_from_march = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (husly_date)(era * DAYS_IN_400_YEARS + day_of_era - DAYS_TO_1970);
}

static struct civil civil_of(husly_date date)
{
    int64_t days = (int64_t)date + DAYS_TO_1970;
    int64_t era = floor_div(days, DAYS_IN_400_YEARS);
    int64_t day_of_era = days - era * DAYS_IN_400_YEARS;
    int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
    int64_t year_of_era = (day_of_era - leap_days) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return (struct civil){(int)year, (int)month, (int)day};
}

/* A shape has 0 where a digit must stand, and any other character as itself. */
static bool has_shape(const char *text, const char *shape)
{
    for (; *shape != '\0'; shape++, text++) {
        bool digit = *text >= '0' && *text <= '9';
        if (*shape == '0' ? !digit : *text != *shape)
            return false;
    }
    return *text == '\0';
}

static int number_at(const char *text, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

const char *date_parse(const char *text, husly_date *out)
{
    struct civil date;
    if (has_shape(text, "0000-00-00"))
        date = (struct civil){number_at(text, 4), number_at(text + 5, 2), number_at(text + 8, 2)};
    else if (has_shape(text, "00-00-0000") || has_shape(text, "00.00.0000") ||
             has_shape(text, "00/00/0000"))
        date = (struct civil){number_at(text + 6, 4), number_at(text + 3, 2), number_at(text, 2)};
    else
        return WORDS_LATER("not a date; write 2016-03-01 or 01-03-2016 (day, month, year)");
    if (!exists(date))
        return WORDS_LATER(
            "there is no such day; write day and month as in 2016-03-01 or 01-03-2016");
    *out = days_of(date);
    return NULL;
}

void date_print(husly_date date, char out[16])
{
    struct civil civil = civil_of(date);
    unsigned year = (unsigned)civil.year % 10000;
    snprintf(out, 16, "%04u-%02u-%02u", year, (unsigned)civil.month % 100,
             (unsigned)civil.day % 100);
}

void date_add(struct text *out, husly_date date, husly_language language)
{
    struct civil civil = civil_of(date);
    if (language == HUSLY_DANISH)
        text_add_format(out, "%02d-%02d-%04d", civil.day, civil.month, civil.year);
    else
        text_add_format(out, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

husly_date husly_date_of(int year, int month, int day)
{
    const struct civil date = {year, month, day};
    return year <= 9999 && exists(date) ? days_of(date) : HUSLY_NO_DATE;
}

int date_year(husly_date date)
{
    return civil_of(date).year;
}
