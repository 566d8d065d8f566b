/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "solve/primal/ranking.h"

#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    const struct ranked *left = a, *right = b;
    if (left->value != right->value)
        return left->value < right->value ? 1 : -1;
    return left->index < right->index ? -1 : left->index > right->index;
}

void ranking_sort(struct ranked *list, int count)
{
    qsort(list, (size_t)count, sizeof *list, compare);
}
