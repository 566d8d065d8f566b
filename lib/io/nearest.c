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

/* The word in the vocabulary's language, of whichever name in the other one it is. */
static const char *told_as(const struct vocabulary *known, const char *name)
{
    const struct word *word = &known->words[word_find(known->words, known->count, name)];
    return known->danish ? word->danish : word->english;
}

void word_refuse(struct text *wrong, const struct vocabulary *known, const char *text)
{
    struct nearest nearest = nearest_to(text);
    text_add_string(wrong, "not a value known here; write ");
    for (size_t i = 0; i < known->count; i++) {
        const struct word *word = &known->words[i];
        const char *before = i == 0 ? "" : i + 1 == known->count ? " or " : ", ";
        text_add_format(wrong, "%s%s", before, known->danish ? word->danish : word->english);
        nearest_try(&nearest, word->english);
        nearest_try(&nearest, word->danish);
    }
    if (nearest.best != NULL)
        text_add_format(wrong, "; the nearest is %s", told_as(known, nearest.best));
}
