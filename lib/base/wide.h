/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_WIDE_H
#define HUSLY_BASE_WIDE_H

#include <stdint.h>

/* Whole numbers in which no sum or product of husly's can overflow. */
__extension__ typedef __int128 wide;

/* The quotient rounded towards minus infinity; `divisor` > 0. Numbers that fit a register are
 * divided there, which is many times faster. */
static inline wide wide_floor(wide value, wide divisor)
{
    if (value == (int64_t)value && divisor == (int64_t)divisor) {
        int64_t small = (int64_t)value / (int64_t)divisor;
        return (int64_t)value % (int64_t)divisor < 0 ? small - 1 : small;
    }
    wide quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

#endif
