/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What parses is written and parsed again, and must then be written the same. */
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { WRITER_DEPTH = 15 };

static bool is_shallow(const struct json_value *value, int depth)
{
    for (const struct json_value *child = value->first; child != NULL; child = child->next) {
        if (depth == WRITER_DEPTH || !is_shallow(child, depth + 1))
            return false;
    }
    return depth < WRITER_DEPTH;
}

static void write_value(struct json_writer *json, const struct json_value *value)
{
    switch (value->type) {
    case JSON_NULL:
        json_null(json, value->key);
        return;
    case JSON_BOOL:
        json_bool(json, value->key, value->boolean);
        return;
    case JSON_NUMBER:
        json_number(json, value->key, value->number);
        return;
    case JSON_STRING:
        json_string(json, value->key, value->string);
        return;
    case JSON_ARRAY:
    case JSON_OBJECT:
        break;
    }
    bool object = value->type == JSON_OBJECT;
    json_open(json, value->key, object ? '{' : '[');
    for (const struct json_value *child = value->first; child != NULL; child = child->next)
        write_value(json, child);
    json_close(json, object ? '}' : ']');
}

static void write_document(struct text *text, const struct json_value *value)
{
    struct json_writer json = {.text = text};
    write_value(&json, value);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct text first = {0};
    struct text second = {0};
    struct arena *arena = arena_new();
    const struct json_value *value = json_parse(arena, (const char *)bytes, size);
    if (value != NULL && is_shallow(value, 0)) {
        write_document(&first, value);
        const struct json_value *again = json_parse(arena, first.bytes, first.size);
        if (again == NULL)
            abort();
        write_document(&second, again);
        if (!text_equal(first.bytes, second.bytes))
            abort();
    }
    text_free(&second);
    text_free(&first);
    arena_free(arena);
    return 0;
}
