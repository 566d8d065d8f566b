/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_JSON_H
#define HUSLY_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct text;
struct arena;

/* Writes JSON into a text, two blanks a level. Between braces every value needs a key, else NULL.
 */
struct json_writer {
    struct text *text;
    int depth;
    bool compact; /* one line, for run.jsonl */
    bool filled[16];
};

void json_open(struct json_writer *json, const char *key, char bracket);        /* '{' or '[' */
void json_close(struct json_writer *json, char bracket);                        /* '}' or ']' */
void json_string(struct json_writer *json, const char *key, const char *value); /* NULL: null */
void json_number(struct json_writer *json, const char *key, int64_t value);
void json_bool(struct json_writer *json, const char *key, bool value);
void json_null(struct json_writer *json, const char *key);

/* A parsed document: whole numbers, strings, booleans, null, arrays, objects. Depth at most 32. */
enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_value {
    enum json_type type;
    bool boolean;
    int64_t number;
    const char *string;
    const char *key;                /* in an object */
    const struct json_value *first; /* children, in order */
    const struct json_value *next;
};

/* NULL when the text is not such a document or memory ran out. Lives in the arena. */
const struct json_value *json_parse(struct arena *arena, const char *bytes, size_t size);
const struct json_value *json_find(const struct json_value *object, const char *key);

#endif
