/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of Danish texts, and who speaks from it. */
#include "base/words.h"

#include "base/error.h"
#include "io/read/read_round.h"
#include "support/check.h"

static void check_table(void)
{
    CHECK(data_danish_count > 300);
    for (size_t i = 0; i + 1 < data_danish_count; i++)
        CHECK(strcmp(data_danish[i].english, data_danish[i + 1].english) < 0);
    for (size_t i = 0; i < data_danish_count; i++)
        CHECK(husly_words(HUSLY_DANISH, data_danish[i].english) == data_danish[i].danish);
}

/* How often a text holds the name between braces at `brace`. */
static int count_name(const char *text, const char *brace)
{
    const size_t size = strcspn(brace, "}") + 1;
    int count = 0;
    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{'))
        count += strncmp(at, brace, size) == 0;
    return count;
}

static void check_names(const char *text, const char *other)
{
    for (const char *at = strchr(text, '{'); at != NULL; at = strchr(at + 1, '{')) {
        if (count_name(text, at) != count_name(other, at))
            printf("[%s]\n[%s]\n", text, other);
        CHECK_NUMBER(count_name(text, at), count_name(other, at));
    }
}

/* printf's conversions are compared in tests/docs/words.sh. */
static void check_braces(void)
{
    for (size_t i = 0; i < data_danish_count; i++) {
        check_names(data_danish[i].english, data_danish[i].danish);
        check_names(data_danish[i].danish, data_danish[i].english);
    }
}

static void check_lookup(void)
{
    const char missing[] = "no text of husly";
    CHECK(husly_words(HUSLY_DANISH, missing) == missing);
    CHECK_TEXT(husly_words(HUSLY_DANISH, "need"), "behov");
    CHECK_TEXT(husly_words(HUSLY_ENGLISH, "need"), "need");
    CHECK_TEXT(husly_words(HUSLY_LANGUAGE_AUTO, "need"), "need");
    struct text text = {0};
    text_add_words(&text, HUSLY_DANISH, "%lld persons", 3LL);
    CHECK_TEXT(text_string(&text), "3 personer");
    text_free(&text);
    char cut[9];
    words_print(cut, sizeof cut, HUSLY_DANISH, "%lld persons", 3LL);
    CHECK_TEXT(cut, "3 person");
}

static void check_error(void)
{
    husly_error error = {.language = HUSLY_DANISH};
    error_memory(&error);
    CHECK_TEXT(error.text, "der er ikke hukommelse nok");
    husly_error_clear(&error);
    CHECK(error.language == HUSLY_DANISH);
    CHECK_TEXT(error_words(&error, "need"), "behov");
    CHECK_TEXT(error_words(NULL, "need"), "need");
}

struct heard {
    char text[256];
    husly_language language;
};

static bool hear(const husly_finding *finding, void *user)
{
    struct heard *heard = user;
    snprintf(heard->text, sizeof heard->text, "%s", finding->text);
    heard->language = finding->language;
    return false;
}

static bool no_year(int year)
{
    (void)year;
    return false;
}

/* A round without adults, whose only mistake is told in the asked language. */
static void expect(const char *households, husly_language asked, const char *wanted)
{
    const struct source sources[TABLE_END] = {
        [TABLE_HOUSEHOLDS] = {"households.csv", households, strlen(households)}};
    struct heard heard = {"", HUSLY_LANGUAGE_AUTO};
    const husly_read_options options = {
        .date = "2026-03-01", .language = asked, .on_finding = hear, .user = &heard};
    husly_error error = {0};
    husly_round *round = NULL;
    CHECK_NUMBER(round_parse(&round, sources, &options, no_year, &error), HUSLY_E_INPUT);
    CHECK_TEXT(heard.text, wanted);
    CHECK_TEXT(error.text, wanted);
    CHECK(error.language == HUSLY_LANGUAGE_AUTO);
    CHECK(heard.language == (strncmp(wanted, "the", 3) == 0 ? HUSLY_ENGLISH : HUSLY_DANISH));
}

/* A finding speaks the language of the headers unless another one is asked for; names of columns
 * follow the headers all the same. */
static void check_finding(void)
{
    static const char english[] = "household_id,adults\nH1,1\n";
    static const char danish[] = "husstand;voksne\nH1;1\n";
    static const char told_in_english[] = "the column is missing; add it (children or børn)";
    static const char told_in_danish[] = "kolonnen mangler; tilføj den (children eller børn)";
    expect(english, HUSLY_LANGUAGE_AUTO, told_in_english);
    expect(danish, HUSLY_LANGUAGE_AUTO, told_in_danish);
    expect(english, HUSLY_DANISH, told_in_danish);
    expect(danish, HUSLY_ENGLISH, told_in_english);
}

int main(void)
{
    check_table();
    check_braces();
    check_lookup();
    check_error();
    check_finding();
    return check_result();
}
