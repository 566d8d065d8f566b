/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/labels.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

void labels_add(struct labels *labels, const char *text)
{
    if (text == NULL || labels->failed)
        return;
    if (labels->count == labels->room) {
        size_t room = labels->room > 0 ? 2 * (size_t)labels->room : 64;
        void *grown =
            memory_grow((void *)labels->texts, (size_t)labels->room, room, sizeof *labels->texts);
        labels->failed = grown == NULL;
        if (labels->failed)
            return;
        labels->texts = grown;
        labels->room = (int)room;
    }
    labels->texts[labels->count++] = text;
}

const char *word_next(const char *text, size_t *size)
{
    if (text == NULL)
        return NULL;
    const char *word = text + strspn(text, " \t");
    *size = strcspn(word, " \t");
    return *size > 0 ? word : NULL;
}

void labels_add_words(struct labels *labels, const char *text, struct arena *arena)
{
    size_t size = 0;
    for (const char *word = word_next(text, &size); word != NULL;
         word = word_next(word + size, &size)) {
        const char *copy = arena_text(arena, word, size);
        labels->failed = labels->failed || copy == NULL;
        labels_add(labels, copy);
    }
}

static int compare_texts(const void *a, const void *b)
{
    return text_compare(*(const char *const *)a, *(const char *const *)b);
}

static void drop_repeated(struct labels *labels)
{
    int kept = 0;
    for (int index = 0; index < labels->count; index++) {
        if (kept == 0 || !text_equal(labels->texts[kept - 1], labels->texts[index]))
            labels->texts[kept++] = labels->texts[index];
    }
    labels->count = kept;
}

const char **labels_keep(struct labels *labels, struct arena *arena, int *count)
{
    if (labels->count > 1)
        qsort((void *)labels->texts, (size_t)labels->count, sizeof *labels->texts, compare_texts);
    drop_repeated(labels);
    const char **kept =
        labels->failed ? NULL : arena_take(arena, (size_t)labels->count + 1, sizeof *kept);
    if (kept != NULL && labels->count > 0)
        memcpy((void *)kept, (const void *)labels->texts, (size_t)labels->count * sizeof *kept);
    *count = kept != NULL ? labels->count : 0;
    memory_free((void *)labels->texts);
    *labels = (struct labels){0};
    return kept;
}

int labels_find(const char *const *texts, int count, const char *text)
{
    if (text == NULL || count == 0)
        return -1;
    const char *const *found =
        bsearch(&text, (const void *)texts, (size_t)count, sizeof *texts, compare_texts);
    return found != NULL ? (int)(found - texts) : -1;
}
