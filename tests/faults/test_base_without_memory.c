/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every allocation of the base room fails once: nothing crashes, leaks or pretends to have worked.
 */
#include "base/json.h"
#include "base/memory.h"
#include "base/text.h"
#include "support/check.h"

/* Writes a document that grows the text several times; false when it says that it failed. */
static bool write_document(struct text *text)
{
    struct json_writer json = {.text = text};
    json_open(&json, NULL, '[');
    for (int i = 0; i < 500; i++)
        json_number(&json, NULL, i);
    json_close(&json, ']');
    return !text->failed;
}

/* The last number of the document as it is read back; -1 when that failed. */
static int64_t read_last(const struct text *text)
{
    struct arena *arena = arena_new();
    if (arena == NULL)
        return -1;
    int64_t last = -1;
    const struct json_value *document = json_parse(arena, text->bytes, text->size);
    const struct json_value *child = document == NULL ? NULL : document->first;
    for (; child != NULL; child = child->next)
        last = child->number;
    arena_free(arena);
    return last;
}

static bool write_and_read(void)
{
    struct text text = {0};
    bool worked = write_document(&text) && read_last(&text) == 499;
    text_free(&text);
    return worked;
}

static void check_growing_keeps(void)
{
    memory_fail_at(-1);
    char *block = memory_new(4, 1);
    CHECK(block != NULL);
    if (block == NULL)
        return;
    memcpy(block, "abc", 4);
    memory_fail_at(0);
    CHECK(memory_grow(block, 4, 4000, 1) == NULL);
    CHECK_TEXT(block, "abc");
    memory_free(block);
}

int main(void)
{
    memory_fail_at(-1);
    CHECK(write_and_read());
    long count = memory_count();
    CHECK(count > 5);
    for (long i = 0; i < count; i++) {
        memory_fail_at(i);
        CHECK(!write_and_read());
    }
    check_growing_keeps();
    return check_result();
}
