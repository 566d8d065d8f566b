/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HUSLY_IO_MEASURE_WRITE_H
#define HUSLY_IO_MEASURE_WRITE_H

#include "io/csv_write.h"

struct arena;

/* The columns access_X and points_X of areas.csv: every measure that has a value or a weight. */
struct measure_grid {
    struct arena *arena;
    const char **names;          /* sorted */
    const husly_measure **cells; /* sorted by area, then name */
    int name_count;
    size_t cell_count;
    bool failed; /* memory ran out */
};

struct measure_grid measure_grid_new(const husly_round *round);
void measure_grid_free(struct measure_grid *grid);

void measure_write_headings(struct csv_writer *writer, const struct measure_grid *grid);
void measure_write_cells(struct csv_writer *writer, const struct measure_grid *grid,
                         const char *area_id);

#endif
