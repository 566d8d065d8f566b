/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stands in for libFuzzer where there is none: tries each file named, and every beginning of it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { SEED_MAX = 65536 };

/* A copy that ends where the bytes end lets the address sanitizer see a read beyond them. */
static int try_exactly(const uint8_t *bytes, size_t size)
{
    uint8_t *copy = malloc(size == 0 ? 1 : size);
    if (copy == NULL)
        return 1;
    memcpy(copy, bytes, size);
    int result = LLVMFuzzerTestOneInput(copy, size);
    free(copy);
    return result;
}

static int try_file(const char *path, uint8_t *room)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        return 1;
    }
    size_t size = fread(room, 1, SEED_MAX, file);
    fclose(file);
    int failed = 0;
    for (size_t i = 0; i <= size; i++)
        failed |= try_exactly(room, i);
    return failed;
}

int main(int count, char **paths)
{
    uint8_t *room = malloc(SEED_MAX);
    int failed = room == NULL || count < 2;
    for (int i = 1; i < count && room != NULL; i++)
        failed |= try_file(paths[i], room);
    free(room);
    printf("%d seeds tried\n", count - 1);
    return failed;
}
