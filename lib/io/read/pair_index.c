/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/pair_index.h"

#include "base/memory.h"
#include "base/text.h"
#include "io/read/id_index.h"

static bool same_pair(struct pair_key one, struct pair_key other)
{
    return one.of_area == other.of_area && text_equal(one.first, other.first) &&
           text_equal(one.second, other.second);
}

static size_t slot_of(const struct pair_index *index, size_t row)
{
    const struct pair_key key = index->key_of(index->rows, row);
    const uint64_t hash = id_hash(key.second, id_hash(key.first, ID_HASH_START));
    size_t slot = (size_t)hash & (index->room - 1);
    while (index->slots[slot] != 0 &&
           !same_pair(key, index->key_of(index->rows, index->slots[slot] - 1)))
        slot = (slot + 1) & (index->room - 1);
    return slot;
}

/* At most two thirds are in use, so that a search soon meets a free one. */
static bool make_room(struct pair_index *index)
{
    if (3 * (index->count + 1) <= 2 * index->room)
        return true;
    struct pair_index larger = *index;
    larger.room = index->room == 0 ? 64 : 2 * index->room;
    larger.slots = memory_new(larger.room, sizeof *larger.slots);
    if (larger.slots == NULL)
        return false;
    for (size_t slot = 0; slot < index->room; slot++) {
        if (index->slots[slot] != 0)
            larger.slots[slot_of(&larger, index->slots[slot] - 1)] = index->slots[slot];
    }
    memory_free(index->slots);
    *index = larger;
    return true;
}

bool pair_index_add(struct pair_index *index, size_t row, size_t *before)
{
    *before = row;
    if (row >= UINT32_MAX || !make_room(index))
        return false;
    const size_t slot = slot_of(index, row);
    if (index->slots[slot] != 0) {
        *before = index->slots[slot] - 1;
        return true;
    }
    index->slots[slot] = (uint32_t)row + 1;
    index->count++;
    return true;
}

void pair_index_free(struct pair_index *index)
{
    memory_free(index->slots);
    *index = (struct pair_index){NULL, NULL, NULL, 0, 0};
}
