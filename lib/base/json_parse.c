/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "base/unicode.h"

/* Nothing that husly writes has more members in one object; so few are quick to compare. */
enum { DEPTH_MAX = 32, MEMBERS_MAX = 64 };

struct reader {
    struct arena *arena;
    const char *at;
    const char *end;
    int depth;
};

static struct json_value *read_value(struct reader *reader);

static void skip_blanks(struct reader *reader)
{
    while (reader->at < reader->end && strchr(" \t\r\n", *reader->at) != NULL &&
           *reader->at != '\0')
        reader->at++;
}

static bool take(struct reader *reader, char wanted)
{
    if (reader->at == reader->end || *reader->at != wanted)
        return false;
    reader->at++;
    return true;
}

static bool take_word(struct reader *reader, const char *word)
{
    size_t size = strlen(word);
    if ((size_t)(reader->end - reader->at) < size || memcmp(reader->at, word, size) != 0)
        return false;
    reader->at += size;
    return true;
}

static int hex_value(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c == '\0' ? NULL : strchr(digits, c);
    return found == NULL ? -1 : (int)((found - digits) % 16);
}

static bool read_hex(struct reader *reader, uint32_t *out)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = reader->at < reader->end ? hex_value(*reader->at) : -1;
        if (digit < 0)
            return false;
        value = value << 4 | (uint32_t)digit;
        reader->at++;
    }
    *out = value;
    return true;
}

/* After \u. Characters beyond U+FFFF come as two halves; NUL cannot stand in a C string. */
static bool read_point(struct reader *reader, uint32_t *out)
{
    uint32_t low;
    if (!read_hex(reader, out) || *out == 0 || (*out >= 0xDC00 && *out <= 0xDFFF))
        return false;
    if (*out < 0xD800 || *out > 0xDBFF)
        return true;
    if (!take_word(reader, "\\u") || !read_hex(reader, &low) || low < 0xDC00 || low > 0xDFFF)
        return false;
    *out = 0x10000 + ((*out - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

/* After a backslash; writes the character and returns its length, 0 when there is no such escape.
 */
static size_t read_escape(struct reader *reader, char out[4])
{
    static const char from[] = "\"\\/bfnrt";
    static const char to[] = "\"\\/\b\f\n\r\t";
    uint32_t point;
    if (reader->at == reader->end || *reader->at == '\0')
        return 0;
    char c = *reader->at++;
    if (c == 'u')
        return read_point(reader, &point) ? unicode_encode(point, out) : 0;
    const char *found = strchr(from, c);
    if (found == NULL)
        return 0;
    out[0] = to[found - from];
    return 1;
}

/* Bytes up to the closing quote: an unescaped string is never longer. NULL: there is none. */
static const char *closing_quote(const struct reader *reader)
{
    for (const char *at = reader->at; at < reader->end; at++) {
        if (*at == '"')
            return at;
        if (*at == '\\')
            at++;
    }
    return NULL;
}

/* After the opening quote. */
static const char *read_string(struct reader *reader)
{
    const char *quote = closing_quote(reader);
    if (quote == NULL)
        return NULL;
    char *string = arena_take(reader->arena, (size_t)(quote - reader->at) + 1, 1);
    if (string == NULL)
        return NULL;
    size_t size = 0;
    while (reader->at < quote) {
        char c = *reader->at++;
        size_t length = 1;
        if (c == '\\')
            length = read_escape(reader, string + size);
        else
            string[size] = c;
        if (length == 0 || (unsigned char)c < ' ')
            return NULL;
        size += length;
    }
    string[size] = '\0';
    return take(reader, '"') ? string : NULL;
}

/* Whole numbers only: no fraction, no exponent, no leading zero, nothing beyond int64. */
static bool read_number(struct reader *reader, int64_t *out)
{
    bool negative = take(reader, '-');
    const char *start = reader->at;
    int64_t value = 0; /* counted downwards, where int64 reaches one further */
    while (reader->at < reader->end && *reader->at >= '0' && *reader->at <= '9') {
        int digit = *reader->at++ - '0';
        if (value < (INT64_MIN + digit) / 10)
            return false;
        value = value * 10 - digit;
    }
    size_t count = (size_t)(reader->at - start);
    bool fraction = reader->at < reader->end && *reader->at != '\0' && strchr(".eE", *reader->at);
    if (count == 0 || (count > 1 && *start == '0') || fraction || (!negative && value == INT64_MIN))
        return false;
    *out = negative ? value : -value;
    return true;
}

static struct json_value *read_item(struct reader *reader, bool keyed)
{
    const char *key = NULL;
    skip_blanks(reader);
    if (keyed) {
        key = take(reader, '"') ? read_string(reader) : NULL;
        skip_blanks(reader);
        if (key == NULL || !take(reader, ':'))
            return NULL;
    }
    struct json_value *item = read_value(reader);
    if (item != NULL)
        item->key = key;
    skip_blanks(reader);
    return item;
}

/* Of two members with one key, readers take the first or the last: what is checked here must be
 * what all of them see. */
static bool is_new_key(const struct json_value *parent, const char *key)
{
    int count = 0;
    for (const struct json_value *it = parent->first; it != NULL; it = it->next) {
        if (++count == MEMBERS_MAX || text_equal(it->key, key))
            return false;
    }
    return true;
}

/* After the opening bracket. */
static bool read_children(struct reader *reader, struct json_value *parent, char close)
{
    const struct json_value **place = &parent->first;
    skip_blanks(reader);
    if (take(reader, close))
        return true;
    do {
        struct json_value *item = read_item(reader, close == '}');
        if (item == NULL || (item->key != NULL && !is_new_key(parent, item->key)))
            return false;
        *place = item;
        place = &item->next;
    } while (take(reader, ','));
    return take(reader, close);
}

static bool read_container(struct reader *reader, struct json_value *value, char close)
{
    value->type = close == '}' ? JSON_OBJECT : JSON_ARRAY;
    if (reader->depth == DEPTH_MAX)
        return false;
    reader->depth++;
    bool read = read_children(reader, value, close);
    reader->depth--;
    return read;
}

static bool read_word(struct reader *reader, struct json_value *value)
{
    if (take_word(reader, "null"))
        return true;
    value->type = JSON_BOOL;
    value->boolean = take_word(reader, "true");
    return value->boolean || take_word(reader, "false");
}

static bool read_content(struct reader *reader, struct json_value *value)
{
    if (take(reader, '{'))
        return read_container(reader, value, '}');
    if (take(reader, '['))
        return read_container(reader, value, ']');
    if (take(reader, '"')) {
        value->type = JSON_STRING;
        value->string = read_string(reader);
        return value->string != NULL;
    }
    if (reader->at < reader->end &&
        (*reader->at == '-' || (*reader->at >= '0' && *reader->at <= '9'))) {
        value->type = JSON_NUMBER;
        return read_number(reader, &value->number);
    }
    return read_word(reader, value);
}

static struct json_value *read_value(struct reader *reader)
{
    struct json_value *value = arena_take(reader->arena, 1, sizeof *value);
    skip_blanks(reader);
    return value != NULL && read_content(reader, value) ? value : NULL;
}

const struct json_value *json_parse(struct arena *arena, const char *bytes, size_t size)
{
    if (size == 0 || !text_is_utf8(bytes, size))
        return NULL;
    struct reader reader = {arena, bytes, bytes + size, 0};
    const struct json_value *value = read_value(&reader);
    skip_blanks(&reader);
    return reader.at == reader.end ? value : NULL;
}

const struct json_value *json_find(const struct json_value *object, const char *key)
{
    if (object == NULL || object->type != JSON_OBJECT)
        return NULL;
    const struct json_value *child = object->first;
    while (child != NULL && !text_equal(child->key, key))
        child = child->next;
    return child;
}
