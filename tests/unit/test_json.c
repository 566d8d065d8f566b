/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/json.h"

#include "base/memory.h"
#include "base/text.h"
#include "support/check.h"

static void write_sample(struct json_writer *json)
{
    json_open(json, NULL, '{');
    json_string(json, "name", "Åse \"q\" \\ \n\t\x01");
    json_string(json, "none", NULL);
    json_open(json, "list", '[');
    json_number(json, NULL, INT64_MIN);
    json_bool(json, NULL, true);
    json_open(json, NULL, '{');
    json_close(json, '}');
    json_close(json, ']');
    json_bool(json, "last", false);
    json_close(json, '}');
}

static void check_writer(void)
{
    struct text text = {0};
    struct json_writer json = {.text = &text};
    write_sample(&json);
    CHECK_TEXT(text_string(&text), "{\n"
                                   "  \"name\": \"Åse \\\"q\\\" \\\\ \\n\\t\\u0001\",\n"
                                   "  \"none\": null,\n"
                                   "  \"list\": [\n"
                                   "    -9223372036854775808,\n"
                                   "    true,\n"
                                   "    {}\n"
                                   "  ],\n"
                                   "  \"last\": false\n"
                                   "}");
    text_free(&text);
    json = (struct json_writer){.text = &text, .compact = true};
    write_sample(&json);
    CHECK(strchr(text_string(&text), '\n') == NULL);
    CHECK(strstr(text_string(&text), "\"list\": [-9223372036854775808, true, {}], \"last\"") !=
          NULL);
    text_free(&text);
}

/* The parser reads what the writer wrote. */
static void check_round_trip(void)
{
    struct text text = {0};
    struct json_writer json = {.text = &text};
    struct arena *arena = arena_new();
    write_sample(&json);
    const struct json_value *read = json_parse(arena, text.bytes, text.size);
    CHECK(read != NULL && read->type == JSON_OBJECT);
    const struct json_value *name = json_find(read, "name");
    const struct json_value *list = json_find(read, "list");
    const struct json_value *last = json_find(read, "last");
    CHECK(name != NULL && name->type == JSON_STRING);
    CHECK_TEXT(name == NULL ? NULL : name->string, "Åse \"q\" \\ \n\t\x01");
    CHECK(list != NULL && list->type == JSON_ARRAY && list->first != NULL);
    CHECK(list != NULL && list->first->type == JSON_NUMBER && list->first->number == INT64_MIN);
    CHECK(list != NULL && list->first->next->type == JSON_BOOL && list->first->next->boolean);
    CHECK(last != NULL && last->type == JSON_BOOL && !last->boolean && last->next == NULL);
    CHECK(json_find(read, "none")->type == JSON_NULL);
    CHECK(json_find(read, "missing") == NULL && json_find(list, "x") == NULL);
    CHECK(json_find(NULL, "x") == NULL);
    arena_free(arena);
    text_free(&text);
}

static bool parses(const char *text)
{
    struct arena *arena = arena_new();
    bool read = json_parse(arena, text, strlen(text)) != NULL;
    arena_free(arena);
    return read;
}

static void check_accepted(void)
{
    static const char *const accepted[] = {"null",
                                           " true ",
                                           "0",
                                           "-0",
                                           "9223372036854775807",
                                           "-9223372036854775808",
                                           "\"\"",
                                           "[]",
                                           "{}",
                                           "[1,2]",
                                           "[ 1 , [ ] ]",
                                           "{\"a\":{\"b\":[null]}}",
                                           "\"\\u00e5\"",
                                           "\"\\ud83d\\ude00\"",
                                           "\"\\/\\b\\f\\r\""};
    for (size_t i = 0; i < sizeof accepted / sizeof *accepted; i++)
        CHECK(parses(accepted[i]));
}

static void check_refused(void)
{
    static const char *const refused[] = {"",
                                          " ",
                                          "nul",
                                          "truex",
                                          "1.5",
                                          "1e5",
                                          "01",
                                          "-",
                                          "+1",
                                          "9223372036854775808",
                                          "-9223372036854775809",
                                          "99999999999999999999",
                                          "\"",
                                          "\"a",
                                          "\"\\",
                                          "\"\\\"",
                                          "\"\\x\"",
                                          "\"\\u12\"",
                                          "\"\\u0000\"",
                                          "\"\\ud800\"",
                                          "\"\\ud800\\u0041\"",
                                          "\"\\udc00\"",
                                          "\"\n\"",
                                          "[",
                                          "[1",
                                          "[1,]",
                                          "[,1]",
                                          "[1 2]",
                                          "]",
                                          "{",
                                          "{\"a\"}",
                                          "{\"a\":}",
                                          "{\"a\":1,}",
                                          "{a:1}",
                                          "{1:2}",
                                          "{\"a\":1,\"a\":1}",
                                          "[{\"a\":1,\"b\":{},\"\\u0061\":2}]",
                                          "[1]]",
                                          "[}",
                                          "\xFF",
                                          "\"\xC3\"",
                                          "'a'",
                                          "\xEF\xBB\xBF{}"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        CHECK(!parses(refused[i]));
}

static void check_escapes(void)
{
    static const char text[] = "\"\\u00e5 \\ud83d\\ude00 \\u20AC\"";
    struct arena *arena = arena_new();
    const struct json_value *read = json_parse(arena, text, sizeof text - 1);
    CHECK(read != NULL && read->type == JSON_STRING);
    CHECK_TEXT(read == NULL ? NULL : read->string, "å 😀 €");
    arena_free(arena);
}

/* A NUL between tokens is no blank, and bytes after `size` are not read. */
static void check_bounds(void)
{
    struct arena *arena = arena_new();
    CHECK(json_parse(arena, "1\0", 2) == NULL);
    CHECK(json_parse(arena, "\0", 1) == NULL);
    CHECK(json_parse(arena, "\"a\\\0\"", 5) == NULL);
    const struct json_value *one = json_parse(arena, "12", 1);
    CHECK(one != NULL && one->number == 1);
    arena_free(arena);
}

static void check_depth(int depth, bool wanted)
{
    struct text text = {0};
    for (int i = 0; i < depth; i++)
        text_add_string(&text, "[");
    for (int i = 0; i < depth; i++)
        text_add_string(&text, "]");
    CHECK(parses(text_string(&text)) == wanted);
    text_free(&text);
}

int main(void)
{
    check_writer();
    check_round_trip();
    check_accepted();
    check_refused();
    check_escapes();
    check_bounds();
    check_depth(32, true);
    check_depth(33, false);
    check_depth(100000, false);
    return check_result();
}
