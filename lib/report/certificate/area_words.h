/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_REPORT_AREA_WORDS_H
#define HUSLY_REPORT_AREA_WORDS_H

#include <string.h>

#include "model/labels.h"
#include "model/problem.h"

/* Index of the area whose id is the word of so many bytes, NONE. Areas are sorted by id. */
static inline int area_named(const husly_problem *problem, const char *word, size_t size)
{
    int low = 0, high = problem->area_count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        const char *id = problem->areas[middle].id;
        const int order = strncmp(id, word, size);
        if (order == 0 && id[size] == '\0')
            return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NONE;
}

/* Whether a cell of ids between blanks names an area. */
static inline bool names_area(const husly_problem *problem, const char *cell, int area)
{
    size_t size = 0;
    const char *word = word_next(cell, &size);
    while (word != NULL && area_named(problem, word, size) != area)
        word = word_next(word + size, &size);
    return word != NULL;
}

#endif
