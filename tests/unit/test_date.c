/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/date.h"

#include "base/text.h"
#include "support/check.h"

static void check_read(const char *text, husly_date wanted)
{
    husly_date got = HUSLY_NO_DATE;
    const char *wrong = date_parse(text, &got);
    CHECK((wrong == NULL) == (wanted != HUSLY_NO_DATE));
    CHECK_NUMBER(got, wanted);
    if (got != wanted)
        printf("  text [%s]\n", text);
}

static void check_forms(void)
{
    check_read("1970-01-01", 0);
    check_read("1969-12-31", -1);
    check_read("2016-03-01", 16861);
    check_read("01-03-2016", 16861);
    check_read("01.03.2016", 16861);
    check_read("01/03/2016", 16861);
    check_read("2000-02-29", 11016);
    check_read("0001-01-01", -719162);
    check_read("9999-12-31", 2932896);
}

static void check_refused(void)
{
    static const char *const refused[] = {
        "",           "2016-3-1",   "1-3-2016",    "2016/03/01",  "2016.03.01",  "20160301",
        "01-03.2016", "01-03-16",   "2016-03-01 ", " 2016-03-01", "2016-03-011", "2016-13-01",
        "2016-00-01", "2016-01-00", "2016-04-31",  "31-04-2016",  "2015-02-29",  "1900-02-29",
        "0000-01-01", "13/13/2016", "2016-0a-01",  "today"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        check_read(refused[i], HUSLY_NO_DATE);
}

/* Counts the days of four centuries one by one, which passes every kind of leap year, and reads
 * each back from what was printed. */
static void check_every_day(void)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    husly_date day = -25567; /* 1900-01-01 */
    for (int year = 1900; year < 2300; year++) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
            for (int i = 1; i <= length; i++, day++) {
                char wanted[40];
                char got[16];
                husly_date read = HUSLY_NO_DATE;
                snprintf(wanted, sizeof wanted, "%04d-%02d-%02d", year, month, i);
                date_print(day, got);
                CHECK_TEXT(got, wanted);
                CHECK(date_parse(got, &read) == NULL && read == day && date_year(day) == year);
            }
        }
    }
}

static void check_written(husly_date day, husly_language language, const char *wanted)
{
    struct text text = {0};
    date_add(&text, day, language);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

int main(void)
{
    check_written(16861, HUSLY_ENGLISH, "2016-03-01");
    check_written(16861, HUSLY_DANISH, "01-03-2016");
    check_written(-719162, HUSLY_DANISH, "01-01-0001");
    check_forms();
    check_refused();
    check_every_day();
    return check_result();
}
