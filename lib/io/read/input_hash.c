/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/read/input_hash.h"

#include "base/error.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "io/read/folder.h"

husly_status input_hash(struct input **inputs, size_t *count, const char *folder,
                        struct arena *arena, husly_error *error)
{
    *count = 0;
    *inputs = arena_take(arena, TABLE_END, sizeof **inputs);
    /* Only loading is asked of the reader; what it finds wrong is told when the round is read. */
    struct reader reader = {.scratch = arena_new()};
    struct source sources[TABLE_END] = {{0}};
    husly_status status = *inputs == NULL || reader.scratch == NULL
                              ? error_memory(error)
                              : folder_load(sources, folder, &reader, error);
    for (int at = 0; at < TABLE_END && status == HUSLY_OK; at++) {
        if (sources[at].name == NULL)
            continue;
        struct input *input = &(*inputs)[(*count)++];
        input->name = sources[at].name;
        sha256_hex(sources[at].bytes, sources[at].size, input->sha256);
    }
    for (enum table_number table = TABLE_HOUSEHOLDS; table < TABLE_END; table++)
        reader_drop_bytes(&reader, table);
    arena_free(reader.scratch);
    return status;
}
