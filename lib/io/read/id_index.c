/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/id_index.h"

#include <string.h>

#include "base/memory.h"
#include "io/read/nearest.h"

uint64_t id_hash(const char *id, uint64_t before)
{
    uint64_t hash = before;
    for (; *id != '\0'; id++)
        hash = (hash ^ (unsigned char)*id) * UINT64_C(1099511628211);
    return hash;
}

static struct id_entry *slot_of(const struct id_index *index, const char *id)
{
    size_t slot = (size_t)id_hash(id, ID_HASH_START) & (index->room - 1);
    while (index->entries[slot].id != NULL && !text_equal(index->entries[slot].id, id))
        slot = (slot + 1) & (index->room - 1);
    return &index->entries[slot];
}

/* At most two thirds of the entries are in use, so that a search soon meets a free one. */
static bool make_room(struct id_index *index)
{
    if (3 * (index->count + 1) <= 2 * index->room)
        return true;
    struct id_index larger = {.room = index->room == 0 ? 64 : 2 * index->room,
                              .count = index->count};
    larger.entries = memory_new(larger.room, sizeof *larger.entries);
    if (larger.entries == NULL)
        return false;
    for (size_t i = 0; i < index->room; i++) {
        if (index->entries[i].id != NULL)
            *slot_of(&larger, index->entries[i].id) = index->entries[i];
    }
    memory_free(index->entries);
    *index = larger;
    return true;
}

bool id_index_add(struct id_index *index, const char *id, int64_t line, int64_t *before)
{
    *before = 0;
    if (!make_room(index))
        return false;
    struct id_entry *entry = slot_of(index, id);
    if (entry->id != NULL) {
        *before = entry->line;
        return true;
    }
    *entry = (struct id_entry){id, line};
    index->count++;
    return true;
}

const char *id_index_keep(struct id_index *index, const char *id, struct arena *arena)
{
    if (!make_room(index))
        return NULL;
    struct id_entry *entry = slot_of(index, id);
    if (entry->id != NULL)
        return entry->id;
    entry->id = arena_text(arena, id, strlen(id));
    index->count += entry->id != NULL;
    return entry->id;
}

bool id_index_has(const struct id_index *index, const char *id)
{
    return index->room > 0 && slot_of(index, id)->id != NULL;
}

const char *id_index_nearest(const struct id_index *index, const char *id)
{
    struct nearest nearest = nearest_to(id);
    for (size_t i = 0; i < index->room; i++) {
        if (index->entries[i].id != NULL)
            nearest_try(&nearest, index->entries[i].id);
    }
    return nearest.best;
}

void id_index_free(struct id_index *index)
{
    memory_free(index->entries);
    *index = (struct id_index){NULL, 0, 0};
}
