/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_MODEL_LABELS_H
#define HUSLY_MODEL_LABELS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/* Texts collected in any order, then kept as a sorted set. A failed allocation makes `failed`
 * stick. */
struct labels {
    const char **texts;
    int count, room;
    bool failed;
};

/* Adds a text, which the caller keeps alive; NULL is no label and is passed over. */
void labels_add(struct labels *labels, const char *text);

/* Adds every word between blanks; the words live in the arena. */
void labels_add_words(struct labels *labels, const char *text, struct arena *arena);

/* Moves the labels into the arena, sorted bytewise, each once; `labels` is empty afterwards. */
const char **labels_keep(struct labels *labels, struct arena *arena, int *count);

/* Index of a text among sorted ones, -1 when it is NULL or not there. */
int labels_find(const char *const *texts, int count, const char *text);

/* The next word of a text between blanks and its length; NULL when there is none. */
const char *word_next(const char *text, size_t *size);

#endif
