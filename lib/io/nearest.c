/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/nearest.h"

/* Longer than any id or name, so that some known word is always named. */
enum { FARTHEST = 64 };

struct nearest nearest_to(const char *given)
{
    return (struct nearest){given, NULL, FARTHEST};
}

void nearest_try(struct nearest *nearest, const char *known)
{
    const int distance = text_distance(nearest->given, known, nearest->distance);
    if (distance > nearest->distance)
        return;
    if (distance == nearest->distance && nearest->best != NULL &&
        text_compare(known, nearest->best) >= 0)
        return;
    nearest->best = known;
    nearest->distance = distance;
}
