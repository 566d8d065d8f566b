/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "base/text.h"

enum { DEPTH_MAX = 15 };

static void add_escaped(struct text *text, char c)
{
    static const char from[] = "\"\\\n\r\t";
    static const char to[] = "\"\\nrt";
    const char *short_form = strchr(from, c);
    if (short_form != NULL)
        text_add_format(text, "\\%c", to[short_form - from]);
    else
        text_add_format(text, "\\u%04x", (unsigned)(unsigned char)c);
}

static bool needs_escape(char c)
{
    return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

static void add_quoted(struct text *text, const char *value)
{
    text_add_string(text, "\"");
    while (*value != '\0') {
        size_t plain = 0;
        while (value[plain] != '\0' && !needs_escape(value[plain]))
            plain++;
        text_add(text, value, plain);
        value += plain;
        if (*value != '\0')
            add_escaped(text, *value++);
    }
    text_add_string(text, "\"");
}

static void add_line(struct json_writer *json)
{
    if (json->compact)
        return;
    text_add_string(json->text, "\n");
    for (int i = 0; i < json->depth; i++)
        text_add_string(json->text, "  ");
}

/* What stands before a value: the comma after the last one, a new line, the key. */
static void add_start(struct json_writer *json, const char *key)
{
    bool first = !json->filled[json->depth];
    if (!first)
        text_add_string(json->text, json->compact ? ", " : ",");
    if (json->depth > 0)
        add_line(json);
    json->filled[json->depth] = true;
    if (key == NULL)
        return;
    add_quoted(json->text, key);
    text_add_string(json->text, ": ");
}

void json_open(struct json_writer *json, const char *key, char bracket)
{
    assert(json->depth < DEPTH_MAX);
    add_start(json, key);
    text_add(json->text, &bracket, 1);
    json->depth++;
    json->filled[json->depth] = false;
}

void json_close(struct json_writer *json, char bracket)
{
    assert(json->depth > 0);
    bool filled = json->filled[json->depth];
    json->depth--;
    if (filled)
        add_line(json);
    text_add(json->text, &bracket, 1);
}

void json_string(struct json_writer *json, const char *key, const char *value)
{
    if (value == NULL) {
        json_null(json, key);
        return;
    }
    add_start(json, key);
    add_quoted(json->text, value);
}

void json_number(struct json_writer *json, const char *key, int64_t value)
{
    add_start(json, key);
    text_add_format(json->text, "%" PRId64, value);
}

void json_bool(struct json_writer *json, const char *key, bool value)
{
    add_start(json, key);
    text_add_string(json->text, value ? "true" : "false");
}

void json_null(struct json_writer *json, const char *key)
{
    add_start(json, key);
    text_add_string(json->text, "null");
}
