/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_BASE_BITS_H
#define HUSLY_BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets of small numbers, a bit each, in words of 64. Bits beyond the last number are 0. */

static inline size_t bits_words(int count)
{
    return ((size_t)count + 63) / 64;
}

static inline bool bits_has(const uint64_t *set, int number)
{
    return (set[number / 64] >> (number % 64)) & 1;
}

static inline void bits_add(uint64_t *set, int number)
{
    set[number / 64] |= UINT64_C(1) << (number % 64);
}

static inline void bits_drop(uint64_t *set, int number)
{
    set[number / 64] &= ~(UINT64_C(1) << (number % 64));
}

/* The first number of the set that is not below `from`; `count` where there is none. A walk is
 *
 *     for (int at = bits_next(set, 0, count); at < count; at = bits_next(set, at + 1, count))
 */
static inline int bits_next(const uint64_t *set, int from, int count)
{
    if (from >= count)
        return count;
    uint64_t word = set[from / 64] & (~UINT64_C(0) << (from % 64));
    int base = from - from % 64;
    while (word == 0) {
        base += 64;
        if (base >= count)
            return count;
        word = set[base / 64];
    }
    return base + __builtin_ctzll(word);
}

/* The numbers of the set, ascending, into `out`; how many. */
static inline int bits_list(const uint64_t *set, int count, int *out)
{
    int listed = 0;
    for (size_t word = 0; word < bits_words(count); word++) {
        for (uint64_t left = set[word]; left != 0; left &= left - 1)
            out[listed++] = (int)(64 * word) + __builtin_ctzll(left);
    }
    return listed;
}

static inline int bits_count(const uint64_t *set, int count)
{
    int sum = 0;
    for (size_t word = 0; word < bits_words(count); word++)
        sum += __builtin_popcountll(set[word]);
    return sum;
}

#endif
