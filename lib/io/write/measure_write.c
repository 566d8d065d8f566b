/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io/write/measure_write.h"

#include <stdlib.h>

#include "base/memory.h"
#include "io/measure.h"
#include "model/labels.h"

static int compare_cells(const void *a, const void *b)
{
    const husly_measure *one = *(const husly_measure *const *)a;
    const husly_measure *other = *(const husly_measure *const *)b;
    const int areas = text_compare(one->area_id, other->area_id);
    return areas != 0 ? areas : text_compare(one->name, other->name);
}

static void sort_cells(struct measure_grid *grid, const husly_round *round)
{
    grid->cells = arena_take(grid->arena, round->measure_count + 1, sizeof *grid->cells);
    if (grid->cells == NULL)
        return;
    for (size_t i = 0; i < round->measure_count; i++)
        grid->cells[i] = &round->measures[i];
    grid->cell_count = round->measure_count;
    if (grid->cell_count > 1)
        qsort((void *)grid->cells, grid->cell_count, sizeof *grid->cells, compare_cells);
}

struct measure_grid measure_grid_new(const husly_round *round)
{
    struct measure_grid grid = {.arena = arena_new()};
    struct labels names = {0};
    grid.failed = grid.arena == NULL;
    if (grid.failed)
        return grid;
    for (size_t i = 0; i < round->measure_count; i++)
        labels_add(&names, round->measures[i].name);
    /* A column without a single number is there all the same when a rule weighs it. */
    for (size_t i = 0; i < round->measure_weight_count; i++)
        labels_add(&names, round->measure_weights[i].name);
    grid.names = labels_keep(&names, grid.arena, &grid.name_count);
    sort_cells(&grid, round);
    grid.failed = grid.names == NULL || grid.cells == NULL;
    return grid;
}

void measure_grid_free(struct measure_grid *grid)
{
    arena_free(grid->arena);
    *grid = (struct measure_grid){0};
}

void measure_write_headings(struct csv_writer *writer, const struct measure_grid *grid)
{
    writer->text->failed = writer->text->failed || grid->failed;
    for (int i = 0; i < grid->name_count; i++) {
        struct text name = {0};
        measure_add_name(&name, grid->names[i], writer->dialect.danish);
        writer->text->failed = writer->text->failed || name.failed;
        csv_write_text(writer, text_string(&name));
        text_free(&name);
    }
}

static const husly_measure *cell_of(const struct measure_grid *grid, const char *area_id,
                                    const char *name)
{
    const husly_measure wanted = {.area_id = area_id, .name = name};
    const husly_measure *key = &wanted;
    const husly_measure *const *found =
        grid->cell_count == 0 || area_id == NULL
            ? NULL
            : bsearch((const void *)&key, (const void *)grid->cells, grid->cell_count,
                      sizeof *grid->cells, compare_cells);
    return found == NULL ? NULL : *found;
}

void measure_write_cells(struct csv_writer *writer, const struct measure_grid *grid,
                         const char *area_id)
{
    for (int i = 0; i < grid->name_count; i++) {
        const husly_measure *cell = cell_of(grid, area_id, grid->names[i]);
        if (cell == NULL)
            csv_write_plain(writer, "");
        else
            csv_write_whole(writer, cell->value);
    }
}
