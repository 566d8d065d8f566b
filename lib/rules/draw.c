/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules/draw.h"

#include <stdlib.h>

#include "base/memory.h"

struct ticket {
    uint64_t number;
    int index;
};

/* FNV-1a over the id from a start that the lot sets, then the finisher of splitmix64, so that ids
 * which differ in their last letter do not stay neighbours. */
static uint64_t ticket_number(const char *id, int64_t lot)
{
    uint64_t number = UINT64_C(0xcbf29ce484222325) ^ ((uint64_t)lot * UINT64_C(0x9e3779b97f4a7c15));
    for (const char *byte = id; *byte != '\0'; byte++)
        number = (number ^ (unsigned char)*byte) * UINT64_C(0x100000001b3);
    number = (number ^ (number >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    number = (number ^ (number >> 27)) * UINT64_C(0x94d049bb133111eb);
    return number ^ (number >> 31);
}

static int compare_tickets(const void *a, const void *b)
{
    const struct ticket *first = a;
    const struct ticket *second = b;
    if (first->number != second->number)
        return first->number < second->number ? -1 : 1;
    return (first->index > second->index) - (first->index < second->index);
}

const int *draw_order(struct arena *arena, const void *rows, size_t row_size, int count,
                      int64_t lot)
{
    struct ticket *tickets = arena_take(arena, (size_t)count + 1, sizeof *tickets);
    int *order = arena_take(arena, (size_t)count + 1, sizeof *order);
    if (tickets == NULL || order == NULL)
        return NULL;
    for (int index = 0; index < count; index++) {
        const void *row = (const char *)rows + (size_t)index * row_size;
        tickets[index].index = index;
        tickets[index].number = lot != 0 ? ticket_number(*(const char *const *)row, lot) : 0;
    }
    if (count > 1)
        qsort(tickets, (size_t)count, sizeof *tickets, compare_tickets);
    for (int index = 0; index < count; index++)
        order[index] = tickets[index].index;
    return order;
}
