/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file: decoded, its dialect told, parsed. Cells are whole and end with a NUL. */
#include "io/csv.h"
#include "io/dialect.h"
#include "io/read/decode.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool look_at(const struct csv_row *row, void *user)
{
    int64_t *line = user;
    if (row->count == 0 || row->line <= *line)
        abort();
    *line = row->line;
    for (size_t i = 0; i < (size_t)row->count; i++) {
        const struct csv_cell *cell = &row->cells[i];
        if (cell->bytes != NULL && strlen(cell->bytes) != cell->size)
            abort();
        if (cell->bytes != NULL && !text_is_utf8(cell->bytes, cell->size))
            abort();
    }
    return true;
}

static void read_rows(const struct decoded *decoded)
{
    struct opening opening = dialect_open(decoded->bytes, decoded->size);
    if (opening.trouble != NULL)
        return;
    struct csv_trouble trouble = {0};
    int64_t line = 0;
    const struct csv_input input = {decoded->bytes + opening.skip, decoded->size - opening.skip,
                                    opening.delimiter, 1};
    husly_status status = csv_read(&input, look_at, &line, &trouble);
    if ((status == HUSLY_E_INPUT) != (trouble.text != NULL))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct decoded decoded = {0};
    int64_t line = 0;
    if (decode(&decoded, (const char *)bytes, size, &line) == NULL)
        read_rows(&decoded);
    decoded_free(&decoded);
    return 0;
}
