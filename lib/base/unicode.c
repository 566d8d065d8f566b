/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/unicode.h"

static size_t length_of(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if (first >= 0xE0 && first <= 0xEF)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/* Overlong forms, surrogates and what lies beyond U+10FFFF are no characters. */
static bool is_character(uint32_t point, size_t length)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    return point >= smallest[length] && point <= 0x10FFFF && !surrogate;
}

size_t unicode_decode(const char *bytes, size_t size, uint32_t *point)
{
    static const unsigned char payload[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    if (size == 0)
        return 0;
    size_t length = length_of((unsigned char)bytes[0]);
    if (length == 0 || length > size)
        return 0;
    uint32_t value = (unsigned char)bytes[0] & payload[length];
    for (size_t i = 1; i < length; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (next & 0x3F);
    }
    *point = value;
    return is_character(value, length) ? length : 0;
}

static char continuation(uint32_t bits)
{
    return (char)(unsigned char)(0x80 | (bits & 0x3F));
}

size_t unicode_encode(uint32_t point, char out[4])
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(unsigned char)(0xC0 | point >> 6);
        out[1] = continuation(point);
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(unsigned char)(0xE0 | point >> 12);
        out[1] = continuation(point >> 6);
        out[2] = continuation(point);
        return 3;
    }
    out[0] = (char)(unsigned char)(0xF0 | point >> 18);
    out[1] = continuation(point >> 12);
    out[2] = continuation(point >> 6);
    out[3] = continuation(point);
    return 4;
}

uint32_t unicode_fold(uint32_t point)
{
    enum { TIMES_SIGN = 0xD7 };
    bool ascii = point >= 'A' && point <= 'Z';
    bool latin = point >= 0xC0 && point <= 0xDE && point != TIMES_SIGN;
    return ascii || latin ? point + 0x20 : point;
}

uint32_t unicode_of_cp1252(unsigned char byte)
{
    static const uint16_t high[32] = {
        0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}
