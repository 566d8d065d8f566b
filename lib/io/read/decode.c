/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/decode.h"

#include <string.h>

#include "base/words.h"

static bool begins_with(const char *bytes, size_t size, const char *mark, size_t mark_size)
{
    return size >= mark_size && memcmp(bytes, mark, mark_size) == 0;
}

/* With a byte order mark, or, without one, with a letter beside a NUL as ASCII is in UTF-16. */
static bool is_utf16(const char *bytes, size_t size)
{
    if (begins_with(bytes, size, "\xff\xfe", 2) || begins_with(bytes, size, "\xfe\xff", 2))
        return true;
    return size >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0');
}

/* The bytes that Windows-1252 leaves undefined. */
static bool is_undefined(char byte)
{
    return byte != '\0' && strchr("\x81\x8d\x8f\x90\x9d", byte) != NULL;
}

static int64_t line_of_undefined(const char *bytes, size_t size)
{
    int64_t line = 1;
    for (size_t i = 0; i < size && !is_undefined(bytes[i]); i++)
        line += bytes[i] == '\n';
    return line;
}

static const char *decode_cp1252(struct decoded *out, int64_t *line)
{
    const char *wrong = NULL;
    if (!text_add_cp1252(&out->own, out->bytes, out->size)) {
        *line = line_of_undefined(out->bytes, out->size);
        wrong = WORDS_LATER("neither UTF-8 nor Windows-1252; save the file as CSV in UTF-8");
    }
    out->cp1252 = true;
    out->bytes = text_string(&out->own);
    out->size = out->own.size;
    return wrong;
}

const char *decode(struct decoded *out, const char *bytes, size_t size, int64_t *line)
{
    *out = (struct decoded){.bytes = bytes, .size = size};
    *line = 1;
    if (is_utf16(bytes, size))
        return WORDS_LATER("the file is UTF-16; save it as CSV in UTF-8");
    if (begins_with(bytes, size, "\xef\xbb\xbf", 3)) {
        out->bom = true;
        out->bytes += 3;
        out->size -= 3;
    }
    if (text_is_utf8(out->bytes, out->size))
        return NULL;
    if (out->bom)
        return WORDS_LATER(
            "the file begins as UTF-8 and goes on as something else; save it as CSV in UTF-8");
    return decode_cp1252(out, line);
}

void decoded_free(struct decoded *decoded)
{
    text_free(&decoded->own);
}
