/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_WIDE_H
#define HUSLY_BASE_WIDE_H

#include <stdint.h>

/* Whole numbers in which no sum or product of husly's can overflow. */
__extension__ typedef __int128 wide;

/* The quotient rounded towards minus infinity; `divisor` > 0. */
static inline wide wide_floor(wide value, wide divisor)
{
    wide quotient = value / divisor;
    return value % divisor < 0 ? quotient - 1 : quotient;
}

#endif
