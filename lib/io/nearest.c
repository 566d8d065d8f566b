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

size_t word_find(const struct word *words, size_t count, const char *text)
{
    size_t i = 0;
    while (i < count && !text_equal_folded(text, words[i].english) &&
           !text_equal_folded(text, words[i].danish))
        i++;
    return i;
}

void word_refuse(struct text *wrong, const struct word *words, size_t count, const char *text)
{
    struct nearest nearest = nearest_to(text);
    text_add_string(wrong, "not a value known here; write ");
    for (size_t i = 0; i < count; i++) {
        const char *before = i == 0 ? "" : i + 1 == count ? " or " : ", ";
        text_add_format(wrong, "%s%s", before, words[i].english);
        nearest_try(&nearest, words[i].english);
        nearest_try(&nearest, words[i].danish);
    }
    if (nearest.best != NULL)
        text_add_format(wrong, "; the nearest is %s", nearest.best);
}
