/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/grid.h"

#include <string.h>

#include "base/columns.h"
#include "base/text.h"

enum { COLUMNS_MAX = 16 };

void grid_text(struct grid *grid, const char *cell)
{
    text_add_string(grid->cells, cell);
    text_add_string(grid->cells, "\n");
}

void grid_number(struct grid *grid, int64_t number)
{
    text_add_format(grid->cells, "%lld\n", (long long)number);
}

static void measure(const struct grid *grid, int widths[COLUMNS_MAX])
{
    const char *cell = text_string(grid->cells);
    for (int column = 0; *cell != '\0'; column = (column + 1) % grid->columns) {
        const size_t size = strcspn(cell, "\n");
        const int width = columns_count(cell, size);
        if (width > widths[column])
            widths[column] = width;
        cell += size + 1;
    }
}

static void add_blanks(struct text *out, int count)
{
    for (int k = 0; k < count; k++)
        text_add_string(out, " ");
}

static void add_rows(const struct grid *grid, const int widths[COLUMNS_MAX], struct text *out)
{
    const char *cell = text_string(grid->cells);
    int owed = 0; /* blanks that a line's end forgives */
    for (int column = 0; *cell != '\0'; column = (column + 1) % grid->columns) {
        const size_t size = strcspn(cell, "\n");
        const int fill = widths[column] - columns_count(cell, size);
        const bool left = (grid->left >> column & 1U) != 0;
        if (size > 0) {
            add_blanks(out, owed + (left ? 0 : fill));
            text_add(out, cell, size);
            owed = left ? fill : 0;
        } else {
            owed += fill;
        }
        owed += 2;
        if (column + 1 == grid->columns) {
            text_add_string(out, "\n");
            owed = 0;
        }
        cell += size + 1;
    }
}

void grid_close(struct grid *grid, struct text *out)
{
    int widths[COLUMNS_MAX] = {0};
    if (grid->cells->failed) {
        out->failed = true;
    } else {
        measure(grid, widths);
        add_rows(grid, widths, out);
    }
    text_free(grid->cells);
}
