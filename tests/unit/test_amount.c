/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/amount.h"

#include "base/text.h"
#include "support/check.h"

static const struct number_style danish = {',', true};
static const struct number_style english = {'.', false};

enum { REFUSED = -1 };

/* What one text reads as in øre, where a semicolon and where a comma parts the fields. */
static const struct amount_case {
    const char *text;
    husly_amount danish;
    husly_amount english;
} amounts[] = {
    {"0", 0, 0},
    {"7500", 750000, 750000},
    {"007", 700, 700},
    {"7.500", 750000, REFUSED},
    {"1.234.567", 123456700, REFUSED},
    {"1.234,50", 123450, REFUSED},
    {"7500,5", 750050, REFUSED},
    {"7500,05", 750005, REFUSED},
    {"7500.5", REFUSED, 750050},
    {"7500.50", REFUSED, 750050},
    {"12.34", REFUSED, 1234},
    {"7,500", REFUSED, REFUSED},
    {"1,234.50", REFUSED, REFUSED},
    {"1234.567", REFUSED, REFUSED},
    {"12.3456", REFUSED, REFUSED},
    {"0.500", REFUSED, REFUSED},
    {"1.23.456", REFUSED, REFUSED},
    {"1.234.", REFUSED, REFUSED},
    {".500", REFUSED, REFUSED},
    {",50", REFUSED, REFUSED},
    {"5,", REFUSED, REFUSED},
    {"5.", REFUSED, REFUSED},
    {"7500,505", REFUSED, REFUSED},
    {"-1", REFUSED, REFUSED},
    {"+1", REFUSED, REFUSED},
    {"", REFUSED, REFUSED},
    {" 5", REFUSED, REFUSED},
    {"7 500", REFUSED, REFUSED},
    {"7500 kr", REFUSED, REFUSED},
    {"1e3", REFUSED, REFUSED},
    {"0x10", REFUSED, REFUSED},
    {"inf", REFUSED, REFUSED},
    {"999999999999", INT64_C(99999999999900), INT64_C(99999999999900)},
    {"1000000000000", REFUSED, REFUSED},
    {"99999999999999999999999", REFUSED, REFUSED},
};

static void check_amount(const char *text, struct number_style style, husly_amount wanted)
{
    husly_amount got = REFUSED;
    const char *wrong = amount_parse(text, style, &got);
    CHECK((wrong == NULL) == (wanted != REFUSED));
    CHECK_NUMBER(got, wanted);
    if (got != wanted)
        printf("  text [%s], decimal mark %c\n", text, style.decimal);
}

static void check_amounts(void)
{
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        check_amount(amounts[i].text, danish, amounts[i].danish);
        check_amount(amounts[i].text, english, amounts[i].english);
    }
}

static void check_whole(const char *text, int64_t low, int64_t high, const char *wanted_wrong,
                        int64_t wanted)
{
    int64_t got = -77;
    const char *wrong = whole_parse(text, danish, low, high, &got);
    CHECK_TEXT(wrong, wanted_wrong);
    CHECK_NUMBER(got, wrong == NULL ? wanted : -77);
}

static void check_wholes(void)
{
    check_whole("0", 0, 9, NULL, 0);
    check_whole("1.000", 0, 1000, NULL, 1000);
    check_whole("-5", -10, 10, NULL, -5);
    check_whole("-1.000.000.000", -1000000000, 1000000000, NULL, -1000000000);
    check_whole("-1", 0, 9, "less than 0; write 0, 1, 2 …", 0);
    check_whole("0", 1, 9, "less than 1; write 1, 2, 3 …", 0);
    check_whole("10", 1, 9, "larger than allowed here", 0);
    check_whole("-11", -10, 10, "smaller than allowed here", 0);
    check_whole("2,0", 0, 9, "not a whole number; write 0, 1, 2 …", 0);
    check_whole("to", 0, 9, "not a whole number; write 0, 1, 2 …", 0);
    check_whole("", 1, 9, "not a whole number; write 1, 2, 3 …", 0);
    check_whole("--1", -9, 9, "not a whole number; write … -1, 0, 1, 2 …", 0);
}

static void check_share(const char *text, struct number_style style, int64_t part, int64_t whole)
{
    husly_share got = {REFUSED, REFUSED};
    const char *wrong = share_parse(text, style, &got);
    CHECK((wrong == NULL) == (part != REFUSED));
    CHECK_NUMBER(got.part, part);
    CHECK_NUMBER(got.whole, whole);
}

static void check_shares(void)
{
    static const char *const refused[] = {
        "100,01", "101",   "-1",   "25%",   "25 %", "12,345", "12.5",   "1/0", "4/3",         "1/",
        "/3",     "1 / 3", "-1/3", "1/3,0", "a/b",  "1/2/3",  "0,25,1", "",    "1/1234567890"};
    check_share("25", danish, 2500, 10000);
    check_share("33,33", danish, 3333, 10000);
    check_share("33.33", english, 3333, 10000);
    check_share("0", danish, 0, 10000);
    check_share("100", danish, 10000, 10000);
    check_share("0,5", danish, 50, 10000);
    check_share("1/3", danish, 1, 3);
    check_share("1/3", english, 1, 3);
    check_share("2/6", english, 2, 6);
    check_share("0/4", english, 0, 4);
    check_share("33,33", english, REFUSED, REFUSED);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        check_share(refused[i], danish, REFUSED, REFUSED);
}

static void check_decimal(const char *text, struct number_style style, const char *wanted)
{
    char got[32] = "untouched";
    const char *wrong = decimal_parse(text, style, got);
    CHECK((wrong == NULL) == (wanted != NULL));
    CHECK_TEXT(got, wanted == NULL ? "untouched" : wanted);
}

static void check_decimals(void)
{
    check_decimal("12,5683", danish, "12.5683");
    check_decimal("12.5683", english, "12.5683");
    check_decimal("-0.5", english, "-0.5");
    check_decimal("725000", danish, "725000");
    check_decimal("1234567890123456789012345678901", english, "1234567890123456789012345678901");
    check_decimal("12345678901234567890123456789012", english, NULL);
    check_decimal("725.000", danish, NULL);
    check_decimal("12,5", english, NULL);
    check_decimal("12,", danish, NULL);
    check_decimal(",5", danish, NULL);
    check_decimal("+5", danish, NULL);
    check_decimal("-", danish, NULL);
    check_decimal("", danish, NULL);
    check_decimal("1,2,3", danish, NULL);
}

static void check_written(husly_amount amount, char decimal, const char *wanted)
{
    struct text text = {0};
    amount_add(&text, amount, decimal);
    CHECK_TEXT(text_string(&text), wanted);
    text_free(&text);
}

/* What is written reads as what it was. */
static void check_round_trip(void)
{
    for (husly_amount amount = 0; amount < 30000; amount += 7) {
        struct text text = {0};
        amount_add(&text, amount, ',');
        check_amount(text_string(&text), danish, amount);
        text_free(&text);
    }
}

int main(void)
{
    check_amounts();
    check_wholes();
    check_shares();
    check_decimals();
    check_written(750000, ',', "7500");
    check_written(123450, ',', "1234,50");
    check_written(123405, '.', "1234.05");
    check_written(-1250, ',', "-12,50");
    check_written(-50, ',', "-0,50");
    check_written(0, ',', "0");
    check_written(HUSLY_NO_AMOUNT, ',', "");
    check_written(INT64_MAX, '.', "92233720368547758.07");
    check_round_trip();
    return check_result();
}
