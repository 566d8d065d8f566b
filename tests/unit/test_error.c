/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"

#include "base/text.h"
#include "support/check.h"

/* Every status has a sentence of its own, and what is none says so. */
static void check_sentences(void)
{
    const char *unknown = husly_status_text(HUSLY_STATUS_END);
    CHECK_TEXT(unknown, "unknown status");
    CHECK_TEXT(husly_status_text((husly_status)(HUSLY_STATUS_END + 1)), "unknown status");
    for (int i = 0; i < HUSLY_STATUS_END; i++) {
        const char *sentence = husly_status_text((husly_status)i);
        CHECK(sentence != NULL && sentence[0] != '\0' && !text_equal(sentence, unknown));
        for (int j = 0; j < i; j++)
            CHECK(!text_equal(sentence, husly_status_text((husly_status)j)));
    }
}

static void check_first_wins(void)
{
    husly_error error = {0};
    struct place at = {"households.csv", 17, 4, "children"};
    CHECK(error_set(&error, HUSLY_E_INPUT, at, "not %s number", "a whole") == HUSLY_E_INPUT);
    CHECK(error_memory(&error) == HUSLY_E_MEMORY);
    CHECK_NUMBER(error.status, HUSLY_E_INPUT);
    CHECK_NUMBER(error.line, 17);
    CHECK_NUMBER(error.column, 4);
    CHECK_TEXT(error.source, "households.csv");
    CHECK_TEXT(error.field, "children");
    CHECK_TEXT(error.text, "not a whole number");

    husly_error_clear(&error);
    CHECK_NUMBER(error.status, HUSLY_OK);
    CHECK_TEXT(error.text, "");
    error_memory(&error);
    CHECK_NUMBER(error.status, HUSLY_E_MEMORY);
    CHECK_TEXT(error.source, "");
}

static void check_null(void)
{
    CHECK(error_set(NULL, HUSLY_E_FILE, (struct place){0}, "x") == HUSLY_E_FILE);
    husly_error_clear(NULL);
}

/* A long path loses its head, a long text its tail; neither is cut inside a character. */
static void check_long(const char *name)
{
    struct text path = {0};
    husly_error error = {0};
    for (int i = 0; i < 300; i++)
        text_add_string(&path, "å/");
    text_add_string(&path, name);
    const char *cut = text_string(&path) + 2; /* so that the limits fall inside an å */
    struct place at = {text_string(&path), 0, 0, cut};
    error_set(&error, HUSLY_E_FILE, at, "%s", cut);
    CHECK(text_is_utf8(error.source, strlen(error.source)));
    CHECK(text_is_utf8(error.field, strlen(error.field)));
    CHECK(text_is_utf8(error.text, strlen(error.text)));
    CHECK(strlen(error.source) > sizeof error.source - 3);
    CHECK(strlen(error.text) > sizeof error.text - 3);
    CHECK_TEXT(error.source + strlen(error.source) - strlen(name), name);
    CHECK(strncmp(error.field, "/å", 3) == 0);
    text_free(&path);
}

static void check_one_line(void)
{
    husly_error error = {0};
    error_set(&error, HUSLY_E_INPUT, (struct place){0}, "one\ntwo\r\tthree\033[1m");
    CHECK_TEXT(error.text, "one two  three [1m");
}

int main(void)
{
    check_sentences();
    check_first_wins();
    check_null();
    check_long("a.csv");
    check_long("ab.csv");
    check_long("abc.csv");
    check_one_line();
    return check_result();
}
