/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include "support/check.h"

static void check_growing(void)
{
    struct text text = {0};
    CHECK_TEXT(text_string(&text), "");
    for (int i = 0; i < 1000; i++)
        text_add_format(&text, "%03d,", i);
    CHECK_NUMBER((int64_t)text.size, 4000);
    CHECK(!text.failed && strlen(text.bytes) == 4000);
    CHECK(strncmp(text.bytes + 3996, "999,", 4) == 0);
    text_add(&text, "a\0b", 3);
    CHECK_NUMBER((int64_t)text.size, 4003);
    text_free(&text);
    CHECK(text.bytes == NULL && text.size == 0);
}

/* A text without room for another byte fails, stays as it was, and stays failed. */
static void check_failed(void)
{
    struct text text = {0};
    text_add_string(&text, "kept");
    text_add(&text, "", SIZE_MAX - 4);
    CHECK(text.failed);
    text_add_string(&text, "lost");
    CHECK_TEXT(text_string(&text), "kept");
    text_free(&text);
}

static void check_order(void)
{
    CHECK(text_compare("a", "b") < 0 && text_compare("b", "a") > 0);
    CHECK(text_compare("Z", "a") < 0 && text_compare("z", "å") < 0);
    CHECK(text_compare(NULL, "") < 0 && text_compare("", NULL) > 0);
    CHECK(text_equal(NULL, NULL) && text_equal("x", "x"));
    CHECK(!text_equal("x", "X") && !text_equal(NULL, ""));
}

static void check_folded(void)
{
    CHECK(text_equal_folded("BØRN", "børn") && text_equal_folded("Venter_Siden", "venter_siden"));
    CHECK(text_equal_folded("ÆØÅÉÜ", "æøåéü"));
    CHECK(!text_equal_folded("×", "÷")); /* lie a case apart in Latin-1, and are no letters */
    CHECK(!text_equal_folded("børn", "born") && !text_equal_folded("a", "ab"));
    CHECK(!text_equal_folded("", NULL) && text_equal_folded(NULL, NULL));
}

static void check_distance(void)
{
    CHECK_NUMBER(text_distance("rent", "rent", 3), 0);
    CHECK_NUMBER(text_distance("RENT", "rent", 3), 0);
    CHECK_NUMBER(text_distance("børn", "born", 3), 1);
    CHECK_NUMBER(text_distance("kitten", "sitting", 5), 3);
    CHECK_NUMBER(text_distance("kitten", "sitting", 2), 3);
    CHECK_NUMBER(text_distance("", "abc", 9), 3);
    CHECK_NUMBER(text_distance("abc", "", 9), 3);
    CHECK_NUMBER(text_distance("", "abcdef", 2), 3);
    char longest[80];
    memset(longest, 'a', sizeof longest);
    longest[79] = '\0';
    CHECK_NUMBER(text_distance(longest, longest, 2), 0);
    CHECK_NUMBER(text_distance(longest, "a", 2), 3);
}

static void check_utf8(void)
{
    static const char *const wrong[] = {"\x80",
                                        "\xC3",
                                        "\xC3(",
                                        "\xC0\xAF",
                                        "\xE0\x80\xAF",
                                        "\xED\xA0\x80",
                                        "\xF5\x80\x80\x80",
                                        "\xF4\x90\x80\x80",
                                        "\xF0\x8F\xBF\xBF",
                                        "a\xFF",
                                        "\xE2\x82"};
    CHECK(text_is_utf8("", 0) && text_is_utf8("aø€😀", strlen("aø€😀")));
    CHECK(text_is_utf8("\xF4\x8F\xBF\xBF", 4) && text_is_utf8("\0", 1));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!text_is_utf8(wrong[i], strlen(wrong[i])));
}

static void check_cp1252(void)
{
    struct text text = {0};
    CHECK(text_add_cp1252(&text, "B\xF8rn \x80 \x96 \xFF", 10));
    CHECK_TEXT(text_string(&text), "Børn € – ÿ");
    text_free(&text);
    for (int byte = 1; byte < 256; byte++) {
        bool undefined =
            byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
        char one = (char)(unsigned char)byte;
        CHECK(text_add_cp1252(&text, &one, 1) == !undefined);
    }
    CHECK(text_is_utf8(text.bytes, text.size));
    text_free(&text);
}

static void check_cpr(void)
{
    static const char *const found[] = {"010170-1234",   "0101701234",       "010170 1234",
                                        "290200-0000",   "cpr:311299-9999.", "H010170-1234",
                                        "1-010170-1234", "010170 1234 og 5"};
    static const char *const clean[] = {"",
                                        "320170-1234",
                                        "011370-1234",
                                        "300270-1234",
                                        "290201-0000",
                                        "290202-0000",
                                        "010170-123",
                                        "010170-12345",
                                        "1010170-1234",
                                        "01017012345",
                                        "101017012341",
                                        "010170--1234",
                                        "010170/1234",
                                        "000170-1234",
                                        "310470-1234",
                                        "010170  1234"};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++)
        CHECK(text_has_cpr(found[i]));
    for (size_t i = 0; i < sizeof clean / sizeof *clean; i++)
        CHECK(!text_has_cpr(clean[i]));
}

static void check_ids(void)
{
    static const char *const right[] = {"H1", "7",   "Ågade_3.tv", "Дом-5",
                                        "家", "بيت", "a\xCC\x8A",  "हिन्दी"};
    static const char *const wrong[] = {"",
                                        "-a",
                                        "_a",
                                        ".a",
                                        "a b",
                                        "a/b",
                                        "a,b",
                                        "a;b",
                                        "😀",
                                        "=1",
                                        "a\n",
                                        "\xFF",
                                        "a\xFF",
                                        "+a",
                                        "@a",
                                        "\xCC\x8A"
                                        "a"};
    char id[66];
    memset(id, 'x', sizeof id);
    id[64] = '\0';
    CHECK(text_is_id(id));
    id[64] = 'x';
    id[65] = '\0';
    CHECK(!text_is_id(id));
    for (size_t i = 0; i < sizeof right / sizeof *right; i++)
        CHECK(text_is_id(right[i]));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        CHECK(!text_is_id(wrong[i]));
}

static void check_rewritten(void)
{
    static const char *const yes[] = {
        "007",  "1E5",   "1e5",  "2.5E-3", "1-2",           "3.2016",      "2016-03-01",
        "SAND", "ja",    "NEJ",  "true",   "FALSK",         "1.50",        "01.03.2016",
        "MAR1", "SEPT2", "5MAJ", "1-OKT",  "december-2016", "123456789012"};
    static const char *const no[] = {
        "H1",  "7",      "12",  "A-3",         "S12.4",   "1E",      "E5",       "1E5x", "JAN",
        "JA1", "MARIE1", "1-A", "12345678901", "1-2-3-4", "12345-1", "MAR12345", "Æ1"};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        CHECK(text_is_rewritten(yes[i]));
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        CHECK(!text_is_rewritten(no[i]));
}

int main(void)
{
    check_growing();
    check_failed();
    check_order();
    check_folded();
    check_distance();
    check_utf8();
    check_cp1252();
    check_cpr();
    check_ids();
    check_rewritten();
    return check_result();
}
