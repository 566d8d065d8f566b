/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_SOLVE_CHANCE_H
#define HUSLY_SOLVE_CHANCE_H

#include <stdint.h>

/* Random numbers that are the same on every machine: the search draws from nothing else. */
struct chance {
    uint64_t state;
};

static inline uint64_t chance_draw(struct chance *chance)
{
    chance->state += 0x9e3779b97f4a7c15u;
    uint64_t z = chance->state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/* One of 0 … count - 1. */
static inline int chance_below(struct chance *chance, int count)
{
    return (int)(((chance_draw(chance) >> 32) * (uint64_t)count) >> 32);
}

/* From 0 up to 1. */
static inline double chance_share(struct chance *chance)
{
    return (double)(chance_draw(chance) >> 11) * 0x1p-53;
}

#endif
