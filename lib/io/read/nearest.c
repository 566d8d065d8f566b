/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/nearest.h"

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

static const char *told_word(const struct vocabulary *known, size_t index)
{
    return known->danish ? known->words[index].danish : known->words[index].english;
}

/* The word in the vocabulary's language, of whichever name in the other one it is. */
static const char *told_as(const struct vocabulary *known, const char *name)
{
    return told_word(known, word_find(known->words, known->count, name));
}

static const char *nearest_word(const struct vocabulary *known, const char *text)
{
    struct nearest nearest = nearest_to(text);
    for (size_t i = 0; i < known->count; i++) {
        nearest_try(&nearest, known->words[i].english);
        nearest_try(&nearest, known->words[i].danish);
    }
    return nearest.best;
}

void word_refuse(struct text *wrong, husly_language language, const struct vocabulary *known,
                 const char *text)
{
    struct text list = {0};
    const size_t last = known->count - 1;
    for (size_t i = 0; i < last; i++)
        text_add_format(&list, "%s%s", i == 0 ? "" : ", ", told_word(known, i));
    text_add_words(wrong, language, "not a value known here; write %s or %s", text_string(&list),
                   told_word(known, last));
    const char *nearest = nearest_word(known, text);
    if (nearest != NULL)
        text_add_words(wrong, language, "; the nearest is %s", told_as(known, nearest));
    wrong->failed = wrong->failed || list.failed;
    text_free(&list);
}
