/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/millionths.h"

#include <stdbool.h>

#include "base/text.h"

int millionths_digits(wide number)
{
    int digits = MILLIONTHS_DIGITS;
    while (digits > 0 && number % 10 == 0) {
        number /= 10;
        digits--;
    }
    return digits;
}

static int next_digit(wide *number)
{
    const int digit = (int)(*number % 10); /* of a negative number, negative */
    *number /= 10;
    return digit < 0 ? -digit : digit;
}

void millionths_add(struct text *text, wide number, int digits, char mark)
{
    enum { ROOM = 48 }; /* 39 digits of 128 bits, the sign and the mark */
    char bytes[ROOM];
    int at = ROOM;
    const bool negative = number < 0;
    for (int skipped = digits; skipped < MILLIONTHS_DIGITS; skipped++)
        (void)next_digit(&number);
    for (int digit = 0; digit < digits; digit++)
        bytes[--at] = (char)('0' + next_digit(&number));
    if (digits > 0)
        bytes[--at] = mark;
    do
        bytes[--at] = (char)('0' + next_digit(&number));
    while (number != 0);
    if (negative)
        bytes[--at] = '-';
    text_add(text, bytes + at, (size_t)(ROOM - at));
}
